"""Cut a text into words. White space and punctuation marks are words of their own."""

import re
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from repdiff.languages.han import folded
from repdiff.model.texts import Span
from repdiff.text.lexicon import lexicon
from repdiff.text.quantity_grammar import before, date, digits, han_quantity, quantity_end, unit_to_confirm

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〇\U00020000-\U0003ffff"
_KANA = r"[\u3041-\u309f\u30fc]+|[\u30a0-\u30fa\u30fc-\u30ff\uff66-\uff9f]+"
# Scripts without spaces and without a dictionary here: a consonant with the vowels and tones around it.
_CLUSTER = (
    r"[\u0e40-\u0e44\u0ec0-\u0ec4]?[\u0e01-\u0e2e\u0e81-\u0eae\u1000-\u102a\u1780-\u17b3]"
    r"[\u0e2f-\u0e3a\u0e45-\u0e4e\u0eaf-\u0ebd\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3]*"
)
_NOT_LETTERS = rf"\W\d_{_HAN}\u3040-\u30ff\uff66-\uff9f\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"
# Vowel signs and accents that Python's \w leaves out, in the blocks where they are written.
_ACCENT = r"\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0970-\u0dff"
# Possessive, run by run: a megabyte of letters costs no memory for ways back that are never taken.
_LETTERS = rf"(?:[^{_NOT_LETTERS}]++|[{_ACCENT}\d]++)++"
_JOINT = r"['’\u2010\u2011-]"
_DOUBTFUL = 12.0  # a unit is refused when a border after it makes the words e^12 times less likely: 3天然气 is not 3天
_WINDOW = 6  # characters behind a unit that can decide whether a word ends there


def cut_words(text: str) -> tuple[Span, ...]:
    """Cut `text` into words that tile it: the spans, in order, in code points of `text`.

    A word is a Han word (by jieba's dictionary), a run of letters with its apostrophes and hyphens,
    a run of one Japanese script, a cluster of a script without spaces, an address, or a whole
    quantity: number or range with sign, currency, unit and qualifier (`不低于7.5%以上`, `US$ 3 million`,
    `三千五百亿元`). White space and each mark are words of their own.
    """
    return tuple(Span(start, end) for start, end in pairwise((0, *word_ends(text))))


def word_ends(text: str) -> list[int]:
    """Where the words of `cut_words(text)` end, in order."""
    cuts = [0]
    at, size = 0, len(text)
    simplified = folded(text)
    match_at = _pattern("://" in text or "www." in text or "@" in text).match
    while at < size:
        match = match_at(text, at)
        if match is None:  # cannot be: the last alternative takes any character
            break
        kind, end = match.lastgroup, match.end()
        if kind == "han":
            cuts += [at + word_end for word_end in _han_ends(match[0])]
        elif kind == "quantity":
            _join_qualifier(simplified, cuts)
            end = _confirmed(simplified, at, quantity_end(simplified, end))
            cuts.append(end)
        else:
            cuts.append(end)
        at = end
    return cuts[1:]


def _confirmed(text: str, start: int, end: int) -> int:
    """The end of a quantity without a last character that is no unit but begins another word."""
    following = _pattern(False).match(text, end)
    if following is None or following.lastgroup != "han" or unit_to_confirm().search(text[start:end]) is None:
        return end
    run = text[end - 1 : min(end + _WINDOW, following.end())]
    return end - 1 if lexicon().cost_of_border(run, 1) > _DOUBTFUL else end


@lru_cache(maxsize=1 << 12)
def _han_ends(run: str) -> tuple[int, ...]:
    """The ends of the words of a run of Han characters; a quantity in Han numerals is one word.

    A clause that stands in both texts of a comparison is cut once.
    """
    ends = list(accumulate(map(len, lexicon().cut(run)), initial=0))
    borders = set(ends)
    simplified = folded(run)
    for match in han_quantity().finditer(simplified):
        first, last = match.span()
        if first in borders and last in borders:
            qualified = [end for end in ends if end <= first]
            _join_qualifier(simplified, qualified)
            ends = qualified + [end for end in ends if end >= last]
    return tuple(ends[1:])


def _join_qualifier(text: str, cuts: list[int]) -> None:
    """Drop the last of `cuts`, where a quantity begins, back to where the longest qualifier before it begins."""
    at, qualifiers = cuts[-1], before()
    for index in range(max(0, len(cuts) - 1 - _longest_qualifier()), len(cuts) - 1):
        if text[cuts[index] : at] in qualifiers:
            del cuts[index + 1 :]
            return


@cache
def _longest_qualifier() -> int:
    return max(map(len, before()))


@cache
def _pattern(addresses: bool) -> re.Pattern[str]:
    """The kinds of words. Most texts have no address, and its part of the pattern takes milliseconds to compile."""
    address = (
        rf"|(?P<address>(?:https?://|www\.)[^\s{_HAN}，。；、！？）》”’<>\"]*[\w/=#-]"
        r"|[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[A-Za-z0-9-]+)+)"
    )
    return re.compile(
        rf"(?P<han>[{_HAN}]+)|(?P<mark>[，。；：、！？“”《》（）]){address if addresses else ''}"
        rf"|(?P<date>{date()})|(?P<quantity>{digits()})|(?P<initials>(?:[A-Za-z]\.){{2,}})"
        rf"|(?P<word>(?!\d){_LETTERS}(?:{_JOINT}{_LETTERS})*(?:[.．]\d+)?)"
        rf"|(?P<kana>{_KANA}|{_CLUSTER})|(?P<space>\s+)|(?P<other>.)",
        re.DOTALL,
    )
