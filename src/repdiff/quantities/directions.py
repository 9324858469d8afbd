"""Which way a number goes: the nearest verb or noun of rising or falling that governs it, before it or right behind it.

Where a word takes a direction back or turns it round (a fall that slows down), nothing is said. All patterns match folded text.
"""

import re
from collections import deque
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from repdiff.languages.fragments import Scripts, alternatives
from repdiff.languages.han import folded
from repdiff.languages.number_words import NumberWords, Pick
from repdiff.languages.scripts import Script, has_han, is_spaced, words_of
from repdiff.model.quantities import Direction, Measure, Quantity
from repdiff.model.texts import Span

_SIDED = ("money", "percent", "person")  # what a surplus or a deficit is counted in: the beginnings of families
_LEADS_ON = 13  # characters between a verb and the number that it leads on to (`down from about `)
_TWO_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f]{2}")
_BESIDE = re.compile(r"[^\s\d，。；]{0,6}|\s*")  # in any language
_LATIN = frozenset({Script.LATIN})
_ZEROS = {"above": Direction.UP, "below": Direction.DOWN}


class Turn(NamedTuple):
    """Where a number goes; whether the word that says so governs it as the change itself (`fell 5%`); whether something starts from it
    (`down from 5%`).
    """

    direction: Direction
    governs: bool
    starts: bool = False


_NONE = Turn(Direction.UNSAID, governs=False)


def turn_of(before: str, after: str, *, followed: bool) -> Turn:
    """What the phrase before a number and the text behind it say of where it goes; `followed` where another number ends that text."""
    found = _last_change(before)
    if _base().search(before):
        return _NONE._replace(starts=found is not None)
    if found and _stands_beside(before, found.end()):
        return Turn(_direction(found), governs=found.lastgroup != "blur")
    behind = _behind(_scripts(after)).match(after)
    if behind and not (followed and len(after) - behind.end() < _LEADS_ON):
        return Turn(_direction(behind), governs=behind.lastgroup != "blur")
    return Turn(_direction(found), governs=False) if found else _NONE


def direction_of(turn: Turn, measure: Measure, family: str, names: str) -> Direction:
    """The direction of a quantity: that of the word around it; of a level beside no such word, the side of zero that its name says."""
    if measure is Measure.BASE:
        return Direction.UNSAID
    if measure is Measure.LEVEL and family.startswith(_SIDED):
        side = _side_of_zero(names)
        if side is not Direction.UNSAID:
            return side
    return turn.direction if turn.governs or measure is not Measure.LEVEL else Direction.UNSAID


def turns_behind(after: str) -> bool:
    """Whether a word of change stands right behind a number."""
    return _behind(_scripts(after)).match(after) is not None


def last_change(text: str) -> Span | None:
    """Where the last word of change in a text stands."""
    found = _last_change(text)
    return Span(*found.span()) if found else None


def without_change(name: str) -> str:
    """A name without the word of change at its end; the name itself where nothing else is in it."""
    text = folded(name)
    found = _last_change(text)
    ends = found is not None and _stands_beside(text, found.end())
    return (name[: found.start()].rstrip() if found and ends else name) or name


def is_bare(words: str) -> bool:
    """Whether words with blanks between them say nothing but how something changes (`an increase of`, `down by`)."""
    if not words.strip() or has_han(words):
        return False
    return _bare(_LATIN if words.isascii() else None).fullmatch(words) is not None


def telling(words: Iterable[str]) -> frozenset[str]:
    """The words of a name in a language with blanks but those of change and those that tell nothing; all where no other is there."""
    found = frozenset(words)
    # A word alone stays, whatever it says.
    return found if len(found) <= 1 else frozenset(word for word in found if not is_bare(word)) or found


def side_of_zero(quantity: Quantity) -> Direction:
    """Whether a level lies by its name above zero (a surplus) or below it (a loss); `UNSAID` for all else."""
    if quantity.measure is not Measure.LEVEL or not quantity.family.startswith(_SIDED):
        return Direction.UNSAID
    return _side_of_zero(folded(" ".join(quantity.names)))


def crosses_zero(old: Quantity, new: Quantity) -> bool:
    """Whether one is a surplus and the other a deficit."""
    return {side_of_zero(old), side_of_zero(new)} == {Direction.UP, Direction.DOWN}


def change_words(name: str) -> frozenset[str]:
    """The words of change in a name, those that blur a direction among them."""
    text = folded(name)
    return frozenset(found[0].casefold() for found in _words(_scripts(text)).finditer(text))


