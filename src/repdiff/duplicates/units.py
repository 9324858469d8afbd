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

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from repdiff.duplicates.fold import DOT, LINE, SLOW, SPECIAL, exact, marks, table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

LEVELS = ("document", "paragraph", "sentence", "clause")
_EAST = 0x2E80
"""From this code point on scripts do without blanks between sentences."""
_PAUSES = "，、；：,;:"


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
    """Joined texts: `wide` is their code points (16 bits where all fit), `codes` what they fold to, `starts` of documents.

    `at` are the places with special codes. Without folding, `codes` is empty.
    """

    text: str
    wide: Any
    codes: Any
    at: "Ints"
    what: Any
    starts: "Ints"
    utf16: bytes

    @property
    def astral(self) -> bool:
        return bool(self.wide.dtype.itemsize > 2)


def cut(texts: Sequence[str], levels: Sequence[str], *, raw: bool = False, min_chars: int = 1) -> dict[str, Rows]:
    """The units of each level in the texts, as they stand (`raw`) or folded; those shorter than `min_chars` left out.

    A unit's length is counted in characters that are not white space.
    """
    batch = _joined(texts, raw and not {"sentence", "clause"} & set(levels), raw)
    packed = b"" if raw else batch.codes[batch.codes > LINE].tobytes()
    return {level: _rows(batch, level, packed, raw, max(min_chars, 1)) for level in levels}


def _joined(texts: Sequence[str], lines_only: bool, raw: bool) -> _Batch:
    import numpy as np

    text = "\n".join(texts)
    utf16 = text.encode("utf-16-le", "surrogatepass")
    wide: Any = np.frombuffer(utf16, np.uint16)
    if len(wide) != len(text):
        wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths + 1)))
    index = wide if wide.dtype.itemsize == 2 else np.minimum(wide, 0xFFFF)
    if lines_only:
        special = (wide <= 0x1E) | (wide == 0x85) | ((wide | 1) == 0x2029)
        codes = wide[:0]
    elif raw:
        special = _special()[index]
        codes = wide[:0]
    else:
        codes = table()[index]
        special = codes < SPECIAL
    at = np.flatnonzero(special)
    what = table()[index[at]] if raw else codes[at]
    return _Batch(text, wide, codes, at, what, starts, utf16)


def _special() -> "Bools":
    return table() < SPECIAL


def _rows(batch: _Batch, level: str, packed: bytes, raw: bool, min_chars: int) -> Rows:
    import numpy as np

    lo, hi = _borders(batch, level)
    lo, hi = _trimmed(batch, lo, hi)
    removed = batch.at[batch.what <= LINE]
    left, right = lo - np.searchsorted(removed, lo), hi - np.searchsorted(removed, hi)
    if min_chars > 1 and level != "document":
        kept = _length(batch, lo, hi, left, right, raw) >= min_chars
        lo, hi, left, right = lo[kept], hi[kept], left[kept], right[kept]
    keys = _raw_keys(batch, lo, hi) if raw else _folded_keys(batch, packed, (lo, hi), (left, right))
    doc = np.searchsorted(batch.starts, lo, "right") - 1
    unit = np.arange(len(doc)) - np.searchsorted(doc, doc)
    begin = batch.starts[doc]
    halves = np.frombuffer(keys, np.int64).reshape(-1, 2)
    h1, h2 = (np.ascontiguousarray(halves[:, i]) for i in (0, 1))
    return Rows(*(each.astype(np.int32) for each in (doc, unit, lo - begin, hi - begin)), h1, h2)


def _length(batch: _Batch, lo: "Ints", hi: "Ints", left: "Ints", right: "Ints", raw: bool) -> "Ints":
    import numpy as np

    if not raw or len(batch.codes):
        return right - left
    white = np.concatenate((np.zeros(1, np.int64), np.cumsum(_white(batch.wide))))
    return hi - lo - (white[hi] - white[lo])


