"""The words of the pages of promises, of years and of duplicates."""

from typing import Final

from repdiff.report.words import Words, words_in
from repdiff.report.words.phrases import Phrases

CHECK: Final = ("page.check", "outcomes", "page.tables")
TRACK: Final = ("page.track", "track", "page.tables")
DUPES: Final = ("page.dupes", "dupes", "page.tables")


def choose(scopes: tuple[str, ...], shared: Phrases) -> Words:
    """The words of one of these pages, above those that every page shares."""
    return words_in(shared.lang).within(*scopes)
