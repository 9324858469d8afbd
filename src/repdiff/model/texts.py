"""The nouns of repdiff: what one stage hands to the next. Plain frozen data; imports nothing of ours.

Every span is [start, end) in code points of `Source.text`. Every id is an index into the tuple that holds the object.
Scores are 0..1.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from repdiff.model.said import Said

_STEP = 4096  # code points from one noted place of a text to the next


class Span(NamedTuple):
    """A half-open range [start, end) in code points of `Source.text`."""

    start: int
    end: int


class Role(StrEnum):
    """What a sentence does in its document."""

    HEADING = "heading"
    COMMITMENT = "commitment"
    STATEMENT = "statement"
    FORMULA = "formula"


class What(StrEnum):
    """What a file itself says that a stretch of its text is."""

    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    PAGE = "page"
    ROW = "row"
    """A row of a table that is read row by row."""
    SIGN = "sign"
    """Signs of the format that are no words: `##`, `**`, the target of a link."""
    ASIDE = "aside"
    """What stands in the text and is no part of what the document says: a contents page, the number of a page, a site's buttons."""
    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    """These of links are none."""
    STRIKE = "strike"


class Mark(NamedTuple):
    """A stretch of the text that is known to be something; `level` is that of a heading or an item, the number of a page or row, else 0.

    Of words that are bold, italic, underlined or struck, level 0 says that they bear it themselves, 1 that they have it from the style of
    their paragraph or table, as all beside them do: no emphasis. One word may have several such marks; a format that does not know them
    has none.
    """

    span: Span
    what: What
    level: int = 0


class Aside(StrEnum):
    """Why something of a file is no part of what its document says."""

    RUNNING_HEAD = "running head"
    """What every page repeats above or below its text."""
    PAGE_NUMBER = "page number"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"
    NAVIGATION = "navigation"
    """Menus, buttons and notices of the site or program that shows the document."""
    HIDDEN = "hidden"
    """Text that a reader of the file does not see: hidden, or deleted under tracked changes."""
    COMMENT = "comment"
    ASKED = "section left out as asked"


class LeftOut(NamedTuple):
    """What is left out of the comparison and why: its characters, and their span in `Source.text`.

    The span is empty, and tells where it stood, of what the reader has not put into the text; `number` is then that of the page, row or
    paragraph, where the offset alone does not tell it, else 0.
    """

    why: Aside
    text: str
    span: Span
    number: int = 0


class Part(NamedTuple):
    """One of several documents in a file: its title and where it stands in `Source.text`."""

    title: str
    span: Span


class Placing(StrEnum):
    """By what the places of a source are told to a reader who holds the file."""

    LINES = "line"
    """Lines of the text, with columns."""
    PARAGRAPHS = "paragraph"
    """Lines of a text in which every line is a paragraph."""
    PAGES = "page"
    """Marks `What.PAGE`."""
    ROWS = "row"
    """Marks `What.ROW`."""


