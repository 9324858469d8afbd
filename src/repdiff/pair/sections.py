"""Pair sections: over the whole document, not in order, by what stands in them and by their titles."""

from dataclasses import dataclass

import numpy as np

from repdiff.cut.keys import key
from repdiff.model import Document, Section, SectionLink
from repdiff.pair.candidates import Candidates
from repdiff.pair.choose import Costs, choose
from repdiff.pair.evidence import Features, Scene
from repdiff.pair.grams import Floats, Ints, build_space, distinct, shared_mass
from repdiff.pair.judge import Model

_COSTS = Costs(first=0.4, further=0.1)


@dataclass(frozen=True, slots=True, eq=False)
class Chapters:
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
        under=below[home].T * body if len(sections) else np.zeros((0, len(body))),
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
    rows, cols = np.nonzero((title > 0.02) | (density > 0.05))
    chosen = Candidates(rows, cols, len(old.ids), len(new.ids))
    score = density + 0.5 * title
    features: Features = {
        "title": title,
        "title_log": np.log(title + 0.03),
        "title_lead": np.minimum(_lead(title), _lead(title.T).T),
        "density": density,
        "density_log": np.log(density + 0.02),
        "mass_log": np.log(mass + 0.2),
        "density_lead": np.minimum(_lead(density), _lead(density.T).T),
        "density_lead_most": np.maximum(_lead(density), _lead(density.T).T),
        "lead": np.minimum(_lead(score), _lead(score.T).T),
        "lead_most": np.maximum(_lead(score), _lead(score.T).T),
        "share_least": np.minimum(
            mass / (mass.max(axis=1, keepdims=True) + 0.3), mass / (mass.max(axis=0, keepdims=True) + 0.3)
        )
        if mass.size
        else mass,
        "level": np.abs(_depth(old)[:, None] - _depth(new)[None, :]).astype(np.float64),
        "size_ratio": np.abs(np.log((old.under.sum(axis=1) + 1)[:, None] / (new.under.sum(axis=1) + 1)[None, :])),
        "apart": np.abs(old.order[:, None] - new.order[None, :]),
        "parents": _of_parents(score, old.parent, new.parent),
        "empty": ((old.under.sum(axis=1) == 0)[:, None] | (new.under.sum(axis=1) == 0)[None, :]).astype(np.float64),
    }
    features |= {
        f"{name}_if_close": features[name] * scene.closeness() for name in ("title_log", "density_log", "apart", "lead")
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
    rows, cols = candidates.rows.tolist(), candidates.cols.tolist()
    kept = choose(rows, cols, probability.tolist(), _COSTS)
    return tuple(_link(old, new, int(above.ids[rows[k]]), int(below.ids[cols[k]]), float(probability[k])) for k in kept)


def _link(old: Document, new: Document, above: int, below: int, score: float) -> SectionLink:
    before, after = old.sections[above], new.sections[below]
    renamed = _bare(before) != _bare(after)
    return SectionLink(above, below, score, renamed, False, "same title" if not renamed else "common content")


def _bare(section: Section) -> str:
    """The key of a title without its number."""
    return key(section.title).lstrip("0123456789一二三四五六七八九十百零〇第章节節条條款项項篇部分编 .")


def _title_cosine(old: Chapters, new: Chapters) -> Floats:
    if not len(old.ids) or not len(new.ids):
        return np.zeros((len(old.ids), len(new.ids)))
    space = build_space(old.titles, new.titles, (np.arange(len(old.ids)), np.arange(len(new.ids))))
    shared = shared_mass(space.old.sentences, space.new.sentences, space.weight, slice(0, len(old.ids)))
    sizes = np.outer(space.old.sentences.mass(space.weight) + 1e-6, space.new.sentences.mass(space.weight) + 1e-6)
    return np.asarray(shared / np.sqrt(sizes))


def _content(old: Chapters, new: Chapters, pairs: Candidates, belief: Floats) -> Floats:
    """Expected number of sentence links between everything below one heading and everything below the other."""
    believed = np.flatnonzero(belief > 0.02)
    half = np.zeros((len(old.ids), pairs.new))
    for k in believed.tolist():
        half[:, pairs.cols[k]] += old.under[:, pairs.rows[k]] * belief[k]
    return np.asarray(half @ new.under.T)


def _lead(values: Floats) -> Floats:
    """How far each value is above the best other value of its row; negative where it is not the best."""
    if values.shape[1] < 2:
        return values
    best = np.sort(values, axis=1)[:, -2:]
    return np.where(values >= best[:, 1:], values - best[:, :1], values - best[:, 1:])


def _depth(chapters: Chapters) -> Ints:
    levels = distinct(chapters.level)
    return np.searchsorted(levels, chapters.level)


def _of_parents(score: Floats, old: Ints, new: Ints) -> Floats:
    """The score of the two parents; 0.5 where both stand at the top, 0 where one does."""
    padded = np.zeros((score.shape[0] + 1, score.shape[1] + 1))
    padded[:-1, :-1] = score
    padded[-1, -1] = 0.5
    return padded[old][:, new]
