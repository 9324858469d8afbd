"""The shape of a quantity: qualifier, currency, number or range, unit. The one place that says what is one word.

Half- and full-width forms alike (`\\d` is any decimal digit). The patterns only say where a quantity may stand;
whether a Han unit or qualifier really ends at a word border is asked of the lexicon by the cutter.
"""

import re
from functools import cache

# A unit of one Han character needs its border confirmed (3天 | 然气 is none); so does a number without any digit.
_SINGLE = (
    "元円圆人户戶个個家项項件条條座处處所张張名位米亩畝顷吨噸斤克升度年月日号號天时時分秒周次批套台臺辆輛架艘栋棟幢层層间間床期届屆"
    "级級类類种種片段路线線岁歲点點页頁章节節倍成折番场場起组組支只艺株头頭枚本部篇字瓦里村县市省"
)
_LONGER = (
    "个百分点|個百分點|百分点|百分點|人民币|人民幣|美元|欧元|歐元|日元|港元|港币|英镑|人次|车次|平方公里|平方千米|平方米|平米|立方米|公里|千米|厘米|毫米|"
    "微克|毫克|公斤|千克|公顷|公頃|英里|千瓦时|千瓦|兆瓦|吉瓦|小时|小時|分钟|分鐘|周岁|周年|週年|年度|季度|月份|个月|個月|個月|星期|床位|标准煤|摄氏度|"
    "カ月|ヶ月|か月|カ所|ヶ所|か所|パーセント|ポイント|ドル|キロ|トン|メートル"
)
_HANGUL = "[조억만천백십]*(?:퍼센트|포인트|달러|시간|킬로미터|원|명|개|년|월|일|건|곳|배|톤|호|%p)|[조억만천]+"
_LETTERS = (
    r"(?:hundred|thousand|(?:m|b|tr)illions?|bn|mn|m|k|dozen|Mio\.|Mrd\.|Tsd\.|Millionen|Million|Milliarden|Milliarde|milliards?|"
    r"millones|mil)(?![^\W\d_])"
)
_NOUNS = (
    r"(?:per ?cent(?:age points?)?|percentage points?|basis points?|pp|pour cent|"
    r"por ciento|Prozent(?:punkten?)?|(?:calendar |business |working )?"
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?)|Tagen?|Wochen?|Monaten?|Jahren?|Stunden?|jours|mois|ans|heures|"
    r"(?:US |Canadian |Australian )?dollars?|euros?|Euro|pounds|yuan|RMB|USD|EUR|GBP|CNY|yen|tons?|tonnes|Tonnen|"
    r"(?:square |cubic )?"
    r"(?:kilomet(?:er|re)s?|met(?:er|re)s?|miles|feet)|acres?|hectares?|mu|km²|m²|m³|km2|[kcm]?m|[mk]?g|[kMGT]Wh?|[KMGT]B|MHz|GHz|"
    r"°C|°F|[ap]\.?m\.?|Uhr)(?![^\W\d_])"
)
_POWER = "[十百千万亿兆萬億]"
_MANY = "[多余餘几]?"
_UNIT = f"(?:{_POWER}*{_MANY}{_POWER}*(?:{_LONGER}|[{_SINGLE}])(?:[/／][{_SINGLE}])?|{_MANY}{_POWER}+{_MANY})"
_GAP = r"[  \u202f]?"
_PERCENT = r"[%％‰℃°](?:p|pt)?"
_NUMBER = (
    r"\d+(?:[,，]\d{3})+(?!\d)(?:[.．]\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:[ \u202f'’]\d{3})+(?!\d)(?:[.,]\d+)?|"
    r"\d+(?:[.．·/／:：\-]\d+)+|\d+,\d{1,2}(?!\d)|\d+"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober)?\.?"
_DATE = (
    r"(?:\d{2,4}年(?:度|\d{1,2}月(?:\d{1,2}[日号號])?)?|\d{1,2}月\d{1,2}[日号號]|\d{1,2}月(?![份]))[初底末]?"
    rf"|\d{{1,2}}\.? {_MONTH}(?: \d{{4}})?(?![^\W_])"
)
_AMOUNT = (
    rf"(?:{_DATE}|(?:{_NUMBER})(?:{_GAP}{_PERCENT}|{_UNIT}|(?:{_HANGUL})|[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+\d*)?"
    rf"(?:{_GAP}{_LETTERS})?(?:[ \u202f-]{_NOUNS})?)"
)
_CURRENCY = r"(?:(?:US|A|C|HK|NT|S|R)?[$＄][  ]?|[€£¥￥₩₹][  ]?|(?:RMB|USD|EUR|GBP|CNY|CHF)[  ]?)"
_SIGN = r"(?<![0-9A-Za-z０-９)\]）］%％—–－-])[-+−－＋±]"
_QUALIFIER = (
    r"(?<![A-Za-z])(?:at least|at most|no less than|no more than|not less than|not more than|"
    r"less than|more than|fewer than|up to|over|under|"
    r"above|below|about|around|nearly|almost|approximately|"
    r"some|mindestens|höchstens|rund|etwa|bis zu|mehr als|weniger als|über|"
    r"au moins|au plus|environ|plus de|moins de|al menos|más de|menos de|hasta)[  ]"
)
_DASH = r"[  ]?[\-－–—~～〜][  ]?|[至到]| to | bis | à "
_MORE = "以上|以下|以内|以內|之内|左右|上下|以前|之前|以后|之后|以後|未満|超|前後"

