"""What a verdict may rest on: promises, results, and which of their sentences belong together."""

from typing import NamedTuple

from repdiff.model.document import Document
from repdiff.model.links import Link
from repdiff.model.quantities import Quantity
from repdiff.model.terms import Terms
from repdiff.promises.names import Name
from repdiff.quantities.doubts import Cited


class Side(NamedTuple):
    """Quantities of one document, each with what it is called."""

    document: Document
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...]

    def cited(self, index: int) -> Cited:
        """One of the quantities with its document."""
        return Cited(self.document, self.quantities[index])


class Case(NamedTuple):
    """All that a verdict may rest on. `known` is what the promising document itself reports; `links` are by the ids of sentences of
    `promised` and `reported`; `year` is that of the promises, where it is known; `place` is the word by which the documents call the whole
    that they speak of (全省); `terms` are the user's own words; `apart` says that
    the results are those of another year.
    """

    promised: Side
    reported: Side
    known: Side
    links: dict[tuple[int, int], Link]
    year: str
    place: str
    terms: Terms | None = None
    apart: bool = False
