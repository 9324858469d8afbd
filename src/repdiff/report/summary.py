"""What a report says first: the sides' names, the counts, the sections with most change."""

from typing import NamedTuple

from repdiff.cut.titles import year
from repdiff.model.links import Comparison, Kind, Shape
from repdiff.model.texts import Role
from repdiff.model.view import View
from repdiff.report.words import ENGLISH, Words

_UNSURE_BELOW = View().doubtful


class Tally(NamedTuple):
    """Numbers of sentences: of the old side, except `added`. `moved`, `split` and `merged` lie within identical and
    reworded, `unsure` within reworded: those in pairs of low confidence; `renumbered` within identical,
    `turned` within reworded.
    """

    identical: int = 0
    reworded: int = 0
    moved: int = 0
    split: int = 0
    merged: int = 0
    dropped: int = 0
    added: int = 0
    identical_moved: int = 0
    unsure: int = 0
    renumbered: int = 0
    turned: int = 0

    @property
    def old(self) -> int:
        """How many sentences of the old side were counted."""
        return self.identical + self.reworded + self.dropped


def tally(comparison: Comparison, roles: frozenset[Role]) -> Tally:
    """Count what became of the sentences that have one of `roles`."""
    counts = dict.fromkeys(
        ("identical", "reworded", "moved", "split", "merged", "identical_moved", "unsure", "renumbered", "turned"), 0
    )
    old, new = comparison.old.sentences, comparison.new.sentences
    for group in comparison.groups:
        size = sum(old[i].role in roles for i in group.old)
        counts[group.kind] += size
        if group.moved:
            counts["moved"] += size
            counts["identical_moved"] += size if group.kind is Kind.IDENTICAL else 0
        if group.kind is not Kind.IDENTICAL and group.score < _UNSURE_BELOW:
            counts["unsure"] += size
        counts["renumbered"] += size if group.renumbered else 0
        counts["turned"] += size if group.turned else 0
        if group.shape in (Shape.SPLIT, Shape.MERGED):
            counts[group.shape] += size
    dropped = sum(old[i].role in roles for i in comparison.dropped)
    added = sum(new[i].role in roles for i in comparison.added)
    return Tally(dropped=dropped, added=added, **counts)


def differs(comparison: Comparison) -> bool:
    """Whether anything was reworded, moved, dropped or added."""
    if comparison.dropped or comparison.added:
        return True
    return any(group.kind is not Kind.IDENTICAL or group.moved for group in comparison.groups)


def has_changes(comparison: Comparison) -> bool:
    """Whether anything differs, new numbers of items among it: what `--exit-code` asks."""
    return differs(comparison) or any(group.renumbered for group in comparison.groups)


def side_names(comparison: Comparison, words: Words = ENGLISH) -> tuple[str, str]:
    """What to call the two sides: their years, where each has one and they differ, else `old` and `new`."""
    old, new = year(comparison.old), year(comparison.new)
    if old and new and old != new:
        return words["sides.year"].format(year=old), words["sides.year"].format(year=new)
    return words["sides.old"], words["sides.new"]


def sentence(comparison: Comparison, words: Words = ENGLISH) -> str:
    """The whole comparison in one sentence."""
    old, new = side_names(comparison, words)
    if not differs(comparison):
        count = sum(len(group.old) for group in comparison.groups)
        return words["comparison.no_difference"].format(count=count, old=old, new=new)
    count_ = tally(comparison, frozenset({Role.COMMITMENT}))
    if not count_.old:
        return words["comparison.no_commitments"].format(old=old, new=new, added=count_.added)
    return words["comparison.summary"].format(
        commitments=words.count("nouns.commitment", count_.old),
        old=old,
        new=new,
        identical=count_.identical,
        identical_moved=_of_these(words, count_.identical_moved),
        reworded=count_.reworded,
        reworded_moved=_of_these(words, count_.moved - count_.identical_moved, count_.unsure, count_.turned),
        dropped=count_.dropped,
        added=count_.added,
    )


def _of_these(words: Words, moved: int, unsure: int = 0, turned: int = 0) -> str:
    """How many of a count moved, of how many it is not sure that they are pairs, and of how many the meaning turned."""
    found = (
        (words["comparison.of_these_moved"], moved),
        (words["comparison.of_these_unsure"], unsure),
        (words["comparison.of_these_turned"], turned),
    )
    parts = words["text.comma"].join(phrase.format(count=count) for phrase, count in found if count)
    return words["comparison.of_these"].format(parts=parts) if parts else ""
