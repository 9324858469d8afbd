"""Marks of footnotes: behind a word or a stop they belong to the sentence before them, and are neither words nor numbers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from repdiff.languages.marks import NOTE_LETTERS, SENTENCE_ENDS, WIDE_ENDS
from repdiff.languages.numerals import CIRCLED
from repdiff.languages.scripts import FIRST_EAST_ASIAN, RAISED, RAISED_DIGITS
from repdiff.model.texts import Mark, Source, Span, What

_NUMBERS = r"\d{1,3}(?:[,，–-] ?\d{1,3}){0,4}"
_BRACKETED = rf"\[\^[^\]\s]{{1,40}}\](?!:)|[\[［〔【][{NOTE_LETTERS}]?{_NUMBERS}[\]］〕】](?!\()|[（(][{NOTE_LETTERS}]{_NUMBERS}[)）]"
_RAISED = rf"[{RAISED_DIGITS}]{{1,3}}(?:[,–-][{RAISED_DIGITS}]{{1,3}}){{0,4}}"
_OPENING = re.compile(rf"[{RAISED_DIGITS}\[［〔【]|[（(](?=[{NOTE_LETTERS}])")
_WORD = re.compile(r"[^\W\d_]{4,}\Z")
_LONGEST = 16
"""Code points of the word before a stop that are looked at."""
_CLOSERS = '"”’」』）)'
_PLAIN_IN_TEXT = re.compile(
    rf"[.!?][{_CLOSERS}]{{0,3}}(?P<mark>\d{{1,3}}|\(\d{{1,3}}\))(?=\s+[\"“”«„(]?[^\W\d_a-z]|\s*(?:\n|$))"
)


@cache
def _sure() -> re.Pattern[str]:
    return re.compile(rf"(?:{_RAISED}|{_BRACKETED})+")


@cache
def _round() -> re.Pattern[str]:
    return re.compile(r"\(\d{1,3}\)(?=\s|$)")


@cache
def _circled() -> re.Pattern[str]:
    return re.compile(rf"[{CIRCLED}]")


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(r"\d{1,3}(?=\s+[\"“”«„(]?[^\W\d_a-z]|\s*$)")


def end_of_mark(text: str, paragraph: Span, stop: Span, at: int) -> int:
    """Where the mark of a footnote ends that stands at `at`, right behind the sentence mark `stop` and what closes it; `at` itself where
    none stands there. What counts off parts of a text (`。①…。②…`, `. (1)`) is no such mark.
    """
    char = text[at : at + 1]
    if not char or char.isspace() or char.isalpha():  # by far the most
        return at
    sure = _sure().match(text, at, paragraph.end)
    if sure:
        return sure.end()
    wide = text[stop.end - 1] in WIDE_ENDS
    circled = _circled().match(text, at, paragraph.end)
    if circled and len(_circled().findall(text, paragraph.start, paragraph.end)) == 1:
        return circled.end()
    if wide or text[stop.start - 1 : stop.start].isdigit():
        return at
    found = _round().match(text, at, paragraph.end)
    if found is None and (at > stop.end or _WORD.search(text, max(paragraph.start, stop.start - _LONGEST), stop.start)):
        found = _plain().match(text, at, paragraph.end)
    return found.end() if found else at


def is_plain_mark(text: str, at: int, end: int) -> bool:
    """Whether figures stand there that another sentence follows."""
    return _plain().match(text, at, end) is not None


def without_marks(source: Source) -> Source:
    """The source with the marks of its footnotes marked as signs.

    Plain figures are marks only where all of them in the text count on from one to the next, and are two at least.
    """
    found = list(_found(source.text))
    if not found:
        return source
    signs = [Mark(span, What.SIGN) for span in found]
    # A source that was cut before has them already.
    return replace(source, marks=tuple(sorted({*source.marks, *signs})))


def _found(text: str) -> Iterator[Span]:
    done = 0
    for begin in _OPENING.finditer(text):
        match = _sure().match(text, begin.start()) if begin.start() >= done else None
        if match:
            done = match.end()
            if _is_mark(text, *match.span()):
                yield Span(*match.span())
    plain = [
        Span(*match.span("mark"))
        for match in _PLAIN_IN_TEXT.finditer(text)
        if _WORD.search(text, max(0, match.start() - _LONGEST), match.start())
    ]
    numbers = [int(text[span.start : span.end].strip("()")) for span in plain]
    if len(numbers) > 1 and all(two == one + 1 for one, two in pairwise(numbers)):
        yield from plain


def _is_mark(text: str, start: int, end: int) -> bool:
    """Whether what may be a mark stands right behind the end of a sentence, or in brackets between its last word and its end."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalpha():
        return text[start] not in RAISED and after in SENTENCE_ENDS and bool(after)
    while before and before in _CLOSERS and start > 1:
        start -= 1
        before = text[start - 1]
    return bool(before) and before in SENTENCE_ENDS and (not after or after.isspace() or after >= FIRST_EAST_ASIAN)