_PLACE_SIGNS: Final = {Placing.PAGES: "p.", Placing.PARAGRAPHS: "¶", Placing.ROWS: "row"}


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded file: BOM removed, CRLF and CR turned into one newline.

    `kind` is the name of the format that it was read in ("txt", "md", "html"); `encoding` a Python codec name; `assumed` is true when the
    encoding was guessed from the bytes rather than given by the user, by a byte order mark or by being valid UTF-8; `sha256` is the hex
    digest of the file's bytes. `marks` are what the file knew of its text, by their spans; `notes` say in plain sentences what was
    assumed while it was read. `hard_lines` is true where no line break only wraps: every line is a paragraph. `places` is what places
    are told by, `left_out` what is no part of what the document says, in order. `signs` are the spans of all marks that are signs of
    the format and no words, and of asides, in order and apart from each other; `asides` those of asides alone. `above` are the lines
    of the file above the text, where that is a part of what the file holds; `parts` the documents in it, where it holds several.
    """

    name: str
    text: str
    kind: str = "txt"
    encoding: str = "utf-8"
    assumed: bool = False
    sha256: str = ""
    marks: tuple[Mark, ...] = ()
    notes: tuple[Said, ...] = ()
    hard_lines: bool = False
    places: Placing = Placing.LINES
    left_out: tuple[LeftOut, ...] = ()
    above: int = 0
    parts: tuple[Part, ...] = ()
    asides: tuple[Span, ...] = field(init=False, repr=False, compare=False)
    signs: tuple[Span, ...] = field(init=False, repr=False, compare=False)
    _lines: tuple[tuple[int, int], ...] = field(init=False, repr=False, compare=False)
    _plain: str = field(init=False, repr=False, compare=False)
    _bare: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note for every so many code points the line breaks before them and the end of the last one: places are looked up often."""
        asides = _joined(mark.span for mark in self.marks if mark.what is What.ASIDE)
        signs = _joined([*(mark.span for mark in self.marks if mark.what is What.SIGN), *asides])
        object.__setattr__(self, "asides", asides)
        object.__setattr__(self, "signs", signs)
        object.__setattr__(self, "_plain", _blanked(self.text, signs))
        object.__setattr__(self, "_bare", _blanked(self.text, asides))
        seen, last = 0, 0
        lines = []
        for start in range(0, len(self.text) + 1, _STEP):
            lines.append((seen, last))
            seen += self.text.count("\n", start, start + _STEP)
            last = max(last, self.text.rfind("\n", start, start + _STEP) + 1)
        object.__setattr__(self, "_lines", tuple(lines))

    def quote(self, span: Span) -> str:
        """The characters of `span`, as they stand in the text."""
        return self.text[span.start : span.end]

    def plain(self, span: Span) -> str:
        """The characters of `span`, each one of a sign as a blank: what is compared. Offsets are those in the text."""
        return self._plain[span.start : span.end]

    def shown(self, span: Span) -> str:
        """The characters of `span` without the signs: what a reader is shown."""
        if not self.signs:
            return self.text[span.start : span.end]
        at = bisect_right(self.signs, span.start, key=lambda sign: sign.end)
        kept, done = [], span.start
        while at < len(self.signs) and self.signs[at].start < span.end:
            kept.append(self.text[done : self.signs[at].start])
            done = min(self.signs[at].end, span.end)
            at += 1
        return "".join([*kept, self.text[done : span.end]])

    @property
    def bare(self) -> str:
        """The text with a blank for every character of an aside: offsets are those in the text."""
        return self._bare

    def place(self, offset: int) -> tuple[int, int]:
        """Line of the file and column of a code point, both counted from 1."""
        start = min(offset, len(self.text)) // _STEP * _STEP
        seen, last = self._lines[start // _STEP]
        line = max(last, self.text.rfind("\n", start, offset) + 1)
        return self.above + seen + self.text.count("\n", start, offset) + 1, offset - line + 1

    def stands(self, offset: int) -> str:
        """Where a code point stands, for a reader who holds the file: `line:column`, `p. 12`, `¶ 34` or `row 5`."""
        if self.places is not Placing.LINES:
            return self.numbered(self.number(offset))
        line, column = self.place(offset)
        return f"{line}:{column}"

    def numbered(self, number: int) -> str:
        """What a page, row or paragraph of this number is called there."""
        return f"{_PLACE_SIGNS[self.places]} {number}"

    def number(self, offset: int) -> int:
        """The number of the page, row, paragraph or line of a code point, whichever `places` says, counted from 1; 0 before the first."""
        if self.places in (Placing.LINES, Placing.PARAGRAPHS):
            return self.place(offset)[0]
        wanted = What.PAGE if self.places is Placing.PAGES else What.ROW
        marks = [mark for mark in self.marks if mark.what is wanted]
        at = bisect_right(marks, offset, key=lambda mark: mark.span.start) - 1
        return marks[at].level if at >= 0 else 0


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with a blank for every character of the spans; the text itself where there are none."""
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += (text[done:start], " " * (end - start))
        done = end
    return "".join([*parts, text[done:]]) if parts else text


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text below it up to the next heading of any level, or to where the text goes back to a chapter above.

    The spans of a document's sections tile its text. `heading` is the heading's own text, `title` the same as it is shown, `style` the
    name of its numbering style, `parent` the id of the enclosing section. Untitled, with an empty heading and of level 0, are the
    opening above the first heading, and text that goes on with its parent below the last heading within it (`Document.chapter`).
    """

    id: int
    level: int
    title: str
    heading: Span
    span: Span
    parent: int | None
    style: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading, list item or table row; between two sentences of a document stands only white space.

    `why` names the evidence for the role in a few words. `numbering` is how many code points at its beginning only number it or list
    it (`（三）`, `Article 5 `, a bullet and the blank behind it): no wording.
    """

    id: int
    span: Span
    section: int
    role: Role
    why: str = ""
    numbering: int = 0
