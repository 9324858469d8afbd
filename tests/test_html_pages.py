"""Saved pages: what the document says is the text, and all else is left out and can be listed."""

# ruff: noqa: E501 - pages are written as sites write them

import re
from pathlib import Path

import pages_made
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import repdiff
from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Aside, Placing, Source, What
from repdiff.sources.html import read_html
from repdiff.sources.request import Request

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


# Kinds of pages


def test_an_element_of_the_page_s_own_making_ends_where_its_end_tag_stands() -> None:
    source = page(PAGE.format("<p>Fares rise by 5%.</p><amp-ad><div>Buy now</div></amp-ad><p>Children go free.</p>"))
    assert source.text.split("\n")[2:] == ["Fares rise by 5%.", "Children go free."]
    assert left(source, Aside.NAVIGATION) == "Buy now"


def test_marks_of_notes_that_say_so_leave_the_sentence() -> None:
    body = (
        '<p>We build 20 homes.<sup id="r:1"><a href="#f:1">[footnote 1]</a></sup> They are small.</p><p>It was so'
        '<sup class="noprint Inline-Template">[<i><a href="/why">citation needed</a></i>]</sup> then.</p>'
        '<div role="doc-endnotes"><ol><li id="f:1"><p>Counted in May. <a href="#r:1">up</a></p></li></ol></div>'
    )
    source = page(PAGE.format(body))
    assert source.text.split("\n")[2:] == ["We build 20 homes. They are small.", "It was so then."]
    assert "Counted in May." in left(source, Aside.FOOTNOTE)


def test_signs_that_link_to_a_heading_are_no_words_of_it_and_its_number_is() -> None:
    body = "".join(
        f"<h2 id={n}>{each}</h2><p>{PARAGRAPHS[0]}</p>"
        for n, each in enumerate(
            ("Fees <a href='#0'>#</a>", "Fines<a class=anchor href='#1'>§</a>", "<a href='#2'>§ 3</a> Aims")
        )
    )
    assert [each for each in inside(body) if each != PARAGRAPHS[0]] == ["Fees", "Fines", "§ 3 Aims"]


def test_style_sheets_hide_by_tag_and_class_by_visibility_and_by_striking_out() -> None:
    body = (
        "<style>p.c1, .c2 {visibility : hidden} .c3{text-decoration:line-through} div.c4{display:none} .c5{opacity:0}</style>"
        "<p class=c1>One.</p><div class=c1>Two.</div><p class=c2>Three.</p><p>Now <span class=c3>four</span> five.</p>"
        "<p class=c4>Six.</p><p class=c5>Seven.</p>"
    )
    source = page(PAGE.format(body))
    assert source.text.split("\n")[2:] == ["Two.", "Now five.", "Six.", "Seven."]
    assert left(source, Aside.HIDDEN).split("\n") == ["One.", "Three.", "four"]


def test_terms_that_only_number_stand_before_what_they_number() -> None:
    body = "<p>Free are</p><dl><dt>1.</dt><dd><div>boats up to 5 m,</div></dd><dt>2.</dt> <dd>rafts.</dd></dl><dl><dt>Raft<dd>A float.</dl>"
    assert inside(body) == ["Free are", "1. boats up to 5 m,", "2. rafts.", "Raft", "A float."]


def test_what_was_filled_in_is_listed_among_what_was_left_out() -> None:
    source = page(
        PAGE.format(f"<p>{PARAGRAPHS[0]}</p><form><input value='Ann Gull'><input type=hidden value=token></form>")
    )
    assert "Ann Gull" in left(source, Aside.NAVIGATION)
    assert "token" not in left(source, Aside.NAVIGATION) + source.text


def test_one_heading_is_the_title_and_leaves_those_that_show_themselves() -> None:
    body = "".join(
        f"<p>{name}</p><p>{each}</p>" for name, each in zip(("一、工作回顾", "二、重点任务"), CHINESE, strict=True)
    )
    titles = [
        [section.title for section in repdiff.compare(each, each).old.sections if section.title]
        for each in (
            page(f"<html><body><h1>二〇二四年工作报告</h1><p>本报记者 王小明</p>{body}</body></html>"),
            page(f"<html><body><p>二〇二四年工作报告</p>{body}</body></html>"),
        )
    ]
    assert titles[0] == titles[1] == ["二〇二四年工作报告", "一、工作回顾", "二、重点任务"]


