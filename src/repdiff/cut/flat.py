"""A text without some of its characters, and the way back."""

from bisect import bisect_right
from typing import NamedTuple

from repdiff.model.texts import Span


class Flat(NamedTuple):
    """A text without the line breaks that only wrap it: a newline that is left ends a paragraph.

    `cuts` are offsets in `text` where something was left out, in order; `gone` how many code points were left out
    up to there.
    """

    text: str
    cuts: tuple[int, ...]
    gone: tuple[int, ...]

    def place(self, offset: int) -> int:
        """Offset in the source of the code point at `offset` in the flat text."""
        at = bisect_right(self.cuts, offset)
        return offset + (self.gone[at - 1] if at else 0)

    def span(self, start: int, end: int) -> Span:
        """Span in the source of a non-empty range of the flat text."""
        return Span(self.place(start), self.place(end - 1) + 1)

    def at(self, place: int) -> int:
        """Offset in the flat text of an offset in the source; of one that was left out, where it stood."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.place(middle) < place:
                low = middle + 1
            else:
                high = middle
        return low


def without(text: str, cuts: list[tuple[int, int, str]]) -> Flat:
    """Replace ranges of the text by at most one character each."""
    parts: list[str] = []
    places: list[int] = []
    gone: list[int] = []
    at = length = lost = 0
    for start, end, glue in cuts:
        parts += [text[at:start], glue]
        length += start - at + len(glue)
        lost += end - start - len(glue)
        places.append(length)
        gone.append(lost)
        at = end
    parts.append(text[at:])
    return Flat("".join(parts), tuple(places), tuple(gone))


def chain(first: Flat, second: Flat) -> Flat:
    """The map of two cuts made one after the other."""
    if not first.cuts:
        return second
    places = sorted({*second.cuts, *(second.at(cut) for cut in first.cuts)})
    return Flat(second.text, tuple(places), tuple(first.place(second.place(p)) - p for p in places))
