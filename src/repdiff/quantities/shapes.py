"""The shape of a number in digits: which marks inside part thousands, and which one stands before the decimals."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

DIGITS: Final = (
    r"\d{1,3}(?:[,，]\d{2,3})*[,，]\d{3}(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d|\.\d)|"
    r"\d{1,3}(?:[ \u202f'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.·/:：\-]\d+){2,}|\d+[·/:：]\d+|\d+\.\d+|\d+,\d{1,2}(?!\d)|\d+"
)
"""Pattern of a number in digits, and of what looks like one: a date, a time, a version."""

_GROUPED = re.compile(r"\d{1,3}(?:[,，]\d{2,3})*[,，]\d{3}(?:\.\d+)?")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SPREAD = re.compile(r"\d{1,3}(?:[ \u202f'’]\d{3})+(?:[.,]\d+)?")
_ADDRESS = 4  # parts of an address of the network, each of which is a byte
_BYTE = 255
_ROUND = re.compile(r"\d{1,3}\.\d\d0")  # nobody measures to a thousandth that is nought


def number_in(written: str, comma: bool | None) -> Decimal | None:
    """The number that digits with their marks write; None where they write none. `comma` says whether decimals stand behind a comma."""
    try:
        return Decimal(_plain(written, comma))
    except InvalidOperation:
        return None


def _plain(written: str, comma: bool | None) -> str:
    """The number as Python reads it; what is none stays none."""
    if written.isdecimal():
        return written
    if _SPREAD.fullmatch(written):
        return re.sub(r"[ \u202f'’]", "", written).replace(",", ".")
    if _GROUPED.fullmatch(written):
        single = written.count(",") == 1 and "." not in written
        decimals = single and (written.startswith("0,") or comma is True)
        return written.replace(",", ".") if decimals else re.sub("[,，]", "", written)
    if _POINTED.fullmatch(written):
        return _pointed(written, comma)
    return written.replace(",", ".") if re.fullmatch(r"\d+,\d{1,2}", written) else written


def _pointed(written: str, comma: bool | None) -> str:
    parts = written.partition(",")[0].split(".")
    if len(parts) == _ADDRESS and all(int(part) <= _BYTE for part in parts):
        return ""
    thousands = len(parts) > 2 or "," in written or comma is True or (comma is None and _ROUND.fullmatch(written))  # noqa: PLR2004
    grouped = thousands and not written.startswith("0")
    return written.replace(".", "").replace(",", ".") if grouped else written
