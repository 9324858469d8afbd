"""A rebrand is no rewording: names that mean the same make no difference, and nothing else is taken for the same by them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repdiff import CheckOptions, Comparison, Kind, Options, RepdiffError, Source, check, compare, render, self_check
from repdiff.comparison.glossary import faults
from repdiff.text.renaming import Renaming

GLOSSARY = (("Twitter", "X"), ("发改委", "发展和改革委员会"), ("labour", "work"), ("European Union", "EU"))


def compared(old: str, new: str, **options: object) -> Comparison:
    wanted = Options(**{"glossary": GLOSSARY, **options})  # type: ignore[arg-type]
    return compare(Source("old.txt", old), Source("new.txt", new), wanted)


def kinds(old: str, new: str, **options: object) -> list[str]:
    found = compared(old, new, **options)
    return [group.kind for group in found.groups] + ["dropped"] * len(found.dropped) + ["added"] * len(found.added)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The offices of Twitter are in Berlin.\n", "The offices of X are in Berlin.\n"),
        ("THE OFFICES OF TWITTER ARE IN BERLIN.\n", "THE OFFICES OF X ARE IN BERLIN.\n"),
        ("Labour is what the plan is about.\n", "Work is what the plan is about.\n"),
        ("The treaties of the European  Union were signed there.\n", "The treaties of the EU were signed there.\n"),
        ("省发改委牵头修订投资目录。\n", "省发展和改革委员会牵头修订投资目录。\n"),
        ("省發改委牵头修订投资目录。\n", "省发展和改革委员会牵头修订投资目录。\n"),
        ("在Twitter上公布结果并接受监督。\n", "在X上公布结果并接受监督。\n"),
    ],
)
def test_sentences_that_differ_only_in_a_name_are_identical(old: str, new: str) -> None:
    assert kinds(old, new) == [Kind.IDENTICAL]
    assert kinds(new, old) == [Kind.IDENTICAL]
    assert kinds(old, new, glossary=()) != [Kind.IDENTICAL]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The offices of Twitter have 5 floors.\n", "The offices of X have 6 floors.\n"),
        ("Twitter did not pay its taxes.\n", "X did pay its taxes.\n"),
        ("Profits of Twitter were -3 million.\n", "Profits of X were 3 million.\n"),
        ("The Twitterati met in Berlin.\n", "The Xati met in Berlin.\n"),
        ("The X5 was sold in Berlin.\n", "The Twitter5 was sold in Berlin.\n"),
        ("We call x a variable of the plan.\n", "We call Twitter a variable of the plan.\n"),
    ],
)
def test_what_differs_in_more_than_a_name_is_never_identical(old: str, new: str) -> None:
    assert Kind.IDENTICAL not in kinds(old, new)


def test_edits_show_each_side_as_it_was_and_mark_only_what_changed() -> None:
    rest = "修建水库三座，保障城乡供水安全。\n建设智能工厂十家，培训工人。\n"
    old, new = "省发改委和Twitter共建两处办公室，公布名单。\n", "省发展和改革委员会和X共建三处办公室，公布名单。\n"
    found = compared(old + rest, new + rest)
    group = next(each for each in found.groups if each.kind is Kind.REWORDED)
    told = [(e.op, found.old.source.quote(e.old), found.new.source.quote(e.new)) for e in group.edits]
    assert told[0] == ("equal", "省发改委和Twitter共建", "省发展和改革委员会和X共建")
    assert [(one, other) for op, one, other in told if op != "equal"] == [("两处", ""), ("", "三处")]


def test_a_note_counts_the_pairs_that_only_names_tell_apart_and_the_options_name_them() -> None:
    old = "The offices of Twitter are in Berlin.\nThe park was opened.\n"
    found = compared(old, old.replace("Twitter", "X"))
    assert "Sentences that only differ in names of the glossary count as unchanged: 1." in found.notes
    assert '"glossary": {"Twitter": "X"' in str(render(found, "json"))


def test_indicators_are_named_by_one_word_too() -> None:
    plan, review = "2024年重点工作\n高企数量增长8%。\n", "2024年工作回顾\n高新技术企业数量增长9%。\n"
    sources = Source("2024.txt", plan), Source("review.txt", review)
    assert not [p.result for p in check(*sources).promises if p.verdict == "met"]
    found = check(*sources, CheckOptions(glossary=(("高企", "高新技术企业"),)))
    assert [promise.verdict for promise in found.promises] == ["met"]


@pytest.mark.parametrize(
    ("glossary", "what"),
    [
        ((("Office 10", "Office 11"),), "a digit"),
        ((("三", "四"),), "a number"),
        ((("two", "three"),), "a number"),
        ((("亿元", "万元"),), "a unit"),
        ((("at least", "at most"),), "a qualifier"),
        ((("增长", "下降"),), "turns the meaning"),
        ((("non-profit", "profit"),), "turns the meaning"),
        ((("公有制经济", "非公有制经济"),), "turns the meaning"),
        ((("sans domicile", "domicile"),), "turns the meaning"),
        ((("Raucher", "Nichtraucher"),), "turns the meaning"),
        ((("営利法人", "非営利法人"),), "turns the meaning"),
        ((("A+", "A"),), "a sign"),
        ((("alpha", "beta"), ("beta", "alpha")), "leads back to itself"),
        ((("alpha", "beta"), ("beta", "gamma")), "which leads on"),
        ((("Alpha", "alpha"),), "explained by itself"),
        ((("alpha", "…"),), "no letters"),
    ],
)
def test_what_is_no_name_is_refused(glossary: tuple[tuple[str, str], ...], what: str) -> None:
    assert any(what in fault.what for fault in faults(glossary))
    with pytest.raises(RepdiffError, match="glossary"):
        compare(Source("a", "One.\n"), Source("b", "Two.\n"), Options(glossary=glossary))


@pytest.mark.parametrize(
    "pair",
    [
        ("百度", "Baidu"),
        ("高企", "高新技术企业"),
        ("Facebook", "Meta"),
        ("一带一路", "丝绸之路"),
        ("非公有制经济", "民营经济"),
        ("非遗", "非物质文化遗产"),
        ("无人机", "UAV"),
        ("Airlines", "United Airlines"),
    ],
)
def test_names_that_hold_a_telling_letter_are_names_all_the_same(pair: tuple[str, str]) -> None:
    assert not list(faults((pair,)))


def test_the_longest_name_is_found_first_and_one_that_is_meant_stays() -> None:
    names = Renaming((("Meta", "Meta Platforms"), ("Acme Works", "Beta"), ("Acme", "Gamma")))
    assert names.meant("Meta, Meta Platforms, Acme Works, Acme") == "Meta Platforms, Meta Platforms, Beta, Gamma"


def test_a_name_is_found_over_the_end_of_a_line() -> None:
    names = Renaming(GLOSSARY)
    assert names.meant("the European\n  Union and 省发改\n委") == "the EU and 省发展和改革委员会"


PIECES = st.sampled_from(
    [
        "Twitter",
        "X",
        "发改委",
        "发展和改革委员会",
        "Labour",
        "work",
        " paid ",
        "5",
        " 6%",
        "建设",
        "公园",
        "not ",
        ".\n",
        "。",
        "，",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join)


@settings(max_examples=15, deadline=None)
@given(TEXTS, TEXTS)
def test_every_law_holds_under_a_glossary(old: str, new: str) -> None:
    """Each sentence once, edits spell both sides, the mirror, the same text twice, the same bytes."""
    found = compared(old, new)
    assert self_check(found, str(render(found, "json"))) == ()
