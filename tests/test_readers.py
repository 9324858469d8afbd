"""The formats that are read: one table for all commands, and what each file knows of its text."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import repdiff
from repdiff import Kind, Role, Source, Span, What
from repdiff.duplicates.inputs import sources
from repdiff.duplicates.search import searched
from repdiff.duplicates.settings import Settings
from repdiff.files.request import Request
from repdiff.model.document import Document
from repdiff.model.errors import RepdiffError
from repdiff.sources import read, readers, text_of
from repdiff.sources.markdown import read_markdown
from repdiff.sources.readers import READERS, Reader

PAGE = """<!doctype html><html lang=en><head><meta charset="utf-8"><title>Report</title>
<script>var a = "<h1>not seen</h1>";</script><style>h1 { color: red }</style>
<body><nav><ul><li><a href="/">Home</a><li>Products<ul><li>One<li>Two</ul><li>Privacy Policy Page</ul></nav>
<h1>Annual <em>report</em> &amp; plan</h1><p>The city grew by <b>5</b> %.</p><p>We will build
two schools.<p>Costs were &lt; 3 million.
<h2>Goals<br>for 2024</h2><table><tr><th>Name<th>Value<tr><td>1. Growth<td>5 %</table>
<h3>Small print</h3><ol><li><p>Keep it.</p><p>Twice.</p></li></ol></body></html>
"""
NOTES = """# Title *one* ##

