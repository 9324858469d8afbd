"""Which time a quantity speaks of: the document's own year, one that is over, or a later one."""

import re

from repdiff.model.quantities import Period
from repdiff.model.texts import Role, Span

_PAST = re.compile(
    r"(?<![比较])(?:去年|上年|上一年)|前年|过去|以来|同比|累计(?!培育|达|新)|已(?:经|累计|下达|完成|建成|达|有)|原来的|曾|"
    r"(?:由|从)[^，。；]{0,10}\Z|last year|previous(?:ly)?|\bwas\b|\bwere\b|(?:has|have) been",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"五年|今后[几三五十]|未来[几三五十]|[“”]?十[一二三四五六七八九][·•]?五[“”]?(?:时期|期间|规划|末)?|到?20\d\d年(?:底前|末|底)?.{0,12}(?:达到?|实现|建成)|"
    r"[两三四五]年(?:内|行动|左右)|近期到|by (?:the end of )?20\d\d|over the next \w+ years"
)


def period_of(text: str, before: Span, after: Span, role: Role) -> Period:
    """The period by the words of the clause before and after a quantity, then by what its sentence does."""
    ahead = text[before.start : before.end]
    if _PAST.search(ahead) or re.match(
        r"[^，。；]{0,4}(?:提高|增加|上升|下降|降低|调整)(?:到|至)", text[after.start : after.end][:12]
    ):
        return Period.PAST
    if _LATER.search(ahead):
        return Period.LATER
    return Period.PAST if role is Role.STATEMENT else Period.CURRENT
