"""One case after the other: a queue, what became of each, and the results of the last few."""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from hashlib import sha256
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from repdiff.desk.case import Case
from repdiff.desk.job import read_plain
from repdiff.model.errors import RepdiffError
from repdiff.model.view import View

if TYPE_CHECKING:
    from repdiff.report.nouns import Report

_KEPT: Final = 3
"""Results that stay in memory: a long report and its page take some 50 MB."""


class Stage(StrEnum):
    """How far a case has come."""

    QUEUED = "queued"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


class State(NamedTuple):
    """How far a case has come: how many stand before it, the seconds since its work began, and what went wrong, in one line."""

    stage: Stage
    ahead: int = 0
    seconds: float = 0.0
    message: str = ""


class Done(NamedTuple):
    """A result, its page, and the digest of the decisions that it obeys, empty without any."""

    result: Any
    page: str
    applied: str


class Worker:
    """Runs cases one at a time on a thread of its own."""

    def __init__(self, view: View, noted: Callable[[Case], None]) -> None:
        """`view` is how pages are shown; `noted` is called with a case once its sentence is known."""
        self._view = view
        self._noted = noted
        self._changed = threading.Condition()
        self._busy = threading.Lock()  # a result is made, or rendered, alone
        self._waiting: deque[Case] = deque()
        self._now: tuple[Case, float] | None = None
        self._done: OrderedDict[str, Done] = OrderedDict()
        self._failed: dict[str, str] = {}
        threading.Thread(target=self._work, daemon=True).start()

    def ask(self, case: Case, *, again: bool = False) -> State:
        """Where a case stands; it is begun where it has not been, or `again` where it is done. One that waits or runs is not doubled."""
        with self._changed:
            if again and not self._is_under_way(case):
                self._done.pop(case.id, None)
                self._failed.pop(case.id, None)
            found = self._state(case)
            if found is None:
                self._waiting.append(case)
                self._changed.notify_all()
                found = State(Stage.QUEUED, len(self._waiting) - 1 + (self._now is not None))
            return found

    def done(self, case: Case) -> Done | None:
        """The result of a case while it is kept; None where it has to be made first."""
        with self._changed:
            if case.id in self._done:
                self._done.move_to_end(case.id)
            return self._done.get(case.id)

    def awaited(self, case: Case) -> Done:
        """The result of a case when it is done. Raises RepdiffError where that fails."""
        with self._changed:
            while (state := self.ask(case)).stage is not Stage.DONE:
                if state.stage is Stage.FAILED:
                    raise RepdiffError(state.message)
                self._changed.wait()
            return self._done[case.id]

    def rendered(self, done: Done, form: str) -> str | bytes:
        """A result in one form, made alone. Raises RepdiffError."""
        from repdiff import render

        with self._busy:
            return render(done.result, form, self._view)

    def _is_under_way(self, case: Case) -> bool:
        return any(each.id == case.id for each in self._waiting) or bool(self._now and self._now[0].id == case.id)

    def _state(self, case: Case) -> State | None:
        if self._now and self._now[0].id == case.id:
            return State(Stage.WORKING, seconds=monotonic() - self._now[1])
        for ahead, each in enumerate(self._waiting):
            if each.id == case.id:
                return State(Stage.QUEUED, ahead + (self._now is not None))
        if case.id in self._done:
            return State(Stage.DONE)
        return State(Stage.FAILED, message=self._failed[case.id]) if case.id in self._failed else None

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._waiting:
                    self._changed.wait()
                case = self._waiting.popleft()
                self._now = (case, monotonic())
            made = self._made(case)
            with self._changed:
                self._now = None
                if isinstance(made, Done):
                    self._done[case.id] = made
                    while len(self._done) > _KEPT:
                        self._done.popitem(last=False)
                else:
                    self._failed[case.id] = made
                self._changed.notify_all()

    def _made(self, case: Case) -> Done | str:
        """The result, or why there is none."""
        try:
            with self._busy:
                return self._run(case)
        except RepdiffError as error:
            return str(error)
        except Exception as error:
            return f"a fault of repdiff, not of your files ({type(error).__name__}: {error})."

    def _run(self, case: Case) -> Done:
        from repdiff import render

        applied = digest(case)
        result = case.job.run([read_plain(path) for path in case.files], case.review if applied else None)
        page = str(render(result, "html", self._view))
        told = _told(result, self._view)
        self._noted(replace(case, sentence=told.sentence, lang=told.words.tag))
        return Done(result, page, applied)


def digest(case: Case) -> str:
    """The digest of what is decided on a case now; empty where nothing is saved."""
    try:
        return sha256(case.review.read_bytes()).hexdigest()
    except OSError:
        return ""


def _told(result: Any, view: View) -> "Report":
    """What the report says first, as its readers see it."""
    from repdiff.model.links import Comparison
    from repdiff.report import tell

    if isinstance(result, Comparison):
        from repdiff.comparison.doubt import set_apart

        result = set_apart(result, view.min_score, marked=False)
    return tell(result, replace(view, facets=frozenset()))
