"""How lines are set: which of them only go on with the line above behind a `<br>`, and which are headings by bold or large type alone."""

import re
from collections import defaultdict
from collections.abc import Sequence

from repdiff.languages.marks import BULLETS, SENTENCE_ENDS
from repdiff.languages.numerals import COUNTING
from repdiff.languages.patterns import letters
from repdiff.languages.scripts import FIRST_EAST_ASIAN
from repdiff.model.texts import Span, What
from repdiff.sources.html_lines import Block, Line
from repdiff.sources.html_measures import Measures, columns

_WRAPPED = 40
"""Columns from which a line may have been broken for its length."""
_INDENTED, _SHARE = 2, 0.6
"""Blanks that begin a paragraph, and the share of a block's lines that begin so where they tell paragraphs."""
_LEAST = 4
"""Lines of such a block."""
_BOLD = 0.98
_LONGEST = 70
"""Columns of the longest heading that is told by its type alone."""
_ALIKE = 2
"""Headings that are set alike, at least."""
_MOST = 0.35
"""Share of the lines of a page that are set as headings at most: more are a list, or a page in bold type."""
_LARGER = 1.15
"""How much larger than the text a heading is set."""
_NUMBERED = re.compile(
    rf"[(（\[{letters(lambda each: each.headings.ordinal)}]?(?:\d|[{COUNTING}]|[IVXLC]+[.)、]|[A-Za-z][.)、])|[{BULLETS}]"
)
_SENTENCE_END = re.compile(rf"[{re.escape(SENTENCE_ENDS)};；:：]\W*\Z")
_NO_END = re.compile(rf"[{re.escape(SENTENCE_ENDS)},，;；、]\W*\Z")


def joined(lines: Sequence[Line], measures: Measures) -> list[Line]:
    """The lines, those that only go on behind a `<br>` joined to the one above; in their place stands an empty line."""
    found = list(lines)
    indenting = _indenting(lines, measures)
    last = -1
    for at, line in enumerate(lines):
        if line.why is not None:
            continue
        if last >= 0 and line.broken and _goes_on(found[last], line, measures, indenting):
            wide = line.text[0] >= FIRST_EAST_ASIAN and found[last].text[-1] >= FIRST_EAST_ASIAN
            text = found[last].text + ("" if wide else " ") + line.text
            by = len(text) - len(line.text)
            looks = (look._replace(span=Span(look.span.start + by, look.span.end + by)) for look in line.looks)
            links, set_so = found[last].links + line.links, (*found[last].looks, *looks)
            found[last] = found[last]._replace(text=text, links=links, looks=set_so)
            found[at] = line._replace(text="")
        else:
            last = at
    return found


def _indenting(lines: Sequence[Line], measures: Measures) -> frozenset[int]:
    """Blocks in which most lines behind a `<br>` begin with an indent."""
    indents: dict[int, list[bool]] = defaultdict(list)
    for line in lines:
        if line.why is None:
            indents[measures.blocks[line.node]].append(line.indent >= _INDENTED)
    return frozenset(
        block for block, told in indents.items() if len(told) >= _LEAST and sum(told) >= _SHARE * len(told)
    )


def _goes_on(above: Line, line: Line, measures: Measures, indenting: frozenset[int]) -> bool:
    """Whether a line behind a `<br>` is the rest of the one above: that was long, ended no sentence, and the line begins small or, where
    indents tell paragraphs, has none.
    """
    block = measures.blocks[line.node]
    long = columns(above.text[-2 * _WRAPPED :]) >= _WRAPPED
    if block != measures.blocks[above.node] or not long or _SENTENCE_END.search(above.text[-4:]):
        return False
    if line.text[0].islower() and line.text[1:2] not in (".", ")"):
        return True
    return block in indenting and above.indent >= _INDENTED > line.indent and not _NUMBERED.match(line.text)


def headings(lines: Sequence[Line], blocks: Sequence[Block], measures: Measures) -> list[Block]:
    """Headings that a page without heading tags shows by its type: short lines wholly bold or larger than the text, several of them
    alike, none of which ends a sentence or is numbered (numbers show themselves), with text below.
    """
    if any(block.what is What.HEADING for block in blocks):
        return []
    kept = [at for at, line in enumerate(lines) if line.why is None and line.text]
    if not kept:
        return []
    apart = {at for block in blocks for at in range(block.first, block.end)}
    plain = _plain_size([lines[at] for at in kept])
    styles: dict[tuple[float, bool, bool], list[int]] = defaultdict(list)
    for place, at in enumerate(kept):
        line = lines[at]
        follows = place + 1 < len(kept)
        bold, large = line.bold >= _BOLD, line.size >= _LARGER * plain
        if (bold or large) and follows and at not in apart and not line.cells and _is_short(line):
            styles[-line.size if large else -plain, not line.centred, not bold].append(at)
    if sum(map(len, styles.values())) > _MOST * len(kept):
        return []
    told = sorted(style for style, own in styles.items() if len(own) >= _ALIKE and _has_text(lines, kept, own))
    return [Block(at, at + 1, What.HEADING, rank) for rank, style in enumerate(told, 1) for at in styles[style]]


def _is_short(line: Line) -> bool:
    text = line.text
    short = columns(text) <= _LONGEST and any(map(str.isalpha, text)) and not line.broken
    return short and not _NO_END.search(text) and not _NUMBERED.match(text)


def _plain_size(lines: Sequence[Line]) -> float:
    """The size in which most of a text is set."""
    sizes: dict[float, int] = defaultdict(int)
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size))


def _has_text(lines: Sequence[Line], kept: Sequence[int], own: Sequence[int]) -> bool:
    """Whether most of some lines have longer ones below them."""
    places = {at: place for place, at in enumerate(kept)}
    below = [lines[kept[min(places[at] + 1, len(kept) - 1)]] for at in own]
    return sum(columns(line.text) > _LONGEST or line.bold < _BOLD for line in below) * 2 > len(own)
