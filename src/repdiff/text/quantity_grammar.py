r"""The shape of a quantity: qualifier, currency, number or range, unit. The one place that says what is one word.

Half- and full-width forms alike (`\d` is any decimal digit), Chinese in folded text (see `repdiff.languages.han`). The patterns only say
where a quantity may stand; whether a Han unit or qualifier really ends at a word border is asked of the lexicon by the cutter.
"""

import re
from functools import cache

from repdiff.languages.fragments import Scripts, alternatives, characters, fragments, number_words, word_set
from repdiff.languages.number_words import NumberWords
from repdiff.languages.numerals import AMOUNT_POWERS, COUNTED_DIGITS
from repdiff.languages.units import BEHIND, CURRENCY

_GAP = r"[  \u202f]?"
_PERCENT = r"[%％‰℃°](?:p|pt)?"
_NUMBER = (
    r"\d+(?:[,，]\d{3})+(?!\d)(?:[.．]\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:[ \u202f'’]\d{3})+(?!\d)(?:[.,]\d+)?|"
    r"\d+(?:[.．·/／:：\-]\d+)+|\d+,\d{1,2}(?!\d)|\d+"
)
_SIGN = r"(?<![0-9A-Za-z０-９)\]）］%％—–－-])[-+−－＋±]"
_OTHER_LETTERS = r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_WORD_END = r"(?![^\W\d_])"
# What must stand behind digits, or behind them and their unit, before the names of months or nouns are worth compiling.
_MONTH_AHEAD = re.compile(r"\d{1,2}\.? [^\W\d_]")
_NOUN_AHEAD = re.compile(r"[ \u00a0\u202f-]?[^\W\d_\u3040-\u30ff\u3400-\u9fff]|[ \u202f-][^\w\s]")


def quantity_end(text: str, at: int) -> int:
    """The end of the quantity whose digits begin at `at`: number or range, units, and what follows them (`以上`)."""
    end = at
    following: re.Match[str] | None
    while (amount := _amount_end(text, end)) is not None:
        end = amount
        following = _to().match(text, end)
        if following is None:
            break
        end = following.end()
    following = _after().match(text, end)
    return following.end() if following else end


def _amount_end(text: str, at: int) -> int | None:
    """The end of one date, or of one number with its units; nothing where no number begins."""
    date = _full_date().match(text, at) if _MONTH_AHEAD.match(text, at) else _short_date().match(text, at)
    if date:
        return date.end()
    amount = _amount().match(text, at)
    if amount is None or _NOUN_AHEAD.match(text, amount.end()) is None:
        return amount.end() if amount else None
    following = _counted().match(text, amount.end())
    return following.end() if following else amount.end()


@cache
def digits(alphabetic: bool) -> str:
    """Pattern of what stands before the digits of a quantity: qualifier (`at least`), where the text has any, currency and sign."""
    qualifier = f"(?:{_alphabetic()})?" if alphabetic else ""
    return rf"{qualifier}{CURRENCY}?(?:{_SIGN})?{CURRENCY}?(?=\d)"


@cache
def date() -> str:
    """Pattern of a date that begins with the name of a month."""
    return rf"{_month()} \d{{1,2}}(?:, \d{{4}}|(?!\d))|{_month()} \d{{4}}(?!\d)"


@cache
def at_least() -> frozenset[str]:
    """Qualifiers before a number, or before its digits, by which it is the least."""
    return word_set(_at_least)


@cache
def at_most() -> frozenset[str]:
    """The same, by which it is the most."""
    return word_set(_at_most)


@cache
def about() -> frozenset[str]:
    """The same, by which it is not exact."""
    return word_set(_about)


@cache
def before() -> frozenset[str]:
    """Qualifiers of scripts without blanks, and the sign of an ordinal; they belong to a number where they are words of their own."""
    return frozenset(
        word
        for pick in (_at_least, _at_most, _about, _ordinal)
        for fragment in fragments(pick, blanks=False)
        for word in fragment.split("|")
    )


@cache
def han_quantity() -> re.Pattern[str]:
    """Pattern of a quantity in Han numerals inside a run of Han characters: 三千五百亿元, 百分之五, 两年以上."""
    some, more = characters(lambda words: words.amounts.some), characters(lambda words: words.amounts.more)
    parts, point = characters(lambda words: words.amounts.parts), characters(lambda words: words.amounts.point)
    sure = alternatives(lambda words: words.units.sure)
    large, small = AMOUNT_POWERS[1:4], AMOUNT_POWERS[1:3]
    count = f"[{COUNTED_DIGITS}{some}{small}]"
    number = f"{count}[{COUNTED_DIGITS}{some}{AMOUNT_POWERS[1:5]}{point}{more}]+"
    return re.compile(
        rf"(?:[{large}]{parts}{count}[{COUNTED_DIGITS}{small}{point}]*|{number}(?:{_longer()}|[{_single()}])|"
        rf"{count}[{AMOUNT_POWERS}]*(?:{sure}))(?:{after_words()})?"
    )


@cache
def qualifier_before() -> re.Pattern[str]:
    """Pattern of an alphabetic qualifier that ends where a number begins: `at least `, `mindestens `."""
    return re.compile(rf"(?:{_alphabetic()})\Z")


