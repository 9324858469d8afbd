"""The rows of a table as lines: cells that tabs part where they are short, paragraphs of their own where they hold text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from repdiff.model.texts import LeftOut, Mark, Span, What
from repdiff.sources.lines import Line, Stretch

_LONGEST: Final = 200
"""Code points of a cell that stands in its row: names, numbers and remarks; what is longer is text."""
_MOST_LINES: Final = 3
"""Lines of such a cell: a name, its unit, and what it is called in another language."""
_FEWEST: Final = 2  # cells of a row
_WORD = re.compile(r"\S+")
_TEXT = re.compile(r"[\u3002\uff01\uff1f](?!$)|[.!?][\"')\u201d\u2019]* +[^\W\d_a-z]{1}\w")


class Cell(NamedTuple):
    """The lines of a cell, and how many columns it covers."""

    lines: tuple[Line, ...]
    columns: int = 1


def rows_of(rows: Sequence[Sequence[Cell]]) -> Iterator[Line]:
    """The lines of a table.

    A table of one column only frames its text. Nor is one a table that holds headings or tables of its own: it lays out a page.
    """
    if _is_layout(rows):
        for cell in chain.from_iterable(rows):
            yield from cell.lines
        return
    for row in rows:
        yield from _row(row)


def cells_as_lines(rows: Sequence[Sequence[Cell]]) -> Iterator[list[Line]]:
    """The lines of each row of what is a table for certain."""
    for row in rows:
        yield list(_row(row))


def _is_layout(rows: Sequence[Sequence[Cell]]) -> bool:
    if all(len(row) < _FEWEST for row in rows):
        return True
    marks = (mark for cell in chain.from_iterable(rows) for line in cell.lines for mark in line.marks)
    if any(mark.what in (What.HEADING, What.CELL) for mark in marks):
        return True
    return len(rows) == 1 and any(map(_is_text, rows[0]))


def _is_text(cell: Cell) -> bool:
    """Whether a cell holds text, not a name or a number."""
    lines = [line.text for line in cell.lines if line.text]
    if len(lines) > _MOST_LINES or sum(map(len, lines)) > _LONGEST:
        return True
    return any(mark.what is What.ITEM for line in cell.lines for mark in line.marks) or any(map(_TEXT.search, lines))


def _row(row: Sequence[Cell]) -> Iterator[Line]:
    """The short cells of a row in one line, and below it the text of the others; all of them in their order where no row is left."""
    texts = [_is_text(cell) for cell in row]
    short = [cell for cell, text in zip(row, texts, strict=True) if not text and any(line.text for line in cell.lines)]
    numbers = any(char.isdecimal() for cell in short for line in cell.lines for char in line.text)
    if not any(texts) or (len(short) >= _FEWEST and numbers):
        yield _in_one(() if text else cell.lines for cell, text in _spread(row, texts))
        below: Iterable[Cell] = (cell for cell, text in zip(row, texts, strict=True) if text)
    else:
        below = row
    for cell in below:
        yield from (_marked(line) for line in cell.lines)


def _spread(row: Sequence[Cell], texts: Sequence[bool]) -> Iterator[tuple[Cell, bool]]:
    """A cell for each column: those that one cell covers besides the first are empty."""
    for cell, text in zip(row, texts, strict=True):
        yield cell, text
        yield from ((Cell(()), False) for _ in range(cell.columns - 1))


def _in_one(cells: Iterable[Sequence[Line]]) -> Line:
    """Cells as one line, a tab between two."""
    parts: list[str] = []
    marks: list[Mark] = []
    left_out: list[LeftOut] = []
    stretches: list[Stretch] = []
    at = 0
    for number, lines in enumerate(cells):
        if number:
            parts.append("\t")
            at += 1
        whole = " ".join(line.text for line in lines if line.text)
        text = " ".join(whole.split())
        stretches += (each.moved(at) for each in _stretches(lines, whole))
        left_out += (each._replace(span=Span(at, at)) for line in lines for each in line.left_out)
        if text:
            marks.append(Mark(Span(at, at + len(text)), What.CELL))
            parts.append(text)
            at += len(text)
    return Line("".join(parts) if marks else "", tuple(marks), tuple(left_out), tuple(stretches))


def _stretches(lines: Sequence[Line], whole: str) -> Iterator[Stretch]:
    """The stretches of the lines of a cell, by their offsets in the cell's text, where white space is one blank."""
    at = 0
    words = [Span(*found.span()) for found in _WORD.finditer(whole)] if any(line.stretches for line in lines) else []
    for line in lines:
        for each in line.stretches:
            moved, done = each.moved(at), 0
            for word in words:  # a word goes with one blank before it
                part = moved.within(word.start - (done > 0), word.end)
                if part.start < part.end:
                    yield part.moved(done - (word.start - (done > 0)))
                done += word.end - word.start + (done > 0)
        at += len(line.text) + 1 if line.text else 0


def _marked(line: Line) -> Line:
    """A line of a cell that is a paragraph of its own: no heading is looked for there."""
    if not line.text or line.marks:
        return line
    return line._replace(marks=(Mark(Span(0, len(line.text)), What.CELL),))
