"""Where a heading's text ends before the next heading: the passages that belong to the chapter around it again.

A heading that is run into its text (a slogan, a dash lead) speaks for its own paragraph, or for the paragraphs up to the
next one of its kind. What follows the last of a series belongs to the chapter; so does what an address to the audience
("Ladies and gentlemen!") opens, and that to the outermost chapter: a speaker turns to the audience between parts.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from repdiff.cut.found import Found
from repdiff.cut.roles import is_address
from repdiff.languages import all_languages
from repdiff.languages.marks import BULLETS, EVEN_ENDS
from repdiff.languages.patterns import joined
from repdiff.languages.record import Language
from repdiff.model.texts import Span

BACK, ADDRESS = "back", "address"
"""Styles of a passage: it goes back to the chapter around the run-in heading, or to the outermost chapter."""
STYLES = frozenset({BACK, ADDRESS})
RUN_IN = frozenset({"lead", "——"})
"""Styles of headings that speak for their own paragraphs."""

_ENDED = re.compile(rf"[{EVEN_ENDS}…][”’\"\')\]』」》]*$")
_ITEM = re.compile(rf"[{BULLETS}>|—―]")
_FIRST = re.compile(rf"{joined(all_languages(), lambda each: each.headings.first_items)}|\(?1[)、.](?!\d)")
_LATER = re.compile(rf"{joined(all_languages(), lambda each: each.headings.later_items)}|\(?\d{{1,2}}[)、.](?!\d)")
_EXCLAIMED = re.compile(r"(?<=[。!?])\s*(?P<address>[^\s。!?,:;\n“”\"‘’][^。!?,:;\n“”\"‘’]{1,40})!")
_OPENING = re.compile(r"(?P<address>[^。!?,:;\n“”\"‘’]{2,40})(?P<stop>[!:,。]|$)")


class _Text(NamedTuple):
    """An evened flat text, its paragraphs, the offsets where these start, and those where an address to the audience stands."""

    text: str
    paragraphs: Sequence[Span]
    starts: Sequence[int]
    addresses: Sequence[int]


def find_passages(
    text: str, paragraphs: Sequence[Span], found: Sequence[Found], languages: tuple[Language, ...]
) -> list[Found]:
    """Places where text goes back to a chapter, in order: without a title, of style BACK or ADDRESS.

    `text` is evened, in these languages; `paragraphs` are its paragraphs and `found` its headings, both in order.
    """
    whole = _Text(text, paragraphs, [p.start for p in paragraphs], _addresses(text, paragraphs, languages))
    passages = []
    for at, one in enumerate(found):
        end = found[at + 1].span.start if at + 1 < len(found) else len(text)
        follower = found[at + 1] if at + 1 < len(found) else None
        address = _next_address(whole, Span(one.span.end, end))
        if one.style in RUN_IN:
            back = _own_end(whole, one, end, follower is not None and follower.style == one.style and address is None)
            if back is not None and (address is None or back < address):
                passages.append(_passage(back, BACK))
        if address is not None:
            passages.append(_passage(address, ADDRESS))
    return passages


def _passage(at: int, style: str) -> Found:
    return Found(Span(at, at + 1), style, whole=False)


def _next_address(whole: _Text, within: Span) -> int | None:
    """The first address that comes after some text."""
    at = bisect_right(whole.addresses, within.start)
    while at < len(whole.addresses) and not whole.text[within.start : whole.addresses[at]].strip(" :\n"):
        at += 1
    return whole.addresses[at] if at < len(whole.addresses) and whole.addresses[at] < within.end else None


def _own_end(whole: _Text, one: Found, end: int, enclosed: bool) -> int | None:
    """The first paragraph before `end` that the heading does not speak for.

    Between two headings of one kind (`enclosed`) a heading that opens its paragraph speaks for all paragraphs, unless the
    next item of a list begins that began above it.
    """
    at = bisect_right(whole.starts, one.span.start) - 1
    spread = enclosed and whole.starts[at] == one.span.start
    if whole.paragraphs[at].end <= one.span.end and at + 1 < len(whole.paragraphs):
        at += 1  # a line of its own: it speaks for the paragraph below
    listed = False
    for before, after in _neighbours(whole.paragraphs, at, end):
        number = _ordinal(whole.text, after)
        listed = listed or number == 1
        if not _ENDED.search(whole.text, max(before.start, before.end - 4), before.end):
            continue
        if _ITEM.match(whole.text, after.start) or (listed and number):
            continue
        if not spread or number > 1:
            return after.start
    return None


def _neighbours(paragraphs: Sequence[Span], at: int, end: int) -> Iterator[tuple[Span, Span]]:
    while at + 1 < len(paragraphs) and paragraphs[at + 1].start < end:
        yield paragraphs[at], paragraphs[at + 1]
        at += 1


def _ordinal(text: str, paragraph: Span) -> int:
    """Which item of a list the paragraph says it is: 1, or 2 for every later one; 0 where it says nothing."""
    if _FIRST.match(text, paragraph.start, paragraph.end):
        return 1
    return 2 if _LATER.match(text, paragraph.start, paragraph.end) else 0


def _addresses(text: str, paragraphs: Sequence[Span], languages: tuple[Language, ...]) -> list[int]:
    """Where the speaker turns to the audience, in order: with an exclamation mark, or with the same words more than once."""
    opened = (_OPENING.match(text, p.start, p.end) for p in paragraphs)
    turned = [*_EXCLAIMED.finditer(text), *(m for m in opened if m)]
    found = {m.start("address"): m for m in turned if is_address(m["address"] + "!", languages)}
    times = Counter(m["address"] for m in found.values())
    return sorted(at for at, m in found.items() if text[m.end() - 1] == "!" or times[m["address"]] > 1)
