"""The table of numbers on a terminal."""

from collections.abc import Iterable

from repdiff.renderers.terminal.grid import laid_out
from repdiff.renderers.terminal.layout import Line, wrap
from repdiff.report.nouns import Table
from repdiff.report.runs import Run, visible

_FOUR_COLUMNS = 90  # columns of a terminal from which all of a row stands side by side
_INDENT = 2
_STYLES = {"▲": "added", "▼": "dropped"}


def number_lines(table: Table, columns: int) -> Iterable[Line]:
    """The table, each number with its place: four columns where they fit, else two lines per indicator."""
    if not table.rows:
        yield [Run(table.title)]
        return
    yield from wrap([Run(table.title, "heading")], columns)
    yield []
    if not columns or columns >= _FOUR_COLUMNS:
        yield from laid_out(table, columns)
        return
    for name, before, after, change in table.rows:
        yield from wrap([Run(visible(name), _STYLES.get(name[0], ""))], columns)
        for line in wrap([Run(visible(f"{before} → {after}  {change}"))], columns - _INDENT):
            yield [Run(" " * _INDENT), *line]
