"""Where the paragraphs of a document begin: what a page needs to show it as running text."""

import re
from collections.abc import Iterator

from repdiff.model.document import Document
from repdiff.model.texts import What

_EMPTY_LINE = re.compile(r"\n\s*\n")
_WRAPPED = 0.05
"""Share of sentences with a line break in them from which line breaks only wrap: then an empty line parts paragraphs."""


def openings(document: Document) -> frozenset[int]:
    """The sentences that a paragraph begins with, an item of a list, or a row of a table."""
    return frozenset(_openings(document))


def _openings(document: Document) -> Iterator[int]:
    text, sentences = document.source.text, document.sentences
    set_apart = {m.span.start for m in document.source.marks if m.what in (What.ITEM, What.ROW)}
    cells = {m.span.start for m in document.source.marks if m.what is What.CELL}
    broken = sum("\n" in text[slice(*each.span)].strip() for each in sentences)
    wraps = not document.source.hard_lines and broken > _WRAPPED * len(sentences)
    end = 0
    for each in sentences:
        gap = text[end : each.span.start]
        of_table = bool(cells) and not cells.isdisjoint(range(*each.span)) and "\n" in gap
        own_line = "\n" in gap and (not wraps or _EMPTY_LINE.search(gap) is not None)
        if not end or own_line or of_table or each.span.start in set_apart:
            yield each.id
        end = each.span.end
