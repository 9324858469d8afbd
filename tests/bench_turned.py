"""Law 7 of verdicts over ten thousand turned results. Run with `pytest -m benchmark tests/bench_turned.py`."""

import random
import re

import pytest
from test_turned import KEPT, changes, met

CASES = 10_000
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def drawn(text: str, draw: random.Random) -> str:
    """The text with another number, whole where its own is."""
    return NUMBER.sub(lambda found: str(draw.randint(1, 99) / 10 if "." in found[0] else draw.randint(2, 90)), text, 1)


@pytest.mark.benchmark
def test_no_result_of_ten_thousand_keeps_its_promise_both_ways() -> None:
    draw = random.Random(10)
    tried = kept = 0
    while tried < CASES:
        promised, reported = (drawn(text, draw) for text in draw.choice(KEPT))
        holds = met(promised, reported)
        kept += holds
        for change in changes(reported):
            tried += 1
            assert not (holds and met(promised, change.text)), (promised, reported, change)
    print(f"{tried} turned results, {kept} promises met as they stood")
    assert kept > CASES // 100
