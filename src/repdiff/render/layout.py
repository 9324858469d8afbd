"""Lines for a terminal: what may be shown of a text, how wide it is, where it may be broken."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from repdiff.languages.scripts import WIDE_LETTERS

# What a terminal would obey instead of showing: C0 and C1 controls, line separators, bidi embeddings, overrides and
# isolates; and lone surrogates, which no encoding can carry. Joiners and direction marks stay: Persian, Indic scripts
# and emoji need them.
_OBEYED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_OPEN = r"“‘（《〈【「『〔〖［｛(\[{<"
_CLOSE = r"，。！？；：、”’）》〉】」』〕〗］｝…—～·％‰,.!?;:)\]}%>"
_MARK_OPEN = r"\[-|\{\+|\[>|\{>"
_MARK_CLOSE = r"-\]|\+\}|>\]|>\}"


@cache
def _piece() -> re.Pattern[str]:
    """An unbreakable piece: one wide character or one run of others, with the marks that may not leave it and the blanks behind it."""
    return re.compile(
        rf"(?:{_MARK_OPEN}|[{_OPEN}])*"
        rf"(?:[{WIDE_LETTERS}]|[^\s{WIDE_LETTERS}{_OPEN}{_CLOSE}]+(?:[{_CLOSE}]+[^\s{WIDE_LETTERS}{_OPEN}{_CLOSE}]+)*)?"
        rf"(?:{_MARK_CLOSE}|[{_CLOSE}\u0300-\u036f\u3099\u309a\ufe00-\ufe0f])*\s*",
    )


_JOINED = re.compile(r"[\u200d\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")
_LINE_BREAK = re.compile(r"[ \t]*[\n\v\f\r\x85][ \t\n\v\f\r\x85]*")


@cache
def _wide_char() -> re.Pattern[str]:
    return re.compile(rf"[{WIDE_LETTERS}{_OPEN}{_CLOSE}]")


class Run(NamedTuple):
    """Characters of one style; the style is a name of `terminal.STYLES`, empty for plain."""

    text: str
    style: str = ""


Line = list[Run]


def visible(text: str) -> str:
    """The text with controls as escapes (`\\x1b`), and line breaks as a blank, or as nothing between East Asian
    characters."""
    if text.isprintable():
        return text
    joined = _LINE_BREAK.sub(_join, text).replace("\t", " ")
    return _OBEYED.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), joined)


def _join(found: re.Match[str]) -> str:
    text = found.string
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    return "" if _wide_char().match(before) and _wide_char().match(after) else " "


def width(text: str) -> int:
    """Columns that the text takes."""
    if text.isascii():
        return len(text)
    # Only joiners and variation selectors make a cluster take other columns than its characters: the slow count is for them.
    return cell_len(text) if _JOINED.search(text) else sum(map(_columns, text))


@lru_cache(maxsize=8192)
def _columns(char: str) -> int:
    return cell_len(char)


def clip(text: str, columns: int) -> str:
    """The text cut to at most `columns`, with an ellipsis where something was cut; 0 columns cut nothing."""
    if not columns or width(text) <= columns:
        return text
    kept = 0
    for index, char in enumerate(text):
        kept += width(char)
        if kept > columns - 1:
            return text[:index] + "…"
    return text


def pad(line: Line, columns: int) -> Line:
    """The line filled with blanks up to `columns`."""
    missing = columns - sum(width(run.text) for run in line)
    return [*line, Run(" " * missing)] if missing > 0 else line


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
