"""How the words of Word files are set: bold, italic, underlined, struck, by themselves or by their styles (ECMA-376, 17.3.2 and 17.7)."""

from typing import TYPE_CHECKING, Final, NamedTuple

from repdiff.model.texts import What
from repdiff.sources.docx_xml import attribute, name_of
from repdiff.sources.lines import Look

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WHATS: Final = (What.BOLD, What.ITALIC, What.UNDERLINE, What.STRIKE)
_PLACES: Final = {"b": 0, "i": 1, "u": 2, "strike": 3, "dstrike": 3}
_COMPLEX: Final = {"bCs": 0, "iCs": 1}
_OFF: Final = frozenset({"0", "false", "off", "none"})

Told = bool | None


class Face(NamedTuple):
    """What properties say of how words are set; None where they say nothing."""

    bold: Told = None
    italic: Told = None
    underline: Told = None
    strike: Told = None

    def over(self, other: "Face") -> "Face":
        """What is told here, and by the other where nothing is."""
        return Face(*(there if here is None else here for here, there in zip(self, other, strict=True)))


PLAIN: Final = Face()


def face_of(properties: "Element | None") -> Face:
    """What run properties say. Letters of right-to-left scripts have a bold and an italic of their own."""
    if properties is None or not len(properties):
        return PLAIN
    told: list[Told] = [None] * len(_WHATS)
    other: list[Told] = [None, None]
    leftward = False
    for each in properties:
        name = name_of(each)
        if name in _PLACES:
            told[_PLACES[name]] = _is_on(each) or (name == "dstrike" and told[_PLACES[name]])
        elif name in _COMPLEX:
            other[_COMPLEX[name]] = _is_on(each)
        elif name in ("rtl", "cs"):
            leftward = leftward or _is_on(each)
    return Face(other[0], other[1], told[2], told[3]) if leftward else Face(*told)


def _is_on(element: "Element") -> bool:
    return attribute(element, "val").lower() not in _OFF


def look_of(own: Face, character: Face, paragraph: Face) -> Look:
    """How words look that say `own`, in a style of characters and in one of paragraphs: where both styles set a thing they undo each
    other, unless the words say it themselves.
    """
    if own is PLAIN and character is PLAIN and paragraph is PLAIN:
        return ()
    found = []
    for what, said, of_words, of_all in zip(_WHATS, own, character, paragraph, strict=True):
        undone = bool(of_words) and bool(of_all) and what is not What.UNDERLINE
        if said or (said is None and of_words and not undone):
            found.append((what, 0))
        elif said is None and of_all and not undone:
            found.append((what, 1))
    return tuple(found)
