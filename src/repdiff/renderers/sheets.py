"""Tables for programs: CSV, and workbooks with a sheet per table. No cell is a formula."""

from collections.abc import Iterable

from repdiff.model.errors import RepdiffError
from repdiff.report.nouns import Report, Table


def csv(report: Report) -> str:
    """The table that the view asks for by its name, else the first one, as CSV below a header line.

    Raises RepdiffError for an unknown name.
    """
    wanted = report.view.table
    found = next((sheet for sheet in report.sheets if sheet.name == wanted), None) if wanted else report.sheets[0]
    if found is None:
        names = " or ".join(sheet.name for sheet in report.sheets)
        raise RepdiffError(f"There is no table of {wanted}.", f"Ask for {names}.")
    return as_csv(found)


def as_csv(table: Table) -> str:
    """A table as CSV text with a header line."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([inert(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def xlsx(report: Report) -> bytes:
    """A workbook: a sheet for each table. Raises RepdiffError where the package for it is missing."""
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError as error:
        raise RepdiffError("xlsx needs a package that is not installed.", "Run: pip install 'repdiff[xlsx]'") from error
    import io

    book = Workbook(write_only=True)
    for table in report.book or report.sheets:
        sheet = book.create_sheet(table.title)
        for row in (table.columns, *table.rows):
            sheet.append(list(_cells(row)))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a number keeps its sign."""
    if not cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return cell
    return cell if cell[1:].replace(".", "", 1).isdecimal() else f"'{cell}"


def _cells(row: Iterable[str]) -> Iterable[str]:
    # A workbook holds no control characters, and at most so many in a cell.
    for cell in row:
        yield "".join(char for char in cell if char.isprintable())[:32_767]
