"""Files to sources: one call that gives the text of a document and says how it was decoded."""

import os

from repdiff.model.texts import Source
from repdiff.sources.files import STDIN, read_bytes, shown
from repdiff.sources.readers import source_of
from repdiff.sources.request import Request

__all__ = ["read", "text_of"]


def read(path: str | os.PathLike[str], *, encoding: str | None = None) -> Source:
    r"""Read a file by the reader of its ending (see `repdiff.sources.readers`): .txt, .md, .html; anything else, and standard
    input for "-" (its name is then "<stdin>"), as plain text.

    `encoding` is a Python codec name that the bytes must follow; None recognises UTF-8, UTF-16, UTF-32, GB18030, Big5,
    Shift_JIS, EUC-JP, EUC-KR and the common single-byte alphabets, and believes the one that an HTML page declares. The source's
    text has no byte order mark, and only "\n" for line ends; its name is the path as given, with unprintable characters escaped.

    Raises RepdiffError when there is no text to be had: missing, unreadable, empty, binary or undecodable (and where).
    """
    given = os.fsdecode(path)
    name = "<stdin>" if given == STDIN else shown(given)
    return source_of(given, read_bytes(given), Request(name, encoding))


def text_of(path: str | os.PathLike[str], *, encoding: str | None = None) -> str:
    """The text that `read` gives, for those who need nothing else of the file: faster for some formats. Errors as those of `read`."""
    given = os.fsdecode(path)
    return source_of(given, read_bytes(given), Request(shown(given), encoding), marks=False).text
