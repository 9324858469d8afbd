"""The words of the tables of numbers, verdicts and years, in one place. Those of verdicts and years are English."""

from typing import Final, NamedTuple


class NumberPhrases(NamedTuple):
    """The words of the table of numbers in one language."""

    summary: str
    none: str
    indicator: str
    change: str
    unnamed: str
    points: str


NUMBERS: Final = {
    "en": NumberPhrases(
        "{count} indicators with a number on both sides: {up} up, {down} down, {same} the same; in {requalified} the qualifier changed.",
        "No number of one indicator stands on both sides.",
        "indicator",
        "change",
        "(not named)",
        "{difference} points",
    ),
    "zh": NumberPhrases(
        "两版都有数字的指标{count}项：上升{up}项，下降{down}项，持平{same}项；{requalified}项的限定词有变。",
        "没有两版都出现数字的指标。",
        "指标",
        "变化",
        "（未写明）",
        "{difference}个百分点",
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
