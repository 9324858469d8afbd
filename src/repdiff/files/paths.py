"""Paths to bytes, and the file system's errors in words."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from repdiff.model.errors import RepdiffError

STDIN = "-"
LIMIT = 100 * 2**20
"""Bytes of the largest file read, packed or not: 1,000 times a long report. Devices such as /dev/zero never end."""
_CHUNK = 2**20


def shown(path: str) -> str:
    """A path as it can stand in one line of a message: what is not printable is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii") for c in path)


def read_bytes(path: str) -> bytes:
    """All bytes of the file at `path`; "-" is standard input. Raises RepdiffError for any error."""
    name = shown(path)
    if not path:
        raise RepdiffError("No file name given.", "Give the path of a file, or - for standard input.")
    try:
        if path == STDIN:
            return _limited(_standard_input(), "<stdin>")
        with Path(path).open("rb") as stream:
            return _limited(stream, name)
    except OSError as error:
        raise _explained(error, path) from None
    except ValueError:  # a NUL or half a surrogate pair in a path; standard input already closed
        raise RepdiffError(f"{name}: cannot be opened.", "Check the path.") from None


def _standard_input() -> BinaryIO:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise RepdiffError("<stdin>: standard input is closed.", "Give a file, or pipe the text in.")
    return stream  # type: ignore[no-any-return]


def _limited(stream: BinaryIO, name: str) -> bytes:
    chunks = []
    size = 0
    while chunk := stream.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > LIMIT:
            raise RepdiffError(f"{name}: larger than {LIMIT // 2**20} MiB.", "Give the text of one document.")
    return b"".join(chunks)


def _explained(error: OSError, path: str) -> RepdiffError:
    name = "<stdin>" if path == STDIN else shown(path)
    if isinstance(error, FileNotFoundError):
        return RepdiffError(f"{name}: no such file.", _suggestion(path))
    if isinstance(error, IsADirectoryError) or _is_folder(path):
        return RepdiffError(f"{name}: a folder, not a file.", "Give one of the files in it.")
    if isinstance(error, PermissionError):
        return RepdiffError(f"{name}: permission denied.", "Make the file readable for you, or copy it.")
    reason = (error.strerror or type(error).__name__).lower()
    return RepdiffError(
        f"{name}: cannot be read ({reason}).", "Check the path and the disk, or copy the file elsewhere."
    )


def _is_folder(path: str) -> bool:
    """Windows reports a folder that is opened as a lack of permission."""
    with suppress(OSError):
        return Path(path).is_dir()
    return False


def _suggestion(path: str) -> str:
    from difflib import get_close_matches

    folder, wanted = Path(path).parent, Path(path).name
    try:
        there = sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return f"There is no folder {shown(str(folder))} to read either."
    near = get_close_matches(wanted, there, n=1)
    return f"Did you mean {shown(str(folder / near[0]))}?" if near else "Check the path."
