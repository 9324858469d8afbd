"""A file to the documents that it holds.

These forms are recognised, all by what repeats:
- a document pasted several times in a row: its first line comes back as a line, and so does the line that follows it;
- a listing: lines of marks alone (`-`, `***`) above a title, with a line that holds only a date between the body of
  one entry and the marks of the next. What stands outside the entries (dates, marks, the page's footer) is none of
  their text.

- heads: lines that name a title (`Title: ...`), the first at the beginning of the text;
- rules: lines of marks alone above titles that say the same but for their numbers (`Report 2019`, `Report 2020`), or above heads with
  dates.

A file without such a form is one document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from repdiff.languages import all_languages
from repdiff.languages.marks import CLAUSE_ENDS
from repdiff.languages.numerals import HAN_NUMERALS
from repdiff.languages.patterns import joined, letters
from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Mark, Part, Source, Span, What
from repdiff.text.fold import fold

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
_RULE = 5
"""Marks of a rule between documents at least."""
_HEAD = 3
"""Lines below a title among which its date stands."""
_YEAR = 4
"""Digits from which a number may be a year in a title; a shorter one counts documents."""
_SHOWN = 8
"""Documents that an error lists."""
_CLIPPED = 40
"""Characters of a title that an error shows."""
_NUMBERS = re.compile(rf"[\d○{HAN_NUMERALS}]+")
_MARKS = re.compile(r"[-–—_*=~#•·—―+\s]+")
_SENTENCE_END = tuple(CLAUSE_ENDS)


class _Line(NamedTuple):
    start: int
    end: int
    text: str


def documents(text: str) -> list[tuple[int, int]]:
    """Spans [start, end) of the documents in a text, in order, without white space around them; at least one."""
    lines = list(_lines(text))
    for form in (_listed, _pasted, _headed, _ruled):
        found = form(lines)
        if len(found) > 1 and all(end - start >= _LEAST for start, end in found):
            return found
    return [(0, len(text))]


def parts_of(text: str) -> tuple[Part, ...]:
    """The documents in a text with their titles, in order; none where it is one document."""
    spans = documents(text)
    if len(spans) == 1:
        return ()
    return tuple(Part(_title(text[start:end]), Span(start, end)) for start, end in spans)


def part_of(source: Source, wanted: str, name: str) -> Source:
    """One of the documents of a source as a source called `name`, by its number or by its title or a part of it that no other has.

    Raises RepdiffError where there is no such document, or more than one.
    """
    parts = source.parts or (Part(_title(source.text), Span(0, len(source.text))),)
    numbers = _chosen(parts, wanted)
    if len(numbers) != 1:
        how = "no document" if not numbers else f"{len(numbers)} documents"
        told = "; ".join(f"#{n + 1} {_clipped(parts[n].title)}" for n in (numbers or range(len(parts)))[:_SHOWN])
        more = f"; {len(numbers or parts) - _SHOWN} more" if len(numbers or parts) > _SHOWN else ""
        raise RepdiffError(f"{source.name}: {how} called {wanted!r} in it.", f"Name one of {told}{more}.")
    return _cut_out(source, parts[numbers[0]].span, name)


def _chosen(parts: Sequence[Part], wanted: str) -> list[int]:
    """The numbers of the documents, from 0, that are meant."""
    if wanted.isdecimal() and len(wanted) < _YEAR:
        return [int(wanted) - 1] if 0 < int(wanted) <= len(parts) else []
    key = fold(wanted).casefold()
    titles = [fold(part.title).casefold() for part in parts]
    whole = [number for number, title in enumerate(titles) if title == key]
    return whole or [number for number, title in enumerate(titles) if key and key in title]


def _clipped(title: str) -> str:
    return title if len(title) <= _CLIPPED else f"{title[: _CLIPPED - 1]}…"


def _title(text: str) -> str:
    """The first line of a document with letters in it, without the word that names a title."""
    line = next((line.text for line in _lines(text) if any(map(str.isalnum, line.text))), "")
    head = _title_label().match(line)
    return " ".join((line[head.end() :] if head else line).strip("#*_ \t").split())


def _cut_out(source: Source, span: Span, name: str) -> Source:
    """A stretch of a source as a source of its own: what is known of its text, in its own offsets."""
    kept = [mark for mark in source.marks if span.start <= mark.span.start < span.end]
    opened = [mark for what in (What.PAGE, What.ROW) if (mark := _last(source.marks, what, span.start)) is not None]
    marks = [Mark(Span(0, 0), mark.what, mark.level) for mark in opened]
    marks += [
        Mark(Span(mark.span.start - span.start, min(mark.span.end, span.end) - span.start), mark.what, mark.level)
        for mark in kept
    ]
    left = (each for each in source.left_out if span.start <= each.span.start and each.span.end <= span.end)
    return replace(
        source,
        name=name,
        text=source.quote(span),
        marks=tuple(marks),
        left_out=tuple(
            each._replace(span=Span(each.span.start - span.start, each.span.end - span.start)) for each in left
        ),
        above=source.above + source.text.count("\n", 0, span.start),
        parts=(),
    )


def _last(marks: Sequence[Mark], what: What, before: int) -> Mark | None:
    """The last mark of a kind that begins before an offset."""
    return next((mark for mark in reversed(marks) if mark.what is what and mark.span.start < before), None)


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
    return _from(lines, starts)


def _listed(lines: Sequence[_Line]) -> list[tuple[int, int]]:
    """Entries between marks and dates. At least two entries must end with a date, or the marks are rules in one text."""
    marks = [number for number, line in enumerate(lines) if _MARKS.fullmatch(line.text)]
    starts = [n + 1 for n in marks if n + 2 < len(lines) and _is_title(lines[n + 1].text) and _follows_date(lines, n)]
    found = []
    dated = 0
    if not starts:
        return []
    for first, stop in zip(starts, [*(n - 1 for n in starts[1:]), len(lines)], strict=True):
        last = next((n for n in range(stop - 1, first, -1) if _is_date(lines[n].text)), 0)
        dated += last > 0
        found.append((lines[first].start, lines[(last or stop) - 1].end))
    return found if dated >= _LISTED else []


def _headed(lines: Sequence[_Line]) -> list[tuple[int, int]]:
    """Documents that each open with a line that names its title; the first opens the text."""
    if not lines or not _names_title(lines[0].text):
        return []
    starts = [number for number, line in enumerate(lines) if _names_title(line.text)]
    return _from(lines, starts) if len(starts) > 1 else []


def _names_title(line: str) -> bool:
    # Without the colon, which most lines lack, the words of all languages need not be looked for.
    return len(line) <= _TITLE and (":" in line or "：" in line) and _title_label().match(line) is not None


def _ruled(lines: Sequence[_Line]) -> list[tuple[int, int]]:
    """Documents below rules, with titles that differ in their numbers alone, or with a date below each."""
    rules = {number for number, line in enumerate(lines) if _is_rule(line.text)}
    opening = (number + 1 for number in sorted(rules) if number - 2 not in rules)  # else it stands below a title
    starts = [
        number for number in opening if number < len(lines) and number not in rules and _is_title(lines[number].text)
    ]
    if starts and 0 not in rules and _is_title(lines[0].text):
        starts.insert(0, 0)
    if len(starts) < _LISTED:
        return []
    alike = len({_NUMBERS.sub("#", fold(lines[number].text)) for number in starts}) == 1
    differ = len({fold(lines[number].text) for number in starts}) == len(starts)
    dated = all(any(_is_date(line.text) for line in lines[number + 1 : number + 1 + _HEAD]) for number in starts)
    if not ((alike and differ) or dated):
        return []
    return [(start, _before_rules(lines, start, end)) for start, end in _from(lines, starts)]


def _is_rule(line: str) -> bool:
    return len(line) >= _RULE and line == line[0] * len(line) and _MARKS.fullmatch(line) is not None


def _before_rules(lines: Sequence[_Line], start: int, end: int) -> int:
    """The end of a document without the rules below it."""
    inside = [line for line in lines if start <= line.start < end]
    while len(inside) > 1 and _MARKS.fullmatch(inside[-1].text):
        inside.pop()
    return inside[-1].end


def _from(lines: Sequence[_Line], starts: Sequence[int]) -> list[tuple[int, int]]:
    """Spans from each of these lines to the last one before the next."""
    return [(lines[one].start, lines[two - 1].end) for one, two in pairwise([*starts, len(lines)])]


def _follows_date(lines: Sequence[_Line], number: int) -> bool:
    """Whether the marks at `number` open the text or stand below a date."""
    return number == 0 or _is_date(lines[number - 1].text)


def _is_date(line: str) -> bool:
    """Whether a line holds a date and nothing else."""
    return any(map(str.isdigit, line)) and _date().fullmatch(line) is not None


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


@cache
def _title_label() -> re.Pattern[str]:
    """What a line begins with that names the title of a document."""
    words = joined(all_languages(), lambda each: each.pages.title)
    return re.compile(rf"[【\[]?(?:{words})[】\]]?\s*[:：]\s*(?=\S)", re.IGNORECASE)
