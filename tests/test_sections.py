"""Sections as a reader of the outline sees them: case files, the laws of cutting, variants, cost, hand outlines."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repdiff.cut.paragraphs import cut_paragraphs
from repdiff.cut.sections import cut_sections
from repdiff.files.request import Request
from repdiff.model.texts import Section, Source
from repdiff.sources.markdown import read_markdown

HERE = Path(__file__).parent
CASES = sorted(p for p in (HERE / "cases" / "headings").iterdir() if p.suffix in (".txt", ".md") and p.stem != "README")
SEEDS = sorted((HERE.parent / "seeds").glob("*.txt"))
SHARED = HERE.parent.parent / "shared"
GOLD = ("xuchang-2020-2021", "national-2021-2022", "zhejiang-2025-2026", "tiktok-privacy-2023-2024")
BLANK = re.compile(r"[\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*")
FULL, HALF = "，：；（）！？", ",:;()!?"
PIECES = st.sampled_from(
    [
        "一、工作回顾\n",
        "（一）稳增长。",
        "加快发展现代工业。",
        "今年要抓好项目建设，完成投资五十亿元。",
        "\n",
        "\n\n",
        " ",
        "　　",
        "\u200b",
        "1.",
        "# A\n",
        "**Bold.** ",
        "- ",
        "---\n",
        "==\n",
        "第一条",
        "Part II\n",
        "Plain Title\n\n",
        "●",
        "(",
        "。",
        "——成绩显著。",
        "| a | b |\n",
        "```\n",
        "7.5%",
        "各位代表！",
        "三是推动绿色发展。",
    ]
)


def cut(text: str) -> tuple[Section, ...]:
    return cut_sections(Source("x", text))


def shown(text: str) -> list[str]:
    return [f"{s.level} {s.title}".strip() for s in cut(text)]


def titles(text: str) -> list[str]:
    even = str.maketrans(FULL, HALF)
    return [re.sub(r"[\W_]", "", s.title.translate(even)) for s in cut(text) if s.level]


def passages(text: str) -> list[int | None]:
    return [s.parent for s in cut(text) if not s.level]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case_file(path: Path) -> None:
    text, outline = read(path).split("=== outline\n")
    source = read_markdown(text.encode(), Request("x")) if path.suffix == ".md" else Source("x", text)
    found = [f"{s.level} {s.title}".strip() for s in cut_sections(source)]
    assert [line for line in found if line != "0"] == [line for line in outline.splitlines() if line != "0"]
    if "0" in outline.splitlines():
        assert found[0] == "0"


def obeys_the_laws(text: str) -> None:
    sections = cut(text)
    assert "".join(text[s.span.start : s.span.end] for s in sections) == text
    for at, section in enumerate(sections):
        assert section.id == at
        assert section.span.start <= section.heading.start <= section.heading.end <= section.span.end
        assert (section.level == 0) == (section.heading.start == section.heading.end) == (section.style == "")
        assert section.level or not section.title
        if section.parent is not None:
            assert section.parent < at
            assert (
                sections[section.parent].level == section.level - 1 if section.level else sections[section.parent].level
            )
        elif at:
            assert section.level == 1
    end = 0
    for start, stop in cut_paragraphs(text):
        assert start < stop
        assert BLANK.fullmatch(text[end:start])
        assert not text[start].isspace()
        assert not text[stop - 1].isspace()
        end = stop
    assert BLANK.fullmatch(text[end:])


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_sections_and_paragraphs_lose_nothing(text: str) -> None:
    obeys_the_laws(text)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_cut(text: str) -> None:
    obeys_the_laws(text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_seed_obeys_the_laws_and_keeps_its_outline_in_other_shapes(path: Path) -> None:
    text = read(path)
    obeys_the_laws(text)
    expected = titles(text)
    untitled = passages(text)
    folded = "\n".join(text[at : at + 40] for at in range(0, len(text), 40))
    obeys_the_laws(folded)
    assert titles(folded) == expected
    assert passages(folded) == untitled
    assert titles(re.sub("(.{40})", r"\1\n", text)) == expected
    assert titles(text.translate(str.maketrans(FULL, HALF))) == expected
    assert passages(text.translate(str.maketrans(FULL, HALF))) == untitled
    assert titles(text.translate(str.maketrans(HALF, FULL))) == expected


def test_wrapped_lines_make_one_paragraph() -> None:
    text = "●加快推进一体化建设，市域铁路即将建成，产业带发展规划获\n批，成为都市圈的核心区\n●另外一项，已经完成"
    assert [text[a:b].replace("\n", "") for a, b in cut_paragraphs(text)] == text.replace("获\n", "获").split("\n")


def test_run_in_headings_of_a_report_on_one_line() -> None:
    found = titles(read(HERE.parent / "seeds" / "xuchang-2020.txt"))
    assert {"加快发展现代农业", "维护社会稳定", "决战决胜脱贫攻坚"} <= set(found)
    assert "加强传统村落保护提升" not in found


@pytest.mark.parametrize(
    "text",
    [
        "a" * 500_000,
        "发展" * 250_000,
        "发展。" * 100_000,
        "\n" * 100_000,
        "1234567890" * 50_000,
        "(" * 100_000,
        "加快发展。" * 30_000,
        "**a" * 50_000,
        "一、" * 50_000,
        " " * 200_000 + "x",
        "#" * 100_000,
        ("x" + " " * 300) * 1000,
        "\u200b\n" * 30_000,
    ],
    ids=lambda t: repr(t[:8]),
)
def test_cost_grows_with_length_only(text: str) -> None:
    # Whatever grew with the square of these lengths would not end.
    sections = cut(text)
    assert sections[0].span.start == 0
    assert max(section.span.end for section in sections) == len(text)


def overlap(one: list[int], two: list[int]) -> bool:
    return min(one[1], two[1]) - max(one[0], two[0]) >= 0.5 * min(one[1] - one[0], two[1] - two[0])


@pytest.mark.skipif(not (SHARED / "bench" / "score.py").exists(), reason="the hand alignments are not here")
@pytest.mark.parametrize("name", GOLD)
def test_headings_of_the_hand_alignments(name: str) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("score", SHARED / "bench" / "score.py")
    assert spec
    assert spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold = json.loads(read(SHARED / "gold" / f"{name}.json"))
    texts = {side: read(SHARED / gold[side]) for side in ("old", "new")}
    found = {
        side: [{"id": s.id, "title": s.title, "level": s.level, "span": list(s.heading)} for s in cut(texts[side])]
        for side in texts
    }
    figures = score.score(gold, {"links": [], "sections": found, "section_links": []}, texts["old"], texts["new"])[0]
    assert figures["headings_old"]["f1"] >= 0.96
    assert figures["headings_new"]["f1"] >= 0.96


@pytest.mark.skipif(not (SHARED / "gold" / "outlines.json").exists(), reason="the hand outlines are not here")
def test_hand_outlines() -> None:
    for name, wanted in json.loads(read(SHARED / "gold" / "outlines.json")).items():
        found = [list(s.heading) for s in cut(read(SHARED / name)) if s.level]
        missed = [h["title"] for h in wanted if not any(overlap(h["span"], f) for f in found)]
        false = [f for f in found if not any(overlap(h["span"], f) for h in wanted)]
        assert len(missed) <= (2 if "review" in name else 0), missed
        assert len(false) <= 1
