"""Series: the numbers of one target over the versions, and the gaps between them."""

from collections.abc import Iterable, Sequence

from repdiff.model.links import Link
from repdiff.model.years import Point, Series
from repdiff.quantities.pair import Side
from repdiff.timeline.chains import Chain


def find_series(
    targets: Sequence[Side], chains: Iterable[Chain], links: Sequence[tuple[Link, ...]]
) -> tuple[Series, ...]:
    """The series, those with most numbers first.

    `targets` are the quantities of each version, `chains` say which of them are one target, `links` are the linked sentences of each
    version and the next. Of a target that a version states twice, the first is taken.
    """
    found = [_one_series(targets, tuple(dict(reversed(chain)).items()), links) for chain in chains]
    return tuple(sorted(found, key=lambda s: (-sum(p.quantity is not None for p in s.points), s.points[0].version)))


def _one_series(targets: Sequence[Side], chain: Chain, links: Sequence[tuple[Link, ...]]) -> Series:
    quantities = [(version, targets[version].quantities[index]) for version, index in sorted(chain)]
    points = [Point(version, q.sentence, q) for version, q in quantities]
    # Where the next version speaks of it without a number, the gap shows its sentence.
    for (version, quantity), following in zip(quantities, [*[v for v, _ in quantities[1:]], len(targets)], strict=True):
        if version + 1 < following:
            partners = [k for k in links[version] if k.old == quantity.sentence]
            if partners:
                points.append(Point(version + 1, max(partners, key=lambda k: (k.score, -k.new)).new, None))
    latest = max(quantities, key=lambda each: each[0])[1]
    return Series(latest.name, latest.unit, tuple(sorted(points, key=lambda p: p.version)))
