"""Saved pages: what the document says is the text, and all else is left out and can be listed."""

# ruff: noqa: E501 - pages are written as sites write them

import re
from pathlib import Path

import pages_made
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import repdiff
from repdiff.files.request import Request
from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Aside, Placing, Source, What
from repdiff.sources.html import read_html

PARAGRAPHS = (
    "The harbour was deepened in the spring, and two of its three basins can now take the larger ships.",
    "Next year we will build a second crane. Its costs are shared with the ports of the river.",
    "Three of the old sheds were pulled down; the fourth is kept for the museum, as the council wished.",
    "去年，全市绿化面积增长5%，新建公园12个，市民满意度明显提高。",
    "今年，我们将继续推进老旧小区改造，计划完成投资3亿元，惠及居民2万户。",
    "We thank all who took part in the hearing of last autumn, and shall report again in a year.",
)
PAGE = """<html><body><h1>Accounts</h1><p>The accounts of the harbour for the last two years are set out below.</p>{}</body></html>"""


def page(text: str | bytes, name: str = "a.html") -> Source:
    return read_html(text if isinstance(text, bytes) else text.encode(), Request(name))


def inside(body: str) -> list[str]:
    """The lines below the opening of a small document."""
    return page(PAGE.format(body)).text.split("\n")[2:]


def left(source: Source, why: Aside) -> str:
    return "\n".join(each.text for each in source.left_out if each.why is why)


def marked(source: Source, what: What) -> list[tuple[int, str]]:
    return [(mark.level, source.quote(mark.span)) for mark in source.marks if mark.what is what]


# Sites


@pytest.mark.parametrize("make", pages_made.MAKERS)
def test_of_every_make_of_site_the_document_alone_is_read(make: str) -> None:
    source = page(pages_made.MAKERS[make]("Report of the harbour", PARAGRAPHS))
    lines = source.text.split("\n")
    assert [line for line in lines if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert [line for line in lines if line not in PARAGRAPHS] == ["Report of the harbour"] * (make != "plain")
    assert (source.places, source.hard_lines) == (Placing.PARAGRAPHS, True)


@pytest.mark.parametrize("make", pages_made.MAKERS)
def test_every_word_that_a_page_shows_is_in_the_text_or_left_out(make: str) -> None:
    made = pages_made.MAKERS[make]("Report of the harbour", PARAGRAPHS)
    source = page(made)
    told = " ".join([source.text, *(each.text for each in source.left_out)])
    body = re.sub(r"<(script|style|title).*?</\1>|<[^>]*>|&\w+;|&#\d+;", " ", made, flags=re.DOTALL)
    assert [word for word in re.findall(r"[A-Za-z]{3,}|[\u4e00-\u9fff]{2,}", body) if word not in told] == []


@pytest.mark.parametrize("make", pages_made.MAKERS)
def test_the_same_text_on_a_site_gives_the_same_changes_as_the_text_alone(make: str) -> None:
    changed = [each.replace("two of its", "all of its").replace("增长5%", "增长6%") for each in PARAGRAPHS[:-1]]
    plain = [page(pages_made.plain("Report of the harbour", each)) for each in (PARAGRAPHS, changed)]
    site = [page(pages_made.MAKERS[make]("Report of the harbour", each)) for each in (PARAGRAPHS, changed)]
    alone, found = (repdiff.compare(*each) for each in (plain, site))
    assert [g.kind for g in alone.groups] == [g.kind for g in found.groups if "Report of the harbour" not in str(g)][
        -len(alone.groups) :
    ]
    assert len(alone.dropped) == len(found.dropped) == 1
    assert repdiff.self_check(found) == ()


def test_a_document_without_a_site_keeps_lists_of_links_and_short_lines() -> None:
    body = "<ul><li><a href='http://a.example'>The port</a></li><li><a href='http://b.example'>The town</a></li></ul><p>Signed</p><p>A. Smith</p>"
    assert inside(f"<p>{PARAGRAPHS[0]}</p>{body}") == [PARAGRAPHS[0], "The port", "The town", "Signed", "A. Smith"]


def test_an_aside_with_sentences_within_the_text_stays() -> None:
    body = f"<p>{PARAGRAPHS[0]}</p><aside><p>In the box stands what the basin is.</p></aside><p>{PARAGRAPHS[1]}</p>"
    assert "In the box stands what the basin is." in inside(body)


# What is hidden, notes, contents


def test_hidden_and_struck_text_is_left_out_as_hidden() -> None:
    source = page(
        PAGE.format(
            "<style>.gone{display:none} .kept{display:none} .kept.open{display:block}</style><p>Old <del>five</del> <ins>six</ins> ships.</p>"
            "<p class=gone>Nobody sees it.</p><p class='kept open'>Somebody sees it.</p><p hidden>Nor this.</p><details><summary>More</summary>"
            "<p>It is folded.</p></details><noscript>Switch it on.</noscript><p style='visibility: hidden'>Nor that.</p>"
        )
    )
    assert source.text.split("\n")[2:] == ["Old six ships.", "Somebody sees it.", "More", "It is folded."]
    assert left(source, Aside.HIDDEN).split("\n") == [
        "five",
        "Nobody sees it.",
        "Nor this.",
        "Switch it on.",
        "Nor that.",
    ]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ('<sup><a href="#f1">1</a></sup>', '<section class="footnotes"><ol><li id="f1"><p>NOTE</p></li></ol></section>'),
        ('<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>', '<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> NOTE</p>'),
        ('<a href="#n1" id="r1">(1)</a>', '<div><p id="n1">(1) NOTE</p></div>'),
        ('<sup>1</sup>', "<p><sup>1</sup> NOTE</p>"),
        ('<a role="doc-noteref" href="#a1">*</a>', '<aside id="a1" role="doc-footnote">NOTE</aside>'),
    ],
)  # fmt: skip
def test_footnotes_leave_the_sentence_and_stand_aside(mark: str, note: str) -> None:
    text = "See the minutes of the board"
    source = page(PAGE.format(f"<p>In that year.{mark} We grew.</p>{note.replace('NOTE', text)}"))
    assert source.text.split("\n")[2:] == ["In that year. We grew."]
    assert text in left(source, Aside.FOOTNOTE)
    assert source.left_out[0].span.start <= len(source.text)


