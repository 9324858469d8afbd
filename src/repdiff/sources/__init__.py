"""Files to sources: one call that gives the text of a document and says how it was decoded."""

import hashlib
import os
from pathlib import PurePath

from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.model.texts import Source
from repdiff.sources.encodings import Decoded, binary, decode
from repdiff.sources.files import STDIN, read_bytes, refuse_other_kinds, shown
from repdiff.sources.writing import is_noise

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
    digest = hashlib.sha256(data).hexdigest()
    notes = _notes(name, decoded)
    return Source(name, text, kind, decoded.encoding, decoded.assumed, digest, notes=notes)


def _notes(name: str, decoded: Decoded) -> tuple[Said, ...]:
    """What a reader must know of how the bytes became text; nothing where they are UTF-8."""
    if decoded.encoding == "utf-8":
        return ()
    if decoded.assumed:
        return (Said("{name} was read as {encoding} (assumed from its bytes).", name=name, encoding=decoded.encoding),)
    return (Said("{name} was read as {encoding} (as given or marked).", name=name, encoding=decoded.encoding),)


def _refuse_nothing(text: str, any_bytes: bool, name: str) -> None:
    if not text.strip().strip(_BLANK).strip():
        reason = "holds nothing but white space" if any_bytes else "is empty"
        raise RepdiffError(f"{name}: the file {reason}.", "Give a file with text in it.")
