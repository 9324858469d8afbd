"""The straight line: paths to findings."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from repdiff.duplicates.inputs import CHUNK, Source, chunks, sources
from repdiff.duplicates.settings import Settings
from repdiff.duplicates.sql import tables
from repdiff.duplicates.store import Store, opened
from repdiff.duplicates.workers import cores, mapper
from repdiff.model.said import Said

LOCAL = ("local", "")
Tell = Callable[[str, int, int], None]
"""Called with what is being done, and how much of how much is done (bytes; 0 of 0 where that is not known)."""


def silent(doing: str, done: int, total: int) -> None:
    """Tell nothing."""


@contextmanager
def searched(
    paths: Iterable[str], settings: Settings, tell: Tell = silent, where: tuple[str, str] = LOCAL
) -> Iterator["Search"]:
    """The tables of a search through the paths; gone when the body is left.

    `where` is the engine ("local" or "spark") and the master of Spark.

    Raises RepdiffError for what cannot be read, and for a record that cannot be used unless `settings.keep_going`.
    """
    with tempfile.TemporaryDirectory(prefix="repdiff-", ignore_cleanup_errors=True) as folder:
        problems: list[str] = []
        notes: list[Said] = []
        found = sources(paths, Path(folder) / "stdin", problems if settings.keep_going else None, notes)
        jobs = min(settings.jobs or cores(), 1 + sum(source.size for source in found) // CHUNK)
        if where[0] == "spark":
            from repdiff.duplicates.spark import computed

            store = computed(found, settings, Path(folder), where[1], tell)
        else:
            store = _filled(found, settings, Path(folder), jobs, tell)
            tell("grouping", 0, 0)
            _group(store, settings)
        store.problems[:0] = problems
        store.notes[:0] = notes
        try:
            yield Search(found, settings, store, Path(folder))
        finally:
            store.engine.close()


class Search:
    """A finished search: its sources, settings and tables, and a folder for files that live as long."""

    def __init__(self, found: tuple[Source, ...], settings: Settings, store: Store, folder: Path) -> None:
        self.sources = found
        self.settings = settings
        self.store = store
        self.folder = folder


def _filled(found: tuple[Source, ...], settings: Settings, folder: Path, jobs: int, tell: Tell) -> Store:
    total = sum(source.size for source in found)
    done = 0
    with mapper(found, settings, jobs) as run:
        work = run(chunks(found, settings))
        store = opened(settings, folder, jobs)
        tell("reading", 0, total)
        for number, (chunk, mapped) in enumerate(work):
            store.add(number, chunk, mapped, found)
            store.refuse_problems(settings)
            done += chunk.size
            tell("reading", done, total)
    store.check(found, settings)
    return store


def _group(store: Store, settings: Settings) -> None:
    for name, query in tables(settings):
        store.define(name, query)
