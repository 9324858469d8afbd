"""A sign of life on standard error while the work takes longer than a person waits without wondering."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import Event

    from rich.progress import Progress, TaskID

_PATIENCE = 1.0
"""Seconds before anything is shown: a comparison of two reports is done by then."""


@contextmanager
def progress(doing: str, *, quiet: bool = False) -> Iterator[None]:
    """Show a moving bar with `doing` and the seconds gone while the body runs, after one second, on a terminal only, unless `quiet`."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    import threading

    done = threading.Event()
    watcher = threading.Thread(target=_show, args=(doing, done), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _show(doing: str, done: "Event") -> None:
    if done.wait(_PATIENCE):
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        bar.add_task(doing, total=None)
        done.wait()


@contextmanager
def measured(*, quiet: bool = False) -> Iterator[Callable[[str, int, int], None]]:
    """A function to call with what is being done and how many bytes of how many are done: it shows rate and time left.

    A total of 0 is an unknown one. Nothing is shown in the first second, nor off a terminal, nor if `quiet`.
    """
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda doing, done, total: None
        return
    bar = _Bar()
    try:
        yield bar.tell
    finally:
        bar.stop()


@contextmanager
def counted(doing: str, total: int, *, quiet: bool = False) -> Iterator[Callable[[int], None]]:
    """A function to call again and again with how many of `total` are done: it shows that and the time left, on a terminal only, unless
    `quiet`.

    The screen is drawn by the caller's own thread: processes can still be forked.
    """
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    text, left = TextColumn("{task.description}", markup=False), TextColumn("left")
    columns = (text, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn(), left)
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(doing, total=total)

        def tell(done: int) -> None:
            bar.update(task, completed=done, refresh=True)

        tell(0)
        yield tell


class _Bar:
    """A bar that appears when the work has taken a second."""

    def __init__(self) -> None:
        from time import monotonic

        self._clock = monotonic
        self._begin = monotonic()
        self._shown: Progress | None = None
        self._task: TaskID | None = None
        self._doing = ""

    def tell(self, doing: str, done: int, total: int) -> None:
        """Show this; before the first second is over only note when it began."""
        if self._clock() - self._begin < _PATIENCE:
            return
        shown = self._shown = self._shown or self._opened()
        if self._task is None or doing != self._doing:
            if self._task is not None:
                shown.remove_task(self._task)
            self._task, self._doing = shown.add_task(doing, total=total or None), doing
        shown.update(self._task, completed=done)

    def stop(self) -> None:
        """Take the bar away."""
        if self._shown is not None:
            self._shown.stop()

    def _opened(self) -> "Progress":
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            DownloadColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
            TransferSpeedColumn,
        )

        columns = (
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(elapsed_when_finished=True),
        )
        text = TextColumn("{task.description}", markup=False)
        bar = Progress(text, *columns, console=Console(stderr=True), transient=True)
        bar.start()
        return bar
