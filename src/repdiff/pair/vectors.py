"""What sentences are about: vectors of n-grams, so that two sentences without a word in common may still be near each other.

The vectors come from public reports (`python -m repdiff.train --vectors`): n-grams of ideographs that stand in the same sentences point in
the same direction. Method: positive pointwise mutual information, reduced by a singular value decomposition (Levy, Goldberg: Neural Word
Embedding as Implicit Matrix Factorization, 2014); a sentence is the mean of its n-grams, weighted by how rare they are, less what all
sentences have in common (Arora, Liang, Ma: A Simple but Tough-to-Beat Baseline for Sentence Embeddings, 2017).
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from repdiff.languages.han import simplified_points
from repdiff.pair.grams import Floats, Ints, Postings, Side, Space, expand, short_grams, sums
from repdiff.pair.overlap import Overlap

Singles = NDArray[np.float32]

_LEFT = 0.05  # share of a sentence's vector below which nothing is left of it
_KNOWN = 0.3  # share of the content of either text that must have a vector: less says that it is in another language
_LEAST = 1e-9
_BITS = 21  # of a code point
_BLOCK = 200_000  # pairs of clauses likened at a time: bounds the memory of one step to about 200 MB
_EXACT = 4  # decimals that are kept
_FINE = 2000.0  # length of a vector whose numbers are whole: products of such are exact, in whatever order a machine adds them
_SHARED = (0.0, 0.02, 0.04, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
_NEAR = (0.15, 0.21, 0.3, 0.4, 0.52, 0.62, 0.73, 0.8, 0.85, 0.9, 0.96, 1.0)
_NEAR_CLAUSES = (0.21, 0.28, 0.32, 0.41, 0.48, 0.53, 0.64, 0.72, 0.8, 0.84, 0.94, 1.0)
_NEAR_RESTS = (0.4, 0.39, 0.36, 0.31, 0.35, 0.4, 0.44, 0.49, 0.5, 0.55, 0.7, 1.0)
# Mean nearness of pairs of sentences in ten pairs of reports by the words that they share: what is taken for it where there are no vectors.


class Vectors(NamedTuple):
    """N-grams of one or two ideographs as numbers, ascending, and a vector for each, shape (n-grams, dimensions)."""

    grams: Ints
    table: NDArray[np.int8]


class Topics(NamedTuple):
    """Vectors of the sentences and clauses of both sides, shape (units, dimensions): of whole numbers, of one length, or zero."""

    old: Singles
    new: Singles
    old_clauses: Singles
    new_clauses: Singles
    grams: Singles
    """The vectors of the n-grams, by their numbers, as long as they weigh; below, their sums by sentence, and what is common to all."""
    old_sum: Singles
    new_sum: Singles
    usual: Singles

    def likeness(self, rows: Ints, cols: Ints) -> Floats:
        """How near old sentence rows[k] and new sentence cols[k] are, -1..1, for each k."""
        products = np.einsum("ij,ij->i", self.old[rows], self.new[cols])
        return np.asarray(np.round(products / _FINE**2, _EXACT), dtype=np.float64)

    def all_likeness(self, rows: slice) -> Floats:
        """The same of some old sentences with all new ones, shape (rows, new)."""
        return np.asarray(np.round(self.old[rows] @ self.new.T / _FINE**2, _EXACT), dtype=np.float64)


@cache
def load_vectors() -> Vectors:
    """The vectors as trained: of each an n-gram and its numbers, as eight-bit integers."""
    stored = np.load(BytesIO(files("repdiff.pair").joinpath("vectors.npy").read_bytes()))
    first, second = np.ascontiguousarray(stored["gram"]).view(np.uint32).reshape(-1, 2).astype(np.int64).T
    numbers = np.where(second > 0, _number(first, second), first)
    order = np.argsort(numbers)
    return Vectors(numbers[order], stored["vector"][order])


def _number(first: Ints, second: Ints) -> Ints:
    return first << _BITS | second


def find_topics(space: Space) -> Topics | None:
    """What the sentences and clauses of two texts are about; None where too few of their n-grams have a vector."""
    weight, rows = _weights(space)
    if min(_known(side.sentences, space.weight, rows) for side in (space.old, space.new)) < _KNOWN:
        return None
    vectors = load_vectors().table[np.maximum(rows, 0)].astype(np.float32)
    vectors *= (weight / (np.sqrt((vectors**2).sum(axis=1)) + _LEAST)).astype(np.float32)[:, None]
    clauses = [_summed(side.clauses, vectors) for side in (space.old, space.new)]
    summed = [_by_owner(each, side) for each, side in zip(clauses, (space.old, space.new), strict=True)]
    whole = [_unit(each) for each in summed]
    usual = np.concatenate(whole).mean(axis=0)
    units = [np.round(_unit(each - usual) * np.float32(_FINE)) for each in (*whole, *map(_unit, clauses))]
    return Topics(units[0], units[1], units[2], units[3], vectors, summed[0], summed[1], usual)


def _weights(space: Space) -> tuple[Floats, Ints]:
    """The weight of each n-gram in the mean, 0 of those without a vector, and its row in the table, -1 of those."""
    known = load_vectors().grams
    fold = simplified_points()
    first, second = (
        np.where(each < len(fold), fold[np.minimum(each, len(fold) - 1)], each) for each in short_grams(space.codes)
    )
    numbers = _number(first, second)
    at = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
    found = known[at] == numbers
    # Weights of n-grams are squared logarithms, those of two texts multiplied; here stands each text for itself.
    return np.where(found, np.sqrt(space.weight), 0.0), np.where(found, at, -1)


def _known(postings: Postings, weight: Floats, rows: Ints) -> float:
    held = weight[postings.gram]
    return float((held * (rows[postings.gram] >= 0)).sum() / (held.sum() + _LEAST))


def _summed(postings: Postings, vectors: Singles) -> Singles:
    """Sum of the vectors of each unit's n-grams, shape (units, dimensions)."""
    parts = vectors[postings.gram]
    ends = np.searchsorted(postings.unit, np.arange(postings.units + 1)).tolist()
    # A loop over the units takes half the time of `numpy.add.reduceat` over rows.
    return np.array([parts[start:end].sum(axis=0) for start, end in pairwise(ends)], dtype=np.float32)


