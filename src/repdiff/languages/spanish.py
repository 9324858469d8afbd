"""Spanish."""

from typing import Final

from repdiff.languages.number_words import AmountWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, FormulaWords, HeadingWords, Language, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(numbered="capítulo|artículo|sección|parte|título", back="balance de")

ROLES: Final = RoleWords(formulas=FormulaWords(page="página"), modals="vamos a|deberán?")

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset("sr sra srta dña".split()), before_numbers=frozenset("cap núm pág".split())
)

WORDS: Final = CommonWords(
    function=frozenset("el la los las y o de del al con por para en un se es son".split()),
    commonest=frozenset("el la los las que y del una por con para es se al como más".split()),
    report=r"informe\b",
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(("percent", "por", "1"),),
    nouns="por ciento",
    multiples=(("millones", 10**6), ("mil", 1000)),
)

AMOUNTS: Final = AmountWords(
    at_least="al menos|más de",
    at_most="menos de|hasta",
    strict="más de|menos de",
    not_counted="y|o",
    joins="y",
    turns="y|con",
)

NUMBERS: Final = NumberWords(units=UNITS, amounts=AMOUNTS)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("es", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
