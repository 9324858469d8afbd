"""OpenDocument texts: what a reader of the file sees is what is compared."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from word_files import zipped

import repdiff
from repdiff import RepdiffError, What
from repdiff.files.request import Request
from repdiff.model.texts import Aside, Source
from repdiff.sources.odt import read_odt

_SPACES = {
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    **{n: f"urn:oasis:names:tc:opendocument:xmlns:{n}:1.0" for n in ("office", "style", "text", "table")},
}


def tree(inside: str, root: str = "document-content") -> str:
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in _SPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {spaces}>{inside}</office:{root}>'


def odt(body: str, own: str = "", styles: str = "", pages: str = "") -> bytes:
    """An OpenDocument text: its body, the styles of its own, those of the file, and what its pages repeat."""
    content = tree(
        f"<office:automatic-styles>{own}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
    )
    shared = tree(
        f"<office:styles>{styles}</office:styles><office:master-styles>{pages}</office:master-styles>",
        "document-styles",
    )
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        file.writestr("mimetype", b"application/vnd.oasis.opendocument.text", ZIP_STORED)
        file.writestr("content.xml", content)
        file.writestr("styles.xml", shared)
    return out.getvalue()


def read(body: str, own: str = "", styles: str = "", pages: str = "") -> Source:
    return read_odt(odt(body, own, styles, pages), Request("a.odt"))


def lines(body: str, own: str = "", styles: str = "") -> list[str]:
    return read(body, own, styles).text.split("\n")


def p(text: str, style: str = "S") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def items(*texts: str, style: str = "L", more: str = "") -> str:
    inside = "".join(f"<text:list-item>{each if each[:1] == '<' else p(each)}</text:list-item>" for each in texts)
    return f'<text:list text:style-name="{style}"{more}>{inside}</text:list>'


def level(at: int, form: str, before: str = "", behind: str = "", more: str = "") -> str:
    shape = f'style:num-format="{form}" style:num-prefix="{before}" style:num-suffix="{behind}"'
    return f'<text:list-level-style-number text:level="{at}" {shape} {more}/>'


def numbering(*levels: str, name: str = "L") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def span_style(name: str, properties: str, family: str = "text") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}"><style:text-properties {properties}/></style:style>'
    )


def marked(source: Source, what: What) -> list[tuple[int, str]]:
    return [(m.level, source.text[m.span.start : m.span.end]) for m in source.marks if m.what is what]


def test_a_paragraph_is_a_line_whatever_blanks_the_file_has() -> None:
    body = (
        p("We  will\n build<text:s text:c='3'/><text:span text:style-name='B'>ten</text:span> schools.")
        + p("a<text:tab/>b")
        + p("")
    )
    assert lines(body) == ["We will build ten schools.", "a\tb"]


def test_breaks_hyphens_powers_and_ruby() -> None:
    above = span_style("U", 'style:text-position="super 58%"')
    body = (
        p("One.<text:line-break/>Two.")
        + p("co\u2011oper\u00adation")
        + p('10<text:span text:style-name="U">5</text:span>')
    )
    ruby = "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby>字"
    assert lines(body + p(ruby), own=above) == ["One.", "Two.", "co-operation", "10⁵", "漢字"]


def test_headings_have_their_level_or_that_of_the_name_of_their_style() -> None:
    styles = (
        '<style:style style:name="H_20_2" style:display-name="Überschrift 2" style:family="paragraph"/>'
        '<style:style style:name="Title" style:family="paragraph"/>'
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="H_20_2"/>'
        '<style:style style:name="Heading_20_1" style:family="paragraph" style:default-outline-level="1"/>'
    )
    body = (
        p("Report", "Title")
        + h("Roads<text:line-break/>and rails", 1)
        + p("Bridges", "P1")
        + p("Text.", "Heading_20_1")
    )
    assert marked(read(body, styles=styles), What.HEADING) == [(1, "Report"), (1, "Roads and rails"), (2, "Bridges")]


@pytest.mark.parametrize(
    ("form", "before", "behind", "shown"),
    [
        ("1", "", ".", ["1. a", "2. a", "3. a"]),
        ("a", "(", ")", ["(a) a", "(b) a", "(c) a"]),
        ("I", "Article ", "", ["Article I a", "Article II a", "Article III a"]),
        ("一, 二, 三, ...", "", "、", ["一、a", "二、a", "三、a"]),
        ("一, 二, 三, ...", "（", "）", ["（一）a", "（二）a", "（三）a"]),
        ("①, ②, ③, ...", "", "", ["① a", "② a", "③ a"]),
        ("가, 나, 다, ...", "", ".", ["가. a", "나. a", "다. a"]),
        ("nobody, knows, it", "", ".", ["1. a", "2. a", "3. a"]),
    ],
)
def test_automatic_numbers_stand_in_front(form: str, before: str, behind: str, shown: list[str]) -> None:
    assert lines(items("a", "a", "a"), own=numbering(level(1, form, before, behind))) == shown


def test_numbers_of_several_levels_restart_and_go_on() -> None:
    own = numbering(level(1, "1"), level(2, "1", more='text:display-levels="2"'), level(3, "a", "", ")"))
    deep = items(p("x") + items(p("x") + items("x"), "x"), p("x") + items("x"))
    assert lines(deep, own=own) == ["1 x", "1.1 x", "a) x", "1.2 x", "2 x", "2.1 x"]
    again = items("x", "x") + p("Between.") + items("x", more=' text:continue-numbering="true"') + items("x")
    assert lines(again, own=own) == ["1 x", "2 x", "Between.", "3 x", "1 x"]
    named = items("x", more=' xml:id="one"') + items("y", style="M") + items("x", more=' text:continue-list="one"')
    assert lines(named, own=own + numbering(level(1, "A"), name="M")) == ["1 x", "A y", "2 x"]
    started = (
        '<text:list text:style-name="L"><text:list-item text:start-value="7">'
        + p("x")
        + "</text:list-item></text:list>"
    )
    assert lines(started, own=own) == ["7 x"]


def test_headings_are_numbered_by_their_outline() -> None:
    outline = '<text:outline-style style:name="O">{}</text:outline-style>'.format(
        "".join(
            f'<text:outline-level-style text:level="{at}" style:num-format="1" text:display-levels="{at}"/>'
            for at in (1, 2)
        )
    )
    assert lines(h("A", 1) + h("B", 2) + h("C", 2) + h("D", 1), styles=outline) == ["1 A", "1.1 B", "1.2 C", "2 D"]


def test_bullets_make_items_and_those_of_fonts_of_signs_are_signs() -> None:
    sign = '<text:list-level-style-bullet text:level="{}" text:bullet-char="{}">{}</text:list-level-style-bullet>'
    own = numbering(
        sign.format(1, "–", ""), sign.format(2, "l", '<style:text-properties style:font-name="Wingdings"/>')
    )
    source = read(h("Aims", 1) + items(p("Roads") + items("Bridges")), own=own)
    assert marked(source, What.ITEM) == [(1, "– Roads"), (2, "● Bridges")]


def test_tracked_changes_are_read_as_accepted() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info/><text:p>nine</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    source = read(
        changes + p('We build <text:change-start text:change-id="a"/>ten<text:change-end text:change-id="a"/> schools.')
    )
    assert source.text == "We build ten schools."
    assert [(each.why, each.text) for each in source.left_out] == [(Aside.HIDDEN, "nine")]
    assert "tracked changes" in source.notes[0]


def test_notes_comments_contents_and_hidden_text_are_left_out() -> None:
    own = span_style("N", 'text:display="none"') + span_style("G", 'text:display="none"', "paragraph")
    said = "<text:note-body><text:p>By law.</text:p></text:note-body>"
    note = f"<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>{said}</text:note>"
    comment = "<office:annotation><dc:creator>X</dc:creator><text:p>Check this.</text:p></office:annotation>"
    index = f"<text:table-of-content><text:index-body>{p('Roads 3')}</text:index-body></text:table-of-content>"
    gone = '<text:section text:display="none">' + p("Old.") + "</text:section>"
    body = (
        p(f"We build{note} roads.{comment}")
        + p('Two <text:span text:style-name="N">three</text:span>')
        + p("Gone.", "G")
    )
    source = read(index + body + gone, own=own)
    assert source.text == "We build roads.\nTwo"
    assert [(each.why, each.text) for each in source.left_out] == [
        (Aside.CONTENTS, "Roads 3"),
        (Aside.FOOTNOTE, "By law."),
        (Aside.COMMENT, "Check this."),
        (Aside.HIDDEN, "three"),
        (Aside.HIDDEN, "Gone."),
        (Aside.HIDDEN, "Old."),
    ]


def test_headers_and_footers_are_left_out() -> None:
    number = "<style:footer><text:p>- <text:page-number>3</text:page-number> -</text:p></style:footer>"
    pages = f"<style:master-page><style:header>{p('City report')}</style:header>{number}</style:master-page>"
    source = read(p("Text."), pages=pages)
    assert [(each.why, each.text) for each in source.left_out] == [
        (Aside.RUNNING_HEAD, "City report"),
        (Aside.PAGE_NUMBER, "- 3 -"),
    ]


def test_tables_have_a_place_for_each_cell() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{p(text)}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("Name", 'table:number-rows-spanned="2"') + cell("2020", 'table:number-columns-spanned="2"') + covered,
        covered + cell("plan") + cell("actual"),
        cell("Grain") + cell("280") + cell("282"),
    )
    head, *rest = (f"<table:table-row>{row}</table:table-row>" for row in rows)
    body = f"<table:table><table:table-header-rows>{head}</table:table-header-rows>{''.join(rest)}</table:table>"
    assert lines(body) == ["Name\t2020\t", "\tplan\tactual", "Grain\t280\t282"]


def test_text_boxes_are_read_below_their_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('In a box.')}</draw:text-box></draw:frame>"
    assert lines(p(f"Around.{box}")) == ["Around.", "In a box."]


def test_charts_are_told() -> None:
    assert "1 charts or diagrams" in str(read(p("Text.<draw:frame><draw:object/></draw:frame>")).notes[0])


def test_one_file_of_xml_and_a_wrong_ending_are_read(tmp_path: Path) -> None:
    body = f"<office:body><office:text>{p('We build ten schools.')}</office:text></office:body>"
    (tmp_path / "a.fodt").write_text(tree(body, "document"), encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(odt(p("We build ten schools.")))
    for name in ("a.fodt", "a.txt"):
        source = repdiff.read(tmp_path / name)
        assert (source.kind, source.text) == ("odt", "We build ten schools.")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped({"content.xml": b"<a"}), "damaged"),
        (zipped({"content.xml": tree("<office:body><office:spreadsheet/></office:body>").encode()}), "without a text"),
        (zipped({"content.xml": b"<a/>", "META-INF/manifest.xml": b"<m:encryption-data/>"}), "password"),
        (zipped({"content.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "entities"),
        (odt("<text:section>" * 5000 + "</text:section>" * 5000), "damaged|nested"),
        (odt(p("x"))[:200], "damaged"),
        (zipped({"styles.xml": b"<a/>"}), "content.xml is missing"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(RepdiffError, match=rf"^a\.odt: .*({said})") as error:
        read_odt(data, Request("a.odt"))
    assert "\n" not in str(error.value)
    assert error.value.hint
