"""The evidence for a pair: named numbers, each cheap to compute and possible to explain.

Two looks: the first sees what the texts share as a whole and who their rivals are, and leaves the pairs that may be links; the second sees
them clause by clause, and what became of the neighbours, the sections and the rivals in the first. Every feature has the same meaning in
every language; how close two versions are as a whole (`closeness`) shifts how much the others weigh, because a policy that was hardly
touched and a report that was rewritten need different proof.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from repdiff.model.document import Document
from repdiff.pair.candidates import Candidates
from repdiff.pair.chain import find_chain
from repdiff.pair.decided import Decided
from repdiff.pair.details import Details, look_closer
from repdiff.pair.grams import Floats, Ints, median, sums
from repdiff.pair.places import Places, affinity, locate, out_of_place
from repdiff.pair.similarity import Similarity, measure

Features = dict[str, Floats]

_HOPEFUL = 0.003  # belief from which a pair is looked at twice: of those below it one in ten thousand is a link
_SURE = 0.6  # belief from which the best pair of a sentence says where its neighbours belong
_ANCHORS = 2  # sentences with such a pair that a diagonal needs
_FARTHEST = 60.0  # sentences off the diagonal that are counted at most
_DISTANCE = 0.5  # sentences off the diagonal that each sentence between the pair and its anchor counts as
_NOTICED = 1e-3  # value from which a pair tells those around it

_SHIFTED = (
    "cosine_log",
    "shared_log",
    "lead_least",
    "length_least",
    "apart",
    "diagonal",
    "around",
    "best_ratio_most",
    "cover_most",
)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Everything pairing looks at: what the pairs share, where the sentences of both sides stand, what a person decided, and how close the
    two documents are: the mean cosine of each sentence to its best partner, minus 0.6, below 0 for rewritten documents, above for edited
    ones. `details` are those of the pairs that may be links.
    """

    similarity: Similarity
    old: Places
    new: Places
    closeness: float
    decided: Decided = field(default_factory=Decided)
    details: Details | None = None

    @property
    def pairs(self) -> Candidates:
        """The candidate pairs."""
        return self.similarity.pairs

    def closer(self, old: Document, new: Document, belief: Floats) -> tuple["Scene", Ints]:
        """A closer look at the pairs that may be links by the belief of a first look, and the indices of those pairs."""
        which = np.flatnonzero((belief >= _HOPEFUL) | self.similarity.equal)
        similarity = self.similarity.kept(which)
        return replace(self, similarity=similarity, details=look_closer(old, new, similarity)), which


def survey(old: Document, new: Document, told: Decided, vectors: bool = True) -> Scene:
    """The scene of two documents at first sight; `told` is what a person decided. `vectors` may be used where there are some."""
    similarity = measure(old, new, vectors)
    pairs = similarity.pairs
    best = _best(similarity.cosine, pairs.rows, pairs.old), _best(similarity.cosine, pairs.cols, pairs.new)
    closeness = float(np.mean(np.concatenate(best))) - 0.6
    return Scene(similarity, locate(old, similarity.old_keys), locate(new, similarity.new_keys), closeness, told)


def first_look(scene: Scene) -> Features:
    """Features of every candidate pair from the texts, their rivals and where their best partners stand."""
    similarity, pairs = scene.similarity, scene.pairs
    lead_old, lead_new = _leads(pairs, similarity.cosine)
    mutual = np.where((lead_old >= 0) & (lead_new >= 0), similarity.cosine, 0.0)
    features = _texts(similarity) | _rivals(similarity, lead_old, lead_new) | _forms(scene)
    features["diagonal"] = np.log1p(_spread(pairs, mutual, 3, _along))
    features["around"] = np.log1p(_spread(pairs, mutual, 4, _square))
    own = _own_sections(scene, mutual)
    features["section_share"] = np.log(0.01 + own["section_mass"] / own["section_size"])
    shifted = {f"{name}_if_close": features[name] * scene.closeness for name in _SHIFTED}
    return features | shifted | {"closeness": np.full(len(pairs), scene.closeness)}


