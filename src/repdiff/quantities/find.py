"""Quantities: an amount and the indicator that it measures.

The indicator is the phrase of the clause before the number (`一般公共预算收入增长` 5%), or, where the number stands before what it
counts, the phrase after it (220个 `重点项目`).
"""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from repdiff.languages.fragments import alternatives, fragments
from repdiff.languages.han import folded
from repdiff.model.document import Document
from repdiff.model.quantities import NOT_SAID, Direction, Measure, Period, Quantity, Stretch
from repdiff.model.texts import Role, Sentence, Span
from repdiff.quantities.amount import Amount
from repdiff.quantities.amounts import Clean, clean, find_amounts, may_hold_amount
from repdiff.quantities.cells import Cell, table_cells
from repdiff.quantities.changes import adds, bare_change, grows_by, growth, levels, regrows, rises_to, running
from repdiff.quantities.directions import Turn, direction_of, is_bare, last_change, turn_of, turns_behind
from repdiff.quantities.measured import goes_to
from repdiff.quantities.subjects import Places, Stand, behind, row_end, shared_subject
from repdiff.quantities.times import period_of, stretch_of, stretches
from repdiff.quantities.units import Unit

_BORDER = re.compile(r"[|，；。：！？!?;…]|,(?!\d{3})|: |\. |:(?!\d)|——|\n")
_SET_LOWER = re.compile(r"\d{1,2}")
_LETTER = re.compile(r"[^?]\??")  # of a fragment: 达到?
_BESIDE_UNIT = re.compile(r"[（(][\u3400-\u9fff]{1,2}[)）]")
_SHORT = 6  # characters of a name that another clause must help: 总产, 完成投资
_NAMING = 2  # characters before a number that may be the name of what it measures
_ABOVE = 2  # sentences above one that may be its beginning: a line broken off, and a sign set lower
_ATTRIBUTIVE = frozenset({"count", "person", "", "area", "money", "length", "mass", "household", "age", "limit"})


def find_quantities(document: Document) -> tuple[Quantity, ...]:
    """The quantities of all sentences of a document but its headings, in the order of the text."""
    running = stretches(document)
    tables = table_cells(document)
    found: list[Quantity] = []
    for sentence in document.sentences:
        if sentence.id in tables:
            found += [_in_cell(cell, sentence, running[sentence.id]) for cell in tables[sentence.id]]
        elif sentence.role is not Role.HEADING:
            found += quantities_of(document, sentence.id, running[sentence.id])
    return tuple(found)


def _in_cell(cell: Cell, sentence: Sentence, running: Stretch) -> Quantity:
    """The quantity of a cell: its row and the head of its column are its clause."""
    one, called = cell.amount, f"{cell.row} {cell.head}".strip()
    turn = turn_of(folded(called), "", followed=False)
    measure = _measure(folded(called), folded(called), (one.unit, turn), "")
    return Quantity(
        span=cell.place,
        sentence=sentence.id,
        numbers=one.numbers,
        scale=one.unit.scale,
        unit=one.unit.base,
        family=one.unit.family,
        written=one.unit.written,
        bound=one.bound,
        qualifier=one.qualifier,
        measure=measure,
        period=Period.PAST if cell.past else Period.CURRENT,
        indicator=cell.place,
        names=(f"{called}#{cell.column}",),
        context="",
        clause=cell.place,
        stretch=running,
        direction=_direction(one, turn, measure, (called,)),
    )


def quantities_of(document: Document, sentence: int, running: Stretch = NOT_SAID) -> tuple[Quantity, ...]:
    """The quantities of one sentence, in order; `running` is the time that the text before it speaks of."""
    place = document.sentences[sentence]
    if not may_hold_amount(folded(document.plain(sentence))):
        return ()
    start = _unbroken(document, sentence)
    # A tab is a border like a bar, and would be lost among blanks.
    tidy = clean(document.source.plain(Span(start, place.span.end)).replace("\t", "|"), start)
    found = find_amounts(tidy.text)
    borders = [0, *(m.end() for m in _BORDER.finditer(tidy.text)), len(tidy.text)]
    places = Places(found, borders)
    result: list[Quantity] = []
    for index, one in enumerate(found):
        before = found[index - 1].end if index else 0
        after = found[index + 1].start if index + 1 < len(found) else len(tidy.text)
        frame = _frame(tidy.text, one, borders, before, after)
        stand = Stand(frame.before, frame.since)
        subject = shared_subject(tidy, index, places, stand, result)
        left = borders[max(0, bisect_left(borders, frame.clause.start) - 1)]
        context = tidy.shown[left : frame.clause.start] if frame.clause.start else ""
        ahead = tidy.text[: one.start]
        clause = ahead[frame.clause.start :], tidy.text[one.end : min(after, frame.clause.end)]
        around = _Around(subject, context, stretch_of(ahead, clause, running), row_end(tidy, places, index))
        result.append(_quantity(tidy, one, frame, around, place))
    return tuple(quantity for quantity in result if quantity.span.start >= place.span.start)


