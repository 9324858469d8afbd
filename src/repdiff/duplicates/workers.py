"""The map over all chunks, by several processes, in order."""

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from repdiff.duplicates.inputs import Chunk, Source
from repdiff.duplicates.records import Mapped, map_chunk
from repdiff.duplicates.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext

Mapper = Callable[[Iterable[Chunk]], Iterator[tuple[Chunk, Mapped]]]
_AHEAD = 2
"""Chunks per process that wait to be fetched: what they hold is all that does not count as the engine's memory."""
_SEVERAL, _WORTHWHILE = 2, 2**21
"""Processes, and bytes of all inputs, from which the work is shared: less is done before processes have started."""


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def mapper(found: tuple[Source, ...], settings: Settings, jobs: int) -> Iterator[Mapper]:
    """A function that maps chunks in order. Enter before threads are started: the processes are forked."""
    if jobs < _SEVERAL or sum(source.size for source in found) < _WORTHWHILE:
        yield lambda work: ((chunk, map_chunk(chunk, found[chunk.source], settings)) for chunk in work)
        return
    from concurrent.futures import ProcessPoolExecutor

    _load()
    with ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_begin) as pool:
        # The processes are forked at the first call: before the engine has threads.
        pool.submit(os.getpid).result()
        yield lambda work: _ordered(pool, work, (found, settings), jobs * _AHEAD)


def _context() -> "BaseContext":
    import multiprocessing

    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _load() -> None:
    """Load what every process needs before there are several."""
    import numpy  # noqa: F401
    import orjson  # noqa: F401
    import xxhash  # noqa: F401

    from repdiff.duplicates.fold import marks, table

    table()
    marks()


def _begin() -> None:
    """Leave the interrupt to the main process, which ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _load()


def _ordered(
    pool: "ProcessPoolExecutor", work: Iterable[Chunk], fixed: tuple[tuple[Source, ...], Settings], ahead: int
) -> Iterator[tuple[Chunk, Mapped]]:
    """Chunks with what became of them, in order. The first ones are under way before the first is asked for."""
    found, settings = fixed

    def submitted() -> "Iterator[tuple[Chunk, Future[Mapped]]]":
        return ((chunk, pool.submit(map_chunk, chunk, found[chunk.source], settings)) for chunk in work)

    coming = submitted()
    return _collected(coming, deque(islice(coming, ahead)))


def _collected(
    coming: "Iterator[tuple[Chunk, Future[Mapped]]]", waiting: "deque[tuple[Chunk, Future[Mapped]]]"
) -> Iterator[tuple[Chunk, Mapped]]:
    try:
        while waiting:
            chunk, done = waiting.popleft()
            mapped = done.result()
            waiting.extend(islice(coming, 1))
            yield chunk, mapped
    finally:
        for _, future in waiting:
            future.cancel()
