"""repdiff compares two yearly versions of a long document.

    import repdiff

    comparison = repdiff.compare(repdiff.read("2020.txt"), repdiff.read("2021.txt"))
    for group in comparison.groups:
        print(group.kind, group.score, comparison.old.text(group.old[0]))

The names below are the whole public interface; they are loaded when first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from repdiff.compare import compare, cut
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
        Section,
        SectionLink,
        Sentence,
        Shape,
        Source,
        Span,
    )
    from repdiff.options import Options, View
    from repdiff.read import read

    __version__: str

__all__ = [
    "Comparison",
    "Document",
    "Edit",
    "Group",
    "Kind",
    "Link",
    "Op",
    "Options",
    "RepdiffError",
    "Role",
    "Section",
    "SectionLink",
    "Sentence",
    "Shape",
    "Source",
    "Span",
    "View",
    "__version__",
    "compare",
    "cut",
    "read",
]

_HOMES = {
    "compare": "compare",
    "cut": "compare",
    "RepdiffError": "errors",
    "Options": "options",
    "View": "options",
    "read": "read",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'repdiff' has no attribute {name!r}")
    if name == "__version__":
        return import_module("repdiff.version").version()
    return getattr(import_module(f"repdiff.{_HOMES.get(name, 'model')}"), name)
