"""The command as a user meets it: real processes, their output, errors and exit codes."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest

from repdiff.cli import app, run
from repdiff.files import write
from repdiff.model.errors import RepdiffError
from repdiff.report.runs import width

SEEDS = Path(__file__).parent.parent / "seeds"
COMMAND = Path(sys.executable).with_name("repdiff")
OLD_TEXT = "一、工业\n加快发展现代工业，规上工业增加值增长7%。\n建设智能工厂10家。\n修建水库三座，保障城乡供水安全。\n"
NEW_TEXT = "一、工业\n加快发展现代工业，规上工业增加值增长7.5%。\n建设智能工厂10家。\n培育专精特新企业二十户。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2020.txt").write_text(OLD_TEXT, encoding="utf-8")
    (tmp_path / "2021.txt").write_text(NEW_TEXT, encoding="utf-8")
    return tmp_path


def repdiff(
    folder: Path, *arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "REPDIFF_DEBUG")}
    done = subprocess.run(
        [COMMAND, *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env=clean | dict(env or {}),
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


class Here(Protocol):
    """Runs the command in this process, in the folder: for what a process of its own would only make slower."""

    def __call__(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def here(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Here:
    monkeypatch.chdir(folder)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "REPDIFF_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        code = run(list(arguments))
        return subprocess.CompletedProcess(arguments, code, *capsys.readouterr())

    return call


def test_two_files_give_the_report_on_stdout_and_nothing_on_stderr(folder: Path) -> None:
    done = repdiff(folder, "2020.txt", "2021.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2020年的3项承诺中" in done.stdout
    assert "修建水库三座，保障城乡供水安全。" in done.stdout
    assert "\x1b" not in done.stdout


def test_options_stand_anywhere(here: Here) -> None:
    first = here("--only", "added", "2020.txt", "2021.txt")
    last = here("2020.txt", "2021.txt", "--only=added")
    assert first.stdout == last.stdout
    assert "+ 新增 4:1 培育专精特新企业二十户。" in first.stdout.splitlines()
    assert "修建水库三座" not in first.stdout


def test_the_language_of_the_report_is_that_of_the_documents_or_as_asked_for(here: Here) -> None:
    english = here("2020.txt", "2021.txt", "--only", "added", "--lang", "en").stdout
    assert "+ added 4:1 培育专精特新企业二十户。" in english.splitlines()
    assert here("outline", "2020.txt").stdout.startswith("2020.txt：1个标题")
    assert here("outline", "2020.txt", "--lang", "en").stdout.startswith("2020.txt: 1 heading,")
    refused = here("2020.txt", "2021.txt", "--lang", "xx")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "'xx' is none of en, zh, fr" in refused.stderr


def test_exit_codes(here: Here) -> None:
    assert here("2020.txt", "2021.txt", "--exit-code").returncode == 1
    assert here("2020.txt", "2020.txt", "--exit-code").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Missing argument 'OLD'"),
        (["2020.txt"], "Missing argument 'NEW'"),
        (["2020.txt", "2021.txt", "2022.txt"], "unexpected extra argument"),
        (["2020.txt", "nowhere.txt"], "nowhere.txt"),
        (["2020.txt", "."], "."),
        (["2020.txt", "2021.txt", "--only", "gone"], "'gone' is none of added, dropped"),
        (["2020.txt", "2021.txt", "--roles", "promise"], "'promise' is none of commitment"),
        (["2020.txt", "2021.txt", "--format", "pdf"], "'pdf' is none of terminal"),
        (["2020.txt", "2021.txt", "--color", "blue"], "'blue' is none of auto"),
        (["2020.txt", "2021.txt", "--context", "-1"], "--context"),
        (["2020.txt", "2021.txt", "--encoding", "klingon"], "klingon"),
        (["2020.txt", "2021.txt", "--section", "渔业"], "渔业"),
        (["2020.txt", "2021.txt", "-o", "no/such/report.html"], "no such folder"),
        (["2020.txt", "2021.txt", "-o", "."], "it is a folder"),
        (["-", "-"], "once only"),
        (["check", "-", "-"], "once only"),
        (["track", "-", "2020.txt", "-"], "once only"),
        (["dupes", "-", "-"], "once only"),
        (
            ["2020.txt", "2021.txt", "-o", "report.odt"],
            "no report is written as .odt. Use .html, .htm, .md, .markdown, .docx, .json, .csv, .parquet, .xlsx, .txt",
        ),
        (["outline", "2020.txt", "-o", "tree.html"], "Use .md, .markdown, .docx, .json, .csv, .parquet, .xlsx, .txt"),
        (["check", "2020.txt", "2021.txt", "-o", "table.pdf"], "no report is written as .pdf"),
        (["track", "2020.txt", "2021.txt", "-o", "table.pdf"], ".csv, .parquet, .xlsx, .txt"),
        (["dupes", "2020.txt", "-o", "found.odt"], ".parquet, .xlsx, .txt"),
        (["dupes", "2020.txt", "--master", "local[2]"], "Add --engine spark"),
        (["outline"], "Missing argument 'FILE'"),
        (["--nope"], "--nope"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(
    folder: Path,
    arguments: list[str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(folder)
    code = run(arguments)
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert err.startswith("repdiff: ")
    assert err.count("\n") == 1
    assert words in err


def test_bad_input_ends_the_process_with_2(folder: Path) -> None:
    done = repdiff(folder, "2020.txt", "nowhere.txt")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_our_own_bug_is_3_and_shows_a_traceback_only_when_asked(folder: Path) -> None:
    (folder / "sitecustomize.py").write_text(
        "import sys, repdiff.sources\nsys.modules['repdiff.sources'].read = None\n"
    )
    quiet = repdiff(folder, "2020.txt", "2021.txt", env={"PYTHONPATH": str(folder)})
    assert quiet.returncode == 3
    assert quiet.stderr.count("\n") == 1
    assert "REPDIFF_DEBUG=1" in quiet.stderr
    loud = repdiff(folder, "2020.txt", "2021.txt", env={"PYTHONPATH": str(folder), "REPDIFF_DEBUG": "1"})
    assert loud.returncode == 3
    assert "Traceback" in loud.stderr


def test_the_name_of_the_output_implies_the_format(folder: Path, here: Here) -> None:
    done = here("2020.txt", "2021.txt", "-o", "report.json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert json.loads((folder / "report.json").read_text(encoding="utf-8"))["format"] == 1
    here("2020.txt", "2021.txt", "-o", "report.html")
    assert (folder / "report.html").read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
    here("2020.txt", "2021.txt", "-o", "report.html", "--format", "terminal")
    assert (folder / "report.html").read_text(encoding="utf-8").startswith("2020年：")


def test_a_failed_run_leaves_the_old_output_alone(folder: Path, here: Here) -> None:
    (folder / "report.json").write_text("kept")
    assert here("2020.txt", "nowhere.txt", "-o", "report.json").returncode == 2
    assert (folder / "report.json").read_text() == "kept"
    assert sorted(path.name for path in folder.iterdir()) == ["2020.txt", "2021.txt", "report.json"]


def test_a_failed_write_leaves_the_old_output_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.txt"
    target.write_text("kept")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(RepdiffError, match="no space left"):
        write.to_file("new", target)
    assert target.read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["2020.txt", "2021.txt", "-o", "2020.txt"],
        ["2020.txt", "2021.txt", "-o", "./2021.txt"],
        ["2020.txt", "2021.txt", "-o", "soft.txt"],
        ["2020.txt", "2021.txt", "-o", "hard.txt"],
        ["2020.txt", "2021.txt", "--decisions", "pages.jsonl", "-o", "pages.jsonl"],
        ["outline", "2020.txt", "-o", "2020.txt"],
        ["check", "2020.txt", "2021.txt", "-o", "2021.txt"],
        ["track", "2020.txt", "2021.txt", "-o", "2020.txt"],
        ["dupes", "pages.jsonl", "-o", "pages.jsonl"],
        ["dupes", "pages.jsonl", "--annotate", "pages.jsonl"],
        ["dupes", ".", "--annotate", "pages.jsonl"],
        ["dupes", "2020.txt", "--annotate", "flags.jsonl", "-o", "flags.jsonl"],
    ],
    ids=" ".join,
)
def test_an_output_never_takes_the_place_of_an_input(folder: Path, arguments: list[str], here: Here) -> None:
    (folder / "soft.txt").symlink_to(folder / "2020.txt")
    (folder / "hard.txt").hardlink_to(folder / "2020.txt")
    (folder / "pages.jsonl").write_text('{"id": "a", "text": "一。"}\n')
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = here(*arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "Name another file for" in done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_one_file_may_hold_promises_and_results(folder: Path, here: Here) -> None:
    assert here("check", "2020.txt", "2020.txt", "-o", "table.csv").returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize(
    "command", ["2020.txt 2021.txt", "2020.txt 2021.txt --format json", "dupes 2020.txt --format csv"]
)
def test_a_full_disk_is_no_fault_of_ours(folder: Path, command: str) -> None:
    done = subprocess.run(
        f"{COMMAND} {command} > /dev/full", shell=True, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == (
        "repdiff: standard output: cannot be written: no space left on device. Name another file with -o.\n"
    )


def test_closed_streams_are_said_or_done_without(folder: Path) -> None:
    def run_with(closed: str, rest: str = "") -> subprocess.CompletedProcess[str]:
        line = f"{COMMAND} 2020.txt 2021.txt {rest} {closed}"
        return subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, text=True, check=False)

    done = run_with(">&-")
    assert (done.returncode, done.stderr) == (2, "repdiff: Standard output is closed. Name a file with -o.\n")
    assert run_with(">&- 2>&- <&-", "-o report.html").returncode == 0
    assert (folder / "report.html").stat().st_size > 10_000
    done = run_with("2>&-", "--self-check --format json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["format"] == 1


def test_output_through_a_link_keeps_the_link_and_the_mode(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("before")
    real.chmod(0o640)
    link.symlink_to(real)
    write.to_file("after", link)
    assert link.is_symlink()
    assert real.read_text() == "after"
    assert real.stat().st_mode & 0o777 == 0o640


def test_standard_input_is_one_side(folder: Path) -> None:
    done = repdiff(folder, "2020.txt", "-", "--exit-code", stdin=NEW_TEXT.encode())
    assert (done.returncode, done.stderr) == (1, "")


def test_a_file_named_like_a_command(folder: Path, here: Here) -> None:
    (folder / "outline").write_text(OLD_TEXT, encoding="utf-8")
    assert here("./outline", "2021.txt", "--exit-code").returncode == 1


def test_a_reader_that_stops_early_is_no_error() -> None:
    line = (
        f"{COMMAND} {SEEDS}/xuchang-2020.txt {SEEDS}/xuchang-2021.txt --format json | head -1; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("{\n0\n", "")


def on_terminal(folder: Path, *arguments: str, columns: int, env: Mapping[str, str]) -> str:
    """What a terminal of 24 lines receives on standard output."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES")}
    process = subprocess.Popen(
        [COMMAND, *arguments], cwd=folder, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL, env=clean | dict(env)
    )
    os.close(theirs)
    received = b""
    while True:
        try:
            data = os.read(ours, 65536)
        except OSError:  # Linux's way to say that the other end is closed
            break
        if not data:
            break
        received += data
    os.close(ours)
    assert process.wait(60) == 0
    return received.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colour_its_own_width_and_no_pager_for_a_short_report(folder: Path) -> None:
    (folder / "2021.txt").write_text(OLD_TEXT, encoding="utf-8")
    shown = on_terminal(folder, "2020.txt", "2021.txt", columns=80, env={"TERM": "xterm", "PAGER": "sed s/^/paged:/"})
    assert "paged:" not in shown
    assert "\x1b[1m" in shown


