"""Files of decisions as a page takes them up, so that whoever opens it sees who decided what: as the page itself would export them."""

from collections.abc import Iterable, Sequence
from typing import Any

from repdiff.model.decisions import Author, Decision, Decisions, Side, Signature, Tick
from repdiff.model.judgements import PromiseDecision, PromiseDecisions, Quoted, SeriesDecision, SeriesDecisions

Obeyed = Decisions | PromiseDecisions | SeriesDecisions
"""A file of decisions, of any job."""


def review_files(decisions: Obeyed | Sequence[Obeyed] | None) -> list[dict[str, Any]]:
    """The files that a result was made with, in the order given."""
    if decisions is None:
        return []
    files = (decisions,) if isinstance(decisions, Decisions | PromiseDecisions | SeriesDecisions) else decisions
    return [_file(each) for each in files]


def _file(file: Obeyed) -> dict[str, Any]:
    signed = {"signed": [_signature(each) for each in file.signed]}
    if isinstance(file, Decisions):
        sides = {"old": _side(file.old), "new": _side(file.new)}
        pairs, marks = [_pair(each) for each in file.pairs], [_tick(each) for each in file.marks]
        return {"format": 2, **sides, "pairs": pairs, "marks": marks} | signed
    if isinstance(file, PromiseDecisions):
        sides = {"promised": _side(file.promised), "reported": _side(file.reported)}
        return {"format": 1, **sides, "verdicts": [_verdict(each) for each in file.verdicts]} | signed
    versions = [_side(each) for each in file.versions]
    return {"format": 1, "versions": versions, "series": [_series(each) for each in file.series]} | signed


def _side(side: Side) -> dict[str, str]:
    return {"name": side.name, "sha256": side.sha256}


def _signature(each: Signature) -> dict[str, Any]:
    return each._asdict() | {"files": list(each.files)}


def _author(author: Author, key: str = "by") -> dict[str, Any]:
    return {key: author.by, "at": author.at, "settles": author.settles}


def _pair(each: Decision) -> dict[str, Any]:
    said = {"verdict": each.verdict, "quote_old": each.quote_old, "quote_new": each.quote_new, "note": each.note}
    return {"old": list(each.old), "new": list(each.new), **said, **_author(each.author)}


def _tick(each: Tick) -> dict[str, Any]:
    said = {"verdict": each.verdict, "quote": each.quote, "note": each.note}
    return {"side": ("old", "new")[each.side], "span": list(each.span), **said, **_author(each.author)}


def _reviewed(each: PromiseDecision | SeriesDecision) -> dict[str, Any]:
    told = {"note": each.note, "confirmed": each.confirmed, "question": each.question}
    return told | _author(each.author, "reviewer")


def _verdict(each: PromiseDecision) -> dict[str, Any]:
    result = None if each.result is None else _quoted(each.result)
    return {"promise": _quoted(each.promise), "verdict": each.verdict, "result": result} | _reviewed(each)


def _series(each: SeriesDecision) -> dict[str, Any]:
    points = [{"version": version, **_quoted(quoted)} for version, quoted in each.points]
    return {"name": each.name, "points": points} | _reviewed(each)


def _quoted(quoted: Quoted) -> dict[str, Any]:
    places: Iterable[tuple[str, Any]] = (
        ("span", quoted.span and list(quoted.span)),
        ("place", quoted.place and "{}:{}".format(*quoted.place)),
    )
    found = {name: value for name, value in places if value}
    return {"quote": quoted.quote, "sentence": quoted.sentence, "at": quoted.at} | found
