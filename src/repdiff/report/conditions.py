"""What a verdict rests on, told: baseline, target and result in one row, the conditions that agree or not, further results."""

from collections.abc import Iterator

from repdiff.model.quantities import Quantity
from repdiff.model.texts import Source
from repdiff.model.years import Agreement, Check, Condition, Promise
from repdiff.report.differences import amount, plain
from repdiff.report.nouns import Figures
from repdiff.report.numbers import signed
from repdiff.report.passages import place
from repdiff.report.runs import Run
from repdiff.report.words import Words

_EDGE = "，。；、,; "  # what parts a clause from its neighbours
_ORDER = (Agreement.DIFFERS, Agreement.UNSAID, Agreement.AGREES)


def figures(check: Check, promise: Promise, words: Words) -> Figures | None:
    """Baseline, target and result of a promise beside each other; None where there is but the target."""
    result = promise.result.quantity if promise.result else None
    if result is None and promise.baseline is None:
        return None
    source = check.promised.source
    return Figures(
        baseline=_signed(source, promise.baseline),
        target=signed(source, promise.quantity),
        result=_signed(check.reported.source, result),
        gap=gap(promise, words),
        share=words["check.share"].format(share=plain(promise.share).replace(".", words["text.point"]))
        if promise.share is not None
        else "",
        values=(_value(promise.baseline), _value(promise.quantity), _value(result)),
    )


def gap(promise: Promise, words: Words) -> str:
    """How far the result is from the target, in points or in the unit of the target; empty where that cannot be said."""
    if promise.gap is None:
        return ""
    return amount(promise.gap, promise.quantity, promise.quantity, words)


def asides(check: Check, promise: Promise, words: Words) -> Iterator[tuple[Run, ...]]:
    """Lines below a promise in a list: the three numbers, further results, the conditions that do not agree before those that do."""
    found = figures(check, promise, words)
    if found is not None:
        yield (Run(row(found, words)),)
    yield from ((Run(line),) for line in others(check, promise, words))
    if promise.conditions:
        yield (Run("; ".join(told(promise, words))),)


def row(found: Figures, words: Words) -> str:
    """The three numbers in one line."""
    named = (("baseline", found.baseline), ("target", found.target), ("result", found.result))
    parts = [f"{words[f'check.{name}']} {text}" for name, text in named if text]
    gaps = [text for text in (found.gap, found.share) if text]
    return " → ".join(parts) + (f" ({', '.join(gaps)})" if gaps else "")


def others(check: Check, promise: Promise, words: Words) -> list[str]:
    """Further results that answer the promise, each with its place."""
    texts = (
        (check.reported.source.shown(other.quantity.clause if other.quantity else other.span), other.span.start)
        for other in promise.others
    )
    return [f"{words['check.also']} {place(check.reported, at)} {' '.join(text.split())}" for text, at in texts]


def told(promise: Promise, words: Words) -> list[str]:
    """The conditions in words, one text for each way in which they agree or not."""
    said = []
    for state in _ORDER:
        names = [_condition(each, words) for each in promise.conditions if each.state is state]
        if names:
            said.append(words[f"conditions.{state}"].format(names=words["text.comma"].join(names)))
    return said


def _condition(condition: Condition, words: Words) -> str:
    name = words[f"conditions.{condition.name}"]
    if condition.state is Agreement.AGREES:
        return name
    sides = [" ".join(words.say(word) for word in side) or "–" for side in (condition.promised, condition.reported)]
    return name if sides == ["–", "–"] else f"{name} ({' | '.join(sides)})"


def _signed(source: Source, quantity: Quantity | None) -> str:
    return signed(source, quantity) if quantity is not None else ""


def _value(quantity: Quantity | None) -> float | None:
    return float(quantity.signed[0]) if quantity is not None else None
