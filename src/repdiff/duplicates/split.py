"""A scraped file to the documents that it holds.

Two forms are recognised, both by what repeats:
- a document pasted several times in a row: its first line comes back as a line, and so does the line that follows it;
- a listing: lines of marks alone (`-`, `***`) above a title, with a line that holds only a date between the body of
  one entry and the marks of the next. What stands outside the entries (dates, marks, the page's footer) is none of
  their text.

A file without such a form is one document.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from repdiff.duplicates.fold import fold
from repdiff.languages.marks import CLAUSE_ENDS
from repdiff.languages.patterns import letters

_TITLE = 80
"""Characters that a title has at most."""
_GLUED = 12
"""Characters that scraping may glue to a title (an advertisement) without hiding that it is the same."""
_LEAST = 200
"""Characters that a piece must have to be a document of its own."""
_PASTED = 4
"""Lines that a document pasted twice has at least."""
_LISTED = 2
"""Entries of a listing that end with a date at least."""
_TELLING = 4
"""Characters of a folded title at least that is told with something glued into it."""
_MARKS = re.compile(r"[-–—_*=~#•·—―+\s]+")
_SENTENCE_END = tuple(CLAUSE_ENDS)


class _Line(NamedTuple):
    start: int
    end: int
    text: str


def documents(text: str) -> list[tuple[int, int]]:
    """Spans [start, end) of the documents in a text, in order, without white space around them; at least one."""
    lines = list(_lines(text))
    found = _listed(lines) or _pasted(lines)
    if len(found) > 1 and all(end - start >= _LEAST for start, end in found):
        return found
    return [(0, len(text))]


def _lines(text: str) -> Iterator[_Line]:
    """Lines that are not blank, without white space around them."""
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            offset = start + line.index(stripped)
            yield _Line(offset, offset + len(stripped), stripped)
        start += len(line) + 1


def _pasted(lines: Sequence[_Line]) -> list[tuple[int, int]]:
    if len(lines) < _PASTED or not _is_title(lines[0].text):
        return []
    title, second = fold(lines[0].text), fold(lines[1].text)
    starts = [
        number
        for number, line in enumerate(lines[:-1])
        if _is_title(line.text)
        and _same_title(title, fold(line.text))
        and _same_title(second, fold(lines[number + 1].text))
    ]
    return [
        (lines[first].start, lines[last - 1].end) for first, last in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]


def _listed(lines: Sequence[_Line]) -> list[tuple[int, int]]:
    """Entries between marks and dates. At least two entries must end with a date, or the marks are rules in one text."""
    marks = [number for number, line in enumerate(lines) if _MARKS.fullmatch(line.text)]
    starts = [n + 1 for n in marks if n + 2 < len(lines) and _is_title(lines[n + 1].text) and _follows_date(lines, n)]
    found = []
    dated = 0
    if not starts:
        return []
    for first, stop in zip(starts, [*(n - 1 for n in starts[1:]), len(lines)], strict=True):
        last = next((n for n in range(stop - 1, first, -1) if _date().fullmatch(lines[n].text)), 0)
        dated += last > 0
        found.append((lines[first].start, lines[(last or stop) - 1].end))
    return found if dated >= _LISTED else []


def _follows_date(lines: Sequence[_Line], number: int) -> bool:
    """Whether the marks at `number` open the text or stand below a date."""
    return number == 0 or bool(_date().fullmatch(lines[number - 1].text))


def _is_title(line: str) -> bool:
    return len(line) <= _TITLE and not line.endswith(_SENTENCE_END)


def _same_title(title: str, line: str) -> bool:
    """Whether two folded lines are one title, with or without something glued into it."""
    if title == line:
        return True
    short, long = sorted((title, line), key=len)
    if not _TELLING <= len(short) <= len(long) <= len(short) + _GLUED:
        return False
    head = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return long.endswith(short[head:])


@cache
def _date() -> re.Pattern[str]:
    """Pattern of a line that holds a date, in figures or with the name of the month, and nothing else."""
    year, month, day = (letters(attrgetter(f"words.{name}")) for name in ("year", "month", "day"))
    return re.compile(
        rf"\W*(?:(?:19|20)\d\d\s*[-/.{year}]\s*\d{{1,2}}\s*[-/.{month}]\s*\d{{1,2}}\s*[{day}]?|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)\d\d"
        r"|\d{1,2}\.?\s+[^\W\d]+\.?,?\s+(?:19|20)\d\d|[^\W\d]+\.?\s+\d{1,2},?\s+(?:19|20)\d\d)"
        r"(?:[\sT]+\d{1,2}:\d\d(?::\d\d)?)?\W*"
    )
