"""Tables in the text: rows of cells that tabs, bars or several blanks part, and what names the number of a cell.

A number measures what the name of its row and the head of its column say; its unit may stand in a column of its own, or in brackets behind
either. A column of an earlier year than the last one of its table tells of the past.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, dropwhile, pairwise
from typing import NamedTuple

from repdiff.languages.fragments import characters
from repdiff.languages.han import folded
from repdiff.languages.number_words import NumberWords
from repdiff.languages.speech import speech_of
from repdiff.model.document import Document
from repdiff.model.texts import Role, Source, Span, What
from repdiff.quantities.amount import Amount
from repdiff.quantities.amounts import clean, find_amounts
from repdiff.quantities.units import Unit

_BAR = re.compile(r"[ \t]*[|｜│][ \t]*|\t+")
_BLANKS = re.compile(r"[ \u3000]{2,}")
_COLUMNS = re.compile(
    r"\s*(?P<name>[^\d\s][^\d\n]{0,60}?)(?P<numbers>(?: [-+−–]?[$€£¥]?\d[\d.,]*%?){2,})(?: [^\W\d]+)?\s*"
)
_GROUPED = re.compile(r" [-+−–]?[$€£¥]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?%?")
_RULE = re.compile(r"[\s|｜│:+=–—-]*")
_NUMBER = re.compile(r"[-+−－–±]?[(（]?[-+−－–]?[$€£¥￥]?\s?\d[\d.,，\s%％‰~～—–-]*[)）]?")
_ACCOUNT = re.compile(
    r"[(（](?P<inside>(?!(?:19|20)\d\d[)）])[$€£¥￥]?\s?\d[\d.,，\s]*[%％‰]?)[)）]|[-−–－](?P<behind>\s?[$€£¥￥]?\s?\d[\d.,，\s]*[%％‰]?)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WHOLE_YEAR = re.compile(r"\W*(?:19|20)\d\d\D?\W*")
_IN_BRACKETS = re.compile(r"[(（\[［]([^()（）\[\]［］]+)[)）\]］]\s*\Z")
_MARK = re.compile(r"[\t|｜│]|  |\u3000\u3000|\d [-+−–$€£¥]?\d")  # a text without it has no table
_LEAST_LOOSE = 3  # rows of a table whose cells single blanks part: fewer may be sentences
_LEAST = 2  # rows of a table, and cells of a row
_BARE = "%"  # a unit that lets a number alone in its cell be read; it is taken off again
_NO_UNIT = Unit("", "", Decimal(1), "")


class Cell(NamedTuple):
    """The number of one cell: where it stands in the source, what it is, what row and column call it, and whether its year is over."""

    place: Span
    amount: Amount
    row: str
    head: str
    column: int
    past: bool


class _Row(NamedTuple):
    sentence: int
    cells: tuple[Span, ...]
    texts: tuple[str, ...]
    numbers: str = ""


def table_cells(document: Document) -> dict[int, tuple[Cell, ...]]:
    """The numbers in the tables of a document, by the sentence that is their row; a row without numbers has none."""
    found: dict[int, tuple[Cell, ...]] = {}
    for rows in _tables(document):
        found.update(_read(rows))
    return found


def _tables(document: Document) -> Iterator[list[_Row]]:
    """Neighbouring sentences that are rows of as many cells."""
    if not _MARK.search(document.source.text):
        return
    blanks = bool(speech_of(document.source.text).decimal_comma)  # such a language parts thousands by blanks
    marked = _marked_lines(document.source)
    rows: list[_Row] = []
    for sentence in document.sentences:
        text = document.text(sentence.id)
        if rows and (_RULE.fullmatch(text) or (marked and _is_cell_below(document.source, sentence.span, marked))):
            continue
        row = (
            None
            if sentence.role is Role.HEADING and not rows and "\t" not in text
            else _row(document, sentence.id, marked)
        )
        if rows and (row is None or len(row.cells) != len(rows[0].cells)):
            if _is_table(rows, blanks):
                yield rows
            rows = []
        rows += [row] if row else []
    if _is_table(rows, blanks):
        yield rows


def _is_table(rows: Sequence[_Row], blanks: bool) -> bool:
    """Whether rows are enough for a table; where blanks part the numbers and may part thousands, not all may do so."""
    loose = all(row.numbers for row in rows)
    grouped = loose and blanks and all(_GROUPED.fullmatch(row.numbers) for row in rows)
    return len(rows) >= (_LEAST_LOOSE if loose else _LEAST) and not grouped


def _marked_lines(source: Source) -> dict[int, bool]:
    """Where the lines begin that a file itself makes cells of, and whether each is a row with tabs between its cells, empty ones too."""
    text = source.text if source.hard_lines else ""
    starts = {text.rfind("\n", 0, mark.span.start) + 1 for mark in source.marks if text and mark.what is What.CELL}
    return {start: "\t" in text[start : _end_of_line(text, start)] for start in starts}


def _is_cell_below(source: Source, span: Span, marked: Mapping[int, bool]) -> bool:
    """Whether a sentence is the text of a cell that stands below its row."""
    return marked.get(source.text.rfind("\n", 0, span.start) + 1) is False


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _row(document: Document, sentence: int, marked: Mapping[int, bool]) -> _Row | None:
    """The cells of the first line of a sentence, where marks part it into several; lines that only rule off belong to no row."""
    span = document.sentences[sentence].span
    start = document.source.text.rfind("\n", 0, span.start) + 1 if marked else 0
    if marked.get(start):
        return _marked_row(document.source, sentence, span, start)
    text = document.source.bare[span.start : span.end]
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if not _RULE.fullmatch(m[0])]
    if len(lines) != 1:
        return None
    line, offset = text[slice(*lines[0])], span.start + lines[0][0]
    border = _BAR if _BAR.search(line.strip()) else _BLANKS
    begin = len(line) - len(line.lstrip(" \t\u3000|｜│"))
    stop = len(line.rstrip(" \t\u3000|｜│"))
    marks = [Span(begin, begin), *(Span(*m.span()) for m in border.finditer(line, begin, stop)), Span(stop, stop)]
    cells = [Span(one.end, other.start) for one, other in pairwise(marks)]
    if len(cells) < _LEAST:
        return _loose_row(sentence, line, offset)
    texts = tuple(folded(line[slice(*cell)].strip()) for cell in cells)
    return _Row(sentence, tuple(Span(offset + a, offset + b) for a, b in cells), texts)


def _marked_row(source: Source, sentence: int, span: Span, start: int) -> _Row | None:
    """The cells of a row that the file marks; None where its text is cut into several sentences."""
    line = source.text[start : _end_of_line(source.text, start)]
    if span.start > start + len(line) - len(line.lstrip()) or span.end < start + len(line.rstrip()):
        return None
    texts = line.split("\t")
    ends = list(accumulate((len(text) + 1 for text in texts), initial=start))
    cells = tuple(Span(at, at + len(text)) for at, text in zip(ends, texts, strict=False))
    return _Row(sentence, cells, tuple(folded(text.strip()) for text in texts))


def _loose_row(sentence: int, line: str, offset: int) -> _Row | None:
    """A name and at least two numbers behind it, which single blanks part."""
    found = _COLUMNS.fullmatch(line) if _MARK.search(line) else None
    if found is None:
        return None
    cells = [Span(*found.span("name")), *(Span(*m.span()) for m in re.finditer(r"\S+", line[: found.end("numbers")]))]
    kept = [cells[0], *(cell for cell in cells[1:] if cell.start >= found.start("numbers"))]
    texts = tuple(folded(line[slice(*cell)].strip()) for cell in kept)
    return _Row(sentence, tuple(Span(offset + a, offset + b) for a, b in kept), texts, found["numbers"])


def _read(rows: Sequence[_Row]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    rows = list(dropwhile(_is_title, rows)) if len(rows[0].texts) > _LEAST else rows
    if len(rows) < _LEAST:
        return
    head = rows[0] if not any(map(_is_number, rows[0].texts[1:])) else None
    deep = bool(head) and _has_two_heads(rows)
    body = rows[2:] if deep else rows[1:] if head else rows
    columns = range(len(rows[0].cells))
    if not any(_is_number(row.texts[n]) for row in body for n in columns):
        return
    name = next((n for n in columns if any(_is_name(row.texts[n]) for row in body)), None)
    if name is None:
        return
    units = next((n for n in columns if n != name and all(_unit(row.texts[n]) for row in body)), None)
    heads = _deep_heads(rows) if deep else head.texts if head else ("",) * len(columns)
    years = [max(map(int, _YEAR.findall(each)), default=0) for each in heads]
    if head:
        yield from ((row.sentence, ()) for row in rows[: 2 if deep else 1])
    for row, called in zip(body, _names(body, name), strict=True):
        cells = []
        for n in columns:
            unit = row.texts[units] if units is not None else _bracketed(called)
            unit = _share(_bracketed(heads[n])) or unit or _bracketed(heads[n])
            amount = _amount(row.texts[n], unit) if n not in (name, units) else None
            if amount:
                past = 0 < years[n] < max(years)
                cells.append(Cell(row.cells[n], amount, _plain(called), _plain(heads[n]), n, past))
        yield row.sentence, tuple(cells)


def _is_title(row: _Row) -> bool:
    """Whether a row names its table, or the unit of all of it, above the head of its columns."""
    return len([text for text in row.texts if text]) == 1 and not any(map(_is_number, row.texts))


def _has_two_heads(rows: Sequence[_Row]) -> bool:
    """Whether cells of the first row cover several columns, whose own heads stand in the second."""
    if len(rows) <= _LEAST or rows[1].texts[0] or any(map(_is_number, rows[1].texts)):
        return False
    return any(not one and other for one, other in zip(rows[0].texts[1:], rows[1].texts[1:], strict=True))


def _deep_heads(rows: Sequence[_Row]) -> tuple[str, ...]:
    """The heads of two rows as one: a cell without text belongs to the one before it."""
    heads, last = [rows[0].texts[0]], ""
    for above, below in zip(rows[0].texts[1:], rows[1].texts[1:], strict=True):
        last = above or last
        heads.append(f"{last} {below}".strip())
    return tuple(heads)


def _names(rows: Sequence[_Row], column: int) -> Iterator[str]:
    """What each row is called: where a cell of the column stands for several rows, by it and by the next column."""
    last, behind = "", column + 1
    merged = any(not row.texts[column] for row in rows) and rows[0].texts[column] != ""
    parted = (
        merged
        and behind < len(rows[0].texts)
        and all(not row.texts[behind] or _is_name(row.texts[behind]) for row in rows)
    )
    for row in rows:
        last = row.texts[column] or last
        yield f"{last} {row.texts[behind]}".strip() if parted else last if merged else row.texts[column]


def _plain(text: str) -> str:
    """What a cell says without the unit in brackets behind it."""
    return _IN_BRACKETS.sub("", text).strip() if _bracketed(text) else text


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and not _WHOLE_YEAR.fullmatch(text)


def _is_name(text: str) -> bool:
    return any(map(str.isalpha, text)) and _amount(text, "") is None and not _unit(text)


def _unit(text: str) -> bool:
    """Whether a cell holds a unit and nothing else."""
    if not text or any(map(str.isdecimal, text)):
        return False
    found = find_amounts(f"1{text}") or find_amounts(f"1 {text}")
    known = text in characters(_single)
    return len(found) == 1 and found[0].end >= len(text) and (known or found[0].unit.family != "count")


def _single(words: NumberWords) -> str:
    return words.units.single


def _bracketed(text: str) -> str:
    """The unit in brackets at the end of a name or a head (`粮食产量（万吨）`); empty where none is there."""
    found = _IN_BRACKETS.search(text)
    return found[1].strip() if found and _unit(found[1].strip()) else ""


def _share(unit: str) -> str:
    """The unit of a column where it is a share: what grew by 6 % is no amount of what its row measures. Empty for other units."""
    found = find_amounts(f"1{unit}") if unit else []
    return unit if len(found) == 1 and found[0].unit.family == "percent" else ""


def _amount(text: str, unit: str) -> Amount | None:
    """The amount that a cell holds and nothing else, in the unit of its row or column where it has none of its own."""
    text = clean(text, 0).text
    account = _ACCOUNT.fullmatch(text)
    if account:
        inner = _amount((account["inside"] or account["behind"]).strip(), unit)
        return inner and inner._replace(end=len(text), numbers=tuple(-number for number in inner.numbers))
    own = find_amounts(text)
    if len(own) == 1 and not own[0].start and own[0].end == len(text) and own[0].unit.written:
        return own[0]
    if not _NUMBER.fullmatch(text):
        return None
    for tail in (unit, f" {unit}") if unit else ():
        found = find_amounts(text + tail)
        if len(found) == 1 and found[0].unit.written:
            return found[0]._replace(end=len(text))
    found = find_amounts(text.rstrip("%") + _BARE)
    bare = Unit("%", "percent", Decimal(1), "%") if text.endswith("%") else _NO_UNIT
    return found[0]._replace(end=len(text), unit=bare) if len(found) == 1 else None
