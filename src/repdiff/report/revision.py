"""One walk from the old text to the new one that covers both: what a program that tracks changes needs.

What stands in one order on both sides stays in place, the heaviest such choice by characters (a longest increasing subsequence, Fredman
1975, with the maxima of weights in a Fenwick tree); what crosses it is taken out at one place and put in at the other.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Group, Kind, Op
from repdiff.model.revision import Step
from repdiff.model.texts import Span
from repdiff.report.order import renamed_headings
from repdiff.report.shifts import Shifts, shifts

_NEAR = 24  # code points within which two texts of one key are looked at for where they go on alike
_ALIKE = 4  # code points that must agree there


class _Fixed(NamedTuple):
    """Two stretches that stay beside each other: of the same characters, or, where `apart`, one taken out and one put in."""

    old: Span
    new: Span
    group: int
    apart: bool = False


class _Unit(NamedTuple):
    """What one old and one new sentence have in common."""

    old: int
    new: int
    weight: int
    fixed: tuple[_Fixed, ...]


def revise(comparison: Comparison, moves: bool) -> tuple[Step, ...]:
    """The steps from the old text to the new one: see `Step`. With `moves`, whole sentences that changed places are said to have moved."""
    steps = _Walk(comparison, moves).steps()
    return tuple(step for step in steps if step.old.end > step.old.start or step.new.end > step.new.start)


class _Walk:
    """The two texts of a comparison, and what of them stays in place."""

    def __init__(self, comparison: Comparison, moves: bool) -> None:
        self._c = comparison
        self._texts = comparison.old.source.text, comparison.new.source.text
        self._kept = _heaviest(sorted(_units(comparison), key=lambda unit: unit[:2]))
        staying = frozenset(each.group for unit in self._kept for each in unit.fixed)
        self._shifts = shifts(comparison, staying) if moves else Shifts()
        self._starts = tuple([s.span.start for s in d.sentences] for d in (comparison.old, comparison.new))
        self._group_of = (
            {s: i for i, group in enumerate(comparison.groups) for s in group.old},
            {s: i for i, group in enumerate(comparison.groups) for s in group.new},
        )

    def steps(self) -> Iterator[Step]:
        """All steps, some of them empty."""
        for before, after in pairwise(self._fixed()):
            yield from self._told(before)
            yield from self._between(before, after)

    def _fixed(self) -> list[_Fixed]:
        """What stays in place, in order, between the beginnings and the ends of both texts."""
        old, new = map(len, self._texts)
        kept = [each for unit in self._kept for each in unit.fixed]
        return self._with_asides(
            [_Fixed(Span(0, 0), Span(0, 0), -1), *kept, _Fixed(Span(old, old), Span(new, new), -1)]
        )

    def _with_asides(self, fixed: list[_Fixed]) -> list[_Fixed]:
        """The same with the lines that are in no sentence and stand on both sides."""
        found = fixed[:1]
        for before, after in pairwise(fixed):
            if before.old.end < after.old.start and before.new.end < after.new.start:
                old = list(self._aside(0, Span(before.old.end, after.old.start)))
                new = list(self._aside(1, Span(before.new.end, after.new.start))) if old else []
                found += self._same_lines(old, new)
            found.append(after)
        return found

    def _same_lines(self, old: Sequence[Span], new: Sequence[Span]) -> Iterator[_Fixed]:
        """Those of the lines that both sides have, in order."""
        if not (old and new):
            return
        above, below = ([text[slice(*s)] for s in spans] for text, spans in zip(self._texts, (old, new), strict=True))
        for a, b, count in SequenceMatcher(None, above, below).get_matching_blocks():
            yield from (_Fixed(old[a + n], new[b + n], -1) for n in range(count))

    def _aside(self, side: int, gap: Span) -> Iterator[Span]:
        """The lines of a gap that are in no sentence, without the blanks around them."""
        text = self._texts[side]
        for span, sentence in self._pieces(side, gap):
            at = span.start
            for line in text[slice(*span)].splitlines(keepends=True) if sentence < 0 else ():
                if bare := line.strip():
                    start = at + line.index(bare)
                    yield Span(start, start + len(bare))
                at += len(line)

    def _pieces(self, side: int, gap: Span) -> Iterator[tuple[Span, int]]:
        """A gap in pieces: a sentence or a part of one with its number, what is in none with -1."""
        sentences = (self._c.old, self._c.new)[side].sentences
        at = gap.start
        for sentence in sentences[max(0, bisect_left(self._starts[side], gap.start) - 1) :]:
            start, end = max(sentence.span.start, at), min(sentence.span.end, gap.end)
            if start >= gap.end:
                break
            if start < end:
                if at < start:
                    yield Span(at, start), -1
                yield Span(start, end), sentence.id
                at = end
        if at < gap.end:
            yield Span(at, gap.end), -1

    def _told(self, fixed: _Fixed) -> Iterator[Step]:
        old, new, group, apart = fixed
        if not apart:
            yield Step(Op.EQUAL, old, new, group=group)
            return
        yield Step(Op.DELETE, old, Span(new.start, new.start), group=group)
        yield Step(Op.INSERT, Span(old.end, old.end), new, group=group)

    def _between(self, before: _Fixed, after: _Fixed) -> Iterator[Step]:
        """What stands between two stretches that stay: blanks that are the same on both sides stay too, the rest goes and comes."""
        old = self._zones(0, before.old.end, after.old.start)
        new = self._zones(1, before.new.end, after.new.start)
        yield from self._apart(old[0], new[0])
        above, below = (self._texts[side][slice(*span)] for side, span in enumerate((old[1], new[1])))
        first, last = self._same_ends(old[1], new[1], above, below)
        yield Step(Op.EQUAL, Span(old[1].start, old[1].start + first), Span(new[1].start, new[1].start + first))
        yield from self._apart(*(Span(span.start + first, span.end - last) for span in (old[1], new[1])))
        yield Step(Op.EQUAL, Span(old[1].end - last, old[1].end), Span(new[1].end - last, new[1].end))
        yield from self._apart(old[2], new[2])

    def _zones(self, side: int, start: int, end: int) -> tuple[Span, Span, Span]:
        """What stands between two places of one side: the rest of the sentence before, what lies between, the beginning of the one after.

        A stretch inside of one sentence is all rest.
        """
        first, last = self._around(side, start), self._around(side, end)
        rest = min(first.end, end) if first.start < start else start
        beginning = max(last.start, rest) if last.start < end <= last.end else end
        return Span(start, rest), Span(rest, beginning), Span(beginning, end)

    def _around(self, side: int, at: int) -> Span:
        """The sentence around a place; without one, nothing at that place."""
        found = bisect_left(self._starts[side], at) - 1
        span = (self._c.old, self._c.new)[side].sentences[found].span if found >= 0 else Span(at, at)
        return span if span.start < at <= span.end else Span(at, at)

    def _apart(self, old: Span, new: Span) -> Iterator[Step]:
        """What goes, then what comes."""
        for span, sentence in self._pieces(0, old):
            yield from self._lone(0, span, sentence, new.start)
        for span, sentence in self._pieces(1, new):
            yield from self._lone(1, span, sentence, old.end)

    def _same_ends(self, old: Span, new: Span, above: str, below: str) -> tuple[int, int]:
        """How many blanks two gaps share at their beginning and at their end.

        Where whole lines go and whole lines come, each keeps its own end.
        """
        first = _common(above, below)
        last = _common(above[first:][::-1], below[first:][::-1])
        left, right = above[first : len(above) - last], below[first : len(below) - last]
        whole = all(
            at == 0 or text[at - 1] == "\n"
            for text, at in zip(self._texts, (old.start + first, new.start + first), strict=True)
        )
        if last and left and right and whole:
            last -= above[len(above) - last :].find("\n") + 1
        return first, last

    def _lone(self, side: int, span: Span, sentence: int, other: int) -> Iterator[Step]:
        """A piece that stands on one side only; what moves is cut out of it."""
        group = self._group_of[side].get(sentence, -1)
        for piece, number in self._shifts.cut(side, span):
            ops = (Op.MOVE_FROM, Op.MOVE_TO) if number else (Op.DELETE, Op.INSERT)
            here = Span(other, other)
            old, new = (piece, here) if side == 0 else (here, piece)
            yield Step(ops[side], old, new, number, group)


def _common(one: str, other: str) -> int:
    """How many blanks two texts begin with in common."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count] and one[count].isspace():
        count += 1
    return count


