"""Character n-grams of keys, weighted by how rare they are, and how much of them two texts share.

N-grams need no word list and no language. Of ideographs one and two carry a meaning, of letters it takes three or four.
Weighting: inverse document frequency squared (Spärck Jones 1972, the product of two tf-idf vectors with binary tf).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_BASE = np.int64(1_000_003)  # a prime above every code point, so that short n-grams get distinct polynomial codes
_FIRST_IDEOGRAPH = 0x2E80  # from here on: Han, kana, hangul
_LENGTHS = (2, 4)  # the longest n-gram with an ideograph in it, and without
_ALPHABETIC_FROM = 2  # the shortest n-gram without an ideograph
_FIGURES = tuple(map(ord, "0123456789.,%‰:/- "))  # an n-gram of these alone says nothing: every year has new figures
_SMALL = 60  # sentences of both sides together, below which no n-gram is common
_LONG_KEY = 100_000  # code points of a key from which it is taken in blocks
_TABLE = 20_000_000  # bytes up to which a table answers what a sentence holds, several times as fast as a search
_BLOCK = 4_000_000  # shared n-grams expanded at a time: bounds the memory of one step to about 100 MB


def sums(places: Ints, values: Floats, size: int) -> Floats:
    """Sum of the values that fall on each place 0..size-1."""
    return np.bincount(places, weights=values, minlength=size).astype(np.float64)


def distinct(values: Ints) -> Ints:
    """The distinct values, ascending. Sorting beats the hash table of `numpy.unique`, which also imports `numpy.ma`."""
    ascending = np.sort(values)
    return np.asarray(ascending[np.diff(ascending, prepend=ascending[:1] - 1) != 0])


def median(values: Floats) -> float:
    """The middle value, or the mean of the two in the middle; 0 of none. `numpy.median` imports `numpy.ma`."""
    if not len(values):
        return 0.0
    middle = len(values) // 2
    ascending = np.sort(values)
    return float(ascending[middle] if len(values) % 2 else (ascending[middle - 1] + ascending[middle]) / 2)


class Postings(NamedTuple):
    """Which unit (sentence, clause) holds which n-gram: two arrays of equal length, without repetition, sorted by unit."""

    unit: Ints
    gram: Ints
    units: int

    def mass(self, weight: Floats) -> Floats:
        """Sum of the weights of each unit's n-grams, shape (units,)."""
        return sums(self.unit, weight[self.gram], self.units)


class Side(NamedTuple):
    """The n-grams of one document: by sentence, by clause, and the sentence that owns each clause."""

    sentences: Postings
    clauses: Postings
    owner: Ints


class Space(NamedTuple):
    """The n-grams of both sides under common numbers 0..len(weight), with their weights and codes."""

    old: Side
    new: Side
    weight: Floats
    codes: Ints


def gram_codes(keys: Sequence[str]) -> tuple[Ints, Ints]:
    """Unit index and 64-bit code of every n-gram of every key, in two arrays of equal length.

    Of a key too long for one block each block gives its n-grams once: what repeats in it costs memory only there.
    """
    long = [k for k, text in enumerate(keys) if len(text) > _LONG_KEY]
    unit, code = _gram_codes([text if len(text) <= _LONG_KEY else "" for text in keys] if long else keys)
    found = [(unit, code)]
    for k in long:
        for start in range(0, len(keys[k]), _LONG_KEY):
            _, code = _gram_codes([keys[k][start : start + _LONG_KEY + max(_LENGTHS) - 1]])
            code = distinct(code)
            found.append((np.full(len(code), k, dtype=np.int64), code))
    return np.concatenate([unit for unit, _ in found]), np.concatenate([code for _, code in found])


