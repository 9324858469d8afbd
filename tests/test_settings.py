"""A file of defaults as a user meets it: found upwards, obeyed, outdone by the command line, its faults told by line."""

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from repdiff import Kind, Options, RepdiffError, Source, compare, self_check
from repdiff.cli import run
from repdiff.report.runs import width

OLD = "一、工业\n规上工业增加值增长7%，见第3版。\n培育专精特新企业十家，建设园区。\n二、附件\n名单另行印发。\n"
NEW = "一、工业\n规上工业增加值增长7%，见第4版。\n培育专精特色企业十家，建设园区。\n二、附件\n名单不再印发。\n"
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Runs the command in a folder of a repository whose root holds the file of defaults with this text."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    (folder / "new.txt").write_text(NEW, encoding="utf-8")
    monkeypatch.chdir(folder)

    def called(settings: str, *arguments: str, name: str = "repdiff.toml") -> tuple[int, str, str]:
        if settings:
            (tmp_path / name).write_text(settings, encoding="utf-8")
        code = run([*arguments] or ["old.txt", "new.txt"])
        return code, *capsys.readouterr()

    return called


def test_the_nearest_file_upwards_is_obeyed_and_named(call: Call) -> None:
    _, out, _ = call('lang = "en"\n[compare]\nonly = ["dropped"]\nnumbers = true\n[check]\ncertain = true\n')
    assert "note: Options were taken from a file: repdiff.toml (lang, only, numbers)." in out


def test_a_pyproject_counts_only_with_its_table(call: Call) -> None:
    assert "taken from" not in call('[tool.other]\nlang = "en"\n', name="pyproject.toml")[1]
    assert "pyproject.toml (lang)" in call('[tool.repdiff]\nlang = "en"\n', name="pyproject.toml")[1]
    code, _, err = call('[tool.repdiff]\nlang = "en"\n[tool.repdiff.compare]\nonyl = "x"\n', name="pyproject.toml")
    assert code == 2
    assert re.search(r"pyproject\.toml:4: onyl is unknown below \[compare\]\. Did you mean only\?", err)


def test_nothing_above_a_repository_is_obeyed(call: Call, tmp_path: Path) -> None:
    (tmp_path / "reports" / ".git").mkdir()
    assert "taken from" not in call('lang = "fr"\n')[1]


def test_the_command_line_comes_first(call: Call) -> None:
    text = '[compare]\nnumbers = true\nonly = "dropped"\nexit-code = true\n'
    assert call(text)[0] == 1
    code, out, _ = call("", "old.txt", "new.txt", "--no-numbers", "--no-exit-code", "--only", "added", "--lang", "en")
    assert code == 0
    assert "taken from" not in out
    assert "taken from" not in call("", "old.txt", "new.txt", "--no-config", "--lang", "en")[1]
    other = Path("other.toml")
    other.write_text('lang = "fr"\n', encoding="utf-8")
    assert "other.toml (lang)" in call("", "old.txt", "new.txt", "--config", "other.toml")[1]
    assert call("", "old.txt", "new.txt", "--config", "other.toml", "--no-config")[0] == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('colour = "never"\n', ":1: colour is unknown. Did you mean color?"),
        ("\n[compare]\nmin_score = 0.8\n", ":3: min_score is unknown below [compare]. Did you mean min-score?"),
        ("[compare]\nmin-score = 2\n", ":2: min-score: 2.0 is not in the range"),
        ("[compare]\nnumbers = 1\n", ":2: numbers is neither true nor false"),
        ('[compare]\nonly = ["foo"]\n', ":2: only: 'foo' is none of"),
        ("lang = 5\n", ":1: lang is no text"),
        ("context = true\n", ":1: context is no whole number"),
        ("min-score = nan\n", ":1: min-score: nan is no probability"),
        ('[compare]\ndecisions = ["none.json"]\n', ":2: decisions: "),
        ('[desk]\nlang = "en"\n', ":1: desk takes no defaults from a file"),
        ('[ignore]\npatterns = ["\\\\b"]\n', ":2: “\\b” matches a place"),
        ("[foo]\nx = 1\n", ":1: foo is unknown."),
        ("compare = 5\n", ":1: compare is no table"),
        ('terms = "none.toml"\n', ":1: terms: "),
        ('dictionary = "none.txt"\n', ":1: dictionary: "),
        ('output = "x.html"\n', ":1: output cannot be set in a file. Say --output"),
        ('[dupes]\nengine = "spark"\n', ":2: engine cannot be set in a file."),
        ('[ignore]\n# all\npatterns = ["x*"]\n', ":3: “x*” matches nothing at all"),
        ('[ignore]\npatterns = ["\\\\p{Han}+"]\n', ":2: “\\p{Han}+” matches any word"),
        ('[ignore]\npatterns = ["("]\n', ":2: “(” is no pattern: missing )"),
        ('[glossary]\n"甲" = "乙"\n"乙" = "甲"\n', ":2: '甲' leads back to itself"),
        ("x = = 2\n", ":1: no TOML."),
    ],
)
def test_what_is_wrong_is_told_by_line(call: Call, text: str, told: str) -> None:
    code, out, err = call(text)
    assert (code, out) == (2, "")
    assert f"repdiff.toml{told}" in err
    assert err.count("\n") == 1


