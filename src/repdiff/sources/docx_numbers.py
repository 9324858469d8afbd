"""Automatic numbering of Word files: what stands in front of a paragraph that the file only says to be numbered (ECMA-376, 17.9)."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from repdiff.languages.counting import written
from repdiff.languages.symbols import shown_sign
from repdiff.sources.docx_styles import Styles
from repdiff.sources.docx_xml import attribute, child, name_of, number, switched, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS: Final = 9
_LONGEST: Final = 60  # characters of the text around a number; longer ones are damage
_PLACE = re.compile(r"%([1-9])")
_PICTURE: Final = "\u2022"
_PRIVATE = range(0xF000, 0xF100)
_LEGAL_FORM: Final = "decimal"
_FONTS: Final = ("symbol", "wingdings")


class Level(NamedTuple):
    """How one level of a list is numbered."""

    start: int
    form: str
    pattern: str
    text: str
    """Text with `%1` for the number of the first level."""
    restart: int | None
    legal: bool
    behind: str
    font: str
    style: str
    hidden: bool


class Label(NamedTuple):
    """What stands in front of a paragraph, with the blank behind it, and whether it is a bullet or a number of figures and letters."""

    text: str
    bullet: bool
    plain: bool


class _List(NamedTuple):
    """A numbering: the definition that it follows, the levels of its own, and the numbers it starts again with."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbers:
    """Counts through the lists of a document: ask for the labels in the order of its paragraphs."""

    def __init__(self, root: "Element | None", styles: Styles) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        for each in root if root is not None else ():
            if name_of(each) == "abstractNum":
                self._define(each)
            elif name_of(each) == "num":
                self._lists[attribute(each, "numId")] = _list(each)

    def label(self, name: str, level: int | None, style: str) -> Label | None:
        """The label of the next paragraph of a list; None where it shows none.

        `level` is None where only a style names the list: it is then the level that names this style.
        """
        found = self._lists.get(name)
        if found is None:
            return None
        abstract = self._followed(found.abstract)
        levels = {**self._abstract.get(abstract, {}), **found.levels}
        if level is None:
            level = next((at for at, each in levels.items() if style and each.style == style), 0)
        level = min(max(level, 0), _LEVELS - 1)
        if level not in levels:
            return None
        self._count(abstract, name, level, levels)
        return _label(levels, level, self._counts[abstract])

    def _define(self, element: "Element") -> None:
        name = attribute(element, "abstractNumId")
        self._abstract[name] = _levels(element)
        self._linked[name] = value(element, "numStyleLink")

    def _followed(self, abstract: str) -> str:
        """The definition that has the levels: some only name a style of lists, whose numbering has them."""
        linked = self._linked.get(abstract, "")
        other = self._lists.get(self._styles.listed(linked)) if linked and not self._abstract.get(abstract) else None
        return other.abstract if other else abstract

    def _count(self, abstract: str, name: str, level: int, levels: Mapping[int, Level]) -> None:
        counts = self._counts.setdefault(abstract, {})
        starts = self._lists[name].starts
        for at in range(level):
            if at not in counts and at in levels:
                counts[at] = starts.get(at, levels[at].start)
        if level in starts and (name, level) not in self._started:
            counts[level] = starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = levels[level].start
        self._started.add((name, level))
        for at in [at for at in counts if at > level]:
            restart = levels[at].restart if at in levels else None
            if restart is None or 0 < level + 1 <= restart:
                del counts[at]


def _levels(element: "Element") -> dict[int, Level]:
    found = {}
    for each in element:
        if name_of(each) == "lvl":
            at = number(attribute(each, "ilvl"), -1)
            if 0 <= at < _LEVELS:
                found[at] = _level(each)
    return found


def _level(element: "Element") -> Level:
    form, pattern = _form(element)
    restart = value(element, "lvlRestart")
    properties = child(element, "rPr")
    fonts = child(properties, "rFonts")
    font = (
        (attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or attribute(fonts, "cs")) if fonts is not None else ""
    )
    picture = child(element, "lvlPicBulletId") is not None
    return Level(
        number(value(element, "start") or "1", 1) if form != "bullet" else 1,
        form,
        pattern,
        _PICTURE if picture and form == "bullet" else value(element, "lvlText")[:_LONGEST],
        number(restart, 0) if restart else None,
        switched(element, "isLgl") or False,
        value(element, "suff"),
        font,
        value(element, "pStyle"),
        switched(properties, "vanish") or False,
    )


def _form(element: "Element") -> tuple[str, str]:
    """The format of a level's numbers, and the pattern of one that only newer programs know (`001, 002, ...`)."""
    found = child(element, "numFmt")
    if found is None:
        choice = child(child(element, "mc:AlternateContent"), "mc:Choice")
        found = child(choice, "numFmt")
    if found is None:
        return _LEGAL_FORM, ""
    return attribute(found, "val") or _LEGAL_FORM, attribute(found, "format")


def _list(element: "Element") -> _List:
    levels, starts = {}, {}
    for each in element:
        if name_of(each) != "lvlOverride":
            continue
        at = number(attribute(each, "ilvl"), -1)
        if not 0 <= at < _LEVELS:
            continue
        own = child(each, "lvl")
        if own is not None:
            levels[at] = _level(own)
        start = value(each, "startOverride")
        if start:
            starts[at] = number(start, 1)
    return _List(value(element, "abstractNumId"), levels, starts)


def _label(levels: Mapping[int, Level], level: int, counts: Mapping[int, int]) -> Label | None:
    own = levels[level]
    if own.hidden:
        return None
    bullet = own.form == "bullet"

    def put(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        if at > level or at not in levels:
            return ""
        form = _LEGAL_FORM if own.legal else levels[at].form
        return _number(counts.get(at, levels[at].start), form, levels[at].pattern)

    text = (
        bullet_in(own.text, own.font)
        if bullet
        else "".join(_shown(char, own.font) for char in _PLACE.sub(put, own.text))
    ).strip()
    if not text:
        return None
    plain = not bullet and text.isascii()
    wide = unicodedata.east_asian_width(text[-1]) in ("W", "F")  # the sign has its own gap
    blank = "" if own.behind == "nothing" or wide else " "
    return Label(text + blank, bullet, plain)


def _number(count: int, form: str, pattern: str) -> str:
    if form == "none":
        return ""
    if form == "custom":
        width = len(pattern.partition(",")[0])
        return f"{count:0{min(width, _LONGEST)}d}"
    return written(count, form)


def bullet_in(text: str, font: str) -> str:
    """The sign of a bullet in a font, without blanks: fonts of signs have theirs at the codes of letters too."""
    text = text.strip()
    if _FONTS[1] in font.lower():
        return "".join(shown_sign(ord(char), font) or char for char in text)
    return _PICTURE if text.isalpha() and text.isascii() else "".join(_shown(char, font) for char in text)


def _shown(char: str, font: str) -> str:
    """A sign of a label in the font that it is written in."""
    symbols = any(name in font.lower() for name in _FONTS)
    return shown_sign(ord(char), font) if ord(char) in _PRIVATE or (symbols and not char.isascii()) else char
