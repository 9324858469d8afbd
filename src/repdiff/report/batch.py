"""Many comparisons at once: a line for each pair with what was kept, dropped and new, and all of them in one table."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from repdiff.model.batch import Batch, Compared, Counts, Rows
from repdiff.model.view import LANGUAGES, Facet, View
from repdiff.report.about import Facts, about
from repdiff.report.bars import Segment, stacked
from repdiff.report.nouns import Part, Report, Table
from repdiff.report.runs import visible
from repdiff.report.sheets import PROGRAMS, Audience, Cell, Column, Sheet, Type
from repdiff.report.words import Words, words_in

SCOPES: Final = ("page.batch", "batch", "outcomes", "page.tables")
"""Where the words of this report are looked up first."""
_VERDICTS: Final = ("met", "missed", "undetermined", "silent")
_GROUPS: Final = {
    "commitments": ("kept", "reworded", "dropped", "added"),
    "sentences": ("old_sentences", "new_sentences"),
    "sections": ("old_sections", "new_sections"),
    "numbers": ("up", "down"),
    "verdicts": _VERDICTS,
    "": ("doubts",),
}
"""Group of columns -> its columns."""
_TITLES: Final = {
    "kept": "identical",
    "old_sentences": "old",
    "new_sentences": "new",
    "old_sections": "old",
    "new_sections": "new",
}
"""Column -> the key of its title, where that is another."""
_WIDE: Final = ("sentences", "sections")
"""Groups that a terminal has no room for."""
_DROPPED: Final = ("section", "commitment", "place", "perhaps", "perhaps_place")
_ENDS: Final = {"status": "status", "error": "problem", "page": "page"}
"""Column behind the numbers of a sheet -> the key of its title."""


class Figure(NamedTuple):
    """A number of a pair: its column, the number (None where there is none), as it is shown, and where it leads."""

    key: str
    value: int | None
    text: str
    href: str = ""


class Line(NamedTuple):
    """A pair: its name, its files, its page, its numbers, its commitments as a bar, what came of it in a word and for programs, and why
    there is nothing else.
    """

    name: str
    files: tuple[str, str]
    href: str
    cells: tuple[Figure, ...]
    bar: tuple[Segment, ...]
    status: str
    kind: str
    error: str = ""


class Heading(NamedTuple):
    """Columns under one title: each with its key and its own title."""

    title: str
    columns: tuple[tuple[str, str], ...]


def tell(result: Batch, view: View) -> Report:
    """A list and a page have the table of all pairs, with a line of their sums; the sheets the dropped commitments and numbers of all."""
    words = _words(result, view).within(*SCOPES)
    return Report(
        job="batch",
        words=words,
        view=view,
        title=result.name,
        sentence=_sentence(result, words),
        notes=tuple(words.say(note) for note in result.notes),
        parts=(Part("pairs", words["batch.all"], table=_listed(result, words)),) if Facet.LIST in view.facets else (),
        sheets=_sheets(result, PROGRAMS) if Facet.SHEET in view.facets else (),
        book=tuple(_book(result, words)) if Facet.BOOK in view.facets else (),
        page=_page(result, words) if Facet.PAGE in view.facets else {},
    )


def _words(result: Batch, view: View) -> Words:
    """Those of the view's language; where it names none, those of the one that all pairs are in."""
    found = {pair.lang for pair in result.pairs if pair.lang}
    return words_in(view.lang or (found.pop() if len(found) == 1 else LANGUAGES[0]))


def columns(result: Batch) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The groups of columns that the result has numbers for, each with its columns."""
    judged = any(pair.counts and pair.counts.verdicts for pair in result.pairs)
    return tuple((group, keys) for group, keys in _GROUPS.items() if group != "verdicts" or judged)


def value(counts: Counts | None, key: str) -> int | None:
    """The number of a column; None where there is none."""
    if counts is None:
        return None
    if key not in _VERDICTS:
        return int(getattr(counts, key))
    return counts.verdicts[_VERDICTS.index(key)] if counts.verdicts else None


def totals(result: Batch) -> dict[str, int | None]:
    """The sum of each column, by its key."""
    keys = [key for _, found in columns(result) for key in found]
    rows = {key: [value(pair.counts, key) for pair in result.pairs] for key in keys}
    return {key: sum(n for n in found if n is not None) for key, found in rows.items()}


def _sentence(result: Batch, words: Words) -> str:
    failed, sums = sum(bool(pair.error) for pair in result.pairs), totals(result)
    ending = words["batch.failed"].format(count=failed) if failed else ""
    pairs = words.count("batch.pairs", len(result.pairs))
    if failed == len(result.pairs):
        return words["batch.none"].format(pairs=pairs)
    old = sum(sums[key] or 0 for key in ("kept", "reworded", "dropped"))
    shown = {key: words.number(number or 0) for key, number in sums.items()}
    return (
        words["batch.summary"].format(
            pairs=pairs,
            commitments=words.count("nouns.commitment", old, words.number(old)),
            **{key: shown[key] for key in _GROUPS["commitments"]},
        )
        + ending
    )


def _title(key: str, words: Words) -> str:
    return words[_TITLES.get(key, key)]


def _listed(result: Batch, words: Words) -> Table:
    """The table for a list, without columns that are empty, the sums last."""
    keys = [key for group, found in columns(result) if group not in _WIDE for key in found]
    failed = any(pair.error for pair in result.pairs)
    head = (words["pair"], *(_title(key, words) for key in keys), *([words["problem"]] if failed else []))
    rows = []
    for pair in result.pairs:
        cells = [_shown(value(pair.counts, key), words) for key in keys]
        rows.append((visible(pair.name), *cells, *([words.say(pair.error)] if failed else [])))
    sums = totals(result)
    rows.append((words["batch.all"], *(_shown(sums[key], words) for key in keys), *([""] if failed else [])))
    return Table("pairs", "", head, tuple(rows))


def _shown(number: int | None, words: Words) -> str:
    return "" if number is None else words.number(number)


def _page(result: Batch, words: Words) -> dict[str, object]:
    """The values of the page's template."""
    sums = totals(result)
    keys = [key for _, found in columns(result) for key in found]
    lines = tuple(_line(pair, keys, words) for pair in result.pairs)
    return {
        "headings": tuple(
            Heading(words[group] if group else "", tuple((key, _title(key, words)) for key in found))
            for group, found in columns(result)
        ),
        "lines": lines,
        "totals": tuple(Figure(key, sums[key], _shown(sums[key], words)) for key in keys),
        "whole": _bar(sums, words),
        "data": {"words": words.for_script("pairs", "sort"), "lang": words.tag, "thousands": words["text.thousands"]},
    }


