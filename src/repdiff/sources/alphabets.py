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
 BEYOND_LATIN, COMMA_OR_CEDILLA, INNER_SIGNS, LATIN, ON_LETTER, SCRIPTS, USUAL_SIGNS, WORDS)

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
_ALIKE = str.maketrans(COMMA_OR_CEDILLA)
"""Letters that two encodings have at the same place."""
_ON_LETTER = re.compile(f"[{ON_LETTER}]")
_ASCII_WORD = re.compile(rb"(?<![\w\x80-\xff])[a-z]{2,5}(?![\w\x80-\xff])")
_WORDS_IN = 2**16
"""Bytes whose words tell the language."""
_ASCII_LETTERS, _HIGH = bytes(b for b in range(0x80) if chr(b).isalpha()), bytes(range(0x80, 0x100))
_OTHER_SCRIPT = 0.25
"""Bytes above ASCII for each Latin letter from which a text with words of a Latin language may be in another script."""
_FEW_WORDS, _SPOKEN = 2, 0.4
"""Words of a language from which a text may be in it; a language with less than this share of them is not that of the text."""
_LEAST = 0.35
"""Score from which a reading is believed."""
_AHEAD, _AHEAD_EACH = 0.7, 0.3
"""By how much the characters of a reading must be worth more than those of any other text, together and for each one that differs."""
_BY_ITSELF = 0.2
"""The same of what stands in the text, however likely the encodings are."""
_APOSTROPHES, _MONEY = frozenset("´`"), frozenset("€£¥")
_PREFIXED, _DASHES = frozenset("€£¥§°©®™№†‡‰²³½¼¾±×ªº"), frozenset("–—―")

    def table(pairs: str) -> frozenset[str]:
        return frozenset(pairs[at : at + 2] for at in range(0, len(pairs), 2))

    return {name: table(pairs) for name, pairs in LATIN.items()}, tuple(map(table, SCRIPTS.values()))
