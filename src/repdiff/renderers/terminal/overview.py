"""The head of a comparison on a terminal: one sentence, a table of counts, the sections with most change, notes, the marks used."""

from collections.abc import Iterable
from typing import Final

from repdiff.renderers.terminal.grid import laid_out
from repdiff.renderers.terminal.layout import Line, pad, shown, wrap
from repdiff.report.nouns import Report, Table
from repdiff.report.runs import Run, clip, visible, width

_LABEL = 28
_COUNTED = 10  # columns of the names of counts where one stands per line


def overview(report: Report) -> Iterable[Line]:
    """Lines of the head."""
    columns = report.view.width
    for line in report.head:
        yield from wrap(shown(line), columns)
    yield from wrap([Run(report.sentence, "heading")], columns)
    for note in report.notes:
        yield from wrap([Run(report.words["text.note"], "note"), Run(visible(note))], columns)
    for table in report.tables:
        if table.name in _LAID_OUT:
            yield []
            yield from _LAID_OUT[table.name](table, columns)
        elif table.name in _REVIEWED and table.rows:
            yield from ([], [Run(table.title, "quiet")])
            yield from laid_out(table, columns)
    if report.marks:
        yield []
        yield from wrap([Run(report.marks, "quiet")], columns)


def _counts(table: Table, columns: int) -> Iterable[Line]:
    """Counts right below their names; on a narrow terminal one count per line."""
    label = max(width(name) for name, *_ in table.rows)
    if columns and columns < label + sum(width(name) + 2 for name in table.columns[1:]):
        yield [Run(" " * _COUNTED + "  ".join(name for name, *_ in table.rows), "quiet")]
        for index, column in enumerate(table.columns[1:], 1):
            counts = (f"{row[index]:>{width(row[0])}}" for row in table.rows)
            yield [*pad([Run(column, "quiet")], _COUNTED), Run("  ".join(counts))]
        return
    yield [Run(" " * label + "".join(f"  {name}" for name in table.columns[1:]), "quiet")]
    for name, *cells in table.rows:
        numbers = (f"  {cell:>{width(column)}}" for cell, column in zip(cells, table.columns[1:], strict=True))
        yield [*pad([Run(name, "quiet")], label), Run("".join(numbers))]


def _changed(table: Table, columns: int) -> Iterable[Line]:
    """Sections' titles and their counts, in one line where both fit, else the counts below the title."""
    yield [Run(table.title, "quiet")]
    for name, text in table.rows:
        title = visible(name)
        room = columns - width(text) - 4 if columns else 2 * _LABEL
        if room >= min(width(title), _LABEL):
            yield [Run("  "), Run(clip(title, min(room, 2 * _LABEL))), Run(f"  {text}", "quiet")]
            continue
        yield [Run("  "), Run(clip(title, columns - 2))]
        for line in wrap([Run(text, "quiet")], columns - 4):
            yield [Run("    "), *line]


_REVIEWED: Final = ("review", "reviewers", "questions", "files", "signed")
_LAID_OUT: Final = {"counts": _counts, "changed": _changed}
