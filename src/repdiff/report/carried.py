"""What goes and what comes between two texts, for a program that writes it into a copy of the new file."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from repdiff.cut.marked import flat_of, paragraphs_of
from repdiff.model.document import Document
from repdiff.model.links import Comparison, Op
from repdiff.model.revision import Step
from repdiff.model.texts import Source, Span, What
from repdiff.report.remarks import Remarks
from repdiff.report.revision import revise
from repdiff.report.runs import visible


class Gone(NamedTuple):
    """Characters of the old text that are gone: where they would stand in the new text, as a reader was shown them, a newline only as
    the last where a paragraph ended. `level` is that of the heading that they stood in, else 0; a `label` only numbered its sentence.
    """

    at: int
    text: str
    level: int = 0
    label: bool = False


class Carried(NamedTuple):
    """The new text and what differs: the spans that came, what is gone, the spans of its headings with their levels; and what is remarked
    on it, each where it stands in the new text, as lines: the first on the whole.
    """

    text: str
    came: tuple[Span, ...]
    gone: tuple[Gone, ...]
    headings: tuple[tuple[Span, int], ...]
    remarks: tuple[tuple[int, tuple[str, ...]], ...] = ()


def carried(comparison: Comparison, remarks: Remarks | None = None) -> Carried:
    """The changes of a comparison, with what is remarked on them.

    Line breaks of the old text that only wrapped its paragraphs are blanks, its empty lines are none.
    """
    new = comparison.new.source
    old = _Shown(comparison.old)
    came: list[Span] = []
    gone: list[Gone] = []
    places: dict[int, int] = {}
    for step in revise(comparison, False):
        if remarks is not None and (number := remarks.of(step)):
            places.setdefault(number, step.new.start)
        if step.op is Op.EQUAL:
            came += _broken(step, old, new.text, gone)
        elif step.old.start < step.old.end:
            gone += old.gone(step.old, step.new.start)
        else:
            came.append(step.new)
    headings = tuple((mark.span, mark.level) for mark in new.marks if mark.what is What.HEADING)
    return Carried(new.text, *_without_same(new.text, came, gone), headings, _remarked(remarks, places))


def _remarked(remarks: Remarks | None, places: dict[int, int]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    found = remarks.found if remarks is not None else []
    return tuple((places.get(number, 0), lines) for number, lines in enumerate(found, 1))


def _broken(step: Step, old: "_Shown", text: str, gone: list[Gone]) -> Iterator[Span]:
    """The line breaks of an equal stretch that only wrapped the old text and end a paragraph of the new one."""
    at = text.find("\n", *step.new)
    while at >= 0:
        there = step.old.start + at - step.new.start
        if old.chars[there] != "\n":
            gone += old.gone(Span(there, there + 1), at)
            yield Span(at, at + 1)
        at = text.find("\n", at + 1, step.new.end)


def _without_same(text: str, came: list[Span], gone: list[Gone]) -> tuple[tuple[Span, ...], tuple[Gone, ...]]:
    """The same without what came where just that is gone: a line was wrapped there, or a number of another paragraph is this one's."""
    lasts = {each.at: each for each in gone}
    same = {
        span.start: len(last.text) for span in came if (last := lasts.get(span.start)) and _begins(text, span, last)
    }
    left = (Span(span.start + same.get(span.start, 0), span.end) for span in came)
    kept = tuple(each for each in gone if each.at not in same or each is not lasts[each.at])
    return tuple(
        _slid(text, [span for span in left if span.start < span.end], sorted({each.at for each in kept}))
    ), kept


def _begins(text: str, span: Span, last: Gone) -> bool:
    return "\n" not in last.text and len(last.text) <= span.end - span.start and text.startswith(last.text, span.start)


def _slid(text: str, came: Iterable[Span], gaps: Sequence[int]) -> Iterator[Span]:
    """The spans that came, one that begins with the end of a line and is followed by the same characters so moved that whole lines came."""
    spans: list[Span] = []
    for span in came:
        spans[-1:] = [Span(spans[-1].start, span.end)] if spans and spans[-1].end == span.start else [*spans[-1:], span]
    for index, (start, end) in enumerate(spans):
        by = text.find("\n", start, end) - start
        limit = spans[index + 1].start if index + 1 < len(spans) else len(text)
        free = by > 0 and end + by <= limit and text[start : start + by] == text[end : end + by]
        if free and bisect_right(gaps, start) == bisect_right(gaps, end + by):
            yield Span(start + by, end + by)
        else:
            yield Span(start, end)


class _Shown:
    """The characters of a document as a reader is shown them: one for each code point, or none."""

    def __init__(self, document: Document) -> None:
        self.chars = _chars(document.source)
        self._labels = _filled(
            len(self.chars), (Span(s.span.start, s.span.start + s.numbering) for s in document.sentences if s.numbering)
        )
        self._levels = [0] * len(self.chars)
        for (start, end), what, level in document.source.marks:
            if what is What.HEADING:
                self._levels[start : min(end + 1, len(self.chars))] = [level] * (min(end + 1, len(self.chars)) - start)

    def gone(self, span: Span, at: int) -> Iterator[Gone]:
        """A span of it as what is gone at a place of the new text."""
        places = [place for place in range(*span) if self.chars[place]]
        line = 0
        lines: dict[int, int] = {}
        for place in places:
            lines[place] = line
            line += self.chars[place] == "\n"
        for key, run in groupby(places, key=lambda each: (lines[each], bool(self._labels[each]), self._levels[each])):
            yield Gone(at, "".join(self.chars[place] for place in run), key[2], key[1])


def _filled(length: int, spans: Iterable[Span]) -> bytearray:
    found = bytearray(length)
    for start, end in spans:
        found[start:end] = b"\1" * (end - start)
    return found


def _chars(source: Source) -> list[str]:
    """What is shown of each code point: nothing of signs, a newline where a paragraph ends, a blank where a line was only wrapped."""
    found = list(source.text)
    for start, end in (mark.span for mark in source.marks if mark.what is What.SIGN):
        found[start:end] = [""] * (end - start)
    if source.hard_lines:
        return found
    done = 0
    for start, end in [*paragraphs_of(flat_of(source)), Span(len(found), len(found))]:
        _gap(found, done, start)
        _wrapped(found, source.text, start, end)
        done = end
    last = max((at for at, char in enumerate(found) if char), default=-1)
    if last >= 0 and found[last] == "\n":
        found[last] = ""
    return found


def _gap(found: list[str], start: int, end: int) -> None:
    """Between two paragraphs: the first newline behind what is shown counts."""
    ended = start == 0
    for at in range(start, end):
        if found[at] == "\n" and not ended:
            ended = True
        elif found[at].isspace():
            found[at] = ""
        elif found[at]:
            ended = False


def _wrapped(found: list[str], text: str, start: int, end: int) -> None:
    """Within a paragraph: a newline with the blanks around it is one blank, or nothing between East Asian characters."""
    at = text.find("\n", start, end)
    while at >= 0:
        first, last = at, at + 1
        while first > start and text[first - 1].isspace():
            first -= 1
        while last < end and text[last].isspace():
            last += 1
        glue = visible(text[max(first - 1, start) : last + 1])[1:-1]
        found[first:last] = [glue, *[""] * (last - first - 1)]
        at = text.find("\n", last, end)
