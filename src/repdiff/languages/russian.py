"""Russian."""

from typing import Final

from repdiff.languages.number_words import NumberWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    numbered="глава|раздел|часть|статья|приложение",
    goes_on="и|или|об?|настоящего",
    back="итоги|результаты|достижения|прошлый год|сделано",
    ahead="задачи|планы|цели|приоритеты|перспективы|следующий год|предстоящий год",
    explains="глоссарий|список сокращений",
)

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords()

WORDS: Final = CommonWords(report="отч[её]т")

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

NUMBERS: Final = NumberWords()

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("ru", frozenset({Script.CYRILLIC}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
