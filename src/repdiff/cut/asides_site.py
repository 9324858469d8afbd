"""What a site puts around a text: its buttons, the data of the page, the path to it, its imprint, a notice about cookies."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from repdiff.cut.asides_lines import Line, Stretch, ends_sentence, runs_on
from repdiff.languages import spoken
from repdiff.languages.patterns import Field, joined
from repdiff.languages.record import Language
from repdiff.model.texts import Aside, Source

_ZONE = 40
"""Lines at the beginning and at the end of a text among which a site's are looked for."""
_ENDS = 4000
"""Code points at the beginning and at the end of a text that show its languages: a site's words are among them."""
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


_VALUE = 40
"""Columns of the longest value that stands on the line below its label."""
_SIGNS = "©ⓒ℗®"
"""Signs of rights."""
_DAY = r"\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}\D{0,3}"
_HOUR = r"\d{1,2}\D\d\d(?:\D\d\d)?\D?"
_TIME = re.compile(rf"[\W_]*(?:{_DAY}(?:{_HOUR})?)?[\W_]*")
_STAMP = re.compile(rf"[\W_]*{_DAY}{_HOUR}[\W_]*")
"""A day with an hour, as sites write when they put a page up: the date of a document has no hour."""


class _Group(NamedTuple):
    """Neighbouring lines that show signs of a site, and how many signs."""

    lines: tuple[int, ...]
    signs: int


class _Words(NamedTuple):
    buttons: re.Pattern[str]
    button: re.Pattern[str]
    label: re.Pattern[str]
    trail: re.Pattern[str]
    imprint: re.Pattern[str]
    accepts: re.Pattern[str]
    accept: re.Pattern[str]
    notice: re.Pattern[str]


def site_furniture(source: Source, lines: Sequence[Line], gone: Iterable[Stretch]) -> Iterator[Stretch]:
    """What a site puts around the text, in order; `gone` are lines that are left out anyhow."""
    taken = {number for stretch in gone for number in range(stretch.first, stretch.end)}
    free = [number for number in range(len(lines)) if number not in taken]
    words = _words(spoken(source.text[:_ENDS] + source.text[-_ENDS:]))
    found = _notices(lines, free, words)
    rest = [number for number in free if number not in found]
    head = next((at for at, number in enumerate(rest) if _is_prose(lines, number)), len(rest))
    tail = next((at for at, number in enumerate(reversed(rest)) if _is_prose(lines, number)), len(rest))
    opening = min(head, _ZONE)
    ending = max(opening, len(rest) - min(tail, _ZONE))
    groups = [
        *_groups(lines, rest[:opening], words, last=head == len(rest)),
        *_groups(lines, rest[ending:], words, last=True),
    ]
    found |= _of_site(lines, groups, words, known=bool(found))
    found |= {number for number in (*rest[:opening], *rest[ending:]) if _is_rest(lines, number, found)}
    for first, end in _together(sorted(found)):
        yield Stretch(first, end, Aside.NAVIGATION)


def _is_prose(lines: Sequence[Line], number: int) -> bool:
    line = lines[number]
    if line.width >= _PROSE or (line.width >= _SENTENCE and ends_sentence(line)):
        return True
    below = lines[number + 1] if number + 1 < len(lines) else None
    return below is not None and line.width >= _SENTENCE and below.text[0].islower() and runs_on(line, below)


def _of_site(lines: Sequence[Line], groups: Sequence[_Group], words: _Words, *, known: bool) -> set[int]:
    """The lines of groups that show a site; where one is known to be there, two buttons or a label are enough."""
    found = {number for group in groups if _is_site(lines, group, words) for number in group.lines}
    if found or known:
        more = (each for each in groups if each.signs >= _FEWEST or _has_labels(lines, each.lines, words))
        found.update(number for group in more for number in group.lines)
    return found


def _is_rest(lines: Sequence[Line], number: int, found: Container[int]) -> bool:
    """Whether nothing but a closing bracket or a bar is left on a line beside a site's."""
    bare = not any(map(str.isalnum, lines[number].text)) and not lines[number].cell
    return bare and (number - 1 in found or number + 1 in found)


