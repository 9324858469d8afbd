"""Tables for programs: which one is asked for, and that one as CSV. No cell is a formula."""

from decimal import Decimal

from repdiff.model.errors import RepdiffError
from repdiff.report.differences import plain
from repdiff.report.nouns import Report
from repdiff.report.runs import visible
from repdiff.report.sheets import Cell, Linked, Marked, Sheet

_BETWEEN = " / "


def csv(report: Report) -> str:
    """The table that the view asks for by its name, else the first one, as CSV below a header line.

    Raises RepdiffError for an unknown name.
    """
    return as_csv(asked_for(report))


def asked_for(report: Report) -> Sheet:
    """The table that the view asks for by its name, else the first one. Raises RepdiffError for an unknown name."""
    wanted = report.view.table
    found = next((sheet for sheet in report.sheets if sheet.name == wanted), None) if wanted else report.sheets[0]
    if found is None:
        *names, last = (sheet.name for sheet in report.sheets)
        known = f"{', '.join(names)} or {last}" if names else last
        raise RepdiffError(f"There is no table of {wanted}.", f"Ask for {known}.")
    return found


def as_csv(table: Sheet) -> str:
    """A table as CSV text with a header line."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([inert(column.name) for column in table.columns])
    writer.writerows([inert(as_text(cell)) for cell in row] for row in table.rows)
    return out.getvalue()


def as_text(cell: Cell) -> str:
    """A cell as text on one line: numbers without exponent, both ends of a range behind each other, nothing for none."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return f"{cell:f}"
        case int():
            return str(cell)
        case Marked() | Linked():
            return visible(cell.text)
        case str():
            return visible(cell)
        case _:
            return _BETWEEN.join(map(plain, cell))


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a number keeps its sign."""
    if not cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return cell
    return cell if cell[1:].replace(".", "", 1).isdecimal() else f"'{cell}"
