"""Lines to paragraphs: one goes on over the ends of lines, columns and pages, and ends where its lines say so.

A paragraph begins at a gap, at an indent, at a bullet or number, at a change of the size of type; it ends with a line that is so short
that the first word of the next one would have found room behind it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from repdiff.languages.marks import BULLETS, SENTENCE_ENDS
from repdiff.languages.numerals import HAN_NUMERALS, LISTED
from repdiff.languages.patterns import letters
from repdiff.languages.scripts import LEFTWARD, UNSPACED_BY_WORD, UNSPACED_LETTERS
from repdiff.sources.pdf_columns import Column
from repdiff.sources.pdf_tables import Table
from repdiff.sources.pdf_words import Line

_SAME_SIZE = 0.07  # share by which the sizes of lines of one paragraph differ at most
_GAP = 0.3  # of the size: what is added to the usual distance of lines between paragraphs at least
_INDENT = 0.6  # of the size: how far a line begins beside the ones before it to be indented
_DEEPEST = 6.0  # of the size: the deepest first indent
_HANG = 6.0  # of the size: how far the lines of an item hang at most
_SLACK = 0.4  # of the size: what must be free besides the next word
_WIDE_SLACK = 0.7  # the same where each letter is a word
_FULL_SLACK = 0.3  # the same in a column whose lines are full
_JUSTIFIED = (
    0.6  # share of full lines from which a column is justified: its lines end short for no other reason than their end
)
_FULL = 1.0  # of the size: how near to its edge a line of a justified column ends
_CLEAR = 1.5  # of the size: how far from it the last line of a paragraph ends, so that it is told from one that could not be filled
_SMALL_GOES_ON = (
    0.35  # share of the width that must be free before a line that goes on in small letters begins a paragraph
)
_PITCHES = 0.2  # share of the distances of lines that the usual one has at least
_LONGEST_PITCH = 3.0  # of the size
_PITCH = 1.45  # of the size: the distance of lines where a document tells none
_EVEN = 0.06  # of the size: how much distances of lines that are set alike differ at most
_OFTEN = 3  # lines that go on at a distance, from which it parts no paragraphs
_WIDEST = 2.3  # of the size: the distance of lines of a paragraph at most
_CENTRED = 1.5  # of the size: how far the middles of two lines of a title lie apart at most
_TITLE = 1.1  # of the size of the text: a title that is broken in two is larger

_BULLET = re.compile(rf"(?:[•●○■□◆◇▪▲△★☆◎‧∙➢✓⁃‣◦▸►▶❖✔]|[{BULLETS}–—]\s)")
_ENDED = re.compile(rf"[{SENTENCE_ENDS}:：;；][\"'”’)\]）】』」》⁰¹²³⁴-⁹]*$")
_UNSPACED = re.compile(f"[{UNSPACED_LETTERS}]")
_BY_WORD = re.compile(f"[{UNSPACED_BY_WORD}]")
_WORD_WIDTH = 5.0  # of the size: how long such words are at most, but for few
_OPENING = "“‘（《【「『(\"'"
_OPENS_WIDE = re.compile(f"[“‘（《【「『]+[{UNSPACED_LETTERS}]")
_NEVER_FIRST = "，。、；：！？）】》」』”’,.;:!?)]}%"
_LEFT = re.compile(f"[{LEFTWARD}]")


@cache
def _numbered() -> re.Pattern[str]:
    ordinal = letters(lambda each: each.headings.ordinal)
    return re.compile(
        rf"""(?: [(（][{HAN_NUMERALS}\d]{{1,4}}[)）] | [{HAN_NUMERALS}]{{1,4}}[、.．)）] | \d{{1,3}}[)）、．] | \d{{1,3}}\.(?!\d)
          | \d{{1,3}}(?:\.\d{{1,3}})+\.?\s | [{ordinal}][{HAN_NUMERALS}\d]{{1,5}} | [{LISTED}]
          | [(（]?[a-zA-Z][.)）]\s | [(（]?[ivxIVX]{{1,5}}[.)）]\s | §\s?\d | \[\d{{1,3}}\] )""",
        re.VERBOSE,
    )


class Laid(NamedTuple):
    """A line with the edges of its column, the usual distance of its lines, and whether lines there are full when they can be.

    `above` and `below` are how far the lines before and after it in its column are, 0 where there is none.
    """

    line: Line
    left: float
    right: float
    pitch: float
    justified: bool
    first: bool
    above: float
    below: float


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph; grows while it is read."""

    lines: list[Laid]

    @property
    def size(self) -> float:
        """The size of its type: that of most letters."""
        sizes: Counter[float] = Counter()
        for laid in self.lines:
            sizes[laid.line.size] += len(laid.line.text)
        return sizes.most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(laid.line.bold for laid in self.lines)


