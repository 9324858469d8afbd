"""Amounts: where a number with its unit and qualifier stands in a sentence, and how much it is.

A number is no amount where it is a date, an ordinal, numbering, or part of a name (`5G`, `S312`, “5+1”, 2.0版).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from repdiff.languages.fragments import alternatives, word_set
from repdiff.languages.han import folded
from repdiff.languages.number_words import NumberWords
from repdiff.languages.numerals import ZEROS
from repdiff.languages.speech import Speech, speech_of
from repdiff.languages.units import BASES, BOUND_SIGNS
from repdiff.model.quantities import Bound
from repdiff.model.texts import Span
from repdiff.quantities.amount import Amount, Bare, qualified
from repdiff.quantities.measured import (
    Measured,
    Side,
    find_measured,
    goes_from,
    goes_to,
    percent_ahead,
    ranges_from,
    split,
)
from repdiff.quantities.names import has_unit, is_name, is_year, limits_age
from repdiff.quantities.shapes import number_in
from repdiff.quantities.spelled import value_of
from repdiff.quantities.units import Unit, power_of, split_powers, unit_of
from repdiff.quantities.worded import in_han, may_hold_words

# Half width for all but the marks that end a clause: those tell a comma of the text from one inside a number.
_WIDTHS = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "！，：；？"}
    | {0x3000: 0x20}
    | {ord(zero) + digit: ord("0") + digit for zero in ZEROS for digit in range(10)}
    | {0x66A: ord("%"), 0x66B: ord("."), 0x66C: ord(",")}
)
_LAYOUT = re.compile(r"\*{2,}|\s")
_LAYOUT_SPACED = re.compile(r"\*{2,}|[^\S \t]|(?<=[\s*]) ")  # where single blanks stay as they are
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST_GOING = 60  # characters of the words by which a number is one that something goes from
_LARGEST_WHOLE = 20  # into how many parts a share in words divides
_WIDEST_STEP = 4  # times the lower end of a range behind `by` is its higher one at most
_SCALING = ("percent", "power", "letters", "unit")
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


def may_hold_amount(text: str) -> bool:
    """Whether a folded text can hold an amount at all: a quick look."""
    if any(map(str.isdecimal, text)):
        return True
    return may_hold_words(text)


def clean(text: str, start: int) -> Clean:
    """The clean text of a sentence that begins at code point `start` of its source."""
    narrow = text.translate(_WIDTHS) if _wide().search(text) else text
    layout = _LAYOUT if _HAN.search(narrow) else _LAYOUT_SPACED
    kept: list[str] = []
    places: list[int] = []
    last = ""  # of what is kept
    done = 0
    for match in layout.finditer(narrow):
        at, end = match.span()
        if done < at:
            kept.append(narrow[done:at])
            places += range(start + done, start + at)
            last = narrow[at - 1]
        done = end
        # A tab is the border of a cell.
        if match[0] == "\t" or not (match[0][0] == "*" or _is_dropped(layout is _LAYOUT, last, narrow[end : end + 1])):
            last = "\t" if match[0] == "\t" else " "
            kept.append(last)
            places.append(start + at)
    shown = "".join((*kept, narrow[done:]))
    places += range(start + done, start + len(narrow))
    return Clean(folded(shown), shown, places)


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _WIDTHS))}]")


def _is_dropped(han: bool, last: str, following: str) -> bool:
    """Whether a blank between two characters says nothing: behind another one, or in a text with Han that is not between Latin letters."""
    letters = last.isascii() and last.isalpha() and following.isascii() and following.isalpha()
    return (han and not letters) or last in (" ", "\t")


def find_amounts(text: str) -> list[Amount]:
    """The amounts of a clean text, in digits and in words, in order; none inside a short name in quotes."""
    return _with_shared_units(text, list(_found(text)))


def joined(text: str, one: Amount, other: Amount) -> bool:
    """Whether nothing but 、 or a word for “and” stands between two neighbouring amounts."""
    return bool(_joins().fullmatch(text[one.end : other.start]))


def _found(text: str) -> Iterator[Amount]:
    named = [m.span(1) for m in _QUOTED.finditer(text)]
    found = [*_in_digits(text), *in_han(text)]
    end = -1
    for one in sorted(found, key=lambda f: (f.digits, -f.end)):
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
    speech = speech_of(text)
    for each in find_measured(text, speech):
        parts = _ranges(text, each, speech)
        amounts = [None if is_name(text, found, speech) else _measured(text, found, speech) for found in parts]
        said = amounts[-1]
        for one in amounts:
            # `from 54 trillion to 82 trillion yuan`
            bare = len(amounts) > 1 and one and said and not one.unit.base and said.unit.family.startswith("money")
            if one is not None:
                yield one._replace(unit=said.unit._replace(scale=one.unit.scale)) if bare and said else one


def _ranges(text: str, found: Measured, speech: Speech) -> tuple[Measured, ...]:
    """The quantity, or the two that it is where its two numbers are no ends of one range."""
    low, high = found.low, found.high
    if high is None:
        return (found,)
    before = text[max(0, found.start - _LONGEST_GOING) : found.start]
    going = found.to.strip() and goes_from().search(before) and not ranges_from().search(before)
    if found.to.strip() == "±":
        return (found,)
    here, there = unit_of(low, text), unit_of(high, text)
    own = has_unit(low)
    going = (
        going or bool(goes_to().match(text, found.end)) or _falls(text, found, speech) or _steps(text, found, speech)
    )
    if not own and going:
        return split(text, found._replace(low=low._replace(tail=high.tail, currency=high.currency)), speech)
    if going or (own and here.base != there.base and not (low.currency and not has_unit(high))):
        sure = low.currency and not high.currency and there.family in ("", here.family, "money")
        return (found,) if sure and not going else split(text, found, speech)
    return (found,)


def _falls(text: str, found: Measured, speech: Speech) -> bool:
    """Whether the second number is less than the first, which no range has: something goes from one to the other."""
    low, high = found.low, found.high
    if high is None or not (has_unit(high) and (has_unit(low) or found.to.strip(" -–—~〜"))):
        return False
    one, other = _number(text, low, speech), _number(text, high, speech)
    here, there = unit_of(low, text), unit_of(high, text)
    if one is None or other is None:
        return False
    return one * (here if has_unit(low) else there).scale > other * there.scale


def _steps(text: str, found: Measured, speech: Speech) -> bool:
    """Whether the first number is by how much something changes and the second what it comes to (`up by 500 to 13,070`)."""
    low, high = found.low, found.high
    if high is None or not found.to.strip(" -–—~〜") or not _by().search(text[: found.start]):
        return False
    one, other = _number(text, low, speech), _number(text, high, speech)
    if one is None or other is None:
        return False
    here, there = (unit_of(side if has_unit(side) else high, text).scale for side in (low, high))
    return 0 < one * here * _WIDEST_STEP < other * there


def _measured(text: str, found: Measured, speech: Speech) -> Amount | None:
    """The amount that a quantity in digits is; None where it is a year, a score or a numbering."""
    scaled = _numbers(text, found, speech)
    if scaled is None:
        return None
    numbers, unit = scaled
    spelled = not found.low.number[0].isdecimal()
    if is_year(found, numbers, unit) or (spelled and unit.family == "time"):
        return None
    end, after, start = found.end, found.after, found.start
    counted = _counted().match(text, end) if not unit.base and not after else None
    if counted:
        named = unit._replace(base=counted[1], family="count", written=unit.written + counted[1])
        unit, end, after = named, counted.end(), counted[2] or ""
    ahead = percent_ahead(text, start, speech) if not unit.base else 0
    if ahead:
        unit = Unit(BASES["percent"], "percent", Decimal(1), "%")
    if _cold().search(found.low.sign) or (numbers[0] < 0 and unit.family == "energy"):
        unit = Unit(BASES["temperature"], "temperature", Decimal(1), unit.written)
    if limits_age(text, found, unit):
        unit = unit._replace(family="limit")
    bare = Bare(Span(start - ahead, end), found.low.digits, numbers, unit, after, _vague_in(text, found.low))
    amount = qualified(text, bare)
    if not found.bounded:
        return amount
    bound, strict = BOUND_SIGNS[found.bounded]
    bound = "between" if len(numbers) > 1 else bound
    return amount._replace(bound=Bound(bound), strict=strict, qualifier=found.bounded + amount.qualifier)


def _vague_in(text: str, side: Side) -> str:
    """What stands between the digits of a number and its end: where 多 and 余 may be."""
    return text[side.tail.start() : side.end]


def _numbers(text: str, found: Measured, speech: Speech) -> tuple[tuple[Decimal, ...], Unit] | None:
    """The numbers of a quantity and their unit; None where the marks inside say that it is none (a time, a version, a score)."""
    low, high = found.low, found.high
    one = _number(text, low, speech)
    unit = unit_of(high if high and (has_unit(high) or not has_unit(low)) else low, text)
    if one is None:
        return None
    if high is None:
        return (((-one, one) if low.sign == "±" else (one,)), unit)
    other = _number(text, high, speech)
    if other is None or _is_code(found):
        return None
    if low.currency and not high.currency:
        unit = _in_money(unit_of(low, text), unit)
    if found.to.strip() == "±":
        return (one - other, one + other), unit
    if any(low.tail[part] for part in _SCALING):
        one = one * unit_of(low, text).scale / unit.scale
    elif one > other and unit.scale > 1:
        one = one / unit.scale
    if one > other and not (low.sign or high.sign):
        return None
    return (min(one, other), max(one, other)), unit


def _in_money(money: Unit, unit: Unit) -> Unit:
    """`$5-7 million`: the sign of money of the first number with the power of the second."""
    if money.scale > unit.scale:
        return money
    written = money.written if money.written in unit.written else f"{unit.written} {money.written}".strip()
    return money._replace(scale=unit.scale, written=written)


def _is_code(found: Measured) -> bool:
    """Whether two numbers with a hyphen are a code or a number of a telephone rather than a range."""
    high = found.high
    bare = high is not None and found.to == "-" and not (has_unit(found.low) or has_unit(high))
    return bare and high is not None and (found.low.number.startswith("0") and len(found.low.number) > 1)


def _number(text: str, side: Side, speech: Speech) -> Decimal | None:
    """The number of one side with its sign; the smaller ones behind its powers (2千 in 1万2千) are added in."""
    digits = side.number[:1].isdecimal()
    number = (
        number_in(side.number, speech.decimal_comma)
        if digits
        else value_of(text, side.digits, side.digits + len(side.number), speech)
    )
    if number is None:
        return None
    powers, rest = split_powers(side.tail["power"] or "")
    if rest:
        sum_of_rest = sum(
            (Decimal(part.replace(",", "")) * power_of(power.strip()) for part, power in _parts().findall(rest)),
            Decimal(0),
        )
        number += sum_of_rest / power_of(powers)
    return -number if side.sign and side.sign not in "+±" else number


@cache
def _joins() -> re.Pattern[str]:
    han, spaced = (alternatives(lambda words: words.amounts.joins, blanks=blanks) for blanks in (False, True))
    return re.compile(rf" ?(?:、|{han})|,? (?:{spaced}) ")


@cache
def _by() -> re.Pattern[str]:
    """Words before a number by which something changes, in a language with blanks."""
    return re.compile(rf"(?<![^\W\d_])(?:{alternatives(lambda words: words.amounts.goes_by, blanks=True)})[ \u00a0]\Z")


@cache
def _cold() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.amounts.cold))


@cache
def _parts() -> re.Pattern[str]:
    """A number with its powers behind another: 2千, 3500억."""
    return re.compile(r"(\d[\d,]*(?:\.\d+)?)([^\d ]*)")


@cache
def _counted() -> re.Pattern[str]:
    """A unit that no list has: what stands alone between the number and a qualifier or the end of the clause (4500万标箱，2500列以上)."""
    after = alternatives(lambda words: words.amounts.close_after)
    return re.compile(rf"([\u4e00-\u9fff]{{1,2}}?)(?:({after})|(?=[,，。；;、]|$))")


def _piece(words: NumberWords) -> str:
    return words.units.piece
