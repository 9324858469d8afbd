"""Tables of a page: which hold data, row by row, and in which column each cell stands; the others only place their text."""

import re
from typing import NamedTuple

from repdiff.sources.html_measures import Measures
from repdiff.sources.html_tree import Page

_LEAST = 2
"""Rows and columns of a table of data."""
_LONG = 120
"""Columns of text of a cell that says more than a name or a figure."""
_LONGEST = 3000
"""Columns of text of the longest cell of a table: a longer one is a part of the page."""
_FEW_LONG, _FEW_LONG_HEADED = 0.1, 0.25
"""Share of such cells that a table of data has at most; and one that marks its heads."""
_MOST_COLUMNS = 1000
"""Columns of the widest table that is read as one, as browsers have it."""


class Tables(NamedTuple):
    """The cells of all tables of data with their columns, counted from 0, and their rows with how many columns they have; and the cells
    of tables whose cells hold sentences.
    """

    cells: dict[int, int]
    rows: dict[int, int]
    texts: set[int]


def data_tables(page: Page, measures: Measures) -> Tables:
    """The tables of data of a page."""
    rows, nested = _rows(page)
    found = Tables({}, {}, set())
    for table, own in rows.items():
        if table in nested or not _is_table(page, measures, table, own):
            continue
        if not _is_data(page, measures, own):
            found.texts.update(cell for row in own.values() for cell in row)
        else:
            grid = _columns(page, own)
            width = max((column + 1 for column in grid.values()), default=0)
            if width:
                found.cells.update(grid)
                found.rows.update(dict.fromkeys(own, width))
    return found


def _rows(page: Page) -> tuple[dict[int, dict[int, list[int]]], set[int]]:
    """The rows of each table with their cells, and the tables that hold tables."""
    rows: dict[int, dict[int, list[int]]] = {}
    nested: set[int] = set()
    tables, row_of = [0] * len(page.tags), [0] * len(page.tags)
    for node, tag in enumerate(page.tags):
        parent = page.parents[node]
        tables[node], row_of[node] = tables[parent], row_of[parent]
        if tag == "table":
            if tables[parent]:
                nested.add(tables[parent])
            tables[node], row_of[node] = node, 0
        elif tag == "tr" and tables[node]:
            rows.setdefault(tables[node], {})[node] = []
            row_of[node] = node
        elif tag in ("td", "th") and row_of[node]:
            rows[tables[node]][row_of[node]].append(node)
    return rows, nested


def _is_table(page: Page, measures: Measures, table: int, rows: dict[int, list[int]]) -> bool:
    """Whether a table is one, of rows and columns, and does not just place the parts of a page."""
    wide = sum(len(row) >= _LEAST for row in rows.values())
    longest = max((measures.text[cell] for row in rows.values() for cell in row), default=0)
    placing = page.get(table, "role") in ("presentation", "none") or measures.headings[table]
    return not placing and wide >= _LEAST and 0 < longest <= _LONGEST


def _is_data(page: Page, measures: Measures, rows: dict[int, list[int]]) -> bool:
    """Whether the cells of a table hold names and figures rather than sentences."""
    cells = [cell for row in rows.values() for cell in row]
    filled = [cell for cell in cells if measures.text[cell]]
    headed = any(page.tags[cell] == "th" for cell in cells)
    long = sum(measures.text[cell] > _LONG or _is_block(page, cell) for cell in filled)
    return long <= (_FEW_LONG_HEADED if headed else _FEW_LONG) * len(filled)


def _is_block(page: Page, cell: int) -> bool:
    """Whether a cell holds a list, or lines that more than one element begins."""
    blocks = 0
    for node in page.within(cell):
        if page.tags[node] in ("ul", "ol", "dl", "pre"):
            return True
        blocks += page.tags[node] in ("p", "div")
    return blocks > _LEAST


def _columns(page: Page, rows: dict[int, list[int]]) -> dict[int, int]:
    """The column of each cell, as browsers place it: behind the cells before it and those that reach down from above. None of a table
    that is too wide.
    """
    found: dict[int, int] = {}
    reaching: dict[int, int] = {}
    for cells in rows.values():
        column = 0
        below = {at: left - 1 for at, left in reaching.items() if left > 1}
        for cell in cells:
            while reaching.get(column, 0) > 0:
                column += 1
            if column > _MOST_COLUMNS:
                return {}
            found[cell] = column
            down = _span(page, cell, "rowspan")
            for _ in range(min(_span(page, cell, "colspan"), _MOST_COLUMNS)):
                if down > 1:
                    below[column] = down - 1
                column += 1
        reaching = below
    return found


def _span(page: Page, cell: int, name: str) -> int:
    written = page.get(cell, name)
    return min(max(int(written), 1), _MOST_COLUMNS) if re.fullmatch(r"[0-9]{1,4}", written) else 1
