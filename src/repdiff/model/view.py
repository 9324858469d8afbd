"""How a report is shown: never changes what was found."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from repdiff.model.links import Kind
from repdiff.model.texts import Role

LANGUAGES: Final = ("en", "zh", "fr")
"""The languages that reports speak, each the name of a file in report/words/; the first where documents are in none of them."""


class Facet(StrEnum):
    """What a report is made for: a list, a page with all that it shows on demand, the table for programs that the view names or the first,
    a workbook for readers.
    """

    LIST = "list"
    PAGE = "page"
    SHEET = "sheet"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class View:
    """What of a comparison is shown, and how. Never changes what was found."""

    only: frozenset[Kind | str] = field(default_factory=frozenset)
    """Kinds to show (`identical`, `reworded`, `added`, `dropped`, `moved`, `turned`, and `perhaps`); empty shows all but unchanged text."""
    roles: frozenset[Role] = field(default_factory=frozenset)
    """Roles to show; empty shows all."""
    context: int = 0
    """How many unchanged sentences to show around each change."""
    width: int = 100
    """Columns of the terminal; an East Asian character takes two. 0 wraps nothing, so that a search finds every text
    whole."""
    side_by_side: int = 100
    """Columns from which old stands beside new: with fewer, a column holds less than 22 East Asian characters."""
    doubtful: float = 0.8
    """Score below which the reason of a pair is shown: above it, thirty of thirty-one were right."""
    min_score: float = 0.7
    """Score from which a pair is shown as one: of reports that no model had seen, nineteen in twenty above it were right. Others are shown
    as dropped and added, each with a word that it is perhaps the other."""
    most_changed: int = 5
    """How many sections the summary names: as many as are taken in at one look."""
    findings: int = 8
    """How many duplicates of each kind are told, those first that make most text superfluous."""
    lang: str = ""
    """Language of what the report says by itself: `en`, `zh`, `fr`; empty takes that of the documents."""
    numbers: bool = False
    """Whether the terminal shows the table of numbers instead of the texts."""
    left_out: bool = False
    """Whether an outline lists what was left out of the text instead of the headings."""
    color: bool = False
    """Whether colour repeats what the markers already say."""
    table: str = ""
    """Which of the tables for programs is written where a form holds one only, by its name; empty takes the first."""
    facets: frozenset[Facet] = frozenset(Facet)
    """What of the report is made: a renderer that shows a list needs no page. Each renderer asks for its own."""
