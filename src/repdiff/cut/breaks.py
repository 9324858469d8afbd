"""Which line breaks only wrap: those inside a paragraph, told by indents, punctuation, brackets and the width of the lines."""

import re
from collections.abc import Container
from enum import Enum, auto
from typing import NamedTuple

from repdiff.cut.chapter_numbers import spoken_number
from repdiff.cut.folds import ENDS_SENTENCE
from repdiff.cut.layout import Layout, layout_of
from repdiff.cut.lines import Line, columns, lines_of
from repdiff.cut.page_ends import NO_PAGES, PageEnds
from repdiff.cut.starts import NUMBER, ORDINAL, counted, weak_start
from repdiff.languages.marks import EVEN_PAUSES
from repdiff.languages.numerals import HAN_NUMERALS
from repdiff.languages.patterns import letters
from repdiff.languages.scripts import EAST_LETTER, FIRST_EAST_ASIAN, is_hangul, is_spaced, writes_unspaced

_CELLS = re.compile(r"[^\t]\t+[^\t]")
_RULE = re.compile(r"(?:=+|-{2,}|\*{3,}|_{3,})")
_CLAUSE = re.compile(rf"[{EVEN_PAUSES}。]|\.\s")
_CARRIES_ON = re.compile(r"[,、。;:!?)\]』」》”’%]")
_BROKEN = re.compile(r"[^\W\d_][-\u2010]\Z")
_BRACKET = re.compile(r"[(\[《“)\]》”]")
_TWO_NUMERALS = re.compile(rf"[{HAN_NUMERALS}]、[{HAN_NUMERALS}]")
_BINDING = letters(lambda each: each.headings.binds)
_LETTER = re.compile(rf"[“《(]*(?:{EAST_LETTER}|\d{{4}})")
_DASHES = re.compile(r"[—―]+")
_LONG_LINE = 160
"""Columns from which a line is a whole paragraph rather than one line of a wrapped one."""
_BLANK_LINE = 2
"""Line breaks that leave one blank line."""
_FULL, _FULL_OF_CLUSTERS, _FULL_BY_INDENT = 0.92, 0.8, 0.6
"""Share of the width of lines from which a line has reached it; in scripts whose words nothing parts; in them where the indent of the
line below says that it goes on."""
_NEVER = 2.0
_NARROWEST = 40
"""Columns of the narrowest lines that are wrapped ones."""
_PRINTED_PAGE, _PRINTED_FULL = 100, 0.8
"""Columns of the lines of a printed page at most, and the share of them from which a line has reached their end."""
_LONGEST_HEADING = 110
"""Columns of the longest heading line; official headings with two clauses and a number stay below it."""
_BODY = 60
"""Columns from which a line is text rather than one more short line."""
_HALF_TITLE = 30
"""Columns of either line of a title broken in two at most."""


class _Place(Enum):
    """How a line stands to the paragraph above it."""

    LEVEL = auto()
    """Below its lines, or to the left of a first line that is indented."""
    HANGS = auto()
    """To the right of the bullet or number above it."""
    DEEPER = auto()
    BACK = auto()


class _Paragraph(NamedTuple):
    """What is known of the paragraph so far, from its first line on."""

    head: Line
    clause: bool = False  # there is a comma or a stop in it
    depth: int = 0  # brackets and quotes left open


