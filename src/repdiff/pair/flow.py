"""Where the sentences of each section went: the links of two documents, added up by the sections that enclose their ends."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import NamedTuple

from repdiff.model.document import Document

TOP = -1
"""What encloses all sections of a document."""

Pair = tuple[int, int]
Mass = Callable[[int, int], float]


class Tie(NamedTuple):
    """Two linked sentences by their ids, and how sure their link is, 0..1."""

    old: int
    new: int
    score: float


class Side:
    """One of the documents: in what its sections and its sentences stand."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.above: list[tuple[int, ...]] = []
        """Each section and those around it, the nearest first, last `TOP`."""
        for section in document.sections:
            self.above.append((section.id, *((TOP,) if section.parent is None else self.above[section.parent])))
        chapters = [document.chapter(section.id).id for section in document.sections]
        self.home = [chapters[s.section] for s in document.sentences]
        """The section under whose heading each sentence stands."""

    def around(self, sentence: int) -> tuple[int, ...]:
        """The sections that a sentence stands in, the nearest first, last `TOP`."""
        return self.above[self.home[sentence]]


class Flow:
    """The links of two documents."""

    def __init__(self, old: Document, new: Document, links: Sequence[Tie]) -> None:
        self.links = links
        self.sides = Side(old), Side(new)
        self._cells: dict[Pair, list[Tie]] = defaultdict(list)
        for link in links:
            self._cells[self.sides[0].home[link.old], self.sides[1].home[link.new]].append(link)

    def mass(self, side: int) -> Mass:
        """The sum of the links between a section of one side and one of the other, in this order; that of all with `TOP`."""
        sums = self._sums
        if side == 0:
            return lambda here, there: sums.get((here, there), 0.0)
        return lambda here, there: sums.get((there, here), 0.0)

    @cached_property
    def _sums(self) -> Mapping[Pair, float]:
        found: dict[Pair, float] = defaultdict(float)
        for (old, new), links in self._cells.items():
            score = sum(link.score for link in links)
            for pair in product(self.sides[0].above[old], self.sides[1].above[new]):
                found[pair] += score
        return found

    @cached_property
    def partners(self) -> tuple[Mapping[int, Sequence[tuple[int, float]]], Mapping[int, Sequence[tuple[int, float]]]]:
        """Of each side: sentence -> the sentences it is linked with, and how sure these links are."""
        found: tuple[dict[int, list[tuple[int, float]]], dict[int, list[tuple[int, float]]]] = (
            defaultdict(list),
            defaultdict(list),
        )
        for link in self.links:
            found[0][link.old].append((link.new, link.score))
            found[1][link.new].append((link.old, link.score))
        return found

    def between(self, pairs: Iterable[Pair]) -> dict[Pair, list[Tie]]:
        """For each pair of an old and a new section the links between what stands in them."""
        found: dict[Pair, list[Tie]] = {pair: [] for pair in pairs}
        for (old, new), links in self._cells.items():
            for pair in product(self.sides[0].above[old], self.sides[1].above[new]):
                if pair in found:
                    found[pair] += links
        return found
