"""One paragraph of a user's Word file: its runs cut where words came or are gone, each piece set as it was."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING, Final

from repdiff.renderers.docx.carrier_atoms import CAME, FORMULAS, PROPERTIES, Atom, Gaps, atoms_of, runs_of, settle
from repdiff.renderers.docx.carrier_fields import settle_fields
from repdiff.renderers.docx.carrier_marks import Marks, run_properties
from repdiff.renderers.docx.carrier_rows import form_of
from repdiff.report.carried import Gone
from repdiff.sources.docx_xml import name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def rewrite(paragraph: "Element", states: Mapping["Element", bytearray], gaps: Gaps, cuts: "Cuts") -> bool:
    """Mark what came and put in what is gone; whether all of that could be told: a paragraph that ended in a link could not."""
    runs = [(run, list(atoms_of(run, states, gaps))) for run in runs_of(paragraph)]
    settle([atom for _, atoms in runs for atom in atoms])
    settle_fields(runs)
    for run, atoms in runs:
        if name_of(run) in FORMULAS:
            if atoms[0].state == CAME:
                around = cuts.marks.change("ins")
                run.addprevious(around)
                around.append(run)
        elif any(atom.state == CAME or atom.before or atom.behind for atom in atoms):
            _replace(run, atoms, cuts)
            continue
        cuts.pass_by()
    cuts.finish()
    return cuts.fine


def _replace(run: "Element", atoms: Sequence[Atom], cuts: "Cuts") -> None:
    """Put the pieces of a run in its place."""
    pieces: list[tuple[int, list[Atom]]] = []
    for atom in atoms:
        if pieces and pieces[-1][0] == atom.state and not atom.before and not pieces[-1][1][-1].behind:
            pieces[-1][1].append(atom)
        else:
            pieces.append((atom.state, [atom]))
    for state, found in pieces:
        cuts.put(run, found[0].before)
        made = _run_like(run, found, cuts.marks)
        if state == CAME:
            around = cuts.marks.change("ins")
            around.append(made)
            made = around
        else:
            cuts.pass_by()
        run.addprevious(made)
        cuts.put(run, found[-1].behind)
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


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


class Cuts:
    """Puts what is gone into one paragraph, which is cut in two where a paragraph ended there.

    `number` is what the program puts in front of it: a paragraph that was cut off has one where the old text had one of that form.
    """

    def __init__(self, paragraph: "Element", marks: Marks, number: str) -> None:
        self.marks = marks
        self.fine = True
        self._paragraph = paragraph
        self._number = number
        self._first = self._numbered = True
        self._begins = False

    def pass_by(self) -> None:
        """What comes next stands behind text that stays."""
        self._begins = False

    def put(self, run: "Element", gone: Sequence[Gone]) -> None:
        """Put what is gone in front of what is left of a run."""
        words = ""
        for each in gone:
            text = each.text.removesuffix("\n")
            if self._begins and each.label and self._number and form_of(each.text) == form_of(self._number):
                self._numbered, text = True, ""
            words += text
            self._begins = self._begins and not each.text.strip("\n")
            if each.text.endswith("\n"):
                self._delete(run, words)
                self._cut(run)
                words = ""
        self._delete(run, words)

    def finish(self) -> None:
        """Say of what is left of the paragraph whether it had a number."""
        if not (self._first or self._numbered) and self._number:
            self.marks.was_unnumbered(self._paragraph)

    def _delete(self, run: "Element", words: str) -> None:
        if words:
            run.addprevious(self.marks.deleted(words, run_properties(run)))

    def _cut(self, before: "Element") -> None:
        """Make a paragraph of all that stands before an element of it, whose end is gone."""
        if before.getparent() is not self._paragraph:
            before.addprevious(self.marks.deleted("\n", None))
            self.fine = False
            return
        made = self.marks.cut_off(self._paragraph)
        if not self._numbered and self._number:
            self.marks.unnumber(made)
        for each in [each for each in self._paragraph if name_of(each) != "pPr"]:
            if each is before:
                break
            made.append(each)
        self.marks.end(made, "del")
        self._paragraph.addprevious(made)
        self._first = self._numbered = False
        self._begins = True
