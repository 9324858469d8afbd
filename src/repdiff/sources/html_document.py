"""A page as a document: its text, a line for each paragraph, the marks of its lines, and what was left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from repdiff.model.texts import Aside, LeftOut, Mark, Span, What
from repdiff.sources.html_furniture import furniture
from repdiff.sources.html_lines import Block, Flow, Line
from repdiff.sources.html_lists import numbers
from repdiff.sources.html_measures import Measures, measured
from repdiff.sources.html_notes import footnotes, is_mark, targets_of
from repdiff.sources.html_set import headings, joined
from repdiff.sources.html_shown import hidden
from repdiff.sources.html_site import Seen, without_site
from repdiff.sources.html_tables import data_tables
from repdiff.sources.html_tree import Page


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: see `repdiff.model.texts.Source`."""

    text: str
    marks: tuple[Mark, ...]
    left_out: tuple[LeftOut, ...]


def shown(page: Page) -> Shown:
    """The text of a page as its readers see it, but for what is the site's, and notes, which are left out."""
    unseen = hidden(page)
    measures = measured(page, unseen)
    known = _known(page, measures, unseen)
    if len(known) > len(unseen):
        measures = measured(page, frozenset(known))
    found = furniture(page, measures, known)
    flow = Flow(page, {**found.why, **known}, data_tables(page, measures), numbers(page))
    flow.run()
    title = next((page.text(node) for node, tag in enumerate(page.tags) if tag == "title"), "")
    seen = Seen(page, measures, found.core, " ".join(title.split()), targets_of(page))
    lines = joined(without_site(seen, flow.lines, flow.blocks), measures)
    return _put_together(lines, [*flow.blocks, *headings(lines, flow.blocks, measures)])


def _known(page: Page, measures: Measures, unseen: frozenset[int]) -> dict[int, Aside]:
    """What is left out whatever stands around it: what is hidden, and notes with their marks."""
    marks, bodies = footnotes(page, measures, unseen)
    readings = (node for node, tag in enumerate(page.tags) if tag == "rt")
    return {
        **dict.fromkeys((*readings, *bodies, *marks), Aside.FOOTNOTE),
        **dict.fromkeys(unseen, Aside.HIDDEN),
    }


def _put_together(lines: Sequence[Line], blocks: Sequence[Block]) -> Shown:
    """The lines as one text, with their marks by its offsets."""
    starts: list[int] = []
    ends: list[int] = []
    parts: list[str] = []
    at = 0
    left: list[tuple[Line, int]] = []
    for line in lines:
        starts.append(at)
        if line.why is not None:
            left.append((line, at))
        elif line.text:
            parts.append(line.text)
            at += len(line.text) + 1
        ends.append(at)
    marks = [mark for block in blocks if (mark := _mark(block, starts, ends)) is not None]
    for line, start in zip(lines, starts, strict=True):
        if line.cells and line.why is None:
            marks += (Mark(Span(start + a, start + b), What.CELL) for a, b in line.cells)
        if line.looks and line.why is None and line.text:
            marks += (Mark(Span(start + a, start + b), what, level) for (a, b), what, level in line.looks)
    return Shown("\n".join(parts), tuple(sorted(marks)), _left_out(left, max(at - 1, 0)))


def _mark(block: Block, starts: Sequence[int], ends: Sequence[int]) -> Mark | None:
    """The mark of a block; None where nothing of it is left."""
    if block.first >= block.end:
        return None
    start, end = starts[block.first], ends[block.end - 1] - 1
    return Mark(Span(start, end), block.what, block.level) if end > start else None


def _left_out(left: Sequence[tuple[Line, int]], end: int) -> tuple[LeftOut, ...]:
    """What was left out, the lines of one element as one piece."""
    pieces: list[tuple[Line, int, list[str]]] = []
    for line, start in left:
        at = min(start + line.inside, end)
        if pieces and pieces[-1][0].root == line.root and pieces[-1][0].why == line.why and pieces[-1][1] == at:
            pieces[-1][2].append(line.text)
        else:
            pieces.append((line, at, [line.text]))
    noted = any(line.why is Aside.FOOTNOTE and not is_mark(" ".join(texts)) for line, _, texts in pieces)
    return tuple(
        LeftOut(line.why, "\n".join(texts), Span(at, at))
        for line, at, texts in pieces
        if line.why is not None and _says(line.why, " ".join(texts), noted=noted)
    )


def _says(why: Aside, text: str, *, noted: bool) -> bool:
    """Whether a piece says something: the mark of a footnote that is left out itself does not, nor do a site's signs without a letter."""
    return (
        not (noted and is_mark(text))
        if why is Aside.FOOTNOTE
        else why is not Aside.NAVIGATION or any(map(str.isalnum, text))
    )
