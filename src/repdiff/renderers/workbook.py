"""Workbooks for readers: a sheet per table, with filters, a head that stays, widths by content, and links from row to row.

Every text is written as a text: none starts a formula, none becomes a link.
"""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

from repdiff.model.errors import RepdiffError
from repdiff.renderers.sheets import as_text
from repdiff.report.nouns import Report
from repdiff.report.runs import Run, visible, width
from repdiff.report.sheets import Cell, Column, Linked, Marked, Sheet, Type
from repdiff.report.words import Words

MOST_ROWS: Final = 1_048_576
"""Rows that a sheet can hold, its head among them."""
_MOST_CHARS: Final = 32_767  # code units of UTF-16 in a cell
_MOST_LINKS: Final = 65_530  # of one sheet
_WIDEST, _NARROW, _NARROWEST = (
    50,
    26,
    7,
)  # of long texts, of others, at least: in characters, East Asian ones counting two
_PLAIN = 68  # of a sheet without a head, which shows keys of files
_READ = 30  # characters from which on the texts of a column are long
_PRINTED = 190  # of them on the width of a page
_LINE, _HIGHEST = 15, 405  # points: of a line, and of the highest row that a sheet can have
_FILTER = 3  # columns that the button of a filter takes
_SAMPLED = 2_000  # rows that say how wide a column is
_EXACT = 15  # digits that a number of a spreadsheet keeps
_NO_CHARS = re.compile("[\ufffe\uffff]")  # XML has no such characters
_MADE: Final = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_STYLES: Final[dict[str, dict[str, object]]] = {
    "delete": {"font_color": "#A3203A", "font_strikeout": True},
    "insert": {"font_color": "#1B6E3C", "underline": True},
    "move_from": {"font_color": "#6B4FA0", "font_strikeout": True},
    "move_to": {"font_color": "#6B4FA0", "underline": True},
    "heading": {"bold": True},
}
_TOP: Final[dict[str, object]] = {"valign": "top"}
_WRAPPED: Final[dict[str, object]] = {"valign": "top", "text_wrap": True}


def render(report: Report) -> bytes:
    """A workbook: a sheet for each table of the report's book, the same bytes for the same report.

    A table of more rows than a sheet holds goes on in a further one; a text that is longer than a cell holds ends in a word that says so.
    Raises RepdiffError where the package for it is missing.
    """
    return written(report.book, report.words)


def written(sheets: Sequence[Sheet], words: Words, most_rows: int = MOST_ROWS) -> bytes:
    """The same for any tables; `most_rows` is how many rows a sheet may have."""
    try:
        import xlsxwriter
    except ModuleNotFoundError as error:
        raise RepdiffError("xlsx needs a package that is not installed.", "Run: pip install 'repdiff[xlsx]'") from error
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _MADE})
        pages = list(_pages(sheets, most_rows))
        titles: dict[str, list[str]] = {}
        for title, sheet in pages:
            titles.setdefault(sheet.name, []).append(title)
        styles = _Styles(book)
        for title, sheet in pages:
            page = book.add_worksheet(title)
            _Page(page, styles, words, lambda cell: _there(cell, titles, most_rows - 1)).fill(sheet)
    return out.getvalue()


def _there(cell: Linked, titles: dict[str, list[str]], size: int) -> str:
    """The address of the row that a cell leads to, in a sheet that may go on in others; empty where it is not there."""
    page, row = divmod(max(cell.row, 0), size)
    found = titles.get(cell.sheet, [])[page : page + 1]
    return f"internal:'{found[0]}'!A{1 if cell.row < 0 else row + 2}" if found else ""


def _pages(sheets: Sequence[Sheet], most_rows: int) -> Iterator[tuple[str, Sheet]]:
    """The sheets under names that a workbook allows, one that is too long in several."""
    given: set[str] = set()
    for sheet in sheets:
        size = most_rows - 1
        for start in range(0, max(len(sheet.rows), 1), size):
            title = _free(re.sub(r"[\[\]:*?/\\'\x00-\x1f]", " ", visible(sheet.title)).strip() or sheet.name, given)
            given.add(title.casefold())
            yield title, sheet._replace(rows=sheet.rows[start : start + size])


