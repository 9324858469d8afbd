"""The lines of a user's Word file, each with what came in it and what is gone, so arranged that whole paragraphs come and go as such.

A line ends where a paragraph does, or a row of a table. A line break between two lines is of one of three kinds: it stays, it came, or it
is gone; moving it past the text of a whole line changes neither the old text nor the new one, only how well a reader sees it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from repdiff.report.carried import Carried, Gone
from repdiff.sources.docx_trace import Traced
from repdiff.sources.docx_xml import name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Place(NamedTuple):
    """A character of the file: the element that holds it, and which of that one's it is."""

    element: "Element"
    offset: int


@dataclass(slots=True)
class Line:
    """A line of the new text, from `start` to `end`: its paragraph, or the row of a table that it shows, neither where it is known of none.

    `gone` is what is gone within it, by where it would stand; `before` what is gone in whole lines above it; `joins` says that its end
    came, so that it went on with the next line before; `level` that it is a heading.
    """

    start: int
    end: int
    paragraph: "Element | None" = None
    row: "Element | None" = None
    joins: bool = False
    level: int = 0
    gone: dict[int, list[Gone]] = field(default_factory=dict)
    before: list[Gone] = field(default_factory=list)


class Blocks:
    """The lines of a file, in order, and where the characters of its text are."""

    def __init__(self, traced: Traced, carried: Carried) -> None:
        self.text = traced.text
        self.places = _places(traced)
        self.came = bytearray(len(self.text))
        for start, end in carried.came:
            self.came[start:end] = b"\1" * (end - start)
        self.lines = list(self._found(traced, carried))
        _arrange(self)

    def whole(self, line: Line) -> bool:
        """Whether all of a line came, whatever number the program puts in front of it."""
        first = self.first(line)
        return 0 not in self.came[first if first < line.end else line.start : line.end] and not line.gone

    def has_new_cells(self, line: Line) -> bool:
        """Whether a row that is not all new has more cells than what stood there before."""
        between = (at for at in range(line.start, line.end) if self.text[at] == "\t" and self.places[at] is None)
        gone = sum(each.text.count("\t") for found in line.gone.values() for each in found)
        return sum(self.came[at] for at in between) > gone and not self.whole(line)

    def first(self, line: Line) -> int:
        """Where the characters of a line begin that its file holds: what stands before them was made by the reader."""
        at = line.start
        while at < line.end and self.places[at] is None:
            at += 1
        return at

    def _found(self, traced: Traced, carried: Carried) -> Iterator[Line]:
        ends = {each.start: traced.nodes[each.node] for each in traced.stretches if each.offset < 0}
        stops = [at for at, char in enumerate(self.text) if char == "\n" and self.places[at] is None]
        gone: dict[int, list[Gone]] = {}
        for each in carried.gone:
            gone.setdefault(each.at, []).append(each)
        levels = {span.start: level for span, level in carried.headings}
        start = 0
        for end in [*stops, len(self.text)]:
            line = Line(start, end, ends.get(end), level=levels.get(start, 0))
            if line.paragraph is None:
                held = (place for at in range(start, end) if (place := self.places[at]) is not None)
                line.row = next((row for place in held if (row := row_of(place.element)) is not None), None)
            line.gone = {at: gone[at] for at in range(start, end + 1) if at in gone}
            line.joins = end < len(self.text) and bool(self.came[end])
            yield line
            start = end + 1


def _places(traced: Traced) -> list[Place | None]:
    found: list[Place | None] = [None] * len(traced.text)
    for each in traced.stretches:
        for at in range(each.start, each.end if each.offset >= 0 else each.start):
            found[at] = Place(traced.nodes[each.node], each.offset + at - each.start)
    return found


def row_of(element: "Element") -> "Element | None":
    """The innermost row of a table around an element."""
    return next((each for each in element.iterancestors() if name_of(each) == "tr"), None)


