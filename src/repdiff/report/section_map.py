"""The section map: old headings on the left, new ones on the right, bands between those that share content.

Heights are counted in rows of the lists beside the drawing, so that it fits whatever size the type has.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from repdiff.model.document import Document
from repdiff.model.links import Comparison
from repdiff.model.texts import Section
from repdiff.report.words import Words

_READABLE = 32
"""Headings of a side that the folded map shows at most; it never shows less than the two upper levels."""
_FEWEST = 2
"""Sections of a side from which there is something to draw."""
_LEAST_SHARE = 0.12
"""A band must carry this much of one of its ends: less is scattered sentences, no relation of sections."""
_THICK = 0.82
"""The whole of a section, in rows: a gap stays between neighbours."""


class Ids(NamedTuple):
    """The ids of the old and of the new sections, and which of them the page holds."""

    old: Sequence[str]
    new: Sequence[str]
    present: frozenset[str]


class Entry(NamedTuple):
    """A heading: its depth in the tree, where it or its best partner stands in the page, and `fate`: kept, dropped or added."""

    title: str
    depth: int
    href: str
    fate: str


class Band(NamedTuple):
    """A ribbon: its outline as an SVG path over 100 units of width, where it leads, and what it says."""

    path: str
    href: str
    kind: str
    text: str


class Chart(NamedTuple):
    """A map of `rows` rows."""

    old: tuple[Entry, ...]
    new: tuple[Entry, ...]
    bands: tuple[Band, ...]
    rows: int


def section_maps(comparison: Comparison, ids: Ids, words: Words) -> tuple[Chart, ...]:
    """The map of the upper levels, and that of all headings where it holds more; none where a side has but one section."""
    documents = (comparison.old, comparison.new)
    if min(len(d.sections) for d in documents) < _FEWEST:
        return ()
    depths = tuple(_shown_depths(d) for d in documents)
    limit = _limit(depths)
    charts = [_Drawing(comparison, ids, words, limit).chart()]
    deepest = max(max(d) for d in depths)
    if deepest > limit:
        charts.append(_Drawing(comparison, ids, words, deepest).chart())
    return tuple(charts)


def _limit(depths: tuple[list[int], ...]) -> int:
    levels = sorted(set(depths[0]) | set(depths[1]))
    fitting = [level for level in levels if all(sum(d <= level for d in side) <= _READABLE for side in depths)]
    return max([*fitting, *levels[:2][-1:]])


def _depths(document: Document) -> list[int]:
    depths: list[int] = []
    for section in document.sections:
        depths.append(0 if section.parent is None else depths[section.parent] + 1)
    return depths


def _shown_depths(document: Document) -> list[int]:
    """Without those of untitled sections that go on with a chapter: they are drawn as part of it."""
    shown = (document.chapter(section.id) is section for section in document.sections)
    return [depth for depth, own in zip(_depths(document), shown, strict=True) if own]


class _Drawing:
    """One map to a depth: what lies deeper is counted in the section that encloses it."""

    def __init__(self, comparison: Comparison, ids: Ids, words: Words, limit: int) -> None:
        self._c = comparison
        self._anchors = (ids.old, ids.new)
        self._present = ids.present
        self._words = words
        self._tops = (_tops(comparison.old, limit), _tops(comparison.new, limit))
        self._shown = tuple(tuple(dict.fromkeys(tops)) for tops in self._tops)
        self._rows = tuple({section: row for row, section in enumerate(side)} for side in self._shown)

    def chart(self) -> Chart:
        flows, sizes = self._flows(), self._sizes()
        shares = {
            (a, b): (min(chars[0] / max(sizes[0][a], 1), 1.0), min(chars[1] / max(sizes[1][b], 1), 1.0))
            for (a, b), chars in sorted(flows.items())
        }
        kept = {pair: share for pair, share in shares.items() if max(share) >= _LEAST_SHARE}
        moved = self._moved(kept)
        best = tuple(_strongest(kept, side) for side in (0, 1))
        return Chart(
            self._entries(0, best[0]),
            self._entries(1, best[1]),
            tuple(self._bands(kept, moved)),
            max(len(side) for side in self._shown),
        )

    def _flows(self) -> dict[tuple[int, int], tuple[int, int]]:
        """(old section, new section) -> characters of old sentences that go there and of new ones that come from there."""
        flows: dict[tuple[int, int], list[int]] = {}
        old, new = self._c.old.sentences, self._c.new.sentences
        partners = (Counter(link.old for link in self._c.links), Counter(link.new for link in self._c.links))
        for link in self._c.links:
            pair = self._tops[0][old[link.old].section], self._tops[1][new[link.new].section]
            flow = flows.setdefault(pair, [0, 0])
            for side, sentence, ident in ((0, old[link.old], link.old), (1, new[link.new], link.new)):
                flow[side] += (sentence.span.end - sentence.span.start) // partners[side][ident]
        return {pair: (flow[0], flow[1]) for pair, flow in flows.items()}

    def _sizes(self) -> tuple[Counter[int], Counter[int]]:
        sizes: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
        for side, document in enumerate((self._c.old, self._c.new)):
            for sentence in document.sentences:
                sizes[side][self._tops[side][sentence.section]] += sentence.span.end - sentence.span.start
        return sizes

    def _moved(self, kept: Mapping[tuple[int, int], tuple[float, float]]) -> set[tuple[int, int]]:
        linked = {(link.old, link.new) for link in self._c.section_links if link.moved}
        return {pair for pair in kept if pair in linked}

    def _entries(self, side: int, partners: Mapping[int, int]) -> tuple[Entry, ...]:
        document = (self._c.old, self._c.new)[side]
        depths = _depths(document)
        lone = ("dropped", "added")[side]
        return tuple(
            Entry(
                self._title(document.sections[s]),
                min(depths[s], 5),
                self._href(side, s, partners.get(s)),
                "kept" if s in partners else lone,
            )
            for s in self._shown[side]
        )

    def _href(self, side: int, section: int, partner: int | None) -> str:
        """Where the section stands in the page; an old one that was continued stands with its partner."""
        found = [self._anchors[side][section]]
        if partner is not None:
            found.append(self._anchors[1 - side][partner])
        return next(("#" + anchor for anchor in found if anchor in self._present), "")

    def _title(self, section: Section) -> str:
        return section.title or self._words["opening"]

    def _bands(self, kept: Mapping[tuple[int, int], tuple[float, float]], moved: set[tuple[int, int]]) -> list[Band]:
        """The bands, each end stacked in the order of the other side so that those of one section do not cross."""
        starts: tuple[dict[int, float], dict[int, float]] = ({}, {})
        at: tuple[dict[tuple[int, int], float], dict[tuple[int, int], float]] = ({}, {})
        for side in (0, 1):
            for pair in sorted(kept, key=lambda p: (p[side], p[1 - side])):
                row = self._rows[side][pair[side]]
                top = starts[side].get(pair[side], row + (1 - _THICK) / 2)
                at[side][pair] = top
                starts[side][pair[side]] = top + _THICK * kept[pair][side]
        bands = []
        for pair, share in kept.items():
            left, right = at[0][pair], at[1][pair]
            kind = "moved" if pair in moved else "kept"
            path = _ribbon(left, left + _THICK * share[0], right, right + _THICK * share[1])
            bands.append(Band(path, self._href(1, pair[1], None), kind, self._says(pair, share, kind)))
        return bands

    def _says(self, pair: tuple[int, int], share: tuple[float, float], kind: str) -> str:
        text = self._words["map_shared"].format(
            old_title=self._title(self._c.old.sections[pair[0]]),
            new_title=self._title(self._c.new.sections[pair[1]]),
            old=round(100 * share[0]),
            new=round(100 * share[1]),
        )
        return text + (self._words["comma"] + self._words["map_moved"] if kind == "moved" else "")


def _strongest(kept: Mapping[tuple[int, int], tuple[float, float]], side: int) -> dict[int, int]:
    """Section of `side` -> the section of the other side that it shares most of itself with."""
    best: dict[int, int] = {}
    for pair in sorted(kept, key=lambda p: (-kept[p][side], p)):
        best.setdefault(pair[side], pair[1 - side])
    return best


def _tops(document: Document, limit: int) -> list[int]:
    """Section -> the section at most `limit` deep that holds it."""
    tops: list[int] = []
    for section, depth in zip(document.sections, _depths(document), strict=True):
        own = document.chapter(section.id) is section and (depth <= limit or section.parent is None)
        tops.append(section.id if own or section.parent is None else tops[section.parent])
    return tops


def _ribbon(left: float, left_end: float, right: float, right_end: float) -> str:
    a, b, c, d = (f"{value:.2f}" for value in (left, left_end, right, right_end))
    return f"M0 {a}C50 {a} 50 {c} 100 {c}V{d}C50 {d} 50 {b} 0 {b}Z"
