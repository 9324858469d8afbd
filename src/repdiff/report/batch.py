"""Many comparisons at once: a line for each pair with what was kept, dropped and new, and all of them in one table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from repdiff.model.batch import Batch, Compared, Counts, Dropped, Rows
from repdiff.model.view import LANGUAGES, Facet, View
from repdiff.report.bars import Segment, stacked
from repdiff.report.nouns import Part, Report, Table
from repdiff.report.runs import visible
from repdiff.report.words import ENGLISH, Words, words_in

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


class Cell(NamedTuple):
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
    cells: tuple[Cell, ...]
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
        sheets=tuple(_sheets(result)) if view.facets & {Facet.SHEET, Facet.SHEETS} else (),
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
        "totals": tuple(Cell(key, sums[key], _shown(sums[key], words)) for key in keys),
        "whole": _bar(sums, words),
        "data": {"words": words.for_script("pairs", "sort"), "lang": words.tag, "thousands": words["text.thousands"]},
    }


def _line(pair: Compared, keys: Sequence[str], words: Words) -> Line:
    kind = "failed" if pair.error else "changed" if pair.differs else "same"
    cells = []
    for key in keys:
        number = value(pair.counts, key)
        led = pair.promises if key in _VERDICTS and number else ""
        cells.append(Cell(key, number, _shown(number, words), _href(led)))
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


def _sheets(result: Batch) -> Iterator[Table]:
    """For programs: a row for each pair, each commitment that is gone, each number, each promise."""
    keys = [key for _, found in columns(result) for key in found]
    head = ("pair", "old", "new", *keys, "status", "error", "page")
    yield Table("pairs", "Pairs", head, tuple(_sheet_row(pair, keys) for pair in result.pairs))
    gone = tuple((pair.name, *_gone(each)) for pair in result.pairs for each in pair.dropped)
    yield Table("dropped", "Dropped", ("pair", *_DROPPED), gone)
    yield _joined("numbers", "Numbers", [(pair.name, pair.numbers) for pair in result.pairs])
    if any(pair.verdicts.rows for pair in result.pairs):
        yield _joined("promises", "Promises", [(pair.name, pair.verdicts) for pair in result.pairs])


def _sheet_row(pair: Compared, keys: Sequence[str]) -> tuple[str, ...]:
    numbers = (value(pair.counts, key) for key in keys)
    status = "failed" if pair.error else "changed" if pair.differs else "same"
    cells = ("" if number is None else str(number) for number in numbers)
    return (pair.name, pair.old, pair.new, *cells, status, ENGLISH.say(pair.error), pair.page)


def _gone(each: Dropped) -> tuple[str, ...]:
    return (each.section, each.text, each.place, each.perhaps, each.perhaps_place)


def _joined(name: str, title: str, found: Sequence[tuple[str, Rows]]) -> Table:
    """The rows of all pairs below each other, each with the name of its pair."""
    head = next((rows.columns for _, rows in found if rows.columns), ())
    return Table(name, title, ("pair", *head), tuple((pair, *row) for pair, rows in found for row in rows.rows))
