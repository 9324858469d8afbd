"""The straight line: paths to findings."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from repdiff.duplicates.inputs import Source, chunks, sources
from repdiff.duplicates.settings import Settings
from repdiff.duplicates.sql import tables
from repdiff.duplicates.store import Store, opened
from repdiff.duplicates.workers import cores, mapper
from repdiff.errors import RepdiffError

Tell = Callable[[str, int, int], None]
"""Called with what is being done, and how much of how much is done (bytes; 0 of 0 where that is not known)."""


def silent(doing: str, done: int, total: int) -> None:
    """Tell nothing."""


@contextmanager
def searched(paths: Iterable[str], settings: Settings, tell: Tell = silent) -> Iterator["Search"]:
    """The tables of a search through the paths, on this machine; gone when the body is left.

    Raises RepdiffError for what cannot be read, and for a record that cannot be used unless `settings.keep_going`.
    """
    with tempfile.TemporaryDirectory(prefix="repdiff-", ignore_cleanup_errors=True) as folder:
        found = sources(paths, Path(folder) / "stdin")
        jobs = settings.jobs or cores()
        store = _filled(found, settings, Path(folder), jobs, tell)
        try:
            tell("grouping", 0, 0)
            _group(store, settings)
            yield Search(found, settings, store)
        finally:
            store.engine.close()


class Search:
    """A finished search: its sources, settings and tables."""

    def __init__(self, found: tuple[Source, ...], settings: Settings, store: Store) -> None:
        self.sources = found
        self.settings = settings
        self.store = store


def _filled(found: tuple[Source, ...], settings: Settings, folder: Path, jobs: int, tell: Tell) -> Store:
    total = sum(source.size for source in found)
    done = 0
    with mapper(found, settings, jobs) as run:
        store = opened(settings, folder, jobs)
        tell("reading", 0, total)
        for number, (chunk, mapped) in enumerate(run(chunks(found, settings))):
            store.add(number, chunk, mapped, found)
            if store.problems and not settings.keep_going:
                raise RepdiffError(store.problems[0], "Mend it, or go on without it: --keep-going.")
            done += chunk.size
            tell("reading", done, total)
        store.flush()
    if not store.documents:
        names = ", ".join(source.name for source in found[:3])
        raise RepdiffError(f"{names}: no documents found.", "Give files with text in them.")
    return store


def _group(store: Store, settings: Settings) -> None:
    for name, query in tables(settings):
        store.define(name, query)
