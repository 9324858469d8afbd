"""Units: what a unit as written comes to in its base unit, and which units may be compared."""

import re
from decimal import Decimal
from typing import NamedTuple

_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_POWERS |= {"천": 1000, "만": 10**4, "억": 10**8, "조": 10**12}
_LETTERS = (
    (re.compile(r"hundred", re.I), 100),
    (re.compile(r"thousand|tsd|^k$|^mil$", re.I), 1000),
    (re.compile(r"tr", re.I), 10**12),
    (re.compile(r"bi|bn|mrd|milliard", re.I), 10**9),
    (re.compile(r"m", re.I), 10**6),
    (re.compile(r"dozen", re.I), 12),
)
# Words of a unit -> family, base unit, how many of the base unit it is.
_FAMILIES = (
    ("percent", "%", "% per cent percent pour por Prozent パーセント 퍼센트", "1"),
    ("percent", "%", "‰", "0.1"),
    (
        "points",
        "个百分点",
        "个百分点 個百分點 百分点 百分點 percentage pp ポイント 포인트 %p %pt Prozentpunkte Prozentpunkten",
        "1",
    ),
    ("points", "个百分点", "basis", "0.01"),
    ("money", "元", "元 人民币 人民幣 RMB CNY yuan", "1"),
    ("money-usd", "USD", "美元 $ USD dollars dollar US$ ドル 달러", "1"),
    ("money-eur", "EUR", "欧元 歐元 € EUR euro euros Euro", "1"),
    ("money-gbp", "GBP", "英镑 £ GBP pounds", "1"),
    ("money-jpy", "JPY", "日元 円 ¥ yen", "1"),
    ("money-hkd", "HKD", "港元 港币", "1"),
    ("money-krw", "KRW", "원 ₩", "1"),
    ("length", "m", "米 m metre metres meter meters メートル", "1"),
    ("length", "m", "公里 千米 里 km kilometre kilometres kilometer kilometers キロ 킬로미터", "1000"),
    ("area", "亩", "亩 畝 mu", "1"),
    ("area", "亩", "公顷 公頃 hectare hectares", "15"),
    ("area-m2", "m²", "平方米 平米 m²", "1"),
    ("area-m2", "m²", "平方公里 平方千米 km² km2", "1000000"),
    ("volume", "m³", "立方米 m³", "1"),
    ("mass", "kg", "公斤 千克 kg", "1"),
    ("mass", "kg", "斤", "0.5"),
    ("mass", "kg", "吨 噸 ton tons tonne tonnes Tonnen トン 톤", "1000"),
    ("mass", "kg", "微克 µg", "0.000000001"),
    ("energy", "kWh", "千瓦时 kWh 度", "1"),
    ("power", "kW", "千瓦 kW", "1"),
    ("power", "kW", "兆瓦 MW", "1000"),
    ("power", "kW", "吉瓦 GW", "1000000"),
    ("time", "年", "年 year years Jahr Jahre Jahren ans 周年 年度", "1"),
    ("time-months", "月", "个月 個月 月份 month months Monate Monaten mois カ月 개월", "1"),
    ("time-days", "天", "天 日 day days Tag Tage Tagen jours", "1"),
    ("time-weeks", "周", "周 星期 week weeks Woche Wochen", "1"),
    ("time-hours", "小时", "小时 小時 时 時 hour hours Stunden heures 시간", "1"),
    ("time-minutes", "分钟", "分钟 分鐘 分 minute minutes", "1"),
    ("age", "岁", "岁 歲 周岁", "1"),
    ("times", "倍", "倍 배", "1"),
    ("person", "人", "人 名 位 口 人次 명", "1"),
    ("household", "户", "户 戶 套", "1"),
    ("", "", "", "1"),
)
_UNITS = {
    word: (family, base, Decimal(size)) for family, base, words, size in _FAMILIES for word in words.split() or [""]
}


class Unit(NamedTuple):
    """A unit: its base unit, its family, how many base units it is, and how it is written (`万人`)."""

    base: str
    family: str
    scale: Decimal
    written: str


def unit_of(match: re.Match[str] | None, rest: str = "") -> Unit:
    """The unit in a match of `measured()`, or the one that `rest` begins with, behind a number in Han numerals."""
    if match is None:
        word = re.sub(r"(?:以上|以下|以内|左右|之内)\Z", "", rest)
        return _known(word, Decimal(1), word)
    side = "high" if match["high"] and (match["high_percent"] or match["high_power"] or match["high_unit"]) else "low"
    power, letters = match[f"{side}_power"] or "", match[f"{side}_letters"] or ""
    noun = match[f"{side}_noun"] or match["low_noun"] or ""
    word = (match[f"{side}_percent"] or match[f"{side}_unit"] or match[f"{side}_hangul"] or "").strip()
    scale = Decimal(1)
    for char in power + (word if word and word[0] in "억조만천" else ""):
        scale *= _POWERS.get(char, 1)
    for pattern, size in _LETTERS if letters else ():
        if pattern.search(letters):
            scale *= size
            break
    written = "".join(part for part in (power.strip("多余餘几"), word, letters) if part)
    currency = (match["currency"] or "").strip()
    if currency:
        return _known(currency if currency in _UNITS else currency[-1:], scale, f"{written} {currency}".strip())
    if noun:
        return _known(_noun(noun), scale, f"{written} {noun}".strip())
    return _known(word.strip("％%") + "%" if word in ("%", "％") else word, scale, written)


def _noun(noun: str) -> str:
    words = noun.split()
    for word in words if words[0] not in ("percentage", "basis", "per") else words[:1]:
        if word in _UNITS:
            return word
    return words[-1]


def _known(word: str, scale: Decimal, written: str) -> Unit:
    word = word.split("/")[0]
    if word in _UNITS:
        family, base, size = _UNITS[word]
        return Unit(base, family, scale * size, written)
    # An unknown unit counts things: 家, 个, 条, 座.
    return Unit(word, "count", scale, written)


def comparable(one: str, other: str) -> bool:
    """Whether quantities of two families may measure the same: a bare number goes with counts, persons and households."""
    return one == other or ("" in (one, other) and {one, other} <= {"count", "person", "household", ""})
