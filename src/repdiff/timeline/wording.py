"""What a target is about, in words, and how far the words of two targets agree.

Verbs of doing, articles and words for the whole say nothing of it, nor do words for how it is measured (`ratio`, 总额). What is left is
compared in order: what only one side has makes an indicator narrower; where both sides have something else in one place they name two
things (公路 / 铁路, `surveyed` / `registered`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache
from math import log, sqrt
from typing import NamedTuple

from repdiff.languages import all_languages
from repdiff.languages.fragments import alternatives
from repdiff.languages.han import folded
from repdiff.languages.number_words import Pick
from repdiff.languages.scripts import HANGUL, UNSPACED_LETTERS
from repdiff.model.document import Document
from repdiff.model.quantities import Measure, Quantity
from repdiff.quantities.changes import moves, rates
from repdiff.quantities.targets import core
from repdiff.text.keys import unbroken

_STEM = 6
"""Letters of a word that are compared: in most languages its forms differ behind them."""
_FEW = 3
"""A name of fewer words or letters does not stand alone: the clause around it is taken too."""
_LEAST_WEIGHT = 0.2
"""What the commonest word weighs; the rarest weighs 1."""
_TWIN = 0.75
"""Likeness of two targets of one version that set the same number: one target stated twice."""
_OPPOSED = 0.25
"""Share of what is common that both sides may say otherwise, in a language that parts words by blanks: one word of four."""
_NUMBER = re.compile(r"\d")
_ORDER = re.compile(r"#\d+")
_OWNED = re.compile(r"['’]s\b")


Words = tuple[str, ...]


class Likeness(NamedTuple):
    """How far two wordings agree, 0..1; whether they name two things in one place; whether one of them has no words of its own; how
    much of the longer one is in the other, 0..1.
    """

    share: float
    opposed: bool
    within: bool = True
    cover: float = 0.0


class Wordings:
    """The words of many targets, each word weighing the less the more targets have it."""

    def __init__(self, targets: Sequence[tuple[Document, Quantity]]) -> None:
        """Take the words of each target in turn: they are asked for by their places."""
        self.words = [_words(document, quantity) for document, quantity in targets]
        self._names = [_cut(quantity.names[0]) for _, quantity in targets]
        self._around = [_around(document, quantity) for document, quantity in targets]
        self._scopes = [_scopes_of(quantity.names[0]) for _, quantity in targets]
        self._sets = [frozenset(words) for words in self.words]
        self._weights = _weights(
            (id(document), {*words, *more})
            for (document, _), words, more in zip(targets, self.words, self._around, strict=True)
        )

    def say_the_same(self, i: int, j: int) -> bool:
        """Whether two targets that set the same number are one, stated twice."""
        if self._names[i] == self._names[j] and len("".join(self._names[i])) > 1:
            return self._scopes[i] == self._scopes[j]
        found = self.likeness(i, j)
        return found.share >= _TWIN and not found.opposed

    def likeness(self, i: int, j: int) -> Likeness:
        """How far the names of two targets agree."""
        return self._compare((i, j), self.words[i], self.words[j])

    def likeness_around(self, i: int, j: int) -> Likeness:
        """How far two targets agree by their names or by the clauses around, whichever agree better."""
        names, clauses = self.likeness(i, j), self._compare((i, j), self._around[i], self._around[j])
        return min(names, clauses, key=lambda found: (found.opposed, -found.share))

    def _compare(self, pair: tuple[int, int], one: Words, other: Words) -> Likeness:
        mine, theirs = (self._scopes[place] for place in pair)
        beyond = mine != theirs and bool(mine and theirs)
        if one == other:
            return Likeness(1.0 if one else 0.0, opposed=beyond or not one, cover=1.0)
        common, regions = _compared(one, other)
        kept = self._weight(common)
        if not kept:
            return Likeness(0.0, opposed=True)
        # What is done at the beginning of a name is not what it is about.
        done = [region.sides for region in regions if region.first and _is_doing(region)]
        weights = [
            self._weight(words) - sum(self._weight(pair[n]) for pair in done) for n, words in enumerate((one, other))
        ]
        within = not (any(region.one for region in regions) and any(region.other for region in regions))
        opposed = beyond or self._opposed(regions, kept)
        return Likeness(_alike(kept, *weights), opposed, within, kept / max(weights))

    def hardly_alike(self, i: int, j: int, least: float) -> bool:
        """A quick look: whether two targets have too few words in common for a likeness of `least`."""
        one, other = self._sets[i], self._sets[j]
        return len(one & other) < least * min(len(one), len(other)) * 0.5 or not one or not other

    def _weight(self, words: Sequence[str]) -> float:
        return sum(self._weights[word] for word in words)

    def _opposed(self, regions: Sequence["_Region"], kept: float) -> bool:
        letters = [r for r in regions if _is_letter((*r.one, *r.other))]
        if any(map(_replaced, letters)):
            return True
        mine, theirs = (Counter(w for r in regions if r not in letters for w in r.sides[side]) for side in (0, 1))
        less = min(self._weight([*(mine - theirs).elements()]), self._weight([*(theirs - mine).elements()]))
        return less > _OPPOSED * kept


def _weights(found: Iterable[tuple[int, set[str]]]) -> dict[str, float]:
    """What each word weighs: the less the more targets of one version have it. That all versions have it says that it lasts."""
    held: dict[int, Counter[str]] = {}
    sizes = Counter[int]()
    for version, words in found:
        held.setdefault(version, Counter()).update(words)
        sizes[version] += 1
    size = max(sizes.values(), default=0) + 1
    most: Counter[str] = Counter()
    for counts in held.values():
        most |= counts
    return {word: max(_LEAST_WEIGHT, log(size / count) / log(size)) for word, count in most.items()}


def names_enough(quantity: Quantity) -> bool:
    """Whether the name of a quantity says by itself what is measured."""
    return len(_cut(quantity.names[0])) >= _FEW


def measured(quantity: Quantity) -> Measure:
    """The measure of a target; a percentage behind a noun of growth is one, whatever verb stands between (`increase kept at 3%`)."""
    if quantity.measure is Measure.LEVEL and quantity.family == "percent" and _growing().search(quantity.names[0]):
        return Measure.GROWTH
    return quantity.measure


def is_stock(document: Document, quantity: Quantity) -> bool:
    """Whether a target says how much there is to be in all: no more than that is added in one year."""
    approach = document.source.bare[quantity.clause.start : quantity.span.end]
    return quantity.measure is Measure.LEVEL and _stock().search(folded(approach)) is not None


@cache
def _stock() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.stock))


@cache
def _growing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_changing()})(?: \w+)?\s*\Z", re.IGNORECASE)


class _Region(NamedTuple):
    """A place where two wordings differ: what each has there, and whether nothing stands before it, and whether
    it is but the last letter of both.
    """

    one: Words
    other: Words
    first: bool
    last: bool

    @property
    def sides(self) -> tuple[Words, Words]:
        """What either has."""
        return self.one, self.other


def _compared(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[_Region]]:
    """What both wordings have, wherever it stands, and where they differ."""
    regions: list[_Region] = []
    common: list[str] = []
    open_: tuple[list[str], list[str]] = ([], [])
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        # One letter of a script without blanks is no word: 公路 and 铁路 share nothing.
        chance = tag == "equal" and b - a == 1 and len(one[a]) == 1 and min(len(one), len(other)) > 1
        if tag == "equal" and not chance:
            if open_[0] or open_[1]:
                regions.append(_Region(tuple(open_[0]), tuple(open_[1]), first=not common, last=False))
                open_ = ([], [])
            common += one[a:b]
        else:
            open_[0].extend(one[a:b])
            open_[1].extend(other[c:d])
    if open_[0] or open_[1]:
        regions.append(_Region(tuple(open_[0]), tuple(open_[1]), first=not common, last=True))
    mine, theirs = (Counter(word for region in regions for word in region.sides[side]) for side in (0, 1))
    moved = mine & theirs
    return common + list(moved.elements()), [_without(region, moved) for region in regions]


def _without(region: _Region, moved: Counter[str]) -> _Region:
    """A region without the words that the other side has elsewhere."""
    one, other = (tuple(word for word in side if word not in moved) for side in region.sides)
    return _Region(one, other, region.first, region.last and len(region.one) == len(region.other) == 1)


def _replaced(region: _Region) -> bool:
    """Whether both sides have a word in one place; verbs of doing at the beginning and a last letter (产量, 产能) are none."""
    if not (region.one and region.other) or region.last:
        return False
    return not (region.first and _is_doing(region))


def _is_doing(region: _Region) -> bool:
    """Whether all that either side has there is verbs of action."""
    return all(_actions().fullmatch("".join(side)) for side in region.sides)


def _is_letter(words: Sequence[str]) -> bool:
    return any(_letter().match(word) for word in words)


def _alike(common: float, one: float, other: float) -> float:
    """By what both have and each has: a short name inside a long one is still alike."""
    return 0.6 * common / sqrt(one * other) + 0.4 * common / min(one, other)


def _words(document: Document, quantity: Quantity) -> Words:
    """The telling words of a target: of its name, and of the clause around where the name is short."""
    found = _cut(quantity.names[0])
    if len(found) < _FEW and not _NUMBER.search(quantity.context):
        found = (*_cut(quantity.context), *found)
    return found if len(found) >= _FEW else _around(document, quantity) or found


def _around(document: Document, quantity: Quantity) -> Words:
    """The telling words of the clause around a target; none where it has another number: only names say what each measures then."""
    text, clause, span = document.source.bare, quantity.clause, quantity.span
    before, after = text[clause.start : span.start], text[span.end : clause.end]
    return () if _NUMBER.search(before + after) else _cut(f"{before} {after}")


def _cut(name: str) -> Words:
    """A name as words, single letters of scripts without blanks, without what says nothing of what is measured."""
    plain = _OWNED.sub("", folded(unbroken(_ORDER.sub("", name))).casefold())
    plain = _saying_nothing().sub(" ", core(plain))
    return tuple(word[:_STEM] for word in _word().findall(plain) if word not in _function())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED_LETTERS}{HANGUL}]|(?:(?![{UNSPACED_LETTERS}{HANGUL}])[^\W_])+(?:\.\d+)?")


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED_LETTERS}{HANGUL}]")


@cache
def _function() -> frozenset[str]:
    return frozenset[str]().union(*(language.words.function for language in all_languages() if language.spaced))


@cache
def _saying_nothing() -> re.Pattern[str]:
    """Words for how something is measured, and those of growing in languages that part words by blanks: the sign says that."""
    han, spaced = (alternatives(lambda words: words.changes.gauges, blanks=blanks) for blanks in (False, True))
    return re.compile(rf"{han}|\b(?:{spaced}|{_changing()})\b", re.IGNORECASE)


def _changing() -> str:
    """Verbs and nouns of growing and falling in languages that part words by blanks."""
    ways: tuple[Pick, ...] = (lambda words: words.directions.up, lambda words: words.directions.down)
    return "|".join(alternatives(pick, blanks=True) for pick in (moves, rates, *ways))


@cache
def _actions() -> re.Pattern[str]:
    """Verbs of action."""
    verbs = {verb for language in all_languages() for verb in language.roles.clauses.actions}
    return re.compile(rf"(?:{folded('|'.join(sorted(verbs)))})*")


def _scopes_of(name: str) -> frozenset[str]:
    """What may not differ: how wide the name reaches, and which of several numbers behind one name it is."""
    return frozenset((*_scope().findall(folded(name).casefold()), *_ORDER.findall(name)))


@cache
def _scope() -> re.Pattern[str]:
    """Words for how wide an indicator reaches: another one makes it another indicator."""
    han, spaced = (alternatives(lambda words: words.promises.scopes, blanks=blanks) for blanks in (False, True))
    return re.compile(rf"{han}|\b(?:{spaced})\b", re.IGNORECASE)
