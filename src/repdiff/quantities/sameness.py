"""How much of what two quantities are called is the same: characters of scripts without blanks, else words, without verbs of doing."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from repdiff.languages.han import folded
from repdiff.languages.scripts import ACCENTS, HAN_BASIC
from repdiff.model.quantities import Quantity
from repdiff.quantities.directions import telling
from repdiff.quantities.targets import core

_HAN = re.compile(rf"[\u3041-\u30ff{HAN_BASIC}]")
_WORD = re.compile(rf"(?:[^\W\d_\u3041-\u30ff\u3400-\u9fff]|[{ACCENTS}]){{2,}}")
_HALF = 0.5  # of the characters before the common end of two names, that one thing called in two ways has in common
_LEAST_WORDS = 2  # that two names must end in, before those that part them are looked at
_MANY_WORDS = 4  # and from how many on they are names of one thing, whatever stands before
_STEM = 4  # letters that the forms of one word have in common
_LEAST_HAN = 2  # characters from which a name is one of a script without blanks


class Shared(NamedTuple):
    """Shares 0..1 of two names: what they have in common, of the longer one and of the shorter one; whether both are without blanks."""

    longer: float
    shorter: float
    joined: bool

    @property
    def strange(self) -> bool:
        """Whether each names something that the other does not: another thing.

        A name without blanks is longer in characters than one of words, of which each may have another form a year later.
        """
        if self.joined:
            return self.longer <= 0.5 and self.shorter < 0.65  # noqa: PLR2004  measured on four pairs of reports with known answers
        return self.shorter < 0.3  # noqa: PLR2004  the same, on one of English reports

    @property
    def unsure(self) -> bool:
        """Whether one may be a part of the other, or another thing of its kind."""
        return self.longer < (0.75 if self.joined else 0.6)


def other_heads(one: Quantity, other: Quantity) -> bool:
    """Whether two names end in one word and begin with other ones (智能手机产量, 无人机产量): two things counted in one way."""
    if all(_HAN.search(core(each.name)[-1:]) for each in (one, other)):
        return _other_characters(core(one.name), core(other.name))
    return _other_words(_spoken(one.name), _spoken(other.name))


def _other_characters(mine: str, theirs: str) -> bool:
    size = _common_end(mine, theirs)
    heads = [set(_HAN.findall(name[: len(name) - size])) for name in (mine, theirs)]
    least = min(map(len, heads))
    if size < _LEAST_HAN or least < _LEAST_HAN:
        return False
    return len(heads[0] & heads[1]) < least * _HALF


def _other_words(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether other words stand right before two words that end both names: `surveyed urban unemployment`, `registered urban ...`."""
    size = _common_end(mine, theirs)
    if not _LEAST_WORDS <= size < min(len(mine), len(theirs), _MANY_WORDS):
        return False
    heads = mine[-1 - size], theirs[-1 - size]
    return heads[0][:_STEM] != heads[1][:_STEM] and set(mine) != set(theirs)


def _common_end(mine: Sequence[str], theirs: Sequence[str]) -> int:
    size = 0
    while size < min(len(mine), len(theirs)) and mine[-1 - size] == theirs[-1 - size]:
        size += 1
    return size


def _spoken(name: str) -> list[str]:
    """The words of a name that tell something, in order."""
    words = [word.casefold() for word in _WORD.findall(folded(name))]
    kept = telling(words)
    return [word for word in words if word in kept]


def shared(one: Quantity, other: Quantity) -> Shared:
    """What the two names that fit best have in common; all of it where one side has no name."""
    found = [
        _compared(a, b) for first in one.names if (a := _told(first)) for second in other.names if (b := _told(second))
    ]
    return max(found, default=Shared(1.0, 1.0, joined=True))


def _compared(one: frozenset[str], other: frozenset[str]) -> Shared:
    common = len(one & other)
    joined = all(sum(len(each) == 1 for each in side) >= _LEAST_HAN for side in (one, other))
    return Shared(common / max(len(one), len(other)), common / min(len(one), len(other)), joined)


@lru_cache(maxsize=1 << 13)
def _told(name: str) -> frozenset[str]:
    plain = name.partition("#")[0]
    kept = core(plain) or folded(plain)
    return frozenset(_HAN.findall(kept)) | telling(word.casefold() for word in _WORD.findall(kept))
