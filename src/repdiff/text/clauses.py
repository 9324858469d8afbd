"""Clauses: the pieces of a sentence between its commas. The core clause of a long sentence often survives alone."""

import re

from repdiff.model.texts import Span
from repdiff.text.keys import key

# A comma, colon or dash between two digits belongs to a number, a full-width comma only where it parts thousands; a full
# stop inside a sentence belongs to an abbreviation, a line break there to the width of a page. Widths make no difference.
_BORDER = re.compile(r"[、;；—。！？!?]|[,，:：–](?!\d)|(?<!\d)[,，:：–]|(?<=\d)，(?!\d{3}(?!\d))| - ")
_SHORTEST = 4  # code points of key: "加快," alone says nothing and joins the clause after it


def cut_clauses(text: str) -> tuple[tuple[Span, str], ...]:
    """Spans that tile the text, each a clause with the mark that ends it, and their keys; one for a text without inner marks."""
    clauses: list[tuple[Span, str]] = []
    start = since = 0
    for mark in _BORDER.finditer(text):
        # Marks in a row make no clause longer: to look at all of them again at each would cost the square of their number.
        bare = since > start and (mark.start() == since or not key(text[since : mark.end()]))
        since = mark.end()
        if bare:
            continue
        clause = key(text[start:since])
        if len(clause) >= _SHORTEST:
            clauses.append((Span(start, since), clause))
            start = since
    if start == len(text) and clauses:
        return tuple(clauses)
    rest = key(text[start:])
    if clauses and len(rest) < _SHORTEST:
        start = clauses.pop()[0].start
        rest = key(text[start:])
    return (*clauses, (Span(start, len(text)), rest))
