"""What reports in Word are put together from: paragraphs of a style, runs with the marks of their words, tables, a page."""

from collections.abc import Iterable, Sequence
from typing import Final

from repdiff.renderers.docx.direction import is_leftward, run_properties
from repdiff.renderers.docx.markup import Element, properties, root, run, w
from repdiff.renderers.docx.package import id_of, pack
from repdiff.renderers.docx.styles import bullets, settings, styles
from repdiff.report.nouns import Report, Table
from repdiff.report.runs import Run, visible, width

_MARKS: Final = {
    "delete": "Dropped",
    "move_from": "Dropped",
    "insert": "Added",
    "move_to": "Added",
    "heading": "Strong",
    "verdict": "Strong",
}
_QUIET: Final = frozenset({"quiet", "moved", "note", "perhaps"})
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A4: Final = (11_906, 16_838)
MARGIN: Final = 1_134
"""Twentieths of a point, as all lengths here."""
_NARROWEST, _WIDEST = 6, 40  # columns of characters that a column of a table is made for


def paragraph(runs: Iterable[Run] | str, style: str = "", level: int = 0) -> Element:
    """A paragraph on one line, of a style by its key; of a list, `level` is how deep it stands."""
    found = [Run(runs)] if isinstance(runs, str) else list(runs)
    rtl = is_leftward("".join(each.text for each in found))
    deeper = w("numPr", w("ilvl", val=str(level)), w("numId", val="1")) if level else None
    look = properties("pPr", w("pStyle", val=style) if style else None, deeper, w("bidi") if rtl else None)
    return w("p", look, *(_run(each, rtl) for each in found if each.text))


def _run(each: Run, rtl: bool) -> Element:
    key = _MARKS.get(each.style) or ("Quiet" if each.style in _QUIET else "")
    text = visible(each.text)
    return run(text, run_properties(text, rtl, *([w("rStyle", val=key)] if key else [])))


def grid(rows: Iterable[Element], widths: Sequence[int]) -> Element:
    """A table of rows with columns of these widths."""
    look = w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        w("tblW", w=str(sum(widths)), type="dxa"),
        w("tblLayout", type="fixed"),
    )
    return w("tbl", look, w("tblGrid", *(w("gridCol", w=str(each)) for each in widths)), *rows)


def line(cells: Iterable[Element], *, head: bool = False, whole: bool = True) -> Element:
    """A row of a table; a `head` stands on every page, a `whole` one is not torn apart by the end of a page."""
    return w("tr", properties("trPr", w("cantSplit") if whole else None, w("tblHeader") if head else None), *cells)


def cell(inside: Iterable[Element], width: int, *, span: int = 1, shaded: bool = False) -> Element:
    """A cell of paragraphs, over `span` columns; a shaded one heads what is below it."""
    look = w(
        "tcPr",
        w("tcW", w=str(width), type="dxa"),
        w("gridSpan", val=str(span)) if span > 1 else None,
        w("shd", val="clear", color="auto", fill="EDEDED") if shaded else None,
    )
    return w("tc", look, *(list(inside) or [paragraph("", "Cell")]))


def table(told: Table, room: int) -> list[Element]:
    """A table of a report below its title, and the paragraph that keeps it apart from what follows; nothing where it has no rows."""
    if not told.rows:
        return []
    widths = _widths(told, room)
    head = line((_texts([name], "CellHead", wide) for name, wide in zip(told.columns, widths, strict=True)), head=True)
    rows = [line(_texts([text], "Cell", wide) for text, wide in zip(row, widths, strict=True)) for row in told.rows]
    title = [paragraph(told.title, "Caption")] if told.title else []
    return [*title, grid([head, *rows], widths), paragraph("", "Note")]


def _texts(texts: Iterable[str], style: str, wide: int) -> Element:
    shaded = style == "CellHead"
    return cell([paragraph(text, style) for text in texts], wide, shaded=shaded)


def _widths(told: Table, room: int) -> list[int]:
    """The widths of the columns, by the widest text that each holds."""
    columns = zip(told.columns, *told.rows, strict=True)
    wanted = [min(max(_NARROWEST, *map(width, texts)), _WIDEST) + 2 for texts in columns]
    # A short table is no wider than its words need: a character of the size of cells takes about a hundred.
    total = min(room, 105 * sum(wanted))
    return [total * each // sum(wanted) for each in wanted]


def file(report: Report, body: Iterable[Element], *, landscape: bool = False) -> bytes:
    """The whole file, with page numbers below."""
    parts = dict.fromkeys(("document", "styles", "settings", "numbering", "footer"), b"")
    breadth, height = A4[::-1] if landscape else A4
    turned = {"orient": "landscape"} if landscape else {}
    sides = dict.fromkeys(("top", "right", "bottom", "left"), str(MARGIN))
    page = w(
        "sectPr",
        _footer_reference(id_of(parts, "footer")),
        w("pgSz", w=str(breadth), h=str(height), **turned),
        w("pgMar", **sides, header="567", footer="567", gutter="0"),
    )
    lang = report.words.tag
    return pack(
        {
            "document": root("document", [w("body", *body, page)], {"r": _RELATIONS}),
            "styles": styles(lang),
            "settings": settings(lang),
            "numbering": root("numbering", bullets()),
            "footer": root("ftr", [_page_number()]),
        },
        report.title,
    )


def _footer_reference(key: str) -> Element:
    made = w("footerReference", type="default")
    made.set(f"{{{_RELATIONS}}}id", key)
    return made


def _page_number() -> Element:
    of = [w("fldSimple", run("1"), instr=f" {what} ") for what in ("PAGE", "NUMPAGES")]
    return w("p", w("pPr", w("pStyle", val="Footer")), of[0], run(" / "), of[1])
