"""Units: what a unit as written comes to in its base unit, and which units may be compared."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from repdiff.languages.fragments import alternatives, characters, number_words
from repdiff.languages.han import folded
from repdiff.languages.numerals import HAN_POWERS
from repdiff.languages.units import BASES, SIGNS
from repdiff.text.quantity_grammar import Measured


class Unit(NamedTuple):
    """A unit: its base unit, its family, how many base units it is, and how it is written (`万人`)."""

    base: str
    family: str
    scale: Decimal
    written: str


def comparable(one: str, other: str) -> bool:
    """Whether quantities of two families may measure the same: a bare number goes with counts, persons and households."""
    return one == other or ("" in (one, other) and {one, other} <= {"count", "person", "household", ""})


def unit_of(found: Measured) -> Unit:
    """The unit of a quantity in digits."""
    low, high = found.low, found.high
    side = high if high and (high["percent"] or high["power"] or high["unit"]) else low
    power, letters = side["power"] or "", side["letters"] or ""
    noun = side["noun"] or low["noun"] or ""
    word = (side["percent"] or side["unit"] or side["attached"] or "").strip()
    scale = _multiple(letters) if letters else Decimal(1)
    attached = _attached_powers()
    for char in power + (word if word[:1] in attached else ""):
        scale *= HAN_POWERS.get(char) or attached.get(char, 1)
    written = "".join(part for part in (power.strip(_vague()), word, letters) if part)
    currency = found.currency.strip()
    if currency:
        return _known(currency if currency in _units() else currency[-1:], scale, f"{written} {currency}".strip())
    if noun:
        return _known(_head(noun), scale, f"{written} {noun}".strip())
    return _known(word.strip("％%") + "%" if word in ("%", "％") else word, scale, written)


def unit_in(rest: str) -> Unit:
    """The unit that stands behind a number in Han numerals, before what qualifies it."""
    word = _qualified().sub("", rest)
    return _known(word, Decimal(1), word)


def _head(noun: str) -> str:
    words = noun.split()
    return next((word for word in words if word in _units()), words[-1])


def unit_called(word: str) -> Unit:
    """The unit of a word as it stands alone."""
    return _known(folded(word), Decimal(1), word)


def _known(word: str, scale: Decimal, written: str) -> Unit:
    word = word.split("/", maxsplit=1)[0]
    if word in _units():
        family, size = _units()[word]
        return Unit(BASES[family], family, scale * size, written)
    # An unknown unit counts things: 家, 个, 条, 座.
    return Unit(word, "count", scale, written)


@cache
def _units() -> dict[str, tuple[str, Decimal]]:
    """Words and signs of units with their family, and how many base units they are."""
    rows = [*(row for words in number_words() for row in words.units.families), *SIGNS]
    found = {folded(word): (family, Decimal(size)) for family, words, size in rows for word in words.split()}
    return {"": ("", Decimal(1))} | found


def _multiple(letters: str) -> Decimal:
    """What `million` multiplies by."""
    return next((Decimal(size) for pattern, size in _multiples() if pattern.fullmatch(letters)), Decimal(1))


@cache
def _multiples() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(fragment), size) for words in number_words() for fragment, size in words.units.multiples)


@cache
def _attached_powers() -> dict[str, int]:
    return {power: size for words in number_words() for power, size in words.units.attached_powers}


@cache
def _vague() -> str:
    return characters(lambda words: words.amounts.more) + characters(lambda words: words.amounts.some)


@cache
def _qualified() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lambda words: words.amounts.close_after)})\Z")
