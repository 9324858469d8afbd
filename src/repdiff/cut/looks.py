"""How the characters of a source are set, and the words for it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from repdiff.model.said import Said
from repdiff.model.texts import Mark, Source, What

KNOWING: Final = frozenset({"md", "html", "docx"})
"""The kinds of files that say how words are set: of any other nothing is known."""
STRESSES: Final = (What.BOLD, What.ITALIC, What.UNDERLINE, What.STRIKE)
_BITS: Final = {what: 1 << place for place, what in enumerate(STRESSES)}
OWN: Final = (1 << len(STRESSES)) - 1
"""The bits of what words bear themselves; so many places above them stand those of what they have from a style."""
_NAMES: Final = {
    What.BOLD: Said("bold"),
    What.ITALIC: Said("italic"),
    What.UNDERLINE: Said("underlined"),
    What.STRIKE: Said("struck"),
    What.ITEM: Said("list item"),
}

Look = tuple[tuple[What, int], ...]
"""What is said of words or of their paragraph, each with its level."""


def faces(source: Source) -> bytearray:
    """How each code point is set, as bits: those of OWN, and the same so many places further up."""
    found = bytearray(len(source.text))
    for (start, end), what, level in source.marks:
        bit = _BITS.get(what, 0)
        if bit:
            bit <<= len(STRESSES) * bool(level)
            for at in range(start, min(end, len(found))):
                found[at] |= bit
    return found


def styled(face: int) -> int:
    """Of the bits of a face those that come from a style, in the places of those that words bear themselves."""
    return face >> len(STRESSES)


def look(face: int) -> Look:
    """How words of a face look, whether they bear it themselves or have it from a style."""
    shown = (face | styled(face)) & OWN
    return tuple((what, 0) for what, bit in _BITS.items() if shown & bit)


def named(what: Look) -> Said:
    """A look in words."""
    names = [Said("heading {level}", level=level) if each is What.HEADING else _NAMES[each] for each, level in what]
    if not names:
        return Said("plain")
    row = names[0]
    for name in names[1:]:
        row = Said("{one}, {other}", one=row, other=name)
    return row


class Kinds:
    """Which paragraphs of a source are headings, items or rows, by any offset in them."""

    def __init__(self, source: Source) -> None:
        self._text, self._hard = source.text, source.hard_lines
        self._marks = [mark for mark in source.marks if mark.what in (What.HEADING, What.ITEM, What.CELL)]

    def of(self, at: int) -> Mark | None:
        """The innermost mark that an offset stands in; None where there is none."""
        for mark in reversed(self._before(at)):
            if at < mark.span.end:
                return mark
        return None

    def paragraph(self, at: int) -> int:
        """Where the paragraph of an offset begins."""
        if self._hard:
            return self._text.rfind("\n", 0, at) + 1
        begun = self._before(at)
        return max(self._text.rfind("\n\n", 0, at) + 1, begun[-1].span.start if begun else 0)

    def _before(self, at: int) -> Sequence[Mark]:
        """The last marks that begin up to an offset: as many as may lie in each other."""
        place = bisect_right(self._marks, at, key=lambda mark: mark.span.start)
        return self._marks[max(place - 8, 0) : place]
