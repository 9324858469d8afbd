"""Numbers that words stand beside: `Chapter 3`, `Part the Second`, `2. fejezet`, `Erster Teil`, `Q1: ...`.

Every function looks at the head of a line of the evened flat text. What goes on like a sentence (`Section 3 applies`) is none.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from repdiff.languages.chapters import counts, heading_words
from repdiff.languages.han import folded
from repdiff.languages.numerals import ROMAN, roman_value
from repdiff.languages.record import HeadingWords
from repdiff.languages.scripts import FIRST_EAST_ASIAN

_STOP = re.compile(r"\s?[.:)]|\s*[—–―-](?=\s|$)|\s*\|\s")
_FULL = frozenset(".:")
_LATIN = r"\x00-\u05ff"
_PRIME = "['’׳΄´‘]?"
_PRIMES = "'’׳΄´‘"
_ENDED = re.compile(r"[.!?。।؟።։၊။]$")
_SENTENCE = re.compile(r"[.!?;。।؟።։။](?:\s|$)")
_BRACKET_NUMBER = re.compile(r"\s*\(\s?(?:\d|[a-z]\))")
_MOST_WORDS = 12
"""Words of a title behind a number that no stop sets apart, at most."""


class Numbered(NamedTuple):
    """The word and number that a line begins with: the word in small letters, what the number counts (0 when unclear), their end."""

    unit: str
    number: int
    end: int


def spoken_number(line: str) -> Numbered | None:
    """The word with its number, or the number with its word, that a line begins with; None where that is part of a sentence."""
    if not line or line[0] >= FIRST_EAST_ASIAN:
        return None
    found = _before().match(line)
    if found and not found["unit"][0].islower() and _is_apart(line, found.end()):
        return Numbered(_small(found["unit"]), value_of(found["n"] or found["m"]), _end(line, found.end()))
    found = _behind().match(line)
    if found and _is_head(line, found):
        return Numbered(_small(found["unit"]), value_of(found["n"]), _end(line, found.end()))
    return None


def is_annex(unit: str) -> bool:
    """Whether the word names an annex, which stands beside the chapters."""
    return _annexed().fullmatch(unit) is not None


def is_article(unit: str) -> bool:
    """Whether the word names an article."""
    return _articles().fullmatch(unit) is not None


def question(line: str) -> Numbered | None:
    """The letter or word that a line begins with which asks a question (`Q1: How ...?`); None without its question mark."""
    found = _question().match(line)
    if not found or not line.rstrip(" *_").endswith(("?", "؟")):
        return None
    return Numbered("", value_of(found["n"]) if found["n"] else 0, found.end())


def asks(line: str) -> bool:
    """Whether a line begins with a word that titles ask with (`How we use it`)."""
    return _asks().match(line) is not None


def is_remark(label: str) -> bool:
    """Whether a label introduces a remark (`Note:`)."""
    return _remark().fullmatch(label) is not None


def value_of(number: str) -> int:
    """What the number of a chapter counts, in figures, Roman numerals, words or letters; 0 when unclear."""
    number = number.strip(_PRIMES + ". ")
    digits = re.match(r"\d+", number)
    if digits:
        return int(digits[0])
    if number and all(char in ROMAN for char in number.lower()) and number.isupper():
        return roman_value(number)
    if len(number) == 1:
        letter = number.upper()
        return ord(letter) - ord("A") + 1 if "A" <= letter <= "Z" else _letters().get(letter, 0)
    return next((at for at, pattern in enumerate(_counts(), 1) if pattern.fullmatch(number)), 0)


def _end(line: str, at: int) -> int:
    stop = _STOP.match(line, at)
    return stop.end() if stop else at


def _small(unit: str) -> str:
    return unit.casefold().replace("\u0131", "i").replace("\u0307", "").strip(".")


def _is_apart(line: str, at: int) -> bool:
    """Whether what stands behind a number is a stop, nothing, or a title: it begins with no small letter, and is no long sentence."""
    rest = line[at:]
    if not rest.strip(" *_"):
        return True
    if _STOP.match(rest):
        return True
    if rest[0] not in " \u3000*_(" or _BRACKET_NUMBER.match(rest):
        return False
    if _goes_on().match(rest.lstrip()):
        return False
    first = next((char for char in rest if char.isalnum()), "")
    if not first or first.islower() or first.isdigit():
        return False
    return first.isupper() or (not _ENDED.search(rest) and len(rest.split()) <= _MOST_WORDS)


def _is_head(line: str, found: re.Match[str]) -> bool:
    """Whether a number with its word behind it is a heading: alone on its line, or a stop behind it, or in capitals."""
    rest = line[found.end() :]
    if found["n"][0].islower():
        return False
    if not rest.strip(" *_"):
        return True
    stop = _STOP.match(rest)
    if found["unit"].endswith("."):
        return rest.strip()[:1].isupper()
    if not stop:
        return found["unit"].isupper() and rest.strip()[:1].isupper()
    if not found["dot"] and found["n"][0].isdigit():
        return stop[0].strip() in _FULL and not _SENTENCE.search(rest[stop.end() :]) and _is_apart(line, found.end())
    return stop[0].strip() != ")"


@cache
def _before() -> re.Pattern[str]:
    units = _any(lambda each: each.numbered)
    number = rf"(?i:{'|'.join(counts())})|\d{{1,4}}(?:[A-Z]|-?[a-z])?|[IVXLC]{{1,7}}|[A-Z](?![.]\w)|[{_letter_class()}]{{1,2}}"
    return re.compile(
        rf"(?i:(?P<unit>{units}))(?:\s+(?P<n>{number}){_PRIME}|(?<=[^{_LATIN}])(?P<m>\d{{1,4}}))(?![\w'’-])(?!\.\d)"
    )


@cache
def _behind() -> re.Pattern[str]:
    units = _any(lambda each: each.behind)
    endings = _any(lambda each: each.count_endings)
    number = rf"(?i:{'|'.join(counts())})|\d{{1,3}}|[IVXLC]{{1,7}}"
    return re.compile(rf"(?P<n>{number})(?P<dot>\s?[.)ºª°]{{1,2}}|-?(?:{endings}))?\s+(?i:(?P<unit>{units}))(?!\w)")


@cache
def _annexed() -> re.Pattern[str]:
    return re.compile(_any(lambda each: each.annexed), re.I)


@cache
def _articles() -> re.Pattern[str]:
    return re.compile(_any(lambda each: each.articles).replace(r"\.", ""), re.I)


@cache
def _question() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(lambda each: each.questions)})\s?(?P<n>\d{{1,3}})?\s?[.:)]\s*(?=\S)", re.I)


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(rf"[¿*_]*(?:{_any(lambda each: each.asks)})(?!\w)", re.I)


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(_any(lambda each: each.remarks), re.I)


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(lambda each: each.goes_on)})(?!\w)", re.I)


@cache
def _counts() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.I) for pattern in counts())


@cache
def _letters() -> dict[str, int]:
    return {char: at for words in heading_words() for at, char in enumerate(words.count_letters, 1)}


def _letter_class() -> str:
    return "".join(_letters())


def _any(field: Callable[[HeadingWords], str]) -> str:
    return folded("|".join(filter(None, map(field, heading_words()))))
