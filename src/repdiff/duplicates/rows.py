"""Records that are not lines of JSON: rows of Parquet and CSV, items of a JSON array, pages of a web archive (WET)."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import IO, Any

from repdiff.duplicates.settings import Settings
from repdiff.files.packed import blocks, damage, inner, packing, unpacked
from repdiff.files.paths import LIMIT, read_bytes
from repdiff.files.request import Request
from repdiff.files.text import decoded
from repdiff.model.errors import RepdiffError

Row = dict[str, Any]
_FORMATS = (".parquet", ".csv", ".tsv", ".json", ".wet")
_ROWS = 2_000
"""Records that are handed on at a time."""
_BLOCK = 2**22
"""Characters of their texts after which they are handed on before."""
_DELIMITERS = ",;\t|"
_CELL = 2**27
"""Characters of the longest cell: more than the largest file that is read."""
_DEPTH = 3
"""Objects within objects in which the array of the records is looked for."""
_LONGEST_HEAD = 2**16
"""Bytes of the head of a page of a web archive at most."""


class NoRecordsError(RepdiffError):
    """A file of a kind that may hold records, and holds none with a text: a table of figures, the settings of a program."""


def format_of(name: str) -> str:
    """The ending of a file of records, packed or not; empty where it holds none. Parquet is read as it is only."""
    ending = Path(inner(name)).suffix.lower()
    return ending if ending in _FORMATS and (ending != ".parquet" or inner(name) == name) else ""


def rows_of(path: str, name: str, settings: Settings) -> Iterator[list[Row]]:
    """The records of a file, some at a time, in order; none of the lists is empty.

    Raises RepdiffError where the file is no such file, damaged or, but for Parquet and WET, larger than what is read at once.
    """
    ending = format_of(name)
    if ending == ".parquet":
        return _parquet(path, name)
    if ending == ".wet":
        return _some(_pages(path, name, settings), settings)
    return _some(iter(_items(path, name, settings) if ending == ".json" else _table(path, name, settings)), settings)


@contextmanager
def opened(path: str, name: str) -> Iterator[IO[bytes]]:
    """The bytes of a file. Raises RepdiffError where it cannot be opened."""
    try:
        file = Path(path).open("rb")  # noqa: SIM115  (closed below, its opening alone may fail)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise RepdiffError(f"{name}: cannot be read ({reason}).", "Check the path and its permissions.") from None
    with file:
        yield file


def _some(found: Iterator[Row], settings: Settings) -> Iterator[list[Row]]:
    rows: list[Row] = []
    size = 0
    for row in found:
        rows.append(row)
        size += len(str(row.get(settings.text_field) or ""))
        if len(rows) >= _ROWS or size >= _BLOCK:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows


def _parquet(path: str, name: str) -> Iterator[list[Row]]:
    import duckdb

    with duckdb.connect(config={"threads": 1}) as engine:
        try:
            reader = engine.execute("SELECT * FROM read_parquet(?)", [path])
        except duckdb.Error as error:
            raise RepdiffError(
                f"{name}: not a Parquet file ({str(error).splitlines()[0]}).", "Give the file as it was written."
            ) from None
        names = [column[0] for column in reader.description]
        while rows := reader.fetchmany(_ROWS):
            yield [dict(zip(names, row, strict=True)) for row in rows]


def _content(path: str, name: str) -> bytes:
    data = read_bytes(path)
    ending = packing(data)
    return unpacked(data, ending, name, LIMIT) if ending else data


def _table(path: str, name: str, settings: Settings) -> Iterator[Row]:
    """The rows of a CSV file, by the names of its head."""
    text = decoded(_content(path, name), Request(name, settings.encoding), as_is=True).text
    head = text[: text.find("\n")]
    sign = "\t" if format_of(name) == ".tsv" else max(_DELIMITERS, key=head.count)
    limit = csv.field_size_limit(_CELL)
    try:
        yield from csv.DictReader(StringIO(text, newline=""), delimiter=sign, restkey="", restval="")
    except csv.Error as error:
        raise RepdiffError(f"{name}: no table ({error}).", "Save it again as CSV.") from None
    finally:
        csv.field_size_limit(limit)


def _items(path: str, name: str, settings: Settings) -> list[Row]:
    """The records of a JSON file: an array of objects or texts, the one array that an object holds, or one object with a text."""
    from orjson import JSONDecodeError, loads

    data = _content(path, name).removeprefix(b"\xef\xbb\xbf")
    if not data.strip():
        return []
    try:
        found = loads(data)
    except JSONDecodeError as error:
        lines = _lines(data)
        if lines is None:
            reason = str(error).split(": line", 1)[0]
            raise RepdiffError(
                f"{name}: not valid JSON ({reason}).", "Mend it, or save its records as .jsonl."
            ) from None
        found = lines
    arrays = list(_arrays(found, settings.text_field, _DEPTH))
    if len(arrays) != 1:
        what = "several arrays" if arrays else "no array"
        raise NoRecordsError(f"{name}: {what} of records in it.", "Save its records as .jsonl, one in each line.")
    return [item if isinstance(item, dict) else {settings.text_field: item} for item in arrays[0]]


def _lines(data: bytes) -> list[Any] | None:
    """The records of JSON Lines with the wrong ending; None where it is not that."""
    from orjson import JSONDecodeError, loads

    try:
        return [loads(line) for line in data.splitlines() if line.strip()]
    except JSONDecodeError:
        return None


def _arrays(found: Any, text_field: str, depth: int) -> Iterator[list[Any]]:
    """The arrays of objects, or of nothing but texts, in what a JSON file holds; a record by itself is one."""
    if isinstance(found, list):
        if all(isinstance(item, dict | str) for item in found):
            yield found
    elif isinstance(found, dict):
        if isinstance(found.get(text_field), str):
            yield [found]
        elif depth:
            for value in found.values():
                if not isinstance(value, list) or any(isinstance(item, dict) for item in value):
                    yield from _arrays(value, text_field, depth - 1)


def _pages(path: str, name: str, settings: Settings) -> Iterator[Row]:
    """The pages of a WET file: their text, address and date, under the names that the settings give."""
    with opened(path, name) as file:
        ending = packing(file.read(_LONGEST_HEAD))
        file.seek(0)
        bytes_of = blocks(file, ending) if ending else iter(lambda: file.read(_BLOCK), b"")
        stream = _Stream(bytes_of)
        try:
            while (head := stream.head()) is not None:
                body = stream.take(int(head.get("content-length", "0")))
                if head.get("warc-type") == "conversion":
                    address = head.get("warc-target-uri", "")
                    text = body.decode("utf-8", "replace")
                    yield {settings.text_field: text, settings.site_field: address, "date": head.get("warc-date", "")}
        except (EOFError, OSError, ValueError) as error:
            problem = damage(error) if ending else f"no WET file, or damaged ({error})."
            raise RepdiffError(f"{name}: {problem}", "Fetch it again.") from None


class _Stream:
    """Bytes that come in blocks, taken by records: a head of lines, and a body of so many bytes."""

    def __init__(self, blocks_of: Iterator[bytes]) -> None:
        self._blocks = blocks_of
        self._held = bytearray()

    def head(self) -> dict[str, str] | None:
        """The fields of the next record, their names in small letters; None at the end. Raises ValueError where there is no record."""
        while not self._held.lstrip(b"\r\n") and self._more():
            pass
        del self._held[: len(self._held) - len(self._held.lstrip(b"\r\n"))]
        if not self._held:
            return None
        while (end := self._held.find(b"\r\n\r\n")) < 0 and len(self._held) < _LONGEST_HEAD and self._more():
            pass
        if end < 0 or not self._held.startswith(b"WARC/"):
            raise ValueError("a record has no head")
        lines = self._held[:end].decode("utf-8", "replace").split("\r\n")[1:]
        del self._held[: end + 4]
        return {key.strip().lower(): value.strip() for key, _, value in (line.partition(":") for line in lines)}

    def take(self, size: int) -> bytes:
        """The next bytes. Raises EOFError where there are fewer, ValueError where they are more than is read at once."""
        if not 0 <= size <= LIMIT:
            raise ValueError("a record is too long")
        while len(self._held) < size:
            if not self._more():
                raise EOFError("it ends within a record")
        taken = bytes(self._held[:size])
        del self._held[:size]
        return taken

    def _more(self) -> bool:
        block = next(self._blocks, b"")
        self._held += block
        return bool(block)
