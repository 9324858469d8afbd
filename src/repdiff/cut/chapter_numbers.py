"""Numbers that words stand beside: `Chapter 3`, `Part the Second`, `2. fejezet`, `Erster Teil`, `Q1: ...`.

Every function looks at the head of a line of the evened flat text. What goes on like a sentence (`Section 3 applies`) is none.
"""

import re
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from repdiff.languages.chapters import counts, heading_words, small, spelled
from repdiff.languages.han import folded
from repdiff.languages.numerals import ROMAN, roman_value
from repdiff.languages.record import HeadingWords
from repdiff.languages.scripts import FIRST_EAST_ASIAN

_LOOKED_AT = 80
"""Code points at the head of a line in which its number is looked for."""
_WORDS, _FEW_WORDS = 2, 3
"""Words of a unit, and of a number in words, at most."""
_MOST_WORDS = 12
"""Words of a title behind a number that no stop sets apart, at most."""
_FIRST_WITHOUT_LATIN = "\u0590"
"""From this letter on a figure may stand right behind its word (`บทที่1` is read as `บทที่ 1`)."""
_WORD = re.compile(r"[^\s:—–―.,)]+\.?")
_FIGURE = re.compile(r"(?:\d{1,4}(?:[A-Z]|-?[a-z])?|[IVXLC]{1,7}|[A-Z])(?!\.?\w)(?!['’-]\w)")
_LETTERS = re.compile(r"([^\W\d_]{1,2})['’׳΄´‘]?(?!\w)")
_ORDINAL = re.compile(r"(?P<n>\d{1,3}|[IVXLC]{1,7})(?:(?P<dot>\s?[.)ºª°]{1,2})|-?(?P<ending>[^\W\d_]{1,3}))?\s+(?=\S)")
_STOP = re.compile(r"\s?[.:)]|\s*[—–―]|\s+-(?=\s|$)|\s*\|\s")
_FULL = frozenset(".:")
_ENDED = re.compile(r"[.!?。।؟።։၊。]$")
_SENTENCE = re.compile(r"[.!?;。।؟።։။](?:\s|$)")
_BRACKET_NUMBER = re.compile(r"\s*\(\s?(?:\d|[a-z]\))")


class Numbered(NamedTuple):
    """The word and number that a line begins with: the word in small letters, what the number counts (0 when unclear), their end."""

    unit: str
    number: int
    end: int


class _Taken(NamedTuple):
    """Words or figures of a line: what they are or count, and where they end."""

    word: str
    number: int
    end: int


def spoken_number(line: str) -> Numbered | None:
    """The word with its number, or the number with its word, that a line begins with; None where that is part of a sentence."""
    if not line or line[0] >= FIRST_EAST_ASIAN or not line[0].isalnum():
        return None
    line = line[: 2 * _LOOKED_AT]
    if line[0].isdigit():
        return _behind(line)
    first = _WORD.match(line)
    if not first or small(first[0]).strip(".") not in _first_words():
        return _behind(line) if line[0] in "IVXLC" else _attached(line)
    return _before(line) or _behind(line)


def is_annex(unit: str) -> bool:
    """Whether the word names an annex, which stands beside the chapters."""
    return unit in _annexes()


def is_article(unit: str) -> bool:
    """Whether the word names an article."""
    return unit in _articles()


def question(line: str) -> Numbered | None:
    """The letter or word that a line begins with which asks a question (`Q1: How ...?`); None without its question mark."""
    if not line.rstrip(" *_").endswith(("?", "؟")):
        return None
    found = _question().match(line)
    return Numbered("", int(found["n"] or 0), found.end()) if found else None


def asks(line: str) -> bool:
    """Whether a line begins with a word that titles ask with (`How we use it`)."""
    return _taken(line.lstrip("¿*_ "), 0, _asked(), _WORDS) is not None


def is_remark(label: str) -> bool:
    """Whether a label introduces a remark (`Note:`)."""
    return small(label) in _remarks()


def _before(line: str) -> Numbered | None:
    """A word with its number behind it."""
    unit = None if line[0].islower() else _taken(line, 0, _units(), _WORDS)
    if not unit:
        return None
    at = unit.end
    while at < len(line) and line[at].isspace():
        at += 1
    number = _number(line, at) if at > unit.end else None
    if not number or not _is_apart(line, number.end):
        return None
    return Numbered(unit.word.strip("."), number.number, _end(line, number.end))


def _attached(line: str) -> Numbered | None:
    """A word with its figures right behind it, in a script without capitals."""
    if line[0] < _FIRST_WITHOUT_LATIN:
        return None
    found = _attached_figures().match(line)
    if not found or small(found[1]) not in _units() or not _is_apart(line, found.end()):
        return None
    return Numbered(small(found[1]), int(found[2]), _end(line, found.end()))


