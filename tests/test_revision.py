"""The walk from one text to the other: it covers both, and what it calls equal is equal."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from repdiff.comparison import compare
from repdiff.model.links import Comparison, Op
from repdiff.model.options import Options
from repdiff.model.revision import Step
from repdiff.model.texts import Source
from repdiff.report.revision import revise
from repdiff.sources import read

SEEDS = Path(__file__).parent.parent / "seeds"
TEXTS = Path(__file__).parent.parent.parent / "shared" / "texts"
_LEAVES, _COMES = (Op.DELETE, Op.MOVE_FROM), (Op.INSERT, Op.MOVE_TO)
_SENTENCES = (
    "新建中小学50所。",
    "新建中小学60所，扩建12所。",
    "We will plant 300 trees along the river.",
    "We will plant 400 trees, along the river and the road.",
    "稳定粮食生产。",
    "（一）修水库。",
    "（二）修水库。",
    "一、工业",
    "# Water",
    "— 3 —",
    "Der Bach wird breiter, der Weg auch.",
    "增长5%,就业3万人。",
    "增长5％，就业3万人。",
    "نزرع مئة شجرة.",
)
_TEXTS = st.lists(st.tuples(st.sampled_from(_SENTENCES), st.sampled_from(("", " ", "\n", "\n\n", "  \n"))), max_size=12)


def compared(old: str, new: str, kind: str = "txt") -> Comparison:
    return compare(Source("old", old, kind), Source("new", new, kind), Options(numbers=False))


def text_of(comparison: Comparison, step: Step) -> tuple[str, str]:
    return comparison.old.source.quote(step.old), comparison.new.source.quote(step.new)


def check(comparison: Comparison, moves: bool) -> tuple[Step, ...]:
    steps = revise(comparison, moves)
    at = (0, 0)
    for step in steps:
        assert (step.old.start, step.new.start) == at
        at = (step.old.end, step.new.end)
        above, below = text_of(comparison, step)
        assert above or below
        match step.op:
            case Op.EQUAL:
                assert above == below
            case Op.DELETE | Op.MOVE_FROM:
                assert not below
            case _:
                assert not above
        assert bool(step.move) == (step.op in (Op.MOVE_FROM, Op.MOVE_TO))
        assert -1 <= step.group < len(comparison.groups)
    assert at == (len(comparison.old.source.text), len(comparison.new.source.text))
    for moved in (Op.MOVE_FROM, Op.MOVE_TO):
        numbers = [step.move for step in steps if step.op is moved]
        assert set(numbers) == {step.move for step in steps if step.move}, "each number on both sides"
        runs = [n for before, n in zip([0, *numbers], numbers, strict=False) if n != before]
        assert len(runs) == len(set(runs)), "each at one place"
    return steps


def shown(comparison: Comparison, moves: bool = False) -> str:
    """The walk in a line: `[-old-]`, `{+new+}`, moves with their numbers."""
    signs = {Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}", Op.MOVE_FROM: "[{n}-{}-]", Op.MOVE_TO: "{{{n}+{}+}}"}
    return "".join(
        signs.get(step.op, "{}").format("".join(dict.fromkeys(text_of(comparison, step))), n=step.move)
        for step in check(comparison, moves)
    )


@given(_TEXTS, _TEXTS, st.booleans())
@examples(max_examples=150)
def test_small_texts_are_covered(old: list[tuple[str, str]], new: list[tuple[str, str]], moves: bool) -> None:
    check(compared(*("".join(map("".join, each)) for each in (old, new))), moves)


@given(_TEXTS)
@examples(max_examples=40)
def test_a_text_and_itself_is_all_equal(parts: list[tuple[str, str]]) -> None:
    text = "".join(map("".join, parts))
    assert {step.op for step in check(compared(text, text), True)} <= {Op.EQUAL}


@pytest.mark.parametrize("moves", [False, True])
def test_the_seeds_are_covered(moves: bool) -> None:
    files = sorted(SEEDS.glob("xuchang-20*.txt"))
    for old, new in pairwise(files):
        check(compare(read(str(old)), read(str(new))), moves)


@pytest.mark.parametrize(
    "pair",
    [
        "hunan-2025.txt hunan-2026.txt",
        "tiktok-privacy-2023.md tiktok-privacy-2024.md",
        "en/gwr-2021.txt en/gwr-2022.txt",
    ],
)
def test_texts_of_others_are_covered(pair: str) -> None:
    files = [TEXTS / name for name in pair.split()]
    if not all(file.exists() for file in files):
        pytest.skip("the shared texts are not here")
    check(compare(*(read(str(file)) for file in files)), True)


def test_what_is_equal_but_for_its_marks_is_taken_out_and_put_in() -> None:
    found = shown(compared("增长5%,就业稳定。\n", "增长5%，就业稳定。\n"))
    assert found == "增长5%[-,-]{+，+}就业稳定。\n"


def test_a_paragraph_comes_with_its_own_end() -> None:
    old = "The school opens in May.\nThe river is clean.\n"
    new = "The school opens in May.\nNobody counted the birds of 1912.\nThe river is clean.\n"
    assert shown(compared(old, new)) == (
        "The school opens in May.\n{+Nobody counted the birds of 1912.\n+}The river is clean.\n"
    ).replace("1912.\n+}", "1912.+}{+\n+}")


def test_what_crosses_is_taken_out_at_one_place_and_moves_where_that_is_asked() -> None:
    first = "The new hospital in the north gets forty beds and two ambulances.\n"
    rest = "The river is cleaned.\nThe school opens in May.\nThe road to the harbour is widened.\n"
    pair = compared(first + rest, rest + first)
    assert shown(pair).startswith("[-The new hospital")
    assert "[1-The new hospital in the north gets forty beds and two ambulances.-][1-\n-]" in shown(pair, True)
    assert "{1+The new hospital in the north gets forty beds and two ambulances.+}{1+\n+}" in shown(pair, True)


def test_lines_that_are_in_no_sentence_stay_where_both_have_them() -> None:
    old = "# Plan\n\n[Home](a.html) | [Help](b.html)\n\nWe plant 30 trees.\n"
    assert {step.op for step in check(compared(old, old.replace("30", "40"), "md"), True)} == {
        Op.EQUAL,
        Op.DELETE,
        Op.INSERT,
    }


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", "一句话。\n"), ("One.\n", ""), ("\n\n", "\n"), ("  \n", "a")])
def test_next_to_nothing_is_covered(old: str, new: str) -> None:
    check(compared(old, new), True)
