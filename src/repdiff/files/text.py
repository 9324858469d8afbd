"""Bytes to text: what every reader of a text format does first."""

import hashlib
import re
from typing import NamedTuple

from repdiff.files.encodings import Decoded, binary, decode
from repdiff.files.kinds import refuse_other_kinds
from repdiff.files.request import Request
from repdiff.files.writing import PADDING, is_noise, without_controls
from repdiff.model.said import Said

_BLANK = "\ufeff\u200b"
_LINE_ENDS = "\x85\u2028\u2029"
_FEEDS = re.compile(r"(?<![\n\f\v])[\f\v]+(?![\n\f\v])")
"""What starts a new page or line by itself; beside a newline it adds nothing but another one."""


class Text(NamedTuple):
    """A text without byte order mark and with newlines for line ends, how it was decoded, the digest of its bytes, and what to note."""

    text: str
    encoding: str
    assumed: bool
    sha256: str
    notes: tuple[Said, ...]


def decoded(data: bytes, request: Request, declared: str = "", *, as_is: bool = False) -> Text:
    """The text of bytes that follow the codec of the request, or the one that is recognised where it has none.

    `declared` is a codec that the file itself names: it is believed where the bytes say nothing else and it decodes them.

    Control characters, a few of which make no binary file, are read as blanks, with a note. Every sign that ends a line becomes a
    newline; with `as_is` those that may stand within a cell of a table stay. What holds nothing is an empty text, with a note.

    Raises RepdiffError for other kinds of files, known by their first bytes, and for what is binary or undecodable (and where).
    """
    name, encoding, _ = request
    refuse_other_kinds(data, name)
    believed = _as_declared(data, declared) if encoding is None and declared else None
    found = believed or decode(data, name, encoding)
    text = found.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    noise = is_noise(text.rstrip(PADDING))
    text, controls = without_controls(text)
    if noise:
        raise binary(name)
    digest = hashlib.sha256(data).hexdigest()
    notes = (*_notes(name, found, believed is not None), *_told(name, text, controls, any_bytes=bool(data)))
    return Text(text if as_is else _ended(text), found.encoding, found.assumed, digest, notes)


def _ended(text: str) -> str:
    """The text with a newline for each sign that ends a line. Form feeds and vertical tabs beside a newline stay as they are."""
    for sign in _LINE_ENDS:
        text = text.replace(sign, "\n")
    return _FEEDS.sub("\n", text) if "\f" in text or "\v" in text else text


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


def _told(name: str, text: str, controls: int, *, any_bytes: bool) -> tuple[Said, ...]:
    """What a reader must know of a text that holds nothing, or what no text holds."""
    told = []
    if controls:
        told.append(Said("{name}: control characters in it were read as blanks ({count}).", name=name, count=controls))
    if not any_bytes:
        told.append(Said("{name} is empty: it was read as a document without sentences.", name=name))
    elif not text.strip().strip(_BLANK).strip():
        told.append(
            Said("{name} holds nothing but white space: it was read as a document without sentences.", name=name)
        )
    return tuple(told)
