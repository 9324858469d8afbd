"""Numbers that count nothing: names, versions, numbering, dates, times of day, and limits that only say who is meant."""

import re
from decimal import Decimal
from functools import cache

from repdiff.languages.fragments import Scripts, alternatives, word_set
from repdiff.languages.number_words import NumberWords
from repdiff.languages.numerals import AMOUNT_POWERS
from repdiff.languages.speech import Speech
from repdiff.quantities.measured import Measured, Side, percent_ahead
from repdiff.quantities.units import Unit, unit_of
from repdiff.text.quantity_grammar import qualifier_before

_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST_NAMING = 14  # characters of a word that makes a name of the number behind it, with its blanks
_LONGEST_QUALIFIER = 40
_LONGEST_VERB = 8  # characters of a verb that makes an amount of the number behind it
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # plain numbers between them are years
_PARTS = ("percent", "unit", "letters", "noun", "power", "sign", "money")
_CAPITALS = frozenset("BKMT")  # powers behind a sum of money; behind another number part of a name (5B)
_OPEN, _CLOSE = "([〔【{（［", ")]〕】}）］"
_MONEY = frozenset({"money"})
_LIMITING = frozenset(
    {"energy", "temperature", "time", "time-months", *_MONEY}
)  # families of what tells places and firms apart
_VERSION = re.compile(r"\d\.0")
_CLAUSE_MARKS = "。；;！"
_LIST_MARK = re.compile(r"[)）]|[.、](?!\d)")
_CLAUSE_END = re.compile(r"[ ]?(?:[,，。；;、.!?！？)）]|\Z)")
_GROUPS = re.compile(r"(?:[ -]\(?\d{2,4}\)?){2,}(?!\d|[.,]\d|%)")
_POSTCODE = 5  # digits of a number that, before a capital, may be a postcode
_TELEPHONE = 7  # digits of a number without marks that nobody writes for an amount


def is_name(text: str, found: Measured, speech: Speech) -> bool:
    """Whether a number of a clean text is part of a name, a date or a numbering."""
    low, tail = found.low, found.low.tail
    if (
        _is_marked(text, found)
        or _is_telephone(text, found)
        or _name_before(speech.scripts).search(text[max(0, found.start - _LONGEST_NAMING) : found.start])
    ):
        return True
    if _is_numbered(text, found) or (tail["unit"] in word_set(_ranks) and _is_ranked(text, found.start)):
        return True
    if tail["letters"] in _CAPITALS and not low.currency:
        return True
    if not (_HAN.search(text) or _counts(text, found, speech)):
        return True
    percent = tail["percent"] or percent_ahead(text, found.start, speech)
    if not (percent or low.currency) and _name_after().match(text, found.end):
        return True
    if _is_date(text, found) or _class_behind(text, found):
        return True
    if _HAN.search(text) and not (percent or has_unit(low) or found.after) and _VERSION.fullmatch(low.number):
        return True
    return not (percent or has_unit(low)) and bool(_bare_name_after().match(text, found.end))


def has_unit(side: Side) -> bool:
    """Whether a sign of money, a power or a unit stands at a number."""
    return bool(side.currency) or any(side.tail[part] for part in _PARTS)


def is_year(found: Measured, numbers: tuple[Decimal, ...], unit: Unit) -> bool:
    """Whether a number is a year, or a number of a telephone, or a code."""
    number, power = found.low.number, found.low.tail["power"]
    plain = all(side.number.isdecimal() for side in (found.low, found.high) if side)
    if all(each == int(each) and _FIRST_YEAR <= each <= _LAST_YEAR for each in numbers) and (
        unit.family == "time" or not unit.base
    ):
        return not power and not found.low.currency and not found.low.tail["letters"] and plain
    # A long number without a unit is a telephone number or a code.
    zero = number.isdecimal() and number.startswith("0") and len(number) > 1
    return zero or (unit.base == "" and not has_unit(found.low) and number.isdecimal() and len(number) > _TELEPHONE)


def is_power_only(number: str) -> bool:
    """Whether a number in Han numerals has powers and no digits (千亿): more often a name than an amount."""
    return all(char in AMOUNT_POWERS for char in number) and number != AMOUNT_POWERS[0]


def takes_round(text: str, start: int) -> bool:
    """Whether the words before `start` make an amount of a power without digits."""
    return bool(_round_before().search(text[max(0, start - _LONGEST_VERB) : start]))


