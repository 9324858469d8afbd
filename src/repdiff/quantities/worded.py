"""Amounts in words: in Han numerals, shares (`half`, 三分之二), multiples (`doubled`, 翻番), a zero that is a value."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from repdiff.languages.fragments import Scripts, alternatives, characters, fragments, word_set
from repdiff.languages.number_words import NumberWords
from repdiff.languages.numerals import AMOUNT_POWERS, COUNTED_DIGITS, HAN_DIGITS, HAN_POWERS, han_value
from repdiff.languages.patterns import NEVER, Uncased
from repdiff.languages.scripts import has_han
from repdiff.languages.speech import Speech, speech_of
from repdiff.languages.units import BASES
from repdiff.model.quantities import Bound
from repdiff.model.texts import Span
from repdiff.quantities.amount import Amount, Bare, qualified
from repdiff.quantities.names import is_power_only, names_unit, takes_round
from repdiff.quantities.spelled import spelled_in
from repdiff.quantities.units import Unit, unit_in
from repdiff.text.quantity_grammar import han_quantity

_LARGEST_WHOLE = 20  # into how many parts a share in words divides


def may_hold_words(text: str) -> bool:
    """Whether a folded text without digits can hold an amount in words: a quick look."""
    if has_han(text) and any(pattern.search(text) for pattern in (han_quantity(), _doubled(), _zero(), _small())):
        return True
    speech = speech_of(text)
    return _share_hint(speech.scripts, speech.latin).is_in(text) or spelled_in(speech).is_in(text)


def in_han(text: str) -> Iterator[Amount]:
    """The amounts of a clean text in Han numerals and in words, but for the words that stand for digits."""
    for match in han_quantity().finditer(text):
        start, end = match.span()
        parsed = _han_number(match[0])
        ahead = text[start - 1 : start]
        if parsed is None or ahead in word_set(_vague) or (start and ahead.isdecimal()):
            continue
        number, rest = parsed
        unit = unit_in(rest)
        if unit.family == "time" or unit.base in word_set(_never) | {""} or _date_goes_on().match(text[end:]):
            continue
        written = match[0][: len(match[0]) - len(rest)]
        if names_unit(text, end) or (is_power_only(written) and not _said_of(text, match, start)):
            continue
        after = _close_after().search(match[0])
        powers = match[0] if _more().search(match[0]) else ""
        yield qualified(text, Bare(Span(start, end), start, (number,), unit, after[0] if after else "", powers))
    yield from _in_words(text)


def _said_of(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a power without digits is an amount: by the verb before it, or by a qualifier behind it at the end of a clause."""
    ends = bool(_close_after().search(match[0])) and not text[match.end() : match.end() + 1].isalnum()
    return ends or takes_round(text, start)


def _in_words(text: str) -> Iterator[Amount]:
    """Zero, doublings, shares, and small numbers in Han numerals at the end of a clause."""
    for match in _zero().finditer(text):
        yield _plain_amount(match, Decimal(0), "zero")
    for match in _doubled().finditer(text):
        times = next((HAN_DIGITS[char] for char in match[0] if char in HAN_DIGITS), 1)
        yield _plain_amount(match, Decimal(2**times), "times")
    for match in _round().finditer(text):
        if takes_round(text, match.start()):
            number, after = Decimal(han_value(match["number"])), match["after"] or ""
            yield qualified(
                text, Bare(Span(*match.span()), match.start(), (number,), unit_in(match["unit"]), after, "")
            )
    for match in _small().finditer(text):
        number, rest = Decimal(han_value(match["number"])), match["unit"]
        if text[match.start() - 1 : match.start()] not in word_set(_vague) | {AMOUNT_POWERS[0]}:
            yield qualified(
                text, Bare(Span(*match.span()), match.start(), (number,), unit_in(rest), match["after"] or "", "")
            )
    speech = speech_of(text)
    if _share_hint(speech.scripts, speech.latin).is_in(text):
        yield from _shares(text, speech)


def _shares(text: str, speech: Speech) -> Iterator[Amount]:
    """Shares and multiples in words: 一半, 三分之二, `two thirds`, `doubled`."""
    for family, pattern, number in _share_rows(speech.scripts, speech.latin):
        unit = Unit(BASES[family], family, Decimal(1), "")
        for match in pattern.finditer(text):
            after = _behind().match(text, match.end())
            end = after.end() if after else match.end()
            yield qualified(
                text, Bare(Span(match.start(), end), match.start(), (number,), unit, after[0] if after else "", "")
            )
    percent = Unit(BASES["percent"], "percent", Decimal(1), "")
    for match in _over_half().finditer(text):
        yield Amount(match.start(), match.start(), match.end(), (Decimal(50),), percent, match[0], Bound.AT_LEAST, True)
    for match in (*_fraction().finditer(text), *_digit_fraction().finditer(text)):
        whole, part = (int(each) if each.isdecimal() else han_value(each) for each in match.groups())
        if part < whole <= _LARGEST_WHOLE:
            number = (Decimal(100) * part / whole).quantize(Decimal("0.01")).normalize()
            after = _behind().match(text, match.end())
            span = Span(match.start(), after.end() if after else match.end())
            yield qualified(
                text, Bare(span, span.start, (Decimal(f"{number:f}"),), percent, after[0] if after else "", "")
            )


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
    found = _han_digits().match(text)
    if found is None or text[found.end() : found.end() + 1] in _no_number():
        return None
    powers = han_value(found["powers"]) if found["powers"] else 1
    return Decimal(han_value(found["digits"]) * powers), text[found.end() :]