class _Pair(NamedTuple):
    """Two lines, one below the other, with what stands around them."""

    one: Line
    two: Line
    text: str
    after: Line | None  # the line below the two
    paragraph: _Paragraph
    layout: Layout
    page: bool = False  # a page ended between them

    @property
    def gap(self) -> str:
        """What stands between the two."""
        return "\n" if self.page else self.text[self.one.end : self.two.start]

    @property
    def opens(self) -> bool:
        """Whether the upper line begins its paragraph."""
        return self.paragraph.head is self.one

    @property
    def block(self) -> int:
        """Columns of the widest line around the upper one."""
        return self.layout.blocks[self.one.start]

    @property
    def is_indented(self) -> bool:
        """Whether the lower line stands to the right of the bullet of its paragraph, or to the left of its indented first line."""
        head, below = self.paragraph.head, self.two.indent
        return (head.hang > head.indent and below > head.indent) or (head.indent > below and self.layout.opens)

    @property
    def place(self) -> _Place:
        """How the lower line stands to the paragraph of the upper one."""
        head, one, two = self.paragraph.head, self.one, self.two
        if not self.opens:
            place = _beside(one.indent, two.indent)
            opening = self.layout.opens and head.hang == head.indent
            return _Place.LEVEL if place is _Place.BACK and opening else place
        if head.hang > head.indent:
            return _Place.HANGS if two.indent > head.indent else _Place.LEVEL
        return _Place.DEEPER if two.indent > head.indent else _Place.LEVEL


def _beside(above: int, below: int) -> _Place:
    if abs(above - below) <= 1:
        return _Place.LEVEL
    return _Place.DEEPER if below > above else _Place.BACK


def soft_breaks(text: str, borders: Container[int], pages: PageEnds = NO_PAGES) -> list[tuple[int, int, str]]:
    """Ranges between two lines that belong together, each with what stands there instead."""
    if "\n" not in text:
        return []
    lines = lines_of(text)
    layout = layout_of(lines)
    full = [line for line in lines if line.text]
    cuts: list[tuple[int, int, str]] = []
    paragraph = _Paragraph(full[0]) if full else None
    for at in range(len(full) - 1):
        one, two = full[at], full[at + 1]
        paragraph = _with(paragraph or _Paragraph(one), one)
        after = full[at + 2] if at + 2 < len(full) else None
        pair = _Pair(one, two, text, after, paragraph, layout, two.start in pages.may)
        if two.start not in pages.do and (borders_at(borders, two) or not _is_soft(text, full, at, pair)):
            paragraph = _Paragraph(two)
            continue
        cuts.append((one.end, two.start, "" if _joins_tight(one.text, two.text) else " "))
        if _goes_on(pair):
            paragraph = paragraph._replace(clause=False)
    return cuts


def borders_at(borders: Container[int], line: Line) -> bool:
    """Whether a paragraph begins with a line because the file says so."""
    return line.start in borders or line.begin in borders


def _with(paragraph: _Paragraph, line: Line) -> _Paragraph:
    """The paragraph with one more line."""
    text = line.text
    opens = paragraph.head is line
    number = NUMBER.match(text) if opens else None
    begin = number.end() if number else 0
    depth = paragraph.depth
    if depth or _BRACKET.search(text):
        depth = max(0, depth + sum(text.count(c) for c in "([《“") - sum(text.count(c) for c in ")]》”"))
    clause = paragraph.clause or _CLAUSE.search(text, begin) is not None
    return _Paragraph(paragraph.head, clause, depth)


def _is_soft(text: str, full: list[Line], at: int, pair: _Pair) -> bool:
    """Whether a line and the next belong together."""
    if not pair.paragraph.clause and _two_line_title(text, full, at):
        return True
    if "\n" in pair.gap.strip(" ")[1:] and at + 2 < len(full) and _two_line_title(text, full, at + 1):
        return False
    return _belongs(pair)


def _belongs(pair: _Pair) -> bool:
    one, two = pair.one, pair.two
    breaks = pair.gap.count("\n")
    if breaks > _BLANK_LINE or _RULE.fullmatch(two.text) or _RULE.fullmatch(one.text) or one.text[0] in "#|":
        return False
    if _CELLS.search(one.text) and _CELLS.search(two.text):
        return False
    if _DASHES.fullmatch(one.text):
        return breaks == 1
    if two.quoted > one.quoted or (one.quoted > two.quoted and breaks > 1) or _starts(pair, breaks):
        return False
    zero_width = breaks == _BLANK_LINE and len(pair.gap) > breaks and not pair.gap.strip("\n\u200b\u200c\u200d\ufeff")
    if zero_width:
        return not ENDS_SENTENCE.search(one.text)
    if breaks == _BLANK_LINE:
        return _spans_a_blank_line(pair)
    return _belongs_below(pair)


