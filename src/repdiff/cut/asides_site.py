"""What a site puts around a text: its buttons, the data of the page, the path to it, its imprint, a notice about cookies."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from repdiff.cut.asides_lines import Line, Stretch, ends_sentence
from repdiff.languages import spoken
from repdiff.languages.patterns import Field, joined
from repdiff.languages.record import Language
from repdiff.model.texts import Aside, Source

_ZONE = 40
"""Lines at the beginning and at the end of a text among which a site's are looked for."""
_PROSE, _SENTENCE = 100, 40
"""Columns of a line that is prose at once, and of one that is where it ends a sentence: there the text itself has begun."""
_FEWEST = 2
"""Signs of a site that neighbouring lines show together: one alone may be a word of the text."""
_LONE = 3
"""Lines of one button each that make a menu."""
_NOTICE = 12
"""Lines at either end of a text among which a notice about cookies is looked for."""
_REACH = 3
"""Lines below the notice among which its buttons are."""
_LONGEST_VALUE = 60
"""Code points of what a site tells of its page behind a label."""


class _Words(NamedTuple):
    buttons: re.Pattern[str]
    button: re.Pattern[str]
    label: re.Pattern[str]
    trail: re.Pattern[str]
    imprint: re.Pattern[str]
    accepts: re.Pattern[str]
    notice: re.Pattern[str]


def site_furniture(source: Source, lines: Sequence[Line], gone: Iterable[Stretch]) -> Iterator[Stretch]:
    """What a site puts around the text, in order; `gone` are lines that are left out anyhow."""
    taken = {number for stretch in gone for number in range(stretch.first, stretch.end)}
    free = [number for number in range(len(lines)) if number not in taken]
    words = _words(spoken(source.text))
    found = _notices(lines, free, words)
    rest = [number for number in free if number not in found]
    head = next((at for at, number in enumerate(rest) if _is_prose(lines[number])), len(rest))
    tail = next((at for at, number in enumerate(reversed(rest)) if _is_prose(lines[number])), len(rest))
    opening = min(head, _ZONE)
    ending = max(opening, len(rest) - min(tail, _ZONE))
    found |= _in_zone(lines, rest[:opening], words, last=head == len(rest))
    found |= _in_zone(lines, rest[ending:], words, last=True)
    for first, end in _together(sorted(found)):
        yield Stretch(first, end, Aside.NAVIGATION)


def _is_prose(line: Line) -> bool:
    return line.width >= _PROSE or (line.width >= _SENTENCE and ends_sentence(line))


def _in_zone(lines: Sequence[Line], zone: Sequence[int], words: _Words, *, last: bool) -> set[int]:
    """The lines of a zone that are a site's: neighbours that show at least two signs of it together."""
    found: set[int] = set()
    group: list[int] = []
    signs = 0
    for number in [*zone, -1]:
        shown = _signs(lines[number], words, last=last) if number >= 0 else 0
        if shown:
            group.append(number)
            signs += shown
            continue
        if signs >= _FEWEST and (signs > len(group) or len(group) >= _LONE or _has_label(lines, group, words)):
            found.update(group)
        group, signs = [], 0
    return found


def _has_label(lines: Sequence[Line], group: Sequence[int], words: _Words) -> bool:
    return all(words.label.match(lines[number].text) for number in group)


def _signs(line: Line, words: _Words, *, last: bool) -> int:
    """How many signs of a site a line shows, where it is nothing else; 0 where it may be part of the text."""
    text = line.text
    if not line.short or line.cell or line.heading or text[0] == "#":
        return 0
    if words.buttons.fullmatch(text):
        return len(words.button.findall(text))
    if words.trail.fullmatch(text):
        return _FEWEST
    if last and words.imprint.match(text) and not ends_sentence(line):
        return _FEWEST
    labels = words.label.findall(text)
    if not labels or ends_sentence(line) and not text.endswith(":"):
        return 0
    opens = words.label.match(_without_time(text))
    longest = max(len(part) for part in words.label.split(text))
    return len(labels) if opens and longest <= _LONGEST_VALUE else 0


def _without_time(text: str) -> str:
    """The line without the date and time that it may begin with."""
    return _TIME.sub("", text)


_TIME = re.compile(r"[\W_]*(?:\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}\D{0,3}(?:\d{1,2}:\d\d(?::\d\d)?)?)?[\W_]*")


def _notices(lines: Sequence[Line], free: Sequence[int], words: _Words) -> set[int]:
    """Notices about cookies at either end of the text, with the buttons below them."""
    found: set[int] = set()
    ends = [*range(min(_NOTICE, len(free))), *range(max(_NOTICE, len(free) - _NOTICE), len(free))]
    for at in ends:
        line = lines[free[at]]
        if not words.notice.search(line.text) or line.heading:
            continue
        below = free[at + 1 : at + 1 + _REACH]
        buttons = [number for number in below if words.accepts.fullmatch(lines[number].text)]
        if buttons:
            found.update(range(free[at], buttons[-1] + 1))
    return found


def _together(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of numbers that follow each other, as first and end."""
    first = None
    for number, after in zip(numbers, [*numbers[1:], -1], strict=False):
        first = number if first is None else first
        if after != number + 1:
            yield first, number + 1
            first = None


@cache
def _words(languages: tuple[Language, ...]) -> _Words:
    buttons = _whole(languages, lambda each: each.pages.buttons)
    labels = _whole(languages, lambda each: each.pages.labels)
    label = rf"(?<!\w)(?:{labels})\s*:"
    parts = r"[>»›→/|]"
    trail = _whole(languages, lambda each: each.pages.trail)
    accepts = _whole(languages, lambda each: each.pages.accepts)
    return _Words(
        _uncased(rf"[\W_]*+(?:(?:{label}[\W_]*+)?(?:{buttons})[\W_]*+)+"),
        _uncased(buttons),
        _uncased(label),
        _uncased(rf"[\W_]*(?:{trail})[\W_]*{parts}\s*[^>»›→]{{1,40}}(?:{parts}[^>»›→]{{0,60}}){{0,8}}"),
        _uncased(rf"[\W_]*(?:{_any(languages, lambda each: each.pages.imprint)})"),
        _uncased(rf"[\W_]*+(?:(?:{accepts})[\W_]*+)+"),
        _uncased(_any(languages, lambda each: each.pages.notices)),
    )


def _whole(languages: Iterable[Language], field: Field) -> str:
    """The words of a field, those of scripts with blanks whole."""
    spaced = [each for each in languages if each.spaced]
    others = [each for each in languages if not each.spaced]
    return rf"(?<!\w)(?:{joined(spaced, field)})(?!\w)|{joined(others, field)}"


def _any(languages: Iterable[Language], field: Field) -> str:
    return joined(languages, field)


def _uncased(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
