"""Completion in real shells: commands, options, values and files. A shell that is not installed is passed over, saying so."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BIN = Path(sys.executable).parent
LINES = {
    "repdiff c": ("check", "config", "county-2020.txt"),
    "repdiff check co": ("county-2020.txt", "county-2021.txt"),
    "repdiff outline --lef": ("--left-out",),
    "repdiff county-2020.txt county-2021.txt --format mark": ("markdown",),
}
"""What stands on the command line before the tabulator, and what must be among what is offered."""

BASH = r"""
eval "$(repdiff --show-completion)"
complete -p repdiff | grep -q -- '-o default' || exit 1
offer() {
  COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _repdiff_completion repdiff
  [ ${#COMPREPLY[@]} -gt 0 ] && echo "${COMPREPLY[@]}" || echo $(compgen -f -- "${!#}")
}
"""
ZSH = r"""
compdef() { :; }
_files() { echo *(N) }
_arguments() { print -r -- ${(f)2} ${(f)1} }
eval "$(repdiff --show-completion)"
offer() { words=("$@"); CURRENT=$#; echo ${$(_repdiff_completion)//$'\\n'/ } }
"""
FISH = "repdiff --show-completion | source\nfunction offer; echo (complete -C (string join -- ' ' $argv)); end\n"
SHELLS = {"bash": (BASH, "--norc"), "zsh": (ZSH, "-f"), "fish": (FISH, "-N")}


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_offers_what_fits(shell: str, tmp_path: Path) -> None:
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"{shell} is not installed")
    for name in ("county-2020.txt", "county-2021.txt"):
        (tmp_path / name).write_text("One.\n", encoding="utf-8")
    env = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path / "home")}
    script, bare = SHELLS[shell]
    script += "".join(f"offer {line}\n" for line in LINES)
    done = subprocess.run(
        [path, bare, "-c", script], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    offered = done.stdout.splitlines()
    assert len(offered) == len(LINES), done.stdout + done.stderr
    for line, (typed, wanted) in zip(offered, LINES.items(), strict=True):
        assert not [word for word in wanted if word not in line], f"{typed}: {line} {done.stderr}"
