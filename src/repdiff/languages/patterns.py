"""Patterns of the words of several languages."""

from collections.abc import Callable, Iterable

from repdiff.languages import all_languages
from repdiff.languages.han import folded
from repdiff.languages.record import Language

NEVER = "(?!)"
"""A pattern that never matches."""
Field = Callable[[Language], str]


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
