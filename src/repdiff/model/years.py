"""The nouns of several versions: promises and their results, indicators and commitments over the years. As plain as those of model.py."""

from dataclasses import dataclass, field
from enum import StrEnum

from repdiff.model.document import Document
from repdiff.model.options import CheckOptions, TrackOptions
from repdiff.model.quantities import Quantity
from repdiff.model.texts import Span


class Outcome(StrEnum):
    """What became of a promise."""

    MET = "met"
    MISSED = "missed"
    UNDETERMINED = "undetermined"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Result:
    """What the results say about a promise: its sentence, the span to quote, and its quantity if it has one. `score` is 0..1."""

    sentence: int
    span: Span
    quantity: Quantity | None
    score: float


@dataclass(frozen=True, slots=True)
class Promise:
    """A promised quantity, its verdict, why, and the result that the verdict rests on.

    `decided` says that a person gave the verdict or chose the result, with the reason in `note`, `instead` of which verdict; `refused`
    that it is no promise.
    """

    quantity: Quantity
    verdict: Outcome
    reason: str
    result: Result | None
    decided: bool = False
    note: str = ""
    instead: Outcome | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A promise without a number and the sentence that most likely answers it: ids, probability 0..1, reason."""

    promise: int
    result: int | None
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Check:
    """Promises held against results. `promised` and `reported` hold only the sentences that promise and that report; ids are
    theirs. `unpromised` are the reported quantities that answer no promise; `refused` are promises
    that a person says are none. `options` are those that made the result.
    """

    promised: Document
    reported: Document
    promises: tuple[Promise, ...]
    suggestions: tuple[Suggestion, ...]
    unpromised: tuple[Quantity, ...]
    notes: tuple[str, ...]
    options: CheckOptions = field(default_factory=CheckOptions)
    refused: tuple[Promise, ...] = ()


class Fate(StrEnum):
    """What became of a commitment from one version to the next."""

    FIRST = "first seen"
    KEPT = "kept"
    REWORDED = "reworded"
    MOVED = "moved"
    DROPPED = "dropped"
    BACK = "back again"


@dataclass(frozen=True, slots=True)
class Stage:
    """A commitment in one version: what became of it, and its sentence there; None in the version that dropped it."""

    version: int
    fate: Fate
    sentence: int | None


@dataclass(frozen=True, slots=True)
class Life:
    """A commitment over the versions: one stage for each version from the first that has it; none while it is away."""

    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """An indicator in one version: its quantity, or, in a gap, the sentence that speaks of it without a number."""

    version: int
    sentence: int
    quantity: Quantity | None


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator over the versions, oldest first. `decided` says that a person put its numbers together, with the reason in `note`."""

    name: str
    unit: str
    points: tuple[Point, ...]
    decided: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """Versions of one document over the years: the series of each target, the life of each commitment, the options that made them."""

    documents: tuple[Document, ...]
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    lives: tuple[Life, ...]
    notes: tuple[str, ...]
    options: TrackOptions = field(default_factory=TrackOptions)
