"""The small charts of target and result: where the numbers lie, what is drawn at all, what is said instead of drawn."""

import re

import pytest

from repdiff import Source, View, check, render
from repdiff.report.bullets import bullet
from repdiff.report.nouns import Bullet
from repdiff.report.words import ENGLISH

WORDS = ENGLISH.within("page.check")


def drawn(promised: str, reported: str) -> Bullet | None:
    found = check(Source("a.txt", f"一、重点工作\n{promised}\n"), Source("b.txt", f"一、工作回顾\n{reported}\n"))
    (promise,) = found.promises
    return bullet(found, promise, WORDS)


def test_the_bar_runs_from_zero_to_the_result_and_the_mark_stands_at_the_target() -> None:
    found = drawn("培训护工50人。", "培训护工40人。")
    assert found is not None
    assert (found.zero, found.bar.start) == (0, 0)
    assert found.bar.width / found.target.start == pytest.approx(0.8, abs=0.001)
    assert found.target.width == 0
    assert found.label == "Promised: 50人, Reported: 40人"


def test_units_count_and_not_digits() -> None:
    found = drawn("完成投资2亿元。", "完成投资10000万元。")
    assert found is not None
    assert found.bar.width / found.target.start == pytest.approx(0.5, abs=0.001)


def test_a_range_is_a_stretch() -> None:
    found = drawn("地区生产总值增长5%—6%。", "地区生产总值增长5.5%。")
    assert found is not None
    assert found.target.start < found.bar.width < found.target.start + found.target.width


def test_what_falls_lies_left_of_zero() -> None:
    found = drawn("地区生产总值增长5%。", "地区生产总值下降3%。")
    assert found is not None
    assert found.bar.start < found.zero < found.target.start


@pytest.mark.parametrize(
    ("promised", "reported"),
    [
        ("培训护工50人。", "道路养护有力。"),
        ("地区生产总值增长5%。", "地区生产总值3000亿元。"),
    ],
)
def test_nothing_is_drawn_where_the_two_cannot_be_laid_on_one_line(promised: str, reported: str) -> None:
    assert drawn(promised, reported) is None


def test_the_page_says_each_chart_in_words_and_needs_no_script() -> None:
    found = check(
        Source("a.txt", "一、重点工作\n培训护工50人。整修“小巷”30条。\n"),
        Source("b.txt", "一、工作回顾\n培训护工40人。\n"),
    )
    page = str(render(found, "html", View(lang="en")))
    (chart,) = re.findall(r'<svg class="bullet".*?</svg>', page, re.DOTALL)
    assert 'role="img" aria-label="Promised: 50人, Reported: 40人"' in chart
    assert "<title>Promised: 50人, Reported: 40人</title>" in chart
    assert "style=" not in chart
