"""Excel workbooks (.xlsx, .xlsm): the sheets as they are shown, each read as a table."""

import hashlib
import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from repdiff.files.archive import Archive
from repdiff.files.request import Request
from repdiff.languages.han import folded
from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.model.texts import Aside, Mark, Placing, Source, Span, What
from repdiff.sources.columns import Row, add_table, choice_of, columns_of, named_column, no_column, said
from repdiff.sources.lines import Line, Lines
from repdiff.sources.number_formats import shown_value

if TYPE_CHECKING:
    from openpyxl import Workbook

_KIND: Final = "workbook (.xlsx)"
_MAIN: Final = "xl/workbook.xml"
_MOST_CELLS: Final = 2_000_000
"""Cells that are looked at, empty ones between others too: 20,000 rows of 100 columns."""
_AGAIN: Final = "Open it in Excel or LibreOffice and save it again."
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_HIDDEN = re.compile(rb"\bhidden\s*=\s*[\"'](?:1|true|on)[\"']")
_WITHOUT_VALUE = re.compile(rb"</(?:\w+:)?f>\s*</|<(?:\w+:)?f\b[^>]*/>\s*</|</(?:\w+:)?f>\s*<(?:\w+:)?v\s*(?:/>|></)")
_WIDEST: Final = 16_384  # columns of a sheet


class _Sheet(NamedTuple):
    """A sheet: its name, the rows that are shown, those that are hidden, and whether all of it is."""

    name: str
    rows: tuple[Row, ...]
    hidden_rows: tuple[Row, ...]
    hidden: bool


class _Part(NamedTuple):
    """What the file of a sheet says besides its cells: hidden rows and columns, from 1, and formulas whose value is missing."""

    rows: frozenset[int]
    columns: frozenset[int]
    without_value: int


def read_workbook(data: bytes, request: Request) -> Source:
    """The bytes of a workbook as a source: its sheets in order, each below its name where there are several; its places are rows.

    A request may name a sheet, or a column that holds texts; else such a column is looked for, as in tables in text. Hidden sheets, rows
    and columns are left out. Numbers and dates are read as they are shown, formulas by the value that was saved with them.

    Raises RepdiffError where the file is no workbook, is damaged, locked, too large, or has no such sheet or column.
    """
    archive = Archive(data, request.name, _KIND)
    if _MAIN not in archive:
        raise RepdiffError(f"{request.name}: no {_KIND} (its part {_MAIN} is missing).", _AGAIN)
    parts = _parts(archive)
    sheets = list(_sheets(data, request.name, parts))
    lines = Lines()
    notes = tuple(_add(lines, sheets, request))
    text = lines.text
    return Source(
        request.name,
        text,
        "xlsx",
        sha256=hashlib.sha256(data).hexdigest(),
        marks=lines.marks,
        notes=(*notes, *_said(request.name, sheets, parts, text)),
        hard_lines=True,
        places=Placing.ROWS,
        left_out=lines.left_out,
    )


def _add(lines: Lines, sheets: list[_Sheet], request: Request) -> Iterator[Said]:
    """Put the sheets that are wanted into the lines, and tell what of them is read."""
    seen = [sheet for sheet in sheets if not sheet.hidden]
    named = [sheet for sheet in sheets if request.part and _same(sheet.name, request.part)]
    with_column = [
        sheet for sheet in seen if request.part and sheet.rows and named_column(sheet.rows, request.part) >= 0
    ]
    if request.part and not named and not with_column:
        columns = dict.fromkeys(name for sheet in seen for name in columns_of(sheet.rows))
        raise no_column(request.name, request.part, [*(sheet.name for sheet in seen), *columns], "sheet or column")
    wanted = named or with_column or seen
    several = sum(bool(sheet.rows) for sheet in wanted) > 1
    for sheet in sheets:
        if sheet in wanted and sheet.rows:
            part = "" if named else request.part
            choice = choice_of(sheet.rows, part)
            if several:
                span = Span(0, len(sheet.name))
                lines.add(Line(sheet.name, (Mark(span, What.ROW, 1), Mark(span, What.HEADING, 1))))
            _add_hidden(lines, sheet)
            add_table(lines, sheet.rows, choice)
            yield from said(f"{request.name}#{sheet.name}" if several else request.name, sheet.rows, choice)
        elif sheet.hidden and not request.part:
            _add_hidden(lines, sheet)
    others = [sheet.name for sheet in seen if sheet not in wanted and sheet.rows]
    if others:
        yield Said("{name}: sheets left out: {others}.", name=request.name, others=", ".join(others))


