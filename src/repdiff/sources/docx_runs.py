"""The text of one paragraph of a Word file: what its runs show, in their order, and what of them a reader does not see."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from repdiff.languages.symbols import shown_sign
from repdiff.model.texts import Aside, LeftOut, Span
from repdiff.sources.docx_looks import PLAIN, face_of, look_of
from repdiff.sources.docx_story import Story, Trace
from repdiff.sources.docx_xml import attribute, child, name_of, switched, value
from repdiff.sources.lines import Look, Stretch

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_THROUGH: Final = frozenset(
    "ins moveTo smartTag customXml sdtContent dir bdo rubyBase m:oMath m:oMathPara m:e m:num m:den m:sub m:d m:rad m:nary "
    "m:func m:fName m:acc m:bar m:box m:borderBox m:eqArr m:groupChr m:limLow m:limUpp m:lim m:m m:mr m:sSub m:deg m:phant "
    "m:sPre m:sSubSup mc:Fallback mc:Choice".split()
)
"""Elements that only hold what is shown."""
_DRAWN: Final = frozenset({"drawing", "pict", "object"})
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_RAISED: Final = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_POWER = re.compile(r"[+−-]?\d{1,4}|[+−-]")  # what is longer is set high for other reasons
_SOFT_HYPHEN: Final = "\u00ad"
_PRIVATE = range(0xF000, 0xF100)


class Runs:
    """Reads the runs of a paragraph, or of several that are shown as one."""

    def __init__(self, story: Story) -> None:
        self.left_out: list[LeftOut] = []
        self.boxes: list[Element] = []
        """The text boxes that hang on the paragraph."""
        self.last: Element | None = None
        """The paragraph that was read last."""
        self.stretches: list[Stretch] = []
        """What of the text is set in a way of its own."""
        self._story = story
        self._style = PLAIN
        self._look: Look = ()
        self._links = 0
        self._parts: list[str] = []
        self._size = 0
        self._last = "\n"
        self._hidden = False
        self._why: Aside | None = None
        self._does: dict[str, Callable[[Element], None]] = {
            "r": self._run,
            "m:r": self._run,
            "hyperlink": self._link,
            "del": self._deleted,
            "moveFrom": self._deleted,
            "fldSimple": self._simple_field,
            "sdt": self._control,
            "ruby": self._ruby,
            "m:f": self._fraction,
            "m:sup": self._raised_formula,
            "m:sSup": self.read,
            "mc:AlternateContent": self._alternative,
            "t": lambda each: self._shown(each, each.text or ""),
            "m:t": lambda each: self._put(each.text or ""),
            "delText": lambda each: self._put(each.text or "", Aside.HIDDEN),
            "instrText": lambda each: self._story.fields.instruct(each.text or ""),
            "fldChar": self._field_sign,
            "sym": self._symbol,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "commentReference": self._note,
        }

    @property
    def text(self) -> str:
        """What is shown, with one kind of blank at a time and newlines for breaks."""
        return "".join(self._parts).rstrip()

    def begin(self, style: str) -> None:
        """A paragraph of a style begins: what runs are that do not say otherwise."""
        styles = self._story.styles
        self._hidden = styles.hidden(style)
        self._style = styles.paragraph_face(style).over(self._story.table)

    def read(self, element: "Element") -> None:
        """Read all that is inside of an element."""
        for each in element:
            self._one(each)

    def _one(self, each: "Element") -> None:
        name = name_of(each)
        if name in self._does:
            self._does[name](each)
        elif name in _SIGNS:
            self._shown(each, _SIGNS[name])
        elif name in _THROUGH:
            self.read(each)
        elif name in _DRAWN:
            self._drawn(each)

    def _put(self, text: str, why: Aside | None = None) -> None:
        """Text where it belongs: to the paragraph, or to what is left out."""
        if self._story.fields.instructing:
            return
        why = why or self._why or self._story.fields.aside
        text = text.replace(_SOFT_HYPHEN, "")
        if why:
            self._leave(why, text)
            return
        for piece in text.replace("\r", "\n").splitlines(keepends=True) if text not in ("\n", "\t") else (text,):
            self._append(piece if piece in ("\n", "\t") else piece.replace("\n", " "))

    def _shown(self, element: "Element", text: str) -> None:
        """Text that an element holds; which of its characters are shown is noted where that is asked for."""
        if self._story.trace is None:
            self._put(text)
            return
        at, count = self._size, len(self._parts)
        self._put(text)
        self.stretches += _traced(self._story.trace, element, text, "".join(self._parts[count:]), at)

    def _append(self, text: str) -> None:
        """Text of the paragraph: no blank behind another one or at the start of a line."""
        if self._last in "\n\t ":
            text = text.lstrip(" \n\t" if self._last == "\n" else " ")
        if not text:
            return
        self._parts.append(text)
        if self._look:
            self.stretches.append(Stretch(self._size, self._size + len(text), self._look))
        self._size += len(text)
        self._last = text[-1]

    def _leave(self, why: Aside, text: str) -> None:
        if not text:
            return
        at = Span(self._size, self._size)
        last = self.left_out[-1] if self.left_out else None
        if last and last.why is why and last.span == at and why is not Aside.FOOTNOTE and why is not Aside.COMMENT:
            self.left_out[-1] = last._replace(text=last.text + text)
        else:
            self.left_out.append(LeftOut(why, text, at))

    def _run(self, run: "Element") -> None:
        properties = child(run, "rPr")
        hidden, style = switched(properties, "vanish"), value(properties, "rStyle")
        if hidden is None:
            hidden = self._story.styles.hidden(style) if style else None
        self._look = self._look_of(properties, style)
        before = self._why
        if self._hidden if hidden is None else hidden:
            self._why = self._why or Aside.HIDDEN
            self._story.hidden += 1
        fonts = child(properties, "rFonts")
        font = attribute(fonts, "ascii") or attribute(fonts, "hAnsi") if fonts is not None else ""
        raised = value(properties, "vertAlign") == "superscript"
        custom = False
        for each in run:
            name = name_of(each)
            if name == "t" and not custom:
                self._shown(each, in_font(each.text or "", font, raised))
            elif name != "t":
                self._one(each)
                custom = custom or (name.endswith("noteReference") and bool(attribute(each, "customMarkFollows")))
        self._why, self._look = before, ()

    def _look_of(self, properties: "Element | None", style: str) -> Look:
        own = face_of(properties)
        if own.underline and (self._links or self._story.fields.linking):
            own = own._replace(underline=None)
        return look_of(own, self._story.styles.character_face(style) if style else PLAIN, self._style)

    def _link(self, element: "Element") -> None:
        self._links += 1
        self.read(element)
        self._links -= 1

    def _deleted(self, element: "Element") -> None:
        before, self._why = self._why, Aside.HIDDEN
        self._story.deleted += 1
        self.read(element)
        self._why = before

    def _simple_field(self, element: "Element") -> None:
        self._story.fields.begin(instruction=attribute(element, "instr") or " ")
        self.read(element)
        self._put(self._story.fields.end())

    def _field_sign(self, element: "Element") -> None:
        sign = attribute(element, "fldCharType")
        if sign == "begin":
            self._story.fields.begin(child(element, "ffData"))
        elif sign == "separate":
            self._story.fields.separate()
        elif sign == "end":
            self._put(self._story.fields.end())

    def _control(self, element: "Element") -> None:
        """A content control: its content, unless that only asks to be filled in."""
        before = self._why
        if switched(child(element, "sdtPr"), "showingPlcHdr"):
            self._why = self._why or Aside.NAVIGATION
        self.read(element)
        self._why = before

    def _ruby(self, element: "Element") -> None:
        base = child(element, "rubyBase")
        if base is not None:
            self.read(base)

    def _fraction(self, element: "Element") -> None:
        above, below = child(element, "m:num"), child(element, "m:den")
        if above is not None and below is not None:
            self.read(above)
            self._put("/")
            self.read(below)

    def _raised_formula(self, element: "Element") -> None:
        text = "".join(each.text or "" for each in element.iter() if name_of(each) == "m:t")
        self._put(in_font(text, "", True))

    def _alternative(self, element: "Element") -> None:
        """The same thing for newer and for older programs: the first that shows anything."""
        for each in element:
            if name_of(each) in ("mc:Choice", "mc:Fallback"):
                before = (self._size, len(self.boxes), len(self.left_out))
                for inner in each:
                    self._one(inner) if self._is_known(name_of(inner)) else self._drawn_one(inner)
                if before != (self._size, len(self.boxes), len(self.left_out)):
                    return

    def _drawn(self, element: "Element") -> None:
        """The text boxes of a drawing; the words of one that is made of letters."""
        for each in element:
            self._drawn_one(each)

    def _drawn_one(self, each: "Element") -> None:
        name = name_of(each)
        if name == "txbxContent":
            self.boxes.append(each) if self._why is None else self._leave(self._why, _all_text(each))
        elif name == "v:textpath":
            self._put(each.get("string") or "")
        elif name == "mc:AlternateContent":
            self._alternative(each)
        elif name not in ("r", "p"):
            self._drawn(each)

    def _is_known(self, name: str) -> bool:
        return name in self._does or name in _SIGNS or name in _THROUGH or name in _DRAWN

    def _symbol(self, element: "Element") -> None:
        try:
            code = int(attribute(element, "char")[:6], 16)
        except ValueError:
            return
        self._shown(element, shown_sign(code, attribute(element, "font")))

    def _note(self, element: "Element") -> None:
        found = self._story.note(name_of(element), attribute(element, "id"))
        if found and not self._story.fields.instructing:
            comment = name_of(element) == "commentReference"
            self._leave(Aside.COMMENT if comment else Aside.FOOTNOTE, found)


def _traced(trace: Trace, element: "Element", text: str, shown: str, at: int) -> Iterator[Stretch]:
    """Where the characters of an element stand in the text of a paragraph: only blanks at its beginning and soft hyphens may be gone."""
    kept = [place for place, char in enumerate(text) if char != _SOFT_HYPHEN]
    kept = kept[len(kept) - len(shown) :] if 0 < len(shown) <= len(kept) else []
    if not all(char == text[place] or char.isspace() for char, place in zip(shown, kept, strict=bool(kept))):
        return
    node = trace.add(element) if kept else -1
    begun = 0
    for end in range(1, len(kept) + 1):
        if end == len(kept) or kept[end] != kept[end - 1] + 1:
            yield Stretch(at + begun, at + end, (), node, kept[begun])
            begun = end


def in_font(text: str, font: str, raised: bool) -> str:
    """The characters of a run as they are shown: those of fonts of signs, and powers (10 and a raised 5 are no 105)."""
    if any(ord(char) in _PRIVATE for char in text):
        text = "".join(shown_sign(ord(char), font) if ord(char) in _PRIVATE else char for char in text)
    if raised and _POWER.fullmatch(text):
        return text.translate(_RAISED)
    return text


def _all_text(element: "Element") -> str:
    return " ".join(each.text for each in element.iter() if name_of(each) in ("t", "delText") and each.text)
