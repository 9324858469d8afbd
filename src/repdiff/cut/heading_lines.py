"""Headings told by the lines around them: a number above its title, title lines, list items that open with a title."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from repdiff.cut.found import Found
from repdiff.cut.headings import LONGEST_TITLE, is_title_line
from repdiff.cut.lines import columns
from repdiff.cut.title_signs import is_caseless_title
from repdiff.languages.marks import BULLETS, EVEN_ENDS, WIDE_ENDS
from repdiff.model.texts import Span

_NUMBER_LINE = re.compile(r"\(?(\d{1,2}|[IVXL]{1,5})[.)、]?")
_BULLET = re.compile(rf"[{BULLETS}]+\s*(?=\S)")
_FIRST_SENTENCE = re.compile(r"[^,:;。!?]{2,40}?(?:[。!?]|[.!?](?=\s))")
_ITALIC = re.compile(r"([_*]).+\1")
_STOPS = re.compile(rf"[{EVEN_ENDS}{WIDE_ENDS}]|[.!?](?=\s|$)")
_WITHOUT_STOPS = re.compile(r"\W*[\u0e00-\u0eff]")
_NO_TITLE_END = re.compile(rf"[{EVEN_ENDS}{WIDE_ENDS}.,;:、]$|[。;!?]")
_LONGEST_BELOW = 60
"""Columns of the longest title on the line below its number."""
_BODY = 60
"""Columns from which a paragraph is text rather than one more short line."""
_SHORT_BODY = 36
"""Columns from which a paragraph that ends as sentences do is text as well."""
_ENDS_TEXT = re.compile(r"[^\W\d_][.:]$")
_WORD_ALONE = re.compile(r"[^\W\d_]{4,24}")
_HABIT = 3
"""Title lines from which a word alone between blank lines (`Security`) is one as well."""
_SEVERAL = 2
"""Numbered lines that make a sequence, and items that make a list."""
_RICH_SHARE = 0.5
"""Share of the items of a list that have a paragraph behind their title at least."""
_APART = 2
"""Line breaks that set a line apart from its neighbour: a blank line, or an indent."""
_RICH, _RICH_STOPS = 240, 3
"""Columns, or marks that end a sentence, from which a list item is a paragraph."""
_LONGEST_ITEM_TITLE = 5
"""Words of the title of a list item at most."""
_BODY_PER_LETTER = 2
"""Code points of an item behind its title for each of the title's own at least."""


def numbered_lines(text: str, paragraphs: Sequence[Span], found: Sequence[Found]) -> list[Found]:
    """Numbers alone on a line, counting up from 1, each joined with the title on the line below."""
    taken = {f.span.start for f in found if not f.open_ended}
    pairs, expected = [], 1
    for one, two in pairwise(paragraphs):
        number = _NUMBER_LINE.fullmatch(text[one.start : one.end])
        title = text[two.start : two.end]
        if (
            not number
            or one.start in taken
            or two.start in taken
            or not number[1].isdigit()
            or int(number[1]) != expected
        ):
            continue
        if columns(title) <= LONGEST_TITLE and not re.search(r"[。;!?]$", title):
            pairs.append(Found(Span(one.start, two.end), "1 line", expected))
            expected += 1
    return pairs if len(pairs) >= _SEVERAL else []


def with_titles(text: str, paragraphs: Sequence[Span], found: Sequence[Found]) -> list[Found]:
    """Headings, those that are a mere number (`Chapter I`) with the title on the line below; behind a blank line only a title line."""
    after = {one.start: two for one, two in pairwise(paragraphs)}
    starts = {f.span.start for f in found}
    joined = []
    for one in found:
        below = after.get(one.span.start)
        if below and below.start not in starts and below.start in after and _goes_on_in_capitals(text, one.span, below):
            joined.append(one._replace(span=Span(one.span.start, below.end)))
            continue
        below = below if one.open_ended and not one.listed else None
        titled = below and below.start not in starts and below.start in after and _is_title_below(text, one.span, below)
        end = below.end if below and titled else one.span.end
        joined.append(one._replace(span=Span(one.span.start, end)))
    return joined


