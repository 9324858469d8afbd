"""Patterns of the words of several languages."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from repdiff.languages import all_languages
from repdiff.languages.han import folded
from repdiff.languages.record import Language

NEVER = "(?!)"
"""A pattern that never matches."""
Field = Callable[[Language], str]
_UPPER = re.compile(r"\\.|\(\?P<|[A-Z]")
_UNSURE = re.compile(r"\\[uUxN]|\(\?-|\(\?P=")  # in a pattern: what may hide a capital letter
_ODD = re.compile("[\u0130\u0131\u017f]")  # letters that are small or capital forms of ASCII ones in patterns alone


@dataclass(frozen=True, slots=True)
class Uncased:
    """A pattern for which small and capital letters are alike.

    Its alternatives are tried in a third of the time in small letters; so the text is put into such first.
    """

    pattern: str

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        small = _small(self.pattern)
        if small is None or _ODD.search(text):
            return _exact(self.pattern).search(text)
        found = small.search(text.lower())
        return _exact(self.pattern).match(text, found.start()) if found else None

    def is_in(self, text: str) -> bool:
        """Whether a text holds a match."""
        small = _small(self.pattern)
        if small is None or _ODD.search(text):
            return _exact(self.pattern).search(text) is not None
        return small.search(text.lower()) is not None

    def ends(self, text: str) -> list[int]:
        """Where the matches in a text end."""
        return [found.end() for found in _exact(self.pattern).finditer(text)]

    def count(self, text: str) -> int:
        """How many matches a text holds."""
        small = _small(self.pattern)
        if small is None or _ODD.search(text):
            return len(_exact(self.pattern).findall(text))
        return len(small.findall(text.lower()))


@cache
def _exact(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _small(pattern: str) -> re.Pattern[str] | None:
    """The pattern in small letters; None where letters beyond ASCII in it have two forms, or may have."""
    if _UNSURE.search(pattern) or any(not char.isascii() and char.lower() != char.upper() for char in pattern):
        return None
    return re.compile(
        _UPPER.sub(lambda found: found[0] if len(found[0]) > 1 else found[0].lower(), pattern).replace("(?i:", "(?:")
    )


def joined(languages: Iterable[Language], field: Field) -> str:
    """A pattern of what a field holds in these languages, as it stands, to be looked for in folded text; one that never matches where
    none holds anything.
    """
    return folded("|".join(filter(None, map(field, languages)))) or NEVER


def words(languages: Iterable[Language], field: Field) -> str:
    """The same, with the words of scripts with blanks taken whole."""
    languages = tuple(languages)
    spaced = [each for each in languages if each.spaced and field(each)]
    others = [each for each in languages if not each.spaced and field(each)]
    parts = [joined(others, field)] if others else []
    if spaced:
        parts.append(rf"\b(?:{joined(spaced, field)})\b")
    return "|".join(parts) or NEVER


def letters(field: Field) -> str:
    """The single letters that a field holds in all languages, each once: the inside of a character class for folded text."""
    return "".join(dict.fromkeys(folded("".join(map(field, all_languages())))))
