"""The head of a comparison in a list: counts, the sections with most change, the marks used."""

from collections.abc import Iterable

from repdiff.model.links import Comparison, Kind, Op
from repdiff.model.texts import Role
from repdiff.model.view import View
from repdiff.report.changes import SectionChange, most_changed
from repdiff.report.nouns import Part, Row, Table
from repdiff.report.summary import Tally, tally
from repdiff.report.words.phrases import Phrases

_OTHER_ROLES = frozenset(Role) - {Role.COMMITMENT}


def counts(comparison: Comparison, phrases: Phrases) -> Table:
    """Counts by what became of the sentences: commitments apart from the rest."""
    rows = (
        (phrases.commitments, *_cells(tally(comparison, frozenset({Role.COMMITMENT})))),
        (phrases.others, *_cells(tally(comparison, _OTHER_ROLES))),
    )
    return Table("counts", "", ("", *phrases.columns), rows)


def _cells(count: Tally) -> tuple[str, ...]:
    found = (count.identical, count.reworded, count.moved, count.split, count.merged, count.dropped, count.added)
    return tuple(map(str, found))


def changed_sections(comparison: Comparison, view: View, phrases: Phrases) -> Table:
    """The sections with most change: a title and its counts in words."""
    rows = tuple(_changed(change, comparison, phrases) for change in most_changed(comparison, view.most_changed))
    return Table("changed", phrases.most_changed, ("", ""), rows)


def _changed(change: SectionChange, comparison: Comparison, phrases: Phrases) -> tuple[str, str]:
    found = {Kind.DROPPED: change.dropped, Kind.REWORDED: change.reworded, Kind.ADDED: change.added}
    section = (comparison.old, comparison.new)[change.side].sections[change.section]
    text = phrases.comma.join(
        phrases.change.format(count=count, kind=phrases.kinds[kind]) for kind, count in found.items() if count
    )
    return section.title or phrases.opening, text


def marks(parts: Iterable[Part], phrases: Phrases) -> str:
    """The signs of a list, and the marks of words that the listed rows have."""
    rows = [row for part in parts for row in part.listed if isinstance(row, Row)]
    styles = {run.style for row in rows for passage in (*row.old, *row.new) for run in passage.runs}
    found = ((Op.DELETE, phrases.mark_delete), (Op.INSERT, phrases.mark_insert), (Op.MOVE_FROM, phrases.mark_move))
    return phrases.marks + "  ".join([*phrases.signs, *(mark for op, mark in found if op in styles)])
