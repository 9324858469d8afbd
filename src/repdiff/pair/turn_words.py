"""Words that turn a meaning, found in a text: each with the set it belongs to and its sense there."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple, Protocol

from repdiff.languages import all_languages
from repdiff.languages.guess import Languages
from repdiff.languages.han import folded
from repdiff.languages.patterns import NEVER, Field, joined, words
from repdiff.languages.record import Language
from repdiff.languages.scripts import HAN_LETTERS, Script
from repdiff.model.document import Document
from repdiff.model.links import Turn
from repdiff.pair.openings import openings
from repdiff.text.words import word_ends

_SAMPLE = 6_000  # characters by which the language of a text is told: two pages
_COMPOUND = 2  # characters beside a word within a longer one that are a word themselves (`进一步提高`)
_OPENING = 2  # letters by which a word may be told where words are not set apart
_OPENING_SPACED = 3  # the same where they are
_REACH = 8  # code points of the longest word where words are not set apart
_REACH_SPACED = 16  # the same where they are: two or three words
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


class Run(Protocol):
    """A part of a text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


Starts = list[tuple[int, int, int]]
"""Where in a text words may begin that reach into a run; where that run begins; and the bits of the numbers of their `KINDS`."""
KINDS = (Turn.NEGATION, Turn.DIRECTION, Turn.DUTY, Turn.OPPOSITE)


