"""The headings of one document on a terminal."""

from collections.abc import Iterable

from repdiff.renderers.terminal.layout import Line, pad, wrap
from repdiff.report.nouns import Part, Report
from repdiff.report.outline import TOP
from repdiff.report.runs import Run, visible, width

_STEP = 2


def lines(report: Report) -> Iterable[Line]:
    """A sentence, the notes, and each heading behind its place (line:column, both from 1), indented by its depth; behind it its style and
    number of sentences.
    """
    yield from wrap([Run(visible(report.sentence), "heading")], report.view.width)
    for note in report.notes:
        yield from wrap([Run(report.words["text.note"], "note"), Run(visible(note))], report.view.width)
    column = max((width(part.place) for part in report.parts), default=0) + 2
    for part in report.parts:
        if part.in_list:
            yield from _entry(part, column, report.view.width)


def _entry(part: Part, column: int, columns: int) -> Iterable[Line]:
    indent = _STEP * (part.level - TOP)
    notes = [Run(f"  {run.text}", run.style) for note in part.notes for run in note]
    wrapped = wrap([Run(visible(part.title)), *notes], max(columns - column - indent, 2 * column) if columns else 0)
    for index, line in enumerate(wrapped):
        yield [*pad([Run(part.place if not index else "", "quiet")], column), Run(" " * indent), *line]
