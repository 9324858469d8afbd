"""What is to be searched: paths to chunks of work, in order, of a size that does not depend on the machine.

A chunk is some megabytes of whole lines of a JSON Lines file, some records of a Parquet file, or some text files. Its
content is read where it is worked on, except for what can only be read from the start: compressed files.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from repdiff.duplicates.settings import Settings
from repdiff.model.errors import RepdiffError
from repdiff.sources.files import STDIN, shown
from repdiff.sources.readers import READERS, reader_of

CHUNK = 4 * 2**20
_RECORDS = 2_000
_BLOCK = 2**17
_JSON = (".jsonl", ".ndjson")
_PACKED = (".gz", ".zst")
_PARQUET = ".parquet"


class Kind(StrEnum):
    """How a source is read."""

    LINES = "lines"
    PACKED = "packed"
    PARQUET = "parquet"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Source:
    """A file: the path it is read from, its name in messages and reports, its kind and its size in bytes."""

    path: str
    name: str
    kind: Kind
    size: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of work. `source` is the number of its (first) source; `size` the bytes it stands for, for the progress.

    Of a file of lines, `start` and `stop` are bytes and `data` is None; of a packed one `data` holds the lines, of a
    Parquet file the records as (id, text, site); text files are `files`. `problem` is what ended the source early.
    """

    source: int
    kind: Kind
    size: int
    start: int = 0
    stop: int = 0
    data: Any = None
    files: tuple[Source, ...] = ()
    problem: str = ""


def sources(paths: Iterable[str], spool: Path, problems: list[str] | None = None) -> tuple[Source, ...]:
    """The files that the paths name; folders are searched, in the order of names. Standard input is copied to `spool`.

    Raises RepdiffError for a path that is missing, of an unknown kind, or a folder without text; with a list for
    `problems` such paths are told there and passed over, unless nothing is left.
    """
    found: list[Source] = []
    for path in paths:
        try:
            found += _sources(path, spool)
        except RepdiffError as error:
            if problems is None:
                raise
            problems.append(error.message)
    if not found:
        raise RepdiffError(problems[0] if problems else "No files given.", _give())
    return tuple(found)


def _sources(path: str, spool: Path) -> list[Source]:
    if path == STDIN:
        return [_spooled(spool)]
    place, name = Path(path), shown(path)
    if place.is_dir():
        return _folder(place, name)
    if not place.exists():
        raise RepdiffError(f"{name}: no such file or folder.", "Check the path.")
    kind = _kind(place)
    if kind is None:
        raise RepdiffError(f"{name}: a kind of file that is not read.", _give())
    return [Source(path, name, kind, place.stat().st_size)]


def _give() -> str:
    texts = ", ".join(reader.endings[0] for reader in READERS)
    return f"Give {texts}, .jsonl (also .gz, .zst) or .parquet files, folders of them, or - for standard input."


def _folder(place: Path, name: str) -> list[Source]:
    inside = sorted(Path(folder) / file for folder, _, files in os.walk(place) for file in files)
    known = [(each, _kind(each)) for each in inside]
    found = [Source(str(p), shown(str(p)), kind, p.stat().st_size) for p, kind in known if kind and p.is_file()]
    if not found:
        raise RepdiffError(f"{name}: no text in this folder.", _give())
    return found


def _kind(path: Path) -> Kind | None:
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    last = suffixes[-1] if suffixes else ""
    if last in _PACKED and suffixes[0] in _JSON:
        return Kind.PACKED
    if last in _JSON:
        return Kind.LINES
    if last == _PARQUET:
        return Kind.PARQUET
    return Kind.TEXT if reader_of(path.name) else None


def _spooled(spool: Path) -> Source:
    """Standard input as a file: lines of JSON where it starts with a brace, else one text."""
    import shutil
    import sys

    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise RepdiffError("<stdin>: standard input is closed.", "Give a file, or pipe the text in.")
    with spool.open("wb") as file:
        shutil.copyfileobj(stream, file)
    with spool.open("rb") as file:
        kind = Kind.LINES if file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else Kind.TEXT
    return Source(str(spool), "<stdin>", kind, spool.stat().st_size)


def chunks(found: tuple[Source, ...], settings: Settings) -> Iterator[Chunk]:
    """All the work, in the order of the sources."""
    waiting: list[Source] = []
    first = 0
    for number, source in enumerate(found):
        if source.kind is Kind.TEXT:
            first = first if waiting else number
            waiting.append(source)
            if sum(each.size for each in waiting) < CHUNK and len(waiting) < _RECORDS:
                continue
        if waiting:
            yield Chunk(first, Kind.TEXT, sum(each.size for each in waiting), files=tuple(waiting))
            waiting = []
        if source.kind is not Kind.TEXT:
            yield from _pieces(number, source, settings)
    if waiting:
        yield Chunk(first, Kind.TEXT, sum(each.size for each in waiting), files=tuple(waiting))


