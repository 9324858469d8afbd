"""The nouns of several versions: promises and their results, indicators and commitments over the years. As plain as those of model.py."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, Final, NamedTuple

from repdiff.model.decisions import Review
from repdiff.model.document import Document
from repdiff.model.frames import Tabular
from repdiff.model.links import Comparison
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


class Agreement(StrEnum):
    """How promise and result stand to each other in one respect; `UNSAID` where one of them says nothing of it."""

    AGREES = "agrees"
    UNSAID = "unsaid"
    DIFFERS = "differs"


class Condition(NamedTuple):
    """One thing that must be the same for a verdict: `name` is one of CONDITIONS. `shared` are words of both sides, `promised` and
    `reported` those of one side alone.
    """

    name: str
    state: Agreement
    shared: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()


CONDITIONS: Final = ("indicator", "period", "unit", "direction", "scope", "bound", "calibre")
"""What a verdict rests on, in the order in which it is asked."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promised quantity, its verdict, why, and the result that the verdict rests on.

    `conditions` say for each of CONDITIONS whether both sides agree; none where nothing answers. `others` are further results that
    answer the promise, such as that of five years beside that of one. `baseline` is what the promising document itself reports of the
    indicator: its span is in the text of `promised`, its sentence is one of `known` (see Check). `gap` is result less target in the
    base unit, in points where that is percent, and less than zero for a fall that was deeper; `share` is the result in percent of the
    target. Both are None where the two cannot be measured against each other.
    `decided` says that a person gave the verdict or chose the result, with the reason in `note`, `instead` of which verdict; `refused`
    that it is no promise.
    """

    quantity: Quantity
    verdict: Outcome
    reason: str
    result: Result | None
    conditions: tuple[Condition, ...] = ()
    others: tuple[Result, ...] = ()
    baseline: Quantity | None = None
    gap: Decimal | None = None
    share: Decimal | None = None
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
class Check(Tabular):
    """Promises held against results. `promised` and `reported` hold only the sentences that promise and that report; ids are
    theirs. `known` holds what the promising document reports of the year before. `unpromised` are the reported quantities that answer
    no promise; `refused` are promises that a person says are none. `options` are those that made the result.
    """

    promised: Document
    reported: Document
    promises: tuple[Promise, ...]
    suggestions: tuple[Suggestion, ...]
    unpromised: tuple[Quantity, ...]
    notes: tuple[str, ...]
    options: CheckOptions = field(default_factory=CheckOptions)
    known: Document | None = None
    refused: tuple[Promise, ...] = ()
    review: Review | None = None
    """All that persons said of its promises; None without a file of decisions."""

    _columns: ClassVar[str] = (
        "verdict indicator target target_number:number target_high:number target_unit target_bound result "
        "result_number:number result_high:number result_unit gap:number percent_of_target:number reason "
        "condition_indicator condition_period condition_unit condition_direction condition_scope "
        "condition_bound condition_calibre promise_text promise_span:span promise_place answer_text "
        "answer_span:span answer_place decided:truth note"
    )

    def records(self) -> list[dict[str, Any]]:
        """One dictionary per promise, in the order of the text. Numbers are in the base unit with their signs, `_high` is the higher end of
        a range; conditions are agrees, unsaid or differs, None where nothing answers; spans are `[start, end)` of the quantity.
        """
        from repdiff.model.records import check_records

        return check_records(self)


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
    """An indicator in one version: its quantity, or, in a gap, the sentence that speaks of it without a number.

    `also` are further quantities by which the same version states the same. `doubt` says why the number may not be comparable with the
    one before; empty where nothing speaks against it. `result` is what the version after reports of the target, where results were asked
    for: its sentence and its span are those of that version; `verdict` is what became of it.
    """

    version: int
    sentence: int
    quantity: Quantity | None
    also: tuple[Quantity, ...] = ()
    doubt: str = ""
    result: Result | None = None
    verdict: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator over the versions, oldest first. `decided` says that a person put its numbers together, with the reason in `note`."""

    name: str
    unit: str
    points: tuple[Point, ...]
    decided: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Track(Tabular):
    """Versions of one document over the years: the series of each target, the life of each commitment, the options that made them."""

    documents: tuple[Document, ...]
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    lives: tuple[Life, ...]
    notes: tuple[str, ...]
    options: TrackOptions = field(default_factory=TrackOptions)
    review: Review | None = None
    """All that persons said of its series; None without a file of decisions."""

    _columns: ClassVar[str] = (
        "indicator version target target_number:number target_high:number target_unit target_bound direction "
        "doubt verdict result result_number:number result_high:number result_unit target_text "
        "target_span:span target_place decided:truth note"
    )

    def records(self) -> list[dict[str, Any]]:
        """One dictionary per series and version that has it; the target is None where a version names it without a number. `result` and
        `verdict` are those of the version after, where results were asked for; numbers and spans as in `Check.records`.
        """
        from repdiff.model.records import track_records

        return track_records(self)


@dataclass(frozen=True, slots=True)
class Course:
    """Several versions of one document: their track, and each compared with the next, as a reader is shown it."""

    track: Track
    comparisons: tuple[Comparison, ...]
