"""Headings in bold type: a line of its own, or the words that a paragraph or a list item opens with."""

import re
from functools import cache

from repdiff.cut.chapter_numbers import is_remark
from repdiff.cut.found import Found
from repdiff.cut.lines import columns
from repdiff.cut.title_signs import (
    delinked,
    is_date,
    is_ended,
    is_link,
    is_no_title,
    is_sentence,
    promises,
    without_tags,
)
from repdiff.languages.marks import BULLETS
from repdiff.model.texts import Span

ENDED = "**."
"""Style of a line in bold that a full stop ends: a heading where several are."""
ITALIC = "*lead"
"""Style of words in italics that a paragraph opens with: a heading where several are."""
_BULLET = re.compile(rf"(?:[{BULLETS}]+|\d{{1,3}}[.)])\s+(?=\S)")
_SIGNS = "*_<"
_OPEN = r"\*\*\*|\*\*_|_\*\*|___|\*\*|__|<(?:b|[a-z]{6})>"
_CLOSE = r"\*\*\*|_\*\*|\*\*_|___|\*\*|__|</(?:b|[a-z]{6})>"
_CLOSED = re.compile(r"[.:。?]$")
_AMOUNT = re.compile(r"[\d.,%+~\-\s]+(?:%|\w){0,12}")
_SENTENCE_END = re.compile(r"[.!?。;:](?:[\s”’\")\]]|$)")
_LONGEST_LEAD = 220
"""Columns of the longest words in bold that a paragraph opens with."""
_LEAST_BODY, _SHORT_BODY, _BODY_WORDS = 40, 16, 4
"""Columns of what follows such words at least: of a mere phrase, of a sentence; and words of that sentence."""


def bold_heading(line: str, paragraph: Span) -> Found | None:
    """The heading in bold that a paragraph of evened text is or opens with; None for every other paragraph."""
    bullet = None if line.startswith(("**", "__")) else _BULLET.match(line)
    block = _block().match(line) if line[0] == "<" else None
    if bullet is None and line[0] not in _SIGNS:
        return None
    begin = bullet.end() if bullet else block.end() if block else 0
    found = _bold().match(line, begin) or _italic().match(line, begin)
    if not found or _AMOUNT.fullmatch(found["text"].strip()):
        return None
    inner, rest = found["text"].strip(), without_tags(line[found.end() :]).strip()
    italic = found["mark"] in "*_"
    if not rest and italic:
        return None
    if not rest:
        if bullet or is_no_title(inner):
            return None
        ended = is_ended(inner + (found["stop"] or ""))
        return None if ended and is_sentence(inner) else Found(paragraph, ENDED if ended else "**")
    stop = found["stop"] or _CLOSED.search(inner)
    if not stop or not _is_lead(inner) or not _is_body(rest):
        return None
    style = ITALIC if italic else "**lead"
    return Found(Span(paragraph.start, paragraph.start + found.end()), style, whole=False)


def _is_lead(words: str) -> bool:
    plain = delinked(words).strip(" *_")
    label = plain.rstrip(" .:。")
    if is_link(words) and plain == label:
        return False
    first = next((char for char in plain if char.isalnum()), "")
    if not first or first.islower() or columns(plain) > _LONGEST_LEAD:
        return False
    return not (is_remark(label) or is_date(plain) or promises(plain))


def _is_body(rest: str) -> bool:
    """Whether text follows, and no mere link, date, address or figure."""
    plain = delinked(rest).strip(" *_:-—–")
    if is_link(rest) or columns(plain) < _SHORT_BODY or _AMOUNT.fullmatch(plain):
        return False
    if next((char for char in plain if char.isalnum()), "").islower():
        return False  # what a label names
    if columns(plain) >= _LEAST_BODY:
        return True
    return not is_date(plain) and len(plain.split()) >= _BODY_WORDS and bool(_SENTENCE_END.search(plain))


@cache
def _bold() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<mark>{_OPEN})(?P<text>\S(?:(?!{_CLOSE}).){{0,399}}?)\s?(?:{_CLOSE})(?P<stop>\s*[.:。]|\s*[—–―]|\s-(?=\s))?",
        re.I,
    )


@cache
def _italic() -> re.Pattern[str]:
    return re.compile(r"(?P<mark>[*_])(?P<text>[^\s*_][^*_]{1,100}[^\s*_])(?P=mark)(?P<stop>\s*[.:])?(?=\s)")


@cache
def _block() -> re.Pattern[str]:
    return re.compile(r"(?:<[a-z]{1,6}(?:\s[^<>]*)?>\s*)(?=<)", re.I)