def _add_hidden(lines: Lines, sheet: _Sheet) -> None:
    for row in (*sheet.hidden_rows, *(sheet.rows if sheet.hidden else ())):
        lines.leave(Aside.HIDDEN, "\t".join(cell for cell in row.cells if cell), row.number)


def _said(name: str, sheets: list[_Sheet], parts: dict[str, _Part], text: str) -> Iterator[Said]:
    hidden = [sheet.name for sheet in sheets if sheet.hidden]
    if hidden:
        yield Said("{name}: hidden sheets are left out: {others}.", name=name, others=", ".join(hidden))
    if any(sheet.hidden_rows for sheet in sheets) or any(part.columns for part in parts.values()):
        yield Said("{name} has hidden rows or columns: they are left out.", name=name)
    if any(part.without_value for part in parts.values()):
        count = sum(part.without_value for part in parts.values())
        yield Said(
            "{name}: formulas without a saved value are read as empty ({count}): open it in Excel and save it.",
            name=name,
            count=count,
        )
    if not text:
        yield Said("{name} shows no text.", name=name)


def _parts(archive: Archive) -> dict[str, _Part]:
    """What the parts of the sheets say, by their names; every part that holds XML is unpacked once, within bounds."""
    found = {}
    for part in archive.names:
        if part.endswith((".xml", ".rels")):
            data = archive.xml(part)
            if part.startswith("xl/worksheets/"):
                found[part] = _Part(_hidden_rows(data), _hidden_columns(data), len(_WITHOUT_VALUE.findall(data)))
    return found


def _hidden_rows(data: bytes) -> frozenset[int]:
    return frozenset(_number(row[1], b"r") for row in _ROW.finditer(data) if _HIDDEN.search(row[1]))


def _hidden_columns(data: bytes) -> frozenset[int]:
    found = bytearray(_WIDEST + 1)
    for column in _COLUMN.finditer(data):
        if _HIDDEN.search(column[1]):
            first, last = (min(_number(column[1], name), _WIDEST) for name in (b"min", b"max"))
            found[first : last + 1] = b"\1" * max(last + 1 - first, 0)
    return frozenset(at for at, hidden in enumerate(found) if hidden)


def _number(attributes: bytes, name: bytes) -> int:
    found = re.search(rb"\b" + name + rb"\s*=\s*[\"'](\d{1,7})[\"']", attributes)
    return int(found[1]) if found else 0


def _sheets(data: bytes, name: str, parts: dict[str, _Part]) -> Iterator[_Sheet]:
    """The sheets with their cells as text. The library may fail in any way on a damaged file."""
    from io import BytesIO

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            yield from _read(book, name, parts)
            book.close()
    except (RepdiffError, ModuleNotFoundError, MemoryError):
        raise
    except Exception as error:
        reason = (str(error) or type(error).__name__).splitlines()[0][:120]
        raise RepdiffError(f"{name}: a damaged {_KIND} ({reason}).", _AGAIN) from None


def _read(book: "Workbook", name: str, parts: dict[str, _Part]) -> Iterator[_Sheet]:
    left = _MOST_CELLS
    for sheet in book.worksheets:
        path = str(getattr(sheet, "_worksheet_path", "")).lstrip("/").lower()
        part = parts.get(path, _Part(frozenset(), frozenset(), 0))
        rows: list[Row] = []
        hidden: list[Row] = []
        sheet.reset_dimensions()
        for number, cells in enumerate(sheet.iter_rows(), 1):
            left -= len(cells) + 1
            if left < 0:
                raise RepdiffError(
                    f"{name}: more than {_MOST_CELLS:,} cells.", "Give the sheet of one document as .csv."
                )
            texts = tuple(_text(cell) if at not in part.columns else "" for at, cell in enumerate(cells, 1))
            if any(texts):
                (hidden if number in part.rows else rows).append(Row(number, texts))
        yield _Sheet(sheet.title, _trimmed(rows), tuple(hidden), sheet.sheet_state != "visible")


def _trimmed(rows: list[Row]) -> tuple[Row, ...]:
    """The rows without the columns that are empty in all of them."""
    width = max((len(row.cells) for row in rows), default=0)
    filled = [at for at in range(width) if any(at < len(row.cells) and row.cells[at] for row in rows)]
    return tuple(Row(row.number, tuple(row.cells[at] if at < len(row.cells) else "" for at in filled)) for row in rows)


def _text(cell: Any) -> str:
    return shown_value(cell.value, getattr(cell, "number_format", None) or "General").strip()


def _same(one: str, other: str) -> bool:
    return folded(one).casefold().strip() == folded(other).casefold().strip()
