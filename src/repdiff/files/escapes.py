"""Encodings whose bytes are all ASCII: ISO-2022, HZ and UTF-7 write everything else as ASCII letters between signs that shift."""

import re
from contextlib import suppress

from repdiff.languages.frequent import FREQUENT_HAN, FREQUENT_HANGUL
from repdiff.languages.letters import BLOCKS
from repdiff.model.errors import RepdiffError

_ISO_2022 = re.compile(rb"\x1b(?:\$[@AB]|\$[()*][A-Z]|\([IJ]|&@|N)")
_JAPANESE = (
    "iso2022_jp",
    "iso2022_jp_1",
    "iso2022_jp_2",
    "iso2022_jp_3",
    "iso2022_jp_2004",
    "iso2022_jp_ext",
    "iso2022_jp_2",
)
_CHINESE = re.compile(rb"\x1b\$[)*][AEGH]")
_KOREAN = b"\x1b$)C"
_HZ = re.compile(rb"~\{(?:[!-}][!-~])+~\}")
_SHIFTED = re.compile(rb"\+(?:[A-Za-z0-9+/]{2,})-?")
_WRITING = 0.5
"""Share of the characters beyond ASCII that must be usual ones of some language: of chance ones few are."""


def shifted(data: bytes, name: str) -> str:
    """The Python codec of bytes that are ASCII and shift to other characters; empty where they do not.

    Raises RepdiffError for ISO-2022-CN, which Python does not decode, and for ISO-2022 that is damaged.
    """
    if b"\x1b" in data and _ISO_2022.search(data):
        return _iso_2022(data, name)
    if b"~{" in data and _HZ.search(data) and _is_writing(data, "hz"):
        return "hz"
    if b"+" in data and _SHIFTED.search(data) and _is_writing(data, "utf-7"):
        return "utf-7"
    return ""


def _iso_2022(data: bytes, name: str) -> str:
    if _CHINESE.search(data):
        raise RepdiffError(f"{name}: ISO-2022-CN, which is not read.", _convert("ISO-2022-CN-EXT"))
    for codec in ("iso2022_kr",) if _KOREAN in data else _JAPANESE:
        with suppress(UnicodeDecodeError):
            if "\x1b" not in data.decode(codec):
                return codec
    which = "ISO-2022-KR" if _KOREAN in data else "ISO-2022-JP"
    raise RepdiffError(f"{name}: not valid {which}, though it shifts as that does.", _convert(f"{which} -c"))


def _convert(codec: str) -> str:
    return f"Convert it: iconv -f {codec} -t UTF-8 FILE > CONVERTED."


def _is_writing(data: bytes, codec: str) -> bool:
    """Whether the reading has characters beyond ASCII, and most are usual."""
    try:
        text = data.decode(codec)
        text.encode("utf-8")
    except UnicodeError:
        return False
    beyond = [char for char in text if char > "\x7f"]
    return bool(beyond) and sum(map(_is_usual, beyond)) >= len(beyond) * _WRITING


def _is_usual(char: str) -> bool:
    """Whether the character is a frequent one of East Asia, a letter of an alphabet, or punctuation."""
    return char in FREQUENT_HAN or char in FREQUENT_HANGUL or any(first <= char <= last for first, last in BLOCKS)
