"""A closer look at the pairs that may be links: what becomes of each clause of the one sentence in the other."""

import re
from collections import Counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from repdiff.model.document import Document
from repdiff.pair.candidates import Candidates
from repdiff.pair.grams import Floats, Ints, Side, Space, expand, holds, median, sums
from repdiff.pair.similarity import Similarity
from repdiff.pair.vectors import expected_clauses, expected_rest, near_clauses, rest
from repdiff.text.keys import key

_BLOCK = 4_000_000  # n-grams of clauses looked up at a time: bounds the memory of one step to about 150 MB
_MOST = 10_000  # pairs of clauses of two sentences that are likened; beyond that a sentence is a whole text, and its words must do
_KEPT = 0.5  # share of a clause above which the partner holds it
_QUOTED = re.compile(r"[“「『《]([^“”「」『』《》]{2,30})[”」』》]")


class Details(NamedTuple):
    """What the pairs of a `Similarity` share clause by clause. Arrays hold one value per pair, 0..1 but for the masses.

    `old_clause` the share of the best-preserved clause of the old sentence, damped for clauses lighter than usual;
    `old_kept` the share of the old sentence's clauses that reappear; `old_claimed` the share of the old sentence that
    this partner renders better than its rivals do; `old_topic` the share of it whose clauses are about what a clause of the partner is
    about: without vectors for the language, what is to be expected by its words; `rest` how near the two are
    in what they do not share, -1..1; `opening` the cosine of their first clauses, which often
    say what the rest is about; `named` how exclusively the two share names in quotation marks;
    `clause_shared` the mass of the heaviest clause in common, `alone` that of what neither has in common with another one, in units of a
    median sentence; `verbatim` says that the keys are the same with the signs of the format, such as where a link leads: of two copies the
    one with the same link is the counterpart. `old_clauses` counts the clauses of each sentence.
    """

    old_clause: Floats
    new_clause: Floats
    old_kept: Floats
    new_kept: Floats
    old_claimed: Floats
    new_claimed: Floats
    old_topic: Floats
    new_topic: Floats
    rest: Floats
    opening: Floats
    named: Floats
    clause_shared: Floats
    alone: Floats
    verbatim: NDArray[np.bool_]
    old_clauses: Ints
    new_clauses: Ints


def look_closer(old: Document, new: Document, similarity: Similarity) -> Details:
    """Measure the pairs of a similarity clause by clause."""
    space, pairs = similarity.space, similarity.pairs
    above = _clauses(space.old, space.new, space.weight, pairs.rows, pairs.cols)
    below = _clauses(space.new, space.old, space.weight, pairs.cols, pairs.rows)
    topics = similarity.topics
    near = _near_clauses(similarity)
    return Details(
        old_clause=above.best,
        new_clause=below.best,
        old_kept=above.kept,
        new_kept=below.kept,
        old_claimed=above.claimed,
        new_claimed=below.claimed,
        old_topic=near[0],
        new_topic=near[1],
        rest=expected_rest(similarity.cosine)
        if topics is None
        else rest(topics, space, similarity.overlap, pairs.rows, pairs.cols),
        opening=_opening(space, pairs),
        named=_named(old, new, pairs),
        clause_shared=np.maximum(above.heavy, below.heavy) / similarity.usual,
        alone=similarity.overlap.alone() / similarity.usual,
        verbatim=_verbatim(old, new, pairs, similarity.equal),
        old_clauses=np.bincount(space.old.owner, minlength=pairs.old),
        new_clauses=np.bincount(space.new.owner, minlength=pairs.new),
    )


def _near_clauses(similarity: Similarity) -> tuple[Floats, Floats]:
    """The shares of the old and of the new sentence that are near a clause of the other."""
    topics, pairs, space = similarity.topics, similarity.pairs, similarity.space
    near = expected_clauses(similarity.old_cover), expected_clauses(similarity.new_cover)
    if topics is None:
        return near
    counts = [np.bincount(side.owner, minlength=side.sentences.units) for side in (space.old, space.new)]
    which = np.flatnonzero(counts[0][pairs.rows] * counts[1][pairs.cols] <= _MOST)
    for values, found in zip(near, near_clauses(topics, space, pairs.rows[which], pairs.cols[which]), strict=True):
        values[which] = found
    return near


