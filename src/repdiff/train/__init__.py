"""Train the models of pairing on hand alignments: see `python -m repdiff.train --help`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from repdiff.pair.evidence import Features, Scene, first_look, second_look
from repdiff.pair.grams import Ints
from repdiff.pair.judge import Model, Trees
from repdiff.train.excerpts import take_excerpts
from repdiff.train.lessons import Lesson, family, read_lesson, without_vectors
from repdiff.train.logistic import fit
from repdiff.train.sections import fit_sections
from repdiff.train.trees import grow

__all__ = ["read_lesson", "train"]

_EXCERPTS = 20  # of each long lesson
_USUAL = 15.0  # square root of the links of a usual family: its pairs weigh one


def train(lessons: Sequence[Lesson]) -> dict[str, Any]:
    """The content of weights.json, without its provenance.

    Every family of lessons weighs about as much, by the links that it has. Lessons in a language with vectors are learnt from without them
    as well.
    """
    lessons = [*lessons, *(without_vectors(k) for k in lessons if k.scene.similarity.topics is not None)]
    shares = _shares(lessons)
    firsts = [first_look(lesson.scene) for lesson in lessons]
    first = fit(firsts, [lesson.label for lesson in lessons], [k.weight * shares[family(k.name)] for k in lessons])
    # Excerpts teach the second look alone: the first must let pass what may be a link in any text.
    parts = [part for lesson in lessons for part in take_excerpts(lesson, _EXCERPTS)]
    every = [*lessons, *parts]
    seen = [_second(lesson, features, first) for lesson, features in zip(every, [*firsts, *_looks(parts)], strict=True)]
    label = np.concatenate([lesson.label[each.which] for lesson, each in zip(every, seen, strict=True)])
    weight = np.concatenate(
        [(k.weight * shares[family(k.name)])[each.which] for k, each in zip(every, seen, strict=True)]
    )
    counted = weight > 0
    table = {name: np.concatenate([each.features[name] for each in seen])[counted] for name in seen[0].features}
    second = grow(table, label[counted], weight[counted])
    judged = [(each.scene, second.probability(each.features)) for each in seen[: len(lessons)]]
    return {"first": _plain(first), "second": _plain_trees(second), "sections": _plain(fit_sections(lessons, judged))}


class _Seen(NamedTuple):
    """What the second look sees of a lesson: the closer scene, the features of the pairs left, and which pairs these are."""

    scene: Scene
    features: Features
    which: Ints


def _looks(lessons: Sequence[Lesson]) -> Iterator[Features]:
    return (first_look(lesson.scene) for lesson in lessons)


def _second(lesson: Lesson, features: Features, first: Model) -> _Seen:
    belief = first.probability(features)
    scene, which = lesson.scene.closer(*lesson.documents, belief)
    kept = {name: values[which] for name, values in features.items()}
    return _Seen(scene, second_look(scene, kept, belief[which]), which)


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
