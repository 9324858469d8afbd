"""Several people decide: their files are obeyed together, contradictions are named or settled, and reports tell who said what."""

import json
from pathlib import Path
from typing import Any

import pytest

from repdiff import CheckOptions, Comparison, Options, Outcome, Source, View, check, compare, render
from repdiff.cli import run
from repdiff.model.decisions import Decisions
from repdiff.model.errors import RepdiffError
from repdiff.sources.decisions import read_decisions
from repdiff.sources.judgements import read_promise_decisions

OLD = "一、工业\n建设智能工厂10家。\n修建水库三座。\n二、农业\n稳定粮食生产。\n发放种子补贴。\n"
NEW = "一、工业\n建设智能工厂12家。\n二、农业\n推广滴灌技术。\n"
SHA = ("a" * 64, "b" * 64)
PAIR = ("建设智能工厂10家。", "建设智能工厂12家。")


def span(text: str, quote: str) -> list[int]:
    return [text.index(quote), text.index(quote) + len(quote)]


def pair(verdict: str, by: str, at: str = "", pair: tuple[str, str] = PAIR, **more: Any) -> dict[str, Any]:
    old, new = pair
    spans = {"old": span(OLD, old), "new": span(NEW, new), "quote_old": old, "quote_new": new}
    return spans | {"verdict": verdict, "note": "", "by": by, "at": at and f"2026-03-0{at}T10:00:00Z"} | more


def mark(quote: str, verdict: str, by: str, note: str = "") -> dict[str, Any]:
    side, text = ("old", OLD) if quote in OLD else ("new", NEW)
    return {"side": side, "span": span(text, quote), "quote": quote, "verdict": verdict, "note": note, "by": by}


def review(path: Path, *pairs: dict[str, Any], marks: tuple[dict[str, Any], ...] = (), **more: Any) -> Decisions:
    sides = {side: {"name": f"{side}.txt", "sha256": sha} for side, sha in zip(("old", "new"), SHA, strict=True)}
    path.write_text(json.dumps({"format": 2, **sides, "pairs": pairs, "marks": marks} | more), encoding="utf-8")
    return read_decisions(path)


def compared(*files: Decisions, **options: Any) -> Comparison:
    sources = Source("old.txt", OLD, sha256=SHA[0]), Source("new.txt", NEW, sha256=SHA[1])
    return compare(*sources, Options(decisions=files, **options))


def is_paired(comparison: Comparison) -> bool:
    return PAIR in {(comparison.old.text(k.old), comparison.new.text(k.new)) for k in comparison.links}


def test_files_that_agree_are_obeyed_together(tmp_path: Path) -> None:
    other = ("发放种子补贴。", "推广滴灌技术。")
    found = compared(
        review(tmp_path / "a.json", pair("right", "Ada")),
        review(tmp_path / "b.json", pair("right", "Bob"), pair("join", "Bob", pair=other)),
    )
    assert [(r.together, found.old.source.quote(r.old)) for r in found.rulings] == [(True, PAIR[0]), (True, other[0])]
    assert found.notes == ()
    assert found.review is not None
    assert sorted(each.by for each in found.review.entries) == ["Ada", "Bob", "Bob"]


def test_a_contradiction_is_named_with_its_place_unless_the_later_file_is_to_win(tmp_path: Path) -> None:
    files = review(tmp_path / "a.json", pair("right", "Ada")), review(tmp_path / "b.json", pair("wrong", "Bob"))
    with pytest.raises(RepdiffError) as refused:
        compared(*files)
    assert str(refused.value).startswith(
        f"Reviewers contradict each other: old.txt:2:1 “{PAIR[0]}” (Ada: right, Bob: wrong)."
    )
    assert "--later-wins" in refused.value.hint
    assert not is_paired(compared(*files, later_wins=True))
    assert is_paired(compared(*reversed(files), later_wins=True))
    found = compared(*files, later_wins=True)
    assert any("b.json, entry 1, contradicts an earlier entry" in note for note in found.notes)


