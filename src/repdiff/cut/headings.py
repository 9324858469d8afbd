"""Headings that show themselves: numbering styles, Markdown marks, bold leads and title lines of one paragraph.

Every function here looks at one paragraph of the evened flat text (see `paragraphs.evened`). What only the document
can tell (sequence, rhythm, level) is left to `sections` and `heading_leads`.
"""

import re
from collections.abc import Iterator
from functools import cache

from repdiff.cut.bold_headings import bold_heading
from repdiff.cut.chapter_numbers import is_annex, is_article, question, spoken_number
from repdiff.cut.found import Found
from repdiff.cut.lines import columns
from repdiff.cut.title_signs import is_caseless_title
from repdiff.languages import all_languages
from repdiff.languages.marks import BULLETS, LEADERS
from repdiff.languages.numerals import (
    CIRCLED,
    COUNTING,
    FORMAL,
    HAN_NUMERALS,
    ROMAN,
    YEAR,
    circled_value,
    han_value,
    roman_value,
)
from repdiff.languages.patterns import joined, letters
from repdiff.languages.scripts import EAST_LETTER, FIRST_EAST_ASIAN
from repdiff.model.texts import Span

_YEAR = letters(lambda each: each.words.year)
_MONTH = letters(lambda each: each.words.month)
_ORDINAL = letters(lambda each: each.headings.ordinal)
_ANNEX_SIGNS = frozenset(each[:1] for each in joined(all_languages(), lambda each: each.headings.annexes).split("|"))
"""What the words in front of the number of an annex begin with."""
_TITLED = frozenset({"1", "1.1"})
"""Styles without any mark between number and title."""
_STANDS_ALONE = frozenset({"unit", "annex", "word", "§"})
_LIST_LIKE = frozenset({"1", "1.", "(1)", "1)", "①", "A.", "(i)", "(a)"})
_LETTERED = frozenset({"A.", "(a)"})
_MARKS = re.compile(r"(?:[-*+]\s+)?(?:\*\*|__|[*_](?=[\w(]))?")
_LISTED_BOLD = re.compile(r"\d{1,3}[.)]\s+(?:\*\*|__)")
_ATX = re.compile(r"(#{1,6})\s+\S")
_DASH_LEAD = re.compile(r"[—―–-]{2,4}\s*(?P<text>[^\s,:;。!?](?:[^,:;。!?]|,(?=\d)){1,29}[。:])\s*(?=\S)")
_NO_TITLE = re.compile(rf"[,。;:!?|、]$|^[{BULLETS}(\[【#|>]|://|@")
_A_YEAR = re.compile(rf"\d{{4}}[{_YEAR}]")
_FACTS = re.compile(rf"\d(?!\d{{0,3}}[{_YEAR}]|\d*[-—–~]\d*[{_YEAR}])|[,。;]|\d{{4}}[{_YEAR}]\s*\d+[{_MONTH}]")
_YEAR_AGAIN = re.compile(rf"\s*(\d{{4}}[{_YEAR}])[^,。;:!?\s]{{2,40}}?(?=\s?\1)")
_STOP = re.compile(rf"[。!?;…]+[”’\")\]』」]*|(?<={EAST_LETTER})\.(?!\d)|[.:;!?](?=\s)|[.;!?]$")
_CELLS = re.compile(r"\t| {3}")
_LEADERS = re.compile(rf"{LEADERS}\s*\d{{1,4}}$")
_APART = re.compile(r" {2,}(?=[A-Z])")
_SPACED_APART = re.compile(r" ?(?=[A-Z])[^.:;!?\u3000-\uffff]{8,150}?\S(?= {2,}[A-Z])")
"""A title in a script with blanks between words, and the two blanks that are left of the line break behind it."""
_LONGEST = 110
"""Columns of the longest heading line; official headings with two clauses and a number stay below it."""
_LONGEST_SPACED = 160
"""Columns of the longest heading line in a script with blanks between words, where no stop ends it."""
_LONGEST_LEAD = 56
"""Columns of a heading that a list item opens with; a longer first sentence is the item itself."""
_SHORTEST = 2
"""Code points of a title line at least."""
LONGEST_TITLE = 80
"""Columns of the longest line that can be a title without any mark."""
_FEWEST_WORDS, _MOST_WORDS = 2, 12
"""Words of a title line in a script with capital letters."""
_SMALL_WORD = 3
"""Letters of the longest word that a title need not write with a capital."""
_FEWEST_LETTERS, _LETTER_SHARE = 5, 0.4
"""Letters of an East Asian title line at least: at all, and as a share of its code points."""
_LONGEST_EAST_ASIAN = 64
"""Columns of the longest East Asian title line."""
_SPACED_LETTERS, _PARTS = 2, 4
"""Letters that stand alone between blanks, and parts between blanks, from which an East Asian line is no title."""
_LONGEST_NUMBER = 40
"""Code points at the head of a line in which its number is looked for."""
_LOOKED_AT = 200
"""Code points behind a number in which the end of its title is looked for."""
_HEAD_OF_TITLE = 12
"""Code points of a title of which one must be East Asian, for a blank to end it."""


