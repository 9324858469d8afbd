"""Reports as Markdown (CommonMark with the tables and strike-through of GitHub): what left is ~~struck~~, what came is **bold**.

Nothing of the documents is ever taken for markup, and no text but ours is added, save a zero-width space inside a mark that would not
count as one between a sign and a letter (`增长~~7%~~以上`).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from repdiff.renderers.shorter import shorter
from repdiff.report.nouns import Context, Fold, Part, Passage, Report, Row, Table
from repdiff.report.runs import Run, visible

_MARKS = {"delete": "~~", "move_from": "~~", "insert": "**", "move_to": "**", "heading": "**"}
_TOP = 2  # the level of the outermost parts
_HOLDS = "\u200b"  # neither blank nor punctuation: what stands beside it opens and closes


def render(report: Report) -> str:
    """The report as text that ends with a newline; a comparison has at most `view.limit` characters, and says what it leaves out."""
    if report.job != "comparison" or not report.view.limit:
        return _whole(report)
    return shorter(report, report.view.limit, _whole)


def _whole(report: Report) -> str:
    blocks = [*_head(report), *_body(report)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(report: Report) -> Iterator[str]:
    yield f"# {_safe(report.title)}"
    yield _safe(report.sentence)
    yield "\n".join(f"- {_text(line)}" for line in report.head)
    for note in report.notes:
        yield f"> {_safe(note)}"
    for table in report.tables:
        if table.rows:
            yield f"**{_safe(table.title)}**" if table.title else ""
            yield _table(table)


def _body(report: Report) -> Iterator[str]:
    parts = [part for part in report.parts if part.in_list]
    if report.view.numbers or report.view.stat:
        return
    if not any(part.listed or part.table for part in parts):
        yield "\n".join(map(_entry, parts))
    else:
        for part in parts:
            yield from _part(part)
    if not parts:
        yield _safe(report.nothing)


def _entry(part: Part) -> str:
    """A part that is but a title, as an entry of a list of contents."""
    notes = "".join(f" *{_text(note)}*" for note in part.notes if any(run.text for run in note))
    return f"{'  ' * (part.level - _TOP)}- {_safe(part.title)}{f' ({part.place})' if part.place else ''}{notes}"


def _part(part: Part) -> Iterator[str]:
    place = f" ({part.place})" if part.place else ""
    title = " ".join(filter(None, (part.sign, part.title)))
    yield f"{'#' * part.level} {_safe(title)}{place}"
    for note in part.notes:
        yield f"*{_text(note)}*"
    if part.table is not None and part.table.rows:
        yield _table(part.table)
    yield "\n".join(line for row in part.listed for line in _listed(row))


def _listed(row: Row | Context | Fold) -> Iterator[str]:
    if isinstance(row, Fold):
        yield f"- *{_safe(row.text)}*"
    elif isinstance(row, Context):
        yield from (f"- {_passage(passage, row.row)}" for passage in row.row.new)
    else:
        yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    """What became of it, then each side behind its name; one side alone stands in the same line."""
    said = ", ".join(_safe(each) for each in (row.role, row.detail) if each)
    verdict = f"**{_safe(row.verdict)}**" if row.verdict else ""
    head = " ".join(filter(None, (verdict, _safe(row.name), f"({said})" if said else "")))
    lone = row.verdict and not (row.old and row.new) and len(row.old) + len(row.new) == 1
    if lone:
        yield f"- {head} {_passage((*row.old, *row.new)[0], row)}"
    else:
        yield f"- {head}"
        for name, passages in zip(row.called, (row.old, row.new), strict=True):
            called = f"{_safe(name)} " if name else ""
            yield from (f"  - {called}{_passage(passage, row)}" for passage in passages)
    yield from (f"  - *{_text(aside)}*" for aside in row.asides)


def _passage(passage: Passage, row: Row) -> str:
    text = _text(row.in_list(passage))
    return f"{passage.place}: {text}" if passage.place else text


def _table(table: Table) -> str:
    rows = [f"| {' | '.join(_safe(cell) for cell in row)} |" for row in (table.columns, *table.rows)]
    return "\n".join((rows[0], "|" + " --- |" * len(table.columns), *rows[1:]))


def _text(runs: Iterable[Run]) -> str:
    """Runs with their marks; neighbours under the same mark are one, blanks at its ends stand outside."""
    found = [(mark, _safe("".join(run.text for run in group))) for mark, group in groupby(runs, key=_mark)]
    return "".join(_marked(found, index) for index in range(len(found)))


def _mark(run: Run) -> str:
    return _MARKS.get(run.style, "")


def _marked(found: Sequence[tuple[str, str]], index: int) -> str:
    mark, text = found[index]
    inner = text.strip()
    if not mark or not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    left = before or (found[index - 1][0] or found[index - 1][1] if index else " ")
    right = after or (found[index + 1][0] or found[index + 1][1] if index + 1 < len(found) else " ")
    opening = _HOLDS if _is_sign(inner[0]) and not _parts(left[-1:]) else ""
    closing = _HOLDS if _is_sign(inner[-1]) and not _parts(right[:1]) else ""
    return f"{before}{mark}{opening}{inner}{closing}{mark}{after}"


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _parts(char: str) -> bool:
    return not char or char.isspace() or _is_sign(char)


@cache
def _live() -> re.Pattern[str]:
    """What Markdown would obey: its signs anywhere, those of lists and rules where a text begins, addresses that become links."""
    anywhere = r"[\\`*_{}\[\]<>#|~&$^]|:(?=//)|(?<=www)\."
    first = r"^[-+=](?=[-+=\s]|$)|(?:(?<=^\d)|(?<=^\d\d)|(?<=^\d{3})|(?<=^\d{4}))[.)](?=\s|$)"
    return re.compile(f"{anywhere}|{first}", re.IGNORECASE)


def _safe(text: str) -> str:
    """The text on one line, with a backslash before each sign that would be markup."""
    return _live().sub(r"\\\g<0>", visible(text))
