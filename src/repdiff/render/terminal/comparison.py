"""The report on a terminal, or in a pipe.

A summary, then section by section in the order of the new document. Marks and words carry the meaning; colour repeats
it. From `View.side_by_side` columns on, old stands beside new, else above it. With a width of 0 no line is wrapped:
every text stays on one line, where a search finds it.
"""

from collections.abc import Iterable, Sequence

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Edit, Group, Kind, Op, Shape
from repdiff.model.texts import Span
from repdiff.model.view import View
from repdiff.render.terminal.layout import Line, pad, wrap
from repdiff.render.terminal.overview import overview
from repdiff.render.terminal.paint import painted
from repdiff.report.arrange import Block, Fold, Item, arrange, whole
from repdiff.report.numbers import beside
from repdiff.report.rulings import forbidden
from repdiff.report.runs import Run, visible
from repdiff.report.summary import side_names
from repdiff.report.words.phrases import Phrases, phrases_for, say

_SIGNS = {Kind.IDENTICAL: "=", Kind.REWORDED: "~", Kind.DROPPED: "-", Kind.ADDED: "+"}
_MARKED = {
    Op.DELETE: ("[-", "-]", "dropped"),
    Op.INSERT: ("{+", "+}", "added"),
    Op.MOVE_FROM: ("[>", ">]", "moved"),
    Op.MOVE_TO: ("{>", ">}", "moved"),
}
_INDENT = 2
_GUTTER = " │ "


def render(comparison: Comparison, view: View) -> str:
    """The whole report as text that ends with a newline; ANSI styles only where `view.color`."""
    words = phrases_for(view, comparison.old, comparison.new)
    if view.numbers:
        from repdiff.render.terminal.numbers import table

        return painted([*overview(comparison, (), view), [], *table(comparison, view)], view.color)
    blocks = arrange(whole(comparison), comparison, view)
    lines = list(overview(comparison, blocks, view))
    body = _Body(comparison, view, words)
    for block in blocks:
        lines += [[], *body.block(block)]
    if not blocks and (view.only or view.roles):
        lines += [[], [Run(words.nothing_shown)]]
    return painted(lines, view.color)