def _free(title: str, given: set[str]) -> str:
    number, found = 1, title[:31]
    while found.casefold() in given:
        number += 1
        ending = f" ({number})"
        found = title[: 31 - len(ending)] + ending
    return found


class _Styles:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        make = book.add_format
        self.bold = make({**_WRAPPED, "bold": True})
        self.wrapped = make(_WRAPPED)
        self.plain = make()
        self.right = make({**_TOP, "align": "right"})
        self.left = make({**_TOP, "align": "left"})
        self.centre = make({**_TOP, "align": "center"})
        self.link = make({**_WRAPPED, "font_color": "#0B5394", "underline": True})
        self.whole = make({**_TOP, "num_format": "#,##0"})
        self.broken = make({**_TOP, "num_format": "#,##0.0##"})
        self.share = make({**_TOP, "num_format": "0.00"})
        self.percent = make({**_TOP, "num_format": "0.0%"})
        self.runs = {name: make(style) for name, style in _STYLES.items()}
        self.cells = {name: make(_WRAPPED | style) for name, style in _STYLES.items()}
        """Those of a cell that has one style throughout."""


class _Page:
    """Fills one sheet of a workbook."""

    def __init__(self, page: Any, styles: _Styles, words: Words, place: Callable[[Linked], str]) -> None:
        self._page, self._styles, self._words, self._place = page, styles, words, place
        self._links = 0

    def fill(self, sheet: Sheet) -> None:
        """Head, rows, widths, filters; how it is printed."""
        head = not sheet.plain
        widths = [_width(sheet, number, column) for number, column in enumerate(sheet.columns)]
        if head:
            self._heighten(0, [column.title for column in sheet.columns], [each - _FILTER for each in widths])
            for number, column in enumerate(sheet.columns):
                self._text(0, number, column.title, self._styles.bold)
        for index, row in enumerate(sheet.rows, head):
            self._heighten(index, row, widths)
            for number, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
                self._cell(index, number, cell, column, sheet.plain and not number)
        self._shape(sheet, widths)

    def _heighten(self, row: int, cells: Sequence[Cell], widths: Sequence[float]) -> None:
        """A row as high as its texts: not every program that opens a workbook looks for that itself."""
        lines = max((_lines(cell, wide) for cell, wide in zip(cells, widths, strict=True)), default=1)
        if lines > 1:
            self._page.set_row(row, min(lines * _LINE, _HIGHEST))

    def _shape(self, sheet: Sheet, widths: Sequence[float]) -> None:
        page, last = self._page, max(len(sheet.columns) - 1, 0)
        for number, wide in enumerate(widths):
            page.set_column(number, number, wide)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(-int(-sum(widths) // _PRINTED), 0)
        page.hide_gridlines(1 if sheet.plain else 0)
        if not sheet.plain:
            page.freeze_panes(1, 0)
            page.autofilter(0, 0, max(len(sheet.rows), 1), last)
            page.repeat_rows(0)
            # A year or the number of a heading is a text: no green corner says that it is one.
            page.ignore_errors({"number_stored_as_text": f"A1:XFD{len(sheet.rows) + 1}"})

    def _cell(self, row: int, number: int, cell: Cell, column: Column, label: bool) -> None:
        match cell:
            case None | "" | ():
                return
            case bool():
                self._text(row, number, "✓" if cell else "", self._styles.centre)
            case Marked():
                self._marked(row, number, cell)
            case Linked():
                self._linked(row, number, cell)
            case Decimal() | int():
                self._number(row, number, Decimal(cell), column)
            case str():
                self._text(row, number, cell, self._styles.bold if label else self._styles.wrapped)
            case (Decimal(), *_):
                one = cell[0] if len(cell) == 1 and isinstance(cell[0], Decimal) else None
                if one is not None:
                    self._number(row, number, one, column)
                else:
                    self._text(row, number, as_text(cell), self._styles.right)

    def _number(self, row: int, number: int, value: Decimal, column: Column) -> None:
        digits = value.normalize().as_tuple().digits
        if not value.is_finite() or len(digits) > _EXACT:
            self._text(row, number, as_text(value), self._styles.right)
        elif not column.title:
            self._page.write_number(row, number, float(value), self._styles.left)
        elif column.type is Type.PERCENT:
            self._page.write_number(row, number, float(value / 100), self._styles.percent)
        elif column.type is Type.SHARE:
            self._page.write_number(row, number, float(value), self._styles.share)
        else:
            whole = value == value.to_integral_value()
            self._page.write_number(row, number, float(value), self._styles.whole if whole else self._styles.broken)

    def _text(self, row: int, number: int, text: str, style: Any) -> None:
        if text:
            self._page.write_string(row, number, self._fitting(text), style)

    def _linked(self, row: int, number: int, cell: Linked) -> None:
        there = self._place(cell)
        if not there or self._links >= _MOST_LINKS or not cell.text:
            self._text(row, number, cell.text, self._styles.wrapped)
            return
        self._links += 1
        self._page.write_url(row, number, there, self._styles.link, self._fitting(cell.text))

    def _marked(self, row: int, number: int, cell: Marked) -> None:
        text = self._fitting(cell.text)
        if len(text) < len(_clean(cell.text)) or not any(run.style in _STYLES for run in cell.runs):
            self._text(row, number, cell.text, self._styles.wrapped)
            return
        runs = [Run(_clean(run.text), run.style) for run in cell.runs]
        parts = [
            part
            for run in runs
            if run.text
            for part in (self._styles.runs.get(run.style, self._styles.plain), run.text)
        ]
        if len(parts) > len(("style", "text")):
            self._page.write_rich_string(row, number, *parts, self._styles.wrapped)
        else:
            self._page.write_string(row, number, text, self._styles.cells.get(cell.runs[0].style, self._styles.wrapped))

    def _fitting(self, text: str) -> str:
        """A text that a cell can hold; a word says where it was cut."""
        clean = _clean(text)
        if _units(clean) <= _MOST_CHARS:
            return clean
        ending = " " + self._words["sheets.cut"].format(count=self._words.number(len(clean)))
        kept = clean[: _MOST_CHARS - len(ending)]
        while _units(kept) + len(ending) > _MOST_CHARS:
            kept = kept[: len(kept) - max((_units(kept) + len(ending) - _MOST_CHARS + 1) // 2, 1)]
        return kept + ending


def _width(sheet: Sheet, number: int, column: Column) -> float:
    """How wide a column is: as its widest text, within bounds that depend on whether its texts are long; East Asian characters take two."""
    found = sorted(wide for row in sheet.rows[:_SAMPLED] if (wide := _columns(row[number])))
    is_long = bool(found) and ((sheet.plain and number) or found[len(found) // 2] > _READ)
    most = (_PLAIN if sheet.plain else _WIDEST) if is_long else _NARROW
    head = 0 if sheet.plain else min(width(visible(column.title)) + _FILTER, _NARROW)
    return max(min(max([head, *found[-1:]]) + 1, most), _NARROWEST)


def _columns(cell: Cell) -> int:
    """How many columns a cell takes on one line; of a long text, more than a column may have."""
    text = as_text(cell)
    if isinstance(cell, Decimal | int) or (isinstance(cell, tuple) and not isinstance(cell, Marked | Linked)):
        return len(text) + len(text) // 3
    return len(text) if len(text) > _PLAIN else width(text)


def _lines(cell: Cell, wide: float) -> int:
    """How many lines a text takes in a column: rather one too many, since no word is broken."""
    if not isinstance(cell, str | Marked | Linked):
        return 1
    taken = width(as_text(cell))
    return 1 if taken <= wide else -int(-taken * 1.08 // max(wide - 1, 1))


def _clean(text: str) -> str:
    return _NO_CHARS.sub("\ufffd", visible(text))


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