def test_patterns_and_sections_make_no_difference(call: Call) -> None:
    text = '[ignore]\npatterns = ["第[0-9]+版"]\nsections = ["附件", "序言"]\n'
    _, out, _ = call(text, "old.txt", "new.txt", "--format", "json")
    found = json.loads(out)
    assert [group["kind"] for group in found["groups"]] == ["identical", "identical", "reworded"]
    assert found["options"]["ignore_sections"] == ["附件", "序言"]
    assert [(each["why"], each["text"]) for each in found["left_out"]["new"]] == [
        ("section left out as asked", "二、附件\n名单不再印发。\n")
    ]
    assert "Sections left out as asked: 1 of the old text, 1 of the new one." in found["notes"]
    assert "No heading contains “序言”: nothing is left out for it." in found["notes"]
    options = Options(ignore_patterns=("第[0-9]+版",), ignore_sections=("附件",), words=("专精特新",))
    assert self_check(compare(Source("a.txt", OLD), Source("b.txt", NEW), options)) == ()


def test_no_pattern_can_hang() -> None:
    old, new = "a" * 200_000 + "b\n", "a" * 200_000 + "c\n"
    compare(Source("a.txt", old), Source("b.txt", new), Options(ignore_patterns=("(a+)+$",), numbers=False))
    with pytest.raises(RepdiffError, match="no pattern"):
        compare(Source("a.txt", old), Source("b.txt", new), Options(ignore_patterns=(r"(a)\1",)))


@pytest.mark.parametrize("written", ['"review.json"', '["review.json", "other.json"]'])
def test_decisions_of_one_or_several_can_stand_in_a_file(call: Call, tmp_path: Path, written: str) -> None:
    for name in ("review.json", "other.json"):
        sides = {side: {"name": f"{side}.txt", "sha256": "0" * 64} for side in ("old", "new")}
        decided = {"format": 1, **sides, "pairs": []}
        (tmp_path / name).write_text(json.dumps(decided), encoding="utf-8")
    code, out, err = call(f"[compare]\ndecisions = {written}\nlang = 'en'\n")
    assert (code, err) == (0, "")
    assert "repdiff.toml (decisions, lang)" in out


def test_a_wide_context_takes_no_longer_than_the_text(call: Call) -> None:
    assert call("context = 99999999999999\n")[0] == 0


def test_what_is_ignored_in_a_file_and_on_the_command_line_goes_together(call: Call) -> None:
    _, out, _ = call("[ignore]\ndates = true\n", "old.txt", "new.txt", "--ignore", "links", "--format", "json")
    assert json.loads(out)["options"]["ignore"] == ["dates", "links"]


@pytest.mark.parametrize("text", ['words = ["专精特新", "专精特色"]\n', 'dictionary = "own.txt"\n'])
def test_words_are_never_cut_apart(call: Call, tmp_path: Path, text: str) -> None:
    (tmp_path / "own.txt").write_text("专精特新 5 n\n专精特色\n", encoding="utf-8")
    marked = ["old.txt", "new.txt", "--only", "reworded", "--lang", "en"]
    assert "[-专精特新-]" not in call("", *marked)[1]
    assert "[-专精特新-]" in call(text, *marked)[1]


def test_own_words_leave_quantities_whole() -> None:
    from repdiff.text.words import own_words, word_ends

    text = "投资7亿元，专精特新App Store3个。"
    cut = [0, *word_ends(text, own_words(("亿元", "App Store", "精特", "专精特新")))]
    words = [text[start:end] for start, end in pairwise(cut)]
    assert {"7亿元", "专精特新", "App Store", "3个"} <= set(words)


def test_config_prints_what_holds_and_where_it_stands(call: Call) -> None:
    code, out, _ = call(
        'lang = "zh"\n[compare]\nmin-score = 0.8\n[glossary]\n"发改委" = "发展和改革委员会"\n', "config"
    )
    assert code == 0
    head, *rows = out.splitlines()
    assert head.endswith("repdiff.toml")
    assert [row.split("  line ")[1] for row in rows] == ["1", "3", "5"]
    assert len({width(row) for row in rows}) == 1
    assert "No file" in call("", "config", "--no-config")[1]


def test_quiet_prints_nothing_and_still_answers(call: Call, tmp_path: Path) -> None:
    assert call("", "old.txt", "new.txt", "--quiet", "--exit-code") == (1, "", "")
    assert call("", "old.txt", "old.txt", "-q", "--exit-code", "--self-check") == (0, "", "")
    assert call("", "old.txt", "new.txt", "-q", "-o", "report.md") == (0, "", "")
    assert Path("report.md").read_text(encoding="utf-8").startswith("# ")
    code, out, err = call("", "old.txt", "none.txt", "-q")
    assert (code, out) == (2, "")
    assert "none.txt" in err
    assert call("", "dupes", "old.txt", "-q")[:2] == (0, "")


def test_stat_has_a_line_per_section_with_its_counts_and_a_bar(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = call("", "old.txt", "new.txt", "--stat", "--lang", "en")
    head, *rows = out.split("\n\n")[1].splitlines()
    assert head.split() == ["Section", "unchanged", "reworded", "moved", "added", "dropped"]
    assert [row.split()[-1] for row in rows[:-1]] == ["~~", "~"]
    assert rows[-1].split() == ["Total", "2", "3", "0", "0", "0"]
    counts = [width(row.rstrip("~+-> ")) for row in rows[:-1]]
    assert len(set(counts)) == 1
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(width, call("", "old.txt", "new.txt", "--stat", "--lang", "en")[1].splitlines())) <= 60
    assert "| 一、工业 | 1 | 2 | 0 | 0 | 0 |" in call("", "old.txt", "new.txt", "--stat", "--format", "markdown")[1]
    assert call("", "old.txt", "new.txt", "--stat", "--format", "json")[0] == 2


def test_sentences_stay_what_they_are_without_a_file() -> None:
    found = compare(Source("a.txt", OLD), Source("b.txt", NEW))
    assert [group.kind for group in found.groups].count(Kind.REWORDED) == 3
