"""Changes that were tracked in a Word file, accepted in its tree (ECMA-376, 17.13.5)."""

from typing import TYPE_CHECKING, Final

from repdiff.sources.docx_xml import child, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_GONE: Final = frozenset({"del", "moveFrom"})
_KEPT: Final = frozenset({"ins", "moveTo"})
_FORMER: Final = frozenset(
    "rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tcPrChange trPrChange tblGridChange numberingChange cellIns cellDel "
    "cellMerge moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd "
    "customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart "
    "customXmlMoveToRangeEnd".split()
)
"""What only says how something was before, or where a change begins and ends."""
_MARKS: Final = frozenset({"rPr", "trPr"})
"""Properties in which an empty `ins` or `del` says that a paragraph's end or a row came or went."""


def accept(root: "Element") -> int:
    """Accept all tracked changes in a tree; how many there were."""
    found = [each for each in root.iter() if name_of(each) in _GONE | _KEPT | _FORMER]
    for each in found:
        _accept(each)
    return sum(name_of(each) in _GONE | _KEPT for each in found)


def _accept(element: "Element") -> None:
    parent, name = element.getparent(), name_of(element)
    if parent is None:
        return
    if name in _KEPT and name_of(parent) not in _MARKS:
        for each in list(element):
            element.addprevious(each)
    elif name in _GONE and name_of(parent) in _MARKS:
        _take_out(parent)
    if element.getparent() is not None:
        parent.remove(element)


def _take_out(properties: "Element") -> None:
    """Take out a row that was deleted; set a paragraph whose end was deleted in front of the next one."""
    holder = properties.getparent()
    if holder is None:
        return
    if name_of(holder) == "tr":
        table = holder.getparent()
        if table is not None:
            table.remove(holder)
        return
    paragraph = holder.getparent()
    following = paragraph.getnext() if paragraph is not None else None
    if paragraph is None or following is None or name_of(following) != "p":
        return
    own = child(following, "pPr")
    at = 0 if own is None else 1
    for each in [each for each in paragraph if name_of(each) != "pPr"]:
        following.insert(at, each)
        at += 1
    outer = paragraph.getparent()
    if outer is not None:
        outer.remove(paragraph)
