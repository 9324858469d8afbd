"""From evidence to probability: a small logistic model for a first look at every pair, and trees for a second at those left."""

import json
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from repdiff.model.document import Document
from repdiff.pair.evidence import Features, Scene, first_look, second_look
from repdiff.pair.grams import Floats, Ints

_LIMIT = 30.0  # log odds beyond which a probability is 0 or 1
_EXACT = 6  # decimals of a probability: every machine rounds alike


class Model(NamedTuple):
    """A logistic model: one weight per named feature, a bias, and the range of each feature that was seen in training."""

    weights: dict[str, float]
    bias: float
    seen: dict[str, tuple[float, float]]

    def probability(self, features: Features) -> Floats:
        """Probability 0..1 of every pair. Sums run feature by feature, so that every machine rounds alike; a feature beyond what was seen
        counts as the last that was.
        """
        names = list(self.weights)
        total = np.full(len(features[names[0]]), self.bias)
        for name in names:
            total += self.weights[name] * np.clip(features[name], *self.seen[name])
        return _probability(total)


class Trees(NamedTuple):
    """Oblivious trees (Prokhorenkova et al.: CatBoost, 2018): each asks the same few questions of every pair, whether a feature is above a
    border, and the answers together say which of its leaves is added to the log odds.

    `questions` and `borders` have the shape (trees, depth), `leaves` (trees, 2 ** depth). A question is the place of its feature among
    `names`.
    """

    names: tuple[str, ...]
    questions: Ints
    borders: Floats
    leaves: Floats
    bias: float

    def probability(self, features: Features) -> Floats:
        """Probability 0..1 of every pair."""
        table = np.round(np.stack([features[name] for name in self.names]), FEATURE_DIGITS)
        total = np.full(table.shape[1], self.bias)
        for asked, borders, leaves in zip(self.questions, self.borders, self.leaves, strict=True):
            leaf = np.zeros(table.shape[1], dtype=np.int64)
            for place, (name, border) in enumerate(zip(asked.tolist(), borders.tolist(), strict=True)):
                leaf |= (table[name] > border).astype(np.int64) << place
            total += leaves[leaf]
        return _probability(total)


FEATURE_DIGITS = 4
"""Decimals of a feature that trees look at: borders stand between two such numbers, so that every machine answers alike."""


class Models(NamedTuple):
    """The trained models: of sentence pairs at first sight, of those left by all evidence, and of section pairs."""

    first: Model
    second: Trees
    sections: Model


def load_models() -> Models:
    """The models as trained; weights.json says with what command and on what data."""
    return read_models(json.loads(files("repdiff.pair").joinpath("weights.json").read_text("utf-8")))


def read_models(data: dict[str, object]) -> Models:
    """The models from the content of weights.json."""
    first, trees, sections = data["first"], data["second"], data["sections"]
    assert isinstance(trees, dict)
    return Models(
        _model(first),
        Trees(
            tuple(trees["names"]),
            np.array(trees["questions"], dtype=np.int64),
            np.array(trees["borders"], dtype=np.float64),
            np.array(trees["leaves"], dtype=np.float64),
            trees["bias"],
        ),
        _model(sections),
    )


def _model(data: object) -> Model:
    assert isinstance(data, dict)
    return Model(data["weights"], data["bias"], {name: (low, high) for name, (low, high) in data["seen"].items()})


def judge(old: Document, new: Document, scene: Scene, models: Models) -> tuple[Scene, Floats]:
    """The pairs that may be links, in a closer scene, and the probability 0..1 of each: a first look at every pair, a second at those."""
    first = first_look(scene)
    belief = models.first.probability(first)
    closer, which = scene.closer(old, new, belief)
    return closer, models.second.probability(
        second_look(closer, {name: v[which] for name, v in first.items()}, belief[which])
    )


def _probability(odds: Floats) -> Floats:
    return np.asarray(np.round(1 / (1 + np.exp(-np.clip(odds, -_LIMIT, _LIMIT))), _EXACT))
