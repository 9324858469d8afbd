"""Where a report goes: a file, written beside and renamed; standard output; a pager."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from repdiff.model.errors import RepdiffError


def refuse_inputs(outputs: Iterable[str], inputs: Iterable[str]) -> None:
    """Raise RepdiffError where an output ("" and "-" are none) is one of the inputs, whatever it is called there, lies as
    a file within a folder that is one, or is another output too: writing it would destroy what is there.
    """
    wanted = [output for output in outputs if output not in ("", "-")]
    given = [path for path in inputs if path != "-"]
    for number, output in enumerate(wanted):
        if any(_same(output, path) for path in given):
            raise RepdiffError(f"{output}: is read as an input.", "Name another file for the output.")
        if any(_same(output, other) for other in wanted[:number]):
            raise RepdiffError(f"{output}: named for two outputs.", "Name another file for one of them.")


def _same(output: str, path: str) -> bool:
    one, other = Path(output), Path(path)
    try:
        if one.is_file() and other.is_dir():
            return one.resolve().is_relative_to(other.resolve())
        return one.samefile(other) if one.is_file() else one.resolve() == other.resolve()
    except (OSError, ValueError):
        return False


def to_file(text: str | bytes, path: Path) -> None:
    """Write a text as UTF-8, or bytes as they are, beside `path`, then rename over it.

    A reader sees the old file or the whole new one, never half of one.

    A link is followed and its target replaced; an existing file keeps its mode. Devices and pipes are written to
    directly.

    Raises:
        RepdiffError: the folder is missing, or the file or its folder may not be written.
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", errors="backslashreplace")
    try:
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
            return
        _replace(target, data)
    except OSError as error:
        raise _unwritable(path, error) from error


def _replace(target: Path, data: bytes) -> None:
    import tempfile

    if target.is_dir():
        raise IsADirectoryError
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    # The only way to read it is to set it.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> RepdiffError:
    if isinstance(error, FileNotFoundError):
        return RepdiffError(
            f"{path}: cannot be written: no such folder.", "Make the folder first, or name another file."
        )
    if isinstance(error, IsADirectoryError):
        return RepdiffError(f"{path}: cannot be written: it is a folder.", "Name a file in it.")
    reason = error.strerror or "permission denied"
    return RepdiffError(f"{path}: cannot be written: {reason[:1].lower()}{reason[1:]}.", "Name another file with -o.")


def to_stdout(text: str, *, utf8: bool = False) -> None:
    """Print; characters that the terminal's encoding lacks appear as escapes. A reader that stops early (`| head`) is
    no error.

    `utf8` writes UTF-8 whatever the terminal's encoding: for formats that say so themselves.

    Raises:
        RepdiffError: standard output is closed, or full.
    """
    with _printing() as stream:
        encoding = "utf-8" if utf8 else (sys.stdout.encoding or "utf-8")
        stream.write(text.encode(encoding, errors="backslashreplace"))


def copy_to_stdout(path: Path) -> None:
    """Print the bytes of a file; errors as those of `to_stdout`."""
    import shutil

    with _printing() as stream, path.open("rb") as file:
        shutil.copyfileobj(file, stream)


@contextmanager
def _printing() -> Iterator[BinaryIO]:
    if sys.stdout is None:
        raise RepdiffError("Standard output is closed.", "Name a file with -o.")
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except OSError as error:
        # Python flushes standard output once more at exit and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise _unwritable(Path("standard output"), error) from error


def on_terminal() -> bool:
    """Whether standard output is a terminal; it may be closed."""
    return sys.stdout is not None and sys.stdout.isatty()


def page(text: str) -> None:
    """Show in `$PAGER`, else in `less -R`, else print. Colours arrive: `less` is told to keep them unless `$LESS`
    says otherwise.
    """
    import shlex
    import subprocess

    command = shlex.split(os.environ.get("PAGER", "")) or ["less"]
    environment = {**os.environ}
    environment.setdefault("LESS", "-R")
    environment.setdefault("LESSCHARSET", "utf-8")
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        to_stdout(text)
        return
    assert pager.stdin is not None
    with suppress(BrokenPipeError), pager.stdin as pipe:
        pipe.write(text.encode("utf-8", errors="backslashreplace"))
    while True:
        # Ctrl-C belongs to the pager while it is on the screen.
        with suppress(KeyboardInterrupt):
            pager.wait()
            return


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A file beside `path` for the body to write, renamed over it when the body is done; gone when it fails.

    Raises:
        RepdiffError: the folder is missing, or the file or its folder may not be written.
    """
    import tempfile

    try:
        target = path.resolve()
        if target.is_dir():
            raise IsADirectoryError
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", suffix=".part", dir=target.parent) as folder:
            part = Path(folder) / target.name
            yield part
            part.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
            part.replace(target)
    except OSError as error:
        raise _unwritable(path, error) from error
