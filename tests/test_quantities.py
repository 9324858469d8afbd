"""Quantities: what is found, what is left out, and what is paired."""

import csv
import io
import json
import random
import re
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repdiff import Comparison, Options, Source, View, compare, cut_document, read
from repdiff.model.document import Document
from repdiff.model.quantities import Bound, Quantity
from repdiff.quantities.find import find_quantities
from repdiff.renderers import Format, render
from repdiff.report import differences, numbers
from repdiff.report.words import words_in

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
STRETCHES = sorted(path for path in (Path(__file__).parent / "cases" / "stretches").glob("*.txt"))
CASES = sorted((Path(__file__).parent / "cases" / "quantities").glob("*.txt"))
PERIODS = sorted((Path(__file__).parent / "cases" / "periods").glob("*.txt"))
TWINS = sorted((Path(__file__).parent / "cases" / "twins").glob("*.txt"))


def described(document: Document, quantity: Quantity) -> str:
    values = "-".join(differences.plain(number * quantity.scale) for number in quantity.numbers)
    value = f"{values} {quantity.unit}".strip()
    parts = (document.source.quote(quantity.span), value, quantity.bound, quantity.measure, quantity.name)
    return " | ".join(parts)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path) -> None:
    text, _, wanted = case.read_text("utf-8").partition("---\n")
    document = cut_document(Source("plan.txt", text))
    assert [described(document, q) for q in find_quantities(document)] == wanted.splitlines()


@pytest.mark.parametrize("case", STRETCHES, ids=lambda path: path.stem)
def test_the_time_that_a_quantity_counts_over(case: Path) -> None:
    text, _, wanted = case.read_text("utf-8").partition("---\n")
    document = cut_document(Source("report.txt", text))
    found = find_quantities(document)
    shown = ["so far" if q.stretch.so_far else str(q.stretch.months or "-") for q in found]
    quotes = [document.source.quote(q.span) for q in found]
    assert [f"{quote} | {time}" for quote, time in zip(quotes, shown, strict=True)] == wanted.splitlines()


@pytest.mark.parametrize("case", PERIODS, ids=lambda path: path.stem)
def test_last_year_and_later_years_are_not_this_year(case: Path) -> None:
    text, _, wanted = case.read_text("utf-8").partition("---\n")
    document = cut_document(Source("plan.txt", text))
    shown = [f"{document.source.quote(q.span)} | {q.period}" for q in document.quantities]
    assert shown == wanted.splitlines()


@pytest.mark.parametrize("case", TWINS, ids=lambda path: path.stem)
def test_traditional_characters_say_the_same_as_simplified_ones(case: Path) -> None:
    *twins, wanted = case.read_text("utf-8").split("---\n")
    for text in twins:
        document = cut_document(Source("report.txt", text))
        lines = []
        for q in document.quantities:
            value = f"{'-'.join(differences.plain(number * q.scale) for number in q.numbers)} {q.unit}".strip()
            time = "so far" if q.stretch.so_far else str(q.stretch.months or "-")
            lines.append(" | ".join((value, q.bound, q.measure, q.period, time)))
            # What a reader sees stays as it is written.
            assert set(q.name + q.qualifier + q.written) <= {*text, "倍"}
        assert lines == wanted.splitlines()


def reported(year: int, text: str) -> Source:
    return Source(
        f"{year}.txt", f"一、{year}年工作回顾\n面对困难，全市上下共同努力。\n{text}\n二、下一步工作\n修水库。\n"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("一季度，一般公共预算收入完成34.6亿元。", "五年来，一般公共预算收入累计完成804.9亿元。"),
        ("全市1.7万农村贫困人口脱贫。", "五年来，全市10.43万农村贫困人口脱贫。"),
        ("三年攻坚圆满收官，建成投用中小学190所。", "启动新一轮三年攻坚，建成投用中小学34所。"),
        ("深入推进“四改一增”，改造老庭院64个。", "深入推进“四改一增”，改造老旧小区434个。"),
    ],
)
def test_another_time_or_another_thing_is_no_change(old: str, new: str) -> None:
    assert compare(reported(2020, old), reported(2021, new)).numbers == ()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("累计达成落地合作项目43个。", "全市达成落地合作项目19个。", "旧数涵盖历来累计，新数涵盖一年"),
        ("民生支出占比达到72%。", "五年来，民生支出占比达到70%。", "旧数涵盖一年，新数涵盖5年"),
    ],
)
def test_a_doubtful_change_says_why(old: str, new: str, reason: str) -> None:
    found = compare(reported(2020, old), reported(2021, new))
    (row,) = numbers.rows(found, words_in("zh"))
    assert row.sign == "?"
    assert row.change.endswith(f"存疑：{reason}")
    assert "存疑1项" in numbers.sentence(found, words_in("zh"))
    (line,) = csv.DictReader(io.StringIO(render(found, Format.CSV)))
    assert line["doubt"].startswith("the old number covers")
    (turned,) = compare(found.new.source, found.old.source).numbers
    assert turned.doubt


