"""Where everything stands in a report: the new document's order, with what only the old one has at its counterpart's place."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from repdiff.model.document import Document
from repdiff.model.links import Comparison
from repdiff.model.texts import Section


class What(Enum):
    """What a row shows."""

    GROUP = auto()
    DROPPED = auto()
    ADDED = auto()
    RENAMED = auto()
    """The heading of a new section beside the heading of the old section it is paired with, though the sentences are not linked."""
    OLD_END = auto()
    """An old sentence at its old place; its group stands elsewhere."""
    NEW_END = auto()
    """A new sentence of a group that stands further up."""


class Item(NamedTuple):
    """A row: what it shows, and the ids of its group and of its old and new sentence (-1 where there is none)."""

    what: What
    group: int = -1
    old: int = -1
    new: int = -1


@dataclass(slots=True)
class Block:
    """A section of the new document, or one of the old that the new one lacks: its heading's rows, then its other rows."""

    section: int
    dropped: bool = False
    heads: list[Item] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


def heading_ids(document: Document) -> dict[int, int]:
    """Sentence id -> section id, for every sentence that is (part of) its section's heading."""
    found = {}
    for sentence in document.sentences:
        heading = document.sections[sentence.section].heading
        if heading.start <= sentence.span.start and sentence.span.end <= heading.end:
            found[sentence.id] = sentence.section
    return found


def moved_away(comparison: Comparison) -> frozenset[int]:
    """The old sentences all of whose links are moved: they stand at another place in the new document."""
    moved: dict[int, bool] = {}
    for link in comparison.links:
        moved[link.old] = moved.get(link.old, True) and link.moved
    unlinked = {s for g in comparison.groups if g.moved and not g.links for s in g.old}
    return frozenset(s for s, is_moved in moved.items() if is_moved) | unlinked


def origins(comparison: Comparison) -> dict[int, int]:
    """New section id -> the old section that it is best linked to."""
    best: dict[int, tuple[float, int]] = {}
    for link in comparison.section_links:
        best[link.new] = max(best.get(link.new, (-1.0, 0)), (link.score, -link.old))
    return {new: -best[new][1] for new in sorted(best)}


def renamed_headings(comparison: Comparison) -> dict[int, int]:
    """New heading -> old heading, where a row shows both because their sections are paired, though the sentences are not."""
    return _Layout(comparison).renamed


def lay_out(comparison: Comparison) -> list[Block]:
    """The sections in the order they are read; every sentence of both sides is in it."""
    return _Layout(comparison).blocks()


