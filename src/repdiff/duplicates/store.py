"""The embedded engine: a DuckDB that holds the tables of one search, bounded in memory, spilling to a folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from repdiff.duplicates.inputs import Chunk, Kind, Source
from repdiff.duplicates.records import Mapped
from repdiff.duplicates.settings import Settings
from repdiff.duplicates.units import Rows
from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

_OURS = 220_000_000
"""Bytes that the interpreter, its libraries and the chunks under way take beside the engine."""
_LEAST = 60_000_000
_TOGETHER = 200_000
"""Rows that are handed to the engine at a time: fewer cost more calls, more cost more memory."""
_NAMED = 3
"""Files that hold nothing that one note names."""
_FIELDS = ("doc", "unit", "lo", "hi", "h1", "h2")


@dataclass(slots=True)
class Store:
    """The tables of a search, and what was met on the way.

    `problems` are messages about records that could not be used, `notes` what else is to be said. Use `rows` and `one` to ask; close it
    in the end.
    """

    engine: "duckdb.DuckDBPyConnection"
    levels: tuple[str, ...]
    documents: int = 0
    problems: list[str] = field(default_factory=list)
    notes: list[Said] = field(default_factory=list)
    _waiting: dict[str, list[tuple[int, Rows]]] = field(default_factory=dict)
    _listed: list[dict[str, Any]] = field(default_factory=list)
    _lines: dict[int, int] = field(default_factory=dict)
    _size: int = 0
    _empty: list[str] = field(default_factory=list)
    _recordless: list[str] = field(default_factory=list)
    _fieldless: dict[str, tuple[int, int]] = field(default_factory=dict)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return self.engine.execute(query).fetchall()

    def run(self, query: str) -> None:
        """Run a statement."""
        self.engine.execute(query)

    def one(self, query: str) -> tuple[Any, ...]:
        """The only row of a query."""
        return self.rows(query)[0]

    def define(self, name: str, query: str) -> None:
        """A table by its query."""
        self.run(f"CREATE TABLE {name} AS {query}")

    def fetched(self, name: str, rows: object) -> None:
        """A table of rows that another engine computed, as an Arrow table."""
        self.engine.register("fetched", rows)
        self.define(name, "SELECT * FROM fetched")
        self.engine.unregister("fetched")

    def add(self, number: int, chunk: Chunk, mapped: Mapped, found: tuple[Source, ...]) -> None:
        """Take the documents and units of chunk `number`."""
        sources = chunk.files or (found[chunk.source],)
        base = self._lines.get(chunk.source, 0)
        self._note(chunk, mapped, sources, base)
        self._list_documents(number, chunk, mapped, sources)
        self._lines[chunk.source] = base + mapped.lines
        self._take(mapped)

    def _take(self, mapped: Mapped) -> None:
        for level, rows in mapped.units.items():
            self._waiting.setdefault(level, []).append((self.documents, rows))
            self._size += len(rows.doc)
        self.documents += len(mapped.names)
        if self._size >= _TOGETHER:
            self.flush()

    def flush(self) -> None:
        """Hand over what waits: the engine takes few large batches quicker than many small ones."""
        import numpy as np

        if self._listed:
            batch = {name: np.concatenate([part[name] for part in self._listed]) for name in self._listed[0]}
            self.engine.execute(f"INSERT INTO documents SELECT {', '.join(batch)} FROM batch")
            self._listed.clear()
        for level, parts in self._waiting.items():
            batch = {name: np.concatenate([getattr(rows, name) for _, rows in parts]) for name in _FIELDS[1:]}
            batch["doc"] = np.concatenate([rows.doc + np.int32(base) for base, rows in parts])
            self.engine.execute(f"INSERT INTO units_{level} SELECT {', '.join(_FIELDS)} FROM batch")
        self._waiting.clear()
        self._size = 0

    def refuse_problems(self, settings: Settings) -> None:
        """Raise RepdiffError for the first problem, unless the settings say to go on."""
        if self.problems and not settings.keep_going:
            raise RepdiffError(self.problems[0], "Mend it, or go on in spite of it: --keep-going.")

    def check(self, found: tuple[Source, ...], settings: Settings) -> None:
        """Hand over what waits: all documents are there. Raises RepdiffError where there is none, or two have one name."""
        self.flush()
        self._sum_up()
        self._note_same_names(found)
        self.refuse_problems(settings)
        if not self.documents:
            names = ", ".join(source.name for source in found[:3])
            raise RepdiffError(f"{names}: no documents found.", "Give files with text in them.")

    def _sum_up(self) -> None:
        """One line for all records of a file that have no text field, one note for all empty files."""
        for number, more in self._fieldless.values():
            if more:
                self.problems[number] = (
                    f"{self.problems[number].rstrip('.')} (nor have {more} more records of this file)."
                )
        if self._empty:
            count, names = _named(self._empty)
            self.notes.append(Said("Files without any text: {count} ({names}).", count=count, names=names))
        if self._recordless:
            count, names = _named(self._recordless)
            self.notes.append(
                Said("Files without records that have a text: {count} ({names}).", count=count, names=names)
            )

    def _note_same_names(self, found: tuple[Source, ...]) -> None:
        """Make problems of the documents that have one name with an earlier one: a flag could not say which it means."""
        rows = self.rows("""
