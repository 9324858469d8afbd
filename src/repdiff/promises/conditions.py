"""Whether promise and result speak of the same: one function for each condition that a verdict rests on.

Each gives the condition and, where the two sides differ, why in words. To add one, write it here, put it into ASKED, and name it in
`repdiff.model.years.CONDITIONS`.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from repdiff.languages.fragments import alternatives
from repdiff.languages.han import folded
from repdiff.model.quantities import Direction, Measure, Period, Quantity
from repdiff.model.said import Said
from repdiff.model.years import Agreement, Condition
from repdiff.promises.case import Case
from repdiff.promises.names import Overlap
from repdiff.quantities.doubts import Cited, of_slipped_unit, of_time
from repdiff.quantities.times import other_time, stands, years_said
from repdiff.quantities.units import comparable

_LIMITING: Final = frozenset({"time-days", "time-weeks", "time-hours", "time-minutes", "time-seconds", "age", "limit"})
_GOES: Final = {Direction.UP: Said("up"), Direction.DOWN: Said("down")}
_COUNTS = frozenset({"count", ""})
_MARKS = re.compile("[、，,。；;.：:！!？?\\n]")
_MARK = re.compile("[、，,]")
_YEAR = 12
_BEHIND = 60  # characters behind a number in which a bracket that belongs to it ends


class Pair(NamedTuple):
    """A promise and a result with the words that they share."""

    promise: Cited
    result: Cited
    overlap: Overlap


class Asked(NamedTuple):
    """A condition, and why the two sides differ in it; empty where they do not."""

    condition: Condition
    why: Said | str = ""


def ask(case: Case, pair: Pair) -> tuple[Asked, ...]:
    """All conditions but that of the bound, which only the comparison of the numbers knows."""
    return tuple(asked(case, pair) for asked in ASKED)


def indicator(_: Case, pair: Pair) -> Asked:
    """The result names all that the promise names."""
    shared, missing, extra = pair.overlap
    if missing or not shared:
        named = Said("the only result in this unit beside it, but it is called by another name")
        lacks = Said("the promise speaks of {words}, which the result does not name", words=", ".join(missing))
        return Asked(Condition("indicator", Agreement.DIFFERS, shared, missing, extra), lacks if shared else named)
    return Asked(Condition("indicator", Agreement.UNSAID if extra else Agreement.AGREES, shared, (), extra))


def period(case: Case, pair: Pair) -> Asked:
    """The result speaks of the year of the promise."""
    promise, result = pair.promise.quantity, pair.result.quantity
    mine, theirs = (_time(cited) for cited in pair[:2])
    years = years_said(pair.result)
    wrong = bool(years and case.year) and case.year not in years
    standing = all(stands(*cited) for cited in pair[:2])
    differs = not standing and (other_time(*pair[:2]) or of_time(*pair[:2]))
    if case.apart or result.period is Period.LATER or wrong or differs:
        said = Condition("period", Agreement.DIFFERS, (), mine, (*theirs, *years))
        return Asked(said, Said("the result speaks of another period"))
    unlike = promise.stretch.so_far != result.stretch.so_far or (standing and bool(of_time(*pair[:2])))
    state = Agreement.UNSAID if unlike else Agreement.AGREES
    return Asked(Condition("period", state, (), mine, theirs))


def unit(_: Case, pair: Pair) -> Asked:
    """Both count in one unit, of one power."""
    promise, result = pair.promise.quantity, pair.result.quantity
    sides = ((), *((q.written or q.unit,) if q.written or q.unit else () for q in (promise, result)))
    if not comparable(promise.family, result.family):
        level = Said(
            "promised as growth, reported as a level ({unit}): the base is not stated here", unit=result.written
        )
        return Asked(Condition("unit", Agreement.DIFFERS, *sides), level)
    slipped = of_slipped_unit(*pair[:2])
    rates = [q.written.partition("/")[2] for q in (promise, result)]
    if slipped or (all(rates) and rates[0] != rates[1]):
        why = slipped or Said(
            "the two are counted in other units: {old}, {new}", old=promise.written, new=result.written
        )
        return Asked(Condition("unit", Agreement.DIFFERS, *sides), why)
    same = promise.unit == result.unit or promise.family not in _COUNTS
    return Asked(Condition("unit", Agreement.AGREES if same else Agreement.UNSAID, *sides))


def direction(_: Case, pair: Pair) -> Asked:
    """Both say whether a change goes up or down: only then they can be measured against each other."""
    promise, result = pair.promise.quantity, pair.result.quantity
    sides = ((), *((_GOES[q.direction],) if q.direction else () for q in (promise, result)))
    changes = promise.measure in (Measure.GROWTH, Measure.INCREMENT) and promise.measure is result.measure
    # What is new goes up, whether a word says so or not.
    adds = promise.measure is Measure.INCREMENT and Direction.DOWN not in (promise.direction, result.direction)
    if changes and not adds and _goes(promise) is not _goes(result):
        why = Said("one side does not say whether it rises or falls")
        return Asked(Condition("direction", Agreement.DIFFERS, *sides), why)
    return Asked(Condition("direction", Agreement.AGREES, *sides))


def scope(case: Case, pair: Pair) -> Asked:
    """Neither names a level, a group or a place that the other does not know."""
    texts = [folded(each.document.text(each.quantity.sentence)) for each in pair[:2]]
    named = [folded(_around(each)) for each in pair[:2]]
    mine, theirs = (
        tuple(
            dict.fromkeys(
                word
                for pattern in (_scope(), _place())
                for word in pattern.findall(name)
                if word not in other and word != case.place
            )
        )
        for name, other in zip(named, reversed(texts), strict=True)
    )
    if mine or theirs:
        why = Said("promised and reported for different levels or groups")
        return Asked(Condition("scope", Agreement.DIFFERS, (), mine, theirs), why)
    within = [_limits(each) for each in pair[:2]]
    if all(within) and within[0] != within[1]:
        why = Said("promised and reported for different levels or groups")
        return Asked(
            Condition("scope", Agreement.DIFFERS, (), *(tuple(q for _, q in sorted(each)) for each in within)), why
        )
    return Asked(Condition("scope", Agreement.AGREES))


def calibre(_: Case, pair: Pair) -> Asked:
    """Both are counted alike, as far as the words in and behind the clause say (`同口径`, `excluding tax`)."""
    mine, theirs = (_ways(each) for each in pair[:2])
    if mine == theirs:
        return Asked(Condition("calibre", Agreement.AGREES, mine))
    why = Said("the two are not counted alike: {ways}", ways=", ".join((*mine, *theirs)))
    return Asked(Condition("calibre", Agreement.DIFFERS, (), mine, theirs), why)


ASKED: Final[tuple[Callable[[Case, Pair], Asked], ...]] = (indicator, period, unit, direction, scope, calibre)


def _time(cited: Cited) -> tuple[str, ...]:
    months = cited.quantity.stretch.months
    if not months:
        return ()
    if months == _YEAR:
        return (Said("one year"),)
    return (Said("{count} months", count=months) if months % _YEAR else Said("{count} years", count=months // _YEAR),)


def _limits(cited: Cited) -> frozenset[tuple[Decimal, str]]:
    """The limits of time and age in the clause of a quantity that say what it counts (`90% of calls within 20 seconds`), as written."""
    document, quantity = cited
    beside = (q for q in document.quantities if q.sentence == quantity.sentence and q.clause == quantity.clause)
    return frozenset(
        (q.value, document.source.quote(q.span)) for q in beside if q != quantity and q.family in _LIMITING
    )


def _goes(quantity: Quantity) -> bool:
    """Whether a change says where it goes, by a word or by its sign."""
    return quantity.direction is not Direction.UNSAID or any(number < 0 for number in quantity.numbers)


def _around(cited: Cited) -> str:
    """The name of a quantity and what stands before it, back to the last mark."""
    document, quantity = cited
    approach = document.source.bare[quantity.clause.start : quantity.span.start]
    return _MARK.split(approach)[-1] + " " + quantity.names[0]


def _ways(cited: Cited) -> tuple[str, ...]:
    """Words in the clause of a quantity, or in a bracket right behind it, for the way in which it is counted."""
    text, quantity = cited.document.source.bare, cited.quantity
    before = folded(text[max(0, quantity.clause.start - _BEHIND) : quantity.clause.start]).rstrip("，, ")
    led = _MARKS.split(before)[-1].strip()
    bracket = _bracket().match(folded(text[quantity.span.end : quantity.span.end + _BEHIND]))
    found = [m[0] for m in _way().finditer(folded(_around(cited)))]
    if _way().match(led):
        found.append(led)
    if bracket and _way().search(bracket[1]):
        found.append(bracket[1])
    return tuple(dict.fromkeys(found))


@cache
def _scope() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.scopes), re.IGNORECASE)


@cache
def _place() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.wholes), re.IGNORECASE)


@cache
def _way() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.calibres), re.IGNORECASE)


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"\s*[（(]([^（）()]*)[)）]")
