"""Chunks to documents and their units: what a worker does, whichever engine started it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from repdiff.duplicates.inputs import Chunk, Kind, Source
from repdiff.duplicates.settings import Settings
from repdiff.duplicates.units import Rows, cut
from repdiff.files.paths import shown
from repdiff.model.errors import RepdiffError

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BATCH = 200_000
"""Characters that are cut at a time: the arrays of a batch stay in the processor's cache."""
_BUFFER = 2**20
_FIELDS = 12
"""Fields of a record that a message names."""
_HOST = 2
"""Where the host stands in an address cut at its slashes."""
_DEEP = "a record is nested too deeply."


class Record(NamedTuple):
    """A document: its text and name ("" if it has none of its own), its site, and its place in the source.

    `line` counts from 0 within the chunk, `file` is the number of the file within it, `origin` where the text starts
    in the file's text, in code points; `title` the first line of a document that was cut out of a file.
    """

    text: str
    name: str
    site: str
    line: int
    file: int = 0
    origin: int = 0
    title: str = ""


class Problem(NamedTuple):
    """A record that cannot be used: its line within the chunk (-1 where lines mean nothing), its file, what is wrong."""

    line: int
    file: int
    message: str
    fieldless: bool = False
    """Whether it has no text field: of these a file may have many."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """What became of a chunk: its documents, in parallel lists, and the units of each level."""

    names: list[str]
    sites: list[str]
    titles: list[str]
    places: "NDArray[Any]"
    """One row per document: line, file, origin, characters."""
    units: dict[str, Rows]
    lines: int
    problems: tuple[Problem, ...]


def map_chunk(chunk: Chunk, source: Source, settings: Settings) -> Mapped:
    """Cut all documents of a chunk; documents are numbered from 0 within it."""
    import numpy as np

    problems: list[Problem] = []
    levels = (*settings.levels, *(("clause",) if settings.near else ()))
    names: list[str] = []
    sites: list[str] = []
    titles: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    parts: list[tuple[int, dict[str, Rows]]] = []
    for batch in _batches(records(chunk, source, settings, problems)):
        parts.append((len(names), cut([r.text for r in batch], levels, raw=settings.raw, min_chars=settings.min_chars)))
        names += [r.name for r in batch]
        sites += [r.site for r in batch]
        titles += [r.title for r in batch]
        places += [(r.line, r.file, r.origin, len(r.text)) for r in batch]
    units = {level: _joined([(base, rows[level]) for base, rows in parts]) for level in levels}
    shape = np.array(places, np.int64).reshape(-1, 4)
    return Mapped(names, sites, titles, shape, units, _line_count(chunk, places, problems), tuple(problems))


def _line_count(chunk: Chunk, places: Sequence[tuple[int, int, int, int]], problems: Sequence[Problem]) -> int:
    """Lines of the chunk: empty ones at its end do not matter, for only records and problems are counted by line."""
    if isinstance(chunk.data, bytes):
        return chunk.data.count(b"\n")
    return max([-1, *(place[0] for place in places), *(problem.line for problem in problems)]) + 1


def _joined(parts: Sequence[tuple[int, Rows]]) -> Rows:
    import numpy as np

    if not parts:
        small, wide = np.zeros(0, np.int32), np.zeros(0, np.int64)
        return Rows(small, small, small, small, wide, wide)
    return Rows(
        np.concatenate([rows.doc + np.int32(base) for base, rows in parts]),
        *(np.concatenate([getattr(rows, name) for _, rows in parts]) for name in ("unit", "lo", "hi", "h1", "h2")),
    )


def _batches(found: Iterator[Record]) -> Iterator[list[Record]]:
    batch: list[Record] = []
    size = 0
    for record in found:
        batch.append(record)
        size += len(record.text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def records(chunk: Chunk, source: Source, settings: Settings, problems: list[Problem]) -> Iterator[Record]:
    """The documents of a chunk in order; what cannot be used is appended to `problems`."""
    if chunk.kind is Kind.TEXT:
        return _files(chunk, settings, problems)
    if chunk.kind is Kind.ROWS:
        return _rows(chunk, settings, problems)
    return _json(lines_of(chunk, source), settings, problems)


def lines_of(chunk: Chunk, source: Source) -> Iterator[memoryview | bytes]:
    """The lines of a chunk of lines, without their ends; each is valid until the next is asked for."""
    return _stored_lines(chunk.data) if chunk.data is not None else _read_lines(chunk, source)


def _stored_lines(data: bytes) -> Iterator[bytes]:
    return iter(data.removesuffix(b"\n").split(b"\n")) if data else iter(())


def _read_lines(chunk: Chunk, source: Source) -> Iterator[memoryview | bytes]:
    """Lines of a range of a file, as views of one buffer: each is valid until the next is asked for."""
    with open(source.path, "rb", buffering=0) as file:  # noqa: PTH123  (a path object would be made for each chunk)
        file.seek(chunk.start)
        left = chunk.stop - chunk.start
        buffer = bytearray(min(_BUFFER, left))
        have = 0
        while left:
            if have == len(buffer):
                buffer = buffer + bytearray(len(buffer))
            view = memoryview(buffer)
            got = file.readinto(view[have : have + left])
            if not got:
                break
            left -= got
            end, start = have + got, 0
            while (stop := buffer.find(b"\n", start, end)) >= 0:
                yield view[start:stop]
                start = stop + 1
            have = end - start
            view[:have] = bytes(view[start:end])
        if have:
            yield bytes(buffer[:have])


def _json(lines: Iterator[memoryview | bytes], settings: Settings, problems: list[Problem]) -> Iterator[Record]:
    from orjson import JSONDecodeError, loads

    text_field, id_field, site_field = settings.text_field, settings.id_field, settings.site_field
    for number, line in enumerate(lines):
        try:
            record = loads(line)
            yield Record(_text(record, text_field), _name(record, id_field), site(record.get(site_field)), number)
        except JSONDecodeError as error:
            if not bytes(line).strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            try:
                record = _lenient(bytes(line))
                yield Record(_text(record, text_field), _name(record, id_field), site(record.get(site_field)), number)
            except RecursionError:
                problems.append(Problem(number, 0, _DEEP))
            except (ValueError, AttributeError, TypeError):
                problems.append(Problem(number, 0, f"not valid JSON ({_short(error)})."))
            except _UnusableError as unusable:
                problems.append(Problem(number, 0, str(unusable), isinstance(unusable, _FieldlessError)))
        except _UnusableError as unusable:
            problems.append(Problem(number, 0, str(unusable), isinstance(unusable, _FieldlessError)))


class _UnusableError(Exception):
    """A record without a usable text."""


class _FieldlessError(_UnusableError):
    """A record without the text field."""


def _text(record: Any, field: str) -> str:
    if not isinstance(record, dict):
        raise _UnusableError("not a JSON object.")
    if field not in record:
        known = ", ".join(list(record)[:_FIELDS]) + (", …" if len(record) > _FIELDS else "") or "none"
        raise _FieldlessError(f"no field {field!r}: it has {known}; give --text-field.")
    text = record[field]
    if not isinstance(text, str):
        raise _UnusableError(f"the field {field!r} is not a text.")
    return text


def _name(record: dict[str, Any], field: str) -> str:
    value = record.get(field)
    name = "" if value is None else str(value)
    if not _is_unicode(name):
        raise _UnusableError(f"the field {field!r} holds half a surrogate pair.")
    return name


def _is_unicode(text: str) -> bool:
    """Whether a text can be written as UTF-8: only names must be, for texts are compared as they are."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def site(value: object) -> str:
    """The host of an address; other values as they are."""
    if not value:
        return ""
    parts = str(value).split("/", 3)
    host = parts[_HOST] if len(parts) > _HOST and parts[0].endswith(":") and not parts[1] else parts[0]
    return host if _is_unicode(host) else host.encode(errors="replace").decode()


