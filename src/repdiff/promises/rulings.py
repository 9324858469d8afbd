"""What a person decided about a check, obeyed: verdicts overruled, other results chosen, promises that are none taken out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from repdiff.comparison.quotations import locate, quantity_at, sentence_at
from repdiff.comparison.rulings import changed, forgotten, short, stale
from repdiff.model.document import Document
from repdiff.model.judgements import NO_PROMISE, PromiseDecision, PromiseDecisions, Quoted
from repdiff.model.quantities import Quantity
from repdiff.model.said import Said
from repdiff.model.years import Check, Outcome, Promise, Result

Chosen = Callable[[Promise, Result], Promise]
"""The promise as it is judged by the result that a person chose, which has a quantity."""


class _Place(NamedTuple):
    """An entry of a file, by its number."""

    decisions: PromiseDecisions
    number: int


def obey(check: Check, decisions: PromiseDecisions, chosen: Chosen) -> Check:
    """The check as a person decided it, with notes on what was decided, what was stale and what gave no reason."""
    promises: dict[int, Promise] = dict(enumerate(check.promises))
    notes: list[str] = [*_changes(check, decisions)]
    lost = 0
    for number, entry in enumerate(decisions.verdicts, 1):
        place = _Place(decisions, number)
        index = _index(check, entry.promise)
        result = None if entry.result is None else _result(check, entry.result)
        gone = _gone(check, entry, index, result)
        if gone is not None and entry.note:
            notes.append(_stale(place, *gone))
        if gone is not None or index is None:
            lost += not entry.note
        elif entry.note:
            promises[index] = _ruled(check.promises[index], entry, result, chosen)
        elif not _is_so(check.promises[index], entry, result):
            notes.append(_unreasoned(place, entry.promise))
    notes += forgotten(decisions.name, lost)
    return _with(check, tuple(promises.values()), (*notes, *_decided(promises, decisions)))


def _gone(
    check: Check, entry: PromiseDecision, index: int | None, result: Result | None
) -> tuple[Quoted, Document] | None:
    """Which quotation of an entry is gone, and from which document; None where both are there."""
    if index is None:
        return entry.promise, check.promised
    return (entry.result, check.reported) if entry.result is not None and result is None else None


def _index(check: Check, quoted: Quoted) -> int | None:
    """Which promise is quoted."""
    span = locate(check.promised, quoted)
    found = None if span is None else quantity_at((promise.quantity for promise in check.promises), span)
    return None if found is None else next(n for n, each in enumerate(check.promises) if each.quantity is found)


def _result(check: Check, quoted: Quoted) -> Result | None:
    """What is quoted of the results: its quantity, or the passage itself; None where it is gone."""
    span = locate(check.reported, quoted)
    sentence = None if span is None else sentence_at(check.reported.sentences, span)
    if span is None or sentence is None:
        return None
    quantity = quantity_at(check.reported.quantities, span)
    return Result(sentence.id, quantity.span if quantity else span, quantity, 1.0)


def _is_so(promise: Promise, entry: PromiseDecision, result: Result | None) -> bool:
    """Whether an entry says what is so already."""
    theirs = promise.result
    same = result is None or (theirs is not None and theirs.span == result.span)
    return same and entry.verdict in ("", promise.verdict)


def _ruled(promise: Promise, entry: PromiseDecision, result: Result | None, chosen: Chosen) -> Promise:
    """The promise as a person decided it."""
    judged = promise
    if result is not None and result.quantity is not None:
        judged = chosen(promise, result)
    elif result is not None:
        judged = replace(promise, verdict=Outcome.UNDETERMINED, result=result)
    elif entry.verdict == Outcome.SILENT:
        judged = replace(promise, result=None)
    refused = entry.verdict == NO_PROMISE
    return replace(
        judged,
        verdict=judged.verdict if refused or not entry.verdict else Outcome(entry.verdict),
        reason=Said("decided by a person: {note}", note=entry.note),
        decided=True,
        note=entry.note,
        instead=promise.verdict,
        refused=refused,
    )


def _with(check: Check, promises: tuple[Promise, ...], notes: tuple[str, ...]) -> Check:
    """The check with these promises, those that are none apart; results that answer none any more are unpromised again."""
    kept = tuple(promise for promise in promises if not promise.refused)
    used, free = _answering(kept), [*_answering(check.promises), *check.unpromised]
    return replace(
        check,
        promises=kept,
        refused=tuple(promise for promise in promises if promise.refused),
        unpromised=tuple(sorted(set(free) - used, key=lambda quantity: quantity.span)),
        notes=(*check.notes, *notes),
    )


def _answering(promises: Iterable[Promise]) -> set[Quantity]:
    """The reported quantities that answer promises."""
    results = (result for each in promises for result in (each.result, *each.others))
    return {result.quantity for result in results if result is not None and result.quantity is not None}


def _changes(check: Check, decisions: PromiseDecisions) -> Iterator[str]:
    yield from changed(decisions.promised, check.promised, decisions.name)
    yield from changed(decisions.reported, check.reported, decisions.name)


def _decided(promises: dict[int, Promise], decisions: PromiseDecisions) -> Iterator[Said]:
    """How many verdicts a person gave, and what is no promise."""
    decided = [promise for promise in promises.values() if promise.decided]
    verdicts = sum(not promise.refused for promise in decided)
    if verdicts:
        yield Said("A person decided {count} of these verdicts ({file}).", count=verdicts, file=decisions.name)
    for promise in decided:
        if promise.refused:
            yield Said(
                "“{quote}” is no promise, a person decided ({file}): {note}",
                quote=promise.quantity.name or promise.quantity.written,
                file=decisions.name,
                note=promise.note,
            )


def _stale(place: _Place, quoted: Quoted, document: Document) -> Said:
    return stale(place.decisions.name, place.number, quoted.sentence or quoted.quote, document)


def _unreasoned(place: _Place, quoted: Quoted) -> Said:
    return Said(
        "{file}, entry {number}, decides on “{quote}” without a reason in its note, and was left out.",
        file=place.decisions.name,
        number=place.number,
        quote=short(quoted.sentence or quoted.quote),
    )
