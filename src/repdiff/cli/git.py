"""What git calls: a diff of two versions of a file, its text, two files side by side. Nothing here may fail, since git gives up then."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from repdiff.cli.app import SETTINGS, app
from repdiff.cli.options import Lang
from repdiff.cli.screen import say, view_of
from repdiff.model.errors import ExitCode, RepdiffError
from repdiff.renderers.registry import Format

if TYPE_CHECKING:
    from repdiff.model.texts import Source

_NO_FILE = ("/dev/null", "nul")
_LINK, _MODULE = "120000", "160000"  # modes of a symbolic link and of a repository within another
_TOOL = "git-difftool--helper"
_FEWEST, _RENAMED = 7, 9  # arguments of a diff; of one of a file that was renamed or copied
_SHORT = 7  # digits of a key


class _Side(NamedTuple):
    """One version of a file: where git put it, its key, its mode, what it is called."""

    path: str
    key: str
    mode: str
    name: str

    @property
    def is_there(self) -> bool:
        """Whether there is a file on this side."""
        return self.path.lower() not in _NO_FILE


class _Change(NamedTuple):
    """Two versions, and what git says of a file that was renamed or copied."""

    old: _Side
    new: _Side
    told: str = ""


@app.command("git-diff", context_settings=SETTINGS, hidden=True)
def git_diff(
    given: Annotated[
        list[str], typer.Argument(metavar="PATH OLD KEY MODE NEW KEY MODE [NAME TOLD]", help="What git gives.")
    ],
    context: Annotated[int, typer.Option("--context", min=0, help="Show N unchanged sentences around changes.")] = 0,
    lang: Lang = "",
) -> int:
    """Print a comparison as git's external diff: git gives seven arguments, nine of a renamed file, one of an unmerged one."""
    from repdiff.files import write
    from repdiff.report.runs import visible

    if len(given) < _FEWEST:
        write.to_stdout(f"* Unmerged path {visible(given[0])}\n")
        return ExitCode.OK
    if (helper := os.environ.get("GIT_EXTERNAL_DIFF", "")) == _TOOL:
        return _hand_over(helper, given)
    change = _change_of(given)
    colored = _is_colored()
    write.to_stdout("".join(f"{_bold(line, colored)}\n" for line in _head(change)))
    if change.old.key != change.new.key or not _is_key(change.new.key):
        write.to_stdout(_body(change, (context, lang), colored) + "\n")
    return ExitCode.OK


def _hand_over(helper: str, given: list[str]) -> int:
    """Let `git difftool` show the two: of files that have a driver of their own git calls that instead of the tool that was asked for."""
    import subprocess

    return subprocess.run([helper, *given], check=False).returncode


def _change_of(given: list[str]) -> _Change:
    path, old, old_key, old_mode, new, new_key, new_mode = given[:_FEWEST]
    renamed, told = given[_FEWEST:_RENAMED] if len(given) >= _RENAMED else (path, "")
    return _Change(_Side(old, old_key, old_mode, path), _Side(new, new_key, new_mode, renamed), told)


def _is_key(key: str) -> bool:
    """Whether git knows the key of a version: of what is only in the working tree it gives noughts."""
    return key.strip("0.") != ""


def _head(change: _Change) -> list[str]:
    """The lines that git's own diff begins with."""
    from repdiff.report.runs import visible

    old, new = change.old, change.new
    lines = [f"diff --git a/{old.name} b/{new.name}"]
    if not old.is_there:
        lines.append(f"new file mode {new.mode}")
    elif not new.is_there:
        lines.append(f"deleted file mode {old.mode}")
    elif old.mode != new.mode:
        lines += [f"old mode {old.mode}", f"new mode {new.mode}"]
    lines += [line for line in change.told.splitlines() if line and not line.startswith("index ")]
    return [visible(line) for line in lines]


def _body(change: _Change, how: tuple[int, str], colored: bool) -> str:
    """The comparison; one line where the two cannot be compared."""
    from repdiff.report.runs import visible

    sides = (change.old, change.new)
    names = [f"{'ab'[n]}/{side.name}" if side.is_there else "/dev/null" for n, side in enumerate(sides)]
    if any(side.mode in (_LINK, _MODULE) for side in sides if side.is_there):
        return visible(f"{names[0]} and {names[1]} differ: links and repositories have no text.")
    try:
        return _compared(sides, how, colored)
    except RepdiffError as error:
        return visible(f"Binary files {names[0]} and {names[1]} differ: {error.message}")
    except Exception as error:
        _tell_fault(error)
        return visible(f"Files {names[0]} and {names[1]} differ")


