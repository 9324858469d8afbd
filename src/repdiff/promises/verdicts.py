"""Hold promises against results: was what one document promised kept, by what another one reports?

A verdict is a claim about somebody's word. It is *met* or *missed* only where indicator, time, unit, direction, scope, way of counting and
bound agree; where one of them differs it is *undetermined*, with the reason; where nothing answers, *silent*.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from repdiff.languages.fragments import alternatives
from repdiff.languages.han import folded
from repdiff.languages.scripts import has_han
from repdiff.model.quantities import Bound, Direction, Measure, Quantity
from repdiff.model.said import Said
from repdiff.model.years import Agreement, Condition, Outcome
from repdiff.promises.aims import Aim, Better, Range, aim_of, known
from repdiff.promises.answers import Answer
from repdiff.promises.case import Case
from repdiff.promises.conditions import Pair
from repdiff.promises.names import Name
from repdiff.quantities.changes import adds
from repdiff.quantities.doubts import Cited
from repdiff.quantities.units import comparable

_FAR_BEYOND = Decimal("0.2")  # of the target: a result so much better did more than to meet it
_COUNTS = frozenset({"count", "person", "household", ""})
_GROWING = _COUNTS | {"area", "area-m2", "length", "mass", "volume", "power"}  # what is built or made piece by piece
_RATES = frozenset({"percent", "points", "times"})  # of a part they say nothing of the whole
_UNSURE = Outcome.UNDETERMINED


class Judged(NamedTuple):
    """A verdict, why, and how the bounds of both sides stand to each other."""

    verdict: Outcome
    reason: Said | str
    bound: Agreement


def judge(case: Case, answer: Answer) -> Judged:
    """Met, missed or undetermined, and why. The order is that of the doubts, the gravest first."""
    pair = answer.pair
    if _promises_stock(pair.promise) and _adds(pair.result) and not pair.overlap.missing:
        return _from_stock(case, answer)
    doubt = next((asked.why for asked in answer.asked if asked.condition.state is Agreement.DIFFERS), "")
    doubt = doubt or _of_deed(pair) or _of_measure(pair) or _of_extent(pair, case.reported.names[answer.result])
    if doubt:
        return Judged(_UNSURE, doubt, Agreement.UNSAID)
    aim = aim_of(pair.promise.quantity, case.promised.names[answer.promise].own, case.terms)
    if _said_again(pair):
        why = Said("the same number in the same words: a target set again, or a result")
        return Judged(_UNSURE, why, Agreement.UNSAID)
    return _of_a_part(_kept(pair, aim), pair, aim)


def bound_condition(judged: Judged, pair: Pair) -> Condition:
    """How the bounds of promise and result stand to each other."""
    mine, theirs = ((q.quantity.qualifier,) if q.quantity.qualifier else () for q in pair[:2])
    return Condition("bound", judged.bound, (), mine, theirs)


def _of_deed(pair: Pair) -> Said | str:
    """Why the result may not be what was to be done: denied, still to come, only begun, or where something started from."""
    if pair.result.quantity.measure is Measure.BASE:
        return Said("the number is only where something rises from")
    if denied := next(filter(None, map(_denial, pair[:2])), ""):
        return Said("a word denies what is said: {words}", words=denied)
    if _ahead().search(_clause(pair.result)):
        return Said("the result is itself still to come")
    begun = _begins(pair.result) and not _begins(pair.promise)
    return Said("the result counts what was begun") if begun else ""


def _of_measure(pair: Pair) -> Said | str:
    """Why one side may count a change, the other a total."""
    promise, result = pair.promise.quantity, pair.result.quantity
    if promise.measure is result.measure:
        counted = result.family in _COUNTS and result.measure is Measure.LEVEL
        if counted and _is_stock(pair.result) and not _promises_stock(pair.promise):
            return Said("a total is reported, and what was promised does not say that it is one")
        return ""
    if Measure.GROWTH in (promise.measure, result.measure):
        return Said("one side says by how much it grows, the other how much it is")
    added = result.direction is not Direction.DOWN and result.family in _GROWING and not _promises_stock(pair.promise)
    if promise.measure is Measure.LEVEL:
        return "" if added else Said("a total was promised, an increase is reported")
    if _is_stock(pair.result) or not _says_new(pair.result):
        return Said("a total is reported, and what was promised does not say that it is one")
    return ""


def _of_extent(pair: Pair, name: Name) -> Said | str:
    """Why the result may be about more or less than was promised."""
    promise, extra = pair.promise.quantity, pair.overlap.extra
    if not extra or (promise.family not in _RATES and promise.measure is not Measure.GROWTH and not name.listed):
        return ""
    return Said("the result is about {words}, which the promise does not name", words=", ".join(extra))


def _of_a_part(judged: Judged, pair: Pair, aim: Aim) -> Judged:
    """A part that reaches the number proves the whole; one that does not proves nothing."""
    suffices = judged.verdict is Outcome.MET and aim.better is Better.MORE
    if not pair.overlap.extra or judged.verdict is _UNSURE or suffices:
        return judged
    return judged._replace(verdict=_UNSURE, reason=Said("the result counts a narrower part of what was promised"))


def _said_again(pair: Pair) -> bool:
    """Whether a number stands in the results as it was promised: what was reached is rarely `around 6.5 percent` again.

    A verb of reaching (突破9500公里) says that it was; of things that are counted one of doing.
    """
    promise, result = pair.promise.quantity, pair.result.quantity
    written = promise.qualifier, promise.numbers, promise.written
    if written != (result.qualifier, result.numbers, result.written):
        return False
    if promise.qualifier:
        return not _stock().search(folded(promise.qualifier))
    clause = _clause(pair.result)
    return promise.family in _COUNTS and has_han(clause) and not _finished().search(clause)


def _is_stock(cited: Cited) -> bool:
    return bool(_stock().search(_approach(cited)))


def _promises_stock(cited: Cited) -> bool:
    return bool(_stock().search(folded(cited.quantity.qualifier) + _approach(cited)))


def _adds(cited: Cited) -> bool:
    return cited.quantity.measure is Measure.INCREMENT


def _says_new(cited: Cited) -> bool:
    """Whether the clause of a number says that it counts what is new, before it or behind it."""
    return bool(adds().search(_clause(cited)))


def _denial(cited: Cited) -> str:
    """The word by which the clause of a number denies what it says; what belongs to its bound (`no more than`) does not."""
    text, quantity = cited.document.source.bare, cited.quantity
    before, after = text[quantity.clause.start : quantity.span.start], text[quantity.span.end : quantity.clause.end]
    found = _denials().search(folded(f"{before}\n{after}"))
    return found[0] if found else ""


def _begins(cited: Cited) -> bool:
    return bool(_begun().search(_clause(cited)))


def _clause(cited: Cited) -> str:
    text, quantity = cited.document.source.bare, cited.quantity
    return folded(text[quantity.clause.start : max(quantity.clause.end, quantity.span.end)])


def _approach(cited: Cited) -> str:
    return folded(cited.document.source.bare[cited.quantity.clause.start : cited.quantity.span.start])


def _from_stock(case: Case, answer: Answer) -> Judged:
    """A stock was promised, an increment reported: with the stock that the promising document states, the sum decides."""
    pair = answer.pair
    promise, result = pair.promise.quantity, pair.result.quantity
    differs = [each.condition.name for each in answer.asked if each.condition.state is Agreement.DIFFERS]
    base = answer.base
    if base is None or differs or pair.overlap.extra or not comparable(base.family, promise.family):
        return Judged(_UNSURE, Said("a total was promised, an increase is reported"), Agreement.UNSAID)
    total = base.value + result.signed[0]
    verdict = Outcome.MET if total >= promise.value else Outcome.MISSED
    said = Said(
        "{before} before, {more} more: {total}",
        before=plain(base.value),
        more=plain(result.signed[0]),
        total=plain(total),
    )
    return Judged(verdict, said, Agreement.AGREES)


def _kept(pair: Pair, aim: Aim) -> Judged:
    """The verdict by the numbers alone."""
    promise, result = pair.promise.quantity, pair.result.quantity
    reached = known(result, aim.near)
    said = Said("{result} against {promise}", result=_written(result), promise=_written(promise))
    if aim.wanted.holds(reached):
        beyond = _beyond(promise, reached, aim.better)
        return Judged(Outcome.MET, Said("{what}: exceeded", what=said) if beyond else said, Agreement.AGREES)
    if aim.wanted.apart(reached) and aim.spared.apart(reached):
        at_bound = promise.strict and reached.low == reached.high == promise.signed[0]
        if at_bound and not (promise.family in _COUNTS and promise.scale == 1 == result.scale):
            why = Said("{what}: as rounded, it may lie on either side of the bound", what=said)
            return Judged(_UNSURE, why, Agreement.DIFFERS)
        return Judged(Outcome.MISSED, said, Agreement.AGREES)
    if aim.better is Better.NEITHER and reached.low == reached.high:
        open_about = Said("{what}: whether that is still about the target is open", what=said)
        unsaid = Said("{what}: whether more or less is better is not said", what=said)
        return Judged(_UNSURE, open_about if promise.qualifier else unsaid, Agreement.UNSAID)
    if reached.low == reached.high:
        return Judged(_UNSURE, said, Agreement.UNSAID)
    return Judged(_UNSURE, Said("{what}: the bounds leave it open", what=said), Agreement.DIFFERS)


def _beyond(promise: Quantity, reached: Range, better: Better) -> bool:
    """Whether the result is far on the better side of the target."""
    target = promise.signed[0]
    if promise.bound is Bound.AT_MOST:
        return False
    far = _FAR_BEYOND * abs(target)
    if better is Better.MORE:
        return reached.low > target + far
    return better is Better.LESS and reached.high < target - far


def _written(quantity: Quantity) -> str:
    """A number with its unit, below zero where it falls."""
    unit = quantity.written or quantity.unit
    blank = " " if unit[:1].isascii() and unit[:1].isalpha() else ""
    falls = quantity.direction is Direction.DOWN and quantity.measure in (Measure.GROWTH, Measure.INCREMENT)
    sign = "−" if falls else ""
    return sign + "-".join(map(plain, quantity.numbers)) + blank + unit


def plain(value: Decimal) -> str:
    """A number in digits without zeros at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@cache
def _denials() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.denials), re.IGNORECASE)


@cache
def _ahead() -> re.Pattern[str]:
    picks = (lambda words: words.promises.ahead, lambda words: words.goals.forecast)
    return re.compile("|".join(map(alternatives, picks)), re.IGNORECASE)


@cache
def _finished() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.finished))


@cache
def _begun() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.begun), re.IGNORECASE)


@cache
def _stock() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.stock))
