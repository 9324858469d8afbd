"""Logical paragraphs: what a reader takes for one paragraph, however its lines were broken on the way here."""

import re
from bisect import bisect_right
from collections.abc import Container
from typing import Final, NamedTuple

from repdiff.cut.page_ends import NO_PAGES, PageEnds
from repdiff.languages.han import folded
from repdiff.languages.marks import BULLETS, EVEN_ENDS, EVEN_PAUSES
from repdiff.languages.numerals import HAN_NUMERALS, LISTED
from repdiff.languages.patterns import letters
from repdiff.languages.scripts import BLANKS, EAST_LETTER, FIRST_EAST_ASIAN, ZERO_WIDTH, wide_run
from repdiff.model.texts import Span

_ORDINAL = letters(lambda each: each.headings.ordinal)
_YEAR = letters(lambda each: each.words.year)
_DATES = letters(lambda each: each.headings.dates)
NUMBERED: Final = rf"""(?: \([{HAN_NUMERALS}\d]{{1,4}}\) | [{HAN_NUMERALS}]{{1,4}}\)
      | [{HAN_NUMERALS}]{{1,4}}\s?、(?![{HAN_NUMERALS}]{{1,3}}、) | [{HAN_NUMERALS}]{{1,4}}\.
      | \d{{1,3}}\)(?!\d) | \d{{1,3}}\s?、(?!\d{{1,2}}[{_DATES}、]) | \d{{1,3}}[、.](?:(?!\d)|(?=\d{{4}}[{_YEAR}])) )"""
"""Fragment for verbose patterns: the number that a list item or a numbered heading begins with.

What is numbered may itself begin with a figure (`二、2025年`); behind a full stop only a year is no decimal (`3.14`), behind `、` no date.
"""
_START = re.compile(
    rf"""(?: [{BULLETS}]+\s*(?=\S) | \#{{1,6}}\s | \| | >\s | [—―]{{2}}
      | {NUMBERED} | [{_ORDINAL}][{HAN_NUMERALS}\d]{{1,5}}[^\s{HAN_NUMERALS}\d,] | [{LISTED}]
      | \d{{1,3}}(?:\.\d{{1,3}})+\s | [A-Za-z][.)]\s(?![A-Za-zÄÖÜ]\.) | [IVXLCivxl]+[.)]\s(?![A-Za-zÄÖÜ]\.) | §
      | [A-Z]\w{{2,9}}\s(?:\d+[A-Za-z]?|[IVXLC]+)\b\s*[.:—-]? )""",
    re.X,
)
_NUMBER = re.compile(NUMBERED, re.X)
_LINE_ENDS = "\x85\u2028\u2029"
_CELLS = re.compile(r"[^\t]\t+[^\t]")
_RULE = re.compile(r"(?:=+|-{2,}|\*{3,}|_{3,})")
_ENDS_SENTENCE = re.compile(r"[。!?;:…‥.][\"'”’)\]』」》*_]*$")
_LINE = re.compile(r"\n\s*\n|[^\n]+")
_CLAUSE = re.compile(rf"[{EVEN_PAUSES}。]|\.\s")
_CARRIES_ON = re.compile(r"[,、。;:!?)\]』」》”’%]")
_TWO_NUMERALS = re.compile(rf"[{HAN_NUMERALS}]、[{HAN_NUMERALS}]")
_BINDING = letters(lambda each: each.headings.binds)
_LETTER = re.compile(rf"[“《(]*(?:{EAST_LETTER}|\d{{4}})")
_DASHES = re.compile(r"[—―]+")
_LOST_BREAK = re.compile(
    rf"(?<=[。!?…”])[ \xa0]+(?=(?![\uac00-\ud7a3]){EAST_LETTER}|[(“《\d])|(?<=:)[ \xa0]+(?=\(?[{HAN_NUMERALS}]{{1,3}}[)、])"
)
# What begins with the mark itself is found much faster than what begins with the letter before it.
_STOP_BEFORE_LETTER = re.compile(rf"\.(?:(?<={EAST_LETTER}\.)|(?<=[”’\")\]》%]\.))(?={EAST_LETTER}|[“‘\"(\[《\s]|$)")
_HALF_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    "\u3000": " ",
    "\uff61": "。",
    "\uff64": "、",
}
_SHORTEST_FOLD, _LONGEST_FOLD = 16, 400
"""Code points of a line between which a regular fold is looked for."""
_LONG_LINE = 160
"""Columns from which a line is a whole paragraph rather than one line of a wrapped one."""
_FOLDS, _FOLDED_SHARE = 5, 0.2
"""Lines of one length that make a fold at least: at all, and as a share of all lines."""
_CLOSING, _OPENING = 6, 24
"""Code points in which the end of a sentence, and the mark that a paragraph begins with, are looked for."""
_PIECES = 0.9
"""Share of lines of the very length of a fold from which the whole text was folded, not its paragraphs one by one."""
_MEASURED = 400
"""Code points of a line whose columns are counted: a longer one is long anyhow."""
_NOT_SHORT = 20
"""Columns above which a line says how wide the document's lines are."""
_BLANK_LINE = 2
"""Line breaks that leave one blank line."""
_FULL = 0.92
"""Share of the width of lines from which a line has reached it."""
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