def _units(comparison: Comparison) -> Iterator[_Unit]:
    """What may stay in place: what the sentences of each group have in common, and texts that stand instead of each other."""
    old, new = comparison.old, comparison.new
    for index, group in enumerate(comparison.groups):
        edits = [(edit.old, edit.new) for edit in group.edits if edit.op is Op.EQUAL]
        if not group.edits:
            edits = [(old.sentences[group.old[0]].span, new.sentences[group.new[0]].span)]
        if group.edits or group.kind is Kind.IDENTICAL:
            yield from _equal(comparison, index, group, edits)
        else:
            yield _Unit(group.old[0], group.new[0], 1, (_Fixed(*edits[0], index, apart=True),))
    for below, above in renamed_headings(comparison).items():
        pair = _Fixed(old.sentences[above].span, new.sentences[below].span, -1, apart=True)
        yield _Unit(above, below, 1, (pair,))


def _equal(comparison: Comparison, index: int, group: Group, edits: Iterable[tuple[Span, Span]]) -> Iterator[_Unit]:
    """The runs that two sentences of a group share, by sentences."""
    texts = comparison.old.source.text, comparison.new.source.text
    found: dict[tuple[int, int], list[_Fixed]] = {}
    for above, below in edits:
        ends = _holder(comparison.old, group.old, above.start), _holder(comparison.new, group.new, below.start)
        runs = found.setdefault(ends, [])
        runs += (_Fixed(one, other, index) for one, other in _same(texts, above, below))
    for (one, other), runs in found.items():
        if runs:
            yield _Unit(one, other, sum(run.old.end - run.old.start for run in runs), tuple(runs))


