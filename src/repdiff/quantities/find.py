"""Quantities: an amount and the indicator that it measures.

The indicator is the phrase of the clause before the number (`一般公共预算收入增长` 5%), or, where the number stands before what it
counts, the phrase after it (220个 `重点项目`).
"""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import NamedTuple

from repdiff.model.document import Document
from repdiff.model.quantities import NOT_SAID, Measure, Quantity, Stretch
from repdiff.model.texts import Role, Sentence, Span
from repdiff.quantities.amounts import Amount, Clean, clean, find_amounts, joined, may_hold_amount
from repdiff.quantities.periods import period_of
from repdiff.quantities.times import stretch_of, stretches
from repdiff.quantities.units import Unit

_BORDER = re.compile(r"[，；。：！？!?;…]|,(?!\d{3})|: |\. |:(?!\d)|——|\n")
_LIST_MARK = re.compile(r"^[\s、,，和与及以或并\-●■◆▪•·※▲★○]+|^(?:and|or|by|to|of) ")
_INTO = re.compile(
    r"(?:(?:达到?|到|至|为|在|在全省|由|从|稳定在|保持在|控制在|拟?按|安排|完成|突破|均为|分别|力争|基本|高于|低于|约|共|总|合计|累计|再|"
    r"(?:大约|一共|总共|不|仅|只)|预期)+|\s*(?:by|to|of|at|is|was|will be|about|only|a total of|up|in total)\s*)\Z"
)
_GROWTH = re.compile(
    r"(?:增长|增幅|增速|涨幅|上涨|提高|提升|上升|下降|降低|降幅|下调|减少|回落|增加|扩大|压减|[Gg]r(?:ow|ew)\w*|[Ii]ncreas\w+|[Ri]ise\w*|"
    r"[Dd]ecreas\w+|[Rr]educ\w+|[Ff]all\w*|[Ff]ell|[Cc]ut\w*|steigen|sinken|hausse|baisse)[^\d，。；]{0,6}\Z"
)
# 231个省、市重点项目完成投资: the list is one subject.
_LONG_PHRASE = re.compile(r"(?:完成|实现|达到?|总?投资)[^、]{0,6}\Z")
_RISES_TO = re.compile(
    r"[^，。；]{0,3}(?:提高|提升|上升|增加|增长|下降|降低|减少|调整|扩大|压缩|发展|增|降|升)(?:到|至|为)"
)
# A clause that only says how something changed; what changed stands in the clause before it.
_BARE_CHANGE = re.compile(
    r"(?:[比较]?[去上前]年|同比|年均|预计|预期|名义|实际|其中|将|再|又|也|可|均|分别|累计)*((?:增长|增幅|增速|涨幅|上涨|提高|提升|上升|下降|降低|降幅|减少|增加|扩大|"
    r"降|增|升|涨)(?:了|到|至|为|达到?)?)"
)
_GROWS_BY = re.compile(r"^(?:再)?(?:增加|提高|扩大|减少|降低)|(?:增加|提高|扩大|减少|降低|增长)了?\Z")
_TO_LEVEL = re.compile(
    r"(?:(?:提高|提升|上升|增加|下降|降低|减少|增长|扩大|压减|降|增|升)(?:到|至)|达到?|to)\s*(?:约|近)?\Z"
)
_ADDING = re.compile(r"(?:新增|净增|再增|增添|新增加|新认定|新培育|新引进|新招引|new|additional)", re.IGNORECASE)
# A line cannot end with a verb that asks for its number.
_BREAKS_OFF = re.compile(
    r"(?:增\s*[长加幅速]|涨\s*幅|提\s*[高升]|上\s*[升涨]|下\s*[降调]|降\s*低|减\s*少|完\s*成|实\s*现|达\s*到?|超\s*过|突\s*破|新\s*增|"
    r"\b(?:by|to|of|at|than|about|nearly|over))\Z",
    re.IGNORECASE,
)
_SET_LOWER = re.compile(r"\d{1,2}")
_RESPECTIVELY = re.compile(r"分别|分別|各(?=增|达|为)")
# Where a phrase in a language with spaces goes over to something else.
_TURN = re.compile(r" (?:and|or|by|in|with|for|on|at|from|und|oder|bis|mit|et|ou|avec|y|con) ")
_SHORT = 6  # characters of a name that another clause must help: 总产, 完成投资
_ATTRIBUTIVE = frozenset({"count", "person", "", "area", "money", "length", "mass", "household", "age"})


