"""Footnotes and contents pages, told from the text by how they are set."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from repdiff.sources.pdf_columns import Column
from repdiff.sources.pdf_letters import Rule
from repdiff.sources.pdf_tables import Table
from repdiff.sources.pdf_words import Line

_SMALL = 0.93  # of the size of the text: footnotes are set in smaller type
_RULE = 3.0  # of the size: how far above a footnote its rule lies at most
_SHORT = 0.75  # of the width of a column: how long that rule is at most
_MARK = re.compile(r"\s*(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|[(\[（［]?(\d{1,3})[)\]）］.、]?|([*†‡§¶⁂#]{1,4})|([①-⑳]))")
_REFERENCE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LEADER = re.compile(r"(?P<title>\S.*?)\s*(?:[.．·・‥…⋯•_-]\s?){3,}\s*[(（]?(?:\d{1,4}|[ivxlcIVXLC]{1,7})[)）]?\s*")
_LEAST = 3  # lines with leaders that make a contents page
_BETWEEN = 2  # lines of a title that is broken, between two with leaders, at most
_LARGER = 1.05  # of the size of an entry: the title above may be larger
_MIDDLE = 4.0  # of the size: how far to the right of its entries a title in the middle begins
_HEAD = 30  # code points of the line above a contents page at most


class Notes(NamedTuple):
    """A column without its footnotes, and the lines of these."""

    column: Column
    notes: tuple[Line, ...]


class Endnotes(NamedTuple):
    """The columns of a document without the notes at its end, and the lines of these."""

    columns: list[Column]
    notes: list[Line]


def without_notes(column: Column, rules: Sequence[Rule], body: float, marks: set[str]) -> Notes:
    """The column without the small type at its end that begins with a mark to which the page refers, or stands below a short rule.

    `body` is the size of the text, `marks` the raised figures of the page.
    """
    at = len(column.parts)
    while at:
        part = column.parts[at - 1]
        if isinstance(part, Table) or part.size > _SMALL * body:
            break
        at -= 1
    small = [part for part in column.parts[at:] if isinstance(part, Line)]
    for start, line in enumerate(small):
        above = [rule for rule in rules if rule.y0 == rule.y1 and _lies_above(rule, line, column)]
        found = _MARK.match(line.text)
        known = found is not None and (found[1] or found[2] or "").translate(_PLAIN) in marks
        sign = found is not None and bool(found[3] or found[4])
        if (known and (at + start > 0 or above)) or (above and (found or start == 0)) or (sign and above):
            return Notes(column._replace(parts=column.parts[: at + start]), tuple(small[start:]))
    return _ruled_off(column, rules, marks)


def _ruled_off(column: Column, rules: Sequence[Rule], marks: set[str]) -> Notes:
    """The column without the lines below a short rule, of which the first has a raised mark to which the page refers."""
    last = max((at for at, part in enumerate(column.parts) if isinstance(part, Table)), default=-1)
    for at in range(max(last, 0) + 1, len(column.parts)):
        line = column.parts[at]
        if not isinstance(line, Line) or not _REFERENCE.match(line.text) or _number(line) not in marks:
            continue
        rest = list(_lines(column.parts[at:]))
        if _are_plain(rest) and any(_is_short(rule, line, column) for rule in rules):
            return Notes(column._replace(parts=column.parts[:at]), tuple(rest))
    return Notes(column, ())


def _are_plain(lines: Sequence[Line]) -> bool:
    """Whether lines hold no title: none is bold or larger than the first."""
    return not any(line.bold or line.size > _LARGER * lines[0].size for line in lines)


def _is_short(rule: Rule, line: Line, column: Column) -> bool:
    return rule.y0 == rule.y1 and _lies_above(rule, line, column)


def _lines(parts: Iterable[Line | Table]) -> Iterable[Line]:
    return (part for part in parts if isinstance(part, Line))


def _number(line: Line) -> str:
    """The number that a line begins with, in plain figures; empty where there is none."""
    found = _MARK.match(line.text)
    return (found[1] or found[2] or "").translate(_PLAIN) if found else ""


def without_endnotes(columns: Sequence[Column], rules: Mapping[int, Sequence[Rule]], marks: set[str]) -> Endnotes:
    """The columns of a document without the notes at its end: numbered from 1 on below a rule, each number one to which the text refers.

    `rules` are those of each page, `marks` the raised figures of the whole document.
    """
    parts = [(at, part) for at, column in enumerate(columns) for part in column.parts]
    for place in range(len(parts) - 1, 0, -1):
        column, line = parts[place]
        if isinstance(line, Table):
            break
        lying = [rule for rule in rules.get(line.page, ()) if rule.y0 == rule.y1]
        near = any(0 < line.y - r.y0 < _RULE * line.size and r.x0 < line.x1 and r.x1 > line.x0 for r in lying)
        if not near or _number(line) != "1" or not _counts([part for _, part in parts[place:]], marks):
            continue
        own = columns[column].parts
        kept = [*columns[:column], columns[column]._replace(parts=own[: own.index(line)])]
        return Endnotes(kept, list(_lines(part for _, part in parts[place:])))
    return Endnotes(list(columns), [])


def _counts(parts: Sequence[Line | Table], marks: set[str]) -> bool:
    """Whether lines hold numbered notes and nothing else: their numbers count from 1, the text refers to each, and none is a title."""
    lines = list(_lines(parts))
    depth = lines[0].x0
    numbers = [_number(line) for line in lines if line.x0 - depth < line.size]
    counted = [number for number in numbers if number]
    return (
        len(lines) == len(parts)
        and _are_plain(lines)
        and counted == [str(number) for number in range(1, len(counted) + 1)]
        and marks.issuperset(counted)
    )


def _lies_above(rule: Rule, line: Line, column: Column) -> bool:
    near = 0 < line.y - rule.y0 < _RULE * line.size
    return (
        near and rule.x1 - rule.x0 <= _SHORT * (column.right - column.left) and rule.x0 < line.x1 and rule.x1 > line.x0
    )


def references(columns: Iterable[Column]) -> set[str]:
    """The raised figures in the text of a page, as plain figures."""
    found: set[str] = set()
    for column in columns:
        for part in column.parts:
            lines = [part] if isinstance(part, Line) else [line for cell in part.cells for line in cell.lines]
            for line in lines:
                for at, word in enumerate(line.words):
                    if word.raised and at:
                        found.update(mark.translate(_PLAIN) for mark in _REFERENCE.findall(word.text))
    return found


def contents_of(lines: Sequence[Line | Table]) -> set[int]:
    """Which of the lines are those of a contents page: dots that lead to a number, what stands between such, and the title above."""
    hits = [at for at, line in enumerate(lines) if isinstance(line, Line) and _LEADER.fullmatch(line.text)]
    found: set[int] = set()
    run: list[int] = []
    for at in [*hits, len(lines) + _BETWEEN + 2]:
        if run and at - run[-1] > _BETWEEN + 1:
            if len(run) >= _LEAST:
                found.update(range(_first(lines, run[0]), run[-1] + 1))
            run = []
        run.append(at)
    return found


def _first(lines: Sequence[Line | Table], at: int) -> int:
    """Where the contents page begins: with the short line above its first entry, or above the first lines of that entry."""
    for back in range(1, _BETWEEN + 2):
        above = lines[at - back] if at >= back else None
        if not isinstance(above, Line) or above.page not in (lines[at].page, lines[at].page - 1):
            return at
        entry = lines[at]
        if isinstance(entry, Table):
            return at
        title = above.size > entry.size * 1.05 or above.bold or above.x0 > entry.x0 + 4 * entry.size
        if title and len(above.text) <= _HEAD:
            return at - back
    return at
