"""Words that turn a meaning, found in a text: each with the set it belongs to and its sense there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache, partial
from typing import NamedTuple

from repdiff.languages import all_languages
from repdiff.languages.guess import Languages
from repdiff.languages.han import folded
from repdiff.languages.patterns import NEVER, Field, joined, words
from repdiff.languages.record import Language
from repdiff.languages.scripts import HAN_LETTERS, Script
from repdiff.model.document import Document
from repdiff.model.links import Turn
from repdiff.model.texts import Span
from repdiff.text.words import word_ends

_SAMPLE = 6_000  # characters by which the language of a text is told: two pages
_COMPOUND = 2  # characters beside a word within a longer one that are a word themselves (`进一步提高`)
_HAN = re.compile(f"[{HAN_LETTERS}]")
_WORD = re.compile(r"\w+(?:-\w+)*")


class Hit(NamedTuple):
    """A word that may turn a meaning: where it stands, how, in which set of words, and its sense among those."""

    start: int
    end: int
    turn: Turn
    family: int
    sense: int


class _Entry(NamedTuple):
    """A word of a set of opposites."""

    word: str
    family: int
    sense: int


Finder = Callable[[str, Sequence[Span]], Iterator[Hit]]
"""Finds words in some spans of an even text, those that are part of another word among them."""


class TurnWords:
    """The words of some languages, ready to be looked for."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        self._languages = languages
        self._negations = re.compile(words(languages, lambda each: each.turns.negations))
        self.exchanges: tuple[Finder, ...] = (
            partial(_found, Turn.DIRECTION, _senses(languages, _up, _down)),
            partial(_found, Turn.DUTY, _senses(languages, *_DUTIES)),
            self._opposites,
        )
        """Of each kind of words that turn a meaning where one stands instead of another, what finds them."""
        self._spaced: dict[str, list[_Entry]] = {}
        self._begins: dict[str, list[_Entry]] = {}
        hangul = [each for each in languages if Script.HANGUL in each.scripts]
        for language in languages:
            for entry in _entries(language):
                if language.spaced and language not in hangul:
                    self._spaced.setdefault(entry.word.split()[0], []).append(entry)
                else:
                    self._begins.setdefault(entry.word[0], []).append(entry)
        for table in (self._spaced, self._begins):
            for entries in table.values():
                entries.sort(key=lambda entry: (-len(entry.word), entry))
        starts = "".join(sorted(self._begins))
        self._first = re.compile((rf"\b[{starts}]" if hangul else f"[{starts}]") if starts else NEVER)

    @cached_property
    def _excepts(self) -> re.Pattern[str]:
        return re.compile(words(self._languages, lambda each: each.turns.excepts))

    @cached_property
    def _joins(self) -> re.Pattern[str]:
        return re.compile(rf"[\s、,，/-]*(?:{words(self._languages, lambda each: each.turns.joins)})?[\s、,，/-]*")

    @cached_property
    def _denies(self) -> re.Pattern[str]:
        return re.compile(words(self._languages, lambda each: each.turns.denies))

    def hits(self, text: str) -> list[Hit]:
        """The words in a text, in order, those that are part of another word among them."""
        even, spans = even_text(text), (Span(0, len(text)),)
        return sorted(hit for find in (self.negations, *self.exchanges) for hit in find(even, spans))

    def negations(self, even: str, spans: Sequence[Span]) -> Iterator[Hit]:
        """The words that deny, in some spans of an even text."""
        return _found(Turn.NEGATION, self._negations, even, spans)

    def takes_back(self, text: str) -> bool:
        """Whether a text has a word by which a negation beside it may say nothing of the kind."""
        return self._excepts.search(even_text(text)) is not None

    def are_joined(self, between: str) -> bool:
        """Whether nothing but words and marks of a list stand between two words."""
        return self._joins.fullmatch(even_text(between)) is not None

    def may_deny(self, text: str) -> bool:
        """Whether a text has a word that may deny, surely or not."""
        return self._denies.search(even_text(text)) is not None

    def _opposites(self, even: str, spans: Sequence[Span]) -> Iterator[Hit]:
        for span in spans:
            for match in _WORD.finditer(even, *span) if self._spaced else ():
                at = match.start()
                for entry in self._spaced.get(match[0], ()):
                    if even.startswith(entry.word, at) and not _goes_on(even, at + len(entry.word)):
                        yield Hit(at, at + len(entry.word), Turn.OPPOSITE, entry.family, entry.sense)
            for match in self._first.finditer(even, *span):
                longest = 0
                for entry in self._begins[match[0]]:
                    if len(entry.word) >= longest and even.startswith(entry.word, match.start()):
                        longest = len(entry.word)
                        yield Hit(match.start(), match.start() + longest, Turn.OPPOSITE, entry.family, entry.sense)


