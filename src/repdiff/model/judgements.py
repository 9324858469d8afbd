"""What a person decided about promises and about series of numbers."""

from typing import NamedTuple

from repdiff.model.decisions import Author, Side, Signature
from repdiff.model.texts import Span

NO_PROMISE = "no promise"
"""What a person says of a number that was taken for a promise and is none."""


class Quoted(NamedTuple):
    """A number, or a passage, that a file of decisions speaks of: its text, and where it stood, by span or by line and column.

    `sentence` is the sentence around it, `at` where in it the quotation begins; empty where the file does not say.
    """

    quote: str
    span: Span | None = None
    place: tuple[int, int] | None = None
    sentence: str = ""
    at: int = 0


class PromiseDecision(NamedTuple):
    """One promise: the verdict that a person gives it, empty where only another result is chosen; that result; and the reason.

    Without a `note` it is no decision, but what repdiff itself said when the file was written. A person may have `confirmed` that without
    a reason, or asked a `question` about it.
    """

    promise: Quoted
    verdict: str = ""
    result: Quoted | None = None
    note: str = ""
    confirmed: bool = False
    question: str = ""
    author: Author = Author()

    @property
    def is_said(self) -> bool:
        """Whether a person said anything in it."""
        return bool(self.note or self.confirmed or self.question)


class PromiseDecisions(NamedTuple):
    """A file of decisions about a check; `name` is the file's own. A later entry outdoes an earlier one."""

    name: str
    promised: Side
    reported: Side
    verdicts: tuple[PromiseDecision, ...]
    signed: tuple[Signature, ...] = ()


class SeriesDecision(NamedTuple):
    """Numbers that make one series: its name, each number with the label of its version, and the reason.

    Without a `note` it is no decision, but what repdiff itself found when the file was written. A person may have `confirmed` that without
    a reason, or asked a `question` about it.
    """

    name: str
    points: tuple[tuple[str, Quoted], ...]
    note: str = ""
    confirmed: bool = False
    question: str = ""
    author: Author = Author()

    @property
    def is_said(self) -> bool:
        """Whether a person said anything in it."""
        return bool(self.note or self.confirmed or self.question)


class SeriesDecisions(NamedTuple):
    """A file of decisions about several versions; `name` is the file's own. A later entry outdoes an earlier one."""

    name: str
    versions: tuple[Side, ...]
    series: tuple[SeriesDecision, ...]
    signed: tuple[Signature, ...] = ()
