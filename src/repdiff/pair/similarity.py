"""How alike two sentences are: candidates, and the share of content they have in common, as a whole and clause by clause."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from repdiff.cut.clauses import cut_clauses
from repdiff.cut.keys import key
from repdiff.model import Document
from repdiff.pair.candidates import Candidates, Nominees, best_of_columns, best_of_rows, elect
from repdiff.pair.grams import Floats, Ints, Side, Space, build_space, median, shared_mass, sums

_ROWS = 512  # old sentences measured at a time against all new ones: bounds the memory
_BY_COSINE = 6  # partners nominated by the likeness of the whole sentences, from either side
_TABLE = 20_000_000  # bytes up to which a table answers what a sentence holds, several times as fast as a search
_BY_COVER = 4  # partners nominated because they contain the sentence, or are contained in it


@dataclass(frozen=True, slots=True, eq=False)
class Similarity:
    """What the candidate pairs share. Arrays hold one value per pair, 0..1 but for the masses; masses are sums of n-gram weights.

    `cosine` of the two sentences; `old_cover` the share of the old sentence found in the new one, `new_cover` the reverse;
    `old_clause` the share of the best-preserved clause of the old sentence, damped for clauses lighter than usual;
    `old_kept` the share of the old sentence's clauses that reappear; `shared` the mass in common, in units of a median sentence,
    `clause_shared` that of the heaviest clause; `equal` says that the keys are the same.
    """

    pairs: Candidates
    cosine: Floats
    old_cover: Floats
    new_cover: Floats
    old_clause: Floats
    new_clause: Floats
    old_kept: Floats
    new_kept: Floats
    shared: Floats
    clause_shared: Floats
    equal: NDArray[np.bool_]
    old_keys: tuple[str, ...]
    new_keys: tuple[str, ...]
    old_clauses: Ints
    new_clauses: Ints


def measure(old: Document, new: Document) -> Similarity:
    """Find the candidate pairs of two documents and measure what they share."""
    old_keys, old_clause_keys, old_owner = _keys(old)
    new_keys, new_clause_keys, new_owner = _keys(new)
    space = build_space(old_clause_keys, new_clause_keys, (old_owner, new_owner))
    old_mass = space.old.sentences.mass(space.weight) + 1e-6
    new_mass = space.new.sentences.mass(space.weight) + 1e-6
    pairs, shared = _nominate(space, old_mass, new_mass)
    usual = median(np.concatenate([old_mass, new_mass]))
    old_best, old_kept, old_heavy = _clauses(space.old, space.new, space.weight, pairs.rows, pairs.cols)
    new_best, new_kept, new_heavy = _clauses(space.new, space.old, space.weight, pairs.cols, pairs.rows)
    rows, cols = pairs.rows, pairs.cols
    return Similarity(
        pairs=pairs,
        cosine=shared / np.sqrt(old_mass[rows] * new_mass[cols]),
        old_cover=shared / old_mass[rows],
        new_cover=shared / new_mass[cols],
        old_clause=old_best,
        new_clause=new_best,
        old_kept=old_kept,
        new_kept=new_kept,
        shared=shared / usual,
        clause_shared=np.maximum(old_heavy, new_heavy) / usual,
        equal=np.array(
            [old_keys[i] == new_keys[j] for i, j in zip(rows.tolist(), cols.tolist(), strict=True)], dtype=np.bool_
        ),
        old_keys=old_keys,
        new_keys=new_keys,
        old_clauses=np.bincount(old_owner, minlength=len(old_keys)),
        new_clauses=np.bincount(new_owner, minlength=len(new_keys)),
    )


def _keys(document: Document) -> tuple[tuple[str, ...], list[str], Ints]:
    """Keys of the sentences, keys of their clauses, and the sentence of each clause."""
    keys: list[str] = []
    clause_keys: list[str] = []
    owner: list[int] = []
    for sentence in document.sentences:
        text = document.text(sentence.id)
        keys.append(key(text))
        clauses = cut_clauses(text)
        clause_keys += [clause for _, clause in clauses]
        owner += [sentence.id] * len(clauses)
    return tuple(keys), clause_keys, np.array(owner, dtype=np.int64)


def _nominate(space: Space, old_mass: Floats, new_mass: Floats) -> tuple[Candidates, Floats]:
    """Candidate pairs and their shared mass: of each sentence the best few by cosine and by containment, from either side."""
    old, new = space.old.sentences, space.new.sentences
    nominees: list[Nominees] = []
    for first in range(0, old.units, _ROWS):
        rows = slice(first, min(first + _ROWS, old.units))
        shared = shared_mass(old, new, space.weight, rows)
        cosine = shared / np.sqrt(np.outer(old_mass[rows], new_mass))
        nominees.append(best_of_rows(cosine, shared, _BY_COSINE, first))
        nominees.append(best_of_rows(shared / new_mass, shared, _BY_COVER, first))
        nominees.append(best_of_columns(cosine, shared, _BY_COSINE, first))
        nominees.append(best_of_columns(shared / old_mass[rows, None], shared, _BY_COVER, first))
    return elect(nominees, old.units, new.units)


def _clauses(mine: Side, other: Side, weight: Floats, units: Ints, partners: Ints) -> tuple[Floats, Floats, Floats]:
    """Clause by clause, for each pair: the share of the best clause, the share of clauses kept, the heaviest mass in common."""
    clause_of, pair_of = _expand(np.bincount(mine.owner, minlength=mine.sentences.units), units)
    gram_at, row_of = _expand(np.bincount(mine.clauses.unit, minlength=mine.clauses.units), clause_of)
    gram = mine.clauses.gram[gram_at]
    held = _holds(other, gram, partners[pair_of[row_of]], len(weight))
    shared = sums(row_of[held], weight[gram[held]], len(clause_of))
    mass = mine.clauses.mass(weight)
    usual = median(mass) + 1e-6
    share = shared / (mass[clause_of] + 1e-6)
    starts = np.flatnonzero(np.diff(pair_of, prepend=-1))
    best = np.maximum.reduceat(share * np.minimum(1.0, mass[clause_of] / usual), starts)
    kept = np.add.reduceat((share > 0.5).astype(np.float64), starts) / np.diff(np.append(starts, len(pair_of)))
    return best, kept, np.maximum.reduceat(shared, starts)


def _expand(counts: Ints, units: Ints) -> tuple[Ints, Ints]:
    """All members of each unit in `units`, members being numbered through unit by unit: (member, index into units)."""
    first = np.cumsum(counts) - counts
    times = counts[units]
    index = np.repeat(np.arange(len(units)), times)
    shift = first[units] - (np.cumsum(times) - times)
    return np.arange(len(index)) + shift[index], index


def _holds(side: Side, gram: Ints, unit: Ints, size: int) -> NDArray[np.bool_]:
    """Whether each unit (sentence) of the side holds the n-gram beside it."""
    known = side.sentences.unit * np.int64(size) + side.sentences.gram
    wanted = unit * np.int64(size) + gram
    if not len(known):
        return np.zeros(len(wanted), dtype=np.bool_)
    if side.sentences.units * size <= _TABLE:
        table = np.zeros(side.sentences.units * size, dtype=np.bool_)
        table[known] = True
        return np.asarray(table[wanted])
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.asarray(known[at] == wanted)
