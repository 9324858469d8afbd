"""The language of a passage as far as its numbers need it: the scripts of its words, and whose the Latin ones are."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from repdiff.languages import all_languages
from repdiff.languages.fragments import Scripts, written_in
from repdiff.languages.number_words import NumberWords
from repdiff.languages.scripts import Script, words_of

_WORD = re.compile(r"[^\W\d_]+")
_SPELLED_ALIKE = frozenset({Script.LATIN})


class Speech(NamedTuple):
    """The scripts of a passage, the tag of the language that most of its Latin words are common in, empty where none is, and whether
    more than one word says so.
    """

    scripts: Scripts
    latin: str = ""
    sure: bool = True

    @property
    def decimal_comma(self) -> bool | None:
        """Whether decimals stand behind a comma; None where nobody can tell."""
        if not self.sure:
            return None
        return any(words.amounts.decimal_comma for words in self.words)

    @property
    def words(self) -> tuple[NumberWords, ...]:
        """The words of its languages."""
        return _words(self.scripts, self.latin)


@lru_cache(maxsize=256)
def speech_of(text: str) -> Speech:
    """The speech of a passage."""
    scripts = words_of(text)
    if Script.LATIN not in scripts or Script.HAN in scripts:
        return Speech(scripts)
    latin, words = _latin(text)
    return Speech(scripts, latin, words > 1)


@cache
def _words(scripts: Scripts, latin: str) -> tuple[NumberWords, ...]:
    if Script.LATIN not in scripts:
        return written_in(scripts)
    known = tuple(each.numbers for each in all_languages() if each.tag == latin)
    return (*known, *written_in(scripts - _SPELLED_ALIKE))


def _latin(text: str) -> tuple[str, int]:
    counts: dict[str, int] = {}
    common = _common()
    for word in common.keys() & set(_WORD.findall(text.lower())):
        for tag in common[word]:
            counts[tag] = counts.get(tag, 0) + 1
    # Of two languages the one with more words known is the likelier one.
    best = max(counts, key=lambda tag: (counts[tag], _known()[tag]), default="")
    return best, counts.get(best, 0)


@cache
def _known() -> dict[str, int]:
    """How many common words of each language are known."""
    tags = [tag for found in _common().values() for tag in found]
    return {tag: tags.count(tag) for tag in set(tags)}


@cache
def _common() -> dict[str, tuple[str, ...]]:
    """The languages in which a word is common."""
    found: dict[str, tuple[str, ...]] = {}
    for language in all_languages():
        if language.scripts == _SPELLED_ALIKE:
            near_numbers = language.numbers.amounts.not_counted.split("|")
            for word in language.words.function | language.words.commonest | {*near_numbers}:
                found[word] = (*found.get(word, ()), language.tag)
    return found
