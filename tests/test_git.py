"""Documents in git: `git diff`, `git log -p`, `git difftool` and `git repdiff` in a real repository."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from word_files import p, word

from repdiff.cli import run

pytest.importorskip("lxml")
QUOTED = 'sub dir/it\'s "quoted".txt'


class Repository:
    """A repository with its own configuration, in which `repdiff` is this checkout's."""

    def __init__(self, folder: Path) -> None:
        self.top = folder / "the repository"
        (self.top / "sub dir").mkdir(parents=True)
        (folder / "bin").mkdir()
        command = folder / "bin" / "repdiff"
        command.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from repdiff.cli import main; main()" "$@"\n')
        command.chmod(0o755)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "NO_COLOR"))}
        self.env = kept | {
            "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_PAGER": "cat",
            "TERM": "xterm",
        }

    def run(self, *command: str, at: str = ".") -> str:
        done = subprocess.run(command, cwd=self.top / at, env=self.env, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        assert b"fatal" not in done.stderr
        return done.stdout.decode()

    def git(self, *arguments: str, at: str = ".") -> str:
        return self.run("git", *arguments, at=at)

    def write(self, files: dict[str, str | bytes]) -> None:
        for name, content in files.items():
            (self.top / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", message)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Two commits; what `repdiff git-setup --write` writes in between."""
    found = Repository(tmp_path_factory.mktemp("git"))
    found.git("init", "-q")
    found.git("config", "user.email", "a@example.com")
    found.git("config", "user.name", "A")
    report = (
        "We will build {} schools in the valley.\nWe shall mend the bridge.\nTrees are green.\nThe river is wide.\n"
    )
    found.write(
        {
            "报告.txt": "一、工作\n新增城镇就业5万人。\n",
            QUOTED: "We will open 3 parks. Trees are green.\n",
            "old name.txt": report.format(5),
            "gone.txt": "This is gone for good.\n",
            "mode.txt": "The mode is changed.\n",
            "data.txt": bytes(range(256)) * 3,
            "plan.docx": word(p("We will plant 10 trees.")),
            "broken.docx": b"PK\x03\x04 broken",
            "code.py": "x = 1\n",
        }
    )
    found.commit("one")
    found.run("repdiff", "git-setup", "*.docx", "*.txt", "sub dir/*.md", "--write")
    (found.top / "old name.txt").unlink()
    (found.top / "gone.txt").unlink()
    (found.top / "mode.txt").chmod(0o755)
    found.write(
        {
            "报告.txt": "一、工作\n新增城镇就业6万人。\n",
            QUOTED: "We will open 4 parks. Trees are green.\n",
            "new name.txt": report.format(6),
            "added.txt": "This is brand new.\n",
            "data.txt": bytes(range(256)) * 2,
            "plan.docx": word(p("We will plant 25 trees.")),
            "broken.docx": b"PK\x03\x04 broken still",
            "code.py": "x = 2\n",
        }
    )
    found.commit("two")
    return found


@pytest.fixture(scope="module")
def diff(repository: Repository) -> dict[str, str]:
    """What `git diff` shows, by file."""
    told = repository.git("-c", "core.quotePath=false", "diff", "-M", "HEAD~1", "HEAD")
    return {part.split("\n")[0].rpartition(" b/")[2]: part for part in ("\n" + told).split("\ndiff --git ")[1:]}


def test_every_kind_of_change_is_shown(diff: dict[str, str]) -> None:
    assert "{+6万人+}" in diff["报告.txt"]
    assert "{+4+} parks" in diff[QUOTED]
    assert "+ added" in diff["added.txt"]
    assert "new file mode 100644" in diff["added.txt"]
    assert "- dropped" in diff["gone.txt"]
    assert "deleted file mode 100644" in diff["gone.txt"]
    assert "rename from old name.txt\nrename to new name.txt" in diff["new name.txt"]
    assert "{+6+} schools" in diff["new name.txt"]
    assert diff["mode.txt"].splitlines()[1:] == ["old mode 100644", "new mode 100755"]
    assert "{+25+} trees" in diff["plan.docx"]
    assert "+x = 2" in diff["code.py"]


def test_what_has_no_text_is_one_line(diff: dict[str, str]) -> None:
    for name in ("data.txt", "broken.docx"):
        (line,) = diff[name].splitlines()[1:]
        assert line.startswith(f"Binary files a/{name} and b/{name} differ: {name} (")


def test_names_are_those_of_the_repository(diff: dict[str, str]) -> None:
    assert not any("\x1b" in told for told in diff.values())
    assert "old: old name.txt (" in diff["new name.txt"]
    assert not any("git-blob" in told for told in diff.values())


def test_in_a_folder_for_any_file_and_before_a_commit(repository: Repository) -> None:
    (repository.top / "code.py").write_text("x = 3\n", encoding="utf-8")
    told = repository.git("repdiff", "--", "../code.py", at="sub dir")
    repository.git("checkout", "-q", "--", "code.py")
    assert "x = 3" in told
    assert "new: code.py\n" in told


def test_the_log_shows_texts_line_by_line(repository: Repository) -> None:
    told = repository.git("log", "-1", "-p", "--", "plan.docx", "broken.docx")
    assert "-We will plant 10 trees.\n+We will plant 25 trees." in told
    assert told.count("(no text: ") == 2


def test_difftool_shows_file_by_file(repository: Repository) -> None:
    told = repository.git("difftool", "-y", "-t", "repdiff", "HEAD~1", "--", QUOTED)
    assert "{+4+} parks" in told
    assert "\nnew: sub dir/" in f"\n{told}"
    browser = repository.env | {"BROWSER": "echo opened %s", "TMPDIR": str(repository.top.parent)}
    done = subprocess.run(
        ["git", "difftool", "-y", "-t", "repdiff-page", "HEAD~1", "--", QUOTED],
        cwd=repository.top,
        env=browser,
        capture_output=True,
        check=True,
    )
    (page,) = repository.top.parent.glob("repdiff-*/*.html")
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert page.name.encode() in done.stderr or b"opened" in done.stdout


def test_colours_and_pager_are_those_of_git(repository: Repository) -> None:
    asked = ["diff", "HEAD~1", "HEAD", "--", QUOTED]
    assert "\x1b[" in repository.git("-c", "color.diff=always", *asked)
    shown, terminal = pty.openpty()
    env = repository.env | {"GIT_PAGER": "tr a-z A-Z"}
    with os.fdopen(terminal, "wb") as out:
        subprocess.run(["git", *asked], cwd=repository.top, env=env, stdin=terminal, stdout=out, check=True)
    told = os.read(shown, 65536).decode()
    os.close(shown)
    assert "PARKS" in told
    assert "\x1b[" in told


def test_the_setup_is_written_once(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (repository.top / ".gitattributes").read_text("utf-8")
    assert lines == '*.docx diff=repdiff\n*.txt diff=repdiff\n"sub dir/*.md" diff=repdiff\n'
    repository.run("repdiff", "git-setup", "*.docx", "--write", at="sub dir")
    assert (repository.top / ".gitattributes").read_text("utf-8") == lines
    assert repository.git("config", "diff.repdiff.command") == "repdiff git-diff --\n"
    repository.run("repdiff", "git-setup", "--write", "--global")
    assert "*.pdf diff=repdiff" in (repository.top.parent / "config" / "git" / "attributes").read_text("utf-8")
    assert run(["git-setup"]) == 0
    printed = capsys.readouterr().out
    assert "git config diff.repdiff.textconv" in printed
    assert "*.docx diff=repdiff" in printed


def test_outside_a_repository_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert run(["git-setup", "--write"]) == 2
    assert "Run this in a repository" in capsys.readouterr().err


def test_an_unmerged_file_and_a_link_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["git-diff", "--", "a.txt"]) == 0
    assert capsys.readouterr().out == "* Unmerged path a.txt\n"
    (tmp_path / "x").write_text("y")
    link = [str(tmp_path / "x"), "1" * 40, "120000"]
    assert run(["git-diff", "--", "-a.txt", *link, *link[:1], "2" * 40, "120000"]) == 0
    assert "a/-a.txt and b/-a.txt differ: links" in capsys.readouterr().out


def test_the_text_of_a_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(word(p("We will plant 10 trees.") + p("二、工作")))
    assert run(["text", str(path)]) == 0
    assert capsys.readouterr().out == "We will plant 10 trees.\n二、工作\n"
    assert run(["text", str(path), "-o", str(tmp_path / "plan.txt")]) == 0
    assert (tmp_path / "plan.txt").read_text("utf-8").startswith("We will plant")
    assert run(["text", str(tmp_path / "none.docx")]) == 2
