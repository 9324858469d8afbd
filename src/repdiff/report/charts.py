"""A target over the versions: as the cells of a row, as a line of bars, as a chart to be drawn."""

from decimal import Decimal
from typing import Final, NamedTuple

from repdiff.model.document import Document
from repdiff.model.quantities import Direction, Quantity
from repdiff.model.years import Outcome, Point, Series, Track
from repdiff.quantities.directions import without_change
from repdiff.quantities.units import comparable
from repdiff.report.differences import plain
from repdiff.report.numbers import falls, quoted
from repdiff.report.words import Words

COURSES: Final = ("rose", "fell", "level", "unsure")
"""Which way a target went from its first number to its last."""
_BARS = "▁▂▃▄▅▆▇█"
_UNSURE = "?"


class Dot(NamedTuple):
    """A point of a chart: the number of its version, how high it is between the lowest (0) and the highest (1), its label, the
    quotation behind it and the name of its version; a gap's sentence, and a number that may not be comparable, have no height.
    """

    at: int
    height: float | None
    text: str
    quote: str
    version: str


class Chart(NamedTuple):
    """A target over the versions, to be drawn; `kind` says which way it went (see COURSES), `label` says all of it. `results` are what
    was reported of the targets, each at the version of its target.
    """

    kind: str
    name: str
    dots: tuple[Dot, ...]
    label: str
    results: tuple[Dot, ...] = ()


def measured(series: Series) -> list[Point]:
    """The points of a series that have a number."""
    return [p for p in series.points if p.quantity is not None]


def answer(point: Point) -> Quantity | None:
    """The number that was reported of a target, where it is of a unit that can stand beside it."""
    found = point.result.quantity if point.result else None
    if found is None or point.quantity is None or not comparable(found.family, point.quantity.family):
        return None
    return found if found.measure is point.quantity.measure else None


def certain(point: Point) -> bool:
    """Whether a result was found to answer its target: of others nothing is drawn."""
    return point.verdict is not Outcome.UNDETERMINED


def line_of(document: Document, sentence: int) -> str:
    """A sentence on one line."""
    return " ".join(document.shown(sentence).split())


def name_of(series: Series) -> str:
    """The name of a series; of one that rose in one version and fell in another without the verb that says so of its last number."""
    return without_change(series.name) if _turns(series) else series.name


def cell(track: Track, series: Series, version: int, words: Words) -> str:
    """What a series has in a version: its number with the sign of its direction, and its result; the mark of a gap; or nothing."""
    point = next((p for p in series.points if p.version == version), None)
    if point is None:
        return ""
    if point.quantity is None:
        return words["track.gap"]
    target = _number(track, series, point, words)
    found = answer(point)
    if found is None:
        return target
    return words["track.with_result"].format(target=target, result=_reported(track, series, point, words))


def sparkline(track: Track, series: Series) -> str:
    """One bar per version, a blank in a gap, a question mark where a number may not be comparable."""
    values = _heights(series)
    unsure = {p.version for p in series.points if p.quantity is not None} - values.keys()
    low, high = min(values.values()), max(values.values())
    scale = (high - low) or 1
    return "".join(
        _UNSURE if v in unsure else _BARS[int((values[v] - low) / scale * 7)] if v in values else " "
        for v in range(len(track.labels))
    )


def chart(track: Track, series: Series, words: Words) -> Chart:
    """A series as it is drawn: by the numbers with their signs."""
    values = _heights(series)
    found = {p.version: _value(q) for p in series.points if certain(p) and (q := answer(p)) is not None}
    low, high = min((*values.values(), *found.values())), max((*values.values(), *found.values()))
    dots, results = [], []
    for point in series.points:
        document, label = track.documents[point.version], track.labels[point.version]
        text = _number(track, series, point, words) if point.quantity else words["no_number"]
        if point.doubt:
            text = words["track.doubted"].format(number=text, reason=words.say(point.doubt))
        height = _share(values.get(point.version), low, high)
        dots.append(Dot(point.version, height, text, line_of(document, point.sentence), label))
        if point.version in found and point.result is not None:
            results.append(_result(track, series, point, words, _share(found[point.version], low, high)))
    told = words["comma"].join(f"{dot.version} {dot.text}" for dot in (*dots, *results))
    name = name_of(series)
    label = f"{name}{words['colon']}{told} ({plain(low)}–{plain(high)})"
    return Chart(_course(series), name, tuple(dots), label, tuple(results))


def _result(track: Track, series: Series, point: Point, words: Words, height: float | None) -> Dot:
    assert point.result is not None
    text = words["track.reported"].format(number=_reported(track, series, point, words))
    quote = line_of(track.documents[point.version + 1], point.result.sentence)
    return Dot(point.version, height, text, quote, track.labels[point.version])


def _reported(track: Track, series: Series, point: Point, words: Words) -> str:
    quantity = answer(point)
    assert quantity is not None
    text = _sign(series, quantity, words) + quoted(track.documents[point.version + 1].source, quantity)
    return text if certain(point) else f"{text} {_UNSURE}"


def _number(track: Track, series: Series, point: Point, words: Words) -> str:
    assert point.quantity is not None
    text = _sign(series, point.quantity, words) + quoted(track.documents[point.version].source, point.quantity)
    return f"{text} {_UNSURE}" if point.doubt else text


def _sign(series: Series, quantity: Quantity, words: Words) -> str:
    """The sign of a number that falls; of one that rises where another of the series falls."""
    if falls(quantity):
        return words["track.falls"]
    rises = quantity.direction is Direction.UP and any(p.quantity and falls(p.quantity) for p in series.points)
    return words["track.rises"] if rises else ""


def _turns(series: Series) -> bool:
    fallen = [falls(p.quantity) for p in series.points if p.quantity]
    return any(fallen) and not all(fallen)


def _heights(series: Series) -> dict[int, Decimal]:
    """The number of each version as far as they are comparable: the longest run without a doubt, of equal ones the latest."""
    runs: list[dict[int, Decimal]] = []
    for point in series.points:
        if point.quantity is not None:
            if point.doubt or not runs:
                runs.append({})
            runs[-1][point.version] = _value(point.quantity)
    return max(reversed(runs), key=len)


def _value(quantity: Quantity) -> Decimal:
    return quantity.signed[0]


def _share(value: Decimal | None, low: Decimal, high: Decimal) -> float | None:
    """How high a value stands between the lowest and the highest."""
    if value is None:
        return None
    return float((value - low) / (high - low)) if high > low else 0.5


def _course(series: Series) -> str:
    if any(p.doubt for p in series.points):
        return "unsure"
    values = list(_heights(series).values())
    return "rose" if values[-1] > values[0] else "fell" if values[-1] < values[0] else "level"
