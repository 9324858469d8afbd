"""Running heads, running feet and page numbers: what pages repeat at one place above or below their text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from repdiff.languages.numerals import roman_value
from repdiff.model.texts import Aside
from repdiff.sources.pdf_words import Word, line_of, rows_of

_OUTER = 4  # rows from the edge of a page that may be furniture
_ZONE = 0.2  # share of the height of a page, from either edge
_SHIFT = 4.0  # points that a row stands higher or lower on another page at most
_PAGES = 3  # pages that repeat a row at least; two in a file of few pages
_FEW = 5
_NEAR = 2  # pages from one to the next that show the same row: every page, or every other
_LETTERS = 2  # letters that make a row more than a number
_LABEL = 12  # letters of what stands around a page number at most ("Page 3 of 20")
_ALONE = 1.6  # of the size: how far a lone decorated number stands from the text
_APART = 3.0  # of the size: how far from the text the number of its own page stands that no other page shows beside it
_FOOT = 80.0  # points from the lower edge of the page to it
_TIGHT = 1.1  # of the usual distance of rows of a page: text that pages repeat by chance stands no farther from the text below
_NUMBER = re.compile(r"\W*(?:(\d{1,4})|([ivxlcIVXLC]{1,7}))(?:\W{1,3}\d{1,4})?\W*")
_DECORATED = re.compile(r"\s*[-–—―－~·•]\s*\d{1,4}\s*[-–—―－~·•]\s*")
_DIGITS = re.compile(r"\d+")


class Row(NamedTuple):
    """A row of a page: its words, its text, how far it is from the edge, and of how many rows from there it is."""

    words: tuple[Word, ...]
    text: str
    far: float
    order: int
    gap: float


class Aparted(NamedTuple):
    """The words of a page that are its text, and the rows that are furniture, from top to bottom."""

    words: list[Word]
    left_out: list[tuple[Aside, str]]


_Slot = tuple[int, int, bool]  # page, order from the edge, whether at the top


def apart(pages: Sequence[tuple[list[Word], float]]) -> list[Aparted]:
    """The words and the height of every page, parted into text and furniture."""
    outer = {
        (page, row.order, top): row
        for page, (words, height) in enumerate(pages)
        for top in (True, False)
        for row in _outer(words, height, top=top)
    }
    wanted = _titled(outer) | _repeated(outer, len(pages)) | _numbers(outer)
    letters = sum(len(word.text) for words, _ in pages for word in words)
    if sum(len(outer[slot].text) for slot in wanted) > letters / 2:  # pages that are alike: forms, copies
        wanted = {slot: why for slot, why in wanted.items() if slot[1] == 0 or why is Aside.PAGE_NUMBER}
    return [_parted(page, words, outer, wanted) for page, (words, _) in enumerate(pages)]


def _outer(words: Sequence[Word], height: float, *, top: bool) -> Iterable[Row]:
    """The rows near one edge of a page, the outermost first."""
    rows = rows_of(words)
    ordered = rows if top else rows[::-1]
    for order, row in enumerate(ordered[:_OUTER]):
        y = row[0].y if top else height - row[0].y
        if y > _ZONE * height:
            return
        beyond = abs(ordered[order + 1][0].y - row[0].y) / max(row[0].size, 1) if order + 1 < len(ordered) else 99.0
        yield Row(tuple(row), line_of(row, 0).text, y, order, beyond)


def _repeated(outer: dict[_Slot, Row], pages: int) -> dict[_Slot, Aside]:
    """The rows that stand at one place on several pages, whatever number in them changes."""
    by_key: dict[tuple[str, bool], list[_Slot]] = defaultdict(list)
    for slot, row in outer.items():
        by_key[_DIGITS.sub("#", "".join(row.text.split())), slot[2]].append(slot)
    wanted: dict[_Slot, Aside] = {}
    for (key, _), slots in by_key.items():
        if sum(map(str.isalpha, key)) < _LETTERS:
            continue
        for slot in slots:
            same = [each for each in slots if abs(outer[each].far - outer[slot].far) <= _SHIFT and each[0] != slot[0]]
            near = any(abs(each[0] - slot[0]) <= _NEAR for each in same)
            if len(same) + 1 >= _PAGES or (same and pages <= _FEW) or (same and near and outer[slot].order == 0):
                numbered = "#" in key and _counts([(each[0], outer[each].text) for each in (slot, *same)])
                label = sum(map(str.isalpha, key)) <= _LABEL
                if numbered or _differs_little([outer[each].text for each in (slot, *same)]):
                    wanted[slot] = Aside.PAGE_NUMBER if numbered and label else Aside.RUNNING_HEAD
    return wanted


def _counts(rows: Sequence[tuple[int, str]]) -> bool:
    """Whether some number of the rows grows by one from page to page."""
    if len(rows) < 2:  # noqa: PLR2004 -- one number is no count
        return False
    offsets: dict[int, set[int]] = defaultdict(set)
    for page, text in rows:
        for number in _DIGITS.findall(text):
            offsets[int(number) - page].add(page)
    return max(map(len, offsets.values()), default=0) >= max(2, 0.8 * len({page for page, _ in rows}))


def _differs_little(texts: Sequence[str]) -> bool:
    """Whether rows that are alike but for their numbers have the same numbers, or some of them: else each says something of its own."""
    numbers = [tuple(_DIGITS.findall(text)) for text in texts]
    return len(set(numbers)) <= max(1, len(numbers) // 2)


def _numbers(outer: dict[_Slot, Row]) -> dict[_Slot, Aside]:
    """The rows that hold a number alone that grows with the pages."""
    places: dict[tuple[bool, int], list[_Slot]] = defaultdict(list)
    wanted: dict[_Slot, Aside] = {}
    for slot, row in outer.items():
        value = _value(row.text)
        if value is not None:
            places[slot[2], value - slot[0]].append(slot)
            lone = _DECORATED.fullmatch(row.text) and row.order == 0 and row.gap >= _ALONE
            own = value == slot[0] + 1 and row.order == 0 and row.gap >= _APART and row.far < _FOOT
            if (lone or own) and not slot[2]:
                wanted[slot] = Aside.PAGE_NUMBER
    for slots in places.values():
        for slot in slots:
            if any(abs(outer[each].far - outer[slot].far) <= _SHIFT and each[0] != slot[0] for each in slots):
                wanted[slot] = Aside.PAGE_NUMBER
    return wanted


def _titled(outer: dict[_Slot, Row]) -> dict[_Slot, Aside]:
    """Outermost rows with a title and, at an end, the number of the page: of three pages at least, at one place."""
    places: dict[tuple[bool, int], list[_Slot]] = defaultdict(list)
    for slot, row in outer.items():
        words = row.text.split()
        if row.order == 0 and len(words) > 1:
            for word in {words[0], words[-1]}:
                if word.isdecimal() and word.isascii() and len(word) <= 4:  # noqa: PLR2004 -- no file has 10,000 pages
                    places[slot[2], int(word) - slot[0]].append(slot)
    return {
        slot: Aside.RUNNING_HEAD
        for slots in places.values()
        if len(slots) >= _PAGES
        for slot in slots
        if sum(abs(outer[each].far - outer[slot].far) <= _SHIFT for each in slots) >= _PAGES
    }


def _value(text: str) -> int | None:
    """The number that a row holds and nothing else."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None or len(text) > 2 * _LABEL:
        return None
    return int(found[1]) if found[1] else roman_value(found[2].lower())


