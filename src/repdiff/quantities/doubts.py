"""What speaks against comparing two paired quantities: one function for each doubt.

A function takes the old side and the new side, each a document with one of its quantities, and gives the doubt in words, or nothing. To
add one, write it here, put it into DOUBTS, and give its words to the catalogues of the reports.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Final, NamedTuple

from repdiff.languages.fragments import word_set
from repdiff.languages.number_words import NumberWords
from repdiff.model.document import Document
from repdiff.model.quantities import Direction, Measure, Period, Quantity, Stretch
from repdiff.model.said import Said
from repdiff.quantities.directions import change_words, crosses_zero, side_of_zero
from repdiff.quantities.sameness import shared
from repdiff.quantities.times import beside_a_year

_YEAR = 12
_SLIPS = (Decimal(10**4), Decimal(10**8))  # what 万 and 亿 multiply by
_FAR = 4  # how many times the other a number may be that is called the same but for its verb
_FAR_UNNAMED = 2  # and one that is called otherwise
_NEAR = Decimal("0.05")  # how far beside such a factor two numbers may be: more than a year's change would hide in it


class Cited(NamedTuple):
    """A quantity with the document that it stands in."""

    document: Document
    quantity: Quantity


Doubt = Callable[[Cited, Cited], Said | str]


def doubt(old: Cited, new: Cited) -> str:
    """The gravest doubt about a pair of quantities; empty where nothing speaks against comparing them."""
    return next((said for ask in DOUBTS if (said := ask(old, new))), "")


def grave(old: Cited, new: Cited) -> bool:
    """Whether so much speaks against comparing the two that they are not shown beside each other: more than one thing."""
    asked: tuple[Doubt, ...] = (of_time, of_count, of_name, of_size)
    return sum(bool(ask(old, new)) for ask in asked) > 1


def of_stretch(old: Cited, new: Cited) -> Said | str:
    """They may count over different times, where only one text says so or the words leave it open."""
    mine, theirs = old.quantity.stretch, new.quantity.stretch
    if mine == theirs or not (beside_a_year(mine) or beside_a_year(theirs)):
        return ""
    return Said("the old number covers {old}, the new one {new}", old=_called(mine), new=_called(theirs))


def of_period(old: Cited, new: Cited) -> Said | str:
    """One of them is that of a later year."""
    if (old.quantity.period is Period.LATER) == (new.quantity.period is Period.LATER):
        return ""
    mine, theirs = (Said("later years") if q.period is Period.LATER else _called(q.stretch) for _, q in (old, new))
    return Said("the old number covers {old}, the new one {new}", old=mine, new=theirs)


def of_slipped_unit(old: Cited, new: Cited) -> Said | str:
    """One of them is ten thousand times the other, or that squared, as it is written with another power (4.9万人, 4.9亿人)."""
    one, other = old.quantity, new.quantity
    low, high = sorted((abs(one.value), abs(other.value)))
    if not low or one.scale == other.scale or one.family != other.family:
        return ""
    for factor in _SLIPS:
        if abs(high / low / factor - 1) <= _NEAR:
            return Said(
                "one of the two may be off by a factor of {factor}: {old} against {new}",
                factor=f"{factor:,}",
                old=_written(old),
                new=_written(new),
            )
    return ""


def of_direction(old: Cited, new: Cited) -> Said | str:
    """Only one text says which way it goes, or both say it in words that leave it open."""
    one, other = old.quantity, new.quantity
    if Measure.GROWTH is one.measure is other.measure:
        open_ = [_is_open(each) for each in (one, other)]
        known = [each.direction for each in (one, other)]
        if open_[0] != open_[1] or (all(open_) and change_words(one.name) != change_words(other.name)):
            return Said("it is not certain that both texts say which way it goes") if all(open_) or any(known) else ""
        return ""
    sides = {side_of_zero(each) for each in (one, other)}
    if one.measure is other.measure and sides == {Direction.UNSAID, Direction.DOWN}:
        return Said("only one of the two is called a loss or a deficit")
    return ""


def of_name(old: Cited, new: Cited) -> Said | str:
    """They are called so differently that one may be a part of the other, or another thing of its kind."""
    found = shared(old.quantity, new.quantity)
    if (
        not found.unsure
        or crosses_zero(old.quantity, new.quantity)
        or (found.shorter == 1 and all(map(_alone, (old, new))))
    ):
        return ""
    return Said("they may not measure the same: the names differ")


def of_size(old: Cited, new: Cited) -> Said | str:
    """One is many times the other, and their sentences say more than that: a part and the whole, or one year and several."""
    one, other = old.quantity, new.quantity
    low, high = sorted((abs(one.value), abs(other.value)))
    grows = Measure.GROWTH in (one.measure, other.measure)
    if not low or all(map(_alone, (old, new))) or crosses_zero(one, other) or (grows and not shared(one, other).unsure):
        return ""
    far = _FAR if grows or shared(one, other).longer == 1 else _FAR_UNNAMED
    return Said("one is many times the other") if high / low >= far else ""


def of_count(old: Cited, new: Cited) -> Said | str:
    """They count in different units, of which neither is that of things without one of their own."""
    one, other = old.quantity, new.quantity
    if (
        one.unit == other.unit
        or one.family != "count"
        or other.family != "count"
        or word_set(_piece) & {one.unit, other.unit}
    ):
        return ""
    return Said("they are counted in different units")


def of_time(old: Cited, new: Cited) -> Said | str:
    """They may speak of different times."""
    return of_stretch(old, new) or of_period(old, new)


DOUBTS: Final[tuple[Doubt, ...]] = (
    of_slipped_unit,
    of_direction,
    of_stretch,
    of_period,
    of_count,
    of_name,
    of_size,
)
"""All doubts, the gravest first."""


def _alone(side: Cited) -> bool:
    """Whether the clause of a quantity is all that its sentence says."""
    sentence = side.document.sentences[side.quantity.sentence].span
    rest = side.document.source.bare[side.quantity.clause.end : sentence.end]
    return side.quantity.clause.start <= sentence.start and not any(map(str.isalnum, rest))


def _piece(words: NumberWords) -> str:
    return words.units.piece


def _is_open(quantity: Quantity) -> bool:
    """Whether nothing says which way a growth goes: no word, and no sign."""
    return quantity.direction is Direction.UNSAID and all(number >= 0 for number in quantity.numbers)


def _written(side: Cited) -> str:
    return " ".join(side.document.source.quote(side.quantity.span).replace("*", "").split())


def _called(stretch: Stretch) -> Said:
    """The stretch in words."""
    if stretch.so_far:
        return Said("all the time so far")
    if not stretch.months:
        return Said("a time that is not said")
    if stretch.months % _YEAR:
        named = {1: Said("one month"), 3: Said("one quarter"), 6: Said("half a year")}
        return named.get(stretch.months) or Said("{count} months", count=stretch.months)
    years = stretch.months // _YEAR
    return Said("one year") if years == 1 else Said("{count} years", count=years)
