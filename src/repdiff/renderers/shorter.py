"""A report that must stay short: what is least important is left out first, and counted by what it is."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from repdiff.report.nouns import Report, Row, Table
from repdiff.report.words import Words

_ROLES: Final = ("commitment", "statement", "heading", "formula")
_RANKS: Final = {"commitment": 20, "statement": 10, "heading": 6, "formula": 4}
"""From what on rows of a role are kept: of the least important the first digit is lowest."""
_KINDS: Final = {"identical": 0, "reworded": 1, "dropped": 2, "added": 2}
_TOLD: Final = 5  # what a row gains that turns the meaning, changes a number, or bears a person's note


class _At(NamedTuple):
    """Where an entry stands: its part, and its place in it."""

    part: int
    entry: int


def shorter(report: Report, limit: int, write: Callable[[Report], str]) -> str:
    """What `write` makes of a report, of at most `limit` code units of UTF-16: as few rows are left out as must be.

    A note says how many rows of which kind are not shown. Where all of them are gone and it is still too long, rows of the tables before
    the list go, from their ends.
    """
    text = write(report)
    if units(text) <= limit:
        return text
    entries = sorted(_entries(report), key=lambda each: (_rank(report, each), -each.part, -each.entry))

    def told(count: int) -> str:
        return write(_without(report, frozenset(entries[:count]), limit))

    count = bisect_left(range(len(entries)), -limit, key=lambda dropped: -units(told(dropped)))
    text = told(count)
    return text if units(text) <= limit else _without_rows(report, frozenset(entries), limit, write)


def units(text: str) -> int:
    """How long a text is where characters are counted in code units of UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _entries(report: Report) -> Iterator[_At]:
    for number, part in enumerate(report.parts):
        if part.in_list:
            yield from (_At(number, entry) for entry in range(len(part.listed)))


def _rank(report: Report, at: _At) -> int:
    row = report.parts[at.part].listed[at.entry]
    if not isinstance(row, Row):
        return -1
    told = bool(row.numbers or row.noted or "turned" in row.classes.split())
    return _RANKS[_role(row)] + _KINDS.get(row.kind, 0) + (_TOLD if told else 0)


def _role(row: Row) -> str:
    classes = row.classes.split()
    return next((role for role in _ROLES if f"r-{role}" in classes), "statement")


def _without(report: Report, gone: frozenset[_At], limit: int) -> Report:
    """The report without these entries, without the parts that lost all of theirs, and with the note."""
    parts = []
    for number, part in enumerate(report.parts):
        kept = tuple(row for n, row in enumerate(part.listed) if _At(number, n) not in gone)
        if not part.in_list or kept or not part.listed:
            parts.append(part._replace(listed=kept))
    rows = (report.parts[at.part].listed[at.entry] for at in gone)
    counts = Counter((_role(row), row.kind) for row in rows if isinstance(row, Row))
    note = (_note(report, counts, limit),) if counts else ()
    return replace(report, parts=tuple(parts), notes=(*report.notes, *note))


def _note(report: Report, counts: Counter[tuple[str, str]], limit: int) -> str:
    words = report.words
    told = []
    for role in _ROLES:
        found = [(counts[role, kind], kind) for kind in _KINDS if counts[role, kind]]
        listed = [words["comparison.change"].format(count=n, kind=words[f"kinds.{kind}"]) for n, kind in found]
        if listed:
            told.append(f"{words[f'roles.{role}']}{words['text.colon']}{words['text.comma'].join(listed)}")
    return words["text.shortened"].format(limit=words.number(limit), what="; ".join(told), option="--limit 0")


def _without_rows(report: Report, gone: frozenset[_At], limit: int, write: Callable[[Report], str]) -> str:
    """All rows are gone and it is still too long: sections without rows go, then rows of the tables from their ends."""
    bare = _without(report, gone, limit)
    bare = replace(bare, parts=tuple(part for part in bare.parts if part.listed or not part.in_list), nothing="")
    tables, most = bare.tables, max((len(table.rows) for table in bare.tables), default=0)
    text = write(bare)
    while units(text) > limit and most > 0:
        most = min(most * limit // units(text), most - 1)
        bare = replace(bare, tables=tuple(_cut(table, most, bare.words) for table in tables))
        text = write(bare)
    return text


def _cut(table: Table, most: int, words: Words) -> Table:
    """The first rows of a table, and a last one that says how many more there are."""
    left = len(table.rows) - most
    if left <= 0:
        return table
    more = words.count("text.more", left, words.number(left))
    return table._replace(rows=(*table.rows[:most], (more, *("" for _ in table.columns[1:]))))
