"""Page numbers and running heads, as they are left among the lines of a text that was taken from pages."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from repdiff.cut.asides_lines import Line, Stretch, ends_sentence, interrupted
from repdiff.languages import all_languages
from repdiff.languages.numerals import roman_value
from repdiff.languages.patterns import joined
from repdiff.model.texts import Aside

_DASHED = re.compile(r"[-–—―~·•|]+\s*(?P<n>\d{1,4}|[ivxlc]{1,7})\s*[-–—―~·•|]+", re.I)
_SHARED = re.compile(r"[-–—\s]*(?P<n>\d{1,4})\s*/\s*(?P<of>\d{1,4})[-–—\s]*")
_BARE = re.compile(r"(?P<n>\d{1,4}|[ivxlc]{1,7})")
_DIGITS = re.compile(r"\d+")
_TWO_NUMBERS = re.compile(r"\d\D+\d")
_NUMBERED = re.compile(r"\d|[ivxlc][\W_]*$", re.I)
_SET_APART = re.compile(r"\s\s|[\t|–—·]")
"""What every line has that the words of all languages for pages are looked for in: making their patterns takes longer than most texts."""
_AT_EDGE = re.compile(r"(?P<first>\d{1,4})\b(?=.*[^\W\d])|.*[^\W\d].*?(?<!\d)(?<!\d[.,])(?P<last>\d{1,4})$")
_LEAP = 3
"""How much the numbers of two pages in a row differ at most: that of a page with a picture is often lost."""
_APART = 3
"""How many lines farther on the next number of a page stands at least: nearer ones are a list."""
_FEWEST = {"worded": 2, "dashed": 2, "shared": 2, "bare": 3}
"""Numbers in a row that a form must have; what is nothing but a number proves the least."""
_FEWEST_HEADS = 3
"""How often a line stands at the border of pages to be a running head."""
_AT_BORDERS = 0.6
"""Share of its occurrences that stand there."""
_EVIDENCE = 0.25
"""Share of bare numbers that interrupt a sentence, or stand beside a form feed, from which all of their sequence number pages."""
_SURE = 2
"""How many of them do at least."""
_HEAD_COLUMNS = 100
"""Columns of the longest running head."""
_PASSES = 2
"""Lines that a running head has at most."""


class _Number(NamedTuple):
    line: int
    value: int


def page_furniture(lines: Sequence[Line]) -> list[Stretch]:
    """Page numbers and running heads among the lines, in order."""
    feeds = {number for number, line in enumerate(lines) if line.feed}
    numbers = set(_page_numbers(lines, feeds))
    heads = _numbered_heads(lines, numbers)
    if feeds or numbers or heads:
        for _ in range(_PASSES):
            heads |= _running_heads(lines, feeds, numbers | heads)
    found = [Stretch(line, line + 1, Aside.PAGE_NUMBER) for line in numbers]
    found += [Stretch(line, line + 1, Aside.RUNNING_HEAD) for line in heads]
    return sorted(found)


def _page_numbers(lines: Sequence[Line], feeds: set[int]) -> Iterator[int]:
    forms: dict[str, list[_Number]] = {}
    for number, line in enumerate(lines):
        form, value = _form(line)
        if form == "sure":
            yield number
        elif form:
            forms.setdefault(form, []).append(_Number(number, value))
    for form, found in forms.items():
        for chain in _chains(found, _FEWEST[form.split(" ")[0]]):
            if form != "bare" or _at_pages(lines, feeds, chain):
                yield from (each.line for each in chain)


def _form(line: Line) -> tuple[str, int]:
    """The form of a line that is nothing but the number of a page, and the number; an empty form for every other line."""
    if line.width > _HEAD_COLUMNS // 2 or line.cell or line.heading or not any(map(_may_count, line.text)):
        return "", 0
    whole = _of_all().fullmatch(line.text) if _TWO_NUMBERS.search(line.text) else None
    if whole and int(whole["a"] or whole["b"]) <= int(whole["of"] or whole["all"]):
        return "sure", 0
    worded = _worded().fullmatch(line.text) if _NUMBERED.search(line.text) else None
    if worded:
        return "worded", _value(worded["a"] or worded["b"])
    dashed = _DASHED.fullmatch(line.text)
    if dashed and (dashed["n"].isdigit() or dashed["n"].islower()):
        return "dashed", _value(dashed["n"])
    shared = _SHARED.fullmatch(line.text)
    if shared:
        return f"shared {shared['of']}", _value(shared["n"])
    bare = _BARE.fullmatch(line.text)
    return ("bare", _value(bare["n"])) if bare else ("", 0)


def _may_count(char: str) -> bool:
    return char.isdigit() or char in "ivxlcIVXLC"


def _value(number: str) -> int:
    return int(number) if number.isdigit() else roman_value(number.lower())


@cache
def _of_all() -> re.Pattern[str]:
    """`Page 3 of 20`, `第3页 共20页`."""
    before, behind, total = _words()
    return re.compile(
        rf"[\W_]*(?:{before})\s*(?P<a>\d{{1,4}})\s*(?:{total}|/)\s*(?:{before})?\s*(?P<of>\d{{1,4}})[\W_]*"
        rf"|[\W_]*(?:(?:{before})\s*)?(?P<b>\d{{1,4}})\s*(?:{behind})\s*(?:{total}|[,/|])\s*(?:{before})?\s*(?P<all>\d{{1,4}})\s*(?:{behind})[\W_]*",
        re.IGNORECASE,
    )


@cache
def _worded() -> re.Pattern[str]:
    """`Page 3`, `第3页`."""
    before, behind, _ = _words()
    return re.compile(
        rf"[\W_]*(?:{before})\s*(?P<a>\d{{1,4}}|[ivxlc]{{1,7}})[\W_]*|[\W_]*(?:(?:{before})\s*)?(?P<b>\d{{1,4}})\s*(?:{behind})[\W_]*",
        re.IGNORECASE,
    )


@cache
def _words() -> tuple[str, str, str]:
    """Words in front of a page's number, behind it, and between it and that of all pages."""
    languages = all_languages()
    return (
        joined(languages, lambda each: each.pages.before),
        joined(languages, lambda each: each.pages.behind),
        joined(languages, lambda each: each.pages.total),
    )


