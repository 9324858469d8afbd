"""PDF files: the text of their pages, mended by where the letters stand, with marks for headings, items, cells and pages."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import groupby
from typing import Any, NamedTuple

from repdiff.files.request import Request
from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.model.texts import Aside, Placing, Source
from repdiff.sources.pdf_columns import Column, columns_of
from repdiff.sources.pdf_furniture import apart
from repdiff.sources.pdf_grids import with_tables
from repdiff.sources.pdf_headings import Titles, key_of, levels_of
from repdiff.sources.pdf_joints import Words
from repdiff.sources.pdf_letters import Sheet, sheet_of
from repdiff.sources.pdf_notes import contents_of, references, without_endnotes, without_notes
from repdiff.sources.pdf_paragraphs import Block, Paragraph, paragraphs_of
from repdiff.sources.pdf_tables import Table, joined, tables_of
from repdiff.sources.pdf_words import Line, Word, words_of
from repdiff.sources.pdf_writing import text_of, written

_MOST_PAGES = 5_000  # a page takes some hundredths of a second
_MOST_LETTERS = 6_000_000  # of all pages: some minutes
_MOST_ON_A_PAGE = 60_000  # some seconds; the densest page of a newspaper has a half of it
_MOST_TITLES = 20_000  # of the outline
_DEEPEST = 15  # of the outline
_LISTED = 10  # runs of pages without text that a note names
_OCR = "Run OCR over it first, for example: ocrmypdf FILE out.pdf"
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD


class _Read(NamedTuple):
    """What pdfium told of a file."""

    sheets: list[Sheet]
    titles: Titles


def read_pdf(data: bytes, request: Request) -> Source:
    """The bytes of a PDF as a source: a line for each paragraph and each row of a table, with marks for headings, items, cells and pages.

    Running heads and feet, page numbers, footnotes and contents pages are left out of the text and told in `left_out`.

    Raises RepdiffError for a file that is broken, needs a password, has no pages, too many pages or letters, or no text.
    """
    name = request.name
    read = _read(data, name)
    if not any(sheet.letters for sheet in read.sheets):
        raise _without_text(read.sheets, name)
    found = _text(read)
    notes = _notes(read.sheets, name)
    return Source(
        name,
        found.text,
        "pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        marks=found.marks,
        notes=notes,
        hard_lines=True,
        places=Placing.PAGES,
        left_out=found.left_out,
    )


def _read(data: bytes, name: str) -> _Read:
    """The pages of a file. Raises RepdiffError."""
    import pypdfium2

    if b"%PDF" not in data[:1024]:
        raise RepdiffError(f"{name}: this is no PDF file: it does not begin as one.", "Check what kind of file it is.")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(error, name) from None
    with closing(document):
        pages = len(document)
        if not pages:
            raise RepdiffError(f"{name}: the PDF has no pages.", "Open it in a reader and save it anew.")
        if pages > _MOST_PAGES:
            raise RepdiffError(
                f"{name}: the PDF says that it has {pages:,} pages; at most {_MOST_PAGES:,} are read.",
                "Part it first, for example: qpdf FILE --pages . 1-500 -- part.pdf",
            )
        return _Read(_sheets(document, pages, name), _titles(document))


def _unreadable(error: Exception, name: str) -> RepdiffError:
    if getattr(error, "err_code", None) == _PASSWORD_ERROR or "password" in str(error).lower():
        hint = "Take the password off first, for example: qpdf --decrypt --password=... FILE out.pdf"
        return RepdiffError(f"{name}: the PDF needs a password.", hint)
    return RepdiffError(f"{name}: the PDF is broken, or has no page.", "Mend it first, for example: qpdf FILE out.pdf")


def _sheets(document: Any, pages: int, name: str) -> list[Sheet]:
    import pypdfium2

    sheets: list[Sheet] = []
    letters = 0
    for at in range(pages):
        try:
            page = document[at]
        except pypdfium2.PdfiumError:
            sheets.append(Sheet(at + 1, [], [], 0.0, 0.0, 0, False))  # a page that is broken shows nothing
            continue
        with closing(page):
            sheet = sheet_of(page, at + 1, _MOST_ON_A_PAGE)
        if sheet is None or (letters := letters + len(sheet.letters)) > _MOST_LETTERS:
            where = f"page {at + 1}" if sheet is None else "it"
            most = _MOST_ON_A_PAGE if sheet is None else _MOST_LETTERS
            raise RepdiffError(f"{name}: {where} has more than {most:,} letters.", "Give a PDF of one document.")
        sheets.append(sheet)
    return sheets


def _titles(document: Any) -> Titles:
    """The titles of the outline that the file has, each with its level from 1."""
    titles: dict[str, int] = {}
    for number, mark in enumerate(document.get_toc(max_depth=_DEEPEST)):
        if number >= _MOST_TITLES:
            break
        title = key_of(mark.get_title())
        if title:
            titles.setdefault(title, mark.level + 1)
    return titles


def _without_text(sheets: Sequence[Sheet], name: str) -> RepdiffError:
    if any(sheet.pictures for sheet in sheets):
        return RepdiffError(f"{name}: the PDF holds pictures of pages, no text.", _OCR)
    return RepdiffError(
        f"{name}: the PDF holds no text: what it shows may be drawn, or a form that only its own program fills in.",
        _OCR,
    )


class _Found(NamedTuple):
    """The columns of the whole document, and what is left out of each page."""

    columns: list[Column]
    asides: dict[int, list[tuple[Aside, str]]]


def _text(read: _Read) -> Any:
    """The text of the pages, with marks and with what is left out."""
    body = _body(read.sheets)
    found = _set(read.sheets, body)
    lines = [line for column in found.columns for line in _lines(column)]
    words = Words(line.text for line in lines)
    columns = _without_contents(found, words)
    blocks = _whole_tables(paragraphs_of(columns, body), found.asides)
    texts = [text_of([laid.line for laid in b.lines], words) if isinstance(b, Paragraph) else "" for b in blocks]
    return written(blocks, levels_of(blocks, texts, body, read.titles), found.asides, words)


def _lines(column: Column) -> Iterable[Line]:
    for part in column.parts:
        if isinstance(part, Line):
            yield part
        else:
            yield from (line for cell in part.cells for line in cell.lines)


def _body(sheets: Sequence[Sheet]) -> float:
    """The size of the text: that of most letters."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        sizes.update(round(letter.size, 1) for letter in sheet.letters)
    return sizes.most_common(1)[0][0]


