"""Amounts: where a number with its unit and qualifier stands in a sentence, and how much it is.

A number is no amount where it is a date, an ordinal, numbering, or part of a name (`5G`, `S312`, “5+1”, 2.0版).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import NamedTuple

from repdiff.languages.fragments import alternatives, characters, word_set
from repdiff.languages.han import folded
from repdiff.languages.number_words import NumberWords
from repdiff.languages.numerals import AMOUNT_POWERS, COUNTED_DIGITS, HAN_DIGITS, HAN_POWERS, han_value
from repdiff.languages.units import BASES
from repdiff.model.quantities import Bound
from repdiff.model.texts import Span
from repdiff.quantities.qualifiers import qualify
from repdiff.quantities.units import Unit, unit_in, unit_of
from repdiff.text.quantity_grammar import Measured, find_measured, han_quantity

# Half width for all but the marks that end a clause: those tell a comma of the text from one inside a number.
_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "！，：；？"} | {0x3000: 0x20}
_LAYOUT = re.compile(r"\*\*|\s")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NUMBERING = re.compile(r"[.、)]")
_LONGEST_NAMING = 10  # characters of a word that makes a name of the number behind it, with its blanks
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # plain numbers between them are years
_PARTS = ("percent", "unit", "letters", "noun", "power", "attached")
_QUOTED = re.compile(r"[“‘『「《〈\"]([^“”‘’『』「」《》〈〉\"，。；,;]{1,24})[”’』」》〉\"]")


class Clean(NamedTuple):
    """A sentence without what only lays it out (`**`, line breaks inside Chinese), in half width, and where its characters stand.

    `text` is what words are looked for in, with traditional characters folded; `shown` the same as written, character by character.
    """

    text: str
    shown: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Characters [start, end) of the clean text as a span of the source; blanks at its ends left out."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            at = self.places[min(start, len(self.places) - 1)] if self.places else 0
            return Span(at, at)
        return Span(self.places[start], self.places[end - 1] + 1)


class Amount(NamedTuple):
    """An amount in a clean text: from its qualifier to its end, where its digits begin, its numbers and its unit."""

    start: int
    digits: int
    end: int
    numbers: tuple[Decimal, ...]
    unit: Unit
    qualifier: str
    bound: Bound
    strict: bool = False


def may_hold_amount(text: str) -> bool:
    """Whether a folded text can hold an amount at all: a quick look."""
    if any(map(str.isdecimal, text)):
        return True
    return any(pattern.search(text) for pattern in (han_quantity(), _doubled(), _zero()))


def clean(text: str, start: int) -> Clean:
    """The clean text of a sentence that begins at code point `start` of its source."""
    narrow = text.translate(_WIDTHS)
    if _LAYOUT.search(narrow) is None:
        return Clean(folded(narrow), narrow, range(start, start + len(narrow)))
    han = _HAN.search(narrow) is not None
    kept: list[str] = []
    places: list[int] = []
    for at, char in enumerate(narrow):
        if narrow.startswith("**", at) or (char == "*" and narrow.startswith("**", at - 1) and at):
            continue
        if char.isspace():
            following = narrow[at + 1 : at + 2]
            letters = (
                bool(kept) and kept[-1].isascii() and kept[-1].isalpha() and following.isascii() and following.isalpha()
            )
            if (han and not letters) or (kept and kept[-1] == " "):
                continue
        kept.append(" " if char.isspace() else char)
        places.append(start + at)
    shown = "".join(kept)
    return Clean(folded(shown), shown, places)


def find_amounts(text: str) -> list[Amount]:
    """The amounts of a clean text, in digits and in Han numerals, in order; none inside a short name in quotes."""
    return _with_shared_units(text, list(_found(text)))


def joined(text: str, one: Amount, other: Amount) -> bool:
    """Whether nothing but 、 or a word for “and” stands between two neighbouring amounts."""
    return bool(_joins().fullmatch(text[one.end : other.start]))


def _found(text: str) -> Iterator[Amount]:
    named = [m.span(1) for m in _QUOTED.finditer(text)]
    found = [*_in_digits(text), *_in_han(text)]
    end = -1
    for one in sorted(found, key=lambda f: f.digits):
        if one.digits >= end and not any(a <= one.digits and one.end <= b for a, b in named):
            yield one
            end = one.end


def _with_shared_units(text: str, found: list[Amount]) -> list[Amount]:
    """`1.5个和1.6个百分点`, `30和5元`: the unit of a row may stand at its end alone."""
    for n in range(len(found) - 2, -1, -1):
        one, following = found[n], found[n + 1]
        piece = one.unit.base in word_set(_piece) and following.unit.family == "points"
        short = one.unit.base == "" or piece
        if short and one.unit.scale == 1 and one.unit.family != "zero" and joined(text, one, following):
            found[n] = one._replace(unit=following.unit)
    return found


def _in_digits(text: str) -> Iterator[Amount]:
    for each in find_measured(text):
        numbers = _numbers(each.low["number"], each.high["number"] if each.high else None)
        if numbers is None or _is_name(text, each):
            continue
        unit = unit_of(each)
        if _is_year(each, numbers, unit) or (each.low.start() == 0 and _NUMBERING.match(text, each.end)):
            continue
        end, after = each.end, each.after
        counted = _counted().match(text, end) if not unit.base and not after else None
        if counted:
            unit, end, after = (
                unit._replace(base=counted[1], family="count", written=unit.written + counted[1]),
                counted.end(),
                counted[2] or "",
            )
        bare = _Bare(Span(each.start, end), each.low.start(), numbers, unit, after, each.low["power"] or "")
        yield _qualified(text, bare)


def _numbers(low: str, high: str | None) -> tuple[Decimal, ...] | None:
    """The numbers of a match; None where the marks inside say that it is none (a time, a version, a score)."""
    parts = [low] if high is None else [low, high]
    if high is None and re.fullmatch(r"\d+(?:\.\d+)?-\d+(?:\.\d+)?", low):
        parts = low.split("-")
    try:
        values = tuple(Decimal(_plain(part)) for part in parts)
    except InvalidOperation:
        return None
    return values if len(values) == 1 or values[0] <= values[1] else None


def _plain(number: str) -> str:
    """The number as Python reads it; what is none stays none."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+", number):
        return number.replace(".", "").replace(",", ".")
    if re.fullmatch(r"\d{1,3}(?:[,，\u202f '’]\d{3})+(?:\.\d+)?", number):
        return re.sub(r"[,，\u202f '’]", "", number)
    if re.fullmatch(
        r"\d{1,3}(?:\.\d{3})*\.\d\d0", number
    ):  # 250.000 Tonnen: nobody measures to a thousandth that is nought
        return number.replace(".", "")
    if re.fullmatch(r"\d+,\d{1,2}", number):
        return number.replace(",", ".")
    return number


