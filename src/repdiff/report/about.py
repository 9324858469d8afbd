"""The first sheet of a workbook: what was compared, by which options, what is to be known of it, and what the other sheets hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any, NamedTuple

from repdiff.model.texts import Source
from repdiff.model.version import version
from repdiff.model.view import View
from repdiff.report.nouns import Table
from repdiff.report.sheets import Audience, Cell, Column, Linked, Sheet
from repdiff.report.words import Words


class Facts(NamedTuple):
    """What a first sheet says: a title, one sentence, the documents by what they are called, notes, the options, small tables (each row of
    theirs becomes a column), and how it is shown.
    """

    title: str
    sentence: str
    sides: tuple[tuple[str, Source], ...]
    notes: tuple[str, ...]
    options: Any = None
    tables: tuple[Table, ...] = ()
    shown: tuple[tuple[str, Cell], ...] = ()


def about(facts: Facts, sheets: Sequence[Sheet], words: Words) -> Sheet:
    """The first sheet before these others, each of which it leads to."""
    rows = list(_rows(facts, sheets, words))
    size = max(map(len, rows))
    columns = tuple(Column(f"c{number}", "") for number in range(size))
    filled = tuple((*row, *(None for _ in range(size - len(row)))) for row in rows)
    return Sheet("about", Audience(words, programs=False).titled("about"), columns, filled, plain=True)


def _rows(facts: Facts, sheets: Sequence[Sheet], words: Words) -> Iterator[tuple[Cell, ...]]:
    named = Audience(words, programs=False).titled
    yield (named("title"), facts.title)
    yield (named("summary"), facts.sentence)
    yield ()
    yield from _sides(facts.sides, words)
    for table in facts.tables:
        yield (table.title, *(name for name, *_ in table.rows))
        yield from (
            (name, *map(_number, cells))
            for name, *cells in zip(table.columns[1:], *(row[1:] for row in table.rows), strict=True)
        )
        yield ()
    held = ((Linked(each.title, each.name), words.count("sheets.rows", len(each.rows))) for each in sheets)
    yield from _listed(named("sheet"), held)
    if facts.notes:
        yield ()
        yield from _listed(words["page.notes"], ((note,) for note in facts.notes))
    yield ()
    yield from _listed(named("options"), (*_options(facts.options), *facts.shown))
    yield ("repdiff", version())


def _listed(name: str, rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    """Rows of which the first bears a name."""
    return ((name if not number else "", *row) for number, row in enumerate(rows))


def _sides(sides: Iterable[tuple[str, Source]], words: Words) -> Iterator[tuple[Cell, ...]]:
    found = tuple(sides)
    if not found:
        return
    named = Audience(words, programs=False).titled
    yield (named("document"), *(name for name, _ in found))
    yield (named("file"), *(source.name for _, source in found))
    yield (named("encoding"), *(source.encoding for _, source in found))
    yield ("SHA-256", *(source.sha256 for _, source in found))
    yield ()


def _number(text: str) -> Cell:
    return int(text) if text.isdecimal() and text.isascii() else text


def _options(options: Any) -> Iterator[tuple[str, Cell]]:
    """The options by name, as the command line and the library call them; those that are empty left out."""
    for each in fields(options) if options is not None else ():
        value = getattr(options, each.name)
        if isinstance(value, bool):
            yield each.name, str(value).lower()
        elif isinstance(value, int | float):
            yield each.name, Decimal(str(value))
        elif value not in (None, "", ()):
            yield each.name, ", ".join(map(_told, value)) if type(value) is tuple else _told(value)


def _told(value: Any) -> str:
    """A text; two names of one thing as a glossary has them; the name of a file of decisions or terms."""
    if isinstance(value, str):
        return value
    return str(value.name) if hasattr(value, "name") else " = ".join(value)


def shown_by(view: View) -> tuple[tuple[str, Cell], ...]:
    """What of a view decides which rows a comparison shows, by the names of the options."""
    found = (
        ("min_score", Decimal(str(view.min_score))),
        ("only", ", ".join(sorted(map(str, view.only)))),
        ("roles", ", ".join(sorted(view.roles))),
    )
    return tuple((name, value) for name, value in found if value != "")
