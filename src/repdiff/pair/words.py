"""Diff two texts by words, and mark the change as a person would."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from repdiff.model.links import Edit, Op
from repdiff.model.texts import Span
from repdiff.pair.alignment import Run, Side, align, gaps, moves, slide, tidy
from repdiff.pair.marks import marks_apart
from repdiff.pair.tokens import Token, same_mark, tokens
from repdiff.text.keys import key
from repdiff.text.words import OwnWords

_MIRRORED = {
    Op.EQUAL: Op.EQUAL,
    Op.DELETE: Op.INSERT,
    Op.INSERT: Op.DELETE,
    Op.MOVE_FROM: Op.MOVE_TO,
    Op.MOVE_TO: Op.MOVE_FROM,
}
_NUMBER_LENGTH = 2
_FIRST_OLD = (Op.DELETE, Op.MOVE_FROM)


def diff_words(
    old: str, new: str, *, readable: float = 0.3, old_at: int = 0, new_at: int = 0, own: OwnWords | None = None
) -> tuple[Edit, ...]:
    """What became of the words of `old` in `new`: edits in reading order, spans shifted by `old_at` and `new_at`.

    EQUAL, DELETE and MOVE_FROM tile the old text in order, EQUAL, INSERT and MOVE_TO the new one; the two sides of an
    EQUAL have the same key. Between two EQUAL edits the old side comes first. Empty when the words in common are less
    than the share `readable` of both texts. The user's `own` words are never cut apart. Swapping the texts swaps the ops and nothing else.
    """
    swapped = (len(old), old) > (len(new), new)
    first, second = (new, old) if swapped else (old, new)
    edits = _diff(first, second, readable, own)
    if swapped:
        edits = _mirrored(edits)
    return tuple(Edit(edit.op, _shifted(edit.old, old_at), _shifted(edit.new, new_at)) for edit in edits)


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _mirrored(edits: Iterable[Edit]) -> list[Edit]:
    """The same edits read from the other text: ops and spans swapped, the old side first again."""
    result: list[Edit] = []
    second: list[Edit] = []
    for edit in edits:
        turned = Edit(_MIRRORED[edit.op], edit.new, edit.old)
        if turned.op is Op.EQUAL:
            result += [*second, turned]
            second = []
        elif turned.op in _FIRST_OLD:
            result.append(turned)
        else:
            second.append(turned)
    return result + second


def _diff(old_text: str, new_text: str, readable: float, own: OwnWords | None) -> list[Edit]:
    old, new = Side(old_text, tokens(old_text, own)), Side(new_text, tokens(new_text, own))
    total = sum(map(_length, old.words)) + sum(map(_length, new.words))
    if _share(_in_common(old, new), total) < readable:
        return []  # whatever is aligned or moved, it cannot be more
    aligned = align(old.words, new.words)
    runs = tidy(slide(aligned, old, new), old, new)
    while True:
        moved = moves(runs, old, new)
        if max(_share(_covered(old, aligned), total), _share(_covered(old, [*runs, *moved]), total)) < readable:
            return []
        edits = _edits(old, new, runs, moved)
        torn = [edit.old for edit in edits if edit.op is Op.EQUAL and not _same(old_text, new_text, edit)]
        if not torn:
            return marks_apart(old_text, new_text, edits)
        # Words that are equal one by one can read differently side by side (a mark between digits): give such runs up.
        runs = [run for run in runs if not any(span.start <= old.words[run.old].start < span.end for span in torn)]


def _same(old_text: str, new_text: str, edit: Edit) -> bool:
    old, new = old_text[slice(*edit.old)], new_text[slice(*edit.new)]
    return old == new or key(old) == key(new)


def _share(common: int, total: int) -> float:
    """Characters of the words in common over those of both texts; 1 when neither has a word."""
    return 2 * common / total if total else 1.0


def _covered(old: Side, runs: Iterable[Run]) -> int:
    return sum(_length(word) for run in runs for word in old.words[run.old : run.old + run.length])


def _in_common(old: Side, new: Side) -> int:
    """Characters of the words that both texts have, wherever they stand."""
    left = Counter(word.key for word in new.words)
    common = 0
    for word in old.words:
        if left[word.key] > 0:
            left[word.key] -= 1
            common += _length(word)
    return common


def _length(word: Token) -> int:
    # A number with its unit is one thing to read, however many digits it takes.
    return min(len(word.key), _NUMBER_LENGTH) if word.number else len(word.key)


def _edits(old: Side, new: Side, runs: Sequence[Run], moved: Sequence[Run]) -> list[Edit]:
    """Edits that tile both texts: marks between words go with the equal words where both texts have them."""
    moved_old = [range(run.old, run.old + run.length) for run in moved]
    moved_new = sorted((range(run.new, run.new + run.length) for run in moved), key=lambda run: run.start)
    edits: list[Edit] = []
    old_from = new_from = 0  # where the equal text before the gap begins
    for old_gap, new_gap in gaps(runs, old, new):
        old_span, new_span = _changed(old, old_gap, new, new_gap)
        if old_gap or new_gap:
            equal = Edit(Op.EQUAL, Span(old_from, old_span.start), Span(new_from, new_span.start))
            edits += [equal] if any(span.start < span.end for span in (equal.old, equal.new)) else []
            for op, span in _side(old, old_gap, old_span, moved_old, (Op.DELETE, Op.MOVE_FROM)):
                edits.append(Edit(op, span, Span(new_span.start, new_span.start)))
            for op, span in _side(new, new_gap, new_span, moved_new, (Op.INSERT, Op.MOVE_TO)):
                edits.append(Edit(op, Span(old_span.start, old_span.start), span))
            old_from, new_from = old_span.end, new_span.end
    if old_from < len(old.text) or new_from < len(new.text):
        edits.append(Edit(Op.EQUAL, Span(old_from, len(old.text)), Span(new_from, len(new.text))))
    return edits


def _changed(old: Side, old_gap: range, new: Side, new_gap: range) -> tuple[Span, Span]:
    """The text that an edit covers on each side: the words of the gap, and the marks that only one side has."""
    old_out, old_in = _bounds(old, old_gap)
    new_out, new_in = _bounds(new, new_gap)
    if old_gap and new_gap:
        head = _common(old.text[old_out.start : old_in.start], new.text[new_out.start : new_in.start])
        tail = _common(old.text[old_in.end : old_out.end][::-1], new.text[new_in.end : new_out.end][::-1])
        return Span(old_out.start + head, old_out.end - tail), Span(new_out.start + head, new_out.end - tail)
    if old_gap:
        span, at = _one_sided(old.text, old_out, old_in, new.text[slice(*new_out)])
        return span, Span(new_out.start + at, new_out.start + at)
    if new_gap:
        span, at = _one_sided(new.text, new_out, new_in, old.text[slice(*old_out)])
        return Span(old_out.start + at, old_out.start + at), span
    return old_out, new_out


def _bounds(side: Side, gap: range) -> tuple[Span, Span]:
    """The gap with the marks around its words, and from its first word to its last (the whole where it has no word)."""
    start = side.words[gap.start - 1].end if gap.start else 0
    end = side.words[gap.stop].start if gap.stop < len(side.words) else len(side.text)
    inner = Span(side.words[gap.start].start, side.words[gap.stop - 1].end) if gap else Span(start, end)
    return Span(start, end), inner


def _common(one: str, other: str) -> int:
    """How many marks at the beginning of both do the same work."""
    count = 0
    while count < min(len(one), len(other)) and same_mark(one[count], other[count]):
        count += 1
    return count


def _one_sided(text: str, outer: Span, inner: Span, marks: str) -> tuple[Span, int]:
    """What was added or dropped where the other side has only `marks`: its span, and how many marks stand before it."""
    head, tail = text[outer.start : inner.start], text[inner.end : outer.end]
    first = _common(head, marks)
    last = _common(tail[::-1], marks[first:][::-1])
    whole = _common(tail[::-1], marks[::-1])
    if whole == len(marks) or whole > first + last:
        first, last = 0, whole
    # Marks that find no partner join the equal text before: a mark alone is no change.
    return Span(outer.start + first, outer.end - last), len(marks) - last


def _side(side: Side, gap: range, span: Span, moved: Iterable[range], ops: tuple[Op, Op]) -> Iterator[tuple[Op, Span]]:
    """The pieces of one side of an edit: what is moved, and what stays between."""
    plain, shifted = ops
    at = span.start
    for run in moved:
        if run.start not in gap:
            continue
        start, end = side.words[run.start].start, side.words[run.stop - 1].end
        start = span.start if run.start == gap.start else start
        end = span.end if run.stop == gap.stop else end
        if at < start and not any(at <= word.start < start for word in side.words[gap.start : run.start]):
            start = at  # marks alone go with the run behind them
        if at < start:
            yield plain, Span(at, start)
        yield shifted, Span(start, end)
        at = end
    if at < span.end:
        yield plain, Span(at, span.end)
