"""Where the meaning of a pair turns: what is told and what is not, and that every report says so."""

import json

import pytest
from bench_turns import Case, cases, told

from repdiff import Comparison, Source, View, compare, render
from repdiff.comparison.laws import turned_around_mirrors
from repdiff.model.links import Turn

CASES = tuple(cases())
OLD = """Plan of the town

1. Schools

The council shall publish the report on schools every year. Funding for rural schools will rise by 5 percent. We share your address
with our partners in the town. The museum is open on public holidays, and visitors like it. The library stays as it is.
"""
NEW = (
    OLD.replace("shall", "may")
    .replace("rise by 5", "fall by 3")
    .replace("We share", "We do not share")
    .replace("is open", "is closed")
)
TOLD = ("shall → may", "rise → fall", "“do not” added", "open → closed")


@pytest.fixture(scope="module")
def turned() -> Comparison:
    return compare(Source("old.txt", OLD), Source("new.txt", NEW))


def test_there_are_cases_of_both_kinds_in_seven_languages() -> None:
    assert len({case.language for case in CASES}) == 7
    assert len(CASES) > 150
    assert 0.4 < sum(case.turn == "-" for case in CASES) / len(CASES) < 0.6


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}: {case.old[:24]} | {case.new[:24]}")
def test_a_case(case: Case) -> None:
    assert told(case) == ([] if case.turn == "-" else [case.turn.lower()])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}: {case.old[:24]} | {case.new[:24]}")
def test_a_case_turned_around(case: Case) -> None:
    assert len(told(case._replace(old=case.new, new=case.old))) == len(told(case))


def test_a_comparison_says_where_the_meaning_turns(turned: Comparison) -> None:
    found = [each.turn for group in turned.groups for each in group.turned]
    assert found == [Turn.DUTY, Turn.DIRECTION, Turn.NEGATION, Turn.OPPOSITE]
    assert not turned_around_mirrors(turned, compare(turned.new.source, turned.old.source))
    back = compare(turned.new.source, turned.old.source)
    here = {(each.turn, each.old, each.new) for group in turned.groups for each in group.turned}
    assert here == {(each.turn, each.new, each.old) for group in back.groups for each in group.turned}


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_readers_see_the_words(turned: Comparison, form: str) -> None:
    text = str(render(turned, form, View()))
    for words in TOLD:
        assert f"meaning turned: {words}" in text


def test_only_turned_pairs_can_be_asked_for(turned: Comparison) -> None:
    alone = Source("new.txt", NEW.replace("stays as it is", "stays where it is"))
    text = str(render(compare(turned.old.source, alone), "terminal", View(only=frozenset({"turned"}))))
    assert "is closed" in text.replace("{+", "").replace("+}", "")
    assert "where" not in text


def test_programs_get_the_words(turned: Comparison) -> None:
    whole = json.loads(str(render(turned, "json")))
    told_there = [
        (turn, OLD[slice(*old)], NEW[slice(*new)]) for group in whole["groups"] for turn, old, new in group["turned"]
    ]
    assert told_there == [
        ("duty", "shall", "may"),
        ("direction", "rise", "fall"),
        ("negation", "", "do not"),
        ("opposite", "open", "closed"),
    ]
    assert sum(link["turned"] for link in whole["links"]) == len(TOLD)
    assert whole["counts"]["all"]["turned"] == len(TOLD)
    table = str(render(turned, "csv", View(table="sentences")))
    assert "reworded turned" in table
    assert all(words in table for words in TOLD)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("全市工业增加值增长5%。", "全市工业增加值下降5%。"),
        ("We share your address.", "We do not share your address."),
        ("Members must sign the form.", "Members may sign the form."),
        ("公园允许遛狗。", "公园禁止遛狗。"),
    ],
)
def test_what_differs_in_a_turning_word_is_never_identical(old: str, new: str) -> None:
    found = compare(Source("old.txt", old), Source("new.txt", new))
    assert not any(group.kind == "identical" for group in found.groups)


def test_sentences_of_a_split_pair_turn_too() -> None:
    old = "The council will raise the fees for parking in the centre and it will publish the new rates in the town hall.\n"
    new = "The council will lower the fees for parking in the centre. It will publish the new rates in the town hall.\n"
    found = compare(Source("old.txt", old), Source("new.txt", new))
    assert [each.turn for group in found.groups for each in group.turned] == [Turn.DIRECTION]
