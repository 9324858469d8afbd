"""How alike two sentences are: candidates, and the share of content they have in common, as a whole and clause by clause."""

import re
from collections import Counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from repdiff.model.document import Document
from repdiff.model.texts import Role
from repdiff.pair.candidates import Candidates, Nominees, best_of_columns, best_of_rows, elect
from repdiff.pair.grams import Floats, Ints, Side, Space, build_space, expand, holds, median, shared_mass, sums
from repdiff.pair.overlap import Overlap, find_overlap
from repdiff.text.clauses import cut_clauses
from repdiff.text.keys import key

_ROWS = 512  # old sentences measured at a time against all new ones: bounds the memory
_BY_COSINE = 6  # partners nominated by the likeness of the whole sentences, from either side
_BLOCK = 4_000_000  # n-grams of clauses looked up at a time: bounds the memory of one step to about 150 MB
_BY_COVER = 4  # partners nominated because they contain the sentence, or are contained in it
_IN_PART = 5  # partners nominated by likeness among those that look back, or ahead, as the sentence does
_REPEATS = 3  # neighbours on either side of the turn of a repeated line that may be its counterpart
_KEPT = 0.5  # share of a clause above which the partner holds it
_SHOUTED = 0.8  # share of capitals among the letters of a text that is set in them: a few small words may stand between
_CAPITALS = re.compile(
    r"[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f]{2,}\W+[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f]{2,}"
)
_QUOTED = re.compile(r"[“「『《]([^“”「」『』《》]{2,30})[”」』》]")


class Similarity(NamedTuple):
    """What the candidate pairs share. Arrays hold one value per pair, 0..1 but for the masses; masses are sums of n-gram weights.

    `cosine` of the two sentences; `old_cover` the share of the old sentence found in the new one, `new_cover` the reverse;
    `old_clause` the share of the best-preserved clause of the old sentence, damped for clauses lighter than usual;
    `old_kept` the share of the old sentence's clauses that reappear; `old_claimed` the share of the old sentence that
    this partner renders better than its rivals do; `named` how exclusively the two share names in quotation marks;
    `shared` the mass in common, in units of a median sentence, `clause_shared` that of the heaviest clause; `equal` says
    that the keys are the same, `verbatim` that they are with the signs of the format, such as where a link leads; `overlap` holds
    what they have in common, n-gram by n-gram. Signs are evidence: of two copies the one with the same link is the counterpart.
    """

    pairs: Candidates
    cosine: Floats
    old_cover: Floats
    new_cover: Floats
    old_clause: Floats
    new_clause: Floats
    old_kept: Floats
    new_kept: Floats
    old_claimed: Floats
    new_claimed: Floats
    named: Floats
    shared: Floats
    clause_shared: Floats
    equal: NDArray[np.bool_]
    verbatim: NDArray[np.bool_]
    old_keys: tuple[str, ...]
    new_keys: tuple[str, ...]
    old_clauses: Ints
    new_clauses: Ints
    overlap: Overlap


def measure(old: Document, new: Document) -> Similarity:
    """Find the candidate pairs of two documents and measure what they share."""
    both = frozenset(old.keys) & frozenset(new.keys)
    old_keys, old_clause_keys, old_owner = _keys(old, both)
    new_keys, new_clause_keys, new_owner = _keys(new, both)
    space = build_space(old_clause_keys, new_clause_keys, (old_owner, new_owner))
    old_mass = space.old.sentences.mass(space.weight) + 1e-6
    new_mass = space.new.sentences.mass(space.weight) + 1e-6
    rows, cols = _equal(old_keys, new_keys)
    equal = Nominees(rows, cols, old_mass[rows], old_mass[rows], _REPEATS, False)
    pairs, shared = _nominate(space, (old_mass, new_mass), (_looks_back(old), _looks_back(new)), equal)
    usual = median(np.concatenate([old_mass, new_mass]))
    above = _clauses(space.old, space.new, space.weight, pairs.rows, pairs.cols)
    below = _clauses(space.new, space.old, space.weight, pairs.cols, pairs.rows)
    rows, cols = pairs.rows, pairs.cols
    equal_keys = np.array(
        [old_keys[i] == new_keys[j] for i, j in zip(rows.tolist(), cols.tolist(), strict=True)], dtype=np.bool_
    )
    return Similarity(
        pairs=pairs,
        cosine=shared / np.sqrt(old_mass[rows] * new_mass[cols]),
        old_cover=shared / old_mass[rows],
        new_cover=shared / new_mass[cols],
        old_clause=above.best,
        new_clause=below.best,
        old_kept=above.kept,
        new_kept=below.kept,
        old_claimed=above.claimed,
        new_claimed=below.claimed,
        named=_named(old, new, pairs),
        shared=shared / usual,
        clause_shared=np.maximum(above.heavy, below.heavy) / usual,
        equal=equal_keys,
        verbatim=_verbatim(old, new, pairs, equal_keys),
        old_keys=old_keys,
        new_keys=new_keys,
        old_clauses=np.bincount(old_owner, minlength=len(old_keys)),
        new_clauses=np.bincount(new_owner, minlength=len(new_keys)),
        overlap=find_overlap(space, pairs),
    )


