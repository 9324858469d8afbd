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
    "money-twd": "TWD",
    "money-sgd": "SGD",
    "money-aud": "AUD",
    "money-cad": "CAD",
    "money-nzd": "NZD",
    "money-brl": "BRL",
    "money-mxn": "MXN",
    "money-inr": "INR",
    "money-rub": "RUB",
    "money-uah": "UAH",
    "money-pln": "PLN",
    "money-ils": "ILS",
    "money-try": "TRY",
    "money-thb": "THB",
    "money-vnd": "VND",
    "money-chf": "CHF",
    "money-sar": "SAR",
    "money-egp": "EGP",
    "money-aed": "AED",
    "money-dinar": "dinar",
    "money-irr": "IRR",
    "temperature": "°C",
    "temperature-f": "°F",
    "speed": "km/h",
    "data": "GB",
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
    "limit": "岁",
    "times": "倍",
    "person": "人",
    "household": "户",
    "": "",
}
"""The base unit of each family, by the name under which reports show it. A unit of no family is a base of its own and counts things."""

SIGNS: Final = (
    ("percent", "% ٪ percent", "1"),
    ("percent", "‰", "0.1"),
    ("points", "pp %p %pt p.p. п.п.", "1"),
    ("points", "bps bp", "0.01"),
    ("money", "RMB CNY", "1"),
    ("money-usd", "$ USD US$", "1"),
    ("money-eur", "€ EUR", "1"),
    ("money-eur", "k€ K€ T€", "1000"),
    ("money-eur", "M€ Mio€ Mio.€", "1000000"),
    ("money-eur", "Md€ Mds€ Mrd€ Mrd.€", "1000000000"),
    ("money-gbp", "£ GBP", "1"),
    ("money-jpy", "¥ ￥ JPY", "1"),
    ("money-krw", "₩ KRW", "1"),
    ("money-hkd", "HK$ HKD", "1"),
    ("money-twd", "NT$ TWD NTD", "1"),
    ("money-sgd", "S$ SGD", "1"),
    ("money-aud", "A$ AU$ AUD", "1"),
    ("money-cad", "C$ CA$ CAD", "1"),
    ("money-nzd", "NZ$ NZD", "1"),
    ("money-brl", "R$ BRL", "1"),
    ("money-mxn", "MX$ MXN", "1"),
    ("money-inr", "₹ INR Rs Rs.", "1"),
    ("money-rub", "₽ RUB", "1"),
    ("money-uah", "₴ UAH", "1"),
    ("money-pln", "zł PLN", "1"),
    ("money-ils", "₪ ILS", "1"),
    ("money-try", "₺ TRY TL", "1"),
    ("money-thb", "฿ THB", "1"),
    ("money-vnd", "₫ VND", "1"),
    ("money-chf", "CHF Fr.", "1"),
    ("money-sar", "SAR", "1"),
    ("money-egp", "EGP", "1"),
    ("money-aed", "AED", "1"),
    ("temperature", "°C ℃", "1"),
    ("temperature-f", "°F ℉", "1"),
    ("length", "m", "1"),
    ("length", "km км", "1000"),
    ("length", "cm", "0.01"),
    ("length", "mm", "0.001"),
    ("area", "ha га", "15"),
    ("area-m2", "m² m2", "1"),
    ("area-m2", "km² km2", "1000000"),
    ("volume", "m³ m3", "1"),
    ("mass", "kg кг", "1"),
    ("mass", "g", "0.001"),
    ("mass", "mg", "0.000001"),
    ("mass", "µg μg", "0.000000001"),
    ("mass", "t", "1000"),
    ("energy", "Wh", "0.001"),
    ("energy", "kWh", "1"),
    ("energy", "MWh", "1000"),
    ("energy", "GWh", "1000000"),
    ("energy", "TWh", "1000000000"),
    ("power", "kW", "1"),
    ("power", "MW", "1000"),
    ("power", "GW", "1000000"),
    ("power", "TW", "1000000000"),
    ("speed", "km/h", "1"),
    ("data", "MB", "0.001"),
    ("data", "GB", "1"),
    ("data", "TB", "1000"),
    ("time-hours", "h", "1"),
    ("times", "x ×", "1"),
)
"""Family, signs, how many base units one of them is."""

BEHIND: Final = (
    "pp|bps?|RMB|USD|EUR|GBP|CNY|CHF|JPY|KRW|HKD|TWD|SGD|AUD|CAD|NZD|BRL|INR|RUB|UAH|PLN|ILS|TRY|THB|VND|SAR|AED|EGP|TL|km/h|[kcm]?m[²³23]"
    "|[kcm]?m|[mkµμ]?g|ha|t|[kMGT]Wh?|[KMGT]B|MHz|GHz|°C|°F"
)
"""Signs that stand behind a blank after a number; alternatives of a regular expression."""

MONEY_BEHIND: Final = r"(?:(?:k|K|T|M|Mds?|Mio\.?|Mrds?\.?)[  \u202f]?)?€|US\$|HK\$|NT\$|[$£₽₴₺₹₪฿₫₩]|zł\b"
"""The same of signs of money, at the number too; a power may stand right before the sign."""

CURRENCY: Final = (
    r"(?:(?:(?<![A-Za-z])(?:US|AU?|CA?|HK|NT|NZ|MX|S|R))?[$＄][  ]?|[€£¥￥₩₹₽₴₪₺฿₫][  ]?|"
    r"(?<![A-Za-z])(?:RMB|USD|EUR|GBP|CNY|CHF|JPY|HKD|TWD|AUD|CAD|SGD|INR|Rs\.?)[  ]?)"
)
"""Pattern of a sign of money before a number."""

BOUND_SIGNS: Final = {
    "≤": ("at most", False),
    "≥": ("at least", False),
    "<": ("at most", True),
    ">": ("at least", True),
    "≈": ("about", False),
}
"""Signs before a number by which it is a bound, and whether it is left out."""
