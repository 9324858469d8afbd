"""Several versions on a terminal."""

from repdiff.render.terminal.grid import laid_out, terminal
from repdiff.report.nouns import Report


def render(report: Report) -> str:
    """The tables as text; lives of one version only are left to the other forms."""
    notes = (report.words["text.note"] + note for note in report.notes)
    tables = (part.table for part in report.parts if part.table is not None)
    parts = ((table.title, laid_out(table, report.view.width)) for table in tables)
    return terminal((report.sentence, *notes, report.marks), parts, report.view)
