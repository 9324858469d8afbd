"""The `desk` command: a local page to drop files on."""

from typing import TYPE_CHECKING, Annotated

import typer

from repdiff.cli.app import SETTINGS, app
from repdiff.cli.options import Lang
from repdiff.cli.screen import say
from repdiff.model.errors import ExitCode, RepdiffError

if TYPE_CHECKING:
    from repdiff.desk.case import Case
    from repdiff.desk.server import Server

_JOBS = {"compare": "comparison", "check": "promises", "track": "timeline"}
_FEWEST = 2
_EXAMPLES = """\
\b
Examples:
  repdiff desk                             opens the browser: drop two files there
  repdiff desk 2020.docx 2021.pdf          these two; decisions are saved as 2021.pdf.review.json
  repdiff desk 2021.txt 2022.txt --job check
  repdiff desk --folder reports --no-browser
\b
Only this machine can reach it, and only with the address that is printed. Ctrl-C closes it.
Exit codes: 0 closed, 2 bad input.
"""


@app.command("desk", context_settings=SETTINGS, epilog=_EXAMPLES)
def open_desk(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE...]", help="Two or more versions to begin with, oldest first.")
    ] = None,
    job: Annotated[
        str,
        typer.Option(
            "--job", metavar="|".join(_JOBS), help="What to do with these files (default: compare two, track more)."
        ),
    ] = "",
    folder: Annotated[
        str, typer.Option("--folder", metavar="DIR", help="Where dropped files and decisions on them are kept.")
    ] = "repdiff-desk",
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="Port of 127.0.0.1 (default: a free one).")
    ] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
    lang: Lang = "",
) -> int:
    """Open a page in the browser where files are dropped, compared and decided on; nothing leaves this machine."""
    from pathlib import Path

    from repdiff.desk.desk import Desk
    from repdiff.desk.server import Server, serve
    from repdiff.model.view import View

    given = [_given(files, job)] if files else []
    if job and not files:
        raise RepdiffError(f"--job {job} is for files that are named.", "Name them, or choose on the page.")
    if Path(folder).exists() and not Path(folder).is_dir():
        raise RepdiffError(f"{folder}: a file, not a folder.", "Name a folder with --folder.")
    server = Server(Desk(Path(folder), given, View(lang=lang)), port, lang)
    try:
        say(f"the desk is at {server.guard.address}{_at(given)} (Ctrl-C closes it)")
        serve(server, lambda: _browse(server, _at(given)) if browser else None)
    except KeyboardInterrupt:
        say("the desk is closed.")
    return ExitCode.OK


def _given(files: list[str], job: str) -> "Case":
    """The case of the files that were named. Raises RepdiffError where there is none to be made of them."""
    from pathlib import Path

    from repdiff.desk.case import Case
    from repdiff.desk.job import job_of
    from repdiff.desk.shelf import beside
    from repdiff.sources import file_and_part

    if len(files) < _FEWEST:
        raise RepdiffError("One file alone cannot be compared.", "Name two, or none and drop them on the page.")
    if job and job not in _JOBS:
        raise RepdiffError(f"--job {job!r} is none of {', '.join(_JOBS)}.", "'repdiff desk --help' shows how.")
    for name in files:
        file = file_and_part(name)[0]
        if not Path(file).is_file():
            raise RepdiffError(f"{file}: no such file.", "Name files, or none and drop them on the page.")
    name = _JOBS[job] if job else ("comparison" if len(files) == _FEWEST else "timeline")
    paths = tuple(Path(name).absolute() for name in files)
    newest = Path(file_and_part(str(paths[-1]))[0])
    return Case("given", job_of(name, len(files)), paths, beside(newest))


def _at(given: "list[Case]") -> str:
    return f"c/{given[0].id}/" if given else ""


def _browse(server: "Server", at: str) -> None:
    """Open the browser, where there is one that shows windows; the address that it is started with leads to the desk once."""
    import os
    import sys
    import webbrowser

    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        say("there is no screen for a browser: open the address above.")
        return
    try:
        opened = webbrowser.open(f"{server.guard.opening}/{at}")
    except webbrowser.Error:
        opened = False
    if not opened:
        say("no browser was found: open the address above.")