def _groups(lines: Sequence[Line], zone: Sequence[int], words: _Words, *, last: bool) -> Iterator[_Group]:
    """Lines of a zone that show signs of a site, neighbours together."""
    group: list[int] = []
    signs = 0
    for at, number in enumerate(zone):
        opened = at > 0 and zone[at - 1] in group and _is_open(lines[zone[at - 1]], words)
        shown = 0 if opened and lines[number].width <= _VALUE else _signs(lines, number, words, last=last)
        if shown or (opened and lines[number].width <= _VALUE):
            group.append(number)
            signs += shown
        elif group and any(map(str.isalnum, lines[number].text)):
            yield _Group(tuple(group), signs)
            group, signs = [], 0
    if group:
        yield _Group(tuple(group), signs)


def _is_site(lines: Sequence[Line], group: _Group, words: _Words) -> bool:
    several = group.signs > len(group.lines) or len(group.lines) >= _LONE or _has_labels(lines, group.lines, words)
    return group.signs >= _FEWEST and several


def _has_labels(lines: Sequence[Line], group: Sequence[int], words: _Words) -> bool:
    return all(words.label.match(_without_time(lines[number].text)) for number in group)


def _is_open(line: Line, words: _Words) -> bool:
    """Whether a line is nothing but a label, whose value stands below."""
    found = words.label.match(line.text)
    return found is not None and found.end() == len(line.text)


def _signs(lines: Sequence[Line], number: int, words: _Words, *, last: bool) -> int:
    """How many signs of a site a line shows, where it is nothing else; 0 where it may be part of the text."""
    line = lines[number]
    text = line.text
    if not line.short or line.cell or line.heading or text[0] == "#":
        return 0
    if words.buttons.fullmatch(text):
        return len(words.button.findall(text))
    if words.trail.fullmatch(text):
        return _FEWEST
    if last and _is_imprint(text, words) and not ends_sentence(line) and not _is_wrapped(lines, number):
        return _FEWEST
    if _STAMP.fullmatch(text):
        return 1
    return _labels(line, words)


def _is_imprint(text: str, words: _Words) -> bool:
    """Whether a line is an imprint: a single word such as `Copyright` may be the title of a chapter, and has a year or a sign there."""
    found = words.imprint.match(text)
    if not found:
        return False
    word = found[0].strip()
    return not (word.isascii() and word.isalpha()) or any(char.isdigit() or char in _SIGNS for char in text)


def _is_wrapped(lines: Sequence[Line], number: int) -> bool:
    """Whether a line stands within a paragraph of several lines."""
    around = lines[max(0, number - 1) : number + 2]
    return any(runs_on(one, two) for one, two in pairwise(around))


def _labels(line: Line, words: _Words) -> int:
    """How many labels with short values a line is made of; 0 where it holds anything else."""
    found = words.label.findall(line.text)
    if not found or (ends_sentence(line) and line.text[-1] != ":"):
        return 0
    opens = words.label.match(_without_time(line.text))
    longest = max(map(len, words.label.split(line.text)))
    return len(found) if opens and longest <= _LONGEST_VALUE else 0


def _without_time(text: str) -> str:
    """The line without the date and time that it may begin with."""
    return _TIME.sub("", text, count=1)


def _notices(lines: Sequence[Line], free: Sequence[int], words: _Words) -> set[int]:
    """Notices about cookies at either end of the text, with the buttons below them."""
    found: set[int] = set()
    ends = [*range(min(_NOTICE, len(free))), *range(max(_NOTICE, len(free) - _NOTICE), len(free))]
    for at in ends:
        line = lines[free[at]]
        if not words.notice.search(line.text) or line.heading or not (ends_sentence(line) or line.width >= _SENTENCE):
            continue  # a title, or an item of a list
        below = free[at + 1 : at + 1 + _REACH]
        buttons = [number for number in below if words.accepts.fullmatch(lines[number].text)]
        if sum(len(words.accept.findall(lines[number].text)) for number in buttons) >= _FEWEST:
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
        _uncased(
            rf"[\W_]*(?:{trail})[\W_]*?(?:(?:{trail})[\W_]*?)?{parts}\s*[^>»›→]{{1,40}}(?:{parts}[^>»›→]{{0,60}}){{0,8}}"
        ),
        _uncased(rf"[\W_]*(?:{_any(languages, lambda each: each.pages.imprint)})"),
        _uncased(rf"[\W_]*+(?:(?:{accepts})[\W_]*+)+"),
        _uncased(accepts),
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