def _chains(found: Sequence[_Number], fewest: int, apart: int = _APART) -> Iterator[list[_Number]]:
    """Sequences of numbers that count pages: each a little more than the one before, some lines farther on."""
    chain: list[_Number] = []
    for each in found:
        if chain and 0 < each.value - chain[-1].value <= _LEAP and each.line - chain[-1].line >= apart:
            chain.append(each)
            continue
        if chain and each.value == chain[-1].value:
            continue
        if len(chain) >= fewest:
            yield chain
        chain = [each]
    if len(chain) >= fewest:
        yield chain


def _at_pages(lines: Sequence[Line], feeds: set[int], chain: Sequence[_Number]) -> bool:
    """Whether numbers without a word stand where pages end: they break sentences, or a form feed is beside them."""
    fed = sum(each.line in feeds or each.line + 1 in feeds for each in chain)
    return fed >= max(_SURE, _EVIDENCE * len(chain)) or _break(lines, [each.line for each in chain])


def _break(lines: Sequence[Line], found: Sequence[int], gone: Container[int] = frozenset()) -> bool:
    """Whether enough of these lines stand within a sentence; `gone` are lines that are no part of it anyhow."""
    breaks = sum(_stands_in(lines, at, gone) for at in found)
    return breaks >= max(_SURE, _EVIDENCE * len(found))


def _stands_in(lines: Sequence[Line], at: int, gone: Container[int], beside: Container[int] = frozenset()) -> bool:
    """Whether a line stands within a sentence; those that are `gone` or `beside` it are no part of that."""
    above, below = at - 1, at + 1
    while above in gone or above in beside:
        above -= 1
    while below in gone or below in beside:
        below += 1
    return above >= 0 and below < len(lines) and interrupted(lines[above], lines[below])


def _masked(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.split()))


