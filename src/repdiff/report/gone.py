"""What stood in a new text before: the words of the old side at the place where they were struck out."""

from collections.abc import Iterable, Sequence

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Edit, Op
from repdiff.model.texts import Span
from repdiff.report.nouns import Gone

_STRUCK = {Op.DELETE: "delete", Op.MOVE_FROM: "move_from"}


def gone(comparison: Comparison, edits: Iterable[Edit], sentences: Sequence[int], at: int) -> tuple[Gone, ...]:
    """The words that the old side of a group has beyond the new one, at their places in the new sentence `at` of the `sentences` of the
    group. Each word is gone from one sentence only: from the last that has begun where the word stood.
    """
    old, new = comparison.old.source, comparison.new
    span = new.sentences[sentences[at]].span
    first, last = _reach(new, sentences, at)
    return tuple(
        Gone(len(new.source.shown(Span(span.start, max(span.start, edit.new.start)))), text, _STRUCK[edit.op])
        for edit in edits
        if edit.op in _STRUCK and first <= edit.new.start < last and (text := old.shown(edit.old))
    )


def _reach(new: Document, sentences: Sequence[int], at: int) -> tuple[int, float]:
    """From where to where words that are gone belong to a sentence."""
    first = 0 if at == 0 else new.sentences[sentences[at]].span.start
    last = new.sentences[sentences[at + 1]].span.start if at + 1 < len(sentences) else float("inf")
    return first, last
