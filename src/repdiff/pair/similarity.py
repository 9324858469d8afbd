"""How alike two sentences are as a whole: the candidate pairs, and the share of content and the topic they have in common."""

import re
from collections import Counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from repdiff.model.document import Document
from repdiff.model.texts import Role
from repdiff.pair.candidates import Candidates, Nominees, best_of_columns, best_of_rows, elect
from repdiff.pair.grams import Floats, Ints, Space, build_space, median, shared_mass
from repdiff.pair.overlap import Overlap, find_overlap
from repdiff.pair.vectors import Topics, expected, find_topics
from repdiff.text.clauses import cut_clauses

_ROWS = 512  # old sentences measured at a time against all new ones: bounds the memory
_BY_COSINE = 6  # partners nominated by the likeness of the whole sentences, from either side
_BY_COVER = 4  # partners nominated because they contain the sentence, or are contained in it
_IN_PART = 5  # partners nominated by likeness among those that look back, or ahead, as the sentence does
_BY_TOPIC = 4  # partners nominated by what they are about, whatever their words
_REPEATS = 3  # neighbours on either side of the turn of a repeated line that may be its counterpart
_SHOUTED = 0.8  # share of capitals among the letters of a text that is set in them: a few small words may stand between
_CAPITALS = re.compile(
    r"[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f]{2,}\W+[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f]{2,}"
)


class Similarity(NamedTuple):
    """What the candidate pairs share. Arrays hold one value per pair, 0..1 but for the mass, a sum of n-gram weights.

    `cosine` of the two sentences; `old_cover` the share of the old sentence found in the new one, `new_cover` the reverse; `shared` the
    mass in common, in units of a median sentence; `topic` how near they are in what they are about, -1..1: without vectors for the
    language, what is to be expected by the cosine; `equal` says that the keys are the same. `overlap` holds what they have in common,
    n-gram by n-gram. `usual` is the mass of a median sentence, `topics` is None without vectors.
    """

    pairs: Candidates
    cosine: Floats
    old_cover: Floats
    new_cover: Floats
    shared: Floats
    topic: Floats
    equal: NDArray[np.bool_]
    overlap: Overlap
    old_keys: tuple[str, ...]
    new_keys: tuple[str, ...]
    space: Space
    usual: float
    topics: Topics | None

    def kept(self, which: Ints) -> "Similarity":
        """The same of some of the pairs, given by their indices, ascending."""
        pairs = Candidates(self.pairs.rows[which], self.pairs.cols[which], self.pairs.old, self.pairs.new)
        names = ("cosine", "old_cover", "new_cover", "shared", "topic", "equal")
        return self._replace(
            pairs=pairs, overlap=self.overlap.kept(which), **{name: getattr(self, name)[which] for name in names}
        )


def measure(old: Document, new: Document, vectors: bool = True) -> Similarity:
    """Find the candidate pairs of two documents and measure what they share; `vectors` may be used where there are some."""
    both = frozenset(old.keys) & frozenset(new.keys)
    old_keys, old_clause_keys, old_owner = _keys(old, both)
    new_keys, new_clause_keys, new_owner = _keys(new, both)
    space = build_space(old_clause_keys, new_clause_keys, (old_owner, new_owner))
    masses = space.old.sentences.mass(space.weight) + 1e-6, space.new.sentences.mass(space.weight) + 1e-6
    topics = find_topics(space) if vectors else None
    blocks = _nominate(space, masses, (_looks_back(old), _looks_back(new)), topics)
    pairs = elect(blocks, _equal(old_keys, new_keys), len(old_keys), len(new_keys))
    overlap = find_overlap(space, pairs)
    shared, usual = overlap.shared(), median(np.concatenate(masses))
    rows, cols = pairs.rows, pairs.cols
    cosine = shared / np.sqrt(masses[0][rows] * masses[1][cols])
    same = [old_keys[i] == new_keys[j] for i, j in zip(rows.tolist(), cols.tolist(), strict=True)]
    return Similarity(
        pairs=pairs,
        cosine=cosine,
        old_cover=shared / masses[0][rows],
        new_cover=shared / masses[1][cols],
        shared=shared / usual,
        topic=expected(cosine) if topics is None else topics.likeness(rows, cols),
        equal=np.array(same, dtype=np.bool_),
        overlap=overlap,
        old_keys=old_keys,
        new_keys=new_keys,
        space=space,
        usual=usual,
        topics=topics,
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


def _looks_back(document: Document) -> NDArray[np.bool_]:
    """Which sentences report rather than plan: a plan must find the plan first."""
    return np.array([s.role is Role.STATEMENT for s in document.sentences], dtype=np.bool_)


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
    topics: Topics | None,
) -> list[list[Nominees]]:
    """The best few of each sentence by several measures, block by block of old sentences."""
    old, new = space.old.sentences, space.new.sentences
    nominees: list[list[Nominees]] = []
    for first in range(0, old.units, _ROWS):
        rows = slice(first, min(first + _ROWS, old.units))
        shared = shared_mass(old, new, space.weight, rows)
        cosine = shared / np.sqrt(np.outer(masses[0][rows], masses[1]))
        alike = cosine * (looks_back[0][rows, None] == looks_back[1])
        measures = [
            (cosine, cosine, _BY_COSINE),
            (shared / masses[1], shared / masses[0][rows, None], _BY_COVER),
            (alike, alike, _IN_PART),
        ]
        if topics is not None:
            near = topics.all_likeness(rows)
            measures.append((near, near, _BY_TOPIC))
        nominees.append([best_of_rows(of_rows, count, first) for of_rows, _, count in measures])
        nominees[-1] += [best_of_columns(of_columns, count, first) for _, of_columns, count in measures]
    return nominees
