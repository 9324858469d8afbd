"""The head of the page: what the comparison comes to, before any of its text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from repdiff.model import Comparison, Document, Kind, Role
from repdiff.render import summary
from repdiff.render.html.page import depth
from repdiff.render.html.wording import Words
from repdiff.render.order import heading_ids

_READABLE_SECTIONS = 40
_MOST_CHANGED = 6


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar: `start` and `width` are percent of the whole bar."""

    kind: str
    label: str
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Change:
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
    """The sections with most dropped, new and reworded sentences, most first; bars of all are to one scale.

    Small sections are counted in the enclosing one, at the level where a reader can still oversee them.
    """
    counts = _section_counts(comparison)
    weighed = sorted(counts, key=lambda at: (-_weight(counts[at]), at))[:_MOST_CHANGED]
    chosen = [at for at in weighed if _weight(counts[at]) > 0]
    scale = max((sum(counts[at].values()) for at in chosen), default=0)
    changes = []
    for side, section in chosen:
        document = (comparison.old, comparison.new)[side]
        pieces = [(kind, words[kind], counts[side, section][kind]) for kind in ("dropped", "reworded", "added")]
        title = document.sections[section].title or words["opening"]
        changes.append(Change(title, f"#{anchors[side][section]}", stacked(pieces, scale)))
    return tuple(changes) if len(counts) > 1 else ()


def _weight(counts: dict[str, int]) -> float:
    # What came or went changes a section more than what was put in other words.
    return counts["dropped"] + counts["added"] + 0.5 * counts["reworded"]


def _section_counts(comparison: Comparison) -> dict[tuple[int, int], dict[str, int]]:
    """(side, section) -> sentences by kind. A dropped sentence counts in the new section that its old section is paired with."""
    tops = (_enclosing(comparison.old), _enclosing(comparison.new))
    heads = (heading_ids(comparison.old), heading_ids(comparison.new))
    home: dict[int, tuple[int, int]] = {}
    for link in sorted(comparison.section_links, key=lambda link: (-link.score, link.old, link.new)):
        home.setdefault(link.old, (1, tops[1][link.new]))
    counts: dict[tuple[int, int], dict[str, int]] = {}

    def count(at: tuple[int, int], kind: str) -> None:
        counts.setdefault(at, {"dropped": 0, "reworded": 0, "added": 0})[kind] += 1

    for sentence in comparison.dropped:
        section = comparison.old.sentences[sentence].section
        if sentence not in heads[0]:
            count(home.get(section, home.get(tops[0][section], (0, tops[0][section]))), "dropped")
    for sentence in comparison.added:
        if sentence not in heads[1]:
            count((1, tops[1][comparison.new.sentences[sentence].section]), "added")
    for group in comparison.groups:
        if group.kind is Kind.REWORDED and group.new[0] not in heads[1]:
            count((1, tops[1][comparison.new.sentences[group.new[0]].section]), "reworded")
    return counts


def _enclosing(document: Document) -> dict[int, int]:
    """Section -> the section it is counted in."""
    depths = [depth(document, s) for s in document.sections]
    headings = [d for s, d in zip(document.sections, depths, strict=True) if document.chapter(s.id) is s]
    levels = sorted(set(headings))
    fitting = [d for d in levels if sum(found <= d for found in headings) <= _READABLE_SECTIONS]
    limit = fitting[-1] if fitting else levels[0] if levels else 0
    found = {}
    for section in document.sections:
        at = document.chapter(section.id)
        while depths[at.id] > limit and at.parent is not None:
            at = document.sections[at.parent]
        found[section.id] = at.id
    return found
