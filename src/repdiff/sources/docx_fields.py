"""Fields of Word files: instructions that are not shown, and results that are (ECMA-376, 17.16)."""

import re
from typing import TYPE_CHECKING, Final

from repdiff.languages.symbols import shown_sign
from repdiff.model.texts import Aside
from repdiff.sources.docx_xml import child, name_of, number, switched, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ASIDES: Final = {
    "TOC": Aside.CONTENTS,
    "TOA": Aside.CONTENTS,
    "INDEX": Aside.CONTENTS,
    "PAGE": Aside.PAGE_NUMBER,
    "NUMPAGES": Aside.PAGE_NUMBER,
    "SECTIONPAGES": Aside.PAGE_NUMBER,
    "NOTEREF": Aside.FOOTNOTE,
}
"""Fields whose result is no part of what the document says."""
_LONGEST: Final = 4000
"""Characters of an instruction that are looked at."""
_DEEPEST: Final = 30
"""Fields in each other that are remembered: more are ends that are missing."""
_OVER = re.compile(r"\\o\s*(?:\\[a-z]+\s*(?:\d+\s*)?)*\((.*)\)", re.IGNORECASE | re.DOTALL)
_SYMBOL = re.compile(r"\s*SYMBOL\s+(\d{1,6}|0x[0-9a-f]{1,6})(?:.*?\\f\s*\"?([\w ]+))?", re.IGNORECASE | re.DOTALL)
_CIRCLES: Final = ("○", "◯", "〇")
_FIRST_CIRCLED, _LAST_CIRCLED = 0x2460, 20


class _Field:
    def __init__(self, form: "Element | None") -> None:
        self.form = form
        self.instruction = ""
        self.result = False

    @property
    def kind(self) -> str:
        return next(iter(self.instruction.split(None, 1)), "").upper()


class Fields:
    """The fields that are open, one in the other. In a running head the number of the page is what it shows."""

    def __init__(self, *, running_head: bool = False) -> None:
        self.pages = 0
        """Fields met so far that show the number of a page."""
        self._open: list[_Field] = []
        self._running_head = running_head

    @property
    def instructing(self) -> bool:
        """Whether what comes is an instruction, or inside of one."""
        return any(not each.result for each in self._open)

    @property
    def linking(self) -> bool:
        """Whether what comes is shown as a link."""
        return any(each.result and each.kind == "HYPERLINK" for each in self._open)

    @property
    def aside(self) -> Aside | None:
        """Why what comes is no part of the document; None where it is."""
        found = next((_ASIDES[each.kind] for each in self._open if each.result and each.kind in _ASIDES), None)
        return None if self._running_head and found is Aside.PAGE_NUMBER else found

    def begin(self, form: "Element | None" = None, instruction: str = "") -> None:
        """A field begins, with the data of its form if it is one; the result follows at once where the instruction is told."""
        del self._open[:-_DEEPEST]
        self._open.append(_Field(form))
        if instruction:
            self.instruct(instruction)
            self.separate()

    def instruct(self, text: str) -> None:
        """A piece of the instruction."""
        if self._open and not self._open[-1].result and len(self._open[-1].instruction) < _LONGEST:
            self._open[-1].instruction += text[:_LONGEST]

    def separate(self) -> None:
        """The result begins."""
        if self._open:
            self._open[-1].result = True
            self.pages += _ASIDES.get(self._open[-1].kind) is Aside.PAGE_NUMBER

    def end(self) -> str:
        """The field ends. What is shown of one that has no result, but shows its instruction."""
        if not self._open:
            return ""
        field = self._open.pop()
        self.pages += not field.result and _ASIDES.get(field.kind) is Aside.PAGE_NUMBER
        return _shown(field) if not self.instructing else ""

    def end_instructions(self) -> None:
        """Forget fields whose instruction never ended: the file is damaged, and its text goes on."""
        self._open = [each for each in self._open if each.result]

    def end_contents(self) -> None:
        """Forget fields of contents pages that never ended: a chapter begins."""
        self._open = [each for each in self._open if _ASIDES.get(each.kind) is not Aside.CONTENTS]


def _shown(field: _Field) -> str:
    if field.kind == "FORMCHECKBOX":
        box = child(field.form, "checkBox")
        checked = switched(box, "checked")
        return "☒" if (switched(box, "default") if checked is None else checked) else "☐"
    if field.kind == "FORMDROPDOWN":
        found = child(field.form, "ddList")
        entries = [value(each) for each in found if name_of(each) == "listEntry"] if found is not None else []
        chosen = number(value(found, "result") or value(found, "default"), 0)
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    if field.kind == "EQ" and not field.result:
        return _formula(field.instruction)
    symbol = _SYMBOL.match(field.instruction) if not field.result else None
    if symbol:
        code = int(symbol[1], 16 if symbol[1][:2].lower() == "0x" else 10)
        return shown_sign(code, symbol[2] or "")
    return ""


def _formula(instruction: str) -> str:
    r"""What an EQ field lays over each other: a number in a circle, or a word below its reading (`\o\ad(\s\up 9(reading),word)`)."""
    found = _OVER.search(instruction)
    if not found:
        return ""
    above, _, base = found[1].rpartition(",") if "," in found[1] else found[1].rpartition(";")
    base = base.strip().strip('"()')
    if above.strip() in _CIRCLES and base.isdecimal() and 0 < int(base) <= _LAST_CIRCLED:
        return chr(_FIRST_CIRCLED + int(base) - 1)
    return base
