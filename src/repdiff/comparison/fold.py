"""Passages that a document repeats: a page pasted a hundred times is compared once, and every copy with its own counterpart.

Without their copies the documents are small enough to be paired as any others; the links
are then repeated, the first copy linked to the first, the second to the second.
"""

from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from repdiff.cut.document import only
from repdiff.cut.repeats import copies_of, is_repeating
from repdiff.model.document import Document
from repdiff.model.links import Kind, Link, Ruling, SectionLink
from repdiff.model.said import Said
from repdiff.model.texts import Span

_SURE = 0.95  # probability of two equal texts that stand at the same place

Pair = tuple[int, int]


class _Kept(NamedTuple):
    """The spans of a text that stayed, in order, and where each begins in the text that is made of them alone, one per line."""

    spans: tuple[Span, ...]
    begins: tuple[int, ...]

    def moved(self, span: Span) -> Span:
        """Where a span stands now; what was left out of it is gone."""
        return Span(self._place(span.start), self._place(span.end))

    def _place(self, offset: int) -> int:
        at = max(bisect_right(self.spans, offset, key=lambda span: span.start) - 1, 0)
        start, end = self.spans[at]
        return self.begins[at] + min(max(offset - start, 0), end - start)


class Folded(NamedTuple):
    """A document without its copies, as if they had never stood in its text.

    `sentences` and `sections` have one entry for each of the folded document: its own number in the whole one, and those of its copies,
    in order. `kept` says where its text comes from.
    """

    document: Document
    sentences: tuple[tuple[int, ...], ...]
    sections: tuple[tuple[int, ...], ...]
    kept: _Kept

    @property
    def copies(self) -> int:
        """How many sentences are copies."""
        return sum(map(len, self.sentences)) - len(self.sentences)


class Fold(NamedTuple):
    """Two documents without their copies and without the sentences `equal` that begin or end both of them alike."""

    old: Folded
    new: Folded
    equal: tuple[Pair, ...]
    equal_sections: tuple[Pair, ...]

    def rulings(self, rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
        """The rulings with the spans that their sentences have in the folded documents."""
        return tuple(
            replace(each, old=self.old.kept.moved(each.old), new=self.new.kept.moved(each.new)) for each in rulings
        )

    def links(self, links: Sequence[Link]) -> tuple[Link, ...]:
        """The links of the whole documents, by old and then new sentence, from those of the folded ones."""
        reason = Said("{what}; {place}", what=Said("same text"), place=Said("between the same neighbours"))
        found = [Link(old, new, Kind.IDENTICAL, False, _SURE, reason) for old, new in self.equal]
        for link in links:
            ends = zip(self.old.sentences[link.old], self.new.sentences[link.new], strict=False)
            found += [replace(link, old=old, new=new) for old, new in ends]
        return tuple(sorted(found, key=lambda link: (link.old, link.new)))

    def section_links(self, links: Sequence[SectionLink]) -> tuple[SectionLink, ...]:
        """The same for the links between sections."""
        found = {
            pair: SectionLink(*pair, _SURE, renamed=False, moved=False, reason=Said("same title"))
            for pair in self.equal_sections
        }
        for link in links:
            ends = zip(self.old.sections[link.old], self.new.sections[link.new], strict=False)
            found |= {(old, new): replace(link, old=old, new=new) for old, new in ends}
        return tuple(found[pair] for pair in sorted(found))


def fold(old: Document, new: Document, rulings: Sequence[Ruling] = ()) -> Fold | None:
    """Two documents of which one repeats itself, without what need not be compared; None where neither does.

    A sentence that a person ruled on is no copy and has none.
    """
    keys = keys_of(old, {each.old for each in rulings}), keys_of(new, {each.new for each in rulings})
    if not any(map(is_repeating, keys)):
        return None
    head, tail = _alike(*keys)
    inner = range(head, len(keys[0]) - tail), range(head, len(keys[1]) - tail)
    shift = len(keys[1]) - len(keys[0])
    equal = [(k, k) for k in range(head)] + [(k, k + shift) for k in range(inner[0].stop, len(keys[0]))]
    return Fold(
        _without_copies(old, keys[0], inner[0]),
        _without_copies(new, keys[1], inner[1]),
        tuple(equal),
        tuple(_openings(old, new, equal)),
    )


def keys_of(document: Document, alone: Collection[Span] = ()) -> list[Hashable]:
    """What is compared of each sentence; of those with a span in `alone` what no other sentence of any document has."""
    if not alone:
        return list(document.keys)
    return [object() if s.span in alone else document.keys[s.id] for s in document.sentences]


def _alike(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pair:
    """How many sentences at the beginning and at the end of both are the same; none is counted twice."""
    least = min(len(old), len(new))
    head = 0
    while head < least and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < least - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail


def _openings(old: Document, new: Document, equal: Sequence[Pair]) -> Iterator[Pair]:
    """The sections that two equal sentences open."""
    first_old, first_new = _first(old), _first(new)
    for above, below in equal:
        sections = old.sentences[above].section, new.sentences[below].section
        titled = old.sections[sections[0]].title and new.sections[sections[1]].title
        if titled and first_old[sections[0]] == above and first_new[sections[1]] == below:
            yield sections


def _first(document: Document) -> dict[int, int]:
    """The first sentence of each section."""
    return {s.section: s.id for s in reversed(document.sentences)}


def _without_copies(document: Document, keys: Sequence[Hashable], inner: range) -> Folded:
    """What stands in the range `inner` of sentences, without copies where that is much."""
    shift = inner.start
    found = copies_of(keys[shift : inner.stop])
    copied = {original + shift: [at + shift for at in places] for original, places in found.items()}
    numbers, sections, short = only(document, copied)
    kept = _joined([document.sentences[k].span for k in numbers], numbers)
    first = _first(document)
    return Folded(
        _set_together(short, kept),
        tuple(tuple(copied[k]) for k in numbers),
        tuple(tuple(_copies_of(document, k, first, copied)) for k in sections),
        kept,
    )


def _copies_of(document: Document, section: int, first: dict[int, int], copied: dict[int, list[int]]) -> Iterator[int]:
    """A section and those whose first sentence is a copy of its own."""
    yield section
    for copy in copied.get(first[section], ())[1:]:
        other = document.sentences[copy].section
        if first[other] == copy and document.sections[other].title:
            yield other


def _joined(spans: Sequence[Span], numbers: Collection[int]) -> _Kept:
    """The spans of sentences, those of neighbours as one."""
    joined: list[Span] = []
    last = -2
    for number, span in zip(numbers, spans, strict=True):
        joined[-1:] = [Span(joined[-1].start, span.end)] if number == last + 1 else [*joined[-1:], span]
        last = number
    return _Kept(tuple(joined), tuple(accumulate((s.end - s.start + 1 for s in joined[:-1]), initial=0)))


def _set_together(document: Document, kept: _Kept) -> Document:
    """The document with the text that was kept, and nothing else."""
    marks = (m._replace(span=kept.moved(m.span)) for m in document.source.marks if kept.spans)
    text = "\n".join(map(document.source.quote, kept.spans))
    return Document(
        replace(document.source, text=text, marks=tuple(m for m in marks if m.span.start < m.span.end)),
        tuple(replace(s, heading=kept.moved(s.heading), span=kept.moved(s.span)) for s in document.sections),
        tuple(replace(s, span=kept.moved(s.span)) for s in document.sentences),
        document.keys,
    )