def _goes_on_in_capitals(text: str, one: Span, below: Span) -> bool:
    """Whether a heading in capitals, that no mark ends, goes on in capitals on the next line, above a blank line."""
    if columns(text[one.start : one.end]) > LONGEST_TITLE or text.count("\n", one.end, below.start) != 1:
        return False
    first, second = text[one.start : one.end], text[below.start : below.end]
    if columns(second) > LONGEST_TITLE or _NO_TITLE_END.search(first) or _NO_TITLE_END.search(second):
        return False
    capital = all(line.isupper() for line in (first, second))
    return capital and text.startswith("\n\n", below.end)


def _is_title_below(text: str, number: Span, below: Span) -> bool:
    line = text[below.start : below.end]
    near = text.count("\n", number.end, below.start) < _APART
    short = columns(line) <= _LONGEST_BELOW and not _NO_TITLE_END.search(line) and not line[0].islower()
    return is_title_line(line) or (near and short)


def bullet_leads(text: str, paragraphs: Sequence[Span], found: Sequence[Found]) -> list[Found]:
    """Titles that list items open with, where every item of the list has one and most have a paragraph behind it."""
    starts = {f.span.start for f in found}
    leads = []
    for items in _lists(text, paragraphs):
        heads = [_item_title(text, item) for item in items]
        known = sum(item.start in starts for item in items)
        rich = sum(_is_rich(text[item.start : item.end]) for item in items)
        titles = [head for head in heads if head]
        if (
            len(items) >= _SEVERAL
            and known < len(items)
            and len(titles) == len(items)
            and rich >= _RICH_SHARE * len(items)
        ):
            leads += [Found(head, "**lead", whole=False) for head in titles]
    return leads


def title_lines(text: str, paragraphs: Sequence[Span], found: Sequence[Found]) -> list[Found]:
    """Lines that stand as titles without any mark: the first above the text, and those that blank lines set apart."""
    ends = [f.span.end for f in found]
    starts = [f.span.start for f in found]
    later = {_plain(text, f.span) for f in found}
    titles: list[Found] = []
    words: list[int] = []
    above = bool(found) or not _is_list(text, paragraphs)
    for at, span in enumerate(paragraphs):
        place = bisect_right(starts, span.start) - 1
        inside = place >= 0 and ends[place] > span.start
        if inside or (
            columns(text[span.start : min(span.end, span.start + _BODY)]) >= _BODY and not _lettered(text, span)
        ):
            above = above and inside and not titles and place < 1 and _leaves_open(found[0])
            continue
        if not is_title_line(_unprefixed(text, span)) or _plain(text, span) in later:
            if text[span.start].isupper() and _WORD_ALONE.fullmatch(text, span.start, span.end):
                words.append(at)
            continue
        heads = (
            above and not titles and (not _is_caseless(text, span) or _opens_text(text, paragraphs, at, starts, later))
        )
        if heads or (_stands_alone(text, paragraphs, at) and _opens_text(text, paragraphs, at, starts, later)):
            titles.append(Found(span, "title"))
        above = above and not titles
    if len(titles) < _HABIT:
        return titles
    alone = (at for at in words if _stands_alone(text, paragraphs, at) and at + 1 < len(paragraphs))
    single = [Found(paragraphs[at], "title") for at in alone if _ENDS_TEXT.search(_line(text, paragraphs[at + 1]))]
    return sorted([*titles, *single], key=lambda one: one.span)


def _line(text: str, span: Span) -> str:
    """A paragraph that is long enough to be text, and an empty one for the others."""
    line = text[span.start : span.end]
    return line if columns(line[:_BODY]) >= _SHORT_BODY else ""


