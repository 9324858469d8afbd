"""A comparison as one text with its changes: paragraphs as the sources have lines, in the order in which both are read.

Where all changes are accepted the new text stands, where all are rejected the old one; a line end at the very end of a text is none of
its paragraphs.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from repdiff.languages.guess import Languages
from repdiff.model.document import Document
from repdiff.model.links import Comparison, Op
from repdiff.model.revision import Step
from repdiff.model.texts import Span
from repdiff.model.view import View
from repdiff.report.remarks import Remarks
from repdiff.report.revision import revise
from repdiff.report.words import Words

_OLD = (Op.EQUAL, Op.DELETE, Op.MOVE_FROM)
_NEW = (Op.EQUAL, Op.INSERT, Op.MOVE_TO)


class Piece(NamedTuple):
    """A stretch of a paragraph that has one fate: `op` is that of a `Step`, `move` the number of its move or 0, `remark` the number of
    what is remarked on it, counted from 1, or 0.
    """

    text: str
    op: str
    move: int = 0
    remark: int = 0


class Paragraph(NamedTuple):
    """A line: its pieces, what becomes of its end, its level as a heading now and before (1 to 6, 0 for text)."""

    pieces: tuple[Piece, ...]
    end: Piece
    level: int = 0
    was: int = 0


class Manuscript(NamedTuple):
    """The text with its changes, what is remarked on it (each a tuple of lines), and the BCP 47 tag of its language.

    The first remark is on the whole, and stands at the first paragraph.
    """

    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[tuple[str, ...], ...]
    lang: str


def write_up(comparison: Comparison, view: View, words: Words, said: tuple[str, ...]) -> Manuscript:
    """The manuscript of a comparison; `said` is what is remarked on the whole."""
    remarks = Remarks(comparison, view, words, said)
    steps = _without_last_end(revise(comparison, view.moves), comparison)
    paragraphs = tuple(_Lines(comparison, remarks).of(steps))
    return Manuscript(paragraphs, tuple(remarks.found), Languages(comparison.new.source.text).main)


def _without_last_end(steps: Iterable[Step], comparison: Comparison) -> Iterator[Step]:
    """The steps without the line end that a text ends with: where one text goes on behind it, that end comes or goes."""
    texts = comparison.old.source.text, comparison.new.source.text
    last = [len(text) - text.endswith("\n") for text in texts]
    for step in steps:
        old, new = (Span(min(s.start, end), min(s.end, end)) for s, end in zip((step.old, step.new), last, strict=True))
        lengths = old.end - old.start, new.end - new.start
        if step.op is not Op.EQUAL or lengths[0] == lengths[1]:
            if any(lengths):
                yield step._replace(old=old, new=new)
            continue
        both = min(lengths)
        if both:
            yield step._replace(old=Span(old.start, old.start + both), new=Span(new.start, new.start + both))
        op = Op.DELETE if lengths[0] > both else Op.INSERT
        yield Step(op, Span(old.start + both, old.end), Span(new.start + both, new.end), group=step.group)


class _Lines:
    """Puts the steps of one comparison into paragraphs."""

    def __init__(self, comparison: Comparison, remarks: Remarks) -> None:
        self._texts = comparison.old.source.text, comparison.new.source.text
        self._remarks = remarks
        self._levels = _levels(comparison.old), _levels(comparison.new)
        self._ends = tuple([span.end for span, _ in levels] for levels in self._levels)

    def of(self, steps: Iterable[Step]) -> Iterator[Paragraph]:
        """The paragraphs, at least one."""
        pieces: list[Piece] = []
        at = (0, 0)
        for step in steps:
            side = 0 if step.op in _OLD else 1
            span = (step.old, step.new)[side]
            remark = self._remarks.of(step)
            lines = self._texts[side][slice(*span)].split("\n")
            here = span.start
            for number, line in enumerate(lines):
                if number:
                    at = tuple(s.start + here - 1 - span.start if o else s.end for s, o in self._sides(step))  # type: ignore[assignment]
                    yield self._paragraph(pieces, Piece("\n", step.op, step.move), at)
                    pieces = []
                if line:
                    pieces.append(Piece(line, step.op, step.move, remark))
                here += len(line) + 1
        yield self._paragraph(pieces, Piece("", Op.EQUAL), (len(self._texts[0]), len(self._texts[1])))

    @staticmethod
    def _sides(step: Step) -> Iterator[tuple[Span, bool]]:
        yield step.old, step.op in _OLD
        yield step.new, step.op in _NEW

    def _paragraph(self, pieces: list[Piece], end: Piece, at: tuple[int, int]) -> Paragraph:
        level, was = (self._level(side, at[side]) for side in (1, 0))
        if end.op not in _NEW:
            level = was
        if end.op not in _OLD:
            was = level
        return Paragraph(tuple(_joined(pieces)), end, level, was)

    def _level(self, side: int, at: int) -> int:
        """The level of the line that ends at a place."""
        levels = self._levels[side]
        found = bisect_right(self._ends[side], at - 1)
        if found < len(levels) and levels[found][0].start <= at <= levels[found][0].end:
            return levels[found][1]
        return 0


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, neighbours of one fate as one."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last[1:] == piece[1:]:
            last = last._replace(text=last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _levels(document: Document) -> list[tuple[Span, int]]:
    """The lines that are headings and nothing else, each with its level from 1 to 6."""
    text, found = document.source.plain, []
    whole = document.source.text
    for section in document.sections:
        if section.heading.start == section.heading.end:
            continue
        start = whole.rfind("\n", 0, section.heading.start) + 1
        end = whole.find("\n", section.heading.end)
        end = len(whole) if end < 0 else end
        around = text(Span(start, section.heading.start)) + text(Span(section.heading.end, end))
        if not around.strip():
            found.append((Span(start, end), min(document.depth(section.id) + 1, 6)))
    return found
