"""What is to be searched: paths to chunks of work, in order, of a size that does not depend on the machine.

A chunk is some megabytes of whole lines of a JSON Lines file, some records of a table (Parquet, CSV, a JSON array, WET), or some text
files. Its content is read where it is worked on, except for what can only be read from the start: compressed files and tables.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from repdiff.duplicates.rows import NoRecordsError, format_of, opened, rows_of
from repdiff.duplicates.settings import Settings
from repdiff.files.packed import blocks, damage, inner, packing
from repdiff.files.paths import STDIN, shown
from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.sources.readers import READERS, reader_of

CHUNK = 4 * 2**20
_FILES = 2_000
"""Files of one chunk at most."""
_JSON = (".jsonl", ".ndjson")
_LOOKED_AT = 2**8
"""Bytes that tell what comes from standard input."""
_KINDS = 8
"""Kinds of files that are not read that one note names."""


class Kind(StrEnum):
    """How a source is read."""

    LINES = "lines"
    PACKED = "packed"
    ROWS = "rows"
    """Records that are not lines of JSON: tables, arrays and web archives."""
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Source:
    """A file: the path it is read from, its name in messages and reports, its kind and its size in bytes; whether it was met in a folder
    rather than named.
    """

    path: str
    name: str
    kind: Kind
    size: int
    met: bool = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of work. `source` is the number of its (first) source; `size` the bytes it stands for, for the progress.

    Of a file of lines, `start` and `stop` are bytes and `data` is None; of a packed one `data` holds the lines, of
    rows the records as (id, text, site); text files are `files`. `problem` is what ended the source early.
    """

    source: int
    kind: Kind
    size: int
    start: int = 0
    stop: int = 0
    data: Any = None
    files: tuple[Source, ...] = ()
    problem: str = ""
    recordless: bool = False
    """Whether the file was met in a folder and holds no records: that is no problem."""


@dataclass(slots=True)
class _Met:
    """What was met on the way to the sources: notes, and the files found so far, by device and number, so that none counts twice."""

    notes: list[Said] = field(default_factory=list)
    seen: set[tuple[int, int]] = field(default_factory=set)
    again: int = 0

    def is_new(self, path: Path) -> bool:
        """Whether the file was not reached before, by this name or another one."""
        status = path.stat()
        known = (status.st_dev, status.st_ino)
        if known in self.seen:
            self.again += 1
            return False
        self.seen.add(known)
        return True


def sources(
    paths: Iterable[str], spool: Path, problems: list[str] | None = None, notes: list[Said] | None = None
) -> tuple[Source, ...]:
    """The files that the paths name; folders are searched, in the order of names. Standard input is copied to `spool`.

    A file that is reached twice, by links or because it is named twice, counts once. Into `notes` goes what was passed over.

    Raises RepdiffError for a path that is missing, of an unknown kind, or a folder without text; with a list for
    `problems` such paths are told there and passed over, unless nothing is left.
    """
    found: list[Source] = []
    met = _Met()
    for path in paths:
        try:
            found += _sources(path, spool, met)
        except RepdiffError as error:
            if problems is None:
                raise
            problems.append(error.message)
    if not found:
        raise RepdiffError(problems[0] if problems else "No files given.", _give())
    if met.again:
        met.notes.append(
            Said("Links to files that were read already, or files named twice: passed over ({count}).", count=met.again)
        )
    if notes is not None:
        notes += met.notes
    return tuple(found)


def _sources(path: str, spool: Path, met: _Met) -> list[Source]:
    if path == STDIN:
        return [_spooled(spool)]
    place, name = Path(path), shown(path)
    if place.is_dir():
        return _folder(place, name, met)
    if not place.exists():
        raise RepdiffError(f"{name}: no such file or folder.", "Check the path.")
    kind = Kind.TEXT if path == os.devnull else _kind(place.name)
    if kind is None:
        if inner(path.lower()).endswith(".warc"):
            raise RepdiffError(
                f"{name}: a WARC file, which holds pages as they were sent.",
                "Give its WET file, which holds their text.",
            )
        raise RepdiffError(f"{name}: a kind of file that is not read.", _give())
    return [Source(path, name, kind, place.stat().st_size)] if met.is_new(place) else []


def _give() -> str:
    texts = ", ".join(reader.endings[0] for reader in READERS)
    return f"Give {texts}, .jsonl, .json or .wet (also .gz, .zst, .bz2, .xz), .parquet, folders of them, or - for standard input."


def _folder(place: Path, name: str, met: _Met) -> list[Source]:
    inside: list[Path] = []
    linked = 0
    for folder, folders, files in os.walk(place):
        inside += (Path(folder) / file for file in files)
        linked += sum((Path(folder) / each).is_symlink() for each in folders)
    known = [(each, _kind(each.name)) for each in sorted(inside)]
    read = [(each, kind) for each, kind in known if kind and each.is_file()]
    if not read:
        raise RepdiffError(f"{name}: no text in this folder.", _give())
    unread = Counter(_ending(each) for each, kind in known if not kind)
    if unread:
        values = {"name": name, "count": unread.total(), "total": len(known), "kinds": _listed(unread)}
        met.notes.append(Said("{name}: {count} of {total} files not read: {kinds}.", **values))
    if linked:
        met.notes.append(Said("{name}: links to folders were not followed ({count}).", name=name, count=linked))
    return [Source(str(p), shown(str(p)), kind, p.stat().st_size, met=True) for p, kind in read if met.is_new(p)]


