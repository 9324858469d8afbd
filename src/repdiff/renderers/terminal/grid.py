"""Tables for a terminal: columns as wide as there is room for, and no text cut."""

from collections.abc import Iterable, Sequence

from repdiff.model.view import View
from repdiff.renderers.terminal.layout import Line, pad, wrap
from repdiff.report.nouns import Table
from repdiff.report.runs import Run, visible, width

_WIDEST = 44
"""Columns that a cell is filled up to where nothing bounds a line: longer ones push the rest of their row aside."""
_NARROWEST = 10
_GAP = 2
_INDENT = 2
_GUTTER = " │ "
_COLUMN = 70
"""Columns of an old quotation beside a new one: in a wider one the eye loses the line."""


def headed(head: Iterable[str], parts: Iterable[tuple[str, Iterable[Line]]], columns: int) -> Iterable[Line]:
    """The head, its first text emphasised, then each part that has any lines below its title."""
    for number, text in enumerate(head):
        yield from wrap([Run(visible(text), "" if number else "heading")], columns)
    for title, body in parts:
        below = list(body)
        yield from [[], *wrap([Run(title, "heading")], columns), *below] if below else []


def laid_out(table: Table, columns: int) -> Iterable[Line]:
    """The rows in columns below their names. No text is cut: a cell that is too long goes on below; 0 columns wrap nothing.

    Where the columns do not fit beside each other, a row stands in one paragraph.
    """
    rows = [[visible(cell) for cell in row] for row in (table.columns, *table.rows)]
    if not table.rows:
        return
    sizes = _sizes(rows, columns)
    if not sizes:
        for row in rows[1:]:
            yield from wrap([Run("  ".join(filter(None, row)))], columns)
        return
    for number, row in enumerate(rows):
        yield from _beside(row, sizes, "" if number else "quiet", bounded=bool(columns))


def facing(old: tuple[str, Line], new: tuple[str, Line | None], view: View) -> Iterable[Line]:
    """Two quotations, each with what it is called: beside each other where the window is wide enough, else one below the other."""
    if new[1] and view.width >= view.side_by_side:
        column = min((view.width - _INDENT - len(_GUTTER)) // 2, _COLUMN)
        left, right = wrap(old[1], column), wrap(new[1], view.width - _INDENT - len(_GUTTER) - column)
        for n in range(max(len(left), len(right))):
            shown = pad(left[n] if n < len(left) else [], column)
            second = right[n] if n < len(right) else []
            yield [Run(" " * _INDENT), *shown, Run(_GUTTER if second else _GUTTER.rstrip(), "quiet"), *second]
        return
    for name, line in (old, new):
        for part in wrap([Run(f"{name} ", "quiet"), *line], view.width - _INDENT if view.width else 0) if line else ():
            yield [Run(" " * _INDENT), *part]


def _sizes(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """Widths of the columns; none where they do not fit even when narrow."""
    sizes = [max(width(row[n]) for row in rows) for n in range(len(rows[0]))]
    if not columns:
        return [min(size, _WIDEST) for size in sizes]
    gaps = _GAP * (len(sizes) - 1)
    while sum(sizes) + gaps > columns and max(sizes) > _NARROWEST:
        sizes[sizes.index(max(sizes))] -= 1
    return sizes if sum(sizes) + gaps <= columns else []


def _beside(cells: Sequence[str], sizes: Sequence[int], style: str, *, bounded: bool) -> Iterable[Line]:
    """The cells of one row beside each other, as many lines as the longest takes."""
    wrapped = [wrap([Run(cell, style)], size if bounded else 0) for cell, size in zip(cells, sizes, strict=True)]
    last = max((n for n, cell in enumerate(cells) if cell), default=0)
    for n in range(max(map(len, wrapped))):
        runs: Line = []
        for column, (lines, size) in enumerate(zip(wrapped[: last + 1], sizes, strict=False)):
            line = lines[n] if n < len(lines) else []
            runs += line if column == last else [*pad(line, size), Run(" " * _GAP)]
        yield runs