def _by_owner(clauses: Singles, side: Side) -> Singles:
    """Sum of the clauses of each sentence; every sentence has one."""
    starts = np.flatnonzero(np.diff(side.owner, prepend=-1))
    return np.asarray(np.add.reduceat(clauses, starts, axis=0), dtype=np.float32)


def _unit(rows: Singles) -> Singles:
    return np.asarray(rows / (np.sqrt((rows**2).sum(axis=1, keepdims=True)) + _LEAST), dtype=np.float32)


def expected(shared: Floats) -> Floats:
    """How near two sentences are in what they are about, by the cosine of their words. For languages without vectors, as the next two."""
    return np.round(np.interp(shared, _SHARED, _NEAR), _EXACT)


def expected_clauses(cover: Floats) -> Floats:
    """Which share of a sentence is near a clause of the other, by the share of its words that the other has."""
    return np.round(np.interp(cover, _SHARED, _NEAR_CLAUSES), _EXACT)


def expected_rest(shared: Floats) -> Floats:
    """How near two sentences are in what they do not share, by the cosine of their words."""
    return np.round(np.interp(shared, _SHARED, _NEAR_RESTS), _EXACT)


def rest(topics: Topics, space: Space, overlap: Overlap, rows: Ints, cols: Ints) -> Floats:
    """How near two sentences are in what they do not have in common, -1..1: two that share a frame alone are about other things. 1 where on
    either side nothing is left. `overlap` is what the pairs (rows[k], cols[k]) have in common.
    """
    parts = topics.grams[space.old.sentences.gram[overlap.old]]
    ends = np.searchsorted(overlap.pair, np.arange(len(rows) + 1)).tolist()
    shared = np.array([parts[start:end].sum(axis=0) for start, end in pairwise(ends)], dtype=np.float32)
    old, new = (
        topics.old_sum[rows] - shared.reshape(-1, parts.shape[1]),
        topics.new_sum[cols] - shared.reshape(-1, parts.shape[1]),
    )
    least = _LEFT * np.minimum(_length(topics.old_sum[rows]), _length(topics.new_sum[cols]))
    left = np.minimum(_length(old), _length(new)) > least
    near = np.einsum("ij,ij->i", _unit(_unit(old) - topics.usual), _unit(_unit(new) - topics.usual))
    return np.asarray(np.where(left, np.round(near, _EXACT), 1.0), dtype=np.float64)


def _length(rows: Singles) -> Singles:
    return np.asarray(np.sqrt((rows**2).sum(axis=1)), dtype=np.float32)


def near_clauses(topics: Topics, space: Space, rows: Ints, cols: Ints) -> tuple[Floats, Floats]:
    """For each pair of sentences the shares, 0..1, of the old and of the new one whose clauses are near one of the other's, each clause by
    its content.
    """
    counts = [np.bincount(side.owner, minlength=side.sentences.units) for side in (space.old, space.new)]
    mass = [side.clauses.mass(space.weight) + _LEAST for side in (space.old, space.new)]
    covered = [np.zeros(len(rows)), np.zeros(len(rows))]
    size = np.cumsum(counts[0][rows] * counts[1][cols])
    begin = 0
    while begin < len(rows):
        stop = max(begin + 1, int(np.searchsorted(size, (size[begin - 1] if begin else 0) + _BLOCK)))
        part = slice(begin, stop)
        slots = [expand(count, units[part]) for count, units in zip(counts, (rows, cols), strict=True)]
        best = _nearest(topics, slots, counts[1][cols[part]])
        for side, (clause, pair) in enumerate(slots):
            weight = mass[side][clause]
            found = sums(pair, weight * best[side], stop - begin) / sums(pair, weight, stop - begin)
            covered[side][part] = np.round(found, _EXACT)
        begin = stop
    return covered[0], covered[1]


def _nearest(topics: Topics, slots: Sequence[tuple[Ints, Ints]], counts: Ints) -> tuple[Floats, Floats]:
    """How near each clause of each pair, old and new, is to the nearest of the partner; `counts` is how many clauses each partner has."""
    (old, old_pair), (new, _) = slots
    first = np.cumsum(counts) - counts
    times = counts[old_pair]
    index = np.repeat(np.arange(len(old)), times)
    other = np.arange(len(index)) + np.repeat(first[old_pair] - (np.cumsum(times) - times), times)
    near = np.einsum("ij,ij->i", topics.old_clauses[old[index]], topics.new_clauses[new[other]]) / _FINE**2
    best = np.zeros(len(old)), np.zeros(len(new))
    np.maximum.at(best[0], index, near)
    np.maximum.at(best[1], other, near)
    return best
