"""Every word that the page says by itself, in each language of the interface; `tests/test_html.py` holds the tables to each other.

A table maps a name to a phrase; names in braces are filled in. Names that start with `js_` go to the script too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from repdiff.model.links import Comparison, Group, Kind, Shape
from repdiff.model.texts import Role
from repdiff.model.view import View
from repdiff.report import summary
from repdiff.report.words import phrases

UNSURE_BELOW: Final = 0.6
"""Pairs scored lower are marked: about half of them are worth a second look."""
_SURENESS: Final = ((0.9, "certain"), (0.75, "likely"), (UNSURE_BELOW, "fair"), (0.0, "doubtful"))

_ENGLISH: Final = {
    "old": "old",
    "new": "new",
    "identical": "unchanged",
    "reworded": "reworded",
    "rewritten": "rewritten",
    "dropped": "dropped",
    "added": "new",
    "moved": "moved",
    "renamed": "renamed",
    "split": "split in {new}",
    "merged": "merged from {old}",
    "regrouped": "{old} sentences became {new}",
    "heading": "heading",
    "commitment": "commitment",
    "statement": "statement",
    "formula": "formula",
    "comma": ", ",
    "figure": "{count} {label}",
    "colon": ": ",
    "certain": "almost certain",
    "likely": "likely",
    "fair": "fairly likely",
    "doubtful": "unsure",
    "pairing": "Pairing: {words} (score {score})",
    "two_texts": "Too little in common to mark single words: read them as two texts",
    "no_partner": "No sentence of {name} says this",
    "decided": "Decided by a person",
    "note": "Note: {note}",
    "place": "{name}: line {line}, column {column}",
    "unsure_pair": "unsure pair",
    "moved_away": "moved away",
    "other_part": "other part",
    "moved_to": "moved to {title}",
    "moved_from": "from {title}",
    "stands_in": "stands in {title}",
    "further_up": "compared further up",
    "also_from": "also from {titles}",
    "section_new": "new section",
    "section_dropped": "only in {old}",
    "section_moved": "section moved",
    "goes_on": "again in {title}",
    "opening": "(opening)",
    "sum": "Of {count} sentences of {old}, {identical} unchanged, {reworded} reworded{moved}, {dropped} dropped; {added} are new in {new}.",
    "sum_moved": " ({count} moved)",
    "in_place": "reworded in place",
    "most_changed": "Sections with most change",
    "skip": "To the table",
    "notes": "Notes",
    "part_shown": "Only part of the comparison is shown: {what}.",
    "map": "Map of the sections",
    "map_text": "A band joins sections that share content, as wide as the share of each that it carries. Headings lead to their place.",
    "map_all": "All headings, to the deepest level: {old} of {old_name}, {new} of {new_name}",
    "map_shared": "{old_title} → {new_title}: {old} % of it goes there, {new} % of the new section comes from it",
    "map_moved": "section moved",
    "show_only": "Show only",
    "f_split": "split or merged",
    "f_unsure": "low confidence",
    "f_number": "a number differs",
    "f_commitment": "commitments only",
    "narrow": "Narrow down",
    "search": "Search both texts",
    "section": "Section",
    "all_sections": "All sections",
    "previous": "Previous",
    "next": "Next",
    "previous_title": "Previous change (k)",
    "next_title": "Next change (j)",
    "one_column": "One column",
    "fold": "Open folds",
    "keys": "Keys",
    "close": "Close",
    "review": "Review",
    "export": "Export",
    "import": "Import",
    "check": "check",
    "unchanged": "{count} unchanged",
    "nothing": "Nothing to show.",
    "how": "How to read this page",
    "how_del": "struck through",
    "how_text_1": "stands only in the old text,",
    "how_ins": "underlined",
    "how_text_2": "only in the new;",
    "how_mv": "dotted underline",
    "how_text_3": "marks words that stand at another place of the same pair. The word at the margin says what became of a "
    "sentence; open it to see why two sentences were paired and how sure that is, to copy the pair or to judge it. The order is that of "
    "the new text; what was dropped stands where its old neighbours now are.",
    "file": "{name} ({encoding})",
    "file_assumed": "{name} ({encoding}, assumed from its bytes)",
    "key_step": "next, previous change",
    "key_search": "search both texts; Enter goes to the first hit, Esc leaves the search",
    "key_filter": "filters, in the order of their buttons",
    "key_all": "show all",
    "key_fold": "open or close what is unchanged",
    "key_columns": "side by side or one column",
    "key_why": "why this pair? (Enter on the word at its margin does the same)",
    "key_check": "mark the pair as checked",
    "key_wrong": "mark the pair as wrong: these two are not the same",
    "key_join": "join this sentence with the next one you press it on",
    "key_copy": "copy the pair as text, as Markdown",
    "key_help": "these keys",
    "js_rows": "{count} of {all} rows",
    "js_progress": "{count} of {all} checked",
    "js_checked": "Checked",
    "js_wrong": "Wrong: not the same",
    "js_wrong_part": "Wrong: «{old}» and «{new}» are not the same",
    "js_join": "Join with another",
    "js_join_here": "Join here",
    "js_joining": "Open the sentence that belongs with «{quote}» and choose “Join here”, or press m on it; Esc gives up.",
    "js_join_sides": "A join needs a sentence of each side.",
    "js_joined": "joined with «{quote}»",
    "js_undo": "Undo",
    "js_note": "Note",
    "js_note_first": "Note (judge the pair first)",
    "js_is_right": "checked",
    "js_is_wrong": "not the same",
    "js_is_part": "partly wrong",
    "js_is_join": "joined",
    "js_copy_text": "Copy as text",
    "js_copy_md": "Copy as Markdown",
    "js_copy_link": "Copy link",
    "js_copied": "Copied.",
    "js_place": "line {line}, column {column}",
    "js_imported": "{count} decisions read.",
    "js_stale": "{count} decisions read; {stale} no longer found in these texts.",
    "js_unreadable": "This file holds no decisions: {reason}",
    "js_not_kept": "This browser keeps nothing for this page: export before you close it.",
}
_CHINESE: Final = {
    "old": "旧版",
    "new": "新版",
    "identical": "未变",
    "reworded": "改写",
    "rewritten": "重写",
    "dropped": "删除",
    "added": "新增",
    "moved": "移动",
    "renamed": "改标题",
    "split": "拆分为{new}句",
    "merged": "由{old}句合并",
    "regrouped": "{old}句重组为{new}句",
    "heading": "标题",
    "commitment": "承诺",
    "statement": "陈述",
    "formula": "套语",
    "comma": "，",
    "figure": "{label}{count}",
    "colon": "：",
    "certain": "几乎肯定",
    "likely": "很可能",
    "fair": "较可能",
    "doubtful": "存疑",
    "pairing": "配对：{words}（可信度{score}）",
    "two_texts": "共同之处太少，不逐词标出，请作为两段文字阅读",
    "no_partner": "{name}中没有对应的句子",
    "decided": "由人工判定",
    "note": "备注：{note}",
    "place": "{name}：第{line}行第{column}字",
    "unsure_pair": "配对存疑",
    "moved_away": "已移走",
    "other_part": "另一部分",
    "moved_to": "移至{title}",
    "moved_from": "原在{title}",
    "stands_in": "现在{title}",
    "further_up": "已在上文对照",
    "also_from": "另来自{titles}",
    "section_new": "新增章节",
    "section_dropped": "仅见于{old}",
    "section_moved": "章节移动",
    "goes_on": "回到{title}",
    "opening": "（开头）",
    "sum": "{old}的{count}个句子中，未变{identical}句，改写{reworded}句{moved}，删除{dropped}句；{new}新增{added}句。",
    "sum_moved": "（其中移动{count}句）",
    "in_place": "原位改写",
    "most_changed": "变动最大的章节",
    "skip": "跳到对照表",
    "notes": "说明",
    "part_shown": "仅显示部分结果：{what}。",
    "map": "章节对应图",
    "map_text": "色带连接内容相同的章节，宽度表示所占比例。点击标题可跳到下文。",
    "map_all": "全部标题：{old_name} {old}个，{new_name} {new}个",
    "map_shared": "{old_title} → {new_title}：原章节的{old}%移至此处，新章节的{new}%来自此处",
    "map_moved": "章节移动",
    "show_only": "只显示",
    "f_split": "拆分或合并",
    "f_unsure": "把握较低",
    "f_number": "数字不同",
    "f_commitment": "只看承诺",
    "narrow": "缩小范围",
    "search": "在两篇中查找",
    "section": "章节",
    "all_sections": "全部章节",
    "previous": "上一处",
    "next": "下一处",
    "previous_title": "上一处变动（k）",
    "next_title": "下一处变动（j）",
    "one_column": "单栏",
    "fold": "展开未变",
    "keys": "快捷键",
    "close": "关闭",
    "review": "审阅",
    "export": "导出",
    "import": "导入",
    "check": "核对",
    "unchanged": "{count}句未变",
    "nothing": "没有可显示的内容。",
    "how": "阅读说明",
    "how_del": "删除线",
    "how_text_1": "只见于旧版，",
    "how_ins": "下划线",
    "how_text_2": "只见于新版；",
    "how_mv": "点状下划线",
    "how_text_3": "表示在同一对句子中换了位置的词语。页边的词说明句子的去向；点开可看配对的理由和把握，并可复制或判定。"
    "次序依新版；删除的句子列在其原来上下文现在的位置。",
    "file": "{name}（{encoding}）",
    "file_assumed": "{name}（{encoding}，由内容推定）",
    "key_step": "下一处、上一处变动",
    "key_search": "在两篇中查找；回车到第一处，Esc 离开",
    "key_filter": "筛选，依按钮次序",
    "key_all": "全部显示",
    "key_fold": "展开或折叠未变的句子",
    "key_columns": "双栏或单栏",
    "key_why": "查看配对理由（在页边的词上按回车也可）",
    "key_check": "标为已核对",
    "key_wrong": "标为错误：两句不是同一件事",
    "key_join": "把这一句与下一次按此键的句子合为一对",
    "key_copy": "复制为文本、Markdown",
    "key_help": "显示快捷键",
    "js_rows": "{all}行中的{count}行",
    "js_progress": "已核对{count}/{all}",
    "js_checked": "已核对",
    "js_wrong": "错误：不是同一件事",
    "js_wrong_part": "错误：“{old}”与“{new}”不是同一件事",
    "js_join": "与另一句合为一对",
    "js_join_here": "与此句合为一对",
    "js_joining": "请打开与“{quote}”对应的句子，选择“与此句合为一对”，或在其上按 m；按 Esc 取消。",
    "js_join_sides": "须从两版中各选一句。",
    "js_joined": "已与“{quote}”合为一对",
    "js_undo": "撤销",
    "js_note": "备注",
    "js_note_first": "备注（请先判定）",
    "js_is_right": "已核对",
    "js_is_wrong": "不是同一件事",
    "js_is_part": "部分错误",
    "js_is_join": "已合对",
    "js_copy_text": "复制为文本",
    "js_copy_md": "复制为 Markdown",
    "js_copy_link": "复制链接",
    "js_copied": "已复制。",
    "js_place": "第{line}行第{column}字",
    "js_imported": "已读入{count}条判定。",
    "js_stale": "已读入{count}条判定；另有{stale}条在文中已找不到。",
    "js_unreadable": "此文件不是判定文件：{reason}",
    "js_not_kept": "浏览器无法保存此页的审阅，请在关闭前导出。",
}
WORDS: Final[Mapping[str, Mapping[str, str]]] = {"en": _ENGLISH, "zh": _CHINESE}


@dataclass(frozen=True, slots=True)
class Words:
    """The page's words in one language, by name, and the phrases that all reports share."""

    page: Mapping[str, str]
    phrases: phrases.Phrases

    def __getitem__(self, name: str) -> str:
        """The phrase of that name."""
        return self.page[name]

    @property
    def tag(self) -> str:
        """The BCP 47 tag of the language."""
        return "zh-Hans" if self.phrases.lang == "zh" else self.phrases.lang

    def say(self, text: str) -> str:
        """What a stage said, in this language."""
        return phrases.say(text, self.phrases)

    def for_script(self, *names: str) -> dict[str, str]:
        """What the page's script says: the phrases of these names, or all of its phrases."""
        found = names or [name for name in self.page if name.startswith("js_")]
        return {name.removeprefix("js_"): self.page[name] for name in found}


