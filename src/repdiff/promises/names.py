"""What a quantity is called, word by word, and which of its words another name has too.

Words of doing, of growing and of the whole say nothing of what is measured. A word of a language without blanks is held by another name
only where it is a word there as well: 出口 is not held by 进出口, though it is part of it. What stands apart there (占比 in 占全省比重)
is a shorter way to say the same.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from repdiff.languages import all_languages
from repdiff.languages.fragments import alternatives, number_words
from repdiff.languages.han import folded
from repdiff.languages.scripts import Script, has_han, is_spaced, scripts_of
from repdiff.model.document import Document
from repdiff.model.quantities import Quantity
from repdiff.model.texts import Span
from repdiff.quantities.changes import moves, rates
from repdiff.quantities.targets import core
from repdiff.text.words import cut_words

_STEM = 5  # letters that two forms of one word begin with at least
_ENDING = 3  # letters in which they may differ at their ends
_SHORT_ENDING = 2  # of a word that is shorter than a stem
_SHORT_STEM = 3
_SYLLABLES = 2  # of a Korean word before its particles
_SAYS_ENOUGH = 3  # words of a name that need no other beside them
_UNIT = 3  # Han characters that may but go on with a unit: 吨标准煤
_PART = 2  # characters of the words that a longer one is made of
_APART = 3  # characters of a word that may stand apart in another name


class Name(NamedTuple):
    """What a quantity is called: the words that tell it, in order; the text that has them; that text behind the clause before where it is
    short, to look words up in; and whether it lists several things (`schools and nurseries`).
    """

    words: tuple[str, ...]
    own: str
    text: str
    listed: bool = False


class Overlap(NamedTuple):
    """The words that two names share, those of the first alone, and those of the second alone."""

    shared: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]


def name_of(document: Document, quantity: Quantity) -> Name:
    """What a quantity is called: by its first name, by all of them where that is short (`complaints` to 100 `cases`), by the clause before
    it where they tell nothing, and by its sentence before it where that tells nothing either.
    """
    names = [name.partition("#")[0] for name in quantity.names]
    if quantity.indicator.start >= quantity.span.end:
        names[0] = _what_is_counted(names[0])
    first = words_of(names[0])
    enough = told(first) > _UNIT if has_han(names[0]) else len(first) >= _SAYS_ENOUGH
    text = names[0] if enough else " ".join(names)
    whole = f"{quantity.context} {text}".strip()
    own = text if words_of(text) else whole
    if not words_of(own):
        own = whole = document.source.plain(Span(document.sentences[quantity.sentence].span.start, quantity.span.start))
    return Name(words_of(own), own, whole, bool(_listing().search(folded(text))))


def _what_is_counted(name: str) -> str:
    """A name without what becomes of the things behind it (231个 重点项目`完成投资`)."""
    verb = _becomes().search(name, _SAYS_ENOUGH)
    return name[: verb.start()] if verb and has_han(name) else name


def overlap(one: Name, other: Name, around: str = "") -> Overlap:
    """Which words two names share; `around` is the sentence of the second, in which a group (urban) may be said for all that follows."""
    alone = [word for word in one.words if not _held(word, other)]
    if other.own != other.text and not any(_held(word, other._replace(text=other.own)) for word in one.words):
        # The clause before names something; what is counted of it is another thing.
        alone = list(one.words)
    missing = tuple(word for word in alone if not _grouped(word, around) and not _tolerated().fullmatch(word))
    extra = tuple(word for word in other.words if not _held(word, one) and not _tolerated().fullmatch(word))
    return Overlap(tuple(word for word in one.words if word not in alone), missing, extra)


def told(words: tuple[str, ...]) -> int:
    """How much words tell of a thing: their characters, but for those of a level or group (国家级), which many things have."""
    return sum(len(word) for word in words if not _groups().fullmatch(word))


@lru_cache(maxsize=1 << 14)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a name that tell what is measured, in one case and width."""
    plain = core(_written_alike(folded(text)))
    found = (part for start, end in cut_words(plain) for part in _parts(plain[start:end].casefold()))
    return tuple(dict.fromkeys(word for word in found if _tells(word)))


