"""Numbers and dates of workbooks as they are shown: 0.061 in the format `0.0%` is 6.1% (ECMA-376, 18.8.31)."""

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import Final, NamedTuple

_GENERAL: Final = "general"
_DIGITS: Final = 11
"""Digits of a number in no format."""
_MOST_DECIMALS: Final = 30
_KEPT: Final = 256
_THOUSAND: Final = Decimal(1000)
_BRACKETS = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.', re.DOTALL)
_PATTERN = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+")
_DATE = re.compile(
    r"(\"[^\"]*\"|\\.|_.|\*.)|(yyyy|yy|y|mmmmm|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|am/pm|a/p)", re.IGNORECASE
)


class _Form(NamedTuple):
    """What stands before and behind a number, its decimals and those that may be missing, its thousands and what it is multiplied with."""

    before: str
    behind: str
    decimals: int
    optional: int
    grouped: bool
    scale: Decimal
    digits: int
    plain: bool


def shown_value(value: object, form: str) -> str:
    """The value of a cell as text, in the format of the cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime | date | time):
        return _date(value, form)
    if isinstance(value, int | float):
        return _number(value, form)
    return str(value)


def _number(value: float, form: str) -> str:
    try:
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        if not number.is_finite():
            return str(value)
        section, signed = _section(form, number)
        found = _form(section)
        return _general(number) if found.plain else _written(number if signed else abs(number), found)
    except (InvalidOperation, ValueError, OverflowError, IndexError):
        return str(value)


def _general(number: Decimal) -> str:
    text = f"{float(number):.{_DIGITS}g}" if number != number.to_integral_value() else f"{number:f}"
    return text if len(text) <= 2 * _DIGITS else f"{float(number):.{_DIGITS}g}"


def _section(form: str, number: Decimal) -> tuple[str, bool]:
    """The part of a format for a number, and whether the number keeps its sign in it."""
    parts = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', form)
    if number < 0 and len(parts) > 1:
        return parts[1], False
    if not number and len(parts) > 2:  # noqa: PLR2004  the third part is that of nought
        return parts[2], False
    return parts[0], True


@lru_cache(maxsize=_KEPT)
def _form(section: str) -> _Form:
    text = _BRACKETS.sub(lambda found: f'"{found[1]}"' if found[1] else "", section)
    literals: list[str] = []

    def kept(found: re.Match[str]) -> str:
        literals.append(found[1] if found[1] is not None else found[2] or "")
        return f"\ue000{chr(0xE001 + len(literals))}"

    def back(piece: str) -> str:
        return re.sub(r"\ue000(.)", lambda found: literals[ord(found[1]) - 0xE002], piece)

    text = _LITERAL.sub(kept, text)
    found = _PATTERN.search(text)
    plain = found is None or _GENERAL in text.lower() or "/" in text or "E+" in text.upper() or "@" in text
    if found is None or plain:
        return _Form(back(text), "", 0, 0, False, Decimal(1), 1, True)
    whole, _, decimals = found[0].partition(".")
    scaled = len(whole) - len(whole.rstrip(","))
    scale = (Decimal(100) if "%" in text else Decimal(1)) / _THOUSAND**scaled
    optional = len(decimals) - len(decimals.rstrip("#"))
    least = whole.count("0")
    behind = re.sub(r"[#0?,.]", "", text[found.end() :])
    grouped = "," in whole.rstrip(",")
    count = min(len(decimals.replace(",", "")), _MOST_DECIMALS)
    return _Form(back(text[: found.start()]), back(behind), count, optional, grouped, scale, least, False)


def _written(number: Decimal, form: _Form) -> str:
    number = (number * form.scale).quantize(Decimal(1).scaleb(-form.decimals), ROUND_HALF_UP)
    sign = "-" if number < 0 else ""
    text = f"{abs(number):{',' if form.grouped else ''}.{form.decimals}f}"
    whole, _, decimals = text.partition(".")
    for _ in range(form.optional):
        decimals = decimals.removesuffix("0")
    whole = whole.zfill(form.digits) if not form.grouped else whole
    return f"{sign}{form.before}{whole}{'.' if decimals else ''}{decimals}{form.behind}".strip()


def _date(value: datetime | date | time, form: str) -> str:
    section = _BRACKETS.sub("", form.split(";", maxsplit=1)[0])
    if not _DATE.search(section) or _GENERAL in section.lower():
        return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    moment = value if isinstance(value, datetime) else _moment(value)
    half = bool(re.search(r"am/pm|a/p", section, re.IGNORECASE))
    parts: list[str] = []
    done = 0
    for found in _DATE.finditer(section):
        parts.append(section[done : found.start()])
        done = found.end()
        near = section[max(found.start() - 3, 0) : found.start()], section[found.end() : found.end() + 3]
        parts.append(_literal(found[1]) if found[1] else _piece(found[2].lower(), moment, near, half))
    return "".join([*parts, section[done:]]).replace("@", "").strip()


def _moment(value: date | time) -> datetime:
    return datetime.combine(date(1900, 1, 1), value) if isinstance(value, time) else datetime.combine(value, time())


def _literal(text: str) -> str:
    return text[1:-1] if text.startswith('"') else text[1:] if text.startswith("\\") else ""


def _piece(letters: str, moment: datetime, near: tuple[str, str], half: bool) -> str:
    """A piece of a date; `near` is what stands around it, which tells minutes from months."""
    minutes = re.search(r"h[^a-z]*\Z", near[0], re.IGNORECASE) or re.match(r"[^a-z]*s", near[1], re.IGNORECASE)
    if letters in ("m", "mm") and minutes:
        return f"{moment.minute:0{len(letters)}d}"
    hour = (moment.hour % 12 or 12) if half else moment.hour
    written = {
        "yyyy": f"{moment.year:04d}", "y": f"{moment.year % 100:02d}", "yy": f"{moment.year % 100:02d}",
        "m": str(moment.month), "mm": f"{moment.month:02d}", "d": str(moment.day), "dd": f"{moment.day:02d}",
        "h": str(hour), "hh": f"{hour:02d}", "s": str(moment.second), "ss": f"{moment.second:02d}",
        "am/pm": f"{moment:%p}", "a/p": f"{moment:%p}"[:1],
        "mmm": f"{moment:%b}", "mmmm": f"{moment:%B}", "mmmmm": f"{moment:%b}"[:1], "ddd": f"{moment:%a}", "dddd": f"{moment:%A}",
    }  # fmt: skip
    return written[letters]