def _line(pair: Compared, keys: Sequence[str], words: Words) -> Line:
    kind = _kind(pair)
    cells = []
    for key in keys:
        number = value(pair.counts, key)
        led = pair.promises if key in _VERDICTS and number else ""
        cells.append(Figure(key, number, _shown(number, words), _href(led)))
    return Line(
        name=pair.name,
        files=(pair.old, pair.new),
        href=_href(pair.page),
        cells=tuple(cells),
        bar=_bar(pair.counts._asdict(), words) if pair.counts else (),
        status=words[f"batch.is_{kind}"],
        kind=kind,
        error=words.say(pair.error),
    )


def _href(name: str) -> str:
    """The address of a file beside the index."""
    return quote(name, safe="")


def _bar(counts: Mapping[str, Any], words: Words) -> tuple[Segment, ...]:
    """The commitments by what became of them, in the order of the page of a comparison; `counts` has the keys of Counts."""
    pieces = (("dropped", "dropped"), ("reworded", "reworded"), ("identical", "kept"), ("added", "added"))
    return stacked((kind, words[kind], counts[key] or 0) for kind, key in pieces)


def _sheets(result: Batch, audience: Audience) -> tuple[Sheet, Sheet]:
    """A row for each pair, and for each commitment that is gone."""
    pair, titles = (
        audience.words["batch.pair"],
        (audience.words["batch.pairs_sheet"], audience.words["batch.dropped_sheet"]),
    )
    head = Column("pair", _headed("pair", pair, audience))
    wanted = [(group, key) for group, found in columns(result) for key in found]
    numbers = tuple(Column(key, _column(group, key, audience), Type.WHOLE) for group, key in wanted)
    rows = tuple(_sheet_row(each, [key for _, key in wanted], audience) for each in result.pairs)
    gone = tuple((each.name, *dropped) for each in result.pairs for dropped in each.dropped)
    files = audience.columns("old", "new")
    ends = tuple(Column(key, _headed(key, audience.words[f"batch.{title}"], audience)) for key, title in _ENDS.items())
    return (
        Sheet("pairs", titles[0], (head, *files, *numbers, *ends), rows),
        Sheet("dropped", titles[1], (head, *audience.columns(*_DROPPED)), gone),
    )


def _column(group: str, key: str, audience: Audience) -> str:
    """The title of a column in a sheet, which has no groups."""
    if audience.programs:
        return key
    words = audience.words
    title = words["text.colon"].join(filter(None, (words[group] if group else "", _title(key, words))))
    return _headed(key, title, audience)


def _headed(key: str, title: str, audience: Audience) -> str:
    """What a column is called: by its key for programs, by a title that begins with a capital for readers."""
    return key if audience.programs else title[:1].upper() + title[1:]


def _sheet_row(pair: Compared, keys: Sequence[str], audience: Audience) -> tuple[Cell, ...]:
    kind = _kind(pair)
    status = kind if audience.programs else audience.words[f"batch.is_{kind}"]
    numbers = (value(pair.counts, key) for key in keys)
    return (pair.name, pair.old, pair.new, *numbers, status, audience.words.say(pair.error), pair.page)


def _kind(pair: Compared) -> str:
    """What came of a pair, for programs."""
    return "failed" if pair.error else "changed" if pair.differs else "same"


def _book(result: Batch, words: Words) -> Iterator[Sheet]:
    """The sheets of a workbook, the first of which says what they rest on: those of the pairs, all numbers, all promises."""
    pairs = result.pairs
    sheets = [*_sheets(result, Audience(words, programs=False))]
    sheets.append(_joined("numbers", [(pair.name, pair.numbers) for pair in pairs], words))
    if any(pair.verdicts.rows for pair in pairs):
        sheets.append(_joined("promises", [(pair.name, pair.verdicts) for pair in pairs], words))
    notes = tuple(words.say(note) for note in result.notes)
    shown = (("min_score", Decimal(str(result.options.min_score))),)
    yield about(
        Facts(result.name, _sentence(result, words), (), notes, result.options.options, shown=shown), sheets, words
    )
    yield from sheets


def _joined(name: str, found: Sequence[tuple[str, Rows]], words: Words) -> Sheet:
    """The rows of all pairs below each other, each behind the name of its pair."""
    audience = Audience(words, programs=False)
    names = next((rows.columns for _, rows in found if rows.columns), ())
    head = audience.columns(*((column.name, column.type) for column in names))
    rows = tuple((pair, *row) for pair, rows in found for row in rows.rows)
    return Sheet(
        name, audience.titled(name), (Column("pair", _headed("pair", words["batch.pair"], audience)), *head), rows
    )