def _is_name(text: str, found: Measured) -> bool:
    low = found.low
    if _name_before().search(text[max(0, found.start - _LONGEST_NAMING) : found.start]):
        return True
    if low["unit"] in word_set(_never) or (low["unit"] in word_set(_ranks) and _is_ranked(text, found.start)):
        return True
    if not _HAN.search(text) and _is_bare(found) and not _counted_word().match(text, found.end):
        return True
    if not low["percent"] and _name_after().match(text, found.end):
        return True
    return not _has_unit(found) and bool(_bare_name_after().match(text, found.end))


def _has_unit(found: Measured) -> bool:
    return bool(found.currency) or any(found.low[part] for part in _PARTS)


def _is_ranked(text: str, at: int) -> bool:
    return text[at - 1 : at] in word_set(_ranked)


def _is_bare(found: Measured) -> bool:
    """Whether nothing but plain digits says that this is a quantity."""
    return found.low["number"].isdecimal() and not (_has_unit(found) or found.to or found.after)


def _is_year(found: Measured, numbers: tuple[Decimal, ...], unit: Unit) -> bool:
    number, power = found.low["number"], found.low["power"]
    if all(each == int(each) and _FIRST_YEAR <= each <= _LAST_YEAR for each in numbers) and (
        unit.family == "time" or not unit.base
    ):
        return not power and not found.currency and "," not in number
    # A long number without a unit is a telephone number or a code.
    return unit.base == "" and not power and number.isdecimal() and number.startswith("0") and number != "0"


def _in_han(text: str) -> Iterator[Amount]:
    for match in han_quantity().finditer(text):
        start, end = match.span()
        parsed = _han_number(match[0])
        ahead = text[start - 1 : start]
        if parsed is None or ahead in word_set(_vague) or (start and ahead.isdecimal()):
            continue
        number, rest = parsed
        unit = unit_in(rest)
        if unit.family == "time" or unit.base in word_set(_never) | {""} or _name_after().match(text[end:]):
            continue
        after = _close_after().search(match[0])
        yield _qualified(text, _Bare(Span(start, end), start, (number,), unit, after[0] if after else "", ""))
    for match in _zero().finditer(text):
        yield _plain_amount(match, Decimal(0), "zero")
    for match in _doubled().finditer(text):
        times = next((HAN_DIGITS[char] for char in match[0] if char in HAN_DIGITS), 1)
        yield _plain_amount(match, Decimal(2**times), "times")


def _plain_amount(match: re.Match[str], number: Decimal, family: str) -> Amount:
    """An amount that has no unit of its own and no qualifier."""
    base = BASES.get(family, "")
    return Amount(
        match.start(), match.start(), match.end(), (number,), Unit(base, family, Decimal(1), base), "", Bound.EXACT
    )


