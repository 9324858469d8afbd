"""The words of the table of numbers, in one place: one frozen table per language, with the same keys."""

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from repdiff.model.quantities import Bound
from repdiff.report.words import LANGUAGES, words_in


class NumberPhrases(NamedTuple):
    """The words of the table of numbers in one language."""

    summary: str
    none: str
    indicator: str
    change: str
    unnamed: str
    points: str
    doubtful: str
    and_doubtful: str
    bounds: Mapping[Bound, str]


@cache
def numbers_in(lang: str) -> NumberPhrases:
    """The words of a language."""
    words = words_in(lang)
    own = {name: words[f"numbers.{name}"] for name in NumberPhrases._fields[:-1]}
    return NumberPhrases(bounds={bound: words[f"bounds.{bound.name.lower()}"] for bound in Bound}, **own)


NUMBERS: Final = {lang: numbers_in(lang) for lang in LANGUAGES}
