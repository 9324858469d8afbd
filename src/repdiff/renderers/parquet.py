"""Tables for programs as Parquet, with a type for each column; written by DuckDB, which every installation has."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from repdiff.renderers.sheets import as_text, asked_for
from repdiff.report.nouns import Report
from repdiff.report.sheets import Cell, Column, Sheet, Type, unlike

_TYPES = {
    Type.TEXT: "VARCHAR",
    Type.WHOLE: "BIGINT",
    Type.NUMBER: "DOUBLE",
    Type.SHARE: "DOUBLE",
    Type.PERCENT: "DOUBLE",
    Type.TRUTH: "BOOLEAN",
}
_AT_ONCE = 10_000  # rows that are handed over in one statement


def render(report: Report) -> bytes:
    """The table that the view asks for, else the first one. A range takes two columns: `difference` and `difference_high`, which is empty
    where there is but one number. Raises RepdiffError for an unknown table.
    """
    return as_parquet(asked_for(report))


def as_parquet(table: Sheet) -> bytes:
    """A table as the bytes of a Parquet file; columns whose names are the same get numbers."""
    import tempfile

    import duckdb

    values = [[value for cell in _cells(row, table.columns) for value in cell] for row in table.rows]
    columns = list(unlike([each for column in table.columns for each in _columns(column)]))
    with tempfile.TemporaryDirectory(prefix="repdiff-") as folder, duckdb.connect() as database:
        database.execute("SET threads = 1")  # the same bytes on every machine
        declared = ", ".join(f"{_quoted(column.name)} {_TYPES[column.type]}" for column in columns)
        database.execute(f"CREATE TABLE told ({declared})")
        taken = ", ".join(f"unnest(?::{_TYPES[column.type]}[])" for column in columns)
        for start in range(0, len(values), _AT_ONCE):
            part = values[start : start + _AT_ONCE]
            database.execute(f"INSERT INTO told SELECT {taken}", [list(column) for column in zip(*part, strict=True)])
        path = Path(folder) / "told.parquet"
        database.execute(f"COPY told TO '{str(path).replace(chr(39), chr(39) * 2)}' (FORMAT parquet, COMPRESSION zstd)")
        return path.read_bytes()


def _columns(column: Column) -> Iterator[Column]:
    if column.type is not Type.NUMBERS:
        yield column
        return
    yield column._replace(type=Type.NUMBER)
    yield column._replace(name=f"{column.name}_high", type=Type.NUMBER)


def _cells(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> Iterator[tuple[Any, ...]]:
    for cell, column in zip(row, columns, strict=True):
        if column.type is Type.TEXT:
            yield (as_text(cell),)
        elif column.type is Type.NUMBERS:
            ends = [float(each) for each in cell if isinstance(each, Decimal)] if isinstance(cell, tuple) else []
            yield (ends[0] if ends else None, ends[1] if ends[1:] else None)
        else:
            yield (float(cell) if isinstance(cell, Decimal) else None if cell == "" else cell,)


def _quoted(name: str) -> str:
    return '"' + as_text(name).replace('"', '""') + '"'
