"""Tables without upright lines: rows of cells that stand below each other at the same places."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import NamedTuple

from repdiff.sources.pdf_columns import Column
from repdiff.sources.pdf_letters import Rule
from repdiff.sources.pdf_paragraphs import opens_item
from repdiff.sources.pdf_tables import Cell, Table
from repdiff.sources.pdf_words import Line, Word, line_of

_GAP = 0.6  # of the size: what parts two cells of a row at least
_MOST_LOOKED = 40_000  # cells that are looked at for tables, counted anew from each line on: a full page has a tenth
_MARK = 0.6  # of the size: what is added for each wide mark beside the gap
_SPREAD = 1.3  # the same in a line that fills its column, whose blanks may be spread
_ROWS = 3  # rows of several cells that make a table at least
_FEW_ROWS = 2  # the same where they have three columns and more, and figures
_TWO = 2  # cells that make a row, and columns that make a table
_ALIGNED = 0.6  # share of the cells of a column that begin, end or have their middle at one place
_EDGE = 2.0  # points around that place
_FAR = 3.5  # of the size: how far apart rows of a table stand at most
_WIDER = 1.15  # how much farther apart rows stand than the lines within them, where they do
_OVERLAP = 0.8  # of the size: lines nearer than this stand beside each other
_LIKE = 0.07  # share by which sizes of lines of one cell differ at most
_UNIT = 3  # letters beside the digits of a figure at most
_FIGURE = 16  # code points of a figure at most
_RULED = 0.5  # share of the width of a table that a rule between its rows takes at least

_Segment = tuple[Word, ...]


class _Cut(NamedTuple):
    """A line, the cells that gaps part it into, and whether it fills its column."""

    line: Line
    segments: list[_Segment]
    full: bool


class _Room(NamedTuple):
    """From where to where a column reaches."""

    x0: float
    x1: float


def with_tables(column: Column, rules: Sequence[Rule]) -> Column:
    """The column, runs of lines whose cells stand below each other as tables."""
    parts: list[Line | Table] = []
    run: list[_Cut] = []
    for part in (*column.parts, None):
        cut = _cut(part, column) if isinstance(part, Line) else None
        if cut is None or (run and not _near(run[-1].line, cut.line)):
            parts += _closed(run, rules)
            run = []
        if cut is not None:
            run.append(cut)
        elif part is not None:
            parts.append(part)
    return column._replace(parts=tuple(parts))


def _near(one: Line, two: Line) -> bool:
    return two.y - one.y <= _FAR * max(one.size, two.size)


def _cut(line: Line, column: Column) -> _Cut:
    """A line with its cells; from left to right."""
    full = line.x0 - column.left < line.size and column.right - line.x1 < line.size
    words = sorted(line.words, key=lambda word: word.x0)
    segments: list[_Segment] = []
    run = [words[0]]
    for one, two in pairwise(words):
        least = (_SPREAD if full else _GAP) + _MARK * sum(map(_is_wide_mark, (one.text[-1], two.text[0])))
        bullet = len(run) == 1 and not segments and opens_item(one.text + " x") and not any(map(str.isalnum, one.text))
        if not bullet and two.x0 - max(word.x1 for word in run) > least * max(one.size, two.size):
            segments.append(tuple(run))
            run = []
        run.append(two)
    return _Cut(line, [*segments, tuple(run)], full)


def _is_wide_mark(char: str) -> bool:
    """Whether a character is a mark that leaves a part of its square free, as `，` does."""
    return unicodedata.category(char)[0] == "P" and unicodedata.east_asian_width(char) in "WFA"


def _closed(run: Sequence[_Cut], rules: Sequence[Rule]) -> list[Line | Table]:
    """A run of near lines, the first longest stretch in it that is a table as one, and so on behind it."""
    found: list[Line | Table] = []
    at = looked = 0
    while at < len(run):
        looked += sum(len(cut.segments) for cut in run[at:])
        stop = _stretch(run, at) if looked <= _MOST_LOOKED or not at else None
        if stop is None:
            found.append(run[at].line)
            at += 1
            continue
        rooms = _rooms(run[at:stop])
        head = _headed(run[at - 1], rooms) if at and found and found[-1] is run[at - 1].line else None
        if head:
            found.pop()
        found.append(_table([*([head] if head else []), *run[at:stop]], rooms, rules))
        at = stop
    return found


def _headed(cut: _Cut, rooms: Sequence[_Room]) -> _Cut | None:
    """The line above a table as its head, where each of its words stands over one column, and they over several; else None."""
    segments: dict[int, list[Word]] = {}
    for word in sorted(cut.line.words, key=lambda each: each.x0):
        over = [at for at, room in enumerate(rooms) if word.x0 < room.x1 + _EDGE and word.x1 > room.x0 - _EDGE]
        if len(over) != 1:
            return None
        segments.setdefault(over[0], []).append(word)
    if len(segments) < _TWO:
        return None
    return _Cut(cut.line, [tuple(words) for words in segments.values()], cut.full)


def _stretch(run: Sequence[_Cut], start: int) -> int | None:
    """Where the rows end that begin there with one of several cells: as long as each stands in the columns of those before it."""
    if len(run[start].segments) < _TWO and not _heads(run, start):
        return None
    rooms, most = _rooms([run[start]]), len(run[start].segments)
    stop = start + 1
    for cut in run[start + 1 :]:
        over = [len(_over(segment, rooms)) for segment in cut.segments]
        if len(rooms) > 1 and len(over) == 1 and not _fits(cut, rooms):
            break
        if len(over) <= _TWO < len(rooms) and max(over) > 1 and stop - start >= _TWO:
            break  # text that runs on behind the table
        more = len(over) > most
        wider = _rooms(run[start : stop + 1]) if more else _widened(rooms, cut, whole=len(over) == most)
        if len(wider) < _TWO <= len(rooms):
            break
        rooms, most = wider, max(most, len(over))
        stop += 1
    stop = _without_text_below(run, start, stop)
    rows = sum(1 for cut in run[start:stop] if len(cut.segments) > 1)
    least = _FEW_ROWS if len(rooms) > _TWO and any(map(_counts, run[start:stop])) else _ROWS
    return stop if rows >= least and len(rooms) > 1 and _is_aligned(run[start:stop], rooms) else None


def _counts(cut: _Cut) -> bool:
    """Whether all cells of a row but the first are figures."""
    return len(cut.segments) > _TWO and all(map(_is_figure, cut.segments[1:]))


def _over(segment: _Segment, rooms: Sequence[_Room]) -> list[int]:
    """The columns that a cell reaches into."""
    x0, x1 = segment[0].x0, max(word.x1 for word in segment)
    return [at for at, room in enumerate(rooms) if x0 < room.x1 - _EDGE and x1 > room.x0 + _EDGE]


def _without_text_below(run: Sequence[_Cut], start: int, stop: int) -> int:
    """Where a table ends: the lines of one cell below its last row are its own while they are as near and as large as its lines."""
    last = max((at for at in range(start, stop) if len(run[at].segments) > 1), default=start)
    near = _WIDER * _pitch(run[start:stop], _rooms(run[start:stop]))
    for at in range(last + 1, stop):
        one, two = run[at - 1].line, run[at].line
        if two.y - one.y > near or abs(two.size - one.size) > _LIKE * one.size or (two.bold and not one.bold):
            return at
    return stop


def _heads(run: Sequence[_Cut], start: int) -> bool:
    """Whether a line of one cell stands beside the row below it, set a little higher: the first line of a cell."""
    below = run[start + 1] if start + 1 < len(run) else None
    return (
        below is not None and below.line.y - run[start].line.y < _OVERLAP * below.line.size and len(below.segments) > 1
    )


def _rooms(cuts: Sequence[_Cut]) -> list[_Room]:
    """The columns that the cells of the lines with the most cells stand in; others widen the one they stand in, if it is only one."""
    most = max(len(cut.segments) for cut in cuts)
    rooms = _joined(_spans(cut.segments for cut in cuts if len(cut.segments) == most))
    others = [segment for cut in cuts if len(cut.segments) < most for segment in cut.segments]
    alone = [segment for segment in others if len(_over(segment, rooms)) <= 1]
    return _joined([*rooms, *_spans([alone])])


def _widened(rooms: Sequence[_Room], cut: _Cut, *, whole: bool) -> list[_Room]:
    """The columns with the cells of one more line; `whole` is whether it has as many cells as any."""
    segments = cut.segments if whole else [each for each in cut.segments if len(_over(each, rooms)) <= 1]
    return _joined([*rooms, *_spans([segments])])


def _spans(groups: Iterable[Iterable[_Segment]]) -> list[_Room]:
    return [_Room(segment[0].x0, max(word.x1 for word in segment)) for segments in groups for segment in segments]


def _joined(spans: Iterable[_Room]) -> list[_Room]:
    """The rooms from left to right, those that overlap as one."""
    rooms: list[_Room] = []
    for x0, x1 in sorted(spans):
        if rooms and x0 < rooms[-1].x1:
            rooms[-1] = _Room(rooms[-1].x0, max(rooms[-1].x1, x1))
        else:
            rooms.append(_Room(x0, x1))
    return rooms


def _fits(cut: _Cut, rooms: Sequence[_Room]) -> bool:
    """Whether a line of one cell goes on with a cell: it stands in one column, or begins where one does and reaches into no other."""
    x0, x1 = cut.segments[0][0].x0, max(word.x1 for word in cut.segments[0])
    return len(_over(cut.segments[0], rooms)) <= 1 and any(
        abs(x0 - room.x0) <= _EDGE
        or (at > 0 and x0 >= room.x0 - _EDGE and x1 <= room.x1 + _EDGE)
        or _centred(x0, x1, room)
        for at, room in enumerate(rooms)
    )


def _centred(x0: float, x1: float, room: _Room) -> bool:
    return x0 >= room.x0 and x1 <= room.x1 and abs((x0 + x1) - (room.x0 + room.x1)) <= 2 * _EDGE


def _is_aligned(cuts: Sequence[_Cut], rooms: Sequence[_Room]) -> bool:
    """Whether the cells of each column stand at one place, and the first column is more than the numbers of items."""
    size = median(cut.line.size for cut in cuts)
    if (
        sum(cut.full for cut in cuts) > len(cuts) / 2
    ):  # else lines of text whose blanks are spread, below each other by chance
        near = min(b.x0 - a.x1 for a, b in pairwise(rooms)) < _SPREAD * size
        if near or len(cuts) <= _ROWS:
            return False
    if not any(_is_figure(each) for cut in cuts for each in cut.segments):
        gaps = [b[0].x0 - max(w.x1 for w in a) for cut in cuts for a, b in pairwise(cut.segments)]
        if min(gaps, default=0.0) < _SPREAD * size:
            return False  # blanks of narrow lines that are spread
    for at in range(len(rooms)):
        cells = [s for cut in cuts for s in cut.segments if _home(s, rooms) == at and len(_over(s, rooms)) <= 1]
        if not cells:
            return False
        places = [(cell[0].x0, max(w.x1 for w in cell)) for cell in cells]
        lefts, rights = [x0 for x0, _ in places], [x1 for _, x1 in places]
        middles = [(x0 + x1) / 2 for x0, x1 in places]
        best = max(sum(1 for each in side if abs(each - median(side)) <= _EDGE) for side in (lefts, rights, middles))
        if best < _ALIGNED * len(cells):
            return False
        texts = ["".join(word.text for word in cell) for cell in cells]
        if at == 0 and len(rooms) == _TWO and sum(map(opens_item, texts)) > len(texts) / 2:
            return False
    return True


def _home(segment: _Segment, rooms: Sequence[_Room]) -> int:
    middle = (segment[0].x0 + max(word.x1 for word in segment)) / 2
    return min(range(len(rooms)), key=lambda at: max(rooms[at].x0 - middle, middle - rooms[at].x1, 0.0))


def _table(cuts: Sequence[_Cut], rooms: Sequence[_Room], rules: Sequence[Rule]) -> Table:
    rows = _rows(cuts, rules, rooms)
    page = cuts[0].line.page
    cells = []
    for number, row in enumerate(rows):
        held: dict[int, list[Line]] = {}
        for cut in row:
            for segment in (part for whole in cut.segments for part in _split(whole, rooms)):
                held.setdefault(_home(segment, rooms), []).append(line_of(segment, page))
        cells += [Cell(tuple(lines), number, column) for column, lines in sorted(held.items())]
    top, bottom = cuts[0].line.top, cuts[-1].line.y
    return Table(tuple(cells), page, rooms[0].x0, top, rooms[-1].x1, bottom)


def _split(segment: _Segment, rooms: Sequence[_Room]) -> Iterable[_Segment]:
    """The words of a cell that stand over several columns, parted by them where each word stands over one; else the cell."""
    if len(_over(segment, rooms)) <= 1:
        return [segment]
    held: dict[int, list[Word]] = {}
    for word in segment:
        over = _over((word,), rooms)
        if len(over) != 1:
            return [segment]
        held.setdefault(over[0], []).append(word)
    return [tuple(words) for _, words in sorted(held.items())]


def _rows(cuts: Sequence[_Cut], rules: Sequence[Rule], rooms: Sequence[_Room]) -> list[list[_Cut]]:
    """The lines of each row: those between rules, or near each other, or with those lines of one cell that go on below."""
    breaks = _ruled(cuts, rules, rooms) or _by_cells(cuts, rooms) or _by_lines(cuts, rooms)
    rows: list[list[_Cut]] = []
    for at, cut in enumerate(cuts):
        if rows and not breaks[at]:
            rows[-1].append(cut)
        else:
            rows.append([cut])
    return rows


def _ruled(cuts: Sequence[_Cut], rules: Sequence[Rule], rooms: Sequence[_Room]) -> list[bool]:
    """Whether a rule lies above each line, where rules part most rows; empty where they do not."""
    width = rooms[-1].x1 - rooms[0].x0
    lying: dict[int, float] = {}
    for rule in rules:
        if rule.y0 == rule.y1 and rule.x1 > rooms[0].x0 and rule.x0 < rooms[-1].x1:
            covered = min(rule.x1, rooms[-1].x1) - max(rule.x0, rooms[0].x0)
            lying[round(rule.y0)] = lying.get(round(rule.y0), 0.0) + covered
    places = [y for y, covered in lying.items() if covered >= _RULED * width]
    breaks = [not at or any(cuts[at - 1].line.y - 1 <= y <= cut.line.y for y in places) for at, cut in enumerate(cuts)]
    cells = sum(1 for cut in cuts if len(cut.segments) > 1)
    return breaks if sum(breaks) >= max(_ROWS, cells / 2) else []


def _pitch(cuts: Sequence[_Cut], rooms: Sequence[_Room]) -> float:
    """The least distance of two lines below each other in one column; without any bound where there is none."""
    size = median(cut.line.size for cut in cuts)
    steps = [b - a for lines in _standing(cuts, rooms) for (_, a), (_, b) in pairwise(lines)]
    return min((step for step in steps if step >= _OVERLAP * size), default=inf)


def _standing(cuts: Sequence[_Cut], rooms: Sequence[_Room]) -> list[list[tuple[int, float]]]:
    """For each column, which of the lines stand in it, and their base lines."""
    found: list[list[tuple[int, float]]] = [[] for _ in rooms]
    for at, cut in enumerate(cuts):
        for home in sorted({_home(segment, rooms) for segment in cut.segments}):
            found[home].append((at, cut.line.y))
    return found


def _by_cells(cuts: Sequence[_Cut], rooms: Sequence[_Room]) -> list[bool]:
    """Whether each line begins a row, where lines of a cell are nearer than cells are: cells beside each other are one row.

    Empty where distances do not tell it.
    """
    near = _WIDER * _pitch(cuts, rooms)
    cells: list[tuple[int, ...]] = []
    for lines in _standing(cuts, rooms):
        run: list[int] = []
        for at, y in lines:
            if run and y - cuts[run[-1]].line.y > near:
                cells.append(tuple(run))
                run = []
            run.append(at)
        cells.append(tuple(run))
    rows: list[list[tuple[int, ...]]] = []
    for cell in sorted(cell for cell in cells if cell):
        if rows and cell[0] <= max(other[-1] for other in rows[-1]):
            rows[-1].append(cell)
        else:
            rows.append([cell])
    if len(rows) == 1 or any(_are_rows(row, cuts, rooms) for row in rows):
        return []
    first = {row[0][0] for row in rows}
    return [at in first for at in range(len(cuts))]


def _are_rows(row: Sequence[tuple[int, ...]], cuts: Sequence[_Cut], rooms: Sequence[_Room]) -> bool:
    """Whether cells beside each other are several rows in truth: all have the same lines, or one holds several figures."""
    if len(set(row)) == 1 and len(row) > 1 and len(row[0]) > 1:
        return True
    lines = {at for cell in row for at in cell}
    figures: list[int] = []
    for at in lines:
        figures += {_home(segment, rooms) for segment in cuts[at].segments if _is_figure(segment)}
    return any(figures.count(column) > 1 for column in set(figures) - {0})


def _is_figure(words: Sequence[Word]) -> bool:
    """Whether words are a cell that holds a number and little more: `1,204`, `45.5 %`, `(3)`."""
    text = "".join(word.text for word in words)
    digits = sum(map(str.isdecimal, text))
    return digits > 0 and sum(map(str.isalpha, text)) <= _UNIT and len(text) <= _FIGURE


def _by_lines(cuts: Sequence[_Cut], rooms: Sequence[_Room]) -> list[bool]:
    """Whether each line begins a row, by its cells: one of several cells does, one of a single cell goes on with that above."""
    size = median(cut.line.size for cut in cuts)
    breaks = [True]
    for at, (one, two) in enumerate(pairwise(cuts), 1):
        if two.line.y - one.line.y < _OVERLAP * size:
            breaks.append(False)
        elif len(two.segments) > 1:
            breaks.append(not _goes_on_in_cells(two, rooms))
        else:
            after = cuts[at + 1].line.y if at + 1 < len(cuts) else inf
            breaks.append(after - two.line.y < _OVERLAP * size or _has_room(cuts[:at], two, rooms))
    return breaks


def _goes_on_in_cells(cut: _Cut, rooms: Sequence[_Room]) -> bool:
    """Whether several cells of a row go on in a line: it has no figure, and small letters or nothing in the first column."""
    first = [segment for segment in cut.segments if _home(segment, rooms) == 0]
    return not any(map(_is_figure, cut.segments)) and all(segment[0].text[:1].islower() for segment in first)


def _has_room(above: Sequence[_Cut], cut: _Cut, rooms: Sequence[_Room]) -> bool:
    """Whether the first word of a line of one cell would have found room in the line above in its column: then it begins a row."""
    segment = cut.segments[0]
    home = _home(segment, rooms)
    before = [other for line in above for other in line.segments if _home(other, rooms) == home]
    if home or not before or segment[0].text[:1].islower():
        return False
    return rooms[0].x1 - max(word.x1 for word in before[-1]) > segment[0].x1 - segment[0].x0 + _GAP * segment[0].size
