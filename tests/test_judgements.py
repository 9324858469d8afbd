"""What a person decided about promises and series is obeyed, said in every form, found again in changed texts, or named as stale."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from repdiff import (
    Check,
    CheckOptions,
    Outcome,
    RepdiffError,
    Source,
    Track,
    TrackOptions,
    View,
    check,
    read_promise_decisions,
    read_series_decisions,
    render,
    track,
)
from repdiff.cli import run

PLAN = Source(
    "plan.txt", "一、重点工作\n新建公园30个。改造道路50公里。培训护工900人。开通公交线路12条。\n", sha256="a" * 64
)
REVIEW = Source(
    "review.txt", "一、工作回顾\n新建公园31个。改造道路40公里，另建便道12公里。培训护工950人。\n", sha256="b" * 64
)
YEARS = tuple(
    Source(f"{year}.txt", f"{year}年计划\n一、重点工作\n{text}\n", sha256=str(year)[-1] * 64)
    for year, text in ((2020, "新建公园30个。改造道路50公里。"), (2021, "新建公园35个。整修街道60公里。"))
)


def sides(*sources: Source) -> list[dict[str, str]]:
    return [{"name": source.name, "sha256": source.sha256} for source in sources]


def quoted(source: Source, quote: str, **more: Any) -> dict[str, Any]:
    line, column = source.place(source.text.index(quote))
    return {"place": f"{line}:{column}", "quote": quote} | more


def write(folder: Path, entries: list[dict[str, Any]], key: str = "verdicts") -> str:
    path = folder / "decided.json"
    head = dict(zip(("promised", "reported"), sides(PLAN, REVIEW), strict=True))
    found = {"format": 1} | (head if key == "verdicts" else {"versions": sides(*YEARS)}) | {key: entries}
    path.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    return str(path)


def checked(folder: Path, entries: list[dict[str, Any]], plan: Source = PLAN) -> Check:
    return check(plan, REVIEW, CheckOptions(decisions=read_promise_decisions(write(folder, entries))))


def told(found: Check) -> dict[str, tuple[str, str]]:
    """Quantity of each promise -> its verdict and the quantity of its result."""
    return {
        found.promised.source.quote(p.quantity.span): (
            p.verdict,
            found.reported.source.quote(p.result.span) if p.result else "",
        )
        for p in found.promises
    }


def test_without_decisions() -> None:
    assert told(check(PLAN, REVIEW)) == {
        "30个": ("met", "31个"),
        "50公里": ("missed", "40公里"),
        "900人": ("met", "950人"),
        "12条": ("silent", ""),
    }


def test_a_verdict_is_overruled_with_its_reason(tmp_path: Path) -> None:
    entry = {"promise": quoted(PLAN, "50公里"), "verdict": "met", "note": "便道也算"}
    found = checked(tmp_path, [entry])
    assert told(found)["50公里"] == ("met", "40公里")
    (decided,) = (p for p in found.promises if p.decided)
    assert (decided.reason, decided.note, decided.instead) == (
        "decided by a person: 便道也算",
        "便道也算",
        Outcome.MISSED,
    )
    assert found.notes == ("A person decided 1 of these verdicts (decided.json).",)
    assert told(check(PLAN, REVIEW)) | {"50公里": ("met", "40公里")} == told(found)


def test_another_result_is_chosen_and_judged(tmp_path: Path) -> None:
    entry = {"promise": quoted(PLAN, "50公里"), "result": quoted(REVIEW, "12公里"), "note": "只有便道"}
    found = checked(tmp_path, [entry])
    assert told(found)["50公里"] == ("missed", "12公里")
    assert "40公里" in {found.reported.source.quote(q.span) for q in found.unpromised}, "it answers nothing any more"
    entry |= {"verdict": "undetermined"}
    assert told(checked(tmp_path, [entry]))["50公里"] == ("undetermined", "12公里")


def test_silent_takes_the_result_away_and_a_passage_can_be_a_result(tmp_path: Path) -> None:
    silent = {"promise": quoted(PLAN, "30个"), "verdict": "silent", "note": "另一个公园"}
    passage = {"promise": quoted(PLAN, "12条"), "verdict": "met", "note": "见此", "result": quoted(REVIEW, "培训护工")}
    found = checked(tmp_path, [silent, passage])
    assert told(found)["30个"] == ("silent", "")
    assert told(found)["12条"][0] == "met"


def test_a_promise_that_is_none_is_taken_out_and_said(tmp_path: Path) -> None:
    found = checked(tmp_path, [{"promise": quoted(PLAN, "30个"), "verdict": "no promise", "note": "只是设想"}])
    assert "30个" not in told(found)
    assert [PLAN.quote(p.quantity.span) for p in found.refused] == ["30个"]
    assert "“新建公园” is no promise, a person decided (decided.json): 只是设想" in found.notes
    assert "31个" in {found.reported.source.quote(q.span) for q in found.unpromised}


def test_a_later_entry_outdoes_an_earlier_one(tmp_path: Path) -> None:
    entry = {"promise": quoted(PLAN, "50公里"), "verdict": "met", "note": "一"}
    assert told(checked(tmp_path, [entry, entry | {"verdict": "silent", "note": "二"}]))["50公里"][0] == "silent"


def test_an_entry_without_a_reason_decides_nothing_and_says_so(tmp_path: Path) -> None:
    found = checked(tmp_path, [{"promise": quoted(PLAN, "50公里"), "verdict": "met"}])
    assert told(found) == told(check(PLAN, REVIEW))
    assert found.notes == (
        "decided.json, entry 1, decides on “50公里” without a reason in its note, and was left out.",
    )
    assert checked(tmp_path, [{"promise": quoted(PLAN, "50公里"), "verdict": "missed"}]).notes == ()


def test_stale_entries_are_named(tmp_path: Path) -> None:
    gone = {"promise": {"place": "2:1", "quote": "77个"}, "verdict": "met", "note": "有"}
    elsewhere = {
        "promise": quoted(PLAN, "50公里"),
        "verdict": "met",
        "note": "有",
        "result": {"place": "2:1", "quote": "88公里"},
    }
    found = checked(tmp_path, [gone, elsewhere])
    assert told(found) == told(check(PLAN, REVIEW))
    assert found.notes == (
        "decided.json, entry 1, is stale and left out: “77个” is no longer in plan.txt.",
        "decided.json, entry 2, is stale and left out: “88公里” is no longer in review.txt.",
    )


def test_what_repdiff_wrote_itself_is_counted_and_not_named_when_it_is_gone(tmp_path: Path) -> None:
    (tmp_path / "decided.json").write_text(str(render(check(PLAN, REVIEW), "decisions")), "utf-8")
    other = Source("plan.txt", "一、重点工作\n修建桥梁7座。\n", sha256="a" * 64)
    options = CheckOptions(decisions=read_promise_decisions(tmp_path / "decided.json"))
    assert check(other, REVIEW, options).notes == (
        "decided.json: 4 entries without a reason speak of what is no longer in these texts, and decide nothing.",
    )


def test_an_entry_is_found_again_by_its_sentence_when_the_text_moved(tmp_path: Path) -> None:
    moved = replace(PLAN, text=f"{'前言。' * 40}\n\n{PLAN.text}", sha256="c" * 64)
    entry = {"promise": quoted(PLAN, "50公里", sentence="改造道路50公里。"), "verdict": "met", "note": "有"}
    found = checked(tmp_path, [entry], moved)
    assert told(found)["50公里"][0] == "met"
    assert (
        "plan.txt has changed since decided.json was written: decisions were looked up by their quotations."
        in found.notes
    )


def test_the_export_is_complete_reads_back_and_changes_nothing(tmp_path: Path) -> None:
    entries = [
        {"promise": quoted(PLAN, "50公里"), "verdict": "met", "note": "便道也算"},
        {"promise": quoted(PLAN, "30个"), "verdict": "no promise", "note": "只是设想"},
    ]
    first = checked(tmp_path, entries)
    exported = str(render(first, "decisions"))
    found = json.loads(exported)
    assert [(e["promise"]["quote"], e["verdict"], e["by"]) for e in found["verdicts"]] == [
        ("30个", "no promise", "person"),
        ("50公里", "met", "person"),
        ("900人", "met", "repdiff"),
        ("12条", "silent", "repdiff"),
    ]
    path = tmp_path / "decided.json"
    path.write_text(exported, "utf-8")
    again = check(PLAN, REVIEW, CheckOptions(decisions=read_promise_decisions(path)))
    assert (again.promises, again.refused, again.notes) == (first.promises, first.refused, first.notes)
    assert str(render(again, "decisions")) == exported


def test_every_form_says_which_verdicts_a_person_gave(tmp_path: Path) -> None:
    found = checked(tmp_path, [{"promise": quoted(PLAN, "50公里"), "verdict": "met", "note": "便道也算"}])
    for form in ("terminal", "markdown", "html", "csv"):
        assert "decided by a person: 便道也算" in str(render(found, form, View(lang="en"))), form
    record = json.loads(str(render(found, "json")))
    assert [(p["text"], p["note"], p["instead"]) for p in record["promises"] if p["decided"]] == [
        ("50公里", "便道也算", "missed")
    ]
    assert record["options"]["decisions"] == "decided.json"


def series(folder: Path, entries: list[dict[str, Any]]) -> Track:
    return track(YEARS, TrackOptions(decisions=read_series_decisions(write(folder, entries, "series"))))


def lines(found: Track) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (s.name, tuple(found.documents[p.version].source.quote(p.quantity.span) for p in s.points if p.quantity))
        for s in found.series
    ]


def point(year: int, quote: str) -> dict[str, Any]:
    return {"version": str(year), **quoted(YEARS[year - 2020], quote)}


def test_series_are_joined_renamed_and_split(tmp_path: Path) -> None:
    assert lines(track(YEARS)) == [("新建公园", ("30个", "35个")), ("改造道路", ("50公里",)), ("整修街道", ("60公里",))]
    join = {"name": "道路", "points": [point(2020, "50公里"), point(2021, "60公里")], "note": "同一项"}
    found = series(tmp_path, [join])
    assert ("道路", ("50公里", "60公里")) in lines(found)
    assert len(found.series) == 2
    assert found.notes == ("A person decided 1 of these series (decided.json).",)
    split = {"name": "新建公园", "points": [point(2021, "35个")], "note": "口径变了"}
    assert sorted(len(numbers) for _, numbers in lines(series(tmp_path, [split]))) == [1, 1, 1, 1]
    assert len({name for name, _ in lines(series(tmp_path, [split]))}) == 4
    rename = {"name": "公园", "points": [point(2020, "30个"), point(2021, "35个")], "note": "简称"}
    renamed = series(tmp_path, [rename])
    assert lines(renamed)[0] == ("公园", ("30个", "35个"))
    record = json.loads(str(render(renamed, "json")))
    assert [s["note"] for s in record["indicators"] if s["decided"]] == ["简称"]


def test_series_that_are_stale_without_reason_or_of_two_units_are_named(tmp_path: Path) -> None:
    stale = {"name": "x", "points": [{"version": "2020", "place": "3:1", "quote": "99个"}], "note": "有"}
    unknown = {"name": "x", "points": [point(2021, "35个") | {"version": "1999"}], "note": "有"}
    silent = {"name": "道路", "points": [point(2020, "50公里"), point(2021, "60公里")]}
    mixed = {"name": "x", "points": [point(2020, "30个"), point(2021, "60公里")], "note": "有"}
    found = series(tmp_path, [stale, unknown, silent, mixed])
    assert lines(found) == lines(track(YEARS))
    assert found.notes == (
        "decided.json, entry 1, is stale and left out: “99个” is no longer in 2020.txt.",
        "decided.json, entry 2, is stale and left out: “35个” is no longer in 2021.txt.",
        "decided.json, entry 3, was left out: it gives no reason in its note.",
        "decided.json, entry 4, was left out: its units cannot be compared.",
    )


def test_the_export_of_series_reads_back_and_changes_nothing(tmp_path: Path) -> None:
    join = {"name": "道路", "points": [point(2020, "50公里"), point(2021, "60公里")], "note": "同一项"}
    first = series(tmp_path, [join])
    exported = str(render(first, "decisions"))
    (tmp_path / "decided.json").write_text(exported, "utf-8")
    again = track(YEARS, TrackOptions(decisions=read_series_decisions(tmp_path / "decided.json")))
    assert (again.series, again.notes) == (first.series, first.notes)
    assert [each["by"] for each in json.loads(exported)["series"]].count("person") == 1


WRONG_VERDICTS = [
    ({}, "promise: no object"),
    ({"promise": {"place": "1:1"}, "verdict": "met"}, "has no quote"),
    ({"promise": {"quote": "5%"}, "verdict": "met"}, "has no place"),
    ({"promise": {"quote": "5%", "place": "1"}, "verdict": "met"}, "no line and column"),
    ({"promise": {"quote": "5%", "span": [3]}, "verdict": "met"}, "is no span"),
    ({"promise": {"quote": "5%", "place": "1:1"}, "verdict": "kept"}, 'verdict "kept" is unknown'),
    ({"promise": {"quote": "5%", "place": "1:1"}}, 'verdict "" is unknown'),
    ({"promise": {"quote": "5%", "place": "1:1"}, "verdict": "met", "note": 5}, "note is no text"),
    ({"promise": {"quote": "5%", "place": "1:1", "sentence": "no"}, "verdict": "met"}, "does not hold the quote"),
    ({"promise": {"quote": "5%", "place": "1:1", "sentence": "5% 5%"}, "verdict": "met"}, "is not clear"),
]
WRONG_SERIES = [
    ({"points": []}, "has no name"),
    ({"name": "a", "points": []}, "has no points"),
    ({"name": "a", "points": [{"quote": "5%", "place": "1:1"}]}, "has no version"),
    ({"name": "a", "points": [{"version": "1", "quote": "5%", "place": "1:1"}] * 2}, "two numbers of one version"),
]


@pytest.mark.parametrize(("entry", "said"), WRONG_VERDICTS)
def test_what_is_wrong_with_a_verdict_is_told_by_entry(tmp_path: Path, entry: dict[str, Any], said: str) -> None:
    with pytest.raises(RepdiffError) as error:
        read_promise_decisions(write(tmp_path, [entry]))
    assert said in error.value.message
    assert "entry 1" in error.value.message
    assert error.value.hint


@pytest.mark.parametrize(("entry", "said"), WRONG_SERIES)
def test_what_is_wrong_with_a_series_is_told_by_entry(tmp_path: Path, entry: dict[str, Any], said: str) -> None:
    with pytest.raises(RepdiffError) as error:
        read_series_decisions(write(tmp_path, [entry], "series"))
    assert said in error.value.message


def test_a_file_for_another_command_says_for_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for source in (PLAN, REVIEW):
        (tmp_path / source.name).write_text(source.text, "utf-8")
    files = [str(tmp_path / source.name) for source in (PLAN, REVIEW)]
    path = write(tmp_path, [], "series")
    assert run(["check", *files, "--decisions", path]) == 2
    assert "It is for repdiff track." in capsys.readouterr().err
    assert run([*files, "--decisions", path]) == 2
    assert "It is for repdiff track." in capsys.readouterr().err
    path = write(tmp_path, [])
    assert run(["track", *files, "--decisions", path]) == 2
    assert "It is for repdiff check." in capsys.readouterr().err


def test_the_commands_export_and_obey(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for source in (PLAN, REVIEW):
        (tmp_path / source.name).write_text(source.text, "utf-8")
    files = [str(tmp_path / source.name) for source in (PLAN, REVIEW)]
    path = tmp_path / "decided.json"
    assert run(["check", *files, "--format", "decisions", "-o", str(path)]) == 0
    text = path.read_text("utf-8").replace('"verdict": "missed"', '"verdict": "met"')
    head, _, rest = text.partition('"verdict": "met",\n  "by": "repdiff",\n  "reason": "40公里')
    path.write_text(
        head
        + '"verdict": "met",\n  "by": "person",\n  "reason": "40公里'
        + rest.replace('"note": ""', '"note": "便道也算"', 1),
        "utf-8",
    )
    assert run(["check", *files, "--decisions", str(path), "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "decided by a person: 便道也算" in shown
    assert "Of 4 measurable promises: 3 met, 0 missed" in shown
    assert run(["track", *files, "--format", "decisions", "-o", str(path)]) == 0
    assert run(["track", *files, "--decisions", str(path), "--lang", "en"]) == 0
    assert "note:" not in capsys.readouterr().out
