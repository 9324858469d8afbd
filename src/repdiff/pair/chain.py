"""The chain of pairs that surely belong together in the order of both texts: what stands between two of them belongs between them."""

from bisect import bisect_left
from typing import NamedTuple

import numpy as np

from repdiff.pair.candidates import Candidates
from repdiff.pair.grams import Floats, Ints

_SURE = 0.5  # belief from which the best pair of two sentences may be a link of the chain
_OUTSIDE = 1e4  # places between two links that are counted at most, and those of a pair that stands outside


class Chain(NamedTuple):
    """How the pairs stand to the chain: `steady` is the share, 0..1, of the sure pairs that are in it; `gap` is for each pair how many
    pairs could stand between the two links around it (old sentences times new ones), at most ten thousand; as many where it is not between
    the same two on both sides.
    """

    steady: float
    gap: Floats


def find_chain(pairs: Candidates, belief: Floats) -> Chain:
    """The longest chain of pairs that are each other's best, and how all pairs stand to it (longest increasing subsequence by patience
    sorting; Fredman 1975).
    """
    sure = _sure(pairs, belief)
    links = _longest([(int(pairs.rows[k]), int(pairs.cols[k])) for k in sure])
    if not links:
        return Chain(0.0, np.full(len(pairs), _OUTSIDE))
    rows = np.array([-1, *(row for row, _ in links), pairs.old])
    cols = np.array([-1, *(col for _, col in links), pairs.new])
    # A link of the chain is itself between its neighbours.
    after = np.searchsorted(rows, pairs.rows, side="right")
    before = np.searchsorted(rows, pairs.rows, side="left") - 1
    inside = (pairs.cols > cols[before]) & (pairs.cols < cols[after])
    gap = (rows[after] - rows[before] - 1) * (cols[after] - cols[before] - 1)
    return Chain(len(links) / len(sure), np.where(inside, np.minimum(gap, _OUTSIDE), _OUTSIDE).astype(np.float64))


def _sure(pairs: Candidates, belief: Floats) -> Ints:
    """Indices of the pairs that are believed, each the best of its old and of its new sentence."""
    best_old, best_new = np.zeros(pairs.old), np.zeros(pairs.new)
    np.maximum.at(best_old, pairs.rows, belief)
    np.maximum.at(best_new, pairs.cols, belief)
    mutual = (belief >= best_old[pairs.rows]) & (belief >= best_new[pairs.cols])
    return np.flatnonzero(mutual & (belief > _SURE))


def _longest(links: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of links, given by row, that ascend on both sides."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for k, (_, col) in enumerate(links):
        at = bisect_left(ends, col)
        before.append(tails[at - 1] if at else -1)
        tails[at : at + 1] = [k]
        ends[at : at + 1] = [col]
    chain = []
    walker = tails[-1] if tails else -1
    while walker >= 0:
        chain.append(links[walker])
        walker = before[walker]
    return chain[::-1]
