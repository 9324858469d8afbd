"""The words around a quantity that a report quotes: enough to know what is spoken of, and no more."""

import re

from repdiff.model.document import Document
from repdiff.model.quantities import Quantity
from repdiff.model.texts import LeftOut, Placing, Source, Span, What
from repdiff.report.runs import Run
from repdiff.report.words import Words

_TELLING = 9  # characters that can be quoted alone
_BORDER = re.compile(r"[，。；！？,;!?](?!\d)|\.\s|\n\n|[●■◆•]")
_PLACE_MARKS = {Placing.PAGES: What.PAGE, Placing.ROWS: What.ROW}
_MARKS = "，。；、！？,;!?●■◆•*# \t\n"


def passage(document: Document, quantity: Quantity) -> Span:
    """The clause of a quantity, with the clauses before it where it says too little (`增长8.3%`), inside its sentence."""
    text, whole = document.source.bare, document.sentences[quantity.sentence].span
    start = min(max(quantity.clause.start, whole.start), quantity.span.start)
    end = max(min(quantity.clause.end, whole.end), quantity.span.end)
    borders = [whole.start, *(whole.start + m.end() for m in _BORDER.finditer(document.source.quote(whole)))]
    for border in reversed(borders):
        if end - start >= _TELLING:
            break
        start = min(start, border)
    return _stripped(text, Span(start, end), quantity.span)


def place(document: Document, offset: int) -> str:
    """Where a code point stands, for a reader who holds the file: `line:column`, `p. 12`, `¶ 34` or `row 5`."""
    return document.source.stands(offset)


def place_in_words(document: Document, offset: int, words: Words) -> str:
    """The same for the pages of reports, with line and column in words."""
    if document.source.places is not Placing.LINES:
        return place(document, offset)
    line, column = document.source.place(offset)
    return words["at"].format(line=line, column=column)


def place_left_out(document: Document, each: LeftOut) -> str:
    """The same for what is left out."""
    if each.number and document.source.places is not Placing.LINES:
        return document.source.numbered(each.number)
    return place(document, each.span.start)


def stands(source: Source) -> tuple[list[int], list[str]]:
    """Where pages, rows or paragraphs begin, and what places in each are called; both empty where places are lines."""
    if source.places is Placing.LINES:
        return [], []
    wanted = _PLACE_MARKS.get(source.places)
    if wanted is not None:
        starts = [mark.span.start for mark in source.marks if mark.what is wanted]
    else:
        starts = [0, *(found.end() for found in re.finditer("\n", source.text))]
    return starts, [source.stands(start) for start in starts]


def quotation(document: Document, shown: Span, quantity: Span) -> tuple[Run, ...]:
    """A passage, the quantity in it emphasised."""
    source = document.source
    return (
        Run(source.shown(Span(shown.start, quantity.start))),
        Run(source.shown(quantity), "heading"),
        Run(source.shown(Span(quantity.end, shown.end))),
    )


def _stripped(text: str, span: Span, kept: Span) -> Span:
    """Without marks and blanks at its ends, as far as `kept`."""
    start, end = span
    while start < kept.start and text[start] in _MARKS:
        start += 1
    while end > kept.end and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)
