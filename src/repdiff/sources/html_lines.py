"""The lines of a page: what stands in one block, from its first word to the last, with how it is set; and what is left out between."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from repdiff.languages.scripts import HAN_BASIC
from repdiff.model.texts import Aside, Mark, What
from repdiff.sources.html_raised import lowered, raised
from repdiff.sources.html_shown import UNSEEN
from repdiff.sources.html_tables import Tables
from repdiff.sources.html_tree import Page
from repdiff.sources.lines import Stretch, looks

_SPACE = re.compile(r"\s+")
_WIDE = rf"[{HAN_BASIC}\u3000-\u303f\uff01-\uff60]"
_WRAPPED = re.compile(rf"(?<={_WIDE})[ \t\r]*\n\s*(?={_WIDE})")
_NO_ROOM = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_INDENT = re.compile(r"[\s\u3000\xa0]*")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)")
_UNDERLINED = re.compile(r"text-decoration(?:-line)?\s*:[^;]*underline")
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through")
_CENTRED = re.compile(r"text-align\s*:\s*(?:-webkit-)?center")
_SIZE = re.compile(r"(?:^|;)\s*font-size\s*:\s*(\d{1,4}(?:\.\d{1,3})?)(px|pt|em|rem|%)")
_PRE = re.compile(r"white-space\s*:\s*pre")
_PIXELS: Final = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}
_FONT_SIZES: Final = {"4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
_PLAIN = 16.0
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_FILLED_IN = frozenset(["", "text", "number", "date", "email", "tel", "url"])
"""Types of fields whose value a reader sees as text."""
_LINK, _BOLD_FLAG, _ITALIC_FLAG, _UNDERLINE_FLAG, _STRIKE_FLAG, _HEAD_FLAG = 1, 2, 4, 8, 16, 32
_LOOKS: Final = (
    (_BOLD_FLAG, What.BOLD),
    (_ITALIC_FLAG, What.ITALIC),
    (_UNDERLINE_FLAG, What.UNDERLINE),
    (_STRIKE_FLAG, What.STRIKE),
)
_SET: Final = {
    **dict.fromkeys(("i", "em", "cite", "dfn", "var", "address"), _ITALIC_FLAG),
    **dict.fromkeys(("u", "ins"), _UNDERLINE_FLAG),
    **dict.fromkeys(("s", "del", "strike"), _STRIKE_FLAG),
}
"""Tags that set words in a way of their own, bold apart."""
_TAB = "\t"


class Line(NamedTuple):
    """A line: its text, the node that its first word stands in, why it is left out (None: it is not), and the node that is left out
    with it. `inside` is the offset in the line below at which a piece left out of that line stood.

    `linked` and `bold` are shares of its characters, `links` the addresses in it; `size` is in pixels; `indent` in characters; `broken`
    is true where nothing but `<br>` parts it from the line above. `cells` are the spans of its cells, where it is a row; `looks` are
    marks of how its words are set.
    """

    text: str
    node: int
    why: Aside | None = None
    root: int = 0
    inside: int = 0
    linked: float = 0.0
    bold: float = 0.0
    links: tuple[str, ...] = ()
    centred: bool = False
    size: float = _PLAIN
    indent: int = 0
    broken: bool = False
    cells: tuple[tuple[int, int], ...] = ()
    looks: tuple[Mark, ...] = ()


class Block(NamedTuple):
    """Lines that a block of the page holds, from one to before another, and what they are."""

    first: int
    end: int
    what: What
    level: int


class _Piece(NamedTuple):
    text: str
    node: int
    why: Aside | None
    root: int
    flags: int


class Flow:
    """Walks through a page once and collects its lines and blocks."""

    def __init__(self, page: Page, left_out: Mapping[int, Aside], tables: Tables, numbers: Mapping[int, str]) -> None:
        self.lines: list[Line] = []
        self.blocks: list[Block] = []
        self._page = page
        self._left_out = left_out
        self._tables = tables
        self._numbers = numbers
        self._pieces: list[_Piece] = []
        self._links: list[str] = []
        self._why: list[tuple[Aside, int]] = []
        self._bold = self._lists = self._pre = self._linked = 0
        self._centred, self._sizes = [False], [_PLAIN]
        self._set = (False, _PLAIN)  # how the first word of the line is set
        self._flags: list[int] = [0]
        self._number = ""
        self._column = -1  # of the row that is read; -1 outside rows
        self._begun = self._broken = False
        self._closing: list[tuple[int, int, str]] = []  # where a node ends, the node, what is undone there
        self._starts: list[tuple[What, int, int]] = []
        self._raised: list[int] = []

    def run(self) -> None:
        """Collect all lines."""
        page, at = self._page, 0
        while at < len(page.tags):
            while self._closing and self._closing[-1][0] <= at:
                self._leave(*self._closing.pop()[1:])
            at = self._enter(at)
        while self._closing:
            self._leave(*self._closing.pop()[1:])
        self._end_line()

    def _enter(self, node: int) -> int:
        """Begin a node; the node to go on with."""
        page, tag = self._page, self._page.tags[node]
        if node in page.texts:
            self._add_text(node)
            return node + 1
        if tag in UNSEEN or (tag == "dt" and node in self._numbers):
            return page.ends[node]
        if (why := self._left_out.get(node)) is not None:
            if page.is_block(node):
                self._end_line()
            self._why.append((why, node))
            self._until(node, "why")
        if tag in ("br", "hr"):
            self._break(broken=tag == "br")
        elif page.is_block(node):
            self._enter_block(node, tag)
        else:
            self._enter_inline(node, tag)
        return node + 1

    def _until(self, node: int, what: str) -> None:
        self._closing.append((self._page.ends[node], node, what))

    def _break(self, *, broken: bool = False) -> None:
        """A line ends here; in a row of a table it goes on behind a blank."""
        if self._column >= 0:
            self._add(" ", 0)
            return
        self._end_line()
        self._broken = broken

    def _enter_block(self, node: int, tag: str) -> None:
        page = self._page
        if tag == "tr" and node in self._tables.rows:
            self._end_line()
            self._column = 0
            self._until(node, "row")
        elif node in self._tables.cells:
            for _ in range(self._tables.cells[node] - self._column):
                self._add(_TAB, 0)
            self._column = max(self._column, self._tables.cells[node])
        else:
            self._break()
            self._until(node, "block")
            self._enter_marked(node, tag)
        style = page.get(node, "style")
        centred = page.get(node, "align") == "center" or tag == "center" or bool(_CENTRED.search(style))
        if centred or page.get(node, "align") in ("left", "right", "justify"):
            self._centred.append(centred)
            self._until(node, "centred")
        if tag == "pre" or (style and _PRE.search(style)):
            self._pre += 1
            self._until(node, "pre")
        self._enter_set(node, tag, style)

    def _enter_marked(self, node: int, tag: str) -> None:
        """Begin a heading, an item, or a cell whose lines stand for themselves."""
        what, level = None, 0
        if self._column >= 0:
            return
        if tag in _HEADINGS or self._page.get(node, "role") == "heading":
            told = self._page.get(node, "aria-level")
            what, level = (
                What.HEADING,
                int(told) if told.isdecimal() and len(told) == 1 and told != "0" else _HEADINGS.get(tag, 2),
            )
        elif tag in _LISTS:
            self._lists += 1
            self._until(node, "list")
        elif tag == "li" or node in self._numbers:
            what, level = What.ITEM, max(self._lists, 1)
            self._number += self._numbers.get(node, "")
        elif node in self._tables.texts:
            what = What.CELL
        if what is not None:
            self._starts.append((what, level, len(self.lines)))
            self._until(node, "mark")

    def _enter_inline(self, node: int, tag: str) -> None:
        page = self._page
        if page.is_link(node):
            self._linked += 1
            self._links.append(page.attributes(node).get("href", ""))
            self._until(node, "link")
        elif tag in ("sup", "sub"):
            self._raised.append(len(self._pieces))
            self._until(node, tag)
        elif tag == "q":
            self._add("“", node)
            self._until(node, "q")
        elif tag in ("textarea", "pre"):
            self._pre += 1
            self._until(node, "pre")
        elif tag in ("option", "rt"):
            self._add(" ", node)
        elif tag == "input" and page.get(node, "type") in _FILLED_IN:
            self._add(f" {page.attributes(node).get('value', '')} ", node)
        self._enter_set(node, tag, page.get(node, "style"))

    def _enter_set(self, node: int, tag: str, style: str) -> None:
        """Take note of bold, large and other type."""
        if tag in ("b", "strong", "th") or (style and _BOLD.search(style)):
            self._bold += 1
            self._until(node, "bold")
        flags = _flags(tag, style)
        if flags:
            self._flags.append(self._flags[-1] | flags)
            self._until(node, "set")
        sized = _SIZE.search(style) if style else None
        size = float(sized[1]) * _PIXELS[sized[2]] if sized else None
        if tag == "font":
            size = _FONT_SIZES.get(self._page.get(node, "size"), size)
        if size is not None:
            self._sizes.append(size)
            self._until(node, "size")

    def _leave(self, node: int, what: str) -> None:
        """Undo what a node began."""
        match what:
            case "block":
                self._break()
            case "mark":
                self._end_line()
                self._number = ""
                kind, level, first = self._starts.pop()
                self.blocks.append(Block(first, len(self.lines), kind, level))
            case "row":
                for _ in range(self._tables.rows[node] - 1 - self._column):
                    self._add(_TAB, 0)
                self._end_line()
                self._column = -1
            case "why":
                if self._page.is_block(node):
                    self._end_line()
                self._why.pop()
            case "list":
                self._lists -= 1
            case _:
                self._leave_inline(node, what)

    def _leave_inline(self, node: int, what: str) -> None:
        match what:
            case "sup" | "sub":
                self._end_raised(what)
            case "q":
                self._add("”", node)
            case "centred":
                self._centred.pop()
            case "size":
                self._sizes.pop()
            case "set":
                self._flags.pop()
            case "pre":
                self._pre -= 1
            case "link":
                self._linked -= 1
            case "bold":
                self._bold -= 1

    def _end_raised(self, tag: str) -> None:
        at = min(self._raised.pop(), len(self._pieces))
        inner = self._pieces[at:]
        if not inner or any(piece.why for piece in inner):
            return
        before = "".join(piece.text for piece in self._pieces[max(at - 3, 0) : at] if piece.why is None)
        written = "".join(piece.text for piece in inner)
        written = raised(written, before) if tag == "sup" else lowered(written)
        self._pieces[at:] = [inner[0]._replace(text=written)]

    def _add_text(self, node: int) -> None:
        text = self._page.texts[node].translate(_NO_ROOM)
        if self._pre and self._column < 0:
            first, *others = text.split("\n")
            self._add(first, node)
            for other in others:
                self._end_line()
                self._broken = True
                self._add(other, node)
            return
        if "\n" in text and not text.isascii():
            text = _WRAPPED.sub("", text)
        self._add(text.replace(_TAB, " "), node)

    def _add(self, text: str, node: int) -> None:
        why, root = self._why[-1] if self._why else (None, 0)
        flags = (_LINK if self._linked else 0) | (_BOLD_FLAG if self._bold else 0) | self._flags[-1]
        if not self._begun and text.strip():
            self._set, self._begun = (self._centred[-1], self._sizes[-1]), True
        self._pieces.append(_Piece(text, node, why, root, flags))

    def _end_line(self) -> None:
        """What was collected becomes a line, and one for each piece left out of it; white space alone is none."""
        pieces, links, broken = self._pieces, tuple(self._links), self._broken
        if links:
            self._links = [] if not self._linked else self._links[-1:]
        if not self._begun:  # white space alone
            self._pieces = []
            return
        self._pieces, self._broken, self._begun = [], False, False
        text, left = _put_together(pieces)
        kept = [piece for piece in pieces if piece.why is None and not piece.text.isspace()]
        if not kept:
            self.lines += left
            self._broken = broken
            return
        number, self._number = self._number, ""
        if left:
            self.lines += [line._replace(inside=line.inside + len(number)) for line in left]
        shares = _shares(kept)
        indent = _INDENT.match("".join(piece.text for piece in pieces[:4] if piece.why is None))
        self.lines.append(
            Line(
                number + text,
                kept[0].node,
                linked=shares[0],
                bold=shares[1],
                links=links,
                centred=self._set[0],
                size=self._set[1],
                indent=len(indent[0]) if indent else 0,
                broken=broken,
                cells=_cells(text) if _TAB in text else (),
                looks=_looks(kept, number + text) if any(piece.flags & ~_LINK for piece in kept) else (),
            )
        )


def _shares(kept: list[_Piece]) -> tuple[float, float]:
    """The shares of a line's characters that are links, and that are bold."""
    if len(kept) == 1:
        flags = kept[0].flags
        return float(bool(flags & _LINK)), float(bool(flags & _BOLD_FLAG))
    sizes = [len(piece.text.strip()) for piece in kept]
    linked, bold = (
        sum(size for size, piece in zip(sizes, kept, strict=True) if piece.flags & flag) for flag in (_LINK, _BOLD_FLAG)
    )
    return linked / sum(sizes), bold / sum(sizes)


