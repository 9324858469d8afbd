"""Target and result of a promise as one small chart: where each lies on a line that begins at zero."""

from decimal import Decimal

from repdiff.model.quantities import Quantity
from repdiff.model.years import Check, Promise
from repdiff.quantities.units import comparable
from repdiff.report.nouns import Bullet, Stroke
from repdiff.report.numbers import signed
from repdiff.report.words import Words

_ROOM = Decimal("1.08")  # the line is so much longer than what stands on it: the last mark keeps clear of its end


def bullet(check: Check, promise: Promise, words: Words) -> Bullet | None:
    """The chart of a promise; None where target and result cannot be measured against each other."""
    target, result = promise.quantity, promise.result.quantity if promise.result else None
    if result is None or promise.gap is None:
        return None
    base = promise.baseline if promise.baseline and comparable(target.family, promise.baseline.family) else None
    told = [
        (words["promised"], signed(check.promised.source, target)),
        (words["reported"], signed(check.reported.source, result)),
    ]
    if base is not None:
        told.insert(0, (words["check.baseline"], signed(check.promised.source, base)))
    label = words["text.comma"].join(f"{name}{words['text.colon']}{text}" for name, text in told)
    low, high = _ends((target, result, *([base] if base else [])))
    if low == high:
        return None
    zero, end = _at(Decimal(0), low, high), _at(result.signed[-1], low, high)
    first, last = _at(target.signed[0], low, high), _at(target.signed[-1], low, high)
    return Bullet(
        label,
        zero,
        bar=Stroke(round(min(zero, end), 2), round(abs(end - zero), 2)),
        target=Stroke(first, round(last - first, 2)),
        before=None if base is None else _at(base.signed[0], low, high),
    )


def _ends(quantities: tuple[Quantity, ...]) -> tuple[Decimal, Decimal]:
    """Where the line begins and ends: around zero and all numbers."""
    values = [Decimal(0), *(value for quantity in quantities for value in quantity.signed)]
    return min(values) * _ROOM, max(values) * _ROOM


def _at(value: Decimal, low: Decimal, high: Decimal) -> float:
    """Where a value lies on the line, in percent of it."""
    return round(float(100 * (value - low) / (high - low)), 2)
