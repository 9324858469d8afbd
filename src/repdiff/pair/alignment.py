"""Which words of two texts are the same words: aligned in order, tidied as a reader would, and moved runs found."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from repdiff.languages.marks import CLAUSE_ENDS
from repdiff.pair.tokens import Token

_LONGEST = 2_500_000  # pairs of words; beyond that every word weighs the same
_TOO_LONG = 2_000_000_000  # pairs of words beyond which nothing is aligned: a quarter of a gigabyte
_CAP = 12  # weight of the longest words
_MOVED = 6  # least size of a run that is shown as moved rather than as dropped here and added there
_SHORT = 2  # an equal run of this size or less between two edits is noise
_BORDERS = CLAUSE_ENDS | {"\n"}


class Run(NamedTuple):
    """`length` words that are the same from word `old` of the old text and from word `new` of the new text."""

    old: int
    new: int
    length: int


class Side(NamedTuple):
    """A text and its words."""

    text: str
    words: Sequence[Token]

    def size(self, start: int, end: int) -> int:
        """How much the words from `start` to `end` weigh."""
        return sum(word.size for word in self.words[start:end])

    def is_border(self, at: int) -> bool:
        """Whether a clause ends or begins before word `at`."""
        if at == 0 or at == len(self.words):
            return True
        between = self.text[self.words[at - 1].end : self.words[at].start]
        return not _BORDERS.isdisjoint(between)


def align(old: Sequence[Token], new: Sequence[Token]) -> list[Run]:
    """The longest common subsequence of words by weight, as runs in order; content weighs more than function words.

    Algorithm: bit-parallel LCS (Hyyrö 2004, in rapidfuzz) over words spelled with as many codes as they weigh.
    """
    from rapidfuzz.distance import LCSseq

    if len(old) * len(new) > _TOO_LONG:
        return []
    cap = _CAP if len(old) * len(new) <= _LONGEST else 1
    codes: dict[str, int] = {}
    old_codes, old_at = _spell(old, codes, cap)
    new_codes, new_at = _spell(new, codes, cap)
    pairs: list[tuple[int, int]] = []
    for step in LCSseq.opcodes(old_codes, new_codes):
        if step.tag != "equal":
            continue
        for at in range(step.src_start, step.src_end):
            index, match = old_at.get(at), new_at.get(step.dest_start + at - step.src_start)
            if index is not None and match is not None and at + _width(old[index], cap) <= step.src_end:
                pairs.append((index, match))
    return joined(pairs)


def _width(word: Token, cap: int) -> int:
    return 1 if word.light else min(cap, 2 * len(word.key))


def _spell(words: Sequence[Token], codes: dict[str, int], cap: int) -> tuple[list[int], dict[int, int]]:
    """Each word as codes that no other word has, and the index of the word at each place where one begins.

    `codes` holds the first code of each key and is filled on the way.
    """
    widths = [1 if word.light else min(cap, 2 * len(word.key)) for word in words]
    spelled: list[int] = []
    for word, width in zip(words, widths, strict=True):
        first = codes.setdefault(word.key, (cap + 1) * len(codes))
        spelled += range(first, first + width)
    starts = accumulate(widths[:-1], initial=0)
    return spelled, {at: index for index, at in enumerate(starts)} if words else {}


def joined(pairs: Sequence[tuple[int, int]]) -> list[Run]:
    """Runs out of pairs of words in order."""
    runs: list[Run] = []
    for old, new in pairs:
        if runs and runs[-1].old + runs[-1].length == old and runs[-1].new + runs[-1].length == new:
            runs[-1] = runs[-1]._replace(length=runs[-1].length + 1)
        else:
            runs.append(Run(old, new, 1))
    return runs


def slide(runs: Sequence[Run], old: Side, new: Side) -> list[Run]:
    """Move each pure insertion or deletion between two runs to the place where it begins or ends with a clause."""
    slid = list(runs)
    for index in range(len(slid) - 1):
        first, second = slid[index], slid[index + 1]
        if first.old + first.length == second.old:
            slid[index : index + 2] = _slid(first, second, new, first.new + first.length, second.new)
        elif first.new + first.length == second.new:
            slid[index : index + 2] = _slid(first, second, old, first.old + first.length, second.old)
    return [run for run in slid if run.length]


def _slid(first: Run, second: Run, side: Side, start: int, end: int) -> list[Run]:
    """The two runs around the words `start` to `end` of one side, shifted to the best border."""
    words = side.words
    left = 0
    while left < first.length and words[start - left - 1].key == words[end - left - 1].key:
        left += 1
    right = 0
    while right < second.length and words[start + right].key == words[end + right].key:
        right += 1
    shifts = sorted(range(-left, right + 1), key=lambda by: (abs(by), by))
    best = max(shifts, key=lambda by: side.is_border(start + by) + side.is_border(end + by))
    return [
        first._replace(length=first.length + best),
        Run(second.old + best, second.new + best, second.length - best),
    ]


def tidy(runs: Sequence[Run], old: Side, new: Side) -> list[Run]:
    """Drop the runs that only interrupt an edit: short ones and those of function words; numbers and names stay."""
    kept = list(runs)
    while True:
        strong = [run for index, run in enumerate(kept) if not _noise(kept, index, old, new)]
        if len(strong) == len(kept):
            return kept
        kept = strong


def _noise(runs: Sequence[Run], index: int, old: Side, new: Side) -> bool:
    run = runs[index]
    words = old.words[run.old : run.old + run.length]
    if any(word.fixed for word in words):
        return False
    before = runs[index - 1] if index else Run(0, 0, 0)
    after = runs[index + 1] if index + 1 < len(runs) else Run(len(old.words), len(new.words), 0)
    left = (run.old - before.old - before.length, run.new - before.new - before.length)
    right = (after.old - run.old - run.length, after.new - run.new - run.length)
    if all(word.light for word in words):
        return any(left) or any(right)
    if not (any(left) and any(right)) or sum(word.size for word in words) > _SHORT:
        return False
    return not (_of_numbers(before, run, old, new) and _of_numbers(run, after, old, new))


def _of_numbers(before: Run, after: Run, old: Side, new: Side) -> bool:
    """Whether between two runs nothing but one number became another: what names the number stays visible."""
    at, other = before.old + before.length, before.new + before.length
    single = after.old - at == 1 and after.new - other == 1
    return single and old.words[at].number and new.words[other].number


def moves(runs: Sequence[Run], old: Side, new: Side) -> list[Run]:
    """Runs of words outside `runs` that stand elsewhere in the other text; no word is in two of them."""
    free_old, free_new = _free(runs, old, new)
    places: dict[str, list[int]] = defaultdict(list)
    for at in sorted(free_new):
        places[new.words[at].key].append(at)
    found = {
        run
        for at in sorted(free_old)
        for other in places.get(old.words[at].key, ())
        if (run := _extended(at, other, old, new, free_old, free_new)) is not None
    }
    chosen: list[Run] = []
    for run in sorted(found, key=lambda run: (-old.size(run.old, run.old + run.length), run)):
        if all(_apart(run, other) for other in chosen):
            chosen.append(run)
    return sorted(chosen)


def _free(runs: Sequence[Run], old: Side, new: Side) -> tuple[set[int], set[int]]:
    free_old, free_new = set(range(len(old.words))), set(range(len(new.words)))
    for run in runs:
        free_old.difference_update(range(run.old, run.old + run.length))
        free_new.difference_update(range(run.new, run.new + run.length))
    return free_old, free_new


def _extended(at: int, other: int, old: Side, new: Side, free_old: set[int], free_new: set[int]) -> Run | None:
    """The longest run from a pair of words on; None when it is light, or when it began one word earlier."""

    def same(by: int) -> bool:
        return at + by in free_old and other + by in free_new and old.words[at + by].key == new.words[other + by].key

    if same(-1):
        return None
    length = 1
    while same(length):
        length += 1
    return Run(at, other, length) if old.size(at, at + length) >= _MOVED and length > 1 else None


def _apart(run: Run, other: Run) -> bool:
    """Whether two runs share no word on either side."""

    def separate(start: int, length: int, second: int, second_length: int) -> bool:
        return start + length <= second or second + second_length <= start

    return separate(run.old, run.length, other.old, other.length) and separate(
        run.new, run.length, other.new, other.length
    )


def gaps(runs: Sequence[Run], old: Side, new: Side) -> Iterator[tuple[range, range]]:
    """The words between the runs, and before and after them: the old ones and the new ones, either may be none."""
    old_at = new_at = 0
    for run in (*runs, Run(len(old.words), len(new.words), 0)):
        yield range(old_at, run.old), range(new_at, run.new)
        old_at, new_at = run.old + run.length, run.new + run.length
