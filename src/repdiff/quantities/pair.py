"""Pair the quantities of two documents: which number of the new one answers which number of the old one.

Two quantities belong together when their units may be compared and their indicators share rare characters. How much must be
shared depends on what speaks for the pair besides: that their sentences are linked, or that their sections are. A quantity has at
most one partner, the best pairs are taken first.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from math import log, sqrt
from typing import NamedTuple

from repdiff.languages.han import folded
from repdiff.languages.scripts import ACCENTS, UNSPACED_LETTERS
from repdiff.model.document import Document
from repdiff.model.links import Comparison, Link, SectionLink
from repdiff.model.quantities import Direction, Measure, NumberChange, Period, Quantity
from repdiff.quantities.directions import bounded, crosses_zero, side_of_zero, telling
from repdiff.quantities.doubts import Cited, doubt, grave
from repdiff.quantities.sameness import other_heads, shared
from repdiff.quantities.targets import core
from repdiff.quantities.times import other_time
from repdiff.quantities.units import comparable
from repdiff.text.keys import key

LINKED = 0.45
"""Likeness that two indicators need where their sentences are linked: the sentences already say the same."""
APART = 0.62
"""Likeness that two indicators need where nothing else links them."""
LEAST_MASS = 0.4
"""Content that indicators of unlinked sentences must share, in units of a usual indicator's: `新增` alone names nothing."""
LEAST_UNSURE = 0.73
"""Score that a pair needs to be shown where one of two names may be a part of the other."""
_WORD = re.compile(rf"(?:[^\W\d_{UNSPACED_LETTERS}\uac00-\ud7af]|[{ACCENTS}]){{2,}}|#\d")
_UNSPACED = re.compile(rf"[{UNSPACED_LETTERS}\uac00-\ud7af]+")
_CONTEXT = 0.45  # what the rest of the clause may add to the likeness of the indicators
_OTHER_MEASURE = 0.05  # a level beside an increment: 新增 is often left out
_SAME_VALUE = 0.46  # an equal number in a linked sentence: hardly ever chance
_OTHER_SIDE = 0.25  # a surplus beside a deficit: half of such a name is the word for it
_SAME_ROW = 0.8  # of a row that cannot be told apart by its items: it must be the same row
_HALF = 0.5  # of a name; a rate may be called by another word of its kind (能耗强度)
_ONE_NAME = 0.99  # as good as one name, however short
_LEAST_LINKED = 0.1  # content that indicators of linked sentences must share: more than 增长
_FEW = 20  # an equal number below it, without a unit, stands in two linked sentences by chance
_BY_CHANCE = 0.5  # of two names, which round numbers that are equal may stand beside by chance
_NOUN = 3  # characters of a noun that is none of every second indicator (企业, 项目)
_FAR_APART = 5  # how many times what is new there may be of it at all: all firms are more than those of one year
_COUNTS = frozenset({"count", "person", "household", ""})  # units that say nothing of what is counted
_SECOND = 0.75  # how much a likeness counts that a name other than the first of both gives


def pair_quantities(comparison: Comparison) -> tuple[NumberChange, ...]:
    """The quantities that stand on both sides, in the order of the old text. Turned around, the same pairs."""
    old, new = comparison.old.quantities, comparison.new.quantities
    links, sections = sentence_pairs(comparison.links), section_pairs(comparison.section_links)
    pairs = match(Side(comparison.old, old), Side(comparison.new, new), links, sections)
    return tuple(
        change(comparison, old[i], new[j], score)
        for i, j, score in sorted(pairs)
        if is_shown((comparison.old, old[i]), (comparison.new, new[j]), score)
    )


def is_shown(old: tuple[Document, Quantity], new: tuple[Document, Quantity], score: float) -> bool:
    """Whether a pair is sure enough to be shown, with a doubt or without."""
    one, other = old[1], new[1]
    found = shared(one, other)
    weak = found.unsure and found.joined and score < LEAST_UNSURE and one.value != other.value
    return not (weak and not crosses_zero(one, other) and not _same_noun(one, other)) and not grave(
        Cited(*old), Cited(*new)
    )


