"""Series: the quantities of one target over the versions.

A series joins the quantities that the pairs of neighbouring versions join; where an indicator is missing from a version, the series goes
on where a later version names it in nearly the same words.
"""

from repdiff.model.links import Link
from repdiff.model.years import Point, Series
from repdiff.quantities.pair import Likeness, Side
from repdiff.quantities.units import comparable

_AGAIN = 0.9
"""Likeness of two indicators that are the same after a gap."""


_GAP_MASS = 0.5


Node = tuple[int, int]


def find_series(
    targets: tuple[Side, ...], pairs: list[tuple[tuple[int, int], ...]], links: list[tuple[Link, ...]]
) -> tuple[Series, ...]:
    """The series, those with most numbers first.

    `targets` are the quantities of each version, `pairs` the indices of those that each version shares with the next, `links` the linked
    sentences of each version and the next.
    """
    chains: list[list[Node]] = []
    ends: dict[Node, int] = {}
    for version, side in enumerate(targets):
        before = {j: i for i, j in pairs[version - 1]} if version else {}
        loose = []
        for index in range(len(side.quantities)):
            chain = ends.get((version - 1, before[index])) if index in before else None
            if chain is None:
                loose.append(index)
            else:
                chains[chain].append((version, index))
                ends[version, index] = chain
        for index in _after_a_gap(targets, chains, version, loose, ends):
            ends[version, index] = len(chains)
            chains.append([(version, index)])
    found = [_one_series(targets, chain, links) for chain in chains]
    return tuple(sorted(found, key=lambda s: (-sum(p.quantity is not None for p in s.points), s.points[0].version)))


def _after_a_gap(
    targets: tuple[Side, ...], chains: list[list[Node]], version: int, loose: list[int], ends: dict[Node, int]
) -> list[int]:
    """Append the loose quantities of a version to the chains that ended before and name the same; the rest is returned."""
    open_ = [(n, chain[-1]) for n, chain in enumerate(chains) if chain[-1][0] < version]
    last = [targets[v].quantities[i] for _, (v, i) in open_]
    mine = [targets[version].quantities[i] for i in loose]
    likeness = Likeness([q.names for q in (*last, *mine)])
    found = []
    for a, old in enumerate(last):
        for b, new in enumerate(mine):
            if comparable(old.family, new.family) and old.measure is new.measure:
                alike, mass = likeness.names(a, len(last) + b)
                if alike >= _AGAIN and mass >= _GAP_MASS:
                    found.append((-alike, -open_[a][1][0], a, b))
    taken: tuple[set[int], set[int]] = set(), set()
    for _, _, a, b in sorted(found):
        if a not in taken[0] and b not in taken[1]:
            taken[0].add(a)
            taken[1].add(b)
            chains[open_[a][0]].append((version, loose[b]))
            ends[version, loose[b]] = open_[a][0]
    return [index for b, index in enumerate(loose) if b not in taken[1]]


def _one_series(targets: tuple[Side, ...], chain: list[Node], links: list[tuple[Link, ...]]) -> Series:
    quantities = [(version, targets[version].quantities[index]) for version, index in chain]
    points = [Point(version, q.sentence, q) for version, q in quantities]
    # Where the next version speaks of it without a number, the gap shows its sentence.
    for (version, quantity), following in zip(quantities, [*[v for v, _ in quantities[1:]], len(targets)], strict=True):
        if version + 1 < following:
            partners = [k for k in links[version] if k.old == quantity.sentence]
            if partners:
                points.append(Point(version + 1, max(partners, key=lambda k: (k.score, -k.new)).new, None))
    latest = max(quantities, key=lambda each: each[0])[1]
    return Series(latest.name, latest.unit, tuple(sorted(points, key=lambda p: p.version)))