def _holder(document: Document, sentences: Sequence[int], at: int) -> int:
    """Which of a group's sentences holds a place: the last that begins before it."""
    found = sentences[0]
    for sentence in sentences[1:]:
        if document.sentences[sentence].span.start <= at:
            found = sentence
    return found


def _same(texts: tuple[str, str], old: Span, new: Span) -> Iterator[tuple[Span, Span]]:
    """The stretches of two spans of one key that are the same character for character."""
    one, other = texts[0][slice(*old)], texts[1][slice(*new)]
    if one == other:
        if one:
            yield old, new
        return
    a = b = 0
    while a < len(one) and b < len(other):
        length = _run(one, other, a, b)
        if length:
            yield Span(old.start + a, old.start + a + length), Span(new.start + b, new.start + b + length)
        a, b = _on(one, other, a + length, b + length)


def _run(one: str, other: str, a: int, b: int) -> int:
    """How many code points agree from two places on."""
    length, most = 0, min(len(one) - a, len(other) - b)
    while length < most and one[a + length] == other[b + length]:
        length += 1
    return length


def _on(one: str, other: str, a: int, b: int) -> tuple[int, int]:
    """The nearest places from which two texts that differ here agree again; their ends where there are none near."""
    for apart in range(1, _NEAR):
        for skipped in range(apart + 1):
            x, y = a + skipped, b + apart - skipped
            if x > len(one) or y > len(other):
                continue
            wanted = min(_ALIKE, max(len(one) - x, len(other) - y))
            if one[x : x + wanted] == other[y : y + wanted]:
                return x, y
    return len(one), len(other)


def _heaviest(units: Sequence[_Unit]) -> list[_Unit]:
    """The heaviest choice of units, given by old and new sentence, that stand in one order on both sides."""
    best: list[tuple[int, int]] = []  # of each unit: weight of the choice that ends with it, and its unit before
    size = max((unit.new for unit in units), default=-1) + 2
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    for index, unit in enumerate(units):
        found, at = (0, -1), unit.new + 1
        while at > 0:
            found = max(found, tree[at])
            at -= at & -at
        best.append((found[0] + unit.weight, found[1]))
        at = unit.new + 1
        while at <= size:
            tree[at] = max(tree[at], (best[index][0], index))
            at += at & -at
    kept: list[_Unit] = []
    at = max(range(len(units)), key=lambda index: (best[index][0], -index), default=-1)
    while at >= 0:
        kept.append(units[at])
        at = best[at][1]
    return kept[::-1]
