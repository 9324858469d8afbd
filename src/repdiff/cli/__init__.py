"""The `repdiff` command: a module per command; each parses options, makes one call, writes and returns an exit code."""

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Never

import typer

import repdiff.cli.compare  # noqa: F401
from repdiff.cli.app import app
from repdiff.cli.screen import say
from repdiff.model.errors import ExitCode, RepdiffError

__all__ = ["app", "main", "run"]

_INTERRUPTED = 130


def run(arguments: list[str], interrupted: Callable[[], bool] = bool) -> int:
    """Run the command with these arguments and return its exit code. Only shell completion raises: `SystemExit`.

    What fails once `interrupted()` holds is an interrupt, whatever it calls itself.
    """
    try:
        return int(app(arguments, prog_name="repdiff", standalone_mode=False) or ExitCode.OK)
    except Exception as error:
        return _INTERRUPTED if interrupted() else _failed(error)
    except KeyboardInterrupt:
        return _INTERRUPTED


def _failed(error: Exception) -> int:
    match error:
        case RepdiffError():
            say(str(error))
        case typer.TyperException():
            say(f"{error.format_message().rstrip('.')}. 'repdiff --help' shows how.")
        case _:
            return _bug(error)
    return ExitCode.BAD_INPUT


def _bug(error: Exception) -> int:
    if os.environ.get("REPDIFF_DEBUG"):
        import traceback

        traceback.print_exception(error)
    kind = type(error).__name__
    say(
        f"a fault of repdiff, not of your files ({kind}: {error}). Please report it with what is printed "
        "when the same command runs with REPDIFF_DEBUG=1 in the environment."
    )
    return ExitCode.BUG


def main() -> None:
    """Entry point of the `repdiff` command."""
    _spare_start_up()
    if sys.stderr is None:  # closed: print would take standard output instead
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115
    _leave(run(sys.argv[1:], _interrupts()))


def _interrupts() -> Callable[[], bool]:
    """Watch for an interrupt from here on; the function says whether there was one.

    Libraries written in C answer it with errors of their own: DuckDB with "Query interrupted", a module that is just
    being imported with "initialization failed".
    """
    seen = []

    def note(*_: object) -> Never:
        seen.append(True)
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else it is to be ignored, as under nohup
        signal.signal(signal.SIGINT, note)
    return lambda: bool(seen)


def _leave(code: int) -> None:
    """End the process at once: the interpreter would free object by object what the system frees in one go, a twelfth of a run."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, AttributeError):  # full, or closed from the beginning
            stream.flush()
    os._exit(code)


def _spare_start_up() -> None:
    """Leave out what a short process pays for and never uses; both only concern this process, so not the library's callers.

    numpy's OpenBLAS starts a thread per core when it is loaded, and no matrix is multiplied here: a sixth of the run.
    The garbage collector walks over everything that lives, and hardly anything here is a cycle: a twentieth.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(100_000, 20, 20)
