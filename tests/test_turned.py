"""A law of verdicts: no promise is met both as its result stands and when that says the opposite, denies it, or counts something else."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from repdiff import Check, Outcome, RepdiffError, Source, check, read

SHARED = Path(__file__).parent.parent.parent / "shared"
DRAWN = 120  # real promises that were met, of each pair of reports at most
KEPT = (
    ("地区工业产值增长6%。", "地区工业产值增长7.2%。"),
    ("旅游收入增长8%左右。", "旅游收入同比增长9.1%。"),
    ("信访量下降5%以上。", "信访量下降8%。"),
    ("城镇登记失业率控制在4%以内。", "城镇登记失业率3.6%。"),
    ("新建社区小学20所。", "新建社区小学24所。"),
    ("新增就业岗位5万人。", "新增就业岗位5.6万人。"),
    ("化解债务50亿元。", "化解债务61亿元。"),
    ("Library visits will grow by 6 percent.", "Library visits grew by 8 percent."),
    ("We will cut energy use by 10 percent.", "Energy use was cut by 14 percent."),
    ("We will open 40 nursery schools.", "We opened 44 nursery schools."),
    ("Fares will rise by no more than 4 percent.", "Fares rose by 3 percent."),
    ("Die Emissionen sollen um 10 Prozent sinken.", "Die Emissionen sanken um 12 Prozent."),
    ("Les émissions baisseront de 10 pour cent.", "Les émissions ont baissé de 14 pour cent."),
)
OPPOSITES = (
    ("增长", "下降"),
    ("上升", "下降"),
    ("grew", "fell"),
    ("was cut", "grew"),
    ("sanken", "stiegen"),
    ("ont baissé", "ont augmenté"),
)
DENIED = (
    ("新建", "未新建"),
    ("新增", "未能新增"),
    ("化解", "没有化解"),
    ("增长", "未能增长"),
    ("opened", "did not open"),
    ("grew", "never grew"),
)
UNITS = (
    ("万人", "万户"),
    ("亿元", "亿美元"),
    ("所", "平方米"),
    ("%", "倍"),
    ("percent", "dollars"),
    ("Prozent", "Euro"),
)
PLACES = (("工业产值", "农业产值"), ("社区", "民办"), ("Library", "Museum"), ("nursery", "riding"))


class Change(NamedTuple):
    """A result in other words, and which of its words were exchanged."""

    text: str
    kind: str


def changes(text: str) -> Iterator[Change]:
    for kind, table in (("opposite", OPPOSITES), ("denied", DENIED), ("unit", UNITS), ("thing", PLACES)):
        for one, other in table:
            if one in text:
                yield Change(text.replace(one, other), f"{kind}: {one} -> {other}")
    number = re.search(r"(?<![\d.])\d+(?:\.\d+)?(?=\s?(?:%|percent|Prozent|pour cent))", text)
    if number and "增长" in text:
        yield Change(text.replace(number[0], f"-{number[0]}", 1), "sign")


def held(promised: str, reported: str) -> Check:
    return check(Source("plan.txt", f"一、重点工作\n{promised}\n"), Source("review.txt", f"一、工作回顾\n{reported}\n"))


def met(promised: str, reported: str) -> bool:
    try:
        return any(promise.verdict is Outcome.MET for promise in held(promised, reported).promises)
    except RepdiffError:
        return False


@pytest.mark.parametrize(("promised", "reported"), KEPT)
def test_a_result_that_was_turned_keeps_no_promise(promised: str, reported: str) -> None:
    assert met(promised, reported)
    for change in changes(reported):
        if change.text.strip() != reported:
            assert not met(promised, change.text), change


REAL = [("provinces/jilin-2025.txt", "provinces/jilin-2026.txt"), ("hunan-2025.txt", "hunan-2026.txt")]


@pytest.mark.skipif(not (SHARED / "texts" / REAL[0][0]).exists(), reason="the reports to draw from are not here")
@pytest.mark.parametrize("pair", REAL, ids=lambda pair: pair[0])
def test_real_results_turned_keep_no_promise(pair: tuple[str, str]) -> None:
    found = check(*(read(SHARED / "texts" / name) for name in pair))
    drawn = [promise for promise in found.promises if promise.verdict is Outcome.MET and promise.result]
    random.Random(1).shuffle(drawn)
    tried = 0
    for promise in drawn[:DRAWN]:
        assert promise.result is not None
        promised, reported = (
            document.source.quote(quantity.clause)
            for document, quantity in ((found.promised, promise.quantity), (found.reported, promise.result.quantity))
            if quantity is not None
        )
        if len(re.findall(r"\d+(?:\.\d+)?", reported)) == 1 and met(promised, reported):
            for change in changes(reported):
                tried += 1
                assert not met(promised, change.text), (promised, change)
    assert tried
