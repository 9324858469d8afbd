"""The pages of promises and of years in a real browser: what is found is confirmed, asked about or overruled with a reason, kept, exported,
and obeyed by the next check or track.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from browsing import reopened, until

from repdiff import (
    CheckOptions,
    Outcome,
    Source,
    TrackOptions,
    View,
    check,
    read_promise_decisions,
    read_series_decisions,
    render,
    track,
)
from repdiff.model.errors import RepdiffError
from repdiff.model.years import Track

PLAN = Source("plan.txt", "一、重点工作\n培训护工50人。改造道路50公里。\n", sha256="a" * 64)
REVIEW = Source("review.txt", "一、工作回顾\n培训护工40人。改造道路60公里。\n", sha256="b" * 64)


@pytest.fixture
def address(tmp_path: Path) -> str:
    path = tmp_path / "promises.html"
    path.write_text(str(render(check(PLAN, REVIEW), "html", View(lang="en"))), "utf-8")
    return path.as_uri()


def decide(tab: Any, verdict: str, why: str) -> None:
    tab.click(".row.missed .decide > summary")
    tab.select_option(".row.missed .decide select", verdict)
    tab.fill(".row.missed .decide textarea", why)
    tab.keyboard.press("Tab")


def exported(tab: Any, folder: Path) -> Path:
    with tab.expect_download() as download:
        tab.click("#export")
    path = folder / "decided.json"
    download.value.save_as(path)
    return path


def test_a_verdict_decided_on_the_page_holds_at_the_next_check(tab: Any, tmp_path: Path) -> None:
    decide(tab, "met", "the yearbook says 52")
    assert tab.text_content(".row.missed .decide > summary") == "decided: met"
    found = check(PLAN, REVIEW, CheckOptions(decisions=read_promise_decisions(exported(tab, tmp_path))))
    assert [(p.verdict, p.decided, p.note) for p in found.promises] == [
        (Outcome.MET, True, "the yearbook says 52"),
        (Outcome.MET, False, ""),
    ]
    assert found.notes == ("A person decided 1 of these verdicts (decided.json).",)


def test_what_was_decided_is_kept_in_the_browser(tab: Any) -> None:
    decide(tab, "no promise", "only a wish")
    tab = reopened(tab)
    until(tab, "ledger.size === 1")
    assert tab.text_content(".row.missed .decide > summary") == "decided: no promise"


def test_without_a_reason_nothing_is_decided_and_the_page_says_so(tab: Any, tmp_path: Path) -> None:
    decide(tab, "met", "")
    assert tab.text_content("#state") == "Reason: without one nothing is decided"
    entries = json.loads(exported(tab, tmp_path).read_text("utf-8"))["verdicts"]
    assert [(each["verdict"], each["by"]) for each in entries] == [("missed", "repdiff"), ("met", "repdiff")]


def test_the_export_of_the_page_is_that_of_the_command(tab: Any, tmp_path: Path) -> None:
    page = json.loads(exported(tab, tmp_path).read_text("utf-8"))
    command = json.loads(str(render(check(PLAN, REVIEW), "decisions")))
    assert page["verdicts"] == command["verdicts"]


def summary(tab: Any) -> list[str]:
    """All, checked, overruled, questions, contradictions, open."""
    found: list[str] = tab.locator("#signoff .sum td").all_inner_texts()
    return found


def test_a_verdict_is_confirmed_or_asked_about_and_the_shell_is_told(tab: Any, tmp_path: Path) -> None:
    tab.locator(".row.met .ck").click()
    tab.click(".row.missed .decide > summary")
    tab.fill(".row.missed .decide label:has-text('Question') input", "which year? <b>")
    tab.keyboard.press("Tab")
    assert summary(tab) == ["2", "1", "0", "1", "0", "0"]
    assert tab.locator("#progress").inner_text() == "1 of 2 checked"
    file = json.loads(exported(tab, tmp_path).read_text("utf-8"))
    said = [
        (each.get("reviewer"), each.get("confirmed"), each.get("question"), each["by"]) for each in file["verdicts"]
    ]
    assert said == [("Ada", None, "which year? <b>", "repdiff"), ("Ada", True, None, "repdiff")]
    found = check(PLAN, REVIEW, CheckOptions(decisions=read_promise_decisions(tmp_path / "decided.json")))
    assert [(p.verdict, p.decided) for p in found.promises] == [(Outcome.MISSED, False), (Outcome.MET, False)]
    assert found.notes == ()
    (asked,) = json.loads(str(render(found, "json")))["review"]["questions"]
    assert (asked["quote"], asked["by"], asked["note"]) == ("50人", "Ada", "which year? <b>")
    tab.click("#undo")
    tab.click("#undo")
    assert summary(tab)[1:4] == ["0", "0", "0"]


def test_what_was_kept_before_reviewers_had_names_is_still_there(tab: Any) -> None:
    kept = [[tab.evaluate("matter.keyOf(rows[0])"), {"verdict": "met", "note": "the yearbook says 52"}]]
    tab.evaluate("(kept) => localStorage.setItem(subject.store, JSON.stringify(kept))", kept)
    tab = reopened(tab)
    until(tab, "ledger.size === 1")
    assert tab.text_content(".row.missed .decide > summary") == "decided: met"
    assert "no name" in tab.locator("#signoff").inner_text()


def test_two_verdicts_on_one_promise_are_settled_on_the_page(tab: Any, tmp_path: Path) -> None:
    decide(tab, "met", "the yearbook says 52")
    file = json.loads(exported(tab, tmp_path).read_text("utf-8"))
    file["verdicts"][0] |= {"verdict": "silent", "result": None, "note": "no such line", "reviewer": "Bob"}
    (tmp_path / "bob.json").write_text(json.dumps(file), encoding="utf-8")
    tab.set_input_files("#file", tmp_path / "bob.json")
    until(tab, "conflicts().length === 1")
    assert tab.locator("#signoff .against b").all_inner_texts() == ["Ada", "Bob"]
    both = exported(tab, tmp_path)
    with pytest.raises(RepdiffError, match="Ada: met, Bob: silent"):
        check(PLAN, REVIEW, CheckOptions(decisions=read_promise_decisions(both)))
    tab.locator("#signoff .against button").nth(1).click()
    found = check(PLAN, REVIEW, CheckOptions(decisions=read_promise_decisions(exported(tab, tmp_path))))
    assert (found.promises[0].verdict, found.promises[0].note) == (Outcome.SILENT, "no such line")


def test_another_result_is_chosen(watched: Any, tmp_path: Path) -> None:
    review = Source("review.txt", REVIEW.text + "培训厨师55人。\n", sha256="c" * 64)
    path = tmp_path / "promises.html"
    path.write_text(str(render(check(PLAN, review), "html", View(lang="en"))), "utf-8")
    tab = watched.tab
    tab.goto(path.as_uri())
    row = tab.locator(".row[id=p-1]")
    row.locator(".decide > summary").click()
    results = row.locator("select").nth(1)
    results.select_option(label=next(text for text in results.locator("option").all_text_contents() if "55人" in text))
    assert tab.text_content("#state") == "Reason: without one nothing is decided"
    row.locator("textarea").fill("the cooks were meant")
    tab.keyboard.press("Tab")
    found = check(PLAN, review, CheckOptions(decisions=read_promise_decisions(exported(tab, tmp_path))))
    assert found.promises[0].result is not None
    assert review.text[slice(*found.promises[0].result.span)] == "55人"
    assert found.promises[0].decided


YEARS = [
    Source(f"{year}.txt", f"一、目标\n培训护工{count}人。改造道路{count}公里。\n", sha256=sha * 64)
    for year, count, sha in ((2019, 40, "d"), (2020, 50, "e"), (2021, 60, "f"))
]


@pytest.fixture
def years(watched: Any, tmp_path: Path) -> Any:
    path = tmp_path / "years.html"
    path.write_text(str(render(track(YEARS), "html", View(lang="en"))), "utf-8")
    watched.tab.goto(path.as_uri())
    return watched.tab


def obeyed(tab: Any, folder: Path) -> Track:
    return track(YEARS, TrackOptions(decisions=read_series_decisions(exported(tab, folder))))


def names(found: Track) -> list[tuple[str, list[int]]]:
    return [(s.name, [p.version for p in s.points if p.quantity]) for s in found.series]


def test_a_series_is_renamed_and_a_number_left_out(years: Any, tmp_path: Path) -> None:
    row = years.locator(".charts > li").first
    row.locator(".decide > summary").click()
    row.locator("input[type=text]").fill("nurses trained")
    row.locator("input[type=checkbox]").nth(1).uncheck()
    row.locator("textarea").fill("2020 counts courses")
    years.keyboard.press("Tab")
    assert summary(years) == ["2", "0", "1", "0", "0", "1"]
    found = obeyed(years, tmp_path)
    assert ("nurses trained", [0, 2]) in names(found)
    assert [each for each in names(found) if each[1] == [1]], "what was left out is a series of its own"
    assert found.notes == ("A person decided 1 of these series (decided.json).",)
    again = reopened(years)
    until(again, "ledger.size === 1")
    assert again.locator(".decide > summary").first.text_content().startswith("decided: nurses trained")


def test_series_are_confirmed_and_the_export_is_that_of_the_command(years: Any, tmp_path: Path) -> None:
    page = json.loads(exported(years, tmp_path).read_text("utf-8"))
    command = json.loads(str(render(track(YEARS), "decisions")))
    assert page["series"] == command["series"]
    assert page["versions"] == command["versions"]
    years.locator(".charts .ck").first.click()
    assert years.locator("#progress").inner_text() == "1 of 2 checked"
    found = obeyed(years, tmp_path)
    assert names(found) == names(track(YEARS))
    assert json.loads(str(render(found, "json")))["review"]["rows"][0]["checked"] == 1


@pytest.mark.parametrize(
    "text", ["[" * 5000, '{"format": 1, "verdicts": {}}', '{"format": 1, "series": [1, null]}', "7"]
)
def test_a_file_that_is_no_decisions_changes_nothing(tab: Any, tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    tab.set_input_files("#file", path)
    until(tab, "state.textContent !== ''")
    assert tab.text_content("#state").startswith("This file holds no decisions")
    assert tab.evaluate("ledger.size") == 0
