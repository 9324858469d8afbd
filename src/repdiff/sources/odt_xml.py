"""The elements of OpenDocument files by short names: `text:p`, `table:table-row`."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPACE: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES: Final = {
    **{f"{_SPACE}{name}:1.0": f"{name}:" for name in ("office", "text", "table", "style", "meta", "manifest")},
    f"{_SPACE}drawing:1.0": "draw:",
    f"{_SPACE}xsl-fo-compatible:1.0": "fo:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext:",
}
_FULL: Final = {prefix: space for space, prefix in _PREFIXES.items()}
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_ELSEWHERE: Final = "?:"
_KEPT: Final = 4096  # names that are remembered: the standard has some 600


@lru_cache(maxsize=_KEPT)
def _short(tag: str) -> str:
    space, _, name = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return _PREFIXES.get(space, _ELSEWHERE) + name


@lru_cache(maxsize=_KEPT)
def full_name(name: str) -> str:
    """The name that the tree has for a short one."""
    prefix, _, rest = name.partition(":")
    return f"{{{_FULL[prefix + ':']}}}{rest}"


def name_of(element: "Element") -> str:
    """The name of an element: `text:p`; `?:x` in a namespace that is not known; empty for comments and instructions."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: "Element", name: str) -> str:
    """An attribute by its short name; empty where it is missing."""
    return str(element.get(full_name(name)) or "")


def xml_id(element: "Element") -> str:
    """The id that other elements may name."""
    return str(element.get(f"{_XML}id") or "")


def child(element: "Element | None", name: str) -> "Element | None":
    """The first child of a name; None where there is none."""
    return None if element is None else next((each for each in element if name_of(each) == name), None)
