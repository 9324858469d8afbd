"""Headings told by the lines around them: a number alone above its title, title lines, and list items that open with a title."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from repdiff.cut.headings import Found, is_title_line
from repdiff.cut.paragraphs import columns
from repdiff.model import Span

_NUMBER_LINE = re.compile(r"\(?(\d{1,2}|[IVXL]{1,5})[.)、]?")
_BULLET = re.compile(r"[-*+•●○■□◆◇▪▲△★☆◎·‧∙➢✓]+\s*(?=\S)")
_FIRST_SENTENCE = re.compile(r"[^,:;。!?]{2,40}?(?:[。!?]|[.!?](?=\s))")
_STOPS = re.compile(r"[。!?]|[.!?](?=\s|$)")
_BODY = 60
"""Columns from which a paragraph is text rather than one more short line."""


def numbered_lines(text: str, paragraphs: Sequence[Span], found: Sequence[Found]) -> list[Found]:
    """Numbers alone on a line, counting up from 1, each joined with the title on the line below."""
    taken = {f.span.start for f in found if not f.open_ended}
    pairs, expected = [], 1
    for one, two in zip(paragraphs, paragraphs[1:], strict=False):
        number = _NUMBER_LINE.fullmatch(text[one.start : one.end])
        title = text[two.start : two.end]
        if not number or one.start in taken or two.start in taken or not number[1].isdigit() or int(number[1]) != expected:
            continue
        if columns(title) <= 80 and not re.search(r"[。;!?]$", title):
            pairs.append(Found(Span(one.start, two.end), "1 line", expected))
            expected += 1
    return pairs if len(pairs) >= 2 else []


def bullet_leads(text: str, paragraphs: Sequence[Span], found: Sequence[Found]) -> list[Found]:
    """Titles that the items of a list open with, where every item of the list has one and most have a paragraph of text behind it."""
    starts = {f.span.start for f in found}
    leads = []
    for items in _lists(text, paragraphs):
        heads = [_item_title(text, item) for item in items]
        known = sum(item.start in starts for item in items)
        rich = sum(len(_STOPS.findall(text[item.start : item.end])) >= 3 for item in items)
        titles = [head for head in heads if head]
        if len(items) >= 2 and not known and len(titles) == len(items) and rich >= 0.5 * len(items):
            leads += [Found(head, "**lead", whole=False) for head in titles]
    return leads


def title_lines(text: str, paragraphs: Sequence[Span], found: Sequence[Found]) -> list[Found]:
    """Lines without any mark that stand as titles: the first one above the text, and those between blank lines above a paragraph."""
    ends = [f.span.end for f in found]
    starts = [f.span.start for f in found]
    later = {_plain(text, f.span) for f in found}
    titles: list[Found] = []
    above = True
    for at, span in enumerate(paragraphs):
        place = bisect_right(starts, span.start) - 1
        inside = place >= 0 and ends[place] > span.start
        if inside or columns(text[span.start : min(span.end, span.start + _BODY)]) >= _BODY and not _lettered(text, span):
            above = above and inside and not titles and place < 1 and found[0].style == "#"
            continue
        if not is_title_line(_unprefixed(text, span)) or _plain(text, span) in later:
            continue
        heads = above and not titles and _stands_alone(text, paragraphs, at)
        if heads or (_stands_alone(text, paragraphs, at) and _opens_text(text, paragraphs, at, starts)):
            titles.append(Found(span, "title"))
        above = above and not titles
    return titles


def _lettered(text: str, span: Span) -> bool:
    return columns(_unprefixed(text, span)) <= 80 and not re.search(r"[,。;:!?.]", text[span.start : span.end])


def _unprefixed(text: str, span: Span) -> str:
    return re.sub(r"^【[^】]{1,12}】", "", text[span.start : min(span.end, span.start + 200)])


def _plain(text: str, span: Span) -> str:
    return re.sub(r"[\W_]+", "", text[span.start : span.end]).casefold()


def _stands_alone(text: str, paragraphs: Sequence[Span], at: int) -> bool:
    before = text.count("\n", paragraphs[at - 1].end, paragraphs[at].start) if at else 2
    after = text.count("\n", paragraphs[at].end, paragraphs[at + 1].start) if at + 1 < len(paragraphs) else 0
    east = paragraphs[at].end - paragraphs[at].start and not text[paragraphs[at].start : paragraphs[at].end].isascii()
    return after >= 1 and (before >= 1 or at == 0) if east else before >= 2 and after >= 2


def _opens_text(text: str, paragraphs: Sequence[Span], at: int, starts: Sequence[int]) -> bool:
    """Whether text follows: a long paragraph, a list, or, for a title of blank-separated pages, one more title line above such."""
    if at + 1 >= len(paragraphs):
        return False
    follower = paragraphs[at + 1]
    line = text[follower.start : follower.end]
    if _BULLET.match(line):
        return len(line) > 4 and not line.startswith(("- ", "* ", "+ ")) or columns(line) >= _BODY
    place = bisect_right(starts, follower.start)
    marked = place > 0 and starts[place - 1] == follower.start
    return not marked and columns(line) >= _BODY and bool(_STOPS.search(line))


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


def _item_title(text: str, item: Span) -> Span | None:
    bullet = _BULLET.match(text, item.start)
    begin = bullet.end() if bullet else item.start
    head = _FIRST_SENTENCE.match(text, begin, item.end)
    if not head or len(head[0].split()) > 5 or item.end - head.end() < 2 * len(head[0]):
        return None
    return Span(item.start, head.end())
