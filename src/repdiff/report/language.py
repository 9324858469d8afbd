"""Which language tag a passage gets, guessed from its script and, where a script is shared, from its commonest words.

The tag chooses glyphs and a voice, nothing else: a wrong guess never hides or changes text.
"""

import re

_SAMPLE = 20_000
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_OTHER = (
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
# Characters of one script form that the other never uses, among the commonest of both.
_SIMPLIFIED = frozenset("国发业产经济动务们个这为来时会对进设实现关开农众机构报质让从云电东车长门问间见观规")
_TRADITIONAL = frozenset("國發業產經濟動務們個這為來時會對進設實現關開農眾機構報質讓從雲電東車長門問間見觀規")
_COMMON_WORDS = {
    "en": frozenset("the of and to in is that for with on are we our this by will be".split()),
    "de": frozenset("der die und das ist nicht mit den von zu ein eine auf im wir werden".split()),
    "fr": frozenset("le la les des et est une dans pour que qui sur nous du au par".split()),
    "es": frozenset("el los las que y del una por con para es se al como más".split()),
    "it": frozenset("il che di per una del della sono con non gli le è nel alla".split()),
    "pt": frozenset("o os que e do da em um uma para com não no na ao".split()),
    "nl": frozenset("de het een van en dat die niet zijn voor met op aan wij".split()),
}


class Languages:
    """The language of each script of one document, decided once; `of(passage)` picks by the passage's own script."""

    def __init__(self, text: str) -> None:
        sample = text[:_SAMPLE]
        self._latin = _latin_language(sample)
        self._han = _han_language(sample)
        self.main = self.of(sample)

    def of(self, passage: str) -> str:
        """A BCP 47 tag for the passage: that of the script most of its letters are in, `und` when it has none."""
        latin = len(_LATIN.findall(passage))
        # An ideograph is about as much text as four letters: a Chinese sentence with a web address stays Chinese.
        han = 4 * len(_HAN.findall(passage))
        if han and han >= latin:
            return self._han
        if _HANGUL.search(passage):
            return "ko"
        if _KANA.search(passage):
            return "ja"
        if latin:
            return self._latin
        return next((tag for tag, letters in _OTHER if letters.search(passage)), "und")


def _han_language(sample: str) -> str:
    han = len(_HAN.findall(sample))
    if len(_KANA.findall(sample)) > han * 0.1:
        return "ja"
    if len(_HANGUL.findall(sample)) > han:
        return "ko"
    simplified = sum(c in _SIMPLIFIED for c in sample)
    traditional = sum(c in _TRADITIONAL for c in sample)
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _latin_language(sample: str) -> str:
    words = re.findall(r"[^\W\d_]+", sample.lower())
    counts = {tag: sum(w in common for w in words) for tag, common in _COMMON_WORDS.items()}
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] else "und"
