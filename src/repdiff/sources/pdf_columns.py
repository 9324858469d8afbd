"""The columns of a page: which lines are read one below the other, and in which order.

A gutter is a strip that lines beside each other leave free. What crosses it (a heading over both columns, a wide table) parts the page
into bands; in a band the left column is read before the right one. Rows of cells leave strips free too: they are no columns, as their
cells stand on common base lines and leave most of their room empty.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from statistics import median
from typing import NamedTuple

from repdiff.languages.scripts import LEFTWARD
from repdiff.sources.pdf_tables import Table
from repdiff.sources.pdf_words import Line, Word, line_of, rows_of

_GAP = 0.8  # of the size: what parts words of two columns; blanks of justified lines stay below it, or are crossed by other lines
_ROWS = 4  # lines beside each other that show a gutter at least
_SIDE = 4  # lines in a column at least
_NARROWEST = 4.0  # of the size: the usual width of the lines of a column at least; bullets and numbers are narrower
_FLUSH = 0.4  # share of the lines of a column that begin at its edge: gaps in lines that happen to lie below each other lead to no edge
_JUST = 0.35  # of the size: how far from an edge a gutter is looked for
_CROSSING = 0.1  # share of the lines of a page that may cross a strip between columns
_WIDEST = 20_000  # points of a page that is looked at for columns
_CORRIDORS = 12  # strips that are looked at, the widest first
_MOST_LOOKED = 50_000  # words that are looked at for all of them: a second; only very dense pages have more
_FEWEST = 4  # places that are looked at all the same
_CANDIDATES = 24  # edges that are looked at
_LEAST_FLUSH = 3
_EDGE = 1.5  # points around an edge
_DEEPEST = 4  # columns of columns: a page of five columns is none of prose
_FILLED = 0.6  # share of the room that lines of prose fill on the whole; cells fill less
_FIGURES = 0.25  # share of rows of figures from which a column is a part of a table
_LARGER = 1.08  # of the size of a band: titles over two columns are larger
_PITCH = 1.3  # of the size: the distance of lines, as far as it matters for such a title
_UNEVEN = 3  # lines by which columns above such a title end apart at most
_TOGETHER = 0.7  # share of rows on common base lines from which a band may be a table
_SLIT = 5.0  # points of the narrowest gutter

_LEFTWARD = re.compile(f"[{LEFTWARD}]")


class Column(NamedTuple):
    """Lines and tables one below the other, in order, and the room they stand in: its edges, as far as they are known."""

    parts: tuple[Line | Table, ...]
    left: float
    right: float


class _Row(NamedTuple):
    """Words on one base line, or a table across them."""

    words: tuple[Word, ...]
    table: Table | None
    x0: float
    x1: float
    y: float


class _Room(NamedTuple):
    left: float
    right: float
    depth: int


def columns_of(words: Sequence[Word], tables: Iterable[Table], page: int) -> list[Column]:
    """The columns of a page in reading order."""
    rows = [_Row(tuple(row), None, row[0].x0, max(word.x1 for word in row), row[0].y) for row in rows_of(words)]
    rows += [_Row((), table, table.x0, table.x1, table.y0) for table in tables]
    rows.sort(key=lambda row: row.y)
    if not rows:
        return []
    room = _Room(min(row.x0 for row in rows), max(row.x1 for row in rows), 0)
    leftward = _runs_left(words)
    return _columns(rows, room, page, leftward)


def _runs_left(words: Sequence[Word]) -> bool:
    """Whether the page is written from right to left: its right column is read first."""
    text = "".join(word.text for word in words)
    return len(_LEFTWARD.findall(text)) > len(text) / 2


def _columns(rows: list[_Row], room: _Room, page: int, leftward: bool) -> list[Column]:
    gutter = _gutter(rows) if room.depth < _DEEPEST else None
    if gutter is None:
        return [_column(rows, room, page)]
    found: list[Column] = []
    for band, split in _titled(_bands(rows, gutter), gutter):
        if not split:
            found += _columns(band, room._replace(depth=_DEEPEST), page, leftward)
            continue
        sides = [_side(band, gutter, left=True), _side(band, gutter, left=False)]
        halves = [room._replace(right=gutter, depth=room.depth + 1), room._replace(left=gutter, depth=room.depth + 1)]
        for side, half in sorted(zip(sides, halves, strict=True), key=lambda pair: pair[1].left, reverse=leftward):
            if side:
                edges = _Room(min(row.x0 for row in side), max(row.x1 for row in side), half.depth)
                found += _columns(side, edges, page, leftward)
    return found


def _column(rows: Iterable[_Row], room: _Room, page: int) -> Column:
    parts: list[Line | Table] = [row.table or line_of(row.words, page) for row in rows]
    return Column(tuple(parts), room.left, room.right)


def _gaps(row: _Row) -> list[tuple[float, float]]:
    """Where a row leaves room between its words."""
    found = []
    reach = row.words[0].x1 if row.words else 0.0
    for word in row.words[1:]:
        if word.x0 - reach > max(_GAP * word.size, _SLIT):
            found.append((reach, word.x0))
        reach = max(reach, word.x1)
    return found


def _gutter(rows: Sequence[_Row]) -> float | None:
    """Where columns part that the most rows stand in, the widest strip first; None where there are none."""
    best: tuple[int, float, float] | None = None
    for place in _edges(rows):
        bands = [band for band, split in _bands(rows, place) if split]
        weight = sum(map(len, bands))
        if weight >= _ROWS:
            found = (weight, min(_strip(band, place) for band in bands), place)
            best = max(best, found) if best else found
    return best[2] if best else None


def _strip(band: Sequence[_Row], gutter: float) -> float:
    """How wide the strip is that a band leaves free."""
    left, right = (_side(band, gutter, left=left) for left in (True, False))
    return min(row.x0 for row in right) - max(row.x1 for row in left)


def _edges(rows: Sequence[_Row]) -> list[float]:
    """Candidates: just before where many rows begin or go on behind a gap, and just behind where many end or break off."""
    counts: Counter[float] = Counter()
    for row in rows:
        size = _line_height(row)
        gaps = _gaps(row)
        for x0 in (row.x0, *(high for _, high in gaps)):
            counts[round(x0 - _JUST * size)] += 1
        for x1 in (row.x1, *(low for low, _ in gaps)):
            counts[round(x1 + _JUST * size)] += 1
    found = [*_corridors(rows), *(place for place, count in counts.most_common(_CANDIDATES) if count >= _SIDE)]
    return found[: max(_MOST_LOOKED // max(sum(len(row.words) for row in rows), 1), _FEWEST)]


def _corridors(rows: Sequence[_Row]) -> list[float]:
    """The middles of upright strips that hardly any line stands in."""
    left, right = math.floor(min(row.x0 for row in rows)), math.ceil(max(row.x1 for row in rows))
    if right - left > _WIDEST:
        return []
    steps = [0] * (right - left + 2)
    for row in rows:
        for x0, x1 in ((word.x0, word.x1) for word in row.words) if row.words else ((row.x0, row.x1),):
            steps[math.floor(x0) - left] += 1
            steps[math.ceil(x1) - left] -= 1
    free = [held <= _CROSSING * len(rows) for held in accumulate(steps)]
    found: list[tuple[int, float]] = []
    start = 0
    for x in range(1, len(free)):
        if free[x] and not free[x - 1]:
            start = x
        elif free[x - 1] and not free[x] and x - start >= _SLIT:
            found.append((start - x, left + (start + x) / 2))
    return [place for _, place in sorted(found)[:_CORRIDORS]]


def _bands(rows: Sequence[_Row], gutter: float) -> list[tuple[list[_Row], bool]]:
    """The rows parted by what crosses the gutter, each band with whether it stands in two columns."""
    bands: list[tuple[list[_Row], bool]] = []
    run: list[_Row] = []

    def close() -> None:
        whole, split = _opened(run, gutter)
        for part, two in ((whole, False), (split, True)):
            if not part:
                continue
            if bands and not two and not bands[-1][1]:
                bands[-1][0].extend(part)
            else:
                bands.append((list(part), two))
        run.clear()

    for row in rows:
        if _crosses(row, gutter):
            close()
            if bands and not bands[-1][1]:
                bands[-1][0].append(row)
            else:
                bands.append(([row], False))
        else:
            run.append(row)
    close()
    return bands


def _titled(bands: Iterable[tuple[list[_Row], bool]], gutter: float) -> Iterable[tuple[list[_Row], bool]]:
    """The bands, those in two columns parted by titles that stand over both but are short: nothing stands beside them at their right."""
    for band, split in bands:
        if not split:
            yield band, split
            continue
        done = 0
        for at, row in enumerate(band):
            if _is_title_of_both(band, row, gutter):
                yield from ((part, two) for part, two in ((band[done:at], True), ([row], False)) if part)
                done = at + 1
        if band[done:]:
            yield band[done:], True


def _is_title_of_both(band: Sequence[_Row], row: _Row, gutter: float) -> bool:
    """Whether a row is larger than its band, stands at the left of the gutter, and both columns end above it and begin anew below."""
    size = median(_line_height(other) for other in band)
    if row.table or row.x1 >= gutter or _line_height(row) < _LARGER * size:
        return False
    sides = [[other.y for other in _side(band, gutter, left=left) if other.y != row.y] for left in (True, False)]
    if not all(any(y < row.y for y in side) and any(y > row.y for y in side) for side in sides):
        return False
    above = [max(y for y in side if y < row.y) for side in sides]
    below = [min(y for y in side if y > row.y) for side in sides]
    room = _PITCH * size + 2 * _line_height(row)
    gaps = [high - low for low, high in zip(above, below, strict=True)]
    return (
        min(gaps) >= room
        and abs(below[0] - below[1]) < _PITCH * size
        and abs(above[0] - above[1]) < _UNEVEN * _PITCH * size
    )


def _crosses(row: _Row, gutter: float) -> bool:
    if row.table:
        return row.x0 < gutter < row.x1
    return any(word.x0 < gutter < word.x1 for word in row.words) or (
        row.x0 < gutter < row.x1 and not any(low <= gutter <= high for low, high in _gaps(row))
    )


def _opened(run: Sequence[_Row], gutter: float) -> tuple[list[_Row], list[_Row]]:
    """The rows above the first that has something right of the gutter, which are of full width, and those in two columns, if any."""
    right = next((at for at, row in enumerate(run) if row.x1 > gutter), None)
    if right is None:
        return list(run), []
    start = right
    while start > 0 and run[right].y - run[start - 1].y < _line_height(run[right]):
        start -= 1
    split = list(run[start:])
    if not _is_prose(split, gutter):
        return list(run), []
    return list(run[:start]), split


def _line_height(row: _Row) -> float:
    return max((word.size for word in row.words), default=10.0)


def _is_prose(band: Sequence[_Row], gutter: float) -> bool:
    """Whether both sides of a band are columns of text: enough lines, and no cells of a table."""
    sides = [_side(band, gutter, left=left) for left in (True, False)]
    if min(map(len, sides)) < _SIDE:
        return False
    if _strip(band, gutter) < _GAP * _line_height(sides[0][0]):
        return False
    if not all(map(_is_wide, sides)) or not _are_flush(sides):
        return False
    if any(map(_are_figures, sides)):
        return False
    both = sum(1 for row in band if row.x0 < gutter < row.x1)
    fills = [_fill(side) for side in sides]
    if both >= _TOGETHER * min(map(len, sides)) and min(fills) < _FILLED:
        return max(fills) >= _FILLED and both < _TOGETHER * max(map(len, sides))
    return True


def _is_wide(rows: Sequence[_Row]) -> bool:
    widths = sorted((row.x1 - row.x0) / _line_height(row) for row in rows)
    return widths[len(widths) // 2] >= _NARROWEST


def _are_figures(rows: Sequence[_Row]) -> bool:
    """Whether many of the rows hold several figures that stand apart: the columns of a table."""
    figures = [row for row in rows if sum(map(_is_figure, _parts(row))) > 1]
    return len(figures) >= _FIGURES * len(rows)


def _parts(row: _Row) -> Iterable[str]:
    """The texts of a row between its gaps."""
    gaps = {high for _, high in _gaps(row)}
    text = ""
    for word in row.words:
        if word.x0 in gaps:
            yield text
            text = ""
        text += word.text
    yield text


def _is_figure(text: str) -> bool:
    return sum(map(str.isdecimal, text)) > sum(map(str.isalpha, text))


def _are_flush(sides: Sequence[Sequence[_Row]]) -> bool:
    """Whether many lines begin at one place on both sides, or end at one on both."""
    begins = all(_is_flush([row.x0 for row in side]) for side in sides)
    return begins or all(_is_flush([row.x1 for row in side]) for side in sides)


def _is_flush(edges: Sequence[float]) -> bool:
    ordered = sorted(edges)
    common = max(bisect_right(ordered, edge + _EDGE) - bisect_left(ordered, edge - _EDGE) for edge in ordered)
    return common >= max(_FLUSH * len(edges), _LEAST_FLUSH)


def _fill(rows: Sequence[_Row]) -> float:
    """How much of the room of a column its lines fill, on the whole."""
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    filled = sorted((row.x1 - left) / max(right - left, 1.0) for row in rows)
    return sum(filled) / len(filled)


def _side(band: Iterable[_Row], gutter: float, *, left: bool) -> list[_Row]:
    """What stands on one side of a gutter."""
    found = []
    for row in band:
        if row.table:
            if (row.x1 <= gutter) == left:
                found.append(row)
            continue
        words = tuple(word for word in row.words if ((word.x0 + word.x1) / 2 < gutter) == left)
        if words:
            found.append(_Row(words, None, words[0].x0, max(word.x1 for word in words), row.y))
    return found