def names_unit(text: str, end: int) -> bool:
    """Whether what stands behind a number with its unit makes a name of both."""
    return bool(_unit_name_after().match(text, end))


def _is_marked(text: str, found: Measured) -> bool:
    """Whether a bare number is numbering or a note: `(3)`, `[7]`, `1)`."""
    if has_unit(found.low) or found.high or found.after or found.low.sign:
        return False
    before, behind = text[found.start - 1 : found.start], text[found.end : found.end + 1]
    if found.low.number.isdecimal() and before and before in _OPEN and behind and behind in _CLOSE:
        return True
    opens = not before or before in _CLAUSE_MARKS or not text[: found.start].strip()
    return opens and bool(_LIST_MARK.match(text, found.end))


def _is_telephone(text: str, found: Measured) -> bool:
    """Whether further groups of digits stand behind a bare number: `91 123 45 67`, `+44 20 7946 0958`."""
    return not has_unit(found.low) and not found.high and bool(_GROUPS.match(text, found.end))


def _counts(text: str, found: Measured, speech: Speech) -> bool:
    """Whether a number of a text without Han counts something: by its unit, its marks, or the word behind it."""
    low = found.low
    spelled = not low.number[:1].isdecimal()
    if spelled and _no_count_before().search(text[max(0, found.start - _LONGEST_NAMING) : found.start]):
        return False
    if (
        low.number.replace(".", "").isdecimal()
        and "." in low.number
        and not (has_unit(low) or found.after or found.high)
    ):
        return not _capital_before().search(text[max(0, found.start - _LONGEST_NAMING) : found.start])
    if not is_bare(found):
        return True
    if (spelled or text[found.end : found.end + 1] == "-") and _points().match(text, found.end):
        return False
    behind = _counted_word(any(words.amounts.capital_nouns for words in speech.words)).match(text, found.end)
    before = qualifier_before().search(text[max(0, found.start - _LONGEST_QUALIFIER) : found.start])
    if before and before[0].strip().casefold() in word_set(_strict):
        return bool(behind)
    if before and not spelled:
        return True
    if behind:
        return not (len(low.number) == _POSTCODE and low.number.isdecimal() and behind[0].strip()[:1].isupper())
    if spelled or not _CLAUSE_END.match(text, found.end):
        return False
    return len(low.number) < _TELEPHONE and bool(_into().search(text[: found.start]))


def is_bare(found: Measured) -> bool:
    """Whether nothing but plain digits, or words of number, says that this is a quantity."""
    low = found.low
    marks = found.to or found.high or found.after or found.bounded or low.sign
    return (
        low.number.replace(" ", "").replace("-", "").isalnum()
        and " " not in low.number.strip()
        and not (has_unit(low) or marks)
    )


def _is_date(text: str, found: Measured) -> bool:
    """Whether a month stands beside a bare number, or an era before it, or it is a time of day."""
    if found.low.tail["noun"] and _clock().fullmatch(found.low.tail["noun"]):
        return True
    if _era_before().search(text[max(0, found.start - _LONGEST_NAMING) : found.start]):
        return True
    if has_unit(found.low) or not found.low.number.isdecimal():
        return False
    return bool(
        _month_after().match(text, found.end) or _month_before().search(text[max(0, found.start - 16) : found.start])
    )


def _class_behind(text: str, found: Measured) -> bool:
    """Whether it is a limit that says who or what is meant (60岁以上老人)."""
    if names_unit(text, found.end):
        return True
    family = unit_of(found.high or found.low, text).family if found.after or found.high else ""
    return family in _LIMITING and bool((_money_classes() if family in _MONEY else _classes()).match(text, found.end))


def limits_age(text: str, found: Measured, unit: Unit) -> bool:
    """Whether an age says who is meant: it can be changed, and nobody can reach it."""
    return unit.family == "age" and bool(found.after or found.high) and bool(_classes().match(text, found.end))


def _is_numbered(text: str, found: Measured) -> bool:
    """Whether the unit is one of numbers that name: a day of a month, but not so many days behind which a bound stands (20日以内)."""
    never = word_set(_never)
    family = unit_of(found.low, text).family
    if family in ("time-days", "time-minutes") and not found.after and _dated().search(text[: found.start]):
        return True
    if (found.high or found.low).tail["unit"] not in never:
        return False
    timed = family in ("time-days", "time-minutes") and found.after
    return not timed or text[found.start - 1 : found.start] in never


