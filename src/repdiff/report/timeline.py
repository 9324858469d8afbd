"""Several versions: the series of every target, the life of every commitment."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from repdiff.languages.guess import Languages
from repdiff.model.view import Facet, View
from repdiff.model.years import Fate, Life, Series, Stage, Track
from repdiff.report.bars import Segment, stacked
from repdiff.report.charts import COURSES, answer, cell, chart, line_of, measured, name_of, sparkline
from repdiff.report.judgements import series_entry, side_entry
from repdiff.report.nouns import Part, Report, Table
from repdiff.report.passages import place
from repdiff.report.review_files import review_files
from repdiff.report.runs import Run
from repdiff.report.sheets import PROGRAMS, Audience, Column, Sheet
from repdiff.report.track_sheets import points, series_sheet
from repdiff.report.words import ENGLISH, Words, words_for

SCOPES: Final = ("page.track", "track", "page.tables")
"""Where the words of this report are looked up first."""
SIGNS: Final = {Fate.FIRST: "+", Fate.KEPT: "=", Fate.REWORDED: "~", Fate.MOVED: ">", Fate.DROPPED: "-", Fate.BACK: "<"}
_BAR: Final = {
    Fate.DROPPED: "dropped",
    Fate.REWORDED: "reworded",
    Fate.MOVED: "moved",
    Fate.KEPT: "identical",
    Fate.BACK: "back",
    Fate.FIRST: "added",
}
_KINDS: Final = ("throughout", "fresh", "ended", "back")


class Cell(NamedTuple):
    """What became of a commitment in one version: its kind for programs, in one sign and in words, and its sentence there."""

    fate: str
    sign: str
    said: str
    quote: str
    version: str


class Line(NamedTuple):
    """A commitment: its kinds of life, its text, a cell per version."""

    kinds: tuple[str, ...]
    text: str
    cells: tuple[Cell, ...]


class Step(NamedTuple):
    """What became of the commitments from one version to the next."""

    title: str
    bar: tuple[Segment, ...]


def tell(track: Track, view: View) -> Report:
    """A list has two tables: the targets with a number in two versions or more, each number with its place, and the commitments of
    more than one version. A workbook has these as sheets, with all points and all commitments. A page has charts, lines and steps.
    """
    words = words_for(view, *track.documents).within(*SCOPES)
    targets, lives = _tables(track, words)
    return Report(
        job="timeline",
        words=words,
        view=view,
        title=" – ".join(track.labels),
        sentence=sentence(track, words),
        notes=tuple(words.say(note) for note in track.notes),
        marks=_marks(track, words),
        tables=tuple(_reviewed(track, words)) if Facet.LIST in view.facets else (),
        parts=(
            Part("targets", targets.title, table=_placed(track, targets)),
            Part(
                "lives", lives.title, notes=((Run(_marks(track, words), "quiet"),),), table=_long(track, lives, words)
            ),
        ),
        nothing=words["nothing"],
        sheets=tuple(_sheets(track, PROGRAMS)) if Facet.SHEET in view.facets else (),
        book=tuple(_book(track, words)) if Facet.BOOK in view.facets else (),
        page=_page(track, words) if Facet.PAGE in view.facets else {},
    )


def _sheets(track: Track, audience: Audience) -> Iterator[Sheet]:
    """The points of all series, then a row for each series, and one for each commitment."""
    words, programs = audience.words, audience.programs
    yield points(track, audience)
    series = tuple(_followed(track)) if not programs else track.series
    courses = tuple(sparkline(track, each) for each in series)
    yield series_sheet(track, tuple(zip(series, courses, strict=True)), audience)
    lives = tuple(
        (_kind(track, life), _signs_of(track, life, audience), _last_place(track, life), _text_of(track, life))
        for life in _ordered(track)
    )
    names = ("commitment", "life", "stands", *track.labels)
    rows = tuple((text, audience.named("sheets", kind), at, *fates) for kind, fates, at, text in lives)
    columns = (*audience.columns(*names[:3]), *(Column(label, label) for label in track.labels))
    yield Sheet("commitments", "Commitments" if programs else words["track.commitments"], columns, rows)


def _signs_of(track: Track, life: Life, audience: Audience) -> tuple[str, ...]:
    """What became of a commitment in each version."""
    fates = {stage.version: audience.named("fates", _kind_of(stage.fate)) for stage in life.stages}
    return tuple(fates.get(version, "") for version in range(len(track.labels)))


def _book(track: Track, words: Words) -> Iterator[Sheet]:
    """The sheets of a workbook for readers, the first of which says what was followed."""
    from repdiff.report.about import Facts, about

    point_sheet, series, lives = _sheets(track, Audience(words, programs=False))
    sheets = (series, point_sheet, lives)
    facts = Facts(
        title=" – ".join(track.labels),
        sentence=sentence(track, words),
        sides=tuple(zip(track.labels, (document.source for document in track.documents), strict=True)),
        notes=tuple(words.say(note) for note in track.notes),
        options=track.options,
    )
    yield about(facts, sheets, words)
    yield from sheets


def _marks(track: Track, words: Words) -> str:
    """What the signs of the tables say."""
    return words["track.marks"] + (words["track.marks_of_results"] if track.options.results else "")


def sentence(track: Track, words: Words = ENGLISH) -> str:
    """The whole in one sentence."""
    return words["track.summary"].format(
        versions=len(track.documents),
        lives=len(track.lives),
        throughout=sum(_throughout(track, life) for life in track.lives),
        series=len(_followed(track)),
    )


def _tables(track: Track, words: Words) -> tuple[Table, Table]:
    """Series with two numbers or more, as a table and a sparkline; lives of commitments, the longest first, their text last."""
    series = tuple(
        (
            name_of(s) or words["numbers.unnamed"],
            *(cell(track, s, v, words) for v in range(len(track.labels))),
            sparkline(track, s),
        )
        for s in _followed(track)
    )
    lives = tuple((*_signs(track, life), _text_of(track, life)) for life in _ordered(track))
    columns = (words["track.indicator"], *track.labels, words["track.course"])
    return (
        Table("targets", words["track.targets"], columns, series),
        Table("commitments", words["track.commitments"], (*track.labels, words["track.commitment"]), lives),
    )


def _followed(track: Track) -> list[Series]:
    """The series with a number in two versions or more, or with a number and its result."""
    return [s for s in track.series if len(measured(s)) > 1 or any(answer(p) for p in s.points)]


def _ordered(track: Track) -> list[Life]:
    """Lives, the longest first, then in the order of the text."""
    return sorted(track.lives, key=lambda life: -sum(s.sentence is not None for s in life.stages))


def _placed(track: Track, targets: Table) -> Table:
    """The targets, each number with its place, a gap with that of the sentence that names no number."""
    rows = tuple(
        (name, *_places(track, each, cells), course)
        for each, (name, *cells, course) in zip(_followed(track), targets.rows, strict=True)
    )
    return targets._replace(rows=rows)


def _places(track: Track, series: Series, cells: Iterable[str]) -> Iterable[str]:
    points = {point.version: point for point in series.points}
    for number, text in enumerate(cells):
        point = points.get(number)
        if point is None:
            yield text
            continue
        document = track.documents[number]
        start = point.quantity.span.start if point.quantity else document.sentences[point.sentence].span.start
        yield f"{text} {place(document, start)}"


def _long(track: Track, lives: Table, words: Words) -> Table:
    """The commitments of more than one version, each with the place of its last sentence."""
    columns = (*track.labels, words["track.place"], words["track.commitment"])
    rows = tuple(
        (*signs, _last_place(track, life), text)
        for life, (*signs, text) in zip(_ordered(track), lives.rows, strict=True)
        if any(sign in "=~><" for sign in signs if sign)
    )
    return lives._replace(columns=columns, rows=rows)


def _last_place(track: Track, life: Life) -> str:
    """Version, line and column of the last sentence of a commitment."""
    last = _last(life)
    document = track.documents[last.version]
    assert last.sentence is not None
    return f"{track.labels[last.version]} {place(document, document.sentences[last.sentence].span.start)}"


def _last(life: Life) -> Stage:
    return next(stage for stage in reversed(life.stages) if stage.sentence is not None)


def _throughout(track: Track, life: Life) -> bool:
    """Whether every version has the commitment."""
    return len(life.stages) == len(track.documents) and all(s.sentence is not None for s in life.stages)


def _text_of(track: Track, life: Life) -> str:
    """The commitment in the words of the last version that has it."""
    last = _last(life)
    assert last.sentence is not None
    return line_of(track.documents[last.version], last.sentence)


def _signs(track: Track, life: Life) -> tuple[str, ...]:
    signs = {stage.version: SIGNS[stage.fate] for stage in life.stages}
    return tuple(signs.get(version, "") for version in range(len(track.labels)))


def _page(track: Track, words: Words) -> dict[str, object]:
    charts = tuple(chart(track, series, words) for series in _followed(track))
    lines = tuple(_life(track, life, words) for life in _ordered(track))
    counts = Counter(kind for each in lines for kind in each.kinds) + Counter(chart.kind for chart in charts)
    return {
        "language": Languages(track.documents[-1].source.text).main,
        "steps": tuple(_steps(track, words)),
        "key": tuple((_kind_of(fate), SIGNS[fate], _said(fate, words)) for fate in Fate),
        "charts": charts,
        "long": tuple(each for each in lines if "once" not in each.kinds),
        "once": tuple(each for each in lines if "once" in each.kinds),
        "labels": track.labels,
        "files": tuple(zip(track.labels, (document.source for document in track.documents), strict=True)),
        "counts": counts,
        "kinds": (*COURSES, *_KINDS),
        "data": _data(track, words),
    }


def _reviewed(track: Track, words: Words) -> Iterator[Table]:
    """What persons said of the track, where a file of decisions was obeyed."""
    if track.review is not None:
        from repdiff.report.reviews import of_track, tables

        yield from tables(of_track(track, words), words)


def _data(track: Track, words: Words) -> dict[str, object]:
    """What the script of the page decides on: all series, and which of them the row of a chart shows."""
    index = {id(series): n for n, series in enumerate(track.series)}
    return {
        "words": words.for_script(),
        "labels": track.labels,
        "versions": [
            {"label": label, **side_entry(document)}
            for label, document in zip(track.labels, track.documents, strict=True)
        ],
        "reviews": review_files(track.options.decisions),
        "series": [series_entry(track, each) for each in track.series],
        "shown": {f"t-{row}": index[id(each)] for row, each in enumerate(_followed(track), 1)},
    }


def _kind_of(fate: Fate) -> str:
    return fate.split()[0]


def _said(fate: Fate, words: Words) -> str:
    return words[f"fates.{_kind_of(fate)}"]


def _steps(track: Track, words: Words) -> Iterable[Step]:
    counts = Counter((stage.version, stage.fate) for life in track.lives for stage in life.stages)
    for version in range(1, len(track.labels)):
        title = words["from_to"].format(old=track.labels[version - 1], new=track.labels[version])
        yield Step(title, stacked((_BAR[fate], _said(fate, words), counts[version, fate]) for fate in _BAR))


def _life(track: Track, life: Life, words: Words) -> Line:
    once = ("once",) if sum(s.sentence is not None for s in life.stages) == 1 else ()
    return Line((_kind(track, life), *once), _text_of(track, life), tuple(_cells(track, life, words)))


def _kind(track: Track, life: Life) -> str:
    """How the commitment lived: through all versions, back again after it was dropped, gone, or come later and still there."""
    if _throughout(track, life):
        return "throughout"
    if any(stage.fate is Fate.BACK for stage in life.stages):
        return "back"
    return "ended" if life.stages[-1].sentence is None else "fresh"


def _cells(track: Track, life: Life, words: Words) -> Iterable[Cell]:
    stages = {stage.version: stage for stage in life.stages}
    for version, label in enumerate(track.labels):
        stage = stages.get(version)
        if stage is None:
            yield Cell("none", "", "", "", label)
            continue
        quote = "" if stage.sentence is None else line_of(track.documents[version], stage.sentence)
        yield Cell(_kind_of(stage.fate), SIGNS[stage.fate], _said(stage.fate, words), quote, label)