def find_quantities(document: Document) -> tuple[Quantity, ...]:
    """The quantities of all sentences of a document but its headings, in the order of the text."""
    running = stretches(document)
    return tuple(
        quantity
        for sentence in document.sentences
        if sentence.role is not Role.HEADING
        for quantity in quantities_of(document, sentence.id, running[sentence.id])
    )


def quantities_of(document: Document, sentence: int, running: Stretch = NOT_SAID) -> tuple[Quantity, ...]:
    """The quantities of one sentence, in order; `running` is the time that the text before it speaks of."""
    place = document.sentences[sentence]
    text = document.plain(sentence)
    if not may_hold_amount(text):
        return ()
    start = _unbroken(document, sentence)
    tidy = clean(document.source.plain(Span(start, place.span.end)), start)
    found = find_amounts(tidy.text)
    borders = [0, *(m.end() for m in _BORDER.finditer(tidy.text)), len(tidy.text)]
    result: list[Quantity] = []
    for index, one in enumerate(found):
        before = found[index - 1].end if index else 0
        after = found[index + 1].start if index + 1 < len(found) else len(tidy.text)
        frame = _frame(tidy.text, one, borders, before, after)
        subject = _respective(tidy.text, found, index, borders)
        change = tidy.text[slice(*frame.before)].strip()
        grows = _BARE_CHANGE.fullmatch(change)
        if not subject and result and grows and _follows(tidy.text[before : frame.before.start]):
            subject = _unchanged(result[-1].names[0]) + (
                "" if _TO_LEVEL.search(tidy.text[frame.before.start : one.start]) else grows[1]
            )
        left = borders[max(0, bisect_left(borders, frame.clause.start) - 1)]
        context = tidy.text[left : frame.clause.start] if frame.clause.start else ""
        ahead = tidy.text[: one.start]
        clause = ahead[frame.clause.start :], tidy.text[one.end : min(after, frame.clause.end)]
        quantity = _quantity(tidy, one, frame, (subject, context), sentence, place.role)
        result.append(replace(quantity, stretch=stretch_of(ahead, clause, running)))
    return tuple(quantity for quantity in result if quantity.span.start >= place.span.start)


def _unbroken(document: Document, sentence: int) -> int:
    """Where the text that a sentence goes on with begins.

    That is its own beginning, but where it stands below a line that breaks off before its number, or below a sign set lower (M, 2, …).
    """
    own = document.sentences[sentence]
    before = [s for s in document.sentences[max(0, sentence - 2) : sentence] if _one_text(s, own)]
    texts = [document.plain(s.id).strip() for s in before]
    if len(before) == 2 and _SET_LOWER.fullmatch(texts[1]) and texts[0][-1:].isalpha() and texts[0][-1:].isascii():
        return before[0].span.start
    begins = document.source.text[own.span.start : own.span.start + 1]
    return before[-1].span.start if before and begins.isdecimal() and _BREAKS_OFF.search(texts[-1]) else own.span.start


def _one_text(before: Sentence, sentence: Sentence) -> bool:
    return before.section == sentence.section and before.role is not Role.HEADING


def _follows(between: str) -> bool:
    """Whether what stands between two quantities leaves the second one to the subject of the first."""
    return not between.strip(" ,，、") or bool(re.fullmatch(r"[^，。；,;]{0,4}[，,、]?[^，。；,;]{0,1}", between))


def _unchanged(name: str) -> str:
    """A name without the word at its end that says that it changes."""
    return _GROWTH.sub("", name)


class _Frame(NamedTuple):
    """Where the phrases around a quantity stand in the clean text: before it, after it, the clause; whether it is attributive;
    and where the quantity before it ends."""

    before: Span
    after: Span
    clause: Span
    attributive: bool
    since: int


