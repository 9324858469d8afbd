r"""Whose character is it, and how wide? Each script is defined here and nowhere else.

Constants in capitals are insides of character classes (`rf"[{HAN}]"`), unless their docstring says otherwise.
"""

import re
from bisect import bisect, bisect_left
from enum import StrEnum
from functools import cache
from typing import Final


class Script(StrEnum):
    """A script that some language is written in."""

    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"
    LATIN = "latin"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    HEBREW = "hebrew"
    ARABIC = "arabic"
    DEVANAGARI = "devanagari"
    THAI = "thai"


HAN: Final = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN_LETTERS: Final = rf"{HAN}々〇"
"""Ideographs, with the sign that repeats one and the zero, which belong to words and numerals of them."""
HAN_BASIC: Final = r"\u3400-\u9fff"
"""The two blocks of nearly all ideographs: a class that compiles in a tenth of the time, for what need not be exact."""
KANA: Final = r"\u3041-\u30ff"
HIRAGANA_RUN: Final = r"[\u3041-\u309f\u30fc]+"
KATAKANA_RUN: Final = r"[\u30a0-\u30fa\u30fc-\u30ff\uff66-\uff9f]+"
"""Patterns of a run of one Japanese script, the sign of length in both."""
HANGUL: Final = r"\uac00-\ud7a3\u1100-\u11ff"
LATIN: Final = r"A-Za-z\u00c0-\u024f"
CYRILLIC: Final = r"\u0400-\u04ff"
GREEK: Final = r"\u0370-\u03ff"
HEBREW: Final = r"\u0590-\u05ff"
ARABIC: Final = r"\u0600-\u06ff"
DEVANAGARI: Final = r"\u0900-\u097f"
THAI: Final = r"\u0e00-\u0e7f"

CLUSTER: Final = (
    r"[\u0e40-\u0e44\u0ec0-\u0ec4]?[\u0e01-\u0e2e\u0e81-\u0eae\u1000-\u102a\u1780-\u17b3]"
    r"[\u0e2f-\u0e3a\u0e45-\u0e4e\u0eaf-\u0ebd\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3]*"
)
"""Pattern of a consonant with the vowels and tones around it, in scripts without blanks and without a dictionary here."""
UNSPACED_LETTERS: Final = rf"{HAN_LETTERS}\u3040-\u30ff\uff66-\uff9f\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Letters of the scripts that are written without blanks."""
ACCENTS: Final = r"\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0970-\u0dff"
r"""Vowel signs and accents that Python's `\w` leaves out, in the blocks where they are written."""

RAISED_DIGITS: Final = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
"""Superscript digits; inside of a character class."""
RAISED: Final = frozenset("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079")
"""The same digits."""

BLANKS: Final = r"\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"
"""White space and the characters that take no room: soft hyphen, joiners, marks of direction, byte order mark."""
ZERO_WIDTH: Final = frozenset(
    map(chr, (0xAD, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2065), 0xFEFF))
)
"""The characters of BLANKS that take no room, and the two separators of lines and paragraphs."""