def evened(text: str) -> str:
    """The text as the patterns of headings see it; offsets stay.

    Full-width forms are half-width ones, traditional characters simplified ones, and `.` between East Asian letters is `。`.
    """
    text = folded(text)
    for mark in _HALF_WIDTH.keys() & set(text):
        text = text.replace(mark, _HALF_WIDTH[mark])
    return _STOP_BEFORE_LETTER.sub("。", text)


def columns(text: str) -> int:
    """Columns of a terminal that the text takes."""
    if text.isascii():
        return len(text)
    return 2 * len(text) - len(wide_run().sub("", text))


class Flat(NamedTuple):
    """A text without the line breaks that only wrap it: a newline that is left ends a paragraph.

    `cuts` are offsets in `text` where something was left out, in order; `gone` how many code points were left out
    up to there.
    """

    text: str
    cuts: tuple[int, ...]
    gone: tuple[int, ...]

    def place(self, offset: int) -> int:
        """Offset in the source of the code point at `offset` in the flat text."""
        at = bisect_right(self.cuts, offset)
        return offset + (self.gone[at - 1] if at else 0)

    def span(self, start: int, end: int) -> Span:
        """Span in the source of a non-empty range of the flat text."""
        return Span(self.place(start), self.place(end - 1) + 1)

    def at(self, place: int) -> int:
        """Offset in the flat text of an offset in the source; of one that was left out, where it stood."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.place(middle) < place:
                low = middle + 1
            else:
                high = middle
        return low


class _Line(NamedTuple):
    start: int
    end: int  # trimmed
    text: str  # trimmed, evened
    indented: bool
    width: int


class _Context(NamedTuple):
    usual: int  # width of the document's long lines
    block: int  # widest line between two blank lines
    clause: bool  # there is a comma or a stop in the paragraph so far
    depth: int  # brackets and quotes left open
    opens: bool  # the upper line begins its paragraph
    after: _Line | None  # the line below the two


def flatten(text: str, borders: Container[int] = frozenset(), pages: PageEnds = NO_PAGES) -> Flat:
    """Take the soft line breaks out of a text, but for those before a line that begins at one of `borders`. Blank lines where a page ended
    count for nothing.

    First those of a mechanical fold (every n characters, inside words as well), then those of wrapped prose, told by
    punctuation, brackets and the width of the lines. Between words that blanks part, the break becomes a blank.
    """
    for mark in _LINE_ENDS:
        text = text.replace(mark, "\n")
    folds = _folds(text)
    unfolded = _without(text, [(at, at + 1, "") for at in folds])
    hard = (frozenset(), NO_PAGES) if folds else (borders, pages)
    wrapped = _without(unfolded.text, _soft_breaks(unfolded.text, *hard))
    return _chain(unfolded, wrapped)


def cut_paragraphs(text: str) -> tuple[Span, ...]:
    """Logical paragraphs of a text, in order: trimmed spans between which stands nothing but white space.

    Headings, list items and table rows on lines of their own are paragraphs; hard-wrapped lines of a paragraph are one.
    """
    flat = flatten(text)
    return tuple(flat.span(a, b) for a, b in flat_paragraphs(flat.text))


def flat_paragraphs(text: str, even: str = "") -> list[Span]:
    """Paragraphs of a flat text, given with its evened form where that is at hand.

    Where a page was flattened, a blank between `。` and a letter is a lost paragraph break.
    """
    even = even or evened(text)
    stops = len(re.findall(rf"[{EVEN_ENDS}]", even))
    lost = list(_LOST_BREAK.finditer(even))
    breaks = [(m.start(), m.end()) for m in lost] if len(lost) < 0.6 * stops else []
    breaks += [(m.start(), m.end()) for m in re.finditer(r"\n\s*", text)]
    breaks.sort()
    spans, at = [], 0
    for start, end in [*breaks, (len(text), len(text))]:
        span = trimmed(text, at, start)
        if span.start < span.end:
            spans.append(span)
        at = end
    return spans


_LEADING = re.compile(f"[{BLANKS}]*")


def trimmed(text: str, start: int, end: int) -> Span:
    """The range without white space and zero-width characters at its ends; empty at `start` when nothing is left."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ZERO_WIDTH):
        end -= 1
    lead = _LEADING.match(text, start, end)
    return Span(lead.end() if lead else start, end)


