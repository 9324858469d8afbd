"""The elements that say in a Word file what came and what is gone (ECMA-376, 17.13.5), in the order that the schema asks for."""

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from repdiff.sources.docx_xml import attribute, child, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_NO_XML: Final = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PIECE: Final = re.compile(r"[\t\n]|[^\t\n]+")
_BEHIND_RUN: Final = frozenset({"sectPr", "pPrChange"})
_BEFORE_LIST: Final = frozenset({"pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"})
_OF_ONE_PARAGRAPH: Final = frozenset({"sectPr", "pPrChange", "rPr", "framePr", "pageBreakBefore", "numPr", "keepNext"})
_NOT_OF_BEFORE: Final = frozenset({"rPr", "sectPr", "pPrChange"})
_OF_ONE_RUN: Final = frozenset(
    {"rPrChange", "vertAlign", "vanish", "ins", "del", "position", "effect", "specVanish", "webHidden"}
)
_NOTE: Final = ("footnote", "endnote", "annotation", "comment")
WHOLE: Final = 0
"""The time, in tens of minutes, of whole lines; what changed within lines bears others, in turn: LibreOffice takes what one author did at
one time on both sides of the end of a paragraph for one change, the end included.
"""
_TIMES: Final = 2


class Marks:
    """Makes the elements of one file: its namespace, one author, one day, each with an id of its own."""

    def __init__(self, root: "Element", author: str, day: str) -> None:
        self._root = root
        self._space = root.tag.rpartition("}")[0] + "}"
        self._author, self._day = author, day
        self._time = WHOLE
        self._id = max((number for each in root.iter() if (number := _id(each)) >= 0), default=0)

    def element(self, name: str, **values: str) -> "Element":
        """A new element of Word's, with its attributes."""
        made: Element = self._root.makeelement(self._space + name)
        for key, value in values.items():
            made.set(self._space + key, value)
        return made

    @property
    def strict(self) -> bool:
        """Whether the file is in the strict form of the standard, whose names are other ones."""
        return "purl.oclc.org" in self._space

    @property
    def date(self) -> str:
        """The date of what comes next."""
        return f"{self._day}T00:{self._time}0:00Z"

    def run(self, text: str) -> "Element":
        """A run with a text on one line."""
        made, words = self.element("r"), self.element("t")
        words.text = _NO_XML.sub("\ufffd", " ".join(text.split()))
        words.set(_SPACE, "preserve")
        made.append(words)
        return made

    def begin(self, line: int, *, whole: bool) -> None:
        """What comes next is of a line, or is a line as a whole."""
        self._time = WHOLE if whole else 1 + line % _TIMES

    def change(self, name: str) -> "Element":
        """A new change: `ins`, `del`, `pPrChange`."""
        self._id += 1
        return self.element(name, id=str(self._id), author=self._author, date=self.date)

    def deleted(self, text: str, properties: "Element | None") -> "Element":
        """Words that are gone, set as those whose run has these properties."""
        gone, run = self.change("del"), self.element("r")
        gone.append(run)
        if (copied := _copied(properties, _OF_ONE_RUN)) is not None and len(copied):
            run.append(copied)
        for piece in _PIECE.findall(_NO_XML.sub("\ufffd", text)):
            if piece in "\t\n":
                run.append(self.element("tab" if piece == "\t" else "br"))
                continue
            words = self.element("delText")
            words.text = piece
            words.set(_SPACE, "preserve")
            run.append(words)
        return gone

    def end(self, paragraph: "Element", name: str) -> None:
        """Say that the end of a paragraph came (`ins`) or is gone (`del`)."""
        properties = self.properties(paragraph)
        marks = child(properties, "rPr")
        if marks is None:
            marks = self.element("rPr")
            at = next((at for at, each in enumerate(properties) if name_of(each) in _BEHIND_RUN), len(properties))
            properties.insert(at, marks)
        marks.insert(0, self.change(name))

    def row(self, row: "Element", name: str) -> None:
        """Say that a row came or is gone."""
        properties = child(row, "trPr")
        if properties is None:
            properties = self.element("trPr")
            row.insert(sum(name_of(each) == "tblPrEx" for each in row), properties)
        properties.append(self.change(name))

    def properties(self, paragraph: "Element") -> "Element":
        """The properties of a paragraph, made where it has none."""
        found = child(paragraph, "pPr")
        if found is None:
            found = self.element("pPr")
            paragraph.insert(0, found)
        return found

    def paragraph_like(self, model: "Element | None", *, unnumbered: bool = False, listed: bool = False) -> "Element":
        """A new paragraph, set as a model is, and in its list where it is to be `listed`; `unnumbered` where its style has numbers."""
        made = self.element("p")
        without = _OF_ONE_PARAGRAPH - ({"numPr"} if listed else set())
        own = _copied(child(model, "pPr"), without) if model is not None else None
        if own is not None:
            made.append(own)
        if unnumbered:
            self.unnumber(made)
        return made

    def cut_off(self, paragraph: "Element") -> "Element":
        """A new paragraph for the beginning of one, set as that was: what the other was before is said of it no more."""
        made, own = self.element("p"), self._before(paragraph)
        if own is not None:
            made.append(own)
        if (changed := child(child(paragraph, "pPr"), "pPrChange")) is not None:
            self.properties(paragraph).remove(changed)
        return made

    def unnumber(self, paragraph: "Element") -> None:
        """Say that a paragraph has no number, whatever its list or style says."""
        properties = self.properties(paragraph)
        for each in [each for each in properties if name_of(each) == "numPr"]:
            properties.remove(each)
        self._without_number(properties)

    def was_unnumbered(self, paragraph: "Element") -> None:
        """Say that a paragraph had no number before."""
        before = _copied(self.properties(paragraph), _NOT_OF_BEFORE | {"numPr"})
        if before is not None:
            self._without_number(before)
            self._was(paragraph, before)

    def was_like(self, paragraph: "Element", other: "Element") -> None:
        """Say that a paragraph was set before as another one is: it takes that one's place where its end goes."""
        before = self._before(other)
        now = _copied(self.properties(paragraph), _NOT_OF_BEFORE)
        if before is not None and now is not None and _told(before) != _told(now):
            self._was(paragraph, before)

    def _before(self, paragraph: "Element") -> "Element | None":
        """The properties that a paragraph had before."""
        properties = self.properties(paragraph)
        changed = child(properties, "pPrChange")
        return _copied(properties if changed is None else child(changed, "pPr"), _NOT_OF_BEFORE)

    def _was(self, paragraph: "Element", before: "Element") -> None:
        properties = self.properties(paragraph)
        if child(properties, "pPrChange") is None:
            changed = self.change("pPrChange")
            changed.append(before)
            properties.append(changed)

    def _without_number(self, properties: "Element") -> None:
        numbers = self.element("numPr")
        numbers.append(self.element("numId", val="0"))
        at = sum(name_of(each) in _BEFORE_LIST for each in properties)
        properties.insert(at, numbers)


def run_properties(run: "Element | None") -> "Element | None":
    """The properties of a run; none of one that only bears the mark of a note."""
    found = child(run, "rPr")
    style = attribute(kind, "val").lower() if (kind := child(found, "rStyle")) is not None else ""
    return None if any(word in style for word in _NOTE) else found


def _copied(element: "Element | None", without: frozenset[str]) -> "Element | None":
    if element is None:
        return None
    made = deepcopy(element)
    made.tail = None
    for each in list(made):
        if name_of(each) in without:
            made.remove(each)
    return made


def _told(properties: "Element") -> list[tuple[object, list[tuple[object, object]]]]:
    """What properties say, to be compared."""
    return [(each.tag, sorted(each.items())) for each in properties.iter() if each is not properties]


def _id(element: "Element") -> int:
    text = attribute(element, "id") if isinstance(element.tag, str) else ""
    return int(text) if text.isdecimal() and len(text) < len("2147483647") else -1
