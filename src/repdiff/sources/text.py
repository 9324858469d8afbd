"""Bytes to text: what every reader of a text format does first. And the reader of plain text."""

import hashlib
from typing import NamedTuple

from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.model.texts import Source
from repdiff.sources.encodings import Decoded, binary, decode
from repdiff.sources.files import refuse_other_kinds
from repdiff.sources.request import Request
from repdiff.sources.writing import is_noise

_BLANK = "\ufeff\u200b"


class Text(NamedTuple):
    """A text without byte order mark and with newlines for line ends, how it was decoded, the digest of its bytes, and what to note."""

    text: str
    encoding: str
    assumed: bool
    sha256: str
    notes: tuple[Said, ...]


def read_text(data: bytes, request: Request) -> Source:
    """The bytes of a file as plain text: no marks. Errors as those of `decoded`."""
    found = decoded(data, request)
    return Source(request.name, found.text, "txt", found.encoding, found.assumed, found.sha256, notes=found.notes)


def decoded(data: bytes, request: Request, declared: str = "") -> Text:
    """The text of bytes that follow the codec of the request, or the one that is recognised where it has none.

    `declared` is a codec that the file itself names: it is believed where the bytes say nothing else and it decodes them.

    Raises RepdiffError for other kinds of files, known by their first bytes, and where there is no text to be had: empty, binary or
    undecodable (and where).
    """
    name, encoding, _ = request
    refuse_other_kinds(data, name)
    believed = _as_declared(data, declared) if encoding is None and declared else None
    found = believed or decode(data, name, encoding)
    text = found.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _refuse_nothing(text, bool(data), name)
    if "\0" in text or (encoding is None and is_noise(text)):
        raise binary(name)
    digest = hashlib.sha256(data).hexdigest()
    return Text(text, found.encoding, found.assumed, digest, _notes(name, found, believed is not None))


def _as_declared(data: bytes, codec: str) -> Decoded | None:
    """The text by the codec that the file names; None where the bytes are of another (UTF-8 is nothing else by chance)."""
    try:
        if not data.decode("utf-8").isascii():
            return None
    except UnicodeDecodeError:
        pass
    try:
        return Decoded(data.decode(codec), codec, False)
    except (UnicodeError, LookupError, ValueError):
        return None


def _notes(name: str, found: Decoded, declared: bool) -> tuple[Said, ...]:
    """What a reader must know of how the bytes became text; nothing where they are UTF-8, or ASCII, whatever it is called."""
    if found.encoding == "utf-8" or (declared and found.text.isascii()):
        return ()
    if declared:
        return (Said("{name} was read as {encoding} (as it declares).", name=name, encoding=found.encoding),)
    if found.assumed:
        return (Said("{name} was read as {encoding} (assumed from its bytes).", name=name, encoding=found.encoding),)
    return (Said("{name} was read as {encoding} (as given or marked).", name=name, encoding=found.encoding),)


def _refuse_nothing(text: str, any_bytes: bool, name: str) -> None:
    if not text.strip().strip(_BLANK).strip():
        reason = "holds nothing but white space" if any_bytes else "is empty"
        raise RepdiffError(f"{name}: the file {reason}.", "Give a file with text in it.")
