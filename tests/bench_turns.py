"""How many turned meanings are told, and how many of those told are right. Run with `pytest -m benchmark tests/bench_turns.py -s`."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from repdiff.pair.turn_words import TurnWords, in_languages
from repdiff.pair.turns import Sides, find_turns
from repdiff.pair.words import diff_words

CASES = Path(__file__).parent / "cases" / "turns"
PRECISION, RECALL, LEAST = 0.97, 0.85, 150


class Case(NamedTuple):
    """Two texts and how the meaning turns between them: the turn and the words on either side, `-` where there are none."""

    language: str
    old: str
    new: str
    turn: str


def cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            yield Case(path.stem, *line.split(" | "))


def told(case: Case, words: TurnWords | None = None) -> list[str]:
    """What is told of a case, as it stands in the files of cases."""
    words = words or in_languages(frozenset({case.language}))
    edits = diff_words(case.old, case.new, readable=0.2)
    found = find_turns(Sides(case.old, case.new), edits, words)
    spans = ((each.turn, case.old[slice(*each.old)] or "-", case.new[slice(*each.new)] or "-") for each in found)
    return [" ".join(each).lower() for each in spans]


@pytest.mark.benchmark
def test_turned_meanings_are_told_and_no_others() -> None:
    right = wrong = missed = 0
    for case in cases():
        wanted, found = case.turn.lower() if case.turn != "-" else "", told(case)
        right += wanted in found
        wrong += sum(each != wanted for each in found)
        missed += bool(wanted) and wanted not in found
        if (wanted and wanted not in found) or any(each != wanted for each in found):
            print(f"{case.language}: {case.old} | {case.new}\n    {found} instead of {wanted or 'none'}")
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"{right} right, {wrong} wrong, {missed} missed: precision {precision:.3f}, recall {recall:.3f}")
    assert right + missed > LEAST // 2
    assert precision >= PRECISION
    assert recall >= RECALL
