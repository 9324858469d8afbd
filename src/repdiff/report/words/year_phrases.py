"""The words of the reports on promises and years, in one place: one frozen table per language, with the same keys."""

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from repdiff.model.years import Fate, Outcome
from repdiff.report.words import LANGUAGES, words_in


class CheckPhrases(NamedTuple):
    """The words of a check in one language."""

    summary: str
    promises: tuple[str, str]
    counted: str
    outcomes: Mapping[Outcome, str]
    promise: str
    result: str
    answer: str
    probable: str
    no_answer: str
    place: str
    quotation: str
    promised_table: str
    unpromised_table: str
    suggested_table: str


@cache
def _check(lang: str) -> CheckPhrases:
    words = words_in(lang)
    own = {n: words[f"check.{n}"] for n in CheckPhrases._fields if n not in ("promises", "outcomes")}
    return CheckPhrases(promises=("", ""), outcomes={o: words[f"outcomes.{o}"] for o in Outcome}, **own)


CHECKS: Final = {lang: _check(lang) for lang in LANGUAGES}


class TrackPhrases(NamedTuple):
    """The words of a track in one language."""

    summary: str
    targets: str
    indicator: str
    course: str
    commitments: str
    commitment: str
    place: str
    marks: str
    fates: Mapping[Fate, str]


@cache
def _track(lang: str) -> TrackPhrases:
    words = words_in(lang)
    own = {n: words[f"track.{n}"] for n in TrackPhrases._fields if n != "fates"}
    return TrackPhrases(fates={f: words[f"fates.{f.name.lower()}"] for f in Fate}, **own)


TRACKS: Final = {lang: _track(lang) for lang in LANGUAGES}
GAP: Final = "—"
