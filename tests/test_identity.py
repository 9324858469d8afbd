"""Case files of identity: which two sentences are the same, and that a reader sees what tells the others apart."""

from pathlib import Path

import pytest

from repdiff import Kind, Options, Source, View, compare
from repdiff.renderers import Format, render
from repdiff.text.keys import identity

CASES = Path(__file__).parent / "cases" / "identity"
BESIDE = "\n修缮校舍，疏通河道，整治背街小巷。\nThe old mill will become a museum of the river.\n"


def pairs(name: str) -> list[tuple[str, str]]:
    lines = (CASES / f"{name}.txt").read_text("utf-8").splitlines()
    return [(old, new) for old, new in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("old", "new"), pairs("different"))
def test_what_can_change_the_meaning_is_a_difference_that_is_seen(old: str, new: str) -> None:
    assert identity(old) != identity(new)
    for sides in ((old, new), (new, old)):
        found = compare(*(Source(name, side + BESIDE) for name, side in zip(("a", "b"), sides, strict=True)))
        assert not [group for group in found.groups if group.kind is Kind.IDENTICAL and 0 in (*group.old, *group.new)]
        shown = render(found, Format.TERMINAL, View(lang="en", width=0))
        assert found.dropped or "[-" in shown or "{+" in shown
        page = render(found, Format.HTML, View(lang="en"))
        assert found.dropped or "<del" in page or "<ins" in page


@pytest.mark.parametrize(("old", "new"), pairs("same"))
def test_width_and_style_are_none(old: str, new: str) -> None:
    assert identity(old) == identity(new)
    found = compare(Source("a", old + BESIDE), Source("b", new + BESIDE), Options())
    assert {group.kind for group in found.groups} == {Kind.IDENTICAL}
    assert not found.dropped