def _parted(page: int, words: Sequence[Word], outer: dict[_Slot, Row], wanted: dict[_Slot, Aside]) -> Aparted:
    """The words of a page without its furniture: rows from the edge on, up to the first that is none."""
    gone: set[Word] = set()
    left_out: list[tuple[float, Aside, str]] = []
    for top in (True, False):
        order = 0
        many = _furniture(page, outer, wanted, top=top)
        while order < many:
            row = outer[page, order, top]
            if not gone.issuperset(row.words):
                left_out.append((row.words[0].y, wanted[page, order, top], row.text))
            gone.update(row.words)
            order += 1
    kept = [word for word in words if word not in gone and not _is_raised_of(word, gone)]
    return Aparted(kept, [(why, text) for _, why, text in sorted(left_out, key=lambda each: each[0])])


def _furniture(page: int, outer: dict[_Slot, Row], wanted: dict[_Slot, Aside], *, top: bool) -> int:
    """How many rows from an edge of a page on are furniture: behind the outermost only what stands apart from the text."""
    many = 0
    while (page, many, top) in outer and (page, many, top) in wanted:
        many += 1
    rows = [outer[page, order, top] for order in range(_OUTER) if (page, order, top) in outer]
    usual = min((row.gap for row in rows), default=0.0)
    while many > 1 and rows[many - 1].gap <= _TIGHT * usual and wanted[page, many - 1, top] is Aside.RUNNING_HEAD:
        many -= 1
    return many


def _is_raised_of(word: Word, gone: set[Word]) -> bool:
    """Whether a word was put into a row of furniture as a raised mark of it."""
    return any(each.raised and (each.x0, each.x1) == (word.x0, word.x1) and each.size == word.size for each in gone)
