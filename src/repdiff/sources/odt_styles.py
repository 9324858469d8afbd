"""The styles of an OpenDocument file: what a paragraph or a stretch of text has from its style and from that style's parents."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from repdiff.languages.han import folded
from repdiff.sources.docx_styles import named_heading
from repdiff.sources.docx_xml import number
from repdiff.sources.odt_xml import attribute, child, full_name, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DEEPEST: Final = 50
"""Styles that are looked at from one to its parent: a circle ends there."""
_TITLE: Final = "title"  # the name that LibreOffice keeps in every language
_LEVEL: Final = full_name("style:default-outline-level")
_SPELT = re.compile(r"_([0-9a-f]{1,6})_")  # how names spell blanks and other signs


class Style(NamedTuple):
    """A style as the file has it; what it leaves open is empty or None."""

    name: str
    parent: str
    hidden: bool | None
    raised: bool | None
    font: str
    outline: int | None
    """The level that paragraphs of the style have unless they are no headings; 0 where the style takes the level of its parent away."""


class Styles:
    """The styles by family and name."""

    def __init__(self, roots: Iterable["Element"]) -> None:
        """`roots` are the parts of the file that may hold styles."""
        self._styles: dict[tuple[str, str], Style] = {}
        self.lists: dict[str, Element] = {}
        """The styles of lists by their names."""
        self.outline: Element | None = None
        """The numbering of headings."""
        for root in roots:
            for holder in root:
                if name_of(holder) in ("office:styles", "office:automatic-styles"):
                    self._take(holder)

    def _take(self, holder: "Element") -> None:
        for each in holder:
            name = name_of(each)
            if name == "style:style":
                self._styles[attribute(each, "style:family"), attribute(each, "style:name")] = _style(each)
            elif name == "text:list-style":
                self.lists[attribute(each, "style:name")] = each
            elif name == "text:outline-style":
                self.outline = each

    def hidden(self, family: str, style: str) -> bool | None:
        """Whether text of a style is hidden; None where neither it nor its parents say so."""
        return next((each.hidden for each in self._chain(family, style) if each.hidden is not None), None)

    def raised(self, style: str) -> bool:
        """Whether text of a style stands above the line."""
        return next((each.raised for each in self._chain("text", style) if each.raised is not None), False)

    def font(self, style: str) -> str:
        """The font of text of a style, by its name; empty where no style names one."""
        return next((each.font for each in self._chain("text", style) if each.font), "")

    def heading(self, style: str) -> int:
        """The level of plain paragraphs that are headings by the name of their style, the highest 1; 0 of others.

        Where the style has an outline level, a heading would be marked as one.
        """
        for place, each in enumerate(self._chain("paragraph", style)):
            named = named_heading().fullmatch(folded(each.name))
            if each.outline is not None:
                return 0
            if named and (named[1] or not place):
                return int(named[1] or 1)
            if each.name.lower() == _TITLE:
                return 1
        return 0

    def _chain(self, family: str, style: str) -> Iterator[Style]:
        for _ in range(_DEEPEST):
            found = self._styles.get((family, style))
            if found is None:
                return
            yield found
            style = found.parent


def _style(element: "Element") -> Style:
    text = child(element, "style:text-properties")
    shown = "" if text is None else attribute(text, "text:display")
    position = [] if text is None else attribute(text, "style:text-position").split()[:1]
    outline = attribute(element, "style:default-outline-level")
    known = outline or _LEVEL in element.attrib
    return Style(
        _SPELT.sub(
            lambda found: chr(int(found[1], 16)),
            attribute(element, "style:display-name") or attribute(element, "style:name"),
        ),
        attribute(element, "style:parent-style-name"),
        shown == "none" if shown else None,
        _is_above(position[0]) if position else None,
        font_of(text),
        max(number(outline, 0), 0) if known else None,
    )


def font_of(properties: "Element | None") -> str:
    """The font that properties of text name; empty where they name none."""
    if properties is None:
        return ""
    return attribute(properties, "style:font-name") or attribute(properties, "fo:font-family")


def _is_above(position: str) -> bool:
    """Whether a position, `super` or a percentage of the height of a line, is above the line."""
    return position == "super" or (position[:1].isdecimal() and not position.startswith("0"))
