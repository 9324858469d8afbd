"""What a person decided about pairs and about what stands alone, and who signed it."""

from enum import StrEnum
from typing import NamedTuple

from repdiff.model.texts import Span


class Verdict(StrEnum):
    """What a person says of two passages, or of one that stands alone: of the last two the one decides nothing, the other is for such a
    passage only.
    """

    RIGHT = "right"
    WRONG = "wrong"
    JOIN = "join"
    QUESTION = "question"
    CLEARED = "cleared"


class Side(NamedTuple):
    """The document that a file of decisions speaks of: its name then, and the hex digest of its bytes."""

    name: str
    sha256: str


class Author(NamedTuple):
    """Who decided, empty where nobody says; when (ISO 8601, UTC, empty where unknown); and whether it settles what others contradict."""

    by: str = ""
    at: str = ""
    settles: bool = False


class Decision(NamedTuple):
    """One entry: two passages, by span and by quotation, what was decided about them, a note, and by whom."""

    old: Span
    new: Span
    verdict: Verdict
    quote_old: str
    quote_new: str
    note: str = ""
    author: Author = Author()


class Tick(NamedTuple):
    """One entry on a passage that stands alone: in the old document or (`side` 1) in the new one."""

    side: int
    span: Span
    verdict: Verdict
    quote: str
    note: str = ""
    author: Author = Author()


class Signature(NamedTuple):
    """Who signed when, for files of which digests, with how many decisions, and how many rows were open then."""

    by: str
    at: str
    files: tuple[str, ...]
    decisions: int
    open: int


class Decisions(NamedTuple):
    """A file of decisions; `name` is the file's own. Entries keep their order: of one author a later one outdoes an earlier one."""

    name: str
    old: Side
    new: Side
    pairs: tuple[Decision, ...]
    marks: tuple[Tick, ...] = ()
    signed: tuple[Signature, ...] = ()

    def mirrored(self) -> "Decisions":
        """The same decisions, seen from the other document."""
        pairs = tuple(
            each._replace(old=each.new, new=each.old, quote_old=each.quote_new, quote_new=each.quote_old)
            for each in self.pairs
        )
        marks = tuple(each._replace(side=1 - each.side) for each in self.marks)
        return self._replace(old=self.new, new=self.old, pairs=pairs, marks=marks)


class Reviewed(NamedTuple):
    """What a person said of a pair of sentences, or (the other span is None) of one that stands alone, as it was found in the texts.
    `answered` is a question after which somebody settled the matter; `version` says of which of several texts the old span is one.
    """

    old: Span | None
    new: Span | None
    verdict: Verdict
    note: str
    by: str
    answered: bool = False
    version: int = 0


class Signed(NamedTuple):
    """A signature as it is to be shown; `void` says why it does not hold, empty where it does."""

    signature: Signature
    void: str = ""


class Review(NamedTuple):
    """What persons said of a comparison: every entry that was found, by its place, and the signatures."""

    entries: tuple[Reviewed, ...] = ()
    signed: tuple[Signed, ...] = ()
