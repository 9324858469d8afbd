"""How alike two comparisons are whose texts came from different files of the same documents.

The letters and digits of each text are aligned with those of the known text; a link is the same where both its sentences are.
"""

from collections.abc import Mapping
from typing import NamedTuple

from diff_match_patch import diff_match_patch

import repdiff
from repdiff import Comparison, Document, Span


class Alike(NamedTuple):
    """Precision, recall and F1 of links; how many letters of the known texts are lost, and how many are not theirs; of how many."""

    precision: float
    recall: float
    f1: float
    lost: int
    extra: int
    letters: int


def alike(known: Comparison, other: Comparison) -> Alike:
    """The links of `other` held against those of `known`: two fit where they share half of the shorter, and it is a fifth of the longer."""
    old, new = letters_of(known.old, other.old), letters_of(known.new, other.new)
    wanted = [(known.old.sentences[link.old].span, known.new.sentences[link.new].span) for link in known.links]
    found = [
        (moved(old.places, other.old.sentences[link.old].span), moved(new.places, other.new.sentences[link.new].span))
        for link in other.links
    ]
    right = sum(any(fits(a, c) and fits(b, d) for c, d in wanted) for a, b in found)
    held = sum(any(fits(a, c) and fits(b, d) for a, b in found) for c, d in wanted)
    precision, recall = right / max(len(found), 1), held / max(len(wanted), 1)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Alike(precision, recall, f1, old.lost + new.lost, old.extra + new.extra, old.letters + new.letters)


class Letters(NamedTuple):
    """Where each letter of the other text stands in the known one; letters lost, letters too many, letters of the known text."""

    places: Mapping[int, int]
    lost: int
    extra: int
    letters: int


def letters_of(known: Document, other: Document) -> Letters:
    """The letters and digits of two texts, aligned."""
    mine = [(at, char.casefold()) for at, char in enumerate(other.source.text) if char.isalnum()]
    theirs = [(at, char.casefold()) for at, char in enumerate(known.source.text) if char.isalnum()]
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    places: dict[int, int] = {}
    a = b = lost = extra = 0
    for op, text in engine.diff_main("".join(c for _, c in mine), "".join(c for _, c in theirs), False):
        if op == 0:
            places.update((mine[a + n][0], theirs[b + n][0]) for n in range(len(text)))
        lost, extra = lost + len(text) * (op > 0), extra + len(text) * (op < 0)
        a, b = a + len(text) * (op <= 0), b + len(text) * (op >= 0)
    return Letters(places, lost, extra, len(theirs))


def moved(places: Mapping[int, int], span: Span) -> Span:
    """A span of the other text in the known one; empty where none of its letters is known."""
    there = [places[at] for at in range(*span) if at in places]
    return Span(there[0], there[-1] + 1) if there else Span(0, 0)


def fits(one: Span, two: Span) -> bool:
    """Whether two spans share at least half of the shorter one, and that is at least a fifth of the longer."""
    shared = min(one.end, two.end) - max(one.start, two.start)
    short, long = sorted((one.end - one.start, two.end - two.start))
    return short > 0 and shared >= 0.5 * short and short >= 0.2 * long


def compared(old: object, new: object) -> Comparison:
    """The comparison of two files."""
    return repdiff.compare(repdiff.read(str(old)), repdiff.read(str(new)))
