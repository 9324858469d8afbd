"""English."""

from typing import Final

from repdiff.languages.number_words import NumberWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, RoleWords, Script, SentenceWords

HEADINGS: Final = HeadingWords()

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords()

WORDS: Final = CommonWords()

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

NUMBERS: Final = NumberWords()

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("en", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
