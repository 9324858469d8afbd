"""Roles: what promises, what reports, what does neither, in several languages; agreement with hand annotations."""

import json
from pathlib import Path

import pytest

from repdiff.cut.roles import assign_roles
from repdiff.cut.sections import cut_sections
from repdiff.cut.sentences import cut_sentences
from repdiff.model.texts import Role, Section, Source, Span

GOLD = Path(__file__).parents[2] / "shared" / "gold" / "xuchang-2020-2021.json"
SEEDS = Path(__file__).parents[1] / "seeds"


def role(sentence: str, heading: str = "") -> tuple[Role, str]:
    """The role of one sentence under one heading."""
    text = f"{heading}\n{sentence}"
    end = len(heading)
    section = Section(0, 1, heading, Span(0, end), Span(0, len(text)), None, "#")
    return assign_roles(Source("a", text), (section,), ((Span(end + 1, len(text)), 0),))[0]


COMMITMENTS = [
    ("推进智能化改造，新增试点10家。", "三、今年重点工作"),
    ("全市生产总值增长6%以上，粮食产量稳定在50万吨以上。", "主要预期目标"),
    ("要把就业放在首位。", ""),
    ("积极推動都市更新，興建社會住宅。", "二、重點工作"),
    ("抓好12个项目建设。", "2030年工作安排"),
    ("为老年人提供上门服务1万次。", "民生实事 目标任务"),
    ("■ 加 快 建 设 地 铁 三 号 线 。", "重点工作"),
    ("We will plant 5,000 trees by 2030.", ""),
    ("The council shall publish a report every year.", ""),
    ("We collect your e-mail address when you register.", "What we collect"),
    ("Acme does not sell your data.", ""),
    ("- Build 300 affordable homes", "Our priorities for next year"),
    ("Wir werden 300 Wohnungen bauen.", ""),
    ("Nous allons construire 300 logements.", "Priorités"),
    ("来年度は保育所を2か所整備します。", "来年度の目標"),
]
STATEMENTS = [
    ("推进智能化改造，新增试点10家。", "一、去年工作回顾"),
    ("城镇新增就业5万人，比上年增长3%。", ""),
    ("完成投资300亿元，必须承认来之不易。", "过去五年的成就"),
    ("2030年是实施新规划的开局之年。", "重点工作"),
    ("但发展不平衡的问题依然存在。", "总体要求"),
    ("总体要求是：以科学发展思想为指导，全面落实会议精神。", "二、今年总体要求和重点任务"),
    ("The city opened three schools last year.", ""),
    ("We will remember 2020: 300 homes were built.", "Review of the past year"),
    ("We may share your data with partners.", ""),
    ("Im Jahr 2023 wurden 300 Wohnungen gebaut.", ""),
    ("En 2023, 300 logements ont été construits.", "Bilan"),
    ("保育所を2か所整備しました。", "来年度の目標"),
]
FORMULAS = [
    ("各位代表！", "三、重点工作"),
    ("各位委员、同志们：", ""),
    ("重点抓好以下六个方面的工作。", "重点工作"),
    ("让我们携手并肩，为建设美好家园而努力奋斗！", "重点工作"),
    ("向全市人民表示衷心的感谢！", "去年工作回顾"),
    ("第 12 页 共 30 页", ""),
    ("- 7 -", ""),
    ("责任编辑：王某", ""),
    ("[Back to top](#top)", ""),
    ("Page 3 of 12", ""),
    ("Ladies and gentlemen,", ""),
    ("© 2024 Acme", ""),
    ("* * *", ""),
]


@pytest.mark.parametrize(("sentence", "heading"), COMMITMENTS)
def test_commitment(sentence: str, heading: str) -> None:
    assert role(sentence, heading)[0] is Role.COMMITMENT, role(sentence, heading)


@pytest.mark.parametrize(("sentence", "heading"), STATEMENTS)
def test_statement(sentence: str, heading: str) -> None:
    assert role(sentence, heading)[0] is Role.STATEMENT, role(sentence, heading)


@pytest.mark.parametrize(("sentence", "heading"), FORMULAS)
def test_formula(sentence: str, heading: str) -> None:
    assert role(sentence, heading)[0] is Role.FORMULA, role(sentence, heading)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [("要扩大就业。", "modal: 要"), ("推进改革。", "imperative: 推进"), ("各位代表！", "salutation")],
)
def test_evidence_is_named(sentence: str, why: str) -> None:
    assert role(sentence)[1] == why


def test_time_comes_from_the_outermost_heading() -> None:
    text = "一、去年工作回顾\n（一）全力抓好重点工作\n新建学校3所。\n二、今年工作安排\n（一）巩固成绩\n新建学校5所。"
    titles = [(0, 8, None), (9, 20, 0), (29, 37, None), (38, 45, 2)]
    ends = [9, 29, 38, len(text)]
    sections = tuple(
        Section(i, 1 if above is None else 2, text[a:b], Span(a, b), Span(a, end), above, "一、")
        for i, ((a, b, above), end) in enumerate(zip(titles, ends, strict=True))
    )
    bodies = [s for s in cut_sentences(Source("a", text), sections) if s.role is not Role.HEADING]
    assert [s.role for s in bodies] == [Role.STATEMENT, Role.COMMITMENT]


def test_document_title_does_not_decide_for_its_parts() -> None:
    text = "# 回顾上年 谋划重点工作\n## 上年\n新建学校3所，比上年多1所。\n## 今年承诺\n新建学校5所。"
    sections = cut_sections(Source("a.md", text, "md"))
    roles = [s.role for s in cut_sentences(Source("a.md", text, "md"), sections) if s.role is not Role.HEADING]
    assert roles == [Role.STATEMENT, Role.COMMITMENT]


def test_short_saying_after_a_salutation_is_a_formula() -> None:
    text = "重点工作\n各位代表！千里之行始于足下。推进改革。"
    section = Section(0, 1, "重点工作", Span(0, 4), Span(0, len(text)), None, "#")
    roles = [s.role for s in cut_sentences(Source("a", text), (section,))]
    assert roles == [Role.HEADING, Role.FORMULA, Role.FORMULA, Role.COMMITMENT]


def test_review_page_promises_nothing() -> None:
    source = Source("a", (SEEDS / "xuchang-2022-review.txt").read_text(encoding="utf-8-sig"))
    sentences = cut_sentences(source, cut_sections(source))
    assert not [source.quote(s.span) for s in sentences if s.role is Role.COMMITMENT]


@pytest.mark.skipif(not GOLD.is_file(), reason="hand alignments are not here")
def test_roles_agree_with_hand_annotation() -> None:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    right = total = 0
    for side in ("old", "new"):
        source = Source(side, (GOLD.parents[1] / gold[side]).read_text(encoding="utf-8-sig"))
        sentences = cut_sentences(source, cut_sections(source))
        for wanted in gold["roles"][side]:
            start, end = wanted["span"]
            best = max(sentences, key=lambda s: (min(s.span.end, end) - max(s.span.start, start), s.role))
            right, total = right + (best.role in wanted["roles"]), total + 1
    assert right / total >= 0.90
