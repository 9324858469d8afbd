"""The targets of a track as tables: a row for each point of a series, a row for each series."""

from collections.abc import Sequence
from typing import Final

from repdiff.model.quantities import Quantity
from repdiff.model.years import Point, Series, Track
from repdiff.report.charts import cell, line_of, name_of
from repdiff.report.differences import unit_of
from repdiff.report.numbers import quoted
from repdiff.report.passages import place
from repdiff.report.runs import visible
from repdiff.report.sheets import PROGRAMS, Audience, Cell, Column, Sheet, Type

_POINTS: Final[tuple[str | tuple[str, Type], ...]] = (
    "indicator",
    "version",
    "text",
    "number",
    "unit",
    "bound",
    "place",
    "sentence",
    ("signed", Type.NUMBERS),
    "signed_unit",
    "direction",
    "doubt",
)
_RESULTS: Final = ("verdict", "result", ("result_signed", Type.NUMBERS), "result_unit", "result_place")


def points(track: Track, audience: Audience = PROGRAMS) -> Sheet:
    """One row per point of a series: indicator, version, value as written, number, unit, qualifier, place, sentence; the number in the
    base unit with its sign; where results were asked for, the same of the result.
    """
    # For programs the ends of a range are one text here: `signed` has them as numbers.
    number = "number" if audience.programs else ("number", Type.NUMBERS)
    columns = audience.columns(
        *(number if each == "number" else each for each in _POINTS), *(_RESULTS if track.options.results else ())
    )
    rows = tuple(_point(track, s, p, audience)[: len(columns)] for s in track.series for p in s.points)
    return Sheet("points", audience.titled("points"), columns, rows)


def _point(track: Track, series: Series, point: Point, audience: Audience) -> tuple[Cell, ...]:
    document, quantity = track.documents[point.version], point.quantity
    text, label = line_of(document, point.sentence), track.labels[point.version]
    if quantity is None:
        at = place(document, document.sentences[point.sentence].span.start)
        empty: tuple[Cell, ...] = ((), "", "", audience.words.say(point.doubt), "", "", (), "", "")
        return (series.name, label, "", None, "", "", at, text, *empty)
    return (
        series.name,
        label,
        quoted(document.source, quantity),
        "-".join(str(number) for number in quantity.numbers) if audience.programs else quantity.numbers,
        quantity.written,
        audience.named("bounds", quantity.bound.name.lower()) if not audience.programs else str(quantity.bound),
        place(document, quantity.span.start),
        text,
        quantity.signed,
        _unit(quantity, audience),
        audience.named("sheets", quantity.direction.value) if quantity.direction else "",
        audience.words.say(point.doubt),
        *_result(track, point, audience),
    )


def _result(track: Track, point: Point, audience: Audience) -> tuple[Cell, ...]:
    verdict = audience.named("outcomes", point.verdict) if point.verdict else ""
    if point.result is None:
        return (verdict, "", (), "", "")
    document, quantity = track.documents[point.version + 1], point.result.quantity
    at = place(document, point.result.span.start)
    if quantity is None:
        return (verdict, visible(document.source.shown(point.result.span)), (), "", at)
    return (verdict, quoted(document.source, quantity), quantity.signed, _unit(quantity, audience), at)


def series_sheet(track: Track, series: Sequence[tuple[Series, str]], audience: Audience = PROGRAMS) -> Sheet:
    """One row per series, each with its course in signs: the numbers of all versions as written, for readers
    with their signs, doubts and results, then the same in the base unit.
    """
    words, labels = audience.words, track.labels
    columns = (
        *audience.columns("indicator", "unit"),
        *(Column(label, label) for label in labels),
        *audience.columns("course"),
        *(Column(f"{label}_number", words["sheets.as_number"].format(version=label), Type.NUMBERS) for label in labels),
        *audience.columns(("decided", Type.TRUTH), "note"),
    )
    rows = tuple(_series(track, each, course, audience) for each, course in series)
    return Sheet("series", "Series" if audience.programs else words["track.targets"], columns, rows)


def _series(track: Track, series: Series, course: str, audience: Audience) -> tuple[Cell, ...]:
    written = [""] * len(track.labels)
    numbers: list[Cell] = [()] * len(track.labels)
    for point in series.points:
        if point.quantity is not None:
            written[point.version] = quoted(track.documents[point.version].source, point.quantity)
            numbers[point.version] = point.quantity.signed
    if not audience.programs:
        written = [cell(track, series, version, audience.words) for version in range(len(track.labels))]
    units = dict.fromkeys(_unit(point.quantity, audience) for point in series.points if point.quantity)
    name = name_of(series) or audience.words["numbers.unnamed"]
    unit = series.unit if audience.programs else next(iter(units), series.unit)
    return (
        name,
        unit,
        *written,
        course,
        *numbers,
        series.decided,
        visible(series.note),
    )


def _unit(quantity: Quantity, audience: Audience) -> str:
    return quantity.unit if audience.programs else unit_of(quantity, audience.words)
