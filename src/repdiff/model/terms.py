"""The user's own words: which of them mean the same, which way is better, units of their own, what counts as about."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Way(StrEnum):
    """Which way an indicator is meant to go."""

    LESS = "less is better"
    MORE = "more is better"


class OwnUnit(NamedTuple):
    """A unit of the user's: its word, and how many of which known unit it comes to."""

    word: str
    factor: Decimal
    base: str


class Terms(NamedTuple):
    """A file of the user's own words; `name` is the file's own.

    `synonyms` say for a word which other one is meant; `about` is how many percent a result may be off and still be about its target,
    None where the file does not say.
    """

    name: str
    synonyms: tuple[tuple[str, str], ...] = ()
    directions: tuple[tuple[str, Way], ...] = ()
    units: tuple[OwnUnit, ...] = ()
    about: Decimal | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Every word that is to be found in a text, in the order of the file."""
        return (
            *(word for word, _ in self.synonyms),
            *(word for word, _ in self.directions),
            *(unit.word for unit in self.units),
        )
