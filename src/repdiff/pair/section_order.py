"""Which sections moved: to another chapter, or past others of their own."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from repdiff.pair.flow import TOP, Flow, Pair
from repdiff.pair.order import Placed, steady

_LEAST = 0.1  # weight of a pair of sections that share no sentence


def moved_pairs(flow: Flow, pairs: Collection[Pair], linked: Collection[Pair]) -> set[Pair]:
    """Of pairs of sections, which belong together, those that moved; `linked` are those by which their chapters are known.

    A section moved when the sections around its two ends belong to others and not to each other; and, of those within one pair of
    sections, when it is no part of the heaviest part that is in the same order in both texts. What stands inside a section that moved
    as a whole has not moved.
    """
    partners = _partners(linked)
    moved = {pair for pair in pairs if _changed_chapter(flow, pair, linked, partners)}
    within: dict[Pair, list[Pair]] = defaultdict(list)
    for pair in sorted(set(pairs) - moved):
        within[_around(flow, pair, linked)].append(pair)
    places = _places(flow, pairs)
    for members in within.values():
        kept = steady([places[pair] for pair in members])
        moved |= {pair for pair, stays in zip(members, kept, strict=True) if not stays}
    return moved


def _partners(linked: Collection[Pair]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Of each old and of each new section those that it is linked with."""
    found: tuple[dict[int, list[int]], dict[int, list[int]]] = defaultdict(list), defaultdict(list)
    for old, new in linked:
        found[0][old].append(new)
        found[1][new].append(old)
    return found


def _changed_chapter(
    flow: Flow, pair: Pair, linked: Collection[Pair], partners: Sequence[Mapping[int, Sequence[int]]]
) -> bool:
    """Whether the sections around a pair are linked with others, past which it went, and none of them with one around the other."""
    above, below = (side.above[section] for side, section in zip(flow.sides, pair, strict=True))
    went_to, came_from = partners[0].get(above[1], ()), partners[1].get(below[1], ())
    if not went_to or not came_from or any(each in linked for each in _crosswise(above, below)):
        return False
    return pair[1] < min(went_to) or pair[0] < min(came_from)


def _crosswise(above: Sequence[int], below: Sequence[int]) -> Iterator[Pair]:
    """The pairs of what is nearest around one end with all that is around the other, both ends but as a pair included."""
    for reach in (0, 1):
        yield from ((above[reach], new) for new in below[1:])
        yield from ((old, below[reach]) for old in above[1:])


def _around(flow: Flow, pair: Pair, linked: Collection[Pair]) -> Pair:
    """The nearest two linked sections around both ends; one of them may be an end itself."""
    above, below = (side.above[section] for side, section in zip(flow.sides, pair, strict=True))
    for reach in range(1, len(above) + len(below)):
        for k in range(max(0, reach - len(below) + 1), min(reach, len(above) - 1) + 1):
            if (above[k], below[reach - k]) in linked:
                return above[k], below[reach - k]
    return TOP, TOP


def _places(flow: Flow, pairs: Collection[Pair]) -> dict[Pair, Placed]:
    """Where each pair stands: in the middle of the sentences that it shares, with their sum as weight; else at its headings."""
    found = {}
    for (old, new), links in flow.between(pairs).items():
        if links:
            olds, news = sorted(link.old for link in links), sorted(link.new for link in links)
            found[old, new] = Placed(olds[len(olds) // 2], news[len(news) // 2], sum(link.score for link in links))
        else:
            found[old, new] = Placed(_first(flow, 0, old), _first(flow, 1, new), _LEAST)
    return found


def _first(flow: Flow, side: int, section: int) -> int:
    """The first sentence of a section."""
    document = flow.sides[side].document
    return bisect_left(document.sentences, document.sections[section].span.start, key=lambda each: each.span.start)
