"""Fields in a user's Word file: a program works their results out again, so one that shows another text came as a whole."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from repdiff.renderers.docx.carrier_atoms import CAME, STAYS, Atom
from repdiff.report.carried import Gone
from repdiff.sources.docx_xml import attribute, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_AS_TEXT = "HYPERLINK"
"""A field whose result is text that an author writes."""


def settle_fields(runs: Sequence[tuple["Element", Sequence[Atom]]]) -> None:
    """Let fields come as wholes, what they showed before gone in front of them, where anything of their results came or is gone."""
    for first, last in _fields([run for run, _ in runs]):
        atoms = [atom for _, found in runs[first : last + 1] for atom in found]
        gone = [each for atom in atoms for each in (*atom.before, *atom.behind)]
        texts = [atom for atom in atoms if atom.end > atom.start]
        if (not any(atom.state == CAME for atom in texts) and not gone) or any("\n" in each.text for each in gone):
            continue
        before = "".join(map(_before, atoms))
        for atom in atoms:
            atom.state, atom.before, atom.behind = CAME, [], []
        if before:
            atoms[0].before = [Gone(0, before)]


def _before(atom: Atom) -> str:
    """What stood in the place of an atom."""
    kept = (atom.element.text or "")[atom.start : max(atom.end, 0)] if atom.state == STAYS and atom.end >= 0 else ""
    return "".join(each.text for each in atom.before) + kept + "".join(each.text for each in atom.behind)


def _fields(runs: Sequence["Element"]) -> Iterator[tuple[int, int]]:
    """The first and the last run of each field that begins and ends among them, fields within others apart."""
    begun, depth, instruction = -1, 0, ""
    for index, run in enumerate(runs):
        for each in run:
            name = name_of(each)
            kind = attribute(each, "fldCharType") if name == "fldChar" else ""
            if name == "instrText" and depth == 1:
                instruction += each.text or ""
            elif kind == "begin":
                begun, instruction = (index, "") if depth == 0 else (begun, instruction)
                depth += 1
            elif kind == "end" and depth:
                depth -= 1
                if depth == 0 and not instruction.strip().upper().startswith(_AS_TEXT):
                    yield begun, index
