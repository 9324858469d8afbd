"""Texts that say too little to be told apart by what they say: repeated lines and formulas pair by what stands around them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from repdiff.pair.candidates import Candidates
from repdiff.pair.grams import Floats, Ints


def stand_alike(pairs: Candidates, keys: tuple[Sequence[str], Sequence[str]], worth: Floats) -> Floats:
    """For each pair, how sure it is that the two stand at the same place: the worth, 0..1, of the pair just before or just after.

    `keys` are those of the old and of the new sentences. Runs of the same text are looked past: of thirty equal lines the seventh
    stands where the seventh stands, counted from the text before them, or from the text after them.
    """
    before, after = ([_nearest(side, step) for side in keys] for step in (-1, 1))
    return np.maximum(_beside(pairs, before, worth), _beside(pairs, after, worth))


def _beside(pairs: Candidates, nearest: list[Ints], worth: Floats) -> Floats:
    rows, cols = nearest[0][pairs.rows], nearest[1][pairs.cols]
    as_far: NDArray[np.bool_] = (rows - pairs.rows) == (cols - pairs.cols)
    at = pairs.find(rows, cols)
    return np.where(as_far & (at >= 0), worth[at], 0.0) if len(worth) else worth


def _nearest(keys: Sequence[str], step: int) -> Ints:
    """For each sentence the nearest one before (step -1) or after (step 1) it that says something else; outside where there is none."""
    found = np.arange(len(keys), dtype=np.int64) + step
    order = range(len(keys)) if step < 0 else range(len(keys) - 1, -1, -1)
    for at in order:
        beside = at + step
        if 0 <= beside < len(keys) and keys[beside] == keys[at]:
            found[at] = found[beside]
    return found
