"""Text of the documents as markup: escaped, with the words that changed marked."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup, escape

from repdiff.report.runs import Run

_TAGS = {
    "heading": (Markup("<b>"), Markup("</b>")),
    "delete": (Markup("<del>"), Markup("</del>")),
    "insert": (Markup("<ins>"), Markup("</ins>")),
    "move_from": (Markup('<del class="mv">'), Markup("</del>")),
    "move_to": (Markup('<ins class="mv">'), Markup("</ins>")),
}
# HTML cannot carry these at all: NUL and the other C0 and C1 controls, lone surrogates, noncharacters.
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPECIAL = re.compile(f"{_UNFIT.pattern}|{_DIRECTION.pattern}")
_WIDE = r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]"
_WRAPPED = re.compile(rf"(?<={_WIDE})[ \t]*\n[ \t]*(?={_WIDE})")


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


def marked(runs: Iterable[Run]) -> Markup:
    """Runs as markup: what changed in `<del>` and `<ins>`, what is emphasised in `<b>`; plain ones in a row are one text."""
    runs = tuple(runs)
    if len(runs) == 1 and runs[0].style not in _TAGS:
        return safe(runs[0].text)
    out: list[Markup] = []
    for style, found in groupby(runs, key=lambda run: run.style):
        if style not in _TAGS:
            out.append(safe("".join(run.text for run in found)))
            continue
        opening, closing = _TAGS[style]
        for run in found:
            out += (opening, safe(run.text), closing)
    return Markup("").join(out)


def shown_text(text: str) -> Markup:
    """A title or name, escaped and kept from reordering what stands beside it."""
    return Markup("<bdi>{}</bdi>").format(safe(text))


def plain_text(text: str) -> str:
    """A title or name for an attribute, where no markup can keep it from reordering: without what would."""
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else " " for c in text)
