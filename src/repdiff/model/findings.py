"""What a search found, as plain frozen data: what reporters read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from repdiff.model.frames import Shown
from repdiff.model.said import Said


@dataclass(frozen=True, slots=True)
class Count:
    """Units of one level: how many, how many different ones, groups of equal ones, units in groups, and how many can go."""

    units: int
    distinct: int
    groups: int
    occurrences: int
    removable: int


@dataclass(frozen=True, slots=True)
class Place:
    """A span [start, end) of code points in the text of a document: of its record, or of the file it stands in."""

    doc: int
    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive units that stand in the same order elsewhere.

    `kind`: "repeat" (a block of `period` units `times` times in a row; `place` covers all of them, `other` the first),
    "copy" (the whole document is the whole other one), "contains" (the whole other document), "within" (the whole
    document, in the other one), "passage".
    """

    level: str
    kind: str
    place: Place
    other: Place
    units: int
    period: int = 0
    times: int = 1


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A unit that stands on many pages of one site; `place` is its first copy."""

    level: str
    group: int
    site: str
    pages: int
    documents: int
    copies: int
    place: Place


@dataclass(frozen=True, slots=True)
class Group:
    """Equal units: how often, on how many documents, and the first of them."""

    level: str
    group: int
    copies: int
    documents: int
    place: Place


@dataclass(frozen=True, slots=True)
class Near:
    """Two documents with much of their text in common: characters and clauses shared, and which share of each they are."""

    document: str
    other: str
    shared: int
    clauses: int
    share: float
    other_share: float


@dataclass(frozen=True, slots=True)
class Part:
    """A document that was cut out of a scraped file, in the file's text; whether its title calls it a report."""

    file: str
    title: str
    place: Place
    report: bool


@dataclass(frozen=True, slots=True)
class Findings(Shown):
    """All that a report tells. Lists are in the order of the input; `problems` are records that could not be used, `notes`
    what else was passed over.

    `raw` and `min_chars` are the settings that decided what is equal; `files` are the names of what was searched. `texts` holds what
    stands at the places that a report quotes, as far as it was read again.
    """

    documents: int
    sources: int
    parts: tuple[Part, ...]
    levels: dict[str, Count]
    runs: tuple[Run, ...]
    boilerplate: tuple[Boilerplate, ...]
    largest: tuple[Group, ...]
    near: tuple[Near, ...]
    problems: tuple[str, ...]
    notes: tuple[Said, ...] = ()
    raw: bool = False
    min_chars: int = 1
    files: tuple[str, ...] = ()
    texts: Mapping[Place, str] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Whether anything is duplicated."""
        return any(count.groups for count in self.levels.values()) or bool(self.near)
