"""Every command of the README works as it stands there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CI = (ROOT / ".ci" / "run").read_text("utf-8")
SHELL = re.compile(r"(<!-- (\w+) -->\n)?```sh\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
# A line that ends in && goes on below it.
COMMANDS = [
    line
    for _, name, block in SHELL.findall(README)
    if not name
    for line in block.replace("&&\n", "&& ").splitlines()
    if line
]
SET_UP = {name: block.strip() for _, name, block in SHELL.findall(README) if name}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the seeds, and a `repdiff` on the path that is this checkout's."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "examples", folder / "examples", ignore=shutil.ignore_patterns("pictures", "*.py"))
    (folder / "bin").mkdir()
    command = folder / "bin" / "repdiff"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from repdiff.cli import main; main()" "$@"\n')
    command.chmod(0o755)
    return folder


def size(output: Path) -> int:
    """Bytes of a file, or of the index of a folder."""
    return (output / "index.html" if output.is_dir() else output).stat().st_size


def test_there_are_commands() -> None:
    assert len(COMMANDS) >= 10
    assert set(SET_UP) == {"see", "test"}


@pytest.mark.parametrize("command", COMMANDS)
def test_command_works(command: str, folder: Path) -> None:
    env = os.environ | {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    written = re.search(r"(?:-o|>) (\S+)", command)
    assert size(folder / written[1]) > 200 if written else len(done.stdout) > 50


@pytest.mark.parametrize("program", PYTHON.findall(README))
def test_python_works(program: str, folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") > 10


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    assert SET_UP["see"].endswith("repdiff seeds/xuchang-2020.txt seeds/xuchang-2021.txt")
    assert SET_UP["test"].endswith("pytest -n auto")
    for name in SET_UP:
        assert f"$(command_of {name})" in CI


def test_pictures_are_there() -> None:
    for picture in re.findall(r"!\[.*?\]\((.*?)\)", README):
        assert (ROOT / picture).stat().st_size > 10_000
