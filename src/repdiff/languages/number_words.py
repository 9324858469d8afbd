"""The words of a language that say numbers, units, qualifiers and times."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What stands in and around quantities."""
