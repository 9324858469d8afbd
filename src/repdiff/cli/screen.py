"""How a report is shown, by the options and the terminal, and where it goes."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from repdiff.model.errors import ExitCode, RepdiffError
from repdiff.renderers import Format, format_of
from repdiff.renderers.registry import RENDERERS

if TYPE_CHECKING:
    from repdiff.model.places import PlacesCheck, PlacesTrack
    from repdiff.model.view import View

_NARROWEST = 40


def view_of(color: str, output: str, target: Format, *, lang: str = "", view: "View | None" = None) -> "View":
    """How to show a report, from the options and the terminal; `view` is what is already known."""
    from repdiff.files import write
    from repdiff.model.view import View

    on_terminal = not output and write.on_terminal()
    colored = target is Format.TERMINAL and _colored(color, on_terminal)
    return replace(view or View(), width=_width(on_terminal), lang=lang, color=colored)


def _width(on_terminal: bool) -> int:
    """Columns of the terminal or of `$COLUMNS`; 0, no wrapping, where there is neither: a pipe or a file."""
    import shutil

    stated = os.environ.get("COLUMNS", "")
    if not on_terminal and not (stated.isdecimal() and int(stated)):
        return 0
    return max(shutil.get_terminal_size((100, 24)).columns, _NARROWEST)


def _colored(color: str, on_terminal: bool) -> bool:
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return on_terminal and os.environ.get("TERM") != "dumb"


def target_of(form: str, output: str, job: str) -> Format:
    """The form of a report: the one named, else what the output's name implies, else the terminal's.

    Raises RepdiffError where bytes that are no text would go to the screen, or the name implies no form that this job has.
    """
    target = Format(form) if form else (format_of(output, job) or Format.TERMINAL)
    if RENDERERS[target].binary and job in RENDERERS[target].jobs and output in ("", "-"):
        raise RepdiffError(f"{target} is not for the screen.", "Name a file with -o.")
    return target


def deliver(report: str | bytes, target: Format, output: str) -> None:
    """Write a report to its file, to the pager or to standard output; one in bytes needs a file."""
    from repdiff.files import write

    if isinstance(report, bytes) or output not in ("", "-"):
        write.to_file(report, Path(output))
    elif target is Format.TERMINAL and write.on_terminal() and _keys_arrive() and _is_long(report):
        write.page(report)
    else:
        write.to_stdout(report, utf8=target is not Format.TERMINAL)


def _keys_arrive() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _is_long(report: str) -> bool:
    import shutil

    return os.environ.get("TERM") != "dumb" and report.count("\n") >= shutil.get_terminal_size().lines


def code_of(result: "PlacesCheck | PlacesTrack") -> int:
    """The exit code of a table of places; one line says which of them failed."""
    failed = [place.name for place in result.places if place.error]
    if not failed:
        return ExitCode.OK
    say(
        f"{result.table}: {len(failed)} of {len(result.places)} places failed ({', '.join(failed)}). The report says why."
    )
    return ExitCode.BAD_INPUT


def say(message: str) -> None:
    """One line on standard error; controls in it (a file's name may hold some) as escapes."""
    from repdiff.report.runs import visible

    print(f"repdiff: {visible(' '.join(message.split()))}", file=sys.stderr)
