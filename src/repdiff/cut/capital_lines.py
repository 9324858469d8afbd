"""Headings in capitals: lines without any small letter, above text that has them. Two or three in a row are one heading."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from repdiff.cut.chapter_lines import CHAPTER
from repdiff.cut.found import Found
from repdiff.cut.headings import style_of
from repdiff.cut.lines import columns
from repdiff.cut.title_signs import promises
from repdiff.languages.marks import BULLETS, WIDE_ENDS
from repdiff.languages.numerals import YEAR
from repdiff.model.texts import Span

_NO_TITLE = re.compile(rf"[.,;!?{WIDE_ENDS}…]$|\t| {{3}}|[|@]|://|^[{BULLETS}(\[#>]|[%€$£¥]")
_AMOUNT = re.compile(rf"(?!{YEAR})(?<![\w-])\d+(?![\w-])")
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST, _LONGEST_OF_ALL = 100, 240
"""Columns of a line in capitals, and of all lines of one heading, at most."""
_MOST_LINES = 4
"""Lines of one heading in capitals at most."""
_FEWEST_LETTERS = 4
"""Letters of a heading in capitals at least."""
_SHARE = 0.5
"""Share of a text above which capitals are its habit and tell nothing."""
_BODY = 24
"""Columns from which a line below is text."""
_SEVERAL = 2
"""Headings in capitals that make a habit; a single one stands apart by blank lines."""
_BLANK = 2
"""Line breaks that leave a blank line."""


def capital_lines(text: str, paragraphs: Sequence[Span], found: Sequence[Found]) -> list[Found]:
    """Headings in capitals of an evened flat text, in order; `found` are the headings that show themselves by other marks."""
    starts, ends = [f.span.start for f in found], [f.span.end for f in found]
    runs = list(_runs(text, paragraphs, starts, ends))
    letters = sum(paragraphs[last].end - paragraphs[first].start for first, last in runs)
    if not runs or letters > _SHARE * (paragraphs[-1].end - paragraphs[0].start):
        return []
    kept = []
    heads = {paragraphs[first].start for first, _ in runs}
    for first, last in runs:
        if last + 1 == len(paragraphs):
            continue
        below = paragraphs[last + 1]
        apart = len(runs) >= _SEVERAL or (_gap(text, paragraphs, first - 1) and _gap(text, paragraphs, last))
        if apart and (_is_text(text, below) or _inside(below.start, starts, ends) or below.start in heads):
            kept.append(Found(Span(paragraphs[first].start, paragraphs[last].end), CHAPTER))
    return kept


def titled(text: str, lines: Sequence[Found], found: Sequence[Found]) -> list[Found]:
    """Headings in capitals, the first the title of the document where another heading stands right below it and none above."""
    if not lines or any(f.span.start < lines[0].span.start for f in found):
        return list(lines)
    later = min((f.span.start for f in [*lines[1:], *found]), default=-1)
    if later >= 0 and not text[lines[0].span.end : later].strip():
        return [lines[0]._replace(style="title"), *lines[1:]]
    return list(lines)


def _runs(
    text: str, paragraphs: Sequence[Span], starts: Sequence[int], ends: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """First and last of the paragraphs of each heading in capitals."""
    at = 0
    while at < len(paragraphs):
        if not _is_capital(text, paragraphs[at]) or _inside(paragraphs[at].start, starts, ends):
            at += 1
            continue
        first = at
        while (
            at + 1 < len(paragraphs)
            and at + 1 - first < _MOST_LINES
            and text.count("\n", paragraphs[at].end, paragraphs[at + 1].start) == 1
            and _is_capital(text, paragraphs[at + 1])
            and not _inside(paragraphs[at + 1].start, starts, ends)
            and paragraphs[at + 1].end - paragraphs[first].start <= _LONGEST_OF_ALL
        ):
            at += 1
        yield first, at
        at += 1


def _is_capital(text: str, span: Span) -> bool:
    if span.end - span.start > _LONGEST_OF_ALL:
        return False
    line = text[span.start : span.end]
    if line != line.upper() or line == line.lower() or _NO_TITLE.search(line) or not _WORD.search(line):
        return False
    letters = sum(char.isupper() for char in line)
    if letters < _FEWEST_LETTERS or letters < sum(char.isalpha() for char in line) or columns(line) > _LONGEST_OF_ALL:
        return False
    return not (_AMOUNT.search(line) or style_of(line) or promises(line))


def _is_text(text: str, span: Span) -> bool:
    """Whether a paragraph is text: it has small letters, or a script without them, and some length."""
    line = text[span.start : min(span.end, span.start + _LONGEST_OF_ALL)]
    return line != line.upper() and (columns(line) >= _BODY or line[-1:] in ".:;" or line[:1] in BULLETS)


def _gap(text: str, paragraphs: Sequence[Span], at: int) -> bool:
    """Whether a blank line, or nothing, stands behind a paragraph."""
    if not 0 <= at < len(paragraphs) - 1:
        return True
    return text.count("\n", paragraphs[at].end, paragraphs[at + 1].start) >= _BLANK


def _inside(at: int, starts: Sequence[int], ends: Sequence[int]) -> bool:
    place = bisect_right(starts, at) - 1
    return place >= 0 and at < ends[place]
