"""Whole sentences that changed places, for a program that tracks moves: each stretch with one number on both sides."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Group, Kind
from repdiff.model.texts import Span


class Shifts(NamedTuple):
    """The stretches that moved, of the old and of the new text, each in order with its number."""

    old: tuple[tuple[Span, int], ...] = ()
    new: tuple[tuple[Span, int], ...] = ()

    def cut(self, side: int, span: Span) -> Iterator[tuple[Span, int]]:
        """A span of one side (0 old, 1 new) in pieces, each with the number of its move, 0 for what did not move."""
        moved = self[side]
        at = span.start
        for stretch, number in moved[max(0, bisect_right(moved, at, key=lambda each: each[0].end)) :]:
            start, end = max(stretch.start, at), min(stretch.end, span.end)
            if start >= span.end:
                break
            if at < start:
                yield Span(at, start), 0
            yield Span(start, end), number
            at = end
        if at < span.end:
            yield Span(at, span.end), 0


def shifts(comparison: Comparison, staying: frozenset[int]) -> Shifts:
    """The stretches of all groups whose sentences stand together on either side, but for the groups that are `staying`.

    Sentences that moved together are one stretch. Whole lines take their line end along.
    """
    together = [
        group
        for index, group in enumerate(comparison.groups)
        if index not in staying
        and (group.edits or group.kind is Kind.IDENTICAL)
        and _is_run(group.old)
        and _is_run(group.new)
    ]
    found: list[tuple[Span, Span]] = []
    for first, last in _runs(sorted(together, key=lambda group: group.old)):
        old = Span(_start(comparison.old, first.old), _end(comparison.old, last.old))
        new = Span(_start(comparison.new, first.new), _end(comparison.new, last.new))
        found.append(_lines(comparison, old, new))
    numbered = [(old, new, number) for number, (old, new) in enumerate(found, 1)]
    return Shifts(
        tuple((old, number) for old, _, number in numbered),
        tuple(sorted((new, number) for _, new, number in numbered)),
    )


def _is_run(sentences: tuple[int, ...]) -> bool:
    return all(after == before + 1 for before, after in pairwise(sentences))


def _runs(groups: list[Group]) -> Iterator[tuple[Group, Group]]:
    """The first and the last of the groups that follow each other on both sides."""
    at = 0
    while at < len(groups):
        last = at
        while last + 1 < len(groups) and _follows(groups[last], groups[last + 1]):
            last += 1
        yield groups[at], groups[last]
        at = last + 1


def _follows(one: Group, other: Group) -> bool:
    return one.old[-1] + 1 == other.old[0] and one.new[-1] + 1 == other.new[0]


def _start(document: Document, sentences: tuple[int, ...]) -> int:
    return document.sentences[sentences[0]].span.start


def _end(document: Document, sentences: tuple[int, ...]) -> int:
    return document.sentences[sentences[-1]].span.end


def _lines(comparison: Comparison, old: Span, new: Span) -> tuple[Span, Span]:
    """Both stretches with the line end behind them, where both are whole lines."""
    ends = [_line_end(document.source.text, span) for document, span in ((comparison.old, old), (comparison.new, new))]
    return (Span(old.start, ends[0]), Span(new.start, ends[1])) if all(ends) else (old, new)


def _line_end(text: str, span: Span) -> int:
    """Where the line end behind a stretch of whole lines ends; 0 where it is none."""
    at = text.find("\n", span.end)
    if at < 0 or text[span.end : at].strip() or text[text.rfind("\n", 0, span.start) + 1 : span.start].strip():
        return 0
    return at + 1
