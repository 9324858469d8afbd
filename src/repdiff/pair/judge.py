"""From evidence to probability: two small logistic models whose weights stand in weights.json."""

import json
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from repdiff.pair.evidence import Features, Scene, first_look, second_look
from repdiff.pair.grams import Floats


class Model(NamedTuple):
    """A logistic model: one weight per named feature, and a bias."""

    weights: dict[str, float]
    bias: float

    def probability(self, features: Features) -> Floats:
        """Probability 0..1 of every pair. Sums run feature by feature, so that every machine rounds alike."""
        names = list(self.weights)
        total = np.full(len(features[names[0]]), self.bias)
        for name in names:
            total += self.weights[name] * features[name]
        return np.asarray(np.round(1 / (1 + np.exp(-np.clip(total, -30, 30))), 6))


class Models(NamedTuple):
    """The trained models: of sentence pairs, in the order of the looks, and of section pairs."""

    looks: tuple[Model, ...]
    sections: Model


def load_models() -> Models:
    """The models as trained; weights.json says with what command, on what data and when."""
    data = json.loads(files("repdiff.pair").joinpath("weights.json").read_text("utf-8"))
    looks = tuple(Model(look["weights"], look["bias"]) for look in data["looks"])
    return Models(looks, Model(data["sections"]["weights"], data["sections"]["bias"]))


def judge(scene: Scene, looks: tuple[Model, ...]) -> Floats:
    """Probability 0..1 that each candidate pair is a link: a first look, then further looks at what the look before believed."""
    first = first_look(scene)
    belief = looks[0].probability(first)
    for look in looks[1:]:
        belief = look.probability(second_look(scene, first, belief))
    return belief
