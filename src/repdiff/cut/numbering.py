"""Numbering at the beginning of sentences: `3.`, `（三）`, `第五条`, `Article 5`, `二是`, bullets. It is no wording.

A number is numbering by its form and its place. Brackets and circles tell it alone; digits before a full stop, and words before a number,
must be one of a sequence: a sentence beside it is numbered by the number before or after. So `5 schools`, `1.5 million`, `3. Mai` and
`Article 5 of the act` keep their numbers.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from repdiff.cut.headings import style_of
from repdiff.cut.lines import evened
from repdiff.languages import all_languages
from repdiff.languages.fragments import alternatives
from repdiff.languages.marks import BULLETS
from repdiff.languages.numerals import (
    CIRCLED,
    COUNTING,
    FORMAL,
    HAN_NUMERALS,
    LISTED,
    ROMAN,
    circled_value,
    han_value,
    roman_value,
)
from repdiff.languages.patterns import joined, letters
from repdiff.languages.scripts import EAST_LETTER
from repdiff.model.texts import Role, Sentence, Source, What

_ASCII = 128
"""Codes below are those of letters that may be Roman numerals."""
_LOOKED_AT = 64
"""Code points at the beginning of a sentence in which its number is looked for."""
_AROUND = 12
"""Numbers of one style before and behind one among which the next of its sequence is looked for: lists stand inside lists."""
_SURE = frozenset({"(1)", "1)", "①", f"({COUNTING[0]})", "(a)", "(i)", "a)", "[1]"})
"""Styles that nothing but numbering is written in."""
_NEXT_TO_IT = frozenset({"unit", "annex", "word", "§", "1.1", "1", "point"})
"""Styles that references and amounts are written in as well: the very next or last number of the style must be the neighbour."""
_DECIMALS = frozenset({"1", "1."})
"""Styles of headings above those of `1.1`: 3 and 3.1 are neighbours."""
_NAMING = frozenset({"unit", "annex", "word", "§"})
"""Styles whose number may stand without a text: the name of an article or a chapter."""
_LIGHT = "-*+·"
"""Bullets that are such only before a blank."""
_BARE = "•"
"""Style of a bullet without a number."""
_SKIP = re.compile(r"[ \t\u3000\u200b]*(?:>[ \t]*)*(?:#{1,6}[ \t]+)?(?:\*\*|__)?[ \t]*")
_BULLET = re.compile(
    rf"(?:[{re.escape(_LIGHT)}–—](?=\s)|[{''.join(c for c in BULLETS if c not in _LIGHT)}►▶➤⁃※]+)\s*(?:\*\*|__)?(?=\S)"
)
_DARK = "❶-❿⓫-⓴"
_LETTER = re.compile(r"\(?(?P<n>[ivxlIVXL]{1,7}|[^\W\d_])\)(?=\s)")
_BRACKETED = re.compile(r"[\[【](?P<n>\d{1,3})[\]】]")
_TWICE = re.compile(r"(?P<n>(?:\(\w{1,4}\)){2,4})(?=\s)")
_HAN = re.compile(rf"(?P<n>[{HAN_NUMERALS}]{{1,3}})\)")
_OWN_SIGN = re.compile(rf"(?![{CIRCLED}])[{LISTED}{_DARK}]")
_PLAIN = re.compile(r"(?P<n>\d{1,3})\.?\)")
_DECIMAL = re.compile(r"(?P<n>\d{1,3}(?:\.\d{1,3}){1,5})\.?(?=\s)")
_PATTERNS = (("1.1", _DECIMAL), ("1)", _PLAIN), ("a)", _LETTER), ("[1]", _BRACKETED), ("(1)", _TWICE), ("a)", _HAN))
"""Styles of lists that headings are not numbered in."""
_WORDS = re.compile(r"(?![IVXLCivxlc]{1,7}[.)])[A-Za-z][^\W\d_]")
_FIGURE = re.compile(rf"\s*[\d{HAN_NUMERALS}]")
_TAIL = re.compile(r"(?:\*\*|__)?[ \t\u3000\xa0]*(?:\r?\n[ \t\u3000]*)?")
_SEPARATED = re.compile(r"[.:—–\-|)\n]|  |$")
"""What parts the number of an article from its text: a mark, a line break, two blanks; behind one blank begins no small letter."""
_STOPS = "。;；!！?？"


class _Marker(NamedTuple):
    """What a sentence opens with: the style, what it counts (of `1.2.3` each part), where it ends in the sentence, whether nothing follows,
    and whether it can be nothing but numbering.
    """

    style: str
    value: tuple[int, ...]
    end: int
    alone: bool
    certain: bool


def with_numbering(source: Source, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, those that begin with a number or a bullet saying how long it is."""
    items = frozenset(mark.span.start for mark in source.marks if mark.what is What.ITEM)
    found: dict[int, _Marker] = {}
    done = 0
    for sentence in sentences:
        opens = not done or "\n" in source.text[done : sentence.span.start]
        ended = source.text[done - 1 : done] if done else ""
        done = sentence.span.end
        line = source.plain(sentence.span._replace(end=min(sentence.span.end, sentence.span.start + _LOOKED_AT)))
        marker = _marker(line, sentence.role is Role.HEADING)
        if marker is not None and (opens or _runs_in(marker, ended)):
            length = sentence.span.end - sentence.span.start
            end = length if marker.alone and length <= _LOOKED_AT else marker.end
            marker = marker._replace(end=end, certain=marker.certain or (opens and sentence.span.start in items))
            found[sentence.id] = marker
    kept = _in_sequence(found, sentences)
    return (
        tuple(replace(s, numbering=kept[s.id].end) if s.id in kept else s for s in sentences)
        if kept
        else tuple(sentences)
    )


