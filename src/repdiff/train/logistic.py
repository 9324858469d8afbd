"""Logistic regressions with an L2 penalty, fitted by Newton's method (Hastie, Tibshirani, Friedman: The Elements of Statistical Learning,
2009, section 4.4.1).
"""

from collections.abc import Sequence

import numpy as np

from repdiff.pair.evidence import Features
from repdiff.pair.grams import Floats
from repdiff.pair.judge import Model

_PENALTY = 10.0
_ROUNDS, _SETTLED = 60, 1e-6  # steps of Newton's method at most, and the change of a weight that ends them
_DIGITS = 5


def fit(features: Sequence[Features], labels: Sequence[Floats], weights: Sequence[Floats]) -> Model:
    """A logistic model on the features of several documents; each feature is scaled by its mean spread over the documents."""
    names = list(features[0])
    tables = [np.stack([f[name] for name in names], axis=1) for f in features]
    centre = np.mean([t.mean(axis=0) for t in tables], axis=0)
    spread = np.mean([t.std(axis=0) for t in tables], axis=0) + 1e-3
    every = np.concatenate(tables)
    scaled = (every - centre) / spread
    solution = _newton(np.column_stack([scaled, np.ones(len(scaled))]), np.concatenate(labels), np.concatenate(weights))
    slopes = solution[:-1] / spread
    bias = float(solution[-1] - np.sum(slopes * centre))
    low, high = every.min(axis=0), every.max(axis=0)
    return Model(
        {name: round(float(w), _DIGITS) for name, w in zip(names, slopes, strict=True)},
        round(bias, _DIGITS),
        {n: (round(float(a), _DIGITS), round(float(b), _DIGITS)) for n, a, b in zip(names, low, high, strict=True)},
    )


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