def test_a_goal_of_later_years_beside_one_of_this_year_is_doubted() -> None:
    old, new = (
        Source(f"{year}.txt", f"一、下一步工作\n推动各项工作再上新台阶。\n{text}\n修水库。\n")
        for year, text in ((2020, "高速公路通车里程达到400公里。"), (2021, "到2035年高速公路通车里程达到600公里。"))
    )
    (row,) = numbers.rows(compare(old, new), words_in("en"))
    assert row.sign == "?"
    assert row.change.endswith("the new one later years")


@pytest.mark.parametrize(
    ("old", "new", "factor"),
    [
        ("城镇新增就业4.9万人。", "城镇新增就业5人。", "10,000"),
        ("城镇新增就业4.9万人。", "城镇新增就业4.9亿人。", "10,000"),
        ("完成直接融资135亿元。", "完成直接融资138元。", "100,000,000"),
        ("城镇新增就业48800人。", "城镇新增就业4.9亿人。", "10,000"),
    ],
)
def test_a_unit_that_slipped_by_ten_thousand_is_doubted(old: str, new: str, factor: str) -> None:
    for sides in ((old, new), (new, old)):
        found = compare(reported(2020, sides[0]), reported(2021, sides[1]))
        (row,) = numbers.rows(found, words_in("en"))
        assert row.sign == "?"
        assert f"off by a factor of {factor}: " in row.change
        (row,) = numbers.rows(found, words_in("zh"))
        assert f"两数之一可能差了{factor}倍" in row.change


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("城镇新增就业4.9万人。", "城镇新增就业50000人。"),
        ("城镇新增就业4.9万人。", "城镇新增就业4200人。"),
        ("城镇新增就业4.9万人。", "城镇新增就业6.4人。"),
        ("城镇新增就业3人。", "城镇新增就业30000人。"),
    ],
)
def test_another_way_to_write_a_number_and_a_true_change_are_not_doubted(old: str, new: str) -> None:
    (row,) = numbers.rows(compare(reported(2020, old), reported(2021, new)), words_in("en"))
    assert row.sign in ("▲", "▼")


def test_each_doubt_is_said_in_every_language() -> None:
    from repdiff.quantities import doubts
    from repdiff.report.words import fr, zh

    templates = re.findall(r'Said\(\s*"([^"]+)"', Path(doubts.__file__).read_text("utf-8"))
    assert len(templates) > 5
    assert set(templates) <= set(zh.SAID) & set(fr.SAID)


def test_numbers_are_sought_once_in_each_document(monkeypatch: pytest.MonkeyPatch) -> None:
    from repdiff import check, track
    from repdiff.quantities import find

    sought: list[str] = []
    look = find.find_quantities

    def counted(document: Document) -> tuple[Quantity, ...]:
        sought.append(document.source.name)
        return look(document)

    monkeypatch.setattr(find, "find_quantities", counted)
    old = Source("old.txt", "一、工作回顾\n新增就业4万人。\n二、重点工作\n新增就业5万人。\n" * 2)
    new = Source("new.txt", "一、工作回顾\n新增就业6万人。\n二、重点工作\n新增就业7万人。\n")
    for job in (compare, check, lambda a, b: track([a, b])):
        sought.clear()
        job(old, new)
        assert sorted(sought) == ["new.txt", "old.txt"]


def test_each_row_says_where_its_numbers_stand(comparison: Comparison) -> None:
    report = render(comparison, Format.TERMINAL, View(numbers=True, width=0))
    for row, change in zip(numbers.rows(comparison), comparison.numbers, strict=True):
        line, column = comparison.old.source.place(change.old.span.start)
        assert row.old_place == f"{line}:{column}"
        assert re.search(rf"{re.escape(row.old)}  {row.old_place} +{re.escape(row.new)}  {row.new_place}\b", report)


def test_a_number_below_a_broken_line_has_the_name_above_it() -> None:
    text = "工作要点\n\n■完 成 进 出 口 总 值 254.6 亿 元 ，增 长\n\n88.6%，增速全省第一\n\n"
    text += "稳健的货币政策。广义货币M\n2\n预期增长12%左右。\n"
    document = cut_document(Source("review.txt", text))
    found = {document.source.quote(q.span): q.name for q in find_quantities(document)}
    assert found["88.6%"] == "完成进出口总值增长"
    assert found["12%左右"] == "广义货币M2预期增长"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(read(SEEDS / "xuchang-2020.txt"), read(SEEDS / "xuchang-2021.txt"))


def test_a_quantity_is_verbatim_at_its_span(comparison: Comparison) -> None:
    entries = json.loads(render(comparison, Format.JSON))["numbers"]
    assert len(entries) > 40
    for entry in entries:
        for side, document in (("old", comparison.old), ("new", comparison.new)):
            start, end = entry[f"{side}_span"]
            assert document.source.text[start:end] == entry[side]
            sentence = document.sentences[entry[f"{side}_id"]].span
            assert sentence.start <= start < end <= sentence.end


def test_turned_around_the_numbers_mirror(comparison: Comparison) -> None:
    turned = compare(comparison.new.source, comparison.old.source)
    here = {(n.old.span, n.new.span, n.difference, n.requalified) for n in comparison.numbers}
    assert here == {(n.new.span, n.old.span, -n.difference, n.requalified) for n in turned.numbers}


