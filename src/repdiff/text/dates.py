"""Dates of the calendar in a text: a day of a month, a month of a year, or a day of a month of a year.

Read are `2024-05-03`, `03.05.2024`, `3/5/24`, `2024年5月3日`, `5月3日`, `二〇二四年五月`, `3 May 2024`, `May 3, 2024`, `3. Mai`,
`March 2023`, `1er mars 2024`, `3 de mayo de 2024`; of a range of days both. The name of a month is whole, or its first three or four
letters between a day and a year (`3 Sept. 2024`). A year alone (`2025`, `2020年`, `FY2023`) is none, nor a month
alone or a time of day: goals are set by years, and one that became a year later is another goal.
"""

import re
from functools import cache

from repdiff.languages import all_languages
from repdiff.languages.fragments import alternatives
from repdiff.languages.han import folded
from repdiff.languages.numerals import HAN_NUMERALS, HAN_YEAR
from repdiff.languages.patterns import joined, letters

DATE = "\ue000"
"""What stands for a date where dates make no difference: a character for private use, which no key leaves out."""
_SHORT = (3, 4)  # letters of the short name of a month
_HINT = re.compile(rf"\d|{HAN_YEAR}")
_IN_DIGITS = (
    r"(?:19|20)\d\d(?P<mark>[-/.])(?:1[0-2]|0?[1-9])(?P=mark)(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    r"|(?:19|20)\d\d[-/](?:1[0-2]|0[1-9])(?![\d/-])"
    r"|(?:3[01]|[12]\d|0?[1-9])(?P<other>[-/.])(?:3[01]|[12]\d|0?[1-9])(?P=other)(?:19|20)\d\d(?!\.?\d)"
    r"|(?:3[01]|[12]\d|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])/\d\d(?![\d/])"
)


def without_dates(text: str) -> str:
    """The text with one and the same character for every date in it."""
    if _HINT.search(text) is None:
        return text
    return _date().sub(DATE, folded(text))


@cache
def _date() -> re.Pattern[str]:
    others = joined(all_languages(), lambda each: each.words.calendar)
    return re.compile(rf"(?<![\w.,/-])(?:{_IN_DIGITS})|{_east_asian()}|{_with_month()}|{others}")


def _east_asian() -> str:
    year, month, day = (
        letters(pick)
        for pick in (lambda each: each.words.year, lambda each: each.words.month, lambda each: each.words.day)
    )
    to = letters(lambda each: each.words.through)
    number = rf"(?:\d{{1,2}}|[{HAN_NUMERALS}]{{1,3}}) ?"
    of_year = rf"(?:(?:19|20)\d\d|{HAN_YEAR}) ?[{year}] ?"
    day_of = rf"{number}[{month}] ?{number}[{day}](?:[-—–~{to}] ?{number}[{day}])?"
    return rf"(?<!\d)(?:{of_year})?{day_of}|(?<!\d){of_year}{number}[{month}](?![{HAN_NUMERALS}\d])"


def _with_month() -> str:
    whole, short = _months()
    blank, year = r"[ \u00a0\n]{1,3}", r"(?:19|20)\d\d(?!\d)"
    day = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|º|\.)?"
    days = rf"{day}(?:(?:{blank})?[-–/](?:{blank})?{day})?"
    of = rf"(?:{blank}(?:of|de|del|d['’]|di))?{blank}"
    behind = rf"(?:,?{blank}{year})"
    forms = (
        rf"{days}{of}{whole}(?:,?{of}{year})?",
        rf"{days}{of}{short}(?:,?{of}{year})",
        rf"{whole}{blank}{days}(?![\w%])(?!{blank}?%){behind}?",
        rf"{short}{blank}{days}{behind}",
        rf"{whole},?{of}{year}",
    )
    return rf"(?<![\w.,])(?:{'|'.join(forms)})"


def _months() -> tuple[str, str]:
    """Patterns of the names of months, as they are written, with a capital or in capitals; and of their first letters."""
    names = alternatives(lambda words: words.amounts.months).split("|")
    written = sorted(
        {form for name in names for form in (name, name.capitalize(), name.upper())},
        key=lambda name: (-len(name), name),
    )
    short = sorted({name[:length] for name in written for length in _SHORT}, key=lambda name: (-len(name), name))
    return rf"(?:{'|'.join(written)})(?![^\W\d_])(?:\.(?= ?\d))?", rf"(?:{'|'.join(short)})(?![^\W\d_])\.?"
