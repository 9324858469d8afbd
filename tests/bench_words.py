"""Measure the word diff on hand-aligned pairs: number of edits, equal runs too short to read, and time.

Run with `pytest -m benchmark tests/bench_words.py -s`; REPDIFF_GOLD names a folder of alignments (skipped without it).
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from repdiff.model.links import Op
from repdiff.pair.words import diff_words
from repdiff.text.words import cut_words

pytestmark = pytest.mark.benchmark
GOLD = Path(os.environ.get("REPDIFF_GOLD", ""))
NAMES = ("xuchang-2020-2021", "national-2021-2022", "tiktok-privacy-2023-2024")
Steps = list[tuple[str, str]]

TIMED = """
import json, sys, time
pairs = json.load(sys.stdin)
start = time.process_time()
from repdiff.pair.words import diff_words
imported = time.process_time()
for old, new in pairs:
    diff_words(old, new)
end = time.process_time()
print(f"import {1000 * (imported - start):.0f}, {len(pairs)} diffs {1000 * (end - imported):.0f} ms of the processor")
"""


def reworded(name: str) -> list[tuple[str, str]]:
    path = GOLD / f"{name}.json"
    if not os.environ.get("REPDIFF_GOLD") or not path.exists():
        pytest.skip(f"no alignment {name}: set REPDIFF_GOLD to the folder that holds it")
    gold = json.loads(path.read_text("utf-8"))
    old, new = ((GOLD.parent / gold[side]).read_text("utf-8") for side in ("old", "new"))
    return [
        (old[slice(*link["old"])], new[slice(*link["new"])]) for link in gold["links"] if link["kind"] == "reworded"
    ]


def ours(old: str, new: str) -> Steps:
    edits = diff_words(old, new, readable=0)
    return [(e.op.value, old[slice(*e.old)] or new[slice(*e.new)]) for e in edits]


def semantic(old: str, new: str) -> Steps:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    diffs = engine.diff_main(old, new)
    engine.diff_cleanupSemantic(diffs)
    return [("equal" if op == 0 else str(op), text) for op, text in diffs]


def plain(old: Iterable[str], new: Iterable[str]) -> Steps:
    """A Myers diff without clean-up over the given units, as jsdiff does it."""
    from rapidfuzz.distance import Indel

    first, second = list(old), list(new)
    return [
        (step.tag, "".join(first[step.src_start : step.src_end]) or "".join(second[step.dest_start : step.dest_end]))
        for step in Indel.opcodes(first, second)
    ]


def by_character(old: str, new: str) -> Steps:
    return plain(old, new)


def by_word(old: str, new: str) -> Steps:
    return plain(*([text[slice(*span)] for span in cut_words(text)] for text in (old, new)))


@pytest.mark.parametrize("name", NAMES)
def test_edits_and_short_equal_runs(name: str) -> None:
    pairs = reworded(name)
    methods: tuple[Callable[[str, str], Steps], ...] = (ours, semantic, by_character, by_word)
    shares = {}
    for method in methods:
        found = [method(old, new) for old, new in pairs]
        edits = sum(op != Op.EQUAL for steps in found for op, _ in steps) / len(pairs)
        runs = [text for steps in found for op, text in steps[1:-1] if op == Op.EQUAL]  # between two edits
        shares[method.__name__] = sum(len(text) <= 2 for text in runs) / max(1, len(runs))
        short = shares[method.__name__]
        print(f"{name} {method.__name__}: {edits:.1f} edits a pair, {short:.0%} short equal runs between edits")
    assert shares["ours"] < min(shares["semantic"], shares["by_character"])


def test_time_of_a_fresh_process() -> None:
    pairs = json.dumps(reworded(NAMES[0]))
    done = subprocess.run([sys.executable, "-c", TIMED], input=pairs, capture_output=True, text=True, check=True)
    print(done.stdout)
    assert "diffs" in done.stdout
