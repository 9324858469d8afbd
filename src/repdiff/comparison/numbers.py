"""The quantities of two documents of which one repeats itself: paired once, and those of every copy with its own counterpart."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from repdiff.comparison.fold import Pair, keys_of
from repdiff.cut.repeats import copies_of, is_repeating
from repdiff.model.document import Document
from repdiff.model.links import Comparison
from repdiff.model.quantities import NumberChange, Quantity
from repdiff.model.texts import Span
from repdiff.quantities.pair import Side, change, is_shown, match, pair_quantities, section_pairs, sentence_pairs


def pair_numbers(comparison: Comparison) -> tuple[NumberChange, ...]:
    """The quantities that stand on both sides, in the order of the old text. Turned around, the same pairs."""
    old, new = comparison.old, comparison.new
    if not any(is_repeating(document.keys) for document in (old, new)):
        return pair_quantities(comparison)
    copies = _copies(comparison)
    sides = _side(old, copies[0]), _side(new, copies[1])
    found = match(*sides, sentence_pairs(comparison.links), section_pairs(comparison.section_links))
    changes = [
        change(comparison, *ends, score)
        for i, j, score in found
        if is_shown((old, sides[0].quantities[i]), (new, sides[1].quantities[j]), score)
        for ends in _repeated((sides[0].quantities[i], sides[1].quantities[j]), (old, new), copies)
    ]
    return tuple(sorted(changes, key=lambda each: (each.old.span, each.new.span)))


Copies = dict[int, Sequence[int]]


def _copies(comparison: Comparison) -> tuple[Copies, Copies]:
    """For each sentence of either side that is no copy, itself and its copies, in order.

    The two ends of a link that joins no copies of one linked pair count as no copies of anything: what changed there changed there alone.
    """
    documents = comparison.old, comparison.new
    found = copies_of(documents[0].keys), copies_of(documents[1].keys)
    links = {(link.old, link.new) for link in comparison.links}
    linked = {pair for first in links for pair in _zipped(found, first)}
    alone = links - linked
    if not alone:
        return found
    spans = (
        {documents[0].sentences[old].span for old, _ in alone},
        {documents[1].sentences[new].span for _, new in alone},
    )
    return copies_of(keys_of(documents[0], spans[0])), copies_of(keys_of(documents[1], spans[1]))


def _zipped(copies: tuple[Copies, Copies], pair: Pair) -> Iterator[Pair]:
    return zip(copies[0].get(pair[0], ()), copies[1].get(pair[1], ()), strict=False)


def _side(document: Document, copies: Copies) -> Side:
    return Side(document, tuple(quantity for quantity in document.quantities if quantity.sentence in copies))


def _repeated(
    ends: tuple[Quantity, Quantity], documents: tuple[Document, Document], copies: tuple[Copies, Copies]
) -> Iterator[tuple[Quantity, Quantity]]:
    """The two quantities, and the same two of each pair of copies."""
    yield ends
    first = ends[0].sentence, ends[1].sentence
    for old, new in list(_zipped(copies, first))[1:]:
        above, below = _same(documents[0], ends[0], old), _same(documents[1], ends[1], new)
        if above is not None and below is not None:
            yield above, below


def _same(document: Document, quantity: Quantity, copy: int) -> Quantity | None:
    """The quantity of a copy that stands where another stands in its sentence; None where the copy is written otherwise."""
    shift = document.sentences[copy].span.start - document.sentences[quantity.sentence].span.start
    wanted = Span(quantity.span.start + shift, quantity.span.end + shift)
    at = bisect_left(document.quantities, wanted, key=lambda quantity: quantity.span)
    found = document.quantities[at : at + 1]
    return found[0] if found and found[0].span == wanted else None
