"""Paths to bytes: the file system's errors in words, and kinds of file that are no text."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from repdiff.model.errors import RepdiffError

STDIN = "-"
_LIMIT = 100 * 2**20
"""Bytes of the largest file read: 1,000 times a long report. Devices such as /dev/zero never end."""
_CHUNK = 2**20

_SAVE_AS_TEXT = "This kind is not read yet: save its text as .txt (UTF-8) and give that."
_SAVE_AS_WORD = "Open it in Word or LibreOffice and save it as .docx (a workbook as .xlsx)."
_UNZIP = "Unpack it and give the text file inside."
_MAGIC = (
    (b"%PDF-", "a PDF", "This kind is not read yet: extract its text (pdftotext FILE) and give that."),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file", _SAVE_AS_WORD),
    (b"{\\rtf", "a rich text (RTF) file", _SAVE_AS_WORD),
    (b"\x89PNG\r\n", "a PNG picture", "Pictures hold no text: run OCR on it and give the text."),
    (b"\xff\xd8\xff", "a JPEG picture", "Pictures hold no text: run OCR on it and give the text."),
    (b"GIF8", "a GIF picture", "Pictures hold no text: run OCR on it and give the text."),
    (b"\x1f\x8b", "a gzip archive", _UNZIP),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNZIP),
    (b"Rar!\x1a\x07", "a RAR archive", _UNZIP),
)
_OFFICE = (
    (b"word/", "a Word document (.docx)", "Give its name the ending .docx."),
    (b"xl/", "an Excel workbook (.xlsx)", "Give its name the ending .xlsx."),
    (b"ppt/", "a PowerPoint file (.pptx)", _SAVE_AS_TEXT),
    (b"mimetypeapplication/vnd.oasis.opendocument", "a file of LibreOffice (.odt, .ods)", _SAVE_AS_WORD),
)


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


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Raise RepdiffError for PDF, Office, picture and archive files, known by their first bytes."""
    if data.startswith(b"PK\x03\x04"):
        kind, hint = next((row[1:] for row in _OFFICE if row[0] in data), ("a zip archive", _UNZIP))
        raise RepdiffError(f"{name}: {kind}, not text.", hint)
    for magic, kind, hint in _MAGIC:
        if data.startswith(magic):
            raise RepdiffError(f"{name}: {kind}, not text.", hint)


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
        if size > _LIMIT:
            raise RepdiffError(f"{name}: larger than {_LIMIT // 2**20} MiB.", "Give the text of one document.")
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
