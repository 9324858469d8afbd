"""The small line charts of the page of several versions."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from repdiff.report.charts import Chart, Dot
from repdiff.report.nouns import Report

_WIDTH, _HEIGHT, _MARGIN = 240, 64, 10


class Drawn(NamedTuple):
    """A point where it is drawn."""

    dot: Dot
    x: float
    y: float


class Drawing(NamedTuple):
    """A chart as SVG: its points, and the stretches between gaps as lists of coordinates; the same of the results."""

    chart: Chart
    dots: tuple[Drawn, ...]
    lines: tuple[str, ...]
    results: tuple[Drawn, ...]
    result_lines: tuple[str, ...]


def values(report: Report) -> dict[str, object]:
    """The charts as they are drawn."""
    charts: Any = report.page["charts"]
    versions: Any = report.page["labels"]
    return {"charts": [_drawn(chart, len(versions)) for chart in charts], "size": (_WIDTH, _HEIGHT)}


def _drawn(chart: Chart, versions: int) -> Drawing:
    dots, results = (tuple(_dot(dot, max(versions - 1, 1)) for dot in found) for found in (chart.dots, chart.results))
    return Drawing(chart, dots, tuple(_lines(dots)), results, tuple(_lines(results)))


def _dot(dot: Dot, steps: int) -> Drawn:
    x = round(_MARGIN + dot.at * (_WIDTH - 2 * _MARGIN) / steps, 1)
    y = _HEIGHT - _MARGIN if dot.height is None else _HEIGHT - _MARGIN - dot.height * (_HEIGHT - 2 * _MARGIN)
    return Drawn(dot, x, y if dot.height is None else round(y, 1))


def _lines(dots: Iterable[Drawn]) -> Iterable[str]:
    """What joins the points of versions that follow each other."""
    stretches: list[list[str]] = []
    last = -9
    for each in dots:
        if each.dot.height is None:
            continue
        if each.dot.at != last + 1:
            stretches.append([])
        stretches[-1].append(f"{each.x},{each.y}")
        last = each.dot.at
    return (" ".join(stretch) for stretch in stretches if len(stretch) > 1)
