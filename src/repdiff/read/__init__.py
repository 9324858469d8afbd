"""Files to sources: one call that gives the text of a document and says how it was decoded."""

import hashlib
import os
from pathlib import PurePath

from repdiff.errors import RepdiffError
from repdiff.model import Source
from repdiff.read.encodings import binary, decode
from repdiff.read.evidence import is_noise
from repdiff.read.files import STDIN, read_bytes, refuse_other_kinds, shown

__all__ = ["read"]

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_BLANK = "\ufeff\u200b"


def read(path: str | os.PathLike[str], *, encoding: str | None = None) -> Source:
    """Read a .txt or .md file, or standard input for "-" (its name is then "<stdin>").

    `encoding` is a Python codec name that the bytes must follow; None recognises UTF-8, UTF-16, UTF-32, GB18030, Big5,
    Shift_JIS, EUC-JP, EUC-KR and the common single-byte alphabets. The source's text has no byte order mark, and only
    "\\n" for line ends; its name is the path as given, with unprintable characters escaped.

    Raises RepdiffError when there is no text to be had: missing, unreadable, empty, binary or undecodable (and where).
    """
    given = os.fsdecode(path)
    name = "<stdin>" if given == STDIN else shown(given)
    data = read_bytes(given)
    refuse_other_kinds(data, name)
    decoded = decode(data, name, encoding)
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _refuse_nothing(text, bool(data), name)
    if "\0" in text or (encoding is None and is_noise(text)):
        raise binary(name)
    kind = "md" if PurePath(given).suffix.lower() in _MARKDOWN else "txt"
    return Source(name, text, kind, decoded.encoding, decoded.assumed, hashlib.sha256(data).hexdigest())


def _refuse_nothing(text: str, any_bytes: bool, name: str) -> None:
    if not text.strip().strip(_BLANK).strip():
        reason = "holds nothing but white space" if any_bytes else "is empty"
        raise RepdiffError(f"{name}: the file {reason}.", "Give a file with text in it.")
