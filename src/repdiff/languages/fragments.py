"""The words of all languages about numbers, joined into the alternatives of one pattern.

Chinese fragments are joined in simplified characters, whatever their file says, and match folded text (see `repdiff.languages.han`).
"""

from functools import cache
from typing import NamedTuple

from repdiff.languages import all_languages
from repdiff.languages.han import folded
from repdiff.languages.number_words import NumberWords, Pick
from repdiff.languages.patterns import NEVER
from repdiff.languages.scripts import Script, words_of

Scripts = frozenset[Script]


class _Record(NamedTuple):
    """The words of a language, whether blanks part them, and its scripts."""

    words: NumberWords
    spaced: bool
    scripts: Scripts


def fragments(pick: Pick, *, blanks: bool | None = None, scripts: Scripts | None = None) -> tuple[str, ...]:
    """What the languages have in one field: those alone that part words by blanks, or that do not, where `blanks` says so; and those
    alone that are written in one of `scripts`, where there are some.
    """
    held = (
        pick(each.words)
        for each in _records()
        if (blanks is None or each.spaced is blanks) and (scripts is None or not scripts.isdisjoint(each.scripts))
    )
    return tuple(folded(fragment) for fragment in held if fragment)


def alternatives(pick: Pick, *, blanks: bool | None = None, scripts: Scripts | None = None) -> str:
    """The alternatives of one field in these languages, parted by `|`, to be put in brackets; what never matches where there are none."""
    return "|".join(fragments(pick, blanks=blanks, scripts=scripts)) or NEVER


def characters(pick: Pick) -> str:
    """The characters of one field in all languages, for the inside of a character class."""
    return "".join(fragments(pick)).replace("|", "")


@cache
def word_set(pick: Pick) -> frozenset[str]:
    """The words of one field in all languages."""
    return frozenset(word for fragment in fragments(pick) for word in fragment.split("|"))


def number_words(text: str = "") -> tuple[NumberWords, ...]:
    """The records of all languages; of those alone that can have words in a text, where one is given."""
    return written_in(words_of(text)) if text else tuple(each.words for each in _records())


@cache
def written_in(scripts: Scripts) -> tuple[NumberWords, ...]:
    """The records of the languages that are written in one of the scripts."""
    return tuple(each.words for each in _records() if not scripts.isdisjoint(each.scripts))


@cache
def _records() -> tuple[_Record, ...]:
    return tuple(_Record(language.numbers, language.spaced, language.scripts) for language in all_languages())
