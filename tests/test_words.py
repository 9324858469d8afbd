"""Words are cut whole, and a word diff reads as a person would mark it."""

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repdiff.model.links import Edit, Op
from repdiff.model.texts import Span
from repdiff.pair.words import diff_words
from repdiff.text import lexicon as lexicon_module
from repdiff.text.keys import key
from repdiff.text.lexicon import lexicon
from repdiff.text.words import cut_words

ROOT = Path(__file__).parent.parent
CASES = sorted((Path(__file__).parent / "cases" / "words").glob("*.txt"))
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
MARKS = {
    Op.EQUAL: "{}",
    Op.DELETE: "[-{}-]",
    Op.INSERT: "{{+{}+}}",
    Op.MOVE_FROM: "[<{}<]",
    Op.MOVE_TO: "{{>{}>}}",
}
OLD_SIDE = (Op.EQUAL, Op.DELETE, Op.MOVE_FROM)
NEW_SIDE = (Op.EQUAL, Op.INSERT, Op.MOVE_TO)
SWAPPED = {Op.DELETE: Op.INSERT, Op.MOVE_FROM: Op.MOVE_TO, Op.INSERT: Op.DELETE, Op.MOVE_TO: Op.MOVE_FROM}

phrases = st.sampled_from(
    [
        "加快发展",
        "现代农业",
        "改造老旧小区",
        "完善公共交通",
        "“四个一百”",
        "的",
        "和",
        "，",
        "。",
        "、",
        ",",
        ".",
        "-",
        "(",
        ")",
        "7%",
        "7.5%以上",
        "8",
        "9",
        "３",
        "30",
        "2020年",
        "the",
        "of",
        "schools",
        " ",
        "\n",
    ]
)
texts = st.lists(phrases, max_size=14).map("".join) | st.text(max_size=25)


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in cut_words(text)]


def marked(old: str, new: str, edits: tuple[Edit, ...]) -> str:
    if not edits:
        return "(two texts)"
    shown = ((e.op, old[slice(*e.old)] if e.op in (Op.DELETE, Op.MOVE_FROM) else new[slice(*e.new)]) for e in edits)
    return "".join(MARKS[op].format(text) for op, text in shown)


def check_laws(old: str, new: str, edits: tuple[Edit, ...]) -> None:
    assert "".join(old[slice(*e.old)] for e in edits if e.op in OLD_SIDE) == old
    assert "".join(new[slice(*e.new)] for e in edits if e.op in NEW_SIDE) == new
    for side, ops in (("old", OLD_SIDE), ("new", NEW_SIDE)):
        spans = [getattr(e, side) for e in edits if e.op in ops]
        assert all(one.end == other.start for one, other in pairwise(spans))
    assert all(key(old[slice(*e.old)]) == key(new[slice(*e.new)]) for e in edits if e.op is Op.EQUAL)
    assert all(one.op is not other.op for one, other in pairwise(edits) if one.op is Op.EQUAL)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_edits_read_as_a_person_would_mark_them(path: Path) -> None:
    old, new, expected = path.read_text("utf-8").splitlines()
    assert marked(old, new, diff_words(old, new)) == expected


@pytest.mark.parametrize(
    "quantity",
    [
        *re.findall(
            r"\S+",
            "7% 7.5％以上 不低于200亿元 约3,000.5亿元 ３，０００万元 6.5%－7% 1-2个 2020年至2025年 "
            "2020年5月31日 0.5个百分点 5万人以上 "
            "三千五百亿元 百分之五 两年以上 超过100家 第3次 第十三届 1.5万亿元 10元/人 "
            "-5% 500多公里 100億円以上 1,000억원 12:30",
        ),
        "at least 5%",
        "US$ 3 million",
        "up to 10 years",
        "3.000,5 Euro",
        "31 January 2021",
        "$1,250.50",
    ],
)
def test_a_quantity_is_one_word(quantity: str) -> None:
    assert quantity in words(f"完成{quantity}，")
    assert quantity in words(f"({quantity}) x")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增3天然气站", "新增|3|天然气|站"),
        ("附近3个", "附近|3个"),
        ("提高到8%", "提高|到|8%"),
        ("don't, state-of-the-art", "don't|,| |state-of-the-art"),
        ("见https://a.b/c?d=1，x.y@z.com", "见|https://a.b/c?d=1|，|x.y@z.com"),
        ("5G和PM2.5", "5G|和|PM2.5"),
        ("コンピューターを使う", "コンピューター|を|使|う"),
        ("हिन्दी भाषा", "हिन्दी| |भाषा"),
        ("", ""),
    ],
)
def test_words_of_many_scripts(text: str, expected: str) -> None:
    assert "|".join(words(text)) == expected


