"""Which language tag a passage gets: see `repdiff.languages.guess`."""

from repdiff.languages.guess import Languages

__all__ = ["Languages"]
