"""A short report for a notebook: HTML that stands by itself, in the colours of the page that it stands in, light or dark."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from repdiff.report.nouns import Context, Fold, Part, Passage, Report, Row, Table
from repdiff.report.runs import Run, visible

MOST: Final = 50
"""Rows that are shown: what is taken in without scrolling for long."""
_SMALL: Final = 12  # rows of a table that stands before the list
_LINE: Final = "border-top:1px solid rgba(128,128,128,.35)"
_CELL: Final = f"text-align:left;vertical-align:top;padding:3px 10px 3px 0;white-space:normal;{_LINE}"
_QUIET: Final = "opacity:.7"
_MARKS: Final = {
    "delete": ("del", "background:rgba(215,60,70,.22);color:inherit"),
    "insert": ("ins", "background:rgba(40,160,90,.25);color:inherit;text-decoration:none"),
    "move_from": ("del", "background:rgba(130,90,200,.2);color:inherit;text-decoration:none"),
    "move_to": ("ins", "background:rgba(130,90,200,.2);color:inherit;text-decoration:none"),
    "heading": ("b", ""),
}


def render(report: Report, most: int = MOST) -> str:
    """Title, sentence, notes and small tables, then at most so many rows, and how many more there are."""
    rows = list(_rows(report))
    left = len(rows) - most
    more = [f"<p>{_text(report.words.count('text.more', left, report.words.number(left)))}</p>"] if left > 0 else []
    table = [f'<table style="border-collapse:collapse;background:none">{"".join(rows[:most])}</table>'] if rows else []
    return f'<div style="max-width:75em;color:inherit" dir="auto">{"".join([*_head(report), *table, *more])}</div>'


def _head(report: Report) -> Iterator[str]:
    yield f"<p><b>{_text(report.title)}</b><br>{_text(report.sentence)}</p>"
    yield from (f'<p style="{_QUIET}">{_text(note)}</p>' for note in report.notes)
    for table in report.tables:
        if table.name != "numbers" and 0 < len(table.rows) <= _SMALL:
            title = f'<caption style="text-align:left">{_text(table.title)}</caption>' if table.title else ""
            body = "".join(_table(table))
            yield f'<table style="border-collapse:collapse;background:none;margin-bottom:1em">{title}{body}</table>'


def _rows(report: Report) -> Iterator[str]:
    for part in report.parts:
        if part.in_list:
            yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    place = f' <span style="{_QUIET}">{_text(part.place)}</span>' if part.place else ""
    indent = f"padding-left:{(part.level - 2) * 1.5}em;" if part.level > 2 and not part.listed else ""  # noqa: PLR2004
    yield _row([f"<b>{_text(f'{part.sign} {part.title}'.strip())}</b>{place}"], wide=True, style=indent)
    if part.table is not None:
        yield from _table(part.table)
    for row in part.listed:
        if isinstance(row, Row):
            yield _row([_verdict(row), _passages(row, row.old), _passages(row, row.new)])
        elif isinstance(row, Context):
            yield _row(["", "", _passages(row.row, row.row.new)], style=_QUIET)
        elif isinstance(row, Fold):
            yield _row([_text(row.text)], wide=True, style=_QUIET)


def _verdict(row: Row) -> str:
    said = [row.verdict, row.name, row.detail, row.role]
    return "<br>".join(_text(each) for each in said if each)


def _passages(row: Row, passages: Iterable[Passage]) -> str:
    return "<br>".join(_runs(row.in_list(passage)) for passage in passages)


def _runs(runs: Iterable[Run]) -> str:
    found = []
    for run in runs:
        tag, style = _MARKS.get(run.style, ("", ""))
        text = _text(run.text)
        found.append(f'<{tag} style="{style}">{text}</{tag}>' if tag and text else text)
    return "".join(found)


def _table(table: Table) -> Iterator[str]:
    if table.rows:
        yield _row([f"<b>{_text(name)}</b>" for name in table.columns])
        yield from (_row([_text(cell) for cell in row]) for row in table.rows)


def _row(cells: list[str], *, wide: bool = False, style: str = "") -> str:
    span = ' colspan="99"' if wide else ""
    return "<tr>" + "".join(f'<td{span} dir="auto" style="{style};{_CELL}">{cell}</td>' for cell in cells) + "</tr>"


def _text(text: str) -> str:
    """A text that is no markup, and that every encoding can carry."""
    return escape(visible(text))