@pytest.mark.parametrize("columns", [60, 120])
def test_a_long_report_goes_to_the_pager_at_the_width_of_the_terminal(columns: int) -> None:
    seeds = ("xuchang-2021-goals.txt", "xuchang-2022-review.txt")
    shown = on_terminal(SEEDS, *seeds, columns=columns, env={"TERM": "xterm", "PAGER": "sed s/^/paged:/"})
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in shown.splitlines()]
    assert len(lines) > 24
    assert all(line.startswith("paged:") for line in lines)
    assert max(width(line.removeprefix("paged:")) for line in lines) <= columns
    assert any(" │ " in line for line in lines) == (columns >= 100)


def test_a_dumb_terminal_gets_plain_text_and_no_pager() -> None:
    seeds = ("xuchang-2021-goals.txt", "xuchang-2022-review.txt")
    shown = on_terminal(SEEDS, *seeds, columns=80, env={"TERM": "dumb", "PAGER": "sed s/^/paged:/"})
    assert "\x1b" not in shown
    assert "paged:" not in shown


@pytest.mark.parametrize(
    ("env", "option", "coloured"),
    [
        ({}, "auto", False),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({"FORCE_COLOR": "1"}, "never", False),
    ],
)
def test_colour(here: Here, env: dict[str, str], option: str, coloured: bool) -> None:
    assert ("\x1b[" in here("2020.txt", "2021.txt", "--color", option, **env).stdout) == coloured


