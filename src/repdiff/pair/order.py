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
    sums, ends = [0.0] * (len(ranks) + 1), [-1] * (len(ranks) + 1)
    before = [-1] * len(things)
    best, walker = 0.0, -1
    for k in sorted(range(len(things)), key=lambda k: things[k]):
        at = ranks[things[k].new]
        found = _greatest(sums, at)
        before[k], reached = ends[found], sums[found] + things[k].weight
        while at < len(sums):
            if reached > sums[at]:
                sums[at], ends[at] = reached, k
            at += at & -at
        if reached > best:
            best, walker = reached, k
    kept = [False] * len(things)
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


def _greatest(sums: Sequence[float], at: int) -> int:
    """Which node of the tree holds the greatest sum at the places up to `at`; 0 where none is above 0."""
    found = 0
    while at:
        if sums[at] > sums[found]:
            found = at
        at -= at & -at
    return found