def _put_together(pieces: list[_Piece]) -> tuple[str, list[Line]]:
    """The text of a line, white space as one blank, and what is left out of it, with where that stood."""
    if len(pieces) == 1 and pieces[0].why is None:
        return " ".join(pieces[0].text.split()), []
    row = any(piece.text == _TAB for piece in pieces)
    parts: list[str] = []
    length, blank = 0, True
    left: list[Line] = []
    for piece in pieces:
        if piece.why is not None:
            if left and left[-1].root == piece.root:
                left[-1] = left[-1]._replace(text=left[-1].text + piece.text)
            else:
                left.append(Line(piece.text, piece.node, piece.why, piece.root, length))
            continue
        text = piece.text if piece.text == _TAB else _SPACE.sub(" ", piece.text)
        if blank and text != _TAB:
            text = text.removeprefix(" ")
        if not text:
            continue
        blank = text[-1] in " \t"
        parts.append(text)
        length += len(text)
    whole = "".join(parts)
    whole = re.sub(r" *\t *", _TAB, whole).strip(" ") if row else whole.rstrip(" ")
    spaced = (
        line._replace(text=_SPACE.sub(" ", line.text).strip(), inside=min(line.inside, len(whole))) for line in left
    )
    return whole, [line for line in spaced if line.text]


