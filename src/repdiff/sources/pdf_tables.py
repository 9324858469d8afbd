"""Ruled tables of a page: lines that meet make a grid, and what stands in a field of it is one cell."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from repdiff.sources.pdf_letters import Rule
from repdiff.sources.pdf_words import Line, Word, line_of, rows_of

_NEAR = 3.0  # points that ends of lines that meet lie apart at most
_MOST = 4_000  # ruled lines of a page that are looked at: a drawing has more
_COVERED = 0.6  # share of the side of a field that a line must cover to part it from the next
_FIELDS = 2  # fields that make a table at least; one alone is a frame around text


class Cell(NamedTuple):
    """A field of a table: its lines from top to bottom, its row, its column, and over how many columns it reaches."""

    lines: tuple[Line, ...]
    row: int
    column: int
    width: int = 1


class Table(NamedTuple):
    """A table: its cells row by row, and its box."""

    cells: tuple[Cell, ...]
    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def rows(self) -> list[list[Cell]]:
        """The cells of each row that has any, from left to right."""
        found: dict[int, list[Cell]] = {}
        for cell in self.cells:
            found.setdefault(cell.row, []).append(cell)
        return [found[row] for row in sorted(found)]


class _Grid(NamedTuple):
    """Where the lines of a table stand, and the lines."""

    xs: list[float]
    ys: list[float]
    rules: list[Rule]


def tables_of(words: Sequence[Word], rules: Sequence[Rule], page: int) -> tuple[list[Table], list[Word]]:
    """The tables of a page, and the words that stand in none."""
    tables: list[Table] = []
    rest = list(words)
    for grid in _grids(rules):
        inside = [word for word in rest if _inside(word, grid)]
        if not inside:
            continue
        cells = _cells(grid, inside, page)
        if len({cell.column for cell in cells}) < _FIELDS and len(cells) < _FIELDS:
            continue
        if len(grid.xs) <= _FIELDS:  # fields below each other: boxes around text
            continue
        rest = [word for word in rest if word not in set(inside)]
        tables.append(Table(tuple(cells), page, grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1]))
    return tables, rest


def _inside(word: Word, grid: _Grid) -> bool:
    middle, height = (word.x0 + word.x1) / 2, word.y - word.size * 0.35
    return grid.xs[0] - 1 < middle < grid.xs[-1] + 1 and grid.ys[0] - 1 < height < grid.ys[-1] + 1


def _grids(rules: Sequence[Rule]) -> Iterable[_Grid]:
    """Groups of lines that meet, with lines of both directions."""
    if len(rules) > _MOST:
        return
    for group in _groups(rules):
        xs = _places(rule.x0 for rule in group if rule.x0 == rule.x1)
        ys = _places(rule.y0 for rule in group if rule.y0 == rule.y1)
        if len(xs) >= _FIELDS and len(ys) >= _FIELDS:
            yield _Grid(xs, ys, group)


def _places(values: Iterable[float]) -> list[float]:
    """The values, those near each other once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines that meet or touch, by the boxes around them, as sets; grown until none meets another."""
    parents = list(range(len(rules)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    order = sorted(range(len(rules)), key=lambda at: rules[at].x0)
    alive: list[int] = []
    for at in order:
        rule = rules[at]
        alive = [other for other in alive if rules[other].x1 >= rule.x0 - _NEAR]
        for other in alive:
            if rules[other].y0 <= rule.y1 + _NEAR and rules[other].y1 >= rule.y0 - _NEAR:
                parents[root(other)] = root(at)
        alive.append(at)
    groups: dict[int, list[Rule]] = {}
    for at, rule in enumerate(rules):
        groups.setdefault(root(at), []).append(rule)
    return sorted(groups.values(), key=lambda group: min(rule.y0 for rule in group))


def _cells(grid: _Grid, words: Sequence[Word], page: int) -> list[Cell]:
    """The fields with their words; fields without a line between them are one."""
    fields: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(grid.ys) - 1):
        for column in range(len(grid.xs) - 1):
            home = (row, column)
            if column and not _upright(grid, row, column):
                home = fields[row, column - 1]
            elif row and not _lying(grid, row, column):
                home = fields[row - 1, column]
            fields[row, column] = home
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        row = _slot(grid.ys, word.y - word.size * 0.35)
        column = _slot(grid.xs, (word.x0 + word.x1) / 2)
        held.setdefault(fields[row, column], []).append(word)
    cells = []
    for home in sorted(set(fields.values())):
        width = sum(1 for column in range(len(grid.xs) - 1) if fields[home[0], column] == home)
        lines = tuple(line_of(row, page) for row in rows_of(held.get(home, ())))
        cells.append(Cell(lines, *home, width))
    return cells


def _slot(places: Sequence[float], value: float) -> int:
    return max((at for at, place in enumerate(places[:-1]) if value >= place), default=0)


def _upright(grid: _Grid, row: int, column: int) -> bool:
    """Whether a line stands at the left of a field."""
    x, y0, y1 = grid.xs[column], grid.ys[row], grid.ys[row + 1]
    lines = [(rule.y0, rule.y1) for rule in grid.rules if rule.x0 == rule.x1 and abs(rule.x0 - x) <= _NEAR]
    return _covered(lines, y0, y1)


def _lying(grid: _Grid, row: int, column: int) -> bool:
    """Whether a line lies above a field."""
    y, x0, x1 = grid.ys[row], grid.xs[column], grid.xs[column + 1]
    lines = [(rule.x0, rule.x1) for rule in grid.rules if rule.y0 == rule.y1 and abs(rule.y0 - y) <= _NEAR]
    return _covered(lines, x0, x1)


def _covered(lines: Iterable[tuple[float, float]], low: float, high: float) -> bool:
    """Whether lines on one another's way cover most of a stretch."""
    clipped = sorted((max(a, low), min(b, high)) for a, b in lines if a < high and b > low)
    merged: list[list[float]] = []
    for a, b in clipped:
        if merged and a <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], b)
        else:
            merged.append([a, b])
    return sum(b - a for a, b in merged) >= _COVERED * (high - low)


