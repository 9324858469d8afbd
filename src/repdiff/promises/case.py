"""What a verdict may rest on: promises, results, and which of their sentences belong together."""

from typing import NamedTuple

from repdiff.model.document import Document
from repdiff.model.links import Link
from repdiff.model.quantities import Quantity
from repdiff.model.terms import Terms


class Case(NamedTuple):
    """All that a verdict may rest on."""

    promised: Document
    reported: Document
    promises: tuple[Quantity, ...]
    results: tuple[Quantity, ...]
    links: dict[tuple[int, int], Link]
    levels: tuple[Quantity, ...]
    terms: Terms | None = None
