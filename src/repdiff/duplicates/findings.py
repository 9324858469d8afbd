"""From tables to findings: counts, runs, boilerplate, near-duplicates, largest groups, and their texts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from repdiff.duplicates.inputs import chunks
from repdiff.duplicates.records import records
from repdiff.duplicates.search import Search
from repdiff.duplicates.sql import boilerplate_levels
from repdiff.languages import all_languages
from repdiff.languages.han import folded
from repdiff.languages.patterns import joined
from repdiff.model.findings import Boilerplate, Count, Findings, Group, Near, Part, Place, Run

_FIRST_RUNS = "ORDER BY r.doc, r.unit, r.shift"


def findings(search: Search, largest: int = 0) -> Findings:
    """Read the findings from the tables; of each level the `largest` groups with most removable characters."""
    levels = [level.value for level in search.settings.levels]
    parts = tuple(_parts(search))
    runs = tuple(run for level in levels if level != "document" for run in _all_runs(search, level, parts))
    return Findings(
        documents=search.store.documents,
        sources=len(search.sources),
        parts=parts,
        levels={level: _count(search, level) for level in levels},
        runs=runs,
        boilerplate=tuple(_boilerplate(search)),
        largest=tuple(group for level in levels for group in _largest(search, level, largest)) if largest else (),
        near=tuple(_near(search)) if search.settings.near else (),
        problems=tuple(search.store.problems),
        notes=tuple(search.store.notes),
        raw=search.settings.raw,
        min_chars=search.settings.min_chars,
        files=tuple(source.name for source in search.sources),
    )


def _count(search: Search, level: str) -> Count:
    (units,) = search.store.one(f"SELECT units FROM sizes_{level}")
    groups, occurrences = search.store.one(f"SELECT count(*), coalesce(sum(copies), 0) FROM groups_{level}")
    removable = int(occurrences) - groups
    return Count(units, units - removable, groups, int(occurrences), removable)


def _all_runs(search: Search, level: str, parts: Sequence[Part]) -> list[Run]:
    found = _runs(search, level)
    return [*_pasted(found, parts), *found]


def _runs(search: Search, level: str) -> list[Run]:
    query = f"""
SELECT r.kind, r.doc, d.name, d.origin + r.lo, d.origin + r.hi, r.other, o.name, o.origin + r.other_lo,
  o.origin + r.other_hi, r.units, r.shift
FROM runs_{level} AS r JOIN documents AS d ON d.doc = r.doc JOIN documents AS o ON o.doc = r.other {_FIRST_RUNS}"""
    return [_run(level, *row) for row in search.store.rows(query)]


def _parts(search: Search) -> list[Part]:
    rows = search.store.rows(
        "SELECT source, title, doc, name, origin, origin + chars FROM documents WHERE title <> '' ORDER BY doc"
    )
    return [
        Part(search.sources[source].name, title, Place(*place), bool(_report().search(folded(title))))
        for source, title, *place in rows
    ]


@cache
def _report() -> re.Pattern[str]:
    """Pattern of a word by which a title calls its document a report."""
    return re.compile(joined(all_languages(), lambda each: each.words.report), re.IGNORECASE)


def _pasted(found: Sequence[Run], parts: Sequence[Part]) -> Iterator[Run]:
    """Documents cut out of one file, each a copy of the one before it: the file repeats a block."""
    copies = {run.place.doc: run for run in found if run.kind == "copy"}

    def text_of(part: Part) -> tuple[str, int]:
        run = copies.get(part.place.doc)
        return part.file, run.other.doc if run else part.place.doc

    for (file, _), group in groupby(parts, text_of):
        places = [part.place for part in group]
        times, run = len(places), copies.get(places[-1].doc)
        if times > 1 and run:
            whole = Place(places[0].doc, file, places[0].start, places[-1].end)
            yield Run(run.level, "repeat", whole, places[0], run.units * times, run.units, times)


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
        found += [
            Boilerplate(level.value, group, site, pages, documents, copies, Place(*place))
            for group, site, pages, documents, copies, *place in search.store.rows(query)
        ]
    return found


def _largest(search: Search, level: str, wanted: int) -> list[Group]:
    query = f"""
SELECT g.grp, g.copies, h.documents, h.first_doc, d.name, d.origin + h.first_lo, d.origin + h.first_hi
FROM groups_{level} AS g JOIN heads_{level} AS h ON h.grp = g.grp JOIN documents AS d ON d.doc = h.first_doc
ORDER BY (g.copies - 1) * (h.first_hi - h.first_lo) DESC, g.grp LIMIT {wanted}"""
    return [
        Group(level, group, copies, documents, Place(*place))
        for group, copies, documents, *place in search.store.rows(query)
    ]


def _near(search: Search) -> list[Near]:
    query = """
SELECT d.name, o.name, CAST(n.shared AS BIGINT), n.clauses, n.share, n.other_share FROM near AS n
JOIN documents AS d ON d.doc = n.doc JOIN documents AS o ON o.doc = n.other ORDER BY n.doc, n.other"""
    return [Near(*row) for row in search.store.rows(query)]


def quotes(search: Search, places: Iterable[Place]) -> dict[Place, str]:
    """The texts at these places: the chunks that hold them are read once more."""
    wanted: dict[int, list[Place]] = {}
    for place in places:
        wanted.setdefault(place.doc, []).append(place)
    if not wanted:
        return {}
    listed = ", ".join(map(str, sorted(wanted)))
    rows = search.store.rows(f"SELECT chunk, record, doc, origin FROM documents WHERE doc IN ({listed})")
    held: dict[int, dict[int, tuple[int, int]]] = {}
    for chunk, record, doc, origin in rows:
        held.setdefault(chunk, {})[record] = (doc, origin)
    found = {}
    for number, record, text in _reread(search, held):
        doc, origin = held[number][record]
        found.update({place: text[place.start - origin : place.end - origin] for place in wanted[doc]})
    return found


def _reread(search: Search, wanted: dict[int, dict[int, tuple[int, int]]]) -> Iterator[tuple[int, int, str]]:
    """Chunk, record and text of the wanted records."""
    for number, chunk in enumerate(chunks(search.sources, search.settings)):
        if number in wanted:
            found = records(chunk, search.sources[chunk.source], search.settings, [])
            yield from ((number, index, each.text) for index, each in enumerate(found) if index in wanted[number])
        if number >= max(wanted):
            return