class _Body:
    """Lays out the blocks of one comparison. Holds what every line needs: the comparison, the view and the sides'
    names."""

    def __init__(self, comparison: Comparison, view: View, words: Phrases) -> None:
        self._comparison = comparison
        self._view = view
        self._words = words
        self._names = side_names(comparison, words)
        self._renamed = {(link.old, link.new): link for link in comparison.section_links}
        self._numbers = beside(comparison, words.lang)
        self._column = (view.width - _INDENT - len(_GUTTER)) // 2 if view.width >= view.side_by_side else 0

    def block(self, block: Block) -> Iterable[Line]:
        """A section's header and its items."""
        yield from self._header(block)
        for item in block.items:
            if isinstance(item, Fold):
                yield [Run(self._words.unchanged.format(count=item.count), "quiet")]
            elif item.quiet and not self._view.only:
                yield from self._context(item)
            elif self._column:
                yield from self._beside(item)
            else:
                yield from self._below(item)

    def _header(self, block: Block) -> Iterable[Line]:
        document, section = self._document(block)
        text, notes = visible(document.chapter(section).title) or self._words.opening, self._section_notes(block)
        place = _place(document, document.sections[section].span.start)
        sign = self._section_sign(block)
        yield from wrap([Run(f"{sign} {text}", "heading"), Run(f"  {place}", "quiet")], self._view.width)
        for note in notes:
            yield from _indented([Run(note, "quiet")], self._view.width)
        if block.heading is not None:
            yield from self._decided(block.heading)

    def _section_sign(self, block: Block) -> str:
        if block.new is None:
            return _SIGNS[Kind.DROPPED]
        if block.heading is None or block.heading.kind is Kind.IDENTICAL:
            return "#"
        # A new title over a section that was there before: the section is not new.
        return _SIGNS[Kind.REWORDED if block.old is not None else block.heading.kind]

    def _document(self, block: Block) -> tuple[Document, int]:
        if block.new is not None:
            return self._comparison.new, block.new
        assert block.old is not None
        return self._comparison.old, block.old

    def _section_notes(self, block: Block) -> Iterable[str]:
        if block.new is None:
            return [self._words.section_dropped.format(old=self._names[0])]
        if block.old is None:
            return [self._words.section_new] if self._comparison.new.sections[block.new].title else []
        link = self._renamed[block.old, block.new]
        was = self._words.section_was.format(title=visible(self._comparison.old.sections[block.old].title))
        reworded = block.heading is not None and block.heading.kind is Kind.REWORDED
        return [*([was] if link.renamed or reworded else []), *([self._words.section_moved] if link.moved else [])]

    def _context(self, item: Item) -> Iterable[Line]:
        for sentence in item.new:
            yield from _indented([Run(visible(self._comparison.new.text(sentence)), "quiet")], self._view.width)

    def _beside(self, item: Item) -> Iterable[Line]:
        """Old in the left column, new in the right one; an empty column says why it is empty."""
        empty = [[Run(self._words.aside.format(text=self._words.kinds[item.kind]), item.kind)]]
        old = self._cell(self._comparison.old, item, item.old) or empty
        new = self._cell(self._comparison.new, item, item.new) or empty
        sign = f"{_SIGNS[item.kind]} "
        for index in range(max(len(old), len(new))):
            left = pad(old[index] if index < len(old) else [], self._column)
            right = new[index] if index < len(new) else []
            margin = Run(sign, item.kind) if not index else Run(" " * _INDENT)
            yield [margin, *left, Run(_GUTTER if right else _GUTTER.rstrip(), "quiet"), *right]
        yield from self._notes(item)

    def _cell(self, document: Document, item: Item, ids: Sequence[int]) -> list[Line]:
        lines: list[Line] = []
        for sentence in ids:
            place = _place(document, document.sentences[sentence].span.start)
            lines += wrap([Run(f"{place} ", "quiet"), *self._runs(document, item, sentence)], self._column)
        return lines

    def _below(self, item: Item) -> Iterable[Line]:
        """One side alone behind the word for what became of it, or old above new, each behind its name."""
        names = self._names if item.old and item.new else (self._words.kinds[item.kind],) * 2
        sign = _SIGNS[item.kind]
        sides = ((names[0], self._comparison.old, item.old), (names[1], self._comparison.new, item.new))
        for name, document, ids in sides:
            for sentence in ids:
                place = _place(document, document.sentences[sentence].span.start)
                head = Run(f"{name} ", "quiet" if item.group is not None else item.kind)
                runs = [head, Run(f"{place} ", "quiet"), *self._runs(document, item, sentence)]
                lines = list(_indented(runs, self._view.width))
                yield [Run(f"{sign} ", item.kind), *lines[0][1:]]
                yield from lines[1:]
                sign = " "
        yield from self._notes(item)

    def _notes(self, item: Item) -> Iterable[Line]:
        """Below a pair: that it moved, was split or merged, what became of its numbers, and why it was made where a reader would ask."""
        if item.moved:
            yield from _indented([Run(f"> {self._origin(item)}", "moved")], self._view.width)
        if item.shape is not Shape.ONE:
            count = len(item.old) if item.shape is Shape.MERGED else len(item.new)
            shape = self._words.shapes[item.shape].format(count=count, old=len(item.old))
            yield from _indented([Run(shape, "moved")], self._view.width)
        yield from self._changed_numbers(item)
        yield from self._why(item)
        yield from self._decided(item)

    def _changed_numbers(self, item: Item) -> Iterable[Line]:
        """Which way the numbers of a pair went, and how far."""
        for row in self._numbers.get(item.group, ()) if item.group is not None else ():
            runs = [Run(row.sign, row.style), Run(f" {row.name}  {row.old} → {row.new}  {row.change}", "quiet")]
            yield from _indented(runs, self._view.width)

    def _decided(self, item: Item) -> Iterable[Line]:
        """What a person decided about the sentences of an item, with the notes."""
        if not self._comparison.rulings:
            return
        links = self._comparison.groups[item.group].links if item.group is not None else ()
        told = [say(self._comparison.links[i].reason, self._words) for i in links if self._comparison.links[i].decided]
        for line in dict.fromkeys([*told, *forbidden(self._comparison, item.old, item.new, self._words)]):
            yield from _indented([Run(visible(line), "note")], self._view.width)

    def _origin(self, item: Item) -> str:
        section = self._comparison.old.chapter(self._comparison.old.sentences[item.old[0]].section)
        return self._words.moved_from.format(place=visible(section.title) or self._words.opening)

    def _why(self, item: Item) -> Iterable[Line]:
        """The reason, where a reader would ask for it: a doubtful score, a move, a split or a merge of other words."""
        if item.group is None or item.kind is Kind.IDENTICAL:
            return
        group = self._comparison.groups[item.group]
        if group.score >= self._view.doubtful and not group.moved and group.shape is Shape.ONE:
            return
        link = min((self._comparison.links[i] for i in group.links), key=lambda each: each.score)
        reason = self._words.reason.format(reason=visible(say(link.reason, self._words)), score=link.score)
        yield from _indented([Run(reason, "quiet")], self._view.width)

    def _runs(self, document: Document, item: Item, sentence: int) -> list[Run]:
        span = document.sentences[sentence].span
        if item.group is None:
            return [Run(visible(document.source.quote(span)), item.kind)]
        group = self._comparison.groups[item.group]
        if not group.edits or group.kind is Kind.IDENTICAL:
            return [Run(visible(document.source.quote(span)))]
        return marked(document, group, span, document is self._comparison.old)


def marked(document: Document, group: Group, span: Span, is_old: bool) -> list[Run]:
    """One sentence of a reworded group, its changed words between marks."""
    runs: list[Run] = []
    for edit in group.edits:
        part = _clipped(edit, span, is_old)
        text = visible(document.source.quote(part))
        if not text:
            continue
        if edit.op is Op.EQUAL:
            runs.append(Run(text))
            continue
        opening, closing, style = _MARKED[edit.op]
        runs.append(Run(f"{opening}{text}{closing}", style))
    return runs


def _clipped(edit: Edit, span: Span, is_old: bool) -> Span:
    """The part of the edit's own side that lies in the sentence; empty where it lies elsewhere."""
    side = edit.old if is_old else edit.new
    start, end = max(side.start, span.start), min(side.end, span.end)
    return Span(start, max(start, end))


def _place(document: Document, offset: int) -> str:
    line, column = document.source.place(offset)
    return f"{line}:{column}"


def _indented(runs: list[Run], columns: int) -> Iterable[Line]:
    """Wrapped lines, each behind the same two blanks; the blanks are the line's first run."""
    for line in wrap(runs, columns - _INDENT if columns else 0):
        yield [Run(" " * _INDENT), *line]