See [the **terms**](https://x.org/a_b?d=(1) "T") and **bold**, 2 * 3 * 4, snake_case_name, `co*de*`, \\*not\\*, 2*3*4.

Setext _two_
------------

* **Lead.** We collect ![alt](img.png) data.
* second [ref][One]
    - nested <https://a.org/b>

| Name | Value |
|------|:-----:|
| Growth | **5** % |

```python
# not a heading
x = 2 * y * z
```

> quoted text

---

[one]: https://x.org "T"

### Last
"""


def save(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def markdown(text: str, name: str = "a.md") -> Source:
    return read_markdown(text.encode(), Request(name))


def marks(source: Source, what: What) -> list[tuple[int, str]]:
    return [(mark.level, source.quote(mark.span)) for mark in source.marks if mark.what is what]


def whole(source: Source) -> Span:
    return Span(0, len(source.text))


def titles(document: Document) -> list[tuple[int, str]]:
    return [(section.level, section.title) for section in document.sections if section.title]


# One table for all commands


def test_a_new_reader_is_one_row(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def shouted(data: bytes, request: Request) -> Source:
        return Source(request.name, data.decode().swapcase(), "toy")

    monkeypatch.setattr(readers, "READERS", (*READERS, Reader("toy", (".toy",), shouted)))
    path = save(tmp_path, "a.toy", "hELLO wORLD, this is long enough.\n" * 2)
    assert (read(path).kind, read(path).text[:11]) == ("toy", "Hello World")
    (found,) = sources([str(path)], tmp_path / "spool")
    assert found.name == str(path)
    assert text_of(path) == read(path).text
    with searched([str(path)], Settings(jobs=1)) as search:
        assert search.store.documents == 1


def test_a_reader_that_needs_more_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def needy(data: bytes, request: Request) -> Source:
        raise ModuleNotFoundError("No module named 'toy'")

    monkeypatch.setattr(readers, "READERS", (*READERS, Reader("toy", (".toy",), needy, needs="toys")))
    with pytest.raises(RepdiffError) as error:
        read(save(tmp_path, "a.toy", "x"))
    assert "a.toy" in str(error.value)
    assert error.value.hint == "pip install 'repdiff[toys]'"


@pytest.mark.parametrize("ending", [ending for reader in READERS if not reader.needs for ending in reader.endings])
def test_dupes_and_the_comparison_read_the_same_kinds_as_the_same_text(ending: str, tmp_path: Path) -> None:
    path = save(tmp_path, f"a{ending}", "<h1>One</h1><p>Two **three** [four](http://x.org).</p>\n\n# Five\n")
    (found,) = sources([str(path)], tmp_path / "spool")
    assert found.size == path.stat().st_size
    assert read(path).text == text_of(path)
    assert repdiff.compare(read(path), read(path)).groups


def test_a_name_without_a_reader_is_plain_text(tmp_path: Path) -> None:
    assert read(save(tmp_path, "LICENSE", "# One **two**")).kind == "txt"
    assert read(save(tmp_path, "a.txt", "# One **two**")).marks == ()


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_other_kinds_are_refused_whatever_they_are_called(name: str, tmp_path: Path) -> None:
    with pytest.raises(RepdiffError, match=r"rich text.*, not text"):
        read(save(tmp_path, name, b"{\\rtf1 text}"))


# HTML


def test_a_page_is_what_is_seen_with_its_headings_items_and_cells(tmp_path: Path) -> None:
    page = read(save(tmp_path, "a.html", PAGE))
    assert page.kind == "html"
    assert page.text.split("\n") == [
        *("Annual report & plan", "The city grew by 5 %.", "We will build two schools.", "Costs were < 3 million."),
        *("Goals", "for 2024", "Name\tValue", "1. Growth\t5 %", "Small print", "1. Keep it.", "Twice."),
    ]
    assert [each.text for each in page.left_out] == ["Home\nProducts\nOne\nTwo\nPrivacy Policy Page"]
    assert marks(page, What.HEADING) == [(1, "Annual report & plan"), (2, "Goals\nfor 2024"), (3, "Small print")]
    assert marks(page, What.ITEM) == [(1, "1. Keep it.\nTwice.")]
    assert marks(page, What.CELL) == [(0, "Name"), (0, "Value"), (0, "1. Growth"), (0, "5 %")]


def test_the_headings_of_a_page_are_those_it_marks(tmp_path: Path) -> None:
    document = repdiff.cut_document(read(save(tmp_path, "a.html", PAGE)))
    assert titles(document) == [(1, "Annual report & plan"), (2, "Goals for 2024"), (3, "Small print")]
    assert {section.style for section in document.sections if section.title} == {"h"}
    lines = [document.text(s.id) for s in document.sentences if s.role is not Role.HEADING]
    assert lines[:3] == ["The city grew by 5 %.", "We will build two schools.", "Costs were < 3 million."]


def test_numbered_headings_are_found_between_those_that_a_page_marks(tmp_path: Path) -> None:
    body = "".join(
        f"<p>（{n}）加快发展第{n}产业。全市生产总值增长5%，财政收入增长6%，城镇新增就业4万人。</p>" for n in "一二三"
    )
    document = repdiff.cut_document(read(save(tmp_path, "a.html", f"<h1>工作报告</h1><h2>今年工作</h2>{body}")))
    assert [level for level, _ in titles(document)] == [1, 2, 3, 3, 3]


def test_a_page_without_headings_falls_back_to_the_rules_of_text(tmp_path: Path) -> None:
    body = "".join(
        f"<p>{n}、今年的工作安排</p><p>全市生产总值增长5%，财政收入增长6%，城镇新增就业4万人。</p>" for n in "一二三"
    )
    document = repdiff.cut_document(read(save(tmp_path, "a.html", f"<div>{body}</div>")))
    assert [title for _, title in titles(document)] == [f"{n}、今年的工作安排" for n in "一二三"]


def test_two_pages_are_compared_as_texts_not_as_tags(tmp_path: Path) -> None:
    old = save(tmp_path, "old.html", PAGE)
    new = save(tmp_path, "new.htm", PAGE.replace("<p>", "<div class=x><p>").replace("<b>5</b>", "<i>5</i>"))
    comparison = repdiff.compare(read(old), read(new))
    assert {group.kind for group in comparison.groups} == {Kind.IDENTICAL}
    assert not comparison.dropped
    assert not comparison.added
    assert repdiff.self_check(comparison) == ()


def test_lines_of_a_page_are_never_joined(tmp_path: Path) -> None:
    cells = "<td>under the plan of the first year we</td><td>and of the second, with all</td>"
    document = repdiff.cut_document(read(save(tmp_path, "a.html", f"<table>{f'<tr>{cells}</tr>' * 9}</table>")))
    assert len(document.sentences) == 9


@pytest.mark.parametrize(
    ("declared", "codec", "named"),
    [
        ('<meta charset="gb2312">', "gb18030", "gb18030"),
        ('<META http-equiv=Content-Type content="text/html; charset=windows-1251">', "cp1251", "windows-1251"),
        ("<meta charset=iso-8859-1>", "cp1252", "cp1252"),
        ("<meta charset=euc-jp>", "euc_jp", "euc-jp"),
    ],
)
def test_a_declared_encoding_is_believed_and_said(declared: str, codec: str, named: str, tmp_path: Path) -> None:
    text = {"gb18030": "工作报告", "cp1251": "Отчёт", "cp1252": "Größe – “é”", "euc_jp": "報告書を読む"}[codec]
    page = read(save(tmp_path, "a.html", f"{declared}<p>{text}</p>".encode(codec)))
    assert page.text == text
    assert not page.assumed
    assert [str(note) for note in page.notes] == [f"{page.name} was read as {named} (as it declares)."]


@pytest.mark.parametrize("declared", ["gb2312", "utf-16", "hex", "nonsense", "iso-8859-1", "utf-8"])
def test_what_is_plainly_utf8_is_read_so_whatever_it_declares(declared: str, tmp_path: Path) -> None:
    page = read(save(tmp_path, "a.html", f"<meta charset={declared}><p>工作报告 é</p>"))
    assert (page.text, page.encoding, page.notes) == ("工作报告 é", "utf-8", ())


def test_a_declaration_that_does_not_decode_is_not_believed(tmp_path: Path) -> None:
    text = "各位代表：现在，我代表市人民政府，向亐大会报告工作"  # 亐 has a byte that Windows-1252 has not
    page = read(save(tmp_path, "a.html", b"<meta charset=us-ascii><p>" + text.encode("gb18030")))
    assert (page.text, page.assumed) == (text, True)
    forced = read(save(tmp_path, "a.html", b"<meta charset=big5><p>" + text.encode("gb18030")), encoding="gb18030")
    assert (forced.text, forced.encoding) == (text, "gb18030")


def test_a_page_that_shows_nothing_says_so(tmp_path: Path) -> None:
    page = read(save(tmp_path, "a.html", "<html><body><script>write()</script></body></html>"))
    assert page.text == ""
    assert "shows no text" in page.notes[0]
    other = read(save(tmp_path, "b.html", PAGE))
    assert "shows no text" in repdiff.compare(page, other).notes[0]


def test_the_end_of_the_head_need_not_be_written(tmp_path: Path) -> None:
    assert read(save(tmp_path, "a.html", "<html><head><title>T</title><body><p>Seen.</p>")).text == "Seen."


# Markdown


def test_markdown_keeps_its_text_and_knows_its_structure() -> None:
    source = markdown(NOTES)
    assert source.text == NOTES
    assert marks(source, What.HEADING) == [(1, "# Title *one* ##"), (2, "Setext _two_"), (3, "### Last")]
    assert marks(source, What.ITEM) == [
        (1, "* **Lead.** We collect ![alt](img.png) data."),
        (1, "* second [ref][One]"),
        (2, "- nested <https://a.org/b>"),
    ]
    assert marks(source, What.CELL) == [(0, "Name"), (0, "Value"), (0, "Growth"), (0, "**5** %")]


def test_signs_are_blanks_for_comparing_and_nothing_for_showing() -> None:
    source = markdown(NOTES)
    assert len(source.plain(whole(source))) == len(NOTES)
    assert all(plain in (char, " ") for char, plain in zip(NOTES, source.plain(whole(source)), strict=True))
    assert source.shown(whole(source)).strip().splitlines() == [
        "Title one",
        "",
        "See the terms and bold, 2 * 3 * 4, snake_case_name, co*de*, *not*, 2*3*4.",
        "",
        "Setext two",
        "",
        "* Lead. We collect alt data.",
        "* second ref",
        "    - nested https://a.org/b",
        "",
        "| Name | Value |",
        "| Growth | 5 % |",
        "",
        "# not a heading",
        "x = 2 * y * z",
        "",
        "quoted textLast",
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**重点：**内容增长**5%**以上", "重点：内容增长5%以上"),
        ("***both*** and __under__ and _it_", "both and under and it"),
        ("a * b and * c", "a * b and * c"),
        ("*open and **open", "*open and **open"),
        ("[not a link] and [link](<a b>)", "[not a link] and link"),
        ("[![badge](b.svg)](https://x.org)", "badge"),
        ("``a ` b`` and `c", "a ` b and `c"),
        ("[brackets [in](http://b.org) text](http://a.org)", "brackets in text"),
        ("C:\\_dir and 100\\% and \\# no heading", "C:_dir and 100% and # no heading"),
        ("mail <me@x>, 3 <5 and 7> 2", "mail me@x, 3 <5 and 7> 2"),
        ("#hashtag is a word", "#hashtag is a word"),
        ("    # code *block*", "    # code *block*"),
    ],
)
def test_what_is_a_sign(written: str, shown: str) -> None:
    source = markdown(written)
    assert source.shown(whole(source)) == shown


def test_a_part_is_shown_without_the_signs_that_reach_into_it() -> None:
    source = markdown("See [terms](https://x.org/a) now.")
    middle = source.text.index("x.org")
    assert source.shown(Span(0, middle)) == "See terms"
    assert source.shown(Span(middle, len(source.text))) == " now."
    assert source.shown(Span(middle, middle + 2)) == ""


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab1 *_`[]()<>#-|\\\n.!中", max_size=60))
def test_signs_never_reach_beyond_the_text_or_cost_a_word(text: str) -> None:
    source = markdown(f"x{text}")
    assert all(0 <= start < end <= len(source.text) for start, end in source.signs)
    assert source.shown(whole(source)).replace(" ", "") == "".join(
        char
        for at, char in enumerate(source.text)
        if char != " " and not any(start <= at < end for start, end in source.signs)
    )
    assert repdiff.self_check(repdiff.compare(source, markdown("x y.\n\n* a"))) == ()


@pytest.mark.parametrize("pieces", [("[",), ("*a ",), ("[a](",), ("_a ", "b* "), ("`a``",)])
def test_eight_times_the_signs_without_partners_cost_about_eight_times_the_work(pieces: tuple[str, ...]) -> None:
    def cost(count: int) -> float:
        text = "".join(piece * count for piece in pieces)
        spent = []
        for _ in range(3):
            begun = time.process_time()
            markdown(text)
            spent.append(time.process_time() - begun)
        return min(spent)

    assert cost(16_000) < 24 * cost(2_000)  # looking for every partner through the whole text: 64 times


def test_markdown_is_cut_by_its_own_structure() -> None:
    document = repdiff.cut_document(markdown(NOTES))
    assert titles(document)[:2] == [(1, "Title one"), (2, "Setext two")]
    shown = [document.shown(s.id) for s in document.sentences]
    assert "| Name | Value |" in shown
    assert "# not a heading" in shown
    assert not [text for text in shown if not text.strip()]
    assert repdiff.self_check(repdiff.compare(document.source, document.source)) == ()


def test_a_table_without_outer_pipes_keeps_its_rows() -> None:
    rows = "Year of the report | What was promised in it\n--- | ---\n2019 | more schools, and\n2020 | less noise\n"
    document = repdiff.cut_document(markdown(f"# Table\n\n{rows}"))
    shown = [document.shown(s.id) for s in document.sentences]
    assert shown == [
        "Table",
        "Year of the report | What was promised in it",
        "2019 | more schools, and",
        "2020 | less noise",
    ]


def test_a_link_that_leads_elsewhere_and_bold_that_went_are_no_change() -> None:
    text = "# Policy\n\nWe share **data** with [partners](https://a.org/2019/list?id=1) only.\n\nSee [here](https://a.org)."
    moved = text.replace("a.org", "b.example/legal").replace("**data**", "_data_").replace("2019", "2024")
    comparison = repdiff.compare(markdown(text), markdown(moved))
    assert {group.kind for group in comparison.groups} == {Kind.IDENTICAL}
    assert len(comparison.groups) == 3
    assert not comparison.old.quantities
    assert repdiff.self_check(comparison) == ()


def test_a_changed_word_beside_a_link_is_the_only_edit() -> None:
    old = markdown("We share data with [our partners](https://a.org/x) once a year, as the law demands.")
    new = markdown("We share data with [our friends](https://b.org/y/z) once a year, as the law demands.")
    (group,) = repdiff.compare(old, new).groups
    changed = {edit.op: (old.shown(edit.old), new.shown(edit.new)) for edit in group.edits if edit.op != "equal"}
    assert {op: "".join(both).strip() for op, both in changed.items()} == {"delete": "partners", "insert": "friends"}


def test_markdown_and_its_plain_text_say_the_same() -> None:
    old = markdown("# Goals\n\nGrowth of **5 %**, see [the plan](https://a.org/2020).\n\n* Build `two` schools.\n")
    new = Source("a.txt", old.shown(whole(old)))
    assert {group.kind for group in repdiff.compare(old, new).groups} == {Kind.IDENTICAL}


def test_copies_are_told_apart_by_where_their_links_lead() -> None:
    line = "* Information used: [what you provide](#{}) and [what we collect](#{})."
    head = "### Purpose number {}\n\n* We use it to {} the platform.\n"
    words = ("secure", "improve", "promote", "repair")
    old = "\n".join(head.format(n, w) + line.format("a", f"x{n}") + "\n" for n, w in enumerate(words))
    comparison = repdiff.compare(markdown(old), markdown(old.replace("### Purpose number 1", "### Another purpose")))
    assert not comparison.dropped
    assert all(link.old == link.new for link in comparison.links)


@pytest.mark.parametrize("form", ["terminal", "html"])
def test_reports_show_no_signs(form: str) -> None:
    old = markdown("# Goals\n\n**Growth.** We [plan](https://a.org/1) for five schools and three parks in the city.\n")
    new = markdown("# Goals\n\n**Growth.** We [plan](https://b.org/2) for six schools and three parks in the city.\n")
    report = re.sub(
        r"<(script|style).*?</\1>", "", str(repdiff.render(repdiff.compare(old, new), form)), flags=re.DOTALL
    )
    assert not [sign for sign in ("**", "](", "a.org", "b.org", "## ") if sign in report]
    assert "six" in report


def test_decisions_on_shown_sentences_are_found_again() -> None:
    from repdiff.comparison.rulings import settle
    from repdiff.model.decisions import Decision, Decisions, Side, Verdict

    old = repdiff.cut_document(markdown("We [plan](https://a.org/1) for **five** schools.\n\nWe plan parks."))
    span = old.sentences[0].span
    entry = Decision(span, span, Verdict.RIGHT, old.shown(0), old.shown(0))
    side = Side("a.md", old.source.sha256)
    settled = settle(Decisions("d.json", side, side, (entry,)), old, old)
    assert [ruling.old for ruling in settled.rulings] == [span]
    assert settled.notes == ()
