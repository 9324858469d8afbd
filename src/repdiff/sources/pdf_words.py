"""Letters to words, and words to the lines of a page."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log2
from statistics import median
from typing import NamedTuple

from repdiff.languages.scripts import ALEF, LAM, LEFTWARD, UNSPACED_LETTERS
from repdiff.sources.pdf_letters import WRITTEN, Letter, Sheet

_BLANK = 0.16  # of the size of the type: a gap from which a blank stands between two letters
_SURE_BLANK = 0.28  # the same where neither the program nor pdfium saw a blank
_WIDE_BLANK = 0.9  # the same between letters of scripts without blanks, whose lines are spread
_TITLE_BLANK = (
    0.22  # the same in a line whose other letters touch each other: blanks of a quarter of the size are the narrowest
)
_TITLE_GAPS = 2  # of them in a line at most; more are no accident of a blank
_MARK = 0.6  # of the size: the part of its square that a wide mark may leave free
_BACK = 0.3  # of the size: how far a letter may begin before the end of the one before it
_SAME_LINE = 0.2  # of the size: how far base lines of one line may lie apart
_SMALLER = 0.9  # of the size of its neighbours: what is raised or lowered is smaller
_RAISED = (0.15, 0.75)  # of the size of its neighbours: how high a raised mark stands
_LEFT_BLANK = 0.2  # of the size: a gap between words from right to left
_LEVEL = 0.05  # of the size: how far base lines and sizes within a word differ at most
_MARKS = 3  # letters back to one that marks above and below stand on
_TWICE = 0.25  # of the size: how far apart a letter that is drawn twice to look bold lies at most
_LEFT = re.compile(f"[{LEFTWARD}]")
_RIGHT = re.compile(r"[^\W\d_]")
_UNSPACED = re.compile(f"[{UNSPACED_LETTERS}\u3001-\u303f\uff01-\uff60]")
_QUOTES = "“”‘’—…·"  # marks that stand beside letters of all scripts
_HAN_LIKE = re.compile(f"[{UNSPACED_LETTERS}]")
_TURNED = str.maketrans("()[]", ")(][")
_HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Word(NamedTuple):
    """Letters without a gap: their text, from where to where they reach, base line, size, whether bold; `blank`: a blank before it,
    as `Letter.spaced` until the word stands in a line.

    `raised` is whether it stands above the line in small type.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    blank: int = 0
    raised: bool = False


class Line(NamedTuple):
    """Words beside each other in reading order, on one page: their box is from x0 to x1 and from `top` to `y`, the base line."""

    words: tuple[Word, ...]
    page: int
    x0: float
    x1: float
    y: float
    size: float
    bold: bool

    @property
    def text(self) -> str:
        """The words with the blanks between them."""
        return "".join(f" {word.text}" if word.blank and at else word.text for at, word in enumerate(self.words))

    @property
    def top(self) -> float:
        """Where its letters begin."""
        return self.y - self.size * 0.85


def words_of(sheet: Sheet) -> list[list[Word]]:
    """The words of a page, apart by how they are turned: those of the page's main direction first."""
    turned: dict[int, list[Letter]] = {}
    for letter in sheet.letters:
        turned.setdefault(letter.turn, []).append(letter)
    return [_upright(letters) for letters in turned.values()]


def _upright(letters: list[Letter]) -> list[Word]:
    letters = _once(letters)
    if _is_vertical(letters):
        letters = _in_uprights(letters)
    leftward = [letter for letter in letters if _LEFT.match(letter.char)]
    if not leftward:
        return list(_words(letters))
    return [*_words([letter for letter in letters if not _LEFT.match(letter.char)]), *_leftward_words(leftward)]


