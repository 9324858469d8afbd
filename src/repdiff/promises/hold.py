"""The straight line of a check: two sources in, every promise with its verdict and the result that it rests on out.

1. Promises are the quantities of commitments that are goals of the document's own year, results those of statements.
2. The sentences of both are paired as in a comparison; a quantity is then sought first in the linked sentences.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from repdiff.comparison.pairing import pair_documents
from repdiff.cut.document import cut_document, keep
from repdiff.cut.titles import year
from repdiff.languages.fragments import alternatives, fragments
from repdiff.languages.han import folded
from repdiff.model.document import Document
from repdiff.model.links import Link
from repdiff.model.options import CheckOptions
from repdiff.model.quantities import Measure, Period, Quantity
from repdiff.model.said import Said
from repdiff.model.texts import Role, Source, Span
from repdiff.model.years import CONDITIONS, Agreement, Check, Condition, Outcome, Promise, Result, Suggestion
from repdiff.promises.answers import Answer, Chosen, before, choose
from repdiff.promises.case import Case, Side
from repdiff.promises.conditions import Pair, ask
from repdiff.promises.names import Name, Overlap, name_of, overlap, words_of
from repdiff.promises.parts import committed, promising, reporting
from repdiff.promises.verdicts import Judged, bound_condition, judge
from repdiff.quantities.targets import goals
from repdiff.quantities.terms import termed
from repdiff.text.clauses import cut_clauses

_TIME_AND_AGAIN = 0.1  # of the word that is used most: a province names its country as often as itself
_TENTH = Decimal("0.1")
_MEASURED = frozenset({"indicator", "period", "unit", "scope", "calibre"})  # must agree for a gap to say anything


def hold(promises: Source, results: Source, options: CheckOptions) -> Check:
    """What `results` say about the promises of `promises`; see `repdiff.promises.check`."""
    whole, answers = termed((cut_document(promises), cut_document(results)), options)
    own = year(whole)
    promised, reported = promising(whole, options.promises_under, own), reporting(answers, options.results_under)
    paired = pair_documents(committed(promised), committed(reported), options)
    apart = _is_apart(whole, answers, options)
    case = _case((whole, promised, reported), own, paired.links)._replace(terms=options.terms, apart=apart)
    chosen = choose(case)
    entries = tuple(_promise(case, i, chosen.get(i)) for i in range(len(case.promised.quantities)))
    used = {result.quantity for entry in entries for result in (entry.result, *entry.others) if result is not None}
    check = Check(
        promised=promised,
        reported=reported,
        promises=entries,
        suggestions=_suggestions(case),
        unpromised=tuple(q for q in case.reported.quantities if q not in used),
        # One file may hold both halves: what was noted of it is said once.
        notes=tuple(
            dict.fromkeys((*whole.notes, *answers.notes, *_apart(case), *_unreported(reported), *paired.notes))
        ),
        options=options,
        known=case.known.document,
    )
    if options.decisions is not None:
        from repdiff.promises.rulings import obey

        check = obey(
            check,
            options.decisions,
            lambda promise, result: _against(case, promise, result),
            later_wins=options.later_wins,
        )
    return _certain(check) if options.certain else check


def _certain(check: Check) -> Check:
    """The check with the certain verdicts alone."""
    kept = tuple(filter(is_certain, check.promises))
    return replace(check, promises=kept, notes=(*check.notes, *_left_out(check.promises, kept)))


def is_certain(promise: Promise) -> bool:
    """Whether a promise was met or missed and all that the verdict rests on agrees, or a person gave the verdict."""
    said = promise.verdict in (Outcome.MET, Outcome.MISSED)
    agrees = bool(promise.conditions) and all(each.state is Agreement.AGREES for each in promise.conditions)
    return said and (agrees or promise.decided)


def _is_apart(whole: Document, answers: Document, options: CheckOptions) -> bool:
    """Whether the results are those of another year: a yearly report tells of its own year or of the one before.

    One text cannot answer itself, unless its parts are named.
    """
    if options.promises_under or options.results_under:
        return False
    if whole.source.text == answers.source.text:
        return True
    mine, theirs = year(whole), year(answers)
    named = any(mine in section.title for section in answers.sections)
    return bool(mine and theirs) and not named and int(theirs) - int(mine) not in (0, 1)


def _apart(case: Case) -> tuple[Said, ...]:
    if not case.apart:
        return ()
    return (
        Said(
            "{results} tells of another year than that of {promises}: nothing in it can answer. Are these files in order?",
            results=case.reported.document.source.name,
            promises=case.promised.document.source.name,
        ),
    )


def _unreported(reported: Document) -> tuple[Said, ...]:
    if reported.sentences:
        return ()
    return (Said("No result was found in {name}: no sentence of it looks back.", name=reported.source.name),)


def _left_out(entries: tuple[Promise, ...], kept: tuple[Promise, ...]) -> tuple[Said, ...]:
    if len(entries) == len(kept):
        return ()
    return (
        Said(
            "{count} of {all} promises are left out: not all that a verdict rests on agrees.",
            count=len(entries) - len(kept),
            all=len(entries),
        ),
    )


def _case(documents: tuple[Document, Document, Document], own: str, links: tuple[Link, ...]) -> Case:
    whole, promised, reported = documents
    known = keep(whole, [s.id for s in whole.sentences if s.role is Role.STATEMENT])
    aims = goals(promised, own)
    # A list of goals without verbs may be taken for statements as well: what is promised is no level of before.
    said = {quantity.span for quantity in aims}
    return Case(
        _side(promised, aims),
        _side(reported, (q for q in reported.quantities if q.measure is not Measure.BASE)),
        _side(known, (q for q in known.quantities if _is_before(q) and q.span not in said)),
        {(link.old, link.new): link for link in links},
        own,
        _place(promised.source.text, reported.source.text),
    )


def _is_before(quantity: Quantity) -> bool:
    return quantity.period is Period.PAST and quantity.measure is not Measure.BASE


def _side(document: Document, quantities: Iterable[Quantity]) -> Side:
    held = tuple(quantities)
    return Side(document, held, tuple(name_of(document, quantity) for quantity in held))


def _place(*texts: str) -> str:
    """The word for the whole that the texts are about (全省): the narrowest that they use time and again; empty where they have none."""
    found = Counter(word for text in texts for word in _wholes().findall(folded(text)))
    often = max(found.values(), default=0) * _TIME_AND_AGAIN
    ordered = (word for words in fragments(lambda words: words.promises.wholes) for word in words.split("|"))
    return next((word for word in ordered if found[word] > often), "")


def _promise(case: Case, index: int, chosen: Chosen | None) -> Promise:
    promise, base = case.promised.quantities[index], before(index, case)
    if chosen is None:
        return _claimed(case, index, base) or Promise(
            promise, Outcome.SILENT, Said("no result speaks of it"), None, baseline=base
        )
    return _judged(case, chosen.answer._replace(base=base), chosen.others)


def _against(case: Case, promise: Promise, result: Result) -> Promise:
    """The promise judged by a result that a person chose: that it speaks of the same indicator is not asked."""
    assert result.quantity is not None
    alone = case._replace(
        promised=_side(case.promised.document, (promise.quantity,)),
        reported=_side(case.reported.document, (result.quantity,)),
    )
    shared = Overlap(alone.promised.names[0].words, (), ())
    pair = Pair(alone.promised.cited(0), alone.reported.cited(0), shared)
    return _judged(alone, Answer(1.0, 0, 0, pair, ask(alone, pair), promise.baseline), ())


def _judged(case: Case, answer: Answer, others: tuple[Answer, ...]) -> Promise:
    """The promise of an answer with its verdict, and with all that the verdict rests on."""
    judged = judge(case, answer)
    gap, share = _gap(answer)
    return Promise(
        quantity=answer.pair.promise.quantity,
        verdict=judged.verdict,
        reason=judged.reason,
        result=_result(case, answer),
        conditions=tuple(_conditions(answer, judged)),
        others=tuple(_result(case, other) for other in others),
        baseline=answer.base,
        gap=gap,
        share=share,
    )


def _conditions(answer: Answer, judged: Judged) -> Iterator[Condition]:
    """What was asked of promise and result, in the order of CONDITIONS."""
    bound = bound_condition(judged, answer.pair)
    asked = {bound.name: bound} | {each.condition.name: each.condition for each in answer.asked}
    yield from (asked[name] for name in CONDITIONS)


def _result(case: Case, answer: Answer) -> Result:
    quantity, shared = answer.pair.result.quantity, answer.pair.overlap
    held = sum(map(len, shared.shared))
    cover = held / max(1, held + sum(map(len, shared.missing)))
    return Result(quantity.sentence, quantity.span, quantity, round(cover, 4))


def _gap(answer: Answer) -> tuple[Decimal | None, Decimal | None]:
    """Result less target, and the result in percent of the target; None where the two do not measure the same."""
    promise, result = answer.pair.promise.quantity, answer.pair.result.quantity
    differs = {each.condition.name for each in answer.asked if each.condition.state is Agreement.DIFFERS}
    if differs & _MEASURED or promise.measure is not result.measure:
        return None, None
    target, reached = promise.signed[0], result.signed[0]
    same_way = target and (target > 0) is (reached >= 0)
    return reached - target, (100 * reached / target).quantize(_TENTH) if same_way else None


def _claimed(case: Case, index: int, base: Quantity | None) -> Promise | None:
    """A promise that the results call fulfilled without a number."""
    promise, name = case.promised.quantities[index], case.promised.names[index]
    reported = case.reported.document
    for (mine, theirs), link in sorted(case.links.items(), key=lambda item: (-item[1].score, item[0])):
        if mine != promise.sentence or not name.words or case.apart:
            continue
        text, start = reported.text(theirs), reported.sentences[theirs].span.start
        for span, _ in cut_clauses(text):
            clause = text[span.start : span.end]
            called = Name(words_of(clause), clause, clause)
            if _claims().search(folded(clause)) and not overlap(name, called).missing:
                result = Result(theirs, Span(start + span.start, start + span.end), None, round(link.score, 4))
                reason = Said("the results say so without a number")
                return Promise(promise, Outcome.MET, reason, result, baseline=base)
    return None


def _suggestions(case: Case) -> tuple[Suggestion, ...]:
    """Every promising sentence without a quantity, with the reporting sentence that is most likely about it."""
    counted = {q.sentence for q in case.promised.quantities}
    best: dict[int, Link] = {}
    for link in sorted(case.links.values(), key=lambda k: (-k.score, k.old, k.new)):
        best.setdefault(link.old, link)
    silent = [sentence.id for sentence in case.promised.document.sentences if sentence.id not in counted]
    return tuple(_suggestion(sentence, best.get(sentence)) for sentence in silent)


def _suggestion(sentence: int, answer: Link | None) -> Suggestion:
    if answer is None:
        return Suggestion(sentence, None, 0.0, "")
    return Suggestion(sentence, answer.new, answer.score, answer.reason)


@cache
def _claims() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.claimed), re.IGNORECASE)


@cache
def _wholes() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.wholes))
