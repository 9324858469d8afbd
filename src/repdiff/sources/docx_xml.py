"""The XML of Word files: parsed within bounds, and its elements by short names in both namespaces that the standard has."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from repdiff.model.errors import RepdiffError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PREFIXES: Final = {
    _WORD: "",
    _WORD_STRICT: "",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "urn:schemas-microsoft-com:vml": "v:",
}
_ELSEWHERE: Final = "?:"
_LARGEST_NUMBER: Final = 10**6
"""Numbers in attributes above it are damage: no list counts so far, no table has so many columns."""
_KEPT: Final = 4096  # names of elements that are remembered: the standard has some 2,000
_OFF: Final = ("0", "false", "off", "none")


@lru_cache(maxsize=_KEPT)
def _short(tag: str) -> str:
    space, _, name = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return _PREFIXES.get(space, _ELSEWHERE) + name


def name_of(element: "Element") -> str:
    """The name of an element: `p` in Word's own namespaces, `m:t` in that of formulas, `mc:Choice`; `?:x` in any other."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: "Element", name: str) -> str:
    """An attribute by its name in Word's namespaces, or without one; empty where it is missing."""
    for full in (f"{{{_WORD}}}{name}", f"{{{_WORD_STRICT}}}{name}", name):
        found = element.get(full)
        if found is not None:
            return str(found)
    return ""


def relation(element: "Element") -> str:
    """The id of the part that an element points to."""
    return element.get(f"{{{_RELATIONS}}}id") or element.get(f"{{{_RELATIONS_STRICT}}}id") or ""


def child(element: "Element | None", name: str) -> "Element | None":
    """The first child of a name; None where there is none."""
    if element is None:
        return None
    return next((each for each in element if name_of(each) == name), None)


def value(element: "Element | None", name: str = "") -> str:
    """The attribute `val` of an element, or of its child of a name; empty where there is none."""
    found = child(element, name) if name else element
    return attribute(found, "val") if found is not None else ""


def number(text: str, default: int) -> int:
    """A whole number from an attribute, `default` for anything else; none is larger than a document needs."""
    try:
        return max(min(int(text), _LARGEST_NUMBER), -1) if len(text) < len(str(_LARGEST_NUMBER)) + 4 else default
    except ValueError:
        return default


def switched(properties: "Element | None", name: str) -> bool | None:
    """Whether a property is switched on or off; None where it is not told."""
    found = child(properties, name)
    return None if found is None else attribute(found, "val").lower() not in _OFF


def parsed(data: bytes, name: str, part: str) -> "Element":
    """The tree of a part. Raises RepdiffError where it is no well-formed XML, or nested too deep (more than 256 levels)."""
    from lxml import etree

    try:
        return etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _no_xml(name, part, error) from None


def pieces(data: bytes, name: str, part: str) -> Iterator["Element"]:
    """The paragraphs, tables and other blocks of a document's body, one after the other, each thrown away when the next is asked for.

    Raises RepdiffError as `parsed` does.
    """
    from lxml import etree

    reader = etree.iterparse(
        BytesIO(data), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    body: Element | None = None
    try:
        for event, element in reader:
            if event == "start":
                body = element if body is None and name_of(element) == "body" else body
            elif body is not None and element.getparent() is body:
                yield element
                element.clear(keep_tail=False)
                while element.getprevious() is not None:
                    del body[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _no_xml(name, part, error) from None
    if body is None:
        raise RepdiffError(
            f"{name}: a Word document without a body.", "Open it in Word or LibreOffice and save it again."
        )


def _parser() -> object:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _no_xml(name: str, part: str, error: Exception) -> RepdiffError:
    reason = str(error).splitlines()[0][:120] if str(error) else "no XML"
    hint = "Open it in Word or LibreOffice and save it again."
    return RepdiffError(f"{name}: damaged ({part.rpartition('/')[2]}: {reason}).", hint)
