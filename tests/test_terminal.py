"""What a reader sees on a terminal and in a pipe."""

import os
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repdiff import render
from repdiff.model.links import Comparison, Kind
from repdiff.model.texts import Role
from repdiff.model.view import View
from repdiff.renderers import Format
from repdiff.renderers.terminal.layout import wrap
from repdiff.report.runs import Run, clip, visible, width
from repdiff.report.summary import side_names

GOLDEN = Path(__file__).parent / "golden"
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


every = partial(View, min_score=0)  # shows every pair as one, whatever the limit is


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("small-piped.txt", every(lang="en", width=0)),
        ("small-60.txt", every(lang="en", width=60)),
        ("small-100.txt", every(lang="en", width=100)),
        ("small-200.txt", every(lang="en", width=200)),
        ("small-context.txt", every(lang="en", width=60, context=1)),
        ("small-piped-zh.txt", every(lang="zh", width=0)),
        ("small-60-zh.txt", every(lang="zh", width=60)),
        ("small-100-zh.txt", every(width=100)),
        ("small-perhaps.txt", View(lang="en", width=100, min_score=0.6)),
        ("small-perhaps-zh.txt", View(width=60, min_score=0.6)),
        (
            "small-dropped.txt",
            every(lang="en", width=0, only=frozenset({"dropped"}), roles=frozenset({Role.COMMITMENT})),
        ),
    ],
)
def test_golden(name: str, view: View, small_comparison: Comparison) -> None:
    """Set REPDIFF_GOLDEN=write to write the files anew, then read them."""
    shown = render(small_comparison, Format.TERMINAL, view)
    path = GOLDEN / name
    if os.environ.get("REPDIFF_GOLDEN") == "write":
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_whole_report_fits_a_narrow_terminal(seed_pair: Comparison, columns: int, lang: str) -> None:
    shown = render(seed_pair, Format.TERMINAL, View(lang=lang, width=columns))
    assert [line for line in shown.splitlines() if width(line) > columns] == []


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("columns", [60, 99, 100, 137, 200])
def test_no_line_is_wider_than_the_terminal(columns: int, lang: str, small_comparison: Comparison) -> None:
    shown = render(small_comparison, Format.TERMINAL, View(lang=lang, width=columns))
    assert max(width(line) for line in shown.splitlines()) <= columns


def test_colour_only_repeats_what_the_marks_say(small_comparison: Comparison) -> None:
    plain = render(small_comparison, Format.TERMINAL, View(lang="en", width=120))
    coloured = render(small_comparison, Format.TERMINAL, View(lang="en", width=120, color=True))
    assert coloured != plain
    assert [line.rstrip() for line in _ANSI.sub("", coloured).splitlines()] == plain.splitlines()


def test_a_document_cannot_speak_to_the_terminal_nor_to_rich(small_comparison: Comparison) -> None:
    shown = render(small_comparison, Format.TERMINAL, View(lang="en", width=0))
    assert "建设[bold]园区[/]。" in shown
    assert r"种\x1b[31m树\u202e。" in shown
    assert "\x1b" not in shown


def test_piped_texts_stay_on_one_line(small_comparison: Comparison) -> None:
    """A search in piped output finds a text whole, however long it is."""
    source = small_comparison.new.source
    longer = replace(source, text=source.text + "发展" * 300 + "。\n")
    last = small_comparison.new.sentences[-1]
    grown = replace(last, span=last.span._replace(end=len(longer.text) - 1))
    new = replace(small_comparison.new, source=longer, sentences=(*small_comparison.new.sentences[:-1], grown))
    shown = render(replace(small_comparison, new=new), Format.TERMINAL, View(lang="en", width=0))
    assert "发展" * 300 + "。" in shown


def test_only_moved_shows_no_other_change(small_comparison: Comparison) -> None:
    shown = render(small_comparison, Format.TERMINAL, View(lang="en", width=0, only=frozenset({"moved"})))
    body = shown.split("# ", 1)[1]
    assert "稳定粮食生产。" in body
    assert "moved from 二、农业" in body
    assert not re.search(r"^[-+] ", body, re.MULTILINE)


def test_filters_that_match_nothing_say_so(small_comparison: Comparison) -> None:
    view = View(lang="en", width=80, only=frozenset({Kind.ADDED}), roles=frozenset({Role.FORMULA}))
    assert "Nothing to show under these filters." in render(small_comparison, Format.TERMINAL, view)


def test_sides_are_named_by_year_else_old_and_new(small_comparison: Comparison) -> None:
    assert side_names(small_comparison) == ("2020", "2021")
    unnamed = replace(small_comparison.old, source=replace(small_comparison.old.source, name="plan.txt"))
    assert side_names(replace(small_comparison, old=unnamed)) == ("old", "new")


def test_no_line_starts_with_closing_punctuation() -> None:
    text = "加快发展，提高质量。“四个一百”（含县）、《规划》！" * 20
    for columns in range(10, 40):
        for line in wrap([Run(text)], columns):
            shown = "".join(run.text for run in line)
            assert shown[0] not in "，。”）、》！"
            assert shown[-1] not in "“（《"


def test_numbers_and_words_are_not_broken() -> None:
    lines = ["".join(run.text for run in line) for line in wrap([Run("增长12,345.6%左右，investment growth")], 12)]
    assert any("12,345.6%" in line for line in lines)
    assert any(line.endswith("investment") for line in lines)


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Mn", "Me"))
    | st.sampled_from("，。发 a[-]{+}")
)


@given(st.lists(st.tuples(TEXTS, st.sampled_from(["", "added", "quiet"])), max_size=6), st.integers(4, 80))
def test_wrapping_loses_only_blanks_and_keeps_the_width(pieces: list[tuple[str, str]], columns: int) -> None:
    runs = [Run(*piece) for piece in pieces]
    lines = wrap(runs, columns)
    assert all(sum(width(run.text) for run in line) <= columns for line in lines)
    inked = "".join("".join(run.text for line in lines for run in line).split())
    assert inked == "".join("".join(run.text for run in runs).split())
    for style in ("added", "quiet"):
        kept = "".join("".join(run.text for line in lines for run in line if run.style == style).split())
        assert kept == "".join("".join(run.text for run in runs if run.style == style).split())


@given(st.text())
def test_what_is_shown_can_be_printed_and_obeyed_by_no_terminal(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown)


def test_line_breaks_inside_a_sentence() -> None:
    assert visible("许昌从郑\n州都市圈") == "许昌从郑州都市圈"
    assert visible("growth of\n  industry") == "growth of industry"


def test_clip_counts_columns_not_characters() -> None:
    assert clip("加快发展", 5) == "加快…"
    assert clip("加快发展", 8) == "加快发展"


def test_the_terminal_and_the_page_name_the_same_sections_with_the_same_counts(seed_pair: Comparison) -> None:
    head = render(seed_pair, Format.TERMINAL, View(lang="en")).split("Most changed\n")[1].split("\n\n")[0]
    page = " ".join(re.sub("<[^>]+>", " ", render(seed_pair, Format.HTML, View(lang="en"))).split())
    page = page.split("Sections with most change")[-1].replace(" new", " added")
    assert head.count("\n") == View().most_changed - 1
    for line in head.splitlines():
        title, counts = line.strip().rsplit("  ", 1)
        after = page.split(title.rstrip("…"), 1)[1][:200]
        assert " ".join(counts.split(", ")) in " ".join(after.replace(",", "").split())
