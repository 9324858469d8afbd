"""Clauses: the pieces of a sentence between its commas. The core clause of a long sentence often survives alone."""

import re

from repdiff.cut.keys import key
from repdiff.model import Span

# A comma, colon or dash between two digits belongs to a number; a full stop inside a sentence to an abbreviation.
_BORDER = re.compile(r"(?<!\d)[,，、;；:：—–](?!\d)|(?<=\d)[，、；;：—]|(?<!\d)[,:–](?=\d)|[。！？!?\n]| - ")
_SHORTEST = 4  # code points of key: "加快," alone says nothing and joins the clause after it


def cut_clauses(text: str) -> tuple[Span, ...]:
    """Spans that tile the text, each a clause with the mark that ends it; one span for a text without inner marks."""
    clauses: list[Span] = []
    start = 0
    for mark in _BORDER.finditer(text):
        if len(key(text[start : mark.end()])) >= _SHORTEST:
            clauses.append(Span(start, mark.end()))
            start = mark.end()
    if start == len(text) and clauses:
        return tuple(clauses)
    if clauses and len(key(text[start:])) < _SHORTEST:
        clauses[-1] = Span(clauses[-1].start, len(text))
    else:
        clauses.append(Span(start, len(text)))
    return tuple(clauses)
