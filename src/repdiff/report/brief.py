"""A comparison on two sheets of paper: what was dropped and what is new of the commitments, the weightiest first, and the numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from repdiff.languages.guess import Languages
from repdiff.model.document import Document
from repdiff.model.links import Comparison
from repdiff.model.quantities import NumberChange
from repdiff.model.texts import Role
from repdiff.report.bars import counted_roles
from repdiff.report.nouns import NumberRow
from repdiff.report.passages import place_in_words
from repdiff.report.rows import is_rtl
from repdiff.report.runs import Run, clip, visible, width
from repdiff.report.words import Words

_LINES = 62
"""Lines of a column of sentences that a sheet holds."""
_GAP = 0.4
"""Of a line, between two sentences."""
_COLUMNS = 56
"""Columns of a line: an East Asian character takes two."""
_MOST = 3
"""Lines of a sentence that are shown, with its place."""
_RAGGED = 8
"""Columns that the ends of lines leave empty, where words or places are not broken."""
_NUMBERS = 30


class Quote(NamedTuple):
    """A sentence, cut where it is long: its text, where it stands, its BCP 47 tag, whether it is written from right to left."""

    runs: tuple[Run, ...]
    place: str
    lang: str
    rtl: bool


class Column(NamedTuple):
    """Sentences of one kind: as many as fit, in the order of the text, of `total`."""

    kind: str
    quotes: tuple[Quote, ...]
    total: int


class Brief(NamedTuple):
    """What stands on the two sheets beside what the page's head says: sentences dropped and new, and numbers of `total`."""

    columns: tuple[Column, ...]
    numbers: tuple[NumberRow, ...]
    total: int


def brief(
    comparison: Comparison, numbers: Sequence[NumberRow], languages: tuple[Languages, Languages], words: Words
) -> Brief:
    """The sheets of a comparison; `numbers` are its rows of numbers."""
    roles = counted_roles(comparison)
    told = words.within("page.tables")
    columns = [
        _column(kind, document, (s for s in found if document.sentences[s].role in roles), tongue, told)
        for kind, document, found, tongue in (
            ("dropped", comparison.old, comparison.dropped, languages[0]),
            ("added", comparison.new, comparison.added, languages[1]),
        )
    ]
    pairs = zip(comparison.numbers, numbers, strict=True)
    changed = [row for change, row in sorted(pairs, key=lambda pair: _rank(pair[0])) if row.sign not in "=?"]
    return Brief(tuple(each for each in columns if each.total), tuple(changed[:_NUMBERS]), len(numbers))


def _rank(change: NumberChange) -> float:
    """By how much of itself a number changed, most first: of what has no share, points count as percents."""
    old, new = (float(values[0]) for values in change.signed)
    return -abs(new - old) / max(abs(old), abs(new), 1e-9)


def _column(kind: str, document: Document, found: Iterable[int], tongue: Languages, words: Words) -> Column:
    sentences = list(found)
    numbers = Counter(quantity.sentence for quantity in document.quantities)
    chosen: list[tuple[int, Quote]] = []
    lines = 0.0
    for sentence in sorted(sentences, key=lambda s: (-_weight(document, s, numbers[s]), s)):
        quote = _quote(document, sentence, tongue, words)
        lines += _GAP + -(-width(f"{quote.runs[0].text} {quote.place}") // _COLUMNS)
        if lines > _LINES and chosen:
            break
        chosen.append((sentence, quote))
    return Column(kind, tuple(quote for _, quote in sorted(chosen)), len(sentences))


def _weight(document: Document, sentence: int, numbers: int) -> int:
    """What a reader would ask for first: commitments before other sentences, those with numbers, then what says more."""
    each = document.sentences[sentence]
    return 1000 * (each.role is Role.COMMITMENT) + 100 * min(numbers, 3) + min(each.span.end - each.span.start, 99)


def _quote(document: Document, sentence: int, tongue: Languages, words: Words) -> Quote:
    where = place_in_words(document, document.sentences[sentence].span.start, words)
    text = clip(visible(document.shown(sentence)), _MOST * _COLUMNS - width(where) - _RAGGED)
    return Quote((Run(text),), where, tongue.of(text), is_rtl(text))
