"""The trees of the second look, grown by CatBoost (`repdiff[train]`), as the plain numbers that `repdiff.pair.judge` reads."""

import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from repdiff.pair.evidence import Features
from repdiff.pair.grams import Floats
from repdiff.pair.judge import FEATURE_DIGITS, Trees

_TREES, _DEPTH, _RATE = 500, 5, 0.03
_PENALTY = 10.0  # of large leaves
_SHARE = 0.5  # of the features that each tree may ask for: neighbours in meaning share the work
_SAMPLE = 0.8  # of the pairs that each tree sees
_BORDERS = 64  # that are tried for each feature
_SEED = 1
_LEAF_DIGITS = 4
_NEVER = 1e9  # a border that no feature is above


def grow(features: Features, label: Floats, weight: Floats) -> Trees:
    """Trees for pairs with these features, labels (0 or 1) and weights."""
    from catboost import CatBoostClassifier  # type: ignore[import-not-found, unused-ignore]

    table = np.round(np.stack(list(features.values()), axis=1), FEATURE_DIGITS)
    model = CatBoostClassifier(
        iterations=_TREES,
        depth=_DEPTH,
        learning_rate=_RATE,
        l2_leaf_reg=_PENALTY,
        rsm=_SHARE,
        bootstrap_type="Bernoulli",
        subsample=_SAMPLE,
        border_count=_BORDERS,
        random_seed=_SEED,
        verbose=0,
        allow_writing_files=False,
    )
    model.fit(table, label, sample_weight=weight)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        grown = json.loads(path.read_text("utf-8"))
    return _plain(grown, tuple(features))


def _plain(grown: dict[str, Any], names: tuple[str, ...]) -> Trees:
    """The trees without the features that none of them asks for; one that stopped early asks what is never so."""
    trees = grown["oblivious_trees"]
    shape = len(trees), _DEPTH
    asked, borders = np.zeros(shape, dtype=np.int64), np.full(shape, _NEVER)
    leaves = np.zeros((len(trees), 2**_DEPTH))
    scale, bias = grown["scale_and_bias"]
    step = 10.0**-FEATURE_DIGITS
    for k, tree in enumerate(trees):
        splits = tree["splits"]
        asked[k, : len(splits)] = [split["float_feature_index"] for split in splits]
        # Between two numbers of that many decimals: no machine stands on a border.
        borders[k, : len(splits)] = [np.floor(split["border"] / step) * step + step / 2 for split in splits]
        leaves[k, : len(tree["leaf_values"])] = tree["leaf_values"]
    used = np.unique(asked)
    return Trees(
        tuple(names[at] for at in used.tolist()),
        np.searchsorted(used, asked),
        np.round(borders, FEATURE_DIGITS + 1),
        np.round(leaves * scale, _LEAF_DIGITS),
        round(float(bias[0]), _LEAF_DIGITS),
    )