def _keys(document: Document, both: frozenset[str]) -> tuple[tuple[str, ...], list[str], Ints]:
    """Keys of the sentences, keys of their clauses, and the sentence of each clause.

    `both` are the keys that stand on both sides: the numbers of such sentences say nothing. Of others the number is evidence, as it was
    when the weights were trained: what was point three before is point three more often than not.
    """
    clause_keys: list[str] = []
    owner: list[int] = []
    for sentence in document.sentences:
        known = sentence.numbering and document.keys[sentence.id] in both
        text = document.source.quote(document.wording(sentence.id) if known else sentence.span)
        clauses = cut_clauses(text.lower() if _is_shouted(text) else text)
        clause_keys += [clause for _, clause in clauses]
        owner += [sentence.id] * len(clauses)
    return document.keys, clause_keys, np.array(owner, dtype=np.int64)


def _is_shouted(text: str) -> bool:
    """Whether a text is set in capitals: it is likened in small letters, for the other side may have it so."""
    if _CAPITALS.search(text) is None:
        return False
    return sum(map(str.isupper, text)) > _SHOUTED * sum(map(str.isalpha, text))


def _verbatim(old: Document, new: Document, pairs: Candidates, equal: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which of the pairs with equal keys have the same signs of the format as well."""
    if not old.source.signs and not new.source.signs:
        return equal
    same = equal.copy()
    for k in np.flatnonzero(equal).tolist():
        row, col = int(pairs.rows[k]), int(pairs.cols[k])
        same[k] = key(old.source.quote(old.wording(row))) == key(new.source.quote(new.wording(col)))
    return same


def _looks_back(document: Document) -> NDArray[np.bool_]:
    """Which sentences report rather than plan: a plan must find the plan first."""
    return np.array([s.role is Role.STATEMENT for s in document.sentences], dtype=np.bool_)


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


def _equal(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Ints, Ints]:
    """Pairs of the same key: of a key that repeats, each occurrence with those of about the same turn."""
    turns: dict[str, list[int]] = {}
    for number, text in enumerate(new):
        turns.setdefault(text, []).append(number)
    counts = Counter(old)
    seen: Counter[str] = Counter()
    rows, cols = [], []
    for number, text in enumerate(old):
        partners = turns.get(text, [])
        middle = seen[text] * len(partners) // counts[text]
        near = partners[max(0, middle - _REPEATS) : middle + _REPEATS + 1]
        rows += [number] * len(near)
        cols += near
        seen[text] += 1
    return np.array(rows, dtype=np.int64), np.array(cols, dtype=np.int64)


def _nominate(
    space: Space,
    masses: tuple[Floats, Floats],
    looks_back: tuple[NDArray[np.bool_], NDArray[np.bool_]],
    equal: Nominees,
) -> tuple[Candidates, Floats]:
    """Candidate pairs and their shared mass: the equal ones, and of each sentence the best few by several measures."""
    old, new = space.old.sentences, space.new.sentences
    nominees: list[list[Nominees]] = []
    for first in range(0, old.units, _ROWS):
        rows = slice(first, min(first + _ROWS, old.units))
        shared = shared_mass(old, new, space.weight, rows)
        cosine = shared / np.sqrt(np.outer(masses[0][rows], masses[1]))
        alike = cosine * (looks_back[0][rows, None] == looks_back[1])
        measures = (
            (cosine, cosine, _BY_COSINE),
            (shared / masses[1], shared / masses[0][rows, None], _BY_COVER),
            (alike, alike, _IN_PART),
        )
        nominees.append([best_of_rows(of_rows, shared, count, first) for of_rows, _, count in measures])
        nominees[-1] += [best_of_columns(of_columns, shared, count, first) for _, of_columns, count in measures]
    return elect(nominees, equal, old.units, new.units)


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
