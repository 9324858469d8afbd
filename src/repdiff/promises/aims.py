"""What a promise wants of a result, and what a result is known to be: both as ranges of signed numbers.

A result keeps a promise where all that it may be is wanted, and breaks it where nothing of it is. Whether more or less is better
follows from the verb and the bound, then from the indicator.
"""

import re
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import NamedTuple

from repdiff.languages.fragments import alternatives
from repdiff.languages.han import folded
from repdiff.model.quantities import Bound, Direction, Measure, Quantity
from repdiff.model.terms import Terms, Way
from repdiff.quantities.terms import about, way_of

_INFINITE = Decimal("Infinity")
_RATES = frozenset({"percent", "points", "times"})  # of which more is better only where something says so
_TIMES = frozenset({"time", "time-days", "time-weeks", "time-hours", "time-minutes", "time-seconds", "time-months"})
_TURNED = {Bound.AT_LEAST: Bound.AT_MOST, Bound.AT_MOST: Bound.AT_LEAST}


class Better(Enum):
    """Which way a result may leave the number that was promised and be none the worse."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


class Range(NamedTuple):
    """From `low` to `high`; `open` leaves out the end that is finite."""

    low: Decimal
    high: Decimal
    open: bool = False

    def holds(self, other: "Range") -> bool:
        """Whether all of another range lies in this one."""
        low = self.low < other.low or (self.low == other.low and self._reaches(other))
        high = other.high < self.high or (self.high == other.high and self._reaches(other))
        return low and high

    def apart(self, other: "Range") -> bool:
        """Whether nothing of another range lies in this one."""
        closed = not (self.open or other.open)
        return (
            other.high < self.low
            or other.low > self.high
            or (not closed and self.low != self.high and self._touches(other))
        )

    def _reaches(self, other: "Range") -> bool:
        return (
            not self.open or other.open or self.low == -_INFINITE == other.low or self.high == _INFINITE == other.high
        )

    def _touches(self, other: "Range") -> bool:
        return other.high == self.low or other.low == self.high


class Aim(NamedTuple):
    """The results that keep a promise, those that are so near that they do not break it, and how near is `about`, as a share."""

    wanted: Range
    spared: Range
    better: Better
    near: Decimal


def known(result: Quantity, near: Decimal) -> Range:
    """All that a result may be, as far as its qualifier says; `near` is how far off `about` may be, as a share."""
    low, high = result.signed[0], result.signed[-1]
    bound = _bound(result)
    if _kept_at().fullmatch(folded(result.qualifier)):
        return Range(low, high)
    if bound is Bound.AT_LEAST:
        return Range(low, _INFINITE, result.strict)
    if bound is Bound.AT_MOST:
        return Range(-_INFINITE, high, result.strict)
    if bound is Bound.ABOUT:
        return Range(low - near * abs(low), high + near * abs(high))
    return Range(low, high)


def aim_of(promise: Quantity, name: str, terms: Terms | None = None) -> Aim:
    """What would keep a promise; `name` is all that says what it measures, `terms` are the user's own words."""
    low, high = promise.signed[0], promise.signed[-1]
    bound, better = _bound(promise), better_of(promise, name, terms)
    near, far = about(terms)
    if bound is Bound.ABOUT:
        wanted, spared = (_around(Range(low, high), better, share) for share in (near, far))
        return Aim(wanted, _open(promise) if better is Better.NEITHER else spared, better, near)
    wanted = _around(Range(low, high), better, Decimal(0))._replace(open=promise.strict)
    open_ended = better is Better.NEITHER and bound is not Bound.BETWEEN
    return Aim(wanted, _open(promise) if open_ended else wanted, better, near)


def better_of(promise: Quantity, name: str, terms: Terms | None = None) -> Better:
    """Whether more or less than the number is better: by the bound, by the user's words, by where the number goes, by what is measured."""
    bound, said = _bound(promise), folded(name)
    if bound in (Bound.AT_LEAST, Bound.AT_MOST):
        return Better.MORE if bound is Bound.AT_LEAST else Better.LESS
    if (way := way_of(promise, terms)) is not None:
        return Better.LESS if way is Way.LESS else Better.MORE
    if _balanced().search(said):
        return Better.NEITHER
    if promise.direction is Direction.DOWN:
        return Better.LESS
    if _less_is_better().search(said) and not _removing().search(said):
        return Better.LESS
    if promise.direction is Direction.UP:
        return Better.MORE
    level = promise.measure is Measure.LEVEL
    doubtful = level and (promise.family in _RATES or (promise.family in _TIMES and not _more_is_better().search(said)))
    return Better.NEITHER if doubtful and promise.bound is not Bound.BETWEEN else Better.MORE


def _bound(quantity: Quantity) -> Bound:
    """The bound of the signed number: a fall by at least five is minus five at most."""
    falls = quantity.direction is Direction.DOWN and quantity.measure in (Measure.GROWTH, Measure.INCREMENT)
    return _TURNED.get(quantity.bound, quantity.bound) if falls else quantity.bound


def _open(promise: Quantity) -> Range:
    """What neither keeps nor breaks a promise of which more is as good as less; a rise breaks that of a fall."""
    falls = promise.direction is Direction.DOWN and promise.measure is Measure.GROWTH
    return Range(-_INFINITE, Decimal(0) if falls else _INFINITE)


def _around(named: Range, better: Better, share: Decimal) -> Range:
    low, high = named.low - share * abs(named.low), named.high + share * abs(named.high)
    if better is Better.MORE:
        return Range(low, _INFINITE)
    return Range(-_INFINITE, high) if better is Better.LESS else Range(low, high)


@cache
def _kept_at() -> re.Pattern[str]:
    """Verbs that bound what is to come; of what came they tell the value: 压减到4天."""
    return re.compile(alternatives(lambda words: words.amounts.held_below))


@cache
def _less_is_better() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.less_is_better), re.IGNORECASE)


@cache
def _removing() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.removing), re.IGNORECASE)


@cache
def _more_is_better() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.more_is_better), re.IGNORECASE)


@cache
def _balanced() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.balanced), re.IGNORECASE)
