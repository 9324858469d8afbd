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
_PART = "[>»›→/|]"
"""What stands between the parts of the path to a page."""
_PARTED = re.compile(_PART)
_DAY = r"\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}\D{0,3}"
_HOUR = r"\d{1,2}\D\d\d(?:\D\d\d)?\D?"
_TIME = re.compile(rf"[\W_]*(?:{_DAY}(?:{_HOUR})?)?[\W_]*")
_STAMP = re.compile(rf"[\W_]*{_DAY}{_HOUR}[\W_]*")
"""A day with an hour, as sites write when they put a page up: the date of a document has no hour."""


_Languages = tuple[Language, ...]


class _Group(NamedTuple):
    """Neighbouring lines that show signs of a site, and how many signs."""

    lines: tuple[int, ...]
    signs: int


def site_furniture(source: Source, lines: Sequence[Line], gone: Iterable[Stretch]) -> Iterator[Stretch]:
    """What a site puts around the text, in order; `gone` are lines that are left out anyhow."""
    taken = {number for stretch in gone for number in range(stretch.first, stretch.end)}
    free = [number for number in range(len(lines)) if number not in taken]
    languages = spoken(source.text[:_ENDS] + source.text[-_ENDS:])
    found = _notices(lines, free, languages)
    rest = [number for number in free if number not in found]
    head = next((at for at, number in enumerate(rest) if _is_prose(lines[number])), len(rest))
    tail = next((at for at, number in enumerate(reversed(rest)) if _is_prose(lines[number])), len(rest))
    opening = min(head, _ZONE)
    ending = max(opening, len(rest) - min(tail, _ZONE))
    groups = [
        *_groups(lines, rest[:opening], languages, last=head == len(rest)),
        *_groups(lines, rest[ending:], languages, last=True),
    ]
    found |= _of_site(lines, groups, languages, known=bool(found))
    found |= {number for number in (*rest[:opening], *rest[ending:]) if _is_rest(lines, number, found)}
    for first, end in _together(sorted(found)):
        yield Stretch(first, end, Aside.NAVIGATION)


def _is_prose(line: Line) -> bool:
    return line.width >= _PROSE or (line.width >= _SENTENCE and ends_sentence(line))


def _of_site(lines: Sequence[Line], groups: Sequence[_Group], languages: _Languages, *, known: bool) -> set[int]:
    """The lines of groups that show a site; where one is known to be there, two buttons or a label are enough."""
    found = {number for group in groups if _is_site(lines, group, languages) for number in group.lines}
    if found or known:
        more = (each for each in groups if each.signs >= _FEWEST or _has_labels(lines, each.lines, languages))
        found.update(number for group in more for number in group.lines)
    return found


def _is_rest(lines: Sequence[Line], number: int, found: Container[int]) -> bool:
    """Whether nothing but a closing bracket or a bar is left on a line beside a site's."""
    bare = not any(map(str.isalnum, lines[number].text)) and not lines[number].cell
    return bare and (number - 1 in found or number + 1 in found)


def _groups(lines: Sequence[Line], zone: Sequence[int], languages: _Languages, *, last: bool) -> Iterator[_Group]:
    """Lines of a zone that show signs of a site, neighbours together."""
    group: list[int] = []
    signs = 0
    for at, number in enumerate(zone):
        opened = at > 0 and zone[at - 1] in group and _is_open(lines[zone[at - 1]], languages)
        shown = 0 if opened and lines[number].width <= _VALUE else _signs(lines, number, languages, last=last)
        if shown or (opened and lines[number].width <= _VALUE):
            group.append(number)
            signs += shown
        elif group and any(map(str.isalnum, lines[number].text)):
            yield _Group(tuple(group), signs)
            group, signs = [], 0
    if group:
        yield _Group(tuple(group), signs)


def _is_site(lines: Sequence[Line], group: _Group, languages: _Languages) -> bool:
    several = group.signs > len(group.lines) or len(group.lines) >= _LONE or _has_labels(lines, group.lines, languages)
    return group.signs >= _FEWEST and several


def _has_labels(lines: Sequence[Line], group: Sequence[int], languages: _Languages) -> bool:
    return all(_opens(lines[number].text, languages) for number in group)


def _is_open(line: Line, languages: _Languages) -> bool:
    """Whether a line is nothing but a label, whose value stands below."""
    found = _label(languages).match(line.text) if line.text[-1] == ":" else None
    return found is not None and found.end() == len(line.text)


def _signs(lines: Sequence[Line], number: int, languages: _Languages, *, last: bool) -> int:
    """How many signs of a site a line shows, where it is nothing else; 0 where it may be part of the text."""
    line = lines[number]
    text = line.text
    if not line.short or line.cell or line.heading or text[0] == "#":
        return 0
    if _buttons(languages).fullmatch(text):
        return len(_button(languages).findall(text))
    if _PARTED.search(text) and _trail(languages).fullmatch(text):
        return _FEWEST
    if last and _is_imprint(text, languages) and not ends_sentence(line) and not _is_wrapped(lines, number):
        return _FEWEST
    if _STAMP.fullmatch(text):
        return 1
    return _labels(line, languages)


