"""What is gone in whole lines, put between the paragraphs and rows of a user's Word file."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from repdiff.renderers.docx.carrier_atoms import runs_of
from repdiff.renderers.docx.carrier_blocks import Blocks, Line
from repdiff.renderers.docx.carrier_marks import Marks, run_properties
from repdiff.report.carried import Gone
from repdiff.sources.docx_xml import child, name_of, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


_NEAR: Final = 4
"""Lines around a place among which those of its list are looked for: others may have come between."""


class Lost:
    """Puts lines that are gone where they stood."""

    def __init__(self, blocks: Blocks, marks: Marks) -> None:
        self._blocks = blocks
        self._marks = marks
        self._heads = {line.level: line for line in reversed(blocks.lines) if line.level and line.paragraph is not None}
        self._texts = [line for line in blocks.lines if not line.level and line.paragraph is not None]

    def put(self, index: int) -> bool:
        """Put what is gone above a line there; whether there is a place for it."""
        lines = self._blocks.lines
        line, above = lines[index], lines[index - 1] if index else None
        for label, text, level in _texts(line.before):
            if not label + text:
                continue
            if line.row is not None and self._is_row(label + text, line.row, above):
                line.row.addprevious(self._row(label + text, line.row))
                continue
            anchor = line.paragraph if line.paragraph is not None else line.row
            if anchor is None:
                return False
            _outside(anchor, above).addprevious(self._paragraph((label, text), level, index))
        return True

    def put_behind(self, line: Line, gone: Sequence[Gone]) -> bool:
        """Put what is gone behind the last line, where that is a row."""
        if line.row is None:
            return False
        at = line.row
        for label, text, _ in _texts(gone):
            row = self._row(label + text, line.row)
            at.addnext(row)
            at = row
        return True

    def _is_row(self, text: str, row: "Element", above: Line | None) -> bool:
        """Whether a line stands in a table as a row: it has as many cells, or rows stand above it."""
        table = row.getparent()
        inside = above is not None and above.row is not None and above.row.getparent() is table
        return inside or ("\t" in text and text.count("\t") + 1 == sum(count for _, count in cells_of(row)))

    def _row(self, text: str, model: "Element") -> "Element":
        """A row that is gone, set as a model is: a cell for each of its texts, or one for all where they are of another number."""
        cells, texts = list(cells_of(model)), text.split("\t")
        columns = sum(count for _, count in cells)
        made = self._marks.element("tr")
        made.extend(deepcopy(each) for each in model if name_of(each) == "tblPrEx")
        properties = child(model, "trPr")
        if properties is not None:
            own = deepcopy(properties)
            for each in [each for each in own if name_of(each) in ("ins", "del", "tblHeader")]:
                own.remove(each)
            made.append(own)
        self._marks.row(made, "del")
        if len(texts) != columns:
            cells, texts = [(cells[0][0], columns)], [text]
        at = 0
        for cell, count in cells:
            made.append(self._cell(texts[at] if at < len(texts) else "", cell, count))
            at += count
        return made

    def _cell(self, text: str, model: "Element", columns: int) -> "Element":
        made, properties = self._marks.element("tc"), child(model, "tcPr")
        own = deepcopy(properties) if properties is not None else self._marks.element("tcPr")
        for each in [each for each in own if name_of(each) in ("gridSpan", "vMerge", "hMerge")]:
            own.remove(each)
        if columns > 1:
            at = sum(name_of(each) in ("cnfStyle", "tcW") for each in own)
            own.insert(at, self._marks.element("gridSpan", val=str(columns)))
        made.append(own)
        like = next((each for each in model if name_of(each) == "p"), None)
        paragraph = self._marks.paragraph_like(like, unnumbered=False)
        if text:
            paragraph.append(self._marks.deleted(text, _first_properties(like)))
        self._marks.end(paragraph, "del")
        made.append(paragraph)
        return made

    def _paragraph(self, texts: tuple[str, str], level: int, index: int) -> "Element":
        """A paragraph that is gone: an item of the list beside it where it was numbered as that is, else set as a heading of its level,
        or as the nearest text.
        """
        label, text = texts
        model = self._listed(label, index)
        if model is None:
            model = self._heads.get(level) if level else None
            text = label + text
            if model is None:
                lines, here = self._texts, self._blocks.lines[index].start
                model = min(lines, key=lambda line: (line.row is not None, abs(line.start - here)), default=None)
            numbered = model is not None and self._blocks.first(model) > model.start
            made = self._marks.paragraph_like(model.paragraph if model else None, unnumbered=numbered)
        else:
            made = self._marks.paragraph_like(model.paragraph, listed=True)
        made.append(self._marks.deleted(text, _first_properties(model.paragraph if model else None)))
        self._marks.end(made, "del")
        return made

    def _listed(self, label: str, index: int) -> Line | None:
        """The line nearest to a place that the program numbers in the form of a label."""
        lines, form = self._blocks.lines, form_of(label)
        near = range(max(index - _NEAR, 0), min(index + _NEAR, len(lines))) if label else ()
        for line in (lines[at] for at in sorted(near, key=lambda at: abs(2 * (at - index) + 1))):
            made = self._blocks.text[line.start : self._blocks.first(line)]
            if line.paragraph is not None and made and form_of(made) == form:
                return line
        return None


def form_of(label: str) -> str:
    """A number of an item without what counts: the signs around it, `（）`."""
    return "".join(char for char in label if not char.isalnum()).strip()


def _texts(gone: Sequence[Gone]) -> Iterator[tuple[str, str, int]]:
    """The lines of what is gone, each as its number and its text, with its level as a heading."""
    label, text, level = "", "", 0
    for each in gone:
        words, level = each.text.removesuffix("\n"), max(level, each.level)
        if each.label and not text:
            label += words
        else:
            text += words
        if each.text.endswith("\n"):
            yield label, text, level
            label, text, level = "", "", 0
    if label + text:
        yield label, text, level


def cell_at(row: "Element", column: int) -> "Element | None":
    """The cell of a row that covers a column, counted from 0."""
    at = 0
    for cell, count in cells_of(row):
        if at <= column < at + count:
            return cell
        at += count
    return None


def cells_of(row: "Element") -> Iterator[tuple["Element", int]]:
    """The cells of a row, each with the columns that it covers."""
    for each in row:
        name = name_of(each)
        if name == "tc":
            yield each, max(number(value(child(each, "tcPr"), "gridSpan"), 1), 1)
        elif name in {"sdt", "sdtContent"}:
            yield from cells_of(each)


def _first_properties(paragraph: "Element | None") -> "Element | None":
    first = next((run for run in runs_of(paragraph) if name_of(run) == "r"), None) if paragraph is not None else None
    return run_properties(first)


def _outside(anchor: "Element", above: Line | None) -> "Element":
    """What a line that stands between two others stands before: the whole table or control where the line above stands outside of it."""
    outer = (
        above.paragraph
        if above is not None and above.paragraph is not None
        else above.row
        if above is not None
        else None
    )
    around = set(outer.iterancestors()) if outer is not None else set()
    found = anchor
    parent = anchor.getparent()
    while (
        parent is not None and name_of(parent) != "body" and parent not in around and name_of(parent) != "txbxContent"
    ):
        if name_of(parent) not in ("sdtContent",):
            found = parent
        parent = parent.getparent()
    while name_of(found) in ("tc", "tr") and (parent := found.getparent()) is not None:
        found = parent
    return found
