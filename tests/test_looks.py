"""Formatting that changed is told apart from words, or not at all."""

from pathlib import Path

import pytest
from word_files import p, row, run, style, styled, table, word

import repdiff
from repdiff import Source, What
from repdiff.files.request import Request
from repdiff.sources.docx import read_docx
from repdiff.sources.html import read_html
from repdiff.sources.markdown import read_markdown

STRESSES = (What.BOLD, What.ITALIC, What.UNDERLINE, What.STRIKE)
STYLES = (
    style("Lead", "Lead", "<w:rPr><w:b/></w:rPr>")
    + style("Strong", "Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
    + style("Link", "Hyperlink", '<w:rPr><w:u w:val="single"/></w:rPr>', kind="character")
    + style("h1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>')
    + style("h2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    + style("Grid", "Grid", '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>', kind="table")
)


def docx(body: str) -> Source:
    return read_docx(word(body, styles=STYLES), Request("a.docx"))


def page(body: str) -> Source:
    return read_html(body.encode(), Request("a.html"))


def md(text: str) -> Source:
    return read_markdown(text.encode(), Request("a.md"))


def looks(source: Source) -> list[tuple[str, int, str]]:
    return [(m.what.value, m.level, source.quote(m.span)) for m in source.marks if m.what in STRESSES]


def changed(old: Source, new: Source) -> list[tuple[str, str, str]]:
    comparison = repdiff.compare(old, new)
    assert not repdiff.self_check(comparison)
    return [
        (" ".join(w for w, _ in r.before), " ".join(w for w, _ in r.after), new.quote(r.new))
        for group in comparison.groups
        for r in group.restyled
    ]


def told(old: Source, new: Source) -> list[str]:
    return [note for note in repdiff.compare(old, new).notes if note.startswith("Formatting")]


# What readers note


def test_word_files_say_how_words_are_set() -> None:
    body = p(
        inside=run("The ")
        + run("city", "<w:b/>")
        + run(" gr", "<w:b/><w:i/>")
        + run("ew", '<w:i w:val="true"/>')
        + run(" much", '<w:rStyle w:val="Strong"/>')
        + run(" not", '<w:b w:val="0"/><w:u w:val="none"/>')
        + run(" ended", "<w:dstrike/>")
        + run(" عام", "<w:rtl/><w:b/><w:iCs/>")
    )
    assert sorted(looks(docx(body))) == [
        ("bold", 0, " much"),
        ("bold", 0, "city gr"),
        ("italic", 0, " gr" + "ew"),
        ("italic", 0, " عام"),
        ("strike", 0, " ended"),
    ]


def test_styles_of_paragraphs_and_tables_are_no_emphasis_and_links_no_underlining() -> None:
    body = (
        styled("All of it is set so.", "Lead")
        + styled("", "Lead", "").replace("</w:p>", run("Plain here.", '<w:b w:val="0"/>') + "</w:p>")
        + table(row("Name", "Homes"), row("Town", "300")).replace(
            "<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>'
        )
        + p(
            inside=f"<w:hyperlink>{run('the site', '<w:u/>')}</w:hyperlink>"
            + run(" and mail", '<w:rStyle w:val="Link"/>')
        )
    )
    found = looks(docx(body))
    assert {(what, level) for what, level, _ in found} == {("bold", 1)}
    assert "Plain here." not in "".join(text for _, _, text in found)


def test_cells_keep_the_marks_of_their_words_where_blanks_go() -> None:
    body = table(
        row("<w:tc>" + p(inside=run("  a   ") + run("b  c", "<w:b/>")) + p("d") + "</w:tc>", "1"), row("x", "2")
    )
    assert looks(docx(body)) == [("bold", 0, "b c")]


def test_pages_and_markdown_say_how_words_are_set() -> None:
    html = "<h1>A <b>plan</b></h1><p>We <strong>will  <em>build</em></strong> <u>it</u> "
    html += "<a href=x style='text-decoration:underline'>here</a>.</p>"
    assert looks(page(html)) == [
        ("bold", 1, "plan"),
        ("bold", 0, "will build"),
        ("italic", 0, "build"),
        ("underline", 0, "it"),
    ]
    text = "We **will *build*** `**this**` ~~not~~ 2 * 3 * 4 <b>now</b> \\*so\\* snake_case_name ***all***.\n"
    assert sorted(looks(md(text))) == [
        ("bold", 0, "all"),
        ("bold", 0, "now"),
        ("bold", 0, "will *build*"),
        ("italic", 0, "**all**"),
        ("italic", 0, "build"),
        ("strike", 0, "not"),
    ]


# What a comparison says

PLAIN = "We will build 300 homes by 2025. The park stays open. Trams run every ten minutes at night."


def test_same_words_set_in_another_way_are_identical_and_told() -> None:
    old, new = md(PLAIN), md(PLAIN.replace("300 homes", "**300 homes**").replace("open", "*open*"))
    assert changed(old, new) == [("", "bold", "300 homes"), ("", "italic", "open")]
    assert told(old, new) == ["Formatting changed in 1 paragraph, words apart: plain → bold (1), plain → italic (1)."]
    comparison = repdiff.compare(old, new)
    assert {group.kind.value for group in comparison.groups} == {"identical"}
    assert "formatting: plain → bold: “300 homes”" in str(repdiff.render(comparison, "terminal"))


def test_of_reworded_pairs_the_equal_words_are_looked_at() -> None:
    new = PLAIN.replace("every ten minutes", "every **eight** minutes").replace("at night", "at **night**")
    assert changed(md(PLAIN), md(new)) == [("", "bold", "night")]


def test_headings_of_another_level_and_items_that_are_none_are_told() -> None:
    old, new = (
        docx(styled("Housing", key) + p(PLAIN) + styled("Traffic", "h1") + p("Trams run.")) for key in ("h1", "h2")
    )
    assert changed(old, new) == [("heading", "heading", "Housing")]
    assert told(old, new) == ["Formatting changed in 1 paragraph, words apart: heading 1 → heading 2 (1)."]
    items = page(f"<ul><li>{PLAIN}<li>Another measure is taken.</ul>")
    assert {each[:2] for each in changed(items, page(f"<p>{PLAIN}</p><p>Another measure is taken.</p>"))} == {
        ("item", "")
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (Source("a.txt", "We will build 300 homes."), md("We will build **300 homes**.")),
        (docx(styled("All of it is set so.", "Lead")), docx(p(inside=run("All of it is set so.", "<w:b/>")))),
        (docx(styled("All of it is set so.", "Lead")), docx(p("All of it is set so."))),
        (md("# A **plan**\n\nText of it."), md("# A plan\n\nText of it.")),
        (md("It is **so.**"), md("It is **so**.")),
        (md("| A | B |\n|---|---|\n| x | 1 |"), page("<table><tr><td><b>A</b><td><b>B</b><tr><td>x<td>1</table>")),
        (md("**We** build it."), page("<p><b>We</b>  build it.</p>")),
    ],
    ids=["no format", "style or words", "style gone", "heading", "a mark", "head of a table", "two formats"],
)  # fmt: skip
def test_what_may_look_the_same_is_not_told(old: Source, new: Source) -> None:
    assert changed(old, new) == changed(new, old) == []
    assert told(old, new) == []


def test_a_new_template_is_told_once(tmp_path: Path) -> None:
    old = "".join(
        styled(f"Chapter {n} of homes", "h1") + p(f"Measure {n} builds {n}00 homes in the city.") for n in range(1, 16)
    )
    comparison = repdiff.compare(docx(old), docx(old.replace('"h1"', '"h2"')))
    assert told(docx(old), docx(old.replace('"h1"', '"h2"'))) == [
        "Formatting changed in 15 paragraphs, words apart: heading 1 → heading 2 (15)."
    ]
    assert str(repdiff.render(comparison, "terminal")).count("formatting:") == 0