def _folds(text: str) -> list[int]:
    """Newlines of a mechanical fold: every n-th character of the text, or most lines equally long and none longer."""
    lengths = [len(line) for line in text.split("\n")]
    width = max(lengths)
    if not _SHORTEST_FOLD <= width <= _LONGEST_FOLD:
        return []
    for step in range(width + 1, _LONGEST_FOLD + 2):
        regular = range(step - 1, len(text), step)
        if len(regular) >= _FOLDS and all(text[at] == "\n" for at in regular):
            return list(regular)
    many = lengths.count(width)
    if many < _FOLDS or many < _FOLDED_SHARE * len(lengths):
        return []
    folds, at = [], 0
    for length in lengths[:-1]:
        if length == width and not (many < _PIECES * len(lengths) and _full_by_chance(text, at + length)):
            folds.append(at + length)
        at += length + 1
    return folds


def _full_by_chance(text: str, end: int) -> bool:
    """Whether a sentence ends with the line that ends there, and the next one begins with the mark of a paragraph."""
    if not _ENDS_SENTENCE.search(evened(text[max(0, end - _CLOSING) : end])):
        return False
    below = text[end + 1 : end + _OPENING]
    return below[:1] in BLANKS or bool(_START.match(evened(below)))


def _without(text: str, cuts: list[tuple[int, int, str]]) -> Flat:
    """Replace ranges of the text by at most one character each."""
    parts: list[str] = []
    places: list[int] = []
    gone: list[int] = []
    at = length = lost = 0
    for start, end, glue in cuts:
        parts += [text[at:start], glue]
        length += start - at + len(glue)
        lost += end - start - len(glue)
        places.append(length)
        gone.append(lost)
        at = end
    parts.append(text[at:])
    return Flat("".join(parts), tuple(places), tuple(gone))


def _chain(first: Flat, second: Flat) -> Flat:
    """The map of two cuts made one after the other."""
    if not first.cuts:
        return second
    places = sorted({*second.cuts, *(second.at(cut) for cut in first.cuts)})
    return Flat(second.text, tuple(places), tuple(first.place(second.place(p)) - p for p in places))


def _lines(text: str) -> list[_Line]:
    """The lines of a text; of blank lines in a row one."""
    lines: list[_Line] = []
    even = evened(text)
    for match in _LINE.finditer(even):
        at, stop = match.span()
        start, end = trimmed(text, at, stop)
        content = even[start:end]
        if content or not lines or lines[-1].text:
            lines.append(_Line(start, end, content, start > at and even[at] != "\u200b", columns(content[:_MEASURED])))
    return lines


