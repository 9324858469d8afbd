"""Follow commitments and targets over two or more versions of a document.

Each version is paired with the next. A target's series joins the quantities that the pairs join; where an indicator is missing
from a version, the series goes on where a later version names it in nearly the same words. Last year's results, bases
and goals of several years are no targets and enter no series.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePath

from repdiff.compare import cut_document, pair_documents
from repdiff.cut.goals import is_goal
from repdiff.cut.quantities import find_quantities
from repdiff.cut.units import comparable
from repdiff.model import Document, Kind, Link, Measure, Period, Quantity, Role, Source
from repdiff.naming import told_apart
from repdiff.options import Options
from repdiff.pair.quantities import Likeness, Side, match, section_pairs, sentence_pairs
from repdiff.pair.times import longer_than_a_year
from repdiff.years import Fate, Life, Point, Series, Stage, Track

_AGAIN = 0.9
"""Likeness of two indicators that are the same after a gap."""
_BACK = 0.55
"""Likeness of two sentences of which the later brings a dropped commitment back."""
_GAP_MASS = 0.5
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OPENING = 80  # characters in which a title stands
Node = tuple[int, int]


def follow(sources: Sequence[Source], labels: Sequence[str], options: Options, *, by_year: bool = False) -> Track:
    """Follow commitments and targets through the sources; see `repdiff.track`."""
    years = [_year(source) for source in sources]
    order = sorted(range(len(sources)), key=lambda n: (years[n], n)) if by_year else list(range(len(sources)))
    if labels:
        names = [labels[n] for n in order]
    else:
        names = [years[n] or str(k + 1) for k, n in enumerate(order)]
        if len(set(names)) < len(names):
            names = [PurePath(sources[n].name).stem or str(k + 1) for k, n in enumerate(order)]
    return _followed(tuple(cut_document(sources[n]) for n in order), tuple(names), options)


def _followed(documents: tuple[Document, ...], labels: tuple[str, ...], options: Options) -> Track:
    targets = tuple(Side(d, _targets(d)) for d in documents)
    pairs: list[tuple[tuple[int, int], ...]] = []
    links: list[tuple[Link, ...]] = []
    for n, (old, new) in enumerate(pairwise(documents)):
        paired = pair_documents(old, new, options)
        found = match(targets[n], targets[n + 1], sentence_pairs(paired.links), section_pairs(paired.section_links))
        pairs.append(tuple((i, j) for i, j, _ in found))
        links.append(paired.links)
    return Track(
        documents=documents,
        labels=labels,
        series=told_apart(_series(targets, pairs, links), [(side.document, side.quantities) for side in targets]),
        lives=_lives(documents, links),
        notes=(),
    )


def _year(source: Source) -> str:
    """The one year in the name of the file, else the first in the opening of its text; empty where there is none."""
    for text in (PurePath(source.name).name, source.text[:_OPENING]):
        found = _YEAR.findall(text)
        if found:
            return str(found[0])
    return ""


def _targets(document: Document) -> tuple[Quantity, ...]:
    """The quantities that a document sets for its own year."""
    return tuple(
        q
        for q in find_quantities(document)
        if q.period is Period.CURRENT
        and q.measure is not Measure.BASE
        and not longer_than_a_year(q.stretch)
        and is_goal(document, q)
        and document.sentences[q.sentence].role is Role.COMMITMENT
    )


def _series(
    targets: tuple[Side, ...], pairs: list[tuple[tuple[int, int], ...]], links: list[tuple[Link, ...]]
) -> tuple[Series, ...]:
    chains: list[list[Node]] = []
    ends: dict[Node, int] = {}
    for version, side in enumerate(targets):
        before = {j: i for i, j in pairs[version - 1]} if version else {}
        loose = []
        for index in range(len(side.quantities)):
            chain = ends.get((version - 1, before[index])) if index in before else None
            if chain is None:
                loose.append(index)
            else:
                chains[chain].append((version, index))
                ends[version, index] = chain
        for index in _after_a_gap(targets, chains, version, loose, ends):
            ends[version, index] = len(chains)
            chains.append([(version, index)])
    found = [_one_series(targets, chain, links) for chain in chains]
    return tuple(sorted(found, key=lambda s: (-sum(p.quantity is not None for p in s.points), s.points[0].version)))


def _after_a_gap(
    targets: tuple[Side, ...], chains: list[list[Node]], version: int, loose: list[int], ends: dict[Node, int]
) -> list[int]:
    """Append the loose quantities of a version to the chains that ended before and name the same; the rest is returned."""
    open_ = [(n, chain[-1]) for n, chain in enumerate(chains) if chain[-1][0] < version]
    last = [targets[v].quantities[i] for _, (v, i) in open_]
    mine = [targets[version].quantities[i] for i in loose]
    likeness = Likeness([q.names for q in (*last, *mine)])
    found = []
    for a, old in enumerate(last):
        for b, new in enumerate(mine):
            if comparable(old.family, new.family) and old.measure is new.measure:
                alike, mass = likeness.names(a, len(last) + b)
                if alike >= _AGAIN and mass >= _GAP_MASS:
                    found.append((-alike, -open_[a][1][0], a, b))
    taken: tuple[set[int], set[int]] = set(), set()
    for _, _, a, b in sorted(found):
        if a not in taken[0] and b not in taken[1]:
            taken[0].add(a)
            taken[1].add(b)
            chains[open_[a][0]].append((version, loose[b]))
            ends[version, loose[b]] = open_[a][0]
    return [index for b, index in enumerate(loose) if b not in taken[1]]


def _one_series(targets: tuple[Side, ...], chain: list[Node], links: list[tuple[Link, ...]]) -> Series:
    quantities = [(version, targets[version].quantities[index]) for version, index in chain]
    points = [Point(version, q.sentence, q) for version, q in quantities]
    # Where the next version speaks of it without a number, the gap shows its sentence.
    for (version, quantity), following in zip(quantities, [*[v for v, _ in quantities[1:]], len(targets)], strict=True):
        if version + 1 < following:
            partners = [k for k in links[version] if k.old == quantity.sentence]
            if partners:
                points.append(Point(version + 1, max(partners, key=lambda k: (k.score, -k.new)).new, None))
    latest = max(quantities, key=lambda each: each[0])[1]
    return Series(latest.name, latest.unit, tuple(sorted(points, key=lambda p: p.version)))


def _lives(documents: tuple[Document, ...], links: list[tuple[Link, ...]]) -> tuple[Life, ...]:
    lives: list[list[Stage]] = []
    alive: dict[int, int] = {}
    for version, document in enumerate(documents):
        best = _partners(links[version - 1]) if version else {}
        now: dict[int, int] = {}
        fresh = []
        for sentence in document.sentences:
            link = best.get(sentence.id)
            life = alive.get(link.old) if link else None
            if link is not None and life is not None:
                lives[life].append(Stage(version, _fate(link), sentence.id))
                now[sentence.id] = life
            elif sentence.role is Role.COMMITMENT:
                fresh.append(sentence.id)
        for life in alive.values():
            if life not in now.values():
                lives[life].append(Stage(version, Fate.DROPPED, None))
        for sentence_id in _brought_back(documents, lives, version, fresh, now):
            now[sentence_id] = len(lives)
            lives.append([Stage(version, Fate.FIRST, sentence_id)])
        alive = now
    return tuple(Life(tuple(stages)) for stages in lives)


def _partners(links: tuple[Link, ...]) -> dict[int, Link]:
    """The link of each new sentence to the old one that it carries on: the most probable first, each old one once."""
    found: dict[int, Link] = {}
    used: set[int] = set()
    for link in sorted(links, key=lambda k: (-k.score, k.old, k.new)):
        if link.new not in found and link.old not in used:
            found[link.new] = link
            used.add(link.old)
    return found


def _fate(link: Link) -> Fate:
    if link.moved:
        return Fate.MOVED
    return Fate.KEPT if link.kind is Kind.IDENTICAL else Fate.REWORDED


def _brought_back(
    documents: tuple[Document, ...], lives: list[list[Stage]], version: int, fresh: list[int], now: dict[int, int]
) -> list[int]:
    """Continue the lives that were dropped before and come back in fresh sentences; the fresh sentences left are returned."""
    away = [n for n, stages in enumerate(lives) if stages[-1].sentence is None and stages[-1].version < version]
    if not away:
        return fresh
    last = [next(s for s in reversed(lives[n]) if s.sentence is not None) for n in away]
    texts = [documents[s.version].text(s.sentence) for s in last if s.sentence is not None]
    texts += [documents[version].text(sentence) for sentence in fresh]
    likeness = Likeness([(text,) for text in texts])
    found = []
    for b, sentence in enumerate(fresh):
        for a, alike in likeness.nearest(len(away) + b, range(len(away))):
            if alike >= _BACK:
                found.append((-alike, a, sentence))
    taken: set[int] = set()
    for _, a, sentence in sorted(found):
        if a not in taken and sentence not in now:
            taken.add(a)
            now[sentence] = away[a]
            lives[away[a]].append(Stage(version, Fate.BACK, sentence))
    return [sentence for sentence in fresh if sentence not in now]
