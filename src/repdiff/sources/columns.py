"""Which column of a table holds the text, and a table as lines: the texts of that column, or all cells where none does."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from repdiff.files.paths import shown
from repdiff.languages import all_languages
from repdiff.languages.han import folded
from repdiff.languages.scripts import is_spaced
from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.model.texts import Mark, Span, What
from repdiff.sources.grid import Cell, cells_as_lines
from repdiff.sources.lines import Line, Lines

_PROSE: Final = 40
"""Code points of a cell, on the average of a column, from which the column holds texts: names of indicators have some 15. Scripts that
write a word in one or two characters need half of them."""
_SAMPLE: Final = 2_000
"""Rows that are looked at to tell what a column holds."""
_TITLES: Final = 5
"""Rows above the head of a table: its title, its unit, its source and its date."""
_HALF: Final = 0.5
_LONGEST_NAME: Final = 60  # code points of the name of a column
_NAMED: Final = 30  # columns that a message lists
_NUMBER = re.compile(r"[-+−–(（]?\s*[$€£¥￥]?\s*\d[\d.,，\s]*\s*[%％‰]?\s*[)）]?")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?.*")
_END = re.compile(r"[\u3002\uff01\uff1f;；]|[.!?](?:\s|$)")


class Row(NamedTuple):
    """A row of a table: its number, counted from 1 as programs for tables count, and its cells."""

    number: int
    cells: tuple[str, ...]


class Choice(NamedTuple):
    """The column that holds the text; -1 where the cells of all columns do. `head` is the index of the row that names the columns; -1
    where none does.
    """

    column: int
    head: int


def columns_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """The names of the columns; empty ones where no row names them."""
    head = _head(rows)
    return tuple(cell.strip() for cell in rows[head].cells) if head >= 0 else ()


def named_column(rows: Sequence[Row], part: str) -> int:
    """The column of a name, or of a number from 1 where none is called so; -1 where there is none."""
    wanted = _plain(part)
    names = [_plain(cell) for cell in rows[max(_head(rows), 0)].cells] if rows else []
    if wanted in names:
        return names.index(wanted)
    number = int(wanted) if wanted.isdecimal() and len(wanted) < len(str(_SAMPLE)) else 0
    return number - 1 if 0 < number <= max((len(row.cells) for row in rows[:_SAMPLE]), default=0) else -1


def choice_of(rows: Sequence[Row], part: str = "") -> Choice:
    """Which column holds the text: the one that `part` names, one that is called so, or the only one of prose."""
    head = _head(rows)
    if part:
        column = named_column(rows, part)
        by_name = 0 <= column < len(rows[0].cells) and _plain(rows[0].cells[column]) == _plain(part)
        return Choice(column, 0 if by_name and head < 0 else head)
    body = rows[head + 1 : head + 1 + _SAMPLE]
    kinds = [_Kind.of(cells) for cells in _columns(body)]
    prose = [at for at, kind in enumerate(kinds) if kind.prose]
    measured = sum(kind.measured for kind in kinds)
    names = rows[head].cells if head >= 0 else ()
    called = [at for at, name in enumerate(names) if _called().fullmatch(_plain(name))]
    named = [at for at in called if at < len(kinds) and (kinds[at].prose or (not measured and kinds[at].words))]
    if named:
        return Choice(max(named, key=lambda at: (kinds[at].prose, kinds[at].length, -at)), head)
    rivals = sum(kind.sentences and not kind.prose for kind in kinds)
    alone = (len(prose) == 1 and not rivals and measured < len(kinds) - len(prose)) or len(kinds) == 1
    return Choice(prose[0] if alone and prose else -1, head)


def no_column(name: str, part: str, names: Sequence[str], what: str = "column") -> RepdiffError:
    """The error for a name that no column has: it lists the columns there are."""
    listed = ", ".join(shown(each) for each in names[:_NAMED] if each) or "none with a name: give its number, like #2"
    return RepdiffError(f"{name}: no {what} {shown(part)}.", f"There are: {listed}.")


def add_table(lines: Lines, rows: Sequence[Row], choice: Choice) -> None:
    """The texts of the chosen column as paragraphs, or the rows as cells; each with the number of its row."""
    if choice.column < 0:
        groups = cells_as_lines([[_cell(text) for text in row.cells] for row in rows])
        for row, group in zip(rows, groups, strict=True):
            _add(lines, row.number, group)
        return
    for row in rows[: max(choice.head, 0)]:  # what the table is called
        _add(lines, row.number, [Line(" ".join(" ".join(row.cells).split()))])
    for row in rows[choice.head + 1 :]:
        text = row.cells[choice.column] if choice.column < len(row.cells) else ""
        _add(lines, row.number, [Line(" ".join(line.split())) for line in text.splitlines() if line.strip()])


def said(name: str, rows: Sequence[Row], choice: Choice) -> Iterator[Said]:
    """What a reader must know of the choice: which column is read, and which are not."""
    if choice.column < 0:
        return
    names = [cell.strip() for cell in rows[choice.head].cells] if choice.head >= 0 else []
    read = names[choice.column] if choice.column < len(names) else ""
    others = [each for at, each in enumerate(names) if at != choice.column and each]
    column = shown(read or str(choice.column + 1))
    if others:
        listed = ", ".join(shown(each) for each in others[:_NAMED])
        yield Said("{name}: the column {column} is read; left out: {others}.", name=name, column=column, others=listed)
    elif any(len(row.cells) > 1 for row in rows):
        yield Said("{name}: the column {column} is read, the others are left out.", name=name, column=column)


class _Kind(NamedTuple):
    """What a column holds: its usual length, whether that is prose, measures (neither running numbers nor dates), words at all, or short
    sentences: a column of prose beside one of them is not the only one that says something.
    """

    length: float
    prose: bool
    measured: bool
    words: bool
    sentences: bool

    @classmethod
    def of(cls, cells: Sequence[str]) -> "_Kind":
        filled = [cell.strip() for cell in cells if cell.strip()]
        if not filled:
            return cls(0.0, False, False, False, False)
        length = sum(map(len, filled)) / len(filled)
        spaced = sum(is_spaced(char) for cell in filled for char in cell if char.isalpha())
        letters = sum(char.isalpha() for cell in filled for char in cell)
        least = _PROSE if spaced > letters * _HALF else _PROSE * _HALF
        ends = sum(bool(_END.search(cell)) for cell in filled)
        words = letters > sum(map(len, filled)) * _HALF
        numbers = [cell for cell in filled if _NUMBER.fullmatch(cell)]
        years = sum(bool(_YEAR.fullmatch(cell)) for cell in filled)
        running = [str(n) for n in range(1, len(numbers) + 1)] == numbers or [
            str(n) for n in range(len(numbers))
        ] == numbers
        measured = len(numbers) > len(filled) * _HALF and not running and years <= len(filled) * _HALF
        prose = (
            words
            and length >= least
            and len(filled) >= len(cells) * _HALF
            and (ends >= len(filled) * _HALF or length >= 2 * least)
        )
        sentences = words and ends >= len(filled) * _HALF and length >= least * _HALF
        return cls(length, prose, measured, words, sentences)


def _columns(rows: Sequence[Row]) -> Iterator[list[str]]:
    width = max((len(row.cells) for row in rows), default=0)
    for at in range(width):
        yield [row.cells[at] if at < len(row.cells) else "" for row in rows]


def _head(rows: Sequence[Row]) -> int:
    """The index of the row that names the columns: the first, or the one below a few that hold one cell in a table of several columns,
    which say what the table is called and its unit; -1 where none does.
    """
    first = next((at for at, row in enumerate(rows[: _TITLES + 1]) if sum(map(bool, map(str.strip, row.cells))) > 1), 0)
    return first if _is_header(rows[first:]) else -1


def _is_header(rows: Sequence[Row]) -> bool:
    """Whether the first row names columns: short, each another name, none a number, above a row that says more."""
    if len(rows) <= 1:
        return False
    names = [cell.strip() for cell in rows[0].cells if cell.strip()]
    if not names or len(set(names)) < len(names):
        return False
    words = [name if " " in name else name.removesuffix(".") for name in names]  # `No.`
    if any(len(name) > _LONGEST_NAME or _END.search(name) for name in words):
        return False
    return not any(_NUMBER.fullmatch(name) and not _YEAR.fullmatch(name) for name in names)


def _plain(text: str) -> str:
    return " ".join(folded(text).casefold().split())


def _cell(text: str) -> Cell:
    return Cell(tuple(Line(" ".join(line.split())) for line in text.splitlines() if line.strip()))


def _add(lines: Lines, number: int, group: Sequence[Line]) -> None:
    for line in group:
        lines.add(line._replace(marks=(Mark(Span(0, len(line.text)), What.ROW, number), *line.marks)))


@cache
def _called() -> re.Pattern[str]:
    words = "|".join(language.headings.columns for language in all_languages() if language.headings.columns)
    return re.compile(folded(words), re.IGNORECASE)
