"""The runs of a paragraph in pieces: each stays or came, with what is gone around it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from repdiff.report.carried import Gone
from repdiff.sources.docx_xml import name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STAYS, CAME, UNKNOWN = 0, 1, 2
PROPERTIES: Final = frozenset({"rPr"})
"""What a run holds besides what it shows."""
FORMULAS: Final = ("m:oMath", "m:oMathPara")
"""What stands among the runs and comes or goes as a whole."""
Gaps = Mapping[tuple["Element", int], Sequence[Gone]]
"""What is gone, by the element and the character of it that it would stand before."""


@dataclass(slots=True)
class Atom:
    """A piece of a run: a child of it, or some characters of one, and what is gone before it and behind it."""

    element: "Element"
    start: int = 0
    end: int = -1
    state: int = UNKNOWN
    before: list[Gone] = field(default_factory=list)
    behind: list[Gone] = field(default_factory=list)


def runs_of(paragraph: "Element") -> Iterator["Element"]:
    """The runs of a paragraph, those in links and controls among them, not those of text boxes."""
    for each in paragraph:
        name = name_of(each)
        if name in ("r", *FORMULAS):
            yield each
        elif name not in ("pPr", "p", "tbl", "del", "moveFrom"):
            yield from runs_of(each)


def atoms_of(run: "Element", states: Mapping["Element", bytearray], gaps: Gaps) -> Iterator[Atom]:
    """The pieces of a run, by the states of the characters of its elements."""
    if name_of(run) in FORMULAS:
        known = states.get(run)
        yield Atom(run, state=known[0] if known else UNKNOWN)
        return
    for each in run:
        state = states.get(each)
        if name_of(each) in PROPERTIES:
            continue
        if state is None:
            yield Atom(each)
        elif name_of(each) != "t":
            yield Atom(each, state=state[0], before=list(gaps.get((each, 0), ())), behind=list(gaps.get((each, 1), ())))
        else:
            yield from _characters(each, state, gaps)


def _characters(element: "Element", state: bytearray, gaps: Gaps) -> Iterator[Atom]:
    known = _known(state)
    cuts = {at for at in range(1, len(known)) if known[at] != known[at - 1] or (element, at) in gaps}
    stops = [0, *sorted(cuts), len(known)]
    for start, end in pairwise(stops):
        behind = list(gaps.get((element, end), ())) if end == len(known) else []
        yield Atom(element, start, end, known[start], list(gaps.get((element, start), ())), behind)


def _known(state: bytearray) -> bytearray:
    """The states of the characters of an element: one that is not shown goes with the next, else with the one before."""
    known = bytearray(state)
    for at in reversed(range(len(known) - 1)):
        if known[at] == UNKNOWN:
            known[at] = known[at + 1]
    for at in range(1, len(known)):
        if known[at] == UNKNOWN:
            known[at] = known[at - 1]
    return known


def settle(atoms: Sequence[Atom]) -> None:
    """What is no text came where all around it did."""
    before = [UNKNOWN] * len(atoms)
    behind = [UNKNOWN] * len(atoms)
    for found, order in ((before, range(len(atoms))), (behind, reversed(range(len(atoms))))):
        last = UNKNOWN
        for at in order:
            found[at] = last
            last = atoms[at].state if atoms[at].state != UNKNOWN else last
    for atom, *sides in zip(atoms, before, behind, strict=True):
        if atom.state == UNKNOWN:
            told = {side for side in sides if side != UNKNOWN}
            atom.state = CAME if told == {CAME} else STAYS
