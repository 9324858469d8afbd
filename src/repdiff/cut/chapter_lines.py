"""Chapters without a number: a title alone on its line, in a text whose paragraphs no blank line parts.

A short line between two finished paragraphs is a title, or what a page carries (a caption, a name, a button). What says
which way its chapter looks ("Priorities for 2026") is a title wherever it stands alone; any other line only between two
paragraphs of prose.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from repdiff.cut.formulas import formula
from repdiff.cut.headings import Found, is_title_line
from repdiff.cut.lines import columns
from repdiff.cut.outlook import ends_with_time, says_time
from repdiff.languages.marks import BULLETS, EVEN_ENDS
from repdiff.languages.numerals import YEAR
from repdiff.languages.patterns import joined, letters, words
from repdiff.languages.record import Language
from repdiff.languages.scripts import EAST_LETTER
from repdiff.model.texts import Span

CHAPTER, LINE = "chapter", "line"
"""Styles of a title without a number: of one that stands between chapters, and of one within a numbered chapter."""
_ENDED = re.compile(rf"[{EVEN_ENDS}…:;.][”’\")\]』」》]*$")
_STOPPED = re.compile(rf"[{EVEN_ENDS}…][”’\")\]』」》]*$")
_CLOSED = re.compile(r"\s*[:。.]$")
_INSIDE = re.compile(rf"[{EVEN_ENDS},;|@…]|://|[.:]\s|\.{{3}}")
_NO_OPENING = re.compile(rf"[{BULLETS}(\[【#|>—―]")
_EAST = re.compile(EAST_LETTER)
_YEAR = re.compile(YEAR)
_AMOUNT = re.compile(rf"(?!{YEAR})\d")
_GOES_ON = letters(lambda each: each.headings.binds)
"""Letters that no title ends with."""
_FEWEST_LETTERS = 4
"""Letters of an East Asian title between paragraphs of prose at least."""
_BODY = 60
"""Columns from which a paragraph is text rather than one more short line."""
_LONGEST, _LONGEST_CLOSED = 64, 40
"""Columns of such a title at most: of one without a stop behind it, and of one with a colon or a full stop."""
_MOST_COMMAS = 2
"""Commas of such a title at most."""
_MOST_WORDS, _MOST_CLOSED = 9, 5
"""Words of such a title at most, in the same order."""


class _Text(NamedTuple):
    """An evened flat text, the languages it may be in, its paragraphs, and where its headings begin and end."""

    text: str
    languages: tuple[Language, ...]
    paragraphs: Sequence[Span]
    starts: Sequence[int]
    ends: Sequence[int]

    def in_heading(self, at: int) -> bool:
        place = bisect_right(self.starts, at) - 1
        return place >= 0 and at < self.ends[place]

    def line(self, at: int) -> str:
        return self.text[self.paragraphs[at].start : self.paragraphs[at].end]


def chapter_lines(
    text: str, paragraphs: Sequence[Span], found: Sequence[Found], languages: tuple[Language, ...]
) -> list[Found]:
    """Lines that are titles of chapters for what they say or where they stand, beside the headings found so far."""
    whole = _Text(text, languages, paragraphs, [f.span.start for f in found], [f.span.end for f in found])
    return [
        Found(span, CHAPTER)
        for at, span in enumerate(paragraphs)
        if _is_short(text, span)
        and not whole.in_heading(span.start)
        and at + 1 < len(paragraphs)
        and _is_title(whole, at)
    ]


def with_ranks(text: str, found: Sequence[Found], languages: tuple[Language, ...]) -> list[Found]:
    """Headings, those of unnumbered lines by what they stand among: within a numbered chapter, or beside one another."""
    lines = [f for f in found if f.style == CHAPTER]
    first = next((f for f in found if f.style == "title"), None)
    bold = [f for f in found if f.style == "**"]
    speaking = {f.span.start for f in [first, *lines, *bold] if f and (lines or bold) and _speaks(text, f, languages)}
    if first and first.span.start in speaking and any(_same(text, first, line) for line in lines):
        found = [f for f in found if f is not first]  # a link to the chapter
    if len(lines) == 1 and _is_subtitle(text, found, lines[0]):
        return [f for f in found if f is not lines[0]]
    rivals = any(f.style == "#" for f in found)
    kept = []
    for at, one in enumerate(found):
        style = one.style
        if style == "title" and lines and (one is not first or (one.span.start in speaking and len(speaking) > 1)):
            style = CHAPTER
        if style == "**" and not rivals and not _within_chapter(found, at) and _speaks(text, one, languages):
            style = CHAPTER
        if style in ("title", CHAPTER):
            below = style == CHAPTER and one.span.start not in speaking and _is_below(found, at, speaking)
            style = LINE if below or _within_chapter(found, at) else style
        kept.append(one._replace(style=style))
    return kept


def _is_subtitle(text: str, found: Sequence[Found], line: Found) -> bool:
    """Whether nothing stands between a line and the headings above and below it."""
    at = found.index(line)
    if not 0 < at < len(found) - 1:
        return False
    return (
        not text[found[at - 1].span.end : line.span.start].strip()
        and not text[line.span.end : found[at + 1].span.start].strip()
    )


def _same(text: str, one: Found, two: Found) -> bool:
    return text[one.span.start : one.span.end] == text[two.span.start : two.span.end]


def _speaks(text: str, one: Found, languages: tuple[Language, ...]) -> bool:
    return says_time(text[one.span.start : one.span.end], languages)


def _within_chapter(found: Sequence[Found], at: int) -> bool:
    """Whether the numbers of one style go on over a heading."""
    before = {one.style: one.number for one in found[:at] if one.number}
    after: dict[str, int] = {}
    for one in found[at + 1 :]:
        if one.number:
            after.setdefault(one.style, one.number)
    return any(after.get(style, 0) == number + 1 for style, number in before.items())


def _is_below(found: Sequence[Found], at: int, speaking: AbstractSet[int]) -> bool:
    """Whether a line that says nothing of time stands in the chapter above it: below numbered headings that do not begin anew.

    The only one below a chapter without a number is one more of that kind.
    """
    before = {one.style for one in found[:at] if one.number}
    after = next((one for one in found[at + 1 :] if one.number), None)
    if not before or (after and after.number == 1 and after.style in before):
        return False
    above = next((k for k in range(at - 1, -1, -1) if found[k].span.start in speaking), None)
    below = next((k for k in range(at + 1, len(found)) if found[k].span.start in speaking), len(found))
    return above is None or sum(one.style == CHAPTER for one in found[above + 1 : below]) > 1


def _is_short(text: str, span: Span) -> bool:
    return span.end - span.start <= _LONGEST and columns(text[span.start : span.end]) <= _LONGEST


def _is_title(whole: _Text, at: int) -> bool:
    line = whole.line(at)
    closed = _CLOSED.search(line)
    title = line[: closed.start()] if closed else line
    if (
        not title
        or _NO_OPENING.match(title)
        or _INSIDE.search(title.replace(",", "", _MOST_COMMAS))
        or title[-1] in _GOES_ON
    ):
        return False
    if formula(line, whole.languages):
        return False
    if _is_named(whole, title, bool(closed)) and says_time(title, whole.languages):
        return _after_text(whole, at) and _before_text(whole, at)
    if closed or not _EAST.search(line) or not _between_prose(whole, at):
        return False
    return is_title_line(line.replace(",", "", _MOST_COMMAS), _FEWEST_LETTERS)


def _is_named(whole: _Text, title: str, closed: bool) -> bool:
    """Whether a line has the size of a title, and where a stop closes it, is no sentence and does not lead over to what follows."""
    parts = len(title.split())
    if not closed:
        return parts <= _MOST_WORDS and not title[0].islower() and not _AMOUNT.match(title)
    if parts > _MOST_CLOSED or columns(title) > _LONGEST_CLOSED:
        return False
    if not _YEAR.search(title) and not ends_with_time(title, whole.languages):
        return False
    return not title[0].islower() and not _sentence(whole.languages).search(title)


def _after_text(whole: _Text, at: int) -> bool:
    """Whether what stands above a line is finished."""
    if not at:
        return True
    before = whole.paragraphs[at - 1]
    return whole.in_heading(before.end - 1) or bool(
        _ENDED.search(whole.text, max(before.start, before.end - 4), before.end)
    )


def _before_text(whole: _Text, at: int) -> bool:
    """Whether text, a list or another heading stands below a line."""
    after = whole.paragraphs[at + 1]
    if whole.in_heading(after.start) or whole.text[after.start] in BULLETS:
        return True
    if at + 2 < len(whole.paragraphs) and _is_prose(whole, at + 2):
        return True
    return bool(_ENDED.search(whole.text, max(after.start, after.end - 4), after.end))


def _between_prose(whole: _Text, at: int) -> bool:
    """Whether a whole paragraph stands below a line, and above it another one or a heading."""
    if not at or not _is_prose(whole, at + 1):
        return False
    return _is_prose(whole, at - 1) or whole.in_heading(whole.paragraphs[at - 1].start)


def _is_prose(whole: _Text, at: int) -> bool:
    span = whole.paragraphs[at]
    head = whole.text[span.start : min(span.end, span.start + _BODY)]
    ended = _STOPPED.search(whole.text, max(span.start, span.end - 4), span.end)
    return columns(head) >= _BODY and bool(ended) and not _NO_OPENING.match(head)


@cache
def _sentence(languages: tuple[Language, ...]) -> re.Pattern[str]:
    past = words(languages, lambda each: each.roles.past)
    modals = words(languages, lambda each: each.roles.modals)
    leads = joined(languages, lambda each: each.headings.leads_over)
    return re.compile(rf"{past}|{modals}|(?:{leads})$", re.IGNORECASE)
