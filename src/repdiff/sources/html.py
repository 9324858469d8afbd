"""Pages in HTML: the text that a reader sees, a line per block, and what the tags say of it."""

import re
from html.parser import HTMLParser

from repdiff.model.said import Said
from repdiff.model.texts import Mark, Placing, Source, Span, What
from repdiff.sources.request import Request
from repdiff.sources.text import decoded

_SILENT = frozenset({"script", "style", "template", "noscript", "svg", "head"})
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub "
    "sup time tt u var wbr".split()
)
_LISTS = frozenset({"ul", "ol", "menu"})
_MARKED = {f"h{level}": What.HEADING for level in range(1, 7)} | {
    "li": What.ITEM,
    "td": What.CELL,
    "th": What.CELL,
}
_LOOKED_AT = 4096  # bytes from the first in which a page declares its encoding; browsers look at 1024
_CHARSET = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
# What browsers take these names for (WHATWG Encoding Standard): the wider codec, which pages of that name really use.
_MEANT = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
}
# A page whose declaration can be read byte by byte is in none of these; Python's other codecs of that kind are no encodings of pages.
_NEVER = re.compile(
    r"(?:utf-?(?:7|8|16|32)|unicode|ucs|idna|punycode|hex|base64|rot|bz2|zip|zlib|quopri|uu|raw)", re.IGNORECASE
)


def read_html(data: bytes, request: Request) -> Source:
    """The bytes of a page as a source: its text as `seen`, with marks for headings, list items and table cells.

    The encoding is the one given, one that a byte order mark or valid UTF-8 tells, or the one that the page declares; else it is
    recognised. Every line is a paragraph. Errors as those of `repdiff.sources.text.decoded`; a page without any text is an empty
    source with a note.
    """
    name = request.name
    page = decoded(data, request, _declared(data))
    parser = _parsed(page.text)
    text = "\n".join(parser.lines)
    notes = page.notes
    if not text:
        notes = (*notes, Said("{name} shows no text: a script may write it in the browser.", name=name))
    return Source(
        name,
        text,
        "html",
        page.encoding,
        page.assumed,
        page.sha256,
        marks=tuple(sorted(parser.marks)),
        notes=notes,
        hard_lines=True,
        places=Placing.PARAGRAPHS,
    )


def seen(page: str) -> str:
    """The text of an HTML page: blocks on lines of their own, white space within them as one blank."""
    return "\n".join(_parsed(page).lines)


def _declared(data: bytes) -> str:
    """The codec that a page names, as browsers understand the name; empty where it names none that could be true."""
    found = _CHARSET.search(data, 0, _LOOKED_AT)
    label = found[1].decode("ascii").lower() if found else ""
    return "" if not label or _NEVER.match(label) else _MEANT.get(label, label)


def _parsed(page: str) -> "_Seen":
    parser = _Seen()
    parser.feed(page)
    parser.close()
    parser.end_line()
    return parser


class _Seen(HTMLParser):
    """Collects the lines that a reader sees, and the marks of the blocks that have one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.marks: list[Mark] = []
        self._parts: list[str] = []
        self._silent = 0
        self._depth = 0  # of lists
        self._at = 0  # where the next line will start in the text
        self._open: list[tuple[str, int, int]] = []  # tag, where its text starts, level

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a line; what is in a silent element is not seen."""
        if tag in _SILENT:
            self._silent += 1
            return
        if tag == "body":
            self._silent = 0  # the end of the head need not be written
        if tag not in _INLINE:
            self.end_line()
            self._depth += tag in _LISTS
            if tag in _MARKED:
                self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag not in _INLINE:
            self.end_line()
            self._depth = max(self._depth - (tag in _LISTS), 0)
            if tag in _LISTS or tag in ("table", "tr"):
                self._end_inner(tag)
            elif tag in _MARKED:
                self._end(tag)

    def handle_data(self, data: str) -> None:
        """Text, where it is seen."""
        if not self._silent:
            self._parts.append(data.replace("\n", " "))

    def end_line(self) -> None:
        """What was collected becomes a line, unless it is nothing but white space."""
        line = " ".join("".join(self._parts).split())
        self._parts.clear()
        if line:
            self.lines.append(line)
            self._at += len(line) + 1

    def _begin(self, tag: str) -> None:
        # The end of an item or a cell need not be written: the next one of the same list or row ends it.
        if self._open and _MARKED[self._open[-1][0]] is _MARKED[tag] is not What.HEADING:
            same_list = tag != "li" or self._open[-1][2] == self._depth
            if same_list:
                self._end(self._open[-1][0])
        level = int(tag[1]) if _MARKED[tag] is What.HEADING else self._depth if tag == "li" else 0
        self._open.append((tag, self._at, max(level, 1) if tag == "li" else level))

    def _end(self, tag: str) -> None:
        """Close the innermost open block of this tag and what was left open in it."""
        if tag not in (open_tag for open_tag, _, _ in self._open):
            return
        while True:
            closed, start, level = self._open.pop()
            if self._at - 1 > start:
                self.marks.append(Mark(Span(start, self._at - 1), _MARKED[closed], level))
            if closed == tag:
                return

    def _end_inner(self, tag: str) -> None:
        """The end of a list, a row or a table ends the item or cell in it that was left open."""
        wanted = ("li",) if tag in _LISTS else ("td", "th")
        if self._open and self._open[-1][0] in wanted and (tag not in _LISTS or self._open[-1][2] > self._depth):
            self._end(self._open[-1][0])