def second_look(scene: Scene, first: Features, belief: Floats) -> Features:
    """Features of the pairs that were left, from all that was seen `first` of them, a closer look, and the probabilities `belief` (0..1) of
    the first look.
    """
    assert scene.details is not None
    pairs = scene.pairs
    features = {name: values for name, values in first.items() if not name.endswith("_if_close")}
    features |= _details(scene.similarity, scene.details)
    features["vectors"] = np.full(len(pairs), float(scene.similarity.topics is not None))
    features["before"] = np.clip(np.log(belief + 1e-9) - np.log(1 - belief + 1e-9), -8, 8)
    features["near"] = np.log1p(_spread(pairs, belief, 4, _nearness))
    features["around_believed"] = np.log1p(_spread(pairs, belief, 6, _square))
    features |= _believed(scene, belief)
    features |= _order(scene, belief)
    own = _own_sections(scene, belief)
    features |= _ends("section", own["section_old"], own["section_new"])
    features["chapter"] = _chapter(scene, belief)
    features["headings_section"] = first["both_headings"] * np.log(0.05 + own["section_mass"])
    return features


def _believed(scene: Scene, belief: Floats) -> Features:
    """What became of the rivals, and what the pair alone accounts for."""
    pairs = scene.pairs
    rows, cols = pairs.rows, pairs.cols
    left_old, left_new = scene.similarity.overlap.unclaimed(belief)
    features = _ends("left", left_old, left_new)
    # A rival that answers to another part of the sentence is none: it is the other half of a split or a merge.
    rivals = pairs.rival(belief, rows, pairs.old), pairs.rival(belief, cols, pairs.new)
    features |= _ends("rival", rivals[0] * (1 - left_old), rivals[1] * (1 - left_new))
    features |= _ends("rival_whole", *rivals)
    features |= _ends(
        "others", pairs.total(belief, rows, pairs.old) - belief, pairs.total(belief, cols, pairs.new) - belief
    )
    return features | _ends("merged", *_merged(scene.similarity))


def _order(scene: Scene, belief: Floats) -> Features:
    """What became of the neighbours, and how the pair stands to the sentences that surely belong together."""
    pairs = scene.pairs
    features = _ends("neighbour", *_before_and_after(pairs, belief)) | _ends("next_to", *_next_to(pairs, belief))
    off_old = _off_diagonal(pairs.rows, pairs.cols, belief, pairs.old)
    off_new = _off_diagonal(pairs.cols, pairs.rows, belief, pairs.new)
    features |= _ends("off", -np.log1p(off_old), -np.log1p(off_new))
    chain = find_chain(pairs, belief)
    features["steady"] = np.full(len(pairs), chain.steady)
    features["gap"] = np.log1p(chain.gap)
    return features


def _merged(similarity: Similarity) -> tuple[Floats, Floats]:
    """How much nearer the sentence is to its partner and the one beside it together than to the nearer of them: as a split, as a merge."""
    pairs, cover = similarity.pairs, (similarity.old_cover, similarity.new_cover)
    gains = []
    for side, steps in enumerate((((0, 1), (0, -1)), ((1, 0), (-1, 0)))):
        beside = [pairs.beside(cover[side], *step) for step in steps]
        gains.append(np.maximum.reduce([np.minimum(cover[side], other) for other in beside]))
    return gains[0], gains[1]


def _texts(similarity: Similarity) -> Features:
    return {
        "cosine": similarity.cosine,
        "cosine_log": np.log(similarity.cosine + 0.03),
        "shared_log": np.log(similarity.shared + 0.02),
        **_ends("cover", similarity.old_cover, similarity.new_cover),
        "topic": similarity.topic,
    }