def _found(turn: Turn, pattern: re.Pattern[str], even: str, spans: Sequence[Span]) -> Iterator[Hit]:
    """The matches in some spans, the group of each being its sense."""
    for span in spans:
        for match in pattern.finditer(even, *span):
            yield Hit(*match.span(), turn, 0, match.lastindex or 0)


def _up(language: Language) -> str:
    return "|".join(filter(None, (language.numbers.directions.up, language.turns.up)))


def _down(language: Language) -> str:
    return "|".join(filter(None, (language.numbers.directions.down, language.turns.down)))


_DUTIES: tuple[Field, ...] = (
    lambda each: each.turns.must_not,
    lambda each: each.turns.need_not,
    lambda each: each.turns.must,
    lambda each: each.turns.should,
    lambda each: each.turns.may,
)
"""What bans or leaves open holds the words of what orders or allows, and is looked for first."""


def _senses(languages: tuple[Language, ...], *fields: Field) -> re.Pattern[str]:
    """One pattern with a group for each sense."""
    if all(each.spaced for each in languages):
        return re.compile(rf"\b(?:{'|'.join(f'({joined(languages, field)})' for field in fields)})\b")
    return re.compile("|".join(f"({words(languages, field)})" for field in fields))


def _entries(language: Language) -> Iterator[_Entry]:
    for family, senses in enumerate(language.turns.opposites, 1):
        for sense, alternatives in enumerate(senses):
            for written in alternatives.split("|"):
                stem, *endings = written.split(",")
                yield from (_Entry(folded(stem + ending), family, sense) for ending in ("", *endings))


def even_text(text: str) -> str:
    """The text in simplified characters and small letters, as long as it was."""
    even = folded(text)
    small = even.lower()
    return small if len(small) == len(even) else even


def _goes_on(text: str, at: int) -> bool:
    return at < len(text) and (text[at].isalnum() or text[at] == "-")


def whole(hits: Iterable[Hit], text: str) -> Iterator[Hit]:
    """Those that begin and end where a word does, in a run of Han characters, or are one of the words that a long one is made of."""
    if not _HAN.search(text):
        yield from hits
        return
    ends = [0, *word_ends(text)]
    for hit in hits:
        least = len(text) if hit.turn is Turn.NEGATION else _COMPOUND
        before, behind = (ends[bisect_right(ends, hit.start) - 1], ends[bisect_left(ends, hit.end)])
        starts = _parts(text, hit.start) and hit.start - before < least
        stops = _parts(text, hit.end) and behind - hit.end < least
        if not (starts and hit.start > before) and not (stops and behind > hit.end):
            yield hit


def _parts(text: str, at: int) -> bool:
    """Whether an offset is between two Han characters."""
    return 0 < at < len(text) and bool(_HAN.match(text[at - 1]) and _HAN.match(text[at]))


def turn_words_of(old: Document, new: Document) -> TurnWords:
    """The words of the languages that two documents are in."""
    return in_languages(frozenset(_language(document.source.text[:_SAMPLE]) for document in (old, new)))


@lru_cache(maxsize=8)
def _language(sample: str) -> str:
    return Languages(sample).main.split("-")[0]


@cache
def in_languages(tags: frozenset[str]) -> TurnWords:
    """The words of the languages with these tags, compiled once."""
    return TurnWords(tuple(each for each in all_languages() if each.tag in tags))
