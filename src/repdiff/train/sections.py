"""The model of section pairs, from the lessons whose headings were aligned."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from repdiff.model.document import Document
from repdiff.pair.evidence import Scene
from repdiff.pair.grams import Floats, Ints
from repdiff.pair.judge import Model
from repdiff.pair.sections import Chapters, find_chapters, section_features
from repdiff.train.lessons import Lesson
from repdiff.train.logistic import fit

_PARTIAL = 0.7  # weight of a pair of sections that share only a part


def fit_sections(lessons: Sequence[Lesson], seen: Sequence[tuple[Scene, Floats]]) -> Model:
    """The model of section pairs; `seen` are the closer scene of each lesson and the beliefs in its pairs."""
    features, labels, weights = [], [], []
    for lesson, (scene, belief) in zip(lessons, seen, strict=True):
        if not lesson.gold.get("section_links"):
            continue
        chapters = find_chapters(lesson.documents[0]), find_chapters(lesson.documents[1])
        candidates, found = section_features(*chapters, scene, belief)
        label, weight = _section_labels(lesson, chapters, candidates.rows, candidates.cols)
        features.append(found)
        labels.append(label)
        weights.append(weight)
    return fit(features, labels, weights)


def _section_labels(
    lesson: Lesson, chapters: tuple[Chapters, Chapters], rows: Ints, cols: Ints
) -> tuple[Floats, Floats]:
    """Label and weight of each candidate pair of sections; partial counterparts weigh less."""
    names = [
        _gold_names(document, lesson.gold["sections"][side])
        for document, side in zip(lesson.documents, ("old", "new"), strict=True)
    ]
    kinds = {(k["old"], k["new"]): k["kind"] for k in lesson.gold["section_links"]}
    label, weight = np.zeros(len(rows)), np.zeros(len(rows))
    for k, (row, col) in enumerate(zip(rows.tolist(), cols.tolist(), strict=True)):
        ends = names[0].get(int(chapters[0].ids[row])), names[1].get(int(chapters[1].ids[col]))
        kind = kinds.get(ends) if ends[0] and ends[1] else None
        label[k] = kind is not None
        weight[k] = 0.0 if ends == (None, None) else _PARTIAL if kind == "partial" else 1.0
    return label, weight


def _gold_names(document: Document, headings: Sequence[dict[str, Any]]) -> dict[int, str]:
    names: dict[int, str] = {}
    for section in document.sections:
        for heading in headings:
            shared = min(section.heading.end, heading["span"][1]) - max(section.heading.start, heading["span"][0])
            if section.title and shared >= 0.5 * min(
                section.heading.end - section.heading.start, heading["span"][1] - heading["span"][0]
            ):
                names[section.id] = heading["id"]
    return names
