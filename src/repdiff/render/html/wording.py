"""Figures and codes of a comparison in words."""

from repdiff.model import Group, Kind, Role, Shape
from repdiff.render import phrases

UNSURE_BELOW = 0.6
"""Pairs scored lower are marked: about half of them are worth a second look."""
_SURENESS = ((0.9, "almost certain"), (0.75, "likely"), (UNSURE_BELOW, "fairly likely"), (0.0, "unsure"))


def sureness(score: float) -> str:
    """How sure a pair is, in words and as the score it comes from."""
    words = next(words for floor, words in _SURENESS if score >= floor)
    return f"{words} (score {score:.2f})"


def is_unsure(group: Group) -> bool:
    """Whether the pair wants a second look."""
    return group.kind is not Kind.IDENTICAL and group.score < UNSURE_BELOW


def verdict(group: Group) -> str:
    """What became of the group's sentences: `reworded, moved`, `split in 2`."""
    words = [_kind_words(group)]
    if group.moved:
        words.append(phrases.MOVED)
    shape = phrases.SHAPES[group.shape]
    if shape:
        count = len(group.old) if group.shape is Shape.MERGED else len(group.new)
        words.append(shape.format(old=len(group.old), count=count))
    return ", ".join(words)


def _kind_words(group: Group) -> str:
    if group.kind is Kind.REWORDED and not group.edits:
        return "rewritten"
    return phrases.KINDS[group.kind]


def roles(found: list[Role]) -> str:
    """The roles of a row's sentences, each once, in order: `commitment, statement`."""
    return ", ".join(phrases.ROLES[r] for r in dict.fromkeys(found))
