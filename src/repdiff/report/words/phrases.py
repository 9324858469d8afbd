"""Every word that a report says by itself, in one place: one frozen table per language, with the same keys.

What a stage says about what it found (a reason, a note, the evidence for a role) is a `Said`: its English template is the
key under which a language keeps its own.
"""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from repdiff.model.document import Document
from repdiff.model.links import Kind, Shape
from repdiff.model.said import Said
from repdiff.model.texts import Role
from repdiff.model.view import View
from repdiff.report.words.chinese import SAID

_SAMPLE = 2_000  # characters, spread over a text, that show its language
_HAN = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
_KANA = (("\u3041", "\u30fa"),)
_JAPANESE = 0.1  # kana per ideograph from which a text is Japanese: Chinese quotes a word of it at most


class Phrases(NamedTuple):
    """The words of one language. Names in braces are the placeholders of a phrase; both languages have the same ones."""

    lang: str
    old: str
    new: str
    side: str
    summary: str
    no_commitments: str
    no_difference: str
    nothing_shown: str
    of_these: str
    of_these_moved: str
    of_these_unsure: str
    most_changed: str
    change: str
    comma: str
    aside: str
    name: str
    note: str
    marks: str
    signs: tuple[str, str, str, str]
    mark_delete: str
    mark_insert: str
    mark_move: str
    commitments: str
    others: str
    columns: tuple[str, str, str, str, str, str, str]
    kinds: Mapping[Kind, str]
    shapes: Mapping[Shape, str]
    roles: Mapping[Role, str]
    nouns: Mapping[str, tuple[str, str]]
    moved_from: str
    moved: str
    opening: str
    section_was: str
    section_new: str
    section_dropped: str
    section_moved: str
    unchanged: str
    reason: str
    decided_wrong: str
    outline_head: str
    said: Mapping[str, str]


ENGLISH: Final = Phrases(
    lang="en",
    old="old",
    new="new",
    side="{year}",
    summary=(
        "Of {commitments} of {old}, {identical} unchanged{identical_moved}, {reworded} reworded{reworded_moved}, "
        "{dropped} dropped; {added} new in {new}."
    ),
    no_commitments="No commitments were found in {old}; {added} in {new}.",
    no_difference="No differences: all {count} sentences of {old} stand unchanged in {new}.",
    nothing_shown="Nothing to show under these filters.",
    of_these=" ({parts})",
    of_these_moved="{count} moved",
    of_these_unsure="{count} of low confidence",
    most_changed="Most changed",
    change="{count} {kind}",
    comma=", ",
    aside="({text})",
    name="{name}: ",
    note="note: ",
    marks="marks: ",
    signs=("~ reworded", "+ added", "- dropped", "> moved"),
    mark_delete="[-words dropped-]",
    mark_insert="{+words added+}",
    mark_move="[>words moved>] {>words moved>}",
    commitments="commitments",
    others="other sentences",
    columns=("unchanged", "reworded", "moved", "split", "merged", "dropped", "added"),
    kinds={Kind.IDENTICAL: "unchanged", Kind.REWORDED: "reworded", Kind.DROPPED: "dropped", Kind.ADDED: "added"},
    shapes={
        Shape.ONE: "",
        Shape.SPLIT: "split in {count}",
        Shape.MERGED: "merged from {count}",
        Shape.REGROUPED: "{old} old sentences share their content with {count} new ones",
    },
    roles={
        Role.HEADING: "heading",
        Role.COMMITMENT: "commitment",
        Role.STATEMENT: "statement",
        Role.FORMULA: "formula",
    },
    nouns={
        "heading": ("{count} heading", "{count} headings"),
        "sentence": ("{count} sentence", "{count} sentences"),
        "commitment": ("{count} commitment", "{count} commitments"),
    },
    moved_from="moved from {place}",
    moved="moved",
    opening="(opening)",
    section_was="was: {title}",
    section_new="new section",
    section_dropped="only in {old}",
    section_moved="section moved",
    unchanged="… {count} unchanged",
    reason="why paired: {reason} (score {score:.2f})",
    decided_wrong="decided by a person: not to be paired with {place} “{text}”",
    outline_head="{name}: {headings}, {sentences} ({commitments})",
    said={},
)

