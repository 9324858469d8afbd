"""One paragraph of a user's Word file: its runs cut where words came or are gone, each piece set as it was."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from repdiff.renderers.docx.carrier_marks import Marks, run_properties
from repdiff.report.carried import Gone
from repdiff.sources.docx_xml import name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STAYS, CAME, UNKNOWN = 0, 1, 2
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_PROPERTIES: Final = frozenset({"rPr"})
Gaps = Mapping[tuple["Element", int], Sequence[Gone]]
"""What is gone, by the element and the character of it that it would stand before."""


@dataclass(slots=True)
class _Atom:
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
        if name == "r":
            yield each
        elif name not in ("pPr", "p", "tbl", "del", "moveFrom"):
            yield from runs_of(each)


def rewrite(paragraph: "Element", states: Mapping["Element", bytearray], gaps: Gaps, marks: Marks) -> bool:
    """Mark what came and put in what is gone; whether all of that could be told: a paragraph that ended in a link could not."""
    runs = [(run, list(_atoms(run, states, gaps))) for run in runs_of(paragraph)]
    _settle([atom for _, atoms in runs for atom in atoms])
    fine = True
    for run, atoms in runs:
        if any(atom.state == CAME or atom.before or atom.behind for atom in atoms):
            fine = _replace(paragraph, run, atoms, marks) and fine
    return fine


def _atoms(run: "Element", states: Mapping["Element", bytearray], gaps: Gaps) -> Iterator[_Atom]:
    for each in run:
        state = states.get(each)
        if name_of(each) in _PROPERTIES:
            continue
        if state is None:
            yield _Atom(each)
        elif name_of(each) != "t":
            yield _Atom(
                each, state=state[0], before=list(gaps.get((each, 0), ())), behind=list(gaps.get((each, 1), ()))
            )
        else:
            yield from _characters(each, state, gaps)


def _characters(element: "Element", state: bytearray, gaps: Gaps) -> Iterator[_Atom]:
    known = _known(state)
    cuts = {at for at in range(1, len(known)) if known[at] != known[at - 1] or (element, at) in gaps}
    stops = [0, *sorted(cuts), len(known)]
    for start, end in pairwise(stops):
        behind = list(gaps.get((element, end), ())) if end == len(known) else []
        yield _Atom(element, start, end, known[start], list(gaps.get((element, start), ())), behind)


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


def _settle(atoms: Sequence[_Atom]) -> None:
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


def _replace(paragraph: "Element", run: "Element", atoms: Sequence[_Atom], marks: Marks) -> bool:
    """Put the pieces of a run in its place."""
    fine = True
    pieces: list[tuple[int, list[_Atom]]] = []
    for atom in atoms:
        if pieces and pieces[-1][0] == atom.state and not atom.before and not pieces[-1][1][-1].behind:
            pieces[-1][1].append(atom)
        else:
            pieces.append((atom.state, [atom]))
    for state, found in pieces:
        fine = _put(paragraph, run, found[0].before, marks) and fine
        made = _run_like(run, found, marks)
        if state == CAME:
            around = marks.change("ins")
            around.append(made)
            made = around
        run.addprevious(made)
        fine = _put(paragraph, run, found[-1].behind, marks) and fine
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)
    return fine


def _run_like(run: "Element", atoms: Sequence[_Atom], marks: Marks) -> "Element":
    made = marks.element("r")
    for key, value in run.attrib.items():
        made.set(key, value)
    made.extend(deepcopy(each) for each in run if name_of(each) in _PROPERTIES)
    for element, group in groupby(atoms, key=lambda atom: atom.element):
        found = list(group)
        text = element.text or ""
        if found[0].end < 0 or (found[0].start == 0 and found[-1].end == len(text)):
            made.append(element)
            continue
        part = marks.element("t")
        part.text = text[found[0].start : found[-1].end]
        part.set(_SPACE, "preserve")
        made.append(part)
    return made


def _put(paragraph: "Element", run: "Element", gone: Sequence[Gone], marks: Marks) -> bool:
    """Put what is gone in front of what is left of a run; where a paragraph ended there, cut the paragraph in two."""
    fine = True
    for ended, group in groupby(gone, key=lambda each: each.text.endswith("\n")):
        text = "".join(each.text for each in group)
        for part in text.removesuffix("\n").split("\n") if ended else [text]:
            if part:
                run.addprevious(marks.deleted(part, run_properties(run)))
            if ended:
                fine = _cut(paragraph, run, marks) and fine
    return fine


def _cut(paragraph: "Element", before: "Element", marks: Marks) -> bool:
    """Make a paragraph of all that stands before an element of it, whose end is gone."""
    if before.getparent() is not paragraph:
        gone = marks.deleted("\n", None)
        before.addprevious(gone)
        return False
    made = marks.element("p")
    found = [each for each in paragraph if name_of(each) == "pPr"]
    for each in found:
        own = deepcopy(each)
        for inner in list(own):
            if name_of(inner) in ("sectPr", "pPrChange", "rPr"):
                own.remove(inner)
        made.append(own)
    for each in list(paragraph)[len(found) :]:
        if each is before:
            break
        made.append(each)
    marks.end(made, "del")
    paragraph.addprevious(made)
    return True