def _han_number(text: str) -> tuple[Decimal, str] | None:
    """The number that a text in Han numerals begins with, and the rest; None for a vague one (几百)."""
    share = _share().match(text)
    if share:
        digits = "".join(str(HAN_DIGITS[c]) for c in share[3] or "")
        number = Decimal(f"{han_value(share[2])}.{digits or 0}") * 100 / HAN_POWERS[share[1]]
        return number, "%" + text[share.end() :]
    if _spelled().match(text):  # 八一路, 三一重工: digits in a row spell a name
        return None
    digits_ = _han_digits().match(text)
    if digits_ is None or text[digits_.end() : digits_.end() + 1] in _no_number():
        return None
    return Decimal(han_value(digits_[0])), text[digits_.end() :]


class _Bare(NamedTuple):
    """An amount without the qualifier before it: where it stands, where its digits begin, the qualifier after it, its powers."""

    place: Span
    digits: int
    numbers: tuple[Decimal, ...]
    unit: Unit
    after: str
    power: str


def _qualified(text: str, bare: _Bare) -> Amount:
    """The amount with the qualifier before it."""
    found = qualify(text, bare.place.start, bare.after, bare.power)
    bound = Bound.BETWEEN if len(bare.numbers) > 1 else found.bound
    return Amount(
        found.start, bare.digits, bare.place.end, bare.numbers, bare.unit, found.qualifier, bound, found.strict
    )


@cache
def _joins() -> re.Pattern[str]:
    han, spaced = (alternatives(lambda words: words.amounts.joins, blanks=blanks) for blanks in (False, True))
    return re.compile(rf" ?(?:、|{han})|,? (?:{spaced}) ")


@cache
def _name_before() -> re.Pattern[str]:
    names = alternatives(lambda words: words.amounts.names_before)
    return re.compile(rf"(?:[A-Za-z][\-.]?|[+×*/#№=_&]|{names}|§ ?|\d[.:])\Z")


@cache
def _name_after() -> re.Pattern[str]:
    dates = alternatives(lambda words: words.amounts.date_goes_on)
    return re.compile(rf"[+×*_=&A-Za-z]|{dates}")


@cache
def _bare_name_after() -> re.Pattern[str]:
    """Behind a number without a unit: a version, a rank, a road (2.0版, 500强, 107国道)."""
    return re.compile(alternatives(lambda words: words.amounts.names_after))


@cache
def _counted_word() -> re.Pattern[str]:
    """What may follow a bare number in a text with spaces: a word of what it counts, not the next word of an address or a clause."""
    return re.compile(rf" (?!(?:{alternatives(lambda words: words.amounts.not_counted)})\b)[a-zà-ÿ]{{2}}|-[a-z]")


@cache
def _counted() -> re.Pattern[str]:
    """A unit that no list has: what stands alone between the number and a qualifier or the end of the clause (4500万标箱，2500列以上)."""
    after = alternatives(lambda words: words.amounts.close_after)
    return re.compile(rf"([\u4e00-\u9fff]{{1,2}}?)(?:({after})|(?=[,，。；;、]|$))")


@cache
def _zero() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.amounts.zero))


@cache
def _doubled() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.amounts.doubled))


@cache
def _close_after() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lambda words: words.amounts.close_after)})\Z")


@cache
def _share() -> re.Pattern[str]:
    parts, point = alternatives(lambda words: words.amounts.parts), alternatives(_point)
    whole, digits = COUNTED_DIGITS + AMOUNT_POWERS[1], COUNTED_DIGITS.replace(AMOUNT_POWERS[0], "")
    return re.compile(rf"([{AMOUNT_POWERS[1:4]}]){parts}([{whole}]+)(?:{point}([{digits}]+))?")


@cache
def _spelled() -> re.Pattern[str]:
    return re.compile(f"[{COUNTED_DIGITS[:9]}]{{2}}")


@cache
def _han_digits() -> re.Pattern[str]:
    return re.compile(f"[{COUNTED_DIGITS}{AMOUNT_POWERS[:5]}]+")


@cache
def _no_number() -> frozenset[str]:
    """What stands behind the digits of a number that is not said."""
    return frozenset(characters(_more_than) + characters(lambda words: words.amounts.some) + characters(_point))


def _never(words: NumberWords) -> str:
    return words.units.never


def _ranks(words: NumberWords) -> str:
    return words.units.ranks


def _ranked(words: NumberWords) -> str:
    return words.units.ranked


def _piece(words: NumberWords) -> str:
    return words.units.piece


def _vague(words: NumberWords) -> str:
    return words.amounts.vague


def _more_than(words: NumberWords) -> str:
    return words.amounts.more


def _point(words: NumberWords) -> str:
    return words.amounts.point
