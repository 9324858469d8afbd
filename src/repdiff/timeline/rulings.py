"""What a person decided about series, obeyed: numbers joined, split and called as the person says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from repdiff.comparison.quotations import locate, quantity_at
from repdiff.comparison.rulings import changed, forgotten, stale
from repdiff.model.document import Document
from repdiff.model.judgements import SeriesDecision, SeriesDecisions
from repdiff.model.said import Said
from repdiff.model.texts import Span
from repdiff.model.years import Point, Series
from repdiff.quantities.units import comparable

Node = tuple[int, Span]
"""A number: its version and its span."""


class Versions(NamedTuple):
    """The documents with their labels, oldest first."""

    documents: tuple[Document, ...]
    labels: tuple[str, ...]


class Ruled(NamedTuple):
    """Series, the names that a person gave some of them, by their index, and notes."""

    series: tuple[Series, ...]
    names: dict[int, str]
    notes: tuple[str, ...]


def obey(series: Sequence[Series], versions: Versions, decisions: SeriesDecisions) -> Ruled:
    """The series as a person decided them: each decided one holds exactly the numbers of its entry; others keep what is left."""
    notes: list[str] = [*_changes(versions, decisions)]
    lost = 0
    decided: dict[frozenset[Node], tuple[SeriesDecision, tuple[Point, ...]]] = {}
    for number, entry in enumerate(decisions.series, 1):
        points, missing = _points(entry, versions)
        nodes = frozenset(map(_node, points))
        if missing is not None and not entry.note:
            lost += 1
        elif missing is not None:
            notes.append(stale(decisions.name, number, *missing))
        elif not entry.note:
            if not any(entry.name == each.name and nodes == _nodes(each) for each in series):
                notes.append(_left(Said("it gives no reason in its note"), decisions, number))
        elif not _alike(points):
            notes.append(_left(Said("its units cannot be compared"), decisions, number))
        else:
            decided = {held: each for held, each in decided.items() if not held & nodes} | {nodes: (entry, points)}
    notes += forgotten(decisions.name, lost)
    if decided:
        notes.append(
            Said("A person decided {count} of these series ({file}).", count=len(decided), file=decisions.name)
        )
    return _regrouped(series, decided, tuple(notes))


def _regrouped(
    series: Sequence[Series],
    decided: dict[frozenset[Node], tuple[SeriesDecision, tuple[Point, ...]]],
    notes: tuple[str, ...],
) -> Ruled:
    """The series without the numbers that are decided on, and those of the decisions, in the order of their size and beginning."""
    taken = frozenset().union(*decided)
    found: list[tuple[Series, str]] = []
    for each in series:
        left = [p for p in each.points if p.quantity is None or _node(p) not in taken]
        if len(left) == len(each.points):
            found.append((each, ""))
        elif any(p.quantity is not None for p in left):
            found.append((replace(each, points=tuple(left)), ""))
    for nodes, (entry, points) in decided.items():
        gaps = _gaps(series, nodes, points)
        made = Series(
            entry.name, _unit(points), tuple(sorted((*points, *gaps), key=lambda p: p.version)), True, entry.note
        )
        found.append((made, entry.name))
    found.sort(key=lambda each: (-len(_nodes(each[0])), each[0].points[0].version))
    names = {index: name for index, (_, name) in enumerate(found) if name}
    return Ruled(tuple(each for each, _ in found), names, notes)


def _gaps(series: Sequence[Series], nodes: frozenset[Node], points: tuple[Point, ...]) -> Iterator[Point]:
    """Where the series that a decided one is made of named the target without a number, in versions that have none now."""
    held = {point.version for point in points}
    for each in series:
        for point in each.points:
            if point.quantity is None and point.version not in held and _nodes(each) & nodes:
                held.add(point.version)
                yield point


def _points(entry: SeriesDecision, versions: Versions) -> tuple[tuple[Point, ...], tuple[str, Document] | None]:
    """The numbers of an entry; and the first quotation that is gone, with the document that it is gone from."""
    found = []
    for label, quoted in entry.points:
        version = versions.labels.index(label) if label in versions.labels else len(versions.labels) - 1
        document = versions.documents[version]
        span = locate(document, quoted) if label in versions.labels else None
        quantity = None if span is None else quantity_at(document.quantities, span)
        if quantity is None:
            return (), (quoted.sentence or quoted.quote, document)
        found.append(Point(version, quantity.sentence, quantity))
    return tuple(sorted(found, key=lambda point: point.version)), None


def _alike(points: Sequence[Point]) -> bool:
    families = [point.quantity.family for point in points if point.quantity is not None]
    return all(comparable(families[0], family) for family in families)


def _unit(points: Sequence[Point]) -> str:
    latest = points[-1].quantity
    return latest.unit if latest is not None else ""


def _node(point: Point) -> Node:
    assert point.quantity is not None
    return point.version, point.quantity.span


def _nodes(series: Series) -> frozenset[Node]:
    return frozenset(_node(point) for point in series.points if point.quantity is not None)


def _left(why: str, decisions: SeriesDecisions, number: int) -> Said:
    return Said("{file}, entry {number}, was left out: {why}.", file=decisions.name, number=number, why=why)


def _changes(versions: Versions, decisions: SeriesDecisions) -> Iterator[str]:
    """A note for each text that is none of those that the decisions were made on."""
    known = {side.sha256: side for side in decisions.versions}
    for number, document in enumerate(versions.documents):
        if decisions.versions and document.source.sha256 not in known:
            side = decisions.versions[min(number, len(decisions.versions) - 1)]
            yield from changed(side, document, decisions.name)
