"""What a reader is shown as pairs, and what is too doubtful for that: the comparison itself keeps every link."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from repdiff.comparison.groups import make_groups
from repdiff.model.links import Comparison, Group, Link
from repdiff.model.texts import Span


def set_apart(comparison: Comparison, least: float, *, marked: bool = True) -> Comparison:
    """The comparison for a reader: reworded pairs of a score below `least` (0..1) that nobody decided are no longer `links` but `perhaps`.

    Groups without such links stay as they are, what is left of the others is made anew, and sentences that lost their last link are
    dropped or added. `doubts` are the groups that the doubtful links make, with the words that would have changed if these are to be
    `marked`. Numbers stay: each carries its own doubt. Where no link is that doubtful the comparison is returned as it is.
    """
    doubtful = [k for k, link in enumerate(comparison.links) if link.is_doubtful(least)]
    if not doubtful:
        return comparison
    apart = set(doubtful)
    links, groups = _only(comparison, [k for k in range(len(comparison.links)) if k not in apart])
    perhaps, doubts = _only(comparison, doubtful, marked=marked)
    old, new = {link.old for link in links}, {link.new for link in links}
    return replace(
        comparison,
        links=links,
        groups=groups,
        dropped=tuple(s.id for s in comparison.old.sentences if s.id not in old),
        added=tuple(s.id for s in comparison.new.sentences if s.id not in new),
        perhaps=perhaps,
        doubts=doubts,
    )


def _only(
    comparison: Comparison, kept: Iterable[int], *, marked: bool = True
) -> tuple[tuple[Link, ...], tuple[Group, ...]]:
    """Some of the links, by their indices, and the groups that they make: one whose links are all kept is not made again."""
    now_at = {before: now for now, before in enumerate(kept)}
    found = [
        replace(each, links=tuple(now_at[k] for k in each.links))
        for group in comparison.groups
        if (left := [k for k in group.links if k in now_at])
        for each in ((group,) if len(left) == len(group.links) else _remade(comparison, group, left, marked))
    ]
    return tuple(comparison.links[k] for k in now_at), tuple(sorted(found, key=lambda group: group.links))


def _remade(comparison: Comparison, whole: Group, left: list[int], marked: bool) -> Iterator[Group]:
    """The groups of some links of what was one group before."""
    old, new = comparison.old.sentences, comparison.new.sentences
    links = tuple(comparison.links[k] for k in left)
    for group in make_groups(comparison.old, comparison.new, links, comparison.options, marked=marked):
        above, below = ([document[k].span for k in ids] for document, ids in ((old, group.old), (new, group.new)))
        restyled = tuple(each for each in whole.restyled if _within(each.old, above) and _within(each.new, below))
        yield replace(group, links=tuple(left[k] for k in group.links), restyled=restyled)


def _within(span: Span, spans: Iterable[Span]) -> bool:
    return any(each.start <= span.start and span.end <= each.end for each in spans)