def _ending(path: Path) -> str:
    """What the kind of a file is called: its ending, or its name where it has none."""
    return shown(Path(inner(path.name)).suffix.lower() or path.name)


def _listed(kinds: Counter[str]) -> str:
    """How many of each kind, the commonest first."""
    ranked = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
    told = ", ".join(f"{count} {kind}" for kind, count in ranked[:_KINDS])
    return f"{told}, …" if ranked[_KINDS:] else told


def _kind(name: str) -> Kind | None:
    unpacked = inner(name)
    if Path(unpacked).suffix.lower() in _JSON:
        return Kind.LINES if unpacked == name else Kind.PACKED
    if format_of(name):
        return Kind.ROWS
    return Kind.TEXT if reader_of(name) else None


def _spooled(spool: Path) -> Source:
    """Standard input as a file: lines of JSON where it starts with a brace, else one text."""
    import shutil
    import sys

    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise RepdiffError("<stdin>: standard input is closed.", "Give a file, or pipe the text in.")
    with spool.open("wb") as file:
        shutil.copyfileobj(stream, file)
    return Source(str(spool), "<stdin>", _spooled_kind(spool), spool.stat().st_size)


def _spooled_kind(spool: Path) -> Kind:
    with spool.open("rb") as file:
        start = file.read(_LOOKED_AT)
    packed = packing(start)
    if packed:
        with spool.open("rb") as file:
            try:
                start = next(blocks(file, packed), b"")
            except (EOFError, OSError, ValueError):
                start = b""
    first = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if first == b"{":
        return Kind.PACKED if packed else Kind.LINES
    return Kind.TEXT


def chunks(found: tuple[Source, ...], settings: Settings) -> Iterator[Chunk]:
    """All the work, in the order of the sources."""
    waiting: list[Source] = []
    first = 0
    for number, source in enumerate(found):
        if source.kind is Kind.TEXT:
            first = first if waiting else number
            waiting.append(source)
            if sum(each.size for each in waiting) < CHUNK and len(waiting) < _FILES:
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
    except NoRecordsError as error:
        problem = "" if source.met else str(error).removeprefix(f"{source.name}: ")
        yield Chunk(number, source.kind, 0, data=(), problem=problem, recordless=source.met)
    except RepdiffError as error:
        problem = str(error).removeprefix(f"{source.name}: ")
        yield Chunk(number, source.kind, 0, data=() if source.kind is Kind.ROWS else b"", problem=problem)


def _ranges(number: int, source: Source) -> Iterator[Chunk]:
    with opened(source.path, source.name) as file:
        start = 0
        while start < source.size:
            file.seek(min(start + CHUNK, source.size))
            file.readline()
            stop = file.tell()
            yield Chunk(number, Kind.LINES, stop - start, start, stop)
            start = stop


def _unpacked(number: int, source: Source) -> Iterator[Chunk]:
    with opened(source.path, source.name) as file:
        ending = packing(file.read(_LOOKED_AT))
        file.seek(0)
        if not ending and source.size:
            raise RepdiffError(
                f"{source.name}: not packed as its name says.", "Name it by what it is, or fetch it again."
            )
        yield from _parts(number, source, blocks(file, ending) if ending else iter(()))


def _parts(number: int, source: Source, unpacked: Iterator[bytes]) -> Iterator[Chunk]:
    rest, problem = b"", ""
    parts: list[bytes] = []
    size = 0
    try:
        for block in unpacked:
            parts.append(block)
            size += len(block)
            if size >= CHUNK and b"\n" in block:
                whole, _, rest = b"".join(parts).rpartition(b"\n")
                yield Chunk(number, Kind.PACKED, len(whole) + 1, data=whole + b"\n")
                parts, size = [rest], len(rest)
    except (EOFError, OSError, ValueError) as error:
        problem = damage(error)
    data = b"".join(parts)
    if problem:
        data = data[: data.rfind(b"\n") + 1]
    if data or problem:
        yield Chunk(number, Kind.PACKED, len(data), data=data, problem=problem)


def _records(number: int, source: Source, settings: Settings) -> Iterator[Chunk]:
    wanted = (settings.id_field, settings.text_field, settings.site_field)
    size = source.size
    for rows in rows_of(source.path, source.name, settings):
        if all(settings.text_field not in row for row in rows):
            known = ", ".join(rows[0]) or "none"
            raise NoRecordsError(
                f"{source.name}: no column {settings.text_field!r}.", f"It has {known}: give --text-field."
            )
        picked = [tuple(row.get(name) for name in wanted) for row in rows]
        yield Chunk(number, Kind.ROWS, size, data=picked)
        size = 0  # how many blocks there are is not known: the file counts as read with its first one
