"""Which sentences of a document promise, and which report: by their roles, their chapters, and the year that the document is of.

A chapter that reaches beyond the year of the document (`Outlook to 2035`, `十五五规划`) promises nothing that the next report can
answer, and what stands in a review is never a promise, nor what stands in a plan a result.
"""

import re
from dataclasses import replace
from functools import cache

from repdiff.cut.document import keep, under
from repdiff.cut.forms import UNDECIDED
from repdiff.cut.outlook import Outlook, outlooks
from repdiff.languages import spoken
from repdiff.languages.fragments import alternatives
from repdiff.languages.han import folded
from repdiff.languages.numerals import YEAR
from repdiff.model.document import Document
from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Role, Sentence
from repdiff.quantities.find import find_quantities

_NO_PLAN = (Outlook.REVIEW, Outlook.APART)
_NO_REVIEW = (Outlook.PLAN, Outlook.APART)


def promising(document: Document, title: str, year: str) -> Document:
    """The sentences that promise something for the year of the document, under the headings asked for.

    A report of a year that is over promises for the one after: it is asked where nothing is promised for its own. Where no sentence of a
    document that plans looks back, also those that neither look back nor ahead. Raises RepdiffError where there are none; a
    document without sentences promises nothing.
    """
    if not document.sentences:
        return document
    part, asked = _asked(document, title)
    for own in (year, str(int(year) + 1)) if year else (year,):
        wanted = _promised(part, own, asked=asked)
        if wanted:
            return _committed(keep(part, wanted))
    raise RepdiffError(
        f"no promise was found in {document.source.name}: no sentence of it looks ahead to its own year.",
        "See what each sentence is taken for with: repdiff outline FILE --format json; name the chapter with --promises-section.",
    )


def _promised(part: Document, year: str, *, asked: bool) -> list[int]:
    """The ids of the sentences that promise something for a year; of a part that a person asked for, whatever its headings say."""
    looks = _looks(part)
    later = {s.id for s in part.sections if not asked and _later(part, s.id, year)}
    ahead = [s.id for s in part.sentences if s.section not in later and (asked or looks[s.section] not in _NO_PLAN)]
    wanted = [k for k in ahead if part.sentences[k].role is Role.COMMITMENT]
    plans = bool(wanted) or Outlook.PLAN in looks
    if asked or (plans and not any(map(_reports, part.sentences))):
        # A list of goals without verbs: what neither looks back nor ahead is meant as the lines around it are.
        wanted = [k for k in ahead if part.sentences[k].role is Role.COMMITMENT or part.sentences[k].why == UNDECIDED]
    return wanted


def _reports(sentence: Sentence) -> bool:
    return sentence.role is Role.STATEMENT and sentence.why != UNDECIDED


def reporting(document: Document, title: str) -> Document:
    """The sentences that report something, under the headings asked for; none where none looks back."""
    part, asked = _asked(document, title)
    looks = _looks(part)
    past = [s.id for s in part.sentences if asked or looks[s.section] not in _NO_REVIEW]
    wanted = [k for k in past if part.sentences[k].role is Role.STATEMENT]
    # Where no chapter looks back, a sentence may: the headings of some reports are lost.
    wanted = wanted or [sentence.id for sentence in part.sentences if _reports(sentence)]
    wanted = wanted or [k for k in past if part.sentences[k].role is Role.COMMITMENT]
    return keep(part, wanted)


def committed(document: Document) -> Document:
    """The document with every sentence taken for a commitment."""
    return replace(document, sentences=tuple(replace(s, role=Role.COMMITMENT) for s in document.sentences))


def _asked(document: Document, title: str) -> tuple[Document, bool]:
    return (under(document, title), True) if title else (document, False)


def _committed(document: Document) -> Document:
    """The document with every sentence taken for a commitment, and its quantities: what a number says of time follows from its sentence."""
    if all(sentence.role is Role.COMMITMENT for sentence in document.sentences):
        return document
    taken = committed(document)
    return replace(taken, quantities=find_quantities(taken))


def _looks(document: Document) -> tuple[Outlook, ...]:
    text = document.source.bare
    return outlooks(folded(text), document.sections, spoken(text))


def _later(document: Document, section: int, year: str) -> bool:
    """Whether a heading over the section says that it speaks of several years to come, or of a later one than the document's own."""
    found: int | None = section
    while found is not None:
        title = folded(document.sections[found].title)
        years = [int(said) for said in re.findall(YEAR, title)]
        if year and int(year) in years:
            return False
        beyond = bool(year and years and min(years) > int(year))
        if beyond or _long_term().search(title):
            return True
        found = document.sections[found].parent
    return False


@cache
def _long_term() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.promises.long_term), re.IGNORECASE)
