"""Which quantities of a promise are goals that a result can answer, and what an indicator is about.

None are an age that says who is meant (65岁以上老人), a stretch of time (`不到8个月`, 延长30年), the count of a list's own points
(5个方面), what is done besides (在完成11件…的同时), the number in the name of a rule that is applied (推广20条政策), a forecast, how much
more is spent than the year before, the size of a portfolio, a threshold (3岁以下, 亿元以上项目, 957个`50户以上`村寨), the size in a name
(`120万吨`乙烯项目), and a target that is said again.
"""

import re
from functools import cache, lru_cache

from repdiff.languages.fragments import alternatives
from repdiff.languages.han import folded
from repdiff.languages.scripts import has_kana
from repdiff.model.document import Document
from repdiff.model.quantities import Bound, Direction, Measure, Period, Quantity
from repdiff.quantities.changes import silent
from repdiff.quantities.times import longer_than_a_year, period_in
from repdiff.text.keys import key
from repdiff.text.quantity_grammar import at_least_after, at_most_after

_LONG_TIMES = frozenset({"time", "time-months"})
_COUNTED = frozenset({"count", "household", "", "percent", "points", "times"})  # 220个以上 counts what follows it
_SHARES = frozenset({"percent", "points"})
_SUMS = frozenset({"money", "money-usd", "money-eur", "money-gbp"})
_SHORT_TIMES = frozenset({"time-days", "time-weeks", "time-hours", "time-minutes", "time-seconds"})


def goals(document: Document, year: str) -> tuple[Quantity, ...]:
    """The quantities that a document of commitments promises for its own year, each once; `year` is empty where that is not known."""
    found: list[Quantity] = []
    for quantity in document.quantities:
        goal = quantity.measure is not Measure.BASE and not longer_than_a_year(quantity.stretch)
        goal = goal and not _tells_apart(document, quantity)
        own = goal and period_in(document, quantity, year) is Period.CURRENT and is_goal(document, quantity)
        if own and not any(_same_goal(document, quantity, other) for other in found):
            found.append(quantity)
    return tuple(found)


def _same_goal(document: Document, quantity: Quantity, other: Quantity) -> bool:
    """Whether a target is said again: the same number of the same, or of what is but called a target (`the target of 6 percent`)."""
    if (quantity.signed, quantity.unit, quantity.bound) != (other.signed, other.unit, other.bound):
        return False
    name = key(core(quantity.name))
    behind = folded(document.source.bare[quantity.span.end : max(quantity.clause.end, quantity.span.end)])
    again = _target().fullmatch(folded(quantity.name).strip()) or _is_target().match(behind)
    return bool(again) or (bool(name) and name == key(core(other.name)))


def is_goal(document: Document, quantity: Quantity) -> bool:
    """Whether the quantity can be reached or missed."""
    text, whole = document.source.bare, document.sentences[quantity.sentence].span
    before = folded(text[max(quantity.clause.start, whole.start) : quantity.span.start])
    after = folded(text[quantity.span.end : max(quantity.clause.end, quantity.span.end)])
    if quantity.family == "limit":
        return False
    # 3分/千瓦时 is a price.
    if quantity.family in _LONG_TIMES | _SHORT_TIMES and not after.startswith(("/", "／")):
        limit = quantity.family in _SHORT_TIMES and (
            quantity.bound is Bound.AT_MOST or quantity.direction is Direction.DOWN
        )
        return limit or bool(_measured_time().search(before))
    if quantity.family in ("count", "") and _points().match(folded(text[quantity.span.end : whole.end])):
        return False
    if _names_a_list(quantity, before, after) or _is_threshold(quantity, after):
        return False
    if _forecast().search(before) or (quantity.family in _SUMS and _portfolio().search(before)):
        return False
    if quantity.family in _SUMS and (_over_last_year().search(before) or _over_last_year().search(after)):
        return False
    return not _besides_after().search(after) and not _besides_before().search(before)


def _names_a_list(quantity: Quantity, before: str, after: str) -> bool:
    """Whether the number belongs to a list of the document's own, to a rule that is applied, or as a size to the name of what is built."""
    if quantity.family == "mass":
        return bool(_sized().match(after))
    if quantity.family not in ("count", ""):
        return False
    listed = _lists_before().search(before) or _lists_after().match(after)
    return bool(listed or (_applied().search(before) and _rules().match(after)))


