"""The parts of a zip file (Word, Excel), opened within bounds: sizes are counted while they are unpacked, never believed."""

import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

from repdiff.files.kinds import refuse_other_kinds
from repdiff.model.errors import RepdiffError

_LARGEST: Final = 100 * 2**20
"""Bytes of all parts that are unpacked of one file: what a file of text may have, 1,000 times a long report."""
_MOST_PARTS: Final = 20_000
"""Parts of a file: a report with 5,000 pictures has fewer; each costs memory before anything is read."""
_MOST_TAGS: Final = 4_000_000
"""Brackets and attributes in one part: a page has some 2,000; each costs a tree 20 times its bytes."""
_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the two that Office files may use
_CHUNK = 2**20
_ZIP = b"PK"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
_AGAIN = "Open it in the program that made it and save it again."
_DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")


class Archive:
    """A zip file in memory whose parts are read by name, in any case of letters.

    Raises RepdiffError, with the name of the file, where it is no zip file, is protected by a password, or holds more than is read.
    """

    def __init__(self, data: bytes, name: str, kind: str) -> None:
        """`kind` is what the file should be, in words ("Word document")."""
        self._name = name
        self._left = _LARGEST
        _refuse_other(data, name, kind)
        if data.count(_ENTRY) > _MOST_PARTS:
            raise RepdiffError(
                f"{name}: more than {_MOST_PARTS:,} parts in one file.", f"No {kind} has so many. {_AGAIN}"
            )
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
            found = self._file.infolist()
        except _BROKEN:
            raise RepdiffError(f"{name}: a damaged {kind} (its zip archive is broken).", _AGAIN) from None
        self._parts = {_part(info.filename): info for info in found if not info.filename.endswith("/")}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in small letters, with `/` and without one at the start."""
        return tuple(self._parts)

    def __contains__(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return _part(part) in self._parts

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises RepdiffError where there is none, where it is damaged, locked, or too large."""
        info = self._parts.get(_part(part))
        if info is None:
            raise RepdiffError(f"{self._name}: the part {part} is missing.", _AGAIN)
        if info.flag_bits & 1:
            raise RepdiffError(f"{self._name}: protected by a password.", "Save a copy without the password.")
        if info.file_size > self._left:
            raise self._too_large()
        try:
            if info.compress_type not in _METHODS:
                raise zipfile.BadZipFile("packed in a way that Office files are not")
            return self._unpacked(info)
        except _BROKEN:
            raise RepdiffError(f"{self._name}: damaged (its part {part} cannot be unpacked).", _AGAIN) from None

    def xml(self, part: str) -> bytes:
        """The bytes of a part that holds XML. Raises RepdiffError besides for entities and for more tags than any document has."""
        found = self.read(part)
        if _DOCTYPE.search(found):
            raise RepdiffError(
                f"{self._name}: its part {part} defines entities, which no Office program writes.", _AGAIN
            )
        if found.count(b"<") + found.count(b"=") > _MOST_TAGS:
            raise self._too_large()
        return found

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        chunks = []
        with self._file.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                chunks.append(chunk)
                self._left -= len(chunk)
                if self._left < 0:
                    raise self._too_large()
        return b"".join(chunks)

    def _too_large(self) -> RepdiffError:
        size = f"{_LARGEST // 2**20} MiB"
        return RepdiffError(f"{self._name}: unpacks to more than is read ({size}).", "Give the text of one document.")


def _part(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _refuse_other(data: bytes, name: str, kind: str) -> None:
    """Raise RepdiffError for what is no zip file, by what it is."""
    if not data:
        raise RepdiffError(f"{name}: the file is empty.", f"Give a {kind} with text in it.")
    if not data.startswith(_ZIP):
        refuse_other_kinds(data, name)
        raise RepdiffError(
            f"{name}: no {kind}, whatever its name says.", "Give it the ending of what it is, or save it again."
        )
