"""The head of the terminal report: one sentence, a table of counts, the sections with most change, notes, the marks
used."""

from collections import Counter
from collections.abc import Iterable, Sequence

from repdiff.model import Comparison, Kind, Op, Role
from repdiff.options import View
from repdiff.render import phrases
from repdiff.render.arrange import Block, Item, whole
from repdiff.render.layout import Line, Run, clip, visible, width, wrap
from repdiff.render.summary import Tally, differs, sentence, side_names, tally

_OTHER_ROLES = frozenset(Role) - {Role.COMMITMENT}
_ORDER = (*phrases.KINDS.values(), phrases.MOVED)
_LABEL = 28


def overview(comparison: Comparison, blocks: Sequence[Block], view: View) -> Iterable[Line]:
    """Lines of the head; `blocks` are those that will be shown below it."""
    old, new = side_names(comparison)
    for name, document in ((old, comparison.old), (new, comparison.new)):
        yield from wrap([Run(f"{name}: ", "quiet"), Run(visible(document.source.name))], view.width)
    yield from wrap([Run(sentence(comparison), "heading")], view.width)
    for note in comparison.notes:
        yield from wrap([Run(phrases.NOTE, "note"), Run(visible(note))], view.width)
    if not differs(comparison):
        return
    yield []
    yield from _table(comparison, view)
    yield from _most_changed(comparison, view)
    yield []
    yield from wrap(
        [Run(phrases.MARKS + "  ".join([*phrases.SIGNS, *_legend(comparison, blocks)]), "quiet")], view.width
    )


def _table(comparison: Comparison, view: View) -> Iterable[Line]:
    """Counts by what became of the sentences: commitments apart from the rest; on a narrow terminal one count per
    line."""
    rows = (
        (phrases.COMMITMENTS, _cells(tally(comparison, frozenset({Role.COMMITMENT})))),
        (phrases.OTHERS, _cells(tally(comparison, _OTHER_ROLES))),
    )
    label = max(width(name) for name, _ in rows)
    if view.width and view.width < label + sum(len(name) + 2 for name in phrases.COLUMNS):
        yield [Run(" " * 10 + "  ".join(name for name, _ in rows), "quiet")]
        for index, column in enumerate(phrases.COLUMNS):
            counts = (f"{cells[index]:>{width(name)}}" for name, cells in rows)
            yield [Run(f"{column:<10}", "quiet"), Run("  ".join(counts))]
        return
    yield [Run(" " * label + "".join(f"  {name}" for name in phrases.COLUMNS), "quiet")]
    for name, cells in rows:
        numbers = (f"  {cell:>{len(column)}}" for cell, column in zip(cells, phrases.COLUMNS, strict=True))
        yield [Run(f"{name:<{label}}", "quiet"), Run("".join(numbers))]


def _cells(count: Tally) -> tuple[int, ...]:
    return (count.identical, count.reworded, count.moved, count.split, count.merged, count.dropped, count.added)


def _most_changed(comparison: Comparison, view: View) -> Iterable[Line]:
    changed = sorted((block for block in whole(comparison) if block.changes), key=lambda block: -block.changes)
    if len(changed) < 2:
        return
    yield []
    yield [Run(phrases.MOST_CHANGED, "quiet")]
    for block in changed[: view.most_changed]:
        yield [Run("  "), *_section_line(block, comparison, view)]


def _section_line(block: Block, comparison: Comparison, view: View) -> Line:
    document, section = (comparison.new, block.new) if block.new is not None else (comparison.old, block.old)
    assert section is not None
    changes = [item for item in block.items if isinstance(item, Item) and not item.unchanged]
    words = [phrases.MOVED if item.kind is Kind.IDENTICAL else phrases.KINDS[item.kind] for item in changes]
    counts = (
        f"{count} {word}" for word, count in sorted(Counter(words).items(), key=lambda pair: _ORDER.index(pair[0]))
    )
    text = ", ".join(counts)
    room = max(view.width - width(text) - 4, _LABEL) if view.width else 0
    title = clip(visible(document.sections[section].title) or phrases.OPENING, min(room, 2 * _LABEL) or 2 * _LABEL)
    return [Run(title), Run(f"  {text}", "quiet")]


def _legend(comparison: Comparison, blocks: Sequence[Block]) -> Iterable[str]:
    groups = [
        item.group for block in blocks for item in block.items if isinstance(item, Item) and item.group is not None
    ]
    ops = {edit.op for group in groups for edit in comparison.groups[group].edits}
    for op, words in (
        (Op.DELETE, phrases.MARK_DELETE),
        (Op.INSERT, phrases.MARK_INSERT),
        (Op.MOVE_FROM, phrases.MARK_MOVE),
    ):
        if op in ops:
            yield words
