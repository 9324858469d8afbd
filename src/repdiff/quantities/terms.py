"""The user's own words laid on the quantities of documents: from here on nothing else needs to know of them.

A synonym takes the place of its word in the names of a quantity; a unit of the user's becomes so many of a known unit.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from repdiff.languages.han import folded
from repdiff.model.document import Document
from repdiff.model.options import PairingOptions
from repdiff.model.quantities import Quantity
from repdiff.model.said import Said
from repdiff.model.terms import OwnUnit, Terms, Way
from repdiff.model.texts import Span
from repdiff.quantities.units import unit_called
from repdiff.text.renaming import longest_first, renaming, whole_word

_NEAR = Decimal("0.05")  # how far a result may be from `about` and still be it; what is twice as far below is missed
_BLANKS = " \t\u00a0\u2009\u202f\u3000"  # what may part a number from its unit


def termed(documents: Sequence[Document], options: PairingOptions) -> tuple[Document, ...]:
    """The documents with their quantities in the user's own words; the first one gets the notes: of the file that options were taken from,
    and of each word that no text of them holds.
    """
    if not documents:
        return ()
    told = [Said("Options were taken from a file: {config}.", config=options.config)] if options.config else []
    if options.glossary:
        names = renaming(options.glossary)
        documents = [_renamed(document, names.meant) for document in documents]
    if options.terms is not None:
        wording, name = _Wording(options.terms), options.terms.name
        documents = [
            replace(document, quantities=tuple(wording.said(document, quantity) for quantity in document.quantities))
            for document in documents
        ]
        told += [_stale(name, word) for word in wording.unheard([document.source.text for document in documents])]
    first, *others = documents
    return (replace(first, notes=(*first.notes, *told)) if told else first), *others


def _renamed(document: Document, meant: Callable[[str], str]) -> Document:
    """The document with its quantities in other names."""
    quantities = (
        replace(each, names=tuple(map(meant, each.names)), context=meant(each.context)) for each in document.quantities
    )
    return replace(document, quantities=tuple(quantities))


def way_of(quantity: Quantity, terms: Terms | None) -> Way | None:
    """Which way the user says that an indicator is meant to go: by the longest word that its names hold; None where none does."""
    if terms is None:
        return None
    wording = _Wording(terms)
    names = [folded(name) for name in (*quantity.names, quantity.context) if name]
    for word, way in sorted(terms.directions, key=lambda each: -len(each[0])):
        if any(map(_matcher([word, wording.meant(word)]).search, names)):
            return way
    return None


def about(terms: Terms | None) -> tuple[Decimal, Decimal]:
    """Shares of a target that is `about` a number: how far off a result still is it, and how far below it is missed."""
    near = _NEAR if terms is None or terms.about is None else terms.about / 100
    return near, 2 * near


def is_stale(note: str) -> bool:
    """Whether a note says that a word of the user's stands in none of the texts."""
    return isinstance(note, Said) and note.template == _stale("", "").template


def _stale(file: str, word: str) -> Said:
    return Said("{file}: “{word}” is stale, it stands in none of the texts.", file=file, word=word)


def _matcher(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first, as whole words where their script has any; the text must be folded."""
    return re.compile("|".join(map(whole_word, longest_first(words))), re.IGNORECASE)


class _Wording:
    """The words of a file, ready to be laid on quantities."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._meant = {folded(word).casefold(): said for word, said in terms.synonyms}
        # A word that stands there as it is meant already is left alone, also where a synonym is a part of it.
        self._words = _matcher((*self._meant, *self._meant.values())) if self._meant else None
        self._units = sorted(terms.units, key=lambda unit: -len(unit.word))

    def meant(self, text: str) -> str:
        """The text with each word that has a synonym replaced by the one that is meant."""
        if self._words is None or not text:
            return text
        parts: list[str] = []
        done = 0
        for found in self._words.finditer(folded(text)):
            parts += (
                text[done : found.start()],
                self._meant.get(found[0].casefold(), text[found.start() : found.end()]),
            )
            done = found.end()
        return "".join((*parts, text[done:]))

    def unheard(self, texts: Sequence[str]) -> list[str]:
        """The words that none of the texts holds, nor holds by a synonym."""
        given, meant = [folded(text) for text in texts], [folded(self.meant(text)) for text in texts]
        replaced = {word for word, _ in self._terms.synonyms}
        return [
            word
            for word in dict.fromkeys(self._terms.words)
            if not any(map(_matcher([word]).search, given if word in replaced else (*given, *meant)))
        ]

    def said(self, document: Document, quantity: Quantity) -> Quantity:
        """The quantity in the user's words."""
        for unit in self._units:
            if (end := _end_of(document, quantity, unit.word)) is not None:
                quantity = _counted(quantity, unit, end)
                break
        if self._words is None:
            return quantity
        names = tuple(map(self.meant, quantity.names))
        context = self.meant(quantity.context)
        if names == quantity.names and context == quantity.context:
            return quantity
        return replace(quantity, names=names, context=context)


def _end_of(document: Document, quantity: Quantity, word: str) -> int | None:
    """Where a quantity ends whose unit is the word, as it was read or as it stands behind; None for another unit."""
    wanted = _matcher([word])
    if wanted.fullmatch(folded(quantity.unit)) or wanted.fullmatch(folded(quantity.written)):
        return quantity.span.end
    if quantity.unit:
        return None
    text = document.source.bare
    start = quantity.span.end
    while start < len(text) and text[start] in _BLANKS:
        start += 1
    behind = wanted.match(folded(text[start : start + len(word) + 1]))
    return start + behind.end() if behind else None


def _counted(quantity: Quantity, own: OwnUnit, end: int) -> Quantity:
    """The quantity counted in the known unit; its span ends at `end`."""
    known = unit_called(own.base)
    names = tuple(name for name in quantity.names if not _matcher([own.word]).fullmatch(folded(name).strip(" .,;:")))
    return replace(
        quantity,
        span=Span(quantity.span.start, end),
        scale=quantity.scale * own.factor * known.scale,
        unit=known.base,
        family=known.family,
        written=quantity.written if end == quantity.span.end else f"{quantity.written} {own.word}".strip(),
        names=names or quantity.names,
    )
