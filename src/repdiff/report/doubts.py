"""The pairs that are not shown as pairs: which sentence is perhaps which, for whichever report shows one of the two."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from repdiff.model.links import Comparison, Group, Link
from repdiff.report.order import renamed_headings


class Doubt(NamedTuple):
    """A link too doubtful for a pair, the group of such links that it is in, and the other sentence with its side (0 old, 1 new)."""

    link: Link
    group: Group
    side: int
    other: int


class Doubts:
    """Looks up what a sentence is perhaps paired with."""

    def __init__(self, comparison: Comparison) -> None:
        self._of: tuple[dict[int, list[Doubt]], dict[int, list[Doubt]]] = defaultdict(list), defaultdict(list)
        # Two headings that are told as one that was renamed are no doubt any more.
        told = {(old, new) for new, old in renamed_headings(comparison).items()}
        for group in comparison.doubts:
            for link in (each for k in group.links if ((each := comparison.perhaps[k]).old, each.new) not in told):
                self._of[0][link.old].append(Doubt(link, group, 1, link.new))
                self._of[1][link.new].append(Doubt(link, group, 0, link.old))

    def of(self, old: Iterable[int] = (), new: Iterable[int] = ()) -> list[Doubt]:
        """The doubts of old and of new sentences, the most probable first."""
        found = [doubt for side, each in enumerate((old, new)) for s in each for doubt in self._of[side].get(s, ())]
        return sorted(found, key=lambda doubt: (-doubt.link.score, doubt.link.old, doubt.link.new))