@cache
def _tells_page() -> re.Pattern[str]:
    """`Page 3 of 20` beside other text, set apart from it; a sentence has no such blanks or bars."""
    before, _, total = _words()
    return re.compile(
        rf"(?:\s{{2,}}|\t|[|–—·]\s*)(?:{before})\s*(?P<n>\d{{1,4}})(?:\s*(?:{total}|/)\s*\d{{1,4}})?$"
        rf"|^(?:{before})\s*(?P<m>\d{{1,4}})(?:\s*(?:{total}|/)\s*\d{{1,4}})?(?:\s{{2,}}|\t|\s*[|–—·])",
        re.IGNORECASE,
    )


def _is_head(line: Line) -> bool:
    return (
        line.width <= _HEAD_COLUMNS and not line.cell and any(map(str.isalpha, line.text)) and not ends_sentence(line)
    )


def _numbered_heads(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Running heads with the number of their page in them: `Annual plan 3`, `Annual plan | Page 3 of 20`."""
    groups: dict[tuple[str, bool], list[_Number]] = {}
    for number, line in enumerate(lines):
        if number in numbers or line.width > _HEAD_COLUMNS or not _is_head(line):
            continue
        value, told = _page_in(line)
        if value:
            groups.setdefault((_masked(line), told), []).append(_Number(number, value))
    found: set[int] = set()
    for (_, told), group in groups.items():
        for chain in _chains(group, *((_FEWEST["worded"], 1) if told else (_FEWEST_HEADS, _APART))):
            heads = [each.line for each in chain]
            # Chapters have numbers too, and begin pages, but no sentence runs over their headings.
            if told or _break(lines, heads, numbers):
                found.update(heads)
    return found


def _page_in(line: Line) -> tuple[int, bool]:
    """The number of a page at one end of a line, 0 without one, and whether a word says that it is one."""
    told = _tells_page().search(line.text) if _DIGITS.search(line.text) and _SET_APART.search(line.text) else None
    if told:
        return int(told["n"] or told["m"]), True
    edge = _AT_EDGE.match(line.text) if line.text[0].isdigit() or line.text[-1].isdigit() else None
    return (int(edge["first"] or edge["last"]) if edge else 0), False


def _running_heads(lines: Sequence[Line], feeds: set[int], gone: set[int]) -> set[int]:
    """Lines that stand at the borders of pages again and again; the first stays where nothing above it says the same."""
    groups: dict[str, list[int]] = {}
    for number in sorted(_at_borders(lines, feeds, gone)):
        if _is_head(lines[number]):
            groups.setdefault(_masked(lines[number]), []).append(number)
    wanted = {key for key, group in groups.items() if len(group) >= _FEWEST_HEADS or _interrupt(lines, group, gone)}
    if not wanted:
        return set()
    places = dict.fromkeys(wanted, 0)
    first: dict[str, int] = {}
    for number, line in enumerate(lines):
        if line.width <= _HEAD_COLUMNS:
            first.setdefault(line.text, number)
            if number not in gone and (key := _masked(line)) in wanted:
                places[key] += 1
    found: set[int] = set()
    for key in wanted:
        group = groups[key]
        if len(group) >= _AT_BORDERS * places[key]:
            alike = set(group)
            found.update(
                each for each in group if first[lines[each].text] != each or _stands_in(lines, each, gone, alike)
            )
    return found


def _interrupt(lines: Sequence[Line], group: Sequence[int], gone: set[int]) -> bool:
    """Whether lines that stand at the border of two pages stand within a sentence there."""
    alike = set(group)
    return len(group) >= _FEWEST["worded"] and any(_stands_in(lines, each, gone, alike) for each in group)


def _at_borders(lines: Sequence[Line], feeds: set[int], gone: set[int]) -> set[int]:
    """The lines right above and right below where a page ends."""
    kept = [number for number in range(len(lines)) if number not in gone]
    borders = {bisect_left(kept, number) for number in feeds | gone} | {len(kept)}
    found: set[int] = set()
    for border in borders:
        found.update(kept[at] for at in (border - 1, border) if 0 <= at < len(kept))
    return found
