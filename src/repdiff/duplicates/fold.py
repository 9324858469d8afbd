"""Folding: the form in which two units are compared, computed for whole batches by one table.

The definition is `repdiff.text.fold.fold`: NFKC without white space, nothing else; `exact` is its key. The table holds, for each code
point of the basic plane whose folding is one code and does not depend on its neighbours, that code. The others (`SLOW`:
what decomposes to several characters, combining marks, vowel signs of Hangul, everything above U+FFFF) are folded one
run at a time, together with the character before them, to the same key. No character of the table merges with one
before it, so such a run ends where the table knows the next character.

Codes are UTF-16, but those below `SPECIAL` say what a character means for cutting, so that one look-up serves both
purposes. Control characters, whose place they take, are moved to full-width digits, which no folded text holds.
"""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from repdiff.languages.marks import FOLDED_CLOSERS, FOLDED_ENDS
from repdiff.text.fold import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SPACE, LINE, SLOW, DOT = 0, 1, 2, 3
SPECIAL = 16
LINE_ENDS = "\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
"""Where `str.splitlines` ends a line."""

_CONTROLS = {point: 0xFF10 + point for point in range(SPECIAL) if not chr(point).isspace()}
_MARKS = {ord("."): DOT, **{ord(stop): DOT + 1 + index for index, stop in enumerate(FOLDED_ENDS)}}
_CODES = {**_CONTROLS, **_MARKS}
_CANONICAL = re.compile(r"[0-9A-F]+ ([0-9A-F]+)$")
_PLANE = 0x10000
# Blocks in which every code point folds to itself, whatever stands beside it.
_SELF = ((0x3400, 0xA000), (0xAC00, 0xD7A4), (0xD800, 0xF900))


def exact(text: str) -> bytes:
    """The key of a text: its folding as codes, without the table."""
    return fold(text).translate(_CODES).encode("utf-16-le", "surrogatepass")


@cache
def table() -> "NDArray[np.uint16]":
    """The code of each code point of the basic plane; the last place stands for all planes above."""
    import numpy as np

    codes = np.arange(_PLANE, dtype=np.uint16)
    edges = [SPECIAL, *(edge for block in _SELF for edge in block), _PLANE]
    for first, end in zip(edges[::2], edges[1::2], strict=True):
        codes[first:end] = _block(first, end)
    codes[list(_CONTROLS)] = list(_CONTROLS.values())
    for point, code in _MARKS.items():
        codes[codes == point] = code
    codes[[point for point in range(0x3001) if chr(point).isspace()]] = SPACE
    codes[list(map(ord, LINE_ENDS))] = LINE
    codes[np.isin(codes, list(_seconds()))] = SLOW
    codes[0xD800:0xE000] = SLOW
    codes[-1] = SLOW
    return codes


def _block(first: int, end: int) -> list[int]:
    """Codes of a range: all characters are folded by one call, parted by line feeds, with which nothing merges."""
    points = range(first, end)
    parts = unicodedata.normalize("NFKC", "\n".join(map(chr, points))).split("\n")
    combining, plane = unicodedata.combining, chr(_PLANE - 1)
    return [
        ord(part) if len(part) == 1 and part < plane and not combining(chr(point)) else SLOW
        for part, point in zip(parts, points, strict=True)
    ]


def _seconds() -> set[int]:
    """Code points that may merge with the one before them: what follows the first in a canonical decomposition."""
    jamo = {*range(0x1161, 0x1176), *range(0x11A8, 0x11C3)}
    found = map(_CANONICAL.match, map(unicodedata.decomposition, map(chr, range(0xC0, 0x3100))))
    return {int(pair[1], 16) for pair in found if pair} | jamo


@cache
def marks() -> "tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]":
    """For each code point of the basic plane: is it white space, a closer, the small or the capital letter of a word?

    Letters are told apart in the scripts that have both, up to U+0530: there a full stop ends a sentence only
    between a small letter and a capital.
    """
    import numpy as np

    letters = 0x530
    points = [chr(point) for point in range(letters)]
    small, capital, white, closing = (np.zeros(_PLANE, np.bool_) for _ in range(4))
    small[:letters] = [char.islower() or char.isdigit() or char in "%)]”\"’'" for char in points]
    capital[:letters] = [char.isupper() or char in "([\"'" for char in points]
    capital[list(map(ord, "“‘「『（"))] = True
    white[table() <= LINE] = True
    closing[list(map(ord, FOLDED_CLOSERS))] = True
    return white, closing, small, capital
