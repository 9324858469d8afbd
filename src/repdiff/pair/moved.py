"""Which pairs moved: to a section that is not paired with theirs, or past others where there are no headings to go by."""

from bisect import bisect_right
from collections.abc import Sequence

from repdiff.model.document import Document


def elsewhere(
    old: Document, new: Document, row: int, col: int, homes: set[tuple[int | None, int | None]]
) -> bool | None:
    """Whether the two sections are not paired, nor one of them with the section around the other; None without headings."""
    above, below = old.chapter(old.sentences[row].section), new.chapter(new.sentences[col].section)
    if old.sentences[row].span == above.heading and new.sentences[col].span == below.heading:
        parents = above.parent, below.parent
        if parents[0] is None or parents[1] is None:
            return None
        above, below = old.sections[parents[0]], new.sections[parents[1]]
    if not above.title and not below.title:
        return None
    return not {(above.id, below.id), (above.parent, below.id), (above.id, below.parent)} & homes


def in_order(links: Sequence[tuple[int, int]], outside: Sequence[bool | None]) -> list[bool]:
    """Which links belong to the longest run that keeps its order (patience sorting; Fredman 1975), among those not outside."""
    inside = [k for k, far in enumerate(outside) if far is None]
    tails: list[int] = []
    before: dict[int, int] = {}
    for k in inside:
        at = bisect_right(tails, links[k][1], key=lambda t: links[t][1])
        if at:
            before[k] = tails[at - 1]
        tails[at : at + 1] = [k]
    steady = [False] * len(links)
    walker = tails[-1] if tails else None
    while walker is not None:
        steady[walker] = True
        walker = before.get(walker)
    return steady
