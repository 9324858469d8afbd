"""Chains: which targets of several versions are one target.

All targets of all versions are looked at together. What joins two of them is that the versions, being neighbours, have them in linked
sentences or sections, or that they are called the same, whatever lies between. The surest joins are made first; a chain has one target
of a version, or the same one stated twice. Two indicators are never joined: a wrong series is a false headline, a missing one is none.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from repdiff.model.quantities import Direction, Measure, Quantity
from repdiff.quantities.pair import Side
from repdiff.quantities.units import comparable
from repdiff.timeline.wording import Wordings, is_stock, measured

Node = tuple[int, int]
"""A target: the number of its version, and its place among the targets of it."""
Chain = tuple[Node, ...]

_LINKED = 0.35
"""Likeness of two wordings that a pair of neighbouring versions needs: their sentences speak for it already."""
_BESIDE = 0.7
"""The same where each side has words that the other lacks,"""
_CLOSE = 2
"""unless neither number is more than twice the other."""
_SAME_VALUE = 0.5
"""The same where both name something else in one place, but set the same number: `jobless rate` for `unemployment rate`."""
_AGAIN = 0.85
"""Likeness of two wordings that are the same where nothing else speaks for it."""
_WHOLE = 0.7
"""Share of the longer of them that the other must have then: a narrower indicator is another one."""
_RIVAL = 0.05
"""How much better the likeness must be than that of any other target of the same version."""
_LEAP = 20
"""How many times its number a target hardly grows or shrinks to: 1.17万个 charging posts and 50万个 are two indicators."""
_FEW_OPPOSED = 2
"""Of so many pairs of targets of two chains one may name something else: wordings wander over the years."""

_SHARES = frozenset({"percent", "points"})
_STATED_TWICE, _PAIRED, _CALLED_THE_SAME, _RENAMED = range(4)
"""What a join rests on, the surest first."""


class _Join(NamedTuple):
    """What speaks for two targets being one; the surest sort first."""

    rank: int
    unlike: float
    apart: int
    one: int
    other: int


def find_chains(targets: Sequence[Side], pairs: Sequence[Iterable[tuple[int, int]]]) -> list[Chain]:
    """The chains, by their first targets; every target is in one.

    `targets` are those of each version, `pairs` the places of those that pairing found in each version and the next.
    """
    return _Chains(targets).joined(pairs)


class _Chains:
    """Targets with their words, and the chains that they are in so far."""

    def __init__(self, targets: Sequence[Side]) -> None:
        self._nodes: list[Node] = [(v, i) for v, side in enumerate(targets) for i in range(len(side.quantities))]
        self._places = {node: place for place, node in enumerate(self._nodes)}
        self._quantities = [targets[v].quantities[i] for v, i in self._nodes]
        self._wordings = Wordings([(targets[v].document, targets[v].quantities[i]) for v, i in self._nodes])
        self._stocks = [is_stock(targets[v].document, targets[v].quantities[i]) for v, i in self._nodes]
        self._chain = list(range(len(self._nodes)))
        self._paired_up: set[tuple[int, int]] = set()
        self._members = [[place] for place in self._chain]

    def joined(self, pairs: Sequence[Iterable[tuple[int, int]]]) -> list[Chain]:
        """All joins made, the surest first."""
        joins = [*self._twins(), *self._paired(pairs), *self._alike()]
        for join in sorted(joins):
            self._join(join)
        chains = {chain: self._members[chain] for chain in self._chain}
        return [tuple(self._nodes[place] for place in sorted(members)) for members in chains.values()]

    def _twins(self) -> Iterator[_Join]:
        """Targets of one version that say the same twice."""
        same: dict[tuple[object, ...], list[int]] = {}
        for place, (version, _) in enumerate(self._nodes):
            q = self._quantities[place]
            same.setdefault((version, q.numbers, q.scale, q.family, q.measure), []).append(place)
        for places in same.values():
            for one, other in combinations(places, 2):
                if self._wordings.say_the_same(one, other):
                    yield _Join(_STATED_TWICE, 0.0, 0, one, other)

    def _paired(self, pairs: Sequence[Iterable[tuple[int, int]]]) -> Iterator[_Join]:
        """Targets that neighbouring versions share."""
        for version, found in enumerate(pairs):
            for i, j in found:
                one, other = self._places[version, i], self._places[version + 1, j]
                likeness = self._wordings.likeness_around(one, other)
                if not self._may_be_one(one, other, likeness.share):
                    continue
                least = _LINKED if likeness.within or self._ratio(one, other) <= _CLOSE else _BESIDE
                if likeness.share >= least and not likeness.opposed:
                    self._paired_up.add((one, other))
                    yield _Join(_PAIRED, 1 - likeness.share, 1, one, other)
                elif likeness.share >= _SAME_VALUE and self._same_number(one, other):
                    self._paired_up.add((one, other))
                    yield _Join(_RENAMED, 1 - likeness.share, 1, one, other)

    def _alike(self) -> Iterator[_Join]:
        """Targets of any two versions that are called the same, and no other target there is."""
        found = list(self._close())
        best: dict[tuple[int, int], list[float]] = {}
        for share, one, other in found:
            for mine, theirs in ((one, other), (other, one)):
                best.setdefault((mine, self._nodes[theirs][0]), []).append(share)
        for share, one, other in found:
            if share < _AGAIN:
                continue
            sides = ((one, self._nodes[other][0]), (other, self._nodes[one][0]))
            if all(sum(each > share - _RIVAL for each in best[side]) == 1 for side in sides):
                yield _Join(_CALLED_THE_SAME, 1 - share, self._nodes[other][0] - self._nodes[one][0], one, other)

    def _close(self) -> Iterator[tuple[float, int, int]]:
        """Targets of different versions whose units and measures agree, with the likeness of their words."""
        kinds: dict[object, list[int]] = {}
        for place, q in enumerate(self._quantities):
            # What is counted may be named as a change in one year and as a task in another; a share of something is no growth.
            kinds.setdefault(measured(q) if q.family in _SHARES else comparable(q.family, ""), []).append(place)
        for places in kinds.values():
            for one, other in combinations(places, 2):
                if self._nodes[one][0] == self._nodes[other][0]:
                    continue
                mine, theirs = self._quantities[one], self._quantities[other]
                if not comparable(mine.family, theirs.family) or _turned(mine, theirs):
                    continue
                if measured(mine) is not measured(theirs) and self._ratio(one, other) > _CLOSE:
                    continue
                if self._wordings.hardly_alike(one, other, _AGAIN - _RIVAL):
                    continue
                found = self._wordings.likeness(one, other)
                if not found.opposed and found.cover >= _WHOLE and self._may_be_one(one, other, found.share):
                    yield found.share, one, other

    def _may_be_one(self, one: int, other: int, share: float) -> bool:
        """Whether nothing in the numbers speaks against it."""
        mine, theirs = self._quantities[one], self._quantities[other]
        if Measure.INCREMENT in (mine.measure, theirs.measure) and (self._stocks[one] or self._stocks[other]):
            return False
        return share == 1.0 or mine.family in _SHARES or self._ratio(one, other) <= _LEAP

    def _ratio(self, one: int, other: int) -> float:
        """How many times the lower number the higher is."""
        low, high = sorted(abs(self._quantities[place].value) for place in (one, other))
        return float(high / low) if low else 1.0

    def _same_number(self, one: int, other: int) -> bool:
        mine, theirs = self._quantities[one], self._quantities[other]
        return mine.signed == theirs.signed and mine.bound is theirs.bound

    def _join(self, join: _Join) -> None:
        """Make one chain of two, unless a version would have two targets in it, or too many of them name something else."""
        mine, theirs = self._chain[join.one], self._chain[join.other]
        if mine == theirs or not self._fit(self._members[mine], self._members[theirs], join):
            return
        self._members[mine] += self._members[theirs]
        for place in self._members[theirs]:
            self._chain[place] = mine

    def _fit(self, mine: Sequence[int], theirs: Sequence[int], join: _Join) -> bool:
        opposed = 0
        for one in mine:
            for other in theirs:
                if self._nodes[one][0] == self._nodes[other][0]:
                    if not (self._same_number(one, other) and self._wordings.say_the_same(one, other)):
                        return False
                elif not {(one, other), (other, one)} & self._paired_up:
                    opposed += self._wordings.likeness(one, other).opposed
        if join.rank == _RENAMED and self._fills(mine, theirs):
            return True
        return opposed * _FEW_OPPOSED <= len(mine) * len(theirs)

    def _fills(self, mine: Sequence[int], theirs: Sequence[int]) -> bool:
        """Whether the versions of one chain lie between those of the other: what was said before and after hardly changed between."""
        one, other = ([self._nodes[place][0] for place in chain] for chain in (mine, theirs))
        return min(one) < min(other) <= max(other) < max(one) or min(other) < min(one) <= max(one) < max(other)


def _turned(one: Quantity, other: Quantity) -> bool:
    """Whether one rises and the other falls."""
    return Direction.UNSAID not in (one.direction, other.direction) and one.direction is not other.direction