def _white(points: Any) -> Any:
    import numpy as np

    return marks()[0][np.minimum(points, 0xFFFF)]


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
    at, what = batch.at[stop], batch.what[stop]
    if not len(at):
        return at
    ends = at + 1
    last = np.append(at[1:] != ends[:-1], True)  # of several marks in a row the last one counts
    at, what, ends = at[last], what[last], ends[last]
    closing = marks()[1]
    open_ = np.arange(len(ends))
    while len(open_ := open_[ends[open_] < size]) and len(open_ := open_[closing[_point(wide, ends[open_])]]):
        ends[open_] += 1
    ascii_ = wide[at] < 0x80
    if ascii_.any():
        keep = ~ascii_
        keep[ascii_] = _ends_in_ascii(wide, at[ascii_], ends[ascii_], what[ascii_])
        ends = ends[keep]
    return ends


def _ends_in_ascii(wide: Any, at: "Ints", ends: "Ints", what: Any) -> "Bools":
    """Which of the marks . ! ? of ASCII end a sentence, by what stands around them."""
    import numpy as np

    white, _, small, capital = marks()
    size = len(wide)
    after = _point(wide, np.minimum(ends, size - 1))
    blank = white[after] | (ends >= size)
    beyond = _point(wide, np.minimum(ends + 1, size - 1))
    before, second = _point(wide, np.maximum(at - 1, 0)), _point(wide, np.maximum(at - 2, 0))
    full_stop = blank & capital[beyond] & small[before] & small[second]
    return np.where(what == DOT, full_stop, blank | (after >= _EAST))


def _point(wide: Any, at: Any) -> Any:
    import numpy as np

    found = wide[at]
    return found if wide.dtype.itemsize == 2 else np.minimum(found, 0xFFFF)


def _pauses(batch: _Batch) -> "Ints":
    """Behind commas, semicolons and colons; behind those of ASCII only where a blank or an East Asian character follows."""
    import numpy as np

    found = np.flatnonzero(np.isin(batch.wide, np.array([ord(mark) for mark in _PAUSES], batch.wide.dtype)))
    after = _point(batch.wide, np.minimum(found + 1, len(batch.wide) - 1))
    narrow = batch.wide[found] < 0x80
    kept: Ints = found[~narrow | marks()[0][after] | (after >= _EAST)] + 1
    return kept


def _trimmed(batch: _Batch, lo: "Ints", hi: "Ints") -> "tuple[Ints, Ints]":
    """Spans without white space at either end; those of white space alone are gone."""
    import numpy as np

    white = marks()[0]
    lo, hi = lo.copy(), hi.copy()
    active = np.flatnonzero(lo < hi)
    while len(active := active[white[_point(batch.wide, lo[active])]]):
        lo[active] += 1
        active = active[lo[active] < hi[active]]
    filled = lo < hi
    lo, hi = lo[filled], hi[filled]
    active = np.arange(len(hi))
    while len(active := active[white[_point(batch.wide, hi[active] - 1)]]):
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


def _folded_keys(
    batch: _Batch, packed: bytes, spans: "tuple[Ints, Ints]", places: "tuple[Ints, Ints]"
) -> bytes | bytearray:
    """Keys of folded units: slices of the packed codes, save for units with a character that the table does not know."""
    import numpy as np
    from xxhash import xxh3_128_digest as digest

    keys = _digests(packed, *places)
    slow = batch.at[batch.what == SLOW]
    if not len(slow):
        return keys
    lo, hi = spans
    owner = np.searchsorted(lo, slow, "right") - 1
    owner = np.unique(owner[(owner >= 0) & (slow < hi[owner])])
    mended = bytearray(keys)
    for unit, a, z in zip(owner.tolist(), lo[owner].tolist(), hi[owner].tolist(), strict=True):
        mended[unit * 16 : unit * 16 + 16] = digest(exact(batch.text[a:z]))
    return mended


def ranges(counts: Sequence[int]) -> list[tuple[int, int]]:
    """Consecutive [start, end) of the given lengths."""
    ends = [0]
    for count in counts:
        ends.append(ends[-1] + count)
    return list(pairwise(ends))
