"""The formats that are read, in one table for all commands alike.

A new format is one new file beside this one, with a function that makes a Source of bytes, and one new row in READERS: nothing else
has to be told. `repdiff`, `check`, `track`, `outline` and `dupes` all ask this table, by the ending of a file's name; where the first
bytes of a file are of another kind, they count.
"""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple

from repdiff.files.kinds import kind_of
from repdiff.files.packed import inner, packing, unpacked
from repdiff.files.paths import LIMIT
from repdiff.files.request import Request
from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.model.texts import Source

Function = Callable[[bytes, Request], Source]
"""Makes a Source of the bytes of a file. Raises RepdiffError."""


class Reader(NamedTuple):
    """A format: the name of its kind, the endings of its files in small letters, its function, and the extra that must be installed.

    `text` is a faster function for those who need the same text and none of its marks, where there is one.
    """

    kind: str
    endings: tuple[str, ...]
    read: Function
    needs: str = ""
    text: Function | None = None


def _at(module: str, name: str) -> Function:
    """A function of a module of this room, imported when it is first called: a plain text does not wait for the others."""

    def read(data: bytes, request: Request) -> Source:
        found: Function = getattr(import_module(f"repdiff.sources.{module}"), name)
        return found(data, request)

    return read


READERS = (
    Reader("txt", (".txt",), _at("text", "read_text")),
    Reader(
        "md", (".md", ".markdown", ".mdown", ".mkd"), _at("markdown", "read_markdown"), text=_at("text", "read_text")
    ),
    Reader("html", (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml"), _at("html", "read_html")),
    Reader("docx", (".docx", ".docm"), _at("docx", "read_docx"), needs="docx"),
    Reader("odt", (".odt", ".ott", ".fodt"), _at("odt", "read_odt"), needs="odt"),
    Reader("pdf", (".pdf",), _at("pdf", "read_pdf"), needs="pdf"),
    Reader("csv", (".csv", ".tsv"), _at("tables", "read_table")),
    Reader("xlsx", (".xlsx", ".xlsm"), _at("workbook", "read_workbook"), needs="xlsx"),
)

_NO_TEXT = ("docx", "odt", "pdf", "xlsx")
"""Kinds of which a file that is text is none: it was given a wrong ending."""


def reader_of(path: str) -> Reader | None:
    """The reader of the files that end as `path` does, packed or not (`page.html.gz`); None where there is none."""
    ending = PurePath(inner(path)).suffix.lower()
    return next((reader for reader in READERS if ending in reader.endings), None)


def source_of(path: str, data: bytes, request: Request, *, marks: bool = True) -> Source:
    """The bytes of the file at `path` as a source, by the reader that they ask for, else by that of its ending, else as plain text; on
    request without its marks. Packed files are unpacked. What holds nothing is a source without text, with a note.

    Raises RepdiffError where there is no text to be had, or where what the reader needs is not installed.
    """
    content, notes = _unpacked(path, data, request.name)
    reader, more = _chosen(inner(path), content, request)
    source = _read(reader, content, request, marks=marks)
    return replace(source, notes=(*notes, *more, *source.notes)) if notes or more else source


def _unpacked(path: str, data: bytes, name: str) -> tuple[bytes, tuple[Said, ...]]:
    ending = packing(data)
    if not ending:
        if data and inner(path) != path:
            known = PurePath(path).suffix.lower()
            raise RepdiffError(f"{name}: not packed as {known} says.", "Name it by what it is, or fetch it again.")
        return data, ()
    content = unpacked(data, ending, name, LIMIT)
    told = Said("{name} was unpacked: its first bytes are those of {ending}.", name=name, ending=ending)
    return content, () if path.lower().endswith(ending) else (told,)


def _chosen(path: str, data: bytes, request: Request) -> tuple[Reader, tuple[Said, ...]]:
    """The reader of the bytes, and a note where the ending does not say the same."""
    by_name = reader_of(path)
    kind = kind_of(data)
    if not data.strip() or (kind == "html" and by_name and by_name.kind == "md"):
        return READERS[0] if not by_name or by_name.kind in _NO_TEXT else by_name, ()
    if not kind and by_name and by_name.kind in _NO_TEXT and _is_text(data, request):
        kind = READERS[0].kind
    reader = next((each for each in READERS if each.kind == kind), by_name or READERS[0])
    if not kind or reader is by_name:
        return reader, ()
    ending = reader.endings[0]
    return reader, (Said("{name} was read as {ending}: its first bytes say so.", name=request.name, ending=ending),)


def _is_text(data: bytes, request: Request) -> bool:
    try:
        READERS[0].read(data, request)
    except RepdiffError:
        return False
    return True


def _read(reader: Reader, data: bytes, request: Request, *, marks: bool) -> Source:
    try:
        return (reader.read if marks or reader.text is None else reader.text)(data, request)
    except ModuleNotFoundError:
        if not reader.needs:
            raise
        raise RepdiffError(
            f"{request.name}: reading {reader.endings[0]} needs more than is installed.",
            f"pip install 'repdiff[{reader.needs}]'",
        ) from None
