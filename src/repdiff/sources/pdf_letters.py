"""The letters and the ruled lines of a page of a PDF, as its program draws them.

Coordinates are points with y downwards, turned so that the letters stand upright. This file alone knows pdfium.
"""

import ctypes
import math
import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from repdiff.languages.scripts import LEFTWARD

_NO_LETTER = 0xFFFD  # stands for a letter whose font does not tell what it is
_HYPHENS = {0x02: 0x2D, 0xFFFE: 0x2D}  # what pdfium makes of a hyphen at the end of a line
_NO_LETTERS = (range(0x20), range(0x7F, 0xA0), range(0xD800, 0xF900))
"""Control codes, halves of characters, and what each font uses as it likes."""
_FORMS = (range(0xFB00, 0xFDFC), range(0xFE70, 0xFEFD), range(0x2E80, 0x2FD6))
"""Ligatures, forms of Arabic letters for print, and the parts of Han characters that some programs write for the characters."""
_BLANKS = frozenset({0x20, 0xA0, 0x3000, 0x09, *range(0x2000, 0x200B)})
_NOTHING = frozenset({0x0A, 0x0D, 0x200B, 0xFEFF})
_SYMBOLS = dict.fromkeys((61607, 61623, 61548, 61550, 61557, 61558, 61608, 61599), "•") | {
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF02D: "-",
}
"""Bullets of the symbol fonts of office programs, which give them codes of their own."""
_BOLD = re.compile(r"bold|black|heavy|demi(?!light)|hei(?:ti)?\b", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FILL_AND_STROKE = 2  # the text render mode by which programs thicken letters
_THIN = 2.5  # points of the thickness of a ruled line at most
_SHORTEST = 4.0  # points of the length of a ruled line at least
_MOST_PATHS = 30_000  # on one page: drawings and maps have more, and no table needs them
_FRAME = 12  # points of a path that is a frame at most: two boxes, closed
_DOT = (1.5, 7.0)  # points of the height of a bullet that is drawn
_MOST_DOTS = 300  # on one page: more are a drawing
_BESIDE = 3.0  # of the size: how far before its line a bullet stands at most
_DEEPEST = 4  # of forms in forms, for ruled lines
GUESSED, WRITTEN = 1, 2
_LEFTWARD = re.compile(f"[{LEFTWARD}]")


class Letter(NamedTuple):
    """One letter: its box from x0 to x1, its base line y, the size of its type in points, whether it is bold, and its turn.

    `spaced` says whether the program wrote a blank before it (WRITTEN), or pdfium takes the gap for one (GUESSED); `turn` is in quarters
    of a circle.
    """

    char: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    spaced: int
    turn: int = 0


class Rule(NamedTuple):
    """A ruled line: its ends; x0 = x1 where it is upright, y0 = y1 where it lies."""

    x0: float
    y0: float
    x1: float
    y1: float


class Sheet(NamedTuple):
    """A page: its letters in the order of the file, its ruled lines, width and height, and how many of its letters have no Unicode.

    `pictures` is whether it shows any picture.
    """

    number: int
    letters: list[Letter]
    rules: list[Rule]
    width: float
    height: float
    unknown: int
    pictures: bool


class _Look(NamedTuple):
    """What the letters of one text object share."""

    size: float
    bold: bool
    turn: int


def sheet_of(page: Any, number: int, most: int) -> Sheet | None:
    """The page with its letters; None where it has more than `most` of them."""
    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > most:
            return None
        letters = list(_letters(text, count))
    finally:
        text.close()
    width, height = page.get_size()
    if page.get_rotation() % 180:
        width, height = height, width
    turn = _main_turn(letters)
    rules, dots, pictures = _drawn(page)
    if turn == 0:
        letters = _with_dots(letters, dots)
    upright = [_turned(letter, width, height) for letter in letters]
    size = (height, width) if turn % 2 else (width, height)
    if turn:
        rules = [_turned_rule(rule, turn, width, height) for rule in rules]
    else:
        rules = [Rule(r.x0, height - r.y1, r.x1, height - r.y0) for r in rules]
    upright.sort(key=lambda letter: letter.turn != turn)
    upright = [letter._replace(turn=(letter.turn - turn) % 4) for letter in upright]
    return Sheet(number, upright, rules, *size, sum(1 for each in upright if each.char == chr(_NO_LETTER)), pictures)


def _main_turn(letters: list[Letter]) -> int:
    counts = [0, 0, 0, 0]
    for letter in letters:
        counts[letter.turn] += 1
    return counts.index(max(counts))


def _turned(letter: Letter, width: float, height: float) -> Letter:
    """The letter where its text is turned upright; its x0 and x1 came along its own base line."""
    return letter._replace(y=_SHIFT[letter.turn](width, height) - letter.y)


_SHIFT = (lambda w, h: h, lambda w, h: 0.0, lambda w, h: 0.0, lambda w, h: w)


def _turned_rule(rule: Rule, turn: int, width: float, height: float) -> Rule:
    (ax, ay), (bx, by) = _along(rule.x0, rule.y0, turn), _along(rule.x1, rule.y1, turn)
    shift = _SHIFT[turn](width, height)
    return Rule(min(ax, bx), shift - max(ay, by), max(ax, bx), shift - min(ay, by))


def _along(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point in a system whose x runs along text that is turned by so many quarters against the clock, y to its left."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _letters(text: Any, count: int) -> Iterator[Letter]:
    import pypdfium2.raw as pdfium

    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    room = pdfium.FS_RECTF()
    looks: dict[int, _Look] = {}
    spaced = 0
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(text.raw, at)
        if code in _BLANKS:
            spaced = max(spaced, GUESSED if pdfium.FPDFText_IsGenerated(text.raw, at) else WRITTEN)
            continue
        if code in _NOTHING:
            continue
        thing = pdfium.FPDFText_GetTextObject(text.raw, at)
        key = ctypes.cast(thing, ctypes.c_void_p).value or 0
        look = looks.get(key)
        if look is None:
            look = looks[key] = _look(text, at, thing)
        pdfium.FPDFText_GetCharBox(text.raw, at, left, right, bottom, top)
        pdfium.FPDFText_GetLooseCharBox(text.raw, at, room)
        ink = [_along(left.value, bottom.value, look.turn)[0], _along(right.value, top.value, look.turn)[0]]
        rooms = [_along(room.left, room.bottom, look.turn)[0], _along(room.right, room.top, look.turn)[0]]
        pdfium.FPDFText_GetCharOrigin(text.raw, at, x, y)
        start, base = _along(x.value, y.value, look.turn)
        char = _char(code, bool(pdfium.FPDFText_HasUnicodeMapError(text.raw, at)))
        x0, x1 = _width(char, start, (min(ink), max(ink)), max(rooms))
        yield Letter(char, x0, x1, base, look.size, look.bold, spaced, look.turn)
        spaced = 0


def _width(char: str, start: float, ink: tuple[float, float], stop: float) -> tuple[float, float]:
    """From where to where a letter reaches: a wide one takes its square, others begin with their ink and end where the next may begin."""
    if unicodedata.east_asian_width(char[0]) in "WF":
        if unicodedata.category(char[0])[0] == "P":  # lines are trimmed at their marks
            return ink
        return min(start, ink[0]), max(ink[1], stop)
    return (min(start, ink[0]) if _LEFTWARD.match(char) else ink[0]), max(ink[1], stop)


def _char(code: int, failed: bool) -> str:
    """What a letter stands for in running text: ligatures and forms for print taken apart."""
    code = _HYPHENS.get(code, code)
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    if failed or code > sys.maxunicode or any(code in codes for codes in _NO_LETTERS):
        return chr(_NO_LETTER)
    if any(code in codes for codes in _FORMS):
        return unicodedata.normalize("NFKC", chr(code))
    return chr(code)


def _look(text: Any, at: int, thing: Any) -> _Look:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(text.raw, at)
    turn = 0
    if pdfium.FPDFText_GetMatrix(text.raw, at, matrix):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
        turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
    bold = pdfium.FPDFText_GetFontWeight(text.raw, at) >= _BOLD_WEIGHT
    if thing and not bold:
        bold = pdfium.FPDFTextObj_GetTextRenderMode(thing) == _FILL_AND_STROKE
        name = ctypes.create_string_buffer(200)
        font = pdfium.FPDFTextObj_GetFont(thing)
        if font and pdfium.FPDFFont_GetBaseFontName(font, name, 200):
            bold = bold or _BOLD.search(name.value.decode("latin-1")) is not None
    return _Look(max(abs(size), 0.1), bold, turn)


def _with_dots(letters: list[Letter], dots: list[Rule]) -> list[Letter]:
    """The letters, with a bullet before those that a drawn dot stands in front of."""
    if len(dots) > _MOST_DOTS:
        return letters
    before: dict[int, Letter] = {}
    for dot in dots:
        middle = (dot.y0 + dot.y1) / 2
        beside = [
            (letter.x0 - dot.x1, at)
            for at, letter in enumerate(letters)
            if not letter.turn
            and 0 < middle - letter.y < letter.size
            and abs(letter.x0 - dot.x1) < _BESIDE * letter.size
        ]
        if beside and min(beside)[0] > 0:
            first = letters[min(beside)[1]]
            before[min(beside)[1]] = first._replace(char="•", x0=dot.x0, x1=dot.x1, spaced=WRITTEN)
    return [each for at, letter in enumerate(letters) for each in ((before[at], letter) if at in before else (letter,))]


def _drawn(page: Any) -> tuple[list[Rule], list[Rule], bool]:
    """The thin lines and the edges of boxes that are drawn on a page, y upwards; the boxes of dots; and whether there are pictures."""
    import pypdfium2.raw as pdfium

    rules: list[Rule] = []
    dots: list[Rule] = []
    pictures = False
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    paths = 0
    for thing in page.get_objects(max_depth=_DEEPEST):
        pictures = pictures or thing.type == pdfium.FPDF_PAGEOBJ_IMAGE
        if thing.type != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        paths += 1
        if paths > _MOST_PATHS:
            return [], [], pictures
        if not pdfium.FPDFPageObj_GetBounds(thing.raw, left, bottom, right, top):
            continue
        wide, high = right.value - left.value, top.value - bottom.value
        if _DOT[0] <= high <= _DOT[1] and abs(wide - high) < 1:
            dots.append(Rule(left.value, bottom.value, right.value, top.value))
        else:
            rules += _edges(thing.raw, left.value, bottom.value, right.value, top.value)
    return rules, dots, pictures


def _edges(path: Any, left: float, bottom: float, right: float, top: float) -> Iterator[Rule]:
    """The ruled lines that a path draws: itself where it is thin, its four sides where it is a box that is stroked."""
    import pypdfium2.raw as pdfium

    wide, high = right - left, top - bottom
    if high <= _THIN and wide >= _SHORTEST:
        middle = (top + bottom) / 2
        yield Rule(left, middle, right, middle)
    elif wide <= _THIN and high >= _SHORTEST:
        middle = (left + right) / 2
        yield Rule(middle, bottom, middle, top)
    elif wide >= _SHORTEST and high >= _SHORTEST:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        segments = pdfium.FPDFPath_CountSegments(path)
        box = stroke.value and 4 <= segments <= 6  # noqa: PLR2004 -- a box has four corners, the first of them once or twice
        if box or (fill.value and _is_frame(path, segments, wide, high)):
            yield Rule(left, bottom, right, bottom)
            yield Rule(left, top, right, top)
            yield Rule(left, bottom, left, top)
            yield Rule(right, bottom, right, top)


def _is_frame(path: Any, segments: int, wide: float, high: float) -> bool:
    """Whether a filled path is a frame, one box within another, as some programs draw the borders of a cell: no point lies inside."""
    import pypdfium2.raw as pdfium

    if not 2 * 4 <= segments <= _FRAME:
        return False
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for at in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO:
            return False
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
    return all(
        min(value - min(values), max(values) - value) * size <= _THIN * (max(values) - min(values))
        for values, size in zip(zip(*points, strict=True), (wide, high), strict=True)
        for value in values
    )
