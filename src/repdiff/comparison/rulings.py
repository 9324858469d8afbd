"""From a file of decisions to rulings on sentences: find again what the entries speak of, and say what cannot be found.

A passage stands where its span says if the quotation stands there; else where the quotation stands nearest to that place; else
where sentences with the same key do. One passage may be a part of a sentence or cover several.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import PurePath
from typing import Any, NamedTuple

from repdiff.comparison.claims import Claim, Heard, heard, refuse_contrary
from repdiff.comparison.quotations import nearest
from repdiff.model.decisions import Author, Decisions, Review, Reviewed, Side, Signature, Signed, Verdict
from repdiff.model.document import Document
from repdiff.model.links import Ruling
from repdiff.model.said import Said
from repdiff.model.texts import Span
from repdiff.text.keys import key

_QUOTED = 30  # code points of a quotation that a note shows: enough to find it again


class Settled(NamedTuple):
    """Rulings by old and then new span, one for each pair of sentences; notes on what was stale or contradicted; what persons said."""

    rulings: tuple[Ruling, ...]
    notes: tuple[str, ...]
    review: Review = Review()


def settle(
    decisions: Decisions | Sequence[Decisions], old: Document, new: Document, *, later_wins: bool = False
) -> Settled:
    """What the decisions of one file or of several come to in these two documents. Decisions that speak of them the other way round are
    turned. Raises RepdiffError where persons contradict each other and nobody settled it, unless the later one is to win.
    """
    places = _Places(old), _Places(new)
    files = [_turned(each, places) for each in _several(decisions)]
    claims: dict[tuple[Span | None, Span | None], list[Claim]] = {}
    notes: list[str] = []
    for file in files:
        notes += [
            n for side, document in ((file.old, old), (file.new, new)) for n in changed(side, document, file.name)
        ]
        for number, entry in enumerate(file.pairs, 1):
            above, below = places[0].find(entry.old, entry.quote_old), places[1].find(entry.new, entry.quote_new)
            if not above or not below:
                quote, document = (entry.quote_new, new) if above else (entry.quote_old, old)
                notes.append(stale(file.name, number, quote, document))
            for pair in ((a, b) for a in above for b in below):
                claims.setdefault(pair, []).append(Claim(file.name, number, entry.author, entry))
        for number, tick in enumerate(file.marks, 1):
            # Of a sentence that is gone nothing is said: nothing would follow from it.
            for span in places[tick.side].find(tick.span, tick.quote):
                key = (None, span) if tick.side else (span, None)
                claims.setdefault(key, []).append(Claim(file.name, number, tick.author, tick))
    held = {pair: heard(found, _is_contrary, later_wins=later_wins) for pair, found in _deciding(claims).items()}
    refuse_contrary([(_place(pair, old), each.against) for pair, each in held.items() if each.against])
    notes += [_contradiction(*each) for each in _outdone(held.values())]
    rulings = (
        Ruling(*pair, _is_together(held[pair].claim.entry), held[pair].claim.entry.note) for pair in sorted(held)
    )
    review = Review(tuple(_reviewed(claims)), tuple(signed(map(_signatures, files), (old, new))))
    return Settled(tuple(rulings), tuple(notes), review)


def _deciding(
    claims: dict[tuple[Span | None, Span | None], list[Claim]],
) -> dict[tuple[Span, Span], list[Claim]]:
    """What is decided of pairs."""
    found = {
        (old, new): [claim for claim in made if claim.entry.verdict is not Verdict.QUESTION]
        for (old, new), made in claims.items()
        if old is not None and new is not None
    }
    return {pair: made for pair, made in found.items() if made}


def _reviewed(claims: dict[tuple[Span | None, Span | None], list[Claim]]) -> Iterator[Reviewed]:
    """All that was said, of each thing each once."""
    for (old, new), made in claims.items():
        settling = max((claim.author.at for claim in made if claim.author.settles), default="")
        said = (
            Reviewed(old, new, e.verdict, e.note, e.author.by, e.verdict is Verdict.QUESTION and e.author.at < settling)
            for e in (claim.entry for claim in made)
        )
        yield from dict.fromkeys(said)


def _signatures(file: Decisions) -> tuple[Sequence[Signature], Sequence[Author]]:
    return file.signed, [*(entry.author for entry in file.pairs), *(tick.author for tick in file.marks)]


def _several(decisions: Decisions | Sequence[Decisions]) -> Sequence[Decisions]:
    return (decisions,) if isinstance(decisions, Decisions) else decisions


def _is_together(entry: Any) -> bool:
    return entry.verdict is not Verdict.WRONG


def _is_contrary(one: Any, other: Any) -> bool:
    return _is_together(one) is not _is_together(other)


def _outdone(held: Iterable[Heard]) -> list[tuple[str, int]]:
    """The entries that took the place of contrary ones: file and number, each once."""
    return sorted({(claim.file, claim.number) for each in held for claim in each.outdoing})


def _place(pair: tuple[Span, Span], old: Document) -> str:
    line, column = old.source.place(pair[0].start)
    return f"{PurePath(old.source.name).name}:{line}:{column} “{short(old.source.shown(pair[0]))}”"


def signed(
    files: Iterable[tuple[Sequence[Signature], Sequence[Author]]], documents: Iterable[Document]
) -> Iterator[Signed]:
    """The signatures of files, each with the authors of its entries, as they are to be shown: void where texts or decisions have changed
    since.
    """
    digests = {document.source.sha256 for document in documents}
    for signatures, authors in files:
        for each in signatures:
            void: str = ""
            if set(each.files) != digests:
                void = Said("it was signed for other files")
            elif len(authors) != each.decisions or any(author.at > each.at for author in authors):
                void = Said("decisions have changed since")
            yield Signed(each, void)


def stale(file: str, number: int, quote: str, document: Document) -> Said:
    """A note on an entry whose quotation is gone."""
    return Said(
        "{file}, entry {number}, is stale and left out: “{quote}” is no longer in {name}.",
        file=file,
        number=number,
        quote=short(quote),
        name=document.source.name,
    )


def forgotten(file: str, lost: int) -> list[Said]:
    """A note on how many entries that decide nothing speak of texts that are gone; none where there are none."""
    if not lost:
        return []
    return [
        Said(
            "{file}: {count} entries without a reason speak of what is no longer in these texts, and decide nothing.",
            file=file,
            count=lost,
        )
    ]


def _contradiction(file: str, number: int) -> Said:
    return Said(
        "{file}, entry {number}, contradicts an earlier entry on the same sentences and takes its place.",
        file=file,
        number=number,
    )


def short(quote: str) -> str:
    """The beginning of a quotation on one line: enough to find it again."""
    plain = " ".join(quote.split())
    return plain if len(plain) <= _QUOTED else plain[: _QUOTED - 1] + "…"


def _turned(decisions: Decisions, places: tuple["_Places", "_Places"]) -> Decisions:
    """The decisions in the direction that fits: by the digests of the files, else by what is found."""
    mirrored = decisions.mirrored()
    old, new = (place.document.source.sha256 for place in places)
    straight, turned = ((d.old.sha256 == old) + (d.new.sha256 == new) for d in (decisions, mirrored))
    if straight == turned == 0:
        straight, turned = (_found(each, places) for each in (decisions, mirrored))
    return mirrored if turned > straight else decisions


def _found(decisions: Decisions, places: tuple["_Places", "_Places"]) -> int:
    """How many quotations are found."""
    return sum(
        bool(places[0].find(entry.old, entry.quote_old)) + bool(places[1].find(entry.new, entry.quote_new))
        for entry in decisions.pairs
    )


def changed(side: Side, document: Document, file: str) -> Iterator[Said]:
    """A note where a text is not the one that the decisions in a file were made on."""
    if document.source.sha256 and document.source.sha256 != side.sha256:
        yield Said(
            "{name} has changed since {file} was written: decisions were looked up by their quotations.",
            name=document.source.name,
            file=file,
        )


class _Places:
    """Finds the sentences of one document that a passage covers."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._ends = [sentence.span.end for sentence in document.sentences]

    def find(self, span: Span, quote: str) -> tuple[Span, ...]:
        """The spans of the sentences that hold the quotation, in order; none when it is gone."""
        text = self.document.source.text
        if quote in (text[span.start : span.end], self.document.source.shown(span)):
            return self._covered(span)
        at = nearest(text.find, quote, span.start)
        if at >= 0:
            return self._covered(Span(at, at + len(quote)))
        return self._by_key(span, key(quote))

    def _covered(self, span: Span) -> tuple[Span, ...]:
        """The sentences of which more than marks and blanks lies in the span; of none, the one that it touches."""
        touched = []
        for sentence in self.document.sentences[bisect_right(self._ends, span.start) :]:
            if sentence.span.start >= span.end:
                break
            touched.append(sentence.span)
        text = self.document.source.text
        inked = [s for s in touched if key(text[max(s.start, span.start) : min(s.end, span.end)])]
        return tuple(inked or touched[:1])

    def _by_key(self, span: Span, wanted: str) -> tuple[Span, ...]:
        keys, starts = self._keys
        first = bisect_right(self._ends, span.start)
        near = starts[min(first, len(starts) - 1)]
        at = nearest("".join(keys).find, wanted, near) if wanted else -1
        if at < 0:
            return ()
        last = bisect_left(starts, at + len(wanted)) - 1
        return tuple(s.span for s in self.document.sentences[bisect_right(starts, at) - 1 : last + 1])

    @cached_property
    def _keys(self) -> tuple[list[str], list[int]]:
        """The keys of all sentences, and where each starts when they are set end to end."""
        keys = [key(self.document.plain(sentence.id)) for sentence in self.document.sentences]
        return keys, [*accumulate(map(len, keys), initial=0)]
