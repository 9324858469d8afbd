"""Hold promises against results: was what one document promised kept, by what another one reports?

A verdict is a claim about somebody's word. It is *met* or *missed* only where indicator, unit, measure and scope agree;
where one of them differs it is *undetermined*, with the reason; where nothing answers, *silent*.

1. Promises are the quantities of commitments that are goals of the coming year, results those of statements.
2. The sentences of both are paired as in a comparison; a quantity is then sought first in the linked sentences.
3. Indicators are compared by their core: without verbs of doing and growing. A core that only the result narrows (公办幼儿园 for
   幼儿园) proves a promise kept when the part alone suffices, and nothing otherwise.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from repdiff.compare import cut_document, pair_documents
from repdiff.cut.clauses import cut_clauses
from repdiff.cut.goals import is_goal
from repdiff.cut.indicators import core
from repdiff.cut.quantities import find_quantities
from repdiff.cut.units import comparable
from repdiff.model import Bound, Document, Link, Measure, Period, Quantity, Role, Said, Source, Span
from repdiff.narrow import keep, under
from repdiff.options import Options
from repdiff.pair.quantities import grams
from repdiff.pair.times import doubt_of_time, longer_than_a_year, other_time
from repdiff.years import Check, Outcome, Promise, Result, Suggestion

_CLAIMED = re.compile(
    r"(?:超额|圆满|全面|如期|提前|顺利)(?:完成|实现|建成)|fully (?:met|achieved|completed)", re.IGNORECASE
)
_STOCK = re.compile(r"突破|达到|累计|总[量数]|超过|稳定在|保持在")
_LESS_IS_BETTER = re.compile(
    r"涨幅|价格|失业|赤字|负债|债务|逾期|死亡|事故|时间|时限|unemployment|inflation|deficit|debt|\btime\b|delay|duration",
    re.IGNORECASE,
)
_LOWERED = re.compile(r"压缩|压减|缩短|下降|降低|减少|shorten|reduc|lower|\bcut\b", re.IGNORECASE)
_LONG_TERM = re.compile(
    r"远景|十[一二三四五六七八九]五|五年|中长期|20\d\d年.{0,4}(?:目标|规划)|(?:five|ten)-year|long[- ]term",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"[国省市县区乡部]家?级(?:以上)?|城镇|农村|national|provincial|regional|local|urban|rural", re.IGNORECASE
)
_KIN = 0.5
"""Share of the core of a promised indicator that a result in a linked sentence must hold."""
_SURE = 0.75
"""The same where no link speaks for it, on both sides."""
_TELLING = 5
"""How much a core must hold (characters and their pairs) to be known without a link: 投资 alone is any investment."""
_COMMON = frozenset({"count", "", "percent", "person", "money", "time"})  # units of many things
_NEAR = Decimal("0.05")  # how far a result may be from `about` and still be it
_FAR = Decimal("0.1")  # how far below `about` a count must be to be missed


class _Pair(NamedTuple):
    """A promised and a reported quantity: their indices, how alike, and what of each core the other lacks."""

    score: float
    promise: int
    result: int
    cover: float
    narrow: bool
    linked: float


@dataclass(frozen=True, slots=True)
class _Case:
    """All that a verdict may rest on."""

    promised: Document
    reported: Document
    promises: tuple[Quantity, ...]
    results: tuple[Quantity, ...]
    links: dict[tuple[int, int], Link]
    levels: tuple[Quantity, ...]


def hold(
    promises: Source, results: Source, options: Options, *, promises_under: str = "", results_under: str = ""
) -> Check:
    """What `results` say about the promises of `promises`; see `repdiff.check`."""
    whole = cut_document(promises)
    promised, notes = _part(whole, promises_under, Role.COMMITMENT)
    reported, more = _part(cut_document(results), results_under, Role.STATEMENT)
    case = _case(whole, promised, reported, options)
    pairs = _choose(case)
    entries = tuple(_promise(case, i, pairs.get(i)) for i in range(len(case.promises)))
    used = {entry.result.quantity for entry in entries if entry.result is not None}
    return Check(
        promised=promised,
        reported=reported,
        promises=entries,
        suggestions=_suggestions(case),
        unpromised=tuple(q for q in case.results if q not in used),
        notes=(*notes, *more),
    )


def _part(document: Document, title: str, role: Role) -> tuple[Document, tuple[str, ...]]:
    """The sentences of a document that have the role, under the headings asked for; all that say anything where none has it."""
    part = under(document, title) if title else document
    wanted = [
        s.id for s in part.sentences if s.role is role and not (role is Role.COMMITMENT and _later(part, s.section))
    ]
    if wanted:
        return keep(part, wanted), ()
    speaking = [s.id for s in part.sentences if s.role in (Role.COMMITMENT, Role.STATEMENT)]
    called = Said("commitment") if role is Role.COMMITMENT else Said("statement")
    note = Said(
        "No {role} was recognised in {name}: every sentence of it was taken for one.",
        role=called,
        name=document.source.name,
    )
    return keep(part, speaking), (note,)


def _later(document: Document, section: int | None) -> bool:
    """Whether a heading says that the section speaks of several years to come."""
    while section is not None:
        if _LONG_TERM.search(document.sections[section].title):
            return True
        section = document.sections[section].parent
    return False


def _case(whole: Document, promised: Document, reported: Document, options: Options) -> _Case:
    # To the pairing both sides look ahead: a plan and its review are told apart by their roles otherwise.
    alike = replace(reported, sentences=tuple(replace(s, role=Role.COMMITMENT) for s in reported.sentences))
    mine = replace(promised, sentences=tuple(replace(s, role=Role.COMMITMENT) for s in promised.sentences))
    paired = pair_documents(mine, alike, options)
    return _Case(
        promised,
        reported,
        _promised(mine),
        tuple(q for q in find_quantities(reported) if q.measure is not Measure.BASE),
        {(link.old, link.new): link for link in paired.links},
        tuple(
            q
            for q in find_quantities(whole)
            if q.period is Period.PAST and whole.sentences[q.sentence].role is Role.STATEMENT
        ),
    )


def _promised(document: Document) -> tuple[Quantity, ...]:
    """The quantities that a document promises for its own year and that a result can answer."""
    return tuple(
        q
        for q in find_quantities(document)
        if q.period is Period.CURRENT
        and q.measure is not Measure.BASE
        and not longer_than_a_year(q.stretch)
        and is_goal(document, q)
    )


def _choose(case: _Case) -> dict[int, _Pair]:
    """The result of each promise that has one: a result in the same measure first, then one that only gives another measure."""
    found = [
        pair
        for i, promise in enumerate(case.promises)
        for j, result in enumerate(case.results)
        if (pair := _kinship(case, i, j, promise, result)) is not None
    ]
    taken: set[int] = set()
    chosen: dict[int, _Pair] = {}
    for pair in sorted(found, key=lambda p: (-p.score, p.promise, p.result)):
        if pair.promise not in chosen and pair.result not in taken:
            chosen[pair.promise] = pair
            taken.add(pair.result)
    return chosen


def _kinship(case: _Case, i: int, j: int, promise: Quantity, result: Quantity) -> _Pair | None:
    """How a promised and a reported quantity belong together; None where they do not."""
    link = case.links.get((promise.sentence, result.sentence))
    linked = link.score if link else 0.0
    cover, back = _covers(promise, result)
    if not comparable(promise.family, result.family):
        level = (
            promise.measure is Measure.GROWTH and result.measure is not Measure.GROWTH and result.family != "percent"
        )
        if level and cover >= _KIN and back >= 0.9 and (cover >= 0.9 or linked):
            return _Pair(0.3 * cover, i, j, cover, False, linked)
        return None
    if Measure.GROWTH in (promise.measure, result.measure) and promise.measure is not result.measure:
        return None
    if linked and cover >= _KIN:
        return _Pair(cover + 0.5 * back + linked, i, j, cover, back < _SURE, linked)
    if cover >= _KIN and _only(case, promise):
        return _Pair(cover, i, j, cover, back < _SURE, linked)
    if not linked and any(len(held) < _TELLING for q in (promise, result) for held in _cores(q)[:1]):
        return None
    if cover >= _SURE and (back >= _SURE or linked):
        return _Pair(cover + 0.5 * back, i, j, cover, back < _SURE, linked)
    if linked and _alone(case, promise, result):
        return _Pair(0.2 * linked, i, j, cover, False, linked)
    return None


def _only(case: _Case, promise: Quantity) -> bool:
    """Whether promise and result are the only quantities of either side in a unit that few things are measured in."""
    if promise.family in _COMMON:
        return False
    return all(sum(q.family == promise.family for q in side) == 1 for side in (case.promises, case.results))


def _alone(case: _Case, promise: Quantity, result: Quantity) -> bool:
    """Whether both are the only quantities of their kind in their sentences, in a unit that few things are measured in."""
    if promise.family in _COMMON:
        return False
    mine = [q for q in case.promises if q.sentence == promise.sentence and q.family == promise.family]
    theirs = [q for q in case.results if q.sentence == result.sentence and q.family == result.family]
    return len(mine) == len(theirs) == 1


def _covers(promise: Quantity, result: Quantity) -> tuple[float, float]:
    """What share of the promise's core the result holds, and the reverse: best over the names of both.

    The clause before a short result helps to know it, but what else that clause says narrows nothing.
    """
    best = (0.0, 0.0)
    theirs = _cores(result)
    for mine in _cores(promise):
        for named in theirs:
            shared, back = len(mine & named), len(mine & theirs[0])
            if shared and back:
                best = max(best, (shared / len(mine), back / len(theirs[0])), key=lambda c: (c[0] * c[1], c))
    return best


def _cores(quantity: Quantity) -> list[frozenset[str]]:
    """What the names of a quantity come to without verbs of doing and growing; a short one also with the clause before it."""
    first = quantity.names[0].partition("#")[0]
    texts = [first, *([quantity.context + first] if quantity.context else [])]
    found = [grams(core(text)) for text in texts]
    return found if all(found) else []


def _promise(case: _Case, index: int, pair: _Pair | None) -> Promise:
    promise = case.promises[index]
    if pair is None:
        return _claimed(case, promise) or Promise(promise, Outcome.SILENT, Said("no result speaks of it"), None)
    quantity = case.results[pair.result]
    result = Result(quantity.sentence, quantity.span, quantity, round(min(pair.cover, 1.0), 4))
    verdict, reason = _verdict(case, promise, quantity, pair)
    return Promise(promise, verdict, reason, result)


def _claimed(case: _Case, promise: Quantity) -> Promise | None:
    """A promise that the results call fulfilled without a number."""
    held = grams(core("".join(promise.names)))
    for (mine, theirs), link in sorted(case.links.items(), key=lambda item: (-item[1].score, item[0])):
        if mine != promise.sentence:
            continue
        text, start = case.reported.text(theirs), case.reported.sentences[theirs].span.start
        for span, _ in cut_clauses(text):
            clause = text[span.start : span.end]
            if _CLAIMED.search(clause) and held and len(held & grams(core(clause))) >= _SURE * len(held):
                result = Result(theirs, Span(start + span.start, start + span.end), None, round(link.score, 4))
                return Promise(promise, Outcome.MET, Said("the results say so without a number"), result)
    return None


def _verdict(case: _Case, promise: Quantity, result: Quantity, pair: _Pair) -> tuple[Outcome, str]:
    """Met, missed or undetermined, and why. The order is that of the doubts, the gravest first."""
    open_ = Outcome.UNDETERMINED
    if not comparable(promise.family, result.family):
        return open_, Said(
            "promised as growth, reported as a level ({unit}): the base is not stated here", unit=result.unit
        )
    if pair.cover < _KIN:
        return open_, Said("the only result in this unit beside it, but it is called by another name")
    both = (case.promised, promise), (case.reported, result)
    if result.period is Period.LATER or other_time(*both) or doubt_of_time(*both):
        return open_, Said("the result speaks of another period")
    if _scopes(case, promise, result):
        return open_, Said("promised and reported for different levels or groups")
    promised_stock = bool(_STOCK.search(promise.qualifier + _approach(case.promised, promise)))
    if promised_stock and result.measure is Measure.INCREMENT and promise.measure is not Measure.INCREMENT:
        return _from_stock(case, promise, result)
    counted = result.family in ("count", "person", "household", "") and result.measure is Measure.LEVEL
    if counted and not promised_stock and _STOCK.search(_approach(case.reported, result)):
        return open_, Said("a total is reported, and what was promised does not say that it is one")
    if pair.cover < _SURE and pair.narrow and not _same_kind(pair):
        return open_, Said("both sides name something that the other does not: the scope may differ")
    kept, reason = _kept(promise, result)
    if kept is Outcome.MISSED and pair.narrow:
        return open_, Said("the result counts a narrower part of what was promised")
    return kept, reason


def _scopes(case: _Case, promise: Quantity, result: Quantity) -> bool:
    """Whether one side names a level or group (国家级, 农村) that the other's whole sentence does not know."""
    mine, theirs = case.promised.text(promise.sentence), case.reported.text(result.sentence)
    return any(
        word not in other
        for quantity, other in ((promise, theirs), (result, mine))
        for word in _SCOPE.findall(quantity.names[0])
    )


