"""The report of `repdiff track`: the series of every target, the life of every commitment."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from repdiff.model.errors import RepdiffError
from repdiff.model.version import version
from repdiff.model.view import View
from repdiff.model.years import Fate, Life, Point, Series, Stage, Track
from repdiff.render import json as json_
from repdiff.render.sheets import as_csv
from repdiff.render.terminal.grid import laid_out, terminal
from repdiff.report import nouns
from repdiff.report.nouns import Table
from repdiff.report.numbers import quoted
from repdiff.report.passages import place
from repdiff.report.records import entries
from repdiff.report.words.number_phrases import NUMBERS
from repdiff.report.words.phrases import ENGLISH, Phrases, phrases_for, say
from repdiff.report.words.year_phrases import GAP, TRACKS

FORMAT = 1
_BARS = "▁▂▃▄▅▆▇█"
SIGNS = {Fate.FIRST: "+", Fate.KEPT: "=", Fate.REWORDED: "~", Fate.MOVED: ">", Fate.DROPPED: "-", Fate.BACK: "<"}


def words_of(track: Track, view: View) -> Phrases:
    """The words of the language that the view asks for, else of the one that all documents are in."""
    return phrases_for(view, *track.documents)


def sentence(track: Track, words: Phrases = ENGLISH) -> str:
    """The whole in one sentence."""
    return TRACKS[words.lang].summary.format(
        versions=len(track.documents),
        lives=len(track.lives),
        throughout=sum(throughout(track, life) for life in track.lives),
        series=len(followed(track)),
    )


def tables(track: Track, words: Phrases = ENGLISH) -> tuple[Table, ...]:
    """Series with two numbers or more, as a table and a sparkline; lives of commitments, the longest first, their text last."""
    mine = TRACKS[words.lang]
    series = tuple(
        (
            s.name or NUMBERS[words.lang].unnamed,
            *(_cell(track, s, v) for v in range(len(track.labels))),
            sparkline(track, s),
        )
        for s in followed(track)
    )
    lives = tuple((*_signs(track, life), text_of(track, life)) for life in ordered(track))
    return (
        Table("", mine.targets, (mine.indicator, *track.labels, mine.course), series),
        Table("", mine.commitments, (*track.labels, mine.commitment), lives),
    )


def followed(track: Track) -> list[Series]:
    """The series with a number in two versions or more."""
    return [s for s in track.series if len(_measured(s)) > 1]


def ordered(track: Track) -> list[Life]:
    """Lives, the longest first, then in the order of the text."""
    return sorted(track.lives, key=lambda life: -sum(s.sentence is not None for s in life.stages))


def sparkline(track: Track, series: Series) -> str:
    """One bar per version, a blank in a gap."""
    values = {p.version: p.quantity.value for p in series.points if p.quantity is not None}
    low, high = min(values.values()), max(values.values())
    scale = (high - low) or 1
    bars = (_BARS[int((values[v] - low) / scale * 7)] if v in values else " " for v in range(len(track.labels)))
    return "".join(bars)


def render_terminal(track: Track, view: View) -> str:
    """The tables as text; lives of one version only are left to the other formats."""
    words = words_of(track, view)
    mine = TRACKS[words.lang]
    series, lives = tables(track, words)
    placed = tuple(
        (name, *_placed(track, each, cells), course)
        for each, (name, *cells, course) in zip(followed(track), series.rows, strict=True)
    )
    long = tuple(
        (*signs, _last_place(track, life), text)
        for life, (*signs, text) in zip(ordered(track), lives.rows, strict=True)
        if any(sign in "=~><" for sign in signs if sign)
    )
    notes = (words.note + say(note, words) for note in track.notes)
    head = (sentence(track, words), *notes, mine.marks)
    columns = (*track.labels, mine.place, mine.commitment)
    parts = (
        (series.title, laid_out(replace(series, rows=placed), view.width)),
        (lives.title, laid_out(Table("", lives.title, columns, long), view.width)),
    )
    return terminal(head, parts, view)


def _placed(track: Track, series: Series, cells: Iterable[str]) -> Iterable[str]:
    """The cells of a series, each number with its place, a gap with that of the sentence that names no number."""
    points = {point.version: point for point in series.points}
    for number, cell in enumerate(cells):
        point = points.get(number)
        if point is None:
            yield cell
            continue
        document = track.documents[number]
        start = point.quantity.span.start if point.quantity else document.sentences[point.sentence].span.start
        yield f"{cell} {place(document, start)}"


def _last_place(track: Track, life: Life) -> str:
    """Version, line and column of the last sentence of a commitment."""
    last = _last(life)
    document = track.documents[last.version]
    assert last.sentence is not None
    return f"{track.labels[last.version]} {place(document, document.sentences[last.sentence].span.start)}"


def _last(life: Life) -> Stage:
    return next(stage for stage in reversed(life.stages) if stage.sentence is not None)


def render_csv(track: Track) -> str:
    """One line per point of a series: indicator, version, value as written, number, unit, qualifier, place, sentence."""
    columns = ("indicator", "version", "text", "number", "unit", "bound", "place", "sentence")
    rows = tuple(row for s in track.series for p in s.points if (row := _point_row(track, s, p)))
    return as_csv(nouns.Table("", "", columns, rows))


def render_xlsx(track: Track, view: View) -> bytes:
    """A workbook: the series and the lives, a sheet each."""
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError as error:
        raise RepdiffError("xlsx needs a package that is not installed.", "Run: pip install 'repdiff[xlsx]'") from error
    import io

    book = Workbook(write_only=True)
    for table in tables(track, words_of(track, view)):
        sheet = book.create_sheet(table.title)
        for row in (table.columns, *table.rows):
            sheet.append([_cell_text(cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def render_json(track: Track) -> str:
    """`format`, `repdiff`, `versions` (label and file), `indicators` (name, unit, points: version, span, value, unit as written,
    text, and in a gap span null beside its sentence) and `commitments` (stages: version, fate, span, text).
    """
    heads = [entries.document_head(d) | {"label": n} for d, n in zip(track.documents, track.labels, strict=True)]
    report = {
        "format": FORMAT,
        "repdiff": version(),
        "notes": list(track.notes),
        "versions": heads,
        "indicators": [
            {
                "name": s.name,
                "unit": s.unit,
                "points": [_point(track, p) for p in s.points if p.quantity is not None],
                "gaps": [_point(track, p) for p in s.points if p.quantity is None],
            }
            for s in track.series
        ],
        "commitments": [{"stages": [_stage(track, life, n) for n in range(len(life.stages))]} for life in track.lives],
    }
    return json_.dump(report)


def _measured(series: Series) -> list[Point]:
    return [p for p in series.points if p.quantity is not None]


def throughout(track: Track, life: Life) -> bool:
    """Whether every version has the commitment."""
    return len(life.stages) == len(track.documents) and all(s.sentence is not None for s in life.stages)


def _cell(track: Track, series: Series, version: int) -> str:
    for point in series.points:
        if point.version == version:
            return quoted(track.documents[version].source, point.quantity) if point.quantity else GAP
    return ""


def text_of(track: Track, life: Life) -> str:
    """The commitment in the words of the last version that has it."""
    last = _last(life)
    assert last.sentence is not None
    return " ".join(track.documents[last.version].text(last.sentence).split())


def _signs(track: Track, life: Life) -> tuple[str, ...]:
    signs = {stage.version: SIGNS[stage.fate] for stage in life.stages}
    return tuple(signs.get(version, "") for version in range(len(track.labels)))


def _point_row(track: Track, series: Series, point: Point) -> tuple[str, ...]:
    document, quantity = track.documents[point.version], point.quantity
    text = " ".join(document.text(point.sentence).split())
    label, start = track.labels[point.version], document.sentences[point.sentence].span.start
    if quantity is None:
        return (series.name, label, "", "", "", "", place(document, start), text)
    values = "-".join(str(n) for n in quantity.numbers)
    written = quoted(document.source, quantity)
    return (
        series.name,
        label,
        written,
        values,
        quantity.written,
        quantity.bound,
        place(document, quantity.span.start),
        text,
    )


def _point(track: Track, point: Point) -> dict[str, Any]:
    document, quantity = track.documents[point.version], point.quantity
    entry: dict[str, Any] = {"version": point.version, "span": None, "sentence": document.text(point.sentence)}
    if quantity is None:
        return entry
    described = entries.quantity_entry(document.source, quantity)
    return {
        **entry,
        **described,
        "span": list(quantity.span),
        "text": document.source.quote(quantity.span),
        "unit": quantity.written,
        "base_unit": quantity.unit,
    }


def _stage(track: Track, life: Life, index: int) -> dict[str, Any]:
    stage = life.stages[index]
    if stage.sentence is None:
        return {"version": stage.version, "fate": stage.fate, "span": None, "text": ""}
    document = track.documents[stage.version]
    span = document.sentences[stage.sentence].span
    return {"version": stage.version, "fate": stage.fate, "span": list(span), "text": document.source.quote(span)}


def _cell_text(text: str) -> str:
    # A workbook holds no control characters.
    return "".join(char for char in text if char.isprintable())