def test_in_the_shell_a_contradiction_is_one_line_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        Path(name).write_text(text, encoding="utf-8")
    review(tmp_path / "a.json", pair("right", ""))
    review(tmp_path / "b.json", pair("wrong", ""))
    asked = ["old.txt", "new.txt", "--decisions", "a.json", "--decisions", "b.json", "-o", "out.json"]
    assert run(asked) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "(a.json, entry 1: right, b.json, entry 1: wrong)" in told
    assert not Path("out.json").exists()
    assert run([*asked, "--later-wins"]) == 0
    assert json.loads(Path("out.json").read_text("utf-8"))["options"]["decisions"] == ["a.json", "b.json"]
    assert run(["old.txt", "new.txt", "--decisions", "a.json", "--decisions", "gone.json"]) == 2


def test_who_settles_later_than_all_others_is_obeyed(tmp_path: Path) -> None:
    settled = pair("wrong", "Bob", "3", settles=True)
    one = review(tmp_path / "a.json", pair("right", "Ada", "2"), settled)
    assert not is_paired(compared(one))
    with pytest.raises(RepdiffError, match="Reviewers contradict"):
        compared(review(tmp_path / "c.json", pair("right", "Ada", "4"), settled))


def test_of_one_person_the_later_word_holds_in_whichever_file_it_stands(tmp_path: Path) -> None:
    first, second = (review(tmp_path / f"{n}.json", pair(v, "Ada", n)) for n, v in (("1", "right"), ("2", "wrong")))
    assert not is_paired(compared(first, second))
    assert not is_paired(compared(second, first))


def test_a_question_decides_nothing_and_is_told_with_its_place(tmp_path: Path) -> None:
    files = (
        review(tmp_path / "a.json", pair("right", "Ada", "1"), marks=(mark("修建水库三座。", "cleared", "Ada"),)),
        review(tmp_path / "b.json", pair("question", "Bob", "2", note="which | *ten*?")),
    )
    found = compared(*files)
    assert is_paired(found)
    told = str(render(found, "markdown", View(lang="en")))
    assert "| Dropped: commitments |" in told or "| Dropped |" in told
    assert "| old.txt:2:1 | 建设智能工厂10家。 | Bob |" in told
    data = json.loads(str(render(found, "json")))["review"]
    assert [(row["name"], row["checked"], row["questions"], row["open"]) for row in data["rows"]][:1] == [
        ("Dropped", 1, 0, 2)
    ]
    assert [(each["by"], each["note"]) for each in data["questions"]] == [("Bob", "which | *ten*?")]
    assert {each["name"]: each["checked"] for each in data["reviewers"]} == {"Ada": 2, "Bob": 0}
    assert [file["sha256"] for file in data["files"]] == list(SHA)
    for lang, title in (("zh", "审阅"), ("en", "Review"), ("fr", "Relecture")):
        assert title in str(render(found, "terminal", View(lang=lang, width=0)))


@pytest.mark.parametrize(
    ("changes", "void"),
    [({}, ""), ({"files": ["c" * 64, SHA[1]]}, "other files"), ({"decisions": 2}, "changed"), ({"at": "1"}, "changed")],
)
def test_a_signature_holds_for_its_files_and_its_decisions_alone(
    tmp_path: Path, changes: dict[str, Any], void: str
) -> None:
    signature = {"by": "Ada", "at": "3", "files": list(SHA), "decisions": 1, "open": 4} | changes
    signature["at"] = f"2026-03-0{signature['at']}T10:00:00Z"
    found = compared(review(tmp_path / "a.json", pair("right", "Ada", "2"), signed=[signature]))
    (signed,) = json.loads(str(render(found, "json")))["review"]["signed"]
    assert signed["holds"] is not bool(void)
    assert void in signed["void"]
    assert ("Void: " in str(render(found, "terminal", View(lang="en", width=0)))) is bool(void)


def test_a_report_without_decisions_tells_no_review() -> None:
    found = compare(Source("old.txt", OLD), Source("new.txt", NEW))
    assert "review" not in json.loads(str(render(found, "json")))
    assert "Review" not in str(render(found, "markdown", View(lang="en")))


