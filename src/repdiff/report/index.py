"""The index beside a page: its sections as a tree, what became of the sentences in each, and where on the page that stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from repdiff.report.nouns import Part, Row
from repdiff.report.runs import clip
from repdiff.report.words import Words

_KINDS = ("dropped", "reworded", "added", "identical")
_SIGNS = {"dropped": "\u2212", "reworded": "~", "added": "+"}
_TITLE = 64  # columns of a title: some headings are whole sentences
_LANES = (("old", 0), ("new", 1))


class Entry(NamedTuple):
    """A section of the index: where it leads, its title, `fate` (kept, dropped), its own and its subsections' rows that changed with
    their sign (`~12`), the same in words, and the sections below it.
    """

    id: str
    title: str
    fate: str
    figures: tuple[tuple[str, str], ...]
    said: str
    below: tuple["Entry", ...]


class Stripe(NamedTuple):
    """What became of rows of one kind on one side, as an SVG path on a strip of two lanes; a unit of height is a row."""

    kind: str
    path: str


class Stretch(NamedTuple):
    """The rows of a section on the strip."""

    id: str
    start: int
    rows: int


class Strip(NamedTuple):
    """The whole page as a strip, a row of the page a unit: on the left what the old text lost there, on the right what the new one gained,
    on both what was reworded.
    """

    rows: int
    stripes: tuple[Stripe, ...]
    stretches: tuple[Stretch, ...]


def rows_of(part: Part) -> tuple[Row, ...]:
    """The rows of a part in the order of the page, without those of its heading."""
    return tuple(row for stretch in part.stretches for row in stretch.rows)


def index(parts: Sequence[Part], words: Words) -> tuple[Entry, ...]:
    """The parts as a tree. A part that goes on with a chapter is counted in it and has no entry of its own."""
    entries, _ = _below(parts, 0, 0, words)
    return entries


def _below(parts: Sequence[Part], at: int, level: int, words: Words) -> tuple[tuple[Entry, ...], int]:
    """The entries of the parts from `at` on that stand deeper than `level`, and where they end."""
    entries: list[Entry] = []
    while at < len(parts) and parts[at].level > level:
        part, first = parts[at], at
        below, at = _below(parts, at + 1, part.level, words)
        if part.goes_on:
            entries += below
            continue
        counts = Counter(kind for each in parts[first:at] for kind in _kinds(each))
        figures = tuple((kind, f"{_SIGNS[kind]}{counts[kind]}") for kind in _SIGNS if counts[kind])
        said = words["comma"].join(
            words["figure"].format(count=counts[kind], label=words[kind]) for kind in _KINDS if counts[kind]
        )
        title = clip(part.title.strip(), _TITLE)
        fate = "dropped" if part.dropped and part.heads else "kept"
        entries.append(Entry(part.id, title, fate, figures, said, below))
    return tuple(entries), at


def tally(part: Part, words: Words) -> str:
    """What became of the rows of a part, in words: `3 dropped, 12 reworded`."""
    counts = Counter(_kinds(part))
    found = [words["figure"].format(count=counts[kind], label=words[kind]) for kind in _SIGNS if counts[kind]]
    return words["comma"].join(found)


def _kinds(part: Part) -> Iterator[str]:
    """The kinds of the rows; what stands elsewhere is counted there."""
    return (row.kind for row in rows_of(part) if not row.pointer[0])


def strip(parts: Sequence[Part]) -> Strip:
    """The strip of the parts of a page."""
    stretches: list[Stretch] = []
    rows: list[Row] = []
    for part in parts:
        found = (*part.heads, *rows_of(part))
        stretches.append(Stretch(part.id, len(rows), len(found)))
        rows += found
    stripes = []
    for name, lane in _LANES:
        shown = [_on_strip(row, name) for row in rows]
        for kind in ("reworded", "moved", "dropped", "added"):
            path = "".join(_path(shown, kind, lane))
            if path:
                stripes.append(Stripe(kind, path))
    return Strip(len(rows), tuple(stripes), tuple(stretches))


def _on_strip(row: Row, side: str) -> str:
    """What a row is on one lane of the strip; empty for unchanged text and where the side has none."""
    if not (row.old if side == "old" else row.new):
        return ""
    if "moved" in row.classes.split():
        return "moved"
    return "" if row.kind == "identical" else str(row.kind)


def _path(shown: Iterable[str], kind: str, lane: int) -> Iterator[str]:
    at = 0
    for found, run in groupby(shown):
        size = sum(1 for _ in run)
        if found == kind:
            yield f"M{lane} {at}h1v{size}h-1z"
        at += size
