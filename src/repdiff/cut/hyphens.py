"""Hyphens at the ends of lines: some only break a word, some belong to it (`low-cost`). The rest of the text tells."""

import re
from collections.abc import Callable

_BROKEN = re.compile(r"(?P<left>[^\W\d_]+)[-\u2010][ \t]*\n[ \t>]*(?P<right>[^\W\d_]+)")
_ENDING = re.compile(r"[-\u2010][ \t]*\n")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


def unbroken_words(text: str) -> Callable[[str], str]:
    """What puts words together in a piece of the text that a hyphen breaks at the end of a line: without the hyphen, or with it where
    the word has it. What is left as it is, `repdiff.text.keys.identity` reads as one word without it.

    A hyphen belongs to the word where the text has the word with it elsewhere, and not without it; where it has neither, if more words
    of the text are like that than not, or if both halves are words of the text.
    """
    if not any(text[match.start() - 1].isalpha() for match in _ENDING.finditer(text)):
        return _as_it_is
    known = {word.replace("\u2010", "-").lower() for word in _WORD.findall(_BROKEN.sub(" ", text))}
    more = sum(_says(known, match) for match in _BROKEN.finditer(text))

    def whole(match: re.Match[str]) -> str:
        says = _says(known, match) or more
        halves = match["left"].lower() in known and match["right"].lower() in known
        return f"{match['left']}-{match['right']}" if says > 0 or (says == 0 and halves) else match[0]

    return lambda piece: _BROKEN.sub(whole, piece) if "\n" in piece else piece


def _as_it_is(piece: str) -> str:
    return piece


def _says(known: set[str], match: re.Match[str]) -> int:
    """1 where the text has the word with its hyphen, -1 where it has it without, 0 where it has neither."""
    left, right = match["left"].lower(), match["right"].lower()
    return (f"{left}-{right}" in known) - (left + right in known)