def _is_threshold(quantity: Quantity, after: str) -> bool:
    """Whether a bound behind the number parts those that count from those that do not (25度`以上`坡耕地), and nothing is counted to it."""
    if quantity.family == "age":
        return True
    bounded = quantity.bound in (Bound.AT_LEAST, Bound.AT_MOST) and _ends_in_bound().search(folded(quantity.qualifier))
    # In Japanese a verb follows its number (500人以上創出します), and what is chosen by a threshold stands behind の.
    chosen = not has_kana(after) and _noun().match(after)
    return bool(bounded and quantity.family not in _COUNTED and chosen)


def _tells_apart(document: Document, quantity: Quantity) -> bool:
    """Whether a bound parts what another number of its clause is about (957个`50户以上`村寨, `30户以上`村寨覆盖率达90%)."""
    bounded = quantity.family in _COUNTED | {"person"} and _ends_in_bound().search(folded(quantity.qualifier))
    if not bounded or quantity.family in _SHARES:
        return False
    beside = [q for q in document.quantities if q.sentence == quantity.sentence and q.span != quantity.span]
    if any(other.span.end == quantity.span.start for other in beside):
        return True
    text = document.source.bare
    opens = not any(map(str.isalnum, text[quantity.clause.start : quantity.span.start]))
    return opens and any(
        other.family in _SHARES and quantity.span.end < other.span.start < quantity.clause.end for other in beside
    )


@lru_cache(maxsize=1 << 13)
def core(name: str) -> str:
    """A name without verbs of doing and growing, marks and words for the whole; empty where nothing else is in it."""
    return silent().sub("", folded(name))


@cache
def _lists_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lambda words: words.goals.lists)})\W*\Z")


@cache
def _lists_after() -> re.Pattern[str]:
    return re.compile(rf"\s*\w{{0,2}}?(?:{alternatives(lambda words: words.goals.lists)})")


@cache
def _sized() -> re.Pattern[str]:
    """What is built, behind the size that names it."""
    return re.compile(rf"[^\W\d]{{1,12}}?(?:{alternatives(lambda words: words.goals.built)})(?!\w)")


@cache
def _forecast() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.goals.forecast), re.IGNORECASE)


@cache
def _portfolio() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lambda words: words.goals.portfolio)})\s*\Z", re.IGNORECASE)


@cache
def _over_last_year() -> re.Pattern[str]:
    words = alternatives(lambda words: words.goals.over_last_year)
    # Where another number follows, that one is how much more is given.
    return re.compile(rf"(?:{words})(?![^，。；,;.]{{0,8}}\d)", re.IGNORECASE)


@cache
def _ends_in_bound() -> re.Pattern[str]:
    picks = (at_least_after, at_most_after)
    return re.compile(rf"(?:{'|'.join(map(alternatives, picks))})\Z")


@cache
def _noun() -> re.Pattern[str]:
    """What is counted or chosen by a threshold, right behind it."""
    return re.compile(rf"(?!{alternatives(lambda words: words.amounts.list_joins)})[\u3400-\u9fff]")


@cache
def _target() -> re.Pattern[str]:
    """A name that says only that it is a target."""
    return re.compile(rf"(?:{alternatives(lambda words: words.goals.target)}|\W)*", re.IGNORECASE)


@cache
def _is_target() -> re.Pattern[str]:
    """A word behind a number that says that it is a target."""
    of = alternatives(lambda words: words.amounts.of)
    return re.compile(rf"(?:{of})?\s*(?:{alternatives(lambda words: words.goals.target)})", re.IGNORECASE)


@cache
def _measured_time() -> re.Pattern[str]:
    """A time that is itself what is measured: how many days of good air, how long a permit takes."""
    return re.compile(alternatives(lambda words: words.goals.measured_time), re.IGNORECASE)


@cache
def _points() -> re.Pattern[str]:
    points, end = (alternatives(pick) for pick in (lambda w: w.goals.points, lambda w: w.goals.points_end))
    return re.compile(rf"\s*(?:{points})(?=[\W_]|{end}|$)")


@cache
def _besides_after() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lambda words: words.goals.besides_after)})\W*\Z")


@cache
def _besides_before() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.goals.besides_before), re.IGNORECASE)


@cache
def _applied() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.goals.applied), re.IGNORECASE)


@cache
def _rules() -> re.Pattern[str]:
    return re.compile(rf"\s*\w{{0,4}}?(?:{alternatives(lambda words: words.goals.rules)})")