def marked(text: str, paragraph: Span) -> Found | None:
    """The heading that a paragraph opens with, told by its own marks alone; None for every other paragraph."""
    line = text[paragraph.start : paragraph.end]
    atx = _ATX.match(line)
    if atx:
        return Found(paragraph, "#", depth=len(atx[1]))
    return (
        _asked(line, paragraph)
        or (bold_heading(line, paragraph) if _LISTED_BOLD.match(line) else None)
        or _numbered(line, paragraph)
        or bold_heading(line, paragraph)
        or _dash_lead(line, paragraph)
    )


def style_of(line: str) -> tuple[str, int, int] | None:
    """Name of the numbering style a line opens with, its number, and where the marker ends; None without one."""
    spoken = spoken_number(line[:_LOOKED_AT])
    if spoken:
        kind = "annex" if is_annex(spoken.unit) else "word"
        return f"{kind} {spoken.unit}", spoken.number, spoken.end
    line = line[:_LONGEST_NUMBER]
    for name, pattern in _styles(line):
        found = pattern.match(line)
        if found and not (name in _TITLED and _is_amount(name, line, found.end())):
            groups = found.groupdict()
            detail = (groups.get("unit") or "").casefold() + re.sub(r"\d+", "1", groups.get("depth") or "")
            depth = groups.get("depth") or ""
            number = (
                _letter(found["n"]) if name in _LETTERED else _value(depth.rsplit(".", 1)[1] if depth else found["n"])
            )
            return f"{name} {detail}".strip(), number, found.end()
    return None


def _is_amount(style: str, line: str, at: int) -> bool:
    """Whether what stands behind a number begins with a small letter, or behind a single one with a letter that has no capital."""
    first = next((char for char in line[at:] if char.isalnum()), "")
    return first.islower() or (
        style == "1" and first < FIRST_EAST_ASIAN and not first.isupper() and not first.isdigit()
    )


def clean(text: str) -> str:
    """A heading as it is shown: without Markdown marks, list marks and line breaks."""
    text = re.sub(r"\s*\n[\s\u200b]*", "\n", text.strip())
    text = re.sub(r"\n(?:=+|-{2,})$", "", text)
    text = re.sub(rf"^(?:#{{1,6}}\s+|[{BULLETS}]+\s+(?=\S))", "", text)
    text = re.sub(r"\s+#+$", "", text)
    text = re.sub(r"\*\*|__|(?<![\w*])[_*](?=\S)|(?<=\S)[_*](?![\w*])", "", text)
    text = re.sub(rf"(?<={EAST_LETTER})\n(?={EAST_LETTER})", "", text)
    return re.sub(r"\s+", " ", text).strip(" :").rstrip(" –—―")


