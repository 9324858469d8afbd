"""A page as a tree, robust as browsers are: tags that nobody closed, cells in cells, quotation marks left open.

The tree is kept flat: nodes in the order of the page, each with its parent and with where its inside ends. So no depth of nesting
is too deep, and everything is done in time that grows with the page. Which end tags may be missing follows the HTML standard
(section 13.1.2.4), what an unclosed comment or tag swallows section 13.2.5.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from repdiff.model.errors import RepdiffError

_TOKEN = re.compile(
    r"""<(?: !--(?: -?> | .*?(?:--!?>|\Z) )
      | !\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)
      | [!?][^>]*(?:>|\Z)
      | (?P<end>/?)(?P<tag>[A-Za-z][^\s/>]*+)(?P<attributes>(?:[^>"'=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|["'=])*+)(?:>|\Z)
      | /[^>]*(?:>|\Z) )""",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]++)))?""")
_KEPT: Final = frozenset(
    "id name class style role hidden aria-hidden aria-level href align type start value reversed colspan rowspan epub:type open"
    " itemprop title shadowrootmode http-equiv bgcolor border size".split()
)
"""Attributes that are asked for: pictures within attributes are not kept."""
_LONGEST = 2000
"""Code points of an attribute that are kept: a style is shorter, a longer address is not looked at."""
BLOCKS: Final = frozenset(
    "page html body address article aside blockquote caption center col colgroup dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav noframes ol optgroup option"
    " p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp".split()
)
"""Elements that begin and end a line; all others stand within one, those that nobody knows among them."""
_DISPLAY = re.compile(r"display\s*:\s*([a-z-]+)")
_SHOWN = frozenset({"block", "flex", "grid", "list-item", "inline"})
_VOID = frozenset(
    "area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr".split()
)
_RAW = frozenset("iframe noembed noframes script style textarea title xmp".split())
"""Elements in which no tags are read."""
_OF_HEAD = frozenset("base basefont bgsound head html link meta noscript script style template title".split())
_ENDS_P = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hgroup hr li main menu nav ol p pre section summary table ul dd dt".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FORMATS = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""Inline elements whose end tags reach out of blocks that began within them."""
_LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
_CELLS = frozenset({"td", "th", "caption"})
_PARTS = frozenset({"tr", "tbody", "thead", "tfoot", "colgroup", *_CELLS})
# Which open elements a start tag ends, as far as the nearest table, or the nearest list or cell.
_ENDED = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "option": ("option",),
    "optgroup": ("option", "optgroup"),
} | {
    "td": ("td", "th", "caption"),
    "th": ("td", "th", "caption"),
    "tr": ("tr", "caption", "colgroup"),
    "tbody": ("tbody", "thead", "tfoot", "tr", "caption", "colgroup"),
    "thead": ("tbody", "thead", "tfoot", "tr", "caption", "colgroup"),
    "tfoot": ("tbody", "thead", "tfoot", "tr", "caption", "colgroup"),
}
_MOST = 2_000_000
"""Nodes of the largest page: the longest pages of the web have some 500,000."""
Attributes = dict[str, str]
_NONE: Final[Attributes] = {}


