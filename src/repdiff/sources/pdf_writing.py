"""Paragraphs and tables written down as the text of a source, with its marks and with what is left out of it."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from repdiff.model.texts import Aside, LeftOut, Mark, Span, What
from repdiff.sources.pdf_joints import Words
from repdiff.sources.pdf_paragraphs import Block, Paragraph
from repdiff.sources.pdf_tables import Cell, Table
from repdiff.sources.pdf_words import Line

_ITEM = re.compile(r"[•●○■□◆◇▪▲△★☆◎‧∙➢✓⁃‣◦▸►▶❖✔]\s*\S|[-–—*]\s+\S")

Asides = Mapping[int, Sequence[tuple[Aside, str]]]
"""What is left out of each page, by its number."""


class Written(NamedTuple):
    """The text of a document, its marks in order, and what is left out of it."""

    text: str
    marks: tuple[Mark, ...]
    left_out: tuple[LeftOut, ...]


def text_of(lines: Sequence[Line], words: Words) -> str:
    """The text of the lines of one paragraph or cell."""
    text = ""
    for line in lines:
        text = words.joined(text, line.text)
    return text


def written(blocks: Sequence[Block], levels: Mapping[int, int], asides: Asides, words: Words) -> Written:
    """The document as text: a line for each paragraph and each row of a table, cells parted by tabs; headings have the levels given."""
    page = _Text(asides, words)
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            page.table(block)
        else:
            page.paragraph(block, levels.get(at, 0))
    return page.done()


class _Text:
    """Collects the lines of the text; knows at which page it is."""

    def __init__(self, asides: Asides, words: Words) -> None:
        self._asides, self._words = asides, words
        self._lines: list[str] = []
        self._at = 0  # where the next line begins
        self._pages: list[tuple[int, int]] = []  # number, where it begins
        self._marks: list[Mark] = []
        self._left_out: list[LeftOut] = []

    def paragraph(self, block: Paragraph, level: int) -> None:
        """A line of its own; headings and items are marked."""
        start, text = self._at, ""
        for laid in block.lines:
            joined = self._words.joined(text, laid.line.text)
            self._turn_to(laid.line.page, start + max(len(joined) - len(laid.line.text.lstrip()), 0))
            text = joined
        span = Span(start, start + len(text))
        if level:
            self._marks.append(Mark(span, What.HEADING, level))
        elif _ITEM.match(text):
            self._marks.append(Mark(span, What.ITEM, 1))
        self._end_line(text)

    def table(self, table: Table) -> None:
        """A line for each row; every cell that holds something is marked."""
        self._turn_to(table.page, self._at)
        columns = sorted({cell.column for cell in table.cells})
        for row in table.rows:
            cells = {cell.column: cell for cell in row}
            texts = [self._cell(cells.get(column)) for column in columns]
            if any(texts):
                self._turn_to(min(line.page for cell in row for line in cell.lines), self._at)
                self._row(texts)

    def _cell(self, cell: Cell | None) -> str:
        return text_of(cell.lines, self._words) if cell else ""

    def _row(self, texts: Sequence[str]) -> None:
        at = self._at
        for text in texts:
            if text:
                self._marks.append(Mark(Span(at, at + len(text)), What.CELL))
            at += len(text) + 1
        self._end_line("\t".join(texts))

    def _end_line(self, text: str) -> None:
        self._lines.append(text)
        self._at += len(text) + 1

    def _turn_to(self, number: int, at: int) -> None:
        """The page with this number begins here; what is left out of it and of those before it stands here too."""
        last = self._pages[-1][0] if self._pages else 0
        if number <= last:
            return
        self._pages.append((number, at))
        for page in range(last + 1, number + 1):
            self._leave_out(page, at)

    def _leave_out(self, page: int, at: int) -> None:
        self._left_out += [LeftOut(why, text, Span(at, at), page) for why, text in self._asides.get(page, ())]

    def done(self) -> Written:
        """The whole text."""
        text = "\n".join(self._lines)
        last = self._pages[-1][0] if self._pages else 0
        for page in sorted(self._asides):
            if page > last:
                self._leave_out(page, len(text))
        ends = [*(start for _, start in self._pages[1:]), *([len(text)] if self._pages else [])]
        pages = [
            Mark(Span(start, end), What.PAGE, number) for (number, start), end in zip(self._pages, ends, strict=True)
        ]
        left_out = [each._replace(span=Span(*(min(at, len(text)) for at in each.span))) for each in self._left_out]
        return Written(text, tuple(sorted([*self._marks, *pages])), tuple(left_out))