class _Layout:
    def __init__(self, comparison: Comparison) -> None:
        self.c = comparison
        self.group_of_old = {s: i for i, g in enumerate(comparison.groups) for s in g.old}
        self.group_of_new = {s: i for i, g in enumerate(comparison.groups) for s in g.new}
        self.old_heads = heading_ids(comparison.old)
        self.new_heads = heading_ids(comparison.new)
        self.away = moved_away(comparison)
        self.at_start: dict[int, list[Item]] = defaultdict(list)
        self.after: dict[int, list[Item]] = defaultdict(list)
        self.lost: dict[int, list[Block]] = defaultdict(list)

    def blocks(self) -> list[Block]:
        self._place_old()
        blocks = list(self.lost[-1])
        of_section = defaultdict(list)
        for sentence in self.c.new.sentences:
            of_section[sentence.section].append(sentence.id)
        for section in self.c.new.sections:
            blocks.append(self._new_block(section, of_section[section.id]))
            blocks.extend(self.lost[section.id])
        return [b for b in blocks if b.heads or b.items]

    @cached_property
    def hosts(self) -> dict[int, int]:
        """Old section -> the new section that best continues it."""
        hosts: dict[int, int] = {}
        for link in sorted(self.c.section_links, key=lambda link: (-link.score, link.old, link.new)):
            hosts.setdefault(link.old, link.new)
        for sentence, section in self.old_heads.items():
            group = self.group_of_old.get(sentence)
            heads = [n for n in self.c.groups[group].new if n in self.new_heads] if group is not None else []
            if heads:
                hosts.setdefault(section, self.new_heads[heads[0]])
        if self.c.old.sections and self.c.new.sections and not _has_heading(self.c.old.sections[0]):
            hosts.setdefault(0, 0)
        for untitled in (s for s in self.c.old.sections if s.parent is not None and not _has_heading(s)):
            host = self._host_of_untitled(untitled, hosts)
            if host is not None:
                hosts[untitled.id] = host
        return hosts

    def _host_of_untitled(self, section: Section, hosts: dict[int, int]) -> int | None:
        """The new section where most of an untitled section's sentences went that stayed; else that of its chapter."""
        stayed = [
            self.group_of_old[s.id]
            for s in self.c.old.sentences
            if s.section == section.id and s.id in self.group_of_old and s.id not in self.away
        ]
        places = Counter(self.c.new.sentences[self._anchor(group)].section for group in stayed)
        if places:
            return max(places, key=lambda place: (places[place], -place))
        return hosts.get(self.c.old.chapter(section.id).id)

    @cached_property
    def renamed(self) -> dict[int, int]:
        """New heading -> old heading, where the sections are paired and neither heading has a partner of its own."""
        first_old = {section: s for s, section in reversed(self.old_heads.items())}
        first_new = {section: s for s, section in reversed(self.new_heads.items())}
        pairs: dict[int, int] = {}
        used: set[int] = set()
        for link in sorted(self.c.section_links, key=lambda link: (-link.score, link.old, link.new)):
            old, new = first_old.get(link.old, -1), first_new.get(link.new, -1)
            free = old not in self.group_of_old and new not in self.group_of_new
            if old >= 0 and new >= 0 and free and new not in pairs and old not in used:
                pairs[new] = old
                used.add(old)
        return pairs

    def _place_old(self) -> None:
        consumed = set(self.renamed.values())
        place, section, host, lost = -1, -1, -1, None
        for sentence in self.c.old.sentences:
            if sentence.section != section:
                section, place = sentence.section, -1
                lost = None if section in self.hosts else Block(section, dropped=True)
                host = self.hosts.get(section, host)
                if lost:
                    self.lost[host].append(lost)
            group = self.group_of_old.get(sentence.id, -1)
            if group >= 0 and sentence.id not in self.away:
                new = self._anchor(group)
                place = new if self.c.new.sentences[new].section == host else place
            elif sentence.id not in consumed:
                what = What.DROPPED if group < 0 else What.OLD_END
                self._put(Item(what, group, sentence.id), lost, place, host)

    def _put(self, item: Item, lost: Block | None, place: int, host: int) -> None:
        if lost and item.old in self.old_heads:
            lost.heads.append(item)
        elif lost:
            lost.items.append(item)
        elif place >= 0:
            self.after[place].append(item)
        else:
            self.at_start[host].append(item)

    def _anchor(self, group: int) -> int:
        return min(self.c.groups[group].new)

    def _new_block(self, section: Section, sentences: list[int]) -> Block:
        block = Block(section.id)
        rows = list(self._new_rows(sentences))
        block.heads = [i for i in rows if self._is_head(i)]
        block.items = self.at_start[section.id] + [i for i in rows if not self._is_head(i)]
        return block

    def _new_rows(self, sentences: list[int]) -> Iterator[Item]:
        for new in sentences:
            group = self.group_of_new.get(new, -1)
            if new in self.renamed:
                yield Item(What.RENAMED, -1, self.renamed[new], new)
            elif group < 0:
                yield Item(What.ADDED, -1, -1, new)
            elif new == self._anchor(group):
                yield Item(What.GROUP, group, -1, new)
            elif not self._adjoins(group, new):
                yield Item(What.NEW_END, group, -1, new)
            yield from self.after[new]

    def _adjoins(self, group: int, new: int) -> bool:
        members = self.c.groups[group].new
        return all(n in members for n in range(self._anchor(group), new))

    def _is_head(self, item: Item) -> bool:
        if item.new not in self.new_heads:
            return False
        # A heading that was a sentence before, or became several, is read as text beside text.
        if item.what is not What.GROUP:
            return True
        group = self.c.groups[item.group]
        return all(o in self.old_heads for o in group.old) and all(n in self.new_heads for n in group.new)


def _has_heading(section: Section) -> bool:
    return section.heading.end > section.heading.start
