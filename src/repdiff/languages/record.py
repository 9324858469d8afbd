"""What is known of a language: frozen data, one record per language.

A *fragment* is a piece of a regular expression: words of the language parted by `|`, without capturing groups. The algorithms join
the fragments of the languages that their texts contain; words of scripts with blanks are matched whole.
"""

from dataclasses import dataclass
from enum import StrEnum

from repdiff.languages.number_words import NumberWords


class Script(StrEnum):
    """A script that some language is written in."""

    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"
    LATIN = "latin"
    CYRILLIC = "cyrillic"


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """How headings are numbered and what they say of time."""

    numbered: str = ""
    """Fragment: words in front of a heading's number (`Chapter 3`)."""
    units: str = ""
    """Fragment: words behind a heading's number (`第三章`)."""
    back: str = ""
    """Fragment: words of a title whose section looks back (`Review of 2020`)."""
    ahead: str = ""
    """Fragment: words of a title whose section looks ahead (`Our plan`)."""


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What tells promises, reports and formulas apart."""


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """What stands before a full stop that ends no sentence, and what opens a sentence. Words in small letters."""

    abbreviations: frozenset[str] = frozenset()
    """In front of any word: titles and the like (`dr`, `e.g`)."""
    before_numbers: frozenset[str] = frozenset()
    """In front of a number only (`no`, `fig`)."""
    openers: frozenset[str] = frozenset()
    """Words that open sentences rather than names: behind an initial (`U.S.`) they tell that a sentence ended."""
    before_ordinals: str = ""
    """Fragment: words in front of an ordinal with a full stop (`am 3. Mai`)."""
    after_quotes: str = ""
    """Letters that go on behind a quotation (`“…。”的`)."""


@dataclass(frozen=True, slots=True)
class CommonWords:
    """Words that are common, and what their language does with them."""

    function: frozenset[str] = frozenset()
    """Words that say little by themselves: equal ones beside a change are no content."""
    commonest: frozenset[str] = frozenset()
    """The commonest words of running text, by which languages of one script are told apart."""
    report: str = ""
    """Fragment: words by which a title calls its document a report."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language: its tag (BCP 47), its scripts, and its words."""

    tag: str
    scripts: frozenset[Script]
    headings: HeadingWords = HeadingWords()
    roles: RoleWords = RoleWords()
    sentences: SentenceWords = SentenceWords()
    words: CommonWords = CommonWords()
    numbers: NumberWords = NumberWords()  # noqa: RUF009 - frozen
