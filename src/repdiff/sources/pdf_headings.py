"""Which paragraphs of a PDF are headings: those that its outline names, and those that are set larger or bolder than its text."""

import re
from collections.abc import Mapping, Sequence

from repdiff.languages.marks import SENTENCE_ENDS
from repdiff.sources.pdf_paragraphs import Block, Paragraph

_LARGER = 1.08  # of the size of the text, from which a heading is set larger
_SAME = 0.06  # share by which sizes of one level differ at most
_LONGEST = 200  # code points of a heading at most
_LINES = 4  # lines of a heading at most
_SHARE = (
    0.25  # share of the letters that headings may take: what is set larger is the text itself where there is more of it
)
_ENDED = re.compile(rf"[{SENTENCE_ENDS};；,，、][\"'”’)\]）】』」》]*$")
_STOPPED = re.compile(r"[.,;，；、。][\"'”’)\]）】』」》]*$")
_LEVELS = 6

Titles = Mapping[str, int]
"""The titles of a file's own outline, without blanks and in small letters, with their levels."""


def key_of(text: str) -> str:
    """A title without what an outline and a page write differently: blanks and case."""
    return "".join(text.split()).casefold()


def levels_of(blocks: Sequence[Block], texts: Sequence[str], body: float, titles: Titles) -> dict[int, int]:
    """The levels of the blocks that are headings, from 1, by their places. `texts` are those of the blocks, empty for tables."""
    named = {at: titles[key_of(text)] for at, text in enumerate(texts) if text and key_of(text) in titles}
    large = [at for at, block in enumerate(blocks) if _is_large(block, texts[at], body)]
    letters = sum(map(len, texts)) or 1
    if sum(len(texts[at]) for at in large) > _SHARE * letters:
        large = []
    if named:
        biggest = max(_size(blocks[at]) for at in named)
        titles_above = [at for at in large if at not in named and _size(blocks[at]) >= biggest * (1 + _SAME)]
        return _smoothed(dict.fromkeys(titles_above, 0) | named)
    sizes = _sizes(blocks, large)
    found = {at: _rank(sizes, _size(blocks[at])) for at in large}
    deepest = max(found.values(), default=0)
    bold = [at for at in range(len(blocks)) if at not in found and _is_bold_title(blocks, texts, at, body)]
    found |= dict.fromkeys(bold, min(deepest + 1, _LEVELS))
    return _smoothed(found)


def _smoothed(levels: dict[int, int]) -> dict[int, int]:
    """The levels without those that no heading has: 1, 3, 4 are 1, 2, 3."""
    order = {level: at for at, level in enumerate(sorted(set(levels.values())), 1)}
    return {at: min(order[level], _LEVELS) for at, level in levels.items()}


def _size(block: Block) -> float:
    return block.size if isinstance(block, Paragraph) else 0.0


def _is_large(block: Block, text: str, body: float) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.size >= _LARGER * body
        and len(text) <= _LONGEST
        and len(block.lines) <= _LINES
        and any(map(str.isalpha, text))
        and not _STOPPED.search(text.rstrip("."))
    )


def _sizes(blocks: Sequence[Block], places: Sequence[int]) -> list[float]:
    """The sizes of headings, the largest first, those that hardly differ once."""
    sizes = sorted({_size(blocks[at]) for at in places}, reverse=True)
    return [size for at, size in enumerate(sizes) if not at or sizes[at - 1] - size > _SAME * size]


def _rank(sizes: Sequence[float], size: float) -> int:
    return min(max(sum(1 for each in sizes if each >= size), 1), _LEVELS)


def _is_bold_title(blocks: Sequence[Block], texts: Sequence[str], at: int, body: float) -> bool:
    """Whether a bold paragraph of the size of the text is a title: short, without the end of a sentence, with text below it that is not."""
    block = blocks[at]
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or not isinstance(after, Paragraph) or not block.bold:
        return False
    before = blocks[at - 1] if at else None
    if before is not None and not isinstance(before, Paragraph):
        return False  # it may be the name of the table
    text = texts[at]
    short = len(block.lines) <= 2 and len(text) <= _LONGEST / 2  # noqa: PLR2004 -- a title in type of the text takes two lines
    return (
        short
        and abs(block.size - body) <= _SAME * body
        and any(map(str.isalpha, text))
        and not _ENDED.search(text)
        and not after.bold
        and len(texts[at + 1]) > len(text)
    )
