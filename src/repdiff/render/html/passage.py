"""Text of the documents as markup: escaped, with the words that changed marked."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from repdiff.model.links import Edit, Op
from repdiff.model.texts import Span

_TAGS = {
    Op.DELETE: (Markup("<del>"), Markup("</del>")),
    Op.INSERT: (Markup("<ins>"), Markup("</ins>")),
    Op.MOVE_FROM: (Markup('<del class="mv">'), Markup("</del>")),
    Op.MOVE_TO: (Markup('<ins class="mv">'), Markup("</ins>")),
}
# HTML cannot carry these at all: NUL and the other C0 and C1 controls, lone surrogates, noncharacters.
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPECIAL = re.compile(f"{_UNFIT.pattern}|{_DIRECTION.pattern}")
_WIDE = r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]"
_WRAPPED = re.compile(rf"(?<={_WIDE})[ \t]*\n[ \t]*(?={_WIDE})")


class Mark(NamedTuple):
    """A run of one side's text that a word diff marks."""

    start: int
    end: int
    op: Op


def old_marks(edits: Iterable[Edit]) -> list[Mark]:
    """What of the old text was deleted or moved away, in the order of the text."""
    return sorted(Mark(*e.old, e.op) for e in edits if e.op in (Op.DELETE, Op.MOVE_FROM) and e.old.end > e.old.start)


def new_marks(edits: Iterable[Edit]) -> list[Mark]:
    """What of the new text was inserted or moved here, in the order of the text."""
    return sorted(Mark(*e.new, e.op) for e in edits if e.op in (Op.INSERT, Op.MOVE_TO) and e.new.end > e.new.start)


def safe(text: str) -> Markup:
    """The text escaped for HTML. What HTML cannot carry, or what would reorder its neighbours, is shown by its code point.

    A direction character stays in the text, alone in an element of its own, where it has nothing left to reorder. A line break between
    two ideographs stays too, in an element that takes no room: white space there would be read as a gap.
    """
    if "\n" not in text and not _SPECIAL.search(text):
        return escape(text)
    parts: list[Markup] = []
    for i, piece in enumerate(re.split(f"({_SPECIAL.pattern}|{_WRAPPED.pattern})", text)):
        parts.append(_special(piece) if i % 2 else escape(piece))
    return Markup("").join(parts)


def _special(piece: str) -> Markup:
    if "\n" in piece:
        return Markup('<span class="nl">{}</span>').format(piece)
    kept = piece if _DIRECTION.match(piece) else ""
    return Markup('<span class="ctl" data-c="U+{}">{}</span>').format(f"{ord(piece):04X}", kept)


def marked(text: str, span: Span, marks: Sequence[Mark]) -> Markup:
    """`text[span]` as markup, the parts under `marks` wrapped in `<del>` and `<ins>`; marks reaching beyond the span are cut to it."""
    out: list[Markup] = []
    at = span.start
    for mark in marks:
        start, end = max(mark.start, at), min(mark.end, span.end)
        if end <= start:
            continue
        opening, closing = _TAGS[mark.op]
        out += (safe(text[at:start]), opening, safe(text[start:end]), closing)
        at = end
    out.append(safe(text[at : span.end]))
    return Markup("").join(out)
