"""What each candidate pair has in common, n-gram by n-gram, and how much of it no other believed pair accounts for.

Two sentences that share what a better partner of either shares as well need no link to explain it; what only they share speaks for a
second partner, the other part of a split or a merge (explaining away: Pearl, Probabilistic Reasoning in Intelligent Systems, 1988).
"""

from typing import NamedTuple

import numpy as np

from repdiff.pair.candidates import Candidates
from repdiff.pair.grams import Floats, Ints, Postings, Space, expand, holds, sums

_BLOCK = 4_000_000  # n-grams of old sentences looked up at a time: bounds the memory of one step to about 150 MB
_CERTAIN = 0.999  # belief from which a rival accounts for nearly all it shares: the logarithm of nothing is no number


class Overlap(NamedTuple):
    """One value per n-gram that a candidate pair has in common: the pair, the place of the n-gram among the postings of the old
    and of the new sentences, and its weight. `pairs` and `postings` count the candidate pairs and the postings of either side.
    """

    pair: Ints
    old: Ints
    new: Ints
    weight: Floats
    pairs: int
    postings: tuple[int, int]

    def shared(self) -> Floats:
        """The weight of what each pair has in common."""
        return sums(self.pair, self.weight, self.pairs)

    def kept(self, which: Ints) -> "Overlap":
        """The same of some of the pairs, given by their indices, ascending."""
        place = np.full(self.pairs, -1)
        place[which] = np.arange(len(which))
        held = place[self.pair] >= 0
        arrays = (self.old[held], self.new[held], self.weight[held])
        return Overlap(place[self.pair[held]], *arrays, len(which), self.postings)

    def alone(self) -> Floats:
        """The weight of what each pair has in common and no other pair of either sentence has."""
        once = [
            np.bincount(side, minlength=size)[side] == 1
            for side, size in zip((self.old, self.new), self.postings, strict=True)
        ]
        return sums(self.pair, self.weight * (once[0] & once[1]), self.pairs)

    def unclaimed(self, belief: Floats) -> tuple[Floats, Floats]:
        """For each pair the share, 0..1, of what it has in common that the old sentence is expected to share with no other partner
        it is linked to; and the same of the new sentence. `belief` is the probability of each pair.
        """
        doubt = np.log(1 - np.minimum(belief, _CERTAIN))[self.pair]
        return self._free(doubt, self.old, self.postings[0]), self._free(doubt, self.new, self.postings[1])

    def _free(self, doubt: Floats, place: Ints, places: int) -> Floats:
        """For each pair the share by weight of the n-grams in common, each by the probability that no other pair claims it."""
        others = sums(place, doubt, places)[place] - doubt
        mass = sums(self.pair, self.weight, self.pairs) + 1e-6
        return sums(self.pair, self.weight * np.exp(others), self.pairs) / mass


def find_overlap(space: Space, pairs: Candidates) -> Overlap:
    """The n-grams in common of every candidate pair; looked up a block of pairs at a time to bound the memory."""
    old, new, size = space.old.sentences, space.new.sentences, len(space.weight)
    counts = np.bincount(old.unit, minlength=old.units)
    ends = np.cumsum(counts[pairs.rows])
    found: list[tuple[Ints, Ints]] = []
    begin = 0
    while begin < len(pairs):
        done = ends[begin - 1] if begin else 0
        stop = max(begin + 1, int(np.searchsorted(ends, done + _BLOCK)))
        at, index = expand(counts, pairs.rows[begin:stop])
        pair = index + begin
        held = holds(new, old.gram[at], pairs.cols[pair], size)
        found.append((pair[held], at[held]))
        begin = stop
    pair = np.concatenate([each[0] for each in found]) if found else np.zeros(0, np.int64)
    at = np.concatenate([each[1] for each in found]) if found else np.zeros(0, np.int64)
    gram = old.gram[at]
    return Overlap(
        pair,
        at,
        _places(new, pairs.cols[pair], gram, size),
        space.weight[gram],
        len(pairs),
        (len(old.gram), len(new.gram)),
    )


def _places(postings: Postings, unit: Ints, gram: Ints, size: int) -> Ints:
    """Where among the postings each unit's n-gram stands; it must be there."""
    return np.searchsorted(postings.unit * np.int64(size) + postings.gram, unit * np.int64(size) + gram)
