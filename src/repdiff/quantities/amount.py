"""An amount: a number with its unit and its qualifier, where it stands in a sentence."""

from decimal import Decimal
from typing import NamedTuple

from repdiff.model.quantities import Bound
from repdiff.model.texts import Span
from repdiff.quantities.qualifiers import qualify
from repdiff.quantities.units import Unit


class Amount(NamedTuple):
    """An amount in a clean text: from its qualifier to its end, where its digits begin, its numbers and its unit."""

    start: int
    digits: int
    end: int
    numbers: tuple[Decimal, ...]
    unit: Unit
    qualifier: str
    bound: Bound
    strict: bool = False


class Bare(NamedTuple):
    """An amount without the qualifier before it: where it stands, where its digits begin, the qualifier after it, its powers."""

    place: Span
    digits: int
    numbers: tuple[Decimal, ...]
    unit: Unit
    after: str
    power: str


def qualified(text: str, bare: Bare) -> Amount:
    """The amount with the qualifier before it."""
    found = qualify(text, bare.place.start, bare.after, bare.power)
    bound = Bound.BETWEEN if len(bare.numbers) > 1 else found.bound
    return Amount(
        found.start, bare.digits, bare.place.end, bare.numbers, bare.unit, found.qualifier, bound, found.strict
    )
