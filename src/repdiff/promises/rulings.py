"""What a person decided about a check, obeyed: verdicts overruled, other results chosen, promises that are none taken out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from repdiff.comparison.claims import Claim, heard, refuse_contrary
from repdiff.comparison.quotations import locate, quantity_at, sentence_at
from repdiff.comparison.rulings import changed, forgotten, short, signed, stale
from repdiff.model.decisions import Review, Reviewed, Verdict
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


class _Word(NamedTuple):
    """What an entry says, with the result that it speaks of."""

    entry: PromiseDecision
    result: Result | None

    @property
    def verdict(self) -> str:
        """In one word."""
        return self.entry.verdict or "another result"


def obey(
    check: Check,
    decisions: PromiseDecisions | Sequence[PromiseDecisions],
    chosen: Chosen,
    *,
    later_wins: bool = False,
) -> Check:
    """The check as a person, or several, decided it, with notes on what was decided, what was stale and what gave no reason.

    Raises RepdiffError where persons contradict each other and nobody settled it, unless the later one is to win.
    """
    files = (decisions,) if isinstance(decisions, PromiseDecisions) else decisions
    claims: dict[int, list[Claim]] = {}
    notes: list[str] = []
    entries: list[Reviewed] = []
    for file in files:
        notes += _changes(check, file)
        lost = 0
        for number, entry in enumerate(file.verdicts, 1):
            index, result, said = _read(check, _Place(file, number), entry)
            notes += said
            lost += index is None and not entry.note
            if index is not None and entry.note:
                claims.setdefault(index, []).append(Claim(file.name, number, entry.author, _Word(entry, result)))
            if index is not None:
                entries += _reviewed(check.promises[index], _Word(entry, result))
        notes += forgotten(file.name, lost)
    held = {index: heard(found, _is_contrary, later_wins=later_wins) for index, found in sorted(claims.items())}
    refuse_contrary([(_shown(check, index), each.against) for index, each in held.items() if each.against])
    promises = dict(enumerate(check.promises))
    promises |= {n: _ruled(check.promises[n], each.claim.entry, chosen) for n, each in held.items()}
    notes += _decided(promises, ", ".join(file.name for file in files))
    signatures = [(file.signed, [e.author for e in file.verdicts if e.is_said]) for file in files]
    review = Review(tuple(entries), tuple(signed(signatures, (check.promised, check.reported))))
    return replace(_with(check, tuple(promises.values()), tuple(notes)), review=review)


def _read(check: Check, place: _Place, entry: PromiseDecision) -> tuple[int | None, Result | None, list[Said]]:
    """Which promise an entry speaks of, None where what it quotes is gone; its result; and what is to be noted of it."""
    index = _index(check, entry.promise)
    result = None if entry.result is None else _result(check, entry.result)
    gone = _gone(check, entry, index, result)
    if gone is not None:
        return None, result, [_stale(place, *gone)] if entry.note else []
    if index is not None and not entry.note and not entry.question and not _is_so(check.promises[index], entry, result):
        return index, result, [_unreasoned(place, entry.promise)]
    return index, result, []


def _is_contrary(one: _Word, other: _Word) -> bool:
    spans = [word.result.span if word.result else None for word in (one, other)]
    return one.entry.verdict != other.entry.verdict or (None not in spans and spans[0] != spans[1])


def _shown(check: Check, index: int) -> str:
    source, span = check.promised.source, check.promises[index].quantity.span
    line, column = source.place(span.start)
    return f"{PurePath(source.name).name}:{line}:{column} “{short(source.shown(span))}”"


def _reviewed(promise: Promise, word: _Word) -> Iterator[Reviewed]:
    """What a person said of a promise, for a summary: that the verdict is right, or another is, or a question."""
    entry, by, span = word.entry, word.entry.author.by, promise.quantity.span
    if entry.question:
        yield Reviewed(span, None, Verdict.QUESTION, entry.question, by)
    elif entry.note and not _is_so(promise, *word):
        yield Reviewed(span, None, Verdict.WRONG, entry.note, by)
    elif entry.confirmed or entry.note:
        yield Reviewed(span, None, Verdict.RIGHT, entry.note, by)


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


def _ruled(promise: Promise, word: _Word, chosen: Chosen) -> Promise:
    """The promise as a person decided it."""
    entry, result = word
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


def _decided(promises: dict[int, Promise], file: str) -> Iterator[Said]:
    """How many verdicts a person gave, and what is no promise."""
    decided = [promise for promise in promises.values() if promise.decided]
    verdicts = sum(not promise.refused for promise in decided)
    if verdicts:
        yield Said("A person decided {count} of these verdicts ({file}).", count=verdicts, file=file)
    for promise in decided:
        if promise.refused:
            yield Said(
                "“{quote}” is no promise, a person decided ({file}): {note}",
                quote=promise.quantity.name or promise.quantity.written,
                file=file,
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
