"""What the bytes of a file say of its kind: a document that is read, whatever its name, or one that is not, and what to do with it."""

import codecs
import re
from typing import NamedTuple

from repdiff.model.errors import RepdiffError

_AS_TEXT = "Save its text as .txt (UTF-8) and give that."
_AS_DOCX = "Open it in Word or LibreOffice, save it as .docx and give that."
_AS_XLSX = "Open it in Excel or LibreOffice, save it as .xlsx and give that."
_UNPACK = "Unpack it and give the text file inside."
_OCR = "Pictures hold no text: run OCR on it and give the text."
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class _Kind(NamedTuple):
    """What tells a kind of file, its name, and the hint of those that are not read; `reader` is the kind of the reader of the others."""

    sign: bytes
    name: str
    hint: str = _AS_TEXT
    reader: str = ""


_STARTS = (
    _Kind(b"%PDF-", "a PDF", _AS_TEXT, "pdf"),
    _Kind(b"{\\rtf", "a rich text (RTF) file", _AS_DOCX),
    _Kind(b"\x89PNG\r\n", "a PNG picture", _OCR),
    _Kind(b"\xff\xd8\xff", "a JPEG picture", _OCR),
    _Kind(b"GIF87a", "a GIF picture", _OCR),
    _Kind(b"GIF89a", "a GIF picture", _OCR),
    _Kind(b"II*\x00", "a TIFF picture", _OCR),
    _Kind(b"MM\x00*", "a TIFF picture", _OCR),
    _Kind(b"AT&TFORM", "a DjVu file", "Extract its text (djvutxt FILE) and give that."),
    _Kind(b"%!PS", "a PostScript file", "Make a PDF of it (ps2pdf FILE) and give that."),
    _Kind(b"\x1f\x8b", "a gzip archive", _UNPACK),
    _Kind(b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    _Kind(b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    _Kind(b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    _Kind(b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
)
# What a zip archive holds, by the names of its files; the first that fits counts.
_IN_ZIP = (
    _Kind(b"xl/workbook.bin", "a binary Excel workbook (.xlsb)", _AS_XLSX),
    _Kind(b"word/", "a Word document (.docx)", _AS_TEXT, "docx"),
    _Kind(b"xl/", "an Excel workbook (.xlsx)", _AS_TEXT, "xlsx"),
    _Kind(b"ppt/", "a PowerPoint file (.pptx)"),
    _Kind(b"application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)", _AS_TEXT, "odt"),
    _Kind(b"application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument table (.ods)", _AS_XLSX),
    _Kind(b"application/epub+zip", "an e-book (.epub)"),
    _Kind(b"Index/Document.iwa", "a Pages, Numbers or Keynote file", "Export it as .docx or .pdf and give that."),
)
# The streams of old Office files, by their names in UTF-16.
_IN_OLE = (
    _Kind(
        "EncryptedPackage".encode("utf-16-le"), "locked with a password", "Open it, save it without one and give that."
    ),
    _Kind("WordDocument".encode("utf-16-le"), "an old Word file (.doc)", _AS_DOCX),
    _Kind("Workbook".encode("utf-16-le"), "an old Excel file (.xls)", _AS_XLSX),
    _Kind("PowerPoint Document".encode("utf-16-le"), "an old PowerPoint file (.ppt)"),
    _Kind(b"", "an old Word, Excel or PowerPoint file", _AS_DOCX),
)
_IN_XML = (
    _Kind(b'progid="Word.Document"', "a Word document as XML", _AS_DOCX),
    _Kind(b'progid="Excel.Sheet"', "an Excel workbook as XML", _AS_XLSX),
    _Kind(b"<office:document", "an OpenDocument file as XML (.fodt)", _AS_TEXT, "odt"),
)
_LOOKED_AT = 2**12
"""Bytes from the beginning that tell a page or a mail: what stands above may be a comment and a declaration."""
_TAR = slice(257, 262)
"""Where a tar archive has its sign."""
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html\b|html[\s>])", re.IGNORECASE | re.DOTALL
)
_MAIL = re.compile(
    rb"(?=[a-z-]+:\s)(?=.*?^mime-version:)(?=.*?^content-type:\s*multipart/)", re.IGNORECASE | re.MULTILINE | re.DOTALL
)
_WARC = re.compile(rb"WARC/\d")


def kind_of(data: bytes) -> str:
    """The kind of the reader ("pdf", "docx", "xlsx", "html") that the bytes themselves ask for; empty where they ask for none."""
    found = _told(data)
    if found:
        return found.reader
    return "html" if _PAGE.match(_beginning(data)) else ""


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Raise RepdiffError for files that are no text, such as PDF, Office, picture and archive files, known by their bytes."""
    found = _told(data)
    if found:
        raise RepdiffError(f"{name}: {found.name}, not text.", found.hint)


def _told(data: bytes) -> _Kind | None:
    if data.startswith(_ZIP):
        return _within(data, _IN_ZIP) or _Kind(_ZIP, "a zip archive", _UNPACK)
    if data.startswith(_OLE):
        return _within(data, _IN_OLE)
    if data[_TAR] == b"ustar":
        return _Kind(b"", "a tar archive", _UNPACK)
    beginning = _beginning(data)
    if beginning.lstrip().startswith(b"<?xml"):
        return _within(beginning, _IN_XML)
    if _MAIL.match(beginning):
        return _Kind(
            b"", "a mail or a web archive (.mht)", "Open it, save it as a web page (.html) or as text and give that."
        )
    if _WARC.match(beginning):
        return _Kind(
            b"", "a web archive (WARC)", "Give it to `repdiff dupes` (.wet), or save its texts as .txt (UTF-8)."
        )
    return next((kind for kind in _STARTS if data.startswith(kind.sign)), None)


def _within(data: bytes, kinds: tuple[_Kind, ...]) -> _Kind | None:
    return next((kind for kind in kinds if kind.sign in data), None)


def _beginning(data: bytes) -> bytes:
    """The first bytes without byte order mark and, in UTF-16, without the zeros between the letters."""
    start = data[:_LOOKED_AT]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return start[2:].replace(b"\0", b"")
    return start.removeprefix(codecs.BOM_UTF8)