def _belongs_below(pair: _Pair) -> bool:
    """Whether the line right below another goes on with it."""
    one, two = pair.one, pair.two
    if _CARRIES_ON.match(two.text) or (_BROKEN.search(one.text) and two.text[0].islower()):
        return True
    if one.start in pair.layout.complete:
        return False
    if not _may_go_on(pair):
        return False
    if _goes_on(pair):
        return True
    if _stands_alone(pair):
        return False
    if (_is_east(one.text[-1]) or _is_east(two.text[0])) and not is_hangul(two.text[0]):
        return not _heads(pair) and _belongs_east(pair)
    return _did_not_fit(pair)


def _may_go_on(pair: _Pair) -> bool:
    """Whether a line stands where the paragraph above it may go on."""
    one, two, place = pair.one, pair.two, pair.place
    if one.text.endswith((",", "、")) or place is _Place.HANGS:
        return True
    if place is _Place.LEVEL:
        indented = (
            two.indent > 0 and pair.opens and one.hang == one.indent
        )  # else the lines above have shown their indent
        return not (indented and two.indent == one.indent and (pair.layout.opens or two.wide_lead))
    if place is _Place.BACK or two.wide_lead or ENDS_SENTENCE.search(one.text):
        return False
    return pair.opens and (two.text[0].islower() or _is_steady(pair)) and _did_not_fit(pair)


def _starts(pair: _Pair, breaks: int) -> bool:
    """Whether a line begins a paragraph by its own mark, which is no piece of the line above."""
    one, two = pair.one, pair.two
    if not two.starts or (_TWO_NUMERALS.match(two.text) and one.text.endswith((",", "、"))):
        return False
    if breaks == 1 and pair.place in (_Place.LEVEL, _Place.HANGS) and _is_inside(pair):
        return False
    return not (pair.paragraph.depth and breaks == 1 and two.text[0].isdigit())


def _is_inside(pair: _Pair) -> bool:
    """Whether what could begin a paragraph is a word of a sentence, or counts off its parts."""
    one, two = pair.one, pair.two
    if counted().match(two.text):
        head = pair.paragraph.head
        counts = counted().search(pair.text, head.start + 1, one.end) is not None
        return counts and not head.starts and _is_steady(pair)
    spoken = is_spaced(two.text[0]) and spoken_number(two.text) is not None
    if ENDS_SENTENCE.search(one.text) or not (spoken or weak_start().match(two.text) or _is_dash(pair)):
        return False
    return _is_steady(pair) and not (one.starts and weak_start().match(one.text))


def _is_dash(pair: _Pair) -> bool:
    """Whether a hyphen at the beginning of a line may be a dash: no other line beside it has one."""
    if not _is_dashed(pair.two) or pair.paragraph.head.starts:
        return False
    return pair.after is None or not _is_dashed(pair.after)


def _is_dashed(line: Line) -> bool:
    """Whether a line begins with a hyphen that stands alone."""
    return line.text.startswith("- ")


def _is_steady(pair: _Pair) -> bool:
    """Whether the upper line is full, and not just because it is the widest around."""
    steady = pair.one.start in pair.layout.steady or _FULL * pair.layout.usual <= pair.one.edge
    return steady and _did_not_fit(pair)


def _goes_on(pair: _Pair) -> bool:
    """Whether a short line completes the heading above it: it begins, or that ends, with a word that binds."""
    one, two = pair.one, pair.two
    if not pair.opens or two.width > _HALF_TITLE or not one.starts:
        return False
    if ENDS_SENTENCE.search(one.text) or _CLAUSE.search(two.text):
        return False
    return two.text[0].islower() or two.text[0] in _BINDING or one.text[-1] in _BINDING


