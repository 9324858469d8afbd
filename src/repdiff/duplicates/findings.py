"""What a search found, as plain data for reporters: counts, runs, boilerplate, near-duplicates, largest groups."""

from dataclasses import dataclass

from repdiff.duplicates.search import Search
from repdiff.duplicates.sql import boilerplate_levels

_FIRST_RUNS = "ORDER BY r.doc, r.unit, r.shift"


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
class Findings:
    """All that a report tells. Lists are in the order of the input; `problems` are records that could not be used."""

    documents: int
    sources: int
    levels: dict[str, Count]
    runs: tuple[Run, ...]
    boilerplate: tuple[Boilerplate, ...]
    largest: tuple[Group, ...]
    near: tuple[Near, ...]
    problems: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether anything is duplicated."""
        return any(count.groups for count in self.levels.values()) or bool(self.near)


def findings(search: Search, largest: int = 0) -> Findings:
    """Read the findings from the tables; of each level the `largest` groups with most removable characters."""
    levels = [level.value for level in search.settings.levels]
    runs = tuple(run for level in levels if level != "document" for run in _runs(search, level))
    return Findings(
        documents=search.store.documents,
        sources=len(search.sources),
        levels={level: _count(search, level) for level in levels},
        runs=runs,
        boilerplate=tuple(_boilerplate(search)),
        largest=tuple(group for level in levels for group in _largest(search, level, largest)) if largest else (),
        near=tuple(_near(search)) if search.settings.near else (),
        problems=tuple(search.store.problems),
    )


def _count(search: Search, level: str) -> Count:
    (units,) = search.store.one(f"SELECT count(*) FROM units_{level}")
    groups, occurrences = search.store.one(f"SELECT count(*), coalesce(sum(copies), 0) FROM groups_{level}")
    removable = int(occurrences) - groups
    return Count(units, units - removable, groups, int(occurrences), removable)


def _runs(search: Search, level: str) -> list[Run]:
    query = f"""
SELECT r.kind, r.doc, d.name, d.origin + r.lo, d.origin + r.hi, r.other, o.name, o.origin + r.other_lo,
  o.origin + r.other_hi, r.units, r.shift
FROM runs_{level} AS r JOIN documents AS d ON d.doc = r.doc JOIN documents AS o ON o.doc = r.other {_FIRST_RUNS}"""
    return [_run(level, *row) for row in search.store.rows(query)]


def _run(level: str, kind: str, doc: int, name: str, lo: int, hi: int, *rest: object) -> Run:
    other, other_name, other_lo, other_hi, units, shift = rest
    place = Place(doc, name, lo, hi)
    there = Place(int(other), str(other_name), int(other_lo), int(other_hi))  # type: ignore[call-overload]
    count, period = int(units), int(shift)  # type: ignore[call-overload]
    if kind != "repeat":
        return Run(level, kind, place, there, count)
    # The run starts with the second copy of the block: the first is what it was found to repeat.
    whole = Place(doc, name, there.start, hi)
    return Run(level, kind, whole, there, count + period, period, (count + period) // period)


def _boilerplate(search: Search) -> list[Boilerplate]:
    found = []
    for level in boilerplate_levels(search.settings.levels):
        query = f"""
SELECT s.grp, s.site, s.pages, h.documents, g.copies, h.first_doc, d.name, d.origin + h.first_lo, d.origin + h.first_hi
FROM sites_{level} AS s JOIN heads_{level} AS h ON h.grp = s.grp JOIN groups_{level} AS g ON g.grp = s.grp
JOIN documents AS d ON d.doc = h.first_doc
WHERE s.pages * 10 >= h.documents * 9 ORDER BY s.pages DESC, s.grp"""
        found += [Boilerplate(level.value, *row[:5], Place(*row[5:])) for row in search.store.rows(query)]
    return found


def _largest(search: Search, level: str, wanted: int) -> list[Group]:
    query = f"""
SELECT g.grp, g.copies, h.documents, h.first_doc, d.name, d.origin + h.first_lo, d.origin + h.first_hi
FROM groups_{level} AS g JOIN heads_{level} AS h ON h.grp = g.grp JOIN documents AS d ON d.doc = h.first_doc
ORDER BY (g.copies - 1) * (h.first_hi - h.first_lo) DESC, g.grp LIMIT {wanted}"""
    return [Group(level, *row[:3], Place(*row[3:])) for row in search.store.rows(query)]


def _near(search: Search) -> list[Near]:
    query = """
SELECT d.name, o.name, CAST(n.shared AS BIGINT), n.clauses, n.share, n.other_share FROM near AS n
JOIN documents AS d ON d.doc = n.doc JOIN documents AS o ON o.doc = n.other ORDER BY n.doc, n.other"""
    return [Near(*row) for row in search.store.rows(query)]
