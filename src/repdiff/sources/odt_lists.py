"""Automatic numbering of OpenDocument files: what stands in front of the items of lists and of numbered headings (ODF 1.3, 16.29–16.34)."""

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from repdiff.languages.counting import OPEN_DOCUMENT, written
from repdiff.sources.docx_numbers import bullet_in
from repdiff.sources.docx_xml import number
from repdiff.sources.odt_styles import Styles, font_of
from repdiff.sources.odt_xml import attribute, child, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LONGEST: Final = 60  # characters around a number; longer ones are damage
_LEVELS: Final = 10
_PICTURE: Final = "\u2022"
_PLACE = re.compile(r"%(\d{1,2})%")


class Label(NamedTuple):
    """What stands in front of a paragraph, with the blank behind it, and whether it is a bullet or a number of figures and letters."""

    text: str
    bullet: bool
    plain: bool


class _Level(NamedTuple):
    bullet: str
    form: str
    pattern: str
    start: int


class Lists:
    """Counts through the lists of a document, whose elements are entered and left in their order."""

    def __init__(self, styles: Styles) -> None:
        self._levels = {name: _levels(each) for name, each in styles.lists.items()}
        self._outline = _levels(styles.outline) if styles.outline is not None else {}
        self._headings: dict[int, int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        """How far each style of lists has counted, by level."""
        self._by_id: dict[str, dict[int, int]] = {}

    def begin(self, style: str, depth: int, *, goes_on: str = "", name: str = "") -> None:
        """A list begins, at a depth from 1; `goes_on` is the id of the list that it continues, or any text where it continues the last of
        its style; `name` is its own id.
        """
        counts = self._by_id.get(goes_on) or (self._counts.get(style) if goes_on else None)
        if depth == 1:
            self._counts[style] = dict(counts or {})
        elif not counts:
            for level in [level for level in self._counts.get(style, {}) if level >= depth]:
                del self._counts[style][level]
        if name:
            self._by_id[name] = self._counts.setdefault(style, {})

    def item(self, style: str, depth: int, start: str = "") -> Label | None:
        """The label of the next item of a list at a depth from 1; None where it shows none."""
        levels = self._levels.get(style, {})
        counts = self._counts.setdefault(style, {})
        return _counted(levels, counts, depth, start)

    def heading(self, depth: int, *, restart: str = "") -> Label | None:
        """The label of the next heading of a level; None where headings of this level are not numbered."""
        return _counted(self._outline, self._headings, depth, restart)


def _counted(levels: dict[int, _Level], counts: dict[int, int], depth: int, start: str) -> Label | None:
    own = levels.get(depth)
    if own is None:
        return None
    counts[depth] = number(start, own.start) if start else counts.get(depth, own.start - 1) + 1
    for level in [level for level in counts if level > depth]:
        del counts[level]
    return _label(levels, counts, depth)


def _levels(element: "Element") -> dict[int, _Level]:
    found = {}
    for each in element:
        level = number(attribute(each, "text:level"), 0)
        if 0 < level <= _LEVELS:
            found[level] = _level(each, level)
    return found


def _level(element: "Element", level: int) -> _Level:
    name = name_of(element)
    if name == "text:list-level-style-image":
        return _Level(_PICTURE, "", "", 1)
    if name == "text:list-level-style-bullet":
        font = font_of(child(element, "style:text-properties"))
        return _Level(bullet_in(attribute(element, "text:bullet-char")[:1], font) or _PICTURE, "", "", 1)
    form = OPEN_DOCUMENT.get(attribute(element, "style:num-format"), "decimal")
    return _Level("", form, _pattern(element, level, form), number(attribute(element, "text:start-value"), 1))


def _pattern(element: "Element", level: int, form: str) -> str:
    """Text with `%1%` for the number of the first level."""
    told = attribute(element, "loext:num-list-format")
    if told:
        return told[:_LONGEST]
    shown = max(number(attribute(element, "text:display-levels"), 1), 1)
    places = ".".join(f"%{at}%" for at in range(max(level - shown, 0) + 1, level + 1)) if form != "none" else ""
    before, behind = attribute(element, "style:num-prefix"), attribute(element, "style:num-suffix")
    return f"{before[:_LONGEST]}{places}{behind[:_LONGEST]}"


def _label(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> Label | None:
    own = levels[depth]

    def put(found: re.Match[str]) -> str:
        level = levels.get(int(found[1]))
        if level is None or level.form in ("none", ""):
            return ""
        return written(counts.get(int(found[1]), level.start), level.form)

    text = own.bullet or (_PLACE.sub(put, own.pattern).strip() if own.form != "none" else own.pattern.strip())
    if not text or (own.form == "none" and _PLACE.search(text)):
        return None
    wide = unicodedata.east_asian_width(text[-1]) in ("W", "F")  # the sign has its own gap
    return Label(text + ("" if wide else " "), bool(own.bullet), not own.bullet and text.isascii())