def test_columns_wrap_a_pipe(here: Here) -> None:
    done = here("2020.txt", "2021.txt", COLUMNS="120")
    assert " │ " in done.stdout


def test_a_poor_encoding_of_the_terminal_loses_no_text(folder: Path) -> None:
    done = repdiff(folder, "2020.txt", "2021.txt", env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "\\u4fee\\u5efa\\u6c34\\u5e93" in done.stdout


def test_json_has_what_a_program_reads(folder: Path, here: Here) -> None:
    report = json.loads(here("2020.txt", "2021.txt", "--format", "json").stdout)
    texts = {side: (folder / report[side]["name"]).read_text(encoding="utf-8") for side in ("old", "new")}
    for side, text in texts.items():
        assert all(text[slice(*entry["span"])] == entry["text"] for entry in report["sentences"][side])
        assert all(text[slice(*entry["span"])].strip() for entry in report["sections"][side] if entry["title"])
    for link in report["links"]:
        assert link["kind"] in ("identical", "reworded")
        assert 0 <= link["score"] <= 1
        assert report["groups"][link["group"]]["links"].count(link["id"]) == 1
    assert {"section_links", "dropped", "added", "numbers", "counts", "notes", "repdiff"} <= set(report)


def test_json_is_the_same_bytes_every_time(folder: Path) -> None:
    runs = {repdiff(folder, "2020.txt", "2021.txt", "--format", "json", env={"PYTHONHASHSEED": s}).stdout for s in "12"}
    assert len(runs) == 1


def test_self_check(here: Here) -> None:
    done = here("2020.txt", "2021.txt", "--self-check")
    assert (done.returncode, done.stderr) == (0, "repdiff: self-check: every law holds\n")


def test_outline_shows_the_tree_with_places(here: Here) -> None:
    done = here("outline", "2020.txt")
    assert done.returncode == 0
    assert any(line.startswith("1:1") and "一、工业" in line for line in done.stdout.splitlines())
    tree = json.loads(here("outline", "2020.txt", "--format", "json").stdout)
    headings = [OLD_TEXT[slice(*entry["span"])] for entry in tree["sections"]]
    assert "一、工业" in [heading.strip() for heading in headings]


def test_version_and_help(folder: Path) -> None:
    assert repdiff(folder, "--version").stdout.startswith("repdiff ")
    shown = repdiff(folder, "--help").stdout
    assert shown.startswith("Usage: repdiff [OPTIONS] OLD NEW")
    assert "repdiff 2020.txt 2021.txt -o report.html" in shown
    for option in ("--format", "--only", "--section", "--context", "--roles", "--encoding", "--color", "--exit-code"):
        assert option in shown


def test_completion_knows_options_and_commands(folder: Path) -> None:
    env = {"_REPDIFF_COMPLETE": "complete_bash", "COMP_WORDS": "repdiff --o", "COMP_CWORD": "1"}
    assert "--only" in repdiff(folder, env=env).stdout.split()
    env = {"_REPDIFF_COMPLETE": "complete_bash", "COMP_WORDS": "repdiff out", "COMP_CWORD": "1"}
    assert repdiff(folder, env=env).stdout.split() == ["outline"]
    env = {"_REPDIFF_COMPLETE": "complete_bash", "COMP_WORDS": "repdiff outline --enc", "COMP_CWORD": "2"}
    assert repdiff(folder, env=env).stdout.split() == ["--encoding"]


def test_every_option_has_a_word_of_help() -> None:
    from typer.main import get_command

    group = get_command(app)
    commands = [group.get_command(None, name) for name in group.list_commands(None)]  # type: ignore[attr-defined, arg-type]
    for command in (group, *commands):
        assert all(parameter.help for parameter in command.params)  # type: ignore[attr-defined]


def test_commands_are_loaded_when_they_run() -> None:
    """The help of all, and a comparison, start without them."""
    code = "import sys; from repdiff.cli import run; run(['--help']); print(*(m for m in sys.modules if '.cli.' in m))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert loaded == {f"repdiff.cli.{name}" for name in ("app", "commands", "compare", "options", "screen", "settings")}