def _is_imprint(text: str, languages: _Languages) -> bool:
    """Whether a line is an imprint: a single word such as `Copyright` may be the title of a chapter, and has a year or a sign there."""
    found = _imprint(languages).match(text)
    if not found:
        return False
    word = found[0].strip()
    return not (word.isascii() and word.isalpha()) or any(char.isdigit() or char in _SIGNS for char in text)


def _is_wrapped(lines: Sequence[Line], number: int) -> bool:
    """Whether a line stands within a paragraph of several lines."""
    around = lines[max(0, number - 1) : number + 2]
    return any(runs_on(one, two) for one, two in pairwise(around))


def _labels(line: Line, languages: _Languages) -> int:
    """How many labels with short values a line is made of; 0 where it holds anything else."""
    found = _label(languages).findall(line.text) if ":" in line.text else ()
    if not found or (ends_sentence(line) and line.text[-1] != ":"):
        return 0
    longest = max(map(len, _label(languages).split(line.text)))
    return len(found) if longest <= _LONGEST_VALUE and _opens(line.text, languages) else 0


def _opens(text: str, languages: _Languages) -> bool:
    """Whether a label opens a line, or stands behind the date and time that do."""
    return ":" in text and _label(languages).match(_without_time(text)) is not None


def _without_time(text: str) -> str:
    """The line without the date and time that it may begin with."""
    return _TIME.sub("", text, count=1)


def _notices(lines: Sequence[Line], free: Sequence[int], languages: _Languages) -> set[int]:
    """Notices about cookies at either end of the text, with the buttons below them."""
    found: set[int] = set()
    ends = [*range(min(_NOTICE, len(free))), *range(max(_NOTICE, len(free) - _NOTICE), len(free))]
    for at in ends:
        line = lines[free[at]]
        if (
            not _notice(languages).search(line.text)
            or line.heading
            or not (ends_sentence(line) or line.width >= _SENTENCE)
        ):
            continue  # a title, or an item of a list
        below = free[at + 1 : at + 1 + _REACH]
        buttons = [number for number in below if _accepts(languages).fullmatch(lines[number].text)]
        if sum(len(_accept(languages).findall(lines[number].text)) for number in buttons) >= _FEWEST:
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


# Each pattern is made when a line shows that it may fit: most texts need few of them.


@cache
def _buttons(languages: _Languages) -> re.Pattern[str]:
    """Buttons and nothing else, with labels in front of them."""
    buttons = _whole(languages, lambda each: each.pages.buttons)
    return _uncased(rf"[\W_]*+(?:(?:{_label_words(languages)}[\W_]*+)?(?:{buttons})[\W_]*+)+")


@cache
def _button(languages: _Languages) -> re.Pattern[str]:
    return _uncased(_whole(languages, lambda each: each.pages.buttons))


@cache
def _label(languages: _Languages) -> re.Pattern[str]:
    """What a site tells of its page stands behind; always with a colon."""
    return _uncased(_label_words(languages))


@cache
def _trail(languages: _Languages) -> re.Pattern[str]:
    """The path to the page; always with a mark between its parts."""
    words = _whole(languages, lambda each: each.pages.trail)
    return _uncased(
        rf"[\W_]*(?:{words})[\W_]*?(?:(?:{words})[\W_]*?)?{_PART}\s*[^>»›→]{{1,40}}(?:{_PART}[^>»›→]{{0,60}}){{0,8}}"
    )


@cache
def _imprint(languages: _Languages) -> re.Pattern[str]:
    return _uncased(rf"[\W_]*(?:{joined(languages, lambda each: each.pages.imprint)})")


@cache
def _accepts(languages: _Languages) -> re.Pattern[str]:
    """The buttons of a notice about cookies and nothing else."""
    accepts = _whole(languages, lambda each: each.pages.accepts)
    return _uncased(rf"[\W_]*+(?:(?:{accepts})[\W_]*+)+")


@cache
def _accept(languages: _Languages) -> re.Pattern[str]:
    return _uncased(_whole(languages, lambda each: each.pages.accepts))


@cache
def _notice(languages: _Languages) -> re.Pattern[str]:
    return _uncased(joined(languages, lambda each: each.pages.notices))


def _label_words(languages: Iterable[Language]) -> str:
    return rf"(?<!\w)(?:{_whole(languages, lambda each: each.pages.labels)})\s*:"


def _whole(languages: Iterable[Language], field: Field) -> str:
    """The words of a field, those of scripts with blanks whole."""
    spaced = [each for each in languages if each.spaced]
    others = [each for each in languages if not each.spaced]
    return rf"(?<!\w)(?:{joined(spaced, field)})(?!\w)|{joined(others, field)}"


def _uncased(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
