"""Small promises with what was reported of them, and small plans of three years: the cases under `cases/promises`, `verdicts`, `series`."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from repdiff import Check, CheckOptions, Outcome, RepdiffError, Source, check, read, render, track
from repdiff.cli import run
from repdiff.model.years import CONDITIONS, Agreement

CASES = Path(__file__).parent / "cases"
GOLD = Path(__file__).parent.parent.parent / "shared"
VERDICTS = [
    pytest.param(block, id=f"{path.stem}-{number}")
    for path in sorted((CASES / "verdicts").glob("*.txt"))
    for number, block in enumerate(path.read_text("utf-8").strip().split("\n\n"), 1)
]


@pytest.mark.parametrize("block", VERDICTS)
def test_a_promise_gets_the_verdict_that_its_result_allows(block: str) -> None:
    *given, wanted = block.splitlines()
    said = dict(line.split(": ", 1) for line in given)
    known = f"一、工作回顾\n{said['known']}\n" if "known" in said else ""
    plan = Source("plan.txt", f"{known}一、重点工作\n{said['promised']}\n")
    (promise,) = check(plan, Source("review.txt", f"一、工作回顾\n{said['reported']}\n")).promises
    assert f"{promise.verdict}: {promise.reason}" == wanted


def test_a_limit_beside_a_number_is_part_of_what_was_promised() -> None:
    plan = Source("plan.txt", "# Priorities for 2025\nAt least 90% of calls will be answered within 20 seconds.\n")
    for seconds, verdict in ((20, Outcome.MET), (30, Outcome.UNDETERMINED)):
        done = f"# What we did in 2025\n92% of calls were answered within {seconds} seconds.\n"
        assert check(plan, Source("review.txt", done)).promises[0].verdict is verdict


def test_a_japanese_bound_before_a_verb_is_a_promise_and_no_threshold() -> None:
    plan = Source("plan.txt", "# 2025年度の目標\n新規雇用を500人以上創出します。\n")
    (promise,) = check(plan, Source("review.txt", "# 2025年度の実績\n道路を直しました。\n")).promises
    assert promise.quantity.numbers == (500,)


@pytest.mark.parametrize("path", sorted((CASES / "promises").glob("*.txt")), ids=lambda path: path.stem)
def test_only_what_is_promised_for_the_year_is_a_promise(path: Path) -> None:
    text, _, wanted = path.read_text("utf-8").partition("---\n")
    plan, review = Source(path.name, text), Source("review.txt", "一、工作回顾\n新建学校1所。\n")
    if wanted == "none\n":
        with pytest.raises(RepdiffError, match="no promise was found"):
            check(plan, review)
        return
    found = check(plan, review).promises
    assert [plan.quote(promise.quantity.span) for promise in found] == wanted.splitlines()


@pytest.mark.parametrize("path", sorted((CASES / "series").glob("*.txt")), ids=lambda path: path.stem)
def test_a_series_holds_the_numbers_of_one_target_and_no_other(path: Path) -> None:
    texts, _, wanted = path.read_text("utf-8").partition("---\n")
    plans = [version.partition("\n") for version in texts.split("# ")[1:]]
    found = track([Source(f"{year}.txt", f"{year}年计划\n一、重点工作\n{text}") for year, _, text in plans])
    assert found.labels == tuple(year for year, _, _ in plans)
    lines = []
    for series in found.series:
        held = {point.version: point.quantity for point in series.points if point.quantity is not None}
        quotes = [
            found.documents[n].source.quote(quantity.span) if (quantity := held.get(n)) else "-"
            for n in range(len(plans))
        ]
        lines.append(" | ".join((series.name, *quotes)))
    assert lines == wanted.splitlines()


@pytest.mark.parametrize(("promises", "results"), [("2024", "2024"), ("2025", "2024"), ("2024", "2027")])
def test_a_report_of_another_year_answers_nothing(promises: str, results: str) -> None:
    text = "一、工作回顾\n新建跨河桥梁30座。\n二、重点工作\n新建跨河桥梁20座。\n"
    found = check(Source(f"{promises}.txt", text), Source(f"{results}.txt", text))
    assert [promise.verdict for promise in found.promises] == [Outcome.UNDETERMINED]
    assert any("another year" in note for note in found.notes)


def test_groups_of_a_list_have_its_tail_in_common() -> None:
    text = "城镇、农村常住居民人均消费支出分别增长{}%、{}%。"
    found = held(text.format(6, 7), text.format("4.4", "7.2"))
    assert [promise.verdict for promise in found.promises] == [Outcome.MISSED, Outcome.MET]


def held(promised: str, reported: str, *, certain: bool = False) -> Check:
    plan, review = f"一、工作回顾\n新建社区小学12所。\n二、重点工作\n{promised}\n", f"一、工作回顾\n{reported}\n"
    return check(Source("plan.txt", plan), Source("review.txt", review), CheckOptions(certain=certain))


def test_a_verdict_shows_what_it_rests_on() -> None:
    (promise,) = held("新建社区小学20所。", "新建社区小学22所。").promises
    assert tuple(each.name for each in promise.conditions) == CONDITIONS
    assert {each.state for each in promise.conditions} == {Agreement.AGREES}
    (promise,) = held("新建示范社区小学20所。", "新建社区小学22所。").promises
    states = {each.name: each for each in promise.conditions}
    assert states["indicator"].state is Agreement.DIFFERS
    assert states["indicator"].promised == ("示范",)
    assert "社区" in states["indicator"].shared


def test_baseline_target_and_result_stand_in_one_row() -> None:
    found = held("新建社区小学20所。", "新建社区小学22所。")
    (promise,) = found.promises
    assert promise.baseline is not None
    assert found.promised.source.quote(promise.baseline.span) == "12所"
    assert (promise.gap, promise.share) == (2, 110)
    for form in ("terminal", "markdown", "html", "json", "csv"):
        assert all(number in str(render(found, form)) for number in ("12所", "20所", "22所", "110")), form


def test_only_certain_verdicts_are_kept_where_they_are_asked_for() -> None:
    found = held("新建社区小学20所。新建口袋公园5个。", "新建社区小学22所。新建城市口袋公园6个。", certain=True)
    assert [promise.quantity.name for promise in found.promises] == ["新建社区小学"]
    assert "1 of 2 promises are left out: not all that a verdict rests on agrees." in found.notes


def test_a_second_result_is_shown_beside_the_one_of_the_year() -> None:
    (promise,) = held("新建社区小学20所。", "2021年，新建社区小学22所。五年来，新建社区小学90所。").promises
    assert promise.verdict is Outcome.MET
    assert [other.quantity.value for other in promise.others if other.quantity] == [90]


@pytest.mark.parametrize("form", ["terminal", "json", "html", "markdown", "csv"])
def test_where_nothing_is_promised_one_line_says_so(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    review = tmp_path / "review.txt"
    review.write_text("一、工作回顾\n新建社区小学22所。\n", "utf-8")
    assert run(["check", str(review), str(review), "--format", form]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert "no promise was found" in told.err
    assert "--promises-section" in told.err


def scored(script: str, gold: Path, report: Path) -> dict[str, float]:
    command = [sys.executable, str(GOLD / "bench" / script), str(gold), str(report)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name: float(value) for name, value in re.findall(r'"(\w+)": ([\d.]+)', done.stdout)}


@pytest.mark.skipif(
    not (GOLD / "bench" / "score_check_strict.py").exists(), reason="the annotated promises are not here"
)
@pytest.mark.parametrize(
    ("name", "recall"), [("promises-hunan-2025", 0.95), ("promises-en-gwr-2021", 0.75)], ids=["zh", "en"]
)
def test_no_verdict_stands_on_no_promise(name: str, recall: float, tmp_path: Path) -> None:
    gold = GOLD / "gold" / f"{name}.json"
    annotated = json.loads(gold.read_text("utf-8"))
    report = tmp_path / "check.json"
    report.write_text(
        str(render(check(read(GOLD / annotated["promises"][0]), read(GOLD / annotated["results"])), "json")), "utf-8"
    )
    strict, found = (scored(script, gold, report) for script in ("score_check_strict.py", "score_check.py"))
    assert strict["verdicts_right"] >= 0.95
    assert found["verdict_recall"] >= recall
    assert found["detected"] >= 0.95
    assert found["result_recall"] >= 0.88
