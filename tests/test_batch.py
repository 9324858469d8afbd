"""Many pairs at once: which files belong together, what is written where, what a failed pair costs, what a second run replaces."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from repdiff import RepdiffError
from repdiff.batch import workers
from repdiff.batch.names import file_names, safe_name
from repdiff.batch.outcome import Task
from repdiff.batch.pages import make
from repdiff.batch.pairs import pairs_of
from repdiff.cli import run
from repdiff.model.batch import BatchOptions, Compared, Pair, Pairs

OLD = "1. Schools\n\nWe will build 12 schools. We will plant 300 trees. The town will repair the old bridge.\n"
NEW = "1. Schools\n\nWe built 14 schools last year.\n\n2. Plans\n\nWe will build 15 schools. We will open a library.\n"
HOSTILE = "=cmd|'/C calc'!A0</script><img src=x onerror=alert(1)>"


def fill(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for number, name in enumerate(names):
        (folder / name).write_text(NEW if number % 2 else OLD, "utf-8")
    return folder


def paired(found: Pairs) -> list[tuple[str, str, str]]:
    return [(pair.name, Path(pair.old).name, Path(pair.new).name) for pair in found.rows]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Two pairs that can be compared, one whose new file is not there, one that names none."""
    fill(tmp_path, "a.txt", "b.txt")
    path = tmp_path / "pairs.csv"
    path.write_text(
        f'place,old,new\nEast,a.txt,b.txt\n"{HOSTILE}",b.txt,b.txt\ngone,a.txt,c.txt\nhalf,a.txt,\n', "utf-8"
    )
    return path


def test_names_and_years_of_one_folder_make_pairs_and_nothing_is_guessed(tmp_path: Path) -> None:
    names = "河南2020.txt 河南2021.md henan-2019.txt Henan_2020.txt henan (2021).txt 二〇二〇年要点.txt 2021年要点.txt".split(
        " "
    )
    folder = fill(
        tmp_path / "texts",
        *("河南2020.txt", "河南2021.md", "henan-2019.txt", "Henan_2020.txt", "henan (2021).txt"),
        *("二〇二〇年要点.txt", "2021年要点.txt", "lone-2020.txt", "plan.txt", "plan-2020-2021.txt", "twice-2020.txt"),
        *("twice 2020.md", "twice-2021.txt", "notes.bin", "table.csv", ".hidden-2020.txt", "~$henan-2022.docx"),
    )
    assert names
    found = pairs_of([str(folder)])
    assert paired(found) == [
        ("Henan 2019–2020", "henan-2019.txt", "Henan_2020.txt"),
        ("Henan 2020–2021", "Henan_2020.txt", "henan (2021).txt"),
        ("河南", "河南2020.txt", "河南2021.md"),
        ("要点", "二〇二〇年要点.txt", "2021年要点.txt"),
    ]
    assert list(found.notes) == [
        "In no pair, for no other year of this name is there: lone-2020.txt.",
        "In no pair, for several files have one name and year: twice 2020.md, twice-2020.txt.",
        "In no pair, for their names do not tell one year: plan-2020-2021.txt, plan.txt.",
        "In no pair, being no documents: notes.bin, table.csv.",
    ]


def test_files_that_are_only_called_by_their_year_bear_the_name_of_the_folder(tmp_path: Path) -> None:
    found = pairs_of([str(fill(tmp_path / "report", "2015.txt", "2017.txt"))])
    assert paired(found) == [("report", "2015.txt", "2017.txt")]


def test_two_folders_are_matched_by_name(tmp_path: Path) -> None:
    old = fill(
        tmp_path / "old",
        "henan-2020.docx",
        "plan.txt",
        "lone.txt",
        "a-2019.txt",
        "a-2020.txt",
        "b-2019.txt",
        "b-2020.txt",
    )
    new = fill(tmp_path / "new", "henan_2021.pdf", "plan.md", "a-2019.txt", "a-2020.txt", "b-2021.txt")
    found = pairs_of([str(old), str(new)])
    assert paired(found) == [
        ("a 2019", "a-2019.txt", "a-2019.txt"),
        ("a 2020", "a-2020.txt", "a-2020.txt"),
        ("henan", "henan-2020.docx", "henan_2021.pdf"),
        ("plan", "plan.txt", "plan.md"),
    ]
    assert list(found.notes) == [
        "In no pair, for the other folder has none of this name: old/lone.txt.",
        "In no pair, for several files have one name: old/b-2019.txt, old/b-2020.txt, new/b-2021.txt.",
    ]


