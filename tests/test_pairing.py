"""What a reader notices of the pairing: what stands beside what, and what is said to have moved, split or gone."""

import importlib.util
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import repdiff
from repdiff import Comparison, Kind, Op, Options, RepdiffError, Role, Shape, Source
from repdiff.pair.choose import Costs, choose
from repdiff.renderers import Format, render

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SHARED = ROOT.parent / "shared"

PLAN = """一、推动工业转型
加快建设智能工厂，新增技改项目五十个，规模以上工业增加值增长7%以上。
落实企业减税降费政策，为中小企业减负三亿元。
二、繁荣文化旅游
修复明代古城墙东段，建成沿河文化步道。
举办国际陶瓷博览会，吸引海外游客十万人次。
三、改善城乡民生
新建改扩建幼儿园二十所，新增学位六千个，并为山区小学配齐音乐美术教师。
改造老旧小区八十个，惠及居民一万二千户。
完善社区养老服务，建成日间照料中心十五处。
"""


def source(text: str, name: str = "plan.txt") -> Source:
    return Source(name, text)


def compare(old: str, new: str, options: Options | None = None) -> Comparison:
    return repdiff.compare(source(old, "old.txt"), source(new, "new.txt"), options)


def partners(comparison: Comparison, fragment: str) -> list[str]:
    """The new sentences linked to the one old sentence that holds the fragment."""
    (old,) = [s.id for s in comparison.old.sentences if fragment in comparison.old.text(s.id)]
    return [comparison.new.text(link.new) for link in comparison.links if link.old == old]


def group_of(comparison: Comparison, fragment: str) -> repdiff.Group:
    """The one group with an old sentence that holds the fragment."""
    (group,) = [g for g in comparison.groups if any(fragment in comparison.old.text(i) for i in g.old)]
    return group


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_report_beside_itself_has_no_change(path: Path) -> None:
    read = repdiff.read(path)
    comparison = repdiff.compare(read, read)
    assert (comparison.dropped, comparison.added) == ((), ())
    assert [(link.old, link.new) for link in comparison.links] == [(s.id, s.id) for s in comparison.old.sentences]
    assert {link.kind for link in comparison.links} == {Kind.IDENTICAL}
    assert not any(link.moved for link in comparison.links)
    assert not any(link.moved or link.renamed for link in comparison.section_links)


MIRRORED_PAIRS = [
    ("xuchang-2020", "xuchang-2021"),
    ("huiji-2022", "xuchang-2021-goals"),
    ("xuchang-2022-review", "changge-2020"),
]


@pytest.mark.parametrize(("one", "other"), MIRRORED_PAIRS)
def test_the_other_direction_is_the_mirror(one: str, other: str) -> None:
    old, new = (repdiff.read(ROOT / "seeds" / f"{name}.txt") for name in (one, other))
    there, back = repdiff.compare(old, new), repdiff.compare(new, old)
    assert (there.dropped, there.added) == (back.added, back.dropped)
    assert links(there) == {(new, old, *rest) for old, new, *rest in links(back)}
    sections = {(link.old, link.new, link.score, link.moved, link.renamed) for link in there.section_links}
    assert sections == {(link.new, link.old, link.score, link.moved, link.renamed) for link in back.section_links}
    mirrored = {(g.new, g.old, g.kind, turned(g.shape), g.moved, changed(g, swap=True)) for g in back.groups}
    assert {(g.old, g.new, g.kind, g.shape, g.moved, changed(g)) for g in there.groups} == mirrored


def links(comparison: Comparison) -> set[tuple[Any, ...]]:
    return {(k.old, k.new, k.kind, k.moved, k.score, k.reason) for k in comparison.links}


def turned(shape: Shape) -> Shape:
    return {Shape.SPLIT: Shape.MERGED, Shape.MERGED: Shape.SPLIT}.get(shape, shape)


def changed(group: repdiff.Group, swap: bool = False) -> tuple[frozenset[int], frozenset[int]]:
    """Where old text is marked as changed and where new text is: offsets, whatever the order of the edits."""
    old = frozenset(i for e in group.edits if e.op in (Op.DELETE, Op.MOVE_FROM) for i in range(*e.old))
    new = frozenset(i for e in group.edits if e.op in (Op.INSERT, Op.MOVE_TO) for i in range(*e.new))
    return (new, old) if swap else (old, new)


FULL_TO_HALF = str.maketrans("，：（）％", ",:()%")
SAME_TEXT = {
    "half-width punctuation": PLAN.translate(FULL_TO_HALF),
    "full-width digits": PLAN.translate(str.maketrans("7%", "７％")),
    "blanks between words": PLAN.replace("，", "， ").replace("建设", "建设 "),
    "other line ends": PLAN.replace("\n", "\n\n"),
}