def _soft_breaks(text: str, borders: Container[int], pages: PageEnds) -> list[tuple[int, int, str]]:
    """Ranges between two lines that belong together, each with what stands there instead."""
    if "\n" not in text:
        return []
    lines = _lines(text)
    full = [line for line in lines if line.text]
    widths = sorted(line.width for line in full if line.width > _NOT_SHORT)
    usual = widths[len(widths) * 9 // 10] if widths else 0
    blocks = _block_widths(text, lines)
    cuts: list[tuple[int, int, str]] = []
    clause, depth = False, 0
    for at in range(len(full) - 1):
        one, two = full[at], full[at + 1]
        depth = max(0, depth + sum(one.text.count(c) for c in "([《“") - sum(one.text.count(c) for c in ")]》”"))
        opens = not cuts or cuts[-1][1] != one.start
        number = _NUMBER.match(one.text) if opens else None
        clause = clause or bool(_CLAUSE.search(one.text, number.end() if number else 0))
        context = _Context(usual, blocks[one.start], clause, depth, opens, full[at + 2] if at + 2 < len(full) else None)
        gap = "\n" if two.start in pages.may else text[one.end : two.start]
        if two.start in pages.do or (two.start not in borders and _is_soft(text, full, at, gap, context)):
            glue = "" if _joins_tight(one.text, two.text) else " "
            cuts.append((one.end, two.start, glue))
            clause = clause and not _goes_on(one, two, context)
        else:
            clause, depth = False, 0
    return cuts


def _is_soft(text: str, full: list[_Line], at: int, gap: str, context: _Context) -> bool:
    """Whether a line and the next belong together."""
    one, two = full[at], full[at + 1]
    if not context.clause and _two_line_title(text, full, at):
        return True
    if "\n" in gap.strip(" ")[1:] and at + 2 < len(full) and _two_line_title(text, full, at + 1):
        return False
    return _belongs(one, two, gap, context)


def _block_widths(text: str, lines: list[_Line]) -> dict[int, int]:
    widths: dict[int, int] = {}
    block: list[_Line] = []
    for line in [*lines, None]:
        if line is not None and line.text:
            block.append(line)
            continue
        widest = max((x.width for x in block), default=0)
        widths.update((x.start, widest) for x in block)
        block = []
    return widths


def _belongs(one: _Line, two: _Line, gap: str, context: _Context) -> bool:
    breaks = gap.count("\n")
    if breaks > _BLANK_LINE or _RULE.fullmatch(two.text) or _RULE.fullmatch(one.text) or one.text[0] in "#|":
        return False
    if _CELLS.search(one.text) and _CELLS.search(two.text):
        return False
    if _DASHES.fullmatch(one.text):
        return breaks == 1
    if _starts(one, two, breaks, context):
        return False
    zero_width = breaks == _BLANK_LINE and len(gap) > breaks and not gap.strip("\n\u200b\u200c\u200d\ufeff")
    if zero_width:
        return not _ENDS_SENTENCE.search(one.text)
    if breaks == _BLANK_LINE:
        return _spans_a_blank_line(one, two, context)
    return _belongs_below(one, two, context)


def _belongs_below(one: _Line, two: _Line, context: _Context) -> bool:
    """Whether the line right below another goes on with it."""
    if _CARRIES_ON.match(two.text):
        return True
    hangs = two.indented and two.text[0].islower() and _did_not_fit(one, two, context)
    if two.indented and not hangs and not one.text.endswith((",", "、")):
        return False
    if _goes_on(one, two, context):
        return True
    if _stands_alone(one, two, context):
        return False
    if _is_east(one.text[-1]) or _is_east(two.text[0]):
        return not _heads(one, two, context) and _belongs_east(one, context)
    return _did_not_fit(one, two, context)


def _starts(one: _Line, two: _Line, breaks: int, context: _Context) -> bool:
    """Whether a line begins a paragraph by its own mark, which is no piece of the line above."""
    if not _START.match(two.text) or (_TWO_NUMERALS.match(two.text) and one.text.endswith((",", "、"))):
        return False
    return not (context.depth and breaks == 1 and two.text[0].isdigit())


def _goes_on(one: _Line, two: _Line, context: _Context) -> bool:
    """Whether a short line completes the heading above it: it begins, or that ends, with a word that binds."""
    if not context.opens or two.width > _HALF_TITLE or not _START.match(one.text):
        return False
    if _ENDS_SENTENCE.search(one.text) or _CLAUSE.search(two.text):
        return False
    return two.text[0].islower() or two.text[0] in _BINDING or one.text[-1] in _BINDING


def _stands_alone(one: _Line, two: _Line, context: _Context) -> bool:
    """Whether a line is too short for what follows it and yet ends no sentence, below one that does: a title of its own."""
    three = context.after
    if three is None or context.block > _LONG_LINE or not _ENDS_SENTENCE.search(one.text):
        return False
    if _ENDS_SENTENCE.search(two.text) or two.text.endswith((",", "、")) or two.text[0].islower():
        return False
    room = 0 if _is_east(three.text[0]) else 1 + columns(three.text.split(maxsplit=1)[0])
    return two.width <= _LONGEST_HEADING and two.width + room < _FULL * context.block


def _heads(one: _Line, two: _Line, context: _Context) -> bool:
    """Whether a short line stands above a whole paragraph, in a text whose paragraphs are lines: it is no piece of a line."""
    if context.usual <= _LONG_LINE or not context.opens or context.depth or one.text.endswith((",", "、")):
        return False
    return one.width <= _LONGEST_HEADING and two.width >= max(_BODY, one.width) and bool(_LETTER.match(two.text))


def _belongs_east(one: _Line, context: _Context) -> bool:
    if context.depth or one.text.endswith((",", "、")):
        return True
    wrapped = context.block <= _LONG_LINE and one.width >= _FULL * context.block and one.width > _NARROWEST
    if _ENDS_SENTENCE.search(one.text):
        return wrapped and context.usual <= _LONG_LINE and one.width >= _FULL * context.usual
    if _START.match(one.text) and not wrapped and one.text[0] in f"({HAN_NUMERALS}0123456789{_ORDINAL}":
        return False
    return context.clause or (wrapped and one.width >= _FULL * context.usual)


def _did_not_fit(one: _Line, two: _Line, context: _Context) -> bool:
    """Whether the next word had no room on its line: then the break only wraps (the greedy rule of text editors)."""
    if not _NARROWEST <= context.block <= _LONG_LINE:
        return False
    word = two.text.split(maxsplit=1)[0]
    return one.width + 1 + columns(word) > _FULL * context.block


def _spans_a_blank_line(one: _Line, two: _Line, context: _Context) -> bool:
    """Columns of a printed page come with blank lines inside their sentences."""
    if context.usual > _PRINTED_PAGE or not context.clause:
        return False
    if _ENDS_SENTENCE.search(one.text) or not _is_east(two.text[0]):
        return False
    return one.text.endswith((",", "、")) or one.width >= _PRINTED_FULL * context.usual


def _two_line_title(text: str, full: list[_Line], at: int) -> bool:
    """Two short lines alone between blank lines, indents or list items, without any punctuation: one broken title."""
    one, two = full[at], full[at + 1]
    if text.count("\n", one.end, two.start) != 1 or two.indented or max(one.width, two.width) > _HALF_TITLE:
        return False
    if any(re.search(r"[\d,。;:!?、]", line.text) or _START.match(line.text) for line in (one, two)):
        return False
    if not (_is_east(one.text[-1]) and _is_east(two.text[0])):
        return False
    opens = at == 0 or one.indented or text.count("\n", full[at - 1].end, one.start) > 1
    if at + 2 == len(full):
        return opens
    after = full[at + 2]
    closes = after.indented or bool(_START.match(after.text)) or text.count("\n", two.end, after.start) > 1
    return opens and closes


def _is_east(char: str) -> bool:
    return char >= FIRST_EAST_ASIAN or char in "“”‘’—…"


def _joins_tight(one: str, two: str) -> bool:
    return (
        _is_east(one[-1])
        or _is_east(two[0])
        or not (one[-1].isalnum() or one[-1] in ".,;:!?)*_")
        or two[0] in ",.;:!?)"
    )
