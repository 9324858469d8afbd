"""What a file knew of its text, for the cut: where paragraphs begin, what its headings are, and where none is looked for."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from repdiff.cut.flat import Flat
from repdiff.cut.found import Found
from repdiff.cut.page_ends import page_ends
from repdiff.cut.paragraphs import flat_paragraphs, flatten
from repdiff.model.texts import Source, Span, What

STYLE = "h"
"""Style of a heading that the file itself marks."""
_LONGEST = 400
"""Code points of the longest heading: a page that wraps a whole article in one has none."""

Piece = tuple[Span, int, bool]
"""A sentence to be: its span, its section, whether it is the heading."""


class Known(NamedTuple):
    """The marked headings of a flat text, and the stretches of it that are items without a bullet and table cells; in order, none overlap.

    `highest` is where the first heading of the highest level stands, 0 where no line is told to be a title by the blank lines around
    it; None where the file leaves open what its title is.
    """

    headings: tuple[Found, ...] = ()
    highest: int | None = None
    items: tuple[Span, ...] = ()
    cells: tuple[Span, ...] = ()

    def is_cell(self, at: int) -> bool:
        """Whether a cell stands there: what is in a table is no heading of the text."""
        return _within(self.cells, at)

    def prose(self, paragraphs: Sequence[Span]) -> Sequence[Span]:
        """The paragraphs that are neither items nor cells: those that may be titles, or open with one."""
        if not self.items and not self.cells:
            return paragraphs
        return [p for p in paragraphs if not _within(self.items, p.start) and not self.is_cell(p.start)]

    def without_rivals(self, titles: Iterable[Found]) -> list[Found]:
        """The title lines that marked headings do not contradict: those above the first that the file itself makes the highest."""
        return [title for title in titles if self.highest is None or title.span.start < self.highest]


def flat_of(source: Source) -> Flat:
    """The text of a source without the line breaks that only wrap; marked headings, items and rows of tables begin and end lines."""
    text = source.bare
    if source.hard_lines:
        return Flat(text, (), ())
    return flatten(text, _borders(source), page_ends(source))


def paragraphs_of(flat: Flat) -> tuple[Span, ...]:
    """Logical paragraphs in the source of a flat text, in order, as those of `repdiff.cut.paragraphs.cut_paragraphs`."""
    return tuple(flat.span(a, b) for a, b in flat_paragraphs(flat.text))


def known(source: Source, flat: Flat) -> Known:
    """What the marks of a source say about its flat text."""
    if not source.marks:
        return Known()
    spans: dict[What, list[Span]] = {What.ITEM: [], What.CELL: []}
    headings: list[Found] = []
    for mark in source.marks:
        if mark.what is not What.HEADING and mark.what not in spans:
            continue
        span = Span(flat.at(mark.span.start), flat.at(mark.span.end - 1) + 1)
        if mark.what is not What.HEADING:
            spans[mark.what].append(span)
        elif mark.span.end - mark.span.start <= _LONGEST and (not headings or span.start >= headings[-1].span.end):
            headings.append(Found(span, STYLE, depth=mark.level))
    highest = next((heading.span.start for heading in headings if heading.depth == 1), None)
    if source.hard_lines:
        highest = (
            0 if len(headings) > 1 else None
        )  # a single one is the title: that tells nothing of the headings below it
        return Known(tuple(headings), highest, _apart(spans[What.ITEM]), _apart(spans[What.CELL]))
    return Known(tuple(headings), highest, cells=_apart(spans[What.CELL]))  # an item shows itself by its bullet


def with_words(source: Source, pieces: list[Piece]) -> list[Piece]:
    """The sentences, one that is nothing but signs joined to its neighbour in the same section: the nearer one, else the one before.

    One that is nothing but an aside is no sentence.
    """
    if not source.signs:
        return pieces
    pieces = [piece for piece in pieces if source.bare[piece[0].start : piece[0].end].strip()]
    kept: list[Piece] = []
    waiting: Span | None = None
    for at, (own, section, title) in enumerate(pieces):
        span = own if waiting is None else Span(waiting.start, own.end)
        waiting = None
        if source.plain(span).strip():
            kept.append((span, section, title))
            continue
        before = kept[-1] if kept and kept[-1][1] == section else None
        after = pieces[at + 1] if at + 1 < len(pieces) and pieces[at + 1][1] == section else None
        gaps = [_gap(source, before[0], span) if before else -1, _gap(source, span, after[0]) if after else -1]
        if after and (not before or gaps[1] < gaps[0]):
            waiting = span
        elif before:
            kept[-1] = (Span(before[0].start, span.end), section, before[2])
        else:
            kept.append((span, section, title))
    return kept


def _gap(source: Source, one: Span, two: Span) -> int:
    return source.text.count("\n", one.end, two.start)


def _borders(source: Source) -> frozenset[int]:
    """Where lines begin that begin a paragraph: those of headings, items and rows, and those below a heading."""
    found = set()
    for mark in source.marks:
        if mark.what in (What.HEADING, What.ITEM, What.CELL):
            found.add(_first(source.text, source.text.rfind("\n", 0, mark.span.start) + 1))
        if mark.what is What.HEADING:
            found.add(_first(source.text, mark.span.end))
    return frozenset(found)


def _first(text: str, at: int) -> int:
    """The first character from there on that is no white space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The outermost of nested spans."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _within(spans: Sequence[Span], at: int) -> bool:
    place = bisect_right(spans, at, key=lambda span: span.start) - 1
    return place >= 0 and at < spans[place].end