@pytest.mark.parametrize("variant", SAME_TEXT.values(), ids=SAME_TEXT.keys())
def test_widths_blanks_and_punctuation_are_no_difference(variant: str) -> None:
    comparison = compare(PLAN, variant)
    assert (comparison.dropped, comparison.added) == ((), ())
    assert {link.kind for link in comparison.links} == {Kind.IDENTICAL}
    assert not any(link.moved for link in comparison.links)


def test_a_commitment_with_a_new_number_stays_one_commitment() -> None:
    comparison = compare(PLAN, PLAN.replace("7%", "7.5%").replace("五十个", "六十个"))
    assert [link.kind for link in comparison.links].count(Kind.REWORDED) == 1
    group = group_of(comparison, "智能工厂")
    shown = [(e.op, comparison.old.source.quote(e.old), comparison.new.source.quote(e.new)) for e in group.edits]
    assert any(op is Op.DELETE and "7%" in old for op, old, _ in shown), shown
    assert any(op is Op.INSERT and "7.5%" in new for op, _, new in shown), shown


def test_a_commitment_in_another_section_is_found_as_moved() -> None:
    lines = PLAN.splitlines()
    wall = next(line for line in lines if "古城墙" in line)
    rest = [line for line in lines if line != wall]
    comparison = compare(PLAN, "\n".join([*rest, wall]) + "\n")
    (moved,) = [link for link in comparison.links if comparison.old.text(link.old) == wall]
    assert moved.moved
    assert moved.kind is Kind.IDENTICAL
    assert comparison.new.text(moved.new) == wall
    assert (comparison.dropped, comparison.added) == ((), ())


def test_what_is_gone_is_dropped_and_what_is_new_is_added() -> None:
    gone, come = "落实企业减税降费政策，为中小企业减负三亿元。", "开通直飞欧洲的货运航班，每周两班往返。"
    comparison = compare(PLAN, PLAN.replace(gone, come))
    assert [comparison.old.text(i) for i in comparison.dropped] == [gone]
    assert [comparison.new.text(i) for i in comparison.added] == [come]


def test_one_sentence_that_became_two_is_a_split() -> None:
    whole = "新建改扩建幼儿园二十所，新增学位六千个，并为山区小学配齐音乐美术教师。"
    parts = "新建改扩建幼儿园二十所，新增学位六千个。\n为山区小学配齐音乐美术教师。"
    comparison = compare(PLAN, PLAN.replace(whole, parts))
    group = group_of(comparison, "幼儿园")
    assert group.shape is Shape.SPLIT
    assert [comparison.new.text(i) for i in group.new] == parts.splitlines()
    assert (comparison.dropped, comparison.added) == ((), ())
    back = compare(PLAN.replace(whole, parts), PLAN)
    assert group_of(back, "幼儿园").shape is Shape.MERGED


def test_a_reworded_part_of_a_split_is_no_rival_of_the_other_part() -> None:
    whole = "新建改扩建幼儿园二十所，新增学位六千个，并为山区小学配齐音乐美术教师。"
    kindergartens = "新建改扩建幼儿园二十所，新增公办学位六千五百个，让孩子就近入园。"
    teachers = "为山区小学、教学点逐步配齐音乐、美术和体育教师。"
    new = PLAN.replace(whole, f"{kindergartens}\n选派优秀教师到乡村支教。\n{teachers}")
    comparison = compare(PLAN, new)
    assert partners(comparison, "幼儿园") == [kindergartens, teachers]
    assert [comparison.new.text(i) for i in comparison.added] == ["选派优秀教师到乡村支教。"]


def test_the_plan_of_a_year_answers_to_the_plan_not_to_the_review_or_the_outlook_beside_it() -> None:
    comparison = repdiff.compare(*(repdiff.read(ROOT / "seeds" / f"xuchang-{year}.txt") for year in (2020, 2021)))
    plan = [
        below
        for link in comparison.links
        if "重点任务" in chapter(comparison.old, link.old)
        for below in [chapter(comparison.new, link.new)]
    ]
    assert len(plan) > 100
    assert sum("重点工作" in below for below in plan) >= 0.98 * len(plan)


def chapter(document: repdiff.Document, sentence: int) -> str:
    """The title of the section numbered 一、二、三、 around a sentence; empty where there is none."""
    section = document.sections[document.sentences[sentence].section]
    while section.title[1:2] != "、":
        if section.parent is None:
            return ""
        section = document.sections[section.parent]
    return section.title


