"""Verbs of growing and falling, reaching and adding around a number: what they make of it. All patterns match folded text."""

import re
from collections.abc import Sequence
from functools import cache

from repdiff.languages.fragments import alternatives, fragments
from repdiff.languages.number_words import NumberWords, Pick
from repdiff.quantities.directions import bounded


def changes(*picks: Pick, blanks: bool | None = None) -> str:
    """Alternatives of the verbs of these groups in all languages, or in those with blanks or without."""
    return "|".join(alternatives(pick, blanks=blanks) for pick in picks)


@cache
def growth() -> re.Pattern[str]:
    """A verb or noun of change near the end of what stands before a number."""
    return re.compile(rf"(?:{changes(moves, rates)})[^\d，。；]{{0,6}}\Z")


@cache
def rises_to() -> re.Pattern[str]:
    """Behind a number, that it is only where something rises from."""
    return re.compile(rf"[^，。；]{{0,3}}(?:{changes(moves, shifts, short)})(?:{_to()})")


@cache
def bare_change() -> re.Pattern[str]:
    """A clause that only says how something changed (group 1); what changed stands in the clause before it."""
    beside, done, reaching = alternatives(_beside), alternatives(_done), alternatives(_reaching)
    verbs = changes(moves, rates, short, blanks=False)
    return re.compile(rf"(?:{beside})*((?:{verbs})(?:{done}|{_to()}|{reaching})?)")


@cache
def grows_by() -> re.Pattern[str]:
    """Before a number, that it counts what is added or taken away."""
    again, counted, done = alternatives(_again), alternatives(_counted), alternatives(_done)
    return re.compile(rf"^(?:{again})?(?:{counted})|(?:{counted})(?:{done})?\Z")


@cache
def leaning() -> re.Pattern[str]:
    """A clause without a subject of its own: the one before is what it goes on with."""
    return re.compile(alternatives(lambda words: words.changes.leaning, blanks=False))


@cache
def running() -> re.Pattern[str]:
    """Before a number of years, that something was so in all of them."""
    return re.compile(alternatives(lambda words: words.changes.running, blanks=False))


@cache
def levels() -> re.Pattern[str]:
    """Before a number, that it is the level that something comes to."""
    near = alternatives(lambda words: words.changes.near)
    verbs = changes(moves, shifts, short)
    return re.compile(rf"(?:(?:{verbs})(?:{_to()})|{bounded(_reaching)})\s*(?:{near})?\Z")


@cache
def regrows() -> re.Pattern[str]:
    """Before a number, that it is a growth, whatever its unit."""
    return re.compile(alternatives(lambda words: words.changes.compared))


@cache
def adds() -> re.Pattern[str]:
    """Before a number, that it counts what is new."""
    return re.compile(f"(?:{alternatives(lambda words: words.changes.adding)})", re.IGNORECASE)


@cache
def silent() -> re.Pattern[str]:
    """What a name says beside what it is about: verbs of doing and growing, marks, words for the whole."""
    kept = set(_words(fragments(lambda words: words.changes.in_names)))
    verbs = [verb for pick in (moves, rates) for verb in _words(fragments(pick, blanks=False)) if verb not in kept]
    han, spaced = (alternatives(lambda words: words.changes.silent, blanks=blanks) for blanks in (False, True))
    return re.compile(rf"(?:{'|'.join(verbs)}|{han}|[()（）●■、“”\"'《》]|\b(?:{spaced})\b)")


def moves(words: NumberWords) -> str:
    """Verbs that take a number by which, and one to which."""
    return words.changes.moves


def rates(words: NumberWords) -> str:
    """Verbs and nouns of growth that a number follows."""
    return words.changes.rates


def shifts(words: NumberWords) -> str:
    """Verbs that take a number to which."""
    return words.changes.shifts


def short(words: NumberWords) -> str:
    """Verbs of one character."""
    return words.changes.short


def _to() -> str:
    return alternatives(lambda words: words.changes.to)


def _words(found: Sequence[str]) -> list[str]:
    return [word for fragment in found for word in fragment.split("|")]


def _reaching(words: NumberWords) -> str:
    return words.changes.reaching


def _beside(words: NumberWords) -> str:
    return words.changes.beside


def _done(words: NumberWords) -> str:
    return words.changes.done


def _again(words: NumberWords) -> str:
    return words.changes.again


def _counted(words: NumberWords) -> str:
    return words.changes.counted