class TurnWords:
    """The words of some languages, ready to be looked for."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        self._languages = languages
        negations = words(languages, lambda each: each.turns.negations)
        exchanges = _senses(languages, _up, _down), _senses(languages, *_DUTIES)
        self._patterns = [re.compile(each) for each in (negations, *exchanges)]
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
        spaced = all(each.spaced for each in languages)
        self._reach = _REACH_SPACED if spaced else _REACH
        self._openings = self._kinds(_OPENING_SPACED if spaced else _OPENING)
        self._sizes = sorted({len(opening) for opening in self._openings} - {0})
        letters = "".join(sorted({opening[:1] for opening in self._openings}))
        self._starts = re.compile(r"\w+" if spaced else r"\w" if "" in self._openings else f"[{re.escape(letters)}]")

    def _kinds(self, size: int) -> dict[str, int]:
        """The kinds of the words that begin with some letters."""
        found: dict[str, int] = {}
        for kind, pattern in enumerate(self._patterns):
            for opening in openings(pattern.pattern, size):
                found[opening] = found.get(opening, 0) | 1 << kind
        for entries in (*self._spaced.values(), *self._begins.values()):
            for opening in {entry.word[:size] for entry in entries}:
                found[opening] = found.get(opening, 0) | 1 << len(self._patterns)
        return found

    def starts(self, even: str, runs: Iterable[Run]) -> Starts:
        """Where in some runs of an even text, or shortly before one, words may begin."""
        found = []
        done = 0
        kinds = self._openings
        always, sizes = kinds.get("", 0), self._sizes
        for run in runs:
            first, least, done = max(run.start - self._reach, done), run.start, run.end
            for match in self._starts.finditer(even, first, run.end):
                at = match.start()
                here = always
                for size in sizes:
                    here |= kinds.get(even[at : at + size], 0)
                if here:
                    found.append((at, least, here))
        return found

    def begun(self, kind: int, even: str, at: int) -> Iterable[Hit]:
        """The words of one kind that begin at a place of an even text."""
        if kind == len(self._patterns):
            return self._opposites_at(even, at)
        match = self._patterns[kind].match(even, at)
        return (Hit(at, match.end(), KINDS[kind], 0, match.lastindex or 0),) if match else ()

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
        even = even_text(text)
        found = [
            Hit(*match.span(), turn, 0, match.lastindex or 0)
            for turn, pattern in zip(KINDS, self._patterns, strict=False)
            for match in pattern.finditer(even)
        ]
        return sorted([*found, *self._opposites(even)])

    def takes_back(self, text: str) -> bool:
        """Whether a text has a word by which a negation beside it may say nothing of the kind."""
        return self._excepts.search(even_text(text)) is not None

    def are_joined(self, between: str) -> bool:
        """Whether nothing but words and marks of a list stand between two words."""
        return self._joins.fullmatch(even_text(between)) is not None

    def may_deny(self, text: str) -> bool:
        """Whether a text has a word that may deny, surely or not."""
        return self._denies.search(even_text(text)) is not None

    def is_denial(self, text: str) -> bool:
        """Whether a text is nothing but such a word."""
        return self._denies.fullmatch(even_text(text)) is not None

    def _opposites(self, even: str) -> Iterator[Hit]:
        for match in _WORD.finditer(even) if self._spaced else ():
            yield from self._spaced_at(even, match)
        for match in self._first.finditer(even):
            yield from self._begun_at(even, match.start())

    def _opposites_at(self, even: str, at: int) -> Iterator[Hit]:
        if self._spaced and (match := _WORD.match(even, at)):
            yield from self._spaced_at(even, match)
        if self._first.match(even, at):
            yield from self._begun_at(even, at)

    def _spaced_at(self, even: str, word: re.Match[str]) -> Iterator[Hit]:
        at = word.start()
        for entry in self._spaced.get(word[0], ()):
            if even.startswith(entry.word, at) and not _goes_on(even, at + len(entry.word)):
                yield Hit(at, at + len(entry.word), Turn.OPPOSITE, entry.family, entry.sense)

    def _begun_at(self, even: str, at: int) -> Iterator[Hit]:
        longest = 0
        for entry in self._begins[even[at]]:
            if len(entry.word) >= longest and even.startswith(entry.word, at):
                longest = len(entry.word)
                yield Hit(at, at + longest, Turn.OPPOSITE, entry.family, entry.sense)


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


def _senses(languages: tuple[Language, ...], *fields: Field) -> str:
    """One pattern with a group for each sense."""
    if all(each.spaced for each in languages):
        return rf"\b(?:{'|'.join(f'({joined(languages, field)})' for field in fields)})\b"
    return "|".join(f"({words(languages, field)})" for field in fields)


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


def are_opposed(one: str, other: str) -> bool:
    """Whether of two names one denies more often than the other, or one has a word whose opposite the other has, or is the other with such
    a word, or a part of one, in it (`non-profit`, `非公有制`). Names that have more apart are two ways to say a thing, whatever denies in
    one of them: `非公有制经济` is `民营经济`.
    """
    if _adds_denial(*sorted((" ".join(folded(name).lower().split()) for name in (one, other)), key=len)):
        return True
    words = in_languages(frozenset({"en", _language(one), _language(other)}))
    first, second = (Counter(hit[2:] for hit in whole(words.hits(name), name)) for name in (one, other))
    if first == second:
        return False
    denials = (sum(count for said, count in each.items() if said[0] is Turn.NEGATION) for each in (first, second))
    families = {said[:2] for said in first} & {said[:2] for said in second}
    return (
        len(set(denials)) > 1
        or one in other
        or other in one
        or any(
            {said for said in first if said[:2] == family} != {said for said in second if said[:2] == family}
            for family in families
        )
    )


def _adds_denial(short: str, long: str) -> bool:
    """Whether a name is another one with a word in it that denies, or with the beginning of one that does (`sans`, `non-`, `in-`, `非`)."""
    more = len(long) - len(short)
    at = next((n for n, (one, other) in enumerate(zip(short, long, strict=False)) if one != other), len(short))
    if not more or len(short) < _OPENING or short[at:] != long[at + more :]:
        return False
    added = long[at : at + more].strip(" -\u2010")
    around = next((word[0] for word in _WORD.finditer(long) if word.start() <= at < word.end()), "")
    known = in_languages(frozenset(each.tag for each in all_languages()))
    if around == added or _HAN.search(around):
        return known.is_denial(added) and not known.is_denial(
            f"{added}{added}"
        )  # `un…` is none by itself: United Airlines
    return known.is_denial(added) or known.is_denial(around)


@lru_cache(maxsize=8)
def _language(sample: str) -> str:
    return Languages(sample).main.split("-")[0]


@cache
def in_languages(tags: frozenset[str]) -> TurnWords:
    """The words of the languages with these tags, compiled once."""
    return TurnWords(tuple(each for each in all_languages() if each.tag in tags))
