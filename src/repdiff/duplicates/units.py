"""Cutting: the texts of many documents to rows (document, unit number, span, 128-bit key), without a step per character.

The one map function of both engines. Documents of a batch are joined to one array of code units; the places where
something may end are found by comparing whole arrays; what remains per unit is one slice and one hash.

Units:
- document: the whole text;
- paragraph: a line;
- sentence: a piece of a line up to 。 ! ? (any width) with the closing quotes and brackets behind, or up to a full stop
  between a small letter and a capital. ASCII ! and ? end a sentence only before a blank or an East Asian character;
- clause: a piece of a sentence up to a comma, semicolon or colon (before a blank, if ASCII).

White space around a unit is not part of it; a unit of white space alone is none. The key is the 128-bit XXH3 of the
unit's folded text (or of its text as it stands): that two different ones among n units get the same key has a chance
of n²/2^129, for ten thousand million units 1.5e-19.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from repdiff.duplicates.fold import DOT, LINE, LINE_ENDS, SLOW, SPECIAL, exact, marks, table
from repdiff.languages.marks import PAUSES
from repdiff.languages.scripts import FIRST_EAST_ASIAN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

LEVELS = ("document", "paragraph", "sentence", "clause")
_EAST = ord(FIRST_EAST_ASIAN)
"""From this code point on scripts do without blanks between sentences."""
_LAST_CONTROL = 0x1E
_BEYOND_ASCII = 0x80
"""The first code point that is not ASCII."""
_BASIC, _LAST_BASIC = 2, 0xFFFF
"""Bytes of a code of the basic plane, and the last code point of that plane."""
_RARE_ENDS = tuple(end for end in LINE_ENDS if ord(end) > _LAST_CONTROL)


@dataclass(frozen=True, slots=True)
class Rows:
    """Units of one level, in order: parallel arrays; `doc` counts from 0 within the batch, spans are code points."""

    doc: "NDArray[np.int32]"
    unit: "NDArray[np.int32]"
    lo: "NDArray[np.int32]"
    hi: "NDArray[np.int32]"
    h1: "Ints"
    h2: "Ints"


@dataclass(frozen=True, slots=True)
class _Batch:
    """Joined texts: `wide` is their code points (16 bits where all fit), `starts` where each document starts.

    `at` are the places with special codes, `what` these codes. `packed` are the folded codes without white space (empty
    without folding); the place of an offset in them is its own, less the `removed` characters before it, and more by
    `grown` for each of the runs that end, at `runs`, at or before it.
    """

    text: str
    utf16: bytes
    wide: Any
    starts: "Ints"
    at: "Ints"
    what: Any
    packed: bytes = b""
    removed: Any = None
    runs: Any = None
    grown: Any = None

    @property
    def astral(self) -> bool:
        return bool(self.wide.dtype.itemsize > _BASIC)

    def places(self, offsets: "Ints") -> "Ints":
        """Where offsets into the text are in the packed codes."""
        found: Ints = offsets - self.removed.searchsorted(offsets)
        if self.runs is not None:
            found += self.grown[self.runs.searchsorted(offsets, "right")]
        return found


def cut(texts: Sequence[str], levels: Sequence[str], *, raw: bool = False, min_chars: int = 1) -> dict[str, Rows]:
    """The units of each level in the texts, as they stand (`raw`) or folded; those shorter than `min_chars` left out.

    A unit's length is counted in characters that are not white space.
    """
    lines_only = raw and not {"sentence", "clause"} & set(levels)
    batch = _joined(texts, _lines if lines_only else _marked if raw else _folded)
    return {level: _rows(batch, level, raw, min_chars if level != "document" else 1) for level in levels}


def _joined(texts: Sequence[str], view: "Callable[[_Batch], _Batch]") -> _Batch:
    import numpy as np

    text = "\n".join(texts)
    utf16 = text.encode("utf-16-le", "surrogatepass")
    wide: Any = np.frombuffer(utf16, np.uint16)
    if len(wide) != len(text):
        wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    starts = np.zeros(len(texts) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)) + 1, out=starts[1:])
    return view(_Batch(text, utf16, wide, starts, starts[:0], starts[:0]))


def _lines(batch: _Batch) -> _Batch:
    """Look for line ends alone, without the table."""
    import numpy as np

    wide = batch.wide
    found = wide <= _LAST_CONTROL
    for end in _RARE_ENDS:
        found |= wide == ord(end)
    at = np.flatnonzero(found)
    return replace(batch, at=at, what=table()[wide[at]])


def _marked(batch: _Batch) -> _Batch:
    """Look for all special codes, without folding."""
    import numpy as np

    points = _point(batch.wide)
    at = np.flatnonzero(_special().take(points, mode="clip"))
    return replace(batch, at=at, what=table()[points[at]])


def _folded(batch: _Batch) -> _Batch:
    """Fold everything, and look for the special codes."""
    import numpy as np

    codes = table().take(batch.wide, mode="clip")  # what lies beyond the table stands at its last place
    at = np.flatnonzero(codes < SPECIAL)
    what = codes[at]
    removed = at[what <= LINE]
    slow = at[what == SLOW]
    if not len(slow):
        return replace(batch, at=at, what=what, packed=codes[codes > LINE].tobytes(), removed=removed)
    first = np.append(True, slow[1:] != slow[:-1] + 1)
    begin, end = slow[first], slow[np.append(first[1:], True)] + 1
    begin = begin - ((begin > 0) & (codes[begin - 1] >= SPECIAL))
    text = batch.text
    parts = [exact(text[a:z]) for a, z in zip(begin.tolist(), end.tolist(), strict=True)]
    pieces: list[bytes] = []
    done = 0
    for a, z, part in zip(begin.tolist(), end.tolist(), parts, strict=True):
        between = codes[done:a]
        pieces += (between[between > LINE].tobytes(), part)
        done = z
    rest = codes[done:]
    pieces.append(rest[rest > LINE].tobytes())
    grown = np.zeros(len(parts) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, parts), np.int64, len(parts)) // 2 - (end - begin), out=grown[1:])
    return replace(batch, at=at, what=what, packed=b"".join(pieces), removed=removed, runs=end, grown=grown)


@cache
def _special() -> "Bools":
    return table() < SPECIAL


def _rows(batch: _Batch, level: str, raw: bool, min_chars: int) -> Rows:
    import numpy as np

    lo, hi = _trimmed(batch, *_borders(batch, level))
    if min_chars > 1:
        kept = _length(batch, lo, hi) >= min_chars
        lo, hi = lo[kept], hi[kept]
    keys = _raw_keys(batch, lo, hi) if raw else _digests(batch.packed, batch.places(lo), batch.places(hi))
    first = np.searchsorted(lo, batch.starts)
    counts = np.diff(first)
    halves = np.frombuffer(keys, np.int64).reshape(-1, 2)
    begin = np.repeat(batch.starts[:-1], counts)
    return Rows(
        np.repeat(np.arange(len(counts), dtype=np.int32), counts),
        (np.arange(len(lo)) - np.repeat(first[:-1], counts)).astype(np.int32),
        (lo - begin).astype(np.int32),
        (hi - begin).astype(np.int32),
        np.ascontiguousarray(halves[:, 0]),
        np.ascontiguousarray(halves[:, 1]),
    )


def _length(batch: _Batch, lo: "Ints", hi: "Ints") -> "Ints":
    """Characters of each unit that are not white space."""
    import numpy as np

    white = np.flatnonzero(marks()[0][_point(batch.wide)])
    length: Ints = hi - lo - (white.searchsorted(hi) - white.searchsorted(lo))
    return length


def _borders(batch: _Batch, level: str) -> "tuple[Ints, Ints]":
    """Where units of the level start and end, white space around them included; ends are starts of the next."""
    import numpy as np

    if level == "document":
        return batch.starts[:-1], batch.starts[1:] - 1
    lines = batch.at[batch.what == LINE]
    cuts = [lines] if level == "paragraph" else [lines, _ends(batch)]
    if level == "clause":
        cuts.append(_pauses(batch))
    ends = np.concatenate((*cuts, np.array([len(batch.wide)])))
    if len(cuts) > 1:
        ends.sort()
    return np.concatenate((np.zeros(1, np.int64), ends[:-1])), ends


def _ends(batch: _Batch) -> "Ints":
    """Where sentences end within lines: behind the last of their marks and closers."""
    import numpy as np

    wide, size = batch.wide, len(batch.wide)
    stop = (batch.what >= DOT) & (batch.what < SPECIAL)
    if not stop.any():
        return batch.at[:0]
    at, what = batch.at[stop], batch.what[stop]
    ends = at + 1
    last = np.append(at[1:] != ends[:-1], True)  # of several marks in a row the last one counts
    at, what, ends = at[last], what[last], ends[last]
    closing = marks()[1]
    open_ = np.arange(len(ends))
    while len(open_ := open_[ends[open_] < size]) and len(open_ := open_[closing[_point(wide[ends[open_]])]]):
        ends[open_] += 1
    ascii_ = wide[at] < _BEYOND_ASCII
    if ascii_.any():
        keep = ~ascii_
        keep[ascii_] = _ends_in_ascii(wide, at[ascii_], ends[ascii_], what[ascii_])
        ends = ends[keep]
    found: Ints = ends
    return found


def _ends_in_ascii(wide: Any, at: "Ints", ends: "Ints", what: Any) -> "Bools":
    """Which of the marks . ! ? of ASCII end a sentence, by what stands around them."""
    import numpy as np

    white, _, small, capital = marks()
    size = len(wide)
    after = _point(wide[np.minimum(ends, size - 1)])
    blank = white[after] | (ends >= size)
    beyond = _point(wide[np.minimum(ends + 1, size - 1)])
    before, second = _point(wide[np.maximum(at - 1, 0)]), _point(wide[np.maximum(at - 2, 0)])
    full_stop = blank & capital[beyond] & small[before] & small[second]
    found: Bools = np.where(what == DOT, full_stop, blank | (after >= _EAST))
    return found


def _point(points: Any) -> Any:
    """Indices into a table of the basic plane: its last place stands for all planes above."""
    import numpy as np

    return points if points.dtype.itemsize == _BASIC else np.minimum(points, _LAST_BASIC)


def _pauses(batch: _Batch) -> "Ints":
    """Behind commas, semicolons and colons; behind those of ASCII only where a blank or an East Asian character follows."""
    import numpy as np

    if not len(batch.wide):
        return batch.at
    found = np.flatnonzero(np.isin(batch.wide, np.array([ord(mark) for mark in PAUSES], batch.wide.dtype)))
    after = _point(batch.wide[np.minimum(found + 1, len(batch.wide) - 1)])
    narrow = batch.wide[found] < _BEYOND_ASCII
    kept: Ints = found[~narrow | marks()[0][after] | (after >= _EAST)] + 1
    return kept


def _trimmed(batch: _Batch, lo: "Ints", hi: "Ints") -> "tuple[Ints, Ints]":
    """Spans without white space at either end; those of white space alone are gone."""
    import numpy as np

    white = marks()[0]
    lo, hi = lo.copy(), hi.copy()
    active = np.flatnonzero(lo < hi)
    while len(active := active[white[_point(batch.wide[lo[active]])]]):
        lo[active] += 1
        active = active[lo[active] < hi[active]]
    filled = lo < hi
    lo, hi = lo[filled], hi[filled]
    active = np.arange(len(hi))
    while len(active := active[white[_point(batch.wide[hi[active] - 1])]]):
        hi[active] -= 1
    return lo, hi


def _raw_keys(batch: _Batch, lo: "Ints", hi: "Ints") -> bytes:
    from xxhash import xxh3_128_digest as digest

    if batch.astral:
        text = batch.text
        slices = zip(lo.tolist(), hi.tolist(), strict=True)
        return b"".join([digest(text[a:z].encode("utf-16-le", "surrogatepass")) for a, z in slices])
    return _digests(batch.utf16, lo, hi)


def _digests(data: bytes, lo: "Ints", hi: "Ints") -> bytes:
    from xxhash import xxh3_128_digest as digest

    return b"".join([digest(data[a:z]) for a, z in zip((lo * 2).tolist(), (hi * 2).tolist(), strict=True)])