def _unbroken(document: Document, sentence: int) -> int:
    """Where the text that a sentence goes on with begins.

    That is its own beginning behind its number, but where it stands below a line that breaks off before its number, or below a sign set
    lower (M, 2, …).
    """
    own = document.sentences[sentence]
    before = [s for s in document.sentences[max(0, sentence - _ABOVE) : sentence] if _one_text(s, own)]
    texts = [document.plain(s.id).strip() for s in before]
    if len(before) == _ABOVE and _SET_LOWER.fullmatch(texts[1]) and texts[0][-1:].isalpha() and texts[0][-1:].isascii():
        return before[0].span.start
    begins = document.source.bare[own.span.start : own.span.start + 1]
    return (
        before[-1].span.start
        if before and begins.isdecimal() and _breaks_off().search(folded(texts[-1]))
        else document.wording(sentence).start
    )


def _one_text(before: Sentence, sentence: Sentence) -> bool:
    return before.section == sentence.section and before.role is not Role.HEADING


class _Frame(NamedTuple):
    """Where the phrases around a quantity stand in the clean text: before it, after it, the clause; whether it is attributive;
    where the quantity before it ends, and where the next one begins.
    """

    before: Span
    after: Span
    clause: Span
    attributive: bool
    since: int
    following: int


def _frame(text: str, one: Amount, borders: list[int], previous: int, following: int) -> _Frame:
    left = borders[max(0, bisect_left(borders, one.start + 1) - 1)]
    right = borders[min(bisect_left(borders, one.end), len(borders) - 1)]
    begin = max(left, previous)
    mark = _list_mark().match(text[begin : one.start])
    begin += mark.end() if mark else 0
    end = min(right, following)
    tail = text[one.end : end]
    if following < right and "、" in tail and not _long_phrase().search(tail):
        end = one.end + tail.rindex("、")
    while end > one.end and _BORDER.match(text[end - 1 : end]):
        end -= 1
    turn = _turn().search(text, one.end, end)
    end = turn.start() if turn else end
    tail = text[one.end : end]
    if previous > left:
        begin = max([begin, *(m.end() for m in _turn().finditer(text, begin, one.start))])
    into = _into().search(text[begin : one.start])
    stop = one.start - (len(into[0]) if into else 0)
    besides = _BESIDE_UNIT.match(tail)  # 25万套（间）: the other unit belongs to the number
    opening = one.end + (besides.end() if besides else 0)
    tail = text[opening:end]
    opens = bool(tail) and (tail[0].isalpha() or tail[0] in "“《「（(" or (tail[0] == " " and tail[1:2].isalpha()))
    attributive = (
        opens
        and one.unit.family in _ATTRIBUTIVE
        and (stop - begin < _NAMING or not _of().match(tail))
        and not rises_to().match(tail)
    )
    if not attributive and following < right and not tail.strip(_between()):
        end = opening = one.end
    return _Frame(
        Span(begin, max(begin, stop)), Span(min(opening, end), end), Span(left, right), attributive, previous, following
    )


class _Around(NamedTuple):
    """What the text around a quantity says: what it measures, where another quantity says so; the clause before it; its time; where the
    row of quantities ends that it belongs to.
    """

    subject: str
    context: str
    stretch: Stretch
    row_end: int


def _quantity(tidy: Clean, one: Amount, frame: _Frame, around: _Around, sentence: Sentence) -> Quantity:
    subject = around.subject
    before = tidy.text[slice(*frame.before)]
    named, after = tidy.shown[slice(*frame.before)], tidy.shown[slice(*frame.after)].strip()
    first, second = (after, named) if frame.attributive else (named, after if not named else "")
    if not frame.attributive and not first:
        first, second = after, ""
    if after and not subject and running().fullmatch(before.strip()):
        # 连续5年`提高养老金`
        first, second = after, ""
    known = bool(subject) and "#" not in subject
    changed = not before.strip() or is_bare(before) or turns_behind(tidy.text[one.end :])
    own = behind(tidy.text, one.end) if changed and not subject else None
    if own:
        first, second = tidy.shown[own.start : min(own.end, frame.following)].strip(), first
    names = tuple(n for n in ((subject,) if known else (subject, first, second)) if n) or ("",)
    place = frame.after if frame.attributive or not before else frame.before
    approach, rest = tidy.text[frame.clause.start : one.start], tidy.text[around.row_end : frame.clause.end]
    # Of a row with one verb the later numbers stand far from it; a bare change stands right beside its number.
    own_change = bare_change().fullmatch(before.strip()) or (is_bare(before) and last_change(before))
    of_row = bool(subject) and not (own_change or turns_behind(tidy.text[one.end :]))
    said = folded(subject.partition("#")[0]) if of_row else approach
    turn = _turn_of(tidy, one, frame, said if of_row else "")
    measure = _measure(said, before, (one.unit, turn), rest)
    return Quantity(
        span=tidy.span(one.start, one.end),
        sentence=sentence.id,
        numbers=one.numbers,
        scale=one.unit.scale,
        unit=one.unit.base,
        family=one.unit.family,
        written=_as_written(tidy, one, one.unit.written),
        bound=one.bound,
        qualifier=_as_written(tidy, one, one.qualifier),
        measure=measure,
        period=period_of(
            tidy.text,
            Span(max(frame.clause.start, frame.since), one.start),
            Span(one.end, max(one.end, frame.clause.end)),
            sentence.role,
        ),
        indicator=tidy.span(place.start, place.end),
        names=names,
        context=around.context if len(names[0]) <= _SHORT else "",
        clause=tidy.span(frame.clause.start, frame.clause.end),
        stretch=around.stretch,
        strict=one.strict,
        direction=_direction(one, turn, measure, names),
    )


