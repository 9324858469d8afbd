"""Lines for a terminal: where a text may be broken."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from repdiff.report.runs import CLOSING, OPENING, WIDE, Run, visible, width

Line = list[Run]
"""Runs that stand behind each other on a terminal."""

_MARK_OPEN = r"\[-|\{\+|\[>|\{>"
_MARK_CLOSE = r"-\]|\+\}|>\]|>\}"


@cache
def _piece() -> re.Pattern[str]:
    """An unbreakable piece: one wide character or one run of others, with the marks that may not leave it and the blanks behind it."""
    return re.compile(
        rf"(?:{_MARK_OPEN}|[{OPENING}])*"
        rf"(?:[{WIDE}]|[^\s{WIDE}{OPENING}{CLOSING}]+(?:[{CLOSING}]+[^\s{WIDE}{OPENING}{CLOSING}]+)*)?"
        rf"(?:{_MARK_CLOSE}|[{CLOSING}\u0300-\u036f\u3099\u309a\ufe00-\ufe0f])*\s*",
    )


def pad(line: Sequence[Run], columns: int) -> Line:
    """The line filled with blanks up to `columns`."""
    missing = columns - sum(width(run.text) for run in line)
    return [*line, Run(" " * missing)] if missing > 0 else list(line)


def wrap(runs: Sequence[Run], columns: int) -> list[Line]:
    """Break runs into lines of at most `columns`; 0 columns give one line.

    Breaks stand at blanks and around East Asian characters, never before closing nor behind opening punctuation; what
    is longer than a line is broken anywhere.
    """
    text = "".join(run.text for run in runs)
    if not columns or width(text) <= columns:
        return [[run for run in runs if run.text]]
    return _cut(runs, list(_line_ends(text, columns)))


def _line_ends(text: str, columns: int) -> Iterable[int]:
    """Where each line ends, as offsets into the text; the last is its length."""
    start = used = 0
    for piece in _piece().findall(text):
        taken = width(piece)
        if used and used + taken > columns and used + width(piece.rstrip()) > columns:
            yield start
            used = 0
        if taken > columns and width(piece.rstrip()) > columns:
            cuts = _breaks(piece, columns)
            yield from (start + cut for cut in cuts)
            taken = width(piece[cuts[-1] :])
        used += taken
        start += len(piece)
    yield len(text)


def _breaks(text: str, columns: int) -> list[int]:
    """Where a word that is longer than a line is broken, as offsets into it."""
    cuts, used = [], 0
    for index, char in enumerate(text):
        if used and used + width(char) > columns:
            cuts.append(index)
            used = 0
        used += width(char)
    return cuts


def _cut(runs: Sequence[Run], ends: list[int]) -> list[Line]:
    lines: list[Line] = [[]]
    wanted = iter(ends)
    end, done = next(wanted), 0
    for run in runs:
        text = run.text
        while done + len(text) > end:
            head, text = text[: end - done], text[end - done :]
            lines[-1].append(Run(head, run.style))
            lines.append([])
            done, end = end, next(wanted)
        if text:
            lines[-1].append(Run(text, run.style))
            done += len(text)
    return [_stripped(line) for line in lines if line]


def _stripped(line: Line) -> Line:
    """The line without blanks at its end: they would push a bordered line over the edge."""
    kept = [run for run in line if run.text]
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[-1] = Run(kept[-1].text.rstrip(), kept[-1].style)
    return kept


def shown(runs: Iterable[Run]) -> Line:
    """Runs with nothing in them that a terminal would obey."""
    return [Run(visible(run.text), run.style) for run in runs]