def _gram_codes(keys: Sequence[str]) -> tuple[Ints, Ints]:
    points = np.frombuffer("".join(keys).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    unit = np.repeat(np.arange(len(keys)), [len(k) for k in keys])
    wide = points >= _FIRST_IDEOGRAPH
    figure = np.isin(points, _FIGURES)
    units, codes = [], []
    for n in range(1, 1 + max(_LENGTHS)):
        count = len(points) - n + 1
        if count <= 0:
            break
        code = np.full(count, n, dtype=np.int64)
        ideographs = np.zeros(count, dtype=np.int64)
        figures = np.zeros(count, dtype=np.int64)
        for offset in range(n):
            code = code * _BASE + points[offset : count + offset]
            ideographs += wide[offset : count + offset]
            figures += figure[offset : count + offset]
        inside = (unit[:count] == unit[n - 1 :]) & (figures < n)
        inside &= np.where(ideographs > 0, n <= _LENGTHS[0], n >= _ALPHABETIC_FROM)
        units.append(unit[:count][inside])
        codes.append(code[inside])
    if not units:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate(units), np.concatenate(codes)


def short_grams(codes: Ints) -> tuple[Ints, Ints]:
    """The code points of n-grams of one or two; the first is 0 where there is but one, both are for longer n-grams."""
    pair = (codes >= 2 * _BASE * _BASE) & (codes < 3 * _BASE * _BASE)
    short = pair | ((codes >= _BASE) & (codes < 2 * _BASE))
    first = np.where(pair, codes // _BASE - 2 * _BASE, 0)
    return first, np.where(short, codes % _BASE, 0)


def build_space(old: Sequence[str], new: Sequence[str], owners: tuple[Ints, Ints], common: float = 0.2) -> Space:
    """Number and weigh the n-grams of two lists of clause keys.

    `owners` are the sentence of each clause, from 0 upwards, for both sides; document frequency counts sentences. N-grams in more
    than the share `common` of the sentences of both sides weigh nothing: they only cost time.
    """
    old_unit, old_code = gram_codes(old)
    new_unit, new_code = gram_codes(new)
    codes, numbers = np.unique(np.concatenate([old_code, new_code]), return_inverse=True)
    size = max(len(codes), 1)
    clauses = (
        _distinct(old_unit, numbers[: len(old_code)], len(old), size),
        _distinct(new_unit, numbers[len(old_code) :], len(new), size),
    )
    sentences = tuple(
        _distinct(owner[c.unit], c.gram, int(owner[-1]) + 1, size) for c, owner in zip(clauses, owners, strict=True)
    )
    counts = [np.bincount(side.gram, minlength=size) for side in sentences]
    units = [side.units for side in sentences]
    weight = np.log((sum(units) + 1) / np.maximum(counts[0] + counts[1], 1)) ** 2
    if sum(units) > _SMALL:
        weight[(counts[0] > common * units[0]) & (counts[1] > common * units[1])] = 0.0
    old_side, new_side = (
        Side(_weighing(s, weight), _weighing(c, weight), o) for s, c, o in zip(sentences, clauses, owners, strict=True)
    )
    return Space(old_side, new_side, weight, codes if len(codes) else np.zeros(size, np.int64))


def _distinct(unit: Ints, gram: Ints, units: int, size: int) -> Postings:
    pairs = distinct(unit * np.int64(size) + gram)
    return Postings(pairs // size, pairs % size, units)


def _weighing(postings: Postings, weight: Floats) -> Postings:
    kept = weight[postings.gram] > 0
    return Postings(postings.unit[kept], postings.gram[kept], postings.units)


def shared_mass(old: Postings, new: Postings, weight: Floats, rows: slice) -> Floats:
    """Weight of the n-grams in common, dense, for the old units in `rows` against all new ones: shape (rows, new.units)."""
    units = np.sort(new.gram * np.int64(max(new.units, 1)) + new.unit) % max(new.units, 1)
    starts = np.concatenate([[0], np.cumsum(np.bincount(new.gram, minlength=len(weight)))])
    first, last = np.searchsorted(old.unit, [rows.start, rows.stop])
    unit, gram = old.unit[first:last] - rows.start, old.gram[first:last]
    counts = starts[gram + 1] - starts[gram]
    kept = counts > 0
    unit, gram, counts = unit[kept], gram[kept], counts[kept]
    size = (rows.stop - rows.start) * new.units
    result = np.zeros(size)
    ends = np.cumsum(counts)
    begin = 0
    while begin < len(unit):
        stop = max(begin + 1, int(np.searchsorted(ends, (ends[begin - 1] if begin else 0) + _BLOCK)))
        part = slice(begin, stop)
        times = counts[part]
        before = np.cumsum(times) - times
        at = np.repeat(starts[gram[part]] - before, times) + np.arange(times.sum())
        cell = np.repeat(unit[part] * new.units, times) + units[at]
        result += np.bincount(cell, weights=np.repeat(weight[gram[part]], times), minlength=size)
        begin = stop
    return result.reshape(rows.stop - rows.start, new.units)


def expand(counts: Ints, units: Ints) -> tuple[Ints, Ints]:
    """All members of each unit in `units`, members being numbered through unit by unit: (member, index into units)."""
    first = np.cumsum(counts) - counts
    times = counts[units]
    index = np.repeat(np.arange(len(units)), times)
    shift = first[units] - (np.cumsum(times) - times)
    return np.arange(len(index)) + shift[index], index


def holds(postings: Postings, gram: Ints, unit: Ints, size: int) -> NDArray[np.bool_]:
    """Whether each unit holds the n-gram beside it; `size` is how many n-grams there are."""
    known = postings.unit * np.int64(size) + postings.gram
    wanted = unit * np.int64(size) + gram
    if not len(known):
        return np.zeros(len(wanted), dtype=np.bool_)
    if postings.units * size <= _TABLE:
        table = np.zeros(postings.units * size, dtype=np.bool_)
        table[known] = True
        return np.asarray(table[wanted])
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.asarray(known[at] == wanted)
