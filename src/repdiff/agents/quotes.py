"""Passages with their places, and how many rows an answer holds: an agent reads all that it is given, and pays for it."""

import json
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeVar

from repdiff.agents.answers import Figure, Paged, Quote
from repdiff.model.document import Document
from repdiff.model.errors import RepdiffError
from repdiff.model.quantities import Quantity
from repdiff.model.texts import Span
from repdiff.report.passages import place

MOST: Final = 100
"""Rows of the longest answer."""
_QUOTED: Final = 1_000
"""Characters of the longest quotation."""
_ROOM: Final = 16_000
"""Characters that the rows of an answer take as JSON, the first row whatever it takes: some 5,000 tokens of English."""
_NOTES: Final = 10
_T = TypeVar("_T")
_R = TypeVar("_R")


class Window(NamedTuple):
    """Which rows are asked for: those from `offset` on, `limit` at most."""

    offset: int
    limit: int


def quote(document: Document, span: Span) -> Quote:
    """What stands at a span, verbatim, the first 1,000 characters, and where."""
    text = document.source.quote(span)
    start = span.start + len(text) - len(text.lstrip())
    text = text.strip()
    found = Quote(at=at(document, start), quote=text[:_QUOTED])
    if len(text) > _QUOTED:
        found["cut"] = True
    return found


def sentence(document: Document, number: int) -> Quote:
    """The same of a sentence."""
    return quote(document, document.sentences[number].span)


def figure(document: Document, quantity: Quantity) -> Figure:
    """The sentence of a quantity, the quantity as written, and where either stands."""
    written, start = document.source.quote(quantity.span), at(document, quantity.span.start)
    return Figure(**sentence(document, quantity.sentence), number=written, number_at=start)


def at(document: Document, offset: int) -> str:
    """Where a code point stands, with the name of its file."""
    told = place(document, offset)
    return f"{document.source.name}:{told}" if told[0].isdigit() else f"{document.source.name}: {told}"


def paged(
    found: Sequence[_T], window: Window, told: Callable[[_T], _R], notes: Sequence[str]
) -> tuple[Paged, list[_R]]:
    """The rows of a window, as far as there is room, and where they stand among all. Raises RepdiffError for no such window."""
    if window.offset < 0 or not 1 <= window.limit <= MOST:
        raise RepdiffError("There is no such part of the answer.", f"offset is 0 or more, limit 1 to {MOST}.")
    rows: list[_R] = []
    left = _ROOM
    for each in found[window.offset : window.offset + window.limit]:
        row = told(each)
        left -= len(json.dumps(row, ensure_ascii=False, indent=2))  # as the SDK writes it
        if rows and left < 0:
            break
        rows.append(row)
    end = window.offset + len(rows)
    following = end if rows and end < len(found) else None
    return Paged(total=len(found), offset=window.offset, next_offset=following, notes=list(notes[:_NOTES])), rows
