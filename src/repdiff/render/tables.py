"""A report that is one table or a few: the same rows for the terminal, for the page and as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from repdiff.model import Document
from repdiff.options import View
from repdiff.render.layout import Line, Run, clip, pad, visible, width, wrap
from repdiff.render.numbers import inert
from repdiff.render.paint import painted

_WIDEST = 44
_NARROWEST = 14


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, the names of the columns, and rows of texts."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def terminal(head: Iterable[str], tables: Sequence[Table], view: View) -> str:
    """The tables below the lines of the head; columns that do not fit stand on lines of their own."""
    lines: list[Line] = []
    for text in head:
        lines += wrap([Run(visible(text), "heading" if not lines else "")], view.width)
    for table in tables:
        if not table.rows:
            continue
        lines += [[], *wrap([Run(table.title, "heading")], view.width)]
        lines += _laid_out(table, view.width)
    return painted(lines, view.color)


def _laid_out(table: Table, columns: int) -> Iterable[Line]:
    rows = [[visible(cell) for cell in row] for row in (table.columns, *table.rows)]
    sizes = [min(max(width(row[n]) for row in rows), _WIDEST) for n in range(len(table.columns))]
    while columns and sum(sizes) + 2 * len(sizes) > columns and max(sizes) > _NARROWEST:
        sizes[sizes.index(max(sizes))] -= 1
    if columns and sum(sizes) + 2 * len(sizes) > columns:
        for row in rows[1:]:
            yield from wrap([Run("  ".join(filter(None, row)))], columns)
        return
    for number, row in enumerate(rows):
        runs: Line = []
        for cell, size in zip(row, sizes, strict=True):
            runs += [*pad([Run(clip(cell, size), "quiet" if not number else "")], size), Run("  ")]
        yield runs


def as_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV below a header line; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return out.getvalue()


def place(document: Document, offset: int) -> str:
    """Line and column of a code point, as `line:column`."""
    line, column = document.source.place(offset)
    return f"{line}:{column}"
