"""Paragraphs and tables of Word files, as lines with marks."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from repdiff.model.texts import Aside, LeftOut, Mark, Span, What
from repdiff.sources.docx_runs import Runs
from repdiff.sources.docx_story import Story
from repdiff.sources.docx_styles import BODY, numbered, outline
from repdiff.sources.docx_xml import attribute, child, name_of, number, switched, value
from repdiff.sources.grid import Cell, rows_of
from repdiff.sources.lines import Line, Stretch

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_THROUGH: Final = frozenset(
    {"ins", "moveTo", "customXml", "smartTag", "sdtContent", "body", "mc:Choice", "txbxContent"}
)
_GONE: Final = frozenset({"del", "moveFrom"})
_ELSEWHERE: Final = frozenset({"altChunk", "subDoc"})
_CONTENTS: Final = "table of contents"  # the gallery of such blocks, in every language of the program
_HEAD = re.compile(r"^(.{0,8}?[.)）、:：•·–—*□■▪○●➢-]|\d{1,3}(?:\.\d+)*)\t", re.DOTALL)
_MOST_COLUMNS: Final = 64
"""Columns that one cell covers: Word's tables have no more."""


class Blocks:
    """Walks through the blocks of a part of a file."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._waiting: Runs | None = None  # the text of a paragraph that is shown as one with the next

    def lines(self, element: "Element") -> Iterator[Line]:
        """The lines of a block and of the blocks in it."""
        name = name_of(element)
        if name == "p":
            yield from self._paragraph(element)
        elif name == "tbl":
            yield from self._table(element)
        elif name == "sdt":
            with_contents = _is_contents(element)
            yield from self._aside(element, Aside.CONTENTS if with_contents else _placeholder(element))
        elif name in _GONE:
            self._story.deleted += 1
            yield from self._aside(element, Aside.HIDDEN)
        elif name == "mc:AlternateContent":
            yield from next((found for each in element if (found := self.all(each))), [])
        elif name in _THROUGH or name == "mc:Fallback":
            yield from self._inside(element)
        elif name in _ELSEWHERE:
            self._story.elsewhere.add(name)

    def all(self, element: "Element") -> list[Line]:
        """All lines of the blocks in an element, and of what still waited for one."""
        return [*self._inside(element), *self.rest()]

    def rest(self) -> Iterator[Line]:
        """The paragraph that waited for a next one which never came."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            yield from self._finished(waiting, (), "")

    def _inside(self, element: "Element") -> Iterator[Line]:
        for each in element:
            yield from self.lines(each)

    def _aside(self, element: "Element", why: Aside | None) -> Iterator[Line]:
        before = self._story.why
        self._story.why = before or why
        yield from self.all(element) if why else self._inside(element)
        self._story.why = before

    def _paragraph(self, element: "Element") -> Iterator[Line]:
        story, properties = self._story, child(element, "pPr")
        style = value(properties, "pStyle")
        level = self._heading(element, style)
        if level and not story.styles.is_contents(style):
            story.fields.end_contents()
        runs, self._waiting = self._waiting or Runs(story), None
        runs.begin(style)
        runs.read(element)
        runs.last = element
        story.fields.end_instructions()
        if _goes_on(properties):
            self._waiting = runs
            return
        contents = story.styles.is_contents(style)
        before = story.why
        story.why = before or (Aside.CONTENTS if contents else None)
        label = self._label(properties, style, bool(runs.text))
        marks = (Mark(Span(0, 0), What.HEADING, level),) if level and runs.text else label[1]
        yield from self._finished(runs, marks, label[0])
        story.why = before

    def _heading(self, element: "Element", style: str) -> int:
        """The level of a heading, the highest 1; 0 for other paragraphs."""
        own = outline(child(element, "pPr"))
        if own is not None:
            return own + 1 if 0 <= own < BODY else 0
        return self._story.styles.heading(style) or 0

    def _label(self, properties: "Element | None", style: str, shown: bool) -> tuple[str, tuple[Mark, ...]]:
        """What stands in front of the paragraph, and its mark where that makes an item of it."""
        own, styled = numbered(properties), self._story.styles.numbered(style)
        name = own.list if own and own.list else styled[0].list if styled else ""
        level = own.level if own else None
        if level is None and own and own.list:
            level = 0
        elif level is None and styled:
            level = styled[0].level
        found = self._story.numbers.label(name, level, styled[1] if styled else "") if name else None
        if found is None or not shown:
            return "", ()
        return found.text, (Mark(Span(0, 0), What.ITEM, (level or 0) + 1),) if found.bullet or found.plain else ()

    def _finished(self, runs: Runs, marks: tuple[Mark, ...], label: str) -> Iterator[Line]:
        """The line of a paragraph, and those of the text boxes that hang on it."""
        text = runs.text
        heading = any(mark.what is What.HEADING for mark in marks)
        text = text.replace("\n", " ") if heading else joined(text)
        text = without_tab(text)
        whole = label + text if text else ""
        notes = tuple(_moved(each, len(label), len(whole)) for each in runs.left_out)
        if self._story.why and whole:
            yield Line("", (), (LeftOut(self._story.why, whole, Span(0, 0)), *(_moved(each, 0, 0) for each in notes)))
        else:
            stretches = tuple(each.within(0, len(text)).moved(len(label)) for each in runs.stretches)
            if self._story.trace is not None and runs.last is not None:
                stretches += (Stretch(len(whole), len(whole), (), self._story.trace.add(runs.last), -1),)
            yield Line(whole, tuple(mark._replace(span=Span(0, len(whole))) for mark in marks), notes, stretches)
        for box in runs.boxes:
            yield from Blocks(self._story).all(box)

    def _table(self, table: "Element") -> Iterator[Line]:
        yield from self.rest()
        rows, before = [], self._story.table
        self._story.table = self._story.styles.table_face(value(child(table, "tblPr"), "tblStyle")).over(before)
        for row in _found(table, "tr"):
            properties = child(row, "trPr")
            gone = child(properties, "del") is not None
            if gone or switched(properties, "hidden"):
                self._story.deleted += gone
                self._story.hidden += not gone
                rows.append([Cell(tuple(self._cells_aside(row)))])
            else:
                rows.append(list(self._cells(row)))
        self._story.table = before
        yield from rows_of(rows)

    def _cells_aside(self, row: "Element") -> Iterator[Line]:
        before, self._story.why = self._story.why, Aside.HIDDEN
        for cell in _found(row, "tc"):
            yield from Blocks(self._story).all(cell)
        self._story.why = before

    def _cells(self, row: "Element") -> Iterator[Cell]:
        properties = child(row, "trPr")
        yield from (Cell(()) for _ in range(_columns(value(properties, "gridBefore"), 0)))
        for cell in _found(row, "tc"):
            properties = child(cell, "tcPr")
            lines = tuple(Blocks(self._story).all(cell))
            yield Cell(lines, _columns(value(properties, "gridSpan"), 1))


