"""The page of several versions: small line charts of the targets, a heat map of the commitments, readable without script."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from repdiff.render.html import rendered
from repdiff.render.html.top import stacked
from repdiff.report.nouns import Report
from repdiff.report.timeline import Chart, Dot

_STYLES = ("base.css", "tools.css", "years.css")
_WIDTH, _HEIGHT, _MARGIN = 240, 64, 10
_BAR = {
    "dropped": "dropped",
    "reworded": "reworded",
    "moved": "moved",
    "kept": "identical",
    "back": "back",
    "first": "added",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A point where it is drawn."""

    dot: Dot
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as SVG: its points, and the stretches between gaps as lists of coordinates."""

    chart: Chart
    dots: tuple[Drawn, ...]
    lines: tuple[str, ...]


def render(report: Report) -> str:
    """The whole page as text, to be written as UTF-8."""
    page: dict[str, Any] = dict(report.page)
    steps = [
        (step.title, stacked((_BAR[kind], label, count) for kind, label, count in step.counts))
        for step in page["steps"]
    ]
    return rendered(
        "timeline.html.jinja",
        _STYLES,
        report.words,
        heading=report.title,
        sentence=report.sentence,
        notes=report.notes,
        size=(_WIDTH, _HEIGHT),
        **page | {"steps": steps, "charts": [_drawn(chart, len(page["labels"])) for chart in page["charts"]]},
    )


def _drawn(chart: Chart, versions: int) -> Drawing:
    dots = tuple(_dot(dot, max(versions - 1, 1)) for dot in chart.dots)
    return Drawing(chart, dots, tuple(_lines(dots)))


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