def _set(sheets: Sequence[Sheet], body: float) -> _Found:
    """The columns of every page, without furniture and footnotes."""
    turned = [words_of(sheet) for sheet in sheets]
    mains = [(each[0] if each else [], sheet.height) for each, sheet in zip(turned, sheets, strict=True)]
    columns: list[Column] = []
    asides: dict[int, list[tuple[Aside, str]]] = {}
    known: set[str] = set()
    for sheet, parted, words in zip(sheets, apart(mains), turned, strict=True):
        asides[sheet.number] = list(parted.left_out)
        own = _columns(sheet, parted.words, words[1:])
        marks = references(own)
        known |= marks
        for column in own:
            noted = without_notes(column, sheet.rules, body, marks)
            columns.append(noted.column)
            if noted.notes:
                asides[sheet.number].append((Aside.FOOTNOTE, "\n".join(line.text for line in noted.notes)))
    ended = without_endnotes(columns, {sheet.number: sheet.rules for sheet in sheets}, known)
    for page, notes in groupby(ended.notes, key=lambda line: line.page):
        asides[page].append((Aside.FOOTNOTE, "\n".join(line.text for line in notes)))
    return _Found([column for column in ended.columns if column.parts], asides)


def _columns(sheet: Sheet, words: Sequence[Word], turned: Sequence[Sequence[Word]]) -> list[Column]:
    """The columns of a page; those of text that is turned come last."""
    tables, rest = tables_of(words, sheet.rules, sheet.number)
    columns = [with_tables(column, sheet.rules) for column in columns_of(rest, tables, sheet.number)]
    for others in turned:
        columns += columns_of(others, (), sheet.number)
    return columns