def named_by(source: Source, sentence: Sentence) -> str:
    """What is compared of a sentence that is nothing but a number: the kind of thing it numbers (`第条`, `article`)."""
    line = evened(source.plain(sentence.span))
    return "".join(re.sub(rf"[\d{HAN_NUMERALS}\W]|\b[ivxlcIVXLC]+\b", "", line).casefold().split()) or "#"


def _runs_in(marker: _Marker, ended: str) -> bool:
    """Whether a number may stand inside a paragraph: behind a sentence, in a style that only numbering has or as a point of the text."""
    return (
        marker.style in _SURE
        or marker.style in ("point", f"{COUNTING[0]}、")
        or (marker.style == "1." and ended in _STOPS)
    )


def _marker(line: str, heading: bool) -> _Marker | None:
    """The number or bullet that the characters of a sentence begin with; None where there is none."""
    skipped = _SKIP.match(line)
    start = at = skipped.end() if skipped else 0
    bullet = _BULLET.match(line, at)
    at = bullet.end() if bullet else at
    number = _number(line, at, heading)
    if number is not None:
        return number
    if bullet is None or not line[at:].strip():
        return None
    return _Marker(_BARE, (), at, False, True) if at > start else None


def _number(line: str, at: int, heading: bool) -> _Marker | None:
    if not _maybe().match(line, at):
        return None
    text = line[at:] if line.isascii() else evened(line[at:])
    found = _style(text, heading)
    if found is None:
        return None
    style, value, end = found
    tail = _TAIL.match(line, at + end)
    stop = tail.end() if tail else at + end
    alone = not any(map(str.isalnum, line[stop:]))
    if alone and style.split()[0] not in _NAMING and not heading:
        return None
    follows = _FIGURE.match(text, end) is not None
    certain = style in _SURE or (text[end - 1 : end] == "、" and not follows)
    return _Marker(style, value, stop, alone, certain)


def _style(text: str, heading: bool) -> tuple[str, tuple[int, ...], int] | None:
    """Style, number and end of the numbering that evened text begins with."""
    point = _point().match(text)
    if point:
        return "point", (han_value("".join(char for char in point[0] if char in HAN_NUMERALS)),), point.end()
    word = _word().match(text)
    if word:
        apart = _SEPARATED.match(text, word.end()) or not text[word.end() :].lstrip()[:1].islower()
        return (f"word {word['unit'].casefold()}", _parts(word["n"]), word.end()) if apart else None
    step = _step().match(text)
    if step:
        return f"word {step['unit'].casefold()}", _parts(step["n"]), step.end()
    if _WORDS.match(text):
        return None
    for style, pattern in (*_PATTERNS, ("a.", _counter())):
        match = pattern.match(text)
        if match:
            number = next(filter(None, match.groups()))
            return _unless_date(style, _parts(number), match.end(), text)
    if _OWN_SIGN.match(text):
        return "①", (ord(text[0]),), 1
    found = style_of(text)
    if found is None or (found[0] == "1" and not heading):
        return None
    style = "A." if found[0] == "I." else found[0]  # I, V, X, L and C are letters as well
    return _unless_date(style, (found[1],) if style != "A." else _parts(text[: found[2]].strip(".)")), found[2], text)


def _unless_date(style: str, value: tuple[int, ...], end: int, text: str) -> tuple[str, tuple[int, ...], int] | None:
    """The same; None where the name of a month or of another time stands behind it (`3. Mai`)."""
    return None if style in ("1.", "1", "1.1") and _time().match(text, end) else (style, value, end)


def _parts(number: str) -> tuple[int, ...]:
    """What each part of a number counts; letters by their place in the alphabet, Roman numerals by their value."""
    return tuple(_value(part) for part in number.split("."))


def _value(part: str) -> int:
    digits = re.match(r"\d+", part)
    if digits:
        return int(digits[0])
    if circled_value(part[0]):
        return circled_value(part[0])
    if len(part) > 1 and all(char.lower() in ROMAN for char in part):
        return roman_value(part)
    if set(part) <= set(HAN_NUMERALS):
        return han_value(part)
    return next((at for each in _alphabets() if (at := each.find(part) + 1)), ord(part[0].lower()))


