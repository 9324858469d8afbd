"""A report of any job as a Word file: headings, tables, rows with what became of them and both texts below."""

from collections.abc import Iterator

from repdiff.renderers.docx.blocks import A4, MARGIN, file, paragraph, table
from repdiff.renderers.docx.markup import Element
from repdiff.report.nouns import Context, Fold, Part, Passage, Report, Row
from repdiff.report.runs import Run

_ROOM = A4[0] - 2 * MARGIN
_TOP = 2  # the level of the outermost parts


def write(report: Report) -> bytes:
    """The file."""
    return file(report, [*head(report), *_body(report)])


def head(report: Report) -> Iterator[Element]:
    """Title, sentence, notes and the small tables."""
    yield paragraph(report.title, "Title")
    yield paragraph(report.sentence)
    yield from (paragraph(each, "Note") for each in report.head)
    yield from (paragraph(note, "Quote") for note in report.notes)
    for each in report.tables:
        yield from table(each, _ROOM)


def _body(report: Report) -> Iterator[Element]:
    parts = [part for part in report.parts if part.in_list]
    if not any(part.listed or part.table for part in parts):
        yield from map(_entry, parts)
    else:
        for part in parts:
            yield from _part(part)
    if not parts and report.nothing:
        yield paragraph(report.nothing)


def _entry(part: Part) -> Element:
    """A part that is but a title, as an entry of a list of contents."""
    notes = [run for note in part.notes for run in (Run("  "), *note)]
    place = [Run(f"  {part.place}", "quiet")] if part.place else []
    return paragraph([Run(part.title), *place, *notes], "Contents", max(part.level - _TOP, 0))


def _part(part: Part) -> Iterator[Element]:
    title = " ".join(filter(None, (part.sign, part.title)))
    place = [Run(f"  {part.place}", "quiet")] if part.place else []
    yield paragraph([Run(title), *place], f"Heading{max(1, min(part.level, 6) - 1)}")
    yield from (paragraph(note, "Note") for note in part.notes if any(run.text for run in note))
    if part.table is not None:
        yield from table(part.table, _ROOM)
    for row in part.listed:
        yield from _listed(row)


def _listed(row: Row | Context | Fold) -> Iterator[Element]:
    if isinstance(row, Fold):
        yield paragraph(row.text, "Note")
    elif isinstance(row, Context):
        yield from (paragraph(told(passage, row.row), "Quote") for passage in row.row.new)
    else:
        yield from _row(row)


def _row(row: Row) -> Iterator[Element]:
    """What became of it, then each side behind its name; one side alone stands in the same line."""
    said = [Run(f" ({', '.join(each for each in (row.role, row.detail) if each)})", "quiet")]
    first = [Run(row.verdict, "verdict")] if row.verdict else []
    if row.name:
        first += [Run(" "), Run(row.name)] if first else [Run(row.name)]
    first += said if row.role or row.detail else []
    if row.verdict and not (row.old and row.new) and len(row.old) + len(row.new) == 1:
        yield paragraph([*first, Run(" "), *told((*row.old, *row.new)[0], row)], "ListBullet")
    else:
        yield paragraph(first, "ListBullet")
        for name, passages in zip(row.called, (row.old, row.new), strict=True):
            called = [Run(f"{name}  ", "quiet")] if name else []
            yield from (paragraph([*called, *told(passage, row)], "Quote") for passage in passages)
    yield from (paragraph(aside, "Aside") for aside in row.asides)


def told(passage: Passage, row: Row) -> list[Run]:
    """A passage behind its place."""
    place = [Run(f"{passage.place}  ", "quiet")] if passage.place else []
    return [*place, *row.in_list(passage)]
