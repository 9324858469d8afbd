"""A Word file whose text is known by the elements that it comes from: what a program needs that writes into a copy of it."""

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from repdiff.sources.docx import WordFile
from repdiff.sources.docx_accepted import accept
from repdiff.sources.docx_story import Trace
from repdiff.sources.docx_xml import parsed
from repdiff.sources.lines import Stretch

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Traced(NamedTuple):
    """A Word file taken apart.

    `parts` are the entries of its archive with their bytes, in order; `main` is the name of the one that holds the document, `root` its
    tree, in which changes that were tracked before are accepted: `accepted` counts them. `stretches` say which element, of `nodes`,
    and which of its characters those of `text` come from; one without characters says that a paragraph ends there, whose element it
    names. What no stretch covers was made by the reader: numbers of lists, what parts cells.
    """

    parts: tuple[tuple[zipfile.ZipInfo, bytes], ...]
    main: str
    root: "Element"
    accepted: int
    text: str
    stretches: tuple[Stretch, ...]
    nodes: tuple["Element", ...]


def trace(data: bytes, name: str) -> Traced:
    """Take a Word file apart. Errors as those of `repdiff.sources.docx.read_docx`."""
    file = WordFile(data, name)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
    parts = tuple((entry, b"" if entry.is_dir() else file.archive.read(entry.filename)) for entry in entries)
    root = parsed(file.archive.xml(file.main), name, file.main)
    accepted = accept(root)
    found = Trace()
    text, stretches = file.traced(root, found)
    kept = tuple(each for each in stretches if each.node >= 0)
    return Traced(parts, file.main, root, accepted, text, kept, tuple(found.nodes))
