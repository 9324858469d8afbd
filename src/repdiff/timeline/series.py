"""Series: the numbers of one target over the versions, and the gaps between them."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from repdiff.model.links import Link
from repdiff.model.quantities import Direction
from repdiff.model.said import Said
from repdiff.model.years import Point, Series
from repdiff.quantities.doubts import Cited, doubt
from repdiff.quantities.pair import Side
from repdiff.timeline.chains import Chain
from repdiff.timeline.wording import names_enough


def find_series(
    targets: Sequence[Side], chains: Iterable[Chain], links: Sequence[tuple[Link, ...]]
) -> tuple[Series, ...]:
    """The series, those with most numbers first.

    `targets` are the quantities of each version, `chains` say which of them are one target, `links` are the linked sentences of each
    version and the next. Of a target that a version states twice, the first is the point.
    """
    found = [_one_series(targets, chain, links) for chain in chains]
    return tuple(sorted(found, key=lambda s: (-sum(p.quantity is not None for p in s.points), s.points[0].version)))


def _one_series(targets: Sequence[Side], chain: Chain, links: Sequence[tuple[Link, ...]]) -> Series:
    points: list[Point] = []
    cited: list[Cited] = []
    for version, nodes in groupby(sorted(chain), key=lambda node: node[0]):
        first, *others = (targets[version].quantities[index] for _, index in nodes)
        cited.append(Cited(targets[version].document, first))
        said = _doubt(*cited[-2:]) if len(cited) > 1 else ""
        points.append(Point(version, first.sentence, first, tuple(others), said))
    stated = [each.quantity for each in reversed(cited)]
    named = next((quantity for quantity in stated if names_enough(quantity)), stated[0])
    gaps = _gaps(points, links, len(targets))
    return Series(named.name, stated[0].unit, tuple(sorted((*points, *gaps), key=lambda p: p.version)))


def _doubt(old: Cited, new: Cited) -> str:
    """Why two numbers of a series may not be comparable: as those of a comparison, or only one of them is said to fall."""
    sides = {each.quantity.direction for each in (old, new)}
    if sides == {Direction.UNSAID, Direction.DOWN} and old.quantity.measure is not new.quantity.measure:
        return Said("it is not certain that both texts say which way it goes")
    return doubt(old, new)


def _gaps(points: Sequence[Point], links: Sequence[tuple[Link, ...]], versions: int) -> Iterable[Point]:
    """Where the version after a number speaks of it without one: the sentence that does."""
    for point, following in zip(points, [*(p.version for p in points[1:]), versions], strict=True):
        if point.version + 1 < following:
            partners = [k for k in links[point.version] if k.old == point.sentence]
            if partners:
                yield Point(point.version + 1, max(partners, key=lambda k: (k.score, -k.new)).new, None)
