"""What a reader must be told before believing a report: said in every job, in every form that has words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

OLD = """2020年工作报告
一、工业
新建智能工厂十五家。
全市生产总值增长7%以上。
二、民生
改造老旧小区八十个，惠及居民一万二千户。
完善社区养老服务，建成日间照料中心十五处。
修复明代古城墙东段，建成沿河文化步道。
新增城镇就业5万人。
"""
NEW = OLD.replace("2020年", "2021年").replace("7%", "8%").replace("新建", "累计建成").replace("5万人", "6万人")
COMMANDS = {"compare": (), "check": ("check",), "track": ("track",)}
FORMS = ("terminal", "html", "json")


def said(*arguments: str) -> str:
    """What the program prints, on one line: a terminal wraps its notes."""
    environment = os.environ | {"COLUMNS": "200", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "repdiff", *arguments], env=environment, capture_output=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    return " ".join(done.stdout.decode().split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2020.txt in GB18030 without saying so, pasted.txt the same year's pages three times over, 2021.txt in UTF-8."""
    path = tmp_path_factory.mktemp("notes")
    (path / "2020.txt").write_bytes(OLD.encode("gb18030"))
    (path / "pasted.txt").write_text(OLD * 3, "utf-8")
    (path / "2021.txt").write_text(NEW, "utf-8")
    return path


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", COMMANDS)
def test_that_the_encoding_was_guessed_is_said(command: str, form: str, folder: Path) -> None:
    """A wrong guess shows as wrong characters, and nobody would know why."""
    report = said(
        *COMMANDS[command], str(folder / "2020.txt"), str(folder / "2021.txt"), "--format", form, "--lang", "en"
    )
    assert "2020.txt was read as gb18030 (assumed from its bytes)." in report
    assert "2021.txt was read" not in report


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", COMMANDS)
def test_that_a_document_repeats_itself_is_said(command: str, form: str, folder: Path) -> None:
    """Counts of a page that was pasted three times are three times too high."""
    report = said(
        *COMMANDS[command], str(folder / "pasted.txt"), str(folder / "2021.txt"), "--format", form, "--lang", "en"
    )
    assert "pasted.txt repeats itself: 18 of its 27 sentences stand in copies of earlier passages." in report


@pytest.mark.parametrize("command", COMMANDS)
def test_a_chinese_report_says_it_in_chinese(command: str, folder: Path) -> None:
    report = said(*COMMANDS[command], str(folder / "2020.txt"), str(folder / "2021.txt"), "--lang", "zh")
    assert "2020.txt按gb18030编码读取（由字节推断）。" in report


@pytest.mark.parametrize(
    ("name", "note"), [("2020.txt", "was read as gb18030"), ("pasted.txt", "repeats itself: 18 of its 27 sentences")]
)
@pytest.mark.parametrize("form", ["terminal", "json", "markdown"])
def test_the_outline_of_a_file_says_it_too(name: str, note: str, form: str, folder: Path) -> None:
    assert note in said("outline", str(folder / name), "--format", form, "--lang", "en")


def test_what_a_person_said_is_no_guess(folder: Path) -> None:
    (folder / "later.txt").write_bytes(NEW.encode("gb18030"))
    report = said(str(folder / "2020.txt"), str(folder / "later.txt"), "--encoding", "gb18030", "--lang", "en")
    assert "2020.txt was read as gb18030 (as given or marked)." in report
    assert "assumed from its bytes" not in report
