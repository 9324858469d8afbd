"""What a person decided about pairs."""

from enum import StrEnum
from typing import NamedTuple

from repdiff.model.texts import Span


class Verdict(StrEnum):
    """What a person says of two passages."""

    RIGHT = "right"
    WRONG = "wrong"
    JOIN = "join"


class Side(NamedTuple):
    """The document that a file of decisions speaks of: its name then, and the hex digest of its bytes."""

    name: str
    sha256: str


class Decision(NamedTuple):
    """One entry: two passages, by span and by quotation, what was decided about them, and a note."""

    old: Span
    new: Span
    verdict: Verdict
    quote_old: str
    quote_new: str
    note: str = ""


class Decisions(NamedTuple):
    """A file of decisions; `name` is the file's own. Entries keep their order: a later one outdoes an earlier one."""

    name: str
    old: Side
    new: Side
    pairs: tuple[Decision, ...]

    def mirrored(self) -> "Decisions":
        """The same decisions, seen from the other document."""
        pairs = tuple(
            each._replace(old=each.new, new=each.old, quote_old=each.quote_new, quote_new=each.quote_old)
            for each in self.pairs
        )
        return self._replace(old=self.new, new=self.old, pairs=pairs)
