"""The page of promises in a real browser: a verdict is overruled with its reason, kept, exported, and obeyed by the next check."""

import json
from pathlib import Path
from typing import Any

import pytest

from repdiff import CheckOptions, Outcome, Source, View, check, read_promise_decisions, render

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
    tab.reload()
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
