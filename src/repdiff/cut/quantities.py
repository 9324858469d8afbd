"""Quantities: a number with its unit and qualifier, and the indicator that it measures.

A number is no quantity where it is a date, an ordinal, numbering, or part of a name (`5G`, `S312`, “5+1”, 2.0版).
The indicator is the phrase of the clause before the number (`一般公共预算收入增长` 5%), or, where the number stands before what it
counts, the phrase after it (220个 `重点项目`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from repdiff.cut.numbers import ABOUT, AT_LEAST, AT_MOST, BEFORE, han_quantity, measured, qualifier_before
from repdiff.cut.periods import period_of
from repdiff.cut.units import Unit, unit_of
from repdiff.model import Bound, Document, Measure, Quantity, Role, Span

_LONGEST_QUALIFIER = max(map(len, BEFORE))
# Half width for all but the marks that end a clause: those tell a comma of the text from one inside a number.
_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "！，：；？"} | {0x3000: 0x20}
_LAYOUT = re.compile(r"\*\*|\s")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NAME_BEFORE = re.compile(
    r"(?:[A-Za-z][\-.]?|[+×*/#№=_&]|第|排名|[Nn]o\. ?|"
    r"(?:[Aa]rticle|[Ss]ection|[Pp]art|[Cc]hapter|[Ss]uite|[Pp]age|§) ?|\d[.:])\Z"
)
_NAME_AFTER = re.compile(
    r"(?:[+×*_=&]|[A-Za-z]|版|型|号|號|期(?!间)|届|屆|世纪|强(?!化)|大(?![米豆中小型])|热线|国道|省道|县道|高速|(?:st|nd|rd|th)\b|"
    r"[年月日]?[-—至]\d+[年月日])"
)
_NO_UNITS = frozenset("级 号 號 日 月 届 屆 期 点 點 页 頁 章 节 節 路 线 線 周年 週年".split())
# What may follow a bare number in a text with spaces: a word of what it counts, not the next word of an address or a clause.
_COUNTED_WORD = re.compile(
    r" (?!(?:and|or|of|in|on|at|with|to|for|by|from|is|are|was|were|the|a|an|as|that|which|who|if|may|can|will|und|oder|bis|et|ou|à|y|o)\b)"
    r"[a-zà-ÿ]{2}|-[a-z]"
)
_QUOTED = re.compile(r"[“‘『「《〈\"]([^“”‘’『』「」《》〈〉\"，。；,;]{1,24})[”’』」》〉\"]")
_BORDER = re.compile(r"[，；。：！？!?;…]|,(?!\d{3})|: |\. |:(?!\d)|——|\n")
_LIST_MARK = re.compile(r"^[\s、,，和与及以或并\-●■◆▪•·※▲★○]+|^(?:and|or|by|to|of) ")
_INTO = re.compile(
    r"(?:(?:达到?|到|至|为|在|在全省|由|从|稳定在|保持在|控制在|拟?按|安排|完成|突破|均为|分别|力争|基本|高于|低于|约|共|总|合计|累计|再|"
    r"(?:大约|一共|总共|不|仅|只)|预期)+|\s*(?:by|to|of|at|is|was|will be|about|only|a total of|up|in total)\s*)\Z"
)
_HELD = re.compile(r"(?:控制在|突破|超过|压减[到至]|不到)\Z")
_GROWTH = re.compile(
    r"(?:增长|增幅|增速|涨幅|上涨|提高|提升|上升|下降|降低|降幅|下调|减少|回落|增加|扩大|压减|[Gg]r(?:ow|ew)\w*|[Ii]ncreas\w+|[Ri]ise\w*|"
    r"[Dd]ecreas\w+|[Rr]educ\w+|[Ff]all\w*|[Ff]ell|[Cc]ut\w*|steigen|sinken|hausse|baisse)[^\d，。；]{0,6}\Z"
)
# A clause that only says how something changed; what changed stands in the clause before it.
_LONG_PHRASE = re.compile(
    r"(?:完成|实现|达到?|总?投资)[^、]{0,6}\Z"
)  # 231个省、市重点项目完成投资: the list is one subject
_RISES_TO = re.compile(
    r"[^，。；]{0,3}(?:提高|提升|上升|增加|增长|下降|降低|减少|调整|扩大|压缩|发展|增|降|升)(?:到|至|为)"
)
_BARE_CHANGE = re.compile(
    r"(?:[比较]?[去上前]年|同比|年均|预计|预期|名义|实际|其中|将|再|又|也|可|均|分别|累计)*(?:增长|增幅|增速|涨幅|上涨|提高|提升|上升|下降|降低|降幅|减少|增加|扩大|"
    r"降|增|升|涨)(?:了|到|至|为|达到?)?"
)
_TO_LEVEL = re.compile(
    r"(?:(?:提高|提升|上升|增加|下降|降低|减少|增长|扩大|压减|降|增|升)(?:到|至)|达到?|to)\s*(?:约|近)?\Z"
)
_ADDING = re.compile(r"(?:新增|净增|再增|增添|新增加|新认定|新培育|新引进|新招引|new|additional)", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"分别|分別|各(?=增|达|为)")
_JOINS = re.compile(r" ?[、和与及,](?:and |und )?")
_ZERO = re.compile(r"(?<=[为到至])零(?=[，。；、！]|$)")
_FOLD = re.compile(r"翻([一两二三])?番")
_ATTRIBUTIVE = frozenset({"count", "person", "", "area", "money", "length", "mass", "household", "age"})
# A unit that no list has: what stands alone between the number and a qualifier or the end of the clause (4500万标箱，2500列以上).
_COUNTED = re.compile(r"([\u4e00-\u9fff]{1,2}?)(?:(以上|以下|以内|左右)|(?=[,，。；;、]|$))")
_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}


class _Clean(NamedTuple):
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


class _Found(NamedTuple):
    """A quantity in a clean text: from its qualifier to its end, where its digits begin, its numbers and its unit."""

    start: int
    digits: int
    end: int
    numbers: tuple[Decimal, ...]
    unit: Unit
    qualifier: str
    bound: Bound


def find_quantities(document: Document) -> tuple[Quantity, ...]:
    """The quantities of all sentences of a document but its headings, in the order of the text."""
    return tuple(
        quantity
        for sentence in document.sentences
        if sentence.role is not Role.HEADING
        for quantity in quantities_of(document, sentence.id)
    )


def quantities_of(document: Document, sentence: int) -> tuple[Quantity, ...]:
    """The quantities of one sentence, in order."""
    place = document.sentences[sentence]
    text = document.text(sentence)
    if (
        not any(map(str.isdecimal, text))
        and not han_quantity().search(text)
        and not _FOLD.search(text)
        and "零" not in text
    ):
        return ()
    clean = _clean(text, place.span.start)
    found = _with_shared_units(clean.text, list(_found(clean.text)))
    borders = [0, *(m.end() for m in _BORDER.finditer(clean.text)), len(clean.text)]
    result: list[Quantity] = []
    for index, one in enumerate(found):
        before = found[index - 1].end if index else 0
        after = found[index + 1].start if index + 1 < len(found) else len(clean.text)
        frame = _frame(clean.text, one, borders, before, after)
        subject = _respective(clean.text, found, index, borders)
        change = clean.text[slice(*frame.before)].strip()
        if (
            not subject
            and result
            and _BARE_CHANGE.fullmatch(change)
            and _follows(clean.text[before : frame.before.start])
        ):
            subject = _unchanged(result[-1].names[0]) + change
        result.append(_quantity(clean, one, frame, subject, sentence, place.role))
    return tuple(result)


def _follows(between: str) -> bool:
    """Whether what stands between two quantities leaves the second one to the subject of the first."""
    return not between.strip(" ,，、") or bool(re.fullmatch(r"[^，。；,;]{0,4}[，,、]?[^，。；,;]{0,1}", between))


def _unchanged(name: str) -> str:
    """A name without the word at its end that says that it changes."""
    return _GROWTH.sub("", name)


def _clean(text: str, start: int) -> _Clean:
    folded = text.translate(_WIDTHS)
    if _LAYOUT.search(folded) is None:
        return _Clean(folded, range(start, start + len(folded)))
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
    return _Clean("".join(kept), places)


def _found(text: str) -> Iterator[_Found]:
    """Quantities in digits and in Han numerals, in order."""
    named = [m.span(1) for m in _QUOTED.finditer(text)]
    found = [*_in_digits(text), *_in_han(text)]
    end = -1
    for one in sorted(found, key=lambda f: f.digits):
        if one.digits >= end and not any(a <= one.digits and one.end <= b for a, b in named):
            yield one
            end = one.end


def _with_shared_units(text: str, found: list[_Found]) -> list[_Found]:
    """`1.5个和1.6个百分点`, `30和5元`: the unit of a row may stand at its end alone."""
    for n in range(len(found) - 2, -1, -1):
        one, following = found[n], found[n + 1]
        short = one.unit.base == "" or (one.unit.base == "个" and following.unit.family == "points")
        if (
            short
            and one.unit.scale == 1
            and one.unit.family != "zero"
            and _JOINS.fullmatch(text[one.end : following.start])
        ):
            found[n] = one._replace(unit=following.unit)
    return found


def _in_digits(text: str) -> Iterator[_Found]:
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
    if re.fullmatch(r"\d{1,3}(?:[,\u202f '’]\d{3})+(?:\.\d+)?", number):
        return re.sub(r"[,\u202f '’]", "", number)
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
    return not match["low_percent"] and bool(_NAME_AFTER.match(text[match.end() :]))


def _is_bare(match: re.Match[str]) -> bool:
    """Whether nothing but plain digits says that this is a quantity."""
    parts = ("currency", "low_percent", "low_unit", "low_letters", "low_noun", "low_power", "low_hangul", "to", "after")
    return match["low"].isdecimal() and not any(match[part] for part in parts)


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


def _in_han(text: str) -> Iterator[_Found]:
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
        yield _Found(
            match.start(), match.start(), match.end(), (Decimal(0),), Unit("", "zero", Decimal(1), ""), "", Bound.EXACT
        )
    for match in _FOLD.finditer(text):
        times = Decimal(2 ** _HAN_DIGITS.get(match[1] or "一", 1))
        yield _Found(
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
) -> _Found:
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
    return _Found(begin, digits, end, numbers, unit, qualifier, _bound(before, after, bool(vague), len(numbers)))


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


class _Frame(NamedTuple):
    """Where the phrases around a quantity stand in the clean text: before it, after it, the clause; and whether it is attributive."""

    before: Span
    after: Span
    clause: Span
    attributive: bool


def _frame(text: str, one: _Found, borders: list[int], previous: int, following: int) -> _Frame:
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
    tail = text[one.end : end]
    opens = bool(tail) and (tail[0].isalpha() or tail[0] in "“《「（(" or (tail[0] == " " and tail[1:2].isalpha()))
    attributive = opens and one.unit.family in _ATTRIBUTIVE and not tail.startswith("的") and not _RISES_TO.match(tail)
    into = _INTO.search(text[begin : one.start])
    stop = one.start - (len(into[0]) if into else 0)
    if not attributive and following < right and not tail.strip(" 、和与"):
        end = one.end
    return _Frame(Span(begin, max(begin, stop)), Span(one.end, end), Span(left, right), attributive)


def _respective(text: str, found: list[_Found], index: int, borders: list[int]) -> str:
    """What the quantity measures where one subject lists several and the numbers follow “respectively”; else empty."""
    left = borders[max(0, bisect_left(borders, found[index].start + 1) - 1)]
    row = [index]
    while row[0] and _JOINS.fullmatch(text[found[row[0] - 1].end : found[row[0]].start]):
        row.insert(0, row[0] - 1)
    while row[-1] + 1 < len(found) and _JOINS.fullmatch(text[found[row[-1]].end : found[row[-1] + 1].start]):
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


def _quantity(clean: _Clean, one: _Found, frame: _Frame, subject: str, sentence: int, role: Role) -> Quantity:
    before = clean.text[slice(*frame.before)]
    after = clean.text[slice(*frame.after)].strip()
    first, second = (after, before) if frame.attributive else (before, after if not before else "")
    if not frame.attributive and not first:
        first, second = after, ""
    names = tuple(name for name in ((subject, first, second) if subject else (first, second)) if name) or ("",)
    place = frame.after if frame.attributive or not before else frame.before
    approach = clean.text[frame.clause.start : one.start]
    return Quantity(
        span=clean.span(one.start, one.end),
        sentence=sentence,
        numbers=one.numbers,
        scale=one.unit.scale,
        unit=one.unit.base,
        family=one.unit.family,
        written=one.unit.written,
        bound=one.bound,
        qualifier=one.qualifier,
        measure=_measure(subject or approach, before, one.unit, clean.text[one.end : frame.clause.end]),
        period=period_of(clean.text, Span(frame.clause.start, one.start), Span(one.start, frame.clause.end), role),
        indicator=clean.span(place.start, place.end),
        names=names,
        clause=clean.span(frame.clause.start, frame.clause.end),
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
    if _ADDING.search(approach) or _GROWTH.search(before):
        return Measure.INCREMENT
    return Measure.LEVEL
