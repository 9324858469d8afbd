r"""Markdown: the text stays as it is written; what is heading, item, cell and sign in it becomes marks.

Read as CommonMark with tables, line by line. Where it leaves a sign its meaning as text, so does this: `2 * 3`, `snake_case`, `\*`.
"""

import re
from collections.abc import Iterable, Iterator

from repdiff.files.request import Request
from repdiff.files.text import decoded
from repdiff.model.texts import LeftOut, Mark, Source, Span, What
from repdiff.sources.markdown_asides import hidden
from repdiff.sources.markdown_signs import References, find_signs

_LINE = re.compile(r"[^\n]+")
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?!.*`)|~{3,})")
_CODE = re.compile(r"(?: {4}|\t)")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_ATX = re.compile(r"[ \t]*(?P<open>#{1,6}[ \t]+)(?=[^\s#])")
_TAGGED = re.compile(
    r"[ \t]*(?P<open><h(?P<level>[1-6])(?:\s[^<>\n]{0,300})?>\s*)(?P<text>\S.*?)(?P<close>\s*</h(?P=level)>)\s*$", re.I
)
_UNDERLINE = re.compile(r"[ \t]*(?P<line>=+|-{2,})[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<bullet>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?=\S)")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_REFERENCE = re.compile(r"[ ]{0,3}\[(?P<label>[^\[\]\n]+)\]:[ \t]*<?\S+>?(?:[ \t]+[\"'(][^\n]*[\"')])?[ \t]*$")
_PIPE = re.compile(r"(?<!\\)\|")
_LONGEST_TITLE = 200
"""Code points of the longest paragraph that a line of hyphens makes a heading; below a longer one it was meant as a rule."""


def read_markdown(data: bytes, request: Request) -> Source:
    """The bytes of a Markdown file as a source: its text character for character, and marks.

    Headings have their level, items how deep their list stands in others, from 1; cells of tables; and signs: `#` and underlines of
    headings, paired emphasis, the brackets and targets of links, code ticks and fences, quotation signs, rules, the line below the
    head of a table; and what is bold, italic, underlined or struck between its signs. Errors as those of `repdiff.files.text.decoded`.
    """
    found = decoded(data, request)
    left_out = tuple(hidden(found.text))
    marks = tuple(sorted({*marks_of(found.text, left_out), *(Mark(each.span, What.ASIDE) for each in left_out)}))
    return Source(
        request.name,
        found.text,
        "md",
        found.encoding,
        found.assumed,
        found.sha256,
        marks,
        found.notes,
        left_out=left_out,
    )


def marks_of(text: str, left_out: Iterable[LeftOut] = ()) -> Iterator[Mark]:
    """The marks of a Markdown text, in no order; what is left out of it is blank for them."""
    for each in reversed(tuple(left_out)):
        gone = re.sub(r"[^\n]", " ", each.text)
        text = text[: each.span.start] + gone + text[each.span.end :]
    blocks = _Blocks(text)
    blocks.read()
    yield from blocks.marks
    for block in blocks.prose:
        yield from find_signs(text, block, blocks.references)


class _Blocks:
    """Goes through the lines of a text: block marks, and the stretches of running text in which signs are to be looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.marks: list[Mark] = []
        self.prose: list[Span] = []
        self._lines = [Span(*match.span()) for match in _LINE.finditer(text)]
        self.references = References(
            found["label"] for line in self._lines if (found := _REFERENCE.match(text, *line)) is not None
        )
        self._fence = ""
        self._begin = self._end = -1  # of the paragraph that is being read
        self._item = -1  # where the item begins whose first paragraph this is
        self._lists: list[int] = []  # how far the open lists are indented
        self._in_table = False

    def read(self) -> None:
        """Fill `marks` and `prose`."""
        last = Span(0, 0)
        for line in self._lines:
            if self.text.count("\n", last.end, line.start) > 1 or not self.text[line.start : line.end].strip():
                self._close()
            if self.text[line.start : line.end].strip():
                self._line(line)
            last = line
        self._close()

    def _line(self, line: Span) -> None:
        fence = _FENCE.match(self.text, *line)
        if self._fence:
            if fence and fence[1].startswith(self._fence) and not self.text[fence.end() : line.end].strip():
                self._fence = ""
                self._sign(self._before(line.start), line.end)
            return
        if fence:
            self._close()
            self._fence = fence[1]
            self._sign(line.start, self._after(line.end))
            return
        if self._begin < 0 and not self.text[line.start].isspace() and not _ITEM.match(self.text, *line):
            self._lists = []  # text at the margin ends a list
        if self._begin < 0 and not self._lists and _CODE.match(self.text, *line):
            return
        quote = _QUOTE.match(self.text, *line)
        if quote:
            self._sign(*quote.span())
        self._content(Span(quote.end() if quote else line.start, line.end))

    def _content(self, line: Span) -> None:
        """A line without its signs of quotation that is not code."""
        if not self.text[line.start : line.end].strip():
            self._close()
        elif self._begin >= 0 and (below := _UNDERLINE.match(self.text, *line)) is not None:
            self._underlined(line, 1 if below["line"][0] == "=" else 2)
        elif (atx := _ATX.match(self.text, *line)) is not None:
            self._close()
            self._opened(Span(*atx.span("open")), line.end)
        elif (tagged := _TAGGED.match(self.text, *line)) is not None:
            self._close()
            self._tagged(tagged)
        elif _RULE.match(self.text, *line):
            self._close()
            self._sign(self._before(line.start), self._after(line.end))
        elif self._table(line):
            pass
        elif _REFERENCE.match(self.text, *line) and self._begin < 0:
            self._sign(self._before(line.start), self._after(line.end))
        else:
            self._running(line)

    def _running(self, line: Span) -> None:
        """A line of a paragraph, or one that opens an item."""
        item = _ITEM.match(self.text, *line)
        if item:
            self._close()
            indent = len(item["indent"].expandtabs(4))
            self._lists = [at for at in self._lists if at < indent] + [indent]
            self._item = item.start("bullet")
        start = item.end() if item else line.start
        self._begin = start if self._begin < 0 else self._begin
        self._end = line.end

    def _close(self) -> None:
        """End the paragraph that is being read, if any."""
        self._in_table = False
        if self._begin >= 0:
            self.prose.append(Span(self._begin, self._end))
            if self._item >= 0:
                self.marks.append(Mark(self._trimmed(self._item, self._end), What.ITEM, len(self._lists)))
        self._begin = self._end = self._item = -1

    def _opened(self, signs: Span, end: int) -> None:
        """A heading that its signs open, and may close."""
        words = self.text[signs.end : end].rstrip()
        inner = words.rstrip("#")
        inner = inner.rstrip() if inner != words and inner[-1:].isspace() else words
        self._heading(Span(signs.start, end), len(self.text[slice(*signs)].rstrip()))
        self._sign(*signs)
        self._sign(signs.end + len(inner), end)
        self.prose.append(Span(signs.end, signs.end + len(inner)))

    def _tagged(self, found: re.Match[str]) -> None:
        """A heading between tags of HTML."""
        self._heading(Span(found.start("open"), found.end("close")), int(found["level"]))
        self._sign(*found.span("open"))
        self._sign(*found.span("close"))
        self.prose.append(Span(*found.span("text")))

    def _underlined(self, line: Span, level: int) -> None:
        begin, end, listed = self._begin, self._end, self._item >= 0
        if listed or end - begin > _LONGEST_TITLE:
            self._close()
            self._sign(self._before(line.start), self._after(line.end))
            return
        self._close()
        self._heading(self._trimmed(begin, end), level)
        self._sign(end, line.end)

    def _heading(self, span: Span, level: int) -> None:
        self._lists = []
        self.marks.append(Mark(self._trimmed(*span), What.HEADING, level))

    def _table(self, line: Span) -> bool:
        """Whether the line belongs to a table: a row below its line of hyphens, or that line itself, which makes the row above the head."""
        text = self.text[line.start : line.end]
        if self._in_table:
            if "|" in text:
                self._cells(line)
                return True
            self._close()
            return False
        if self._begin < 0 or "|" not in text or not _DELIMITERS.match(text):
            return False
        head = Span(max(self._begin, self.text.rfind("\n", 0, self._end) + 1), self._end)
        if len(_columns(self.text[head.start : head.end])) != len(_columns(text)):
            return False
        self._end = head.start  # what stood above the head was a paragraph
        if self._begin >= self._end:
            self._begin = -1
        self._close()
        self._in_table = True
        self._cells(head)
        self._sign(line.start - 1, line.end)
        return True

    def _cells(self, line: Span) -> None:
        for start, end in _columns(self.text[line.start : line.end]):
            cell = self._trimmed(line.start + start, line.start + end)
            if cell.start < cell.end:
                self.marks.append(Mark(cell, What.CELL))
                self.prose.append(cell)

    def _sign(self, start: int, end: int) -> None:
        if start < end:
            self.marks.append(Mark(Span(max(start, 0), end), What.SIGN))

    def _before(self, at: int) -> int:
        """Where the white space begins that stands before an offset: a line that is gone leaves no gap."""
        while at > 0 and self.text[at - 1].isspace():
            at -= 1
        return at

    def _after(self, at: int) -> int:
        """Where the white space ends that stands behind an offset."""
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        return at

    def _trimmed(self, start: int, end: int) -> Span:
        whole = self.text[start:end]
        return Span(end - len(whole.lstrip()), start + len(whole.rstrip()))


def _columns(row: str) -> list[tuple[int, int]]:
    """Where the cells of a row of a table stand in it."""
    borders = [match.start() for match in _PIPE.finditer(row)]
    starts = [0, *(at + 1 for at in borders)]
    cells = list(zip(starts, [*borders, len(row)], strict=True))
    if cells and not row[slice(*cells[0])].strip():
        cells = cells[1:]
    return cells[:-1] if cells and not row[slice(*cells[-1])].strip() else cells
