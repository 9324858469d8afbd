"""Where a text that moved came from and went, in words: the heading it stood under, or that it stood further up or down."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Group, Link
from repdiff.model.texts import Section
from repdiff.report.order import heading_ids, moved_away
from repdiff.report.words import Words


class Moves:
    """What is said of the moves of one comparison, in one language."""

    def __init__(self, comparison: Comparison, words: Words) -> None:
        self._c = comparison
        self._words = words

    @cached_property
    def _heads(self) -> tuple[dict[int, int], dict[int, int]]:
        return heading_ids(self._c.old), heading_ids(self._c.new)

    @cached_property
    def _moved(self) -> dict[int, Link]:
        """Old sentence -> its first link that moved."""
        return {link.old: link for link in reversed(self._c.links) if link.moved}

    @cached_property
    def _away(self) -> frozenset[int]:
        return moved_away(self._c)

    @cached_property
    def _linked(self) -> frozenset[tuple[int, int]]:
        return frozenset((link.old, link.new) for link in self._c.section_links)

    @cached_property
    def _steady(self) -> list[tuple[int, int]]:
        """What did not move: its new and old sentences, in the order of the new text."""
        return sorted((link.new, link.old) for link in self._c.links if not link.moved)

    def of(self, group: Group) -> Iterator[str]:
        """Where the sentences of a group came from, once each; of one that stayed, where a part of it went."""
        links = [self._c.links[i] for i in group.links if self._c.links[i].moved]
        came = [self._moved[s] for s in group.old if s in self._away and s in self._moved]
        yield from dict.fromkeys(self._came(link) for link in came)
        if not came:
            yield from dict.fromkeys(self._part(link) for link in links)

    def came_from(self, sentence: int) -> str:
        """Where an old sentence that moved stood, for beside it."""
        link = self._moved.get(sentence)
        if link is not None and self._is_within(link):
            return self._words["page.from_above" if self._is_down(link) else "page.from_below"]
        return self._words["page.moved_from"].format(title=self._title(self._place(0, sentence)))

    def went_to(self, sentence: int, partner: int) -> str:
        """Where an old sentence that moved stands now, for its old place; `partner` is the new sentence it is shown beside."""
        link = self._moved.get(sentence)
        if link is not None and self._is_within(link):
            return self._words["page.moved_down" if self._is_down(link) else "page.moved_up"]
        return self._words["page.moved_to"].format(title=self._title(self._place(1, partner)))

    def _came(self, link: Link) -> str:
        if self._is_within(link):
            return self._words["comparison.from_above" if self._is_down(link) else "comparison.from_below"]
        return self._words["comparison.moved_from"].format(place=self._title(self._place(0, link.old)))

    def _part(self, link: Link) -> str:
        if self._is_within(link):
            return self._words["comparison.part_down" if self._is_down(link) else "comparison.part_up"]
        return self._words["comparison.part_moved"].format(place=self._title(self._place(1, link.new)))

    def _place(self, side: int, sentence: int) -> Section:
        """The section that a sentence stands in; a heading stands in the one around its own."""
        document = (self._c.old, self._c.new)[side]
        section = document.sections[document.sentences[sentence].section]
        if sentence in self._heads[side] and section.parent is not None:
            section = document.sections[section.parent]
        return document.chapter(section.id)

    def _is_within(self, link: Link) -> bool:
        """Whether the two places have no other name: the same section, or none with a title."""
        old, new = self._place(0, link.old), self._place(1, link.new)
        return not (old.title or new.title) or (old.id, new.id) in self._linked

    def _is_down(self, link: Link) -> bool:
        """Whether what moved stood further up: above what stands before it now."""
        at = bisect_left(self._steady, (link.new, link.old))
        return at > 0 and self._steady[at - 1][1] > link.old

    def _title(self, section: Section) -> str:
        return section.title or self._words["comparison.opening"]


def emptied(comparison: Comparison) -> frozenset[int]:
    """The old sections of which nothing was dropped but headings: all that stood in them stands elsewhere."""
    document, dropped = comparison.old, set(comparison.dropped)
    heads = heading_ids(document)
    lost: set[int] = set()
    full: set[int] = set()
    for sentence in document.sentences:
        if sentence.id not in heads:
            (lost if sentence.id in dropped else full).update(_around(document, sentence.section))
    return frozenset(full - lost)


def _around(document: Document, section: int) -> Iterator[int]:
    walker: int | None = section
    while walker is not None:
        yield walker
        walker = document.sections[walker].parent
