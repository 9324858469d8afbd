"""Portuguese."""

from typing import Final

from repdiff.languages.number_words import NumberWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    numbered="cap[íi]tulo|artigo|se[çc][ãa]o|parte|anexo",
    back="balanço|resultados|realizações|retrospetiva|retrospectiva|ano (?:passado|anterior)",
    ahead="objetivos|prioridades|metas|perspetivas|perspectivas|compromissos|próximos passos|(?:próximo|novo) ano",
    explains="glossário",
)

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords()

WORDS: Final = CommonWords(
    commonest=frozenset("o os que e do da em um uma para com não no na ao".split()), report="relat[óo]rio"
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

NUMBERS: Final = NumberWords()

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("pt", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