Block = Paragraph | Table


class _Manner(NamedTuple):
    """How a document sets its paragraphs: the size of its text, whether first lines are indented, what items begin with, and in which
    distances lines stand that go on in the middle of a sentence.
    """

    body: float
    indents: bool
    numbered: re.Pattern[str]
    spreads: frozenset[tuple[int, int]]


def paragraphs_of(columns: Sequence[Column], body: float) -> list[Block]:
    """The paragraphs and tables of all columns of a document in reading order; `body` is the size of its text."""
    laid = _laid(columns)
    numbered = _numbered()
    manner = _Manner(body, _indents(laid, numbered), numbered, _spreads(laid))
    blocks: list[Block] = []
    for part in laid:
        last = blocks[-1] if blocks else None
        if isinstance(part, Table):
            blocks.append(part)
        elif isinstance(last, Paragraph) and _goes_on(last, part, manner):
            last.lines.append(part)
        else:
            blocks.append(Paragraph([part]))
    return blocks


def _laid(columns: Sequence[Column]) -> list[Laid | Table]:
    """The lines with what their columns say of them."""
    pitches = _pitches(columns)
    edges = [_edges(column) for column in columns]
    found: list[Laid | Table] = []
    for column, (left, right) in zip(columns, _aligned(edges, columns), strict=True):
        lines = [part for part in column.parts if isinstance(part, Line)]
        full = sum(1 for line in lines if right - line.x1 < _FULL * line.size)
        justified = len(lines) > _FEW and full >= _JUSTIFIED * len(lines)
        own = _own_pitches([column])
        for before, part, after in zip((None, *column.parts), column.parts, (*column.parts[1:], None), strict=False):
            if isinstance(part, Table):
                found.append(part)
                continue
            size = round(part.size)
            pitch = own.get(size) or pitches.get(size) or _PITCH * part.size
            above = part.y - before.y if isinstance(before, Line) else 0.0
            below = after.y - part.y if isinstance(after, Line) else 0.0
            found.append(Laid(part, left, right, pitch, justified, not isinstance(before, Line), above, below))
    return found


_FEW = 5  # lines of a column that tell its edges and distances


def _edges(column: Column) -> tuple[float, float]:
    lines = [part for part in column.parts if isinstance(part, Line)]
    if not lines:
        return column.left, column.right
    left = min(line.x0 for line in lines)
    ends = sorted((line.x1 for line in lines), reverse=True)
    near = next((a for a, b in pairwise(ends) if a - b < lines[0].size / 2), ends[0])
    return left, near


def _aligned(edges: Sequence[tuple[float, float]], columns: Sequence[Column]) -> list[tuple[float, float]]:
    """The edges, those of columns of few lines taken from others of the document that stand at the same place."""
    found = []
    for (left, right), column in zip(edges, columns, strict=True):
        peers = [
            other
            for other, peer in zip(edges, columns, strict=True)
            if len(peer.parts) > _FEW
            and abs(peer.left - column.left) < _NEAR
            and abs(peer.right - column.right) < _NEAR
        ]
        few = len(column.parts) <= _FEW
        reach = max(right, _commonest([peer[1] for peer in peers])) if peers and few else right
        found.append((min(left, _commonest([peer[0] for peer in peers])) if peers else left, reach))
    return found


_NEAR = 25.0  # points by which the rooms of columns at one place differ from page to page at most


def _commonest(places: Iterable[float]) -> float:
    return float(Counter(map(round, places)).most_common(1)[0][0])


def _pitches(columns: Sequence[Column]) -> dict[int, float]:
    return _own_pitches(columns, least=3)


