"""What a document is called, and which year it is of."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from repdiff.languages.numerals import HAN_YEAR, HAN_YEAR_DIGITS, YEAR
from repdiff.model.document import Document
from repdiff.model.texts import Section, Source, Span

_TITLE_LENGTH = 80
_YEAR = re.compile(YEAR)
_HAN_YEAR = re.compile(HAN_YEAR)


def title(document: Document) -> str:
    """The document's first line, or its first heading where that line is a whole text; at most 80 characters, `…` where it goes on."""
    text = document.source.bare
    start = len(text) - len(text.lstrip())
    line = Span(start, start + len(text[start:].split("\n", 1)[0]))
    first = document.source.shown(line).strip(" \t#*")
    if 0 < len(first) <= _TITLE_LENGTH:
        return first
    named = next((section.title for section in document.sections if section.title), first)
    return named if len(named) <= _TITLE_LENGTH else f"{named[: _TITLE_LENGTH - 1].rstrip()}…"


def year(document: Document) -> str:
    """The one year in the file's name, else the one in the title, else the one in the opening, else an empty string."""
    return one_year(
        (PurePath(document.source.name).name, title(document), document.source.bare.lstrip()[:_TITLE_LENGTH])
    )


def own_year(source: Source, sections: Sequence[Section]) -> int:
    """The same as a number, 0 without one, of a text without sentences yet: its title may stand below what its page carries."""
    name, text = PurePath(source.name).name, source.bare.lstrip()
    first = text.split("\n", 1)[0]
    named = next((section.title for section in sections if section.title), "")
    found = one_year((name, first if len(first) <= _TITLE_LENGTH else "", named, text[:_TITLE_LENGTH]))
    return int(found or 0)


def one_year(texts: Iterable[str]) -> str:
    """The year that the first of some texts names which names one alone; empty where none does."""
    for text in texts:
        years: set[str] = set(_YEAR.findall(text))
        years |= {found.translate(HAN_YEAR_DIGITS) for found in _HAN_YEAR.findall(text)}
        if len(years) == 1:
            return years.pop()
    return ""
