"""Quantities in digits or in words of number, as they stand: sign, currency, number or range, power, unit, and what follows (以上)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from repdiff.languages.fragments import Scripts, alternatives, characters, fragments, written_in
from repdiff.languages.number_words import NumberWords, Pick
from repdiff.languages.numerals import AMOUNT_POWERS
from repdiff.languages.patterns import NEVER
from repdiff.languages.scripts import Script, has_kana
from repdiff.languages.speech import Speech
from repdiff.languages.units import BEHIND, BOUND_SIGNS, CURRENCY, MONEY_BEHIND
from repdiff.quantities.shapes import DIGITS
from repdiff.quantities.spelled import spelled_number
from repdiff.text.quantity_grammar import after_words, qualifier_before

_GAP = r"[ \u202f]?"
_WORD_END = r"(?![^\W\d_\u0e00-\u0e7f])"
_LONGEST_AHEAD = 12  # characters of a sign of money, a word for minus or for percent, with its blank
_LONGEST_OPENING = 60  # characters of the words by which a number is one that something goes from
_SIGNS = "-+−–±"
_ACCOUNT_SIGNS = "△▲"  # below zero, where Japanese and Koreans write
_WIDE = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"  # letters that no blank parts from a sign before them
_DIGIT = re.compile(r"\d")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_NO_SIGN_BEHIND = re.compile(r"[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[)\]%‰℃°\-—–−~]")


class Side(NamedTuple):
    """A number: [start, end) with its sign and its currency before it and its unit behind; how it is written; its sign.

    `tail` has the groups `percent`, `power` (万, 亿2千), `unit`, `letters` (million), `noun` (days) and `per` (what it is divided by).
    """

    start: int
    digits: int
    end: int
    number: str
    sign: str
    currency: str
    tail: re.Match[str]


class Measured(NamedTuple):
    """A quantity: [start, end), its lower end, what parts it from its higher one, that, the words behind, and the sign of a bound."""

    start: int
    end: int
    low: Side
    to: str
    high: Side | None
    after: str
    bounded: str


class Grammar(NamedTuple):
    """The patterns of one speech."""

    number: re.Pattern[str]
    tail: re.Pattern[str]
    to: re.Pattern[str]
    between: re.Pattern[str]
    between_and: re.Pattern[str]
    after: re.Pattern[str]
    minus: re.Pattern[str]
    percent: re.Pattern[str]
    accounts: re.Pattern[str]
    spelled: bool


def find_measured(text: str, speech: Speech) -> Iterator[Measured]:
    """The quantities in digits, or in words of number, of a clean text, in order; a range is one where its ends may be one."""
    grammar = _grammar(speech.scripts, speech.latin)
    end = 0
    while (match := _next(text, end, grammar)) is not None:
        low = _side(text, match, end, grammar)
        to, high = _other_end(text, low, grammar)
        start = low.start
        if high is not None:
            start = _opened(text, low, grammar)
        end = high.end if high else low.end
        after = grammar.after.match(text, end)
        end = after.end() if after else end
        bounded = _bound_sign().search(text, max(0, start - 2), start)
        yield Measured(
            bounded.start() if bounded else start,
            end,
            low,
            to,
            high,
            after["words"].strip() if after else "",
            bounded[0].strip() if bounded else "",
        )


def _next(text: str, at: int, grammar: Grammar) -> re.Match[str] | None:
    """The next number from `at` on. Digits are looked for first: it takes a fifth of the time where no word is a number."""
    if grammar.spelled:
        return grammar.number.search(text, at)
    digit = _DIGIT.search(text, at)
    return grammar.number.match(text, digit.start()) if digit else None


def split(text: str, found: Measured, speech: Speech) -> tuple[Measured, Measured]:
    """The two quantities that a range is which is none: `12% to $4.2 billion`."""
    high = found.high
    assert high is not None
    after = _grammar(speech.scripts, speech.latin).after.match(text, found.low.end)
    end = after.end() if after and after.end() <= high.start else found.low.end
    low = Measured(
        found.start,
        end,
        found.low,
        "",
        None,
        after["words"].strip() if after and end > found.low.end else "",
        found.bounded,
    )
    return low, Measured(high.start, found.end, high, "", None, found.after, "")


def _side(text: str, match: re.Match[str], since: int, grammar: Grammar) -> Side:
    at, end = match.span()
    money = _money().search(text, max(since, at - _LONGEST_AHEAD), at)
    start = money.start() if money else at
    sign = _sign(text, since, start, grammar) or (_sign(text, since, at, grammar) if money is None else "")
    if money and not sign and text[at - 1] in _SIGNS:
        sign = text[at - 1]
    start -= len(sign)
    bracket = text[at - 1 : at] == "(" and text[end : end + 1] == ")" and at > since
    tail = grammar.tail.match(text, end + bracket) or grammar.tail.match(text, len(text))
    assert tail is not None
    if bracket and _below_zero(text, at, tail, grammar):
        money = _money().search(text, max(since, at - 1 - _LONGEST_AHEAD), at - 1)
        start = money.start() if money else at - 1
        return Side(start, at, tail.end(), match[0], "(", money[0].strip() if money else "", tail)
    if bracket:
        tail = grammar.tail.match(text, end) or tail
    return Side(start, at, tail.end(), match[0], sign, money[0].strip(" -") if money else "", tail)


def _sign(text: str, since: int, at: int, grammar: Grammar) -> str:
    """The sign right before `at`, or the words for it."""
    mark = text[at - 1 : at]
    if mark and mark in _SIGNS and at > since:
        behind = text[at - 2 : at - 1] if at - 1 > since else ""
        # At the beginning of a text a hyphen may be a bullet.
        bullet = at == 1 and mark in "-–" and not re.match(rf"[\d.,]+{_GAP}[%‰℃°]", text[at:])
        return "" if bullet or _NO_SIGN_BEHIND.match(behind) else mark
    if mark and mark in _ACCOUNT_SIGNS and (has_kana(text) or _HANGUL.search(text)):
        return mark
    words = grammar.minus.search(text, max(since, at - _LONGEST_AHEAD), at)
    if words is None:
        return ""
    qualified = qualifier_before().search(text[max(0, at - 40) : at])
    return "" if qualified and len(qualified[0]) > len(words[0]) else words[0]


def _below_zero(text: str, at: int, tail: re.Match[str], grammar: Grammar) -> bool:
    """Whether brackets around a number are an accountant's minus: before a unit or behind a verb, and no numbering."""
    ahead = text[: at - 1]
    number = text[at : tail.start() - 1]
    if not ahead.strip() or (number.isdecimal() and len(number) == 4 and number[:2] in ("19", "20")):  # noqa: PLR2004
        return False
    # In a text with blanks, numbering stands behind a mark.
    within = ahead[-1].isspace() and ahead.rstrip()[-1].isalnum() and ahead.rstrip()[-1].isascii()
    behind_verb = grammar.accounts.search(ahead) is not None
    unit = any(tail[group] for group in ("percent", "power", "unit", "letters", "noun", "money"))
    if ahead[-1] in "$€£¥":
        return True
    return (unit and (behind_verb or within or not number.isdecimal())) or (behind_verb and not number.isdecimal())


