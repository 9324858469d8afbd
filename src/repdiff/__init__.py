"""repdiff compares two yearly versions of a long document.

    import repdiff

    comparison = repdiff.compare(repdiff.read("2020.txt"), repdiff.read("2021.txt"))
    for group in comparison.groups:
        print(group.kind, group.score, comparison.old.text(group.old[0]))

    kept = repdiff.check(repdiff.read("2021.txt"), repdiff.read("2022.txt"))
    print([promise.verdict for promise in kept.promises])

    years = repdiff.track([repdiff.read(name) for name in ("2019.txt", "2020.txt", "2021.txt")])
    print([series.name for series in years.series])

    found = repdiff.find_duplicates(["pages.jsonl"])
    print(found.levels["paragraph"].removable)

The names below are the whole public interface. Importing them is cheap: what a comparison needs is loaded when it runs.
"""

from typing import TYPE_CHECKING, Any

from repdiff.check import check
from repdiff.compare import compare, cut_document
from repdiff.decisions import Decision, Decisions, Verdict, read_decisions
from repdiff.duplicates import find_duplicates
from repdiff.errors import RepdiffError
from repdiff.model import (
    Bound,
    Comparison,
    Document,
    Edit,
    Group,
    Kind,
    Link,
    Measure,
    NumberChange,
    Op,
    Period,
    Quantity,
    Role,
    Ruling,
    Section,
    SectionLink,
    Sentence,
    Shape,
    Source,
    Span,
)
from repdiff.options import Options, View
from repdiff.read import read
from repdiff.track import track

if TYPE_CHECKING:
    from repdiff.years import Check, Fate, Life, Outcome, Point, Promise, Result, Series, Stage, Suggestion, Track

__all__ = [
    "Bound",
    "Check",
    "Comparison",
    "Decision",
    "Decisions",
    "Document",
    "Edit",
    "Fate",
    "Group",
    "Kind",
    "Life",
    "Link",
    "Measure",
    "NumberChange",
    "Op",
    "Options",
    "Outcome",
    "Period",
    "Point",
    "Promise",
    "Quantity",
    "RepdiffError",
    "Result",
    "Role",
    "Ruling",
    "Section",
    "SectionLink",
    "Sentence",
    "Series",
    "Shape",
    "Source",
    "Span",
    "Stage",
    "Suggestion",
    "Track",
    "Verdict",
    "View",
    "check",
    "compare",
    "cut_document",
    "find_duplicates",
    "read",
    "read_decisions",
    "track",
]


def __getattr__(name: str) -> Any:
    """The nouns of several versions, loaded when they are asked for: a comparison of two needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from repdiff import years

    return getattr(years, name)
