"""The input records again, in order, each with its flags: what the next step of a pipeline filters on.

A line of JSON stays as it was, byte for byte, up to its closing brace; there one field is added, `duplicates`:

- `share`: share of the record's characters that stand earlier in the corpus, by the finest level that was searched;
- `document`: null, or `group`, `copies`, `first` (the name of the first copy; null where this is it);
- `paragraphs`, `sentences`: lists of `start`, `end`, `group`, `copies`, `documents`, `first` (null where this is the
  first copy, else `document`, `start`, `end`);
- `runs`: lists of `kind`, `level`, `start`, `end`, `other`, `other_start`, `other_end`.

Text files, and records of other files (Parquet, CSV, JSON arrays, WET), become such lines; a line that could not be used is written as
it was.
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

from repdiff.duplicates.inputs import Chunk, Kind, Source, chunks
from repdiff.duplicates.records import lines_of, records
from repdiff.duplicates.rows import rows_of
from repdiff.duplicates.search import Search
from repdiff.duplicates.settings import Settings
from repdiff.files import write
from repdiff.model.errors import RepdiffError

FIELD = "duplicates"
_BLOCK = 2_000
"""Documents whose flags are fetched at a time."""
_KEYS = {"paragraph": "paragraphs", "sentence": "sentences"}


class _Document(NamedTuple):
    doc: int
    chunk: int
    record: int
    spot: int
    origin: int
    chars: int


Flagged = tuple[_Document, dict[str, Any]]


def annotated(search: Search, path: Path) -> None:
    """Write all records with their flags to `path`, as JSON Lines; packed where its name ends in .gz or .zst.

    Raises RepdiffError when the file cannot be written.
    """
    name = path.name.lower()
    if not name.removesuffix(".gz").removesuffix(".zst").endswith((".jsonl", ".ndjson")):
        raise RepdiffError(f"{path}: records are annotated as JSON Lines.", "Name it .jsonl, .jsonl.gz or .jsonl.zst.")
    with write.beside(path) as part, _packed(part, name) as file:
        for line in _annotated(search):
            file.write(line)


def _annotated(search: Search) -> Iterator[bytes]:
    """The lines of the result."""
    from orjson import dumps

    flags = _flags(search)
    waiting = next(flags, None)
    readers: dict[int, Iterator[dict[str, Any]]] = {}
    for number, chunk in enumerate(chunks(search.sources, search.settings)):
        as_lines = chunk.kind in (Kind.LINES, Kind.PACKED)
        for place, content in _lines(search, chunk) if as_lines else _contents(search, chunk, readers):
            here = waiting and (waiting[0].chunk, waiting[0].spot if as_lines else waiting[0].record) == (number, place)
            if not waiting or not here:
                if isinstance(content, bytes) and content:
                    yield content + b"\n"
                continue
            if isinstance(content, bytes):
                yield content.removesuffix(b"}").rstrip() + b"," + dumps({FIELD: waiting[1]})[1:] + b"\n"
            else:
                yield dumps({**content, FIELD: waiting[1]}, default=str) + b"\n"
            waiting = next(flags, None)


def _lines(search: Search, chunk: Chunk) -> Iterator[tuple[int, bytes]]:
    found = lines_of(chunk, search.sources[chunk.source])
    return ((number, bytes(line).rstrip()) for number, line in enumerate(found))


def _contents(
    search: Search, chunk: Chunk, readers: dict[int, Iterator[dict[str, Any]]]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The documents of a chunk that holds no lines of JSON, as objects; by their number among those of the chunk."""
    settings, source = search.settings, search.sources[chunk.source]
    found = enumerate(records(chunk, source, settings, []))
    if chunk.kind is Kind.TEXT:
        for number, record in found:
            place = {"file": chunk.files[record.file].name, "start": record.origin}
            yield number, {settings.id_field: record.name, settings.text_field: record.text, **place}
        return
    rows = readers.setdefault(chunk.source, _rows(source, settings))
    whole = [next(rows) for _ in chunk.data]
    yield from ((number, whole[record.line]) for number, record in found)


