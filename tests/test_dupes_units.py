"""Units of duplicates: the fast path gives what the definition says, for every character, and nothing is merged that differs."""

import unicodedata
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xxhash import xxh3_128_digest

from repdiff.duplicates.fold import exact
from repdiff.duplicates.units import Rows, cut
from repdiff.text.fold import fold

TRICKY = "aé。!.?．？！ \n\u3000\r\u2028。”\"'，,：:\u0301\u0327가\u1100\u1161\u11a8ㅏⅢ…ﾞｶ㎡\x00\x03\x0f\x1f\ufb01\u0344한😀𝒜\ud800\uffff１"
TEXTS = st.lists(st.text(st.one_of(st.sampled_from(TRICKY), st.characters()), max_size=20), min_size=1, max_size=6)


def keys(rows: Rows) -> list[bytes]:
    return [
        a.to_bytes(8, "little", signed=True) + b.to_bytes(8, "little", signed=True)
        for a, b in zip(rows.h1.tolist(), rows.h2.tolist(), strict=True)
    ]


def spans(text: str, level: str, raw: bool = False) -> list[str]:
    rows = cut([text], [level], raw=raw)[level]
    return [text[a:z] for a, z in zip(rows.lo.tolist(), rows.hi.tolist(), strict=True)]


@given(TEXTS, st.sampled_from(("document", "paragraph", "sentence", "clause")))
@settings(deadline=None)
def test_the_fast_path_gives_the_exact_key(texts: list[str], level: str) -> None:
    rows = cut(texts, [level])[level]
    units = [texts[d][a:z] for d, a, z in zip(rows.doc.tolist(), rows.lo.tolist(), rows.hi.tolist(), strict=True)]
    assert keys(rows) == [xxh3_128_digest(exact(unit)) for unit in units]


@pytest.mark.parametrize("around", [("a", "b"), ("か", "x"), ("하", "ᆨ")])
def test_every_character_folds_as_defined(around: tuple[str, str]) -> None:
    texts = [f"{around[0]}{chr(point)}{around[1]}" for point in range(0x11000)]
    rows = cut(texts, ["document"])["document"]
    assert keys(rows) == [xxh3_128_digest(exact(text)) for text in texts]


@given(st.text(max_size=12), st.text(max_size=12))
def test_keys_are_equal_where_foldings_are(one: str, other: str) -> None:
    assert (exact(one) == exact(other)) == (fold(one) == fold(other))


@given(TEXTS)
@settings(deadline=None)
def test_units_lose_nothing_but_white_space(texts: list[str]) -> None:
    for level, raw in product(("paragraph", "sentence", "clause"), (False, True)):
        for text in texts:
            assert "".join("".join(spans(text, level, raw)).split()) == "".join(text.split())


def test_widths_spaces_and_forms_fold_and_nothing_else() -> None:
    def key(text: str) -> bytes:
        return keys(cut([text], ["paragraph"])["paragraph"])[0]

    assert key("增长 7.5％，（ＡＢ）") == key("增长7.5%,(AB)")
    assert key("café") == key(unicodedata.normalize("NFD", "café"))
    assert len({key(text) for text in ("增长7.5%", "增长75%", "增长8%", "增長8%", "Growth", "growth")}) == 6


def test_raw_compares_as_it_stands() -> None:
    rows = cut(["增长 8％", "增长8%", "增长8%"], ["paragraph"], raw=True)["paragraph"]
    assert len(set(keys(rows))) == 2


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("各位代表：现在报告。请审议！", ["各位代表：现在报告。", "请审议！"]),
        ("“好！”他说。（完）", ["“好！”", "他说。", "（完）"]),
        ("增长7.5%。网址a.b?c=1！？是", ["增长7.5%。", "网址a.b?c=1！？", "是"]),
        (
            "It grew by 7.5% in May. It fell later. See www.x.org now!",
            ["It grew by 7.5% in May.", "It fell later.", "See www.x.org now!"],
        ),
        ("Mr. Smith, of U.S. Steel, left.\n\n  第二行  \n", ["Mr. Smith, of U.S. Steel, left.", "第二行"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert spans(text, "sentence") == sentences


def test_no_two_of_many_like_strings_are_merged() -> None:
    """624 templates with 100 two-digit numbers each: hashes that merge any two of them are not good enough."""
    texts = [f"第{template}项：完成投资{number:02}亿元" for template in range(624) for number in range(100)]
    rows = cut(["\n".join(texts)], ["paragraph"])["paragraph"]
    assert len(set(keys(rows))) == len(texts)


def test_short_units_are_passed_over_by_their_visible_length() -> None:
    assert len(cut(["一 二\n一二三\n"], ["paragraph"], min_chars=3)["paragraph"].doc) == 1