def _other_end(text: str, low: Side, grammar: Grammar) -> tuple[str, Side | None]:
    """What joins a number to another one of the same range, and that; no words where `between` says so before both."""
    to = grammar.to.match(text, low.end)
    joins = grammar.between_and.match(text, low.end) if to is None else None
    if joins and grammar.between.search(text, max(0, low.start - _LONGEST_AHEAD), low.start) is None:
        return "", None
    joined = to or joins
    if joined is None:
        return "", None
    match = grammar.number.match(text, _after_sign(text, joined.end(), grammar))
    if match is None:
        return "", None
    high = _side(text, match, joined.end(), grammar)
    return (to[0] if to else ""), high


def _after_sign(text: str, at: int, grammar: Grammar) -> int:
    """Where the digits begin behind signs, words for minus and a sign of money."""
    ahead = _ahead(grammar.minus.pattern).match(text, at)
    return ahead.end() if ahead else at


def _opened(text: str, low: Side, grammar: Grammar) -> int:
    opening = grammar.between.search(text, max(0, low.start - _LONGEST_AHEAD), low.start)
    return opening.start() if opening else low.start


@cache
def _ahead(minus: str) -> re.Pattern[str]:
    words = minus.removesuffix(r"\Z")
    return re.compile(rf"(?:[{_SIGNS}]|{words})?(?:{CURRENCY})?[{_SIGNS}]?")


@cache
def _money() -> re.Pattern[str]:
    names = alternatives(lambda words: words.units.money_before)
    return re.compile(rf"(?:{CURRENCY}|(?<![\d{AMOUNT_POWERS}])(?:{names}))[-−]?\Z")


@cache
def _bound_sign() -> re.Pattern[str]:
    return re.compile(rf"[{''.join(BOUND_SIGNS)}] ?\Z")


@cache
def goes_from() -> re.Pattern[str]:
    """Pattern of the words before a number from which something goes to the number behind."""
    words = alternatives(lambda words: words.amounts.goes_from)
    return re.compile(rf"(?:{words})\Z", re.IGNORECASE)


@cache
def goes_to() -> re.Pattern[str]:
    """Pattern of the words behind the second of two numbers by which something goes from the first to it."""
    return re.compile(alternatives(lambda words: words.amounts.goes_to))


@cache
def ranges_from() -> re.Pattern[str]:
    """Pattern of the words before a number by which such a number is the end of a range."""
    return re.compile(rf"(?:{alternatives(lambda words: words.amounts.ranges_from)})\Z", re.IGNORECASE)


