"""Pages of `repdiff check` and `repdiff track`: tables, small line charts and a heat map, readable without script."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from repdiff.model import Check, Fate, Life, Point, Series, Track
from repdiff.render import check as check_report
from repdiff.render import track as track_report
from repdiff.render.html import asset, environment, policy
from repdiff.render.html.language import Languages
from repdiff.render.numbers import plain, quoted
from repdiff.render.tables import Table

_WIDTH, _HEIGHT, _MARGIN = 240, 64, 10


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a chart: where it is drawn, its label, and the quotation behind it; `hollow` stands for a gap's sentence."""

    x: float
    y: float
    text: str
    quote: str
    version: str
    hollow: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A small line chart; `lines` are the stretches between gaps, as SVG points."""

    name: str
    unit: str
    dots: tuple[Dot, ...]
    lines: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of the heat map: what became of the commitment, and its sentence in that version."""

    fate: str
    sign: str
    quote: str
    label: str


def render_check(check: Check) -> str:
    """The page of a check."""
    tables = check_report.by_verdict(check)
    language = Languages(check.promised.source.text).main
    return _page(check_report.heading(check), check_report.sentence(check), tables, check.notes, language)


def render_track(track: Track) -> str:
    """The page of a track."""
    followed = [s for s in track.series if sum(p.quantity is not None for p in s.points) > 1]
    charts = tuple(_chart(track, series) for series in followed)
    lives = [life for life in track_report.ordered(track) if sum(s.sentence is not None for s in life.stages) > 1]
    heat = tuple((track_report.text_of(track, life), tuple(_cells(track, life))) for life in lives)
    language = Languages(track.documents[-1].source.text).main
    return _page(
        " – ".join(track.labels),
        track_report.sentence(track),
        (),
        track.notes,
        language,
        charts=charts,
        heat=heat,
        labels=track.labels,
    )


def _page(
    title: str,
    sentence: str,
    tables: Sequence[Table],
    notes: Iterable[str],
    language: str,
    *,
    charts: tuple[Chart, ...] = (),
    heat: tuple[tuple[str, tuple[Cell, ...]], ...] = (),
    labels: tuple[str, ...] = (),
) -> str:
    style = asset("base.css") + "\n" + asset("years.css")
    template = environment().get_template("years.html.jinja")
    return template.render(
        title=title,
        sentence=sentence,
        tables=tables,
        notes=tuple(notes),
        language=language,
        charts=charts,
        heat=heat,
        labels=labels,
        style=Markup(style),
        policy=policy(style, ""),
        size=(_WIDTH, _HEIGHT),
    )


def _chart(track: Track, series: Series) -> Chart:
    measured = [p for p in series.points if p.quantity is not None]
    values = [p.quantity.value for p in measured if p.quantity is not None]
    low, high = min(values), max(values)
    spread = (high - low) or 1

    def x(version: int) -> float:
        steps = max(len(track.labels) - 1, 1)
        return round(_MARGIN + version * (_WIDTH - 2 * _MARGIN) / steps, 1)

    def y(point: Point) -> float:
        if point.quantity is None:
            return _HEIGHT - _MARGIN
        share = float((point.quantity.value - low) / spread) if high > low else 0.5
        return round(_HEIGHT - _MARGIN - share * (_HEIGHT - 2 * _MARGIN), 1)

    dots = tuple(_dot(track, point, x(point.version), y(point)) for point in series.points)
    stretches: list[list[str]] = []
    last = -9
    for point in measured:
        if point.version != last + 1:
            stretches.append([])
        stretches[-1].append(f"{x(point.version)},{y(point)}")
        last = point.version
    lines = tuple(" ".join(stretch) for stretch in stretches if len(stretch) > 1)
    label = f"{series.name}: " + ", ".join(f"{d.version} {d.text}" for d in dots)
    return Chart(series.name, f"{plain(low)}–{plain(high)} {series.unit}".strip(), dots, lines, label)


def _dot(track: Track, point: Point, x: float, y: float) -> Dot:
    document = track.documents[point.version]
    text = quoted(document.source, point.quantity) if point.quantity else "no number"
    quote = " ".join(document.text(point.sentence).split())
    return Dot(x, y, text, quote, track.labels[point.version], point.quantity is None)


def _cells(track: Track, life: Life) -> Iterable[Cell]:
    stages = {stage.version: stage for stage in life.stages}
    for version in range(len(track.labels)):
        stage = stages.get(version)
        if stage is None:
            yield Cell("none", "", "", "")
        elif stage.sentence is None:
            yield Cell("dropped", track_report.SIGNS[Fate.DROPPED], "", "")
        else:
            quote = " ".join(track.documents[version].text(stage.sentence).split())
            yield Cell(stage.fate.split()[0], track_report.SIGNS[stage.fate], quote, track.labels[version])
