"""French."""

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
        ("percent", "pour", "1"),
        ("time", "ans", "1"),
        ("time-months", "mois", "1"),
        ("time-days", "jours", "1"),
        ("time-hours", "heures", "1"),
    ),
    nouns="pour cent|jours|mois|ans|heures",
    multiples=(("milliards?", 10**9),),
)

AMOUNTS: Final = AmountWords(
    at_least="au moins|plus de",
    at_most="au plus|moins de",
    about="environ",
    not_counted="et|ou|à",
    ranges=" à ",
    joins="et",
    turns="et|ou|avec",
)

CHANGES: Final = ChangeWords(rates="hausse|baisse")

NUMBERS: Final = NumberWords(units=UNITS, amounts=AMOUNTS, changes=CHANGES)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("fr", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
