"""Changes written into a copy of the user's own Word file, which keeps its styles, pictures, tables, lists, headers and notes.

Who accepts all changes has the new file's text as it was, who rejects all the old text, paragraph for paragraph. What the reader of Word
files adds to the text (numbers of lists, what parts cells) stands in no element of the file: where that differs a note says so.
"""

import zipfile
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final

from repdiff.renderers.docx.carrier_atoms import CAME, FORMULAS, STAYS, UNKNOWN, runs_of
from repdiff.renderers.docx.carrier_blocks import Blocks, Line, row_of
from repdiff.renderers.docx.carrier_marks import Marks
from repdiff.renderers.docx.carrier_notes import Notes
from repdiff.renderers.docx.carrier_rows import Lost, cell_at
from repdiff.renderers.docx.carrier_runs import Cuts, rewrite
from repdiff.renderers.docx.package import DAY
from repdiff.renderers.docx.tracked import AUTHOR
from repdiff.report.carried import Carried, Gone
from repdiff.report.nouns import Report
from repdiff.report.runs import clip, visible
from repdiff.report.words import Words
from repdiff.sources.docx import WordFile
from repdiff.sources.docx_trace import Traced, trace
from repdiff.sources.docx_xml import attribute, child, name_of, parsed

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SIGNED_PARTS: Final = "_xmlsignatures/"
_SETTINGS: Final = "settings.xml"
_ZIPPED: Final = (2000, 1, 1, 0, 0, 0)
_PROTECTED, _SIGNED, _OTHER, _EMPTY = "protected", "signed", "other", "empty"
_REFUSALS: Final = {
    _PROTECTED: "carrier.protected",
    _SIGNED: "carrier.signed",
    _OTHER: "carrier.other",
    _EMPTY: "carrier.empty",
}
_LONGEST: Final = 300
"""Columns of the texts that have no place, as they are noted."""


def write(report: Report) -> tuple[bytes, str]:
    """The copy of the file that the view of a report has as carrier, with the changes; or nothing, and a sentence that says why.

    Raises RepdiffError as the reader of Word files does.
    """
    carried, words = report.carried, report.words
    if carried is None:
        return b"", ""
    traced = trace(report.view.carrier, report.title)
    why = refusal(report.view.carrier, report.title) or (_OTHER if traced.text != carried.text else "")
    if why:
        return b"", words[_REFUSALS[why]]
    blocks = Blocks(traced, carried)
    if not any(blocks.places):
        return b"", words[_REFUSALS[_EMPTY]]
    marks = Marks(traced.root, AUTHOR, DAY.partition("T")[0])
    notes, writer = Notes(traced, marks), _Writer(blocks, marks)
    comments = list(_remarked(carried, blocks, notes))
    writer.write()
    if comments:
        notes.more(comments[0], writer.told(words, traced.accepted))
    notes.finish()
    return _packed(traced, notes.parts), ""


def refusal(data: bytes, name: str) -> str:
    """Why a file says that nothing is to be changed in it: `protected`, `signed`; empty where it does not."""
    file = WordFile(data, name)
    for part in file.archive.names:
        if part.startswith(_SIGNED_PARTS):
            return _SIGNED
        if part.rpartition("/")[2] == _SETTINGS:
            protection = child(parsed(file.archive.xml(part), name, part), "documentProtection")
            if protection is not None and attribute(protection, "enforcement") in ("1", "true", "on"):
                return _PROTECTED
    return ""


def _remarked(carried: Carried, blocks: Blocks, notes: Notes) -> Iterator["Element"]:
    """Put what is remarked beside the text: each at the first character from its place on that the file holds."""
    held = [at for at, place in enumerate(blocks.places) if place is not None]
    for at, lines in carried.remarks if held else ():
        place = blocks.places[held[min(bisect_left(held, at), len(held) - 1)]]
        if place is not None:
            yield notes.put(lines, place)


