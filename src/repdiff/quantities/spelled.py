"""Numbers in words of the languages that part words by blanks: `twenty-five`, `fünfhundert`, `tres mil`."""

import re
from decimal import Decimal
from functools import cache

from repdiff.languages.fragments import Scripts
from repdiff.languages.patterns import NEVER, Uncased
from repdiff.languages.speech import Speech

_HUNDRED, _THOUSAND = 100, 1000


def spelled_number(speech: Speech) -> str:
    """Pattern of a number in the words of a speech; one that never matches where it has none."""
    return _pattern(speech.scripts, speech.latin)


def spelled_in(speech: Speech) -> Uncased:
    """The same, to be looked for."""
    return Uncased(_pattern(speech.scripts, speech.latin))


def value_of(text: str, start: int, end: int, speech: Speech) -> Decimal:
    """What the number in words at [start, end) of a text counts."""
    total = part = Decimal(0)
    while start < end:
        start, value = _next(text, start, speech)
        if value == _HUNDRED:
            part = (part or 1) * value
        elif value >= _THOUSAND:
            total, part = total + (part or 1) * value, Decimal(0)
        else:
            part += value
    return total + part


def _next(text: str, at: int, speech: Speech) -> tuple[int, Decimal]:
    """Where the word ends that begins at `at`, and its value; the next character where none begins."""
    rows = _words(speech.scripts, speech.latin)
    return next(((match.end(), value) for word, value in rows if (match := word.match(text, at))), (at + 1, Decimal(0)))


@cache
def _words(scripts: Scripts, latin: str) -> tuple[tuple[re.Pattern[str], Decimal], ...]:
    rows = (row for words in Speech(scripts, latin).words for row in words.amounts.spelled)
    return tuple((re.compile(fragment, re.IGNORECASE), Decimal(value)) for fragment, value in rows)


@cache
def _pattern(scripts: Scripts, latin: str) -> str:
    runs = []
    for words in Speech(scripts, latin).words:
        if words.amounts.spelled:
            token = "|".join(fragment for fragment, _ in words.amounts.spelled)
            runs.append(rf"(?:{token})(?:(?:{words.amounts.spelled_joins})(?:{token}))*")
    return rf"\b(?i:{'|'.join(runs)})(?![^\W\d_])" if runs else NEVER
