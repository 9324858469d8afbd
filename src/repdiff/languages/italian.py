"""Italian."""

from typing import Final

from repdiff.languages.number_words import NumberWords
from repdiff.languages.record import CommonWords, FormulaWords, HeadingWords, Language, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    numbered="capitolo|articolo|sezione|titolo|parte|allegato",
    back="risultati|traguardi raggiunti|retrospettiva|anno (?:scorso|passato|precedente)",
    ahead="obiettivi|priorità|prospettive|impegni|prossimi passi|(?:prossimo|nuovo) anno",
    explains="glossario",
)

ROLES: Final = RoleWords(formulas=FormulaWords(page="pagina"))

SENTENCES: Final = SentenceWords()

WORDS: Final = CommonWords(
    commonest=frozenset("il che di per una del della sono con non gli le è nel alla".split()),
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

NUMBERS: Final = NumberWords()

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("it", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
