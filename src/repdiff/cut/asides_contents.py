"""Contents pages: runs of titles that lead to a page, are links into the text, or come again below as headings."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from repdiff.cut.asides_lines import Line, Stretch, ends_sentence, runs_on
from repdiff.cut.headings import style_of
from repdiff.languages import all_languages
from repdiff.languages.marks import BULLETS, LEADERS
from repdiff.languages.patterns import joined
from repdiff.model.texts import Aside, Source

_PAGE = r"(?:[(\[]?[-–—]?\s?\d{1,4}\s?[-–—]?[)\]]?|[ivxlc]{1,7}|[IVXLC]{1,7})"
_PAGE_ENDS = "-–—)]ivxlcIVXLC"
"""What the page of a title ends with, where that is no digit."""
_LED = re.compile(rf"\S.*?\s*{LEADERS}\s*{_PAGE}(?=\s|$)")
_ENDS_LED = re.compile(rf"{LEADERS}\s*(?P<page>{_PAGE})$")
_APART = re.compile(rf"\S(?:\t+|[ \u00a0]{{2,}}|\u3000+)\s*(?P<page>{_PAGE})$")
_NEAR = re.compile(rf"\S.*\s(?P<page>{_PAGE})$")
_PAGE_ALONE = re.compile(_PAGE)
_ANCHOR = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])?\s*\[[^\]\n]{1,200}\]\(\s*<?#[^)\n]*\)[\s.…·]*(?:\d{1,4})?\s*$")
_DIGITS = re.compile(r"\d+")
_PAGE_BEHIND = re.compile(r"\d{1,4}$")
_NUMBER = 12
"""Code points at the head of a line in which its number stands."""
_DECORATION = re.compile(r"[\W_]+")
_OPENS = re.compile(r"[\w#§\"“‘«‹《〈「『【〔(\[¿¡]")
"""What a title begins with: a letter, a number, or a sign that leads to one; others begin drawings and code."""
_HEAD = re.compile(r"[^。:!?]{2,60}?(?=[。:!?]|\.\s)")
_FEWEST = 3
"""Titles of a contents page that nothing else shows to be one; where its own title stands above it two are enough."""
_FEWEST_CALLED = 2
_AGAIN = 0.5
"""Share of the titles that come again below from which pages behind them are those of a contents page."""
_ALL_AGAIN = 0.75
"""The same share where no page stands behind them."""
_PENDING = 2
"""Lines in a row that may be the beginning of a longer title, or the titles of parts without a page."""
_SPREAD = 2
"""How many times farther apart the titles stand below than on the contents page: a text pasted twice has them as near."""
_TRIED = 20
"""Entries up to which a run that is no contents page is tried again from its second line on: its first may be another title."""
_SHORTEST_KEY = 2
"""Letters of a title that can be known again."""
_TITLE_COLUMNS = 160
"""Columns of the longest title of a contents page with its page."""
_CALLED_COLUMNS = 40
"""Columns of the longest title of a contents page itself."""


class _Again(NamedTuple):
    """Where titles stand as lines, heads of lines, or pairs of lines: for each key the numbers of the lines; and the keys of each line
    that may be a title, with and without its number.
    """

    lines: dict[str, list[int]]
    keys: dict[int, tuple[str, str]]

    def below(self, key: str, line: int) -> int | None:
        """The first line behind that one which bears the title; None where none does."""
        found = self.lines.get(key, ())
        at = bisect_right(found, line)
        return found[at] if at < len(found) else None


class _Run(NamedTuple):
    """Lines from `first` to `end`; those that are entries, how many of these lead to a page or into the text, where they come again."""

    first: int
    end: int
    entries: tuple[int, ...]
    led: int
    again: tuple[int, ...]


def contents_pages(source: Source, lines: Sequence[Line]) -> Iterator[Stretch]:
    """The contents pages of a source, in order."""
    called = [number for number, line in enumerate(lines) if _is_called(line)]
    if not called and not _may_have_one(lines, source):
        return
    again = _again(lines)
    titled = set(called)
    at = 0
    while at < len(lines):
        begins = at + 1 if at in titled else at
        run = _run(source, lines, begins, again, called=at in titled)
        if run is not None and _is_contents(source, lines, run, called=at in titled):
            yield Stretch(at, run.end, Aside.CONTENTS)
            at = run.end
        else:
            at = run.end if run is not None and len(run.entries) > _TRIED else at + 1


def _is_called(line: Line) -> bool:
    """Whether a line is the title of a contents page."""
    if line.width > _CALLED_COLUMNS:
        return False
    bare = "".join(line.text.split()) if not line.text.isascii() else " ".join(line.text.split())
    return _called().fullmatch(bare) is not None


@cache
def _called() -> re.Pattern[str]:
    words = joined(all_languages(), lambda each: each.pages.contents)
    unspaced = words.replace(" ", r"\s*")
    return re.compile(rf"[\W_]*(?:{unspaced})[\W_]*", re.IGNORECASE)


def _may_have_one(lines: Sequence[Line], source: Source) -> bool:
    """Whether enough lines lead to pages or into the text, or stand in the text twice, for a contents page without a title."""
    if sum(line.width <= _TITLE_COLUMNS and _led_to(line.text) is not None for line in lines) >= _FEWEST:
        return True
    if source.text.count("](#") >= _FEWEST:
        return True
    last = {line.text: number for number, line in enumerate(lines) if line.short and not line.cell}
    row = 0
    for number, line in enumerate(lines):
        title = line.text.lstrip(f"{BULLETS} ") if line.item else line.text
        row = row + 1 if last.get(title, -1) > number and not ends_sentence(line) else 0
        if row >= _FEWEST:
            return True
    return False


def _led_to(text: str) -> re.Match[str] | None:
    """The dots and the page at the end of a line."""
    return _ENDS_LED.search(text) if _ends_as_pages(text) else None


def _ends_as_pages(text: str) -> bool:
    # Most lines end otherwise, and need not be searched for dots or blanks before a page.
    return text[-1:].isdigit() or text[-1:] in _PAGE_ENDS or text[-1:].isspace()


def _key(text: str) -> str:
    """What is compared of a title: its letters and digits, without the page behind it."""
    led = _led_to(text)
    apart = None if led or not _ends_as_pages(text) else _APART.search(text)
    bare = text[: led.start()] if led else text[: apart.start() + 1] if apart else text
    return _DECORATION.sub("", bare).casefold()


def _unnumbered(text: str) -> str:
    """The key of a title without the number in front of it: a contents page may count what its text does not."""
    style = style_of(text[:_NUMBER])
    return _key(text[style[2] :]) if style else ""


def _again(lines: Sequence[Line]) -> _Again:
    found: dict[str, list[int]] = {}
    keys: dict[int, tuple[str, str]] = {}
    before: tuple[int, str] | None = None
    for number, line in enumerate(lines):
        if line.width > _TITLE_COLUMNS or ends_sentence(line):
            head = _HEAD.match(line.text[: _CALLED_COLUMNS * 2])
            if head:
                found.setdefault(_DECORATION.sub("", head[0]).casefold(), []).append(number)
            before = None
            if line.width > _TITLE_COLUMNS:
                continue
        key = _key(line.text)
        keys[number] = (key, _unnumbered(line.text))
        for each in set(keys[number]):
            found.setdefault(each, []).append(number)
        if before:
            found.setdefault(before[1] + key, []).append(before[0])
        before = (number, key)
    return _Again(found, keys)


def _run(source: Source, lines: Sequence[Line], first: int, again: _Again, *, called: bool) -> _Run | None:
    """The longest run of entries from a line on; None where it is none."""
    entries: list[int] = []
    found: list[int] = []
    seen: set[str] = set()
    led, end, pending = 0, first, ""
    waiting = 0
    for number in range(first, len(lines)):
        line = lines[number]
        if line.width > _TITLE_COLUMNS:
            break
        key, unnumbered = again.keys[number]
        leads = _leads(source, line, called=called)
        if not leads and (key in seen or ends_sentence(line)):
            break
        below = _below(again, (key, pending + key, unnumbered), number)
        if leads or below is not None:
            entries.append(number)
            led += leads
            found += [below] if below is not None else []
            seen.update((key, pending + key))
            end, pending, waiting = number + 1, "", 0
        elif waiting < _PENDING and (called or led):
            waiting += 1
            pending += key if not _PAGE_ALONE.fullmatch(line.text) else ""
        else:
            break
    return _Run(first, end, tuple(entries), led, tuple(found)) if entries else None


def _below(again: _Again, keys: Iterable[str], number: int) -> int | None:
    """Where a title comes again below, by any of its keys: whole, as the end of a longer one, without its number or its page."""
    for key in keys:
        for wanted in (key, _PAGE_BEHIND.sub("", key)):
            below = again.below(wanted, number) if len(wanted) >= _SHORTEST_KEY else None
            if below is not None:
                return below
    return None


def _leads(source: Source, line: Line, *, called: bool) -> bool:
    """Whether a line leads to a page or into the text by its form."""
    if line.width > _TITLE_COLUMNS:
        return False
    if _led_to(line.text):
        return True
    if line.cell:
        return False
    if _ANCHOR.match(source.text, _line_start(source.text, line.span.start), _line_end(source.text, line.span.end)):
        return True
    return called and bool(_APART.search(line.text) or (_NEAR.match(line.text) and not ends_sentence(line)))


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _is_contents(source: Source, lines: Sequence[Line], run: _Run, *, called: bool) -> bool:
    """Whether a run of entries is a contents page."""
    count, again = len(run.entries), len(run.again)
    if count < (_FEWEST_CALLED if called else _FEWEST):
        return False
    if run.led >= count * _ALL_AGAIN:
        return _rises(lines, run) and (called or again >= _AGAIN * count)
    if again < _ALL_AGAIN * count or not _spread(lines, run):
        return False
    return called or _only_titles(source, lines, run)


def _rises(lines: Sequence[Line], run: _Run) -> bool:
    """Whether the pages of a run go up; where several entries stand on a line, they are in no order."""
    pages = []
    for number in run.entries:
        text = lines[number].text
        if len(_LED.findall(text)) > 1:
            return True
        page = _led_to(text) or _APART.search(text) or _NEAR.match(text)
        digits = _DIGITS.search(page["page"]) if page else None
        pages += [int(digits[0])] if digits else []
    return all(one <= two for one, two in pairwise(pages))


def _spread(lines: Sequence[Line], run: _Run) -> bool:
    """Whether the titles come again in their order, with text between them."""
    ordered = sorted(set(run.again))
    if len(ordered) < _FEWEST_CALLED or list(run.again) != sorted(run.again):
        return False
    listed = lines[run.end - 1].span.end - lines[run.first].span.start
    last = min(ordered[-1] + 1, len(lines) - 1)
    return lines[last].span.end - lines[ordered[0]].span.start >= _SPREAD * listed


def _only_titles(source: Source, lines: Sequence[Line], run: _Run) -> bool:
    """Whether a run that nothing announces is nothing but titles: no list that a sentence leads over to, no items, no labels of a table."""
    if run.first and lines[run.first - 1].text.endswith((":", ",", "、")):
        return False
    listed = [lines[number] for number in run.entries]
    if any(line.cell or line.item or line.text[0] in BULLETS or not _OPENS.match(line.text) for line in listed):
        return False
    if any(runs_on(one, two) for one, two in pairwise(lines[max(0, run.first - 1) : run.end + 1])):
        return False
    between = (lines[one + 1 : two] for one, two in pairwise(sorted(set(run.again))))
    prose = sum(any(ends_sentence(line) or not line.short for line in part) for part in between)
    return prose >= _AGAIN * (len(run.again) - 1)
