"""What a person decided about promises and series, as a file: reading it and saying what is wrong with it.

    {"format": 1, "promised": {"name": "2021.txt", "sha256": "..."}, "reported": {"name": "2022.txt", "sha256": "..."},
     "verdicts": [{"promise": {"place": "12:3", "quote": "7.5%"}, "verdict": "met", "note": "the yearbook says 7.6",
                   "result": {"span": [98, 104], "quote": "7.6%", "sentence": "..."}}]}

    {"format": 1, "versions": [{"name": "2020.txt", "sha256": "..."}, {"name": "2021.txt", "sha256": "..."}],
     "series": [{"name": "growth", "note": "one target", "points": [{"version": "2020", "place": "12:3", "quote": "7%"}]}]}

A number is given by its text and its place (line:column) or its span; with the sentence around it, it is found again in a text that
changed. An entry without a note decides nothing: so reads what repdiff itself wrote. Who went through it may have added `confirmed` (true),
a `question`, `reviewer`, `at` and `settles`, and `signed` as in a file of pairs. Other keys are left alone.
"""

import json
import os
import re
from typing import Any

from repdiff.model.decisions import Author
from repdiff.model.errors import RepdiffError
from repdiff.model.judgements import (
    NO_PROMISE,
    PromiseDecision,
    PromiseDecisions,
    Quoted,
    SeriesDecision,
    SeriesDecisions,
)
from repdiff.model.years import Outcome
from repdiff.sources.decisions import author_of, loaded, note_of, side_of, signatures_of, span_of

_PLACE = re.compile(r"([1-9]\d{0,9}):([1-9]\d{0,9})")


def read_promise_decisions(path: str | os.PathLike[str]) -> PromiseDecisions:
    """Read and check a file of decisions about a check; "-" is standard input.

    Raises RepdiffError naming the file, the number of the entry (from 1), and what to do.
    """
    found, name, file = loaded(path, "verdicts")
    sides = [side_of(found.get(side), f"{name}: {side}") for side in ("promised", "reported")]
    entries = (_verdict(each, f"{name}, entry {n}") for n, each in enumerate(found["verdicts"], 1))
    return PromiseDecisions(file, sides[0], sides[1], tuple(entries), signatures_of(found, name))


def read_series_decisions(path: str | os.PathLike[str]) -> SeriesDecisions:
    """Read and check a file of decisions about several versions; "-" is standard input.

    Raises RepdiffError naming the file, the number of the entry (from 1), and what to do.
    """
    found, name, file = loaded(path, "series")
    versions = found.get("versions")
    if not isinstance(versions, list):
        raise RepdiffError(
            f"{name}: versions is no list.", 'Give [{"name": ..., "sha256": ...}, ...], the oldest first.'
        )
    sides = tuple(side_of(side, f"{name}: version {n}") for n, side in enumerate(versions, 1))
    entries = (_series(each, f"{name}, entry {n}") for n, each in enumerate(found["series"], 1))
    return SeriesDecisions(file, sides, tuple(entries), signatures_of(found, name))


def _verdict(found: Any, where: str) -> PromiseDecision:
    entry = _object(found, where)
    promise = _quoted(entry.get("promise"), f"{where}: promise")
    verdict, allowed = entry.get("verdict", ""), (*map(str, Outcome), NO_PROMISE)
    result = None if entry.get("result") is None else _quoted(entry["result"], f"{where}: result")
    if verdict not in allowed and not (verdict == "" and result):
        shown = json.dumps(verdict, ensure_ascii=False)[:20]
        raise RepdiffError(f"{where}: verdict {shown} is unknown.", f"Write one of {', '.join(allowed)}.")
    return PromiseDecision(promise, verdict, result, note_of(entry, where), *_reviewed(entry, where))


def _reviewed(entry: dict[str, Any], where: str) -> tuple[bool, str, Author]:
    """Whether a person confirmed an entry, what one asks about it, and who that is."""
    confirmed, question = entry.get("confirmed", False), entry.get("question", "")
    if not isinstance(confirmed, bool):
        raise RepdiffError(f"{where}: confirmed is neither true nor false.", "Write one of them, or leave it out.")
    if not isinstance(question, str):
        raise RepdiffError(f"{where}: question is no text.", "Write it in quotation marks, or leave it out.")
    return confirmed, question.strip(), author_of(entry, where, "reviewer")


def _series(found: Any, where: str) -> SeriesDecision:
    entry = _object(found, where)
    name, points = entry.get("name"), entry.get("points")
    if not isinstance(name, str) or not name.strip():
        raise RepdiffError(f"{where} has no name.", "Write what the series is to be called.")
    if not isinstance(points, list) or not points:
        raise RepdiffError(f"{where} has no points.", "List its numbers, one for each version.")
    told = tuple(_point(each, f"{where}, point {n}") for n, each in enumerate(points, 1))
    if len({version for version, _ in told}) < len(told):
        raise RepdiffError(f"{where} has two numbers of one version.", "Keep one, or make two series.")
    return SeriesDecision(name.strip(), told, note_of(entry, where), *_reviewed(entry, where))


def _point(found: Any, where: str) -> tuple[str, Quoted]:
    entry = _object(found, where)
    version = entry.get("version")
    if not isinstance(version, str) or not version:
        raise RepdiffError(f"{where} has no version.", "Write the label of the version, in quotation marks.")
    return version, _quoted(entry, where)


def _quoted(found: Any, where: str) -> Quoted:
    entry = _object(found, where)
    quote, sentence = entry.get("quote"), entry.get("sentence", "")
    if not isinstance(quote, str) or not any(map(str.isalnum, quote)):
        raise RepdiffError(f"{where} has no quote.", "Write the text that stands there, as it stands in the file.")
    if not isinstance(sentence, str) or (sentence and quote not in sentence):
        raise RepdiffError(f"{where}: the sentence does not hold the quote.", "Copy both from the file.")
    span = span_of(entry["span"], f"{where}: span") if "span" in entry else None
    # A file of pages is told places as `p. 12`: there the span alone says where.
    place = _place(entry["place"], where) if "place" in entry and (span is None or _is_place(entry["place"])) else None
    if place is None and span is None:
        raise RepdiffError(f"{where} has no place.", 'Write "place": "12:3", line and column, or a span.')
    return Quoted(quote, span, place, sentence, _at(entry, quote, sentence, where))


def _at(entry: dict[str, Any], quote: str, sentence: str, where: str) -> int:
    """Where the quotation begins in its sentence."""
    at = entry.get("at", sentence.find(quote) if sentence.count(quote) == 1 else None)
    if not sentence:
        return 0
    if type(at) is not int or at < 0 or not sentence.startswith(quote, at):
        hint = 'Write "at": how many characters of the sentence stand before it.'
        raise RepdiffError(f"{where}: where in its sentence the quote stands is not clear.", hint)
    return at


def _is_place(found: Any) -> bool:
    return isinstance(found, str) and _PLACE.fullmatch(found) is not None


def _place(found: Any, where: str) -> tuple[int, int]:
    parts = _PLACE.fullmatch(found) if isinstance(found, str) else None
    if parts is None:
        raise RepdiffError(f"{where}: place is no line and column.", 'Write "12:3", as reports do.')
    return int(parts[1]), int(parts[2])


def _object(found: Any, where: str) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise RepdiffError(f"{where}: no object.", "Export the decisions again, or mend the file by hand.")
    return found
