"""Which result answers which promise: indicators compared by their core, without verbs of doing and growing.

A core that only the result narrows (公办幼儿园 for 幼儿园) proves a promise kept when the part alone suffices, and nothing otherwise.
"""

from typing import NamedTuple

from repdiff.model.quantities import Measure, Quantity
from repdiff.promises.case import Case
from repdiff.quantities.pair import grams
from repdiff.quantities.targets import core
from repdiff.quantities.units import comparable

SURE = 0.75
"""The same where no link speaks for it, on both sides."""


KIN = 0.5
"""Share of the core of a promised indicator that a result in a linked sentence must hold."""


SAME = 0.9
"""Share of a core that another one must hold to be the same."""


_TELLING = 5
"""How much a core must hold (characters and their pairs) to be known without a link: 投资 alone is any investment."""


_COMMON = frozenset({"count", "", "percent", "person", "money", "time"})  # units of many things


class Answer(NamedTuple):
    """A promised and a reported quantity: their indices, how alike, and what of each core the other lacks."""

    score: float
    promise: int
    result: int
    cover: float
    narrow: bool
    linked: float


def choose(case: Case) -> dict[int, Answer]:
    """The result of each promise that has one: a result in the same measure first, then one that only gives another measure."""
    found = [
        pair
        for i, promise in enumerate(case.promises)
        for j, result in enumerate(case.results)
        if (pair := _kinship(case, i, j, promise, result)) is not None
    ]
    taken: set[int] = set()
    chosen: dict[int, Answer] = {}
    for pair in sorted(found, key=lambda p: (-p.score, p.promise, p.result)):
        if pair.promise not in chosen and pair.result not in taken:
            chosen[pair.promise] = pair
            taken.add(pair.result)
    return chosen


def _kinship(case: Case, i: int, j: int, promise: Quantity, result: Quantity) -> Answer | None:
    """How a promised and a reported quantity belong together; None where they do not."""
    link = case.links.get((promise.sentence, result.sentence))
    linked = link.score if link else 0.0
    cover, back = covers(promise, result)
    if not comparable(promise.family, result.family):
        level = (
            promise.measure is Measure.GROWTH and result.measure is not Measure.GROWTH and result.family != "percent"
        )
        if level and cover >= KIN and back >= SAME and (cover >= SAME or linked):
            return Answer(0.3 * cover, i, j, cover, False, linked)
        return None
    if Measure.GROWTH in (promise.measure, result.measure) and promise.measure is not result.measure:
        return None
    if linked and cover >= KIN:
        return Answer(cover + 0.5 * back + linked, i, j, cover, back < SURE, linked)
    if cover >= KIN and _only(case, promise):
        return Answer(cover, i, j, cover, back < SURE, linked)
    if not linked and any(len(held) < _TELLING for q in (promise, result) for held in cores(q)[:1]):
        return None
    if cover >= SURE and (back >= SURE or linked):
        return Answer(cover + 0.5 * back, i, j, cover, back < SURE, linked)
    if linked and _alone(case, promise, result):
        return Answer(0.2 * linked, i, j, cover, False, linked)
    return None


def _only(case: Case, promise: Quantity) -> bool:
    """Whether promise and result are the only quantities of either side in a unit that few things are measured in."""
    if promise.family in _COMMON:
        return False
    return all(sum(q.family == promise.family for q in side) == 1 for side in (case.promises, case.results))


def _alone(case: Case, promise: Quantity, result: Quantity) -> bool:
    """Whether both are the only quantities of their kind in their sentences, in a unit that few things are measured in."""
    if promise.family in _COMMON:
        return False
    mine = [q for q in case.promises if q.sentence == promise.sentence and q.family == promise.family]
    theirs = [q for q in case.results if q.sentence == result.sentence and q.family == result.family]
    return len(mine) == len(theirs) == 1


def covers(promise: Quantity, result: Quantity) -> tuple[float, float]:
    """What share of the promise's core the result holds, and the reverse: best over the names of both.

    The clause before a short result helps to know it, but what else that clause says narrows nothing.
    """
    best = (0.0, 0.0)
    theirs = cores(result)
    for mine in cores(promise):
        for named in theirs:
            shared, back = len(mine & named), len(mine & theirs[0])
            if shared and back:
                best = max(best, (shared / len(mine), back / len(theirs[0])), key=lambda c: (c[0] * c[1], c))
    return best


def cores(quantity: Quantity) -> list[frozenset[str]]:
    """What the names of a quantity come to without verbs of doing and growing; a short one also with the clause before it."""
    first = quantity.names[0].partition("#")[0]
    texts = [first, *([quantity.context + first] if quantity.context else [])]
    found = [grams(core(text)) for text in texts]
    return found if all(found) else []
