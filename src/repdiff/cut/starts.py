"""What a paragraph begins with: bullets, numbers, signs of Markdown."""

import re
from functools import cache
from typing import Final

from repdiff.languages.marks import BULLETS
from repdiff.languages.numerals import HAN_NUMERALS, LISTED
from repdiff.languages.patterns import letters

ORDINAL: Final = letters(lambda each: each.headings.ordinal)
_YEAR = letters(lambda each: each.words.year)
_DATES = letters(lambda each: each.headings.dates)
NUMBERED: Final = rf"""(?: \([{HAN_NUMERALS}\d]{{1,3}}\) | [{HAN_NUMERALS}]{{1,4}}\)
      | [{HAN_NUMERALS}]{{1,4}}\s?、(?![{HAN_NUMERALS}]{{1,3}}、) | [{HAN_NUMERALS}]{{1,4}}(?:\.|。(?=\S))
      | \d{{1,3}}\)(?!\d) | \d{{1,3}}\s?、(?!\d{{1,2}}[{_DATES}、]) | \d{{1,3}}[、.](?:(?!\d)|(?=\d{{4}}[{_YEAR}])) )"""
"""Fragment for verbose patterns: the number that a list item or a numbered heading begins with.

What is numbered may itself begin with a figure (`二、2025年`); behind a full stop only a year is no decimal (`3.14`), behind `、` no date.
"""
START: Final = re.compile(
    rf"""(?: [{BULLETS}]+\s*(?=\S) | \#{{1,6}}\s | \| | >\s | [—―]{{2}}
      | {NUMBERED} | [{ORDINAL}][{HAN_NUMERALS}\d]{{1,5}}[^\s{HAN_NUMERALS}\d,] | [{LISTED}]
      | \d{{1,3}}(?:\.\d{{1,3}})+\s | \((?:[A-Za-z]|[a-z]{{2}}|[ivx]{{1,5}})\)\s
      | [A-Za-z][.)]\s(?![A-Za-zÄÖÜ]\.) | [IVXLCivxl]+[.)]\s(?![A-Za-zÄÖÜ]\.) | §
      | [A-Z]\w{{2,9}}\s(?:\d+[A-Za-z]?|[IVXLC]+)\b\s*[.:—-]? )""",
    re.X,
)
"""Pattern of what begins a paragraph, in evened text."""
NUMBER: Final = re.compile(NUMBERED, re.X)
_GLUED = "-+*·"
"""Bullets that are none without a blank behind them."""


@cache
def weak_start() -> re.Pattern[str]:
    """Pattern of those that may as well stand inside a sentence: where a line is full they are words of it."""
    return re.compile(
        rf"""(?: [-+*·]+(?=[^\s\-+*·]) | [—―]{{2}} | § | [{ORDINAL}] | \d{{1,3}}(?:\.\d{{1,3}})+\s | [A-Za-z]+[.)]\s
          | [A-Z]\w{{2,9}}\s )""",
        re.X,
    )


@cache
def counted() -> re.Pattern[str]:
    """Pattern of what counts off the parts of a sentence as well as the items of a list."""
    return re.compile(r"\((?:[A-Za-z]{1,4}|\d{1,2})\)\s?|\d{1,2}\)\s")


def bullet_of(text: str, start: re.Match[str]) -> str:
    """The bullet or number that a line of evened text begins with, as `START` matched it, with the blanks behind it; empty where it is
    a word with a number (`Article 46`) or a sign of emphasis.
    """
    mark = start[0]
    named = mark[0].isalpha() and any(map(str.isdigit, mark))
    if named or (mark[0] in _GLUED and not mark[-1].isspace()):
        return ""
    return text[: len(text) - len(text[len(mark) :].lstrip())]