def _turn_of(tidy: Clean, one: Amount, frame: _Frame, subject: str) -> Turn:
    """Which way a quantity goes by the words around it, or by the subject that it shares with others."""
    end = min(frame.clause.end, frame.following)
    begin = max(frame.clause.start, frame.since)
    return turn_of(
        subject or tidy.text[begin : one.start], tidy.text[one.end : end], followed=frame.following < frame.clause.end
    )


def _direction(one: Amount, turn: Turn, measure: Measure, names: tuple[str, ...]) -> Direction:
    """The direction; a number that is written below zero beside a word of falling says by itself where it goes."""
    direction = direction_of(turn, measure, one.unit.family, folded(" ".join(names)))
    below = any(number < 0 for number in one.numbers)
    return Direction.UNSAID if below and direction is Direction.DOWN else direction


def _as_written(tidy: Clean, one: Amount, part: str) -> str:
    """A part of an amount with the characters that the text has for it."""
    if tidy.text == tidy.shown:
        return part
    own = tidy.text[one.start : one.end]
    return "".join(tidy.shown[one.start + own.index(char)] if char in own else char for char in part)


def _measure(approach: str, before: str, amount: tuple[Unit, Turn], after: str) -> Measure:
    unit, turn = amount
    if turn.starts or rises_to().match(after):
        return Measure.BASE
    if levels().search(approach) or (unit.family != "times" and goes_to().match(after)):
        return Measure.LEVEL
    grows = growth().search(approach)
    if (grows or turn.governs) and (regrows().search(approach) or unit.family in ("percent", "times")):
        return Measure.GROWTH
    if unit.family == "points":
        return Measure.GROWTH
    if unit.family == "percent":
        return Measure.LEVEL
    return Measure.INCREMENT if turn.governs or adds().search(approach) or grows_by().search(before) else Measure.LEVEL


@cache
def _list_mark() -> re.Pattern[str]:
    han, spaced = (alternatives(lambda words: words.amounts.list_opens, blanks=blanks) for blanks in (False, True))
    return re.compile(rf"^(?:[\s、,，\-●■◆▪•·※▲★○]|{han})+|^(?:{spaced}) ")


@cache
def _into() -> re.Pattern[str]:
    """What stands between an indicator and its number."""
    han, spaced = (alternatives(lambda words: words.changes.into, blanks=blanks) for blanks in (False, True))
    return re.compile(rf"(?:(?:{han})+|\s*(?<!\w)(?:{spaced})\s*)\Z")


@cache
def _long_phrase() -> re.Pattern[str]:
    """231个省、市重点项目完成投资: the list is one subject."""
    return re.compile(rf"(?:{alternatives(lambda words: words.changes.achieved)})[^、]{{0,6}}\Z")


@cache
def _breaks_off() -> re.Pattern[str]:
    """A line cannot end with a verb that asks for its number. Its characters may be set wide."""
    picks = (
        lambda words: words.changes.moves,
        lambda words: words.changes.rates,
        lambda words: words.changes.breaks_off,
    )
    words = [word for pick in picks for fragment in fragments(pick, blanks=False) for word in fragment.split("|")]
    han = "|".join(r"\s*".join(_LETTER.findall(word)) for word in words)
    spaced = alternatives(lambda words: words.changes.breaks_off, blanks=True)
    return re.compile(rf"(?:{han}|\b(?:{spaced}))\Z", re.IGNORECASE)


@cache
def _turn() -> re.Pattern[str]:
    """Where a phrase in a language with spaces goes over to something else."""
    return re.compile(f" (?:{alternatives(lambda words: words.amounts.turns)}) ")


@cache
def _of() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.amounts.of))


@cache
def _between() -> str:
    """Characters that may stand alone between two amounts."""
    return " 、" + "".join(fragments(lambda words: words.amounts.joins, blanks=False)).replace("|", "")
