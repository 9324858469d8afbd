"""Where a page ended within a text: what stands there is no part of it, and a sentence may run over it."""

from typing import Final, NamedTuple

from repdiff.languages.marks import CLOSERS, NEVER_FIRST, PAUSES, SENTENCE_ENDS
from repdiff.languages.scripts import has_no_blanks
from repdiff.model.texts import Aside, Source

_OF_PAGES = (Aside.PAGE_NUMBER, Aside.RUNNING_HEAD, Aside.FOOTNOTE)
"""What stands within a sentence where a page ends."""
_CLOSING = 6
"""Code points in which the end of a sentence is looked for."""


class PageEnds(NamedTuple):
    """Where the first lines of pages begin that may go on with the line before the page ended, and of those that do beyond doubt."""

    may: frozenset[int] = frozenset()
    do: frozenset[int] = frozenset()


NO_PAGES: Final = PageEnds()


def page_ends(source: Source) -> PageEnds:
    """Where the first lines of pages begin, before which no sentence ended."""
    text = source.bare
    may, do = set(), set()
    done = 0
    for each in source.left_out:
        start, end = each.span
        # What stands beside another with nothing but blanks between them tells the same: each stretch is walked along once.
        if each.why not in _OF_PAGES or start == end or end <= done:
            continue
        while start > 0 and text[start - 1].isspace():
            start -= 1
        while end < len(text) and text[end].isspace():
            end += 1
        done = end
        if start > 0 and end < len(text) and not _stops(text, start):
            may.add(end)
            if _goes_on(text[start - 1], text[end]):
                do.add(end)
    return PageEnds(frozenset(may), frozenset(do))


def _stops(text: str, end: int) -> bool:
    """Whether a sentence ends there."""
    return text[max(0, end - _CLOSING) : end].rstrip(CLOSERS)[-1:] in SENTENCE_ENDS


def _goes_on(last: str, first: str) -> bool:
    """Whether a line that ends with one character and a line that begins with the other are one beyond doubt."""
    return first.islower() or first in NEVER_FIRST or (last in PAUSES and has_no_blanks(first))