def _compared(sides: tuple[_Side, _Side], how: tuple[int, str], colored: bool) -> str:
    from repdiff import compare, render
    from repdiff.model.view import View

    old, new = map(_read, sides)
    view = view_of("always" if colored else "never", "", Format.TERMINAL, lang=how[1], view=View(context=how[0]))
    return str(render(compare(old, new), Format.TERMINAL, view))


def _read(side: _Side) -> "Source":
    """The file under the name that it has in the repository, with the beginning of its key."""
    from repdiff.files.paths import STDIN, read_bytes, shown
    from repdiff.files.request import Request
    from repdiff.model.texts import Source
    from repdiff.sources.readers import source_of

    name = f"{side.name} ({side.key[:_SHORT]})" if _is_key(side.key) and side.is_there else side.name
    if not side.is_there:
        return Source(shown(name), "")
    path = f"./{STDIN}" if side.path == STDIN else side.path  # a file may be called so
    return source_of(path, read_bytes(path), Request(shown(name)))


def _is_colored() -> bool:
    """Whether git would colour a diff: as its settings say, on a terminal or in its pager."""
    import subprocess

    if os.environ.get("NO_COLOR"):
        return False
    shown = bool(os.environ.get("GIT_PAGER_IN_USE")) or (sys.stdout is not None and sys.stdout.isatty())
    asked = ["git", "config", "--get-colorbool", "color.diff", str(shown).lower()]
    try:
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() == "true"
    except OSError:
        return False


def _bold(line: str, colored: bool) -> str:
    return f"\x1b[1m{line}\x1b[0m" if colored else line


def _tell_fault(error: Exception) -> None:
    if os.environ.get("REPDIFF_DEBUG"):
        import traceback

        traceback.print_exception(error)
    say(f"a fault of repdiff, not of your files ({type(error).__name__}: {error}). The two are not compared.")


@app.command("git-text", context_settings=SETTINGS, hidden=True)
def git_text(file: Annotated[str, typer.Argument(metavar="FILE", help="A file that git gives.")]) -> int:
    """Print the text of a file for git (textconv); of one that has none, a line that changes when the file does."""
    from repdiff.files import write
    from repdiff.sources import text_of

    try:
        text = text_of(file) if file.lower() not in _NO_FILE else ""
    except RepdiffError as error:
        text = _key_line(file, error.message)
    except Exception as error:
        _tell_fault(error)
        text = _key_line(file, "not read")
    write.to_stdout(text if text.endswith("\n") or not text else f"{text}\n", utf8=True)
    return ExitCode.OK


def _key_line(file: str, why: str) -> str:
    import hashlib
    from contextlib import suppress

    key = ""
    with suppress(OSError):
        key = hashlib.sha256(Path(file).read_bytes()).hexdigest()
    return f"(no text: {why.replace(file, Path(file).name)} sha256 {key})"


@app.command("git-view", context_settings=SETTINGS, hidden=True)
def git_view(
    old: Annotated[str, typer.Argument(metavar="LOCAL", help="The older version.")],
    new: Annotated[str, typer.Argument(metavar="REMOTE", help="The newer version.")],
    name: Annotated[str, typer.Argument(metavar="PATH", help="What git calls the file.")] = "",
    page: Annotated[bool, typer.Option("--page", help="A page in the browser instead of the terminal.")] = False,
    lang: Lang = "",
) -> int:
    """Show two files as `git difftool` does: here, or as a page in the browser."""
    from repdiff import compare, render
    from repdiff.cli.screen import deliver
    from repdiff.model.view import View

    if any(Path(each).is_dir() for each in (old, new)):
        raise RepdiffError("Two folders are not compared.", "Leave out --dir-diff (-d): git then gives file by file.")
    try:
        sides = (_read(_Side(old, "", "", name or old)), _read(_Side(new, "", "", name or new)))
    except RepdiffError as error:
        say(str(error))
        return ExitCode.OK
    comparison = compare(*sides)
    if page:
        _open(str(render(comparison, Format.HTML, View(lang=lang))), name or new)
        return ExitCode.OK
    deliver(
        str(render(comparison, Format.TERMINAL, view_of("auto", "", Format.TERMINAL, lang=lang))), Format.TERMINAL, ""
    )
    return ExitCode.OK


def _open(page: str, name: str) -> None:
    """Write a page that stays, since a browser may read it when git is done, and open it."""
    import tempfile
    import webbrowser

    from repdiff.files import write

    folder = Path(tempfile.mkdtemp(prefix="repdiff-"))
    path = folder / f"{Path(name).stem or 'report'}.html"
    write.to_file(page, path)
    say(f"{path}: {'opened' if webbrowser.open(path.as_uri()) else 'open it in a browser'}.")