@pytest.mark.parametrize("given", [["nowhere"], ["nowhere", "else"], ["a.txt"]])
def test_what_holds_no_pair_is_told_in_one_line(
    given: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(fill(tmp_path, "a.txt"))
    assert run(["batch", *given, "-o", "out"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not Path("out").exists()


def test_a_folder_without_a_pair_says_why(tmp_path: Path) -> None:
    with pytest.raises(
        RepdiffError, match=r"no pair was found. In no pair, for no other year of this name is there: a-2020.txt"
    ):
        pairs_of([str(fill(tmp_path / "in", "a-2020.txt"))])


def test_names_of_files_are_safe_and_no_two_are_one() -> None:
    names = [
        "a/b",
        "a:b",
        "A-B",
        "..",
        "CON",
        "con.txt",
        "index",
        "x",
        "x-promises",
        " y. ",
        "",
        "\ud800",
        "-rf",
        "长" * 200,
        "a\u202eb",
    ]
    found = file_names(names)
    assert found[:3] == ("a-b", "a-b-2", "A-B-3")
    assert len({name.casefold() for name in found}) == len(names)
    assert not {"index", "x-promises"} & set(found)
    for name in found:
        name.encode()
        assert len(name.encode()) < 170
        assert not set(name) & set('/\\:*?"<>|\u202e')
        assert not name.startswith((".", "-"))
    assert (safe_name("CON"), safe_name("con.txt"), safe_name("..")) == ("_CON", "_con.txt", "_")


def test_a_run_makes_pages_and_an_index_and_says_what_failed(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["batch", str(table), "-o", str(out), "--check", "--jobs", "1", "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert told.err == "repdiff: pairs.csv: 2 of 4 pairs failed (gone, half). The index says why.\n"
    assert "4 pairs: of 5 commitments" in told.out
    assert {path.suffix for path in out.iterdir() if path.stem == "index"} == {".html", ".csv", ".json", ".xlsx"}
    assert {"East.html", "East-promises.html"} <= {path.name for path in out.iterdir()}
    rows = {row["pair"]: row for row in csv.DictReader(io.StringIO((out / "index.csv").read_text("utf-8")))}
    east = rows["East"]
    assert [east[key] for key in ("kept", "reworded", "dropped", "added", "met", "silent")] == [
        "0",
        "1",
        "2",
        "1",
        "1",
        "1",
    ]
    assert (east["status"], rows["gone"]["status"]) == ("changed", "failed")
    assert rows["gone"]["error"].startswith("c.txt: no such file.")
    assert rows["half"]["error"] == "No document stands in the column new."
    assert rows["'" + HOSTILE]["status"] == "same"
    record = json.loads((out / "index.json").read_text("utf-8"))
    assert [gone["text"] for gone in record["pairs"][0]["dropped"]] == [
        "We will plant 300 trees.",
        "The town will repair the old bridge.",
    ]
    assert str(tmp_path) not in (out / "index.json").read_text("utf-8") + (out / "East.html").read_text("utf-8")


def test_the_index_leads_to_the_pages_and_says_why_a_pair_failed(table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(["batch", str(table), "-o", str(out), "--jobs", "1", "--lang", "en"])
    page = (out / "index.html").read_text("utf-8")
    assert '<a href="East.html"><bdi>East</bdi></a>' in page
    assert "<img" not in page
    assert "c.txt: no such file." in page
    assert page.count("<tr") == 2 + 4 + 1  # two lines of headings, the pairs, the sums


def test_the_workbook_has_a_sheet_for_each_table(table: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    out = tmp_path / "out"
    run(["batch", str(table), "-o", str(out), "--check", "--jobs", "1"])
    book = openpyxl.load_workbook(out / "index.xlsx")
    assert book.sheetnames == ["About", "Pairs", "Dropped commitments", "Numbers", "Promises"]
    assert [cell.data_type for row in book["Pairs"].iter_rows() for cell in row if cell.data_type == "f"] == []
    assert [row[2] for row in book["Dropped commitments"].iter_rows(min_row=2, values_only=True)] == [
        "We will plant 300 trees.",
        "The town will repair the old bridge.",
    ]


def test_the_bytes_are_the_same_whatever_the_jobs(table: Path, tmp_path: Path) -> None:
    made = []
    for jobs in ("1", "3"):
        run(["batch", str(table), "-o", str(tmp_path / jobs), "--jobs", jobs])
        made.append({p.name: p.read_bytes() for p in (tmp_path / jobs).iterdir()})
    assert made[0] == made[1]


def test_a_second_run_replaces_its_own_files_and_no_other(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    run(["batch", str(table), "-o", str(out), "--jobs", "1"])
    (out / "mine.txt").write_text("mine", "utf-8")
    first = (out / "East.html").read_bytes()
    (tmp_path / "b.txt").write_text(OLD, "utf-8")
    run(["batch", str(table), "-o", str(out), "--jobs", "1"])
    assert (out / "mine.txt").read_text("utf-8") == "mine"
    assert (out / "East.html").read_bytes() != first
    (out / "East.html").write_text("<p>my own page</p>", "utf-8")
    capsys.readouterr()
    assert run(["batch", str(table), "-o", str(out), "--jobs", "1"]) == 2
    assert "East.html: was not written by repdiff batch" in capsys.readouterr().err
    assert (out / "East.html").read_text("utf-8") == "<p>my own page</p>"
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["in"], "No folder to write into."),
        (["in", "-o", "in"], "in: is read as an input."),
        (["in", "-o", "pairs.csv"], "pairs.csv: a file, not a folder."),
        (["in", "in", "in", "-o", "out"], "More than two folders."),
    ],
)
def test_bad_arguments_are_told_in_one_line(
    arguments: list[str], told: str, table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(table.parent)
    fill(table.parent / "in", "a-2020.txt", "a-2021.txt")
    assert run(["batch", *arguments]) == 2
    assert capsys.readouterr().err.startswith(f"repdiff: {told}")


def killed_by_name(task: Task, options: BatchOptions) -> Compared:
    """Stands for the work on a pair: one of them kills its own process, as a system without memory would."""
    if task.pair.name == "big":
        os.kill(os.getpid(), signal.SIGKILL)
    return Compared(task.pair.name, "old", "new")


@pytest.mark.skipif(sys.platform != "linux", reason="what stands for the work reaches forked processes only")
def test_a_killed_process_costs_its_own_pair_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "compared", killed_by_name)
    tasks = [Task(Pair(name, "in/a.txt", "in/b.txt"), name, ".") for name in ("one", "big", "two", "three")]
    found = workers.run(tasks, BatchOptions(), 2)
    assert [(each.name, each.error) for each in found] == [
        ("one", ""),
        ("big", "Its process was ended by signal 9 (SIGKILL)."),
        ("two", ""),
        ("three", ""),
    ]
    assert (found[1].old, found[1].new) == ("a.txt", "b.txt")


def test_a_fault_in_one_pair_is_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("repdiff.comparison.compare", lambda *_: 1 // 0)
    fill(tmp_path, "a.txt", "b.txt")
    pairs = Pairs("p", (Pair("x", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")),))
    monkeypatch.setattr(workers, "_load", lambda: None)
    made = make(pairs, tmp_path / "out", BatchOptions(), 1)
    assert made.batch.pairs[0].error.startswith("A fault of repdiff, not of the files (ZeroDivisionError")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_leaves_the_folder_as_it_was(table: Path, number: int) -> None:
    """The interrupt comes when the first page of a pair is there, while the others are under way."""
    rows = "".join(f"p{n},a.txt,b.txt\n" for n in range(40))
    table.write_text(f"place,old,new\n{rows}", "utf-8")
    command = [sys.executable, "-m", "repdiff", "batch", str(table), "-o", "out", "--jobs", "1"]
    process = subprocess.Popen(command, cwd=table.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while process.poll() is None and not list(table.parent.glob("out/.repdiff-*/p*.html")):
        time.sleep(0.01)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert not (table.parent / "out").exists()


def test_a_file_of_defaults_holds_for_many_pairs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = fill(tmp_path / "texts", "a-2020.txt", "a-2021.txt")
    (folder / "a-2020.txt").write_text("Twitter will open three offices.\nWe will plant trees.\n", "utf-8")
    (folder / "a-2021.txt").write_text("X will open three offices.\nWe will plant trees.\n", "utf-8")
    (folder / "repdiff.toml").write_text('[batch]\nlang = "fr"\n[glossary]\n"Twitter" = "X"\n', "utf-8")
    monkeypatch.chdir(folder)
    assert run(["batch", ".", "-o", "../out", "--quiet", "--jobs", "1"]) == 0
    assert capsys.readouterr() == ("", "")
    assert json.loads((tmp_path / "out" / "index.json").read_text("utf-8"))["pairs"][0]["counts"]["reworded"] == 0
    page = (tmp_path / "out" / "a.html").read_text("utf-8")
    assert "repdiff.toml (lang, glossary)" in page
    assert '<html lang="fr"' in page
    (folder / "repdiff.toml").write_text('[batch]\noutput = "elsewhere"\n', "utf-8")
    assert run(["batch", ".", "-o", "../out"]) == 2
    assert "repdiff.toml:2: output cannot be set in a file" in capsys.readouterr().err
