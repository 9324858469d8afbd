"""Case files of pairs: two small texts, and which sentences must and must not stand side by side.

A file of `cases/pairs` opens with what it is about, then has the parts `--- old`, `--- new` and `--- pairs`. A line of the last part
names sentences by a few of their words, by `#2` after the words where it is the second with them:

    OLD => NEW            are linked;   => NEW & NEW [split]: to both;   [moved], [in place], [identical], [reworded], [merged]
    OLD =/= NEW           are not linked
    OLD => nothing        is dropped;   nothing => NEW: is added

Every case is tried in both directions: what holds from old to new holds from new to old, a split being a merge.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import repdiff
from repdiff import Comparison, Document, Kind, Shape, Source

CASES = sorted((Path(__file__).parent / "cases" / "pairs").glob("*.txt"))
# What a reader would wish and the program does not do yet; a case that begins to hold leaves this list.
NOT_YET = {"twin-numbers-exchanged-de"}
LINE = re.compile(r"(?P<old>.+?) (?P<sign>=>|=/=) (?P<new>.+?)(?: \[(?P<marks>[a-z, ]+)\])?")
TURNED = {"split": "merged", "merged": "split"}


class Claim(NamedTuple):
    """A line of the part `pairs`: words of old and of new sentences, none where the line says nothing."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    linked: bool
    marks: frozenset[str]


class Case(NamedTuple):
    """The two texts of a file and what is claimed of them."""

    old: str
    new: str
    claims: tuple[Claim, ...]


def read_case(path: Path) -> Case:
    parts = re.split(r"^--- (?:old|new|pairs)\n", path.read_text("utf-8"), flags=re.MULTILINE)
    assert len(parts) == 4, "--- old, --- new, --- pairs"
    return Case(parts[1], parts[2], tuple(map(read_claim, parts[3].strip().split("\n"))))


def read_claim(line: str) -> Claim:
    found = LINE.fullmatch(line)
    assert found, line
    old, new = (() if found[side] == "nothing" else tuple(found[side].split(" & ")) for side in ("old", "new"))
    marks = frozenset(found["marks"].split(", ")) if found["marks"] else frozenset()
    return Claim(old, new, found["sign"] == "=>", marks)


def mirrored(case: Case) -> Case:
    turned = (Claim(c.new, c.old, c.linked, frozenset(TURNED.get(m, m) for m in c.marks)) for c in case.claims)
    return Case(case.new, case.old, tuple(turned))


def find(document: Document, words: str) -> int:
    """The one sentence with these words, or the nth with them."""
    words, _, turn = words.partition(" #")
    found = [s.id for s in document.sentences if words in " ".join(document.text(s.id).split())]
    assert found, f"no sentence with {words}"
    assert turn or len(found) == 1, f"several sentences with {words}"
    return found[int(turn or 1) - 1]


def wrong(comparison: Comparison, claim: Claim) -> str:
    """What is wrong about a claim, in words; empty where it holds."""
    old, new = [find(comparison.old, w) for w in claim.old], [find(comparison.new, w) for w in claim.new]
    links = {(link.old, link.new): link for link in comparison.links}
    if not old or not new:
        alone = set(old) <= set(comparison.dropped) and set(new) <= set(comparison.added)
        return "" if alone else "has a partner"
    asked = [(i, j) for i in old for j in new]
    if not claim.linked:
        return "is linked" if any(pair in links for pair in asked) else ""
    if missing := [pair for pair in asked if pair not in links]:
        return f"is not linked: {missing}"
    group = next(g for g in comparison.groups if old[0] in g.old and new[0] in g.new)
    said = {group.kind.value, group.shape.value, "moved" if any(links[p].moved for p in asked) else "in place"}
    return "" if claim.marks <= said else f"is {', '.join(sorted(said))}"


def marked(path: Path) -> object:
    marks = [pytest.mark.xfail(reason="not yet", strict=True)] if path.stem in NOT_YET else []
    return pytest.param(path, id=path.stem, marks=marks)


@pytest.mark.parametrize("path", map(marked, CASES))
@pytest.mark.parametrize("direction", ["as written", "the other way"])
def test_the_right_sentences_stand_side_by_side(path: Path, direction: str) -> None:
    case = read_case(path) if direction == "as written" else mirrored(read_case(path))
    comparison = repdiff.compare(Source("old.txt", case.old), Source("new.txt", case.new))
    faults = {claim: wrong(comparison, claim) for claim in case.claims}
    assert {claim: fault for claim, fault in faults.items() if fault} == {}


def test_every_mark_is_one_that_a_group_may_bear() -> None:
    known = {kind.value for kind in Kind} | {shape.value for shape in Shape} | {"moved", "in place"}
    claims = [claim for path in CASES for claim in read_case(path).claims]
    assert {mark for claim in claims for mark in claim.marks} <= known
