"""The sections with most change, counted once for every report."""

from typing import NamedTuple

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Kind
from repdiff.report.order import heading_ids

_READABLE_SECTIONS = 40


class SectionChange(NamedTuple):
    """How many sentences of a section were dropped, reworded and added; `side` is 0 for a section of the old text, 1 of the new."""

    side: int
    section: int
    dropped: int
    reworded: int
    added: int


def most_changed(comparison: Comparison, most: int) -> tuple[SectionChange, ...]:
    """At most so many sections with most dropped, new and reworded sentences, most first; none where only one changed.

    Small sections are counted in the enclosing one, at the level where a reader can still oversee them.
    """
    counts = _section_counts(comparison)
    changed = [at for at in sorted(counts, key=lambda at: (-_weight(counts[at]), at)) if _weight(counts[at]) > 0]
    return tuple(SectionChange(*at, **counts[at]) for at in changed[:most]) if len(counts) > 1 else ()


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
    depths = [document.depth(s.id) for s in document.sections]
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
