"""Dutch."""

from typing import Final

from repdiff.languages.number_words import NumberWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    numbered="hoofdstuk|artikel|deel|bijlage",
    back="terugblik|resultaten|(?:vorig|afgelopen) jaar",
    ahead="vooruitblik|doelen|doelstellingen|prioriteiten|plannen|voornemens|volgend jaar",
    explains="begrippenlijst",
)

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords()

WORDS: Final = CommonWords(
    commonest=frozenset("de het een van en dat die niet zijn voor met op aan wij".split()),
)

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

NUMBERS: Final = NumberWords()

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("nl", frozenset({Script.LATIN}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
