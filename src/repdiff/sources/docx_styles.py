"""The styles of a Word file: what a paragraph or a run has from its style and from the styles that this one is based on."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from repdiff.languages import all_languages
from repdiff.languages.han import folded
from repdiff.sources.docx_looks import PLAIN, Face, face_of
from repdiff.sources.docx_xml import attribute, child, name_of, number, switched, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BODY: Final = 9
"""The outline level of what is no heading."""
_DEEPEST: Final = 50
"""Styles that are looked at from one to the one it is based on: a circle ends there."""
_CONTENTS = re.compile(r"(?:toc|contents|table of figures|index)(?: (?:\d+|heading))?", re.IGNORECASE)
_TITLE = "title"  # the name that Word, LibreOffice, WPS and pandoc keep in every language
T = TypeVar("T")


class Numbered(NamedTuple):
    """The list that a paragraph belongs to: the id of its numbering, "0" for none, "" where only the level is told; and the level."""

    list: str
    level: int | None


class Style(NamedTuple):
    """A style as the file has it: what it leaves open is None."""

    name: str
    based_on: str
    outline: int | None
    hidden: bool | None
    numbered: Numbered | None
    face: Face = PLAIN


def numbered(properties: "Element | None") -> Numbered | None:
    """The list that paragraph properties name."""
    found = child(properties, "numPr")
    if found is None:
        return None
    level = value(found, "ilvl")
    return Numbered(value(found, "numId"), number(level, 0) if level else None)


def outline(properties: "Element | None") -> int | None:
    """The outline level that paragraph properties name, the highest 0."""
    found = value(properties, "outlineLvl")
    return number(found, BODY) if found else None


class Styles:
    """The styles by their ids."""

    def __init__(self, root: "Element | None") -> None:
        self._styles: dict[str, Style] = {}
        self._usual = ""
        self._everywhere = PLAIN
        for each in root if root is not None else ():
            if name_of(each) == "style":
                name = attribute(each, "styleId")
                self._styles[name] = _style(each)
                if attribute(each, "type") == "paragraph" and attribute(each, "default") in ("1", "true", "on"):
                    self._usual = self._usual or name
            elif name_of(each) == "docDefaults":
                self._everywhere = face_of(child(child(each, "rPrDefault"), "rPr"))
        self._headings: dict[str, int | None] = {}
        self._faces: dict[str, Face] = {}

    def heading(self, style: str) -> int | None:
        """The level of the headings of this style, the highest 1; None where its paragraphs are none."""
        if style not in self._headings:
            self._headings[style] = self._heading(style)
        return self._headings[style]

    def hidden(self, style: str) -> bool:
        """Whether text of this style is hidden."""
        return self._first(style, lambda each: each.hidden) or False

    def paragraph_face(self, style: str) -> Face:
        """How the words of paragraphs of this style are set, in the usual style without one."""
        return self._face(style or self._usual).over(self._everywhere)

    def character_face(self, style: str) -> Face:
        """How words of this style of characters are set. A link is underlined to be seen, not to be stressed."""
        found = self._face(style)
        link = found.underline and any("link" in each.name.lower() for _, each in self._chain(style))
        return found._replace(underline=None) if link else found

    def table_face(self, style: str) -> Face:
        """How a style of tables sets some of their rows or columns."""
        return self._face(style)

    def _face(self, style: str) -> Face:
        if not style:
            return PLAIN
        if style not in self._faces:
            found = PLAIN
            for _, each in self._chain(style):
                found = found.over(each.face)
            self._faces[style] = found
        return self._faces[style]

    def numbered(self, style: str) -> tuple[Numbered, str] | None:
        """The list that paragraphs of this style belong to, and the id of the style that says so."""
        for name, each in self._chain(style):
            if each.numbered is not None and each.numbered.list:
                return each.numbered, name
        return None

    def level(self, style: str) -> int | None:
        """The level in its list that this style names."""
        return self._first(style, lambda each: each.numbered.level if each.numbered else None)

    def is_contents(self, style: str) -> bool:
        """Whether a style is one of the lines of a table of contents."""
        return any(_CONTENTS.fullmatch(each.name) for _, each in self._chain(style))

    def listed(self, style: str) -> str:
        """The numbering that a style of lists names."""
        found = self._styles.get(style)
        return found.numbered.list if found and found.numbered else ""

    def _heading(self, style: str) -> int | None:
        for name, each in self._chain(style):
            named = named_heading().fullmatch(folded(each.name))
            if each.outline is not None:
                return each.outline + 1 if each.outline < BODY else None
            if named and (named[1] or name == style):  # others are based on a style without a level
                return int(named[1] or 1)
            if each.name.lower() == _TITLE:
                return 1
        return None

    def _first(self, style: str, told: Callable[[Style], T | None]) -> T | None:
        return next((found for _, each in self._chain(style) if (found := told(each)) is not None), None)

    def _chain(self, style: str) -> Iterator[tuple[str, Style]]:
        name = style or self._usual
        for _ in range(_DEEPEST):
            found = self._styles.get(name)
            if found is None:
                return
            yield name, found
            name = found.based_on


def _style(element: "Element") -> Style:
    properties = child(element, "pPr")
    return Style(
        value(element, "name").strip(),
        value(element, "basedOn"),
        outline(properties),
        switched(child(element, "rPr"), "vanish"),
        numbered(properties),
        _face(element),
    )


def _face(element: "Element") -> Face:
    """How a style sets words; of one of tables, what it does with any of their parts."""
    found = face_of(child(element, "rPr"))
    for each in element if attribute(element, "type") == "table" else ():
        if name_of(each) == "tblStylePr":
            found = Face(*(one or other for one, other in zip(found, face_of(child(each, "rPr")), strict=True)))
    return found


@cache
def named_heading() -> re.Pattern[str]:
    """The names of the styles of headings in every language, folded; the first group is the level, where they have one."""
    words = "|".join(language.headings.styles for language in all_languages() if language.headings.styles)
    return re.compile(rf"(?:{folded(words)}) ?([1-9])?", re.IGNORECASE)
