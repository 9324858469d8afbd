"""The examples for git: the hook refuses what it should, the steps of the workflow put a report on a pull request."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples" / "git"
OLD = "Plan\n\nWe will create 500 jobs in the city. We will plant 90 trees near the river. Rents are high.\n"
NEW = "Plan\n\nWe will create 650 jobs in the city. Rents are high.\n"


def script(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """An environment in which `python` and `repdiff` are this checkout's."""
    script(tmp_path / "bin" / "python", f'exec {sys.executable} "$@"')
    script(tmp_path / "bin" / "repdiff", f'exec {sys.executable} -c "from repdiff.cli import main; main()" "$@"')
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = {f"GIT_{who}_{what}": "a@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    path = {"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path)}
    return kept | who | path | {"GIT_CONFIG_NOSYSTEM": "1", "PRE_COMMIT_HOME": str(tmp_path / "cache")}


@pytest.fixture
def repository(tmp_path: Path, env: dict[str, str]) -> Path:
    """A repository with one commit of a report with a blank in its name."""
    found = tmp_path / "repository"
    found.mkdir()
    (found / "the plan.md").write_text(OLD, encoding="utf-8")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run(["git", *command], cwd=found, env=env, check=True)
    return found


def test_the_hook_refuses_a_commit_that_drops_a_commitment(repository: Path, env: dict[str, str]) -> None:
    pytest.importorskip("pre_commit")
    shutil.copy(EXAMPLES / "pre-commit-config.yaml", repository / ".pre-commit-config.yaml")
    shutil.copy(EXAMPLES / "refuse_dropped_commitments.py", repository)

    def hook(text: str) -> subprocess.CompletedProcess[str]:
        (repository / "the plan.md").write_text(text, encoding="utf-8")
        subprocess.run(["git", "add", "-A"], cwd=repository, env=env, check=True)
        command = [sys.executable, "-m", "pre_commit", "run"]
        return subprocess.run(command, cwd=repository, env=env, capture_output=True, text=True, check=False)

    refused = hook(NEW)
    assert refused.returncode == 1
    assert "the plan.md: 3:38 of the version before: We will plant 90 trees near the river." in refused.stdout
    assert "jobs" not in refused.stdout
    assert hook(OLD.replace("500", "650")).returncode == 0


def steps(env: dict[str, str]) -> list[dict[str, Any]]:
    """The steps of the workflow that run commands, with what GitHub would put into them."""
    yaml = pytest.importorskip("yaml")
    workflow = yaml.safe_load((EXAMPLES / "pull-request.yml").read_text("utf-8"))
    job = workflow["jobs"]["compare"]
    assert set(job["env"]) == {"BASE", "NUMBER"}
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert all(re.match(r"actions/(checkout|setup-python)@v\d+$", each) for each in used)
    found = [step for step in job["steps"] if "run" in step]
    assert not any("${{" in step["run"] for step in found), "what others name is no part of a command"
    return found


def test_the_steps_of_the_workflow_write_the_comment(repository: Path, env: dict[str, str], tmp_path: Path) -> None:
    script(tmp_path / "bin" / "pip", "exit 0")
    script(tmp_path / "bin" / "gh", f'printf "%s " "$@" > {tmp_path}/asked; cat "$7" > {tmp_path}/comment')
    base = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=repository, env=env, capture_output=True, text=True, check=True
    )
    (repository / "the plan.md").write_text(NEW, encoding="utf-8")
    (repository / "a $(touch hacked); b.txt").write_text("We will open two parks.\n", encoding="utf-8")
    (repository / "picture.txt").write_bytes(bytes(range(256)))
    for command in (["add", "-A"], ["commit", "-qm", "two"]):
        subprocess.run(["git", *command], cwd=repository, env=env, check=True)
    temp = tmp_path / "temp"
    temp.mkdir()
    given = {
        "BASE": base.stdout.strip(),
        "NUMBER": "7",
        "RUNNER_TEMP": str(temp),
        "GITHUB_STEP_SUMMARY": str(temp / "summary"),
    }
    for step in steps(env):
        command = ["bash", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=repository, env=env | given, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    asked = (tmp_path / "asked").read_text("utf-8")
    assert asked.startswith("pr comment 7 --edit-last --create-if-none --body-file")
    comment = (tmp_path / "comment").read_text("utf-8")
    assert comment.count("\n# ") + comment.startswith("# ") == 2
    assert "~~500~~ jobs" in comment
    assert "We will plant 90 trees" in comment
    assert "We will open two parks." in comment
    assert len(comment) < 65_536
    assert (temp / "summary").read_text("utf-8") == comment
    assert not (repository / "hacked").exists()