CHINESE: Final = Phrases(
    lang="zh",
    old="旧版",
    new="新版",
    side="{year}年",
    summary=(
        "{old}的{commitments}中，未变{identical}项{identical_moved}，改写{reworded}项{reworded_moved}，"
        "删除{dropped}项；{new}新增{added}项。"
    ),
    no_commitments="{old}未发现承诺；{new}有{added}项。",
    no_difference="没有差异：{old}的{count}个句子在{new}中全部未变。",
    nothing_shown="按所选条件没有可显示的内容。",
    of_these="（其中{parts}）",
    of_these_moved="移动{count}项",
    of_these_unsure="把握较低{count}项",
    most_changed="改动最多的部分",
    change="{kind}{count}",
    comma="，",
    aside="（{text}）",
    name="{name}：",
    note="注：",
    marks="标记：",
    signs=("~ 改写", "+ 新增", "- 删除", "> 移动"),
    mark_delete="[-删去的词-]",
    mark_insert="{+增加的词+}",
    mark_move="[>移动的词>] {>移动的词>}",
    commitments="承诺",
    others="其他句子",
    columns=("未变", "改写", "移动", "拆分", "合并", "删除", "新增"),
    kinds={Kind.IDENTICAL: "未变", Kind.REWORDED: "改写", Kind.DROPPED: "删除", Kind.ADDED: "新增"},
    shapes={
        Shape.ONE: "",
        Shape.SPLIT: "拆分为{count}句",
        Shape.MERGED: "由{count}句合并",
        Shape.REGROUPED: "旧版{old}句与新版{count}句内容交错",
    },
    roles={Role.HEADING: "标题", Role.COMMITMENT: "承诺", Role.STATEMENT: "陈述", Role.FORMULA: "套语"},
    nouns={
        "heading": ("{count}个标题", "{count}个标题"),
        "sentence": ("{count}个句子", "{count}个句子"),
        "commitment": ("{count}项承诺", "{count}项承诺"),
    },
    moved_from="移自“{place}”",
    moved="移动",
    opening="（开头）",
    section_was="原题：{title}",
    section_new="新增章节",
    section_dropped="仅见于{old}",
    section_moved="章节移动",
    unchanged="……{count}处未变",
    reason="配对依据：{reason}（可信度{score:.2f}）",
    decided_wrong="人工判定：与{place}“{text}”不对应",
    outline_head="{name}：{headings}，{sentences}（其中{commitments}）",
    said=SAID,
)

LANGUAGES: Final = {"en": ENGLISH, "zh": CHINESE}


def phrases_for(view: View, *documents: Document) -> Phrases:
    """The words of the view's language; where it names none, those of the language that the documents are in."""
    return LANGUAGES[view.lang or language_of(*documents)]


def phrases_for_texts(view: View, texts: Iterable[str]) -> Phrases:
    """The same for texts that are no documents: most of their letters decide."""
    return LANGUAGES[view.lang or ("zh" if _is_chinese("\n".join(texts)) else "en")]


def language_of(*documents: Document) -> str:
    """`zh` when most letters of every document are Han and it is not Japanese, else `en`."""
    return "zh" if documents and all(_is_chinese(document.source.text) for document in documents) else "en"


def _is_chinese(text: str) -> bool:
    letters = [char for char in text[:: max(1, len(text) // _SAMPLE)] if char.isalpha()]
    han, kana = (sum(a <= char <= b for char in letters for a, b in ranges) for ranges in (_HAN, _KANA))
    return 2 * han > len(letters) and kana < _JAPANESE * han


def counted(words: Phrases, count: int, noun: str) -> str:
    """`1 heading`, `2 headings`: the number with its noun, one of the keys of `nouns`."""
    one, more = words.nouns[noun]
    return (one if count == 1 else more).format(count=count)


def say(text: str, words: Phrases) -> str:
    """What a stage said, in the language of the report; a text that was not said by a stage stays as it is."""
    if not isinstance(text, Said):
        return text
    values = {name: say(value, words) if isinstance(value, str) else value for name, value in text.values.items()}
    return words.said.get(text.template, text.template).format(**values)
