"""Lives: what became of each commitment from version to version."""

from repdiff.model.document import Document
from repdiff.model.links import Kind, Link
from repdiff.model.texts import Role
from repdiff.model.years import Fate, Life, Stage
from repdiff.quantities.pair import Likeness

_BACK = 0.55
"""Likeness of two sentences of which the later brings a dropped commitment back."""


def find_lives(documents: tuple[Document, ...], links: list[tuple[Link, ...]]) -> tuple[Life, ...]:
    """The lives of all commitments, in the order of their first sentences; `links` are those of each version and the next."""
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
