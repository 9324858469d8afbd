"""Japanese."""

from typing import Final

from repdiff.languages.number_words import AmountWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, HeadingWords, Language, RoleWords, Script, SentenceWords

HEADINGS: Final = HeadingWords()

ROLES: Final = RoleWords()

SENTENCES: Final = SentenceWords()

WORDS: Final = CommonWords()

# --- Numbers, units, qualifiers, times -------------------------------------------------------------------------------

UNITS: Final = UnitWords(
    families=(
        ("percent", "パーセント", "1"),
        ("points", "ポイント", "1"),
        ("money-usd", "ドル", "1"),
        ("money-jpy", "円", "1"),
        ("length", "メートル", "1"),
        ("length", "キロ", "1000"),
        ("mass", "トン", "1000"),
        ("time-months", "カ月", "1"),
    ),
    single="円",
    longer="カ月|ヶ月|か月|カ所|ヶ所|か所|パーセント|ポイント|ドル|キロ|トン|メートル",
)

AMOUNTS: Final = AmountWords(at_most_after="未満", about_after="前後", other_after="以後")

NUMBERS: Final = NumberWords(units=UNITS, amounts=AMOUNTS)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("ja", frozenset({Script.HAN, Script.KANA}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