def _frame(text: str, one: Amount, borders: list[int], previous: int, following: int) -> _Frame:
    left = borders[max(0, bisect_left(borders, one.start + 1) - 1)]
    right = borders[min(bisect_left(borders, one.end), len(borders) - 1)]
    begin = max(left, previous)
    mark = _LIST_MARK.match(text[begin : one.start])
    begin += mark.end() if mark else 0
    end = min(right, following)
    tail = text[one.end : end]
    if following < right and "、" in tail and not _LONG_PHRASE.search(tail):
        end = one.end + tail.rindex("、")
    while end > one.end and _BORDER.match(text[end - 1 : end]):
        end -= 1
    turn = _TURN.search(text, one.end, end)
    end = turn.start() if turn else end
    tail = text[one.end : end]
    if previous > left:
        begin = max([begin, *(m.end() for m in _TURN.finditer(text, begin, one.start))])
    into = _INTO.search(text[begin : one.start])
    stop = one.start - (len(into[0]) if into else 0)
    opens = bool(tail) and (tail[0].isalpha() or tail[0] in "“《「（(" or (tail[0] == " " and tail[1:2].isalpha()))
    attributive = (
        opens
        and one.unit.family in _ATTRIBUTIVE
        and (stop - begin < 2 or not tail.startswith("的"))
        and not _RISES_TO.match(tail)
    )
    if not attributive and following < right and not tail.strip(" 、和与"):
        end = one.end
    return _Frame(Span(begin, max(begin, stop)), Span(one.end, end), Span(left, right), attributive, previous)


def _respective(text: str, found: list[Amount], index: int, borders: list[int]) -> str:
    """What the quantity measures where one subject lists several and the numbers follow “respectively”; else empty."""
    left = borders[max(0, bisect_left(borders, found[index].start + 1) - 1)]
    row = [index]
    while row[0] and joined(text, found[row[0] - 1], found[row[0]]):
        row.insert(0, row[0] - 1)
    while row[-1] + 1 < len(found) and joined(text, found[row[-1]], found[row[-1] + 1]):
        row.append(row[-1] + 1)
    if len(row) == 1:
        return ""
    head = text[left : found[row[0]].start]
    mark = _RESPECTIVELY.search(head)
    subject = head[: mark.start()] if mark else head
    verb = head[mark.end() :] if mark else ""
    items = [item for item in re.split(r"、|和|与|以及|及", subject) if item]
    if len(items) != len(row):
        return subject + verb + "#" + str(row.index(index))
    return items[row.index(index)] + verb


def _quantity(tidy: Clean, one: Amount, frame: _Frame, around: tuple[str, str], sentence: int, role: Role) -> Quantity:
    subject, context = around
    before = tidy.text[slice(*frame.before)]
    after = tidy.text[slice(*frame.after)].strip()
    first, second = (after, before) if frame.attributive else (before, after if not before else "")
    if not frame.attributive and not first:
        first, second = after, ""
    known = bool(subject) and "#" not in subject
    names = tuple(n for n in ((subject,) if known else (subject, first, second)) if n) or ("",)
    place = frame.after if frame.attributive or not before else frame.before
    approach, rest = tidy.text[frame.clause.start : one.start], tidy.text[one.end : frame.clause.end]
    # Of a row with one verb the later numbers stand far from it; a bare change stands right beside its number.
    of_row = bool(subject) and not _BARE_CHANGE.fullmatch(before.strip())
    measure = _measure(subject.partition("#")[0] if of_row else approach, before, one.unit, rest)
    return Quantity(
        span=tidy.span(one.start, one.end),
        sentence=sentence,
        numbers=one.numbers,
        scale=one.unit.scale,
        unit=one.unit.base,
        family=one.unit.family,
        written=one.unit.written,
        bound=one.bound,
        qualifier=one.qualifier,
        measure=measure,
        period=period_of(
            tidy.text, Span(max(frame.clause.start, frame.since), one.start), Span(one.start, frame.clause.end), role
        ),
        indicator=tidy.span(place.start, place.end),
        names=names,
        context=context if len(names[0]) <= _SHORT else "",
        clause=tidy.span(frame.clause.start, frame.clause.end),
    )


def _measure(approach: str, before: str, unit: Unit, after: str) -> Measure:
    if _RISES_TO.match(after):
        return Measure.BASE
    if _TO_LEVEL.search(approach):
        return Measure.LEVEL
    if _GROWTH.search(approach) and re.search(r"[比较][去上]年|再", approach):
        return Measure.GROWTH
    if unit.family == "points" or (_GROWTH.search(approach) and unit.family in ("percent", "times")):
        return Measure.GROWTH
    if _ADDING.search(approach) or _GROWS_BY.search(before):
        return Measure.INCREMENT
    return Measure.LEVEL
