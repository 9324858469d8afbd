"""Where the meaning of a pair turns, in words."""

from repdiff.model.links import Comparison, Group, Turned
from repdiff.model.texts import Span
from repdiff.report.runs import visible
from repdiff.report.words import Words


def told(comparison: Comparison, group: Group, words: Words) -> str:
    """The words that turn the meaning of a group, `增长 → 下降`, each pair of them once; empty where none does."""
    found = dict.fromkeys(_exchange(comparison, each, words) for each in group.turned)
    return words["text.comma"].join(found)


def _exchange(comparison: Comparison, turned: Turned, words: Words) -> str:
    old, new = comparison.old.source, comparison.new.source
    if _is_empty(turned.old):
        return words["comparison.turn_added"].format(word=visible(new.shown(turned.new)))
    if _is_empty(turned.new):
        return words["comparison.turn_lost"].format(word=visible(old.shown(turned.old)))
    return f"{visible(old.shown(turned.old))} → {visible(new.shown(turned.new))}"


def _is_empty(span: Span) -> bool:
    return span.start == span.end
