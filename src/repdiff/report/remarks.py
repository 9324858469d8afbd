"""What an editor is told beside the text: why a doubtful pair was made, where the meaning turns, what a person noted."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from repdiff.model.links import Comparison, Group, Kind, Op
from repdiff.model.revision import Step
from repdiff.model.texts import Sentence, Span
from repdiff.model.view import Facet, View
from repdiff.report.doubts import Doubts
from repdiff.report.nouns import Row
from repdiff.report.order import Item, What
from repdiff.report.rows import Rows
from repdiff.report.rulings import forbidden
from repdiff.report.words import Words

_GROUP = 2  # beside the sides 0, old, and 1, new
_LEAVES = (Op.DELETE, Op.MOVE_FROM)


class Remarks:
    """The remarks on one comparison, numbered from 1 in the order in which their texts are asked for; `found` are their lines, those on
    the whole, which `said` gives, the first.
    """

    def __init__(self, comparison: Comparison, view: View, words: Words, said: tuple[str, ...]) -> None:
        self._c = comparison
        self._view = view
        self._words = words
        self._rows = Rows(comparison, replace(view, facets=frozenset({Facet.LIST})), words)
        self._doubts = Doubts(comparison)
        self._starts = tuple([s.span.start for s in d.sentences] for d in (comparison.old, comparison.new))
        self._alone = frozenset(comparison.dropped), frozenset(comparison.added)
        self._given: dict[tuple[int, int], int] = {}
        self.found: list[tuple[str, ...]] = [said]

    def of(self, step: Step) -> int:
        """The number of what is remarked on the text of a step; 0 where nothing is. What is said of a pair stands beside its new text."""
        side = 0 if step.op in _LEAVES else 1
        if step.group >= 0:
            return self._number(_GROUP, step.group) if side else 0
        sentence = self._sentence(side, (step.old, step.new)[side])
        return self._number(side, sentence) if sentence in self._alone[side] else 0

    def _sentence(self, side: int, span: Span) -> int:
        """The sentence that a span of one side begins in; -1 where it is in none."""
        sentences: tuple[Sentence, ...] = (self._c.old, self._c.new)[side].sentences
        at = bisect_right(self._starts[side], span.start) - 1
        return at if at >= 0 and span.start < sentences[at].span.end else -1

    def _number(self, what: int, index: int) -> int:
        """The number of what is remarked on an old (0) or a new (1) sentence, or on a group."""
        if (what, index) not in self._given:
            lines = tuple(self._on_group(index) if what == _GROUP else self._on_lone(what, index))
            if lines:
                self.found.append(lines)
            self._given[what, index] = len(self.found) if lines else 0
        return self._given[what, index]

    def _on_group(self, index: int) -> Iterator[str]:
        group = self._c.groups[index]
        if self._is_worth(group):
            yield from self._lines(self._rows.row(Item(What.GROUP, index, -1, min(group.new))))
            notes = (self._c.links[k].note for k in group.links)
            yield from dict.fromkeys(self._words["note"].format(note=note) for note in notes if note)

    def _is_worth(self, group: Group) -> bool:
        """Whether an editor must look twice: a doubtful pair, a turned meaning, what a person decided, a part that is perhaps another's."""
        doubtful = group.kind is Kind.REWORDED and group.score < self._view.doubtful
        links = [self._c.links[k] for k in group.links]
        decided = any(link.decided or link.note for link in links) or any(self._forbidden(group.old, group.new))
        return doubtful or decided or bool(group.turned or self._doubts.of(group.old, group.new))

    def _on_lone(self, side: int, sentence: int) -> Iterator[str]:
        own: tuple[tuple[int, ...], tuple[int, ...]] = ((sentence,), ()) if side == 0 else ((), (sentence,))
        if self._doubts.of(*own) or any(self._forbidden(*own)):
            what = (What.DROPPED, What.ADDED)[side]
            yield from self._lines(self._rows.row(Item(what, -1, *((sentence, -1) if side == 0 else (-1, sentence)))))

    def _forbidden(self, old: tuple[int, ...], new: tuple[int, ...]) -> Iterator[str]:
        return forbidden(self._c, old, new, self._words)

    @staticmethod
    def _lines(row: Row) -> Iterator[str]:
        yield row.verdict
        for aside in row.asides:
            yield "".join(run.text for run in aside).removeprefix("> ")