def _stands_alone(pair: _Pair) -> bool:
    """Whether a line is too short for what follows it and yet ends no sentence, below one that does: a title of its own."""
    one, two, three = pair.one, pair.two, pair.after
    if three is None or pair.block > _LONG_LINE or not ENDS_SENTENCE.search(one.text):
        return False
    if ENDS_SENTENCE.search(two.text) or two.text.endswith((",", "、")) or two.text[0].islower():
        return False
    room = 0 if _is_east(three.text[0]) else 1 + columns(three.text.split(maxsplit=1)[0])
    return two.width <= _LONGEST_HEADING and two.edge + room < _FULL * pair.block


def _heads(pair: _Pair) -> bool:
    """Whether a short line stands above a whole paragraph, in a text whose paragraphs are lines: it is no piece of a line."""
    one, two = pair.one, pair.two
    if pair.layout.usual <= _LONG_LINE or not pair.opens or pair.paragraph.depth or one.text.endswith((",", "、")):
        return False
    return one.width <= _LONGEST_HEADING and two.width >= max(_BODY, one.width) and bool(_LETTER.match(two.text))


def _belongs_east(pair: _Pair) -> bool:
    one, two, usual = pair.one, pair.two, pair.layout.usual
    if pair.paragraph.depth or one.text.endswith((",", "、")):
        return True
    wrapped = pair.block <= _LONG_LINE and one.edge >= _FULL * pair.block and one.width > _NARROWEST
    if ENDS_SENTENCE.search(one.text):
        return wrapped and usual <= _LONG_LINE and one.edge >= _FULL * usual
    if one.starts and not wrapped and one.text[0] in f"({HAN_NUMERALS}0123456789{ORDINAL}":
        return False
    if two.indent and pair.place is _Place.LEVEL and pair.opens:
        return wrapped
    return pair.paragraph.clause or (wrapped and one.edge >= _FULL * usual)


def _did_not_fit(pair: _Pair) -> bool:
    """Whether the next word had no room on its line: then the break only wraps (the greedy rule of text editors)."""
    one, two, block = pair.one, pair.two, pair.block
    if not _NARROWEST <= block <= _LONG_LINE:
        return False
    if writes_unspaced(one.text[-1]) and writes_unspaced(two.text[0]):
        if one.start in pair.layout.prose:
            return True
        share = _FULL_BY_INDENT if pair.is_indented else _FULL_OF_CLUSTERS if block > _BODY else _NEVER
        return one.edge >= share * block
    word = two.text.split(maxsplit=1)[0]
    return one.edge + 1 + columns(word) > _FULL * block


def _spans_a_blank_line(pair: _Pair) -> bool:
    """Columns of a printed page come with blank lines inside their sentences."""
    one, two, usual = pair.one, pair.two, pair.layout.usual
    if usual > _PRINTED_PAGE or not pair.paragraph.clause:
        return False
    if ENDS_SENTENCE.search(one.text) or not _is_east(two.text[0]):
        return False
    return one.text.endswith((",", "、")) or one.edge >= _PRINTED_FULL * usual


def _two_line_title(text: str, full: list[Line], at: int) -> bool:
    """Two short lines alone between blank lines, indents or list items, without any punctuation: one broken title."""
    one, two = full[at], full[at + 1]
    if text.count("\n", one.end, two.start) != 1 or two.indent or max(one.width, two.width) > _HALF_TITLE:
        return False
    if any(re.search(r"[\d,。;:!?、]", line.text) or line.starts for line in (one, two)):
        return False
    if not (_is_east(one.text[-1]) and _is_east(two.text[0])):
        return False
    opens = at == 0 or one.indent > 0 or text.count("\n", full[at - 1].end, one.start) > 1
    if at + 2 == len(full):
        return opens
    after = full[at + 2]
    closes = after.indent > 0 or after.starts or text.count("\n", two.end, after.start) > 1
    return opens and closes


def _is_east(char: str) -> bool:
    return char >= FIRST_EAST_ASIAN or char in "“”‘’—…"


def _joins_tight(one: str, two: str) -> bool:
    if is_hangul(one[-1]) and is_hangul(two[0]):
        return False
    return (
        _is_east(one[-1])
        or _is_east(two[0])
        or not (one[-1].isalnum() or one[-1] in ".,;:!?)*_")
        or two[0] in ",.;:!?)"
    )
