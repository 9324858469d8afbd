"""How the words of a document are set: what its marks and the signs of Markdown say is strong, emphasised, code, a link, a bullet."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from repdiff.model.texts import Mark, Source, Span, What
from repdiff.report.nouns import Setting

_MARKED = {What.BOLD: "strong", What.ITALIC: "emphasis", What.UNDERLINE: "underline", What.STRIKE: "strike"}
_BULLET = re.compile(r"[-*+](?=[ \t])")
_LONGEST = 2_000
"""Code points that a stretch may be long: a sign whose partner stands further off is none of this sentence."""


class _Open(NamedTuple):
    """A sign that waits for its partner: what it is, and where the words behind it begin."""

    sign: str
    at: int


class Settings:
    """The settings of one source, looked up by span."""

    def __init__(self, source: Source) -> None:
        self._source = source
        found = sorted({*_of_marks(source.marks), *_of_signs(source), *_of_lists(source)})
        self._found = found
        self._starts = [each.start for each in found]
        self._reach = max((each.end - each.start for each in found), default=0)

    def of(self, span: Span) -> tuple[Setting, ...]:
        """How the characters of a span are set, by offsets in what of it is shown (`Source.shown`)."""
        if not self._found:
            return ()
        first = bisect_left(self._starts, span.start - self._reach)
        last = bisect_right(self._starts, span.end)
        return tuple(self._shown(each, span) for each in self._found[first:last] if _meets(each, span))

    def _shown(self, each: Setting, span: Span) -> Setting:
        start, end = max(each.start, span.start), min(each.end, span.end)
        before = len(self._source.shown(Span(span.start, start)))
        return Setting(before, before + len(self._source.shown(Span(start, end))), each.style)


def _meets(each: Setting, span: Span) -> bool:
    return each.start < span.end and span.start < each.end


def _of_marks(marks: Iterable[Mark]) -> Iterator[Setting]:
    for mark in marks:
        style = _MARKED.get(mark.what)
        if style is not None and mark.level == 0:
            yield Setting(*mark.span, style)


def _of_signs(source: Source) -> Iterator[Setting]:
    """Code and links: what stands between two signs of Markdown that belong together, of which its reader marks both."""
    waiting: list[_Open] = []
    for mark in source.marks if source.kind == "md" else ():
        if mark.what is not What.SIGN:
            continue
        text, (start, end) = source.quote(mark.span), mark.span
        waiting = [each for each in waiting if start - each.at <= _LONGEST]
        opening, closing, style = _read(text)
        partner = next((k for k in range(len(waiting) - 1, -1, -1) if waiting[k].sign == closing), -1)
        if closing and partner >= 0:
            yield Setting(waiting[partner].at, start, style)
            del waiting[partner:]
        elif opening:
            waiting.append(_Open(opening, end))


def _read(text: str) -> tuple[str, str, str]:
    """What a sign opens, what it closes, and how what it closes is set."""
    if text and not text.strip("`"):
        return text, text, "code"
    return ("[", "", "") if text == "[" else ("", "[", "link") if text.startswith("]") else ("", "", "")


def _of_lists(source: Source) -> Iterator[Setting]:
    """Bullets of items, and what parts the cells of a row."""
    if source.kind != "md":
        return
    last = None
    for mark in source.marks:
        if mark.what is What.ITEM and (bullet := _BULLET.match(source.text, mark.span.start)) is not None:
            yield Setting(*bullet.span(), "bullet")
        if mark.what is What.CELL:
            yield from _borders(source.text, last, mark.span)
            last = mark.span


def _borders(text: str, last: Span | None, cell: Span) -> Iterator[Setting]:
    """The bars before a cell, and behind the last one of its row."""
    start = (
        last.end
        if last is not None and "\n" not in text[last.end : cell.start]
        else text.rfind("\n", 0, cell.start) + 1
    )
    for at in range(start, cell.start):
        if text[at] == "|":
            yield Setting(at, at + 1, "border")
    line_end = text.find("\n", cell.end)
    rest = text[cell.end : line_end if line_end >= 0 else len(text)]
    if rest.strip() == "|":
        at = cell.end + rest.index("|")
        yield Setting(at, at + 1, "border")
