"""Which numbered lines are headings: those whose numbers go on from one another, and no items of plain lists."""

import re
from collections.abc import Sequence
from itertools import pairwise

from repdiff.cut.found import Found
from repdiff.cut.lines import columns
from repdiff.cut.title_signs import promises
from repdiff.languages.marks import WIDE_ENDS
from repdiff.model.texts import Span

_PATH = re.compile(r"(?:(?:[-*+]|#{1,6})\s+)?(?:\*\*|__|[*_])?(\d{1,3}(?:\.\d{1,3})*)\\?\.?\s*")
_UNNUMBERED = frozenset({"h", "#", "**"})
_IN_FIGURES = _UNNUMBERED | {"1.1", "1", "1."}
_LETTER = re.compile(r"\(?([A-Za-z])[.)]")
_SECOND = 2
"""Number that must follow where a 1 begins a sequence."""
_BEHIND_SECOND = (3, 4)
"""Numbers that must follow where the title with the 2 is lost."""
_LEAP = 2
"""How much the numbers of two headings of a sequence differ at most: one heading may be missing."""
_FAR = 5
"""The same where the sequence goes on from there."""
_NEAR = 3
"""Headings behind the first of an excerpt, which has no 1, among which the next is."""
_AHEAD = 24
"""Headings behind a 1 among which the 2 is looked for."""
_LONGEST = 80
"""Columns of the title behind a number of several parts that one before alone tells to be a heading."""
_MOST_WORDS = 6
"""Words of a numbered title with a full stop at most, its number among them."""
_LONGEST_ONLY = 40
"""Columns of the title of a part that has no second."""
_DEEP = 3
"""Parts from which a number is no amount."""
_ITEM_STYLES = {"I.": "A.", "(i)": "(a)"}
"""Styles of Roman numerals, and those of letters that a single one of them may be of."""
_ENDED = re.compile(r"[.;,!。]$")


def in_sequence(text: str, found: Sequence[Found], paragraphs: Sequence[Span]) -> list[Found]:
    """Headings of an evened flat text without the items of plain lists and without numbers that continue no sequence."""
    after = {p.start: q for p, q in pairwise(paragraphs)}
    found = _as_letters(text, found)
    starts = {f.span.start: f for f in found}
    kept: list[Found] = []
    last: dict[str, int] = {}
    path: tuple[int, ...] = ()
    for at, one in enumerate(found):
        own = path_of(text, one)
        if one.style in _UNNUMBERED:
            path = own or path
        if not one.number or (not one.listed and not one.style.startswith(("1.1", "I."))):
            kept.append(one)
            path = (one.number,) if one.number else path
            continue
        follower = starts.get(after[one.span.start].start) if one.span.start in after else None
        is_item = one.whole and one.listed and follower is not None and follower.style == one.style
        ends_list = (
            one.whole
            and one.listed
            and at > 0
            and found[at - 1].style == one.style
            and adjacent(found[at - 1], one, after)
        )
        chained = _starts_chain(found, at, last) or _goes_on(found, at, last)
        under = bool(own) and _is_next(own, path) and _is_title(text, one)
        under = under or (_is_only(text, one, after) and any(not f.listed and f.number for f in kept))
        if is_item or ends_list or not (chained or under) or (len(own) > 1 and _is_clause(text, one)):
            continue
        last[one.style] = one.number
        path = own or (one.number,)
        if not _is_promise(text, one):
            kept.append(one)
    return kept


def adjacent(one: Found, two: Found, after: dict[int, Span]) -> bool:
    """Whether a heading is the whole paragraph right above another; `after` has the paragraph below each."""
    return one.whole and one.span.start in after and after[one.span.start].start == two.span.start


def path_of(text: str, one: Found) -> tuple[int, ...]:
    """The parts of a number in figures that a heading begins with (`1.2.3`); empty where it has none."""
    if one.style.split(" ")[0] not in _IN_FIGURES:
        return ()
    found = _PATH.match(text, one.span.start, one.span.end)
    return tuple(map(int, found[1].split("."))) if found else ()


