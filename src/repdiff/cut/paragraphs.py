"""Logical paragraphs: what a reader takes for one paragraph, however its lines were broken on the way here."""

import re
from collections.abc import Container

from repdiff.cut.breaks import soft_breaks
from repdiff.cut.flat import Flat, chain, without
from repdiff.cut.folds import folds_of
from repdiff.cut.lines import evened, trimmed
from repdiff.cut.page_ends import NO_PAGES, PageEnds
from repdiff.languages.marks import EVEN_ENDS
from repdiff.languages.numerals import HAN_NUMERALS
from repdiff.languages.scripts import EAST_LETTER
from repdiff.model.texts import Span

_LINE_ENDS = "\x85\u2028\u2029"
_LOST_BREAK = re.compile(
    rf"(?<=[。!?…”])[ \xa0]+(?=(?![\uac00-\ud7a3]){EAST_LETTER}|[(“《\d])|(?<=:)[ \xa0]+(?=\(?[{HAN_NUMERALS}]{{1,3}}[)、])"
)


def flatten(text: str, borders: Container[int] = frozenset(), pages: PageEnds = NO_PAGES) -> Flat:
    """Take the soft line breaks out of a text, but for those before a line that begins at one of `borders`. Blank lines where a page ended
    count for nothing.

    First those of a mechanical fold (every n characters, inside words as well), then those of wrapped prose, told by
    punctuation, brackets and the width of the lines. Between words that blanks part, the break becomes a blank.
    """
    for mark in _LINE_ENDS:
        text = text.replace(mark, "\n")
    folds = folds_of(text)
    unfolded = without(text, [(at, at + 1, "") for at in folds])
    hard = (frozenset(), NO_PAGES) if folds else (borders, pages)
    wrapped = without(unfolded.text, soft_breaks(unfolded.text, *hard))
    return chain(unfolded, wrapped)


def cut_paragraphs(text: str) -> tuple[Span, ...]:
    """Logical paragraphs of a text, in order: trimmed spans between which stands nothing but white space.

    Headings, list items and table rows on lines of their own are paragraphs; hard-wrapped lines of a paragraph are one.
    """
    flat = flatten(text)
    return tuple(flat.span(a, b) for a, b in flat_paragraphs(flat.text))


def flat_paragraphs(text: str, even: str = "") -> list[Span]:
    """Paragraphs of a flat text, given with its evened form where that is at hand.

    Where a page was flattened, a blank between `。` and a letter is a lost paragraph break.
    """
    even = even or evened(text)
    stops = len(re.findall(rf"[{EVEN_ENDS}]", even))
    lost = list(_LOST_BREAK.finditer(even))
    breaks = [(m.start(), m.end()) for m in lost] if len(lost) < 0.6 * stops else []
    breaks += [(m.start(), m.end()) for m in re.finditer(r"\n\s*", text)]
    breaks.sort()
    spans, at = [], 0
    for start, end in [*breaks, (len(text), len(text))]:
        span = trimmed(text, at, start)
        if span.start < span.end:
            spans.append(span)
        at = end
    return spans