class Page:
    """A page: for each node its tag (empty for text), its parent, and the number of the first node behind it and all within it.

    Node 0 is the page itself. `texts` and `attributes` hold what there is, by node.
    """

    __slots__ = ("_attributes", "_blocks", "ends", "parents", "tags", "texts")

    def __init__(self) -> None:
        self.tags: list[str] = []
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.texts: dict[int, str] = {}
        self._attributes: dict[int, Attributes] = {}
        self._blocks = bytearray()

    def add(self, tag: str, parent: int, attributes: Attributes = _NONE) -> int:
        """A new last node; its number."""
        node = len(self.tags)
        self.tags.append(tag)
        self.parents.append(parent)
        self.ends.append(node + 1)
        self._blocks.append(_is_block(tag, attributes))
        if attributes:
            self._attributes[node] = attributes
        return node

    def attributes(self, node: int) -> Attributes:
        """The attributes of a node that are asked for, by their names in small letters."""
        return self._attributes.get(node, _NONE)

    def get(self, node: int, name: str) -> str:
        """One attribute of a node, in small letters and without blanks around it; empty where it has none."""
        own = self._attributes.get(node)
        return own[name].strip().lower() if own is not None and name in own else ""

    def within(self, node: int) -> range:
        """The node and all nodes in it, in the order of the page."""
        return range(node, self.ends[node])

    def children(self, node: int) -> Iterator[int]:
        """The nodes right below a node."""
        at = node + 1
        while at < self.ends[node]:
            yield at
            at = self.ends[at]

    def above(self, node: int) -> Iterator[int]:
        """The nodes around a node, from its parent outward."""
        while node:
            node = self.parents[node]
            yield node

    def is_block(self, node: int) -> bool:
        """Whether a node begins and ends a line."""
        return self._blocks[node] == 1

    def is_link(self, node: int) -> bool:
        """Whether a node leads somewhere, by an address or a script; a name for others to lead to is no link."""
        if self.tags[node] != "a":
            return False
        own = self.attributes(node)
        return "href" in own or not ("name" in own or "id" in own)

    def text(self, node: int) -> str:
        """All text within a node, as it stands in the page; parted by blanks where blocks part it."""
        parts = []
        for each in self.within(node):
            if each in self.texts:
                parts.append(self.texts[each])
            elif self.tags[each] == "br" or self.is_block(each):
                parts.append(" ")
        return "".join(parts)


def _is_block(tag: str, attributes: Attributes) -> bool:
    """Whether such an element begins and ends a line; elements that a page makes for itself hold parts of it."""
    if not tag:
        return False
    shown = _DISPLAY.search(attributes["style"].lower()) if "style" in attributes else None
    if shown and shown[1] in _SHOWN:
        return shown[1] != "inline"
    return tag in BLOCKS or "-" in tag


def parse(text: str, name: str = "") -> Page:
    """The tree of a page. Nothing that is written is an error, but too much of it: RepdiffError, by the name of the file."""
    builder = _Builder()
    at, end = 0, len(text)
    closed = "<?xml" in text[:200]  # XHTML: `<script/>` is a whole element
    while at < end:
        if builder.count > _MOST:
            raise RepdiffError(
                f"{name}: a page of more than {_MOST} elements.", "Save the part with the document, and give that."
            )
        found = _TOKEN.search(text, at)
        if found is None:
            builder.data(unescape(text[at:]))
            break
        if found.start() > at:
            builder.data(unescape(text[at : found.start()]))
        at = found.end()
        if found["cdata"]:
            builder.data(found["cdata"])
        if not (tag := found["tag"]):
            continue
        tag = tag.lower()
        if found["end"]:
            builder.end(tag)
            continue
        whole = found["attributes"].endswith("/") and (":" in tag or closed)
        builder.start(tag, _attributes(found["attributes"]), whole=whole)
        if tag in _RAW and not whole:
            at = _raw(builder, text, tag, at)
    return builder.finished()


def _raw(builder: "_Builder", text: str, tag: str, at: int) -> int:
    """The inside of an element without tags; where it ends."""
    closing = re.compile(rf"</{tag}(?=[\s/>])[^>]*>", re.IGNORECASE).search(text, at)
    inside = text[at : closing.start() if closing else len(text)]
    if tag not in ("script", "style"):
        builder.data(unescape(inside))
    elif tag == "style":
        builder.data(inside)
    builder.end(tag)
    return closing.end() if closing else len(text)


def _attributes(written: str) -> Attributes:
    if not written or written.isspace():
        return _NONE
    kept: Attributes = {}
    for found in _ATTRIBUTE.finditer(written):
        if found.end(1) - found.start(1) > len("shadowrootmode"):
            continue
        name = found[1].lower()
        if name in _KEPT and name not in kept:
            group = found.lastindex or 1
            start, end = found.span(group) if group > 1 else (0, 0)
            kept[name] = unescape(written[start : min(end, start + _LONGEST)])
    return kept