def _leftward_words(letters: Sequence[Letter]) -> Iterable[Word]:
    """The words of letters that run from right to left, by their places alone: pdfium gives some forwards and some backwards."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda each: each.y):
        if rows and abs(letter.y - rows[-1][0].y) <= _SAME_LINE * letter.size:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    for row in rows:
        run: list[Letter] = []
        for letter in sorted(row, key=_from_right):
            if run and min(each.x0 for each in run) - letter.x1 > _LEFT_BLANK * letter.size:
                yield _word(run, 0)
                run = []
            if run and letter.char in ALEF and (run[-1].x0, run[-1].char) == (letter.x0, LAM):
                run.append(letter)
            elif run and letter.char == LAM and run[-1].char in ALEF and run[-1].x0 == letter.x0:
                run.insert(-1, letter)  # one sign for both: the lam is read first
            else:
                run.append(letter)
        if run:
            yield _word(run, 0)


def _from_right(letter: Letter) -> float:
    """The order of letters from right to left; marks above and below a letter come behind it."""
    middle = (letter.x0 + letter.x1) / 2
    return -middle + (letter.size / 4 if unicodedata.category(letter.char[0]) == "Mn" else 0.0)


def _is_vertical(letters: Sequence[Letter]) -> bool:
    """Whether lines run from top to bottom: most letters stand below the one before."""
    below = sum(
        1 for a, b in pairwise(letters) if abs(a.x0 - b.x0) < a.size / 2 and a.size / 2 < b.y - a.y < 2 * a.size
    )
    wide = sum(1 for each in letters if _HAN_LIKE.match(each.char))
    return below > 0.6 * len(letters) and wide > len(letters) / 2


def _in_uprights(letters: Sequence[Letter]) -> list[Letter]:
    """The letters of lines from top to bottom as those of lines from left to right: lines from the right come from the top.

    Marks stand in a corner of their square: they belong to the line of the wide letters next to them.
    """
    places = sorted({round(letter.x0) for letter in letters if _HAN_LIKE.match(letter.char)})
    lines: list[float] = []
    for place in places:
        if not lines or place - lines[-1] > letters[0].size / 2:
            lines.append(place)
    return [_laid(letter, min(lines, key=lambda line: abs(line - letter.x0))) for letter in letters]


def _laid(letter: Letter, line: float) -> Letter:
    return letter._replace(x0=letter.y - letter.size, x1=letter.y, y=-line)


def _once(letters: list[Letter]) -> list[Letter]:
    """The letters without those that are drawn a second time a hair beside the first, to look bold."""
    seen: dict[tuple[str, int, int], list[Letter]] = {}
    kept: list[Letter] = []
    for letter in letters:
        if kept and letter.char == kept[-1].char and letter[1:4] == kept[-1][1:4]:  # the second letter of a ligature
            kept.append(letter)
            continue
        near = letter.size * _TWICE
        step = 2.0 ** round(log2(letter.size))  # a letter has few others within its own size
        x, y = int(letter.x0 // step), int(letter.y // step)
        around = ((letter.char, x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        places = [each for key in around for each in seen.get(key, ())]
        if any(
            abs(p.x0 - letter.x0) < near and abs(p.y - letter.y) < near and abs(p.size - letter.size) < near
            for p in places
        ):
            continue
        seen.setdefault((letter.char, x, y), []).append(letter)
        kept.append(letter)
    return kept


def _words(letters: Sequence[Letter]) -> Iterable[Word]:
    """Runs of letters that follow each other in the file and on the page."""
    run: list[Letter] = []
    tracking = _tracking(letters)
    for letter in letters:
        if run and not _follows(run, letter, tracking):
            yield _word(run, run[0].spaced)
            run = []
        run.append(letter)
    if run:
        yield _word(run, run[0].spaced)


def _tracking(letters: Sequence[Letter]) -> float:
    """How far apart the letters of words usually stand, of their size: type that is spaced out has no blanks within words."""
    gaps = [(b.x0 - a.x1) / a.size for a, b in pairwise(letters) if a.y == b.y and not b.spaced]
    return max(median(gaps), 0.0) if gaps else 0.0


def _follows(run: Sequence[Letter], two: Letter, tracking: float) -> bool:
    one = next((letter for letter in reversed(run) if unicodedata.category(letter.char[0]) != "Mn"), run[-1])
    mark = unicodedata.category(two.char[0]) == "Mn"
    written = two.spaced == WRITTEN
    if abs(one.y - two.y) > _LEVEL * one.size or abs(one.size - two.size) > _LEVEL * one.size or written:
        return mark and not written
    if mark or (two.x0, two.x1) == (one.x0, one.x1):
        return True
    reach = max(letter.x1 for letter in run[-_MARKS:])
    return -_BACK * one.size < two.x0 - reach < _BLANK * one.size + tracking * one.size


def _word(run: Sequence[Letter], blank: int) -> Word:
    text = "".join(letter.char for letter in run)
    x0, x1 = min(letter.x0 for letter in run), max(letter.x1 for letter in run)
    bold = sum(letter.bold for letter in run) * 2 > len(run)
    return Word(text, x0, x1, run[0].y, run[0].size, bold, blank)


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words on one base line together, rows from top to bottom, words from left to right; raised and lowered ones where they belong."""
    ordered = sorted(words, key=lambda word: (word.y, word.x0))
    rows: list[list[Word]] = []
    for word in ordered:
        if rows and abs(word.y - rows[-1][0].y) <= _SAME_LINE * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.x0) for row in _with_raised(rows)]


def _with_raised(rows: list[list[Word]]) -> list[list[Word]]:
    """The rows, words in small type that stand a little above or below their neighbour put into its row."""
    kept = [list(row) for row in rows]
    largest = [max(word.size for word in row) for row in rows]
    for at, row in enumerate(rows):
        near = max(largest[max(at - 2, 0) : at + 3])
        for word in row:
            host = _host(rows, at, word) if word.size <= _SMALLER * near else None
            if host is None:
                continue
            other, raised = host
            kept[at].remove(word)
            text = word.text.translate(_HIGH) if raised else word.text
            kept[other].append(word._replace(text=text, y=rows[other][0].y, raised=raised))
    return [row for row in kept if row]


