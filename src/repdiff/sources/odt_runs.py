"""The text of one paragraph of an OpenDocument file: what it shows, and what of it a reader does not see."""

from typing import TYPE_CHECKING, Final

from repdiff.model.texts import Aside, LeftOut, Span
from repdiff.sources.docx_runs import in_font
from repdiff.sources.docx_xml import number
from repdiff.sources.odt_styles import Styles
from repdiff.sources.odt_xml import attribute, child, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_AS_SHOWN: Final = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\u2011": "-", "\u00ad": None})
_MOST_BLANKS: Final = 64
_BOXES: Final = frozenset({"draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:caption"})
_SILENT: Final = frozenset(
    {"text:ruby-text", "text:note-citation", "office:annotation-end", "text:tracked-changes", "office:event-listeners"}
)
"""Elements whose text is not that of the paragraph."""


class Runs:
    """Reads a paragraph."""

    def __init__(self, styles: Styles) -> None:
        self.left_out: list[LeftOut] = []
        self.boxes: list[Element] = []
        """The text boxes that hang on the paragraph."""
        self.hidden = 0
        """How many stretches of it are hidden."""
        self.drawn = 0
        """How many charts, diagrams and formulas hang on it."""
        self._styles = styles
        self._parts: list[str] = []
        self._size = 0
        self._last = "\n"
        self._why: Aside | None = None
        self._raised = False
        self._font = ""

    @property
    def text(self) -> str:
        """What is shown, with one kind of blank at a time and newlines for breaks."""
        return "".join(self._parts).rstrip()

    def read(self, element: "Element") -> None:
        """Read all that is inside of an element, the text between its children among it."""
        self._put(element.text or "")
        for each in element:
            self._one(each)
            self._put(each.tail or "")

    def _one(self, each: "Element") -> None:
        name = name_of(each)
        if name == "text:span":
            self._span(each)
        elif name in ("text:s", "text:tab", "text:line-break"):
            count = min(max(number(attribute(each, "text:c"), 1), 1), _MOST_BLANKS)
            self._append({"text:s": " " * count, "text:tab": "\t"}.get(name, "\n"))
        elif name == "text:note":
            self._leave(Aside.FOOTNOTE, _text_of(child(each, "text:note-body")))
        elif name == "office:annotation":
            self._leave(Aside.COMMENT, _text_of(each))
        elif name in _BOXES:
            self.boxes.append(each)
        elif name == "draw:object":
            self.drawn += 1
        elif name in ("text:hidden-paragraph", "text:hidden-text"):
            self.hidden += 1
        elif name not in _SILENT:
            self.read(each)

    def _span(self, element: "Element") -> None:
        style = attribute(element, "text:style-name")
        before = self._why, self._raised, self._font
        if self._styles.hidden("text", style):
            self._why = Aside.HIDDEN
            self.hidden += 1
        self._raised = self._raised or self._styles.raised(style)
        self._font = self._styles.font(style) or self._font
        self.read(element)
        self._why, self._raised, self._font = before

    def _put(self, text: str) -> None:
        """Characters of the file, in which tabs and line ends are blanks, without what only says where words may break."""
        plain = text.translate(_AS_SHOWN)
        if plain:
            self._append(in_font(plain, self._font, self._raised))

    def _append(self, text: str) -> None:
        """Text where it belongs; no blank behind another one or at the start of a line."""
        if self._why:
            self._leave(self._why, text)
            return
        for piece in text.splitlines(keepends=True) if text != "\n" else (text,):
            shown = " ".join(_pieces(piece)) if piece != "\n" else piece
            if self._last in "\n\t ":
                shown = shown.lstrip(" \n\t" if self._last == "\n" else " ")
            if shown:
                self._parts.append(shown)
                self._size += len(shown)
                self._last = shown[-1]

    def _leave(self, why: Aside, text: str) -> None:
        last = self.left_out[-1] if self.left_out else None
        at = Span(self._size, self._size)
        if last and last.why is why and last.span == at and why is Aside.HIDDEN:
            self.left_out[-1] = last._replace(text=last.text + text)
        elif text:
            self.left_out.append(LeftOut(why, text, at))


def _pieces(text: str) -> list[str]:
    """The text parted at every stretch of more than one blank, which stands for one."""
    parts = text.split(" ")
    return [part for at, part in enumerate(parts) if part or at in (0, len(parts) - 1)]


def _text_of(element: "Element | None") -> str:
    """The paragraphs inside of a note or comment, a line each."""
    if element is None:
        return ""
    found = (each for each in element.iter() if name_of(each) in ("text:p", "text:h"))
    lines = (" ".join("".join(each.itertext()).split()) for each in found)
    return "\n".join(line for line in lines if line)
