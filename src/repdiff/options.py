"""Every threshold and choice has a name here, a default, and a sentence that says why."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from repdiff.model import Kind, Role

if TYPE_CHECKING:
    from repdiff.decisions import Decisions


@dataclass(frozen=True, slots=True)
class Options:
    """What decides a comparison: the same input and the same options give the same result."""

    encoding: str | None = None
    """Codec of both files; None recognises it from the bytes."""
    section: str = ""
    """Show only what stands under headings that contain this text, and its partners elsewhere; empty shows everything."""
    decisions: "Decisions | None" = None
    """What a person decided about pairs (`read_decisions`): obeyed whatever the texts say."""
    link: float = 0.25
    """Least probability of a link between documents that were rewritten. Below one half, because a missed pair shows as
    dropped and added, which readers take for fact."""
    link_if_close: float = 0.55
    """Least probability of a link between documents that were hardly touched: there the true partner is plain to see."""
    further: float = 0.05
    """How much more probable each partner after the first must be: splits and merges are rarer than pairs."""
    least_shared: float = 0.04
    """Content that two sentences must share, in units of a usual sentence's content: with less, a pair looks silly even where
    its place speaks for it."""
    readable: float = 0.2
    """Share of characters in common below which a pair is shown as two texts: a word diff of less reads as confetti."""

    numbers: bool = True
    """Whether quantities are found and paired: a tenth of the time, which a report without numbers saves."""


@dataclass(frozen=True, slots=True)
class View:
    """What of a comparison is shown, and how. Never changes what was found."""

    only: frozenset[Kind | str] = field(default_factory=frozenset)
    """Kinds to show (`identical`, `reworded`, `added`, `dropped`, and `moved`); empty shows all but unchanged text."""
    roles: frozenset[Role] = field(default_factory=frozenset)
    """Roles to show; empty shows all."""
    context: int = 0
    """How many unchanged sentences to show around each change."""
    width: int = 100
    """Columns of the terminal; an East Asian character takes two. 0 wraps nothing, so that a search finds every text
    whole."""
    side_by_side: int = 100
    """Columns from which old stands beside new: with fewer, a column holds less than 22 East Asian characters."""
    doubtful: float = 0.6
    """Score below which the reason of a pair is shown: above it, four of five readers would pair the two without
    asking."""
    most_changed: int = 5
    """How many sections the summary names: as many as are taken in at one look."""
    lang: str = ""
    """Language of what the report says by itself: `en`, `zh`; empty takes that of the documents."""
    numbers: bool = False
    """Whether the terminal shows the table of numbers instead of the texts."""
    color: bool = False
    """Whether colour repeats what the markers already say."""
