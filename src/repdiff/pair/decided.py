"""What a person decided, in the terms of pairing: pairs that are links whatever the evidence, and pairs that never are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from repdiff.model.document import Document
from repdiff.model.links import Ruling
from repdiff.model.texts import Role
from repdiff.pair.choose import Costs, choose

CERTAIN = 2.0
"""Worth of a decided pair: above every probability, so that nothing outbids it."""
Pair = tuple[int, int]


class Chosen(NamedTuple):
    """A pair that becomes a link: its ids, its probability 0..1, its index among the candidates; None where it was none."""

    old: int
    new: int
    score: float
    candidate: int | None


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs of ids, old and new, of sentences or of sections: those that are links with their notes, those that are not."""

    pinned: Mapping[Pair, str] = field(default_factory=dict)
    forbidden: frozenset[Pair] = frozenset()

    def obeyed(self, pairs: Sequence[Pair], worth: NDArray[np.float64]) -> NDArray[np.float64]:
        """What candidate pairs are worth, a decided link more than any other and a forbidden one nothing."""
        if not self.pinned and not self.forbidden:
            return worth
        told = [CERTAIN if pair in self.pinned else 0.0 if pair in self.forbidden else -1.0 for pair in pairs]
        return np.where(np.array(told) < 0, worth, told)

    def choose(self, pairs: Sequence[Pair], worth: NDArray[np.float64], costs: Costs) -> list[Chosen]:
        """The pairs that become links, by old and then new id: the decided ones, and others chosen around them."""
        every = [*pairs, *sorted(self.pinned.keys() - set(pairs))] if self.pinned else pairs
        values = [*self.obeyed(pairs, worth).tolist(), *[CERTAIN] * (len(every) - len(pairs))]
        kept = set(choose([old for old, _ in every], [new for _, new in every], values, costs))
        if self.pinned:
            kept |= {k for k, pair in enumerate(every) if pair in self.pinned}
        return sorted(Chosen(*every[k], min(values[k], 1.0), k if k < len(pairs) else None) for k in kept)


def decided(old: Document, new: Document, rulings: tuple[Ruling, ...]) -> Decided:
    """The rulings by the ids of the sentences; all of them must be sentences of the documents."""
    above, below = ({s.span: s.id for s in document.sentences} for document in (old, new))
    return Decided(
        {(above[each.old], below[each.new]): each.note for each in rulings if each.together},
        frozenset((above[each.old], below[each.new]) for each in rulings if not each.together),
    )


def decided_sections(old: Document, new: Document, sentences: Decided) -> Decided:
    """The same by the ids of the sections, for pairs of headings: two headings are a pair when their sections are."""
    above, below = _headings(old), _headings(new)
    return Decided(
        {(above[a], below[b]): note for (a, b), note in sentences.pinned.items() if a in above and b in below},
        frozenset((above[a], below[b]) for a, b in sentences.forbidden if a in above and b in below),
    )


def _headings(document: Document) -> dict[int, int]:
    """The section that each heading opens, by the heading's sentence."""
    return {s.id: s.section for s in document.sentences if s.role is Role.HEADING}