def test_repeated_lines_pair_with_their_own_counterparts() -> None:
    salute = "各位代表！"
    text = PLAN.replace("二、", f"{salute}\n二、").replace("三、", f"{salute}\n三、") + salute + "\n"
    comparison = compare(text, text.replace("三亿元", "四亿元"))
    repeated = [s.id for s in comparison.old.sentences if comparison.old.text(s.id) == salute]
    assert len(repeated) == 3
    assert [(k.old, k.new) for k in comparison.links if k.old in repeated] == [(i, i) for i in repeated]
    assert not any(k.moved for k in comparison.links)


def test_what_sounds_alike_is_not_the_same_commitment() -> None:
    old = "一、产业\n加快发展现代工业，建设智能工厂十家。\n加快发展现代农业，建设高标准农田二十万亩。\n"
    new = "一、产业\n加快发展现代农业，建设高标准农田三十万亩。\n加快发展现代工业，建设智能工厂十五家。\n"
    comparison = compare(old, new)
    assert [text[:8] for text in partners(comparison, "现代工业")] == ["加快发展现代工业"]
    assert [text[:8] for text in partners(comparison, "现代农业")] == ["加快发展现代农业"]


def test_a_renamed_section_keeps_its_partner() -> None:
    comparison = compare(PLAN, PLAN.replace("二、繁荣文化旅游", "二、打造文旅名城"))
    titles = {s.title: s.id for s in comparison.old.sections}
    (link,) = [k for k in comparison.section_links if k.old == titles["二、繁荣文化旅游"]]
    assert comparison.new.sections[link.new].title == "二、打造文旅名城"
    assert link.renamed
    assert not link.moved


def test_english_moves_and_rewords_too() -> None:
    old = (
        "1. Transport\nWe will extend the tram line to the harbour by 2026.\nWe will build 40 km of cycle lanes.\n"
        "2. Housing\nThe council will renovate 500 homes owned by the city.\nTwo shelters will open before winter.\n"
    )
    new = (
        "1. Transport\nWe will build 55 km of cycle lanes.\n"
        "2. Housing\nThe council will renovate 650 homes owned by the city.\nTwo shelters will open before winter.\n"
        "We will extend the tram line to the harbour by 2026.\n"
    )
    comparison = compare(old, new)
    assert partners(comparison, "cycle lanes") == ["We will build 55 km of cycle lanes."]
    assert partners(comparison, "renovate") == ["The council will renovate 650 homes owned by the city."]
    assert [comparison.old.text(k.old) for k in comparison.links if k.moved] == [
        "We will extend the tram line to the harbour by 2026."
    ]


def test_every_link_gives_a_score_and_a_reason() -> None:
    old, new = (repdiff.read(ROOT / "seeds" / f"xuchang-{year}.txt") for year in (2020, 2021))
    comparison = repdiff.compare(old, new)
    assert comparison.links
    assert all(link.reason for link in comparison.links)
    assert all(0 <= link.score <= 1 for link in comparison.links)


def test_a_stricter_threshold_gives_no_weaker_links() -> None:
    old, new = (repdiff.read(ROOT / "seeds" / f"xuchang-{year}.txt") for year in (2020, 2021))
    strict = repdiff.compare(old, new, Options(link=0.8))
    loose = repdiff.compare(old, new)
    headings = {s.id for s in strict.old.sentences if s.role is Role.HEADING}  # these are linked as their sections are
    assert 0 < len(strict.links) < len(loose.links)
    assert all(link.score >= 0.8 for link in strict.links if link.old not in headings)


def test_section_narrows_to_what_stands_under_matching_headings() -> None:
    comparison = compare(PLAN, PLAN.replace("十万人次", "二十万人次"), Options(section="文化旅游"))
    kept = [comparison.old.text(s.id) for s in comparison.old.sentences]
    assert kept == PLAN.splitlines()[3:6]
    assert [comparison.old.source.quote(s.heading) for s in comparison.old.sections] == ["二、繁荣文化旅游"]
    assert len([k for k in comparison.links if k.kind is Kind.REWORDED]) == 1


def test_a_section_that_is_nowhere_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(RepdiffError, match="no heading contains '渔业'") as caught:
        compare(PLAN, PLAN, Options(section="渔业"))
    assert "outline" in caught.value.hint


def test_texts_with_nothing_in_common_are_dropped_and_added() -> None:
    comparison = compare("修建水库三座。\n", "Two shelters will open before winter.\n")
    assert (comparison.links, comparison.dropped, comparison.added) == ((), (0,), (0,))