def _lenient(line: bytes) -> Any:
    """JSON that orjson refuses and others write: half a surrogate pair, NaN, a byte order mark."""
    return json.loads(line.decode("utf-8-sig"))


def _short(error: Exception) -> str:
    return str(error).split(": line", 1)[0]


def _rows(chunk: Chunk, settings: Settings, problems: list[Problem]) -> Iterator[Record]:
    for number, (name, text, address) in enumerate(chunk.data):
        if not isinstance(text, str):
            problems.append(Problem(number, 0, f"the column {settings.text_field!r} holds no text here."))
            continue
        yield Record(text, "" if name is None else str(name), site(address), number)


def _files(chunk: Chunk, settings: Settings, problems: list[Problem]) -> Iterator[Record]:
    from pathlib import PurePath

    from repdiff.sources import text_of
    from repdiff.sources.parts import documents

    for number, file in enumerate(chunk.files):
        try:
            text = text_of(file.path, encoding=settings.encoding)
        except RepdiffError as error:
            # What was copied from standard input is read from a path that means nothing to the user.
            problems.append(Problem(-1, number, str(error).removeprefix(f"{shown(file.path)}: ")))
            continue
        spans = documents(text) if settings.split else [(0, len(text))]
        folder = str(PurePath(file.name).parent)
        for part, (start, end) in enumerate(spans, 1):
            whole = len(spans) == 1
            name = file.name if whole else f"{file.name}#{part}"
            title = "" if whole else text[start:end].split("\n", 1)[0]
            yield Record(text[start:end], name, folder, text.count("\n", 0, start), number, start, title)
