"""Promises and targets over the years as answers."""

from collections import Counter
from collections.abc import Collection

from repdiff.agents import answers
from repdiff.agents.quotes import Window, figure, paged, quote, sentence
from repdiff.model.document import Document
from repdiff.model.years import Agreement, Check, Outcome, Point, Promise, Result, Series, Track
from repdiff.records.entries import number, numbers
from repdiff.report import promises, timeline
from repdiff.report.charts import measured, name_of

_FEWEST = 2
"""Versions that have a number of a target, from which on it can be followed."""


def checked(check: Check, verdicts: Collection[str], window: Window) -> answers.Checked:
    """What became of the promises; of those with one of the `verdicts`, or of all."""
    found = [each for each in check.promises if not verdicts or each.verdict in verdicts]
    head, rows = paged(found, window, lambda promise: _verdict(check, promise), check.notes)
    counted = Counter(each.verdict for each in check.promises)
    return answers.Checked(
        **head,
        promises=check.promised.source.name,
        results=check.reported.source.name,
        summary=promises.sentence(check),
        counts={str(outcome): counted[outcome] for outcome in Outcome},
        rows=rows,
    )


def _verdict(check: Check, promise: Promise) -> answers.Verdict:
    found = answers.Verdict(
        verdict=str(promise.verdict),
        reason=str(promise.reason),
        indicator=promise.quantity.name,
        promise=figure(check.promised, promise.quantity),
        result=None if promise.result is None else _result(check.reported, promise.result),
    )
    if promise.result is not None:
        found["score"] = round(promise.result.score, 2)
    if promise.gap is not None:
        found["gap"] = number(promise.gap)
    open_ones = [each for each in promise.conditions if each.state is not Agreement.AGREES]
    if open_ones:
        found["conditions"] = [answers.Condition(name=each.name, state=str(each.state)) for each in open_ones]
    if promise.decided:
        found["decided"] = True
    return found


def _result(document: Document, result: Result) -> answers.Figure | answers.Quote:
    return figure(document, result.quantity) if result.quantity is not None else quote(document, result.span)


def tracked(track: Track, indicator: str, window: Window) -> answers.Tracked:
    """The targets that can be followed; of those whose name holds `indicator`, or of all."""
    wanted = indicator.casefold()
    found = [each for each in track.series if len(measured(each)) >= _FEWEST and wanted in name_of(each).casefold()]
    head, rows = paged(found, window, lambda series: _target(track, series), track.notes)
    names = (document.source.name for document in track.documents)
    return answers.Tracked(
        **head,
        versions=dict(zip(track.labels, names, strict=True)),
        summary=timeline.sentence(track),
        rows=rows,
    )


def _target(track: Track, series: Series) -> answers.Target:
    return answers.Target(indicator=name_of(series), points=[_point(track, each) for each in series.points])


def _point(track: Track, point: Point) -> answers.Point:
    document, quantity = track.documents[point.version], point.quantity
    found = answers.Point(
        version=track.labels[point.version],
        value=None if quantity is None else numbers(quantity.numbers),
        unit="" if quantity is None else quantity.written,
        source=sentence(document, point.sentence) if quantity is None else figure(document, quantity),
    )
    if point.doubt:
        found["doubt"] = str(point.doubt)
    return found
