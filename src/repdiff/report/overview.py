"""The head of a comparison in a list: counts, the sections with most change, the marks used."""

from collections.abc import Iterable

from repdiff.model.links import Comparison, Kind, Op
from repdiff.model.texts import Role
from repdiff.model.view import View
from repdiff.report.changes import SectionChange, most_changed
from repdiff.report.nouns import Context, Part, Row, Table
from repdiff.report.summary import Tally, tally
from repdiff.report.words import Words

_COLUMNS = ("identical", "reworded", "moved", "split", "merged", "dropped", "added")
_SIGNS = ("reworded", "added", "dropped", "moved")
_OTHER_ROLES = frozenset(Role) - {Role.COMMITMENT}


def counts(comparison: Comparison, words: Words) -> Table:
    """Counts by what became of the sentences: commitments apart from the rest. The last are those dropped that perhaps were reworded."""
    tallies = tally(comparison, frozenset({Role.COMMITMENT})), tally(comparison, _OTHER_ROLES)
    names = words["comparison.commitments"], words["comparison.others"]
    columns = [words[f"kinds.{name}"] for name in _COLUMNS]
    if any(count.dropped_perhaps for count in tallies):
        columns.append(words["comparison.perhaps_of_dropped"])
    rows = tuple((name, *_cells(count)[: len(columns)]) for name, count in zip(names, tallies, strict=True))
    return Table("counts", "", ("", *columns), rows)


def _cells(count: Tally) -> tuple[str, ...]:
    found = (count.identical, count.reworded, count.moved, count.split, count.merged, count.dropped, count.added)
    return tuple(map(str, (*found, count.dropped_perhaps)))


def changed_sections(comparison: Comparison, view: View, words: Words) -> Table:
    """The sections with most change: a title and its counts in words."""
    rows = tuple(_changed(change, comparison, words) for change in most_changed(comparison, view.most_changed))
    return Table("changed", words["comparison.most_changed"], ("", ""), rows)


def _changed(change: SectionChange, comparison: Comparison, words: Words) -> tuple[str, str]:
    found = {Kind.DROPPED: change.dropped, Kind.REWORDED: change.reworded, Kind.ADDED: change.added}
    section = (comparison.old, comparison.new)[change.side].sections[change.section]
    text = words["text.comma"].join(
        words["comparison.change"].format(count=count, kind=words[f"kinds.{kind}"])
        for kind, count in found.items()
        if count
    )
    return section.title or words["comparison.opening"], text


def marks(parts: Iterable[Part], words: Words) -> str:
    """The signs of a list, and the marks of words that the listed rows have."""
    shown = (row.row if isinstance(row, Context) else row for part in parts for row in part.listed)
    rows = [row for row in shown if isinstance(row, Row)]
    styles = {run.style for row in rows for passage in (*row.old, *row.new) for run in passage.runs}
    found = (
        (Op.DELETE, words["marks.delete"]),
        (Op.INSERT, words["marks.insert"]),
        (Op.MOVE_FROM, words["marks.move"]),
    )
    return words["marks.all"] + "  ".join(
        [*(words[f"marks.{name}"] for name in _SIGNS), *(mark for op, mark in found if op in styles)]
    )
