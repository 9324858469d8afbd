"""Why a pair was made, as a reader is told: what the two share, quoted as it stands, and how their places go together."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import repdiff
from repdiff.model.links import Comparison, Kind
from repdiff.model.texts import Source
from repdiff.pair.reasons import common_run

SEEDS = Path(__file__).parent.parent / "seeds"
PLACES = {
    "same place in a paired section",
    "in a paired section",
    "in another section",
    "between the same neighbours",
    "among other neighbours",
    "at about the same place",
}


@pytest.fixture(scope="module")
def reports() -> Comparison:
    return repdiff.compare(*(repdiff.read(SEEDS / f"xuchang-{year}.txt") for year in (2020, 2021)))


@pytest.mark.parametrize(
    ("old", "new", "run"),
    [
        ("坚持外防输入、内防反弹，守住底线。", "慎终如始抓好外防输入、内防反弹工作。", "外防输入、内防反弹"),
        ("推进“四个一百”工程建设。", "实施“四个一百”专项。", "“四个一百”"),
        ("实施“四个一百”工程。", "落实“四个一百计划。", "四个一百"),
        ("新建学校12所。", "改建医院12家。", ""),
        ("We are expanding the rural schools.", "Demanding the rural schools", "the rural schools"),
        ("an investment of 12,345.6 million", "investments of 2,345.6 millions", ""),
        ("Energy policy", "Energy policy", "Energy policy"),
        ("", "加快", ""),
        ("一" * 80, "一" * 90, "一" * 29 + "…"),
    ],
)
def test_the_longest_common_words_are_quoted_whole(old: str, new: str, run: str) -> None:
    assert common_run(old, new) == run


PIECES = st.lists(
    st.sampled_from(["加快", "发展", "，", "“六稳”", "growth ", "of ", "1,2", "%", " ", "新区"]), max_size=14
)


@given(PIECES, PIECES)
def test_a_quotation_stands_in_both_texts(left: list[str], right: list[str]) -> None:
    old, new = "".join(left), "".join(right)
    run = common_run(old, new)
    assert run.removesuffix("…") in old
    assert run.removesuffix("…") in new
    assert run == run.strip()
    assert run.count("“") == run.count("”")


def test_every_reason_says_what_is_shared_and_where(reports: Comparison) -> None:
    for link in reports.links:
        what, _, place = link.reason.rpartition("; ")
        assert place in PLACES
        assert (what == "same text") == (link.kind is Kind.IDENTICAL)
        if what.startswith("shares “"):
            run = what.removeprefix("shares “").removesuffix("”").removesuffix("…")
            assert run in reports.old.text(link.old)
            assert run in reports.new.text(link.new)
    silent = sum(link.reason.startswith("few words in common") for link in reports.links)
    assert silent < 0.15 * len(reports.links)


def test_a_moved_sentence_is_not_said_to_stand_in_its_place(reports: Comparison) -> None:
    places = {flag: {k.reason.rpartition("; ")[2] for k in reports.links if k.moved is flag} for flag in (True, False)}
    assert places[True] == {"in another section", "among other neighbours"}
    assert not places[True] & places[False]


def test_without_headings_the_neighbours_are_the_place() -> None:
    old, new = "稳定粮食生产。修建水库三座。\n", "稳定粮食生产。修建水库四座。\n"
    comparison = repdiff.compare(Source("a", old), Source("b", new))
    assert {link.reason.rpartition("; ")[2] for link in comparison.links} == {"between the same neighbours"}
