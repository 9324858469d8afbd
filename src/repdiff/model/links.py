"""What belongs together in two documents, and what became of it: links, groups, edits, the comparison."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from repdiff.model.decisions import Review
from repdiff.model.document import Document
from repdiff.model.frames import Tabular
from repdiff.model.options import Options
from repdiff.model.quantities import NumberChange
from repdiff.model.said import Said
from repdiff.model.texts import Span, What


class Kind(StrEnum):
    """What became of a sentence."""

    IDENTICAL = "identical"
    REWORDED = "reworded"
    DROPPED = "dropped"
    ADDED = "added"


class Shape(StrEnum):
    """How many sentences of each side a group joins."""

    ONE = "one"
    SPLIT = "split"
    MERGED = "merged"
    REGROUPED = "regrouped"


class Op(StrEnum):
    """One step of a word diff. EQUAL runs have the same key, not always the same characters (`，` and `,`); so have numbers of items."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"
    MOVE_FROM = "move_from"
    MOVE_TO = "move_to"


@dataclass(frozen=True, slots=True)
class SectionLink:
    """Two headings whose sections belong together. `score` is the share of content and title in common, 0..1."""

    old: int
    new: int
    score: float
    renamed: bool
    moved: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences that say the same thing in two years: ids, probability 0..1, and the reason in plain words.

    `decided` says that a person paired them, whatever the probability; `note` is what the person wrote.
    """

    old: int
    new: int
    kind: Kind
    moved: bool
    score: float
    reason: str
    decided: bool = False
    note: str = ""

    def is_doubtful(self, least: float) -> bool:
        """Whether it is too unsure to be shown as a pair where those of a score from `least` on are: what a person decided never is."""
        return self.kind is Kind.REWORDED and self.score < least and not self.decided


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided about one old and one new sentence, given by their spans: that they belong together, or do not."""

    old: Span
    new: Span
    together: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """One run of a word diff: its op, and the spans it covers in the old and in the new text (one is empty but for EQUAL)."""

    op: Op
    old: Span
    new: Span


class Turn(StrEnum):
    """How the meaning of a pair turns: a negation was added or lost, something grows that fell, what was a duty is none, one thing took
    the place of another that it is opposed to.
    """

    NEGATION = "negation"
    DIRECTION = "direction"
    DUTY = "duty"
    OPPOSITE = "opposite"


@dataclass(frozen=True, slots=True)
class Turned:
    """Where the meaning of a pair turns: the words that say it on either side (one span may be empty)."""

    turn: Turn
    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class Restyled:
    """Words of a pair that stayed and look different: their spans, and how they looked and look, each look with its level (that of a
    heading, else 0); empty for plain. Where the paragraph itself became a heading, an item or none, the spans are those of the sentences.
    """

    old: Span
    new: Span
    before: tuple[tuple[What, int], ...]
    after: tuple[tuple[What, int], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences joined by links, directly or through each other: what a reader sees beside each other.

    `links` are indices into `Comparison.links`. `edits` covers all old sentences and all new ones, in order; it is empty when the two
    texts are too unlike for a word diff to be readable. The numbers that the first sentences begin with are one EQUAL, whatever they are.
    `renumbered` says that the sentences are identical but for their numbers, `recased` that nothing but the case of letters was changed.
    `turned` says where the meaning turns, in the order of the old text; `restyled` which words stayed and are set in another way, where
    both files say how words are set: no difference of words.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    links: tuple[int, ...]
    kind: Kind
    shape: Shape
    moved: bool
    score: float
    edits: tuple[Edit, ...]
    renumbered: bool = False
    recased: bool = False
    turned: tuple[Turned, ...] = ()
    restyled: tuple[Restyled, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison(Tabular):
    """Two documents and everything that was found between them.

    Every sentence of either side is in exactly one group, in `dropped` (old) or in `added` (new). `notes` says in plain sentences where
    a stage fell back to something weaker or assumed something. `rulings` are what a person decided and was obeyed, by old and then
    new span. `numbers` are the quantities found on both sides, in the order of the old text; empty where they were not asked for. `options`
    are those that made the result. `perhaps` are links that are too doubtful to be shown as pairs: only a comparison that was made for a
    reader has some, they are not in `links`, and their sentences may be in `dropped` and `added`. `doubts` are the groups of these links,
    whose indices are those in `perhaps`. `review` is all that persons said, questions and what they ticked off too; None without a
    file of decisions.
    """

    old: Document
    new: Document
    section_links: tuple[SectionLink, ...]
    links: tuple[Link, ...]
    groups: tuple[Group, ...]
    dropped: tuple[int, ...]
    added: tuple[int, ...]
    notes: tuple[str, ...]
    rulings: tuple[Ruling, ...] = ()
    numbers: tuple[NumberChange, ...] = ()
    options: Options = field(default_factory=Options)
    perhaps: tuple[Link, ...] = ()
    doubts: tuple[Group, ...] = ()
    review: Review | None = None

    _columns: ClassVar[str] = (
        "kind moved:truth turned:texts shape renumbered:truth score:number perhaps:truth roles:texts "
        "old_section old_text old_spans:spans old_places:texts new_section new_text new_spans:spans "
        "new_places:texts reason decided:truth note"
    )

    def records(self) -> list[dict[str, Any]]:
        """One dictionary per group, dropped and added sentence, in the order of the new text; every sentence of both sides is in one.

        `kind` is identical, reworded, dropped or added; `turned` are the words that turn the meaning (`增长 → 下降`); `score` is 0..1, None
        of a sentence alone; `perhaps` says that a report for readers shows a pair as two, or that a sentence alone is perhaps the other
        of a pair. Texts are those of all sentences of a side, spans `[start, end)` in code points of the source's text.

        >>> [row["old_text"] for row in comparison.records() if row["kind"] == "dropped"]
        """
        from repdiff.model.records import comparison_records

        return comparison_records(self)


@dataclass(frozen=True, slots=True)
class Paired:
    """Two documents and the links between their sections and sentences."""

    old: Document
    new: Document
    section_links: tuple[SectionLink, ...]
    links: tuple[Link, ...]
    notes: tuple[Said, ...] = ()
    """What was assumed while they were paired, in plain sentences."""