def _verbatim(old: Document, new: Document, pairs: Candidates, equal: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which of the pairs with equal keys have the same signs of the format as well."""
    if not old.source.signs and not new.source.signs:
        return equal
    same = equal.copy()
    for k in np.flatnonzero(equal).tolist():
        row, col = int(pairs.rows[k]), int(pairs.cols[k])
        same[k] = key(old.source.quote(old.wording(row))) == key(new.source.quote(new.wording(col)))
    return same


def _named(old: Document, new: Document, pairs: Candidates) -> Floats:
    """For each pair the names in quotation marks that both hold, each counting the less the more sentences hold it, at most 1."""
    names = [[frozenset(map(key, _QUOTED.findall(d.text(s.id)))) for s in d.sentences] for d in (old, new)]
    holders = [Counter(name for held in side for name in held) for side in names]
    result = np.zeros(len(pairs))
    for k, (row, col) in enumerate(zip(pairs.rows.tolist(), pairs.cols.tolist(), strict=True)):
        if names[0][row] and names[1][col]:
            common = sorted(names[0][row] & names[1][col])
            result[k] = min(sum((holders[0][n] * holders[1][n]) ** -0.5 for n in common), 1.0)
    return result


def _opening(space: Space, pairs: Candidates) -> Floats:
    """The cosine of the first clauses of each pair."""
    first = [np.searchsorted(side.owner, np.arange(side.sentences.units)) for side in (space.old, space.new)]
    mass = [side.clauses.mass(space.weight) + 1e-6 for side in (space.old, space.new)]
    above, below = first[0][pairs.rows], first[1][pairs.cols]
    counts = np.bincount(space.old.clauses.unit, minlength=space.old.clauses.units)
    at, pair = expand(counts, above)
    gram = space.old.clauses.gram[at]
    held = holds(space.new.clauses, gram, below[pair], len(space.weight))
    shared = sums(pair[held], space.weight[gram[held]], len(pairs))
    return np.asarray(shared / np.sqrt(mass[0][above] * mass[1][below]))


class _Clauses(NamedTuple):
    """Clause by clause, for each pair: the share of the best clause, the share of clauses kept, the heaviest mass in common, and
    the share of the sentence that this partner renders better than its rivals.
    """

    best: Floats
    kept: Floats
    heavy: Floats
    claimed: Floats


def _clauses(mine: Side, other: Side, weight: Floats, units: Ints, partners: Ints) -> _Clauses:
    """What becomes of the clauses of sentence units[k] in sentence partners[k] of the other side, for each pair k."""
    clause_of, pair_of = expand(np.bincount(mine.owner, minlength=mine.sentences.units), units)
    shared = _shared_by_clause(mine, other, weight, clause_of, partners[pair_of])
    mass = mine.clauses.mass(weight)
    heavy = mass[clause_of]
    share = shared / (heavy + 1e-6)
    best_share = np.zeros(len(mass))
    np.maximum.at(best_share, clause_of, share)
    won = (
        share / (best_share[clause_of] + 1e-9)
    ) ** 4  # next to nothing for a clause that another partner renders better
    starts = np.flatnonzero(np.diff(pair_of, prepend=-1))
    return _Clauses(
        best=np.maximum.reduceat(share * np.minimum(1.0, heavy / (median(mass) + 1e-6)), starts),
        kept=np.add.reduceat((share > _KEPT).astype(np.float64), starts) / np.diff(np.append(starts, len(pair_of))),
        heavy=np.maximum.reduceat(shared, starts),
        claimed=np.add.reduceat(shared * won, starts) / (np.add.reduceat(heavy, starts) + 1e-6),
    )


def _shared_by_clause(mine: Side, other: Side, weight: Floats, clauses: Ints, partners: Ints) -> Floats:
    """Mass of each clause that its partner, a sentence of the other side, holds; expanded a block at a time to bound the memory."""
    counts = np.bincount(mine.clauses.unit, minlength=mine.clauses.units)
    ends = np.cumsum(counts[clauses])
    shared = np.zeros(len(clauses))
    begin = 0
    while begin < len(clauses):
        done = ends[begin - 1] if begin else 0
        stop = max(begin + 1, int(np.searchsorted(ends, done + _BLOCK)))
        gram_at, row_of = expand(counts, clauses[begin:stop])
        gram = mine.clauses.gram[gram_at]
        held = holds(other.sentences, gram, partners[begin:stop][row_of], len(weight))
        shared[begin:stop] = sums(row_of[held], weight[gram[held]], stop - begin)
        begin = stop
    return shared
