"""The lines of a source, for those who look among them for what is no part of its text."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from repdiff.cut.lines import columns, evened, trimmed
from repdiff.languages.marks import BULLETS, CLOSERS, EVEN_ENDS, NEVER_FIRST
from repdiff.languages.scripts import FIRST_EAST_ASIAN
from repdiff.model.texts import Aside, Source, Span, What
from repdiff.text.fences import fenced

_LINE = re.compile("[^\n\f\v\x85\u2028\u2029]+")
_FEED = "\f"
_ENDS = re.compile(rf"[{EVEN_ENDS}.;:…।॥؟۔։።]['{re.escape(CLOSERS)}]*$")
_LISTED = re.compile(rf"[{BULLETS}]\s*\S|[\d(]{{1,3}}[.)、]")
_MEASURED = 200
"""Code points of a line whose columns are counted: a longer one is no title, no number of a page and no button."""
_WRAPPED = 60
"""Columns from which a line without an end may be one of a wrapped paragraph: narrower texts are rare, longer titles too."""
LONGEST = 120
"""Columns of the longest line that is looked at as one that may be left out."""


class Line(NamedTuple):
    """A line that is not blank: its span in the source, its evened text without blanks around it and without signs of the format, its
    columns, whether blank lines stand above it, whether a form feed does, and whether the file itself makes it a cell, a heading, an
    item of a list or code.
    """

    span: Span
    text: str
    width: int
    apart: bool = False
    feed: bool = False
    cell: bool = False
    heading: bool = False
    item: bool = False
    code: bool = False

    @property
    def short(self) -> bool:
        """Whether the line may be something else than a stretch of prose."""
        return self.width <= LONGEST


class Stretch(NamedTuple):
    """A stretch of lines that is left out, from `first` up to `end`, and why."""

    first: int
    end: int
    why: Aside


def lines_of(source: Source) -> list[Line]:
    """The lines of a source that are not blank, in order."""
    even = evened(source.plain(Span(0, len(source.text))))
    spans = {
        what: [mark.span for mark in source.marks if mark.what is what] for what in (What.CELL, What.HEADING, What.ITEM)
    }
    code = [Span(*each) for each in fenced(source.text)]
    lines: list[Line] = []
    done = 0
    for found in _LINE.finditer(even):
        start, end = trimmed(even, *found.span())
        if start >= end:
            continue
        between = source.text[done:start]
        text = even[start:end]
        lines.append(
            Line(
                Span(start, end),
                text,
                columns(text[:_MEASURED]),
                between.count("\n") > 1,
                _FEED in between,
                _overlaps(spans[What.CELL], start, end),
                _overlaps(spans[What.HEADING], start, end),
                _overlaps(spans[What.ITEM], start, end),
                _overlaps(code, start, end),
            )
        )
        done = end
    return lines


def ends_sentence(line: Line) -> bool:
    """Whether a line ends as sentences and clauses that lead over do."""
    return _ENDS.search(line.text[-8:]) is not None


def interrupted(above: Line, below: Line) -> bool:
    """Whether a sentence goes on from one line to the other beyond doubt: what stands between them is no part of it."""
    if ends_sentence(above) or _LISTED.match(below.text):
        return False
    first, last = below.text[0], above.text[-1]
    return first.islower() or first in NEVER_FIRST or (last in ",、-" and first >= FIRST_EAST_ASIAN)


def runs_on(above: Line, below: Line) -> bool:
    """Whether two lines look like one paragraph that was wrapped: no blank line between them, and the first long and without an end."""
    if below.apart or ends_sentence(above):
        return False
    return above.width >= _WRAPPED or interrupted(above, below)


def _overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    at = bisect_right(spans, end - 1, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].end > start