def _arrange(blocks: Blocks) -> None:
    """Move line breaks so that whole lines come and go, where that is possible."""
    lines = blocks.lines
    for line, following in pairwise(lines):
        if line.row is not None and blocks.has_new_cells(line):
            _part(blocks, line, following)
    for index, line in enumerate(lines):
        _take_heads(line)
        if index + 1 < len(lines):
            _let_through(blocks, line, lines[index + 1])
            _pass_on(blocks, line, lines[index + 1])
    for index, line in enumerate(lines[:-1]):
        following = lines[index + 1]
        if line.joins and following.before and not blocks.whole(line):
            _take_back(line, following)
        if line.joins and not blocks.whole(line):
            _rotate(blocks, index)


def _part(blocks: Blocks, line: Line, following: Line) -> None:
    """A row whose cells came, came as a whole: what of its text stood in a line of other cells before is gone in front of the next."""
    old: list[Gone] = []
    for at in range(line.start, line.end + 1):
        old += line.gone.get(at, ())
        if at < line.end and not blocks.came[at]:
            old += [Gone(following.start, blocks.text[at])]
    if not line.joins:
        old.append(Gone(following.start, "\n"))
    blocks.came[line.start : line.end + 1] = b"\1" * (line.end + 1 - line.start)
    line.joins, line.gone = True, {}
    following.gone[following.start] = [*_together(old), *following.gone.get(following.start, ())]


def _together(gone: Sequence[Gone]) -> Iterator[Gone]:
    """The same, what makes one line as one."""
    text = "".join(each.text for each in gone)
    *lines, rest = text.split("\n")
    yield from (Gone(gone[0].at, f"{line}\n") for line in lines)
    if rest:
        yield Gone(gone[0].at, rest)


def _take_heads(line: Line) -> None:
    """What is gone in whole lines at the beginning of a line stands above it."""
    head = line.gone.pop(line.start, [])
    count = max((at + 1 for at, each in enumerate(head) if each.text.endswith("\n")), default=0)
    line.before += head[:count]
    if head[count:]:
        line.gone[line.start] = head[count:]


def _let_through(blocks: Blocks, line: Line, following: Line) -> None:
    """What is gone in front of a line that came whole is gone in front of the next."""
    if line.joins and list(line.gone) == [line.start] and 0 not in blocks.came[line.start : line.end]:
        following.gone[following.start] = [*line.gone.pop(line.start), *following.gone.get(following.start, ())]


def _pass_on(blocks: Blocks, line: Line, following: Line) -> None:
    """What is gone where the rest of a line came, and is more than its own rest: a line of its own above the next."""
    first = line.end
    while first > line.start and blocks.came[first - 1]:
        first -= 1
    tail = [(at, each) for at in sorted(line.gone) if at >= first for each in line.gone[at]]
    ended = next((n for n, (_, each) in enumerate(tail) if each.text.endswith("\n")), -1)
    if ended < 0:
        return
    for at in [at for at in line.gone if at >= first]:
        del line.gone[at]
    at, last = tail[ended]
    for place, each in (*tail[:ended], (at, last._replace(text=last.text.removesuffix("\n")))):
        if each.text:
            line.gone.setdefault(place, []).append(each)
    more = [each for _, each in tail[ended + 1 :]]
    if line.joins:
        line.joins = False  # the break that is gone and the one that came are the same
    elif more:
        more[-1] = more[-1]._replace(text=more[-1].text.removesuffix("\n") + "\n")
    if more:
        following.gone[following.start] = [*more, *following.gone.get(following.start, ())]


def _take_back(line: Line, following: Line) -> None:
    """Of a line that goes on with what is gone above the next, that is the rest, and its end stays."""
    at = next(at for at, each in enumerate(following.before) if each.text.endswith("\n"))
    own = following.before[: at + 1]
    own[-1] = own[-1]._replace(text=own[-1].text.removesuffix("\n"))
    following.before = following.before[at + 1 :]
    line.gone[line.end] = [*line.gone.get(line.end, ()), *(each for each in own if each.text)]
    line.joins = False


def _rotate(blocks: Blocks, index: int) -> None:
    """A line that ends anew because whole lines came behind it keeps its end, and the last of them ends anew."""
    lines: Sequence[Line] = blocks.lines
    last = index + 1
    while last < len(lines) and blocks.whole(lines[last]) and not lines[last].before and lines[last].joins:
        last += 1
    if last < len(lines) - 1 and blocks.whole(lines[last]) and not lines[last].before:
        lines[index].joins, lines[last].joins = False, True
