"""Single-byte encodings: which reading of the bytes has the letters of a language beside each other as its texts have them?

Every byte above ASCII is a letter or a sign in each of some thirty encodings, and what is a letter in one is a sign or another letter in
the next. Each letter of a reading is therefore judged by its neighbours, for each language by itself (`repdiff.languages.letters`), each
sign by whether it may stand where it does. Two readings that are about as good and not the same text decide nothing.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from repdiff.languages.letters import (
    BEYOND_LATIN,
    COMMA_OR_CEDILLA,
    INNER_SIGNS,
    LATIN,
    ON_LETTER,
    SCRIPTS,
    USUAL_SIGNS,
    WORDS,
)

# The likeliest first: of encodings that give the same text the first one is named. Those of one line are as likely as each other.
_CODECS = (
    (
        "cp1252",
        "cp1250",
        "cp1251",
        "cp1254",
        "cp1253",
        "cp1257",
        "cp1255",
        "cp1256",
        "cp874",
        "cp1258",
        "koi8_r",
        "koi8_u",
    ),
    ("iso8859_15", "iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9", "iso8859_13", "iso8859_6", "iso8859_8"),
    (
        "cp866",
        "cp850",
        "cp437",
        "cp852",
        "mac_roman",
        "iso8859_4",
        "iso8859_10",
        "iso8859_16",
        "iso8859_3",
        "iso8859_14",
    ),
    ("cp737", "cp775", "cp857", "cp862", "cp720", "cp1125", "mac_latin2", "mac_cyrillic", "mac_greek", "mac_turkish"),
    ("cp855", "cp860", "cp861", "cp863", "cp865", "cp869", "mac_iceland", "mac_croatian", "mac_romanian"),
)
_RARER = 0.3
"""What the characters of a reading must be worth more together for each line that its encoding stands lower."""
_TOKEN = re.compile(rb"[^\s\x80-\xff]{0,30}[\x80-\xff][^\s]{0,60}")
_TOKENS = 3000
"""Words with a byte above ASCII that are looked at: more do not change the verdict."""
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{ON_LETTER}])*")
_ALIKE = str.maketrans(dict(COMMA_OR_CEDILLA))
"""Letters that two encodings have at the same place."""
_ON_LETTER = re.compile(f"[{ON_LETTER}]")
_ASCII_WORD = re.compile(rb"(?<![\w\x80-\xff])[a-z]{2,5}(?![\w\x80-\xff])")
_WORDS_IN = 2**16
"""Bytes whose words tell the language."""
_ASCII_LETTERS, _HIGH = bytes(b for b in range(0x80) if chr(b).isalpha()), bytes(range(0x80, 0x100))
_OTHER_SCRIPT = 0.25
"""Bytes above ASCII for each Latin letter from which a text with words of a Latin language may be in another script."""
_FEW_WORDS, _SPOKEN = 3, 0.4
"""Different words of a language from which a text may be in it; a language with less than this share of them is not that of the text."""
_LEAST = 0.35
"""Score from which a reading is believed."""
_AHEAD, _AHEAD_EACH = 0.7, 0.3
"""By how much the characters of a reading must be worth more than those of any other text, together and for each one that differs."""
_BY_ITSELF = 0.2
"""The same of what stands in the text, however likely the encodings are."""
_APOSTROPHES, _MONEY = frozenset("´`"), frozenset("€£¥")
_PREFIXED, _DASHES = frozenset("€£¥§°©®™№†‡‰²³½¼¾±×ªº"), frozenset("–—―")


class _Reading(NamedTuple):
    """What the characters above ASCII are worth together, the share of that which is possible, the sampled words, the codec, and its
    line among _CODECS.
    """

    worth: float
    score: float
    text: str
    codec: str
    line: int


def alphabet(data: bytes) -> str | None:
    """The Python codec of bytes in a single-byte encoding; None where none gives a text, or where several give different ones."""
    sample = _sample(data)
    tables = _likely(data)
    readings: list[_Reading] = []
    for rank, codecs in enumerate(_CODECS):
        for codec in codecs:
            text = sample.decode(codec, "replace")
            if all(text.translate(_ALIKE) != reading.text.translate(_ALIKE) for reading in readings):
                worth, count = _worth(text, tables)
                readings.append(_Reading(worth - rank * _RARER, worth / max(count, 1), text, codec, rank))
    best = max(readings, key=lambda reading: reading.worth)
    others = (reading for reading in readings if reading is not best)
    return best.codec if best.score >= _LEAST and all(_is_ahead(best, other) for other in others) else None


def _is_ahead(best: _Reading, other: _Reading) -> bool:
    differ = sum(a != b for a, b in zip(best.text, other.text, strict=True))
    ahead = best.worth - other.worth
    return ahead >= max(_AHEAD, _AHEAD_EACH * differ) and ahead + (best.line - other.line) * _RARER >= _BY_ITSELF


def _sample(data: bytes) -> bytes:
    """The words with bytes above ASCII, spread over the data, a blank between them."""
    words = _TOKEN.findall(data)
    return b" ".join(words[:: len(words) // _TOKENS + 1])


def _worth(text: str, tables: Iterable[frozenset[str]]) -> tuple[float, int]:
    """How much the characters above ASCII look like writing: at most 1 for each; and how many they are."""
    pairs: Counter[tuple[str, str]] = Counter()
    amiss, letters = 0.0, 0
    for match in _WORD.finditer(text):
        word = match[0]
        if not word.isascii():
            amiss += _case(word) + (
                text[match.start() - 1 : match.start()].isdigit() or text[match.end() : match.end() + 1].isdigit()
            )
            for left, char, right in _letters(unicodedata.normalize("NFC", word).lower()):
                pairs[left + char, char + right] += 1
                letters += 1
    signs, count = _signs(text)
    known = max(_known(pairs, table) for table in tables)
    return known - amiss + signs, letters + count


def _letters(word: str) -> Iterator[tuple[str, str, str]]:
    """Each letter above ASCII with its neighbours."""
    padded = f" {word} "
    return ((padded[at - 1], padded[at], padded[at + 1]) for at in range(1, len(padded) - 1) if padded[at] > "\x7f")


def _known(pairs: Counter[tuple[str, str]], table: frozenset[str]) -> float:
    """How many of the letters have neighbours as in the texts of a language."""
    worth = (-0.6, 0.35, 1.0)
    return sum(n * worth[(left in table) + (right in table)] for (left, right), n in pairs.items())


def _case(word: str) -> float:
    """How many of its letters are capitals behind small ones, or of another script than those beside them."""
    beside = [(a, b) for a, b in pairwise(word) if not (a + b).isascii()]
    return sum(
        float(
            (a.islower() and b.isupper())
            or ((a.isascii() or b.isascii()) and BEYOND_LATIN[0] <= max(a, b) <= BEYOND_LATIN[1])
        )
        for a, b in beside
    )


def _signs(text: str) -> tuple[float, int]:
    """What the signs above ASCII are worth together, and how many they are."""
    worth, count = 0.0, 0
    for at, char in enumerate(text):
        if char > "\x7f" and not char.isalpha() and (not _ON_LETTER.match(char) or not _is_letter(text[at - 1 : at])):
            count += 1
            worth += _sign(char, text[at - 1 : at], text[at + 1 : at + 2])
    return worth, count


def _is_letter(char: str) -> bool:
    return char.isalpha() or bool(_ON_LETTER.match(char))


def _sign(char: str, before: str, behind: str) -> float:
    if char == "\ufffd" or unicodedata.category(char) in ("Cc", "Cn", "Co"):
        return -3.0
    if _ON_LETTER.match(char):
        return -1.5
    if before.isalpha() and behind.isalpha():
        return 0.3 if char in INNER_SIGNS else -0.3 if char in _APOSTROPHES else -1.5
    if char in _PREFIXED and behind.islower():
        return -0.5
    if char in _MONEY and (before.isdigit() or behind.isdigit()):
        return 0.8
    if char in _DASHES and before in " " and behind in " ":
        return 0.6
    return 0.3 if char in USUAL_SIGNS else -0.5


def _likely(data: bytes) -> list[frozenset[str]]:
    """The pairs of the languages that the words without letters above ASCII do not speak against."""
    latin, scripts = _tables()
    found = set(_ASCII_WORD.findall(data[:_WORDS_IN].lower()))
    hits = {name: len(found.intersection(words)) for name, words in _words().items()}
    if max(hits.values()) < _FEW_WORDS:
        return [*latin.values(), *scripts]
    letters = len(data) - len(data.translate(None, _ASCII_LETTERS))
    high = len(data) - len(data.translate(None, _HIGH))
    spoken = max(hits.values()) * _SPOKEN
    return [
        *(table for name, table in latin.items() if hits[name] >= spoken),
        *(scripts if high > letters * _OTHER_SCRIPT else ()),
    ]


@cache
def _words() -> dict[str, tuple[bytes, ...]]:
    return {name: tuple(words.encode().split()) for name, words in WORDS.items()}


@cache
def _tables() -> tuple[dict[str, frozenset[str]], tuple[frozenset[str], ...]]:
    """The pairs of each Latin language, and of each other script."""

    def table(pairs: str) -> frozenset[str]:
        return frozenset(pairs[at : at + 2] for at in range(0, len(pairs), 2))

    return {name: table(pairs) for name, pairs in LATIN.items()}, tuple(map(table, SCRIPTS.values()))