@given(texts)
def test_words_tile_the_text(text: str) -> None:
    assert "".join(words(text)) == text
    assert all(start < end for start, end in cut_words(text))


def test_seed_words_tile_the_text() -> None:
    for path in SEEDS:
        text = path.read_text("utf-8")
        assert "".join(words(text)) == text


def test_han_words_are_those_of_jieba(tmp_path: Path) -> None:
    import jieba

    jieba.setLogLevel(60)
    stock = jieba.Tokenizer()
    stock.tmp_dir = str(tmp_path)
    runs = {run for path in SEEDS for run in re.findall("[\u4e00-\u9fd5]+", path.read_text("utf-8"))}
    assert len(runs) > 1000
    assert [run for run in sorted(runs) if lexicon().cut(run) != stock.lcut(run)] == []


@given(texts, texts)
@settings(max_examples=300, deadline=None)
def test_edits_spell_both_sides_and_mirror(old: str, new: str) -> None:
    edits = diff_words(old, new, readable=0)
    check_laws(old, new, edits)
    mirror = diff_words(new, old, readable=0)
    assert sorted((SWAPPED.get(e.op, e.op), e.new, e.old) for e in mirror) == sorted(
        (e.op, e.old, e.new) for e in edits
    )


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(edit.op is Op.EQUAL for edit in diff_words(text, text))


def test_neighbouring_seed_sentences_keep_the_laws() -> None:
    lines = [re.split("(?<=。)", path.read_text("utf-8"))[:60] for path in SEEDS[:4]]
    for first, second in pairwise(lines):
        for old, new in zip(first, second, strict=False):
            check_laws(old, new, diff_words(old, new, readable=0))


def test_spans_are_shifted_to_the_source() -> None:
    plain = diff_words("增长7%。", "增长8%。", readable=0)
    shifted = diff_words("增长7%。", "增长8%。", readable=0, old_at=100, new_at=200)
    assert [(e.op, Span(e.old.start + 100, e.old.end + 100), e.new.end + 200) for e in plain] == [
        (e.op, e.old, e.new.end) for e in shifted
    ]


def run_cut(cache: Path) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys; from repdiff.text.words import cut_words; print(len(cut_words('全面贯彻党的十九大精神')));"
        "assert 'jieba' not in sys.modules"
    )
    env = os.environ | {"XDG_CACHE_HOME": str(cache), "HOME": str(cache), "LOCALAPPDATA": str(cache)}
    return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)


def test_the_lexicon_is_built_once_privately_and_silently(tmp_path: Path) -> None:
    first = run_cut(tmp_path)
    assert (first.returncode, first.stderr, first.stdout) == (0, "", "7\n")
    files = [path for path in tmp_path.rglob("words-*") if path.is_file()]
    assert len(files) == 1
    if os.name == "posix":
        assert files[0].stat().st_mode & 0o077 == 0
    files[0].write_bytes(files[0].read_bytes()[:5000])
    mended = run_cut(tmp_path)
    assert (mended.returncode, mended.stderr, mended.stdout) == (0, "", "7\n")


def test_an_unwritable_cache_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr(lexicon_module, "_cache_folder", lambda: blocked / "below")
    assert lexicon_module.lexicon.__wrapped__().cut("全面贯彻精神") == lexicon().cut("全面贯彻精神")