EAST_LETTER: Final = "[^\0-\u303f]"
"""Pattern of a letter of the East Asian scripts, in evened text. What lies beyond them is rare in running text, and a class of few
code points compiles in a quarter of the time."""
EAST_ASIAN_BLOCKS: Final = (("\u1100", "\u11ff"), ("\u2e80", "\ud7ff"), ("\uf900", "\ufaff"), ("\uff00", "\U0003ffff"))
"""First and last letters of the blocks of East Asian scripts."""
FIRST_EAST_ASIAN: Final = "\u2e80"
"""From this character on a character is a word or a part of one, or a mark between such: no word is cut by ending beside it."""
_WITHOUT_BLANKS: Final = (
    ("\u2e80", "\u30ff"),
    ("\u31f0", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)

_WIDE_BELOW: Final = r"\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3"
_WIDE_FORMS: Final = r"\uf900-\ufaff\ufe30-\uff60"
_WIDE_ABOVE: Final = r"\U0001f300-\U0001faff\U00020000-\U0003fffd"
UNSPACED_BY_WORD: Final = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Letters of scripts that are written without blanks, and whose lines are broken between words all the same."""
LAM, ALEF = "ل", "اأإآ"
"""Letters that one sign of Arabic stands for together, the first of them read first."""
LEFTWARD: Final = r"\u0590-\u08ff\ufb1d-\ufefc"
"""Letters of scripts that are written from right to left, for a class of a regular expression."""

WIDE_LETTERS: Final = (
    r"\u1100-\u115f\u2e80-\u3000\u3003-\u3007\u3012\u3013\u3020-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f"
    + _WIDE_ABOVE
)
"""Letters of two columns, between which a line may be broken: without marks, and without full-width Latin letters and digits, whose
words and figures stay whole."""

_LETTERS: Final = (
    (Script.HAN, "\u3400", "\u9fff"),
    (Script.KANA, "\u3041", "\u30ff"),
    (Script.HANGUL, "\uac00", "\ud7a3"),
    (Script.CYRILLIC, "\u0400", "\u04ff"),
    (Script.GREEK, "\u0370", "\u03ff"),
    (Script.HEBREW, "\u05d0", "\u05ea"),
    (Script.ARABIC, "\u0620", "\u06ff"),
    (Script.DEVANAGARI, "\u0904", "\u097f"),
    (Script.THAI, "\u0e01", "\u0e7f"),
)
_LATIN_WORD: Final = re.compile(r"[a-z\u00df-\u024f\u1ea0-\u1eff]{2}|[A-Z\u00c0-\u00de]{4}")
_SMALL_WORD: Final = re.compile("(?<![A-Za-z\u00c0-\u024f])[a-z\u00df-\u024f\u1ea0-\u1eff]{2}")
_IDEOGRAPH: Final = re.compile(r"[\u3400-\u9fff]")
_EASTERN: Final = frozenset({Script.HAN, Script.KANA})
_BESIDE_HAN: Final = re.compile("[A-Za-z\u00c0-\u1fff\uac00-\ud7a3]")


def scripts_of(text: str) -> frozenset[Script]:
    """The scripts of the words of a text. Latin ones have small letters, or four capitals: `5G` and `GDP` are no words of a language."""
    found = {Script.LATIN} if _LATIN_WORD.search(text) else set()
    if not text.isascii():
        letters = sorted(set(text))
        found.update(script for script, first, last in _LETTERS if bisect_left(letters, first) < bisect(letters, last))
    return frozenset(found)


def words_of(text: str) -> frozenset[Script]:
    """The scripts whose words may stand in a text: the same, but Han and Japanese always go together, with what is neither nor left out
    by a quick look. Beside them a Latin word with a capital is a name (`App`), no word of a language.
    """
    if not text.isascii() and _BESIDE_HAN.search(text) is None:
        return _EASTERN
    found = scripts_of(text)
    if found.isdisjoint(_EASTERN):
        return found
    return (found | _EASTERN) if _SMALL_WORD.search(text) else (found | _EASTERN) - {Script.LATIN}


def has_han(text: str) -> bool:
    """Whether an ideograph stands in the text."""
    return not text.isascii() and _IDEOGRAPH.search(text) is not None


def has_kana(text: str) -> bool:
    """Whether a Japanese syllable stands in the text."""
    return not text.isascii() and _kana().search(text) is not None


@cache
def _kana() -> re.Pattern[str]:
    return re.compile(f"[{KANA}]")


@cache
def wide_run() -> re.Pattern[str]:
    """Pattern of characters of two columns."""
    return re.compile(f"[{_WIDE_BELOW}]+|[{_WIDE_FORMS}]+|[{_WIDE_ABOVE}]+")


@cache
def unbroken_letter() -> re.Pattern[str]:
    """Pattern of a letter of a script in which a line break stands inside words and figures: of those without blanks that are read here."""
    return re.compile(f"[{KANA}{HAN_BASIC}]")


def has_no_blanks(char: str) -> bool:
    """Whether the character is one of the scripts written without blanks, their marks among them, full-width forms not."""
    return any(first <= char <= last for first, last in _WITHOUT_BLANKS)


def is_han_or_kana(char: str) -> bool:
    """Whether the character is an ideograph, a Japanese syllable or a mark between such."""
    return "\u3000" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff"


def is_spaced(char: str) -> bool:
    """Whether the letter is of a script that puts blanks between words."""
    return char < "\u0e00" or "\u1e00" <= char < "\u3000" or "\uac00" <= char <= "\ud7af"


def writes_unspaced(char: str) -> bool:
    """Whether the letter is of a script of South East Asia or Tibet, whose words nothing parts and no dictionary here knows."""
    return "\u0e00" <= char <= "\u0fff" or "\u1000" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff"


def is_hangul(char: str) -> bool:
    """Whether the letter is a Korean syllable."""
    return "\uac00" <= char <= "\ud7a3"


SAMPLES: Final = ("文字", "Words", "Слова", "كلمات", "ひらがな")
"""A word of each of the scripts that most texts are written in: what matches all of one matches all that is written so."""