def is_title_line(line: str, fewest: int = _FEWEST_LETTERS) -> bool:
    """Whether a line without any mark could be a title: short, no stop at its end, no list of facts.

    `fewest` are the letters that one in an East Asian script has at least.
    """
    if len(line) < _SHORTEST or columns(line) > LONGEST_TITLE or _NO_TITLE.search(line):
        return False
    if re.search(EAST_LETTER, line):
        return _is_east_asian_title(line, fewest)
    if is_caseless_title(line):
        return True
    if ":" in line or line.startswith("_") or _CELLS.search(line):
        return False
    words = re.findall(r"[^\W\d_][\w'’-]*", line)
    if len(line.split()) < _FEWEST_WORDS or not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or line.endswith("."):
        return False
    capital = sum(w[0].isupper() for w in words if len(w) > _SMALL_WORD or w[0].isupper())
    return bool(words[0][0].isupper()) and capital == sum(len(w) > _SMALL_WORD or w[0].isupper() for w in words)


def _is_east_asian_title(line: str, fewest: int) -> bool:
    letters = len(re.findall(EAST_LETTER, line))
    spaced = sum(len(part) == 1 for part in line.split())
    facts = _FACTS.search(line)
    return (
        letters >= fewest
        and letters >= _LETTER_SHARE * len(line)
        and columns(line) <= _LONGEST_EAST_ASIAN
        and spaced < _SPACED_LETTERS
        and len(line.split()) < _PARTS
        and not facts
    )


def _value(number: str) -> int:
    """What a number of any style counts, 0 when unclear."""
    digits = re.match(r"\d+", number)
    if digits:
        return int(digits[0])
    if circled_value(number[0]):
        return circled_value(number[0])
    if all(char.lower() in ROMAN for char in number):
        return roman_value(number)
    if number.isascii():
        return _letter(number[0])
    return han_value(number)


def _letter(letter: str) -> int:
    return ord(letter.lower()) - ord("a") + 1


def _numbered(line: str, paragraph: Span) -> Found | None:
    marks = _MARKS.match(line)
    skip = marks.end() if marks else 0
    style = style_of(line[skip:])
    if not style or _LEADERS.search(line, max(0, len(line) - _LONGEST_NUMBER)):
        return None
    name, number, end = style
    kind = name.split(" ")[0]
    end += skip
    length = _title_length(line, end)
    listed = kind in _LIST_LIKE
    if not line[end:].strip(" *_:."):
        return Found(paragraph, name, number, int(is_article(name.split(" ")[-1])), open_ended=True, listed=listed)
    apart = _APART.match(line, end + length)
    if length and listed and not apart and end + length < len(line) and columns(line[: end + length]) > _LONGEST_LEAD:
        length = 0
    if length and kind in _STANDS_ALONE and re.search(r"[。.!?]$", line[end : end + length].rstrip()):
        length = 0  # the text of an article, not its title
    if length:
        end += length
    elif kind not in _STANDS_ALONE or (kind == "§" and line[end:].lstrip()[:1].islower()):
        return None
    whole = not line[end:].strip(" *_")
    end = len(line) if whole else end
    depth = int(is_article(name.split(" ")[-1]))
    return Found(Span(paragraph.start, paragraph.start + end), name, number, depth, listed=listed, whole=whole)


def _asked(line: str, paragraph: Span) -> Found | None:
    """The heading that a line is which asks a question, as its own mark says (`Q1: ...`)."""
    skip = _MARKS.match(line)
    asked = question(line[skip.end() if skip else 0 :])
    if not asked or columns(line) > _LONGEST_SPACED:
        return None
    return Found(paragraph, "?", asked.number)


def _title_length(line: str, start: int) -> int:
    """Code points of the title behind a number: up to its stop, a blank, or the year it began with; 0 if too long."""
    rest = line[start : start + _LOOKED_AT]
    bold = re.match(r"[^*]{1,120}?(?:\*\*|__|[*_](?=\s))[.:]?", rest) if line.startswith(("*", "_")) else None
    if bold:
        return bold.end()
    apart = _SPACED_APART.match(rest)
    if apart:
        return apart.end()
    stop = _STOP.search(rest, 1)
    end = stop.end() if stop else len(rest)
    year = _YEAR_AGAIN.match(rest)
    if year and year.end() < end:
        return year.end()
    if stop and stop[0][0] in ";；":
        return 0
    longest = _LONGEST if stop or line[0] == "(" or re.search(EAST_LETTER, rest) else _LONGEST_SPACED
    if columns(rest[:end]) <= longest and (stop or len(rest) < _LOOKED_AT):
        return end
    blank = re.match(rf"\s*\S{{4,40}}(?=\s+(?:{EAST_LETTER}|[“\d]))", rest)
    return (
        blank.end()
        if blank and re.search(EAST_LETTER, rest[:_HEAD_OF_TITLE]) and not re.search("[,。;]", blank[0])
        else 0
    )