def _side_of_zero(names: str) -> Direction:
    """The side of zero by the last word of a name that says one."""
    last = _last(_zero(), names)
    return _ZEROS[last.lastgroup] if last and last.lastgroup else Direction.UNSAID


def _last_change(text: str) -> re.Match[str] | None:
    return _last(_words(_scripts(text)), text)


def _scripts(text: str) -> Scripts:
    """The scripts of the words of change that a text can hold; in a text without Han, words of two letters (Up 5%) are among them."""
    found = words_of(text)
    return found if Script.HAN in found or not _TWO_LETTERS.search(text) else found | {Script.LATIN}


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(iter(deque(pattern.finditer(text), maxlen=1)), None)


def _direction(found: re.Match[str]) -> Direction:
    return {"up": Direction.UP, "down": Direction.DOWN}.get(found.lastgroup or "", Direction.UNSAID)


def bounded(pick: Pick, scripts: Scripts | None = None) -> str:
    """Alternatives of one field in all languages, or in those of `scripts`, words of scripts with blanks taken whole and in small or
    capital letters.
    """
    han, spaced = (alternatives(pick, blanks=blanks, scripts=scripts) for blanks in (False, True))
    return rf"{han}|(?i:(?<!\w)(?:{spaced})(?!\w))"


@cache
def _words(scripts: Scripts) -> re.Pattern[str]:
    """Words of change; those that blur one first: they hold it."""
    blur, down, up = (bounded(pick, scripts) for pick in (_blurs, _down, _up))
    return re.compile(rf"(?P<blur>{blur})|(?P<down>{down})|(?P<up>{up})")


def _stands_beside(text: str, at: int) -> bool:
    """Whether a word of change that ends there governs the number at the end of a text."""
    if _BESIDE.fullmatch(text, at):
        return True
    # Where no letter of a script with blanks stands, the long pattern need not be built.
    letters = any(is_spaced(char) and char.isalpha() for char in text[at:])
    return letters and _led_on().fullmatch(text, at) is not None


@cache
def _led_on() -> re.Pattern[str]:
    """What may stand between a word of change and the number that it governs in a language with blanks."""
    between, by = alternatives(_between, blanks=True), alternatives(_by, blanks=True)
    return re.compile(
        rf"\s*(?i:(?:(?:{between})(?!\w)['’]?\s*)*)|(?i:[^,;:.，。；]{{0,80}}(?<!\w)(?:{by})\s*(?:(?:{between})(?!\w)\s*)*)"
    )


@cache
def _behind(scripts: Scripts) -> re.Pattern[str]:
    """A word of change right behind a number, or behind what binds it to one."""
    filling, blur, down, up = (bounded(pick, scripts) for pick in (_before_verb, _blurs, _down, _up))
    more = bounded(lambda words: words.directions.up_behind, scripts)
    less = bounded(lambda words: words.directions.down_behind, scripts)
    return re.compile(
        rf"[\s-]*(?:(?:{filling})[\s-]*){{0,3}}(?:(?P<blur>{blur})|(?P<down>{down}|{less})|(?P<up>{up}|{more}))"
    )


@cache
def _bare(scripts: Scripts | None) -> re.Pattern[str]:
    picks = (
        _up,
        _down,
        _between,
        _by,
        _before_verb,
        lambda words: words.changes.silent,
        lambda words: words.changes.into,
    )
    words = "|".join(alternatives(pick, blanks=True, scripts=scripts) for pick in picks)
    return re.compile(rf"[\s-]*(?:(?:{words})(?!\w)[\s-]*)+", re.IGNORECASE)


@cache
def _base() -> re.Pattern[str]:
    return re.compile(rf"(?:{bounded(lambda words: words.directions.base)})\s*\Z")


@cache
def _zero() -> re.Pattern[str]:
    above, below = (bounded(pick) for pick in (_above_zero, _below_zero))
    return re.compile(rf"(?P<above>{above})|(?P<below>{below})")


def _up(words: NumberWords) -> str:
    return words.directions.up


def _down(words: NumberWords) -> str:
    return words.directions.down


def _blurs(words: NumberWords) -> str:
    return words.directions.blurs


def _between(words: NumberWords) -> str:
    return words.directions.between


def _by(words: NumberWords) -> str:
    return words.directions.by


def _before_verb(words: NumberWords) -> str:
    return words.directions.before_verb


def _above_zero(words: NumberWords) -> str:
    return words.directions.above_zero


def _below_zero(words: NumberWords) -> str:
    return words.directions.below_zero
