"""Pair sentences: n:m links over the whole document, each with a probability and a reason in plain words."""

from bisect import bisect_left
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from repdiff.model.document import Document
from repdiff.model.links import Kind, Link, SectionLink
from repdiff.model.options import PairingOptions
from repdiff.pair.choose import Costs
from repdiff.pair.decided import CERTAIN
from repdiff.pair.evidence import Scene
from repdiff.pair.flow import Tie
from repdiff.pair.grams import Floats
from repdiff.pair.moved import Shift, find_moves
from repdiff.pair.reasons import give_reasons
from repdiff.pair.repeats import stand_alike

_SURE = 0.95  # probability of two equal texts that have no other counterpart
_TELLING = 6  # code points of key from which a text that stands once is no chance


def pair_sentences(
    old: Document,
    new: Document,
    scene: Scene,
    belief: Floats,
    section_links: tuple[SectionLink, ...],
    options: PairingOptions,
) -> tuple[tuple[SectionLink, ...], tuple[Link, ...]]:
    """The links between the sections of two documents, each told whether the section moved, and those between their sentences, by old
    and then new sentence.

    `belief` is the probability 0..1 of each candidate pair of the scene. For two headings the link of
    their sections counts as much as their words.
    """
    pairs = list(zip(scene.pairs.rows.tolist(), scene.pairs.cols.tolist(), strict=True))
    worth = _worth(old, new, scene, belief, section_links, options)
    chosen = scene.decided.choose(pairs, worth, Costs(_threshold(worth, options), options.further))
    ties = [Tie(each.old, each.new, round(each.score, 4)) for each in chosen]
    shifts, told = find_moves(old, new, ties, section_links)
    keys = scene.similarity.old_keys, scene.similarity.new_keys
    return told, tuple(
        Link(
            each.old,
            each.new,
            Kind.IDENTICAL if keys[0][each.old] == keys[1][each.new] else Kind.REWORDED,
            shift is not Shift.STAYS,
            round(each.score, 4),
            reason,
            (each.old, each.new) in scene.decided.pinned,
            scene.decided.pinned.get((each.old, each.new), ""),
        )
        for each, shift, reason in zip(chosen, shifts, give_reasons((old, new), scene, chosen, shifts), strict=True)
    )


def _threshold(worth: Floats, options: PairingOptions) -> float:
    """The least probability of a link in these documents: half of the F1 that the best choice can be expected to have.

    That is what gives the best F1 where the probabilities hold (Lipton, Elkan, Naryanaswamy: Optimal Thresholding of Classifiers to
    Maximize F1 Measure, 2014): where partners are plain to see, a doubtful one is none; where all is doubt, most would be lost.
    """
    ranked = np.sort(np.minimum(worth, 1.0))[::-1]
    expected = 2 * np.cumsum(ranked) / (np.arange(1, len(ranked) + 1) + ranked.sum())
    return max(min(float(expected.max(initial=0.0)) / 2, options.link_at_most), options.link)


def _worth(
    old: Document,
    new: Document,
    scene: Scene,
    belief: Floats,
    section_links: tuple[SectionLink, ...],
    options: PairingOptions,
) -> Floats:
    """The belief in each pair; for two headings half of it comes from the link between their sections. A pair with hardly a
    word in common is worth nothing, however well it stands.
    """
    headings = _headings(old), _headings(new)
    scores = {(headings[0][s.old], headings[1][s.new]): s.score for s in section_links}
    pairs = scene.pairs
    both = scene.old.heading[pairs.rows] & scene.new.heading[pairs.cols]
    section = np.array([scores.get(ends, 0.0) for ends in zip(pairs.rows.tolist(), pairs.cols.tolist(), strict=True)])
    bare = (scene.similarity.shared < options.least_shared) & ~both
    judged = np.where(both, (belief + section) / 2, np.where(bare, 0.0, belief))
    judged = scene.decided.obeyed(list(zip(pairs.rows.tolist(), pairs.cols.tolist(), strict=True)), judged)
    return _with_counterparts(scene, judged)


def _with_counterparts(scene: Scene, worth: Floats) -> Floats:
    """The same, but of the pairs of equal text only a sentence's own counterpart is worth anything.

    Two equal texts that stand but once on either side are sure of each other, and so are all in two documents of equal texts. Texts
    that repeat, and formulas, are as sure as what stands beside them.
    """
    similarity, pairs = scene.similarity, scene.pairs
    counts = Counter(similarity.old_keys), Counter(similarity.new_keys)
    turns = _turns(similarity.old_keys), _turns(similarity.new_keys)
    same = similarity.old_keys == similarity.new_keys
    formulas = scene.old.formula[pairs.rows] & scene.new.formula[pairs.cols]
    alike = stand_alike(pairs, (similarity.old_keys, similarity.new_keys), worth)
    result = np.where(formulas | _verbatim(scene), np.maximum(worth, alike), worth)
    ranked = []
    for k in np.flatnonzero(similarity.equal).tolist():
        row, col = int(pairs.rows[k]), int(pairs.cols[k])
        if (row, col) in scene.decided.forbidden:
            continue
        text = similarity.old_keys[row]
        once = counts[0][text] == counts[1][text] == 1 and len(text) >= _TELLING
        sure = row == col if same else once
        if (row, col) in scene.decided.pinned:
            result[k] = CERTAIN
        elif sure:
            result[k] = max(float(result[k]), _SURE)
        ranked.append((-result[k], abs(turns[0][row] - turns[1][col]), row, col, k))
    taken: set[tuple[str, int]] = set()
    for _, _, row, col, k in sorted(ranked):
        if ("old", row) in taken or ("new", col) in taken:
            result[k] = 0.0
        taken |= {("old", row), ("new", col)}
    return result


def _verbatim(scene: Scene) -> NDArray[np.bool_]:
    """Which pairs are the same with the signs of the format."""
    return scene.similarity.equal if scene.details is None else scene.details.verbatim


def _turns(keys: tuple[str, ...]) -> list[int]:
    """For each sentence, how many of the same text stand before it."""
    seen: Counter[str] = Counter()
    turns = []
    for text in keys:
        turns.append(seen[text])
        seen[text] += 1
    return turns


def _headings(document: Document) -> list[int]:
    """The sentence that is the heading of each section."""
    starts = [s.span.start for s in document.sentences]
    return [bisect_left(starts, section.heading.start) for section in document.sections]
