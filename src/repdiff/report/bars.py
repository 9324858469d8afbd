"""Bars of counts: what a comparison comes to, as a whole and by section."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from repdiff.model.links import Comparison
from repdiff.model.texts import Role
from repdiff.report import changes, summary
from repdiff.report.words import Words

_MOST_CHANGED = 6


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar: `start` and `width` are percent of the whole bar."""

    kind: str
    label: str
    count: int
    start: float
    width: float


class Change(NamedTuple):
    """How much changed in one section: what was counted, and where it stands in the page."""

    title: str
    href: str
    bar: tuple[Segment, ...]


def counted_roles(comparison: Comparison) -> frozenset[Role]:
    """The roles that the page counts: commitments, or all sentences that say something where the old text has no commitment."""
    if any(s.role is Role.COMMITMENT for s in comparison.old.sentences):
        return frozenset({Role.COMMITMENT})
    return frozenset({Role.COMMITMENT, Role.STATEMENT})


def bar(comparison: Comparison, words: Words) -> tuple[Segment, ...]:
    """What became of the counted sentences, from what only the old text has to what only the new text has."""
    tally = summary.tally(comparison, counted_roles(comparison))
    in_place = tally.reworded - (tally.moved - tally.identical_moved)
    pieces = (
        ("dropped", words["dropped"], tally.dropped),
        ("reworded", words["in_place"], in_place),
        ("moved", words["moved"], tally.moved),
        ("identical", words["identical"], tally.identical - tally.identical_moved),
        ("added", words["added"], tally.added),
    )
    return stacked(pieces)


def stacked(pieces: Iterable[tuple[str, str, int]], whole: int = 0) -> tuple[Segment, ...]:
    """Pieces (kind, label, count) as one bar; of `whole`, where that is more than their sum."""
    kept = [p for p in pieces if p[2] > 0]
    total = whole or sum(count for _, _, count in kept)
    segments, at = [], 0
    for kind, label, count in kept:
        segments.append(Segment(kind, label, count, round(100 * at / total, 2), round(100 * count / total, 2)))
        at += count
    return tuple(segments)


def most_changed(
    comparison: Comparison, anchors: tuple[Sequence[str], Sequence[str]], words: Words
) -> tuple[Change, ...]:
    """The sections with most change, most first; bars of all are to one scale."""
    chosen = changes.most_changed(comparison, _MOST_CHANGED)
    scale = max((change.dropped + change.reworded + change.added for change in chosen), default=0)
    found = []
    for change in chosen:
        document = (comparison.old, comparison.new)[change.side]
        pieces = [(kind, words[kind], getattr(change, kind)) for kind in ("dropped", "reworded", "added")]
        title = document.sections[change.section].title or words["opening"]
        found.append(Change(title, f"#{anchors[change.side][change.section]}", stacked(pieces, scale)))
    return tuple(found)
