"""The formats that are read, in one table for all commands alike.

A new format is one new file beside this one, with a function that makes a Source of bytes, and one new row in READERS: nothing else
has to be told. `repdiff`, `check`, `track`, `outline` and `dupes` all ask this table by the ending of a file's name.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple

from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Source
from repdiff.sources.request import Request

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
    Reader("pdf", (".pdf",), _at("pdf", "read_pdf"), needs="pdf"),
    Reader("csv", (".csv", ".tsv"), _at("tables", "read_table")),
    Reader("xlsx", (".xlsx", ".xlsm"), _at("workbook", "read_workbook"), needs="xlsx"),
)


def reader_of(path: str) -> Reader | None:
    """The reader of the files that end as `path` does; None where there is none."""
    ending = PurePath(path).suffix.lower()
    return next((reader for reader in READERS if ending in reader.endings), None)


def source_of(path: str, data: bytes, request: Request, *, marks: bool = True) -> Source:
    """The bytes of the file at `path` as a source, by its reader, or as plain text where it has none; on request without its marks.

    Raises RepdiffError where there is no text to be had, or where what the reader needs is not installed.
    """
    reader = reader_of(path) or READERS[0]
    try:
        return (reader.read if marks or reader.text is None else reader.text)(data, request)
    except ModuleNotFoundError:
        if not reader.needs:
            raise
        ending = PurePath(path).suffix.lower()
        raise RepdiffError(
            f"{request.name}: reading {ending} needs more than is installed.", f"pip install 'repdiff[{reader.needs}]'"
        ) from None
