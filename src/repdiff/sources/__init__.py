"""Files to sources: one call that gives the text of a document and says how it was decoded."""

import os
from dataclasses import replace
from pathlib import Path

from repdiff.files.paths import STDIN, read_bytes, shown
from repdiff.files.request import Request
from repdiff.model.said import Said
from repdiff.model.texts import Source
from repdiff.sources.readers import READERS, reader_of, source_of

__all__ = ["file_and_part", "read", "text_of"]

_OF_ROWS = ("csv", "xlsx")
"""Kinds whose readers are given the part of a file that the user names: columns, sheets."""


def read(path: str | os.PathLike[str], *, encoding: str | None = None) -> Source:
    r"""Read a file by the reader of its kind (see `repdiff.sources.readers`), told by its first bytes, else by its ending; anything else
    as plain text. "-" is standard input (its name is then "<stdin>").

    `encoding` is a Python codec name that the bytes must follow; None recognises UTF-8, UTF-16, UTF-32, GB18030, Big5,
    Shift_JIS, EUC-JP, EUC-KR and the common single-byte alphabets, and believes the one that an HTML page declares. The source's
    text has no byte order mark, and only "\n" for line ends; its name is the path as given, with unprintable characters escaped.

    Of a file that holds several documents, `path` names one by its number or by its title, or a part of it, behind a `#`
    (`page.txt#2`, `page.txt#Report 2020`); of a table or workbook, what stands there is the columns or sheets. A file whose very name
    holds the `#` is that file.

    Raises RepdiffError when there is no text to be had: missing, unreadable, binary or undecodable (and where), of a kind that is not
    read, damaged, or beyond bounds; where what its reader needs is not installed; and where no document, or more than one, is called so.
    """
    file, part = file_and_part(os.fsdecode(path))
    name = "<stdin>" if file == STDIN else shown(file)
    kind = (reader_of(file) or READERS[0]).kind
    if kind in _OF_ROWS:
        return source_of(file, read_bytes(file), Request(f"{name}#{part}" if part else name, encoding, part))
    from repdiff.sources.parts import part_of, parts_of

    source = source_of(file, read_bytes(file), Request(name, encoding))
    parts = parts_of(source.text)
    if part:
        return part_of(replace(source, parts=parts), part, f"{name}#{shown(part)}")
    if not parts:
        return source
    note = Said(
        "{name} holds {count} documents, read here as one: {name}#1 is the first alone, and so is a part of its title behind #;"
        " outline lists them.",
        name=name,
        count=len(parts),
    )
    return replace(source, parts=parts, notes=(*source.notes, note))


def file_and_part(given: str) -> tuple[str, str]:
    """The name of a file, and what stands behind a `#` that is not of the name."""
    if "#" not in given or _is_there(given):
        return given, ""
    at = given.rfind("#")
    while at > 0:
        if given[:at] == STDIN or _is_there(given[:at]):
            return given[:at], given[at + 1 :]
        at = given.rfind("#", 0, at)
    return given, ""


def _is_there(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def text_of(path: str | os.PathLike[str], *, encoding: str | None = None) -> str:
    """The text that `read` gives, for those who need nothing else of the file: faster for some formats. Errors as those of `read`."""
    given = os.fsdecode(path)
    return source_of(given, read_bytes(given), Request(shown(given), encoding), marks=False).text
