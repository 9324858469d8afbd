"""The fast alignment of words beside a slow exact one: diff-match-patch without its time limit, which finds the most words in common."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from diff_match_patch import diff_match_patch
from hypothesis import given, settings
from hypothesis import strategies as st

from repdiff.pair import alignment
from repdiff.pair.alignment import Run, align
from repdiff.pair.tokens import Token, tokens

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
HEAVIEST = 12  # what a long word weighs at most

clauses = st.lists(
    st.sampled_from(
        ["加快发展", "现代农业", "的", "和", "，", "7%", "8", "“四个一百”", "the", "of", "schools", "reopen", " "]
    ),
    max_size=30,
).map("".join)


def exact(old: list[Token], new: list[Token]) -> list[Run]:
    """Runs of the words in common as the other engine aligns them, a word being a character to it."""
    codes: dict[str, str] = {}
    spelled = ["".join(codes.setdefault(word.key, chr(0x4E00 + len(codes))) for word in side) for side in (old, new)]
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # else the result depends on the machine
    runs, at, other = [], 0, 0
    for op, text in engine.diff_main(*spelled, False):
        if op == 0:
            runs.append(Run(at, other, len(text)))
        at += len(text) if op <= 0 else 0
        other += len(text) if op >= 0 else 0
    return runs


def weight(runs: list[Run], words: list[Token]) -> int:
    """What the aligned words weigh: content by its length, function words one."""
    aligned = [word for run in runs for word in words[run.old : run.old + run.length]]
    return sum(1 if word.light else min(HEAVIEST, 2 * len(word.key)) for word in aligned)


def count(runs: list[Run]) -> int:
    return sum(run.length for run in runs)


def check(old: list[Token], new: list[Token]) -> None:
    """Aligned words are equal and in order, and no alignment holds more content."""
    runs = align(old, new)
    for run in runs:
        assert [w.key for w in old[run.old :][: run.length]] == [w.key for w in new[run.new :][: run.length]]
    assert all(one.old + one.length <= two.old and one.new + one.length <= two.new for one, two in pairwise(runs))
    assert weight(runs, old) >= weight(exact(old, new), old)


@given(clauses, clauses)
@settings(max_examples=200, deadline=None)
def test_no_alignment_of_two_clauses_holds_more_content(old: str, new: str) -> None:
    check(list(tokens(old)), list(tokens(new)))


def test_no_alignment_of_neighbouring_seed_sentences_holds_more_content() -> None:
    lines = [re.split("(?<=。)", path.read_text("utf-8"))[:80] for path in SEEDS[:4]]
    for first, second in pairwise(lines):
        for old, new in zip(first, second, strict=False):
            check(list(tokens(old)), list(tokens(new)))


def test_texts_too_long_to_weigh_have_as_many_words_in_common_as_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond some millions of pairs of words every word weighs the same; the other engine needs a second for these."""
    old, new = (list(tokens(SEEDS[at].read_text("utf-8")))[:500] for at in (3, 4))
    monkeypatch.setattr(alignment, "_LONGEST", 1000)
    assert count(align(old, new)) == count(exact(old, new))


def test_texts_too_long_to_align_are_not_aligned(monkeypatch: pytest.MonkeyPatch) -> None:
    words = list(tokens("加快发展现代农业。"))
    monkeypatch.setattr(alignment, "_TOO_LONG", len(words) ** 2 - 1)
    assert align(words, words) == []
    monkeypatch.setattr(alignment, "_TOO_LONG", len(words) ** 2)
    assert align(words, words) == [Run(0, 0, len(words))]