def change(comparison: Comparison, old: Quantity, new: Quantity, score: float) -> NumberChange:
    """What became of a quantity, and what speaks against comparing the two."""
    signed = _signed(old, new)
    said = doubt(Cited(comparison.old, old), Cited(comparison.new, new))
    return NumberChange(old, new, score, signed, _percent(old, signed), old.bound is not new.bound, said)


def _signed(old: Quantity, new: Quantity) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """The numbers to compare: a deficit is as large as it is called against another, and below zero against a surplus."""
    sides = (old, new)
    if crosses_zero(old, new):
        mine, theirs = (_below(each) if side_of_zero(each) is Direction.DOWN else each.signed for each in sides)
        return mine, theirs
    return old.signed, new.signed


def _below(quantity: Quantity) -> tuple[Decimal, ...]:
    return tuple(sorted(-abs(number) for number in quantity.signed))


def _percent(old: Quantity, signed: tuple[tuple[Decimal, ...], tuple[Decimal, ...]]) -> Decimal | None:
    """How much the number changed in percent of the old one; None where that says nothing."""
    (first, *more), (last, *others) = signed
    if old.family in ("percent", "points") or more or others or first <= 0 or last < 0:
        return None
    return (100 * (last - first) / first).quantize(Decimal("0.01"))


class Side(NamedTuple):
    """A document and its quantities."""

    document: Document
    quantities: tuple[Quantity, ...]


Pairs = tuple[tuple[int, int, float], ...]


def match(old: Side, new: Side, links: dict[tuple[int, int], float], sections: set[tuple[int, int]]) -> Pairs:
    """Indices of the paired quantities with their score 0..1; `links` are scores of linked sentences, `sections` linked sections.

    Worked out from the smaller to the larger side, so that the sides exchanged give the same pairs.
    """
    if _order(new) < _order(old):
        turned = match(new, old, {(b, a): s for (a, b), s in links.items()}, {(b, a) for a, b in sections})
        return tuple(sorted((i, j, score) for j, i, score in turned))
    likeness = Likeness([q.names for q in (*old.quantities, *new.quantities)])
    averaged = [[_is_average(side.document, each) for each in side.quantities] for side in (old, new)]
    found = []
    for i, j in _candidates(old, new, likeness, links):
        one, other = old.quantities[i], new.quantities[j]
        if other_time((old.document, one), (new.document, other)):
            continue
        if averaged[0][i] != averaged[1][j] and one.value != other.value:
            continue
        score = _score(
            likeness, (i, one), (len(old.quantities) + j, other), links, _sections(old, new, one, other, sections)
        )
        if score > 0:
            found.append((-score, abs(i / len(old.quantities) - j / len(new.quantities)), i, j))
    taken: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for minus, _, i, j in sorted(found):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j, round(min(-minus, 1.0), 6)))
    return tuple(sorted(pairs))


def _is_average(document: Document, quantity: Quantity) -> bool:
    """Whether its clause says that it is the average of several years."""
    approach = document.source.bare[quantity.clause.start : quantity.span.end]
    return bool(_averaged().search(folded(approach)))


@cache
def _averaged() -> re.Pattern[str]:
    return re.compile(bounded(lambda words: words.changes.averaged))


def _order(side: Side) -> tuple[int, str]:
    return len(side.document.source.text), side.document.source.text


def _sections(old: Side, new: Side, one: Quantity, other: Quantity, sections: set[tuple[int, int]]) -> bool:
    above = old.document.chapter(old.document.sentences[one.sentence].section)
    below = new.document.chapter(new.document.sentences[other.sentence].section)
    return (above.id, below.id) in sections


