"""Line breaks of a mechanical fold: every so many characters, inside words as well."""

import re
from typing import Final

from repdiff.cut.lines import evened
from repdiff.cut.starts import START
from repdiff.languages.scripts import BLANKS

ENDS_SENTENCE: Final = re.compile(r"[。!?;:…‥.][\"'”’)\]』」》*_]*$")
_SHORTEST_FOLD, _LONGEST_FOLD = 16, 400
"""Code points of a line between which a regular fold is looked for."""
_FOLDS, _FOLDED_SHARE = 5, 0.2
"""Lines of one length that make a fold at least: at all, and as a share of all lines."""
_CLOSING, _OPENING = 6, 24
"""Code points in which the end of a sentence, and the mark that a paragraph begins with, are looked for."""
_PIECES = 0.9
"""Share of lines of the very length of a fold from which the whole text was folded, not its paragraphs one by one."""


def folds_of(text: str) -> list[int]:
    """Newlines of a mechanical fold: every n-th character of the text, or most lines equally long and none longer."""
    lengths = [len(line) for line in text.split("\n")]
    width = max(lengths)
    if not _SHORTEST_FOLD <= width <= _LONGEST_FOLD:
        return []
    for step in range(width + 1, _LONGEST_FOLD + 2):
        regular = range(step - 1, len(text), step)
        if len(regular) >= _FOLDS and all(text[at] == "\n" for at in regular):
            return list(regular)
    many = lengths.count(width)
    if many < _FOLDS or many < _FOLDED_SHARE * len(lengths):
        return []
    folds, at = [], 0
    for length in lengths[:-1]:
        if length == width and not (many < _PIECES * len(lengths) and _full_by_chance(text, at + length)):
            folds.append(at + length)
        at += length + 1
    return folds


def _full_by_chance(text: str, end: int) -> bool:
    """Whether a sentence ends with the line that ends there, and the next one begins with the mark of a paragraph."""
    if not ENDS_SENTENCE.search(evened(text[max(0, end - _CLOSING) : end])):
        return False
    below = text[end + 1 : end + _OPENING]
    return below[:1] in BLANKS or bool(START.match(evened(below)))