def _details(similarity: Similarity, details: Details) -> Features:
    pairs = similarity.pairs
    clause = np.minimum(details.old_clause, details.new_clause)
    return {
        "clause_shared_log": np.log(details.clause_shared + 0.02),
        "alone_log": np.log(details.alone + 0.02),
        **_ends("clause", details.old_clause, details.new_clause),
        "rest": details.rest,
        "opening": details.opening,
        **_ends("opening_lead", *_leads(pairs, details.opening)),
        "named": details.named,
        **_ends("kept", details.old_kept, details.new_kept),
        **_ends("claimed", details.old_claimed, details.new_claimed),
        **_ends("clause_lead", *_leads(pairs, clause)),
        **_ends("topic_cover", details.old_topic, details.new_topic),
        **_ends("topic_cover_lead", *_leads(pairs, np.sqrt(details.old_topic * details.new_topic))),
    }


def _rivals(similarity: Similarity, lead_old: Floats, lead_new: Floats) -> Features:
    pairs, cosine = similarity.pairs, similarity.cosine
    best_old = _best(cosine, pairs.rows, pairs.old)[pairs.rows]
    best_new = _best(cosine, pairs.cols, pairs.new)[pairs.cols]
    return {
        "behind": np.minimum(lead_old, 0) + np.minimum(lead_new, 0),
        **_ends("lead", lead_old, lead_new),
        **_ends("best_ratio", cosine / (best_old + 1e-9), cosine / (best_new + 1e-9)),
        **_ends("topic_lead", *_leads(pairs, similarity.topic)),
    }


def _leads(pairs: Candidates, values: Floats) -> tuple[Floats, Floats]:
    """How far each pair is above the best rival of its old sentence, and of its new one; negative where it is not the best."""
    return values - pairs.rival(values, pairs.rows, pairs.old), values - pairs.rival(values, pairs.cols, pairs.new)


def _forms(scene: Scene) -> Features:
    pairs, old, new = scene.pairs, scene.old, scene.new
    rows, cols = pairs.rows, pairs.cols
    old_length, new_length = np.maximum(old.length[rows], 1), np.maximum(new.length[cols], 1)
    usual = np.maximum(median(np.concatenate([old.length, new.length]).astype(np.float64)), 1)
    return {
        "length_least": np.clip(np.log(np.minimum(old_length, new_length) / usual), -1.5, 1.0),
        "length_ratio": np.minimum(np.abs(np.log(old_length / new_length)), 2.5),
        "apart": np.abs((rows + 0.5) / pairs.old - (cols + 0.5) / pairs.new),
        "both_headings": _flag(old.heading[rows] & new.heading[cols]),
        "one_heading": _flag(old.heading[rows] ^ new.heading[cols]),
        "one_statement": _flag(old.statement[rows] ^ new.statement[cols]),
        "both_formulas": _flag(old.formula[rows] & new.formula[cols]),
        "one_formula": _flag(old.formula[rows] ^ new.formula[cols]),
        "equal": _flag(scene.similarity.equal),
    }


def _own_sections(scene: Scene, values: Floats) -> Features:
    """How much of what links the two sections of each pair there is besides the pair itself."""
    pairs, old, new = scene.pairs, scene.old, scene.new
    shape = (old.sections, new.sections)
    above, below = old.section[pairs.rows], new.section[pairs.cols]
    mass = affinity(values, above, below, shape)
    own = np.maximum(mass[above, below] - values, 0.0)
    sizes = np.bincount(old.section, minlength=shape[0])[above] * np.bincount(new.section, minlength=shape[1])[below]
    return {
        "section_mass": own,
        "section_old": own / (mass.sum(axis=1)[above] - values + 0.3),
        "section_new": own / (mass.sum(axis=0)[below] - values + 0.3),
        "section_size": np.sqrt(sizes),
    }


def _chapter(scene: Scene, belief: Floats) -> Floats:
    """How much the two are out of place by their chapters; it counts the less, the more they say the same."""
    rows, cols = scene.pairs.rows, scene.pairs.cols
    old, new = scene.old, scene.new
    sizes = np.bincount(old.chapter, minlength=old.sections), np.bincount(new.chapter, minlength=new.sections)
    apart = out_of_place(belief, old.chapter[rows], new.chapter[cols], sizes)
    return np.asarray(apart * (1 - scene.similarity.cosine) ** 2)


