"""Candidate pairs: which new sentences could answer to which old ones, and lookups between neighbouring pairs.

A document of thousands of sentences has millions of pairs; only the few best of each sentence are kept and measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from repdiff.pair.grams import Floats, Ints, distinct, sums

_STEPS = (-2, -1, 0, 1, 2)  # sentences from an anchor to the places beside it
_SIEVE = 8  # places in the table of last bits for each pair: one in eight is then let through by chance


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs (rows[k], cols[k]) of old and new sentences, sorted by row and then column, without repetition.

    "Values" below are arrays of shape (len(rows),): one number per pair.
    """

    rows: Ints
    cols: Ints
    old: int
    new: int

    def __len__(self) -> int:
        return len(self.rows)

    def find(self, rows: Ints, cols: Ints) -> Ints:
        """Index of each pair among the candidates, -1 where it is none."""
        codes = self.rows * self.new + self.cols
        wanted = rows * self.new + cols
        found = np.full(len(wanted), -1)
        if not len(codes):
            return found
        known = (rows >= 0) & (rows < self.old) & (cols >= 0) & (cols < self.new)
        # Most pairs asked for are none: a small table of the last bits of the codes turns them away before the search.
        last = (1 << (_SIEVE * len(codes)).bit_length()) - 1
        sieve = np.zeros(last + 1, dtype=np.bool_)
        sieve[codes & last] = True
        asked = np.flatnonzero(known & sieve[wanted & last])
        at = np.minimum(np.searchsorted(codes, wanted[asked]), len(codes) - 1)
        hit = codes[at] == wanted[asked]
        found[asked[hit]] = at[hit]
        return found

    def beside(self, values: Floats, down: int, right: int) -> Floats:
        """Value of the pair `down` old and `right` new sentences further on, 0 where there is none."""
        at = self.find(self.rows + down, self.cols + right)
        return np.where(at >= 0, values[at], 0.0)

    def total(self, values: Floats, side: Ints, size: int) -> Floats:
        """Sum of the values over each pair's row (side = rows) or column (side = cols), itself included."""
        return sums(side, values, size)[side]

    def rival(self, values: Floats, side: Ints, size: int) -> Floats:
        """The best value among the other pairs of each pair's row or column, 0 where it is alone."""
        best = np.zeros(size)
        np.maximum.at(best, side, values)
        holds = values >= best[side]
        ties = sums(side, holds.astype(np.float64), size)
        second = np.zeros(size)
        np.maximum.at(second, side, np.where(holds, 0.0, values))
        return np.where(holds & (ties[side] == 1), second[side], best[side])


@dataclass(frozen=True, slots=True, eq=False)
class Nominees:
    """Pairs put forward by one measure in one block of rows: arrays of one value per pair.

    `count` is how many each sentence may put forward; `column` says that the new sentences did, who must still agree over all blocks.
    """

    rows: Ints
    cols: Ints
    worth: Floats
    count: int
    column: bool


def best_of_rows(worth: Floats, count: int, first: int) -> Nominees:
    """The `count` best partners of each row of a dense block that begins at row `first`; of equal ones the leftmost."""
    rows, cols = _best(worth.copy(), count)
    return Nominees(rows + first, cols, worth[rows, cols], count, False)


def best_of_columns(worth: Floats, count: int, first: int) -> Nominees:
    """The `count` best partners of each column of a dense block that begins at row `first`; of equal ones the topmost."""
    cols, rows = _best(np.array(worth.T, order="C"), count)
    return Nominees(rows + first, cols, worth[rows, cols], count, True)


def elect(blocks: Sequence[Sequence[Nominees]], sure: tuple[Ints, Ints], old: int, new: int) -> Candidates:
    """The candidates from the nominees of all blocks of rows, those that need no vote, and the places beside the best of all.

    Every block holds the nominees of the same measures in the same order, those of rows before those of columns, the best measure first;
    those that columns put forward are ranked over all blocks.
    """
    elected = [_elected(measure) for measure in zip(*blocks, strict=True)]
    kept = [sure, *((each.rows, each.cols) for each in elected)]
    if elected:
        half = len(elected) // 2
        kept.append(_beside(_mutual(elected[0], elected[half]), old, new))
    codes = np.concatenate([rows * np.int64(max(new, 1)) + cols for rows, cols in kept])
    codes = distinct(codes)
    return Candidates(codes // max(new, 1), codes % max(new, 1), old, new)


def _elected(blocks: Sequence[Nominees]) -> Nominees:
    """The nominees of one measure over all blocks."""
    if blocks[0].column:
        return _rank(blocks)
    rows, cols, worth = (np.concatenate([getattr(b, name) for b in blocks]) for name in ("rows", "cols", "worth"))
    return Nominees(rows, cols, worth, blocks[0].count, False)


def _mutual(of_rows: Nominees, of_columns: Nominees) -> tuple[Ints, Ints]:
    """The pairs of which each is the best of the other."""
    best_row, best_col = (
        _first(of_rows.rows, of_rows.cols, of_rows.worth),
        _first(of_columns.cols, of_columns.rows, of_columns.worth),
    )
    pairs = sorted(best_row.items() & {(row, col) for col, row in best_col.items()})
    return np.array([row for row, _ in pairs], dtype=np.int64), np.array([col for _, col in pairs], dtype=np.int64)


def _first(side: Ints, partner: Ints, worth: Floats) -> dict[int, int]:
    """The best partner of each sentence of one side, of equal ones the first."""
    order = np.lexsort((partner, -worth, side))
    starts = order[np.flatnonzero(np.diff(side[order], prepend=-1))]
    return dict(zip(side[starts].tolist(), partner[starts].tolist(), strict=True))


def _beside(anchors: tuple[Ints, Ints], old: int, new: int) -> tuple[Ints, Ints]:
    """The places around each anchor in the same order: what stands there answers to what stands beside the anchor, whatever its words."""
    steps = [(down, right) for down in _STEPS for right in _STEPS if down * right >= 0]
    rows = np.concatenate([anchors[0] + down for down, _ in steps])
    cols = np.concatenate([anchors[1] + right for _, right in steps])
    inside = (rows >= 0) & (rows < old) & (cols >= 0) & (cols < new)
    return rows[inside], cols[inside]


def _rank(blocks: Sequence[Nominees]) -> Nominees:
    """The best of each column over all blocks of one measure."""
    rows, cols = np.concatenate([b.rows for b in blocks]), np.concatenate([b.cols for b in blocks])
    worth = np.concatenate([b.worth for b in blocks])
    order = np.lexsort((rows, -worth, cols))
    rows, cols, worth = rows[order], cols[order], worth[order]
    starts = np.flatnonzero(np.diff(cols, prepend=-1))
    rank = np.arange(len(cols)) - np.repeat(starts, np.diff(np.append(starts, len(cols))))
    top = rank < blocks[0].count
    return Nominees(rows[top], cols[top], worth[top], blocks[0].count, True)


def _best(left: Floats, count: int) -> tuple[Ints, Ints]:
    """Rows and columns of the `count` best positive values of each row; `left` is used up."""
    every = np.arange(len(left))
    rows, cols = [], []
    for _ in range(min(count, left.shape[1])):
        best = left.argmax(axis=1)
        positive = left[every, best] > 0
        rows.append(every[positive])
        cols.append(best[positive])
        left[every, best] = 0.0
    return np.concatenate(rows), np.concatenate(cols)