def _dash_lead(line: str, paragraph: Span) -> Found | None:
    lead = _DASH_LEAD.match(line)
    if not lead or _A_YEAR.search(lead["text"]):
        return None
    return Found(Span(paragraph.start, paragraph.start + len(lead[0].rstrip())), "——", whole=False)


def _styles(line: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The numbering styles that a line may open with: the names of two are those of their first signs in the texts that have them."""
    if line[:1] in _ORDINAL:
        yield "unit", _unit()
    if line[:1] in _ANNEX_SIGNS:
        yield "annex", _annex()
    yield from _figures()


@cache
def _unit() -> re.Pattern[str]:
    units = joined(all_languages(), lambda each: each.headings.units)
    goes_on = letters(lambda each: each.headings.not_behind)
    return re.compile(
        rf"[{_ORDINAL}]\s?(?P<n>[{HAN_NUMERALS}]{{1,6}}|\d{{1,4}})\s?(?P<unit>{units})(?![{goes_on},、。])"
    )


@cache
def _annex() -> re.Pattern[str]:
    words = joined(all_languages(), lambda each: each.headings.annexes)
    return re.compile(rf"(?P<unit>{words})\s?(?P<n>\d{{1,2}}|[{HAN_NUMERALS}]{{1,3}})(?=[:.、\s]|$)[:.、]?")


@cache
def _figures() -> tuple[tuple[str, re.Pattern[str]], ...]:
    counted = letters(lambda each: each.headings.counted)
    dates = letters(lambda each: each.headings.dates)
    styles = (
        (f"{FORMAL[0]}、", rf"(?P<n>[{FORMAL}]{{1,4}})(?:[、.]|。(?=\S))"),
        (f"{COUNTING[0]}、", rf"(?P<n>[{HAN_NUMERALS}]{{1,4}})(?:\s?、|\.|。(?=\S))(?![{HAN_NUMERALS}]*、)"),
        (f"({COUNTING[0]})", rf"\((?P<n>[{HAN_NUMERALS}]{{1,4}})\)[、,.]?"),
        ("1.1", r"(?P<n>\d{1,3})(?P<depth>(?:\.\d{1,3}){1,5})\.?(?=\s+\D)"),
        ("1.1", rf"(?P<n>\d{{1,2}})(?P<depth>(?:\.\d{{1,2}}){{1,5}})(?={EAST_LETTER})(?![{counted}])"),
        ("1.", rf"(?P<n>\d{{1,3}})(?:\\?[.、。](?:(?!\d)|(?=\d{{4}}[{_YEAR}]))|\s?、)"),
        (
            "1",
            rf"(?P<n>\d{{1,2}})(?=\s+(?:{YEAR}\s?(?:[A-Za-z]|{EAST_LETTER})|(?![{dates}]){EAST_LETTER}|(?!{EAST_LETTER})[^\W\d_])[^,。;:!?]*$)",
        ),
        ("(1)", r"\((?P<n>\d{1,3})\)"),
        ("1)", r"(?P<n>\d{1,3})\)"),
        ("①", rf"(?P<n>[{CIRCLED}])"),
        ("§", r"§{1,2}\s?(?P<n>\d{1,4})[a-z]?\b\.?"),
        ("I.", r"(?P<n>[IVXLC]{1,7})[.)](?=\s)"),
        ("(i)", r"\((?P<n>[ivxl]{1,6})\)(?=\s)"),
        ("A.", r"(?P<n>[A-Z])[.)](?=\s)"),
        ("(a)", r"\((?P<n>[a-z])\)(?=\s)"),
    )
    return tuple((name, re.compile(pattern)) for name, pattern in styles)
