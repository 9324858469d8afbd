"""Words as a diff sees them: what is compared of each, and how much it weighs."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from repdiff.languages import all_languages
from repdiff.languages.han import folded as simplified
from repdiff.languages.marks import EVEN_PAUSES, NAMES, QUOTES
from repdiff.languages.numerals import HAN_COUNTS
from repdiff.languages.scripts import is_spaced
from repdiff.model.texts import Span
from repdiff.text.keys import identity, key
from repdiff.text.quantity_grammar import han_quantity
from repdiff.text.words import OwnWords, word_ends

_MARKS = frozenset("，。、；：！？“”‘’《》（）,.;:!?()\"'- \n")
_SEPARATORS = frozenset(EVEN_PAUSES)
_QUOTED = {opening: closing[0] for opening, closing in {**QUOTES, **NAMES}.items()}
_OPENING = re.compile(f"[{''.join(_QUOTED)}]")
_WORD_SIZE = 2  # a short alphabetic word counts like an average Han word
_LONG_WORD = 5  # letters from which a word counts one more: it can stand between two edits
_NUMERALS = frozenset(HAN_COUNTS)


class Token(NamedTuple):
    """A word with something to compare: its span in the text, its key, and what it weighs.

    `size` counts characters of scripts without spaces, two or three per alphabetic word; a function word has `size` 0
    when alphabetic and is `light` in any script. `fixed` marks what stays visible where it is equal: numbers and
    the words of a named programme in quotes.
    """

    start: int
    end: int
    key: str
    size: int
    light: bool
    fixed: bool
    number: bool = False


def tokens(text: str, own: OwnWords | None = None) -> list[Token]:
    """The words of `text` that have a key, in order; between them stands only what never makes a difference. Those of the user's `own` are
    never cut apart.
    """
    found: list[Token] = []
    named = _named(text)
    start = 0
    for end in word_ends(text, own):
        folded, size, light, number = _look(text[start:end])
        if folded:
            if number and found and start > found[-1].end and folded[0].isdigit() and found[-1].key[-1].isdigit():
                found += _border(text, Span(found[-1].end, start))
            fixed = number or (bool(named) and any(at <= start and end <= to for at, to in named))
            found.append(Token(start, end, folded, size, light, fixed, number))
        start = end
    return found


def same_mark(one: str, other: str) -> bool:
    """Whether two marks do the same work: the same but for width, both white space, or both separators of clauses."""
    first, second = _fold(one), _fold(other)
    return first == second or (first in _SEPARATORS and second in _SEPARATORS)


@lru_cache(maxsize=1 << 14)
def _look(word: str) -> tuple[str, int, bool, bool]:
    """Key, size, lightness and being a number of a word, wherever it stands; an empty key says that it is a mark."""
    folded = "" if word in _MARKS else _word_key(word)
    if not folded:
        return "", 0, True, False
    light = folded.lower() in _function_words()
    return folded, _size(folded, light), light, _is_number(folded)


def _word_key(word: str) -> str:
    # Letters alone have nothing that would be dropped; this is the common case, and many times as fast.
    return unicodedata.normalize("NFKC", word) if word.isalpha() else identity(word) if key(word) else ""


def _border(text: str, gap: Span) -> list[Token]:
    """The mark between two numbers is compared: `7, 8` is not `7-8`."""
    folded = key(f"1{text[gap.start : gap.end]}1")[1:-1]
    return [Token(gap.start, gap.end, folded, 0, True, False)] if folded else []


def _is_number(folded: str) -> bool:
    if not folded.isalpha() and any(map(str.isdigit, folded)):
        return True
    return not _NUMERALS.isdisjoint(folded) and han_quantity().search(simplified(folded)) is not None


def _size(folded: str, light: bool) -> int:
    if not is_spaced(folded[0]):
        return len(folded)
    if light:
        return 0
    return _WORD_SIZE if len(folded) < _LONG_WORD else _WORD_SIZE + 1


@cache
def _function_words() -> frozenset[str]:
    return frozenset().union(*(each.words.function for each in all_languages()))


def _named(text: str) -> list[tuple[int, int]]:
    """The spans inside short quotes and title marks."""
    spans = []
    for match in _OPENING.finditer(text):
        end = text.find(_QUOTED[match[0]], match.end(), match.end() + 40)
        if end > 0:
            spans.append((match.end(), end))
    return spans


def _fold(mark: str) -> str:
    folded = unicodedata.normalize("NFKC", mark)
    return " " if folded.isspace() else folded