def _own_pitches(columns: Iterable[Column], least: int = 6) -> dict[int, float]:
    """The usual distance of lines by the rounded size of their type: the smallest that is no exception."""
    seen: dict[int, Counter[float]] = defaultdict(Counter)
    for column in columns:
        for a, b in pairwise(column.parts):
            if isinstance(a, Line) and isinstance(b, Line) and abs(a.size - b.size) < _SAME_SIZE * a.size:
                pitch = b.y - a.y
                if 0.8 * a.size < pitch < _LONGEST_PITCH * a.size:
                    seen[round(a.size)][round(pitch * 2) / 2] += 1
    found = {}
    for size, counts in seen.items():
        total = sum(counts.values())
        common = [pitch for pitch, count in counts.items() if count >= max(_PITCHES * total, 2)]
        if total >= least and common:
            found[size] = min(common)
    return found


def _indents(laid: Sequence[Laid | Table], numbered: re.Pattern[str]) -> bool:
    """Whether paragraphs of the document begin with an indent: most lines below a line that ends short, without a bullet or number, do."""
    indented = flush = 0
    for a, b in pairwise(laid):
        if not isinstance(a, Laid) or not isinstance(b, Laid) or b.first or _opens(b.line.text, numbered):
            continue
        if _is_short(a, b) and abs(a.line.size - b.line.size) < _SAME_SIZE * a.line.size:
            depth = (b.line.x0 - b.left) / b.line.size
            indented += _INDENT < depth < _DEEPEST
            flush += depth <= _INDENT
    return indented > flush


def _spreads(laid: Sequence[Laid | Table]) -> frozenset[tuple[int, int]]:
    """The distances, in half points by the rounded size of the type, in which full lines are followed by others that go on."""
    counts: Counter[tuple[int, int]] = Counter()
    for a, b in pairwise(laid):
        if not isinstance(a, Laid) or not isinstance(b, Laid) or b.first:
            continue
        alike = abs(a.line.size - b.line.size) < _SAME_SIZE * a.line.size
        counts[_spread(b)] += alike and _goes_on_small(a.line, b.line) and not _is_short(a, b)
    return frozenset(spread for spread, count in counts.items() if count >= _OFTEN)


def _spread(laid: Laid) -> tuple[int, int]:
    return round(laid.line.size), round(2 * laid.above)


def opens_item(text: str) -> bool:
    """Whether a text begins as an item of a list does: with a bullet or a number."""
    return _opens(text, _numbered())


def _opens(text: str, numbered: re.Pattern[str]) -> bool:
    return _BULLET.match(text) is not None or numbered.match(text) is not None


def _goes_on(paragraph: Paragraph, new: Laid, manner: _Manner) -> bool:
    """Whether a line goes on with the paragraph before it."""
    last = paragraph.lines[-1]
    a, b = last.line, new.line
    if abs(a.size - b.size) > _SAME_SIZE * max(a.size, b.size) or _BULLET.match(b.text):
        return False
    if _runs_left(a) != _runs_left(b):
        return False
    ended = _ENDED.search(a.text) is not None
    far = not new.first and b.y - a.y > max(last.pitch, new.pitch) + _GAP * b.size
    if far and _spread(new) not in manner.spreads and not _is_wide_set(paragraph, new):
        return False
    if new.first and not _may_span(paragraph, manner):
        return False
    if _is_title_line(last, new, manner):
        return True
    if _is_short(last, new) or (a.bold and not b.bold and last.right - a.x1 > _CLEAR * a.size and ended):
        return False
    if manner.numbered.match(b.text) and _begins_item(paragraph, new, ended, manner):
        return False
    return _fits_indent(paragraph, new, ended, manner)


def _is_wide_set(paragraph: Paragraph, new: Laid) -> bool:
    """Whether lines farther apart than most are so throughout their paragraph: as far as those before, or as those to come."""
    last = paragraph.lines[-1]
    near = _EVEN * new.line.size
    if new.above > _WIDEST * new.line.size:
        return False
    if len(paragraph.lines) > 1:
        return abs(last.above - new.above) < near
    return abs(new.below - new.above) < near and _ENDED.search(last.line.text) is None


def _may_span(paragraph: Paragraph, manner: _Manner) -> bool:
    """Whether a paragraph may go on in the next column: a title does not."""
    return paragraph.size <= _TITLE * manner.body


