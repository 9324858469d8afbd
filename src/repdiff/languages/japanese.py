"""Japanese."""

from typing import Final

from repdiff.languages.number_words import AmountWords, NumberWords, UnitWords
from repdiff.languages.record import CommonWords, FormulaWords, HeadingWords, Language, RoleWords, SentenceWords
from repdiff.languages.scripts import Script

HEADINGS: Final = HeadingWords(
    units="[編条]",
    back="振り返り|実績",
    ahead="の(?:目標|方針|計画)|重点施策",
    dates="年月日時",
    counted="万億個倍元年月日",
)

ROLES: Final = RoleWords(
    formulas=FormulaWords(salutations="皆様|皆さ"),
    went="ました",
    will="まいります|ていきます|目指し",
    past_endings="ました|でした|した|った|だった|であった|れた|きた|えた|めた",
    promise_endings=(
        "まいります|参ります|ていきます|ていく|します|いたします|ます|目指す|図る|努める|進める|取り組む|する|行う|べきである|なければならない"
    ),
)

SENTENCES: Final = SentenceWords(after_quotes="とをにはがのでも")

WORDS: Final = CommonWords(
    function=frozenset("の を に は が と で も や へ から まで など する し て".split()),
    year="年",
    month="月",
    day="日",
    report="報告",
)

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

AMOUNTS: Final = AmountWords(at_most_after="未満", strict="未満", about_after="前後", other_after="以後")

NUMBERS: Final = NumberWords(units=UNITS, amounts=AMOUNTS)

# --- The language ----------------------------------------------------------------------------------------------------

LANGUAGE: Final = Language("ja", frozenset({Script.HAN, Script.KANA}), HEADINGS, ROLES, SENTENCES, WORDS, NUMBERS)
