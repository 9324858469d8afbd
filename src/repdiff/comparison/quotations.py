"""Finds again the numbers and passages that a file of decisions quotes.

A quotation stands where its place says, if its sentence stands around it there; else where its sentence stands nearest to that place;
else, without a sentence, on the line of that place. A short number somewhere else in a text is another number.
"""

from collections.abc import Callable, Iterable

from repdiff.model.document import Document
from repdiff.model.judgements import Quoted
from repdiff.model.quantities import Quantity
from repdiff.model.texts import Sentence, Span


def locate(document: Document, quoted: Quoted) -> Span | None:
    """Where a quotation stands; None where it is gone."""
    text, length = document.source.text, len(quoted.quote)
    start = quoted.span.start if quoted.span else _offset(document, quoted.place or (1, 1))
    if quoted.sentence:
        at = nearest(text.find, quoted.sentence, start - quoted.at)
        return None if at < 0 else Span(at + quoted.at, at + quoted.at + length)
    if text.startswith(quoted.quote, start):
        return Span(start, start + length)
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    at = nearest(text[first : last if last >= 0 else None].find, quoted.quote, start - first)
    return None if at < 0 else Span(first + at, first + at + length)


def quantity_at(quantities: Iterable[Quantity], span: Span) -> Quantity | None:
    """The quantity that shares most with a span, of equals the first; None where none does."""
    found = [(_shared(quantity.span, span), -n, quantity) for n, quantity in enumerate(quantities)]
    best = max(found, key=lambda each: each[:2], default=None)
    return best[2] if best and best[0] > 0 else None


def sentence_at(sentences: Iterable[Sentence], span: Span) -> Sentence | None:
    """The sentence in which a span begins; None where none does."""
    return next((each for each in sentences if each.span.start <= span.start < each.span.end), None)


def nearest(find: Callable[[str, int], int], wanted: str, place: int) -> int:
    """Where the wanted text starts nearest to a place, of equally near ones the first; -1 where it is nowhere."""
    best = at = find(wanted, 0)
    while at >= 0:
        if abs(at - place) < abs(best - place):
            best = at
        if at > place:
            break
        at = find(wanted, at + 1)
    return best


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _offset(document: Document, place: tuple[int, int]) -> int:
    """The code point at a line and column, both counted from 1; the end of the text where it has no such line."""
    text, start = document.source.text, 0
    for _ in range(place[0] - 1 - document.source.above):
        start = text.find("\n", start) + 1
        if not start:
            return len(text)
    return min(start + place[1] - 1, len(text))
