"""Which words of a pair stayed and look different, in words."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from repdiff.cut.looks import named
from repdiff.model.links import Comparison, Group, Restyled
from repdiff.report.runs import clip, visible
from repdiff.report.words import Words

_SHOWN: Final = 3
"""Changes of one pair that are told."""
_QUOTED: Final = 60
"""Columns of the words of each."""
_FLOOD: Final = 12
"""Pairs that changed in one way from which it is another template: told once, above all."""


class Looks:
    """Tells the changes of a comparison."""

    def __init__(self, comparison: Comparison, words: Words) -> None:
        self._source = comparison.new.source
        self._words = words
        self._counts = Counter(
            change for group in comparison.groups for change in {(each.before, each.after) for each in group.restyled}
        )

    def is_loud(self, group: Group) -> bool:
        """Whether a reader must see a pair for its looks, be its words the same."""
        return any(self._counts[each.before, each.after] <= _FLOOD for each in group.restyled)

    def of(self, group: Group) -> Iterator[str]:
        """One line for each change of looks with its words; those behind the first as one."""
        for each in group.restyled[:_SHOWN]:
            yield self._words["comparison.restyled"].format(
                before=self._words.say(named(each.before)),
                after=self._words.say(named(each.after)),
                text=self._quoted(each),
            )
        more = len(group.restyled) - _SHOWN
        if more > 0:
            yield self._words["comparison.restyled_more"].format(count=more)

    def _quoted(self, each: Restyled) -> str:
        return clip(visible(self._source.shown(each.new).strip()), _QUOTED)
