"""Lines of a text as they were laid out: what stands in them, how far they are indented, where they end."""

import re
from typing import NamedTuple

from repdiff.cut.chapter_numbers import spoken_number
from repdiff.cut.starts import START, bullet_of
from repdiff.languages.han import folded
from repdiff.languages.scripts import BLANKS, EAST_LETTER, ZERO_WIDTH, wide_run
from repdiff.model.texts import Span

# What begins with the mark itself is found much faster than what begins with the letter before it.
_STOP_BEFORE_LETTER = re.compile(rf"\.(?:(?<={EAST_LETTER}\.)|(?<=[”’\")\]》%]\.))(?={EAST_LETTER}|[“‘\"(\[《\s]|$)")
_HALF_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    "\u3000": " ",
    "\uff61": "。",
    "\uff64": "、",
}
_LINE = re.compile(r"\n\s*\n|[^\n]+")
_QUOTED = re.compile(r"[ ]{0,3}(?:> ?)+")
_LEADING = re.compile(f"[{BLANKS}]*")
_FULL_BLANK = "\u3000"
_TAB = 8
_MEASURED = 400
"""Code points of a line whose columns are counted: a longer one is long anyhow."""


class Line(NamedTuple):
    """A line: its trimmed span and evened text; in columns, how far it is indented, where its text begins behind a bullet or number,
    and where it ends; how deep it is quoted (`> `), where the signs of that or the text begin; whether a full-width blank opens it,
    and whether its text begins with the mark of a paragraph. A blank line has no text.
    """

    begin: int
    start: int
    end: int
    text: str
    indent: int
    hang: int
    edge: int
    quoted: int
    wide_lead: bool
    starts: bool

    @property
    def width(self) -> int:
        """Columns of the text itself."""
        return self.edge - self.indent


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


def trimmed(text: str, start: int, end: int) -> Span:
    """The range without white space and zero-width characters at its ends; empty at `start` when nothing is left."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ZERO_WIDTH):
        end -= 1
    lead = _LEADING.match(text, start, end)
    return Span(lead.end() if lead else start, end)


def lines_of(text: str) -> list[Line]:
    """The lines of a text, in order; of blank lines in a row one."""
    found: list[Line] = []
    even = evened(text)
    for match in _LINE.finditer(even):
        line = _line(text, even, *match.span())
        if line.text or not found or found[-1].text:
            found.append(line)
    return found


def _line(text: str, even: str, at: int, stop: int) -> Line:
    quote = _QUOTED.match(even, at, stop)
    begin = quote.end() if quote else at
    start, end = trimmed(text, begin, stop)
    content = even[start:end]
    lead = text[begin:start]
    indent = columns(lead.expandtabs(_TAB).strip("\u200b\ufeff")) if lead else 0
    mark = START.match(content)
    starts = mark is not None or spoken_number(content) is not None
    hang = indent + columns(text[start : start + len(bullet_of(content[:_MEASURED], mark))]) if mark else indent
    edge = indent + columns(text[start : min(end, start + _MEASURED)])
    depth = quote[0].count(">") if quote else 0
    first = trimmed(text, at, stop).start if quote else start
    return Line(first, start, end, content, indent, hang, edge, depth, _FULL_BLANK in lead, starts)
