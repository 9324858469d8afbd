"""Which words stayed and look different: bold that was plain, a heading of another level. No difference of words, so told apart."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from repdiff.cut.looks import KNOWING, OWN, STRESSES, Kinds, Look, faces, look, named, styled
from repdiff.model.document import Document
from repdiff.model.links import Edit, Group, Op, Restyled
from repdiff.model.said import Said
from repdiff.model.texts import Span, What

_TOLD: Final = 5
"""Changes that the note names, those of most paragraphs first."""
_WORD = re.compile(r"\w")
_BOLD = 1 << STRESSES.index(What.BOLD)

_Change = tuple[Look, Look]


def restyle(old: Document, new: Document, groups: tuple[Group, ...]) -> tuple[tuple[Group, ...], tuple[Said, ...]]:
    """The groups with the words that stayed and look different, and a note that counts the paragraphs. Nothing where one of the files
    is of a kind that does not say how words are set.
    """
    kinds = {old.source.kind, new.source.kind}
    if not kinds <= KNOWING or not (old.source.marks or new.source.marks):
        return groups, ()
    looks = _Looks(old, new, alike=len(kinds) == 1)
    told = tuple(replace(group, restyled=found) if (found := tuple(looks.of(group))) else group for group in groups)
    return told, tuple(looks.notes(told))


class _Looks:
    """How the words of two documents are set."""

    def __init__(self, old: Document, new: Document, *, alike: bool) -> None:
        self._documents = old, new
        self._faces = faces(old.source), faces(new.source)
        self._kinds = Kinds(old.source), Kinds(new.source)
        self._alike = alike
        self._items = alike and old.source.kind == "html"  # elsewhere a bullet or number of the text shows it

    def of(self, group: Group) -> Iterator[Restyled]:
        """What looks different of the words that stayed."""
        old, new = self._documents
        spans = [old.sentences[s].span for s in group.old], [new.sentences[s].span for s in group.new]
        if self._alike and len(group.old) == len(group.new) == 1:
            changed = self._paragraph(spans[0][0], spans[1][0])
            if changed:
                yield changed
                return
        headings = [self._is_heading(side, span) for side in (0, 1) for span in spans[side]]
        for edit in group.edits:
            if edit.op is Op.EQUAL and (self._is_set(0, edit.old) or self._is_set(1, edit.new)):
                yield from self._words(edit, any(headings))

    def _is_heading(self, side: int, span: Span) -> bool:
        mark = self._kinds[side].of(span.start)
        return mark is not None and mark.what is What.HEADING

    def _is_set(self, side: int, span: Span) -> bool:
        return self._faces[side].count(0, *span) != span.end - span.start

    def _paragraph(self, old: Span, new: Span) -> Restyled | None:
        """The change of a paragraph that became a heading or none, one of another level, or an item or none."""
        before, after = (self._standing(side, span) for side, span in enumerate((old, new)))
        return None if before == after else Restyled(old, new, before, after)

    def _standing(self, side: int, span: Span) -> Look:
        mark = self._kinds[side].of(span.start)
        if mark is None or mark.what is What.CELL or (mark.what is What.ITEM and not self._items):
            return ()
        return ((mark.what, mark.level if mark.what is What.HEADING else 0),)

    def _words(self, edit: Edit, heading: bool) -> Iterator[Restyled]:
        """The words of an equal run that look different, where its characters answer each other one by one."""
        above, below = self._inked(0, edit.old), self._inked(1, edit.new)
        if len(above) != len(below):
            return
        unsure = OWN if heading and self._differ_in_kind(edit) else _BOLD if heading or self._is_cell(edit) else 0
        for (before, after), run in groupby(
            zip(above, below, strict=True), key=lambda pair: self._change(pair, unsure)
        ):
            if before == after:
                continue
            ends = list(run)
            old, new = (Span(ends[0][side], ends[-1][side] + 1) for side in (0, 1))
            if _WORD.search(self._documents[1].source.plain(new)):
                yield Restyled(old, new, before, after)

    def _inked(self, side: int, span: Span) -> Sequence[int]:
        text = self._documents[side].source.plain(span)
        return [span.start + at for at, char in enumerate(text) if not char.isspace()]

    def _change(self, pair: tuple[int, int], unsure: int) -> _Change:
        """How two characters look, twice the same where that is no difference: what one side has from a style may be there on the other."""
        before, after = self._faces[0][pair[0]], self._faces[1][pair[1]]
        differs = (before ^ after) & OWN & ~(styled(before) | styled(after) | unsure)
        return (look(before), look(after)) if differs else ((), ())

    def _differ_in_kind(self, edit: Edit) -> bool:
        return self._is_heading(0, edit.old) != self._is_heading(1, edit.new)

    def _is_cell(self, edit: Edit) -> bool:
        """Whether it stands in a table, and the two files say in different ways what its head is."""
        marks = (self._kinds[side].of(span.start) for side, span in enumerate((edit.old, edit.new)))
        return not self._alike and any(mark is not None and mark.what is What.CELL for mark in marks)

    def notes(self, groups: Sequence[Group]) -> Iterator[Said]:
        """How many paragraphs look different, and how: the most frequent changes."""
        found = [each for group in groups for each in group.restyled]
        if not found:
            return
        kinds = self._kinds
        counts = Counter(
            change
            for change, _ in {((each.before, each.after), kinds[1].paragraph(each.new.start)): None for each in found}
        )
        places = ({kinds[side].paragraph((each.old, each.new)[side].start) for each in found} for side in (0, 1))
        count, changes = max(map(len, places)), [_told(*each) for each in counts.most_common(_TOLD)]
        what = changes[0]
        for change in changes[1:]:
            what = Said("{one}, {other}", one=what, other=change)
        if count == 1:
            yield Said("Formatting changed in 1 paragraph, words apart: {what}.", what=what)
        else:
            yield Said("Formatting changed in {count} paragraphs, words apart: {what}.", count=count, what=what)


def _told(change: _Change, count: int) -> Said:
    return Said("{before} → {after} ({count})", before=named(change[0]), after=named(change[1]), count=count)
