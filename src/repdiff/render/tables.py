"""What reports of a few tables have in common beside the tables: CSV, and places in a text."""

import csv
import io
from collections.abc import Iterable

from repdiff.model.document import Document


def as_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV below a header line; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return out.getvalue()


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a number keeps its sign."""
    if not cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return cell
    return cell if cell[1:].replace(".", "", 1).isdecimal() else f"'{cell}"


def place(document: Document, offset: int) -> str:
    """Line and column of a code point, as `line:column`."""
    line, column = document.source.place(offset)
    return f"{line}:{column}"