def _rows(source: Source, settings: Settings) -> Iterator[dict[str, Any]]:
    for block in rows_of(source.path, source.name, settings):
        yield from block


@contextmanager
def _packed(path: Path, name: str) -> Iterator[IO[bytes]]:
    with path.open("wb") as raw:
        if name.endswith(".gz"):
            # Without name and time in the header, the same content is the same bytes.
            with gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
                yield packed  # type: ignore[misc]
        elif name.endswith(".zst"):
            import zstandard

            with zstandard.ZstdCompressor().stream_writer(raw, closefd=False) as packed:
                yield packed
        else:
            yield raw


def _flags(search: Search) -> Iterator[Flagged]:
    """Every document with its flags, in order."""
    levels = [level.value for level in search.settings.levels]
    for first in range(0, search.store.documents, _BLOCK):
        block = f"BETWEEN {first} AND {first + _BLOCK - 1}"
        rows = search.store.rows(
            f"SELECT doc, chunk, record, spot, origin, chars FROM documents WHERE doc {block} ORDER BY doc"
        )
        entries = {row[0]: _empty(levels) for row in rows}
        copied = dict.fromkeys(entries, 0)
        for level in levels:
            _take(search, level, block, entries)
            if level == levels[-1]:
                for doc, chars in search.store.rows(_COPIED.format(level=level, block=block)):
                    copied[doc] = chars
        for row in rows:
            document = _Document(*row)
            entry = entries[document.doc]
            entry["share"] = round(int(copied[document.doc]) / max(document.chars, 1), 4)
            yield document, entry


def _empty(levels: list[str]) -> dict[str, Any]:
    entry: dict[str, Any] = {"share": 0.0}
    if "document" in levels:
        entry["document"] = None
    entry.update({_KEYS[level]: [] for level in levels if level in _KEYS})
    if len(levels) > 1 or levels[0] in _KEYS:
        entry["runs"] = []
    return entry


_COPIED = """
SELECT doc, sum(hi - lo) FROM flags_{level}
WHERE doc {block} AND (doc <> first_doc OR unit <> first_unit) GROUP BY doc"""
_FLAGS = """
SELECT f.doc, d.origin + f.lo, d.origin + f.hi, f.grp, f.copies, f.documents,
  CASE WHEN f.doc <> f.first_doc OR f.unit <> f.first_unit THEN o.name END, o.origin + f.first_lo, o.origin + f.first_hi
FROM flags_{level} AS f JOIN documents AS d ON d.doc = f.doc JOIN documents AS o ON o.doc = f.first_doc
WHERE f.doc {block} ORDER BY f.doc, f.unit"""
_RUNS = """
SELECT r.doc, r.kind, d.origin + r.lo, d.origin + r.hi, o.name, o.origin + r.other_lo, o.origin + r.other_hi
FROM runs_{level} AS r JOIN documents AS d ON d.doc = r.doc JOIN documents AS o ON o.doc = r.other
WHERE r.doc {block} ORDER BY r.doc, r.unit, r.shift"""


def _take(search: Search, level: str, block: str, entries: dict[int, dict[str, Any]]) -> None:
    """Put the flags and runs of one level into the entries of their documents."""
    rows = search.store.rows(_FLAGS.format(level=level, block=block))
    if level == "document":
        for doc, _, _, group, copies, _, first, _, _ in rows:
            entries[doc]["document"] = {"group": group, "copies": copies, "first": first}
        return
    for doc, start, end, group, copies, documents, first, first_start, first_end in rows:
        place = {"document": first, "start": first_start, "end": first_end} if first is not None else None
        counts = {"group": group, "copies": copies, "documents": documents}
        entries[doc][_KEYS[level]].append({"start": start, "end": end, **counts, "first": place})
    for doc, kind, start, end, other, other_start, other_end in search.store.rows(
        _RUNS.format(level=level, block=block)
    ):
        there = {"other": other, "other_start": other_start, "other_end": other_end}
        entries[doc]["runs"].append({"kind": kind, "level": level, "start": start, "end": end, **there})
