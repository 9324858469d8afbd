"""Footnotes: lines that begin with a mark which stands behind a word of the text above."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import digit

from repdiff.cut.asides_lines import Line, Stretch, ends_sentence
from repdiff.languages.numerals import CIRCLED, circled_value
from repdiff.languages.scripts import RAISED_DIGITS
from repdiff.model.texts import Aside, Source

_MARKDOWN = re.compile(r"\[\^(?P<mark>[^\]\s]{1,40})\]:")
_MARKDOWN_MARK = re.compile(r"(?=\[\^([^\]\s]{1,40})\](?!:))")
_BODY = re.compile(
    rf"(?:\[(?P<square>\d{{1,3}})\]|(?P<raised>[{RAISED_DIGITS}]{{1,3}})|(?P<circled>[{CIRCLED}])|(?P<plain>\d{{1,3}}))"
    r"(?P<gap>\s*)(?=[^\W\d_]|[\"“”‘《(])"
)
_GLUED = "tight"
"""Kind of a circled mark with text right behind it: a list in a sentence has such."""
_STOPS = frozenset('.,;:!?。，；！？”’")）》]')
"""What the mark of a footnote may stand behind, words apart."""
_MARK = re.compile(
    rf"\[(?P<square>\d{{1,3}})\]|(?P<raised>[{RAISED_DIGITS}]{{1,3}})|(?P<circled>[{CIRCLED}])(?=[\s。，；、！？.,;）)]|$)|(?P<tight>[{CIRCLED}])"
    r"|(?P<plain>\d{1,3})(?=[\s.,;)]|$)"
)
_PLAIN_BEHIND = re.compile(r"[a-z]{3}[.,;]?$")
_RULE = re.compile(r"[-_—―─]{3,}")
_TITLE_COLUMNS = 60
"""Columns of the longest title of a list of notes."""
_BOUND = ("circled", "plain")
"""Marks that lists have too: their footnotes stand at the end of a page or of the text, or below a rule."""


class _Note(NamedTuple):
    """A line that may begin a footnote: its number, the kind of its mark, and the mark."""

    line: int
    kind: str
    mark: str


def footnotes(source: Source, lines: Sequence[Line], gone: Sequence[Stretch]) -> Iterator[Stretch]:
    """The footnotes among the lines, in order; `gone` is what was found to be page numbers and running heads."""
    yield from _markdown(source, lines)
    notes = [note for number, line in enumerate(lines) if (note := _note(number, line)) is not None]
    if not notes:
        return
    ends = _page_ends(lines, gone)
    marks: dict[tuple[str, str], int] | None = None
    for group in _groups(lines, notes):
        last = _end(lines, group[-1].line, ends)
        above = group[0].line - 1
        ruled = above >= 0 and _RULE.fullmatch(lines[above].text) is not None
        if above < 0 or (group[0].kind in _BOUND and not ruled and last not in ends):
            continue
        if not ruled and _is_title(lines[above]):
            continue  # a chapter of its own: references, notes
        marks = _marks(source.text) if marks is None else marks
        if not all(_stands_above(marks, lines, note, ruled=ruled) for note in group):
            continue
        yield from _stretches(group, above if ruled else group[0].line, last)


def _stretches(group: Sequence[_Note], first: int, end: int) -> Iterator[Stretch]:
    starts = [first, *(note.line for note in group[1:]), end]
    for start, stop in itertools.pairwise(starts):
        yield Stretch(start, stop, Aside.FOOTNOTE)


def _markdown(source: Source, lines: Sequence[Line]) -> Iterator[Stretch]:
    """Definitions of Markdown's footnotes, with the indented lines below them."""
    if "[^" not in source.text:
        return
    used = {found[1] for found in _MARKDOWN_MARK.finditer(source.text)}
    number = 0
    while number < len(lines):
        start = lines[number].span.start
        begins = source.text.rfind("\n", 0, start) + 1
        found = _MARKDOWN.match(source.text, begins) or _MARKDOWN.match(source.text, start)
        end = number + 1
        if found and found["mark"] in used:
            while end < len(lines) and _hangs(source, lines[end]):
                end += 1
            yield Stretch(number, end, Aside.FOOTNOTE)
        number = end


def _hangs(source: Source, line: Line) -> bool:
    begins = source.text.rfind("\n", 0, line.span.start) + 1
    indent = source.text[begins : line.span.start]
    return indent.startswith(("    ", "\t")) or (bool(indent) and not line.apart)


def _note(number: int, line: Line) -> _Note | None:
    found = _BODY.match(line.text) if not line.cell and not line.heading else None
    if found is None or (found["plain"] and not found["gap"]):
        return None
    kind = next(name for name in ("square", "raised", "circled", "plain") if found[name])
    return _Note(number, kind, found[kind])


def _groups(lines: Sequence[Line], notes: Sequence[_Note]) -> Iterator[list[_Note]]:
    """Notes of one kind that follow each other, each counting on from the one before, with nothing but their own lines between."""
    group: list[_Note] = []
    for note in notes:
        if (
            group
            and note.kind == group[-1].kind
            and _value(note) == _value(group[-1]) + 1
            and _near(lines, group[-1], note)
        ):
            group.append(note)
            continue
        if group:
            yield group
        group = [note]
    if group:
        yield group


def _near(lines: Sequence[Line], one: _Note, two: _Note) -> bool:
    """Whether between two notes stand no more than further lines of the first."""
    return not any(lines[number].apart for number in range(one.line + 1, two.line)) or two.line == one.line + 1


def _value(note: _Note) -> int:
    if note.kind == "circled":
        return circled_value(note.mark)
    return int("".join(str(digit(char)) for char in note.mark))


def _page_ends(lines: Sequence[Line], gone: Sequence[Stretch]) -> set[int]:
    """The numbers of the lines before which a page ends."""
    return {number for number, line in enumerate(lines) if line.feed} | {each.first for each in gone} | {len(lines)}


def _end(lines: Sequence[Line], last: int, ends: set[int]) -> int:
    """Where the last note of a group ends: at a blank line, where a page ends, or behind a whole sentence."""
    end = last + 1
    while end < len(lines) and end not in ends and not lines[end].apart and not ends_sentence(lines[end - 1]):
        end += 1
    return end


def _stands_above(marks: dict[tuple[str, str], int], lines: Sequence[Line], note: _Note, *, ruled: bool) -> bool:
    """Whether the mark of a note stands in the text above it."""
    kinds = (note.kind, _GLUED) if ruled and note.kind == "circled" else (note.kind,)
    start = lines[note.line].span.start
    return any(marks.get((kind, note.mark), start) < start for kind in kinds)


def _is_title(line: Line) -> bool:
    return line.apart and line.width <= _TITLE_COLUMNS and not ends_sentence(line)


def _marks(text: str) -> dict[tuple[str, str], int]:
    """The marks that stand right behind a word or a stop: the kind and the mark of each, and where it stands first."""
    found: dict[tuple[str, str], int] = {}
    for match in _MARK.finditer(text):
        kind, at = match.lastgroup or "", match.start()
        before = text[at - 1 : at]
        if before.isalpha() or before in _STOPS if kind != "plain" else _PLAIN_BEHIND.search(text[max(0, at - 4) : at]):
            found.setdefault((kind, match[kind]), at)
    return found
