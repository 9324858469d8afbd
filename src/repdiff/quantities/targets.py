"""Whether a quantity of a promise is a goal that a result can answer, and what its indicator is about.

None are an age that says who is meant (65岁以上老人), a stretch of time (`不到8个月`, 延长30年), the count of a list's own points
(5个方面), what is done besides (在完成11件…的同时), and the number in the name of a rule that is applied (推广20条政策).
"""

import re
from functools import cache

from repdiff.languages.fragments import alternatives
from repdiff.languages.han import folded
from repdiff.model.document import Document
from repdiff.model.quantities import Bound, Quantity
from repdiff.quantities.changes import silent

_LONG_TIMES = frozenset({"time", "time-months"})
_SHORT_TIMES = frozenset({"time-days", "time-weeks", "time-hours", "time-minutes"})


def is_goal(document: Document, quantity: Quantity) -> bool:
    """Whether the quantity can be reached or missed."""
    text, whole = document.source.text, document.sentences[quantity.sentence].span
    before = folded(text[max(quantity.clause.start, whole.start) : quantity.span.start])
    after = folded(text[quantity.span.end : max(quantity.clause.end, quantity.span.end)])
    if quantity.family == "limit":
        return False
    # 3分/千瓦时 is a price.
    if quantity.family in _LONG_TIMES | _SHORT_TIMES and not after.startswith(("/", "／")):
        limit = quantity.family in _SHORT_TIMES and quantity.bound is Bound.AT_MOST
        return limit or bool(_measured_time().search(before))
    if quantity.family in ("count", ""):
        if _points().match(folded(text[quantity.span.end : whole.end])):
            return False
        if _applied().search(before) and _rules().match(after):
            return False
    return not _besides_after().search(after) and not _besides_before().search(before)


def core(name: str) -> str:
    """A name without verbs of doing and growing, marks and words for the whole; empty where nothing else is in it."""
    return silent().sub("", folded(name))


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