def _candidates(
    old: Side, new: Side, likeness: "Likeness", links: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Pairs of comparable units whose sentences are linked, or whose phrases share two neighbouring characters or a word."""
    holders: dict[object, list[int]] = {}
    partners: dict[int, list[int]] = {}
    for above, below in sorted(links):
        partners.setdefault(above, []).append(below)
    for j, other in enumerate(new.quantities):
        holders.setdefault(other.sentence, []).append(j)
        for gram in likeness.clause(len(old.quantities) + j):
            if len(gram) > 1:
                holders.setdefault(gram, []).append(j)
    for i, one in enumerate(old.quantities):
        near = {j for gram in likeness.clause(i) if len(gram) > 1 for j in holders.get(gram, ())}
        near |= {j for below in partners.get(one.sentence, ()) for j in holders.get(below, ())}
        for j in sorted(near):
            if comparable(one.family, new.quantities[j].family):
                yield i, j


def _score(
    likeness: "Likeness",
    one: tuple[int, Quantity],
    other: tuple[int, Quantity],
    links: dict[tuple[int, int], float],
    same_section: bool,
) -> float:
    """How sure it is that two quantities measure the same: above 0 for a pair, at most 1."""
    (i, old), (j, new) = one, other
    alike, mass = likeness.names(i, j)
    link = links.get((old.sentence, new.sentence), 0.0)
    if old.measure is not new.measure:
        if not _may_be_one(old, new):
            return 0.0
        alike -= _OTHER_MEASURE
    if old.unit != new.unit and "" not in (old.unit, new.unit):
        alike -= 0.05
    if crosses_zero(old, new):
        alike += _OTHER_SIDE
    context = likeness.clauses(i, j)
    if _of_other_place(old, new):
        return 0.0
    if _is_other(old, new, bool(link)):
        return 0.0
    if link:
        same = old.family != "percent" and old.value == new.value
        if not same and not _same_thing(old, new):
            return 0.0
        score = alike + _CONTEXT * context + (_SAME_VALUE if same else 0.0)
        known = same or mass >= _LEAST_LINKED or alike >= _ONE_NAME or crosses_zero(old, new)
        return 0.6 + 0.2 * score if score >= LINKED and known else 0.0
    if (old.period is Period.CURRENT) != (new.period is Period.CURRENT):
        return 0.0
    score = alike + 0.1 * context + (0.08 if same_section else 0.0)
    least = LEAST_MASS * (0.5 if same_section else 1.0)
    return 0.7 * score if score >= APART and mass >= least else 0.0


def _is_other(old: Quantity, new: Quantity, linked: bool) -> bool:
    """Whether the names speak of other things: the more so the less else binds the two."""
    if crosses_zero(old, new):
        return False
    found = shared(old, new)
    if other_heads(old, new) and not (linked and old.value == new.value):
        return True
    if linked and _same_noun(old, new):
        return False
    if found.joined and found.longer < _BY_CHANCE and old.value == new.value and _is_round(old):
        return True
    if found.strange:
        if linked and old.family == "percent" and found.shorter >= _HALF:
            return False
        by_chance = old.family == new.family == "count" and old.unit != new.unit
        few = not old.unit and abs(old.value) < _FEW
        return not linked or old.value != new.value or by_chance or few
    return found.unsure and (not linked or old.measure is not new.measure or old.family.startswith("time"))


def _is_round(quantity: Quantity) -> bool:
    """Whether a number has a single figure beside its zeros."""
    return len(quantity.value.normalize().as_tuple().digits) == 1


def _same_noun(old: Quantity, new: Quantity) -> bool:
    """Whether both count what begins with the same word right behind the number: 7条`主干道`提升, 8条`主干道`完善."""
    counts = old.unit == new.unit and old.family == "count"
    after = all(each.indicator.start >= each.span.end for each in (old, new))
    start = folded(old.name)[:_NOUN]
    return counts and after and bool(_UNSPACED.fullmatch(start)) and folded(new.name).startswith(start)


def _of_other_place(old: Quantity, new: Quantity) -> bool:
    """Whether both are known by their place in a row or a table alone, and it is not the same one, or not the same row."""
    names = [quantity.names[0].partition("#") for quantity in (old, new)]
    if not any(mark for _, mark, _ in names):
        return False
    return names[0][2] != names[1][2] or not shared(old, new).longer > _SAME_ROW


def _may_be_one(old: Quantity, new: Quantity) -> bool:
    """Whether a level may be an increment whose verb is left out: 新增 often is, a verb of falling never, and a sum has both."""
    measures = {old.measure, new.measure} <= {Measure.LEVEL, Measure.INCREMENT}
    low, high = sorted((abs(old.value), abs(new.value)))
    if low * _FAR_APART < high:
        return False
    less = any(each.measure is Measure.INCREMENT and each.direction is Direction.DOWN for each in (old, new))
    return measures and not less and not old.family.startswith("money")


def _same_thing(old: Quantity, new: Quantity) -> bool:
    """Whether what is counted shares more than the verb of what is done to it, where both sides name it: 改造庭院 is not 改造小区."""
    if old.family not in _COUNTS or new.family not in _COUNTS:
        return True
    mine, theirs = _told(old), _told(new)
    return not any(mine) or not any(theirs) or any(one & other for one in mine for other in theirs)


def _told(quantity: Quantity) -> list[set[str]]:
    """Words and pairs of characters of each name without verbs of doing; of the clause before where the names have no others."""
    told = [{gram for gram in grams(core(name)) if len(gram) > 1} for name in quantity.names]
    return told if any(told) else [{gram for gram in grams(core(quantity.context)) if len(gram) > 1}]


class Likeness:
    """How alike indicators are, by their pairs of characters and their words, each weighing the less the more indicators have it."""

    def __init__(self, names: Sequence[tuple[str, ...]]) -> None:
        self._names = [tuple(grams(name) for name in each) for each in names]
        self._clauses = [frozenset[str]().union(*names) for names in self._names]
        counts = Counter(gram for held in self._clauses for gram in held)
        size = max(len(names), 2)
        # Whole numbers, so that no sum depends on the order of a set.
        self._weights = {gram: round(1000 * log((size + 1) / n) / log(size + 1)) for gram, n in counts.items()}
        self._masses = [tuple(map(self._mass, names)) for names in self._names]
        self._clause_masses = list(map(self._mass, self._clauses))
        masses = sorted(held[0] for held in self._masses)
        self._usual = max(masses[len(masses) // 2] if masses else 1, 1)

    def clause(self, index: int) -> frozenset[str]:
        """What the phrases around a quantity are made of."""
        return self._clauses[index]

    def names(self, i: int, j: int) -> tuple[float, float]:
        """Likeness 0..1 of two indicators, and the mass they share in units of a usual indicator."""
        best = (0.0, 0.0)
        for a, one in enumerate(self._names[i]):
            for b, other in enumerate(self._names[j]):
                common = self._mass(one & other)
                if common:
                    alike = _alike(common, self._masses[i][a], self._masses[j][b]) * (1.0 if a == b == 0 else _SECOND)
                    best = max(best, (alike, common / self._usual))
        return best

    def nearest(self, i: int, others: Sequence[int]) -> list[tuple[int, float]]:
        """The one of `others` that is most alike to `i`, with its likeness; none where none shares anything."""
        found = [(self.clauses(i, j), -j) for j in others]
        best = max(found, default=(0.0, 0))
        return [(-best[1], best[0])] if best[0] else []

    def clauses(self, i: int, j: int) -> float:
        """Likeness 0..1 of all that stands around two quantities."""
        common = self._mass(self._clauses[i] & self._clauses[j])
        return _alike(common, self._clause_masses[i], self._clause_masses[j]) if common else 0.0

    def _mass(self, held: Iterable[str]) -> int:
        return sum(map(self._weights.__getitem__, held))


def _alike(common: int, one: int, other: int) -> float:
    """Likeness of two sets by the masses of what they share and of both: a short name inside a long one is still alike."""
    return 0.6 * common / sqrt(one * other) + 0.4 * common / min(one, other)


@lru_cache(maxsize=1 << 13)
def grams(name: str) -> frozenset[str]:
    """Pairs of neighbouring characters of scripts without spaces, single characters where one stands alone, and whole words."""
    simplified = folded(name)
    plain = key(simplified).replace(" ", "")
    found = set(telling(word.casefold() for word in _WORD.findall(simplified)))
    for run in _UNSPACED.findall(plain):
        found |= {run[n : n + 2] for n in range(len(run) - 1)} | set(run)
    return frozenset(found)


def section_pairs(links: Iterable[SectionLink]) -> set[tuple[int, int]]:
    """Linked sections as pairs of ids."""
    return {(link.old, link.new) for link in links}


def sentence_pairs(links: Iterable[Link]) -> dict[tuple[int, int], float]:
    """Scores of linked sentences by their ids."""
    return {(link.old, link.new): link.score for link in links}
