"""What keeps its order in two texts: of things that stand in both, the heaviest part that is in the same order on both sides."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple


class Placed(NamedTuple):
    """A thing that stands in both texts: its places there, in any unit, and its weight (above 0)."""

    old: int
    new: int
    weight: float


def steady(things: Sequence[Placed]) -> list[bool]:
    """Which things belong to the heaviest part that is in the same order in both texts; what shares a place on one side is in order.

    The longest increasing subsequence, weighted (Fredman 1975), by a tree of greatest sums (Fenwick 1994): time n log n. Of equally
    heavy parts always the same one is found.
    """
    ranks = {place: rank for rank, place in enumerate(sorted({thing.new for thing in things}), 1)}
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    before = [-1] * len(things)
    best = (0.0, -1)
    for k in sorted(range(len(things)), key=lambda k: things[k]):
        at = ranks[things[k].new]
        weight, before[k] = _greatest(tree, at)
        reached = (weight + things[k].weight, k)
        _raise(tree, at, reached)
        best = max(best, reached, key=lambda each: each[0])
    kept = [False] * len(things)
    walker = best[1]
    while walker >= 0:
        kept[walker] = True
        walker = before[walker]
    return kept


def passed(things: Sequence[Placed], kept: Sequence[bool], blocks: Sequence[tuple[range, range]]) -> list[int]:
    """How many of the things that keep their order each other thing stands on another side of, in one text and in the other.

    `blocks` are the places of each thing that are one with its own, in either text: what stands there is not passed.
    """
    chain = sorted(thing for thing, stays in zip(things, kept, strict=True) if stays)
    olds, news = [thing.old for thing in chain], [thing.new for thing in chain]
    return [
        0
        if stays
        else max(
            bisect_left(olds, old.start) - bisect_left(news, new.stop),
            bisect_left(news, new.start) - bisect_left(olds, old.stop),
            0,
        )
        for (old, new), stays in zip(blocks, kept, strict=True)
    ]


def _greatest(tree: Sequence[tuple[float, int]], at: int) -> tuple[float, int]:
    """The greatest sum at the places up to `at`, and where it ends."""
    found = (0.0, -1)
    while at:
        found = max(found, tree[at], key=lambda each: each[0])
        at -= at & -at
    return found


def _raise(tree: list[tuple[float, int]], at: int, reached: tuple[float, int]) -> None:
    while at < len(tree):
        tree[at] = max(tree[at], reached, key=lambda each: each[0])
        at += at & -at
