"""A check on a terminal."""

from collections.abc import Iterable
from itertools import chain

from repdiff.model.view import View
from repdiff.renderers.terminal.grid import facing, headed, laid_out
from repdiff.renderers.terminal.layout import Line, pad, wrap
from repdiff.report.nouns import Part, Passage, Report, Row
from repdiff.report.runs import Run, visible, width
from repdiff.report.words import Words

_INDENT = 2
_STYLES = {"met": "added", "missed": "dropped", "undetermined": "reworded", "silent": "quiet"}


def lines(report: Report) -> Iterable[Line]:
    """Every promise with its verdict and reason, both sides quoted with their places; then the results that answer none, and the
    promises without a number beside their likeliest answer. No text is cut.
    """
    notes = (report.words["text.note"] + note for note in report.notes)
    reviewed = ((table.title, laid_out(table, report.view.width)) for table in report.tables if table.rows)
    parts = ((part.title, _below(part, report)) for part in report.parts if part.in_list)
    return headed((report.sentence, *notes), chain(reviewed, parts), report.view.width)


def _below(part: Part, report: Report) -> Iterable[Line]:
    if part.table is not None:
        yield from laid_out(part.table, report.view.width)
    column = _widest(report.words) + 2
    for row in part.listed:
        if isinstance(row, Row):
            yield from _head(row, column, report.view)
            old = _line(row.old)
            yield from facing((row.called[0], old or []), (row.called[1], _line(row.new)), report.view)
            yield from _asides(row, report.view)


def _asides(row: Row, view: View) -> Iterable[Line]:
    """What stands below a promise: its three numbers, further results, its conditions."""
    for aside in row.asides:
        runs = [Run(visible(run.text), "quiet") for run in aside]
        for part in wrap(runs, view.width - _INDENT if view.width else 0):
            yield [Run(" " * _INDENT), *part]


def _widest(words: Words) -> int:
    return max(width(words[f"outcomes.{name}"]) for name in _STYLES)


def _head(row: Row, column: int, view: View) -> Iterable[Line]:
    if row.kind not in _STYLES:
        return wrap([Run(row.verdict, "quiet")], view.width)
    verdict = pad([Run(row.verdict, _STYLES[row.kind])], column)
    return wrap([*verdict, Run(visible(row.name), "heading"), Run(f"  {visible(row.detail)}")], view.width)


def _line(passages: Iterable[Passage]) -> Line | None:
    """The first passage behind its place."""
    found = next(iter(passages), None)
    if found is None:
        return None
    return [Run(found.place + " ", "quiet"), *(Run(visible(run.text), run.style) for run in found.runs)]
