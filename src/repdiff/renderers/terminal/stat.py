"""One line per section on a terminal: title, counts, and a bar of what changed, as `git diff --stat` has it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from repdiff.renderers.terminal.layout import Line, pad, shown, wrap
from repdiff.report.nouns import Report, Table
from repdiff.report.runs import Run, clip, visible, width
from repdiff.report.stat import scaled

_STYLES: Final = {"+": "added", "-": "dropped", "~": "reworded", ">": "moved"}
_GAP = 2
_ROOM, _LEAST = 16, 8
"""Columns that titles leave to the bar, and those without which there is none."""
_TITLE = 28
"""Columns that titles keep on a narrow terminal."""


def stat_lines(report: Report) -> Iterator[Line]:
    """The names of the sides, a line per section, the sums, the notes."""
    columns = report.view.width
    for line in report.head:
        yield from wrap(shown(line), columns)
    for table in report.tables:
        if table.name == "stat":
            yield []
            yield from _rows(table, columns)
    if report.notes:
        yield []
    for note in report.notes:
        yield from wrap([Run(report.words["text.note"], "note"), Run(visible(note))], columns)


def _rows(table: Table, columns: int) -> Iterator[Line]:
    rows = [(*(visible(cell) for cell in row),) for row in (table.columns, *table.rows)]
    titles, *sizes, longest = (max(width(row[n]) for row in rows) for n in range(len(table.columns)))
    counts = sum(sizes) + _GAP * len(sizes)
    if columns:
        titles = min(titles, max(columns - counts - _GAP - _ROOM, _TITLE))
    room = columns - titles - counts - _GAP if columns else longest
    for number, (title, *cells, bar) in enumerate(rows):
        style = "quiet" if not number else "heading" if number == len(rows) - 1 else ""
        told = (" " * (_GAP + size - width(cell)) + cell for cell, size in zip(cells, sizes, strict=True))
        line = [*pad([Run(clip(title, titles), style)], titles), Run("".join(told), style)]
        yield [*line, Run(" " * _GAP), *_drawn(bar, longest, room)] if bar and room >= _LEAST else line


def _drawn(bar: str, longest: int, room: int) -> Sequence[Run]:
    """The signs of a bar, as many as have room, in their colours."""
    runs = ((sign, len(list(signs))) for sign, signs in groupby(bar))
    return [Run(sign * scaled(count, longest, room), _STYLES[sign]) for sign, count in runs]
