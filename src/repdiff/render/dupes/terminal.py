"""The summary of duplicates on a terminal, or in a pipe."""

from collections.abc import Iterable, Mapping

from repdiff.duplicates.found import Findings, Place
from repdiff.options import View
from repdiff.render.dupes.story import Part, headline, rows
from repdiff.render.layout import Line, Run, clip, visible, width, wrap
from repdiff.render.paint import painted

_QUOTE = 60


def render(findings: Findings, told: Iterable[Part], texts: Mapping[Place, str], view: View) -> str:
    """The summary as text that ends with a newline; `texts` holds what stands at the places that are quoted."""
    lines: list[Line] = list(wrap([Run(headline(findings), "heading")], view.width))
    lines += [[], *_table(findings)]
    for part in told:
        lines += [[], [Run(part.title, "heading"), Run(f"  {part.total:,}", "quiet")]]
        for item in part.items:
            lines += _indented([Run(visible(item.text))], view.width)
            if item.quoted:
                lines += _indented([Run(_quote(texts[item.quoted], view.width), "quiet")], view.width, 4)
        if part.total > len(part.items):
            lines += _indented([Run(f"and {part.total - len(part.items):,} more: --format json lists all", "quiet")], 0)
    return painted(lines, view.color)


def _table(findings: Findings) -> Iterable[Line]:
    table = rows(findings)
    widths = [max(width(row[column]) for row in table) for column in range(len(table[0]))]
    for number, row in enumerate(table):
        cells = [f"{row[0]:<{widths[0]}}", *(f"{cell:>{size}}" for cell, size in zip(row[1:], widths[1:], strict=True))]
        yield [Run("  ".join(cells), "" if number else "quiet")]


def _quote(text: str, columns: int) -> str:
    return clip(visible(text[: 4 * _QUOTE]), min(columns - 4, _QUOTE) if columns else _QUOTE)


def _indented(runs: list[Run], columns: int, indent: int = 2) -> Iterable[Line]:
    for line in wrap(runs, max(columns - indent, 1) if columns else 0):
        yield [Run(" " * indent), *line]
