"""What the tables of a comparison have a row for: each group, each dropped and each added sentence, in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Group, Kind, Link, Shape
from repdiff.report.order import Item, What, lay_out
from repdiff.report.passages import place

_ENDS: Final = (What.OLD_END, What.NEW_END)
_LONE: Final = {What.DROPPED: "dropped", What.ADDED: "added", What.RENAMED: "renamed"}


class Entry(NamedTuple):
    """One row: the item of the order that it shows, its group, its old and its new sentences, and under which heading it is shown: the
    side (0 is old, of sections that the new text lacks) and the id of the chapter.
    """

    item: Item
    group: Group | None
    old: tuple[int, ...]
    new: tuple[int, ...]
    under: tuple[int, int]

    @property
    def kind(self) -> str:
        """`identical`, `reworded`, `dropped`, `added`, or `renamed`: the headings of two paired sections that are no pair themselves."""
        return str(self.group.kind) if self.group else _LONE[self.item.what]

    @property
    def kinds(self) -> str:
        """The same with `moved`, `renumbered`, `split`, `merged` or `regrouped`, and `turned` behind it."""
        group = self.group
        if group is None:
            return self.kind
        flags = {"moved": group.moved, "renumbered": group.renumbered, group.shape: group.shape != Shape.ONE}
        found = (name for name, holds in (flags | {"turned": bool(group.turned)}).items() if holds)
        return " ".join([self.kind, *map(str, found)])

    @property
    def is_change(self) -> bool:
        """Whether there is anything to see but unchanged text in its place."""
        return self.group is None or self.group.kind is not Kind.IDENTICAL or self.group.moved

    def links(self, comparison: Comparison) -> list[Link]:
        """The links of its group."""
        return [comparison.links[i] for i in self.group.links] if self.group else []


def entries(comparison: Comparison) -> Iterator[Entry]:
    """Every sentence of both sides, once."""
    for block in lay_out(comparison):
        side = 0 if block.dropped else 1
        under = side, (comparison.old, comparison.new)[side].chapter(block.section).id
        for item in (*block.heads, *block.items):
            if item.what not in _ENDS:
                group = comparison.groups[item.group] if item.what is What.GROUP else None
                old, new = (group.old, group.new) if group else (_one(item.old), _one(item.new))
                yield Entry(item, group, old, new, under)


def places(document: Document, sentences: Sequence[int]) -> str:
    """Where sentences stand, behind each other."""
    return " ".join(place(document, document.sentences[sentence].span.start) for sentence in sentences)


def once(words: Iterable[str], between: str) -> str:
    """Texts that are not empty behind each other, each once."""
    return between.join(dict.fromkeys(word for word in words if word))


def _one(sentence: int) -> tuple[int, ...]:
    return (sentence,) if sentence >= 0 else ()
