"""The straight line of a check: two sources in, every promise with its verdict and the result that it rests on out.

1. Promises are the quantities of commitments that are goals of the coming year, results those of statements.
2. The sentences of both are paired as in a comparison; a quantity is then sought first in the linked sentences.
"""

import re
from dataclasses import replace
from functools import cache

from repdiff.comparison.pairing import pair_documents
from repdiff.cut.document import cut_document, keep, under
from repdiff.languages.fragments import alternatives
from repdiff.languages.han import folded
from repdiff.model.document import Document
from repdiff.model.links import Link, Paired
from repdiff.model.options import CheckOptions
from repdiff.model.quantities import Measure, Period, Quantity
from repdiff.model.said import Said
from repdiff.model.texts import Role, Source, Span
from repdiff.model.years import Check, Outcome, Promise, Result, Suggestion
from repdiff.promises.answers import SURE, Answer, choose
from repdiff.promises.case import Case
from repdiff.promises.verdicts import judge
from repdiff.quantities.find import find_quantities
from repdiff.quantities.pair import grams
from repdiff.quantities.targets import core, is_goal
from repdiff.quantities.terms import termed
from repdiff.quantities.times import longer_than_a_year
from repdiff.text.clauses import cut_clauses


def hold(promises: Source, results: Source, options: CheckOptions) -> Check:
    """What `results` say about the promises of `promises`; see `repdiff.promises.check`."""
    whole, answers = termed((cut_document(promises), cut_document(results)), options.terms)
    promised, notes = _part(whole, options.promises_under, Role.COMMITMENT)
    reported, more = _part(answers, options.results_under, Role.STATEMENT)
    paired = _paired(promised, reported, options)
    case = _case(whole, promised, reported, paired.links)._replace(terms=options.terms)
    pairs = choose(case)
    entries = tuple(_promise(case, i, pairs.get(i)) for i in range(len(case.promises)))
    used = {entry.result.quantity for entry in entries if entry.result is not None}
    check = Check(
        promised=promised,
        reported=reported,
        promises=entries,
        suggestions=_suggestions(case),
        unpromised=tuple(q for q in case.results if q not in used),
        # One file may hold both halves: what was noted of it is said once.
        notes=tuple(dict.fromkeys((*whole.notes, *answers.notes, *notes, *more, *paired.notes))),
        options=options,
    )
    if options.decisions is None:
        return check
    from repdiff.promises.rulings import obey

    return obey(check, options.decisions, lambda promise, result: _against(case, promise, result))


def _against(case: Case, promise: Promise, result: Result) -> Promise:
    """The promise judged by a result that a person chose."""
    assert result.quantity is not None
    verdict, reason = judge(case, promise.quantity, result.quantity, Answer(1.0, 0, 0, 1.0, narrow=False, linked=1.0))
    return replace(promise, verdict=verdict, reason=reason, result=result)


def _part(document: Document, title: str, role: Role) -> tuple[Document, tuple[str, ...]]:
    """The sentences of a document that have the role, under the headings asked for; all that say anything where none has it."""
    part = under(document, title) if title else document
    wanted = [
        s.id for s in part.sentences if s.role is role and not (role is Role.COMMITMENT and _later(part, s.section))
    ]
    if wanted:
        return keep(part, wanted), ()
    speaking = keep(part, [s.id for s in part.sentences if s.role in (Role.COMMITMENT, Role.STATEMENT)])
    called = Said("commitment") if role is Role.COMMITMENT else Said("statement")
    note = Said(
        "No {role} was recognised in {name}: every sentence of it was taken for one.",
        role=called,
        name=document.source.name,
    )
    if role is Role.COMMITMENT:
        # What a number says of time follows from what its sentence does.
        taken = _committed(speaking)
        return replace(speaking, quantities=find_quantities(taken)), (note,)
    return speaking, (note,)


def _committed(document: Document) -> Document:
    """The document with every sentence taken for a commitment."""
    return replace(document, sentences=tuple(replace(s, role=Role.COMMITMENT) for s in document.sentences))


def _later(document: Document, section: int | None) -> bool:
    """Whether a heading says that the section speaks of several years to come."""
    while section is not None:
        if _long_term().search(folded(document.sections[section].title)):
            return True
        section = document.sections[section].parent
    return False


def _paired(promised: Document, reported: Document, options: CheckOptions) -> Paired:
    # To the pairing both sides look ahead: a plan and its review are told apart by their roles otherwise.
    return pair_documents(_committed(promised), _committed(reported), options)


def _case(whole: Document, promised: Document, reported: Document, links: tuple[Link, ...]) -> Case:
    return Case(
        promised,
        reported,
        _promised(promised),
        tuple(q for q in reported.quantities if q.measure is not Measure.BASE),
        {(link.old, link.new): link for link in links},
        tuple(
            q
            for q in whole.quantities
            if q.period is Period.PAST and whole.sentences[q.sentence].role is Role.STATEMENT
        ),
    )


def _promised(document: Document) -> tuple[Quantity, ...]:
    """The quantities that a document promises for its own year and that a result can answer."""
    return tuple(
        q
        for q in document.quantities
        if q.period is Period.CURRENT
        and q.measure is not Measure.BASE
        and not longer_than_a_year(q.stretch)
        and is_goal(document, q)
    )


def _promise(case: Case, index: int, pair: Answer | None) -> Promise:
    promise = case.promises[index]
    if pair is None:
        return _claimed(case, promise) or Promise(promise, Outcome.SILENT, Said("no result speaks of it"), None)
    quantity = case.results[pair.result]
    result = Result(quantity.sentence, quantity.span, quantity, round(min(pair.cover, 1.0), 4))
    verdict, reason = judge(case, promise, quantity, pair)
    return Promise(promise, verdict, reason, result)


def _claimed(case: Case, promise: Quantity) -> Promise | None:
    """A promise that the results call fulfilled without a number."""
    held = grams(core("".join(promise.names)))
    for (mine, theirs), link in sorted(case.links.items(), key=lambda item: (-item[1].score, item[0])):
        if mine != promise.sentence:
            continue
        text, start = case.reported.text(theirs), case.reported.sentences[theirs].span.start
        for span, _ in cut_clauses(text):
            clause = text[span.start : span.end]
            if _claims().search(folded(clause)) and held and len(held & grams(core(clause))) >= SURE * len(held):
                result = Result(theirs, Span(start + span.start, start + span.end), None, round(link.score, 4))
                return Promise(promise, Outcome.MET, Said("the results say so without a number"), result)
    return None


def _suggestions(case: Case) -> tuple[Suggestion, ...]:
    """Every promising sentence without a quantity, with the reporting sentence that is most likely about it."""
    counted = {q.sentence for q in case.promises}
    best: dict[int, Link] = {}
    for link in sorted(case.links.values(), key=lambda k: (-k.score, k.old, k.new)):
        best.setdefault(link.old, link)
    found = []
    for sentence in case.promised.sentences:
        if sentence.id not in counted:
            answer = best.get(sentence.id)
            found.append(
                Suggestion(
                    sentence.id,
                    answer.new if answer else None,
                    answer.score if answer else 0.0,
                    answer.reason if answer else "",
                )
            )
    return tuple(found)


@cache
def _claims() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.claimed), re.IGNORECASE)


@cache
def _long_term() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.long_term), re.IGNORECASE)
