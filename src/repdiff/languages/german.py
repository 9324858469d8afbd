"""German."""

from typing import Final

from repdiff.languages.number_words import AmountWords, ChangeWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, RoleWords, Script, SentenceWords

HEADINGS: Final = HeadingWords()

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords()

WORDS: Final = CommonWords()

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "Prozent", "1"),
        ("points", "Prozentpunkte Prozentpunkten", "1"),
        ("money-eur", "Euro", "1"),
        ("mass", "Tonnen", "1000"),
        ("time", "Jahr Jahre Jahren", "1"),
        ("time-months", "Monate Monaten", "1"),
        ("time-days", "Tag Tage Tagen", "1"),
        ("time-weeks", "Woche Wochen", "1"),
        ("time-hours", "Stunden", "1"),
    ),
    nouns="Prozent(?:punkten?)?|Tagen?|Wochen?|Monaten?|Jahren?|Stunden?|Euro|Tonnen|Uhr",
    multiples=((r"Tsd\.", 1000), (r"Milliarden|Milliarde|Mrd\.", 10**9), (r"Millionen|Million|Mio\.", 10**6)),
)

AMOUNTS: Final = AmountWords(
    at_least="mindestens|mehr als|über",
    at_most="höchstens|bis zu|weniger als",
    about="rund|etwa",
    not_counted="und|oder|bis",
    ranges=" bis ",
    joins="und",
    turns="und|oder|bis|mit",
)

CHANGES: Final = ChangeWords(rates="steigen|sinken")

NUMBERS: Final = NumberWords(units=UNITS, amounts=AMOUNTS, changes=CHANGES)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("de", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
