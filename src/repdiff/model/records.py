"""The rows of results, made of what the results hold and nothing else."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Group, Kind, Link
from repdiff.model.quantities import Quantity
from repdiff.model.texts import Span
from repdiff.model.years import CONDITIONS, Check, Point, Promise, Series, Track

_DIGITS: Final = 4  # of a score


def comparison_records(comparison: Comparison) -> list[dict[str, Any]]:
    """A row for each group, each dropped and each added sentence (see `Comparison.records`)."""
    from repdiff.model.view import View

    least, at = View().min_score, _order(comparison)
    doubted = {link.old for link in comparison.perhaps}, {link.new for link in comparison.perhaps}
    found = [(at[1][min(group.new)], _group_row(comparison, group, least)) for group in comparison.groups]
    for side, (kind, lone) in enumerate(((Kind.DROPPED, comparison.dropped), (Kind.ADDED, comparison.added))):
        for sentence in lone:
            sides = ((sentence,), ()) if side == 0 else ((), (sentence,))
            row = _row(comparison, kind, sides) | {"perhaps": sentence in doubted[side]}
            found.append((at[side][sentence], row))
    return [row for _, row in sorted(found, key=lambda each: each[0])]


def _order(comparison: Comparison) -> tuple[dict[int, tuple[int, int]], dict[int, tuple[int, int]]]:
    """Where old and new sentences stand in the order of the new text; an old one without partner behind the one before it that has one."""
    new = {sentence.id: (sentence.id, -1) for sentence in comparison.new.sentences}
    partner = {s: min(group.new) for group in comparison.groups if not group.moved for s in group.old}
    old, last = {}, -1
    for sentence in comparison.old.sentences:
        last = partner.get(sentence.id, last)
        old[sentence.id] = (last, sentence.id)
    return old, new


def _group_row(comparison: Comparison, group: Group, least: float) -> dict[str, Any]:
    links = [comparison.links[i] for i in group.links]
    row = _row(comparison, group.kind, (group.old, group.new), links)
    return row | {
        "moved": group.moved,
        "turned": [_turned(comparison, each.old, each.new) for each in group.turned],
        "shape": str(group.shape),
        "renumbered": group.renumbered,
        "score": round(group.score, _DIGITS),
        "perhaps": any(link.is_doubtful(least) for link in links),
    }


def _row(
    comparison: Comparison, kind: Kind, sides: tuple[Sequence[int], Sequence[int]], links: Sequence[Link] = ()
) -> dict[str, Any]:
    documents = (comparison.old, comparison.new)
    roles = [str(document.sentences[s].role) for document, side in zip(documents, sides, strict=True) for s in side]
    row: dict[str, Any] = {"kind": str(kind), "moved": False, "turned": [], "shape": "one", "renumbered": False}
    row |= {"score": None, "perhaps": False, "roles": list(dict.fromkeys(roles))}
    for name, document, sentences in zip(("old", "new"), documents, sides, strict=True):
        row |= {f"{name}_{key}": value for key, value in _side(document, sentences).items()}
    row["reason"] = _once(str(link.reason) for link in links)
    row["decided"] = any(link.decided for link in links)
    row["note"] = _once(link.note for link in links)
    return row


def _side(document: Document, sentences: Sequence[int]) -> dict[str, Any]:
    spans = [document.sentences[sentence].span for sentence in sentences]
    titles = (document.chapter(document.sentences[sentence].section).title for sentence in sentences)
    return {
        "section": _once(titles),
        "text": " ".join(map(document.shown, sentences)),
        "spans": [list(span) for span in spans],
        "places": [document.source.stands(span.start) for span in spans],
    }


def _turned(comparison: Comparison, old: Span, new: Span) -> str:
    return f"{comparison.old.source.shown(old)} → {comparison.new.source.shown(new)}"


def _once(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def check_records(check: Check) -> list[dict[str, Any]]:
    """A row for each promise (see `Check.records`)."""
    return [_promise_row(check, promise) for promise in check.promises]


def _promise_row(check: Check, promise: Promise) -> dict[str, Any]:
    result, quantity = promise.result, promise.quantity
    states = {each.name: str(each.state) for each in promise.conditions}
    return {
        "verdict": str(promise.verdict),
        "indicator": quantity.name,
        **_quantity("target", check.promised, quantity),
        "target_bound": str(quantity.bound),
        **_quantity("result", check.reported, result.quantity if result else None),
        "gap": _number(promise.gap),
        "percent_of_target": _number(promise.share),
        "reason": str(promise.reason),
        **{f"condition_{name}": states.get(name) for name in CONDITIONS},
        **_sentence("promise", check.promised, quantity.sentence, quantity.span),
        **_sentence("answer", check.reported, result.sentence if result else None, result.span if result else None),
        "decided": promise.decided,
        "note": promise.note,
    }


def track_records(track: Track) -> list[dict[str, Any]]:
    """A row for each point of a series (see `Track.records`)."""
    return [_point_row(track, series, point) for series in track.series for point in series.points]


def _point_row(track: Track, series: Series, point: Point) -> dict[str, Any]:
    document, quantity, result = track.documents[point.version], point.quantity, point.result
    later = track.documents[point.version + 1] if result is not None else document
    return {
        "indicator": series.name,
        "version": track.labels[point.version],
        **_quantity("target", document, quantity),
        "target_bound": str(quantity.bound) if quantity else None,
        "direction": (str(quantity.direction) or None) if quantity else None,
        "doubt": str(point.doubt),
        "verdict": str(point.verdict) if point.verdict else None,
        **_quantity("result", later, result.quantity if result else None),
        **_sentence("target", document, point.sentence, quantity.span if quantity else None),
        "decided": series.decided,
        "note": series.note,
    }


def _quantity(name: str, document: Document, quantity: Quantity | None) -> dict[str, Any]:
    """A quantity as written, its number in the base unit with its sign, the higher end of a range, the unit."""
    if quantity is None:
        return {name: None, f"{name}_number": None, f"{name}_high": None, f"{name}_unit": None}
    low, *high = quantity.signed
    return {
        name: document.source.shown(quantity.span),
        f"{name}_number": _number(low),
        f"{name}_high": _number(high[0]) if high else None,
        f"{name}_unit": quantity.unit,
    }


def _sentence(name: str, document: Document, sentence: int | None, span: Span | None) -> dict[str, Any]:
    """A sentence, the place and the span of what is said in it; of the sentence itself where nothing in it is meant."""
    if sentence is None:
        return {f"{name}_text": None, f"{name}_span": None, f"{name}_place": None}
    found = span or document.sentences[sentence].span
    return {
        f"{name}_text": document.shown(sentence),
        f"{name}_span": list(found),
        f"{name}_place": document.source.stands(found.start),
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
