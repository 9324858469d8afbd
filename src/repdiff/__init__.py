"""repdiff compares two yearly versions of a long document.

    import repdiff

    comparison = repdiff.compare(repdiff.read("2020.txt"), repdiff.read("2021.txt"))
    for group in comparison.groups:
        print(group.kind, group.score, comparison.old.text(group.old[0]))

    found = repdiff.find_duplicates(["pages.jsonl"])
    print(found.levels["paragraph"].removable)

The names below are the whole public interface. Importing them is cheap: what a comparison needs is loaded when it runs.
"""

from repdiff.compare import compare, cut_document
from repdiff.decisions import Decision, Decisions, Verdict, read_decisions
from repdiff.duplicates import find_duplicates
from repdiff.errors import RepdiffError
from repdiff.model import (
    Comparison,
    Document,
    Edit,
    Group,
    Kind,
    Link,
    Op,
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

__all__ = [
    "Comparison",
    "Decision",
    "Decisions",
    "Document",
    "Edit",
    "Group",
    "Kind",
    "Link",
    "Op",
    "Options",
    "RepdiffError",
    "Role",
    "Ruling",
    "Section",
    "SectionLink",
    "Sentence",
    "Shape",
    "Source",
    "Span",
    "Verdict",
    "View",
    "compare",
    "cut_document",
    "find_duplicates",
    "read",
    "read_decisions",
]
