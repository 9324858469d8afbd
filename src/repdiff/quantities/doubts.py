"""Whether two quantities speak of the same time: what five years brought is no change of what one year brought."""

import re

from repdiff.model.document import Document
from repdiff.model.quantities import NOT_SAID, Measure, Period, Quantity, Stretch
from repdiff.model.said import Said

_YEAR = 12
# A level that was reached is one at the end of any stretch of time: it is no sum over it.
_REACHED = re.compile(
    r"达到?|[升增降减缩]\w?[至到为為]|[总總][数數量]|突破|超过|超過|保持|稳定|穩定|覆盖率|覆蓋率|余额|餘額|"
    r"reach\w*|rose to|fell to|remain\w*|stood at"
)


def other_time(one: tuple[Document, Quantity], other: tuple[Document, Quantity]) -> bool:
    """Whether both texts say over how long their quantities count, and it is not the same."""
    if not _differ(one[1].stretch, other[1].stretch):
        return False
    # Sums of one year and of five are never equal: what stays equal is a level.
    standing = one[1].value == other[1].value and one[1].measure is other[1].measure is Measure.LEVEL
    return not standing and not (_level(*one) and _level(*other))


def doubt_of_time(one: tuple[Document, Quantity], other: tuple[Document, Quantity]) -> str:
    """Why the two may speak of different times, where only one text says so or the words leave it open; else empty."""
    mine, theirs = one[1].stretch, other[1].stretch
    if mine != theirs and any(_marked(stretch) for stretch in (mine, theirs)):
        return Said("the old number covers {old}, the new one {new}", old=_called(mine), new=_called(theirs))
    if (one[1].period is Period.LATER) != (other[1].period is Period.LATER):
        old, new = (Said("later years") if q.period is Period.LATER else _called(q.stretch) for _, q in (one, other))
        return Said("the old number covers {old}, the new one {new}", old=old, new=new)
    return ""


def _differ(mine: Stretch, theirs: Stretch) -> bool:
    if NOT_SAID in (mine, theirs):
        return False
    if mine.so_far or theirs.so_far:
        # 累计 may mean the sum of the year as well as that of all years.
        return mine != theirs and _YEAR not in (mine.months, theirs.months)
    return mine.months != theirs.months


def _marked(stretch: Stretch) -> bool:
    """Whether it is another time than the year that a yearly report is about anyway."""
    return stretch.so_far or stretch.months not in (0, _YEAR)


def longer_than_a_year(stretch: Stretch) -> bool:
    """Whether it is a sum over several years."""
    return stretch.months > _YEAR


def _level(document: Document, quantity: Quantity) -> bool:
    if quantity.measure is not Measure.LEVEL:
        return False
    approach = document.source.text[quantity.clause.start : quantity.span.end]
    return quantity.family == "percent" or bool(_REACHED.search(approach))


def _called(stretch: Stretch) -> Said:
    """The stretch in words."""
    if stretch.so_far:
        return Said("all the time so far")
    if not stretch.months:
        return Said("a time that is not said")
    if stretch.months % _YEAR:
        named = {1: Said("one month"), 3: Said("one quarter"), 6: Said("half a year")}
        return named.get(stretch.months) or Said("{count} months", count=stretch.months)
    years = stretch.months // _YEAR
    return Said("one year") if years == 1 else Said("{count} years", count=years)