def _starts_chain(found: Sequence[Found], at: int, last: dict[str, int]) -> bool:
    one = found[at]
    if one.number > 1 and one.style not in last:
        title = one.whole and one.style == "1." and one.span.end - one.span.start <= _LONGEST_ONLY
        return title and (one.style, one.number + 1) in {
            (f.style, f.number) for f in found[at + 1 : at + _NEAR] if f.whole
        }
    if one.number != 1:
        return False
    ahead = _ahead(found, at)
    # The second title may be glued to the text below it.
    second_lost = one.whole and {(one.style, number) for number in _BEHIND_SECOND} <= ahead
    return (one.style, _SECOND) in ahead or second_lost or (not one.listed and one.style in last)


def _goes_on(found: Sequence[Found], at: int, last: dict[str, int]) -> bool:
    one = found[at]
    gap = one.number - last.get(one.style, -_FAR)
    return 0 < gap <= _LEAP or (one.whole and 0 < gap <= _FAR and (one.style, one.number + 1) in _ahead(found, at))


def _follows(own: tuple[int, ...], path: tuple[int, ...]) -> bool:
    """Whether a number of several parts is the next one after another, on any floor, or the first below it."""
    if own[:-1] == path and own[-1] in (0, 1):
        return True
    depth = len(own)
    return depth <= len(path) and own[:-1] == path[: depth - 1] and 0 < own[-1] - path[depth - 1] <= _LEAP


def _is_next(own: tuple[int, ...], path: tuple[int, ...]) -> bool:
    """Whether a number is told by the one before it alone: one of several parts, or one behind such."""
    if len(own) == 1 and len(path) <= 1:
        return False
    return _follows(own, path) or len(own) >= _DEEP


def _is_promise(text: str, one: Found) -> bool:
    """Whether a line that lists are numbered like is a whole sentence with its full stop that promises something."""
    if not one.listed or not one.whole or text[one.span.end - 1] not in ".!;":
        return False
    line = text[one.span.start : one.span.end]
    return len(line.split()) > _MOST_WORDS and promises(line)


def _is_clause(text: str, one: Found) -> bool:
    """Whether a long sentence with its full stop stands behind a number of several parts (`1.1 These terms govern ...`): its text."""
    line = text[one.span.start : one.span.end].rstrip(" *_")
    return line.endswith((".", ";")) and len(line.split()) > _MOST_WORDS


def _is_title(text: str, one: Found) -> bool:
    """Whether a title stands behind a number, and no small letter, no further figure and no sentence."""
    found = _PATH.match(text, one.span.start, one.span.end)
    title = text[found.end() : one.span.end].strip(" *_") if found else ""
    return (
        bool(title)
        and not title[0].islower()
        and title[0].isalpha()
        and columns(title) <= _LONGEST
        and (not one.whole or not _ENDED.search(title))
    )


def _is_only(text: str, one: Found, after: dict[int, Span]) -> bool:
    """Whether a single 1 stands in front of a short title above finished text: a part that has no second."""
    below = after.get(one.span.start)
    if one.number != 1 or not one.whole or below is None or below.start == one.span.start:
        return False
    title = text[one.span.start : one.span.end]
    if _ENDED.search(title) or columns(title) > _LONGEST_ONLY:
        return False
    return text[below.end - 1] in WIDE_ENDS + ".!?"


def _ahead(found: Sequence[Found], at: int) -> set[tuple[str, int]]:
    """Styles and numbers of the next few headings."""
    return {(f.style, f.number) for f in found[at + 1 : at + _AHEAD]}


def _as_letters(text: str, found: Sequence[Found]) -> list[Found]:
    """Headings, a single letter that may be a Roman numeral (`C.`) taken for a letter where the letter before it was."""
    kept: list[Found] = []
    letters: dict[str, int] = {}
    for given in found:
        one = given
        style = _ITEM_STYLES.get(one.style)
        mark = _LETTER.match(text, one.span.start, one.span.end) if style else None
        if style and mark:
            value = ord(mark[1].lower()) - ord("a") + 1
            if 0 < value - letters.get(style, -_FAR) <= _LEAP:
                one = one._replace(style=style, number=value, listed=True)
        if one.style in _ITEM_STYLES.values():
            letters[one.style] = one.number
        kept.append(one)
    return kept
