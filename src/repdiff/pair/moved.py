"""Which pairs moved.

A sentence moved when it left its neighbours: when the sentences that stood around it went on elsewhere. In detail, of two linked
sentences, one in the old section A and one in the new section B (the nearest headings above them):

1. It is *elsewhere* when B is no place where A goes on, nor A one where B comes from. A goes on in B where the two sections are
   linked, or one of them with a section around the other, as the openings of two texts are; where no other sentence of either text is
   linked; and where most of the other sentences of A went to B, or below a section around B that in its turn comes from A, unless A as a
   whole changed its chapter. So it has not moved where a section was split, merged, cut in finer parts or lost its headings.
2. It is not elsewhere, whatever the sections, when it stands in both texts beside a sentence that stayed: then a heading was put
   in, taken out or shifted between the two.
3. It is *displaced* when it is not elsewhere but left the order: when it is no part of the heaviest part of A, or of B, that is in the
   same order in both texts, and stands on another side of several sentences of that part. A swap of neighbours is no move.
4. A heading moved when its section did (`SectionLink.moved`): then its sentences, which stay beside each other, did not.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import NamedTuple

from repdiff.model.document import Document
from repdiff.model.links import SectionLink
from repdiff.model.texts import Role
from repdiff.pair.flow import TOP, Flow, Pair, Side, Tie
from repdiff.pair.order import Placed, passed, steady
from repdiff.pair.section_order import moved_pairs

_NEAR = 2  # sentences from one to the next that count as beside it: a heading or a new sentence may stand between
_FAR = 3  # sentences of other paragraphs that one must have passed to be displaced
_ALMOST_ALL = 0.9  # share of the sentences in one section from which the headings of a document tell no places
_LEAST = 1e-9  # sum of links below which nothing but a rounding is left


class Shift(Enum):
    """Where a sentence stands, seen from its counterpart."""

    STAYS = auto()
    DISPLACED = auto()
    """In the same section, out of order: where there are no headings to tell places by, and a section among its siblings."""
    ELSEWHERE = auto()
    """In another section."""


class Moves(NamedTuple):
    """What became of the place of each link, in order, and the links between the sections, each told whether the section moved."""

    shifts: list[Shift]
    sections: tuple[SectionLink, ...]


def find_moves(old: Document, new: Document, links: Sequence[Tie], sections: Sequence[SectionLink]) -> Moves:
    """What moved, given the links between sentences and those between sections."""
    moves = _Moves(Flow(old, new, links), frozenset((each.old, each.new) for each in sections))
    told = tuple(
        replace(each, moved=moved) if (moved := (each.old, each.new) in moves.sections) != each.moved else each
        for each in sections
    )
    return Moves(moves.shifts(), told)


class _Moves:
    """What became of the places of the links of two documents, `linked` being the sections that are linked."""

    def __init__(self, flow: Flow, linked: frozenset[Pair]) -> None:
        self._flow = flow
        self._linked = linked
        self._pairs = [(link.old, link.new) for link in flow.links]
        self._heads = {pair: self._sections(*pair) for pair in self._pairs}
        apart = (pair for pair, own in self._heads.items() if not own and not self._are_linked(*pair))
        self._hosts = {pair: self._host(*pair) for pair in apart}
        self.sections = moved_pairs(flow, linked, linked)
        """The linked sections that moved."""
        others = {host for host in self._hosts.values() if host} - linked
        more = moved_pairs(flow, others | linked - self.sections, linked) - linked if others else set()
        self._moved = self.sections | more

    def shifts(self) -> list[Shift]:
        """One of each link, in order."""
        heads = self._heads
        staying = {pair for pair, own in heads.items() if (own not in self._moved if own else self._stays(pair))}
        staying = _joined(staying, {pair for pair, own in heads.items() if not own})
        texts = [link for link in self._flow.links if (pair := (link.old, link.new)) in staying and not heads[pair]]
        displaced = {pair for side in self._flow.sides for pair in self._displaced(side, texts)}
        displaced |= {pair for pair, own in heads.items() if own and own in self._moved and self._are_siblings(own)}
        return [
            Shift.DISPLACED if pair in displaced else Shift.STAYS if pair in staying else Shift.ELSEWHERE
            for pair in self._pairs
        ]

    def _are_siblings(self, pair: Pair) -> bool:
        """Whether two sections stand in linked ones, or in none."""
        above, below = (side.above[each][1] for side, each in zip(self._flow.sides, pair, strict=True))
        return (above, below) in self._linked or above == below == TOP

    def _sections(self, old: int, new: int) -> Pair | None:
        """The linked sections that two headings open; None where they are no headings, or their sections are not linked."""
        above = self._flow.sides[0].document.sentences[old]
        if above.role is not Role.HEADING:
            return None
        below = self._flow.sides[1].document.sentences[new]
        pair = above.section, below.section
        return pair if below.role is Role.HEADING and pair in self._linked else None

    def _are_linked(self, old: int, new: int) -> bool:
        """Whether the two sections are linked, or one of them with a section around the other; two openings always are."""
        cell = self._flow.sides[0].home[old], self._flow.sides[1].home[new]
        sections = (side.document.sections[each] for side, each in zip(self._flow.sides, cell, strict=True))
        if cell in self._linked or not any(section.title for section in sections):
            return True
        above, below = self._flow.sides[0].above[cell[0]], self._flow.sides[1].above[cell[1]]
        return any((cell[0], each) in self._linked for each in below) or any(
            (each, cell[1]) in self._linked for each in above
        )

    def _stays(self, pair: Pair) -> bool:
        """Whether one of the two sections is where the other goes on, or there is nothing else to tell it by."""
        if pair in self._hosts and self._is_alone(pair):
            return True
        host = self._hosts.get(pair)
        return pair not in self._hosts or (host is not None and host not in self._moved)

    def _is_alone(self, pair: Pair) -> bool:
        """Whether of two sentences one is the only one of its text that is linked at all."""
        every = self._flow.mass(0)(TOP, TOP)
        own = (sum(score for _, score in self._flow.partners[side][sentence]) for side, sentence in enumerate(pair))
        return any(every - each <= _LEAST for each in own)

    def _host(self, old: int, new: int) -> Pair | None:
        """The two sections by which most of what stands around one sentence went to where the other stands."""
        return self._from(0, old, new) or ((pair := self._from(1, new, old)) and pair[::-1]) or None

    def _from(self, side: int, sentence: int, partner: int) -> Pair | None:
        """The same for what stands around a sentence of one side, that side first."""
        mass, other = self._flow.mass(side), self._flow.sides[1 - side]
        own = [(other.around(each), score) for each, score in self._flow.partners[side][sentence]]
        all_own = sum(score for _, score in own)
        around = self._flow.sides[side].around(sentence)
        here = next(each for each in around if each == TOP or mass(each, TOP) - all_own > _LEAST)
        least = (mass(here, TOP) - all_own) / 2
        for at, there in enumerate(other.around(partner)[:-1] if here != TOP else ()):
            between = mass(here, there)
            if between - sum(score for places, score in own if there in places) > least:
                return (here, there) if at == 0 or between > mass(TOP, there) / 2 else None
        return None

    def _displaced(self, side: Side, links: Sequence[Tie]) -> Iterator[Pair]:
        """The links out of order in what is almost the whole of a document."""
        k = self._flow.sides.index(side)
        section, count = Counter(side.home).most_common(1)[0]
        if count < _ALMOST_ALL * len(side.home):
            return
        unit = [link for link in links if side.home[(link.old, link.new)[k]] == section]
        things = [Placed(link.old, link.new, self._weight(link)) for link in unit]
        blocks = [_paragraphs(each.document) for each in self._flow.sides]
        around = [(blocks[0][link.old], blocks[1][link.new]) for link in unit]
        for link, count in zip(unit, passed(things, steady(things), around), strict=True):
            if count >= _FAR:
                yield link.old, link.new

    def _weight(self, link: Tie) -> float:
        spans = (
            side.document.sentences[each].span
            for side, each in zip(self._flow.sides, (link.old, link.new), strict=True)
        )
        return link.score * sum(span.end - span.start for span in spans)


def _joined(staying: set[Pair], others: set[Pair]) -> set[Pair]:
    """The links that stay, and of the others those beside one on both sides, again and again."""
    left = others - staying
    reached = [pair for pair in left if not staying.isdisjoint(_beside(*pair))]
    left.difference_update(reached)
    found = staying.union(reached)
    while reached and left:
        joined = left.intersection(_beside(*reached.pop()))
        left -= joined
        found |= joined
        reached.extend(joined)
    return found


def _beside(old: int, new: int) -> Iterator[Pair]:
    for step in (1, -1):
        for above in range(1, _NEAR + 1):
            for below in range(1, _NEAR + 1):
                yield old + step * above, new + step * below


def _paragraphs(document: Document) -> list[range]:
    """The sentences of the paragraph that each sentence stands in."""
    starts = [
        s.id
        for s in document.sentences
        if not s.id or "\n" in document.source.text[document.sentences[s.id - 1].span.end : s.span.start]
    ]
    ends = [*starts[1:], len(document.sentences)]
    return [range(start, end) for start, end in zip(starts, ends, strict=True) for _ in range(start, end)]
