"""What the tools answer: plain data with a schema. A quotation is verbatim; `at` says where it begins: FILE:LINE:COLUMN, or FILE: p. 12."""

import sys
from typing import NotRequired

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:  # schemas are made of these by a library that cannot read the older ones
    from typing_extensions import TypedDict


class Quote(TypedDict):
    """A passage of a file as it stands there; `cut` says that it goes on."""

    at: str
    quote: str
    cut: NotRequired[bool]


class Figure(Quote):
    """A sentence with the quantity in it that is spoken of, as written, and where that stands."""

    number: str
    number_at: str


class Paged(TypedDict):
    """`total` rows answer the question; those from `offset` on are here, and `next_offset` asks for the next, null behind the last."""

    total: int
    offset: int
    next_offset: int | None
    notes: list[str]


class Heading(TypedDict):
    """A heading: its level from 1, its text, where it stands, and how many sentences stand under it directly."""

    level: int
    title: str
    at: str
    sentences: int


class Outline(Paged):
    """The headings of a document; `left_out` counts passages that are no part of its text."""

    file: str
    title: str
    sentences: int
    commitments: int
    left_out: int
    rows: list[Heading]


class Perhaps(Quote):
    """A sentence of the other side that was not surely enough paired; `score` is 0..1."""

    score: float


class Pair(TypedDict):
    """What became of a sentence, or of several that belong together: `kind` is identical, reworded, dropped, added, or renamed.

    `score` (0..1) is how sure the pair is, `doubtful` that it is not; `turned` are words that turn the meaning.
    """

    kind: str
    role: str
    section: str
    old: list[Quote]
    new: list[Quote]
    moved: NotRequired[bool]
    shape: NotRequired[str]
    score: NotRequired[float]
    doubtful: NotRequired[bool]
    reason: NotRequired[str]
    turned: NotRequired[str]
    perhaps: NotRequired[list[Perhaps]]


class Counts(TypedDict):
    """How many sentences; moved, turned and doubtful lie within the others, perhaps within dropped and added."""

    identical: int
    reworded: int
    dropped: int
    added: int
    moved: int
    turned: int
    doubtful: int
    perhaps: int


class Compared(Paged):
    """A comparison: one sentence that sums it up, counts of commitments and of all sentences, and rows in reading order."""

    old: str
    new: str
    summary: str
    commitments: Counts
    sentences: Counts
    rows: list[Pair]


class Number(TypedDict):
    """A quantity of one indicator on both sides; `sign` is ▲ ▼ = ≈ ↔ or ? for one that is in `doubt`."""

    indicator: str
    sign: str
    old: Figure
    new: Figure
    change: str
    doubt: NotRequired[str]


class Numbers(Paged):
    """What became of the numbers, one sentence that sums it up first."""

    old: str
    new: str
    summary: str
    rows: list[Number]


class Condition(TypedDict):
    """What a verdict rests on that does not agree: `state` is unsaid or differs."""

    name: str
    state: str


class Verdict(TypedDict):
    """A promise with a number and what became of it; `gap` is result less target, null where they cannot be measured."""

    verdict: str
    reason: str
    indicator: str
    promise: Figure
    result: Figure | Quote | None
    score: NotRequired[float]
    gap: NotRequired[float]
    conditions: NotRequired[list[Condition]]
    decided: NotRequired[bool]


class Checked(Paged):
    """Promises held against results; `counts` are promises by verdict."""

    promises: str
    results: str
    summary: str
    counts: dict[str, int]
    rows: list[Verdict]


class Point(TypedDict):
    """What one version says of a target; `value` is null where it names it without a number."""

    version: str
    value: float | list[float] | None
    unit: str
    source: Figure | Quote
    doubt: NotRequired[str]


class Target(TypedDict):
    """A target through the versions, oldest first."""

    indicator: str
    points: list[Point]


class Tracked(Paged):
    """Targets that two versions or more name; `versions` are the files by their labels, oldest first."""

    versions: dict[str, str]
    summary: str
    rows: list[Target]
