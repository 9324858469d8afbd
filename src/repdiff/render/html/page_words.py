"""The words of the pages of promises, of years and of duplicates: one frozen table per page and language, with the same names."""

from collections.abc import Mapping
from typing import Final

from repdiff.options import View
from repdiff.render import phrases
from repdiff.render.html.wording import WORDS, Words

_SHARED: Final = {
    "en": {
        "skip": "To the table",
        "search": "Search",
        "previous_title": "Previous row (k)",
        "next_title": "Next row (j)",
        "key_step": "next, previous row",
        "key_search": "search; Enter goes to the first hit, Esc leaves the search",
        "key_columns": "side by side or one column",
        "key_fold": "open or close what is folded",
        "fold": "Open folds",
        "at": "line {line}, column {column}",
    },
    "zh": {
        "skip": "跳到表格",
        "search": "查找",
        "previous_title": "上一行（k）",
        "next_title": "下一行（j）",
        "key_step": "下一行、上一行",
        "key_search": "查找；回车到第一处，Esc 离开",
        "key_columns": "双栏或单栏",
        "key_fold": "展开或折叠",
        "fold": "全部展开",
        "at": "第{line}行第{column}字",
    },
}
CHECK: Final = {
    "en": {
        "title": "Promises",
        "met": "met",
        "missed": "missed",
        "undetermined": "undetermined",
        "silent": "silent",
        "suggested": "suggestions",
        "unpromised": "not promised",
        "h_met": "Met",
        "h_missed": "Missed",
        "h_undetermined": "Undetermined: there is a result, but it does not decide",
        "h_silent": "Silent: no result speaks of it",
        "h_suggested": "Promises without a number, and what most likely answers them",
        "h_unpromised": "Results that answer no measurable promise",
        "promised": "Promised",
        "reported": "Reported",
        "whole": "whole sentence",
        "likely": "likely answer",
        "no_answer": "no answer found",
        "score": "score {score}",
        "suggested_note": "Suggestions, not verdicts: the score says how probably the two sentences speak of the same thing.",
        "how_text": "Met and missed are said only where indicator, unit, scope and measure agree; everything else is left open, with the "
        "reason. Both sides are quoted where they stand: read the quotations before you publish a verdict.",
    },
    "zh": {
        "title": "承诺兑现",
        "met": "完成",
        "missed": "未完成",
        "undetermined": "无法判定",
        "silent": "未提及",
        "suggested": "供参考",
        "unpromised": "未见承诺",
        "h_met": "完成",
        "h_missed": "未完成",
        "h_undetermined": "无法判定：有相关结果，但不足以下结论",
        "h_silent": "未提及：结果中没有说到",
        "h_suggested": "没有数字的承诺，及最可能与之对应的结果",
        "h_unpromised": "没有对应量化承诺的结果",
        "promised": "承诺",
        "reported": "结果",
        "whole": "整句",
        "likely": "可能的结果",
        "no_answer": "未找到对应",
        "score": "可信度{score}",
        "suggested_note": "以下仅供参考，不是结论；可信度表示两句话说的是同一件事的可能性。",
        "how_text": "只有指标、单位、范围和口径都一致，才判为完成或未完成；其余一律不下结论，并说明理由。"
        "两边原文均注明位置，引用结论前请先核对原文。",
    },
}
TRACK: Final = {
    "en": {
        "title": "Timeline",
        "targets": "Targets",
        "lives": "Commitments",
        "course": "From version to version",
        "rose": "target raised",
        "fell": "target lowered",
        "level": "target unchanged",
        "throughout": "in every version",
        "ended": "dropped",
        "back": "back again",
        "fresh": "came later",
        "once": "in one version only",
        "once_fold": "{count} commitments in one version only",
        "no_number": "no number",
        "gap": "named without a number",
        "words_of_last": "in the words of the last version that has it",
        "kinds_targets": "Targets",
        "kinds_lives": "Commitments",
        "from_to": "{old} → {new}",
        "how_text": "A chart joins the numbers of one target; a hollow point is a version that names the target without a number, never a "
        "zero. Last year's results, sums already spent and goals of several years enter no chart. A row of the table is a commitment, a "
        "field what became of it in that version; open a row to read its sentence in each.",
    },
    "zh": {
        "title": "历年变化",
        "targets": "指标",
        "lives": "承诺",
        "course": "逐版变化",
        "rose": "目标上调",
        "fell": "目标下调",
        "level": "目标不变",
        "throughout": "各版都有",
        "ended": "已删除",
        "back": "再次出现",
        "fresh": "后来新增",
        "once": "只见于一版",
        "once_fold": "{count}项承诺只见于一版",
        "no_number": "没有数字",
        "gap": "提到但没有数字",
        "words_of_last": "最近一版的表述",
        "kinds_targets": "指标",
        "kinds_lives": "承诺",
        "from_to": "{old} → {new}",
        "how_text": "折线连接同一指标的各年目标；空心点表示该版提到此项但没有数字，不按零计。上年完成数、已支出金额和多年期目标不计入。"
        "表中一行是一项承诺，一格是它在该版的去向；点开可看各版原句。",
    },
}
DUPES: Final = {
    "en": {
        "title": "Duplicates",
        "corpus": "corpus",
        "skip": "To the findings",
        "once": "once",
        "first": "first of several",
        "copies": "further copies",
        "problems": "Problems",
        "problem_count": "{count} records could not be used:",
        "findings": "Findings",
        "levels": "Level",
        "document": "documents",
        "paragraph": "paragraphs",
        "sentence": "sentences",
        "cut": "files cut",
        "repeat": "repeated blocks",
        "contained": "documents in others",
        "copy": "copies",
        "passage": "passages",
        "boilerplate": "boilerplate",
        "near": "near-duplicates",
        "group": "repeated texts",
        "largest": "The {shown} largest of {total}; {option} lists all.",
        "none": "Nothing occurs twice.",
        "how_text": "Two texts count as equal when they are the same after their widths, spaces and Unicode form are folded "
        "(with {option}: as they stand); digits, order and words stay. Texts are compared by 128-bit hashes: among ten "
        "thousand million different ones, the chance that any two are taken for equal is {chance}. Characters are "
        "counted from 0 in the text of the record, or of the file. Nothing was removed.",
        "searched": "Searched: {files}; repdiff {version}.",
        "and_more": " and {count} more",
    },
    "zh": {
        "title": "重复内容",
        "corpus": "语料",
        "skip": "跳到查重结果",
        "once": "只出现一次",
        "first": "重复文本的首份",
        "copies": "多余的副本",
        "problems": "问题",
        "problem_count": "{count}条记录无法使用：",
        "findings": "查重结果",
        "levels": "层级",
        "document": "文档",
        "paragraph": "段落",
        "sentence": "句子",
        "cut": "文件切分",
        "repeat": "连续重复",
        "contained": "包含关系",
        "copy": "整篇重复",
        "passage": "片段重复",
        "boilerplate": "网站固定内容",
        "near": "近似文档",
        "group": "高频文本",
        "largest": "共{total}项，列出最大的{shown}项；用{option}可得全部。",
        "none": "没有重复内容。",
        "how_text": "统一全角半角、空白和Unicode形式之后完全相同（使用{option}时按原样比较），才算重复；数字、语序和用词都不作改动。"
        "比较用128位散列值：一百亿段不同文本中，出现误判的概率为{chance}。字符位置从0起，按记录或文件的文本计算。原始数据未作任何删改。",
        "searched": "查找范围：{files}；repdiff {version}。",
        "and_more": "等另外{count}个文件",
    },
}


def choose(table: Mapping[str, Mapping[str, str]], shared: phrases.Phrases) -> Words:
    """The words of one of these pages, above those that every page shares."""
    return Words({**WORDS[shared.lang], **_SHARED[shared.lang], **table[shared.lang]}, shared)


def language(view: View, texts: tuple[str, ...]) -> phrases.Phrases:
    """The words of the language that the view asks for, else of the one that the texts are in."""
    return phrases.LANGUAGES[view.lang or phrases.language_of_texts(texts)]
