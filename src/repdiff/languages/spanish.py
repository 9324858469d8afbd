"""Spanish."""

from typing import Final

from repdiff.languages.number_words import AmountWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, RoleWords, Script, SentenceWords

HEADINGS: Final = HeadingWords()

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords()

WORDS: Final = CommonWords()

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(("percent", "por", "1"),),
    nouns="por ciento",
    multiples=(("millones", 10**6), ("mil", 1000)),
)

AMOUNTS: Final = AmountWords(
    at_least="al menos|más de",
    at_most="menos de|hasta",
    not_counted="y|o",
    joins="y",
    turns="y|con",
)

NUMBERS: Final = NumberWords(units=UNITS, amounts=AMOUNTS)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("es", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