def _is_title_line(last: Laid, new: Laid, manner: _Manner) -> bool:
    """Whether two lines are the halves of a title that stands in the middle."""
    a, b = last.line, new.line
    if new.first or min(a.size, b.size) < _TITLE * manner.body or abs(a.y - b.y) > 2 * b.size:
        return False
    middle = (last.left + last.right) / 2
    off = [abs((line.x0 + line.x1) / 2 - middle) for line in (a, b)]
    return max(off) < _CENTRED * b.size and max(a.x0 - last.left, b.x0 - new.left) > b.size


def _is_short(last: Laid, new: Laid) -> bool:
    """Whether the first word of the new line would have found room at the end of the last one."""
    a, b = last.line, new.line
    free = (a.x0 - last.left) if _runs_left(a) else last.right - a.x1
    room = _first_width(b)
    unspaced = _UNSPACED.match(b.text.lstrip(_OPENING)) is not None
    told = _ENDED.search(a.text) is not None or (unspaced and free > room + _FULL_SLACK * a.size)
    if last.justified and told and free > _CLEAR * a.size and not _BY_WORD.match(b.text):
        return True
    need = room + (_WIDE_SLACK if unspaced else _SLACK) * a.size
    if _goes_on_small(a, b):
        need = max(need, _SMALL_GOES_ON * (last.right - last.left))
    return free > need


def _runs_left(line: Line) -> bool:
    return len(_LEFT.findall(line.text)) * 2 > len(line.text.replace(" ", ""))


def _goes_on_small(a: Line, b: Line) -> bool:
    """Whether a line of a script with small letters goes on in the middle of a sentence."""
    return b.text[:1].islower() and _ENDED.search(a.text) is None


def _first_width(line: Line) -> float:
    """The room that the first word of a line takes, with the marks that cannot be parted from it."""
    word = line.words[0]
    per = (word.x1 - word.x0) / max(len(word.text), 1)
    if _BY_WORD.match(word.text):
        return min(_WORD_WIDTH * word.size, word.x1 - word.x0)
    opening = len(word.text) - len(word.text.lstrip(_OPENING))
    if _UNSPACED.match(word.text[opening:]):
        taken = opening + 1
        while taken < len(word.text) and word.text[taken] in _NEVER_FIRST:
            taken += 1
        return word.size * taken
    width = word.x1 - word.x0
    for one, two in pairwise(line.words):
        if two.blank or _UNSPACED.match(two.text):
            break
        width += two.x1 - one.x1
    cut = re.search(f"[{UNSPACED_LETTERS}]", word.text)
    return per * cut.start() if cut else width


def _begins_item(paragraph: Paragraph, new: Laid, ended: bool, manner: _Manner) -> bool:
    """Whether a line that begins with a number begins an item: behind the end of a sentence, or below the number of the item before it.

    In the middle of a sentence a number stands at the beginning of a line by chance.
    """
    lines = paragraph.lines
    if ended:
        return True
    below = abs(_depth(new) - _depth(lines[0])) < _INDENT * new.line.size
    hangs = len(lines) == 1 or abs(_depth(lines[-1]) - _depth(lines[0])) > _INDENT * new.line.size
    return below and hangs and _opens(lines[0].line.text, manner.numbered)


def _depth(laid: Laid) -> float:
    """How far a line begins beside the edge of its column; a wide mark that opens something fills only the right half of its square."""
    line = laid.line
    if _runs_left(line):
        return laid.right - line.x1
    depth = line.x0 - laid.left
    return max(depth - line.size / 2, 0.0) if _OPENS_WIDE.match(line.text) else depth


def _fits_indent(paragraph: Paragraph, new: Laid, ended: bool, manner: _Manner) -> bool:
    """Whether a line begins where the lines of the paragraph do."""
    lines = paragraph.lines
    size = new.line.size
    depth, start = _depth(new), _depth(lines[0])
    opened = _opens(lines[0].line.text, manner.numbered)
    if len(lines) > 1:
        off = depth - _depth(lines[-1])
        if new.first and lines[-1].left != new.left and abs(off) > _INDENT * size:
            off = depth - start if opened else off
        if abs(off) > _INDENT * size:
            return False
        return not (new.first and ended and not manner.indents)
    off = depth - start
    if opened and -_DEEPEST * size < off < _HANG * size:
        return True
    if off > _INDENT * size:
        return not ended and not manner.indents and off < _HANG * size and not lines[0].line.bold
    if off < -_DEEPEST * size:
        return False
    return not (new.first and ended and not manner.indents)
