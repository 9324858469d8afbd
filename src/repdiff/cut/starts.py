"""What a paragraph begins with: bullets, numbers, signs of Markdown."""

import re
from typing import Final

from repdiff.languages.marks import BULLETS
from repdiff.languages.numerals import HAN_NUMERALS, LISTED
from repdiff.languages.patterns import letters

ORDINAL: Final = letters(lambda each: each.headings.ordinal)
_YEAR = letters(lambda each: each.words.year)
_DATES = letters(lambda each: each.headings.dates)
NUMBERED: Final = rf"""(?: \([{HAN_NUMERALS}\d]{{1,3}}\) | [{HAN_NUMERALS}]{{1,4}}\)
      | [{HAN_NUMERALS}]{{1,4}}\s?、(?![{HAN_NUMERALS}]{{1,3}}、) | [{HAN_NUMERALS}]{{1,4}}\.
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
WEAK_START: Final = re.compile(
    rf"""(?: [-+*·]+(?=[^\s\-+*·]) | [—―]{{2}} | § | [{ORDINAL}] | \d{{1,3}}(?:\.\d{{1,3}})+\s | [A-Za-z]+[.)]\s | [A-Z]\w{{2,9}}\s )""",
    re.X,
)
"""Pattern of those that may as well stand inside a sentence: where a line is full they are words of it."""
COUNTED: Final = re.compile(r"\((?:[A-Za-z]{1,4}|\d{1,2})\)\s?|\d{1,2}\)\s")
"""Pattern of what counts off the parts of a sentence as well as the items of a list."""
NUMBER: Final = re.compile(NUMBERED, re.X)
_BULLET = re.compile(
    rf"(?:[{BULLETS}]+\s+|{NUMBERED}\s*|\d{{1,3}}(?:\.\d{{1,3}})*\.?\s+|\([A-Za-z]{{1,4}}\)\s*|[A-Za-z]{{1,4}}[.)]\s+|[{LISTED}]\s*)",
    re.X,
)


def bullet_of(text: str) -> str:
    """The bullet or number that a line of evened text with a mark begins with, with the blanks behind it; empty where it is another."""
    bullet = _BULLET.match(text)
    return bullet[0] if bullet else ""
