"""One paragraph of a user's Word file: its runs cut where words came or are gone, each piece set as it was."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING, Final

from repdiff.renderers.docx.carrier_atoms import CAME, FORMULAS, PROPERTIES, Atom, Gaps, atoms_of, runs_of, settle
from repdiff.renderers.docx.carrier_fields import settle_fields
from repdiff.renderers.docx.carrier_marks import Marks, run_properties
from repdiff.report.carried import Gone
from repdiff.sources.docx_xml import name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def rewrite(paragraph: "Element", states: Mapping["Element", bytearray], gaps: Gaps, marks: Marks) -> bool:
    """Mark what came and put in what is gone; whether all of that could be told: a paragraph that ended in a link could not."""
    runs = [(run, list(atoms_of(run, states, gaps))) for run in runs_of(paragraph)]
    settle([atom for _, atoms in runs for atom in atoms])
    settle_fields(runs)
    fine = True
    for run, atoms in runs:
        if name_of(run) in FORMULAS:
            if atoms[0].state == CAME:
                around = marks.change("ins")
                run.addprevious(around)
                around.append(run)
        elif any(atom.state == CAME or atom.before or atom.behind for atom in atoms):
            fine = _replace(paragraph, run, atoms, marks) and fine
    return fine


def _replace(paragraph: "Element", run: "Element", atoms: Sequence[Atom], marks: Marks) -> bool:
    """Put the pieces of a run in its place."""
    fine = True
    pieces: list[tuple[int, list[Atom]]] = []
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


def _run_like(run: "Element", atoms: Sequence[Atom], marks: Marks) -> "Element":
    made = marks.element("r")
    for key, value in run.attrib.items():
        made.set(key, value)
    made.extend(deepcopy(each) for each in run if name_of(each) in PROPERTIES)
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
