"""What a list and a page show of the rows of a section: filtered, what is unchanged folded."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from repdiff.model.links import Kind
from repdiff.model.view import View
from repdiff.report.nouns import Context, Fold, Row, Stretch


def listed(rows: Sequence[Row], view: View, fold: str) -> Iterator[Row | Context | Fold]:
    """The rows that a list shows; what is unchanged, not asked for and not within `view.context` of a change is folded into the words
    of `fold`.
    """
    wanted = [row for row in rows if has_role(row, view)]
    if view.only:
        wanted = [row for row in wanted if is_told(row, view) or (view.context > 0 and row.quiet)]
    near = _near(wanted, view.context, lambda row: is_told(row, view))
    for shown, run in groupby(enumerate(wanted), key=lambda pair: pair[0] in near):
        found = [row for _, row in run]
        if not shown:
            yield Fold(len(found), fold.format(count=len(found)))
        else:
            yield from (_told(row, view) for row in found)


def _told(row: Row, view: View) -> Row | Context:
    return Context(row) if row.quiet and not row.noted and not view.only else row


def is_told(row: Row, view: View) -> bool:
    """Whether the row is of the kinds that the view asks for: without any, whether there is anything to see."""
    return is_of_kind(row, view) if view.only else not row.quiet or row.noted


def is_of_kind(row: Row, view: View) -> bool:
    """Whether the row is of one of the kinds that the view asks for."""
    classes = row.classes.split()
    return any(str(kind) in classes for kind in view.only)


def has_role(row: Row, view: View) -> bool:
    """Whether a sentence of the row has one of the roles that the view asks for, if it asks for any."""
    classes = row.classes.split()
    return not view.roles or any(f"r-{role}" in classes for role in view.roles)


def is_wanted(row: Row, view: View) -> bool:
    """Whether a page shows the row."""
    return has_role(row, view) and (not view.only or is_of_kind(row, view))


def stretches(rows: Sequence[Row], view: View) -> Iterator[Stretch]:
    """The rows that a page shows; unchanged ones far from a change are folded, but for those that were asked for by name."""
    wanted = [row for row in rows if is_wanted(row, view)]
    near = _near(wanted, view.context, lambda row: not row.quiet)
    asked = Kind.IDENTICAL in view.only
    for shown, run in groupby(range(len(wanted)), key=lambda i: asked or i in near):
        yield Stretch(tuple(wanted[i] for i in run), folded=not shown)


def _near(rows: Sequence[Row], reach: int, is_loud: Callable[[Row], bool]) -> set[int]:
    """The rows within `reach` of a loud one, by index."""
    loud = [index for index, row in enumerate(rows) if is_loud(row)]
    found: set[int] = set()
    end = 0
    for at in loud:
        start, end = max(at - reach, end), min(at + reach + 1, len(rows))
        found.update(range(start, end))
    return found
