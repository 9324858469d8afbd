"""A comparison as the table that ministries print: the old text beside the new one, section by section, changes marked for print."""

from collections.abc import Iterator

from repdiff.renderers.docx.blocks import A4, MARGIN, cell, file, grid, line, paragraph
from repdiff.renderers.docx.listing import told
from repdiff.renderers.docx.markup import Element
from repdiff.report.nouns import Context, Fold, Part, Passage, Report, Row
from repdiff.report.runs import Run

_ROOM = A4[1] - 2 * MARGIN
_VERDICT = 2_300
_TEXT = (_ROOM - _VERDICT) // 2
_WIDTHS = (_TEXT, _TEXT, _VERDICT)
_TORN = 700  # code points from which a row may go on on the next page


def write(report: Report) -> bytes:
    """The file."""
    words = report.words
    body = [paragraph(report.title, "Title"), paragraph(report.sentence)]
    body += [paragraph(each, "Note") for each in report.head]
    body += [paragraph(note, "Note") for note in report.notes]
    parts = [part for part in report.parts if part.in_list]
    if not parts:
        body += [paragraph(report.nothing)] if report.nothing else []
    else:
        struck = [Run(words["columns.dropped"], "delete"), Run("   "), Run(words["columns.added"], "insert")]
        body.append(paragraph(struck, "Note"))
        body.append(grid([_head(report), *(row for part in parts for row in _part(part))], _WIDTHS))
        body.append(paragraph("", "Note"))
    return file(report, body, landscape=True)


def _head(report: Report) -> Element:
    words = report.words
    names = [
        words[f"columns.{key}"]
        if name == words[f"sides.{side}"]
        else words["columns.named"].format(title=words[f"columns.{key}"], name=name)
        for key, side, name in zip(("before", "after"), ("old", "new"), report.names, strict=True)
    ]
    texts = [*names, words["columns.change"]]
    return line(
        (cell([paragraph(t, "CellHead")], wide, shaded=True) for t, wide in zip(texts, _WIDTHS, strict=True)), head=True
    )


def _part(part: Part) -> Iterator[Element]:
    title = [Run(" ".join(filter(None, (part.sign, part.title))))]
    title += [Run(f"  {part.place}", "quiet")] if part.place else []
    notes = [paragraph(note, "CellNote") for note in part.notes if any(run.text for run in note)]
    yield line([cell([paragraph(title, "CellHead"), *notes], _ROOM, span=3, shaded=True)])
    for row in part.listed:
        yield _row(row)


def _row(row: Row | Context | Fold) -> Element:
    if isinstance(row, Fold):
        return line([cell([paragraph([Run(row.text, "quiet")], "Cell")], _ROOM, span=3)])
    shown = row.row if isinstance(row, Context) else row
    sides = [
        cell((paragraph(_marked(passage, shown, mark), "Cell") for passage in passages), _TEXT)
        for passages, mark in ((shown.old, "delete"), (shown.new, "insert"))
    ]
    said = [paragraph([Run(shown.verdict, "verdict")], "Cell")]
    said += [paragraph([Run(shown.role, "quiet")], "CellNote")] if shown.role else []
    said += [paragraph(aside, "CellNote") for aside in shown.asides if _is_brief(aside, shown)]
    length = max(sum(len(passage.text) for passage in passages) for passages in (shown.old, shown.new))
    return line([*sides, cell(said, _VERDICT)], whole=length < _TORN)


def _marked(passage: Passage, row: Row, mark: str) -> list[Run]:
    """A passage behind its place; of a text that stands alone, or was written anew, all of it is marked."""
    marked = any(run.style for each in (*row.old, *row.new) for run in each.runs)
    if marked or row.kind == "identical":
        return told(passage, row)
    return told(passage._replace(runs=(Run(passage.text, mark),)), row)


def _is_brief(aside: tuple[Run, ...], row: Row) -> bool:
    """Whether it fits the column: not why a pair was made, nor what it is perhaps besides."""
    return len(aside) > 1 or aside[0].style not in (("quiet", "perhaps") if row.paired else ("quiet",))
