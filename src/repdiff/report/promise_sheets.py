"""The promises of a check as tables: both sides with their places and sentences; results that answer none; suggestions."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from repdiff.model.document import Document
from repdiff.model.years import CONDITIONS, Agreement, Check, Condition, Promise, Suggestion
from repdiff.report import conditions
from repdiff.report.differences import plain
from repdiff.report.numbers import quoted
from repdiff.report.passages import passage, place
from repdiff.report.runs import visible
from repdiff.report.sheets import PROGRAMS, Audience, Cell, Sheet, Type, share

_COLUMNS: Final[tuple[str | tuple[str, Type], ...]] = (
    "verdict",
    "promised",
    "indicator",
    "result",
    "reason",
    "promise_place",
    "result_place",
    "promise",
    "answer",
    "baseline",
    "gap",
    ("percent_of_target", Type.NUMBER),
    "conditions",
    "others",
    ("target_signed", Type.NUMBERS),
    ("result_signed", Type.NUMBERS),
    "signed_unit",
    *(f"condition_{name}" for name in CONDITIONS),
    ("decided", Type.TRUTH),
    "note",
)
_FOR_READERS: Final[tuple[str | tuple[str, Type], ...]] = (
    "verdict",
    "indicator",
    "baseline",
    "promised",
    "result",
    "gap",
    ("percent_of_target", Type.PERCENT),
    "reason",
    *(f"condition_{name}" for name in CONDITIONS),
    ("target_signed", Type.NUMBERS),
    ("result_signed", Type.NUMBERS),
    "signed_unit",
    "promise_place",
    "promise",
    "result_place",
    "answer",
    "others",
    ("decided", Type.TRUTH),
    "note",
)


def promise_sheets(check: Check, audience: Audience = PROGRAMS) -> tuple[Sheet, Sheet, Sheet]:
    """The promises in the order of the text with what each verdict rests on, a column for each condition; then the other two tables."""
    columns = _COLUMNS if audience.programs else _FOR_READERS
    names = [each if isinstance(each, str) else each[0] for each in columns]
    cells = (_promise(check, promise, audience) for promise in check.promises)
    rows = tuple(tuple(found[name] for name in names) for found in cells)
    return (
        Sheet("promises", audience.titled("promises"), audience.columns(*columns), rows),
        Sheet(
            "unpromised",
            audience.titled("unpromised"),
            audience.columns("place", "result", "quotation"),
            unpromised(check),
        ),
        Sheet(
            "suggestions",
            audience.titled("suggestions"),
            audience.columns(("probability", Type.SHARE), "promise_place", "result_place", "promise", "answer"),
            tuple(_suggestion(check, each, audience) for each in check.suggestions),
        ),
    )


def unpromised(check: Check) -> tuple[tuple[str, ...], ...]:
    """Results that answer no promise: where they stand, the quantity as written, the passage around it."""
    document = check.reported
    return tuple(
        (place(document, q.span.start), quoted(document.source, q), document.source.shown(passage(document, q)))
        for q in check.unpromised
    )


def _promise(check: Check, promise: Promise, audience: Audience) -> dict[str, Cell]:
    """The cells of a row by the names of their columns."""
    quantity, result, words = promise.quantity, promise.result, audience.words
    answer = visible(check.reported.source.shown(result.span)) if result else ""
    named = f"{answer} {result.quantity.name}" if result and result.quantity and audience.programs else answer
    return {
        "verdict": audience.words[f"outcomes.{promise.verdict}"],
        "promised": quoted(check.promised.source, quantity),
        "indicator": quantity.name,
        "result": named,
        "reason": words.say(promise.reason),
        "promise_place": place(check.promised, quantity.span.start),
        "result_place": place(check.reported, result.span.start) if result else "",
        "promise": _line(check.promised, quantity.sentence),
        "answer": _line(check.reported, result.sentence) if result else "",
        "baseline": quoted(check.promised.source, promise.baseline) if promise.baseline else "",
        "gap": conditions.gap(promise, words),
        "percent_of_target": Decimal(plain(promise.share)) if promise.share is not None else None,
        "conditions": "; ".join(conditions.told(promise, words)),
        "others": "; ".join(conditions.others(check, promise, words)),
        "target_signed": quantity.signed,
        "result_signed": result.quantity.signed if result and result.quantity else (),
        "signed_unit": _unit(promise),
        **dict(_conditions(promise, audience)),
        "decided": promise.decided,
        "note": visible(promise.note),
    }


def _conditions(promise: Promise, audience: Audience) -> Iterator[tuple[str, Cell]]:
    found = {each.name: each for each in promise.conditions}
    for name in CONDITIONS:
        yield f"condition_{name}", _state(found[name], audience) if name in found else ""


def _state(condition: Condition, audience: Audience) -> str:
    """Whether both sides agree; for readers with what either side says where they do not."""
    said = audience.named("sheets", condition.state)
    if audience.programs or condition.state is Agreement.AGREES:
        return said
    sides = [" ".join(map(audience.words.say, side)) for side in (condition.promised, condition.reported)]
    return f"{said} ({' | '.join(side or '–' for side in sides)})" if any(sides) else said


def _unit(promise: Promise) -> str:
    """The base unit of target and result; of both, where they have not the same."""
    found = [promise.quantity.unit]
    if promise.result and promise.result.quantity:
        found.append(promise.result.quantity.unit)
    return " / ".join(dict.fromkeys(found))


def _suggestion(check: Check, each: Suggestion, audience: Audience) -> tuple[Cell, ...]:
    there = "" if each.result is None else place(check.reported, check.reported.sentences[each.result].span.start)
    return (
        share(each.score) if there or audience.programs else None,
        place(check.promised, check.promised.sentences[each.promise].span.start),
        there,
        _line(check.promised, each.promise),
        "" if each.result is None else _line(check.reported, each.result),
    )


def _line(document: Document, sentence: int) -> str:
    return visible(" ".join(document.shown(sentence).split()))