def joined(one: Table, two: Table, page: int) -> tuple[Table, list[Cell]] | None:
    """Two tables as one that goes on over the end of a page, and the cells of a head that is repeated there; None where they are two.

    `page` is that on which the first one ends.
    """
    edges = max(abs(one.x0 - two.x0), abs(one.x1 - two.x1))
    if two.page != page + 1 or edges > _NEAR or not one.cells or not two.cells:
        return None
    if {cell.column for cell in one.cells} != {cell.column for cell in two.cells}:
        return None
    rows = two.rows
    repeated = [_text(cell) for cell in rows[0]] == [_text(cell) for cell in one.rows[0]] and len(rows) > 1
    head, rest = (rows[0], rows[1:]) if repeated else ([], rows)
    last = max(cell.row for cell in one.cells)
    before = {cell.column: cell for cell in one.cells if cell.row == last}
    cells = list(one.cells)
    if _goes_on(before, rest[0]):
        cells = [cell for cell in cells if cell.row != last]
        more = {cell.column: cell.lines for cell in rest[0]}
        cells += [cell._replace(lines=(*cell.lines, *more.get(column, ()))) for column, cell in before.items()]
        rest = rest[1:]
    for number, row in enumerate(rest, last + 1):
        cells += [cell._replace(row=number) for cell in row]
    return one._replace(cells=tuple(cells)), head


def _text(cell: Cell) -> str:
    return "".join(line.text for line in cell.lines)


def _goes_on(before: dict[int, Cell], row: Sequence[Cell]) -> bool:
    """Whether a row at the head of a page goes on with the last one before it: only some of its cells hold anything."""
    filled = [cell for cell in row if cell.lines]
    return 0 < len(filled) < len(before) and all(cell.column in before and before[cell.column].lines for cell in filled)