def _in_sequence(found: dict[int, _Marker], sentences: Sequence[Sentence]) -> dict[int, _Marker]:
    """The numbers that are certain, and those that stand in a sequence: with all of their style, or among headings, or among others."""
    by_style: defaultdict[tuple[str, bool | None], list[int]] = defaultdict(list)
    for at, marker in found.items():
        by_style[marker.style, None].append(at)
        heading = sentences[at].role is Role.HEADING
        by_style[marker.style, heading].append(at)
        if heading and marker.style in _DECIMALS:
            by_style["1.1", None].append(at)
    kept = {at for at, marker in found.items() if marker.certain}
    for (style, _), places in by_style.items():
        reach = 1 if style.split()[0] in _NEXT_TO_IT else _AROUND
        for k, at in enumerate(places):
            own = found[at].value
            before = (found[n].value for n in places[max(0, k - reach) : k])
            after = (found[n].value for n in places[k + 1 : k + 1 + reach])
            if any(_next(each, own) for each in before) or any(_next(own, each) for each in after):
                kept.add(at)
    return {at: found[at] for at in sorted(kept)}


def _next(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether a number is the next, a single letter taken as such or as a Roman numeral."""
    if _follows(one, other):
        return True
    first, second = _roman(one), _roman(other)
    if first is one and second is other:
        return False
    return _follows(first, other) or _follows(one, second) or _follows(first, second)


def _roman(value: tuple[int, ...]) -> tuple[int, ...]:
    """A single letter as a Roman numeral; what is none as it is."""
    letter = chr(value[0]) if len(value) == 1 and value[0] < _ASCII else ""
    return (ROMAN[letter],) if letter in ROMAN else value


def _follows(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether a number is the next: 3 and 4, 1.2 and 1.3, 1.4 and 2.1, 1.2 and 1.2.1."""
    if not one or not other:
        return False
    same = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if same == len(one):
        return len(other) == same + 1 and other[same] <= 1
    return same < len(other) and other[same] == one[same] + 1 and all(part <= 1 for part in other[same + 1 :])


@cache
def _point() -> re.Pattern[str]:
    """A number that counts points inside running text, with its word (`二是`)."""
    words = joined(all_languages(), lambda each: each.headings.points)
    return re.compile(words)


@cache
def _maybe() -> re.Pattern[str]:
    """How the few sentences begin that may be numbered; of East Asian letters those alone that count or stand before a number."""
    before = letters(lambda each: each.headings.ordinal + each.headings.counters)
    annexes = "|".join(
        sorted({each[:1] for each in joined(all_languages(), lambda each: each.headings.annexes).split("|")})
    )
    signs = rf"[\d{HAN_NUMERALS}{FORMAL}(（\[【§{LISTED}{_DARK}{before}]"
    return re.compile(rf"{signs}|[^\W\d_][.)]|{annexes}|(?!{EAST_LETTER})[^\W\d_]")


@cache
def _alphabets() -> tuple[str, ...]:
    """Letters that count items in another order than that of their codes."""
    return tuple(each.headings.counters for each in all_languages() if each.headings.counters)


@cache
def _counter() -> re.Pattern[str]:
    """A small letter before a full stop, or one of a language's own that count items, with a stop or a wide blank behind it."""
    own = letters(lambda each: each.headings.counters)
    return re.compile(
        rf"(?P<n>[ivxl]{{1,7}}|[a-z])\.(?=\s)|(?:\((?=[{own}]\)))?(?P<own>[{own}])(?:[.。](?=\s)| |(?<=\(.)\))"
    )


@cache
def _word() -> re.Pattern[str]:
    numbered = joined(all_languages(), lambda each: each.headings.numbered)
    short = joined(all_languages(), lambda each: each.headings.numbered_short)
    goes_on = joined(all_languages(), lambda each: each.headings.goes_on)
    number = r"\d{1,4}(?:\.\d{1,3}){0,4}[A-Za-z]?|[IVXLC]{1,7}|[A-Z]"
    return re.compile(
        rf"(?P<unit>(?i:{numbered})(?=\s)|(?i:{short})\.)\s*(?P<n>{number})(?!\w)(?!\s+(?:{goes_on})\b)[.:)]?"
    )


@cache
def _step() -> re.Pattern[str]:
    """A word that counts steps before a number, and a mark that parts them from the text (`Step 2:`)."""
    steps = joined(all_languages(), lambda each: each.headings.steps)
    return re.compile(
        rf"(?P<unit>(?i:{steps}))\s*(?P<n>\d{{1,3}}|[IVX]{{1,5}}|[A-Z])\s*(?:[:：.)](?=\s|\D)|[—–](?=\s)|-(?=\s))"
    )


@cache
def _time() -> re.Pattern[str]:
    """A month or another time behind a number that is then its ordinal."""
    months = alternatives(lambda words: words.amounts.months)
    others = joined(all_languages(), lambda each: each.headings.ordinal_times)
    return re.compile(rf"\s*(?i:{months}|{others})(?![^\W\d_])")
