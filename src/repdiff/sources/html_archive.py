"""Pages that a browser saved with their pictures in one file (MHTML, RFC 2557): the page in the archive."""

import base64
import binascii
import quopri
import re
from email.parser import BytesHeaderParser
from typing import NamedTuple

from repdiff.model.errors import RepdiffError

_HEAD = re.compile(rb"\s*(?:[A-Za-z][\w-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
_TYPE = re.compile(
    rb"^content-type:\s*(?:multipart/(?:related|mixed|alternative)|text/html)", re.IGNORECASE | re.MULTILINE
)
_END = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEAD = 20_000
"""Bytes of the longest head of an archive or of a part of it."""
_DEPTH = 4
"""Archives within archives that are opened."""


class Packed(NamedTuple):
    """The bytes of a page, and the encoding that the archive tells for it, if any."""

    data: bytes
    encoding: str


def page_in_archive(data: bytes, name: str) -> Packed | None:
    """The first page of an archive; None where the bytes are no archive. Raises RepdiffError for an archive without a page."""
    head = _HEAD.match(data[:_LONGEST_HEAD])
    if head is None or not _TYPE.search(head[0]):
        return None
    found = _page(data.lstrip(), _DEPTH)
    if found is None:
        raise RepdiffError(
            f"{name}: an archive of a page (MHTML) without a page in it.", "Save the page anew as HTML, and give that."
        )
    return found


def _page(part: bytes, depth: int) -> Packed | None:
    """The first page in a part: the part itself, or in the parts that it is made of."""
    border = _END.search(part, 0, _LONGEST_HEAD)
    if border is None:
        return None
    head = BytesHeaderParser().parsebytes(part[: border.end()])
    kind, body = head.get_content_type(), part[border.end() :]
    if kind in ("text/html", "application/xhtml+xml"):
        return Packed(
            _decoded(body, str(head.get("content-transfer-encoding", "")).strip().lower()),
            str(head.get_content_charset("")),
        )
    boundary = head.get_boundary()
    if not kind.startswith("multipart/") or not boundary or not depth:
        return None
    pieces = body.split(b"--" + boundary.encode("ascii", "replace"))[1:]
    return next((found for piece in pieces if (found := _page(piece.lstrip(), depth - 1)) is not None), None)


def _decoded(body: bytes, coding: str) -> bytes:
    if coding == "quoted-printable":
        return quopri.decodestring(body)
    if coding == "base64":
        try:
            return base64.b64decode(body, validate=False)
        except binascii.Error:
            return b""
    return body
