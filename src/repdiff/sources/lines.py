"""Text that is put together line by line, with the marks of its lines and what was left out between them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from repdiff.model.texts import Aside, LeftOut, Mark, Span, What

Look = tuple[tuple[What, int], ...]
"""How characters are set: what marks say of them, with the levels of the marks."""


class Stretch(NamedTuple):
    """Characters of a line that a file holds in one piece: how they look, and, where that is asked for, the number of the piece (else -1)
    and which of its characters is the first.
    """

    start: int
    end: int
    look: Look = ()
    node: int = -1
    offset: int = 0

    def within(self, start: int, end: int) -> "Stretch":
        """What of it stands from one offset to before another."""
        first = max(self.start, start)
        return self._replace(start=first, end=max(min(self.end, end), first), offset=self.offset + first - self.start)

    def moved(self, by: int) -> "Stretch":
        """The same so many characters further on."""
        return self._replace(start=self.start + by, end=self.end + by)


class Line(NamedTuple):
    """A paragraph or a row of a table: its text, its marks, what was left out of it, and its stretches, by their offsets in the text."""

    text: str
    marks: tuple[Mark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    stretches: tuple[Stretch, ...] = ()


class Lines:
    """Collects the lines of a source. What is no part of the document is kept with where it stood; a line without text is none."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._marks: list[Mark] = []
        self._left_out: list[LeftOut] = []
        self._stretches: list[Stretch] = []
        self._at = 0

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self._lines)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks, in order."""
        return tuple(sorted((*self._marks, *looks(self._stretches))))

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The stretches of all lines, in order, by their offsets in the whole text."""
        return tuple(self._stretches)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What was left out, in order; nothing lies behind the end of the text."""
        end = max(self._at - 1, 0)
        return tuple(
            each._replace(span=Span(min(each.span.start, end), min(each.span.end, end))) for each in self._left_out
        )

    def add(self, line: Line) -> None:
        """Put a line below the others."""
        self._left_out += (each._replace(span=self._moved(each.span)) for each in line.left_out)
        if line.text:
            self._marks += (mark._replace(span=self._moved(mark.span)) for mark in line.marks)
            self._stretches += (each.moved(self._at) for each in line.stretches)
            self._lines.append(line.text)
            self._at += len(line.text) + 1

    def leave(self, why: Aside, text: str, number: int = 0) -> None:
        """Note what stands here and is left out."""
        self._left_out.append(LeftOut(why, text, Span(self._at, self._at), number))

    def _moved(self, span: Span) -> Span:
        return Span(self._at + span.start, self._at + span.end)


def looks(stretches: Iterable[Stretch]) -> Iterator[Mark]:
    """The marks that say how stretches of one text look, those that touch as one."""
    open_: dict[tuple[What, int], Span] = {}
    for each in stretches:
        for look in each.look if each.start < each.end else ():
            before = open_.get(look)
            if before is not None and before.end == each.start:
                open_[look] = Span(before.start, each.end)
                continue
            if before is not None:
                yield Mark(before, *look)
            open_[look] = Span(each.start, each.end)
    yield from (Mark(span, *look) for look, span in open_.items())
