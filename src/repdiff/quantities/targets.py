"""Whether a quantity of a promise is a goal that a result can answer.

None are a stretch of time (`不到8个月`, 延长30年), the count of a list's own points (5个方面), what is done besides
(在完成11件…的同时), and the number in the name of a rule that is applied (推广20条政策).
"""

import re

from repdiff.model.document import Document
from repdiff.model.quantities import Bound, Quantity

_LONG_TIMES = frozenset({"time", "time-months"})
_SHORT_TIMES = frozenset({"time-days", "time-weeks", "time-hours", "time-minutes"})
# A time that is itself what is measured: how many days of good air, how long a permit takes.
_MEASURED_TIME = re.compile(
    r"天数|天數|时间|時間|时限|時限|时长|時長|周期|週期|工期|寿命|壽命|年限|压缩|壓縮|缩短|縮短|提速|"
    r"shorten|reduc|\btime\b|duration|delay|life expectancy|number of days",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\s*(?:大|重点|主要)?(?:方面|环节|環節|层面|層面|维度|維度|领域|領域|板块|要点|步骤|部分|"
    r"(?:aspects|areas|respects|points|pillars|priorities|themes|headings|steps|ways|parts)\b)(?=[\W_]|的|上|中|内|$)"
)
_BESIDES_AFTER = re.compile(r"(?:的同时|的同時|的基础上|的基礎上|的前提下|之外|之余|之餘|以外)\W*\Z")
_BESIDES_BEFORE = re.compile(r"in addition to|besides|on top of|apart from|as well as", re.IGNORECASE)
_APPLIED = re.compile(
    r"落实|落實|贯彻|貫徹|执行|執行|推广|推廣|复制|複製|implement|appl(?:y|ies)|compl(?:y|ies)", re.IGNORECASE
)
_RULES = re.compile(
    r"\s*\w{0,4}?(?:政策|措施|举措|舉措|意见|意見|规定|規定|办法|辦法|polic(?:y|ies)|measures|rules|principles)"
)


def is_goal(document: Document, quantity: Quantity) -> bool:
    """Whether the quantity can be reached or missed."""
    text, whole = document.source.text, document.sentences[quantity.sentence].span
    before = text[max(quantity.clause.start, whole.start) : quantity.span.start]
    after = text[quantity.span.end : max(quantity.clause.end, quantity.span.end)]
    # 3分/千瓦时 is a price.
    if quantity.family in _LONG_TIMES | _SHORT_TIMES and not after.startswith(("/", "／")):
        limit = quantity.family in _SHORT_TIMES and quantity.bound is Bound.AT_MOST
        return limit or bool(_MEASURED_TIME.search(before))
    if quantity.family in ("count", ""):
        if _POINTS.match(text[quantity.span.end : whole.end]):
            return False
        if _APPLIED.search(before) and _RULES.match(after):
            return False
    return not _BESIDES_AFTER.search(after) and not _BESIDES_BEFORE.search(before)
