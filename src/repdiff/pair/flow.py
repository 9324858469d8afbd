"""Where the sentences of each section went: the links of two documents, added up by the sections that enclose their ends."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from repdiff.model.document import Document

TOP = -1
"""What encloses all sections of a document."""

Pair = tuple[int, int]


class Tie(NamedTuple):
    """Two linked sentences by their ids, and how sure their link is, 0..1."""

    old: int
    new: int
    score: float


class Side:
    """One of the documents: in what its sentences stand and, of each section, where what stands in it went."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.home = [document.chapter(s.section).id for s in document.sentences]
        """The section under whose heading each sentence stands."""
        self.above = [_enclosing(document, s.id) for s in document.sections]
        """Each section and those around it, the nearest first, last `TOP`."""
        self.mass: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        """Section -> section of the other side -> sum of the links between what stands in them; under `TOP` the sum of all."""
        self.own: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        """Sentence -> section of the other side -> sum of its links into it."""

    def around(self, sentence: int) -> tuple[int, ...]:
        """The sections that a sentence stands in, the nearest first, last `TOP`."""
        return self.above[self.home[sentence]]


class Flow:
    """The links of two documents."""

    def __init__(self, old: Document, new: Document, links: Sequence[Tie]) -> None:
        self.links = links
        self.sides = Side(old), Side(new)
        for link in links:
            self._count(0, link.old, link.new, link.score)
            self._count(1, link.new, link.old, link.score)

    def _count(self, side: int, sentence: int, partner: int, score: float) -> None:
        one, other = self.sides[side], self.sides[1 - side]
        for there in other.around(partner):
            one.own[sentence][there] += score
            for here in one.around(sentence):
                one.mass[here][there] += score

    def between(self, pairs: Iterable[Pair]) -> dict[Pair, list[Tie]]:
        """For each pair of an old and a new section the links between what stands in them, in order."""
        found: dict[Pair, list[Tie]] = {pair: [] for pair in pairs}
        for link in self.links:
            for above in self.sides[0].around(link.old):
                for below in self.sides[1].around(link.new):
                    if (above, below) in found:
                        found[above, below].append(link)
        return found


def _enclosing(document: Document, section: int) -> tuple[int, ...]:
    found = []
    walker: int | None = section
    while walker is not None:
        found.append(walker)
        walker = document.sections[walker].parent
    return (*found, TOP)
