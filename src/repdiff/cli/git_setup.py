"""The `git-setup` command: how git shows documents by repdiff."""

import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from repdiff.cli.app import SETTINGS, app
from repdiff.cli.screen import say
from repdiff.model.errors import ExitCode, RepdiffError

_DOCUMENTS = ("*.docx", "*.pdf")
_EXAMPLES = """\
\b
Examples:
  repdiff git-setup                                what is to be done, here
  repdiff git-setup --write                        do it in this repository
  repdiff git-setup '*.docx' 'reports/*.md' --write
  repdiff git-setup --global --write               for all repositories of this user
\b
Then:
  git diff, git log -p, git show                   documents as repdiff tells them (log: line by line)
  git repdiff HEAD~1 -- report.md                  any other file
  git difftool -y -t repdiff                       file by file; -t repdiff-page: in the browser
"""


class _Setting(NamedTuple):
    """A line of git's configuration, and what it is for."""

    key: str
    value: str
    why: str


@app.command("git-setup", context_settings=SETTINGS, epilog=_EXAMPLES)
def git_setup(
    patterns: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATTERN]...", help=f"Files that git shows so (default: {' '.join(_DOCUMENTS)})."),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write it, instead of printing what is to be done.")] = False,
    everywhere: Annotated[bool, typer.Option("--global", help="For all repositories, not for this one.")] = False,
) -> int:
    """Let git show documents by repdiff: git diff, git log -p, git difftool. Prints the commands, or does it with --write."""
    from repdiff.files import write as files

    lines = [_attribute(pattern) for pattern in patterns or _DOCUMENTS]
    settings = list(_settings(_command()))
    if not write:
        files.to_stdout("\n".join(_told(settings, lines, everywhere)) + "\n")
        return ExitCode.OK
    path = _attributes(everywhere)
    for each in settings:
        _git("config", *(["--global"] if everywhere else []), each.key, each.value)
    added = _append(path, lines)
    say(f"{len(settings)} settings written to git's configuration.")
    say(f"{path}: {', '.join(added) + ' added' if added else 'has these lines already'}.")
    return ExitCode.OK


def _settings(command: str) -> Iterator[_Setting]:
    yield _Setting("diff.repdiff.command", f"{command} git-diff --", "git diff")
    yield _Setting("diff.repdiff.textconv", f"{command} git-text --", "git log -p, git show, git blame")
    yield _Setting(
        "difftool.repdiff.cmd", f'{command} git-view -- "$LOCAL" "$REMOTE" "$MERGED"', "git difftool -t repdiff"
    )
    yield _Setting(
        "difftool.repdiff-page.cmd",
        f'{command} git-view --page -- "$LOCAL" "$REMOTE" "$MERGED"',
        "git difftool -t repdiff-page",
    )
    # An alias that is a command of the shell runs at the top of the repository.
    external = shlex.quote(f"diff.external={command} git-diff --")
    aliased = f'!f() {{ cd -- "${{GIT_PREFIX:-.}}" && git -c {external} diff --ext-diff "$@"; }}; f'
    yield _Setting("alias.repdiff", aliased, "git repdiff: any file, whatever .gitattributes says")


def _command() -> str:
    """How a shell calls this program: by its name where that leads to it, else by its path."""
    import shutil

    found = shutil.which("repdiff")
    here = Path(sys.argv[0])
    if found and (here.name != "repdiff" or not here.exists() or Path(found).samefile(here)):
        return "repdiff"
    if here.name.startswith("repdiff") and here.is_file():
        return shlex.quote(here.resolve().as_posix())
    return f"{shlex.quote(Path(sys.executable).as_posix())} -m repdiff"


def _attribute(pattern: str) -> str:
    """A line of .gitattributes: a pattern with blanks or quotation marks stands in quotation marks."""
    if any(char in pattern for char in "\n\r"):
        raise RepdiffError("A pattern of files has one line.", "Give each pattern by itself.")
    plain = pattern.isascii() and not any(char in pattern for char in ' \t"\\')
    escaped = pattern.replace("\\", "\\\\").replace('"', '\\"')
    return f"{pattern if plain else f'{chr(34)}{escaped}{chr(34)}'} diff=repdiff"


def _told(settings: list[_Setting], lines: list[str], everywhere: bool) -> Iterator[str]:
    scope = " --global" if everywhere else ""
    for each in settings:
        yield f"# {each.why}"
        yield f"git config{scope} {each.key} {shlex.quote(each.value)}"
    yield f"# {'the file that git config --global core.attributesFile names' if everywhere else '.gitattributes'}"
    yield from lines
    yield "# repdiff git-setup --write does all of this"


def _attributes(everywhere: bool) -> Path:
    """The file of attributes: of the repository, or of the user. Raises RepdiffError outside a repository."""
    if not everywhere:
        return Path(_git("rev-parse", "--show-toplevel")) / ".gitattributes"
    named = _git("config", "--global", "--get", "--type=path", "core.attributesFile", missing="")
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(named) if named else Path(home) / "git" / "attributes"


def _git(*arguments: str, missing: str | None = None) -> str:
    """What git answers; `missing` where it has no answer. Raises RepdiffError where git is missing or refuses."""
    import subprocess

    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError as error:
        raise RepdiffError("git was not found.", "Install git, or run this where it is.") from error
    if done.returncode and missing is not None:
        return missing
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RepdiffError(
            f"git {arguments[0]}: {told[-1].removeprefix('fatal: ') if told else 'failed'}.",
            "Run this in a repository, or say --global.",
        )
    return os.fsdecode(done.stdout).rstrip("\n")


def _append(path: Path, lines: list[str]) -> list[str]:
    """Write the lines that the file lacks behind what it holds; return them."""
    from repdiff.files import write

    before = path.read_text(encoding="utf-8", errors="surrogateescape") if path.exists() else ""
    added = [line for line in dict.fromkeys(lines) if line not in before.splitlines()]
    if added:
        path.parent.mkdir(parents=True, exist_ok=True)
        gap = "" if before.endswith("\n") or not before else "\n"
        text = before + gap + "".join(f"{line}\n" for line in added)
        write.to_file(text.encode("utf-8", errors="surrogateescape"), path)
    return added
