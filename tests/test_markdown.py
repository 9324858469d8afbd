"""Markdown: what changed is marked so that a reader of Markdown sees it, and nothing of a document is ever live."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from repdiff import Comparison, Source, View, compare, render
from repdiff.renderers.markdown import render as markdown
from repdiff.report import tell
from repdiff.report.nouns import Part, Passage, Row, Table
from repdiff.report.runs import Run, visible

HOSTILE = "<img src=x>[a](http://evil.example) **b** ~~c~~ `d` | e \\* &lt; # f www.evil.example _g_ $h$"
MARKS = {"s_open": "delete", "strong_open": "insert"}


def parsed(text: str) -> list[Token]:
    """Tokens, those within lines in their place."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [inner for token in tokens for inner in (token.children or [token])]


def shown(text: str) -> str:
    return "".join(token.content for token in parsed(text) if token.type == "text")


@pytest.fixture(scope="module")
def report(seed_pair: Comparison) -> str:
    return str(render(seed_pair, "markdown", View(lang="en", limit=0)))


def test_the_head_says_what_the_terminal_says(seed_pair: Comparison, report: str) -> None:
    lines = report.splitlines()
    assert lines[0].startswith("# ")
    assert lines[2] == str(render(seed_pair, "terminal", View(lang="en", width=0))).splitlines()[2]
    assert re.search(r"^\| commitments \| \d+ \|", report, re.MULTILINE)


def test_every_sentence_of_a_change_is_there(seed_pair: Comparison, report: str) -> None:
    text = shown(report).replace("\u200b", "")
    for document, ids in ((seed_pair.old, seed_pair.dropped), (seed_pair.new, seed_pair.added)):
        heads = {s.id for s in document.sentences if s.role == "heading"}
        assert [document.text(i) for i in ids if i not in heads and visible(document.text(i)) not in text] == []


def test_tables_stay_tables(report: str) -> None:
    kinds = [token.type for token in parsed(report)]
    assert kinds.count("table_open") == 3


def test_no_mark_is_left_over(report: str) -> None:
    """What is meant as a mark counts as one, also between a sign and a Chinese character."""
    left = [token.content for token in parsed(report) if token.type == "text" and re.search(r"~~|\*\*", token.content)]
    assert left == []


def test_hostile_text_stays_text() -> None:
    old = Source("[2020](x).txt", f"# 一、{HOSTILE}\n推进{HOSTILE}建设。\n1. {HOSTILE}。\n")
    new = Source("new.txt", f"# 一、{HOSTILE}\n加快推进{HOSTILE}建设工作。\n- 乙{HOSTILE}。\n+ 增长5%。\n")
    report = str(render(compare(old, new), "markdown"))
    live = {token.type for token in parsed(report)} & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "code_block",
    }
    assert live == set()
    assert HOSTILE in shown(report).replace("\u200b", "")
    assert "www.evil" not in report
    assert not re.search(r"(?<!\\)://", report)


TEXTS = st.text(st.sampled_from("增长7% ，。“”()*_~|`\\<>[]#-+=.1a&$:/"), min_size=1, max_size=12)


@given(st.lists(st.tuples(TEXTS, st.sampled_from(["", "delete", "insert"])), min_size=1, max_size=6))
def test_marks_come_back_as_they_were_meant(small_report: object, pieces: list[tuple[str, str]]) -> None:
    """A reader of Markdown sees the same characters under the same marks; blanks at the ends of a mark stand outside it."""
    runs = tuple(Run(f"{text}", style) for text, style in pieces)
    row = Row(
        "",
        "reworded",
        "reworded",
        old=(Passage((Run("x"), *runs, Run("x"))),),
        new=(Passage((Run("y"),)),),
        called=("a", "b"),
    )
    bare = replace(small_report, head=(), notes=(), tables=(), parts=(Part("", "t", listed=(row,)),))  # type: ignore[type-var]
    found: dict[str, str] = {"": "", "delete": "", "insert": ""}
    style, on = "", False
    for token in parsed(markdown(bare)):  # type: ignore[arg-type]
        if token.type == "text" and on and not style.startswith("#"):
            found[style] += token.content
        style = MARKS.get(token.type, "" if token.type.endswith("_close") else style)
        on = on or (token.type == "text" and token.content.startswith("a "))
    wanted = {mark: "".join(text for text, style in pieces if style == mark) for mark in found}
    for mark in ("delete", "insert"):
        assert bared(found[mark]) == bared(wanted[mark])


def bared(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@pytest.fixture(scope="module")
def small_report() -> object:
    return tell(compare(Source("a.txt", "甲。\n"), Source("b.txt", "乙。\n")), View(lang="en"))


def test_a_table_with_bars_in_its_cells_stays_one(small_report: object) -> None:
    table = Table("t", "T", ("a|b", ""), (("c|d", "e\nf"),))
    text = markdown(replace(small_report, tables=(table,), parts=()))  # type: ignore[type-var]
    cells = [token for token in parsed(text) if token.type in ("td_open", "th_open")]
    assert len(cells) == 4
    assert "c|d" in shown(text)


@pytest.mark.parametrize("limit", [65_536, 20_000, 4_000, 1_500])
def test_a_long_report_stays_within_its_limit_and_says_what_is_missing(seed_pair: Comparison, limit: int) -> None:
    text = str(render(seed_pair, "markdown", View(lang="en", limit=limit)))
    assert len(text.encode("utf-16-le")) // 2 <= limit
    (note,) = re.findall(r"^> Only a part is shown.*$", text, re.MULTILINE)
    assert shown(note).endswith("--limit 0 shows all.")
    whole = str(render(seed_pair, "markdown", View(lang="en", limit=0)))

    def commitments(told: str) -> int:
        return len(re.findall(r"^- \*\*[a-z, ]+\*\* \(commitment", told, re.MULTILINE))

    missing = sum(
        int(count) for count in re.findall(r"\d+(?= (?:reworded|dropped|added))", shown(note).partition(";")[0])
    )
    told = {"formula", "heading", "statement", "commitment"} & set(re.findall(r"([a-z]+): \d", shown(note)))
    assert commitments(text) == commitments(whole) - (missing if "commitment" in told else 0)
    if "commitment" in told:
        assert "(statement)" not in text, "statements go before commitments"
    kinds = [token.type for token in parsed(text)]
    assert kinds.count("table_open") == kinds.count("table_close") == 3


def test_a_report_that_fits_is_whole(small_comparison: Comparison) -> None:
    assert render(small_comparison, "markdown") == render(small_comparison, "markdown", View(limit=0))
