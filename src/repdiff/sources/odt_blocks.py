"""Paragraphs, lists and tables of OpenDocument files, as lines with marks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from repdiff.model.texts import Aside, LeftOut, Mark, Span, What
from repdiff.sources.docx_blocks import joined, without_tab
from repdiff.sources.docx_xml import number
from repdiff.sources.grid import Cell, rows_of
from repdiff.sources.lines import Line
from repdiff.sources.odt_lists import Label, Lists
from repdiff.sources.odt_runs import Runs
from repdiff.sources.odt_styles import Styles
from repdiff.sources.odt_xml import attribute, name_of, xml_id

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_INDEXES: Final = frozenset(
    {
        "text:table-of-content",
        "text:illustration-index",
        "text:table-index",
        "text:object-index",
        "text:user-index",
        "text:alphabetical-index",
    }
)
_NOT_READ: Final = frozenset(
    {"text:sequence-decls", "text:variable-decls", "text:user-field-decls", "office:forms", "text:section-source"}
)
_ROWS: Final = ("table:table-header-rows", "table:table-rows", "table:table-row-group")
_MOST_COLUMNS: Final = 64
"""Columns that one cell covers, and cells that stand for one that is repeated."""
_DEEPEST: Final = 10


class _Place(NamedTuple):
    """Where in lists a block stands: the style of the list, its depth (0 outside of lists), and the label that waits for a paragraph."""

    style: str = ""
    depth: int = 0
    label: Label | None = None


_OUTSIDE: Final = _Place()


class Blocks:
    """Walks through the blocks of a file."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.hidden = 0
        """How much was hidden."""
        self.drawn = 0
        """How many charts, diagrams and formulas are objects of their own."""
        self.deleted = 0
        """How many deletions wait to be accepted."""
        self._styles = styles
        self._lists = lists
        self._why: Aside | None = None

    def all(self, element: "Element") -> list[Line]:
        """All lines of the blocks in an element."""
        return [line for each in element for line in self.lines(each)]

    def lines(self, element: "Element", place: _Place = _OUTSIDE) -> Iterator[Line]:
        """The lines of a block and of the blocks in it."""
        name = name_of(element)
        if name in ("text:p", "text:h"):
            yield from self._paragraph(element, place)
        elif name == "text:list":
            yield from self._list(element, place)
        elif name == "table:table":
            yield from self._table(element)
        elif name == "text:tracked-changes":
            yield from self._changes(element)
        elif name in _INDEXES:
            yield from self._aside(element, Aside.CONTENTS)
        elif name == "text:section" and attribute(element, "text:display") == "none":
            self.hidden += 1
            yield from self._aside(element, Aside.HIDDEN)
        elif name not in _NOT_READ:
            for each in element:
                yield from self.lines(each, place)

    def _aside(self, element: "Element", why: Aside) -> Iterator[Line]:
        before, self._why = self._why, self._why or why
        yield from self.all(element)
        self._why = before

    def _changes(self, element: "Element") -> Iterator[Line]:
        """What is deleted under tracked changes; what they insert stands in the text."""
        for each in element.iter():
            if name_of(each) == "text:deletion":
                self.deleted += 1
                yield from self._aside(each, Aside.HIDDEN)

    def _paragraph(self, element: "Element", place: _Place) -> Iterator[Line]:
        style = attribute(element, "text:style-name")
        runs, before = Runs(self._styles), self._why
        if self._styles.hidden("paragraph", style):
            self._why, self.hidden = before or Aside.HIDDEN, self.hidden + 1
        runs.read(element)
        self.hidden, self.drawn = self.hidden + runs.hidden, self.drawn + runs.drawn
        level = self._level(element, style)
        label = place.label if place.label else self._numbered(element, level, place, runs.text)
        yield from self._finished(runs, level, label, place)
        self._why = before
        for box in runs.boxes:
            yield from self.all(box)

    def _level(self, element: "Element", style: str) -> int:
        if name_of(element) == "text:h":
            return max(number(attribute(element, "text:outline-level"), 1), 1)
        return self._styles.heading(style)

    def _numbered(self, element: "Element", level: int, place: _Place, text: str) -> Label | None:
        if (
            name_of(element) != "text:h"
            or place.depth
            or not text
            or attribute(element, "text:is-list-header") == "true"
        ):
            return None
        return self._lists.heading(level, restart=attribute(element, "text:start-value"))

    def _finished(self, runs: Runs, level: int, label: Label | None, place: _Place) -> Iterator[Line]:
        text = without_tab(runs.text.replace("\n", " ") if level else joined(runs.text))
        if not text:
            yield Line("", (), tuple(runs.left_out))
            return
        head = label.text if label else ""
        whole = head + text
        notes = tuple(_moved(each, len(head), len(whole)) for each in runs.left_out)
        if self._why:
            asides = (each._replace(span=Span(0, 0)) for each in notes)
            yield Line("", (), (LeftOut(self._why, whole, Span(0, 0)), *asides))
            return
        span = Span(0, len(whole))
        item = label is not None and (label.bullet or label.plain) and place.depth
        marks = (Mark(span, What.HEADING, level),) if level else (Mark(span, What.ITEM, place.depth),) if item else ()
        yield Line(whole, marks, notes)

    def _list(self, element: "Element", place: _Place) -> Iterator[Line]:
        style = attribute(element, "text:style-name") or place.style
        depth = min(place.depth + 1, _DEEPEST)
        goes_on = attribute(element, "text:continue-list") or attribute(element, "text:continue-numbering")
        self._lists.begin(style, depth, goes_on=goes_on if goes_on != "false" else "", name=xml_id(element))
        for each in element:
            shown = name_of(each) == "text:list-item" and any(name_of(inner) in ("text:p", "text:h") for inner in each)
            label = self._lists.item(style, depth, attribute(each, "text:start-value")) if shown else None
            for inner in each:
                yield from self.lines(inner, _Place(style, depth, label))
                label = None

    def _table(self, table: "Element") -> Iterator[Line]:
        yield from rows_of([list(self._cells(row)) for row in _rows(table)])

    def _cells(self, row: "Element") -> Iterator[Cell]:
        """The cells of a row; one that a cell of a row above covers is empty."""
        covered = 0
        for each in row:
            name = name_of(each)
            if name not in ("table:table-cell", "table:covered-table-cell"):
                continue
            times = _columns(attribute(each, "table:number-columns-repeated"))
            if name == "table:covered-table-cell":
                yield from (Cell(()) for _ in range(times - min(times, covered)))
                covered = max(covered - times, 0)
                continue
            columns = _columns(attribute(each, "table:number-columns-spanned"))
            covered = columns - 1
            lines = tuple(self.all(each))
            yield from (Cell(lines, columns) for _ in range(times))


def _rows(table: "Element") -> Iterator["Element"]:
    for each in table:
        if name_of(each) == "table:table-row":
            yield each
        elif name_of(each) in _ROWS:
            yield from _rows(each)


def _columns(text: str) -> int:
    return min(max(number(text, 1), 1), _MOST_COLUMNS)


def _moved(each: LeftOut, by: int, end: int) -> LeftOut:
    at = min(each.span.start + by, end)
    return each._replace(span=Span(at, at))