class _Builder:
    """The open elements of a page while it is read: by depth, and for each tag the depths where it is open."""

    def __init__(self) -> None:
        self._page = Page()
        self._open = [self._page.add("page", 0)]
        self._depths: dict[str, list[int]] = {}
        self._fences: list[int] = []  # depths of tables and their cells
        self._blocks: list[int] = [0]
        self._head = False

    @property
    def count(self) -> int:
        """How many nodes there are so far."""
        return len(self._page.tags)

    def data(self, text: str) -> None:
        """Text at this place."""
        if not text:
            return
        if self._head and self._page.tags[self._open[-1]] == "head" and not text.isspace():
            self._leave_head()
        self._page.texts[self._page.add("", self._open[-1])] = text

    def start(self, tag: str, attributes: Attributes, *, whole: bool) -> None:
        """A start tag; `whole` where it is the end tag, too."""
        if self._head and tag not in _OF_HEAD:
            self._leave_head()
        if tag in ("html", "body", "head") and self._depths.get(tag):
            return
        self._end_before(tag)
        self._push(tag, attributes)
        if whole or tag in _VOID:
            self._pop_to(len(self._open) - 1)
        elif tag == "head":
            self._head = True

    def end(self, tag: str) -> None:
        """An end tag: it ends the innermost element of its name, and what was left open in that; else it is none."""
        if tag == "head":
            self._leave_head()
        if tag in ("html", "body", "head"):
            return
        if tag in ("p", "br") and not self._depths.get(tag):
            self.start(tag, _NONE, whole=True)
            return
        depths = self._depths.get(tag)
        if not depths:
            return
        inline = tag not in BLOCKS and tag not in _FORMATS and "-" not in tag
        fence = self._blocks[-1] if inline else self._fence(tag)
        if depths[-1] > fence or (tag == "table"):
            self._pop_to(depths[-1])

    def finished(self) -> Page:
        """The page, with all ends told."""
        self._pop_to(0)
        return self._page

    def _fence(self, tag: str) -> int:
        """The depth of the table or cell out of which the end of such an element does not reach."""
        if tag in _PARTS:
            return (self._depths.get("table") or [0])[-1]
        return self._fences[-1] if self._fences else 0

    def _end_before(self, tag: str) -> None:
        """End what a start tag ends without an end tag."""
        ended = _ENDED.get(tag, ())
        if ended:
            fence = self._fence(tag)
            if tag in ("li", "dt", "dd"):
                fence = max([fence, *((self._depths.get(each) or [0])[-1] for each in _LISTS)])
            depth = min((d for each in ended if (d := (self._depths.get(each) or [0])[-1]) > fence), default=0)
            if depth:
                self._pop_to(depth)
        if tag in _ENDS_P and (depth := (self._depths.get("p") or [0])[-1]) > self._fence("p"):
            self._pop_to(depth)
        if tag in _HEADINGS and self._page.tags[self._open[-1]] in _HEADINGS:
            self._pop_to(len(self._open) - 1)
        if tag == "a" and (depth := (self._depths.get("a") or [0])[-1]) > self._blocks[-1]:
            self._pop_to(depth)

    def _leave_head(self) -> None:
        self._head = False
        if depths := self._depths.get("head"):
            self._pop_to(depths[-1])
            self._depths["head"] = [0]  # a second one is not opened

    def _push(self, tag: str, attributes: Attributes) -> None:
        depth = len(self._open)
        self._open.append(self._page.add(tag, self._open[-1], attributes))
        self._depths.setdefault(tag, []).append(depth)
        if tag == "table" or tag in _CELLS:
            self._fences.append(depth)
        if tag in BLOCKS or "-" in tag:
            self._blocks.append(depth)

    def _pop_to(self, depth: int) -> None:
        """Close elements until so many are open."""
        page = self._page
        while len(self._open) > depth:
            node = self._open.pop()
            page.ends[node] = len(page.tags)
            if node and (depths := self._depths[page.tags[node]]):
                depths.pop()
            for stack in (self._fences, self._blocks):
                if stack and stack[-1] == len(self._open) and len(self._open):
                    stack.pop()