HEAD = f'{{"format": 2, "old": {{"name": "a", "sha256": "{SHA[0]}"}}, "new": {{"name": "b", "sha256": "{SHA[1]}"}}, "pairs": ['


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + '{"verdict": "right", "verdict": "wrong"}]}', 'the key "verdict" stands twice in one object'),
        (HEAD + "[" * 100_000, "no JSON"),
        (HEAD + "]" + ', "marks": {}}', "marks is no list"),
        (HEAD + "]" + ', "marks": [{"verdict": "right"}]}', 'mark 1: verdict "right" is unknown'),
        (HEAD + "]" + ', "marks": [{"verdict": "cleared", "side": 1}]}', "mark 1: side is none"),
        (HEAD + "]" + ', "signed": [{"by": 3}]}', "signature 1: by is no name"),
        (HEAD + "]" + ', "signed": [{"by": "", "files": []}]}', "signature 1 says not when"),
        (json.dumps({"format": 2, "pairs": [], "old": {"name": "a", "sha256": "x"}}), "old has no sha256"),
        (HEAD + json.dumps(pair("right", "A") | {"at": "yesterday"}) + "]}", "entry 1: at is no time"),
        (HEAD + json.dumps(pair("right", "A") | {"settles": 1}) + "]}", "entry 1: settles is neither"),
        (HEAD + json.dumps(pair("cleared", "A")) + "]}", 'entry 1: verdict "cleared" is unknown'),
    ],
)
def test_a_hostile_file_is_one_line_with_the_place(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "review.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RepdiffError) as refused:
        read_decisions(path)
    assert words in str(refused.value)
    assert str(refused.value).startswith("review.json") or str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


PLAN = Source("plan.txt", "一、重点工作\n培训护工50人。改造道路50公里。\n", sha256=SHA[0])
RESULT = Source("review.txt", "一、工作回顾\n培训护工40人。改造道路60公里。\n", sha256=SHA[1])


def verdicts(path: Path, verdict: str, by: str, note: str = "because", **more: Any) -> Any:
    entry = {"promise": {"span": span(PLAN.text, "50人"), "quote": "50人"}, "verdict": verdict, "note": note}
    sides = {"promised": {"name": "plan.txt", "sha256": SHA[0]}, "reported": {"name": "review.txt", "sha256": SHA[1]}}
    path.write_text(json.dumps({"format": 1, **sides, "verdicts": [entry | {"reviewer": by} | more]}), encoding="utf-8")
    return read_promise_decisions(path)


def test_verdicts_of_several_people_are_obeyed_or_named_as_contradicting(tmp_path: Path) -> None:
    files = verdicts(tmp_path / "a.json", "met", "Ada"), verdicts(tmp_path / "b.json", "silent", "Bob")
    with pytest.raises(RepdiffError, match=r"plan\.txt:2:5 “50人” \(Ada: met, Bob: silent\)"):
        check(PLAN, RESULT, CheckOptions(decisions=files))
    found = check(PLAN, RESULT, CheckOptions(decisions=files, later_wins=True))
    assert found.promises[0].verdict is Outcome.SILENT
    agreed = files[0], verdicts(tmp_path / "c.json", "met", "Bob")
    assert check(PLAN, RESULT, CheckOptions(decisions=agreed)).promises[0].verdict is Outcome.MET


def test_a_verdict_may_be_confirmed_or_asked_about_without_a_reason(tmp_path: Path) -> None:
    asked = verdicts(tmp_path / "a.json", "met", "Ada", note="", question="which year?")
    found = check(PLAN, RESULT, CheckOptions(decisions=asked))
    assert found.promises[0].verdict is Outcome.MISSED, "a question decides nothing"
    assert not [note for note in found.notes if "without a reason" in note]
    data = json.loads(str(render(found, "json")))["review"]
    assert [(each["place"], each["note"]) for each in data["questions"]] == [("plan.txt:2:5", "which year?")]
    confirmed = verdicts(tmp_path / "b.json", "missed", "Ada", note="", confirmed=True)
    told = str(render(check(PLAN, RESULT, CheckOptions(decisions=confirmed)), "terminal", View(lang="en", width=0)))
    assert "missed  1    1        0" in told
