"""Text that is put together line by line, with the marks of its lines and what was left out between them."""

from typing import NamedTuple

from repdiff.model.texts import Aside, LeftOut, Mark, Span


class Line(NamedTuple):
    """A paragraph or a row of a table: its text, its marks, and what was left out of it, by their offsets in the text."""

    text: str
    marks: tuple[Mark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class Lines:
    """Collects the lines of a source. What is no part of the document is kept with where it stood; a line without text is none."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._marks: list[Mark] = []
        self._left_out: list[LeftOut] = []
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
        return tuple(sorted(self._marks))

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
            self._lines.append(line.text)
            self._at += len(line.text) + 1

    def leave(self, why: Aside, text: str, number: int = 0) -> None:
        """Note what stands here and is left out."""
        self._left_out.append(LeftOut(why, text, Span(self._at, self._at), number))

    def _moved(self, span: Span) -> Span:
        return Span(self._at + span.start, self._at + span.end)