def choose(view: View, comparison: Comparison) -> Words:
    """The words of the language that the view asks for, else of the one that the documents are in."""
    shared = phrases.phrases_for(view, comparison.old, comparison.new)
    return Words(WORDS[shared.lang], shared)


def names(words: Words, comparison: Comparison) -> tuple[str, str]:
    """What to call the two sides: their years where they have one each, else old and new."""
    return summary.side_names(comparison, words.phrases)


def sum_up(words: Words, comparison: Comparison, roles: frozenset[Role]) -> str:
    """The whole comparison in one sentence that counts the sentences of `roles`."""
    if Role.STATEMENT not in roles or not summary.differs(comparison):
        return summary.sentence(comparison, words.phrases)
    old, new = names(words, comparison)
    tally = summary.tally(comparison, roles)
    return words["sum"].format(
        count=tally.old,
        old=old,
        new=new,
        identical=tally.identical,
        reworded=tally.reworded,
        moved=words["sum_moved"].format(count=tally.moved) if tally.moved else "",
        dropped=tally.dropped,
        added=tally.added,
    )


def sureness(words: Words, score: float) -> str:
    """How sure a pair is, in words and as the score it comes from."""
    name = next(name for floor, name in _SURENESS if score >= floor)
    return words["pairing"].format(words=words[name], score=f"{score:.2f}")


def is_unsure(group: Group) -> bool:
    """Whether the pair wants a second look."""
    return group.kind is not Kind.IDENTICAL and group.score < UNSURE_BELOW


def verdict(words: Words, group: Group) -> str:
    """What became of the group's sentences: `reworded, moved`, `split in 2`."""
    rewritten = group.kind is Kind.REWORDED and not group.edits
    found = [words["rewritten" if rewritten else group.kind]]
    if group.moved:
        found.append(words["moved"])
    if group.shape is not Shape.ONE:
        found.append(words[group.shape].format(old=len(group.old), new=len(group.new)))
    return words["comma"].join(found)


def roles(words: Words, found: Iterable[Role]) -> str:
    """The roles of a row's sentences, each once, in order: `commitment, statement`."""
    return words["comma"].join(words[role] for role in dict.fromkeys(found))