def _next_to(pairs: Candidates, belief: Floats) -> tuple[Floats, Floats]:
    """The belief that the sentence shares its partner with the one beside it: as a split, and as a merge."""
    split = np.maximum(pairs.beside(belief, 0, 1), pairs.beside(belief, 0, -1))
    merged = np.maximum(pairs.beside(belief, 1, 0), pairs.beside(belief, -1, 0))
    return split, merged


def _before_and_after(pairs: Candidates, belief: Floats) -> tuple[Floats, Floats]:
    """The most believed pair just before and just after each pair, in the same order on both sides."""
    before = [pairs.beside(belief, -1, -1), pairs.beside(belief, -1, -2), pairs.beside(belief, -2, -1)]
    after = [pairs.beside(belief, 1, 1), pairs.beside(belief, 1, 2), pairs.beside(belief, 2, 1)]
    return np.maximum.reduce(before), np.maximum.reduce(after)


def _off_diagonal(mine: Ints, partner: Ints, belief: Floats, size: int) -> Floats:
    """Sentences between where the nearest well-believed pairs of other sentences point and where this pair points, at most 60."""
    best = _best(belief, mine, size)
    points = np.full(size, -1)
    top = np.flatnonzero(belief >= best[mine])[::-1]
    points[mine[top]] = partner[top]
    sure = np.flatnonzero(best > _SURE)
    distance = np.full(len(mine), _FARTHEST)
    if len(sure) < _ANCHORS:
        return distance
    at = np.searchsorted(sure, mine)
    for step in (-2, -1, 0, 1, 2):
        inside = (at + step >= 0) & (at + step < len(sure))
        anchor = sure[np.clip(at + step, 0, len(sure) - 1)]
        off = np.abs((partner - points[anchor]) - (mine - anchor)) + _DISTANCE * np.abs(mine - anchor)
        distance = np.where(inside & (anchor != mine), np.minimum(distance, off), distance)
    return distance


def _spread(pairs: Candidates, values: Floats, reach: int, kernel: Callable[[Ints, Ints], Floats]) -> Floats:
    """Sum over the pairs around each pair of their value times kernel(rows between, columns between)."""
    steps = np.arange(-reach, reach + 1)
    down, right = (grid.ravel() for grid in np.meshgrid(steps, steps, indexing="ij"))
    weight = kernel(down, right)
    down, right, weight = down[weight > 0], right[weight > 0], weight[weight > 0]
    source = np.flatnonzero(values > _NOTICED)
    at = pairs.find((pairs.rows[source, None] + down).ravel(), (pairs.cols[source, None] + right).ravel())
    amount = (values[source, None] * weight).ravel()
    return sums(at[at >= 0], amount[at >= 0], len(pairs))


def _along(down: Ints, right: Ints) -> Floats:
    """Pairs in the same order, hardly off the diagonal."""
    same = (down * right > 0) & (np.abs(down - right) <= 1)
    return np.where(same, 1 / np.sqrt(np.maximum(np.minimum(np.abs(down), np.abs(right)), 1)), 0.0)


def _square(down: Ints, right: Ints) -> Floats:
    """Pairs of other sentences, in any order."""
    return np.where((down != 0) & (right != 0), 1.0, 0.0)


def _nearness(down: Ints, right: Ints) -> Floats:
    """Pairs in the same order, the nearer the more."""
    return np.where(down * right > 0, 1 / np.maximum(np.abs(down) + np.abs(right), 1), 0.0)


def _best(values: Floats, side: Ints, size: int) -> Floats:
    best = np.zeros(size)
    np.maximum.at(best, side, values)
    return best


def _ends(name: str, old: Floats, new: Floats) -> Features:
    """The lesser and the greater of what holds for the two sides, so that swapping the documents changes nothing."""
    return {f"{name}_least": np.minimum(old, new), f"{name}_most": np.maximum(old, new)}


def _flag(truth: NDArray[np.bool_]) -> Floats:
    return truth.astype(np.float64)