PAIRS = st.dictionaries(st.tuples(st.integers(0, 2), st.integers(0, 2)), st.integers(0, 20), min_size=1, max_size=7)


@settings(max_examples=60, deadline=None)
@given(pairs=PAIRS, first=st.sampled_from([0.0, 0.3]), further=st.sampled_from([0.05, 0.2]))
def test_the_choice_of_links_is_the_best_one(pairs: dict[tuple[int, int], int], first: float, further: float) -> None:
    rows, cols = [row for row, _ in pairs], [col for _, col in pairs]
    worth = [points / 20 for points in pairs.values()]
    costs = Costs(first=first, further=further)

    def total(chosen: Sequence[int]) -> float:
        gain = sum(worth[k] - first for k in chosen)
        return gain - sum(steps(ends, chosen, further) for ends in (rows, cols))

    best = max(total(chosen) for n in range(len(worth) + 1) for chosen in combinations(range(len(worth)), n))
    chosen = choose(rows, cols, worth, costs)
    assert list(chosen) == sorted(set(chosen))
    assert total(chosen) == pytest.approx(best, abs=1e-6)


def steps(ends: Sequence[int], chosen: Sequence[int], further: float) -> float:
    """What further partners cost: the second one step, the third two, every later one three."""
    partners_of = [[ends[k] for k in chosen].count(end) for end in {ends[k] for k in chosen}]
    return further * sum(min(nth, 3) for count in partners_of for nth in range(count))


@settings(max_examples=30, deadline=None)
@given(pairs=PAIRS)
def test_the_choice_does_not_depend_on_the_order_of_the_pairs(pairs: dict[tuple[int, int], int]) -> None:
    items = [(*ends, points / 20 + 0.0001 * (3 * ends[0] + ends[1]) ** 2) for ends, points in pairs.items()]
    found = []
    for order in list(permutations(items))[:3]:
        rows, cols, worth = zip(*order, strict=True)
        found.append({order[k] for k in choose(rows, cols, worth, Costs(0.3, 0.05))})
    assert found.count(found[0]) == len(found)


@cache
def gold_scores(name: str) -> dict[str, dict[str, float]]:
    """What the scorer beside the repository says about a comparison of the two files of a gold alignment."""
    gold_file, scorer = SHARED / "gold" / f"{name}.json", SHARED / "bench" / "score.py"
    if not gold_file.exists() or not scorer.exists():
        pytest.skip("the hand alignments (../shared) do not lie beside this repository")
    spec = importlib.util.spec_from_file_location("score", scorer)
    assert spec
    assert spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    old, new = (repdiff.read(SHARED / gold[side]) for side in ("old", "new"))
    report = json.loads(render(repdiff.compare(old, new), Format.JSON))
    figures: dict[str, dict[str, float]] = score.score(gold, report, old.text, new.text)[0]
    return figures


# F1 of the links of each pair as measured, less half a hundredth: what is published must not get worse unseen.
FLOORS = {
    "xuchang-2020-2021": 0.920,
    "national-2021-2022": 0.936,
    "zhejiang-2025-2026": 0.917,
    "tiktok-privacy-2023-2024": 0.991,
    "essays-1": 0.966,
    "essays-2": 0.965,
    "essays-3": 0.989,
    "essays-4": 0.979,
    "plain-german-1": 0.921,
    "plain-german-2": 0.971,
    "plain-german-3": 0.995,
    "plain-german-4": 0.995,
    "plain-german-5": 0.940,
    "plain-german-6": 0.966,
}


@pytest.mark.parametrize(("name", "least"), FLOORS.items(), ids=FLOORS.keys())
def test_a_hand_alignment_is_found_again(name: str, least: float) -> None:
    assert gold_scores(name)["links"]["f1"] >= least


@pytest.mark.parametrize("name", ["xuchang-2020-2021", "national-2021-2022", "zhejiang-2025-2026"])
def test_headings_and_sections_of_reports_are_found_again(name: str) -> None:
    figures = gold_scores(name)
    assert figures["headings_old"]["f1"] >= 0.958
    assert figures["headings_new"]["f1"] >= 0.985
    assert figures["section_links"]["f1"] >= 0.954


def test_roles_by_hand_are_found_again() -> None:
    assert gold_scores("xuchang-2020-2021")["roles"]["agreement"] >= 0.978


def test_the_name_of_a_file_decides_nothing() -> None:
    one = repdiff.compare(source(PLAN, "a.txt"), source(PLAN[40:], "b.txt"))
    other = repdiff.compare(source(PLAN, "x.txt"), source(PLAN[40:], "y.txt"))
    renamed = replace(one, old=other.old, new=other.new)
    assert renamed == other
