"""The command that trains: what it says of bad input, what it shows, and that what it writes is read back."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from repdiff.pair.judge import load_models, read_models
from repdiff.train.__main__ import laid_out
from repdiff.train.logistic import fit
from repdiff.train.table import tabulate

GOLD = Path(__file__).parent / "gold" / "jilin-2025-2026.json"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((str(GOLD), "--texts", "nowhere"), "Say where the texts lie with --texts FOLDER."),
        ((str(GOLD), "--leave-out", "nobody"), "No such alignments to train on but those of 'nobody'."),
        ((), "No such alignments to train on."),
    ],
)
def test_bad_input_is_told_in_one_line(arguments: tuple[str, ...], said: str) -> None:
    command = [sys.executable, "-m", "repdiff.train", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert said in done.stderr


def test_the_table_names_what_decides_most_first() -> None:
    shares = [float(line.split()[0]) for line in tabulate().splitlines()]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.001
    assert {line.split()[2] for line in tabulate().splitlines()} <= set(load_models().second.names)


def test_what_is_written_is_read_back() -> None:
    stored = json.loads((Path(__file__).parent.parent / "src/repdiff/pair/weights.json").read_text("utf-8"))
    again = read_models(json.loads(laid_out(stored)))
    features = {name: np.linspace(-1, 1, 9) for name in again.second.names}
    assert again.second.probability(features).tolist() == load_models().second.probability(features).tolist()


def test_a_feature_that_tells_links_apart_gets_the_weight() -> None:
    chance = np.random.default_rng(5)
    label = (np.arange(400) % 2).astype(np.float64)
    features = {"telling": label + chance.normal(scale=0.5, size=400), "idle": chance.normal(size=400)}
    model = fit([features], [label], [np.ones(400)])
    assert model.weights["telling"] > 4 * abs(model.weights["idle"])
    belief = model.probability(features)
    assert belief[label > 0].mean() > 0.7
    assert belief[label == 0].mean() < 0.3
