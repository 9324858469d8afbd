"""Marks that differ inside text that is otherwise the same: quotes, commas, a question mark. They are set apart, for a reader to see."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from repdiff.model.links import Edit, Op
from repdiff.model.texts import Span
from repdiff.text.keys import identity, sign_of


def marks_apart(old: str, new: str, edits: Iterable[Edit]) -> list[Edit]:
    """The edits, those of equal text in pieces where marks differ that tell two texts apart."""
    found: list[Edit] = []
    for edit in edits:
        one, other = old[slice(*edit.old)], new[slice(*edit.new)]
        if edit.op is not Op.EQUAL or one == other or identity(one) == identity(other):
            found.append(edit)
        else:
            found.extend(_pieces(_signs(old, edit.old), _signs(new, edit.new)))
    return found


class _Signs(NamedTuple):
    """What counts of a stretch of text, where each of it begins, and where the stretch ends."""

    signs: list[str]
    starts: list[int]
    end: int

    def at(self, index: int) -> int:
        """Where a sign begins; the first piece begins with the stretch."""
        return self.starts[index] if index < len(self.signs) else self.end


def _signs(text: str, span: Span) -> _Signs:
    held = [(sign, at) for at in range(*span) if (sign := sign_of(text, at))]
    starts = [at for _, at in held]
    return _Signs([sign for sign, _ in held], [span.start, *starts[1:]] if starts else [], span.end)


def _pieces(old: _Signs, new: _Signs) -> Iterator[Edit]:
    for op, a, b, c, d in SequenceMatcher(None, old.signs, new.signs, autojunk=False).get_opcodes():
        above, below = Span(old.at(a), old.at(b)), Span(new.at(c), new.at(d))
        if op == "equal":
            yield Edit(Op.EQUAL, above, below)
            continue
        if a < b:
            yield Edit(Op.DELETE, above, Span(below.start, below.start))
        if c < d:
            yield Edit(Op.INSERT, Span(above.end, above.end), below)
