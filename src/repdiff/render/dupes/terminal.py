"""The summary of duplicates on a terminal, or in a pipe."""

from collections.abc import Iterable, Mapping

from repdiff.model.findings import Findings, Place
from repdiff.model.said import Said
from repdiff.model.view import View
from repdiff.render.dupes.story import Part, headline, rows
from repdiff.render.terminal.layout import Line, wrap
from repdiff.render.terminal.paint import painted
from repdiff.report.runs import Run, clip, visible, width
from repdiff.report.words.phrases import Phrases, phrases_for_texts, say

_QUOTE = 60


def render(findings: Findings, told: Iterable[Part], texts: Mapping[Place, str], view: View) -> str:
    """The summary as text that ends with a newline; `texts` holds what stands at the places that are quoted."""
    words = phrases_for_texts(view, texts.values())
    lines: list[Line] = list(wrap([Run(say(headline(findings), words), "heading")], view.width))
    lines += [[], *_table(findings, words)]
    for part in told:
        lines += [[], [Run(say(part.title, words), "heading"), Run(f"  {part.total:,}", "quiet")]]
        for item in part.items:
            lines += _indented([Run(visible(say(item.text, words)))], view.width)
            if item.quoted:
                lines += _indented([Run(_quote(texts[item.quoted], view.width), "quiet")], view.width, 4)
        if part.total > len(part.items):
            more = Said(
                "and {count} more: {option} lists all",
                count=f"{part.total - len(part.items):,}",
                option="--format json",
            )
            lines += _indented([Run(say(more, words), "quiet")], view.width)
    return painted(lines, view.color)


def _table(findings: Findings, words: Phrases) -> Iterable[Line]:
    table = [[say(cell, words) for cell in row] for row in rows(findings)]
    widths = [max(width(row[column]) for row in table) for column in range(len(table[0]))]
    for number, row in enumerate(table):
        blanks = [" " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)]
        cells = [row[0] + blanks[0], *(blank + cell for blank, cell in zip(blanks[1:], row[1:], strict=True))]
        yield [Run("  ".join(cells), "" if number else "quiet")]


def _quote(text: str, columns: int) -> str:
    return clip(visible(text[: 4 * _QUOTE]), min(columns - 4, _QUOTE) if columns else _QUOTE)


def _indented(runs: list[Run], columns: int, indent: int = 2) -> Iterable[Line]:
    for line in wrap(runs, max(columns - indent, 1) if columns else 0):
        yield [Run(" " * indent), *line]
