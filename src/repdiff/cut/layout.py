"""How the lines of a text are laid out as a whole: how wide they are, which style of indent they keep, where they are a list."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from repdiff.cut.folds import ENDS_SENTENCE
from repdiff.cut.lines import Line
from repdiff.languages.marks import CLAUSE_MARKS
from repdiff.languages.scripts import writes_unspaced

_NOT_SHORT = 20
"""Columns above which a line says how wide the document's lines are."""
_LONG_LINE = 160
"""Columns from which a line is a whole paragraph rather than one line of a wrapped one."""
_SEVERAL = 3
"""Lines from which marks that are missing in all of them tell a list."""
_STEADY, _LAST = 0.85, 0.75
"""Share of the width that all lines but the last reach in wrapped text without marks, and that the last line hardly does."""
_LONG_WORD = re.compile(r"[!-~]{31}")
"""A word that no line is too wide for, such as an address: a line with one says nothing of the width of lines."""
_MANY = 4
_WIDE = 64
"""Lines of such a paragraph at least, but where it is as many columns wide."""


class Layout(NamedTuple):
    """What the lines of a text have in common.

    `usual` is how wide the long lines are, in columns; `blocks` the widest line of the block between blank lines that a line stands
    in, and `steady` whether another line is as wide, by where the line begins; `opens` whether paragraphs are indented in their first
    line; `complete` where the lines begin that are all complete, though no mark ends them, but for the last of each list; `prose` the
    same of wrapped lines in scripts whose words nothing parts.
    """

    usual: int
    blocks: dict[int, int]
    steady: frozenset[int]
    opens: bool
    complete: frozenset[int]
    prose: frozenset[int]


def layout_of(lines: list[Line]) -> Layout:
    """The layout of the lines of a text."""
    widths = sorted(line.edge for line in lines if line.text and line.width > _NOT_SHORT)
    blocks: dict[int, int] = {}
    steady: set[int] = set()
    complete: set[int] = set()
    prose: set[int] = set()
    for block in _blocks(lines):
        edges = _edges(block)
        blocks.update((line.start, edges[-1]) for line in block)
        if len(edges) > 1 and edges[-2] >= _STEADY * edges[-1]:
            steady.update(line.start for line in block)
        for above, run in _runs(block):
            if _is_list(above, run):
                complete.update(line.start for line in run[:-1])
            elif _is_prose(run):
                prose.update(line.start for line in run[:-1])
    usual = widths[len(widths) * 9 // 10] if widths else 0
    return Layout(usual, blocks, frozenset(steady), _opens(lines), frozenset(complete), frozenset(prose))


def _edges(block: list[Line]) -> list[int]:
    """Where the lines of a block end, in order, without those that are as wide as they are because of a long word."""
    if len(block) == 1:
        return [block[0].edge]
    ordered = sorted(block, key=lambda line: line.edge)
    kept = len(ordered)
    while kept and _LONG_WORD.search(ordered[kept - 1].text):
        kept -= 1
    return [line.edge for line in ordered[: kept or len(ordered)]]


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines between two blank lines, or where quoting begins or ends."""
    block: list[Line] = []
    for line in lines:
        if block and (not line.text or line.quoted != block[-1].quoted):
            yield block
            block = []
        if line.text:
            block.append(line)
    if block:
        yield block


def _runs(block: list[Line]) -> Iterator[tuple[Line | None, list[Line]]]:
    """Neighbours that are indented alike and begin with no mark of a paragraph, each with the line above them."""
    above: Line | None = None
    run: list[Line] = []
    for line in block:
        if run and (line.starts or line.indent != run[-1].indent):
            yield above, run
            above, run = run[-1], []
        if line.starts:
            above = line
        else:
            run.append(line)
    if run:
        yield above, run


def _opens(lines: list[Line]) -> bool:
    """Whether more lines are indented above one that is not than above one that is indented alike."""
    first = alike = 0
    for one, two in pairwise(lines):
        if one.text and two.text and one.indent and one.hang == one.indent and two.hang == two.indent:
            first += two.indent < one.indent and one.edge <= _LONG_LINE
            alike += two.indent == one.indent
    return first > alike


def _is_list(above: Line | None, run: list[Line]) -> bool:
    """Whether neighbouring lines are complete, though no mark ends them: none of them has any, or all begin with a capital.

    Those that hang below an item, or to the left of a first line that is indented, are not.
    """
    if len(run) < _SEVERAL or ENDS_SENTENCE.search(run[-1].text):
        return False
    if above and above.indent != run[0].indent and (above.hang > above.indent or above.indent > run[0].indent):
        return False
    if all(line.text[0].isupper() for line in run):
        return not any(ENDS_SENTENCE.search(line.text) for line in run)
    return not any(CLAUSE_MARKS.search(line.text) for line in run) and not _is_prose(run)


def _is_prose(run: list[Line]) -> bool:
    """Whether lines without any mark are those of a wrapped paragraph: all but the last reach the same width."""
    width = max(line.edge for line in run)
    if len(run) < (_MANY if width < _WIDE else _SEVERAL) or not writes_unspaced(run[0].text[0]):
        return False
    return all(line.edge >= _STEADY * width for line in run[:-1]) and run[-1].edge < _LAST * width
