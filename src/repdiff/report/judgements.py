"""What repdiff says of each promise and series, and what a person decided, as entries of a file of decisions."""

from pathlib import PurePath
from typing import Any

from repdiff.model.document import Document
from repdiff.model.judgements import NO_PROMISE
from repdiff.model.texts import Span
from repdiff.model.years import Check, Promise, Result, Series, Track
from repdiff.report.passages import place


def side_entry(document: Document) -> dict[str, Any]:
    """A document that decisions speak of: the name of its file alone, since the folder is one machine's."""
    return {"name": PurePath(document.source.name).name, "sha256": document.source.sha256}


def promise_entry(check: Check, promise: Promise) -> dict[str, Any]:
    """A promise with its result, its verdict, and who gave it."""
    result = promise.result
    return {
        "indicator": promise.quantity.name,
        "promise": _quoted(check.promised, promise.quantity.span, promise.quantity.sentence),
        "result": None if result is None else _quoted(check.reported, result.span, result.sentence),
        "verdict": NO_PROMISE if promise.refused else promise.verdict,
        "by": _author(promise.decided),
        "reason": "" if promise.decided else str(promise.reason),
        "note": promise.note,
    }


def result_entry(check: Check, result: Result) -> dict[str, Any]:
    """A result to choose for a promise."""
    named = {"indicator": result.quantity.name} if result.quantity else {}
    return named | _quoted(check.reported, result.span, result.sentence)


def series_entry(track: Track, series: Series) -> dict[str, Any]:
    """A series with its numbers, and who put them together."""
    return {
        "name": series.name,
        "unit": series.unit,
        "points": [
            {"version": track.labels[p.version], **_quoted(track.documents[p.version], p.quantity.span, p.sentence)}
            for p in series.points
            if p.quantity is not None
        ],
        "by": _author(series.decided),
        "note": series.note,
    }


def _quoted(document: Document, span: Span, sentence: int) -> dict[str, Any]:
    """A quotation with its place, and with the sentence around it where that holds it whole."""
    whole = document.sentences[sentence].span
    found = {"span": list(span), "place": place(document, span.start), "quote": document.source.quote(span)}
    if not (whole.start <= span.start and span.end <= whole.end):
        return found
    return found | {"sentence": document.source.quote(whole), "at": span.start - whole.start}


def _author(decided: bool) -> str:
    return "person" if decided else "repdiff"
