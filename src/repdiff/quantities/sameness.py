"""How much of what two quantities are called is the same: characters of scripts without blanks, else words, without verbs of doing."""

import re
from typing import NamedTuple

from repdiff.languages.han import folded
from repdiff.languages.scripts import HAN_BASIC
from repdiff.model.quantities import Quantity
from repdiff.quantities.directions import telling
from repdiff.quantities.targets import core

_HAN = re.compile(rf"[\u3041-\u30ff{HAN_BASIC}]")
_WORD = re.compile(r"[^\W\d_\u3041-\u30ff\u3400-\u9fff]{2,}")
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


def _told(name: str) -> frozenset[str]:
    plain = name.partition("#")[0]
    kept = core(plain) or folded(plain)
    return frozenset(_HAN.findall(kept)) | telling(word.casefold() for word in _WORD.findall(kept))