def _host(rows: list[list[Word]], at: int, word: Word) -> tuple[int, bool] | None:
    """The row of the larger word that a small one stands beside, and whether it stands above its base line."""
    for other in (at + 1, at + 2, at - 1, at, at - 2):
        if not 0 <= other < len(rows):
            continue
        for big in rows[other]:
            if word.size > _SMALLER * big.size or big is word:
                continue
            up = (big.y - word.y) / big.size
            beside = (
                -0.3 * big.size < word.x0 - big.x1 < 0.5 * big.size
                or -0.3 * big.size < big.x0 - word.x1 < 0.6 * big.size
            )
            if beside and (_RAISED[0] <= up <= _RAISED[1] or -0.4 <= up <= -0.05):  # noqa: PLR2004
                return other, up > 0
    return None


def line_of(words: Sequence[Word], page: int) -> Line:
    """The words of one line, from left to right, as a line in reading order with its blanks."""
    base = [word for word in words if not word.raised] or list(words)
    sizes: Counter[float] = Counter()
    for word in base:
        sizes[word.size] += len(word.text)
    size = sizes.most_common(1)[0][0]
    letters = sum(len(word.text) for word in base)
    bold = sum(len(word.text) for word in base if word.bold) >= 0.9 * letters
    ordered = _in_order(words)
    x0, x1 = min(word.x0 for word in words), max(word.x1 for word in words)
    return Line(tuple(ordered), page, x0, x1, max(word.y for word in base), size, bold)


def _in_order(words: Sequence[Word]) -> list[Word]:
    """In reading order, with blanks: a line that is mostly of letters from right to left is read so, words of others in it as they are."""
    text = "".join(word.text for word in words)
    if len(_LEFT.findall(text)) <= len(_RIGHT.findall(text)) / 2:
        title = _stands_close(words)
        return [words[0], *(b._replace(blank=_apart(a, b) or (title and _parted(a, b))) for a, b in pairwise(words))]
    ordered: list[Word] = []
    foreign: list[Word] = []
    for word in reversed(words):
        if _LEFT.search(word.text) or (not foreign and not any(map(str.isalnum, word.text))):
            ordered += reversed(foreign)
            foreign = []
            ordered.append(word)
        else:
            foreign.append(word)
    ordered = _mirrored([*ordered, *reversed(foreign)])
    return [ordered[0], *(b._replace(blank=_gap(a, b) > _LEFT_BLANK * b.size) for a, b in pairwise(ordered))]


def _mirrored(words: list[Word]) -> list[Word]:
    """The words of a line from right to left; its brackets turned round where they are given by their shape: then the first one closes."""
    text = "".join(word.text for word in words)
    first = next((char for char in text if char in "()[]"), "")
    if first not in (")", "]"):
        return words
    return [
        word
        if _RIGHT.match(word.text) and not _LEFT.search(word.text)
        else word._replace(text=word.text.translate(_TURNED))
        for word in words
    ]


def _gap(one: Word, two: Word) -> float:
    return max(two.x0 - one.x1, one.x0 - two.x1)


def _parted(one: Word, two: Word) -> bool:
    """Whether a gap is left between two letters of scripts without blanks, as in `第一章 总则`."""
    both = _HAN_LIKE.match(one.text[-1:]) and _HAN_LIKE.match(two.text[:1])
    return both is not None and not two.raised and two.x0 - one.x1 > _TITLE_BLANK * max(one.size, two.size)


def _stands_close(words: Sequence[Word]) -> bool:
    """Whether the letters of a line touch each other, but for few gaps: it is not spread to fill its column."""
    touching = sum(max(len(word.text) - 1, 0) for word in words if _HAN_LIKE.match(word.text))
    gaps = sum(_parted(one, two) for one, two in pairwise(words))
    return 0 < gaps <= _TITLE_GAPS and touching >= gaps


def _apart(one: Word, two: Word) -> bool:
    """Whether a blank stands between two words of a line."""
    gap = two.x0 - one.x1
    size = max(one.size, two.size)
    if two.raised:
        return False
    if two.blank == WRITTEN and gap > _LEVEL * size:  # unless the next letter stands on it
        return True
    wide = _UNSPACED.match(one.text.rstrip(_QUOTES)[-1:]) or _UNSPACED.match(two.text.lstrip(_QUOTES)[:1])
    if not wide:
        return gap > (_BLANK if two.blank else _SURE_BLANK) * size
    marks = sum(unicodedata.category(char)[0] == "P" for char in (one.text[-1], two.text[0]))
    return gap > (_WIDE_BLANK + marks * _MARK) * size
