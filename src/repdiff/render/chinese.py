"""The Chinese of every sentence that a stage says about what it found, under its English template."""

from typing import Final

SAID: Final = {
    # why two sentences or sections are paired
    "{what}; {place}": "{what}；{place}",
    "same text": "文字相同",
    "{kept} of {count} clauses reappear": "{count}个分句中有{kept}个再现",
    "1 of {count} clauses reappears": "{count}个分句中有1个再现",
    "shares “{run}”": "共有“{run}”",
    "few words in common": "共有的词很少",
    "same place in a paired section": "位于对应章节的同一位置",
    "in a paired section": "位于对应章节",
    "in another section": "位于其他章节",
    "between the same neighbours": "前后文相同",
    "among other neighbours": "前后文不同",
    "same title": "标题相同",
    "common content": "内容相同",
    "decided by a person": "人工判定",
    "decided by a person: {note}": "人工判定：{note}",
    # notes on the whole comparison
    "{name} was read as {encoding} (assumed from its bytes).": "{name}按{encoding}编码读取（由字节推断）。",
    "{name} was read as {encoding} (as given or marked).": "{name}按{encoding}编码读取（由选项或文件标记指定）。",
    "{name} has changed since {file} was written: decisions were looked up by their quotations.": (
        "{file}写成之后{name}已有改动，各条判定按引文重新查找。"
    ),
    "{file}, entry {number}, is stale and left out: “{quote}” is no longer in {name}.": (
        "{file}第{number}条已失效，未采用：{name}中已没有“{quote}”。"
    ),
    "{file}, entry {number}, contradicts an earlier entry on the same sentences and takes its place.": (
        "{file}第{number}条与前面对同一句子的判定矛盾，以第{number}条为准。"
    ),
    # why a sentence has its role
    "saying after a salutation": "称呼语之后的套语",
    "salutation": "称呼语",
    "no words": "没有文字",
    "page furniture": "网页附属文字",
    "ceremony": "礼仪用语",
    "transition": "过渡语",
    "slogan": "口号",
    "heading": "标题",
    "stands in a review": "位于工作回顾部分",
    "stands in a plan without a subject": "位于工作安排部分，没有主语",
    "modal: {words}": "情态词：{words}",
    "past result: {words}": "既往成果：{words}",
    "imperative: {words}": "行动动词：{words}",
    "target: {words}": "目标：{words}",
    "promise: {words}": "承诺用语：{words}",
    "own rule: {words}": "自定规则：{words}",
    "context: {words}": "背景：{words}",
    "guiding idea: {words}": "指导思想：{words}",
    "says what something is": "说明某事物是什么",
    "leaves it open: {words}": "未作承诺：{words}",
    "no promise in its words": "文字中没有承诺",
    # what became of a promise, and why
    "No {role} was recognised in {name}: every sentence of it was taken for one.": (
        "{name}中没有识别出{role}，其中每句话都按{role}处理。"
    ),
    "commitment": "承诺",
    "statement": "陈述",
    "no result speaks of it": "结果中没有提到",
    "the results say so without a number": "结果称已完成，但没有给出数字",
    "promised as growth, reported as a level ({unit}): the base is not stated here": (
        "承诺的是增幅，报告的是总量（{unit}），文中没有说明基数"
    ),
    "the only result in this unit beside it, but it is called by another name": "对应句中只有这一个同单位的数字，但指标名称不同",
    "the result speaks of another period": "结果说的是另一时期",
    "promised and reported for different levels or groups": "承诺与结果的级别或对象不同",
    "a total is reported, and what was promised does not say that it is one": "报告的是累计数，而承诺没有说明是累计数",
    "both sides name something that the other does not: the scope may differ": "两边各有对方没有提到的限定，范围可能不同",
    "the result counts a narrower part of what was promised": "结果只统计了所承诺的一部分",
    "{before} before, {more} more: {total}": "原有{before}，新增{more}，共{total}",
    "a total was promised, an increase is reported": "承诺的是总量，报告的是增量",
    "{result} against {promise}": "实际{result}，目标{promise}",
    "{what}: whether that is still about the target is open": "{what}，是否仍算“左右”难以断定",
    "{what}: whether more or less is better is not said": "{what}，文中没有说明以高为好还是以低为好",
}