def qualifier_alone(ahead: str) -> str:
    """A qualifier before a number without the article behind it and what is written at it, in small letters."""
    words = _trailing().sub("", ahead.casefold())
    alone = _leading().sub("", words)
    return alone if words not in before_spaced() and alone in before_spaced() else words


@cache
def before_spaced() -> frozenset[str]:
    """Qualifiers of all scripts."""
    return at_least() | at_most() | about()


@cache
def _trailing() -> re.Pattern[str]:
    return re.compile(rf"(?<=\S)[ \u00a0](?:{alternatives(_articles, blanks=True)})\Z")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"\A(?:{alternatives(_prefixes, blanks=True)})")


@cache
def unit_to_confirm() -> re.Pattern[str]:
    """Pattern of a single Han unit at the end of a quantity: uncertain when a Han character follows."""
    more = characters(lambda words: words.amounts.more)
    return re.compile(rf"(?<=[\d{AMOUNT_POWERS}{more}])[{_single()}]\Z")


@cache
def after_words(scripts: Scripts | None = None) -> str:
    """Pattern of what follows a number and its unit: 以上, 左右; in the languages of `scripts` alone, where there are some."""
    picks = (at_least_after, at_most_after, about_after, lambda words: words.amounts.other_after)
    return "|".join(alternatives(pick, scripts=scripts) for pick in picks)


def at_least_after(words: NumberWords) -> str:
    """Words behind a number by which it is the least."""
    return words.amounts.at_least_after


def at_most_after(words: NumberWords) -> str:
    """Words behind a number by which it is the most."""
    return words.amounts.at_most_after


def about_after(words: NumberWords) -> str:
    """Words behind a number by which it is not exact."""
    return words.amounts.about_after


def _at_least(words: NumberWords) -> str:
    return words.amounts.at_least


def _at_most(words: NumberWords) -> str:
    return words.amounts.at_most


def _about(words: NumberWords) -> str:
    return words.amounts.about


def _articles(words: NumberWords) -> str:
    return words.amounts.articles


def _prefixes(words: NumberWords) -> str:
    return words.amounts.prefixes


def _ordinal(words: NumberWords) -> str:
    return words.amounts.ordinal


def _alphabetic() -> str:
    words = "|".join(alternatives(pick, blanks=True) for pick in (_at_least, _at_most, _about))
    articles, prefixes = (alternatives(pick, blanks=True) for pick in (_articles, _prefixes))
    # A range of thousands of letters is slow to compile where small and capital ones are alike.
    return rf"(?<!{_OTHER_LETTERS})(?i:(?:{prefixes})?(?:{words})[ \u00a0](?:(?:{articles})[ \u00a0])?)"


@cache
def _amount() -> re.Pattern[str]:
    many, power, single = _many(), f"[{AMOUNT_POWERS}]", _single()
    unit = rf"(?:{power}*{many}{power}*(?:{_longer()}|[{single}])(?:[/／][{single}])?|{many}{power}+{many})"
    return re.compile(
        rf"(?:{_NUMBER})(?:{power}+\d{{1,4}}(?={power}))*(?:{_GAP}{_PERCENT}|{unit}|(?:{_attached()})|{_OTHER_LETTERS}+\d*)?"
    )


@cache
def _counted() -> re.Pattern[str]:
    """A power and a noun in letters behind a number and its unit."""
    return re.compile(rf"(?:{_GAP}{_multiples()})?(?:[ \u202f-]{_nouns()})?")


@cache
def _to() -> re.Pattern[str]:
    return re.compile(rf"(?:{_dash()}){CURRENCY}?[-+−－]?(?=\d)")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"{_many()}(?:{after_words()})")


@cache
def _month() -> str:
    """Pattern of the name of a month, whole or its first letters."""
    names = alternatives(lambda words: words.amounts.months).split("|")
    return rf"(?:{'|'.join(name[:3] + (f'(?:{name[3:]})?' if name[3:] else '') for name in names)})\.?"


@cache
def _short_date() -> re.Pattern[str]:
    """A date in figures and the words for year, month and day."""
    return re.compile(alternatives(lambda words: words.amounts.dates))


@cache
def _full_date() -> re.Pattern[str]:
    """The same, or one with the name of a month."""
    return re.compile(rf"{_short_date().pattern}|\d{{1,2}}\.? {_month()}(?: \d{{4}})?(?![^\W_])")


def _single() -> str:
    return characters(lambda words: words.units.single)


@cache
def _longer() -> str:
    return alternatives(lambda words: words.units.longer)


@cache
def _attached() -> str:
    powers = "".join(power for words in number_words() for power, _ in words.units.attached_powers)
    return rf"[{powers}]*(?:{alternatives(lambda words: words.units.attached)})|[{powers}]+"


@cache
def _nouns() -> str:
    return rf"(?:{alternatives(lambda words: words.units.nouns)}|{BEHIND}){_WORD_END}"


@cache
def _multiples() -> str:
    joined = (fragment for words in number_words() for fragment, _ in words.units.multiples)
    return rf"(?:{'|'.join(joined)}){_WORD_END}"


def _many() -> str:
    more, some = characters(lambda words: words.amounts.more), characters(lambda words: words.amounts.some)
    return f"[{more}{some}]?"


@cache
def _dash() -> str:
    return rf"[  ]?[\-－–—~～〜][  ]?|{alternatives(lambda words: words.amounts.ranges)}"
