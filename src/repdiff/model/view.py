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
    a workbook for readers, the whole text with its changes.
    """

    LIST = "list"
    PAGE = "page"
    SHEET = "sheet"
    BOOK = "book"
    REVISION = "revision"


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
    limit: int = 65_536
    """Characters that Markdown of a comparison has at most, in code units of UTF-16: what a comment on GitHub may have. Where it would have
    more, the least important rows are left out and counted; 0 leaves out none."""
    findings: int = 8
    """How many duplicates of each kind are told, those first that make most text superfluous."""
    lang: str = ""
    """Language of what the report says by itself: `en`, `zh`, `fr`; empty takes that of the documents."""
    numbers: bool = False
    """Whether the terminal shows the table of numbers instead of the texts."""
    stat: bool = False
    """Whether a list is one line per section instead of the texts: what became of how many of its sentences."""
    left_out: bool = False
    """Whether an outline lists what was left out of the text instead of the headings."""
    color: bool = False
    """Whether colour repeats what the markers already say."""
    table: str = ""
    """Which of the tables for programs is written where a form holds one only, by its name; empty takes the first."""
    moves: bool = False
    """Whether a text with tracked changes says of whole sentences that they moved, instead of taking them out and putting them in."""
    carrier: bytes = field(default=b"", repr=False)
    """The user's own Word file of the new text: tracked changes are written into a copy of it; empty makes a Word file of our own."""
    facets: frozenset[Facet] = frozenset(Facet)
    """What of the report is made: a renderer that shows a list needs no page. Each renderer asks for its own."""