def _is_ranked(text: str, at: int) -> bool:
    return text[at - 1 : at] in word_set(_ranked)


@cache
def _dated() -> re.Pattern[str]:
    """Behind the digits of a month or an hour."""
    words = "|".join(word for word in word_set(_never) if word)
    return re.compile(rf"\d(?:{words}) ?\Z")


@cache
def _name_before(scripts: Scripts) -> re.Pattern[str]:
    names = alternatives(lambda words: words.amounts.names_before, scripts=scripts)
    return re.compile(rf"(?:[A-Za-z][\-.]?|[*/#№=_&]|(?<=\d)[+×]|{names}|§ ?|\d[.:]|[vV]\. )\Z")


@cache
def _name_after() -> re.Pattern[str]:
    dates = alternatives(lambda words: words.amounts.date_goes_on)
    return re.compile(rf"[+*_=&A-Za-z^\u00b2\u00b3\u00b9\u2070-\u207f]|[/:：]\d| ?× ?\d|{dates}")


@cache
def _bare_name_after() -> re.Pattern[str]:
    """Behind a number without a unit: a version, a rank, a road (2.0版, 500强, 107国道)."""
    return re.compile(alternatives(lambda words: words.amounts.names_after))


@cache
def _unit_name_after() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.amounts.names_of_units))


@cache
def _classes() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.amounts.classes))


@cache
def _money_classes() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.amounts.money_classes))


@cache
def _round_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lambda words: words.amounts.takes_round)})\Z")


@cache
def _no_count_before() -> re.Pattern[str]:
    words = alternatives(lambda words: words.amounts.spelled_no_count)
    return re.compile(rf"(?i:(?<![^\W\d_])(?:{words})) \Z")


@cache
def _capital_before() -> re.Pattern[str]:
    """The name of what a version follows (iOS 17.4)."""
    return re.compile(r"[^.!?\s]\s(?:[a-z]*[A-Z][A-Za-z]*) \Z")


@cache
def _points() -> re.Pattern[str]:
    """What a text counts of itself."""
    return re.compile(
        rf"[ -](?:\w+[ -]){{0,2}}(?:{alternatives(lambda words: words.amounts.spelled_points)})(?![^\W\d_])"
    )


@cache
def _counted_word(capitals: bool) -> re.Pattern[str]:
    """What may follow a bare number in a text with blanks: a word of what it counts, not the next word of an address or a clause."""
    small = r"a-z\u00df-\u024f\u03ac-\u03ce\u0430-\u045f\u0491\u05d0-\u05ea\u0620-\u06ff\u0900-\u097f\u1ea0-\u1eff\uac00-\ud7a3"
    first = f"A-Z\u00c0-\u00de{small}" if capitals else small
    words = alternatives(lambda words: words.amounts.not_counted)
    thai = r"\u0e01-\u0e2e\u0e40-\u0e44"
    return re.compile(rf" (?!(?:{words})(?![^\W\d_]))[{first}{thai}][{small}\u0e00-\u0e7f]|[{thai}]|-[a-z]")


@cache
def _into() -> re.Pattern[str]:
    """Words between an indicator and its number, at the end of a clause."""
    words = alternatives(lambda words: words.changes.into, blanks=True)
    return re.compile(rf"(?<![^\W\d_])(?:{words}) \Z")


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.units.clock))


@cache
def _era_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lambda words: words.amounts.eras)})\Z")


@cache
def _month_after() -> re.Pattern[str]:
    months = alternatives(lambda words: words.amounts.months)
    return re.compile(rf"(?:er|st|nd|rd|th|º|\.)? (?:de )?(?i:{months})(?![^\W\d_])")


@cache
def _month_before() -> re.Pattern[str]:
    months = alternatives(lambda words: words.amounts.months)
    return re.compile(rf"(?<![^\W\d_])(?i:{months})\.? \Z")


def _strict(words: NumberWords) -> str:
    return words.amounts.strict


def _never(words: NumberWords) -> str:
    return words.units.never


def _ranks(words: NumberWords) -> str:
    return words.units.ranks


def _ranked(words: NumberWords) -> str:
    return words.units.ranked