def _same_kind(pair: _Pair) -> bool:
    return pair.linked >= 0.5 and pair.cover >= _KIN


def _approach(document: Document, quantity: Quantity) -> str:
    return document.source.text[quantity.clause.start : quantity.span.start]


def _from_stock(case: _Case, promise: Quantity, result: Quantity) -> tuple[Outcome, str]:
    """A stock was promised, an increment reported: with the stock that the promising document states, the sum decides."""
    for base in case.levels:
        cover, back = _covers(promise, base)
        if comparable(base.family, promise.family) and base.measure is Measure.LEVEL and cover >= 0.9 and back >= 0.9:
            total = base.value + result.value
            verdict = Outcome.MET if total >= promise.value else Outcome.MISSED
            return verdict, Said(
                "{before} before, {more} more: {total}",
                before=_plain(base.value),
                more=_plain(result.value),
                total=_plain(total),
            )
    return Outcome.UNDETERMINED, Said("a total was promised, an increase is reported")


def _kept(promise: Quantity, result: Quantity) -> tuple[Outcome, str]:
    target, value = promise.value, result.value
    difference = value - target
    said = Said("{result} against {promise}", result=_written(result), promise=_written(promise))
    lowered = promise.measure is Measure.LEVEL and promise.bound is Bound.EXACT and _LOWERED.search(promise.names[0])
    if promise.bound is Bound.AT_MOST or lowered:
        return (Outcome.MET if difference <= 0 else Outcome.MISSED), said
    doubtful = bool(_LESS_IS_BETTER.search(promise.names[0]))
    if promise.bound is Bound.ABOUT:
        if abs(difference) <= _NEAR * abs(target):
            return Outcome.MET, said
        if promise.family in ("percent", "points") or doubtful:
            return Outcome.UNDETERMINED, Said("{what}: whether that is still about the target is open", what=said)
        if difference > 0:
            return Outcome.MET, said
        return (Outcome.MISSED if -difference > _FAR * abs(target) else Outcome.UNDETERMINED), said
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


def _suggestions(case: _Case) -> tuple[Suggestion, ...]:
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
