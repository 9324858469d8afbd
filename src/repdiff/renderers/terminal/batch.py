"""Many comparisons on a terminal."""

from collections.abc import Iterable

from repdiff.renderers.terminal.grid import headed, laid_out
from repdiff.renderers.terminal.layout import Line
from repdiff.report.nouns import Report


def lines(report: Report) -> Iterable[Line]:
    """The table of all pairs."""
    notes = (report.words["text.note"] + note for note in report.notes)
    tables = (part.table for part in report.parts if part.table is not None)
    parts = ((table.title, laid_out(table, report.view.width)) for table in tables)
    return headed((report.sentence, *notes), parts, report.view.width)
