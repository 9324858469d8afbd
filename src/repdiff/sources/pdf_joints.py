"""How two lines of a paragraph are joined: with a blank, without one, or without the hyphen at the end of the first."""

import re
from collections import Counter
from collections.abc import Iterable

from repdiff.languages.scripts import HANGUL, UNSPACED_LETTERS

_HYPHENS = "-\u2010\u00ad"
_SOFT = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010'’][^\W\d_]+)*")
_BEFORE = re.compile(r"(?P<word>[^\W\d_]+(?:[-\u2010][^\W\d_]+)*)[-\u2010\u00ad]$")
_AFTER = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(f"[{UNSPACED_LETTERS}\u3001-\u303f\uff01-\uff60]")
_QUOTES = "“”‘’—…·《》〈〉"
_NUMBER_END = re.compile(r"\d[.,]?$")
_ENDS = (".", "。", "!", "?")
_HANGUL = re.compile(f"[{HANGUL}]")
_LAST_KOREAN = re.compile(f"[{HANGUL}]+$")
_FIRST_KOREAN = re.compile(f"^[{HANGUL}]+")


class Words:
    """The words of a document, and whether it breaks words at the ends of lines: what a hyphen there means is told by them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        ends: list[tuple[str, str]] = []
        before = ""
        for text in texts:
            self._counts.update(word.casefold() for word in _WORD.findall(text))
            ends.append((before, text))
            before = text
        self._hyphenates = self._breaks_words(ends)

    def _breaks_words(self, ends: Iterable[tuple[str, str]]) -> bool:
        """Whether words that are broken in two stand whole elsewhere more often than with their hyphen."""
        whole = hyphened = 0
        for one, two in ends:
            left, right = _BEFORE.search(one), _AFTER.match(two)
            if left and right and right[0][0].islower():
                whole += self._counts[(left["word"] + right[0]).casefold()] > 0
                hyphened += self._counts[f"{left['word']}-{right[0]}".casefold()] > 0
        return whole > hyphened

    def joined(self, one: str, two: str) -> str:
        """The text of two lines that follow each other in a paragraph."""
        one, two = one.rstrip(), two.lstrip()
        if not one or not two:
            return one + two
        if one[-1] == _SOFT:
            return one[:-1] + two
        if one[-1] in _HYPHENS and len(one) > 1 and not one[-2].isspace():
            return self._hyphened(one, two)
        return one + self._blank(one, two) + two

    def _hyphened(self, one: str, two: str) -> str:
        left, right = _BEFORE.search(one), _AFTER.match(two)
        if left is None or right is None or not right[0][0].islower():
            return one + two  # 2020-2021, a name, a minus
        whole = self._counts[(left["word"] + right[0]).casefold()]
        hyphened = self._counts[f"{left['word']}-{right[0]}".casefold()]
        if hyphened > whole or (hyphened == whole and not self._hyphenates):
            return one + two
        return one[:-1] + two

    def _blank(self, one: str, two: str) -> str:
        if _HANGUL.match(one[-1]) and _HANGUL.match(two[0]):
            return self._korean(one, two)
        ends, begins = one.rstrip(_QUOTES)[-1:], two.lstrip(_QUOTES)[:1]
        if _UNSPACED.match(ends) or _UNSPACED.match(begins):
            return ""
        if two[0].isdecimal() and _NUMBER_END.search(one) and (_UNSPACED.search(one) or _UNSPACED.search(two)):
            return ""  # programs break figures between letters of scripts without blanks
        if one[-1] in "/‐–—(（[" or two[0] in ")）]":
            return "" if one[-1] not in "–—" or one[-2:-1].strip() else " "
        return " "

    def _korean(self, one: str, two: str) -> str:
        """Lines may break within Korean words: they are whole where the document knows them whole."""
        left, right = _LAST_KOREAN.search(one), _FIRST_KOREAN.search(two)
        if left is None or right is None:
            return " "
        if len(right[0]) == 1 and two[1:2] in _ENDS:
            return ""  # no syllable is a word at the end of a sentence
        whole = self._counts[left[0] + right[0]]
        return "" if whole and whole >= min(self._counts[left[0]], self._counts[right[0]]) - 1 else " "
