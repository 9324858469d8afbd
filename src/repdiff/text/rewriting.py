"""A text in which some stretches are replaced, and the way from each to the other."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from repdiff.model.texts import Span


class Stretch(NamedTuple):
    """A stretch of a text and what stands there instead."""

    span: Span
    text: str


class Rewritten(NamedTuple):
    """A text with its replaced `stretches`, in order and apart from each other, and where each begins in the new text."""

    text: str
    stretches: tuple[Stretch, ...] = ()
    begins: tuple[int, ...] = ()

    def forth(self, offset: int) -> int:
        """Where an offset of the text as it was stands now; one inside a stretch is where that begins."""
        at = bisect_right(self.stretches, offset, key=lambda each: each.span.start) - 1
        if at < 0:
            return offset
        span, text = self.stretches[at]
        begin = self.begins[at]
        return begin + len(text) + offset - span.end if offset >= span.end else begin

    def back(self, offset: int) -> int:
        """Where an offset of the new text stood; one inside a stretch is where that began."""
        at = bisect_right(self.begins, offset) - 1
        if at < 0:
            return offset
        span, text = self.stretches[at]
        inside = offset - self.begins[at]
        return span.end + inside - len(text) if inside >= len(text) else span.start


def rewrite(text: str, stretches: Iterable[Stretch]) -> Rewritten:
    """The text with these stretches replaced, none by nothing."""
    kept = tuple(stretches)
    parts: list[str] = []
    begins = []
    done = length = 0
    for (start, end), new in kept:
        parts += (text[done:start], new)
        length += start - done
        begins.append(length)
        length += len(new)
        done = end
    return Rewritten("".join((*parts, text[done:])), kept, tuple(begins))