def _packed(traced: Traced, changed: Mapping[str, bytes]) -> bytes:
    from lxml import etree

    main = etree.tostring(traced.root, xml_declaration=True, encoding="UTF-8", standalone=True)
    left = dict(changed)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for entry, data in traced.parts:
            own = entry.filename.replace("\\", "/").lstrip("/").lower() == traced.main.lower()
            archive.writestr(entry, main if own else left.pop(entry.filename, data), entry.compress_type)
        for name, data in left.items():
            archive.writestr(zipfile.ZipInfo(name, _ZIPPED), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


class _Writer:
    """Writes the changes of all lines of one file."""

    def __init__(self, blocks: Blocks, marks: Marks) -> None:
        self.numbers = 0
        self.unwritten: list[str] = []
        self._blocks = blocks
        self._marks = marks
        self._lost = Lost(blocks, marks)
        self._states: dict[Element, bytearray] = {}
        self._gaps: dict[tuple[Element, int], list[Gone]] = {}
        self._holders: dict[Element, Element] = {}

    def write(self) -> None:
        """Write all of them."""
        blocks = self._blocks
        touched: dict[Element, int] = {}
        for index, line in enumerate(blocks.lines):
            self._marks.begin(index, whole=True)
            if line.before and not self._lost.put(index):
                self._tell(line.before)
            self._begin(index)
            if line.gone or any(blocks.came[line.start : line.end]):
                touched |= dict.fromkeys(self._line(index), index)
            if line.joins:
                self._end(index)
        for paragraph, index in touched.items():
            self._begin(index)
            if not rewrite(paragraph, self._states, self._gaps, Cuts(paragraph, self._marks, self._made_number(index))):
                self.unwritten.append("¶")
        self._rows()

    def _made_number(self, index: int) -> str:
        """What the program puts in front of a line."""
        line = self._blocks.lines[index]
        return self._blocks.text[line.start : self._blocks.first(line)] if line.row is None else ""

    def _begin(self, index: int) -> None:
        self._marks.begin(index, whole=self._blocks.whole(self._blocks.lines[index]))

    def told(self, words: Words, accepted: int) -> Iterator[str]:
        """What a reader must know of how the changes were written; `accepted` counts those that were tracked before."""
        if accepted:
            yield words["carrier.accepted"].format(count=accepted)
        if self.numbers:
            yield words["carrier.numbers"].format(count=self.numbers)
        if self.unwritten:
            text = " … ".join(visible(each) for each in self.unwritten)
            yield words["carrier.unwritten"].format(text=clip(text, _LONGEST))

    def _tell(self, gone: list[Gone]) -> None:
        text = "".join(each.text for each in gone).strip()
        if text:
            self.unwritten.append(text)

    def _line(self, index: int) -> list["Element"]:
        """Note what came and what is gone in a line, by the elements that hold it; the paragraphs that these are in."""
        blocks, line = self._blocks, self._blocks.lines[index]
        found: dict[Element, None] = {}
        for at in range(line.start, line.end):
            place = blocks.places[at]
            if place is None:
                continue
            state = self._states.get(place.element)
            if state is None:
                length = len(place.element.text or "") if name_of(place.element) == "t" else 1
                state = self._states[place.element] = bytearray([UNKNOWN]) * length
            state[place.offset] = CAME if blocks.came[at] else STAYS
            found |= dict.fromkeys(self._paragraph(place.element))
        self._number(index)
        if line.row is not None and blocks.has_new_cells(line):
            self.unwritten.append(blocks.text[line.start : line.end])
        if not blocks.whole(line):
            self._made(line)
        last = index == len(blocks.lines) - 1
        for at, gone in line.gone.items():
            if last and at == line.end and line.paragraph is None and any("\n" in each.text for each in gone):
                if not self._lost.put_behind(line, gone):
                    self._tell(gone)
                continue
            self._gap(line, at, gone, found)
        return list(found)

    def _made(self, line: Line) -> None:
        """What of a line stands in no element of text, but in formulas: all of it stays, or came, or no element can say so."""
        text, blocks = self._blocks.text, self._blocks
        made = [
            at for at in range(blocks.first(line), line.end) if blocks.places[at] is None and not text[at].isspace()
        ]
        states = {blocks.came[at] for at in made}
        formulas = (
            [each for each in runs_of(line.paragraph) if name_of(each) in FORMULAS]
            if made and line.paragraph is not None
            else []
        )
        if formulas and len(states) == 1:
            self._states |= {each: bytearray([states.pop()]) for each in formulas}
        elif any(states):
            self.unwritten.append("".join(text[at] for at in made))

    def _paragraph(self, element: "Element") -> list["Element"]:
        if element not in self._holders:
            self._holders[element] = next(each for each in element.iterancestors() if name_of(each) == "p")
        return [self._holders[element]]

    def _number(self, index: int) -> None:
        """The number that the program puts in front of a paragraph: what of it is gone is no text of the file."""
        blocks, line = self._blocks, self._blocks.lines[index]
        above = blocks.lines[index - 1] if index and blocks.lines[index - 1].joins else None
        parted = above is not None and not blocks.whole(above)
        first = blocks.first(line)
        if first == line.start or line.row is not None:
            return
        came = blocks.came[line.start : first]
        labels = [at for at, gone in line.gone.items() if at <= first and any(each.label for each in gone)]
        if parted and 0 not in came and not labels:
            return
        if above is not None and 0 in blocks.came[above.start : blocks.first(above)]:
            self.numbers += 1  # the number that stood here stands in front of what came above
            return
        if 0 not in came and not labels and 0 in blocks.came[first : line.end] and line.paragraph is not None:
            self._marks.was_unnumbered(line.paragraph)
        elif labels and any(came):
            self.numbers += 1
            for at in labels:
                line.gone[at] = [each for each in line.gone[at] if not each.label]
        elif any(came) and not blocks.whole(line):
            self.numbers += 1

    def _gap(self, line: Line, at: int, gone: list[Gone], found: dict["Element", None]) -> None:
        """Where in the file something is gone: behind the character before it, else before the nearest one behind it."""
        places = self._blocks.places
        before = places[at - 1] if at > line.start else None
        behind = next((place for place in places[at : line.end] if place is not None), None)
        nearest = next((place for place in reversed(places[line.start : at]) if place is not None), None)
        if before is None and line.row is not None and self._in_empty_cell(line, at, gone):
            return
        if before is not None:
            place, offset = before, before.offset + 1
        elif behind is not None:
            place, offset = behind, behind.offset
        elif nearest is not None:
            place, offset = nearest, nearest.offset + 1
        else:
            self._tell(gone)
            return
        if "\t" in "".join(each.text for each in gone) and line.row is not None:
            self.unwritten.append("".join(each.text for each in gone))
        self._gaps.setdefault((place.element, offset), []).extend(gone)
        found |= dict.fromkeys(self._paragraph(place.element))

    def _in_empty_cell(self, line: Line, at: int, gone: list[Gone]) -> bool:
        """Put what is gone into a cell that holds nothing; whether there is one."""
        text = self._blocks.text
        if (at < line.end and text[at] != "\t") or (at > line.start and text[at - 1] != "\t") or line.row is None:
            return False
        cell = cell_at(line.row, text.count("\t", line.start, at))
        paragraph = next((each for each in cell if name_of(each) == "p"), None) if cell is not None else None
        if paragraph is not None:
            paragraph.append(self._marks.deleted("".join(each.text for each in gone), None))
        return paragraph is not None

    def _end(self, index: int) -> None:
        """The end of a line came."""
        line, following = self._blocks.lines[index : index + 2]
        if line.paragraph is None:
            return
        self._marks.end(line.paragraph, "ins")
        if not self._blocks.whole(line) and following.paragraph is not None:
            between = line.paragraph.getnext()
            while between is not None and between is not following.paragraph and name_of(between) == "p":
                self._marks.end(between, "ins")
                between = between.getnext()
            self._marks.was_like(following.paragraph, line.paragraph)

    def _rows(self) -> None:
        """Rows all of whose text came, came."""
        rows: dict[Element, bool] = {}
        for line in self._blocks.lines:
            inner = line.row if line.row is not None else self._row_around(line)
            if inner is not None:
                rows[inner] = rows.get(inner, True) and self._blocks.whole(line)
        for row, came in rows.items():
            if came:
                self._marks.row(row, "ins")

    def _row_around(self, line: Line) -> "Element | None":
        return row_of(line.paragraph) if line.paragraph is not None else None