DIGITS = rf"(?i:{_QUALIFIER})?{_CURRENCY}?(?:{_SIGN})?{_CURRENCY}?(?=\d)"
"""Pattern of what stands before the digits of a quantity: qualifier (`at least`), currency and sign."""

DATE = rf"{_MONTH} \d{{1,2}}(?:, \d{{4}}|(?!\d))|{_MONTH} \d{{4}}(?!\d)"
"""Pattern of a date that begins with the name of a month."""

AT_LEAST = frozenset("不低于 不少于 不小于 至少 最少 超过 超 高于 大于 多于 逾 过 不低於 不少於 超過 高於 過".split())
AT_MOST = frozenset("不高于 不超过 不大于 不多于 不足 最多 至多 低于 小于 少于 不高於 不超過 低於".split())
ABOUT = frozenset("约 大约 约为 近 将近 接近 約 大約 將近".split())
"""Qualifiers before a number, by what they make of it."""

BEFORE = frozenset({"第"}) | AT_LEAST | AT_MOST | ABOUT
"""Qualifiers, and the sign of an ordinal, before a number; they belong to it where they are words of their own."""

_COUNT = "[一二三四五六七八九十两兩几零〇百千]"
_HAN_NUMBER = rf"{_COUNT}[一二三四五六七八九十两兩几零〇百千万亿萬億点多余]+"


def quantity_end(text: str, at: int) -> int:
    """The end of the quantity whose digits begin at `at`: number or range, units, and what follows them (`以上`)."""
    end = at
    following: re.Match[str] | None
    while (amount := _amount().match(text, end)) is not None:
        end = amount.end()
        following = _to().match(text, end)
        if following is None:
            break
        end = following.end()
    following = _after().match(text, end)
    return following.end() if following else end


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(_AMOUNT)


@cache
def _to() -> re.Pattern[str]:
    return re.compile(rf"(?:{_DASH}){_CURRENCY}?[-+−－]?(?=\d)")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"{_MANY}(?:{_MORE})")


@cache
def han_quantity() -> re.Pattern[str]:
    """Pattern of a quantity in Han numerals inside a run of Han characters: 三千五百亿元, 百分之五, 两年以上."""
    strong = "年|元|倍|成|亩|吨|公里|亿元|万元|万人|万亩|个百分点|个月|年度"
    return re.compile(
        rf"(?:[百千万]分之{_COUNT}[一二三四五六七八九十两零〇百千点]*|{_HAN_NUMBER}(?:{_LONGER}|[{_SINGLE}])|"
        rf"{_COUNT}{_POWER}*(?:{strong}))(?:{_MORE})?"
    )


@cache
def measured() -> re.Pattern[str]:
    """Pattern of a quantity in digits with its parts named.

    `currency`; then `low`, `low_percent`, `low_power` (万, 亿), `low_unit`, `low_letters` (million) and `low_noun` (days); of a range
    `to` and the same parts beginning with `high`; `after` (以上).
    """

    def part(side: str) -> str:
        return (
            rf"(?P<{side}>{_NUMBER})(?:(?P<{side}_percent>{_GAP}{_PERCENT})|(?P<{side}_power>{_MANY}{_POWER}*{_MANY})"
            rf"(?P<{side}_unit>(?:{_LONGER}|[{_SINGLE}])(?:[/／][{_SINGLE}])?)?(?P<{side}_hangul>{_HANGUL})?)"
            rf"(?:{_GAP}(?P<{side}_letters>{_LETTERS}))?(?:[ \u202f-](?P<{side}_noun>{_NOUNS}))?"
        )

    return re.compile(
        rf"(?P<currency>{_CURRENCY})?{part('low')}(?:(?P<to>{_DASH}){_CURRENCY}?{part('high')})?"
        rf"(?P<after>{_MANY}(?:{_MORE}))?"
    )


@cache
def qualifier_before() -> re.Pattern[str]:
    """Pattern of an alphabetic qualifier that ends where a number begins: `at least `, `mindestens `."""
    return re.compile(rf"(?i:{_QUALIFIER})\Z")


@cache
def unit_to_confirm() -> re.Pattern[str]:
    """Pattern of a single Han unit at the end of a quantity: uncertain when a Han character follows."""
    return re.compile(rf"(?<=[\d十百千万亿多余])[{_SINGLE}]\Z")
