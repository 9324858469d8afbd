"""A comparison on a terminal: a summary, then section by section in the order of the new document.

From `View.side_by_side` columns on, old stands beside new, else above it.
"""

from collections.abc import Iterable, Iterator, Sequence

from repdiff.renderers.terminal.layout import Line, pad, shown, wrap
from repdiff.renderers.terminal.numbers import number_lines
from repdiff.renderers.terminal.overview import overview
from repdiff.renderers.terminal.stat import stat_lines
from repdiff.report.nouns import Context, Fold, Part, Passage, Report, Row
from repdiff.report.runs import Run, visible

_MARKED = {
    "delete": ("[-", "-]", "dropped"),
    "insert": ("{+", "+}", "added"),
    "move_from": ("[>", ">]", "moved"),
    "move_to": ("{>", ">}", "moved"),
}
_INDENT = 2
_GUTTER = " │ "


def lines(report: Report) -> Iterator[Line]:
    """The head, then the texts, or, where the view asks for it, the table of numbers."""
    if report.view.stat:
        yield from stat_lines(report)
        return
    yield from overview(report)
    if report.view.numbers:
        yield []
        numbers = next(table for table in report.tables if table.name == "numbers")
        yield from number_lines(numbers, report.view.width)
        return
    parts = [part for part in report.parts if part.in_list]
    body = _Body(report)
    for part in parts:
        yield []
        yield from body.part(part)
    if not parts and report.nothing:
        yield from ([], [Run(report.nothing)])


class _Body:
    """Lays out the parts of one report in the width of its view."""

    def __init__(self, report: Report) -> None:
        view = report.view
        self._aside = report.words["text.aside"]
        self._width = view.width
        self._column = (view.width - _INDENT - len(_GUTTER)) // 2 if view.width >= view.side_by_side else 0

    def part(self, part: Part) -> Iterator[Line]:
        """A section's header and its rows."""
        heading = [Run(f"{part.sign} {visible(part.title)}", "heading"), Run(f"  {part.place}", "quiet")]
        yield from wrap(heading, self._width)
        for note in part.notes:
            yield from _indented(shown(note), self._width)
        for row in part.listed:
            if isinstance(row, Fold):
                yield [Run(row.text, "quiet")]
            elif isinstance(row, Context):
                for passage in row.row.new:
                    yield from _indented([Run(visible(passage.text), "quiet")], self._width)
            else:
                yield from self._beside(row) if self._column else self._below(row)
                for aside in row.asides:
                    yield from _indented(shown(aside), self._width)

    def _beside(self, row: Row) -> Iterator[Line]:
        """Old in the left column, new in the right one; an empty column says why it is empty."""
        empty: list[Line] = [[Run(self._aside.format(text=row.called[0]), row.kind)]]
        old, new = self._cell(row, row.old) or empty, self._cell(row, row.new) or empty
        for index in range(max(len(old), len(new))):
            left = pad(old[index] if index < len(old) else [], self._column)
            right = new[index] if index < len(new) else []
            margin = Run(f"{row.sign} ", row.kind) if not index else Run(" " * _INDENT)
            yield [margin, *left, Run(_GUTTER if right else _GUTTER.rstrip(), "quiet"), *right]

    def _cell(self, row: Row, passages: Sequence[Passage]) -> list[Line]:
        return [
            line
            for passage in passages
            for line in wrap([Run(f"{passage.place} ", "quiet"), *_marked(passage, row)], self._column)
        ]

    def _below(self, row: Row) -> Iterator[Line]:
        """One side alone behind the word for what became of it, or old above new, each behind its name."""
        sign = row.sign
        for name, passages in zip(row.called, (row.old, row.new), strict=True):
            for passage in passages:
                head = Run(f"{name} ", "quiet" if row.paired else row.kind)
                runs = [head, Run(f"{passage.place} ", "quiet"), *_marked(passage, row)]
                first, *rest = _indented(runs, self._width)
                yield [Run(f"{sign} ", row.kind), *first[1:]]
                yield from rest
                sign = " "


def _marked(passage: Passage, row: Row) -> list[Run]:
    """A passage, its changed words between marks; one without a partner is all of one kind."""
    runs = []
    for run in row.in_list(passage):
        opening, closing, style = _MARKED.get(run.style, ("", "", "" if row.paired else row.kind))
        runs.append(Run(f"{opening}{visible(run.text)}{closing}", style))
    return runs


def _indented(runs: Sequence[Run], columns: int) -> Iterable[Line]:
    """Wrapped lines, each behind the same two blanks; the blanks are the line's first run."""
    for line in wrap(runs, columns - _INDENT if columns else 0):
        yield [Run(" " * _INDENT), *line]
