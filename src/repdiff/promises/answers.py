"""Which result answers which promise, and which further ones do: by the words of both names, their sentences, and what agrees."""

from typing import NamedTuple

from repdiff.model.quantities import Measure, Quantity
from repdiff.model.years import Agreement
from repdiff.promises.case import Case, Side
from repdiff.promises.conditions import Asked, Pair, ask
from repdiff.promises.names import overlap, told
from repdiff.quantities.units import comparable

_SURE = 0.66  # share of the words of both names that they must have in common where no link speaks for it
_KIN = 0.5  # the same where their sentences are linked
_TELLING = 3  # characters of a name's words, to be known without a link: 投资 alone is any investment
_COMMON = frozenset({"count", "", "percent", "person", "money", "time"})  # units of many things
_RIVALS = 3  # further results that are shown beside the one that was chosen
_LEVEL_ONLY = 0.3  # what a result in another measure counts: it answers only where none in the same measure does


class Answer(NamedTuple):
    """A promised and a reported quantity: how well the one answers the other, their indices, what was asked of the two, and what the
    promising document knew before.
    """

    score: float
    promise: int
    result: int
    pair: Pair
    asked: tuple[Asked, ...]
    base: Quantity | None = None

    @property
    def agrees(self) -> bool:
        """Whether nothing differs between the two."""
        return not any(each.condition.state is Agreement.DIFFERS for each in self.asked)


class Chosen(NamedTuple):
    """The result of a promise, and further ones that speak of the same indicator."""

    answer: Answer
    others: tuple[Answer, ...]


def choose(case: Case) -> dict[int, Chosen]:
    """The results of each promise that has one: those in which nothing differs first, then the most alike. A result answers one promise."""
    found = [
        answer
        for i in range(len(case.promised.quantities))
        for j in range(len(case.reported.quantities))
        if (answer := _kinship(case, i, j)) is not None
    ]
    found.sort(key=lambda a: (not a.agrees, -a.score, a.promise, a.result))
    taken: set[int] = set()
    chosen: dict[int, Answer] = {}
    for answer in found:
        if answer.promise not in chosen and answer.result not in taken:
            chosen[answer.promise] = answer
            taken.add(answer.result)
    return {i: Chosen(answer, _others(answer, found, taken)) for i, answer in chosen.items()}


def before(promise: int, case: Case) -> Quantity | None:
    """What the promising document itself reports of the indicator of a promise; None where that is not sure."""
    quantity, name = case.promised.quantities[promise], case.promised.names[promise]
    for base, called in zip(case.known.quantities, case.known.names, strict=True):
        same = base.measure is quantity.measure and comparable(base.family, quantity.family)
        if same and name.words and set(name.words) == set(called.words):
            return base
    return None


def _others(answer: Answer, found: list[Answer], taken: set[int]) -> tuple[Answer, ...]:
    """Further results that name all that the promise names, and that answer no other promise."""
    rivals = [
        other
        for other in found
        if other.promise == answer.promise
        and other.result not in taken
        and not (other.pair.overlap.missing or other.pair.overlap.extra)
        and comparable(other.pair.promise.quantity.family, other.pair.result.quantity.family)
    ]
    return tuple(rivals[:_RIVALS])


def _kinship(case: Case, i: int, j: int) -> Answer | None:
    """How a promised and a reported quantity belong together; None where they do not."""
    promise, result = case.promised.quantities[i], case.reported.quantities[j]
    level = not comparable(promise.family, result.family)
    if level and not _level_of(promise, result):
        return None
    link = case.links.get((promise.sentence, result.sentence))
    linked = link.score if link else 0.0
    mine, theirs = case.promised.names[i], case.reported.names[j]
    # Most pairs share no character: the words need not be looked up.
    if not linked and not set(mine.text) & set(theirs.text):
        return None
    shared = overlap(mine, theirs, case.reported.document.text(result.sentence))
    size = sum(map(len, shared.shared)) if told(shared.shared) else 0
    cover = size / max(1, sum(map(len, mine.words)))
    back = 1 - sum(map(len, shared.extra)) / max(1, sum(map(len, theirs.words)))
    if level and not (cover >= _KIN and back >= _SURE):
        return None
    score = _score(case, (promise, result), (cover, back, linked), size)
    if not score:
        return None
    pair = Pair(case.promised.cited(i), case.reported.cited(j), shared)
    return Answer(score * (_LEVEL_ONLY if level else 1), i, j, pair, ask(case, pair))


def _score(case: Case, both: tuple[Quantity, Quantity], alike: tuple[float, float, float], size: int) -> float:
    """How well a result answers a promise, above 0; 0 where it does not. `alike` are the shares of both names and the score of the link."""
    promise, result = both
    cover, back, linked = alike
    grows = Measure.GROWTH in (promise.measure, result.measure) and promise.measure is not result.measure
    if grows and comparable(promise.family, result.family):
        return 0.0
    if linked and size and promise.family == result.family != "count" and promise.signed == result.signed:
        return cover + back + linked
    if linked and cover >= _KIN:
        return cover + 0.5 * back + linked
    if cover == 1 and size >= _TELLING:
        return cover + 0.5 * back
    if cover >= _SURE and back >= _SURE and size >= _TELLING:
        return cover + 0.5 * back
    alone = _alone(case.promised, promise, linked) and _alone(case.reported, result, linked)
    return 0.2 + 0.2 * linked + cover if alone and (linked or cover >= _KIN) else 0.0


def _level_of(promise: Quantity, result: Quantity) -> bool:
    """Whether a growth was promised and a result says how much there is."""
    return promise.measure is Measure.GROWTH is not result.measure and (
        result.family != "percent" or promise.family == "points"
    )


def _alone(side: Side, quantity: Quantity, linked: float) -> bool:
    """Whether it is the only one of its side, or of its sentence where that is linked, in a unit that few things are measured in."""
    if quantity.family in _COMMON:
        return False
    return (
        sum(q.family == quantity.family and (not linked or q.sentence == quantity.sentence) for q in side.quantities)
        == 1
    )
