"""A text turned into another step by step: what a program that tracks changes needs to write both into one document."""

from typing import NamedTuple

from repdiff.model.links import Op
from repdiff.model.texts import Span


class Step(NamedTuple):
    """One step from the old text to the new one, in the order in which a reader of both meets them.

    `old` and `new` are spans of the two texts, the empty one at the place where it would stand. In order, the old spans of all steps tile
    the whole old text and the new spans the whole new one, line ends included. EQUAL has the same characters on both sides, DELETE and
    MOVE_FROM an empty new span, INSERT and MOVE_TO an empty old one. `move` numbers a text that moved from 1 on: its steps on either side
    bear one number, 0 elsewhere; `group` is the index of the group in the comparison that the step shows, -1 without one.
    """

    op: Op
    old: Span
    new: Span
    move: int = 0
    group: int = -1
