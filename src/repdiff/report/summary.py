"""What a report says first: the sides' names, the counts, the sections with most change."""

from typing import NamedTuple

from repdiff.cut.titles import year
from repdiff.model.links import Comparison, Kind, Shape
from repdiff.model.texts import Role
from repdiff.model.view import View
from repdiff.report.words import ENGLISH, Words

_UNSURE_BELOW = View().doubtful
_OF_THESE = {
    "moved": "comparison.of_these_moved",
    "unsure": "comparison.of_these_unsure",
    "turned": "comparison.of_these_turned",
    "perhaps": "comparison.of_these_perhaps",
}


class Tally(NamedTuple):
    """Numbers of sentences: of the old side, except `added`. `moved`, `split` and `merged` lie within identical and
    reworded, `unsure` within reworded: those in pairs of low confidence; `renumbered` within identical, `turned` within reworded.
    `dropped_perhaps` and `added_perhaps` are those of dropped and of added that were perhaps only reworded.
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
    dropped_perhaps: int = 0
    added_perhaps: int = 0
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
    dropped = {i for i in comparison.dropped if old[i].role in roles}
    added = {i for i in comparison.added if new[i].role in roles}
    doubted = {link.old for link in comparison.perhaps}, {link.new for link in comparison.perhaps}
    return Tally(
        dropped=len(dropped),
        added=len(added),
        dropped_perhaps=len(dropped & doubted[0]),
        added_perhaps=len(added & doubted[1]),
        **counts,
    )


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
        identical_moved=of_these(words, moved=count_.identical_moved),
        reworded=count_.reworded,
        reworded_moved=of_these(
            words, moved=count_.moved - count_.identical_moved, unsure=count_.unsure, turned=count_.turned
        ),
        dropped=count_.dropped,
        dropped_perhaps=of_these(words, perhaps=count_.dropped_perhaps),
        added=count_.added,
        added_perhaps=of_these(words, perhaps=count_.added_perhaps),
    )


def of_these(words: Words, **counts: int) -> str:
    """How many of a count `moved`, of how many it is `unsure` that they are pairs, of how many the meaning `turned`, and which were
    `perhaps` reworded; empty for none.
    """
    found = ((words[_OF_THESE[name]], count) for name, count in counts.items())
    parts = words["text.comma"].join(phrase.format(count=count) for phrase, count in found if count)
    return words["comparison.of_these"].format(parts=parts) if parts else ""
