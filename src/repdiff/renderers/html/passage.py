"""Text of the documents as markup: escaped, with the words that changed marked."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from repdiff.report.nouns import Gone, Passage, Setting
from repdiff.report.runs import Run, visible

_TAGS = {
    "heading": (Markup("<b>"), Markup("</b>")),
    "delete": (Markup("<del>"), Markup("</del>")),
    "insert": (Markup("<ins>"), Markup("</ins>")),
    "move_from": (Markup('<del class="mv">'), Markup("</del>")),
    "move_to": (Markup('<ins class="mv">'), Markup("</ins>")),
}
# Outermost first: a stretch that is set in several ways nests its elements in this order.
_SET = {
    "link": (Markup('<span class="ln">'), Markup("</span>")),
    "strong": (Markup("<strong>"), Markup("</strong>")),
    "emphasis": (Markup("<em>"), Markup("</em>")),
    "underline": (Markup("<u>"), Markup("</u>")),
    "strike": (Markup("<s>"), Markup("</s>")),
    "code": (Markup("<code>"), Markup("</code>")),
    "bullet": (Markup('<span class="bul">'), Markup("</span>")),
    "border": (Markup('<span class="bor">'), Markup("</span>")),
}
_NOT_SET = (Markup(), Markup())
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


def laid(passage: Passage) -> Markup:
    """A passage as markup: what changed in it marked, inside of that how it is set, and where words of the other side stood an empty
    element that carries them.
    """
    if not passage.set_as and not passage.gone:
        return marked(passage.runs)
    out: list[Markup] = []
    at, left = 0, list(passage.gone)
    for run in passage.runs:
        while left and left[0].at <= at:
            out.append(_struck(left.pop(0)))
        opening, closing = _TAGS.get(run.style, _NOT_SET)
        out += (opening, *_set(run.text, at, passage.set_as), closing)
        at += len(run.text)
    return Markup("").join([*out, *map(_struck, left)])


def _struck(gone: Gone) -> Markup:
    moved = ' class="mv"' if gone.style == "move_from" else ""
    return Markup(f'<i{moved} data-d="{escape(visible(gone.text))}"></i>')


def _set(text: str, at: int, settings: Sequence[Setting]) -> Iterator[Markup]:
    """A text that begins at an offset of its passage, each piece of it in the elements of the settings that it lies in."""
    end = at + len(text)
    around = [each for each in settings if each.start < end and at < each.end]
    if not around:
        yield safe(text)
        return
    cuts = {at, end, *(k for each in around for k in (each.start, each.end) if at < k < end)}
    for first, last in pairwise(sorted(cuts)):
        styles = {each.style for each in around if each.start <= first and last <= each.end}
        tags = [tag for style, tag in _SET.items() if style in styles]
        yield from (opening for opening, _ in tags)
        yield safe(text[first - at : last - at])
        yield from (closing for _, closing in reversed(tags))


def shown_text(text: str) -> Markup:
    """A title or name, escaped and kept from reordering what stands beside it."""
    return Markup(f"<bdi>{safe(text)}</bdi>")


def plain_text(text: str) -> str:
    """A title or name for an attribute, where no markup can keep it from reordering: without what would."""
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else " " for c in text)
