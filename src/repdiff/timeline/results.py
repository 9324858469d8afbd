"""Results: what the report of the year after says of the targets of a version."""

from bisect import bisect_right
from dataclasses import fields, replace

from repdiff.cut.titles import year
from repdiff.model.document import Document
from repdiff.model.options import CheckOptions, PairingOptions, TrackOptions
from repdiff.model.said import Said
from repdiff.model.texts import Span
from repdiff.model.years import Point, Promise, Track
from repdiff.promises import check


def with_results(track: Track) -> Track:
    """The track with the result and the verdict of every target whose version is followed by the report of the year after."""
    answers: list[dict[Span, Promise]] = []
    notes: list[str] = []
    for old, new in zip(track.documents, (*track.documents[1:], None), strict=True):
        if new is None:
            answers.append({})
        elif _answers(old, new):
            found = check(old.source, new.source, _options(track.options))
            answers.append({promise.quantity.span: promise for promise in found.promises})
        else:
            answers.append({})
            notes.append(
                Said(
                    "The results of {old} are not in {new}, which is not the report of the year after.",
                    old=old.source.name,
                    new=new.source.name,
                )
            )
    series = tuple(
        replace(each, points=tuple(_answered(track, point, answers[point.version]) for point in each.points))
        for each in track.series
    )
    return replace(track, series=series, notes=tuple(dict.fromkeys((*track.notes, *notes))))


def _answers(old: Document, new: Document) -> bool:
    """Whether a version reports on the year of another: it is of that year or the one after, or one of them names none."""
    mine, theirs = year(old), year(new)
    return not (mine and theirs) or int(theirs) - int(mine) in (0, 1)


def _options(options: TrackOptions) -> CheckOptions:
    return CheckOptions(**{field.name: getattr(options, field.name) for field in fields(PairingOptions)})


def _answered(track: Track, point: Point, promises: dict[Span, Promise]) -> Point:
    """The point with the result of its target, by whichever of its statements has one."""
    if point.quantity is None:
        return point
    stated = [promises[q.span] for q in (point.quantity, *point.also) if q.span in promises]
    best = next((promise for promise in stated if promise.result is not None), stated[0] if stated else None)
    if best is None:
        return point
    if best.result is None:
        return replace(point, verdict=best.verdict)
    sentences = track.documents[point.version + 1].sentences
    sentence = bisect_right(sentences, best.result.span.start, key=lambda each: each.span.start) - 1
    return replace(point, result=replace(best.result, sentence=sentence), verdict=best.verdict)