def _found(element: "Element", wanted: str) -> Iterator["Element"]:
    """The rows of a table, or the cells of a row, those in controls and under tracked changes among them."""
    for each in element:
        name = name_of(each)
        if name == wanted:
            yield each
        elif name in _THROUGH or name == "sdt":
            yield from _found(each, wanted)


def _columns(text: str, usual: int) -> int:
    return max(min(number(text, usual), _MOST_COLUMNS), usual) if text else usual


def _goes_on(properties: "Element | None") -> bool:
    """Whether a paragraph is shown as one with the next: its end is deleted, or it is the large letter in front of it."""
    if properties is None:
        return False
    marks = child(properties, "rPr")
    if marks is not None and any(name_of(each) in _GONE for each in marks):
        return True
    frame = child(properties, "framePr")
    return frame is not None and attribute(frame, "dropCap") in ("drop", "margin")


def _is_contents(control: "Element") -> bool:
    part = child(child(control, "sdtPr"), "docPartObj")
    return value(part, "docPartGallery").lower() == _CONTENTS


def _placeholder(control: "Element") -> Aside | None:
    return Aside.NAVIGATION if switched(child(control, "sdtPr"), "showingPlcHdr") else None


def _moved(each: LeftOut, by: int, end: int) -> LeftOut:
    at = min(each.span.start + by, end)
    return each._replace(span=Span(at, at))


def without_tab(text: str) -> str:
    """A paragraph with a blank for the one tab behind the number or bullet that it begins with."""
    return _HEAD.sub(r"\1 ", text) if text.count("\t") == 1 else text


def joined(text: str) -> str:
    """The lines of a paragraph, one that only goes on behind a break joined to the one before."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    return "".join(_parted(lines))


def _parted(lines: Iterable[str]) -> Iterator[str]:
    last = ""
    for line in lines:
        if last:
            goes_on = line[:1].islower() and (last[-1:].isalnum() or last[-1:] in ",-")
            yield " " if goes_on else "\n"
        yield line
        last = line or last
