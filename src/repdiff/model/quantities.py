"""Numbers with what they measure, and what became of them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from repdiff.model.texts import Span


class Bound(StrEnum):
    """What a qualifier makes of a number."""

    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"
    BETWEEN = "between"


class Measure(StrEnum):
    """What a quantity says of its indicator: how much it is, by how much it changes, how many come to it, or what it rises from."""

    LEVEL = "level"
    GROWTH = "growth"
    INCREMENT = "increment"
    BASE = "base"


class Direction(StrEnum):
    """Which way a quantity says that its indicator moves, or on which side of zero it lies; `UNSAID` where no word says it."""

    UNSAID = ""
    UP = "up"
    DOWN = "down"


class Period(StrEnum):
    """The time a quantity speaks of: the year that the document is about, one that is over, or a later one."""

    CURRENT = "current"
    PAST = "past"
    LATER = "later"


class Stretch(NamedTuple):
    """Over how long a quantity is counted: so many months, 0 where the text does not say; or all the time so far."""

    months: int = 0
    so_far: bool = False


NOT_SAID: Final = Stretch()
"""The stretch of a quantity whose text does not say over how long it counts."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with unit and qualifier, and what it measures.

    `span` covers all three; `numbers` are one number, or both ends of a range, as written; times `scale` they are in `unit`, the
    base unit (`4.9万人`: 4.9, 10000, "人"). `family` groups the units that may be compared (`家` and `个` count alike). `written` is
    the unit as written, `indicator` the span of the phrase that says what is measured, `names` the same in words to compare,
    the most telling first; `context` is the clause before, where the name is too short to stand alone; `clause` is the span of the
    clause around all of it; `stretch` is the time that it counts over. `direction` is what the words around it say of its sign: a growth
    or an increment that goes down is negative, a level that lies below zero is a deficit or a loss. `strict` is a bound that the number
    itself does not reach (`more than 5`, `未満`).
    """

    span: Span
    sentence: int
    numbers: tuple[Decimal, ...]
    scale: Decimal
    unit: str
    family: str
    written: str
    bound: Bound
    qualifier: str
    measure: Measure
    period: Period
    indicator: Span
    names: tuple[str, ...]
    context: str
    clause: Span
    stretch: Stretch = NOT_SAID
    direction: Direction = Direction.UNSAID
    strict: bool = False

    @property
    def value(self) -> Decimal:
        """The number in the base unit, as written; of a range its lower end."""
        return self.numbers[0] * self.scale

    @property
    def signed(self) -> tuple[Decimal, ...]:
        """One number, or both ends of a range from the lower to the higher, in the base unit: a fall by five is minus five."""
        falls = self.direction is Direction.DOWN and self.measure in (Measure.GROWTH, Measure.INCREMENT)
        return tuple(sorted((-number if falls else number) * self.scale for number in self.numbers))

    @property
    def name(self) -> str:
        """What the quantity measures, in the words of the text; empty where nothing says so."""
        return self.names[0].partition("#")[0].strip(" ,，、.。;；")


class Spread(StrEnum):
    """What became of a range that grew at both ends, or shrank: which way it went cannot be said."""

    NONE = ""
    WIDER = "wider"
    NARROWER = "narrower"


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A quantity of one indicator on both sides.

    `signed` are the old and the new numbers as they were compared, each one number or both ends of a range: those of the quantities, but
    for a deficit against a surplus, which is below zero. `percent` is the difference in percent of old, None where that says nothing:
    between percentages, whose difference is in points, between ranges, and where a side is not above zero. `doubt` says why the two may
    not be comparable; empty where nothing speaks against it.
    """

    old: Quantity
    new: Quantity
    score: float
    signed: tuple[tuple[Decimal, ...], tuple[Decimal, ...]]
    percent: Decimal | None
    requalified: bool
    doubt: str = ""

    @property
    def differences(self) -> tuple[Decimal, ...]:
        """New less old in the base unit; of ranges that of the lower and that of the higher end, where they are not the same."""
        old, new = self.signed
        low, high = new[0] - old[0], new[-1] - old[-1]
        return (low,) if low == high else (low, high)

    @property
    def difference(self) -> Decimal:
        """New less old in the base unit; of ranges that of the lower end."""
        return self.differences[0]

    @property
    def spread(self) -> Spread:
        """Whether one of the two lies within the other, where they are not the same."""
        low, high = self.differences[0], self.differences[-1]
        if low * high > 0 or low == high:
            return Spread.NONE
        return Spread.WIDER if low <= 0 <= high else Spread.NARROWER
