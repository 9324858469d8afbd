"""The words of the tables of numbers, verdicts and years, in one place. Those of verdicts and years are English."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from repdiff.model import Bound


class NumberPhrases(NamedTuple):
    """The words of the table of numbers in one language."""

    summary: str
    none: str
    indicator: str
    change: str
    unnamed: str
    points: str
    bounds: Mapping[Bound, str]


NUMBERS: Final = {
    "en": NumberPhrases(
        "{count} indicators with a number on both sides: {up} up, {down} down, {same} the same; in {requalified} the qualifier changed.",
        "No number of one indicator stands on both sides.",
        "indicator",
        "change",
        "(not named)",
        "{difference} points",
        {bound: str(bound) for bound in Bound},
    ),
    "zh": NumberPhrases(
        "两版都有数字的指标{count}项：上升{up}项，下降{down}项，持平{same}项；{requalified}项的限定词有变。",
        "没有两版都出现数字的指标。",
        "指标",
        "变化",
        "（未写明）",
        "{difference}个百分点",
        {
            Bound.EXACT: "确数",
            Bound.AT_LEAST: "以上",
            Bound.AT_MOST: "以内",
            Bound.ABOUT: "左右",
            Bound.BETWEEN: "区间",
        },
    ),
}

NOTE: Final = "note: "
CHECKED: Final = "Of {promises}: {said}."
VERDICT: Final = "verdict"
PROMISED: Final = "promised"
REPORTED: Final = "reported"
WHY: Final = "why"
PROMISES: Final = "Promises"
UNPROMISED: Final = "Results that answer no measurable promise"
SUGGESTED: Final = "Promises without a number, and what most likely answers them (suggestions)"
TRACKED: Final = (
    "{versions}: {lives}, {throughout} of them in every version; {series} targets with a number in two or more."
)
TARGETS: Final = "Targets"
LIVES: Final = "Commitments"
LIFE_MARKS: Final = (
    "marks: + first seen  = kept  ~ reworded  > moved  - dropped  < back again; — named without a number"
)
GAP: Final = "—"


def counted(count: int, noun: str) -> str:
    """`1 promise`, `2 promises`: the number with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