def test_contents_lead_into_the_page_and_are_left_out() -> None:
    body = "".join(f'<h2 id="c{n}">Part {n}</h2><p>{each}</p>' for n, each in enumerate(PARAGRAPHS))
    links = "".join(
        f'<p class="MsoToc1"><a href="#c{n}">Part {n} <span>......</span>{n}</a></p>' for n in range(len(PARAGRAPHS))
    )
    for contents in (
        links,
        f"<nav id=toc><h2>Contents</h2><ul>{links.replace('<p', '<li').replace('</p>', '</li>')}</ul></nav>",
    ):
        source = page(f"<body><h1>The year</h1>{contents}{body}")
        assert [level for level, _ in marked(source, What.HEADING)] == [1, *[2] * len(PARAGRAPHS)]
        assert "Part 3 ......3" in left(source, Aside.CONTENTS)


# Lines


def test_raised_and_lowered_figures_do_not_run_together() -> None:
    body = (
        "<p>10<sup>5</sup> t, 12 m<sup>2</sup>, H<sub>2</sub>O, the 1<sup>st</sup>, 2<sup>0,5</sup>, x<sup>k</sup>.</p>"
    )
    assert inside(body) == ["10⁵ t, 12 m², H₂O, the 1st, 2^0,5, x^k."]


def test_the_numbers_of_lists_are_those_that_a_reader_sees() -> None:
    body = (
        "<ol start=3><li>Ships<li>Cranes<ol type=a><li>Large<li>Small</ol></ol><ol reversed><li>Two<li>One</ol>"
        "<ol style='list-style: none'><li>Bare</ol><ol><li>1) Typed<li>2) Typed</ol><ol type=I><li value=4>Fourth</ol>"
    )
    assert inside(body) == [
        *(
            "3. Ships",
            "4. Cranes",
            "a. Large",
            "b. Small",
            "2. Two",
            "1. One",
            "Bare",
            "1) Typed",
            "2) Typed",
            "IV. Fourth",
        ),
    ]


def test_line_breaks_part_paragraphs_and_wrapped_lines_are_joined() -> None:
    old = "<td>　　今年以来，我们坚持稳中求进，经济运行总体平稳，主要指标好于预期，发展质量\n稳步提升。<br>&nbsp;&nbsp;二、工作安排<br>　　扩大投资。<br>　　改善民生。</td>"
    assert inside(f"<table><tr>{old}</tr></table>") == [
        "今年以来，我们坚持稳中求进，经济运行总体平稳，主要指标好于预期，发展质量稳步提升。",
        *("二、工作安排", "扩大投资。", "改善民生。"),
    ]
    mail = "We write to you because the second of the cranes has<br>to be moved.<br><br>Street 5<br>Town"
    assert inside(f"<p>{mail}</p>") == [
        "We write to you because the second of the cranes has to be moved.",
        "Street 5",
        "Town",
    ]


def test_rows_are_lines_and_cells_keep_their_columns() -> None:
    table = "<tr><th><th>2022<th>2023<tr><th rowspan=2>Costs<td>12<td><tr><td>13<td>15<tr><th>Ships<td colspan=2>7"
    source = page(PAGE.format(f"<table>{table}</table>"))
    assert source.text.split("\n")[2:] == ["\t2022\t2023", "Costs\t12\t", "\t13\t15", "Ships\t7\t"]
    assert len(marked(source, What.CELL)) == 12


def test_numbers_in_tables_are_named_by_row_and_column() -> None:
    table = "<table><tr><th><th>2022<th>2023<tr><th>Revenue ($ million)<td>280<td>{}<tr><th>Ships<td>15<td>16</table>"
    old, new = (page(PAGE.format(table.format(number))) for number in (281, 300))
    changes = {
        (each.old.name, old.quote(each.old.span), new.quote(each.new.span))
        for each in repdiff.compare(old, new).numbers
    }
    assert ("Revenue ($ million) 2023", "281", "300") in changes


