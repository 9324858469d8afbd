"""Families of units: which may be compared, and in what they are added up; and the signs that are the same in all languages."""

from typing import Final

BASES: Final = {
    "percent": "%",
    "points": "个百分点",
    "money": "元",
    "money-usd": "USD",
    "money-eur": "EUR",
    "money-gbp": "GBP",
    "money-jpy": "JPY",
    "money-hkd": "HKD",
    "money-krw": "KRW",
    "length": "m",
    "area": "亩",
    "area-m2": "m²",
    "volume": "m³",
    "mass": "kg",
    "energy": "kWh",
    "power": "kW",
    "time": "年",
    "time-months": "月",
    "time-days": "天",
    "time-weeks": "周",
    "time-hours": "小时",
    "time-minutes": "分钟",
    "age": "岁",
    "times": "倍",
    "person": "人",
    "household": "户",
    "": "",
}
"""The base unit of each family, by the name under which reports show it. A unit of no family is a base of its own and counts things."""

SIGNS: Final = (
    ("percent", "%", "1"),
    ("percent", "‰", "0.1"),
    ("points", "pp %p %pt", "1"),
    ("money", "RMB CNY", "1"),
    ("money-usd", "$ USD US$", "1"),
    ("money-eur", "€ EUR", "1"),
    ("money-gbp", "£ GBP", "1"),
    ("money-jpy", "¥", "1"),
    ("money-krw", "₩", "1"),
    ("length", "m", "1"),
    ("length", "km", "1000"),
    ("area-m2", "m²", "1"),
    ("area-m2", "km² km2", "1000000"),
    ("volume", "m³", "1"),
    ("mass", "kg", "1"),
    ("mass", "µg", "0.000000001"),
    ("energy", "kWh", "1"),
    ("power", "kW", "1"),
    ("power", "MW", "1000"),
    ("power", "GW", "1000000"),
)
"""Family, signs, how many base units one of them is."""

BEHIND: Final = "pp|RMB|USD|EUR|GBP|CNY|km²|m²|m³|km2|[kcm]?m|[mk]?g|[kMGT]Wh?|[KMGT]B|MHz|GHz|°C|°F"
"""Signs that stand behind a blank after a number; alternatives of a regular expression."""

CURRENCY: Final = r"(?:(?:US|A|C|HK|NT|S|R)?[$＄][  ]?|[€£¥￥₩₹][  ]?|(?:RMB|USD|EUR|GBP|CNY|CHF)[  ]?)"
"""Pattern of a sign of money before a number."""
