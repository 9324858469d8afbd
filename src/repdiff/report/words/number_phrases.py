"""The words of the table of numbers, in one place: one frozen table per language, with the same keys."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from repdiff.model.quantities import Bound


class NumberPhrases(NamedTuple):
    """The words of the table of numbers in one language."""

    summary: str
    none: str
    indicator: str
    change: str
    unnamed: str
    points: str
    doubtful: str
    and_doubtful: str
    bounds: Mapping[Bound, str]


NUMBERS: Final = {
    "en": NumberPhrases(
        (
            "{count} indicators with a number on both sides: {up} up, {down} down, {same} the same{doubtful}; "
            "in {requalified} the qualifier changed."
        ),
        "No number of one indicator stands on both sides.",
        "indicator",
        "change",
        "(not named)",
        "{difference} points",
        "doubtful: {reason}",
        ", {count} doubtful",
        {bound: str(bound) for bound in Bound},
    ),
    "zh": NumberPhrases(
        "两版都有数字的指标{count}项：上升{up}项，下降{down}项，持平{same}项{doubtful}；{requalified}项的限定词有变。",
        "没有两版都出现数字的指标。",
        "指标",
        "变化",
        "（未写明）",
        "{difference}个百分点",
        "存疑：{reason}",
        "，存疑{count}项",
        {
            Bound.EXACT: "确数",
            Bound.AT_LEAST: "以上",
            Bound.AT_MOST: "以内",
            Bound.ABOUT: "左右",
            Bound.BETWEEN: "区间",
        },
    ),
}
