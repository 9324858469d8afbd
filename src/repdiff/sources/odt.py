"""OpenDocument texts (.odt, .ott, and .fodt in one piece): their text as a reader sees it, a line per paragraph and per row of a table.

Numbers that the program puts in front of paragraphs are part of the text. Changes under tracked changes are taken as accepted.
"""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from repdiff.files.archive import Archive
from repdiff.files.request import Request
from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.model.texts import Aside, Placing, Source
from repdiff.sources.docx_xml import parsed
from repdiff.sources.items import items_or_headings
from repdiff.sources.lines import Lines
from repdiff.sources.odt_blocks import Blocks
from repdiff.sources.odt_lists import Lists
from repdiff.sources.odt_styles import Styles
from repdiff.sources.odt_xml import child, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KIND: Final = "OpenDocument text"
_ZIP: Final = b"PK"
_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_LOCKED: Final = b"encryption-data"
_PAGE_STYLES: Final = "office:master-styles"
_RUNNING: Final = ("header", "footer")
_PAGES: Final = ("text:page-number", "text:page-count")
_WORDS_OF_A_PAGE_NUMBER: Final = 16
"""Code points around the number of a page; a longer line says more than that."""


def read_odt(data: bytes, request: Request) -> Source:
    """The bytes of an OpenDocument text as a source; its places are paragraphs.

    Headings have the level of their outline; headers, footers, notes, comments, hidden and deleted text and contents pages are left out,
    with where they stood. Nothing outside of the file is read, nothing in it is run.

    Raises RepdiffError where the file is no such text, is damaged, locked by a password, or unpacks to more than any document holds.
    """
    try:
        return _source(tuple(_roots(data, request.name)), data, request.name)
    except RecursionError:
        raise RepdiffError(
            f"{request.name}: nested deeper than any document.", "Copy its text into a new file."
        ) from None


def _roots(data: bytes, name: str) -> Iterator["Element"]:
    """The trees that hold the text and the styles, the text first."""
    if not data.startswith(_ZIP):
        yield parsed(data, name, name)
        return
    archive = Archive(data, name, _KIND)
    if _MANIFEST in archive and _LOCKED in archive.read(_MANIFEST):
        raise RepdiffError(f"{name}: protected by a password.", "Save a copy without the password.")
    for part in (_CONTENT, _STYLES):
        if part in archive or part == _CONTENT:
            yield parsed(archive.xml(part), name, part)


def _source(roots: tuple["Element", ...], data: bytes, name: str) -> Source:
    body = child(child(roots[0], "office:body"), "office:text")
    if body is None:
        raise RepdiffError(
            f"{name}: an OpenDocument file without a text.", "Open it in LibreOffice, save it as .odt and give that."
        )
    styles = Styles(roots[::-1])  # what the text itself defines comes last and counts
    blocks, lines = Blocks(styles, Lists(styles)), Lines()
    for why, text in dict.fromkeys(_running_heads(roots, styles)):
        lines.leave(why, text)
    for each in body:
        for line in blocks.lines(each):
            lines.add(line)
    text = lines.text
    return Source(
        name,
        text,
        "odt",
        sha256=hashlib.sha256(data).hexdigest(),
        marks=items_or_headings(lines.marks, text),
        notes=tuple(_said(name, blocks, bool(text))),
        hard_lines=True,
        places=Placing.PARAGRAPHS,
        left_out=lines.left_out,
    )


def _running_heads(roots: tuple["Element", ...], styles: Styles) -> Iterator[tuple[Aside, str]]:
    """What stands above and below the text of the pages."""
    for root in roots:
        for part in (part for each in root if name_of(each) == _PAGE_STYLES for page in each for part in page):
            if name_of(part).removeprefix("style:").startswith(_RUNNING):
                counts = any(name_of(each) in _PAGES for each in part.iter())
                for line in Blocks(styles, Lists(styles)).all(part):
                    if line.text:
                        short = counts and len(line.text) <= _WORDS_OF_A_PAGE_NUMBER
                        yield Aside.PAGE_NUMBER if short else Aside.RUNNING_HEAD, line.text.replace("\t", " ")


def _said(name: str, blocks: Blocks, any_text: bool) -> Iterator[Said]:
    """What a reader must know of how the file was read."""
    if blocks.drawn:
        yield Said("{name} has {count} charts or diagrams: what they say is not read.", name=name, count=blocks.drawn)
    if blocks.deleted:
        yield Said("{name} has tracked changes: they are read as accepted, what they delete is left out.", name=name)
    if blocks.hidden:
        yield Said("{name} has hidden text: it is left out.", name=name)
    if not any_text:
        yield Said("{name} shows no text: it may hold pictures of pages.", name=name)
