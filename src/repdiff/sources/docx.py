"""Word files (.docx, .docm): their text as a reader sees it, a line per paragraph and per row of a table, and what the file says of it.

Numbers that the program puts in front of paragraphs are part of the text. Changes under tracked changes are taken as accepted.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from repdiff.files.archive import Archive
from repdiff.files.request import Request
from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.model.texts import Aside, Placing, Source
from repdiff.sources.docx_blocks import Blocks
from repdiff.sources.docx_numbers import Numbers
from repdiff.sources.docx_story import Story, Trace
from repdiff.sources.docx_styles import Styles
from repdiff.sources.docx_xml import attribute, name_of, parsed, pieces
from repdiff.sources.items import items_or_headings
from repdiff.sources.lines import Lines, Stretch

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KIND: Final = "Word document"
_MAIN: Final = "word/document.xml"
_RELATIONS: Final = "_rels/.rels"
_WORDS_OF_A_PAGE_NUMBER: Final = 16
"""Code points around the number of a page: `- 3 -`, `Page 3 of 12`; a longer line says more than that."""
_NO_NOTES: Final = ("separator", "continuationSeparator", "continuationNotice")
_NOTES: Final = {"footnotes": "footnoteReference", "endnotes": "endnoteReference", "comments": "commentReference"}
_OTHERS: Final = (
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint file"),
    ("content.xml", "a file of LibreOffice"),
)


class _Part(NamedTuple):
    """Another part that the main one points to: what it is to it, in a word, and its name."""

    what: str
    name: str


def read_docx(data: bytes, request: Request) -> Source:
    """The bytes of a Word file as a source; its places are paragraphs.

    Headings have the level of their style or outline, whatever the language of the program; headers, footers, notes, comments, hidden
    and deleted text and contents pages are left out, with where they stood. Nothing outside of the file is read, nothing in it is run.

    Raises RepdiffError where the file is no Word file, is damaged, locked by a password, or unpacks to more than any document holds.
    """
    try:
        return WordFile(data, request.name).source(hashlib.sha256(data).hexdigest())
    except RecursionError:
        raise RepdiffError(
            f"{request.name}: nested deeper than any document.", "Copy its text into a new file."
        ) from None


class WordFile:
    """A Word file that is open: its `name`, its parts, and which of them is the `main` one."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.archive = Archive(data, name, _KIND)
        self.main = self._found_main()
        self._parts = tuple(self._related())
        self._styles = Styles(self._tree("styles"))
        self._numbering = self._tree("numbering")
        self._notes: dict[tuple[str, str], str] = {}
        for what, reference in _NOTES.items():
            self._notes |= {(reference, key): text for key, text in self._texts_of_notes(what)}

    def source(self, digest: str) -> Source:
        """The file as a source; `digest` is that of its bytes."""
        lines, story = Lines(), self._story()
        for why, text in dict.fromkeys(self._running_heads()):
            lines.leave(why, text)
        self._add(lines, story, pieces(self.archive.xml(self.main), self.name, self.main))
        text = lines.text
        return Source(
            self.name,
            text,
            "docx",
            sha256=digest,
            marks=items_or_headings(lines.marks, text),
            notes=tuple(self._said(story, bool(text))),
            hard_lines=True,
            places=Placing.PARAGRAPHS,
            left_out=lines.left_out,
        )

    def traced(self, root: "Element", trace: Trace) -> tuple[str, tuple[Stretch, ...]]:
        """The text of the tree of the main part, and where it comes from."""
        lines = Lines()
        story = Story(self._styles, Numbers(self._numbering, self._styles), self._note, trace=trace)
        self._add(lines, story, (piece for body in root if name_of(body) == "body" for piece in body))
        return lines.text, lines.stretches

    @staticmethod
    def _add(lines: Lines, story: Story, found: Iterable["Element"]) -> None:
        """Add the lines of the blocks of a body."""
        blocks = Blocks(story)
        for piece in found:
            for line in blocks.lines(piece):
                lines.add(line)
        for line in blocks.rest():
            lines.add(line)

    def _story(self, *, running_head: bool = False, notes: bool = True) -> Story:
        note = self._note if notes else _no_note
        return Story(self._styles, Numbers(self._numbering, self._styles), note, running_head=running_head)

    def _note(self, reference: str, key: str) -> str:
        return self._notes.pop((reference, key), "")

    def _found_main(self) -> str:
        """The name of the part that holds the document."""
        if _RELATIONS in self.archive:
            root = parsed(self.archive.xml(_RELATIONS), self.name, _RELATIONS)
            for each in root:
                target = each.get("Target") or ""
                if (each.get("Type") or "").endswith("/officeDocument") and target in self.archive:
                    return self._checked(target.lstrip("/"))
        return self._checked(_MAIN)

    def _checked(self, main: str) -> str:
        kind = next((kind for part, kind in _OTHERS if part in self.archive and _MAIN not in self.archive), "")
        if kind and (main == _MAIN or main.lower() in {part for part, _ in _OTHERS}):
            raise RepdiffError(
                f"{self.name}: {kind}, no {_KIND}.", "Give it the ending of what it is, or save it as .docx."
            )
        if main not in self.archive:
            hint = "Open it in Word or LibreOffice and save it again."
            raise RepdiffError(f"{self.name}: a zip archive without {_MAIN}, no {_KIND}.", hint)
        return main

    def _related(self) -> Iterator[_Part]:
        folder, _, file = self.main.rpartition("/")
        name = f"{folder}/_rels/{file}.rels".lstrip("/")
        if name not in self.archive:
            return
        for each in parsed(self.archive.xml(name), self.name, name):
            target = each.get("Target") or ""
            if (each.get("TargetMode") or "").lower() == "external":
                continue
            full = target.lstrip("/") if target.startswith("/") else _normal(f"{folder}/{target}")
            if full in self.archive:
                yield _Part((each.get("Type") or "").rpartition("/")[2], full)

    def _tree(self, what: str) -> "Element | None":
        """The tree of the one part of its kind; None where there is none."""
        found = next((part.name for part in self._parts if part.what == what), None)
        return None if found is None else parsed(self.archive.xml(found), self.name, found)

    def _texts_of_notes(self, what: str) -> Iterator[tuple[str, str]]:
        root = self._tree(what)
        for each in root if root is not None else ():
            if name_of(each) in ("footnote", "endnote", "comment") and attribute(each, "type") not in _NO_NOTES:
                lines = Blocks(self._story(notes=False)).all(each)
                text = "\n".join(line.text for line in lines if line.text)
                if text:
                    yield attribute(each, "id"), text

    def _running_heads(self) -> Iterator[tuple[Aside, str]]:
        """What stands above and below the text of the pages."""
        for part in self._parts:
            if part.what not in ("header", "footer"):
                continue
            root = parsed(self.archive.xml(part.name), self.name, part.name)
            story = self._story(running_head=True, notes=False)
            lines = [line.text.replace("\t", " ") for line in Blocks(story).all(root) if line.text]
            for text in lines:
                number = any(map(str.isdecimal, text)) or not any(map(str.isalnum, text))  # none where none was saved
                counts = story.fields.pages and number and len(text) <= _WORDS_OF_A_PAGE_NUMBER
                yield Aside.PAGE_NUMBER if counts else Aside.RUNNING_HEAD, text

    def _said(self, story: Story, any_text: bool) -> Iterator[Said]:
        """What a reader must know of how the file was read."""
        name = self.name
        kinds = {part.what for part in self._parts}
        if story.deleted:
            yield Said(
                "{name} has tracked changes: they are read as accepted, what they delete is left out.", name=name
            )
        if story.hidden:
            yield Said("{name} has hidden text: it is left out.", name=name)
        if story.elsewhere or kinds & {"aFChunk", "subDocument"}:
            yield Said("{name} takes parts of its text from other files: they are not read.", name=name)
        drawn = sum(part.what in ("chart", "diagramData") for part in self._parts)
        if drawn:
            yield Said("{name} has {count} charts or diagrams: what they say is not read.", name=name, count=drawn)
        if not any_text:
            yield Said("{name} shows no text: it may hold pictures of pages.", name=name)


def _no_note(_reference: str, _key: str) -> str:
    return ""


def _normal(path: str) -> str:
    """A path within the archive without `.` and `..`."""
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
