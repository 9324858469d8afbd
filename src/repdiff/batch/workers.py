"""Several processes that compare pairs. One that crashes or is killed costs its own pair alone: another takes its place.

Not a ProcessPoolExecutor: one dead process breaks that as a whole, and nobody knows which task killed it.
"""

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from repdiff.batch.outcome import Task, compared
from repdiff.model.batch import BatchOptions, Compared
from repdiff.model.said import Said

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

_LOOK = 0.5
"""Seconds after which the caller hears that nothing new is done, so that a clock on the screen goes on."""
_LEAVE = 5.0
"""Seconds that a process has to end before it is killed."""


def cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Worker(NamedTuple):
    """A process and our end of the pipe to it."""

    process: "BaseProcess"
    pipe: Connection


def run(
    tasks: Iterable[Task], options: BatchOptions, jobs: int, tell: Callable[[int], None] = lambda done: None
) -> tuple[Compared, ...]:
    """What came of each task, in their order, by at most `jobs` processes. `tell` hears how many are done, again and again.

    The processes are forked where the system can, so call this before there are threads. They end with this function, however it ends.
    """
    waiting = deque(enumerate(tasks))
    found: dict[int, Compared] = {}
    busy: dict[_Worker, tuple[int, Task]] = {}
    idle: list[_Worker] = []
    _load()
    try:
        while waiting or busy:
            while waiting and len(busy) < max(jobs, 1):
                worker = idle.pop() if idle else _started(options, [*busy, *idle])
                busy[worker] = waiting.popleft()
                _send(worker, busy[worker][1])
            for worker, result in _answers(busy):
                number, task = busy.pop(worker)
                found[number] = result or _died(worker, task)
                if result is not None:
                    idle.append(worker)
            tell(len(found))
    finally:
        _end([*busy, *idle])
    return tuple(found[number] for number in sorted(found))


def _answers(busy: Iterable[_Worker]) -> Iterator[tuple[_Worker, Compared | None]]:
    """The workers that are done, with the result; None from one that is dead."""
    pipes = {worker.pipe: worker for worker in busy}
    for ready in wait(list(pipes), _LOOK):
        worker = pipes[ready]  # type: ignore[index]
        try:
            yield worker, worker.pipe.recv()
        except (EOFError, OSError):
            yield worker, None


def _send(worker: _Worker, task: Task) -> None:
    # One that is dead by now is found so when its answer is awaited.
    with suppress(OSError):
        worker.pipe.send(task)


def _died(worker: _Worker, task: Task) -> Compared:
    worker.process.join(_LEAVE)
    code = worker.process.exitcode or 0
    worker.pipe.close()
    why = Said("Its process was ended by signal {number} ({name}).", number=-code, name=_signal(-code))
    if code >= 0:
        why = Said("Its process ended with code {code}.", code=code)
    return Compared(task.pair.name, Path(task.pair.old).name, Path(task.pair.new).name, error=why)


def _signal(number: int) -> str:
    with suppress(ValueError):
        return signal.Signals(number).name
    return "?"


def _context() -> "BaseContext":
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _load() -> None:
    """Load what every process needs before there are several, by a comparison of nothing much: forked ones share it."""
    from repdiff import compare, render
    from repdiff.files.request import Request
    from repdiff.sources.text import read_text

    if _context().get_start_method() == "fork":
        old, new = (read_text(text, Request("-")) for text in (b"1 a b c.\n2.\n", b"1 a b d.\n3.\n"))
        render(compare(old, new), "html")


def _started(options: BatchOptions, others: Iterable[_Worker]) -> _Worker:
    context = _context()
    ours, theirs = context.Pipe()
    inherited = (ours, *(other.pipe for other in others)) if context.get_start_method() == "fork" else ()
    process = context.Process(target=_work, args=(theirs, options, inherited), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _work(pipe: Connection, options: BatchOptions, inherited: Iterable[Connection]) -> None:
    """What a process does until nobody is at the other end of its pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it, and ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:  # held open here, they would keep the other processes waiting for ever
        other.close()
    with suppress(EOFError, OSError):
        while True:
            pipe.send(compared(pipe.recv(), options))


def _end(workers: Iterable[_Worker]) -> None:
    for worker in workers:
        worker.process.terminate()
    for worker in workers:
        worker.process.join(_LEAVE)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        worker.pipe.close()
