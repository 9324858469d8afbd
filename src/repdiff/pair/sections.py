"""Pair sections: over the whole document, not in order, by what stands in them and by their titles."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from repdiff.languages.han import folded
from repdiff.languages.numerals import HAN_NUMERALS
from repdiff.languages.patterns import letters
from repdiff.model.document import Document
from repdiff.model.links import SectionLink
from repdiff.model.said import Said
from repdiff.model.texts import Section, Span
from repdiff.pair.candidates import Candidates
from repdiff.pair.choose import Costs
from repdiff.pair.decided import Chosen, Decided, decided_sections
from repdiff.pair.evidence import Features, Scene
from repdiff.pair.grams import Floats, Ints, build_space, distinct, shared_mass
from repdiff.pair.judge import Model
from repdiff.text.keys import key

_RIVALS = 6  # partners looked through for one that is unrelated
_LEAST_TITLE = 0.02  # likeness of the titles above which two sections are candidates
_LEAST_DENSITY = 0.05  # content in common above which they are
_BELIEVED = 0.02  # belief above which a pair of sentences counts as content in common
_BY_TITLE = 0.5  # weight of the likeness of the titles beside the content in common
_COSTS = Costs(first=0.25, further=0.1)
_ACROSS = (
    0.7  # least probability of a link of two sections that both have a better partner: left out .975 -> .984 (mean)
)


class Chapters(NamedTuple):
    """The sections of a document that have a heading: their ids, and for every sentence below which of them it stands.

    `under` has shape (chapters, sentences): 1 where the sentence stands anywhere below the heading, headings themselves left out.
    """

    ids: Ints
    titles: tuple[str, ...]
    level: Ints
    parent: Ints
    order: Floats
    under: Floats


def find_chapters(document: Document) -> Chapters:
    """The chapters of a document, in order."""
    sections = [s for s in document.sections if s.title]
    index = {s.id: k for k, s in enumerate(sections)}
    below = np.zeros((len(document.sections), len(sections)))
    for section in document.sections:
        walker: Section | None = section
        while walker is not None:
            if walker.id in index:
                below[section.id, index[walker.id]] = 1.0
            walker = document.sections[walker.parent] if walker.parent is not None else None
    body = np.array([0.0 if s.role == "heading" else 1.0 for s in document.sentences])
    home = np.array([s.section for s in document.sentences], dtype=np.int64)
    return Chapters(
        ids=np.array([s.id for s in sections], dtype=np.int64),
        titles=tuple(key(s.title) for s in sections),
        level=np.array([s.level for s in sections], dtype=np.int64),
        parent=np.array([_parent(document, s, index) for s in sections], dtype=np.int64),
        order=np.array([s.span.start / max(len(document.source.text), 1) for s in sections]),
        under=below[home].T * body if sections else np.zeros((0, len(body))),
    )


def _parent(document: Document, section: Section, index: dict[int, int]) -> int:
    while section.parent is not None:
        section = document.sections[section.parent]
        if section.id in index:
            return index[section.id]
    return -1


def section_features(old: Chapters, new: Chapters, scene: Scene, belief: Floats) -> tuple[Candidates, Features]:
    """Candidate pairs of chapters, and the evidence for each: titles, content in common, rivals, parents, order.

    `belief` is the probability of each candidate pair of sentences.
    """
    title = _title_cosine(old, new)
    mass = _content(old, new, scene.pairs, belief)
    sizes = np.sqrt(np.outer(old.under.sum(axis=1) + 1, new.under.sum(axis=1) + 1))
    density = mass / sizes
    rows, cols = np.nonzero((title > _LEAST_TITLE) | (density > _LEAST_DENSITY))
    chosen = Candidates(rows, cols, len(old.ids), len(new.ids))
    score = density + _BY_TITLE * title
    kin = _kin(old.parent), _kin(new.parent)
    density_leads, score_leads = _leads(density, kin), _leads(score, kin)
    rivals = tuple(mass - lead for lead in _leads(mass, kin))
    features: Features = {
        "title": title,
        "title_log": np.log(title + 0.03),
        "title_lead": np.minimum(*_leads(title)),
        "density": density,
        "density_log": np.log(density + 0.02),
        "mass_log": np.log(mass + 0.2),
        "density_lead": np.minimum(*_leads(density)),
        "density_lead_most": np.maximum(*_leads(density)),
        "density_lead_unrelated": np.minimum(*density_leads),
        "density_lead_unrelated_most": np.maximum(*density_leads),
        "lead": np.minimum(*_leads(score)),
        "lead_most": np.maximum(*_leads(score)),
        "lead_unrelated": np.minimum(*score_leads),
        "lead_unrelated_most": np.maximum(*score_leads),
        "share_least": np.minimum(*_shares(mass)),
        "share_unrelated_least": mass / (mass + np.maximum(*rivals) + 0.3),
        "share_unrelated_most": mass / (mass + np.minimum(*rivals) + 0.3),
        "level": np.abs(_depth(old)[:, None] - _depth(new)[None, :]).astype(np.float64),
        "size_ratio": np.abs(np.log((old.under.sum(axis=1) + 1)[:, None] / (new.under.sum(axis=1) + 1)[None, :])),
        "apart": np.abs(old.order[:, None] - new.order[None, :]),
        "parents": _of_parents(score, old.parent, new.parent),
        "empty": ((old.under.sum(axis=1) == 0)[:, None] | (new.under.sum(axis=1) == 0)[None, :]).astype(np.float64),
    }
    features |= {
        f"{name}_if_close": features[name] * scene.closeness for name in ("title_log", "density_log", "apart", "lead")
    }
    features["title_if_empty"] = features["title_log"] * features["empty"]
    return chosen, {name: values[rows, cols] for name, values in features.items()}


def pair_sections(old: Document, new: Document, scene: Scene, belief: Floats, model: Model) -> tuple[SectionLink, ...]:
    """Links between the sections of two documents, n:m, given the probability of each sentence pair."""
    above, below = find_chapters(old), find_chapters(new)
    if not len(above.ids) or not len(below.ids):
        return ()
    candidates, features = section_features(above, below, scene, belief)
    probability = model.probability(features)
    pairs = list(zip(above.ids[candidates.rows].tolist(), below.ids[candidates.cols].tolist(), strict=True))
    told = decided_sections(old, new, scene.decided)
    kept = told.choose(pairs, probability, _COSTS)
    return tuple(_link(old, new, each, told) for each in _without_crossing(kept, old, new, told))


def _without_crossing(links: Sequence[Chosen], old: Document, new: Document, told: Decided) -> Iterator[Chosen]:
    """The links but for the doubtful ones of two sections which both have a better partner.

    A section around the partner, or inside it, is no other partner.
    """
    partners: tuple[dict[int, list[Chosen]], dict[int, list[Chosen]]] = defaultdict(list), defaultdict(list)
    for link in links:
        partners[0][link.old].append(link)
        partners[1][link.new].append(link)
    for link in links:
        if link.score >= _ACROSS or (link.old, link.new) in told.pinned:
            yield link
            continue
        better_new = (each.new for each in partners[0][link.old] if each.score > link.score)
        better_old = (each.old for each in partners[1][link.new] if each.score > link.score)
        if all(_related(new, link.new, each) for each in better_new) or all(
            _related(old, link.old, each) for each in better_old
        ):
            yield link


def _related(document: Document, one: int, other: int) -> bool:
    """Whether one of two sections encloses the other."""
    inner: int | None = max(one, other)
    while inner is not None and inner > min(one, other):
        inner = document.sections[inner].parent
    return inner == min(one, other)


def _link(old: Document, new: Document, pair: Chosen, told: Decided) -> SectionLink:
    above, below, score, _ = pair
    before, after = old.sections[above], new.sections[below]
    renamed = _bare(old, before) != _bare(new, after)
    if (above, below) in told.pinned:
        return SectionLink(above, below, score, renamed, False, Said("decided by a person"))
    return SectionLink(
        above, below, score, renamed, False, Said("same title") if not renamed else Said("common content")
    )


def _bare(document: Document, section: Section) -> str:
    """The key of a title without its number."""
    at = bisect_left(document.sentences, section.heading.start, key=lambda sentence: sentence.span.start)
    heading = document.sentences[at] if at < len(document.sentences) else None
    if heading is not None and heading.numbering and heading.span.start == section.heading.start:
        start = heading.span.start + heading.numbering
        return key(document.source.plain(Span(start, max(start, section.heading.end))))
    return folded(key(section.title)).lstrip(_numbering())


@cache
def _numbering() -> str:
    """The letters of the numbers of titles and of the units that these count."""
    units = "".join(filter(str.isalpha, letters(lambda each: each.headings.ordinal + each.headings.units)))
    return f"0123456789{HAN_NUMERALS}{units} ."


def _title_cosine(old: Chapters, new: Chapters) -> Floats:
    if not len(old.ids) or not len(new.ids):
        return np.zeros((len(old.ids), len(new.ids)))
    space = build_space(old.titles, new.titles, (np.arange(len(old.ids)), np.arange(len(new.ids))))
    shared = shared_mass(space.old.sentences, space.new.sentences, space.weight, slice(0, len(old.ids)))
    sizes = np.outer(space.old.sentences.mass(space.weight) + 1e-6, space.new.sentences.mass(space.weight) + 1e-6)
    return np.asarray(shared / np.sqrt(sizes))


def _content(old: Chapters, new: Chapters, pairs: Candidates, belief: Floats) -> Floats:
    """Expected number of sentence links between everything below one heading and everything below the other."""
    believed = np.flatnonzero(belief > _BELIEVED)
    half = np.zeros((len(old.ids), pairs.new))
    for k in believed.tolist():
        half[:, pairs.cols[k]] += old.under[:, pairs.rows[k]] * belief[k]
    return np.asarray(half @ new.under.T)


Kin = tuple[NDArray[np.bool_], NDArray[np.bool_]]


def _leads(values: Floats, kin: Kin | None = None) -> tuple[Floats, Floats]:
    """How far each pair is above its best rival on the new side, and on the old side; negative where it is not the best.

    `kin` says of each side which sections enclose each other: the section around a partner is then no rival of it.
    """
    old_kin, new_kin = kin or (np.eye(values.shape[0], dtype=np.bool_), np.eye(values.shape[1], dtype=np.bool_))
    return _lead(values, new_kin), _lead(np.ascontiguousarray(values.T), old_kin).T


def _lead(values: Floats, kin: NDArray[np.bool_]) -> Floats:
    """How far each value is above the best value of its row in a column that is not its kin."""
    rival = np.zeros_like(values)
    unanswered = np.ones(values.shape, dtype=np.bool_)
    left = values.copy()
    rows = np.arange(len(values))
    for _ in range(min(_RIVALS, values.shape[1])):
        best = left.argmax(axis=1)
        found = unanswered & ~kin[best]
        rival = np.where(found, left[rows, best][:, None], rival)
        unanswered &= ~found
        left[rows, best] = -1.0
    return values - rival


def _kin(parent: Ints) -> NDArray[np.bool_]:
    """Which sections enclose each other, or are the same."""
    size = len(parent)
    kin = np.eye(size, dtype=np.bool_)
    for section in range(size):
        above = int(parent[section])
        while above >= 0:
            kin[section, above] = kin[above, section] = True
            above = int(parent[above])
    return kin


def _shares(mass: Floats) -> tuple[Floats, Floats]:
    """The share of each pair in the greatest mass of its row, and of its column."""
    if not mass.size:
        return mass, mass
    return mass / (mass.max(axis=1, keepdims=True) + 0.3), mass / (mass.max(axis=0, keepdims=True) + 0.3)


def _depth(chapters: Chapters) -> Ints:
    levels = distinct(chapters.level)
    return np.searchsorted(levels, chapters.level)


def _of_parents(score: Floats, old: Ints, new: Ints) -> Floats:
    """The score of the two parents; 0.5 where both stand at the top, 0 where one does."""
    padded = np.zeros((score.shape[0] + 1, score.shape[1] + 1))
    padded[:-1, :-1] = score
    padded[-1, -1] = 0.5
    return padded[old][:, new]
