"""The targets of a document: the quantities that it sets for its own year."""

import re
from functools import cache

from repdiff.cut.titles import year
from repdiff.languages.fragments import alternatives
from repdiff.languages.numerals import YEAR
from repdiff.model.document import Document
from repdiff.model.quantities import Measure, Period, Quantity
from repdiff.model.texts import Role, Span
from repdiff.quantities.targets import is_goal
from repdiff.quantities.times import longer_than_a_year


def targets_of(document: Document) -> tuple[Quantity, ...]:
    """The quantities that a document sets for its own year: no results, no bases, no goals of several years."""
    own = year(document)
    return tuple(
        q
        for q in document.quantities
        if q.period is Period.CURRENT
        and q.measure is not Measure.BASE
        and not longer_than_a_year(q.stretch)
        and document.sentences[q.sentence].role is Role.COMMITMENT
        and is_goal(document, q)
        and not (own and _of_another_year(document, q, own))
    )


def _of_another_year(document: Document, quantity: Quantity, own: str) -> bool:
    """Whether the words around the number name a year, and it is not that of the document."""
    clause, span = quantity.clause, quantity.span
    around = document.source.plain(Span(clause.start, span.start)), document.source.plain(Span(span.end, clause.end))
    named = [found for text in around for found in _year().findall(text)]
    return bool(named) and own not in named


@cache
def _year() -> re.Pattern[str]:
    """A year, and no number of four digits in front of what it counts."""
    return re.compile(rf"{YEAR}(?=\W|{alternatives(lambda words: words.times.year)}|\Z)")
