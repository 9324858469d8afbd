"""Many places at once: what each promised and kept, how its targets moved, and beside each other what several have in common."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from repdiff.model.places import CheckedPlace, CommonIndicator, PlacesCheck, PlacesTrack, TrackedPlace
from repdiff.model.view import Facet, View
from repdiff.model.years import Check, Outcome, Promise, Series, Track
from repdiff.report import promises
from repdiff.report.bars import Segment
from repdiff.report.nouns import Part, Report, Table
from repdiff.report.numbers import signed
from repdiff.report.passages import place
from repdiff.report.promise_sheets import promise_sheets
from repdiff.report.runs import visible
from repdiff.report.sheets import PROGRAMS, Audience, Cell, Column, Sheet, Type
from repdiff.report.track_sheets import points
from repdiff.report.words import ENGLISH, Words, words_for_texts

SCOPES: Final = ("page.places", "places", "page.check", "outcomes", "page.tables")
"""Where the words of this report are looked up first."""


class Field(NamedTuple):
    """A cell of a grid: what was promised or aimed at, what became of it, both in the words of the texts, and the verdict on it."""

    text: str = ""
    result: str = ""
    said: str = ""
    kind: str = ""
    reason: str = ""


class Line(NamedTuple):
    """A place in a grid: its name, its cells, its promises as a bar where they are counted, and why it has none."""

    kind: str
    name: str
    fields: tuple[Field, ...]
    bar: tuple[Segment, ...] = ()
    error: str = ""


class Grid(NamedTuple):
    """A table of a page, with places as rows."""

    id: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str = ""


def tell(result: PlacesCheck | PlacesTrack, view: View) -> Report:
    """A list has a table of all places and one for each indicator of several; a page lays the indicators beside each other."""
    words = words_for_texts(view, _texts(result)).within(*SCOPES)
    told = _Checks(result, words) if isinstance(result, PlacesCheck) else _Tracks(result, words)
    failed = tuple(each.name for each in result.places if each.error)
    ending = words["places.failed"].format(places=words["text.comma"].join(map(visible, failed))) if failed else ""
    return Report(
        job="places",
        words=words,
        view=view,
        title=result.table,
        sentence=told.sentence() + ending,
        notes=tuple(words.say(note) for note in result.notes),
        parts=tuple(told.parts()) if Facet.LIST in view.facets else (),
        nothing=words["nothing"],
        sheets=tuple(told.sheets(PROGRAMS)) if Facet.SHEET in view.facets else (),
        book=tuple(_book(result, told, words)) if Facet.BOOK in view.facets else (),
        page={"grids": tuple(told.grids())} if Facet.PAGE in view.facets else {},
    )


def _book(result: PlacesCheck | PlacesTrack, told: "_Checks | _Tracks", words: Words) -> Iterator[Sheet]:
    """The sheets of a workbook for readers, the first of which says what they rest on."""
    from repdiff.report.about import Facts, about

    sheets = tuple(told.sheets(Audience(words, programs=False)))
    notes = tuple(words.say(note) for note in result.notes)
    yield about(Facts(result.table, told.sentence(), (), notes, result.options), sheets, words)
    yield from sheets


def _texts(result: PlacesCheck | PlacesTrack) -> Iterator[str]:
    for each in result.places:
        if isinstance(each, CheckedPlace) and each.check is not None:
            yield from (each.check.promised.source.text, each.check.reported.source.text)
        elif isinstance(each, TrackedPlace) and each.track is not None:
            yield from (document.source.text for document in each.track.documents)


class _Checks:
    """The parts of a check over many places."""

    def __init__(self, result: PlacesCheck, words: Words) -> None:
        self._result = result
        self._words = words

    def sentence(self) -> str:
        """The whole in one sentence."""
        words, found = self._words, [each.check for each in self._result.places if each.check]
        entries = [promise for check in found for promise in check.promises]
        said = words["text.comma"].join(
            words["check.counted"].format(count=sum(p.verdict is o for p in entries), outcome=words[f"outcomes.{o}"])
            for o in Outcome
        )
        return words["places.checked"].format(
            places=words.count("places.places", len(self._result.places)),
            promises=words.count("check.promises", len(entries)),
            said=said,
        )

    def parts(self) -> Iterator[Part]:
        """The counts, then a table per indicator."""
        words = self._words
        columns = (words["place"], words["promises"], *(words[f"outcomes.{o}"] for o in Outcome), words["problem"])
        rows = tuple((visible(each.name), *_counts(each), words.say(each.error)) for each in self._result.places)
        yield Part("places", words["all"], table=_filled(Table("places", words["all"], columns, rows)))
        columns = (words["place"], words["check.promise"], words["check.result"], words["verdict"], words["stands"])
        for number, indicator in enumerate(self._result.indicators, 1):
            title = visible(indicator.name) or words["numbers.unnamed"]
            entries = tuple(self._row(*each) for each in self._held(indicator))
            yield Part(f"i-{number}", title, table=Table("indicator", title, columns, entries))

    def _held(self, indicator: CommonIndicator) -> Iterator[tuple[CheckedPlace, Check, Promise]]:
        for index, promise in indicator.held:
            each = self._result.places[index]
            if each.check is not None:
                yield each, each.check, each.check.promises[promise]

    def _row(self, each: CheckedPlace, check: Check, promise: Promise) -> tuple[str, ...]:
        stands = [place(check.promised, promise.quantity.span.start)]
        if promise.result is not None:
            stands.append(place(check.reported, promise.result.span.start))
        return (
            visible(each.name),
            *_told(check, promise),
            self._words[f"outcomes.{promise.verdict}"],
            " → ".join(stands),
        )

    def grids(self) -> Iterator[Grid]:
        """The counts with a bar for each place, and the matrix of places and indicators."""
        words, result = self._words, self._result
        lines = tuple(self._line(each) for each in result.places)
        yield Grid("places", words["all"], (words["promises"], *(words[f"outcomes.{o}"] for o in Outcome)), lines)
        if not result.indicators:
            return
        fields: list[list[Field]] = [[Field()] * len(result.indicators) for _ in result.places]
        for column, indicator in enumerate(result.indicators):
            for index, number in indicator.held:
                fields[index][column] = self._field(result.places[index], number)
        names = tuple(indicator.name for indicator in result.indicators)
        matrix = (
            Line("", each.name, tuple(row)) for each, row in zip(result.places, fields, strict=True) if each.check
        )
        yield Grid("common", words["common"], names, tuple(matrix), words["common_note"])

    def _line(self, each: CheckedPlace) -> Line:
        bar = promises.bar(each.check.promises, self._words) if each.check else ()
        fields = tuple(Field(count) for count in _counts(each))
        return Line("failed" if each.error else "done", each.name, fields, bar, self._words.say(each.error))

    def _field(self, each: CheckedPlace, number: int) -> Field:
        assert each.check is not None
        promise = each.check.promises[number]
        said, reason = self._words[f"outcomes.{promise.verdict}"], self._words.say(promise.reason)
        return Field(*_told(each.check, promise), said, promise.verdict, reason)

    def sheets(self, audience: Audience) -> Iterator[Sheet]:
        """A row for each place, with three columns for each common indicator; and all promises of all places."""
        result, words = self._result, audience.words
        outcomes = (Column(str(o), audience.named("outcomes", o), Type.WHOLE) for o in Outcome)
        head = (_name_of(audience), *audience.columns(("promises", Type.WHOLE)), *outcomes, *audience.columns("error"))
        names = tuple(
            Column(f"{each.name}: {what}", f"{each.name}: {told}")
            for each in result.indicators
            for what in ("promised", "result", "verdict")
            for told in (audience.named("sheets", what),)
        )
        rows = []
        for index, each in enumerate(result.places):
            cells = [cell for indicator in result.indicators for cell in self._cells(indicator, index, audience)]
            counts = (int(count) if count else None for count in _counts(each))
            rows.append((each.name, *counts, words.say(each.error), *cells))
        title = "Places" if audience.programs else words["places.all"]
        yield Sheet("places", title, (*head, *names), tuple(rows))
        found = ((each.name, promise_sheets(each.check, audience)[0]) for each in result.places if each.check)
        yield _together("promises", audience.titled("promises"), found, audience)

    def _cells(self, indicator: CommonIndicator, index: int, audience: Audience) -> tuple[str, str, str]:
        for held, number in indicator.held:
            check = self._result.places[held].check
            if held == index and check is not None:
                told = _told(check, check.promises[number])
                return (*told, audience.named("outcomes", check.promises[number].verdict))
        return ("", "", "")


class _Tracks:
    """The parts of a track over many places."""

    def __init__(self, result: PlacesTrack, words: Words) -> None:
        self._result = result
        self._words = words

    def sentence(self) -> str:
        """The whole in one sentence."""
        words = self._words
        return words["places.tracked"].format(
            places=words.count("places.places", len(self._result.places)),
            versions=words.count("places.versions", len(self._result.labels)),
            indicators=words.count("places.indicators", len(self._result.indicators)),
        )

    def parts(self) -> Iterator[Part]:
        """A table per indicator, and the places that could not be followed."""
        words = self._words
        failed = tuple((visible(each.name), words.say(each.error)) for each in self._result.places if each.error)
        yield Part(
            "failed",
            words["problem"],
            table=Table("failed", words["problem"], (words["place"], words["problem"]), failed),
        )
        for number, indicator in enumerate(self._result.indicators, 1):
            title = visible(indicator.name) or words["numbers.unnamed"]
            rows = tuple((name, *cells) for name, cells in self._rows(indicator))
            columns = (words["place"], *self._result.labels)
            yield Part(f"i-{number}", title, table=Table("indicator", title, columns, rows))

    def _rows(self, indicator: CommonIndicator) -> Iterator[tuple[str, tuple[str, ...]]]:
        """For each place that has the indicator its numbers, as they are written, by version."""
        for index, number in indicator.held:
            each = self._result.places[index]
            if each.track is not None:
                cells = dict(zip(each.versions, _numbers(each.track, each.track.series[number]), strict=True))
                yield visible(each.name), tuple(cells.get(n, "") for n in range(len(self._result.labels)))

    def grids(self) -> Iterator[Grid]:
        """What could not be followed, and a grid for each indicator."""
        words = self._words
        failed = tuple(Line("failed", e.name, (), (), words.say(e.error)) for e in self._result.places if e.error)
        if failed:
            yield Grid("failed", words["problem"], (), failed)
        for number, indicator in enumerate(self._result.indicators, 1):
            lines = tuple(Line("done", name, tuple(map(Field, cells))) for name, cells in self._rows(indicator))
            yield Grid(f"i-{number}", indicator.name, self._result.labels, lines)

    def sheets(self, audience: Audience) -> Iterator[Sheet]:
        """A row for each indicator and place, and all numbers of all places."""
        words, labels = audience.words, self._result.labels
        rows: list[tuple[Cell, ...]] = [
            (each.name, name, "", *cells) for each in self._result.indicators for name, cells in self._rows(each)
        ]
        empty = ("",) * len(labels)
        rows += [("", each.name, words.say(each.error), *empty) for each in self._result.places if each.error]
        first, error = audience.columns("indicator", "error")
        columns = (first, _name_of(audience), error, *(Column(label, label) for label in labels))
        yield Sheet("targets", "Targets" if audience.programs else words["track.targets"], columns, tuple(rows))
        found = ((each.name, points(each.track, audience)) for each in self._result.places if each.track)
        yield _together("points", audience.titled("points"), found, audience)


def _together(name: str, title: str, found: Iterable[tuple[str, Sheet]], audience: Audience) -> Sheet:
    """The rows of several sheets of the same columns, each behind the name of its place."""
    sheets = tuple(found)
    columns = sheets[0][1].columns if sheets else ()
    rows = tuple((place_name, *row) for place_name, sheet in sheets for row in sheet.rows)
    return Sheet(name, title, (_name_of(audience), *columns), rows)


def _name_of(audience: Audience) -> Column:
    """The column with the names of the places."""
    return Column("place", "place" if audience.programs else audience.words["places.place"].capitalize())


def _counts(each: CheckedPlace) -> tuple[str, ...]:
    """How many promises a place has, and how many of each outcome; nothing for one without a check."""
    if each.check is None:
        return ("",) * (1 + len(Outcome))
    verdicts = [promise.verdict for promise in each.check.promises]
    return (str(len(verdicts)), *(str(verdicts.count(outcome)) for outcome in Outcome))


def _told(check: Check, promise: Promise) -> tuple[str, str]:
    """What was promised and what was reported, as written, with its sign."""
    result = promise.result
    answer = ""
    if result is not None:
        source = check.reported.source
        answer = (
            signed(source, result.quantity) if result.quantity else visible(" ".join(source.shown(result.span).split()))
        )
    return signed(check.promised.source, promise.quantity), answer


def _numbers(track: Track, series: Series) -> tuple[str, ...]:
    """The numbers of a series as written, one for each version; a sign for a gap."""
    cells = [""] * len(track.labels)
    for point in series.points:
        source = track.documents[point.version].source
        cells[point.version] = signed(source, point.quantity) if point.quantity else ENGLISH["track.gap"]
    return tuple(cells)


def _filled(table: Table) -> Table:
    """The table without columns that are empty in all rows."""
    kept: Sequence[int] = [n for n in range(len(table.columns)) if any(row[n] for row in table.rows)]
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    return table._replace(columns=tuple(table.columns[n] for n in kept), rows=rows)
