"""Train the models of pairing on hand alignments: see `python -m repdiff.train --help`."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from repdiff.pair.evidence import Features, Scene, first_look, second_look
from repdiff.pair.grams import Floats
from repdiff.pair.judge import Model, Trees
from repdiff.train.excerpts import take_excerpts
from repdiff.train.lessons import Lesson, family, read_lesson
from repdiff.train.logistic import fit
from repdiff.train.sections import fit_sections
from repdiff.train.trees import grow

__all__ = ["read_lesson", "train"]

_EXCERPTS = 20  # of each long lesson
_USUAL = 15.0  # square root of the links of a usual family: its pairs weigh one


def train(lessons: Sequence[Lesson]) -> dict[str, Any]:
    """The content of weights.json, without its provenance. Every family of lessons weighs about as much, by the links that it holds."""
    lessons = [*lessons, *(part for lesson in lessons for part in take_excerpts(lesson, _EXCERPTS))]
    shares = _shares(lessons)
    firsts = [first_look(lesson.scene) for lesson in lessons]
    first = fit(firsts, [lesson.label for lesson in lessons], [k.weight * shares[family(k.name)] for k in lessons])
    seen, parts = [], []
    for lesson, features in zip(lessons, firsts, strict=True):
        scene, belief, more, which = _second(lesson, features, first)
        seen.append((scene, belief, more))
        parts.append((lesson.label[which], (lesson.weight * shares[family(lesson.name)])[which]))
    label, weight = (np.concatenate([part[k] for part in parts]) for k in (0, 1))
    counted = weight > 0
    table = {name: np.concatenate([more[name] for _, _, more in seen])[counted] for name in seen[0][2]}
    second = grow(table, label[counted], weight[counted])
    judged = [(scene, second.probability(more)) for scene, _, more in seen]
    return {"first": _plain(first), "second": _plain_trees(second), "sections": _plain(fit_sections(lessons, judged))}


def _second(lesson: Lesson, features: Features, first: Model) -> tuple[Scene, Floats, Features, Any]:
    belief = first.probability(features)
    scene, which = lesson.scene.closer(*lesson.documents, belief)
    kept = {name: values[which] for name, values in features.items()}
    return scene, belief[which], second_look(scene, kept, belief[which]), which


def _shares(lessons: Sequence[Lesson]) -> dict[str, float]:
    """What a pair of each family weighs: families count by the square root of their links, for what is long repeats itself."""
    links = Counter[str]()
    for lesson in lessons:
        links[family(lesson.name)] += int(lesson.label.sum())
    return {name: count**-0.5 * _USUAL for name, count in links.items() if count}


def _plain(model: Model) -> dict[str, Any]:
    return {
        "bias": model.bias,
        "weights": model.weights,
        "seen": {name: list(ends) for name, ends in model.seen.items()},
    }


def _plain_trees(trees: Trees) -> dict[str, Any]:
    return {
        "bias": trees.bias,
        "names": list(trees.names),
        "questions": trees.questions.tolist(),
        "borders": trees.borders.tolist(),
        "leaves": trees.leaves.tolist(),
    }