@cache
def _date_goes_on() -> re.Pattern[str]:
    dates = alternatives(lambda words: words.amounts.date_goes_on)
    return re.compile(rf"[+×*_=&A-Za-z]|{dates}")


@cache
def _more() -> re.Pattern[str]:
    return re.compile(f"[{characters(_more_than)}]")


@cache
def _round() -> re.Pattern[str]:
    """A power without digits, with its unit (万亿元)."""
    after, longer = (
        alternatives(lambda words: words.amounts.close_after),
        alternatives(lambda words: words.units.longer),
    )
    single = characters(lambda words: words.units.single)
    powers = AMOUNT_POWERS[2:5]
    return re.compile(
        rf"(?<![\d{COUNTED_DIGITS}{AMOUNT_POWERS}])(?P<number>[{powers}]+)(?P<unit>{longer}|[{single}])(?P<after>{after})?"
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.amounts.close_after))


@cache
def _small() -> re.Pattern[str]:
    """A small number in Han numerals that counts, by the verb before it, or by a qualifier or the end of the clause behind it."""
    after = alternatives(lambda words: words.amounts.close_after)
    verbs, units = characters(lambda words: words.amounts.counts_small), characters(lambda words: words.units.small)
    number = f"(?<![{characters(_vague)}])(?P<number>[{COUNTED_DIGITS[1:11]}])(?P<unit>[{units}])(?P<after>{after})?"
    return re.compile(
        rf"(?<![{COUNTED_DIGITS}{AMOUNT_POWERS}]){number}(?:(?=[,，。；;、]|$)|(?<=[{verbs}]..)|(?<=[{verbs}]....))"
    )


@cache
def _share_hint(scripts: Scripts, latin: str) -> Uncased:
    """What every text with a share or a multiple in words holds."""
    hints = (words.amounts.shares_hint for words in Speech(scripts, latin).words)
    picks = (lambda words: words.amounts.parts, lambda words: words.amounts.digit_parts)
    parts = [part for pick in picks for part in fragments(pick, scripts=scripts)]
    return Uncased("|".join((*filter(None, hints), *parts)) or NEVER)


@cache
def _share_rows(scripts: Scripts, latin: str) -> tuple[tuple[str, re.Pattern[str], Decimal], ...]:
    """Family, pattern and number of each share and each multiple in words."""
    spoken = Speech(scripts, latin).words
    shares = [("percent", fragment, number) for words in spoken for fragment, number in words.amounts.shares]
    folds = [("times", fragment, str(times)) for words in spoken for fragment, times in words.amounts.folds]
    return tuple(
        (family, re.compile(fragment, re.IGNORECASE), Decimal(number)) for family, fragment, number in (*shares, *folds)
    )


@cache
def _over_half() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.amounts.over_half))


@cache
def _fraction() -> re.Pattern[str]:
    parts = characters(lambda words: words.amounts.parts)
    return re.compile(
        f"(?<![{COUNTED_DIGITS}])([{COUNTED_DIGITS[1:11]}]{{1,2}}){parts}([{COUNTED_DIGITS[:11]}]{{1,2}})"
    )


@cache
def _digit_fraction() -> re.Pattern[str]:
    parts = alternatives(lambda words: words.amounts.digit_parts)
    return re.compile(rf"(?<![\d.,])(\d{{1,2}})(?:{parts})(\d{{1,2}})(?![\d.,])")


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
    """Digits with their powers, and with what says “and more” among them (一百二十多亿)."""
    more = characters(_more_than)
    return re.compile(
        f"(?P<digits>[{COUNTED_DIGITS}{AMOUNT_POWERS[:5]}]+)(?:[{more}](?P<powers>[{AMOUNT_POWERS[1:5]}]*))?"
    )


@cache
def _no_number() -> frozenset[str]:
    """What stands behind the digits of a number that is not said."""
    return frozenset(characters(lambda words: words.amounts.some) + characters(_point))


def _never(words: NumberWords) -> str:
    return words.units.never


def _vague(words: NumberWords) -> str:
    return words.amounts.vague


def _more_than(words: NumberWords) -> str:
    return words.amounts.more


def _point(words: NumberWords) -> str:
    return words.amounts.point
