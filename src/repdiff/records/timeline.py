"""Several versions for programs: one JSON object, UTF-8.

- `format`: 1; another number where a key changes its meaning or goes away, not where one is added.
- `repdiff`: version of the program. `options`: those that made the result, by name (see `repdiff.TrackOptions`); absent before they were
  recorded. `notes`: plain sentences.
- `versions`: `label` and the file, as `old` of a comparison.
- `indicators`: `name`, `unit`, `points` (`version`, `span`, value, unit as written, `text`; `signed` in the base unit with the sign of its
  `direction`; `doubt`, why it may not be comparable with the point before; `also`, the spans where the same version says it again; with
  results `verdict` and `result`, the number of the version after), and `gaps`: `span` null beside the sentence that names the indicator
  without a number; `decided` says that a person put the numbers together, with the reason in `note`.
- `commitments`: `stages`: `version`, `fate`, `span`, `text`.
- `review`: only where a file of decisions was obeyed; see `repdiff.records.comparison`.
"""

from typing import Any

from repdiff.model.version import version
from repdiff.model.years import Life, Point, Track
from repdiff.records.entries import document_head, options_entry, quantity_entry
from repdiff.report.words import ENGLISH

FORMAT = 1


def record(track: Track) -> dict[str, Any]:
    """The versions as plain data; the keys are those above."""
    heads = [document_head(d) | {"label": n} for d, n in zip(track.documents, track.labels, strict=True)]
    return {
        "format": FORMAT,
        "repdiff": version(),
        "options": options_entry(track.options),
        "notes": list(track.notes),
        "versions": heads,
        "indicators": [
            {
                "name": s.name,
                "unit": s.unit,
                "points": [_point(track, p) for p in s.points if p.quantity is not None],
                "gaps": [_point(track, p) for p in s.points if p.quantity is None],
                "decided": s.decided,
                "note": s.note,
            }
            for s in track.series
        ],
        "commitments": [{"stages": [_stage(track, life, n) for n in range(len(life.stages))]} for life in track.lives],
    } | _review(track)


def _review(track: Track) -> dict[str, Any]:
    """What persons said, where a file of decisions was obeyed."""
    from repdiff.report.reviews import entry, of_track

    return {} if track.review is None else {"review": entry(of_track(track, ENGLISH))}


def _point(track: Track, point: Point) -> dict[str, Any]:
    document, quantity = track.documents[point.version], point.quantity
    entry: dict[str, Any] = {"version": point.version, "span": None, "sentence": document.text(point.sentence)}
    if quantity is None:
        return entry
    entry |= {
        **quantity_entry(document.source, quantity),
        "span": list(quantity.span),
        "text": document.source.quote(quantity.span),
        "unit": quantity.written,
        "base_unit": quantity.unit,
        "also": [list(each.span) for each in point.also],
        "doubt": point.doubt,
    }
    return entry | _answer(track, point) if track.options.results else entry


def _answer(track: Track, point: Point) -> dict[str, Any]:
    """What became of a target, and the result that says so."""
    if point.result is None:
        return {"verdict": point.verdict, "result": None}
    document, quantity = track.documents[point.version + 1], point.result.quantity
    result: dict[str, Any] = {
        "version": point.version + 1,
        "span": list(point.result.span),
        "text": document.source.quote(point.result.span),
        "sentence": document.text(point.result.sentence),
    }
    if quantity is not None:
        result |= {**quantity_entry(document.source, quantity), "unit": quantity.written, "base_unit": quantity.unit}
    return {"verdict": point.verdict, "result": result}


def _stage(track: Track, life: Life, index: int) -> dict[str, Any]:
    stage = life.stages[index]
    if stage.sentence is None:
        return {"version": stage.version, "fate": stage.fate, "span": None, "text": ""}
    document = track.documents[stage.version]
    span = document.sentences[stage.sentence].span
    return {"version": stage.version, "fate": stage.fate, "span": list(span), "text": document.source.quote(span)}
