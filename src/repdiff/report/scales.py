"""Two numbers of one indicator as a small chart: both from zero, on one scale."""

from decimal import Decimal

from repdiff.model.quantities import NumberChange
from repdiff.quantities.units import comparable
from repdiff.report.nouns import Scale, Stroke

_STYLES = {True: "up", False: "down"}


def scale(change: NumberChange, label: str) -> Scale | None:
    """The chart of a change; None where both are zero, or where the two are of units that have no common scale."""
    old, new = change.signed
    ends = [Decimal(0), *old, *new]
    low, high = min(ends), max(ends)
    if low == high or not comparable(change.old.family, change.new.family):
        return None
    if change.doubt:
        style = "unsure"
    elif change.spread or not change.difference:
        style = "same"
    else:
        style = _STYLES[change.difference > 0]
    zero = _at(Decimal(0), low, high)
    return Scale(label, style, zero, _strokes(old, low, high), _strokes(new, low, high))


def _strokes(values: tuple[Decimal, ...], low: Decimal, high: Decimal) -> tuple[Stroke, ...]:
    """A bar from zero to a number; of a range to its end that is nearer to zero, and from there to the other."""
    near, far = sorted((values[0], values[-1]), key=abs)
    if near * far < 0:
        return (_stroke(Decimal(0), near, low, high), _stroke(Decimal(0), far, low, high))
    first = _stroke(Decimal(0), near, low, high)
    return (first, _stroke(near, far, low, high)) if near != far else (first,)


def _stroke(start: Decimal, end: Decimal, low: Decimal, high: Decimal) -> Stroke:
    a, b = sorted((_at(start, low, high), _at(end, low, high)))
    return Stroke(a, round(b - a, 1))


def _at(value: Decimal, low: Decimal, high: Decimal) -> float:
    """Where a value lies on the scale, in percent of it."""
    return round(float(100 * (value - low) / (high - low)), 1)
