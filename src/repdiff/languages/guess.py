"""Which language a text is in, guessed from its script and, where a script is shared, from its commonest words.

The guess chooses glyphs, a voice and the words of a report, nothing else: a wrong one never hides or changes text.
"""

import re
from collections import Counter
from functools import cache

from repdiff.languages import all_languages
from repdiff.languages.han import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from repdiff.languages.scripts import ARABIC, CYRILLIC, DEVANAGARI, GREEK, HAN, HANGUL, HEBREW, KANA, LATIN, THAI

_SAMPLE = 20_000
_SPREAD = 2_000
"""Characters, spread over a text, that show whether it is Chinese."""
_JAPANESE = 0.1
"""Kana per ideograph from which a text is Japanese: Chinese quotes a word of it at most."""
_IDEOGRAPH = 4
"""Letters that are about as much text as an ideograph: a Chinese sentence with a web address stays Chinese."""
_OTHER = (("ru", CYRILLIC), ("el", GREEK), ("he", HEBREW), ("ar", ARABIC), ("hi", DEVANAGARI), ("th", THAI))
_HAN_BLOCKS = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
_KANA_BLOCK = ("\u3041", "\u30fa")


def is_chinese(text: str) -> bool:
    """Whether most letters of the text are Han and it is not Japanese."""
    letters = Counter(filter(str.isalpha, text[:: max(1, len(text) // _SPREAD)]))
    han = sum(letters[char] for char in letters if any(first <= char <= last for first, last in _HAN_BLOCKS))
    kana = sum(letters[char] for char in letters if _KANA_BLOCK[0] <= char <= _KANA_BLOCK[1])
    return 2 * han > letters.total() and kana < _JAPANESE * han


class Languages:
    """The language of each script of one document, decided once; `of(passage)` picks by the passage's own script."""

    def __init__(self, text: str) -> None:
        sample = text[:_SAMPLE]
        self._latin = _latin_language(sample)
        self._han = _han_language(sample)
        self.main = self.of(sample)

    def of(self, passage: str) -> str:
        """A BCP 47 tag for the passage: that of the script most of its letters are in, `und` when it has none."""
        latin = len(_letter(LATIN).findall(passage))
        han = _IDEOGRAPH * len(_letter(HAN).findall(passage))
        if han and han >= latin:
            return self._han
        if _letter(HANGUL).search(passage):
            return "ko"
        if _letter(KANA).search(passage):
            return "ja"
        if latin:
            return self._latin
        return next((tag for tag, letters in _OTHER if _letter(letters).search(passage)), "und")


def _han_language(sample: str) -> str:
    han = len(_letter(HAN).findall(sample))
    if len(_letter(KANA).findall(sample)) > han * _JAPANESE:
        return "ja"
    if len(_letter(HANGUL).findall(sample)) > han:
        return "ko"
    simplified = sum(c in SIMPLIFIED_ONLY for c in sample)
    traditional = sum(c in TRADITIONAL_ONLY for c in sample)
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _latin_language(sample: str) -> str:
    words = re.findall(r"[^\W\d_]+", sample.lower())
    languages = (each for each in all_languages() if each.words.commonest)
    counts = {each.tag: sum(word in each.words.commonest for word in words) for each in languages}
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] else "und"


@cache
def _letter(script: str) -> re.Pattern[str]:
    return re.compile(f"[{script}]")