def _pieces(number: int, source: Source, settings: Settings) -> Iterator[Chunk]:
    try:
        if source.kind is Kind.LINES:
            yield from _ranges(number, source)
        elif source.kind is Kind.PACKED:
            yield from _unpacked(number, source)
        else:
            yield from _records(number, source, settings)
    except RepdiffError as error:
        problem = str(error).removeprefix(f"{source.name}: ")
        yield Chunk(number, source.kind, 0, data=() if source.kind is Kind.PARQUET else b"", problem=problem)


def _ranges(number: int, source: Source) -> Iterator[Chunk]:
    with opened(source) as file:
        start = 0
        while start < source.size:
            file.seek(min(start + CHUNK, source.size))
            file.readline()
            stop = file.tell()
            yield Chunk(number, Kind.LINES, stop - start, start, stop)
            start = stop


def _unpacked(number: int, source: Source) -> Iterator[Chunk]:
    rest, problem = b"", ""
    blocks_of = _gunzipped(source) if source.name.lower().endswith(".gz") else _unzstd(source)
    parts: list[bytes] = []
    size = 0
    try:
        for block in blocks_of:
            parts.append(block)
            size += len(block)
            if size >= CHUNK and b"\n" in block:
                whole, _, rest = b"".join(parts).rpartition(b"\n")
                yield Chunk(number, Kind.PACKED, len(whole) + 1, data=whole + b"\n")
                parts, size = [rest], len(rest)
    except (EOFError, OSError, ValueError) as error:
        problem = f"the compressed file is damaged or cut off ({str(error).rstrip('.')})."
    data = b"".join(parts)
    if problem:
        data = data[: data.rfind(b"\n") + 1]
    if data or problem:
        yield Chunk(number, Kind.PACKED, len(data), data=data, problem=problem)


def _gunzipped(source: Source) -> Iterator[bytes]:
    import gzip

    with opened(source) as raw, gzip.GzipFile(fileobj=raw) as file:
        while block := file.read1(_BLOCK):
            yield block


def _unzstd(source: Source) -> Iterator[bytes]:
    import zstandard

    engine = zstandard.ZstdDecompressor()
    with opened(source) as file:
        frame = engine.decompressobj()
        while data := file.read(_BLOCK):
            while data:
                frame = engine.decompressobj() if frame.eof else frame
                try:
                    yield frame.decompress(data)
                except zstandard.ZstdError as error:
                    raise ValueError(str(error)) from None
                data = frame.unused_data if frame.eof else b""
        if not frame.eof:
            raise EOFError("it ends within a frame")


def _records(number: int, source: Source, settings: Settings) -> Iterator[Chunk]:
    wanted = (settings.id_field, settings.text_field, settings.site_field)
    size = source.size
    for rows in blocks(source):
        if settings.text_field not in rows[0]:
            known = ", ".join(rows[0])
            raise RepdiffError(
                f"{source.name}: no column {settings.text_field!r}.", f"It has {known}: give --text-field."
            )
        picked = [tuple(row.get(name) for name in wanted) for row in rows]
        yield Chunk(number, Kind.PARQUET, size, data=picked)
        size = 0  # how many blocks there are is not known: the file counts as read with its first one


def blocks(source: Source) -> Iterator[list[dict[str, Any]]]:
    """The rows of a Parquet file, some at a time, in order."""
    import duckdb

    with duckdb.connect(config={"threads": 1}) as engine:
        try:
            reader = engine.execute("SELECT * FROM read_parquet(?)", [source.path])
        except duckdb.Error as error:
            raise RepdiffError(f"{source.name}: not a Parquet file ({str(error).splitlines()[0]}).", _give()) from None
        names = [column[0] for column in reader.description]
        while rows := reader.fetchmany(_RECORDS):
            yield [dict(zip(names, row, strict=True)) for row in rows]


@contextmanager
def opened(source: Source) -> Iterator[IO[bytes]]:
    """The bytes of a source."""
    try:
        file = Path(source.path).open("rb")  # noqa: SIM115  (closed below, its opening alone may fail)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise RepdiffError(
            f"{source.name}: cannot be read ({reason}).", "Check the path and its permissions."
        ) from None
    with file:
        yield file
