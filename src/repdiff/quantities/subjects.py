"""What a quantity measures where the words beside it do not say it alone: a subject that several numbers share, or one said before."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from repdiff.languages.fragments import alternatives
from repdiff.languages.han import folded
from repdiff.languages.numerals import COUNTING
from repdiff.model.quantities import Measure, Quantity
from repdiff.model.texts import Span
from repdiff.quantities.amount import Amount
from repdiff.quantities.amounts import Clean, joined
from repdiff.quantities.changes import bare_change, growth, leaning, levels, running
from repdiff.quantities.directions import is_bare, last_change, turns_behind

_STRONG = re.compile(r"[。；！？!?;]|\. |: |：|\n")
_LONGEST_TAIL = 12  # characters that a list may have in common at its end
_CLAUSE = re.compile("[，,]")
_BESIDE = 40  # characters before a row of numbers in which “respectively” may stand


class Places(NamedTuple):
    """All amounts of a clean text, and where its clauses have their borders."""

    found: list[Amount]
    borders: list[int]

    def clause_start(self, at: int) -> int:
        """Where the clause of a character begins."""
        return self.borders[max(0, bisect_left(self.borders, at + 1) - 1)]


class Stand(NamedTuple):
    """Where the phrase before an amount stands, and where the amount before it ends."""

    before: Span
    since: int


def shared_subject(tidy: Clean, index: int, places: Places, stand: Stand, done: Sequence[Quantity]) -> str:
    """The name that an amount takes from a list that it belongs to, or from the quantity before it; empty where it has its own."""
    return (
        _listed(tidy, places, index)
        or _respective(tidy, places, index)
        or _same_subject(tidy, places.found[index], stand, done)
    )


def _same_subject(tidy: Clean, one: Amount, stand: Stand, before: Sequence[Quantity]) -> str:
    """The name of the quantity before, with how this one changes, where its clause says nothing but that; else empty."""
    change = tidy.text[slice(*stand.before)]
    rank = _rank().match(change)
    if rank and bare_change().fullmatch(change, rank.end()):
        # Where it stands among others (`稳居前十、`增长4.8%) is told of the same subject.
        one_text = not _STRONG.search(tidy.text[stand.since : stand.before.start])
        return _unchanged(before[-1].names[0]) + change[rank.end() :] if before and one_text else ""
    between = tidy.text[stand.since : stand.before.start]
    ranked = running().fullmatch(change.strip()) and _ranks().match(tidy.text, one.end)
    if ranked or leaning().match(change.strip()):
        # `进出口增长5%、占全国3%`: whose share it is stands before.
        goes_on = bool(before) and not _STRONG.search(between)
        return _whose(before[-1].names[0]) + change.strip() if goes_on else ""
    if not before or _STRONG.search(between):
        return _subject_before(tidy, one, stand)
    if before[-1].measure is Measure.BASE and not change.strip() and not _CLAUSE.search(between):
        # `fell from 9 to 7 percent`
        turned = last_change(folded(before[-1].names[0]))
        return before[-1].names[0][: turned.start] if turned and turned.start else ""
    name = _unchanged(before[-1].names[0])
    alone = is_bare(change) or (not change.strip() and turns_behind(tidy.text[one.end :]))
    if alone and stand.since and not behind(tidy.text, one.end):
        return name
    if not _follows(between):
        return ""
    grows = bare_change().fullmatch(change.strip())
    if grows is None:
        return ""
    if levels().search(tidy.text[stand.before.start : one.start]):
        return name
    at = stand.before.start + len(change) - len(change.lstrip())
    return name + tidy.shown[at + grows.start(1) : at + grows.end(1)]


def _subject_before(tidy: Clean, one: Amount, stand: Stand) -> str:
    """The subject of the clause before, of which it is only said that it turned (`由正转负，下降2%`), with how this clause goes on."""
    said = tidy.text[slice(*stand.before)].strip(" ,，")
    if bare_change().fullmatch(said) is None:
        return ""
    clauses = [
        each
        for each in _CLAUSE.split(tidy.shown[max(stand.since, _start(tidy, one)) : stand.before.start])
        if each.strip()
    ]
    turned = clauses and last_change(folded(clauses[-1]))
    return clauses[-1][: turned.start] + said if turned and turned.start else ""


def _start(tidy: Clean, one: Amount) -> int:
    """Where the part of a sentence between its strong marks begins that an amount stands in."""
    return max([mark.end() for mark in _STRONG.finditer(tidy.text, 0, one.start)], default=0)


def behind(text: str, at: int) -> Span | None:
    """Where the phrase stands that says behind a number what changes by it: a 2-percent drop `in exports`, in a language with blanks."""
    found = _own_noun().match(text, at)
    return Span(*found.span(1)) if found else None


def _follows(between: str) -> bool:
    """Whether what stands between two quantities leaves the second one to the subject of the first."""
    return not between.strip(" ,，、") or bool(re.fullmatch(r"[^，。；,;]{0,4}[，,、]?[^，。；,;]{0,1}", between))


def _whose(name: str) -> str:
    """The subject in a name that says how it changes, or what it is a share of."""
    said = leaning().search(folded(name), 1)
    return _unchanged(name[: said.start()] if said else name)


def _unchanged(name: str) -> str:
    """A name without the word at its end that says that it changes."""
    end = growth().search(folded(name))
    return name[: end.start()] if end else name


def _respective(tidy: Clean, places: Places, index: int) -> str:
    """What the amount measures where one subject lists several and the numbers follow “respectively”; else empty."""
    text, found = tidy.text, places.found
    left = places.clause_start(found[index].start)
    row = _row(index, lambda n: joined(text, found[n], found[n + 1]), len(found))
    if len(row) == 1:
        return ""
    end = found[row[0]].start
    mark = _respectively().search(text, left, end)
    stop = mark.start() if mark else end
    verb = tidy.shown[mark.end() : end] if mark else ""
    lead = _lead().match(text, left, stop)
    left = lead.end() if lead else left
    items = _numerals(text, Span(left, stop), len(row)) or _items(text, Span(left, stop), _list_joins())
    if len(items) != len(row):
        return tidy.shown[left:stop] + verb + "#" + str(row.index(index))
    named = [tidy.shown[slice(*item)] for item in items]
    turn = row.index(index)
    return named[turn] + (_tail(named) if turn < len(named) - 1 else "") + verb


def _listed(tidy: Clean, places: Places, index: int) -> str:
    """The same in a language with blanks: `A, B and C rose by 3, 4 and 5 percent respectively`."""
    text, found = tidy.text, places.found
    if not _respectively_behind().search(text):
        return ""
    row = _row(index, lambda n: bool(_in_row().fullmatch(text, found[n].end, found[n + 1].start)), len(found))
    if len(row) == 1 or not _respectively_behind().search(text, max(0, found[row[0]].start - _BESIDE)):
        return ""
    first = found[row[0]].start
    left = max([m.end() for m in _STRONG.finditer(text, 0, first)], default=0)
    verb = last_change(text[left:first])
    if verb is None:
        return ""
    items = _items(text, Span(left, left + verb.start), _spaced_joins())
    if len(items) != len(row):
        return ""
    named = [tidy.shown[slice(*item)].strip(" ,") for item in items]
    return f"{named[row.index(index)]} {tidy.shown[left + verb.start : left + verb.end]}"


def row_end(tidy: Clean, places: Places, index: int) -> int:
    """Where the last amount of the row ends that an amount belongs to; a row is joined by “and” or its sign alone."""
    found = places.found
    return found[_row(index, lambda n: joined(tidy.text, found[n], found[n + 1]), len(found))[-1]].end


def _row(index: int, is_joined: Callable[[int], bool], size: int) -> list[int]:
    """The numbers of neighbouring amounts that are joined with the one at `index`."""
    first = last = index
    while first and is_joined(first - 1):
        first -= 1
    while last + 1 < size and is_joined(last):
        last += 1
    return list(range(first, last + 1))


def _items(text: str, place: Span, joins: re.Pattern[str]) -> list[Span]:
    """Where the items of a list stand that is written there."""
    marks = [Span(*mark.span()) for mark in joins.finditer(text, *place)]
    starts, ends = [place.start, *(mark.end for mark in marks)], [*(mark.start for mark in marks), place.end]
    return [Span(a, b) for a, b in zip(starts, ends, strict=True) if a < b]


def _numerals(text: str, place: Span, size: int) -> list[Span]:
    """The items of a list of numerals that nothing parts (一二三产), the last one with their common tail; none where it is no such."""
    end = place.start + size
    plain = text[place.start : end]
    if len(plain) < size or end >= place.end or any(char not in COUNTING for char in plain) or text[end] in COUNTING:
        return []
    return [*(Span(at, at + 1) for at in range(place.start, end - 1)), Span(end - 1, place.end)]


def _tail(items: Sequence[str]) -> str:
    """What all items of a list have in common at the end of its last one: 一产、二产、三产`增加值`; empty where nothing shows it.

    It shows where the last item, cut to the length of the others, ends as all of them do.
    """
    *others, last = items
    if all(each in COUNTING for each in (*others, last[:1])):  # 一、二、三产
        return last[1:]
    group = _groups().match(last)
    if group and all(map(_groups().fullmatch, others)):  # 城镇和农村`常住居民收入`
        return last[group.end() :]
    size = len(others[0])
    if any(len(each) != size or each[-1] != last[size - 1 : size] for each in others):
        return ""
    return last[size:] if 0 < len(last) - size <= _LONGEST_TAIL else ""


@cache
def _groups() -> re.Pattern[str]:
    """Levels and groups that one thing is counted for."""
    return re.compile(alternatives(lambda words: words.promises.scopes, blanks=False))


@cache
def _rank() -> re.Pattern[str]:
    """What says between two marks where something stands among others."""
    return re.compile(
        rf"(?:、?[^、，。；]{{0,2}}(?:{alternatives(lambda words: words.units.ranked, blanks=False)})[^、，。；]*[、，])+"
    )


@cache
def _ranks() -> re.Pattern[str]:
    """Behind a number, that something stands among others for so long."""
    return re.compile(rf"[^，。；]{{0,4}}?(?:{alternatives(lambda words: words.units.ranked, blanks=False)})")


@cache
def _lead() -> re.Pattern[str]:
    """Words before a list that belong to none of its items."""
    return re.compile(rf"(?:{alternatives(lambda words: words.changes.beside, blanks=False)})+")


@cache
def _own_noun() -> re.Pattern[str]:
    of_what = alternatives(lambda words: words.directions.of_what, blanks=True)
    return re.compile(rf"[^,;:.]{{0,30}}? (?:{of_what}) ((?!\d)[^\d,;:.，。；]+)")


@cache
def _respectively() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.amounts.respectively, blanks=False))


@cache
def _respectively_behind() -> re.Pattern[str]:
    return re.compile(rf"(?i:(?<!\w)(?:{alternatives(lambda words: words.amounts.respectively, blanks=True)})(?!\w))")


@cache
def _list_joins() -> re.Pattern[str]:
    return re.compile(f"、|{alternatives(lambda words: words.amounts.list_joins)}")


@cache
def _spaced_joins() -> re.Pattern[str]:
    return re.compile(rf",? (?:{alternatives(lambda words: words.amounts.joins, blanks=True)}) |, ")


@cache
def _in_row() -> re.Pattern[str]:
    return re.compile(rf",? (?:(?:{alternatives(lambda words: words.amounts.joins, blanks=True)}) )?(?:(?:by|to) )?")
