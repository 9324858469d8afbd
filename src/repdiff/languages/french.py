"""French."""

from typing import Final

from repdiff.languages.number_words import AmountWords, ChangeWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, FormulaWords, HeadingWords, Language, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    numbered="partie|chapitre|titre|annexe|section|article",
    goes_on="des?|du",
    back="rétrospective|bilan",
    ahead="perspectives|objectifs|priorités|engagements",
)

ROLES: Final = RoleWords(
    formulas=FormulaWords(
        salutations="mesdames|messieurs|chers?|chères?",
        thanks="Merci",
        ceremony="^je vous remercie",
        furniture="sommaire",
    ),
    went="a été|ont été|avons",
    will="nous allons|devra|devront|sera|seront",
    modals="(?i:nous allons|nous nous engageons)|devr(?:a|ont)|doi(?:t|vent)|ser(?:a|ont)",
    past="a été|ont été|nous avons",
    targets=r"\d\s?pour cent|\d milliard|d'ici 20\d\d|au moins \d",
)

SENTENCES: Final = SentenceWords(
    abbreviations=frozenset("mm mme mlle p.ex c.-à-d".split()),
    openers=frozenset("le la les un une il elle ils nous vous et mais dans pour en".split()),
)

WORDS: Final = CommonWords(
    function=frozenset("le la les l un une de du et ou à au aux en dans pour par sur avec est sont que qui".split()),
    commonest=frozenset("le la les des et est une dans pour que qui sur nous du au par".split()),
    report="rapport",
)

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