def _behind(line: str) -> Numbered | None:
    """A number with its word behind it."""
    ordinal = _ORDINAL.match(line)
    if ordinal:
        if ordinal["ending"] and small(ordinal["ending"]) not in spelled(_endings):
            return None
        number = _Taken("", _value(ordinal["n"]), ordinal.end())
        closed = bool(ordinal["dot"] or ordinal["ending"]) or ordinal["n"][0].isalpha()
    else:
        words = _taken(line, 0, counts().keys(), _FEW_WORDS)
        if not words or line[0].islower():
            return None
        number = _Taken("", counts()[words.word], words.end + len(line[words.end :]) - len(line[words.end :].lstrip()))
        closed = True
    unit = _taken(line, number.end, _behind_units(), 1)
    if not unit or not _is_head(line, number.end, unit, closed=closed):
        return None
    return Numbered(unit.word.strip("."), number.number, _end(line, unit.end))


def _is_head(line: str, begin: int, unit: _Taken, *, closed: bool) -> bool:
    """Whether a number with its word behind it is a heading: alone on its line, or a stop behind it, or in capitals."""
    rest = line[unit.end :]
    if not rest.strip(" *_"):
        return True
    stop = _STOP.match(rest)
    if unit.word.endswith("."):
        return rest.strip()[:1].isupper()
    if not stop:
        return line[begin : unit.end].isupper() and rest.strip()[:1].isupper()
    if not closed:
        return stop[0].strip() in _FULL and not _SENTENCE.search(rest[stop.end() :]) and _is_apart(line, unit.end)
    return stop[0].strip() != ")"


def _is_apart(line: str, at: int) -> bool:
    """Whether what stands behind a number is a stop, nothing, or a title: it begins with no small letter, and is no long sentence."""
    rest = line[at:]
    if not rest.strip(" *_") or _STOP.match(rest):
        return True
    if rest[0] not in " \u3000*_(" or _BRACKET_NUMBER.match(rest):
        return False
    if _taken(rest.lstrip(), 0, _sentence_words(), 1):
        return False
    first = next((char for char in rest if char.isalnum()), "")
    if not first or first.islower() or first.isdigit():
        return False
    return first.isupper() or (not _ENDED.search(rest) and len(rest.split()) <= _MOST_WORDS)


def _taken(line: str, at: int, known: AbstractSet[str], most: int) -> _Taken | None:
    """The longest of the known words, or words, that stand there."""
    ends: list[int] = []
    here = at
    while len(ends) < most and (found := _WORD.match(line, here)):
        ends.append(found.end())
        here = found.end()
        while here < len(line) and line[here] == " ":
            here += 1
    for end in reversed(ends):
        for stop in (end, end - 1) if line[end - 1] == "." else (end,):
            word = " ".join(small(line[at:stop]).split())
            if word in known:
                return _Taken(word, 0, stop)
    return None


def _number(line: str, at: int) -> _Taken | None:
    """The number of a chapter that stands there: in words, in figures, in Roman numerals, or a letter."""
    words = _taken(line, at, counts().keys(), _FEW_WORDS)
    if words:
        return words._replace(number=counts()[words.word])
    figure = _FIGURE.match(line, at)
    if figure:
        return _Taken(figure[0], _value(figure[0]), figure.end())
    letters = _LETTERS.match(line, at)
    if letters and all(char in _count_letters() for char in letters[1]):
        value = _count_letters()[letters[1]] if len(letters[1]) == 1 else 0
        return _Taken(letters[1], value, letters.end())
    return None


def _value(number: str) -> int:
    digits = re.match(r"\d+", number)
    if digits:
        return int(digits[0])
    if all(char.lower() in ROMAN for char in number):
        return roman_value(number)
    return ord(number[0]) - ord("A") + 1


def _end(line: str, at: int) -> int:
    stop = _STOP.match(line, at)
    return stop.end() if stop else at


def _endings(words: HeadingWords) -> str:
    return words.count_endings


@cache
def _units() -> frozenset[str]:
    return spelled(lambda each: each.numbered)


@cache
def _behind_units() -> frozenset[str]:
    return spelled(lambda each: each.behind)


@cache
def _first_words() -> frozenset[str]:
    """What the first word of a line is that begins with a unit or with a number in words."""
    return frozenset(word.split(" ")[0].strip(".") for word in (*_units(), *counts()))


@cache
def _sentence_words() -> frozenset[str]:
    return spelled(lambda each: each.goes_on)


@cache
def _articles() -> frozenset[str]:
    return frozenset(word.strip(".") for word in spelled(lambda each: each.articles))


@cache
def _annexes() -> frozenset[str]:
    return spelled(lambda each: each.annexed)


@cache
def _asked() -> frozenset[str]:
    return spelled(lambda each: each.asks)


@cache
def _remarks() -> frozenset[str]:
    return spelled(lambda each: each.remarks)


@cache
def _attached_figures() -> re.Pattern[str]:
    return re.compile(r"([^\W\d][^\s\d]*)(\d{1,4})(?!\w)")


@cache
def _question() -> re.Pattern[str]:
    words = folded("|".join(filter(None, (each.questions for each in heading_words()))))
    return re.compile(rf"(?:{words})\s?(?P<n>\d{{1,3}})?\s?[.:)]\s*(?=\S)", re.I)


@cache
def _count_letters() -> dict[str, int]:
    return {char: at for words in heading_words() for at, char in enumerate(words.count_letters, 1)}
