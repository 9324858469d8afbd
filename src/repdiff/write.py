"""Where a report goes: a file, written beside and renamed; standard output; a pager."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from repdiff.errors import RepdiffError


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
    """
    encoding = "utf-8" if utf8 else (sys.stdout.encoding or "utf-8")
    try:
        sys.stdout.buffer.write(text.encode(encoding, errors="backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes standard output once more at exit and would complain about the pipe then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def page(text: str) -> None:
    """Show in `$PAGER`, else in `less -R`, else print. Colours arrive: `less` is told to keep them unless `$LESS`
    says otherwise."""
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
