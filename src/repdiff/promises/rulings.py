"""What a person decided about a check, obeyed: verdicts overruled, other results chosen, promises that are none taken out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from repdiff.comparison.quotations import locate, quantity_at, sentence_at
from repdiff.comparison.rulings import changed, short, stale
from repdiff.model.document import Document
from repdiff.model.judgements import NO_PROMISE, PromiseDecision, PromiseDecisions, Quoted
from repdiff.model.said import Said
from repdiff.model.years import Check, Outcome, Promise, Result
from repdiff.promises.answers import Answer
from repdiff.promises.case import Case
from repdiff.promises.verdicts import judge


class _Left(NamedTuple):
    """An entry that is left out, and why."""

    why: Said


def obey(check: Check, case: Case, decisions: PromiseDecisions) -> Check:
    """The check as a person decided it, with notes on what was decided, what was stale and what gave no reason."""
    promises: dict[int, Promise] = dict(enumerate(check.promises))
    notes: list[str] = [*_changes(check, decisions)]
    for number, entry in enumerate(decisions.verdicts, 1):
        index = _index(check, entry.promise)
        ruled = (
            _Left(_stale(decisions, number, entry.promise, check.promised))
            if index is None
            else _ruled(case, check.promises[index], entry, _Place(decisions, number))
        )
        if isinstance(ruled, _Left):
            notes.append(ruled.why)
        elif ruled is not None and index is not None:
            promises[index] = ruled
    return _with(check, case, tuple(promises.values()), (*notes, *_decided(promises, decisions)))


class _Place(NamedTuple):
    """The entry of a file."""

    decisions: PromiseDecisions
    number: int


def _index(check: Check, quoted: Quoted) -> int | None:
    """Which promise is quoted."""
    span = locate(check.promised, quoted)
    found = None if span is None else quantity_at((promise.quantity for promise in check.promises), span)
    return None if found is None else next(n for n, each in enumerate(check.promises) if each.quantity is found)


def _ruled(case: Case, promise: Promise, entry: PromiseDecision, place: _Place) -> "Promise | _Left | None":
    """The promise as an entry decides it; None where the entry says what is so already and gives no reason."""
    result = None if entry.result is None else _result(case, entry.result)
    if entry.result is not None and result is None:
        return _Left(_stale(*place, entry.result, case.reported))
    if not entry.note:
        return None if _is_so(promise, entry, result) else _Left(_unreasoned(*place, entry.promise))
    verdict = _verdict(case, promise, entry, result)
    shown = result or (None if verdict is Outcome.SILENT or entry.verdict == NO_PROMISE else promise.result)
    return replace(
        promise,
        verdict=verdict,
        reason=Said("decided by a person: {note}", note=entry.note),
        result=shown,
        decided=True,
        note=entry.note,
        instead=promise.verdict,
        refused=entry.verdict == NO_PROMISE,
    )


def _is_so(promise: Promise, entry: PromiseDecision, result: Result | None) -> bool:
    theirs = promise.result
    same = result is None or (
        theirs is not None and (theirs.quantity or theirs.span) == (result.quantity or result.span)
    )
    return same and entry.verdict in ("", promise.verdict)


def _verdict(case: Case, promise: Promise, entry: PromiseDecision, result: Result | None) -> Outcome:
    """What the person says; where only a result was chosen, what it comes to."""
    if entry.verdict == NO_PROMISE:
        return promise.verdict
    if entry.verdict:
        return Outcome(entry.verdict)
    if result is None or result.quantity is None:
        return Outcome.UNDETERMINED
    chosen = Answer(1.0, 0, 0, 1.0, narrow=False, linked=1.0)
    return judge(case, promise.quantity, result.quantity, chosen)[0]


def _result(case: Case, quoted: Quoted) -> Result | None:
    span = locate(case.reported, quoted)
    sentence = None if span is None else sentence_at(case.reported.sentences, span)
    if span is None or sentence is None:
        return None
    quantity = quantity_at(case.reported.quantities, span)
    return Result(sentence.id, quantity.span if quantity else span, quantity, 1.0)


def _with(check: Check, case: Case, promises: tuple[Promise, ...], notes: tuple[str, ...]) -> Check:
    """The check with these promises, those that are none apart; results that answer none any more are unpromised again."""
    kept = tuple(promise for promise in promises if not promise.refused)
    used = {promise.result.quantity for promise in kept if promise.result is not None}
    return replace(
        check,
        promises=kept,
        refused=tuple(promise for promise in promises if promise.refused),
        unpromised=tuple(quantity for quantity in case.results if quantity not in used),
        notes=(*check.notes, *notes),
    )


def _changes(check: Check, decisions: PromiseDecisions) -> Iterator[str]:
    yield from changed(decisions.promised, check.promised, decisions.name)
    yield from changed(decisions.reported, check.reported, decisions.name)


def _decided(promises: dict[int, Promise], decisions: PromiseDecisions) -> Iterator[Said]:
    """How many verdicts a person gave, and what is no promise."""
    decided = [promise for promise in promises.values() if promise.decided]
    verdicts = sum(not promise.refused for promise in decided)
    if verdicts:
        yield Said("{count} of these verdicts were decided by a person ({file}).", count=verdicts, file=decisions.name)
    for promise in decided:
        if promise.refused:
            yield Said(
                "“{quote}” is no promise, a person decided ({file}): {note}",
                quote=promise.quantity.name or promise.quantity.written,
                file=decisions.name,
                note=promise.note,
            )


def _stale(decisions: PromiseDecisions, number: int, quoted: Quoted, document: Document) -> Said:
    return stale(decisions.name, number, quoted.sentence or quoted.quote, document)


def _unreasoned(decisions: PromiseDecisions, number: int, quoted: Quoted) -> Said:
    return Said(
        "{file}, entry {number}, decides on “{quote}” without a reason in its note, and was left out.",
        file=decisions.name,
        number=number,
        quote=short(quoted.sentence or quoted.quote),
    )
