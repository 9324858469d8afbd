"""Units: what a unit as written comes to in its base unit, and which units may be compared."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from repdiff.languages.fragments import Scripts, alternatives, characters, number_words, written_in
from repdiff.languages.han import folded
from repdiff.languages.numerals import AMOUNT_POWERS, HAN_POWERS
from repdiff.languages.scripts import has_han, has_kana
from repdiff.languages.speech import Speech, speech_of
from repdiff.languages.units import BASES, SIGNS
from repdiff.quantities.measured import Side

_YUAN_OR_YEN = ("¥", "￥")


class Unit(NamedTuple):
    """A unit: its base unit, its family, how many base units it is, and how it is written (`万人`)."""

    base: str
    family: str
    scale: Decimal
    written: str


def comparable(one: str, other: str) -> bool:
    """Whether quantities of two families may measure the same: a bare number goes with counts, persons and households."""
    return one == other or ("" in (one, other) and {one, other} <= {"count", "person", "household", ""})


def unit_of(side: Side, text: str) -> Unit:
    """The unit of a number as it stands in a clean text."""
    tail = side.tail
    powers, rest = split_powers(tail["power"] or "")
    letters = tail["letters"] or ""
    scale = power_of(powers) * (_multiple(text, *tail.span("letters")) if letters else 1)
    word = (tail["percent"] or tail["unit"] or tail["sign"] or re.sub(r"\s", "", tail["money"] or "")).strip()
    noun = (tail["noun"] or "").strip()
    sure = "".join(char for char in powers if char not in _vague())
    written = " ".join(part for part in (sure + word + ("" if word else letters), noun) if part)
    if side.currency in _YUAN_OR_YEN and has_han(text) and not has_kana(text):
        return _known("RMB", scale, f"{powers}{letters} {side.currency}".strip())
    if side.currency and not (has_han(side.currency) and _known(word, scale, "").family not in ("", "money")):
        return _known(
            side.currency if side.currency in _units() else side.currency[-1:],
            scale,
            f"{powers}{letters} {side.currency}".strip(),
        )
    if noun:
        word = _head(noun)
        written = f"{letters} {noun}".strip()
    return _per(_known(word, scale, written or rest), (tail["per"] or "")[1:])


def power_of(powers: str) -> Decimal:
    """What powers of one character multiply by."""
    scale, attached = Decimal(1), _attached_powers()
    for char in powers:
        scale *= HAN_POWERS.get(char) or attached.get(char, 1)
    return scale


def split_powers(power: str) -> tuple[str, str]:
    """The powers right behind a number, and the smaller numbers with powers that are added (`万`, `2千`)."""
    at = next((at for at, char in enumerate(power) if char.isdecimal()), len(power))
    return power[:at].strip(), power[at:].strip()


def _per(unit: Unit, word: str) -> Unit:
    """The unit divided by another one."""
    if not word:
        return unit
    bare = word if word in _units() else word.lstrip(AMOUNT_POWERS)
    below = _known(bare or word, power_of(word[: len(word) - len(bare)]) if bare else Decimal(1), word)
    return Unit(
        f"{unit.base}/{below.base}", f"{unit.family}/{below.family}", unit.scale / below.scale, f"{unit.written}/{word}"
    )


def unit_in(rest: str) -> Unit:
    """The unit that stands behind a number in Han numerals, before what qualifies it."""
    word = _qualified().sub("", rest)
    return _known(word, Decimal(1), word)


def _head(noun: str) -> str:
    words = noun.replace("-", " ").split()
    return noun if noun in _units() else next((word for word in words if word in _units()), words[-1])


def unit_called(word: str) -> Unit:
    """The unit of a word as it stands alone."""
    return _known(folded(word), Decimal(1), word)


def _known(word: str, scale: Decimal, written: str) -> Unit:
    parts = _division().split(word, maxsplit=1) if word not in _units() else [word]
    if len(parts) > 1 and all(parts):
        return _per(_known(parts[0], scale, written.rpartition(word[len(parts[0])])[0]), parts[1])
    word = parts[0]
    if word in _units():
        family, size = _units()[word]
        return Unit(BASES[family], family, scale * size, written)
    # An unknown unit counts things: 家, 个, 条, 座.
    return Unit(word, "count", scale, written)


@cache
def _division() -> re.Pattern[str]:
    return re.compile(f"[/{characters(lambda words: words.units.per)}]")


@cache
def _units() -> dict[str, tuple[str, Decimal]]:
    """Words and signs of units with their family, and how many base units they are."""
    rows = [*(row for words in number_words() for row in words.units.families), *SIGNS]
    found = {
        folded(word.replace("_", " ")): (family, Decimal(size))
        for family, words, size in rows
        for word in words.split()
    }
    return {"": ("", Decimal(1))} | found


def _multiple(text: str, start: int, end: int) -> Decimal:
    """What `million`, or `hundred thousand`, at [start, end) multiplies by."""
    size = Decimal(1)
    speech = speech_of(text)
    while start < end:
        rows = (*_multiples(speech.scripts, speech.latin), *_multiples(speech.scripts, ""))
        found = [(match.end(), by) for pattern, by in rows if (match := pattern.match(text, start))]
        at, by = max(found, key=lambda each: min(end, each[0]), default=(end, 1))
        size *= by
        start = at + 1 if at < end and text[at] == " " else at
    return size


@cache
def _multiples(scripts: Scripts, latin: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """The multiples of a speech; of all languages of its scripts where its own is not known."""
    spoken = Speech(scripts, latin).words if latin else written_in(scripts)
    return tuple((re.compile(fragment), size) for words in spoken for fragment, size in words.units.multiples)


@cache
def _attached_powers() -> dict[str, int]:
    return {power: size for words in number_words() for power, size in words.units.attached_powers}


@cache
def _vague() -> str:
    return characters(lambda words: words.amounts.more) + characters(lambda words: words.amounts.some)


@cache
def _qualified() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lambda words: words.amounts.close_after)})\Z")
