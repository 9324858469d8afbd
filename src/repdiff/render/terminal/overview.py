"""The head of the terminal report: one sentence, a table of counts, the sections with most change, notes, the marks
used."""

from collections.abc import Iterable, Sequence

from repdiff.model.links import Comparison, Kind, Op
from repdiff.model.texts import Role
from repdiff.model.view import View
from repdiff.render.terminal.layout import Line, pad, wrap
from repdiff.report.arrange import Block, Item
from repdiff.report.changes import SectionChange, most_changed
from repdiff.report.runs import Run, clip, visible, width
from repdiff.report.summary import Tally, differs, sentence, side_names, tally
from repdiff.report.words.phrases import Phrases, phrases_for, say

_OTHER_ROLES = frozenset(Role) - {Role.COMMITMENT}
_LABEL = 28


def overview(comparison: Comparison, blocks: Sequence[Block], view: View) -> Iterable[Line]:
    """Lines of the head; `blocks` is what will be shown below."""
    words = phrases_for(view, comparison.old, comparison.new)
    old, new = side_names(comparison, words)
    for name, document in ((old, comparison.old), (new, comparison.new)):
        yield from wrap([Run(words.name.format(name=name), "quiet"), Run(visible(document.source.name))], view.width)
    yield from wrap([Run(sentence(comparison, words), "heading")], view.width)
    for note in comparison.notes:
        yield from wrap([Run(words.note, "note"), Run(visible(say(note, words)))], view.width)
    if not differs(comparison):
        return
    yield []
    yield from _table(comparison, view, words)
    yield from _most_changed(comparison, view, words)
    yield []
    legend = "  ".join([*words.signs, *_legend(comparison, blocks, words)])
    yield from wrap([Run(words.marks + legend, "quiet")], view.width)


def _table(comparison: Comparison, view: View, words: Phrases) -> Iterable[Line]:
    """Counts by what became of the sentences: commitments apart from the rest; on a narrow terminal one count per
    line."""
    rows = (
        (words.commitments, _cells(tally(comparison, frozenset({Role.COMMITMENT})))),
        (words.others, _cells(tally(comparison, _OTHER_ROLES))),
    )
    label = max(width(name) for name, _ in rows)
    if view.width and view.width < label + sum(width(name) + 2 for name in words.columns):
        yield [Run(" " * 10 + "  ".join(name for name, _ in rows), "quiet")]
        for index, column in enumerate(words.columns):
            counts = (f"{cells[index]:>{width(name)}}" for name, cells in rows)
            yield [*pad([Run(column, "quiet")], 10), Run("  ".join(counts))]
        return
    yield [Run(" " * label + "".join(f"  {name}" for name in words.columns), "quiet")]
    for name, cells in rows:
        numbers = (f"  {cell:>{width(column)}}" for cell, column in zip(cells, words.columns, strict=True))
        yield [*pad([Run(name, "quiet")], label), Run("".join(numbers))]


def _cells(count: Tally) -> tuple[int, ...]:
    return (count.identical, count.reworded, count.moved, count.split, count.merged, count.dropped, count.added)


def _most_changed(comparison: Comparison, view: View, words: Phrases) -> Iterable[Line]:
    changed = most_changed(comparison, view.most_changed)
    if not changed:
        return
    yield []
    yield [Run(words.most_changed, "quiet")]
    for change in changed:
        yield from _section_lines(change, comparison, view, words)


def _section_lines(change: SectionChange, comparison: Comparison, view: View, words: Phrases) -> Iterable[Line]:
    """A section's title and its counts, in one line where both fit, else the counts below the title."""
    counts = {Kind.DROPPED: change.dropped, Kind.REWORDED: change.reworded, Kind.ADDED: change.added}
    text = words.comma.join(
        words.change.format(count=count, kind=words.kinds[kind]) for kind, count in counts.items() if count
    )
    section = (comparison.old, comparison.new)[change.side].sections[change.section]
    title = visible(section.title) or words.opening
    room = view.width - width(text) - 4 if view.width else 2 * _LABEL
    if room >= min(width(title), _LABEL):
        yield [Run("  "), Run(clip(title, min(room, 2 * _LABEL))), Run(f"  {text}", "quiet")]
        return
    yield [Run("  "), Run(clip(title, view.width - 2))]
    for line in wrap([Run(text, "quiet")], view.width - 4):
        yield [Run("    "), *line]


def _legend(comparison: Comparison, blocks: Sequence[Block], words: Phrases) -> Iterable[str]:
    groups = [
        item.group for block in blocks for item in block.items if isinstance(item, Item) and item.group is not None
    ]
    ops = {edit.op for group in groups for edit in comparison.groups[group].edits}
    for op, mark in (
        (Op.DELETE, words.mark_delete),
        (Op.INSERT, words.mark_insert),
        (Op.MOVE_FROM, words.mark_move),
    ):
        if op in ops:
            yield mark
