"""Amounts: where a number with its unit and qualifier stands in a sentence, and how much it is.

A number is no amount where it is a date, an ordinal, numbering, or part of a name (`5G`, `S312`, “5+1”, 2.0版).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from repdiff.model.quantities import Bound
from repdiff.model.texts import Span
from repdiff.quantities.units import Unit, unit_of
from repdiff.text.quantity_grammar import ABOUT, AT_LEAST, AT_MOST, BEFORE, han_quantity, measured, qualifier_before

_LONGEST_QUALIFIER = max(map(len, BEFORE))
# Half width for all but the marks that end a clause: those tell a comma of the text from one inside a number.
_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "！，：；？"} | {0x3000: 0x20}
_LAYOUT = re.compile(r"\*\*|\s")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NAME_BEFORE = re.compile(
    r"(?:[A-Za-z][\-.]?|[+×*/#№=_&]|第|排名|[Nn]o\. ?|"
    r"(?:[Aa]rticle|[Ss]ection|[Pp]art|[Cc]hapter|[Ss]uite|[Pp]age|§) ?|\d[.:])\Z"
)
_NAME_AFTER = re.compile(r"[+×*_=&A-Za-z]|[年月日]?[-—至]\d+[年月日]")
# Behind a number without a unit: a version, a rank, a road (2.0版, 500强, 107国道).
_BARE_NAME_AFTER = re.compile(
    r"版|型|号|號|期(?!间)|届|屆|世纪|强(?!化)|大(?![米豆中小型])|热线|国道|省道|县道|高速|(?:st|nd|rd|th)\b"
)
_NO_UNITS = frozenset("级 号 號 日 月 届 屆 期 点 點 页 頁 章 节 節 路 线 線 周年 週年".split())
# What may follow a bare number in a text with spaces: a word of what it counts, not the next word of an address or a clause.
_COUNTED_WORD = re.compile(
    r" (?!(?:and|or|of|in|on|at|with|to|for|by|from|is|are|was|were|the|a|an|as|that|which|who|if|may|can|will|und|oder|bis|et|ou|à|y|o)\b)"
    r"[a-zà-ÿ]{2}|-[a-z]"
)
_PARTS = ("currency", "low_percent", "low_unit", "low_letters", "low_noun", "low_power", "low_hangul")
_QUOTED = re.compile(r"[“‘『「《〈\"]([^“”‘’『』「」《》〈〉\"，。；,;]{1,24})[”’』」》〉\"]")
_HELD = re.compile(r"(?:控制在|突破|超过|压减[到至]|不到)\Z")
_JOINS = re.compile(r" ?[、和与及]|,? (?:and|und|et|y) ")
_ZERO = re.compile(r"(?<=[为到至])零(?=[，。；、！]|$)")
_FOLD = re.compile(r"翻([一两二三])?番")
# A unit that no list has: what stands alone between the number and a qualifier or the end of the clause (4500万标箱，2500列以上).
_COUNTED = re.compile(r"([\u4e00-\u9fff]{1,2}?)(?:(以上|以下|以内|左右)|(?=[,，。；;、]|$))")
_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}


class Clean(NamedTuple):
    """A sentence without what only lays it out (`**`, line breaks inside Chinese), in half width, and where its characters stand."""

    text: str
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


def may_hold_amount(text: str) -> bool:
    """Whether a text can hold an amount at all: a quick look."""
    return any(map(str.isdecimal, text)) or bool(han_quantity().search(text) or _FOLD.search(text)) or "零" in text


def clean(text: str, start: int) -> Clean:
    """The clean text of a sentence that begins at code point `start` of its source."""
    folded = text.translate(_WIDTHS)
    if _LAYOUT.search(folded) is None:
        return Clean(folded, range(start, start + len(folded)))
    han = _HAN.search(folded) is not None
    kept: list[str] = []
    places: list[int] = []
    for at, char in enumerate(folded):
        if folded.startswith("**", at) or (char == "*" and folded.startswith("**", at - 1) and at):
            continue
        if char.isspace():
            following = folded[at + 1 : at + 2]
            letters = (
                bool(kept) and kept[-1].isascii() and kept[-1].isalpha() and following.isascii() and following.isalpha()
            )
            if (han and not letters) or (kept and kept[-1] == " "):
                continue
            char = " "
        kept.append(char)
        places.append(start + at)
    return Clean("".join(kept), places)


def find_amounts(text: str) -> list[Amount]:
    """The amounts of a clean text, in digits and in Han numerals, in order; none inside a short name in quotes."""
    return _with_shared_units(text, list(_found(text)))


def joined(text: str, one: Amount, other: Amount) -> bool:
    """Whether nothing but 、 or a word for “and” stands between two neighbouring amounts."""
    return bool(_JOINS.fullmatch(text[one.end : other.start]))


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
        short = one.unit.base == "" or (one.unit.base == "个" and following.unit.family == "points")
        if short and one.unit.scale == 1 and one.unit.family != "zero" and joined(text, one, following):
            found[n] = one._replace(unit=following.unit)
    return found


def _in_digits(text: str) -> Iterator[Amount]:
    for match in measured().finditer(text):
        start = match.start("currency") if match["currency"] else match.start("low")
        numbers = _numbers(match["low"], match["high"])
        if numbers is None or _is_name(text, match):
            continue
        unit = unit_of(match)
        if _is_year(match, numbers, unit) or (match.start("low") == 0 and re.match(r"[.、)]", text[match.end() :])):
            continue
        end, after = match.end(), match["after"] or ""
        counted = _COUNTED.match(text, end) if not unit.base and not after else None
        if counted:
            unit, end, after = (
                unit._replace(base=counted[1], family="count", written=unit.written + counted[1]),
                counted.end(),
                counted[2] or "",
            )
        yield _qualified(text, start, match.start("low"), end, numbers, unit, after, match["low_power"] or "")


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


def _is_name(text: str, match: re.Match[str]) -> bool:
    at = match.start("currency") if match["currency"] else match.start("low")
    if _NAME_BEFORE.search(text[max(0, at - 10) : at]):
        return True
    if match["low_unit"] in _NO_UNITS or (
        match["low_unit"] in ("位", "名") and text[at - 1 : at] in ("居", "列", "排")
    ):
        return True
    if not _HAN.search(text) and _is_bare(match) and not _COUNTED_WORD.match(text, match.end()):
        return True
    if not match["low_percent"] and _NAME_AFTER.match(text, match.end()):
        return True
    return not any(match[part] for part in _PARTS) and bool(_BARE_NAME_AFTER.match(text, match.end()))


def _is_bare(match: re.Match[str]) -> bool:
    """Whether nothing but plain digits says that this is a quantity."""
    return match["low"].isdecimal() and not any(match[part] for part in (*_PARTS, "to", "after"))


def _is_year(match: re.Match[str], numbers: tuple[Decimal, ...], unit: Unit) -> bool:
    whole = all(number == int(number) and 1900 <= number <= 2100 for number in numbers)
    if whole and unit.base in ("年", ""):
        return not match["low_power"] and not match["currency"] and "," not in match["low"]
    # A long number without a unit is a telephone number or a code.
    return (
        unit.base == ""
        and not match["low_power"]
        and match["low"].isdecimal()
        and match["low"].startswith("0")
        and match["low"] != "0"
    )


def _in_han(text: str) -> Iterator[Amount]:
    for match in han_quantity().finditer(text):
        parsed = _han_number(match[0])
        if (
            parsed is None
            or text[match.start() - 1 : match.start()] in ("第", "几", "数")
            or (match.start() and text[match.start() - 1].isdecimal())
        ):
            continue
        number, rest = parsed
        unit = unit_of(None, rest)
        if unit.family == "time" or unit.base in ("", *_NO_UNITS) or _NAME_AFTER.match(text[match.end() :]):
            continue
        after = re.search(r"(?:以上|以下|以内|左右|之内)\Z", match[0])
        yield _qualified(
            text, match.start(), match.start(), match.end(), (number,), unit, after[0] if after else "", ""
        )
    for match in _ZERO.finditer(text):
        yield Amount(
            match.start(), match.start(), match.end(), (Decimal(0),), Unit("", "zero", Decimal(1), ""), "", Bound.EXACT
        )
    for match in _FOLD.finditer(text):
        times = Decimal(2 ** _HAN_DIGITS.get(match[1] or "一", 1))
        yield Amount(
            match.start(), match.start(), match.end(), (times,), Unit("倍", "times", Decimal(1), "倍"), "", Bound.EXACT
        )


def _han_number(text: str) -> tuple[Decimal, str] | None:
    """The number that a text in Han numerals begins with, and the rest; None for a vague one (几百)."""
    share = re.match(r"([百千万])分之([零一二三四五六七八九十两百〇]+)(?:点([零一二三四五六七八九]+))?", text)
    if share:
        whole = _han_value(share[2])
        digits = "".join(str(_HAN_DIGITS[c]) for c in share[3] or "")
        number = Decimal(f"{whole}.{digits or 0}") * 100 / _HAN_POWERS[share[1]]
        return number, "%" + text[share.end() :]
    if re.match(r"[一二三四五六七八九]{2}", text):  # 八一路, 三一重工: digits in a row spell a name
        return None
    digits_ = re.match(r"[零〇一二三四五六七八九十百千万亿萬億两兩]+", text)
    if digits_ is None or text[digits_.end() : digits_.end() + 1] in ("几", "多", "余", "餘", "点"):
        return None
    return Decimal(_han_value(digits_[0])), text[digits_.end() :]


def _han_value(text: str) -> int:
    total = part = digit = 0
    for char in text:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
            continue
        power = _HAN_POWERS[char]
        if power >= 10**4:
            total = (total + part + digit or 1) * power
            part = digit = 0
        else:
            part += (digit or 1) * power
            digit = 0
    return total + part + digit


def _qualified(
    text: str, start: int, digits: int, end: int, numbers: tuple[Decimal, ...], unit: Unit, after: str, power: str
) -> Amount:
    """The quantity with the qualifier before it."""
    begin = start
    alphabetic = qualifier_before().search(text[max(0, start - 24) : start])
    if alphabetic:
        begin = start - len(alphabetic[0])
    else:
        sizes = (n for n in range(_LONGEST_QUALIFIER, 0, -1) if text[max(0, start - n) : start] in BEFORE)
        begin = start - next(sizes, 0)
        # A single character may be the end of a word (通过): only before it a mark or a verb of reaching.
        if start - begin == 1 and text[begin] in "过近" and text[max(0, begin - 1) : begin] not in ("", "，", "、"):
            begin = start
    held = _HELD.search(text[max(0, begin - 4) : begin])
    if held:
        begin -= len(held[0])
    before = text[begin:start].strip()
    vague = re.search(r"[多余餘]", power + after)
    qualifier = (before + (vague[0] if vague and not after else "") + after).strip()
    return Amount(begin, digits, end, numbers, unit, qualifier, _bound(before, after, bool(vague), len(numbers)))


def _bound(before: str, after: str, vague: bool, count: int) -> Bound:
    if count == 2:
        return Bound.BETWEEN
    words = before.casefold()
    if re.search(r"左右|上下|前後", after) or before in ABOUT:
        return Bound.ABOUT
    if (
        re.search(r"以内|以內|之内|以下|以前|之前|未満", after)
        or before in AT_MOST
        or "控制在" in before
        or "压减" in before
    ):
        return Bound.AT_MOST
    if re.search(
        r"no less|not less|at least|more than|over|above|mindestens|mehr als|über|au moins|plus de|al menos|más de",
        words,
    ):
        return Bound.AT_LEAST
    if re.search(
        r"no more|not more|at most|up to|less than|fewer|under|below|höchstens|weniger|bis zu|au plus|moins|menos|hasta",
        words,
    ):
        return Bound.AT_MOST
    if (words and words[0].isascii() and words[0].isalpha()) or words in ("etwa", "rund", "environ"):
        return Bound.ABOUT
    if vague or re.search(r"以上|超", after) or before in AT_LEAST or "突破" in before or "超过" in before:
        return Bound.AT_LEAST
    return Bound.EXACT
