"""The same two reports in other clothes: another encoding, other widths, other line breaks. The same sentences must find each other."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import repdiff
from repdiff import Comparison, Kind, Source
from repdiff.cut.sentences import split
from repdiff.text.clauses import cut_clauses
from repdiff.text.keys import key

SEEDS = Path(__file__).parent.parent / "seeds"
NAMES = ("xuchang-2020.txt", "xuchang-2021.txt")

FULL = {c: c + 0xFEE0 for c in range(ord("!"), ord("~") + 1) if not chr(c).isalpha()}
HALF = str.maketrans("，；：？！（）％．０１２３４５６７８９", ",;:?!()%.0123456789")


def broken(text: str) -> str:
    """A line break after every 40 characters of each line."""
    return "\n".join(line[at : at + 40] for line in text.split("\n") for at in range(0, max(len(line), 1), 40))


VARIANTS: dict[str, Callable[[str], str]] = {
    "full width": lambda text: text.translate(FULL),
    "half width": lambda text: text.translate(HALF),
    "line breaks": broken,
    "line breaks, counted through": lambda text: "\n".join(text[at : at + 40] for at in range(0, len(text), 40)),
}


@cache
def originals() -> tuple[Source, Source]:
    one, other = (repdiff.read(SEEDS / name) for name in NAMES)
    return one, other


@cache
def reference() -> Comparison:
    return repdiff.compare(*originals())


def links(comparison: Comparison) -> list[tuple[int, int, Kind, bool]]:
    """The links by the order of their sentences."""
    return [(link.old, link.new, link.kind, link.moved) for link in comparison.links]


def letters(comparison: Comparison) -> list[str]:
    """The sentences of both sides as they are compared."""
    return [key(d.text(s.id)) for d in (comparison.old, comparison.new) for s in d.sentences]


def assert_the_same(comparison: Comparison) -> None:
    assert letters(comparison) == letters(reference())
    assert links(comparison) == links(reference())


@pytest.mark.parametrize("name", VARIANTS)
def test_both_reports_in_other_clothes(name: str) -> None:
    assert_the_same(repdiff.compare(*(Source(s.name, VARIANTS[name](s.text)) for s in originals())))


@pytest.mark.parametrize("name", VARIANTS)
def test_one_report_in_other_clothes(name: str) -> None:
    """As it happens from one year to the next: the new report comes from another site."""
    old, new = originals()
    assert_the_same(repdiff.compare(old, Source(new.name, VARIANTS[name](new.text))))


def test_gb18030_copies(tmp_path: Path) -> None:
    for name, source in zip(NAMES, originals(), strict=True):
        (tmp_path / name).write_bytes(source.text.encode("gb18030"))
    comparison = repdiff.compare(*(repdiff.read(tmp_path / name) for name in NAMES))
    assert comparison.old.source.encoding == "gb18030"
    assert_the_same(comparison)


@pytest.mark.parametrize(
    "text", ["规模以上工业增加值增长8.\n3%以上。", "发布“英才计划”2.\n0版。", "确保PM10、PM2.\n5浓度稳定下降。"]
)
def test_a_line_break_inside_a_decimal_ends_no_sentence(text: str) -> None:
    assert len(split(text, 0, len(text))) == 1


def test_a_line_break_after_a_year_ends_an_english_sentence() -> None:
    text = "The tram line will open in 2026.\n15 shelters will follow."
    assert len(split(text, 0, len(text))) == 2


@pytest.mark.parametrize("name", VARIANTS)
def test_clauses_do_not_depend_on_clothes(name: str) -> None:
    text = "到2025年，完成投资3,000亿元，增长7%，2020年以来新增就业5万人；比例3:1：保障、改善民生，" * 3 + "圆满收官。"
    plain = [clause for _, clause in cut_clauses(text)]
    assert [clause for _, clause in cut_clauses(VARIANTS[name](text))] == plain
    assert len(plain) >= 12
