"""The table of numbers on a terminal."""

from collections.abc import Iterable

from repdiff.model.links import Comparison
from repdiff.model.view import View
from repdiff.render.terminal.grid import laid_out
from repdiff.render.terminal.layout import Line, wrap
from repdiff.report.nouns import Table
from repdiff.report.numbers import rows, sentence
from repdiff.report.runs import Run
from repdiff.report.summary import side_names
from repdiff.report.words.number_phrases import NUMBERS
from repdiff.report.words.phrases import phrases_for

_FOUR_COLUMNS = 90  # columns of a terminal from which all of a row stands side by side
_INDENT = 2


def table(comparison: Comparison, view: View) -> Iterable[Line]:
    """The table for a terminal, each number with its place: four columns where they fit, else two lines per indicator."""
    words = phrases_for(view, comparison.old, comparison.new)
    found = rows(comparison, words.lang)
    if not found:
        yield [Run(NUMBERS[words.lang].none)]
        return
    old, new = side_names(comparison, words)
    yield from wrap([Run(sentence(comparison, words.lang), "heading")], view.width)
    yield []
    columns = (f"  {NUMBERS[words.lang].indicator}", old, new, NUMBERS[words.lang].change)
    cells = tuple((f"{r.sign} {r.name}", f"{r.old}  {r.old_place}", f"{r.new}  {r.new_place}", r.change) for r in found)
    if not view.width or view.width >= _FOUR_COLUMNS:
        yield from laid_out(Table("", "", columns, cells), view.width)
        return
    for row, (name, before, after, change) in zip(found, cells, strict=True):
        yield from wrap([Run(name, row.style)], view.width)
        for line in wrap([Run(f"{before} → {after}  {change}")], view.width - _INDENT):
            yield [Run(" " * _INDENT), *line]