def _is_list(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether a text is nothing but short lines without a stop, the second right below the first: a list without marks."""
    if len(paragraphs) <= _SEVERAL or text.count("\n", paragraphs[0].end, paragraphs[1].start) > 1:
        return False
    return not any(
        _STOPS.search(text, *span) or columns(text[span.start : min(span.end, span.start + _BODY)]) >= _BODY
        for span in paragraphs
    )


def _leaves_open(first: Found) -> bool:
    """Whether the title may still stand below the first heading: that shows itself, or the file makes it none of the highest."""
    return first.style == "#" or (first.style == "h" and first.depth != 1)


def _is_caseless(text: str, span: Span) -> bool:
    return is_caseless_title(text[span.start : span.end])


def _lettered(text: str, span: Span) -> bool:
    return columns(_unprefixed(text, span)) <= LONGEST_TITLE and not re.search(
        r"[,。;:!?.]", text[span.start : span.end]
    )


def _unprefixed(text: str, span: Span) -> str:
    return re.sub(r"^【[^】]{1,12}】", "", text[span.start : min(span.end, span.start + 200)])


def _plain(text: str, span: Span) -> str:
    return re.sub(r"[\W_]+", "", text[span.start : span.end]).casefold()


def _stands_alone(text: str, paragraphs: Sequence[Span], at: int) -> bool:
    """Whether blank lines part a line from its neighbours; above a list item a line break does."""
    before = _gap(text, paragraphs[at - 1], paragraphs[at]) if at else _APART
    if at + 1 == len(paragraphs):
        return False
    after = _gap(text, paragraphs[at], paragraphs[at + 1])
    listed = (
        _BULLET.match(text, paragraphs[at + 1].start) and not text[paragraphs[at].start : paragraphs[at].end].isascii()
    )
    return (after >= _APART and before >= _APART) or (bool(listed) and before >= 1 and after >= 1)


def _gap(text: str, one: Span, two: Span) -> int:
    """Line breaks between two paragraphs; an indent counts as one more."""
    gap = text[one.end : two.start]
    return gap.count("\n") + bool(re.search(r"\n[ \t]+$", gap))


def _opens_text(
    text: str, paragraphs: Sequence[Span], at: int, starts: Sequence[int], later: AbstractSet[str], deep: int = 2
) -> bool:
    """Whether text follows: a paragraph, a list or a table of contents, below at most two more titles or dates."""
    if at + 1 >= len(paragraphs):
        return False
    follower = paragraphs[at + 1]
    line = text[follower.start : follower.end]
    if _BULLET.match(line) and not line.startswith("**"):
        return not line.startswith(("- ", "* ", "+ ")) or columns(line) >= _BODY or _plain(text, follower) in later
    if starts and starts[bisect_right(starts, follower.start) - 1] == follower.start:
        return False
    if columns(line) >= _BODY:
        return bool(_STOPS.search(line) or _WITHOUT_STOPS.match(line))
    if columns(line) >= _SHORT_BODY and _ENDS_TEXT.search(line):
        return True
    between = _ITALIC.fullmatch(line) or (is_title_line(line) and _stands_alone(text, paragraphs, at + 1))
    return bool(between) and deep > 0 and _opens_text(text, paragraphs, at + 1, starts, later, deep - 1)


def _lists(text: str, paragraphs: Sequence[Span]) -> Iterator[list[Span]]:
    """Runs of list items; an unmarked paragraph ends a run."""
    run: list[Span] = []
    for span in paragraphs:
        if _BULLET.match(text, span.start) and not text.startswith("**", span.start):
            run.append(span)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_rich(item: str) -> bool:
    return columns(item) >= _RICH or len(_STOPS.findall(item)) >= _RICH_STOPS


def _item_title(text: str, item: Span) -> Span | None:
    bullet = _BULLET.match(text, item.start)
    begin = bullet.end() if bullet else item.start
    head = _FIRST_SENTENCE.match(text, begin, item.end)
    if not head or len(head[0].split()) > _LONGEST_ITEM_TITLE:
        return None
    if item.end - head.end() < _BODY_PER_LETTER * len(head[0]):
        return None
    return Span(item.start, head.end())
