"""A check or a track as a file of decisions: what repdiff found and what a person decided, in the layout that `--decisions` reads.

It is complete, in the order of the report, and readable: every number with its place and the sentence around it. `by` says whether a
person or repdiff decided an entry, `reason` why repdiff did. Who changes an entry writes a `note`: an entry without one decides nothing.
"""

from collections.abc import Iterator
from typing import Any

from repdiff.model.document import Document
from repdiff.model.errors import RepdiffError
from repdiff.model.judgements import NO_PROMISE
from repdiff.model.quantities import Quantity
from repdiff.model.texts import Span
from repdiff.model.version import version
from repdiff.model.years import Check, Promise, Result, Series, Track

FORMAT = 1


def decisions(result: Any) -> dict[str, Any]:
    """The file of decisions of a check or a track as plain data. Raises RepdiffError for another result."""
    head = {"format": FORMAT, "repdiff": version()}
    if isinstance(result, Check):
        sides = {"promised": _side(result.promised), "reported": _side(result.reported)}
        promises = sorted((*result.promises, *result.refused), key=lambda promise: promise.quantity.span)
        return head | sides | {"verdicts": [_verdict(result, promise) for promise in promises]}
    if isinstance(result, Track):
        sides_of = zip(result.labels, result.documents, strict=True)
        versions = [{"label": label, **_side(document)} for label, document in sides_of]
        return head | {"versions": versions, "series": [_series(result, each) for each in result.series]}
    raise RepdiffError("There are no decisions of this kind of result.", "A check and a track have them.")


def _side(document: Document) -> dict[str, Any]:
    return {"name": document.source.name, "sha256": document.source.sha256}


def _verdict(check: Check, promise: Promise) -> dict[str, Any]:
    said = "" if promise.decided else str(promise.reason)
    return {
        "indicator": promise.quantity.name,
        "promise": _quoted(check.promised, promise.quantity.span, promise.quantity.sentence),
        "result": None if promise.result is None else _result(check, promise.result),
        "verdict": NO_PROMISE if promise.refused else promise.verdict,
        "by": _author(promise.decided),
        "reason": said,
        "note": promise.note,
    }


def _result(check: Check, result: Result) -> dict[str, Any]:
    return _quoted(check.reported, result.span, result.sentence)


def _series(track: Track, series: Series) -> dict[str, Any]:
    return {
        "name": series.name,
        "unit": series.unit,
        "points": list(_points(track, series)),
        "by": _author(series.decided),
        "note": series.note,
    }


def _points(track: Track, series: Series) -> Iterator[dict[str, Any]]:
    for point in series.points:
        quantity: Quantity | None = point.quantity
        if quantity is not None:
            quoted = _quoted(track.documents[point.version], quantity.span, point.sentence)
            yield {"version": track.labels[point.version], **quoted}


def _quoted(document: Document, span: Span, sentence: int) -> dict[str, Any]:
    whole = document.sentences[sentence].span
    line, column = document.source.place(span.start)
    inside = whole.start <= span.start and span.end <= whole.end
    return {
        "span": list(span),
        "place": f"{line}:{column}",
        "quote": document.source.quote(span),
    } | ({"sentence": document.source.quote(whole), "at": span.start - whole.start} if inside else {})


def _author(decided: bool) -> str:
    return "person" if decided else "repdiff"
