"""Hold promises against results: was what one document promised kept, by what another one reports?

A verdict is a claim about somebody's word. It is *met* or *missed* only where indicator, unit, measure and scope agree;
where one of them differs it is *undetermined*, with the reason; where nothing answers, *silent*.

1. Promises are the quantities of commitments that are goals of the coming year, results those of statements.
2. The sentences of both are paired as in a comparison; a quantity is then sought first in the linked sentences.
3. Indicators are compared by their core: without verbs of doing and growing. A core that only the result narrows (公办幼儿园 for
   幼儿园) proves a promise kept when the part alone suffices, and nothing otherwise.
"""

import re
from decimal import Decimal
from functools import cache

from repdiff.languages.fragments import alternatives
from repdiff.languages.han import folded
from repdiff.model.document import Document
from repdiff.model.quantities import Bound, Measure, Period, Quantity
from repdiff.model.said import Said
from repdiff.model.terms import Better, Terms
from repdiff.model.years import Outcome
from repdiff.promises.answers import KIN, SAME, SURE, Answer, covers
from repdiff.promises.case import Case
from repdiff.quantities.doubts import Cited, of_slipped_unit, of_time
from repdiff.quantities.terms import about, better
from repdiff.quantities.times import other_time
from repdiff.quantities.units import comparable

_LINKED = 0.5  # score of a link from which the two sentences say what became of one thing


def judge(case: Case, promise: Quantity, result: Quantity, pair: Answer) -> tuple[Outcome, str]:
    """Met, missed or undetermined, and why. The order is that of the doubts, the gravest first."""
    if doubt := _of_another_thing(case, promise, result, pair):
        return Outcome.UNDETERMINED, doubt
    stock = bool(_stock().search(folded(promise.qualifier) + _approach(case.promised, promise)))
    if stock and result.measure is Measure.INCREMENT and promise.measure is not Measure.INCREMENT:
        return _from_stock(case, promise, result)
    if doubt := _of_another_extent(case, result, pair, stock):
        return Outcome.UNDETERMINED, doubt
    if _said_again(promise, result):
        return Outcome.UNDETERMINED, Said("the same number in the same words: a target set again, or a result")
    kept, reason = _kept(promise, result, case.terms)
    if kept is Outcome.MISSED and pair.narrow:
        return Outcome.UNDETERMINED, Said("the result counts a narrower part of what was promised")
    return kept, reason


def _of_another_thing(case: Case, promise: Quantity, result: Quantity, pair: Answer) -> str:
    """Why the result may speak of another thing, another time or another unit than the promise; empty without a doubt."""
    if not comparable(promise.family, result.family):
        return Said("promised as growth, reported as a level ({unit}): the base is not stated here", unit=result.unit)
    if pair.cover < KIN:
        return Said("the only result in this unit beside it, but it is called by another name")
    both = Cited(case.promised, promise), Cited(case.reported, result)
    if result.period is Period.LATER or other_time(*both) or of_time(*both):
        return Said("the result speaks of another period")
    if slipped := of_slipped_unit(*both):
        return slipped
    return Said("promised and reported for different levels or groups") if _scopes(case, promise, result) else ""


def _of_another_extent(case: Case, result: Quantity, pair: Answer, promised_stock: bool) -> str:
    """Why the result may count more or less than was promised; empty without a doubt."""
    counted = result.family in ("count", "person", "household", "") and result.measure is Measure.LEVEL
    if counted and not promised_stock and _stock().search(_approach(case.reported, result)):
        return Said("a total is reported, and what was promised does not say that it is one")
    if pair.cover < SURE and pair.narrow and not _same_kind(pair):
        return Said("both sides name something that the other does not: the scope may differ")
    return ""


def _said_again(promise: Quantity, result: Quantity) -> bool:
    """Whether a qualified number stands in the results as it was promised: what was reached is rarely `around 6.5 percent` again.

    A verb of reaching (突破9500公里) says that it was.
    """
    if not promise.qualifier or _stock().search(folded(promise.qualifier)):
        return False
    written = promise.qualifier, promise.numbers, promise.written
    return written == (result.qualifier, result.numbers, result.written)


def _scopes(case: Case, promise: Quantity, result: Quantity) -> bool:
    """Whether one side names a level or group (国家级, 农村) that the other's whole sentence does not know."""
    mine, theirs = folded(case.promised.text(promise.sentence)), folded(case.reported.text(result.sentence))
    return any(
        word not in other
        for quantity, other in ((promise, theirs), (result, mine))
        for word in _scope().findall(folded(quantity.names[0]))
    )


def _same_kind(pair: Answer) -> bool:
    return pair.linked >= _LINKED and pair.cover >= KIN


def _approach(document: Document, quantity: Quantity) -> str:
    return folded(document.source.text[quantity.clause.start : quantity.span.start])


def _from_stock(case: Case, promise: Quantity, result: Quantity) -> tuple[Outcome, str]:
    """A stock was promised, an increment reported: with the stock that the promising document states, the sum decides."""
    for base in case.levels:
        cover, back = covers(promise, base)
        same = cover >= SAME and back >= SAME
        if comparable(base.family, promise.family) and base.measure is Measure.LEVEL and same:
            total = base.value + result.value
            verdict = Outcome.MET if total >= promise.value else Outcome.MISSED
            return verdict, Said(
                "{before} before, {more} more: {total}",
                before=_plain(base.value),
                more=_plain(result.value),
                total=_plain(total),
            )
    return Outcome.UNDETERMINED, Said("a total was promised, an increase is reported")


def _kept(promise: Quantity, result: Quantity, terms: Terms | None) -> tuple[Outcome, str]:
    target, value = promise.value, result.value
    difference = value - target
    said = Said("{result} against {promise}", result=_written(result), promise=_written(promise))
    lowered = (
        promise.measure is Measure.LEVEL
        and promise.bound is Bound.EXACT
        and _lowered().search(folded(promise.names[0]))
    )
    way = better(promise, terms)
    near, far = about(terms)
    if promise.bound is Bound.AT_MOST or lowered or (way is Better.LESS and promise.bound is not Bound.ABOUT):
        return (Outcome.MET if difference <= 0 else Outcome.MISSED), said
    doubtful = way is None and bool(_less_is_better().search(folded(promise.names[0])))
    if promise.bound is Bound.ABOUT:
        if abs(difference) <= near * abs(target):
            return Outcome.MET, said
        if promise.family in ("percent", "points") or doubtful:
            return Outcome.UNDETERMINED, Said("{what}: whether that is still about the target is open", what=said)
        if difference > 0:
            return Outcome.MET, said
        return (Outcome.MISSED if -difference > far * abs(target) else Outcome.UNDETERMINED), said
    if difference and (
        doubtful or (promise.measure is Measure.LEVEL and promise.family == "percent" and not _at_least(promise))
    ):
        return Outcome.UNDETERMINED, Said("{what}: whether more or less is better is not said", what=said)
    return (Outcome.MET if difference >= 0 else Outcome.MISSED), said


def _at_least(promise: Quantity) -> bool:
    return promise.bound in (Bound.AT_LEAST, Bound.BETWEEN)


def _written(quantity: Quantity) -> str:
    unit = quantity.written or quantity.unit
    blank = " " if unit[:1].isascii() and unit[:1].isalpha() else ""
    return "-".join(map(_plain, quantity.numbers)) + blank + unit


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@cache
def _stock() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.stock))


@cache
def _less_is_better() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.less_is_better), re.IGNORECASE)


@cache
def _lowered() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.lowered), re.IGNORECASE)


@cache
def _scope() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.scopes), re.IGNORECASE)
