"""Elements of a Word file, each made with what is in it; texts as XML can hold them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
Element = Any
"""An element of lxml, which has no types."""


def w(name: str, /, *inside: Element | None, **attributes: str) -> Element:
    """An element of WordprocessingML by its local name, with what is inside and its attributes. What is None in it is left out."""
    from lxml import etree

    made = etree.Element(f"{{{WORD}}}{name}", {f"{{{WORD}}}{key}": text for key, text in attributes.items()})
    made.extend(each for each in inside if each is not None)
    return made


def root(name: str, inside: Iterable[Element], spaces: Mapping[str, str] | None = None) -> bytes:
    """A part of the file: its root with the namespaces declared once, as UTF-8."""
    from lxml import etree

    made = etree.Element(f"{{{WORD}}}{name}", nsmap={"w": WORD, **(spaces or {})})
    made.extend(inside)
    written: bytes = etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def run(text: str, properties: Element | None = None, kind: str = "t") -> Element:
    """A run of text; `kind` is `delText` for what was taken out. Tabs are elements of their own."""
    made = w("r", properties)
    for part in re.split("(\t)", held(text)):
        if part == "\t":
            made.append(w("tab"))
        elif part:
            inside = w(kind)
            inside.text = part
            if part[0] == " " or part[-1] == " " or "  " in part or not part.strip():
                inside.set(_SPACE, "preserve")
            made.append(inside)
    return made


def properties(name: str, *inside: Element | None) -> Element | None:
    """The properties of a run or paragraph; None where there are none."""
    found = [each for each in inside if each is not None]
    return w(name, *found) if found else None


def held(text: str) -> str:
    """The text with a blank for each break that XML does not hold, and U+FFFD for every other character that it does not."""
    return text if text.isprintable() else _unheld().sub("\ufffd", text.translate(_breaks()))


@cache
def _unheld() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@cache
def _breaks() -> dict[int, str]:
    """Page breaks and their like, and line ends where no paragraph ends."""
    return dict.fromkeys(map(ord, "\n\x0b\x0c\r\x1c\x1d\x1e\x1f"), " ")
