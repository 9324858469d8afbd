"""How much does a text look like writing? The score by which encodings are told apart.

A wrong codec turns frequent characters into rare ones, into private-use characters and into signs nobody writes next
to each other. Each character is therefore worth something (`_worth`), and the score of a text is the mean over its
characters that are not ASCII.
"""

import re
import unicodedata
from collections import Counter

from repdiff.languages.frequent import FREQUENT_HAN, FREQUENT_HANGUL

REPLACEMENT = "\ufffd"
_GLUED = re.compile(r"[A-Za-z][^\x00-\x7f\u2010-\u2027]|[^\x00-\x7f\u2010-\u2027][A-Za-z]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_STEERING = re.compile(r"\x1b\[[\d;?]*[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f]")
"""What steers a terminal or a printer: colours with their figures, and single control characters."""
PADDING = "\0\x1a"
"""What stands behind the end of a text: the mark that DOS ends it with, and zeros that fill the last block."""
_NOISE, _FEW, _SHARE = 100, 3, 4
"""Characters of a text for each control character below which it is no text; how many are none in a text of any length, unless it has
fewer than so many characters for each.
"""
_ASCII = range(0x80)
"""Code points, as in all that follow."""
_HAN, _HAN_BEYOND = range(0x3400, 0xA000), range(0x20000, 0x323B0)
_FIRST_COMMON = 0x4E00
"""From here on ideographs are in use; the block before it (extension A) holds what hardly anybody writes."""
_KANA = range(0x3041, 0x30FF)
_HANGUL = range(0xAC00, 0xD7A4)
_FULL_WIDTH = range(0xFF10, 0xFF5B)
"""Digits and Latin letters, with the few signs between them."""
_HALF_WIDTH = range(0xFF61, 0xFFDD)
"""Half-width kana and hangul."""
_BEYOND_ALPHABETS = 0x2000
"""From here on letters are of none of the alphabets that one byte encodes."""


def score(text: str, script: str) -> float:
    """How much the text looks like writing in `script` ("han", "kana", "hangul" or "any"): 1 certainly, 0 or less not.

    "any" also weighs ASCII, for encodings that do not contain it byte for byte. A text with nothing to weigh scores 0.
    """
    weighed = [(char, n) for char, n in Counter(text).items() if script == "any" or char >= "\x80"]
    total = sum(n for _, n in weighed)
    if not total:
        return 0.0
    worth = sum(n * _worth(char, script) for char, n in weighed)
    # An ideograph beside ASCII letters is an accented letter misread (Größe: Gr鲞e); real ones stand among their kind.
    glued = 0 if script == "any" else len(_GLUED.findall(text))
    return (worth - glued) / total


def is_noise(text: str) -> bool:
    """Whether there are so many control characters that this is no text. A few are no matter."""
    return too_many(len(_CONTROL.findall(text)), len(text))


def too_many(controls: int, length: int) -> bool:
    """Whether so many control characters in a text of this length make it none."""
    return controls * _NOISE > length and (controls > _FEW or controls * _SHARE > length)


def without_controls(text: str) -> tuple[str, int]:
    """The text with a blank for each character that steers a terminal, and without those behind its end; and how many there were.

    White space and the marks of line ends stay.
    """
    kept = text.rstrip(PADDING)
    found = len(text) - len(kept)

    def blank(match: re.Match[str]) -> str:
        nonlocal found
        found += 1
        return " " * len(match[0])

    return _STEERING.sub(blank, kept), found


def _worth(char: str, script: str) -> float:
    """What this character says about the text being `script`: 1 expected, 0 nothing, negative speaks against it."""
    code = ord(char)
    if code in _ASCII:
        return 1.0 if char.isprintable() or char in "\t\n\r\f" else -1.0
    if char in FREQUENT_HAN:
        return 1.0
    if code in _HAN or code in _HAN_BEYOND:
        return 0.3 if code >= _FIRST_COMMON else -0.5
    if char in "　、。〈〉《》「」『』【】〔〕！（），．：；？～％　“”‘’—…·―①②③④⑤⑥⑦⑧⑨⑩" or code in _FULL_WIDTH:
        return 1.0
    if code in _KANA:
        return 1.0 if script in ("kana", "any") else -0.2
    if code in _HANGUL:
        return _hangul(char, script)
    return _other(char, script)


def _hangul(char: str, script: str) -> float:
    if script not in ("hangul", "any"):
        return -0.5
    return 1.0 if char in FREQUENT_HANGUL else 0.3


def _other(char: str, script: str) -> float:
    if char == REPLACEMENT:
        return -3.0
    if ord(char) in _HALF_WIDTH:  # half-width kana: every byte A1-DF is one in Shift_JIS
        return -0.5
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Cn", "Co", "Cs"):
        return -1.0
    if category.startswith("L"):
        return 0.8 if script == "any" and ord(char) < _BEYOND_ALPHABETS else -0.3
    return 0.2
