"""The summary of duplicates on a terminal, or in a pipe."""

from collections.abc import Iterable

from repdiff.renderers.terminal.layout import Line, wrap
from repdiff.report.nouns import Fold, Part, Report, Row, Table
from repdiff.report.runs import Run, clip, visible, width

_QUOTE = 60


def lines(report: Report) -> Iterable[Line]:
    """The sentence, the counts, and the findings of each kind."""
    yield from wrap([Run(report.sentence, "heading")], report.view.width)
    for table in report.tables:
        yield []
        yield from _table(table)
    for part in report.parts:
        yield []
        yield [Run(part.title, "heading"), Run(f"  {report.words.number(part.total)}", "quiet")]
        yield from _part(part, report)


def _part(part: Part, report: Report) -> Iterable[Line]:
    columns = report.view.width
    for row in part.listed:
        if isinstance(row, Fold):
            yield from _indented([Run(row.text, "quiet")], columns)
        elif isinstance(row, Row):
            yield from _indented([Run(visible(row.name))], columns)
            for passage in row.old:
                yield from _indented([Run(_quote(passage.text, columns), "quiet")], columns, 4)


def _table(table: Table) -> Iterable[Line]:
    rows = (table.columns, *table.rows)
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        blanks = [" " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)]
        cells = [row[0] + blanks[0], *(blank + cell for blank, cell in zip(blanks[1:], row[1:], strict=True))]
        yield [Run("  ".join(cells), "" if number else "quiet")]


def _quote(text: str, columns: int) -> str:
    return clip(visible(text[: 4 * _QUOTE]), min(columns - 4, _QUOTE) if columns else _QUOTE)


def _indented(runs: list[Run], columns: int, indent: int = 2) -> Iterable[Line]:
    for line in wrap(runs, max(columns - indent, 1) if columns else 0):
        yield [Run(" " * indent), *line]
