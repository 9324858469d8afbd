"""Sentences: case files that a person can read, laws for any text, and how well hand annotators are met."""

import json
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repdiff.cut.sentences import cut_sentences, split
from repdiff.model.texts import Role, Section, Source, Span

CASES = sorted((Path(__file__).parent / "cases" / "sentences").glob("*.txt"))
SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
GOLD = Path(__file__).parents[2] / "shared" / "gold"
BLANK = set(
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u202a\u202b\u202c\u202d\u202e"
)

MARKS = "。！？；….!?\"'“”‘’「」（）()«»：，,; \n\u200b\u3000"
texts = st.text(
    st.one_of(st.sampled_from(MARKS), st.sampled_from("中国年a Bz.1 2ｎＡ😀é*#-"), st.characters(codec="utf-8"))
)


def visible(text: str) -> str:
    return "".join(c for c in text if not c.isspace() and c not in BLANK)


def whole(text: str) -> tuple[Section, ...]:
    return (Section(0, 0, "", Span(0, 0), Span(0, len(text)), None, ""),)


def headed(text: str, *titles: str) -> tuple[Section, ...]:
    """Sections whose headings are `titles`, found in the text one after another."""
    starts = [text.index(title) for title in titles]
    ends = [*starts[1:], len(text)]
    return tuple(
        Section(i, 1, title, Span(start, start + len(title)), Span(start, end), None, "#")
        for i, (title, start, end) in enumerate(zip(titles, starts, ends, strict=True))
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_file(path: Path) -> None:
    text, expected = path.read_text(encoding="utf-8").split("\n----", 1)
    cuts = [text[span.start : span.end].replace("\n", "⏎") for span in split(text, 0, len(text))]
    assert cuts == expected.splitlines()[1:]


@given(texts)
def test_split_loses_nothing_and_keeps_order(text: str) -> None:
    spans = split(text, 0, len(text))
    assert visible("".join(text[s.start : s.end] for s in spans)) == visible(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(visible(text[s.start]) and visible(text[s.end - 1]) for s in spans)


@given(texts)
def test_no_fragment_without_letter_or_digit_stands_beside_a_sentence(text: str) -> None:
    spans = split(text, 0, len(text))
    assert len(spans) <= 1 or all(any(map(str.isalnum, text[s.start : s.end])) for s in spans)


@given(texts, st.integers(0, 30), st.integers(0, 30))
def test_split_depends_on_its_paragraph_alone(text: str, before: int, after: int) -> None:
    start, end = 1 + before, 1 + before + len(text)
    around = "“" + "字。" * before + text + "。”" * after
    start, end = 1 + 2 * before, 1 + 2 * before + len(text)
    assert split(around, start, end) == [Span(a + start, b + start) for a, b in split(text, 0, len(text))]


@settings(max_examples=60)
@given(texts)
def test_document_is_tiled(text: str) -> None:
    source = Source("any", text)
    sentences = cut_sentences(source, whole(text))
    assert visible("".join(source.quote(s.span) for s in sentences)) == visible(text)
    assert [s.id for s in sentences] == list(range(len(sentences)))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seed_is_tiled(path: Path) -> None:
    source = Source(path.name, path.read_text(encoding="utf-8-sig"))
    sentences = cut_sentences(source, whole(source.text))
    assert visible("".join(source.quote(s.span) for s in sentences)) == visible(source.text)


def test_heading_is_a_sentence_of_its_own() -> None:
    text = "开场白。\n\n## 一、回顾 ##\n完成了任务。\n\n计划\n====\n要再接再厉。"
    opening = Section(0, 0, "", Span(0, 0), Span(0, 6), None, "")
    review, plan = headed(text, "## 一、回顾", "计划")
    review = Section(1, 1, "一、回顾", Span(9, 13), review.span, None, "#")
    plan = Section(2, 1, "计划", plan.heading, plan.span, None, "#")
    sentences = cut_sentences(Source("a.md", text, "md"), (opening, review, plan))
    assert [(text[s.span.start : s.span.end], s.section, s.role is Role.HEADING) for s in sentences] == [
        ("开场白。", 0, False),
        ("## 一、回顾 ##", 1, True),
        ("完成了任务。", 1, False),
        ("计划\n====", 2, True),
        ("要再接再厉。", 2, False),
    ]


def test_heading_run_into_its_sentence_is_cut_off() -> None:
    text = "加快发展工业。推进智能化改造。“小巨人”企业新增10家。"
    section = Section(0, 1, "加快发展工业", Span(0, 6), Span(0, len(text)), None, "lead")
    sentences = cut_sentences(Source("a", text), (section,))
    assert [text[s.span.start : s.span.end] for s in sentences] == [
        "加快发展工业。",
        "推进智能化改造。",
        "“小巨人”企业新增10家。",
    ]


@pytest.mark.parametrize(
    "text",
    ["字" * 1_000_000, "。" * 1_000_000, "。 " * 300_000, "“（" * 300_000, "a. " * 300_000, "A.B" * 300_000],
    ids=["no mark", "only marks", "spaced marks", "unclosed", "initials", "no blank"],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    # Whatever grew with the square of these lengths would not end.
    spans = split(text, 0, len(text))
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")


@pytest.mark.skipif(not GOLD.is_dir(), reason="hand alignments are not here")
def test_borders_of_hand_annotators_are_met() -> None:
    found = wanted = invented = 0
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "sentences" not in gold or path.stem.startswith(
            "tiktok"
        ):  # there the headings are run in: not for `split` to find
            continue
        for side in ("old", "new"):
            text = (GOLD.parent / gold[side]).read_text(encoding="utf-8-sig")
            ours, theirs = borders(text, gold["scope"][side]), gold_borders(text, gold["sentences"][side])
            found, wanted = found + len(ours & theirs), wanted + len(theirs)
            invented += len(ours - theirs)
    assert found / wanted > 0.99
    assert invented / wanted < 0.002


def borders(text: str, scope: list[int]) -> set[int]:
    """Ends of our sentences, line by line, as counts of letters and digits before them."""
    letters = [0, *accumulate(map(str.isalnum, text))]
    ends, start = set(), 0
    for line in text.splitlines(keepends=True):
        ends |= {span.end for span in split(text, start, start + len(line))}
        start += len(line)
    return {letters[end] for end in ends if scope[0] < end <= scope[1]}


def gold_borders(text: str, sentences: list[list[int]]) -> set[int]:
    letters = [0, *accumulate(map(str.isalnum, text))]
    return {letters[end] for _, end in sentences}
