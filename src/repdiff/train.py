"""Train the weights of the pairing models on hand alignments.

    python -m repdiff.train GOLD.json... [--leave-out NAME] [-o weights.json]

A gold file names its two texts (`old`, `new`, relative to the folder above it), the scope that was annotated, and `links` between spans, of
kind identical, reworded or weak; `sections` and `section_links` likewise. The models are logistic regressions with an L2 penalty, fitted by
Newton's method (Hastie, Tibshirani, Friedman: The Elements of Statistical Learning, 2009, section 4.4.1).
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from repdiff.cut.document import cut_document
from repdiff.model.document import Document
from repdiff.model.texts import Span
from repdiff.pair.evidence import Features, Scene, first_look, second_look
from repdiff.pair.grams import Floats, Ints
from repdiff.pair.judge import Model
from repdiff.pair.places import locate
from repdiff.pair.sections import Chapters, find_chapters, section_features
from repdiff.pair.similarity import measure
from repdiff.sources import read

_PENALTY = 10.0
_WEAK = 0.7  # weight of a pair that the annotators call related but not the same
_PARTIAL = 0.7  # weight of a pair of sections that share only a part
_ROUNDS, _SETTLED = 60, 1e-6  # steps of Newton's method at most, and the change of a weight that ends them
_LOOKS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """One annotated pair of documents: the scene, and for each candidate pair its label (0 or 1) and weight."""

    name: str
    scene: Scene
    first: Features
    label: Floats
    weight: Floats
    chapters: tuple[Chapters, Chapters]
    documents: tuple[Document, Document]
    gold: dict[str, Any]


def read_lesson(path: Path) -> Lesson:
    """Cut the texts of a gold file and label their candidate pairs."""
    gold = json.loads(path.read_text("utf-8"))
    old, new = (cut_document(read(path.parent.parent / gold[side])) for side in ("old", "new"))
    similarity = measure(old, new)
    scene = Scene(similarity, locate(old, similarity.old_keys), locate(new, similarity.new_keys))
    label, weight = _labels(scene, old, new, gold)
    return Lesson(
        path.stem, scene, first_look(scene), label, weight, (find_chapters(old), find_chapters(new)), (old, new), gold
    )


def train(lessons: Sequence[Lesson]) -> dict[str, Any]:
    """The content of weights.json, without its provenance."""
    looks = [_fit_all([lesson.first for lesson in lessons], lessons)]
    beliefs = [looks[0].probability(lesson.first) for lesson in lessons]
    for _ in range(1, _LOOKS):
        seen = [
            second_look(lesson.scene, lesson.first, belief) for lesson, belief in zip(lessons, beliefs, strict=True)
        ]
        looks.append(_fit_all(seen, lessons))
        beliefs = [looks[-1].probability(features) for features in seen]
    return {"looks": [_plain(look) for look in looks], "sections": _plain(_fit_sections(lessons, beliefs))}


def _fit_all(features: Sequence[Features], lessons: Sequence[Lesson]) -> Model:
    return fit(features, [lesson.label for lesson in lessons], [lesson.weight for lesson in lessons])


def _fit_sections(lessons: Sequence[Lesson], beliefs: Sequence[Floats]) -> Model:
    features, labels, weights = [], [], []
    for lesson, belief in zip(lessons, beliefs, strict=True):
        if not lesson.gold.get("section_links"):
            continue
        candidates, found = section_features(*lesson.chapters, lesson.scene, belief)
        label, weight = _section_labels(lesson, candidates.rows, candidates.cols)
        features.append(found)
        labels.append(label)
        weights.append(weight)
    return fit(features, labels, weights)


def fit(features: Sequence[Features], labels: Sequence[Floats], weights: Sequence[Floats]) -> Model:
    """A logistic model on the features of several documents; each feature is scaled by its mean spread over the documents."""
    names = list(features[0])
    tables = [np.stack([f[name] for name in names], axis=1) for f in features]
    centre = np.mean([t.mean(axis=0) for t in tables], axis=0)
    spread = np.mean([t.std(axis=0) for t in tables], axis=0) + 1e-3
    scaled = np.concatenate([(t - centre) / spread for t in tables])
    solution = _newton(np.column_stack([scaled, np.ones(len(scaled))]), np.concatenate(labels), np.concatenate(weights))
    slopes = solution[:-1] / spread
    bias = float(solution[-1] - np.sum(slopes * centre))
    return Model({name: round(float(w), 5) for name, w in zip(names, slopes, strict=True)}, round(bias, 5))


def _newton(table: Floats, label: Floats, weight: Floats) -> Floats:
    penalty = np.eye(table.shape[1]) * _PENALTY
    penalty[-1, -1] = 0.0
    solution = np.zeros(table.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(table @ solution, -30, 30)))
        slope = table.T @ (weight * (chance - label)) + penalty @ solution
        curvature = (table.T * (weight * chance * (1 - chance) + 1e-9)) @ table + penalty
        step = np.linalg.solve(curvature, slope)
        solution -= step
        if np.abs(step).max() < _SETTLED:
            break
    return np.asarray(solution)


def _labels(scene: Scene, old: Document, new: Document, gold: dict[str, Any]) -> tuple[Floats, Floats]:
    """Label and weight of each candidate pair: pairs with both ends outside the annotated scope weigh nothing."""
    links = [(Span(*k["old"]), Span(*k["new"]), k["kind"] == "weak") for k in gold["links"]]
    fitting = _fitting(old, [k[0] for k in links]), _fitting(new, [k[1] for k in links])
    inside = _inside(old, gold["scope"]["old"]), _inside(new, gold["scope"]["new"])
    rows, cols = scene.pairs.rows, scene.pairs.cols
    label, weak = np.zeros(len(rows)), np.zeros(len(rows))
    for k, (row, col) in enumerate(zip(rows.tolist(), cols.tolist(), strict=True)):
        hits = fitting[0].get(row, frozenset()) & fitting[1].get(col, frozenset())
        label[k] = bool(hits)
        weak[k] = bool(hits) and all(links[hit][2] for hit in hits)
    return label, np.where(weak > 0, _WEAK, 1.0) * (inside[0][rows] | inside[1][cols])


def _fitting(document: Document, spans: Sequence[Span]) -> dict[int, frozenset[int]]:
    """For each sentence the gold spans that it fits: half of the shorter shared, the shorter a fifth of the longer or more."""
    found: dict[int, set[int]] = {}
    for k, span in enumerate(spans):
        for sentence in document.sentences:
            shared = min(sentence.span.end, span.end) - max(sentence.span.start, span.start)
            short, long = sorted((sentence.span.end - sentence.span.start, span.end - span.start))
            if shared >= 0.5 * short and short >= 0.2 * long:
                found.setdefault(sentence.id, set()).add(k)
    return {sentence: frozenset(hits) for sentence, hits in found.items()}


def _inside(document: Document, scope: Sequence[int]) -> NDArray[np.bool_]:
    return np.array(
        [min(s.span.end, scope[1]) - max(s.span.start, scope[0]) > 0 for s in document.sentences], dtype=np.bool_
    )


def _section_labels(lesson: Lesson, rows: Ints, cols: Ints) -> tuple[Floats, Floats]:
    """Label and weight of each candidate pair of sections; partial counterparts weigh less."""
    names = [
        _gold_names(document, lesson.gold["sections"][side])
        for document, side in zip(lesson.documents, ("old", "new"), strict=True)
    ]
    kinds = {(k["old"], k["new"]): k["kind"] for k in lesson.gold["section_links"]}
    label, weight = np.zeros(len(rows)), np.zeros(len(rows))
    for k, (row, col) in enumerate(zip(rows.tolist(), cols.tolist(), strict=True)):
        ends = names[0].get(int(lesson.chapters[0].ids[row])), names[1].get(int(lesson.chapters[1].ids[col]))
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


def _plain(model: Model) -> dict[str, Any]:
    return {"bias": model.bias, "weights": model.weights}


def main() -> None:
    """Train on the gold files named on the command line and write the weights."""
    parser = argparse.ArgumentParser(description="Train the pairing weights on hand alignments.")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--leave-out", default="", help="leave out gold files whose name begins so")
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).parent / "pair" / "weights.json")
    arguments = parser.parse_args()
    paths = [p for p in arguments.gold if not (arguments.leave_out and p.stem.startswith(arguments.leave_out))]
    lessons = [read_lesson(path) for path in paths]
    provenance = {"command": "python -m repdiff.train GOLD.json...", "data": [lesson.name for lesson in lessons]}
    arguments.output.write_text(
        json.dumps({**provenance, **train(lessons)}, indent=1, ensure_ascii=False) + "\n", "utf-8"
    )
    print(f"{arguments.output}: trained on {len(lessons)} pairs", file=sys.stderr)


if __name__ == "__main__":
    main()
