"""The page of `repdiff track`: small line charts of the targets, a heat map of the commitments, readable without script."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from repdiff.model.view import View
from repdiff.model.years import Fate, Life, Point, Series, Track
from repdiff.render import track as report
from repdiff.render.html import rendered
from repdiff.report.bars import Segment, stacked
from repdiff.report.language import Languages
from repdiff.report.numbers import plain, quoted
from repdiff.report.words import page_words
from repdiff.report.words.wording import Words
from repdiff.report.words.year_phrases import TRACKS

_STYLES = ("base.css", "tools.css", "years.css")
_WIDTH, _HEIGHT, _MARGIN = 240, 64, 10
_FATES = (Fate.DROPPED, Fate.REWORDED, Fate.MOVED, Fate.KEPT, Fate.BACK, Fate.FIRST)
_BAR = {
    Fate.DROPPED: "dropped",
    Fate.REWORDED: "reworded",
    Fate.MOVED: "moved",
    Fate.KEPT: "identical",
    Fate.BACK: "back",
    Fate.FIRST: "added",
}
_COURSES = ("rose", "fell", "level")
_KINDS = ("throughout", "fresh", "ended", "back")


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
    """A small line chart; `lines` are the stretches between gaps, as SVG points; `kind` says which way the target went."""

    kind: str
    name: str
    dots: tuple[Dot, ...]
    lines: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of the heat map: what became of the commitment, and its sentence in that version."""

    fate: str
    sign: str
    said: str
    quote: str
    version: str


@dataclass(frozen=True, slots=True)
class Line:
    """A commitment: its kinds of life, its text, a field per version."""

    kinds: str
    text: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What became of the commitments from one version to the next."""

    title: str
    bar: tuple[Segment, ...]


def render(track: Track, view: View) -> str:
    """The whole page as text, to be written as UTF-8."""
    words = page_words.choose(page_words.TRACK, report.words_of(track, view))
    charts = tuple(_chart(track, series, words) for series in report.followed(track))
    lives = tuple(_line(track, life, words) for life in report.ordered(track))
    kinds = Counter(kind for each in lives for kind in each.kinds.split())
    counts = kinds + Counter(chart.kind for chart in charts)
    return rendered(
        "track.html.jinja",
        _STYLES,
        words,
        heading=" – ".join(track.labels),
        sentence=report.sentence(track, words.phrases),
        notes=tuple(words.say(note) for note in track.notes),
        language=Languages(track.documents[-1].source.text).main,
        steps=tuple(_steps(track, words)),
        key=_key(words),
        charts=charts,
        long=tuple(each for each in lives if "once" not in each.kinds),
        once=tuple(each for each in lives if "once" in each.kinds),
        labels=track.labels,
        files=tuple(zip(track.labels, (document.source for document in track.documents), strict=True)),
        counts=counts,
        kinds=(*_COURSES, *_KINDS),
        size=(_WIDTH, _HEIGHT),
    )


def _key(words: Words) -> tuple[tuple[str, str, str], ...]:
    fates = TRACKS[words.phrases.lang].fates
    return tuple((fate.split()[0], report.SIGNS[fate], fates[fate]) for fate in Fate)


def _steps(track: Track, words: Words) -> Iterable[Step]:
    fates = TRACKS[words.phrases.lang].fates
    counts = Counter((stage.version, stage.fate) for life in track.lives for stage in life.stages)
    for version in range(1, len(track.labels)):
        title = words["from_to"].format(old=track.labels[version - 1], new=track.labels[version])
        yield Step(title, stacked((_BAR[fate], fates[fate], counts[version, fate]) for fate in _FATES))


def _chart(track: Track, series: Series, words: Words) -> Chart:
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

    dots = tuple(_dot(track, point, (x(point.version), y(point)), words) for point in series.points)
    stretches: list[list[str]] = []
    last = -9
    for point in measured:
        if point.version != last + 1:
            stretches.append([])
        stretches[-1].append(f"{x(point.version)},{y(point)}")
        last = point.version
    lines = tuple(" ".join(stretch) for stretch in stretches if len(stretch) > 1)
    told = words["comma"].join(f"{d.version} {d.text}" for d in dots)
    kind = "rose" if values[-1] > values[0] else "fell" if values[-1] < values[0] else "level"
    return Chart(kind, series.name, dots, lines, f"{series.name}{words['colon']}{told} ({plain(low)}–{plain(high)})")


def _dot(track: Track, point: Point, at: tuple[float, float], words: Words) -> Dot:
    document = track.documents[point.version]
    text = quoted(document.source, point.quantity) if point.quantity else words["no_number"]
    quote = " ".join(document.text(point.sentence).split())
    return Dot(*at, text, quote, track.labels[point.version], point.quantity is None)


def _line(track: Track, life: Life, words: Words) -> Line:
    kinds = [_kind(track, life), *(["once"] if sum(s.sentence is not None for s in life.stages) == 1 else [])]
    return Line(" ".join(kinds), report.text_of(track, life), tuple(_cells(track, life, words)))


def _kind(track: Track, life: Life) -> str:
    """How the commitment lived: through all versions, back again after it was dropped, gone, or come later and still there."""
    if report.throughout(track, life):
        return "throughout"
    if any(stage.fate is Fate.BACK for stage in life.stages):
        return "back"
    return "ended" if life.stages[-1].sentence is None else "fresh"


def _cells(track: Track, life: Life, words: Words) -> Iterable[Cell]:
    fates = TRACKS[words.phrases.lang].fates
    stages = {stage.version: stage for stage in life.stages}
    for version, label in enumerate(track.labels):
        stage = stages.get(version)
        if stage is None:
            yield Cell("none", "", "", "", label)
            continue
        quote = "" if stage.sentence is None else " ".join(track.documents[version].text(stage.sentence).split())
        yield Cell(stage.fate.split()[0], report.SIGNS[stage.fate], fates[stage.fate], quote, label)