def _parts(word: str) -> tuple[str, ...]:
    """A word of four Han characters is two: 城镇居民."""
    if len(word) == _PART * 2 and all(map(has_han, word)):
        return word[:_PART], word[_PART:]
    return (word,)


def _tells(word: str) -> bool:
    if not any(map(str.isalpha, word)) or word in _function_words() or _light().fullmatch(word):
        return False
    if word[0].isdigit() and has_han(word):
        return False
    return has_han(word) or is_spaced(word[0]) or not _particle().fullmatch(word)


def _written_alike(text: str) -> str:
    """The text with one writing for each word that has several, without what says how it is counted: that is a condition of its own."""
    text = _calibre().sub("", text)
    for pattern, word in _writings():
        text = pattern.sub(word, text)
    return text


def _held(word: str, name: Name) -> bool:
    if word in name.words:
        return True
    if not has_han(word):
        return any(_one_word(word, other) for other in words_of(name.text))
    text = core(_written_alike(folded(name.text)))
    if _stands_alone(word, text) or _stands_apart(word, name):
        return True
    # A long word is two: 粮食产量.
    splits = range(_PART, len(word) - _PART + 1)
    return any(_stands_alone(word[:at], text) and _stands_alone(word[at:], text) for at in splits)


def _stands_alone(word: str, text: str) -> bool:
    """Whether the word stands in a text, and not as the end of another word of one character more (进出口)."""
    at = text.find(word)
    while at >= 0:
        ends = {0, *(end for _, end in cut_words(text))}
        if at in ends or at - 1 not in ends:
            return True
        at = text.find(word, at + 1)
    return False


def _stands_apart(word: str, name: Name) -> bool:
    """Whether the characters of a short word stand in several words of the name, in their order."""
    if not 1 < len(word) <= _APART:
        return False
    places, at = [], 0
    for index, other in enumerate(name.words):
        taken = 0
        while at < len(word) and word[at] in other[taken:]:
            taken = other.index(word[at], taken) + 1
            at += 1
            places.append(index)
    return at == len(word) and len(set(places)) > 1


def _one_word(one: str, other: str) -> bool:
    """Whether two words of a script with blanks are forms of one word."""
    shorter = min(len(one), len(other))
    common = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    rest = max(len(one), len(other)) - common
    if Script.HANGUL in scripts_of(one):
        return common >= _SYLLABLES and rest <= _SHORT_ENDING
    if common >= _STEM:
        return rest <= _ENDING
    return _SHORT_STEM <= common == shorter and rest <= _SHORT_ENDING


def _grouped(word: str, around: str) -> bool:
    return bool(around) and bool(_groups().fullmatch(word)) and word in folded(around).casefold()


@cache
def _function_words() -> frozenset[str]:
    return frozenset().union(*(each.words.function for each in all_languages()))


@cache
def _light() -> re.Pattern[str]:
    """Words that do not tell what is measured."""
    anywhere = (
        lambda words: words.promises.doing,
        lambda words: words.changes.silent,
        lambda words: words.directions.up,
        lambda words: words.directions.down,
    )
    spaced = (moves, rates)
    words = [*map(alternatives, anywhere), *(alternatives(pick, blanks=True) for pick in spaced)]
    return re.compile(rf"(?:{'|'.join(words)})", re.IGNORECASE)


@cache
def _calibre() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.calibres), re.IGNORECASE)


@cache
def _tolerated() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.tolerated), re.IGNORECASE)


@cache
def _particle() -> re.Pattern[str]:
    """Hiragana alone: the glue of Japanese."""
    return re.compile(r"[\u3040-\u309f]+")


@cache
def _groups() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.scopes), re.IGNORECASE)


@cache
def _becomes() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lambda words: words.changes.achieved)})")


@cache
def _listing() -> re.Pattern[str]:
    spaced = alternatives(lambda words: words.amounts.joins, blanks=True)
    han = alternatives(lambda words: words.amounts.list_joins, blanks=False)
    return re.compile(rf"[^\W、]{{2}}(?:、|{han})|\b(?:{spaced})\b")


@cache
def _writings() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = (row for words in number_words() for row in words.promises.writings)
    return tuple((re.compile(fragment, re.IGNORECASE), word) for fragment, word in rows)
