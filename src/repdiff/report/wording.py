"""What became of a pair, in words, and how sure it is."""

from collections.abc import Iterable
from typing import Final

from repdiff.model.links import Comparison, Group, Kind, Shape
from repdiff.model.texts import Role
from repdiff.model.view import View
from repdiff.report import summary
from repdiff.report.words import Words, words_for

UNSURE_BELOW: Final = View().doubtful
"""Pairs scored lower are marked: one in ten of those shown is wrong."""
_SURENESS: Final = ((0.95, "certain"), (0.9, "likely"), (UNSURE_BELOW, "fair"), (0.0, "doubtful"))


def choose(view: View, comparison: Comparison) -> Words:
    """The words of the language that the view asks for, else of the one that the documents are in."""
    return words_for(view, comparison.old, comparison.new)


def names(words: Words, comparison: Comparison) -> tuple[str, str]:
    """What to call the two sides: their years where they have one each, else old and new."""
    return summary.side_names(comparison, words)


def sum_up(words: Words, comparison: Comparison, roles: frozenset[Role]) -> str:
    """The whole comparison in one sentence that counts the sentences of `roles`."""
    if Role.STATEMENT not in roles or not summary.differs(comparison):
        return summary.sentence(comparison, words)
    old, new = names(words, comparison)
    tally = summary.tally(comparison, roles)
    return words["sum"].format(
        count=tally.old,
        old=old,
        new=new,
        identical=tally.identical,
        reworded=tally.reworded,
        moved=words["sum_moved"].format(count=tally.moved) if tally.moved else "",
        dropped=tally.dropped,
        dropped_perhaps=summary.of_these(words, perhaps=tally.dropped_perhaps),
        added=tally.added,
        added_perhaps=summary.of_these(words, perhaps=tally.added_perhaps),
    )


def sureness(words: Words, score: float) -> str:
    """How sure a pair is, in words and as the score it comes from."""
    return words["pairing"].format(words=how_sure(words, score), score=f"{score:.2f}")


def how_sure(words: Words, score: float) -> str:
    """The words for a score alone."""
    return words[next(name for floor, name in _SURENESS if score >= floor)]


def is_unsure(group: Group) -> bool:
    """Whether the pair wants a second look."""
    return group.kind is not Kind.IDENTICAL and group.score < UNSURE_BELOW


def verdict(words: Words, group: Group) -> str:
    """What became of the group's sentences: `reworded, moved`, `split in 2`."""
    rewritten = group.kind is Kind.REWORDED and not group.edits
    found = [words["rewritten" if rewritten else group.kind]]
    if group.moved:
        found.append(words["moved"])
    if group.renumbered:
        found.append(words["renumbered"])
    if group.turned:
        found.append(words["turned"])
    if group.recased:
        found.append(words["recased"])
    if group.shape is not Shape.ONE:
        found.append(words[group.shape].format(old=len(group.old), new=len(group.new)))
    return words["comma"].join(found)


def roles(words: Words, found: Iterable[Role]) -> str:
    """The roles of a row's sentences, each once, in order: `commitment, statement`."""
    return words["comma"].join(words[role] for role in dict.fromkeys(found))
