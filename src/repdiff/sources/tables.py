"""Tables in text (.csv, .tsv): the texts of a column row by row, or all cells."""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Final

from repdiff.files.request import Request
from repdiff.files.text import decoded
from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Placing, Source
from repdiff.sources.columns import Row, add_table, choice_of, columns_of, no_column, said
from repdiff.sources.lines import Lines

_SIGNS: Final = (",", "\t", ";", "|")
"""What parts cells; the first of those that part them equally well."""
_LOOKED_AT: Final = 200
"""Rows that tell the sign."""
_MOST_LINES: Final = 2_000_000
"""Lines of a table that is read as one document: each costs a row, a mark and a place."""
_LARGEST: Final = 2**27
"""Code points of the largest cell: those of the largest file."""


def read_table(data: bytes, request: Request) -> Source:
    """The bytes of a table as a source; its places are rows, the first one 1.

    A column that holds texts is read, and nothing else: the one that the request names, one that is called so in one of the languages,
    or the only one of prose. In a table without one every row is a line, with its cells marked and tabs between them.

    Raises RepdiffError where there is no text to be had, and for a column that is not there.
    """
    found = decoded(data, request)
    if found.text.count("\n") > _MOST_LINES:
        raise RepdiffError(f"{request.name}: more than {_MOST_LINES:,} lines.", "Give the rows of one document.")
    rows = list(_rows(found.text, request.name))
    choice = choice_of(rows, request.part)
    if request.part and choice.column < 0:
        raise no_column(request.name, request.part, columns_of(rows))
    lines = Lines()
    add_table(lines, rows, choice)
    return Source(
        request.name,
        lines.text,
        "csv",
        found.encoding,
        found.assumed,
        found.sha256,
        marks=lines.marks,
        notes=(*found.notes, *said(request.name, rows, choice)),
        hard_lines=True,
        places=Placing.ROWS,
    )


def _rows(text: str, name: str) -> Iterator[Row]:
    csv.field_size_limit(_LARGEST)
    sign = max(_SIGNS, key=lambda each: _parts(text, each))
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=sign), 1):
            if any(map(str.strip, cells)):
                yield Row(number, tuple(cells))
    except csv.Error as error:
        raise RepdiffError(f"{name}: no table ({error}).", "Save it again as CSV.") from None


def _parts(text: str, sign: str) -> float:
    """How well a sign parts a table: the share of rows that have as many cells as most have, where these are several, and how many."""
    try:
        widths = [
            len(cells) for cells in islice(csv.reader(StringIO(text, newline=""), delimiter=sign), _LOOKED_AT) if cells
        ]
    except csv.Error:
        return 0.0
    several = [width for width in widths if width > 1]
    if not several:
        return 0.0
    usual = max(set(several), key=lambda width: (several.count(width), width))
    return several.count(usual) / len(widths) + min(usual, _LOOKED_AT) / _LOOKED_AT / 2