def _without_contents(found: _Found, words: Words) -> list[Column]:
    """The columns without contents pages, which are left out."""
    parts: list[tuple[int, Line | Table]] = [(at, p) for at, column in enumerate(found.columns) for p in column.parts]
    gone = contents_of([part for _, part in parts])
    if not gone:
        return found.columns
    kept: list[list[Line | Table]] = [[] for _ in found.columns]
    for at, (column, part) in enumerate(parts):
        if at not in gone:
            kept[column].append(part)
            continue
        texts = [part.text] if isinstance(part, Line) else [text_of(cell.lines, words) for cell in part.cells]
        found.asides[part.page] += [(Aside.CONTENTS, text) for text in texts if text]
    return [c._replace(parts=tuple(rest)) for c, rest in zip(found.columns, kept, strict=True) if rest]


def _whole_tables(blocks: Sequence[Block], asides: dict[int, list[tuple[Aside, str]]]) -> list[Block]:
    """The blocks, tables that go on over the end of a page as one; a head that is repeated there is left out."""
    kept: list[Block] = []
    page = 0  # where the last table of `kept` ends
    for block in blocks:
        last = kept[-1] if kept else None
        whole = joined(last, block, page) if isinstance(block, Table) and isinstance(last, Table) else None
        page = block.page if isinstance(block, Table) else 0
        if whole is None:
            kept.append(block)
            continue
        kept[-1] = whole[0]
        head = "\t".join(" ".join(line.text for line in cell.lines) for cell in whole[1])
        asides[page] += [(Aside.RUNNING_HEAD, head)] if head else []
    return kept


def _notes(sheets: Sequence[Sheet], name: str) -> tuple[Said, ...]:
    """What a reader must know: that quotations are to be checked, and what could not be read."""
    return (_how(len(sheets), name), *_empty(sheets, name), *_unknown(sheets, name))


def _how(pages: int, name: str) -> Said:
    if pages == 1:
        return Said("{name} was read from a PDF of one page: check quotations against it.", name=name)
    return Said(
        "{name} was read from a PDF of {pages} pages: check quotations against them.",
        name=name,
        pages=pages,
    )


def _empty(sheets: Sequence[Sheet], name: str) -> tuple[Said, ...]:
    """Pages without text: pictures, or left blank."""
    empty = [sheet.number for sheet in sheets if not sheet.letters]
    if not empty:
        return ()
    if len(empty) == 1:
        one = Said(
            "{name}: page {told} of {pages} holds no text that can be read (pictures of pages need OCR first).",
            name=name,
            pages=len(sheets),
            told=empty[0],
        )
        return (one,)
    several = Said(
        "{name}: {count} of {pages} pages hold no text that can be read (p. {told}; pictures of pages need OCR first).",
        name=name,
        count=len(empty),
        pages=len(sheets),
        told=_listed(empty),
    )
    return (several,)


def _unknown(sheets: Sequence[Sheet], name: str) -> tuple[Said, ...]:
    """Letters of fonts that do not tell which letters they are."""
    unknown = sum(sheet.unknown for sheet in sheets)
    if not unknown:
        return ()
    if unknown == 1:
        one = Said(
            "{name}: one letter could not be read: its font does not tell what it is (\ufffd in the text).", name=name
        )
        return (one,)
    return (
        Said(
            "{name}: {count} letters could not be read: their font does not tell what they are (\ufffd in the text).",
            name=name,
            count=unknown,
        ),
    )


def _listed(numbers: Sequence[int]) -> str:
    """Numbers of pages, those that follow each other as from the first to the last of them: `2, 5-9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return ", ".join(told[:_LISTED]) + (", ..." if len(told) > _LISTED else "")
