"""Qualifiers: what stands around a number and its unit and makes a bound of it, an about, or nothing."""

import re
from functools import cache
from typing import NamedTuple

from repdiff.languages.fragments import alternatives, characters, word_set
from repdiff.languages.number_words import NumberWords
from repdiff.model.quantities import Bound
from repdiff.text.quantity_grammar import (
    about,
    about_after,
    at_least,
    at_least_after,
    at_most,
    at_most_after,
    before,
    qualifier_alone,
    qualifier_before,
)

_LONGEST_HELD = 4  # characters of a verb that holds a number: 控制在, 压减到
_LONGEST_ALPHABETIC = 40  # characters of a qualifier with its blanks


class Qualified(NamedTuple):
    """Where a number begins with its qualifier, the qualifier as it stands, and what it makes of the number; a strict one leaves it out."""

    start: int
    qualifier: str
    bound: Bound
    strict: bool


def qualify(text: str, start: int, after: str, powers: str) -> Qualified:
    """The qualifiers of a number that begins at `start` of a clean text, `after` it those behind, `powers` what stands at its digits."""
    begin = _before(text, start)
    held = _held().search(text[max(0, begin - _LONGEST_HELD) : begin])
    if held:
        begin -= len(held[0])
    ahead = text[begin:start].strip()
    vague = _more().search(powers + after)
    qualifier = (ahead + (vague[0] if vague and not after else "") + after).strip()
    alone = qualifier_alone(ahead)
    bound = _bound(alone, after, bool(vague))
    if bound is Bound.AT_MOST and alone in word_set(_level) and _changing().search(_clauses().split(text[:begin])[-1]):
        bound = Bound.EXACT
    words = (alone, ahead[len(held[0]) :] if held else "", held[0] if held else "", after)
    strict = bound in (Bound.AT_LEAST, Bound.AT_MOST) and not word_set(_strict).isdisjoint(words)
    return Qualified(begin, qualifier, bound, strict)


def _before(text: str, start: int) -> int:
    """Where the qualifier before a number begins."""
    spaced = text[start - 1 : start].isspace()
    alphabetic = qualifier_before().search(text[max(0, start - _LONGEST_ALPHABETIC) : start]) if spaced else None
    if alphabetic:
        return start - len(alphabetic[0])
    end = start - spaced
    qualifiers = before()
    sizes = (n for n in range(min(end, _longest()), 0, -1) if text[end - n : end] in qualifiers)
    size = next(sizes, 0)
    begin = end - size
    # A single character may be the end of a word (通过): only before it a mark or a verb of reaching.
    half = (
        size == 1 and text[begin] in word_set(_half_words) and text[max(0, begin - 1) : begin] not in ("", "，", "、")
    )
    ends = bool(size) and any(text.endswith(word, 0, end) for word in word_set(_alike))
    borne = size and not half and not ends
    return begin if borne else start


def _bound(ahead: str, after: str, vague: bool) -> Bound:
    """What the qualifiers before and after a number make of it; what stands behind it says more."""
    behind, after = _behind(), f" {after}"
    words = ahead
    if behind[Bound.ABOUT].search(after) or words in about():
        return Bound.ABOUT
    if behind[Bound.AT_MOST].search(after) or words in at_most() or _held_below().search(ahead):
        return Bound.AT_MOST
    if vague or behind[Bound.AT_LEAST].search(after) or words in at_least() or _held_above().search(ahead):
        return Bound.AT_LEAST
    return Bound.EXACT


@cache
def _longest() -> int:
    return max(map(len, before()))


@cache
def _behind() -> dict[Bound, re.Pattern[str]]:
    picks = {Bound.ABOUT: about_after, Bound.AT_MOST: at_most_after, Bound.AT_LEAST: at_least_after}
    return {bound: re.compile(alternatives(pick)) for bound, pick in picks.items()}


@cache
def _more() -> re.Pattern[str]:
    return re.compile(f"[{characters(lambda words: words.amounts.more)}]")


@cache
def _held() -> re.Pattern[str]:
    picks = (_below, _above, lambda words: words.amounts.held)
    return re.compile(rf"(?:{'|'.join(map(alternatives, picks))})\Z")


@cache
def _held_below() -> re.Pattern[str]:
    return re.compile(alternatives(_below))


@cache
def _held_above() -> re.Pattern[str]:
    return re.compile(alternatives(_above))


@cache
def _clauses() -> re.Pattern[str]:
    """What parts two clauses, in a language with blanks."""
    joins = alternatives(lambda words: words.amounts.joins, blanks=True)
    return re.compile(rf"[.;:!?](?!\d)| (?:{joins}) ")


@cache
def _changing() -> re.Pattern[str]:
    """A verb or noun of rising and falling."""
    words = "|".join(alternatives(pick, blanks=True) for pick in (_up, _down))
    return re.compile(rf"(?i:(?<![^\W\d_])(?:{words})(?![^\W\d_]))")


def _up(words: NumberWords) -> str:
    return words.directions.up


def _down(words: NumberWords) -> str:
    return words.directions.down


def _level(words: NumberWords) -> str:
    return words.amounts.level


def _half_words(words: NumberWords) -> str:
    return words.amounts.half_words


def _strict(words: NumberWords) -> str:
    return words.amounts.strict


def _alike(words: NumberWords) -> str:
    return words.amounts.ends_alike


def _below(words: NumberWords) -> str:
    return words.amounts.held_below


def _above(words: NumberWords) -> str:
    return words.amounts.held_above
