"""Russian."""

from typing import Final

from repdiff.languages.number_words import ChangeWords, DirectionWords, NumberWords
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

CHANGES: Final = ChangeWords(reaching="до")

DIRECTIONS: Final = DirectionWords(
    up=(
        r"рос(?:т|та|ту|том|ла|ло|ли)?|вырос(?:ла|ло|ли|ти)?|возрос(?:ла|ло|ли)?|увелич\w+|повы[сш]\w+|подн\w+|прирост\w*|расшир\w+|подорожа\w+"
    ),
    down=r"сни[зж]\w+|сократ\w+|сокращ\w+|уменьш\w+|упал\w*|паден\w+|спад\w*|пониж\w+|пониз\w+|опуст\w+|подешеве\w+",
    up_behind="больше|выше",
    down_behind="меньше|ниже",
    by="на",
    between="на|до|в|составил|составила|составит|составляет|около|почти|более|не|менее|темп|ещё|еще|с|среднем|год|году|будет|был|была",
    of_what="в",
    base="с|со|от",
    blurs=r"(?:не|без)(?: \w+)?",
    above_zero=r"профицит\w*|прибыл\w+",
    below_zero=r"дефицит\w*|убыт\w+",
)

NUMBERS: Final = NumberWords(changes=CHANGES, directions=DIRECTIONS)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("ru", frozenset({Script.CYRILLIC}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