def test_each_quantity_has_one_partner(comparison: Comparison) -> None:
    for side in ("old", "new"):
        spans = [getattr(change, side).span for change in comparison.numbers]
        assert len(set(spans)) == len(spans)


def test_what_an_analyst_asks_first(comparison: Comparison) -> None:
    rows = {(row.name, row.old, row.new): row for row in numbers.rows(comparison)}
    growth = rows["生产总值增长", "7%以上", "7.5%以上"]
    assert (growth.sign, growth.change) == ("▲", "+0.5 points")
    prices = rows["居民消费价格涨幅", "控制在3.5%左右", "3%左右"]
    assert (prices.sign, prices.change) == ("▼", "-0.5 points")
    assert rows["新建高标准农田", "21万亩", "6.1万亩"].change == "-149,000 mu (-71%)"


def test_a_qualifier_alone_is_a_change() -> None:
    old = Source("a.txt", "一、重点工作\n新增服务业领军企业200家左右。\n")
    new = Source("b.txt", "一、重点工作\n新增服务业领军企业200家以上。\n")
    (row,) = numbers.rows(compare(old, new))
    assert (row.sign, row.change) == ("≈", "左右 → 以上")


def test_without_numbers_none_are_sought(comparison: Comparison) -> None:
    plain = compare(comparison.old.source, comparison.new.source, Options(numbers=False))
    assert plain.numbers == ()
    assert plain.links == comparison.links


def test_the_table_fits_the_terminal(comparison: Comparison) -> None:
    from repdiff.report.runs import width

    for columns in (60, 100, 160):
        report = render(comparison, Format.TERMINAL, View(width=columns, numbers=True))
        assert "▲" in report
        assert max(map(width, report.splitlines())) <= columns


def test_csv_holds_no_formula() -> None:
    old = Source("a.txt", "一、重点工作\n=SUM(A1)项目投资增长7%。\n")
    new = Source("b.txt", "一、重点工作\n=SUM(A1)项目投资增长8%。\n")
    table = render(compare(old, new), Format.CSV)
    assert table.count("\n") == 2
    assert not re.search(r"^[=+@]", table.splitlines()[1])


@given(st.decimals(min_value=1, max_value=9999, places=1), st.sampled_from(["亿元", "万人", "公里", "%"]), st.randoms())
def test_a_number_is_read_as_it_is_written(number: Decimal, unit: str, chance: random.Random) -> None:
    qualifier, bound = chance.choice(
        [("以上", Bound.AT_LEAST), ("以内", Bound.AT_MOST), ("左右", Bound.ABOUT), ("", Bound.EXACT)]
    )
    text = f"一、重点工作\n完成投资项目{number}{unit}{qualifier}。\n"
    (found,) = find_quantities(cut_document(Source("a.txt", text)))
    assert (found.numbers, found.written, found.bound) == ((number,), unit, bound)


GOLD = ROOT.parent / "shared"


@pytest.mark.skipif(not (GOLD / "bench" / "score.py").exists(), reason="the annotated pairs are not here")
@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("xuchang-2020-2021", 0.965),
        ("national-2021-2022", 0.85),
        ("zhejiang-2025-2026", 0.95),
        ("numbers-hunan-2025-2026", 0.99),
        ("numbers-en-gwr-2018-2019", 0.92),
    ],
)
def test_numbers_agree_with_an_annotation(name: str, least: float, tmp_path: Path) -> None:
    import subprocess

    gold = GOLD / "gold" / f"{name}.json"
    files = json.loads(gold.read_text("utf-8"))
    report = tmp_path / "report.json"
    report.write_text(render(compare(*(read(GOLD / files[side]) for side in ("old", "new"))), Format.JSON), "utf-8")
    command = [sys.executable, str(GOLD / "bench" / "score.py"), str(gold), str(report)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = re.search(r'numbers .*"f1": ([\d.]+)', done.stdout)
    assert found
    assert float(found[1]) >= least


def test_a_pair_shows_what_became_of_its_numbers() -> None:
    """On the page and in a terminal, beside the pair: only where they changed, and only those of the pair."""
    old = Source("2020.txt", "一、重点任务\n生产总值增长7%以上，完成投资100亿元。\n新增就业5万人。\n")
    new = Source("2021.txt", "一、重点任务\n生产总值增长7.5%左右，力争完成投资100亿元。\n新增城镇就业4万人。\n")
    comparison = compare(old, new)
    shown = render(comparison, Format.TERMINAL, View(lang="en", width=0)).splitlines()
    told = [line.strip() for line in shown if line.startswith(("  ▲", "  ▼", "  ≈"))]
    assert told == [
        "▲ 生产总值增长  7%以上 → 7.5%左右  +0.5 points, 以上 → 左右",
        "▼ 新增城镇就业  5万人 → 4万人  -10,000 people (-20%)",
    ]
    page = render(comparison, Format.HTML, View(lang="zh"))
    assert page.count('class="nums"') == 2
    assert "+0.5个百分点，以上 → 左右" in page or "+0.5个百分点, 以上 → 左右" in page
