"""What a person decided about series, obeyed: numbers joined, split and called as the person says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from repdiff.comparison.claims import Claim, refuse_contrary
from repdiff.comparison.quotations import locate, quantity_at
from repdiff.comparison.rulings import changed, forgotten, short, signed, stale
from repdiff.model.decisions import Review, Reviewed, Verdict
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
    """Series, the names that a person gave some of them, by their index, notes, and all that persons said."""

    series: tuple[Series, ...]
    names: dict[int, str]
    notes: tuple[str, ...]
    review: Review = Review()


class _Word(NamedTuple):
    """What an entry says: its numbers found."""

    entry: SeriesDecision
    points: tuple[Point, ...]

    @property
    def verdict(self) -> str:
        """In a few words."""
        return f"“{short(self.entry.name)}”, {len(self.points)} numbers"

    @property
    def nodes(self) -> frozenset[Node]:
        """The numbers."""
        return frozenset(map(_node, self.points))


def obey(
    series: Sequence[Series],
    versions: Versions,
    decisions: SeriesDecisions | Sequence[SeriesDecisions],
    *,
    later_wins: bool = False,
) -> Ruled:
    """The series as a person, or several, decided them: each decided one holds exactly the numbers of its entry; others keep what is left.

    Raises RepdiffError where persons contradict each other and nobody settled it, unless the later one is to win.
    """
    files = (decisions,) if isinstance(decisions, SeriesDecisions) else decisions
    notes: list[str] = []
    claims: list[Claim] = []
    entries: list[Reviewed] = []
    for file in files:
        notes += _changes(versions, file)
        lost = 0
        for number, entry in enumerate(file.series, 1):
            points, missing = _points(entry, versions)
            said = None if missing else _unheard(series, points, entry)
            if missing is not None and entry.note:
                notes.append(stale(file.name, number, *missing))
            elif said:
                notes.append(_left(said, file, number))
            elif entry.note and not missing:
                claims.append(Claim(file.name, number, entry.author, _Word(entry, points)))
            lost += missing is not None and not entry.note
            entries += () if missing else _reviewed(series, points, entry)
        notes += forgotten(file.name, lost)
    decided = _heard(claims, versions, later_wins=later_wins)
    if decided:
        names = ", ".join(file.name for file in files)
        notes.append(Said("A person decided {count} of these series ({file}).", count=len(decided), file=names))
    signatures = [(file.signed, [e.author for e in file.series if e.is_said]) for file in files]
    review = Review(tuple(entries), tuple(signed(signatures, versions.documents)))
    return _regrouped(series, decided, tuple(notes))._replace(review=review)


def _unheard(series: Sequence[Series], points: tuple[Point, ...], entry: SeriesDecision) -> Said | None:
    """Why an entry whose numbers are found decides nothing though it says another thing than the series."""
    if entry.note:
        return None if _alike(points) else Said("its units cannot be compared")
    nodes = frozenset(map(_node, points))
    if entry.question or any(entry.name == each.name and nodes == _nodes(each) for each in series):
        return None
    return Said("it gives no reason in its note")


def _heard(
    claims: Sequence[Claim], versions: Versions, *, later_wins: bool
) -> dict[frozenset[Node], tuple[SeriesDecision, tuple[Point, ...]]]:
    """Whose word holds of series that share numbers: of one person the later, of several the one that settles; the order is the claims'."""
    held: list[Claim] = []
    against: list[tuple[str, tuple[Claim, ...]]] = []
    for claim in claims:
        rivals = [each for each in held if each.entry.nodes & claim.entry.nodes]
        if any(_outlasts(each, claim) for each in rivals):
            continue
        contrary = [each for each in rivals if _is_contrary(each, claim)]
        if contrary and not later_wins:
            against.append((_place(claim, versions), (*contrary, claim)))
        held = [*(each for each in held if each not in rivals), claim]
    refuse_contrary(against)
    return {each.entry.nodes: (each.entry.entry, each.entry.points) for each in held}


def _person(claim: Claim) -> tuple[str, str]:
    return claim.author.by, "" if claim.author.by else claim.file


def _outlasts(held: Claim, claim: Claim) -> bool:
    """Whether what was heard before is the later word: of the same person, or one that settles."""
    later = held.author.at > claim.author.at
    return later and (held.author.settles or _person(held) == _person(claim))


def _is_contrary(held: Claim, claim: Claim) -> bool:
    """Whether two persons say different things of the same numbers, and the second does not settle it."""
    same = held.entry.nodes == claim.entry.nodes and held.entry.entry.name == claim.entry.entry.name
    settled = claim.author.settles and claim.author.at >= held.author.at
    return not same and not settled and _person(held) != _person(claim)


def _place(claim: Claim, versions: Versions) -> str:
    first = claim.entry.points[0]
    source = versions.documents[first.version].source
    line, column = source.place(_node(first)[1].start)
    return f"{PurePath(source.name).name}:{line}:{column}"


def _reviewed(series: Sequence[Series], points: tuple[Point, ...], entry: SeriesDecision) -> Iterator[Reviewed]:
    """What a person said of a series, for a summary: that it is right, or is to be another, or a question."""
    (version, span), by = _node(points[0]), entry.author.by
    nodes = frozenset(map(_node, points))
    as_it_is = any(entry.name == each.name and nodes == _nodes(each) for each in series)
    if entry.question:
        yield Reviewed(span, None, Verdict.QUESTION, entry.question, by, version=version)
    elif entry.confirmed or entry.note:
        verdict = Verdict.RIGHT if as_it_is else Verdict.WRONG
        yield Reviewed(span, None, verdict, entry.note, by, version=version)


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