def test_headings_by_type_alone_are_found_where_several_are_alike() -> None:
    body = "".join(
        f"<p><b>About {name}</b></p><p>{each}</p>"
        for name, each in zip(("ships", "cranes", "sheds"), PARAGRAPHS, strict=False)
    )
    source = page(f"<body><p>{PARAGRAPHS[5]}</p>{body}<p><b>Important.</b></p><p>{PARAGRAPHS[4]}</p>")
    assert marked(source, What.HEADING) == [(1, "About ships"), (1, "About cranes"), (1, "About sheds")]


def test_a_page_of_set_text_is_read_as_a_text() -> None:
    source = page("<html><body><pre>\nA line that wraps\nas texts do.\n\n  Next.</pre></body></html>")
    assert (source.text, source.hard_lines, source.places) == (
        "A line that wraps\nas texts do.\n\n  Next.",
        False,
        Placing.LINES,
    )


# Files


def archive(*parts: tuple[str, str, str]) -> bytes:
    head = 'From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--B"\r\n\r\n'
    body = "".join(
        f"----B\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\nContent-Location: http://x.example/\r\n\r\n{text}\r\n"
        for kind, coding, text in parts
    )
    return f"{head}{body}----B--\r\n".encode()


def test_archives_of_pages_are_opened() -> None:
    quoted = '<h1>Gr=C3=B6=C3=9Fe</h1><p class=3D"a">One tw=\r\no.</p>'
    style = ("text/css", "base64", "cCB7fQ==")
    source = page(archive(style, ('text/html; charset="utf-8"', "quoted-printable", quoted)), "a.mhtml")
    assert source.text == "Größe\nOne two."
    old = page(archive(("text/html; charset=gb2312", "base64", "PHA+uaTX97GouOY8L3A+")), "a.mht")
    assert (old.text, old.encoding) == ("工作报告", "gb18030")
    with pytest.raises(RepdiffError, match="without a page"):
        page(archive(style), "a.mht")


def test_frames_and_pictures_are_told() -> None:
    framed = page('<frameset cols="20%,80%"><frame src="a.html"><frame src="b.html"></frameset>')
    assert any("in frames" in str(note) for note in framed.notes)
    assert any("pictures" in str(note) for note in page("<body><img src=1.jpg><p>1</p><img src=2.jpg>").notes)


BITS = st.sampled_from(
    "<p> </p> <b> <a+href=#x> <a+name=x> </a> <table> <tr> <td+rowspan=3> </table> <ol+start=2> <li> <h2> <br> <sup> 1 word. 字。 &amp; &#x"
    " <!-- --> <![CDATA[ <script> </script> <style>.a{display:none}</style> <div+class=a> <nav> <pre> \n <title> <sub> <ruby> <rt> < > \" = '"
    " <section+class=footnotes> <li+id=x> <td> <select> <option> <button> </div> <head> <body> <html> <frame> <template> \0 \xff \ud800".split(
        " "
    )
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(BITS, max_size=60).map(lambda bits: "".join(bits).replace("+", " ").encode("utf-8", "replace"))
    | st.binary(max_size=200)
)
@example(b"<!--")
@example(b"<table><td><tr></table>text")
def test_no_bytes_give_anything_but_a_source_or_an_error_in_words(data: bytes) -> None:
    try:
        source = page(data)
    except RepdiffError:
        return
    ends = [mark.span.end for mark in source.marks] + [each.span.end for each in source.left_out]
    assert all(0 <= mark.span.start < mark.span.end or mark.what is What.CELL for mark in source.marks)
    assert max(ends, default=0) <= len(source.text)
    repdiff.cut_document(source)


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<p>a ", "<li>a", "<a href=x>", "<sup>", "<td>", "<b>", "<!--", "<table><tr><td>", "<h1>a</h1>", "</x>"],
)
def test_any_depth_is_read(unit: str) -> None:
    assert page(unit * 20_000 + "The end of it all.").text is not None


TEXTS = Path(__file__).parents[2] / "shared" / "texts"


@pytest.mark.parametrize("make", pages_made.MAKERS)
@pytest.mark.parametrize("name", ["xuchang-2020.txt", "zhejiang-2025.txt", "en/", "national-2021.txt"])
def test_long_texts_keep_every_paragraph_on_every_site(make: str, name: str) -> None:
    path = TEXTS / name
    if not path.exists():
        pytest.skip("../shared/texts is not here")
    path = sorted(path.glob("*.txt"))[0] if path.is_dir() else path
    text = [line.strip() for line in path.read_text("utf-8").splitlines() if any(map(str.isalnum, line))]
    source = page(pages_made.MAKERS[make]("Annual text of the harbour", text))
    kept = "".join(source.text.split())
    lost = [line for line in text if "".join(line.replace("\u200b", "").split()) not in kept]
    assert all(line.startswith("来源") for line in lost)
    assert [junk for junk in pages_made.JUNK if "".join(junk.split()) in kept and junk not in "\n".join(text)] == []