@cache
def _grammar(scripts: Scripts, latin: str) -> Grammar:
    words = spelled_number(Speech(scripts, latin))
    number = DIGITS if words == NEVER else rf"(?=\d)(?:{DIGITS})|{words}"

    def held(pick: Pick) -> str:
        return alternatives(pick, scripts=scripts)

    accounts = fragments(lambda words: words.changes.into, scripts=scripts)
    return Grammar(
        re.compile(number),
        re.compile(_tail(scripts)),
        re.compile(rf" ?[\-−–—~〜±] ?|{held(lambda words: words.amounts.ranges)}"),
        re.compile(rf"(?<![^\W\d_])(?i:{held(lambda words: words.amounts.between)}){_GAP}\Z"),
        re.compile(held(lambda words: words.amounts.between_and)),
        re.compile(
            rf"{_many()}\)?(?:{held(lambda words: words.amounts.wholes)})?{_GAP}(?P<words>{after_words(scripts)})"
        ),
        re.compile(
            rf"(?<![^\W\d_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff])(?:{_minus(scripts)})"
            rf"(?![^\W\d_{_WIDE}]){_GAP}\Z"
        ),
        re.compile(
            rf"(?:(?<!\d)%{_GAP}|(?<![^\W\d_\u0e00-\u0e7f])(?i:{held(lambda words: words.units.percent_before)}){_GAP})\Z"
        ),
        re.compile(rf"(?:{'|'.join(accounts) or NEVER}) ?[$€£¥]?\Z"),
        words != NEVER,
    )


def _minus(scripts: Scripts) -> str:
    """Words for minus: a class of thousands of letters is slow to compile where small and capital ones are alike."""
    han, spaced = (
        alternatives(lambda words: words.amounts.minus, blanks=each, scripts=scripts) for each in (False, True)
    )
    return rf"{han}|(?i:{spaced})"


def percent_ahead(text: str, at: int, speech: Speech) -> int:
    """How many characters before a number say that it is percent (`%5`, `yüzde 5`)."""
    found = _grammar(speech.scripts, speech.latin).percent.search(text, max(0, at - _LONGEST_AHEAD), at)
    return len(found[0]) if found else 0


@cache
def _tail(scripts: Scripts) -> str:
    """Pattern of what stands behind the digits of a number."""
    joined = [fragment for words in written_in(scripts) for fragment, _ in words.units.multiples]
    multiple = rf"(?:{'|'.join(joined) or NEVER}){_WORD_END}"
    picks = (_nouns, lambda words: words.units.links, lambda words: words.units.percent_points)
    nouns, links, points = (alternatives(pick, scripts=scripts) for pick in picks)
    behind = rf"(?:{BEHIND})(?:(?![^\W_\u3040-\u30ff\uac00-\ud7af])|(?={after_words(scripts)}))"
    return (
        rf"(?:{_GAP}(?P<percent>[%‰℃](?:p|pt|{points})?)|{_counted(scripts)})?"
        rf"(?:{_GAP}(?P<letters>{multiple}(?: {multiple})?))?"
        rf"(?:(?:[ \u202f-]|(?<=[\u0e00-\u0e7f]))(?:{links})?(?P<noun>{behind}|(?:{nouns}){_WORD_END})"
        rf"|{_GAP}(?P<money>{MONEY_BEHIND})|(?P<sign>{behind}|(?:h|x|×)(?![^\W_])))?"
        r"(?P<per>/[^\W\d_]{1,6}[²³23]?)?"
    )


def _nouns(words: NumberWords) -> str:
    return words.units.nouns


def _counted(scripts: Scripts) -> str:
    """Pattern of a power and a unit in scripts where they stand at the digits."""
    joined = [power for words in written_in(scripts) for power, _ in words.units.attached_powers]
    attached = alternatives(lambda words: words.units.attached, scripts=scripts)
    blank = _GAP if attached != NEVER else ""
    refused = alternatives(lambda words: words.units.no_powers)
    power = rf"(?:(?!{refused})[{AMOUNT_POWERS}{''.join(joined)}])"
    per = f"[/{characters(lambda words: words.units.per)}]"
    unit = attached
    if Script.HAN in scripts:
        one = rf"(?:{alternatives(lambda words: words.units.longer)}|[{characters(lambda words: words.units.single)}])"
        unit = rf"{one}(?:{per}{one})?|{attached}"
    part = r"\d{1,4}(?:,\d{3})?(?:\.\d+)?"
    power = rf"(?:{power}(?:{some}(?={power}))?)+" if (some := _many().rstrip("?")) else power
    rest = rf"(?:{blank}{part}{power})*(?:{blank}\d{{1,4}}(?={blank}(?:{unit})))?"
    many = _many()
    return rf"{many}(?P<power>(?:{blank}{power}{rest})?){many}(?:{blank}(?P<unit>{unit}))?"


def _many() -> str:
    more, some = characters(lambda words: words.amounts.more), characters(lambda words: words.amounts.some)
    return f"[{more}{some}]?"
