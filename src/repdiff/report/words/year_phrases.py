"""The words of the reports on promises and years, in one place: one frozen table per language, with the same keys."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from repdiff.model.years import Fate, Outcome


class CheckPhrases(NamedTuple):
    """The words of a check in one language."""

    summary: str
    promises: tuple[str, str]
    counted: str
    outcomes: Mapping[Outcome, str]
    promise: str
    result: str
    answer: str
    probable: str
    no_answer: str
    place: str
    quotation: str
    promised_table: str
    unpromised_table: str
    suggested_table: str


CHECKS: Final = {
    "en": CheckPhrases(
        summary="Of {promises}: {said}.",
        promises=("{count} measurable promise", "{count} measurable promises"),
        counted="{count} {outcome}",
        outcomes={outcome: str(outcome) for outcome in Outcome},
        promise="promise",
        result="result",
        answer="answer",
        probable="probability {score}",
        no_answer="no answer found",
        place="place",
        quotation="quotation",
        promised_table="Promises",
        unpromised_table="Results that answer no measurable promise",
        suggested_table="Promises without a number, and what most likely answers them (suggestions)",
    ),
    "zh": CheckPhrases(
        summary="{promises}中，{said}。",
        promises=("{count}项可衡量的承诺", "{count}项可衡量的承诺"),
        counted="{outcome}{count}项",
        outcomes={
            Outcome.MET: "完成",
            Outcome.MISSED: "未完成",
            Outcome.UNDETERMINED: "无法判定",
            Outcome.SILENT: "未提及",
        },
        promise="承诺",
        result="结果",
        answer="可能的结果",
        probable="可信度{score}",
        no_answer="未找到相应结果",
        place="位置",
        quotation="原文",
        promised_table="承诺",
        unpromised_table="没有对应量化承诺的结果",
        suggested_table="没有数字的承诺，及最可能与之对应的结果（供参考）",
    ),
}


class TrackPhrases(NamedTuple):
    """The words of a track in one language."""

    summary: str
    targets: str
    indicator: str
    course: str
    commitments: str
    commitment: str
    place: str
    marks: str
    fates: Mapping[Fate, str]


TRACKS: Final = {
    "en": TrackPhrases(
        summary=(
            "{versions} versions hold {lives} commitments, {throughout} of them in every version; "
            "{series} targets have a number in two or more."
        ),
        targets="Targets",
        indicator="indicator",
        course="course",
        commitments="Commitments",
        commitment="commitment",
        place="place",
        marks="marks: + first seen  = kept  ~ reworded  > moved  - dropped  < back again; — named without a number",
        fates={fate: str(fate) for fate in Fate},
    ),
    "zh": TrackPhrases(
        summary="{versions}个版本共有{lives}项承诺，其中{throughout}项各版都有；{series}项指标在两个以上版本中有数字。",
        targets="指标",
        indicator="指标",
        course="走势",
        commitments="承诺",
        commitment="承诺",
        place="位置",
        marks="标记：+ 首次出现  = 保留  ~ 改写  > 移动  - 删除  < 再次出现；— 提到但没有数字",
        fates={
            Fate.FIRST: "首次出现",
            Fate.KEPT: "保留",
            Fate.REWORDED: "改写",
            Fate.MOVED: "移动",
            Fate.DROPPED: "删除",
            Fate.BACK: "再次出现",
        },
    ),
}
GAP: Final = "—"