def _cells(row: str) -> tuple[tuple[int, int], ...]:
    """The spans of the cells of a row."""
    spans, start = [], 0
    for cell in row.split(_TAB):
        spans.append((start, start + len(cell)))
        start += len(cell) + 1
    return tuple(spans)


def _flags(tag: str, style: str) -> int:
    """How an element sets its words, bold apart, which headings and titles of columns are of themselves."""
    flags = _SET.get(tag, 0) | (_HEAD_FLAG if tag == "th" or tag in _HEADINGS else 0)
    if style and tag != "a":
        flags |= _ITALIC_FLAG if _ITALIC.search(style) else 0
        flags |= _UNDERLINE_FLAG if _UNDERLINED.search(style) else 0
        flags |= _STRIKE_FLAG if _STRUCK.search(style) else 0
    return flags


def _looks(kept: list[_Piece], text: str) -> tuple[Mark, ...]:
    """Marks of how the words of a line are set: its pieces are found in it in their order, whatever blanks they lost."""
    found: list[Stretch] = []
    at = 0
    for piece in kept:
        words = piece.text.split()
        start = text.find(words[0], at) if words else -1
        if start < 0:
            continue
        at, begun = start, max(start - piece.text[0].isspace(), at)
        for word in words:
            at = max(text.find(word, at), at) + len(word)
        at = min(at + (piece.text[-1].isspace() and text[at : at + 1] == " "), len(text))
        by_head = int(piece.flags & _HEAD_FLAG > 0)
        look = tuple((what, by_head * (what is What.BOLD)) for flag, what in _LOOKS if piece.flags & flag)
        found.append(Stretch(begun, at, look))
    return tuple(looks(found))
