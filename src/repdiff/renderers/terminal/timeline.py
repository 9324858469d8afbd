"""Several versions on a terminal."""

from collections.abc import Iterable
from itertools import chain

from repdiff.renderers.terminal.grid import headed, laid_out
from repdiff.renderers.terminal.layout import Line
from repdiff.report.nouns import Report


def lines(report: Report) -> Iterable[Line]:
    """The tables as text; lives of one version only are left to the other forms."""
    notes = (report.words["text.note"] + note for note in report.notes)
    reviewed = (table for table in report.tables if table.rows)
    tables = chain(reviewed, (part.table for part in report.parts if part.table is not None))
    parts = ((table.title, laid_out(table, report.view.width)) for table in tables)
    return headed((report.sentence, *notes, report.marks), parts, report.view.width)
