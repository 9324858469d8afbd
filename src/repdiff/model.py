"""The nouns of repdiff: what one stage hands to the next. Plain frozen data; imports nothing of ours.

Every span is [start, end) in code points of `Source.text`. Every id is an index into the tuple that holds the object.
Scores are 0..1.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, NamedTuple, Self

_STEP = 4096  # code points from one noted place of a text to the next


class Said(str):
    """A sentence that a stage says about what it found: an English text that remembers what it was made of.

    `template` has the names of `values` in braces. It is also the key under which another language keeps the same sentence, so that a
    reporter can say it in the reader's language; everywhere else it is a plain string.
    """

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, **values: Any) -> Self:
        """The template with its values filled in."""
        said = super().__new__(cls, template.format(**values) if values else template)
        said.template, said.values = template, values
        return said

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        """What a copy is made of."""
        return (self.template,), self.values


class Span(NamedTuple):
    """A half-open range [start, end) in code points of `Source.text`."""

    start: int
    end: int


class Role(StrEnum):
    """What a sentence does in its document."""

    HEADING = "heading"
    COMMITMENT = "commitment"
    STATEMENT = "statement"
    FORMULA = "formula"


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
    """One step of a word diff. EQUAL runs have the same key, not always the same characters (`，` and `,`)."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"
    MOVE_FROM = "move_from"
    MOVE_TO = "move_to"


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded file: BOM removed, CRLF and CR turned into one newline.

    `kind` is "txt" or "md"; `encoding` a Python codec name; `assumed` is true when the encoding was guessed from the bytes rather than
    given by the user, by a byte order mark or by being valid UTF-8; `sha256` is the hex digest of the file's bytes.
    """

    name: str
    text: str
    kind: str = "txt"
    encoding: str = "utf-8"
    assumed: bool = False
    sha256: str = ""
    _lines: tuple[tuple[int, int], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note for every so many code points the line breaks before them and the end of the last one: places are looked up often."""
        seen, last = 0, 0
        lines = []
        for start in range(0, len(self.text) + 1, _STEP):
            lines.append((seen, last))
            seen += self.text.count("\n", start, start + _STEP)
            last = max(last, self.text.rfind("\n", start, start + _STEP) + 1)
        object.__setattr__(self, "_lines", tuple(lines))

    def quote(self, span: Span) -> str:
        """The characters of `span`, as they stand in the text."""
        return self.text[span.start : span.end]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point, both counted from 1."""
        start = min(offset, len(self.text)) // _STEP * _STEP
        seen, last = self._lines[start // _STEP]
        line = max(last, self.text.rfind("\n", start, offset) + 1)
        return seen + self.text.count("\n", start, offset) + 1, offset - line + 1


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text below it up to the next heading of any level, or to where the text goes back to a chapter above.

    The spans of a document's sections tile its text. `heading` is the heading's own text, `title` the same as it is shown, `style` the
    name of its numbering style, `parent` the id of the enclosing section. Untitled, with an empty heading and of level 0, are the
    opening above the first heading, and text that goes on with its parent below the last heading within it (`Document.chapter`).
    """

    id: int
    level: int
    title: str
    heading: Span
    span: Span
    parent: int | None
    style: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading, list item or table row; between two sentences of a document stands only white space.

    `why` names the evidence for the role in a few words.
    """

    id: int
    span: Span
    section: int
    role: Role
    why: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A source cut into sections and sentences, both in the order of the text."""

    source: Source
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]

    def text(self, sentence: int) -> str:
        """The sentence's own characters."""
        return self.source.quote(self.sentences[sentence].span)

    def depth(self, section: int) -> int:
        """How many sections enclose a section."""
        depth = 0
        while (parent := self.sections[section].parent) is not None:
            section, depth = parent, depth + 1
        return depth

    def chapter(self, section: int) -> Section:
        """The section under whose heading the text of a section stands: itself, or the one that an untitled section goes on with."""
        found = self.sections[section]
        while not found.title and found.parent is not None:
            found = self.sections[found.parent]
        return found


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


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences joined by links, directly or through each other: what a reader sees beside each other.

    `links` are indices into `Comparison.links`. `edits` covers all old sentences and all new ones, in order; it is empty when the two
    texts are too unlike for a word diff to be readable.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    links: tuple[int, ...]
    kind: Kind
    shape: Shape
    moved: bool
    score: float
    edits: tuple[Edit, ...]


class Bound(StrEnum):
    """What a qualifier makes of a number."""

    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"
    BETWEEN = "between"


class Measure(StrEnum):
    """What a quantity says of its indicator: how much it is, by how much it changes, how many come to it, or what it rises from."""

    LEVEL = "level"
    GROWTH = "growth"
    INCREMENT = "increment"
    BASE = "base"


class Period(StrEnum):
    """The time a quantity speaks of: the year that the document is about, one that is over, or a later one."""

    CURRENT = "current"
    PAST = "past"
    LATER = "later"


class Stretch(NamedTuple):
    """Over how long a quantity is counted: so many months, 0 where the text does not say; or all the time so far."""

    months: int = 0
    so_far: bool = False


NOT_SAID: Final = Stretch()
"""The stretch of a quantity whose text does not say over how long it counts."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with unit and qualifier, and what it measures.

    `span` covers all three; `numbers` are one number, or both ends of a range, as written; times `scale` they are in `unit`, the
    base unit (`4.9万人`: 4.9, 10000, "人"). `family` groups the units that may be compared (`家` and `个` count alike). `written` is
    the unit as written, `indicator` the span of the phrase that says what is measured, `names` the same in words to compare,
    the most telling first; `context` is the clause before, where the name is too short to stand alone; `clause` is the span of the
    clause around all of it; `stretch` is the time that it counts over.
    """

    span: Span
    sentence: int
    numbers: tuple[Decimal, ...]
    scale: Decimal
    unit: str
    family: str
    written: str
    bound: Bound
    qualifier: str
    measure: Measure
    period: Period
    indicator: Span
    names: tuple[str, ...]
    context: str
    clause: Span
    stretch: Stretch = NOT_SAID

    @property
    def value(self) -> Decimal:
        """The number in the base unit; of a range its lower end."""
        return self.numbers[0] * self.scale

    @property
    def name(self) -> str:
        """What the quantity measures, in the words of the text; empty where nothing says so."""
        return self.names[0].partition("#")[0].strip(" ,，、")


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A quantity of one indicator on both sides. `difference` is new less old in the base unit, `percent` that in percent of old;
    `percent` is None where old is zero or both are percentages, whose difference is in points. `doubt` says why the two may not be
    comparable; empty where nothing speaks against it.
    """

    old: Quantity
    new: Quantity
    score: float
    difference: Decimal
    percent: Decimal | None
    requalified: bool
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents and everything that was found between them.

    Every sentence of either side is in exactly one group, in `dropped` (old) or in `added` (new). `notes` says in plain sentences where
    a stage fell back to something weaker or assumed something. `rulings` are what a person decided and was obeyed, by old and then
    new span. `numbers` are the quantities found on both sides, in the order of the old text; empty where they were not asked for.
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