CHINESE = (
    "过去一年，全市新建学校十二所，改造老旧小区三十个，城乡居民收入稳步提高，群众满意度明显上升。",
    "今年要继续抓好重点项目建设，新增公园绿地二十公顷，进一步改善人居环境，让群众生活更加美好。",
)


def test_labels_set_as_the_paragraphs_of_the_text_are_the_document_s_own() -> None:
    text = "".join(f"<p>{each * 2}</p>" for each in CHINESE)
    own = page(f"<html><body><h1>工作报告</h1><p>来源：某某日报</p>{text}</body></html>")
    sites = page(f"<html><body><h1>工作报告</h1><p class=info>来源：某某日报</p>{text}</body></html>")
    assert "来源：某某日报" in own.text
    assert "来源：某某日报" in left(sites, Aside.NAVIGATION)


def test_what_stands_below_an_imprint_in_one_block_goes_with_it() -> None:
    text = "".join(f"<p>{each * 2}</p>" for each in CHINESE)
    source = page(
        f"<html><body><table><tr><td>{text}</td></tr></table><table><tr><td>版权所有：某县人民政府<br>地址：人民路1号</td></tr></table></body></html>"
    )
    assert "人民路" not in source.text
    assert "地址：人民路1号" in left(source, Aside.NAVIGATION)


def test_the_title_above_contents_is_none_of_them() -> None:
    body = "".join(f"<h1 id=c{n}>Part {n}</h1><p>{PARAGRAPHS[n]}</p>" for n in range(3))
    links = "".join(f"<li><a href='#c{n}'>Part {n}</a></li>" for n in range(3))
    source = page(
        f"<html><body><header><h1>The plan</h1></header><nav id=TOC><ul>{links}</ul></nav>{body}</body></html>"
    )
    assert source.text.startswith("The plan\nPart 0\n")
    assert "The plan" not in left(source, Aside.CONTENTS)


def test_names_that_can_be_linked_to_by_themselves_are_no_contents() -> None:
    terms = "".join(
        f"<dt id=o{n}><a href='#o{n}'>--option{n}</a></dt><dd>What {n} does is told here.</dd>" for n in range(2)
    )
    source = page(
        PAGE.format(
            f"<h2>Options</h2><dl><dt id=v><a href='#v'>-v</a></dt><dt id=w><a href='#w'>-w</a></dt>{terms}</dl>"
        )
    )
    assert {"Options", "-v", "-w", "--option0"} <= set(source.text.split("\n"))


def test_code_with_a_button_stays() -> None:
    source = page(
        PAGE.format(
            f"<p>{PARAGRAPHS[0]}</p><pre><code>make all</code><button>copy</button></pre><p>{PARAGRAPHS[1]}</p>"
        )
    )
    assert "make all" in source.text
    assert "copy" not in source.text


def test_paragraphs_with_links_beside_the_document_s_largest_part_stay() -> None:
    opening = (
        "The port has a <a href='/m'>map</a> of all its basins, which shows where each of the ships may lie at night."
    )
    body = "".join(f"<p>{each}</p>" * 9 for each in PARAGRAPHS)
    source = page(f"<html><body><div id=doc><p>{opening}</p><div><h2>Text</h2>{body}</div></div></body></html>")
    assert source.text.startswith("The port has a map of all its basins")


def test_of_a_short_text_the_main_part_that_the_page_names_is_the_document() -> None:
    made = pages_made.policy(
        "The rules of the park", ["Dogs are kept on a lead.", "Cars stay outside of it.", "Fires are lit by the lake."]
    )
    source = page(made)
    assert source.text.startswith("The rules of the park\nDogs are kept on a lead.\n")
    assert "Contact the webmaster" not in source.text
