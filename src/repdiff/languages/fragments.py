"""The words of all languages about numbers, joined into the alternatives of one pattern.

Chinese fragments are joined in simplified characters, whatever their file says, and match folded text (see `repdiff.languages.han`).
"""

import re
from functools import cache

from repdiff.languages import all_languages
from repdiff.languages.han import folded
from repdiff.languages.number_words import NumberWords, Pick
from repdiff.languages.patterns import NEVER

_LETTER = re.compile("[A-Za-z]")


def fragments(pick: Pick, *, blanks: bool | None = None) -> tuple[str, ...]:
    """What the languages have in one field, those that part words by blanks only, or those that do not, where `blanks` says so."""
    held = (pick(words) for words, spaced in _records() if blanks is None or spaced is blanks)
    return tuple(folded(fragment) for fragment in held if fragment)


def alternatives(pick: Pick, *, blanks: bool | None = None) -> str:
    """The alternatives of one field in all languages, parted by `|`, to be put in brackets; what never matches where there are none."""
    return "|".join(fragments(pick, blanks=blanks)) or NEVER


def characters(pick: Pick) -> str:
    """The characters of one field in all languages, for the inside of a character class."""
    return "".join(fragments(pick)).replace("|", "")


@cache
def word_set(pick: Pick) -> frozenset[str]:
    """The words of one field in all languages."""
    return frozenset(word for fragment in fragments(pick) for word in fragment.split("|"))


def number_words(text: str = "") -> tuple[NumberWords, ...]:
    """The records of all languages; of those alone that can have words in a text, where one is given: words between blanks have letters."""
    spaced = not text or _LETTER.search(text) is not None
    return tuple(words for words, blanks in _records() if spaced or not blanks)


@cache
def _records() -> tuple[tuple[NumberWords, bool], ...]:
    """The words of each language, and whether blanks part them."""
    return tuple((language.numbers, language.spaced) for language in all_languages())