SELECT d.name, d.source, d.line, f.source, f.line FROM documents AS d JOIN (
  SELECT name, min(doc) AS doc FROM documents GROUP BY name HAVING count(*) > 1
) AS twice ON twice.name = d.name AND d.doc > twice.doc JOIN documents AS f ON f.doc = twice.doc ORDER BY d.doc LIMIT 100""")
        for name, source, line, first, first_line in rows:
            place = f"{found[first].name}:{first_line}"
            self.problems.append(f"{found[source].name}:{line}: the name {name!r} is that of {place} too.")

    def _note(self, chunk: Chunk, mapped: Mapped, sources: tuple[Source, ...], base: int) -> None:
        for problem in mapped.problems:
            place = f":{base + problem.line + 1}" if problem.line >= 0 else ""
            name = sources[problem.file].name
            if problem.fieldless and name in self._fieldless:
                first, more = self._fieldless[name]
                self._fieldless[name] = (first, more + 1)
                continue
            if problem.fieldless:
                self._fieldless[name] = (len(self.problems), 0)
            self.problems.append(f"{name}{place}: {problem.message}")
        if chunk.recordless:
            self._recordless.append(sources[0].name)
        if chunk.problem:
            place = f":{base + mapped.lines + 1}" if chunk.kind is Kind.PACKED else ""
            self.problems.append(f"{sources[0].name}{place}: {chunk.problem}")

    def _list_documents(self, number: int, chunk: Chunk, mapped: Mapped, sources: tuple[Source, ...]) -> None:
        import numpy as np

        if not mapped.names:
            return
        base = self._lines.get(chunk.source, 0)
        lines, files, origins, chars = (np.ascontiguousarray(column) for column in mapped.places.T)
        names = [
            name or f"{sources[file].name}:{base + line + 1}"
            for name, file, line in zip(mapped.names, files.tolist(), lines.tolist(), strict=True)
        ]
        if chunk.kind is Kind.TEXT:
            self._empty += [name for name, count in zip(names, chars.tolist(), strict=True) if not count]
        rows = {
            "doc": np.arange(self.documents, self.documents + len(names)),
            "name": np.array(names, object),
            "site": np.array(mapped.sites, object),
            "title": np.array(mapped.titles, object),
            "source": chunk.source + files,
            "chunk": np.full(len(names), number),
            "record": np.arange(len(names)),
            "spot": lines,
            "line": lines + base + 1,
            "origin": origins,
            "chars": chars,
        }
        self._listed.append(rows)


def opened(settings: Settings, folder: "Path", jobs: int) -> Store:
    """An empty store that spills into `folder`.

    Raises RepdiffError where the memory allowed is too little to work at all.
    """
    import duckdb

    limit = settings.memory - _OURS
    if limit < _LEAST:
        least = (_OURS + _LEAST) // 10**6
        raise RepdiffError(f"--memory {settings.memory // 10**6}MB is too little.", f"Give at least {least}MB.")
    engine = duckdb.connect(config={"threads": jobs, "temp_directory": str(folder)})
    engine.execute(f"SET memory_limit = '{limit // 1000}KB'")
    engine.execute("SET preserve_insertion_order = false")
    levels = (*settings.levels, *(("clause",) if settings.near else ()))
    for level in levels:
        engine.execute(f"CREATE TABLE units_{level}(doc INT, unit INT, lo INT, hi INT, h1 BIGINT, h2 BIGINT)")
    engine.execute(
        "CREATE TABLE documents(doc INT, name VARCHAR, site VARCHAR, title VARCHAR, source INT, chunk INT, record INT, spot INT, line INT, "
        "origin INT, chars INT)"
    )
    return Store(engine, levels)


def tables_of(levels: tuple[str, ...]) -> Iterator[str]:
    """Names of the tables of units."""
    return (f"units_{level}" for level in levels)


def _named(files: Sequence[str]) -> tuple[int, str]:
    """How many files there are, and the names of the first."""
    return len(files), ", ".join(files[:_NAMED]) + (", …" if files[_NAMED:] else "")
