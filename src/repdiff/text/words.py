"""Cut a text into words. White space and punctuation marks are words of their own."""

import re
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from repdiff.languages.han import folded
from repdiff.languages.patterns import NEVER
from repdiff.languages.scripts import ACCENTS, CLUSTER, HAN_LETTERS, HIRAGANA_RUN, KATAKANA_RUN, UNSPACED_LETTERS
from repdiff.model.texts import Span
from repdiff.text.lexicon import lexicon
from repdiff.text.quantity_grammar import before, date, digits, han_quantity, quantity_end, unit_to_confirm
from repdiff.text.renaming import longest_first, whole_word

_NOT_LETTERS = rf"\W\d_{UNSPACED_LETTERS}"
# Possessive, run by run: a megabyte of letters costs no memory for ways back that are never taken.
_LETTERS = rf"(?:[^{_NOT_LETTERS}]++|[{ACCENTS}\d]++)++"
_JOINT = r"['’\u2010\u2011-]"
_DOUBTFUL = 12.0  # a unit is refused when a border after it makes the words e^12 times less likely: 3天然气 is not 3天
_HAN = re.compile(f"[{HAN_LETTERS}]+")
# A word of a script with blanks, with the mark or the signs of vowels at its end, before a blank.
_LETTERS_APART = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]\W{0,3}[ \u00a0]")
_NOWHERE = (sys.maxsize, sys.maxsize)
_WINDOW = 6  # characters behind a unit that can decide whether a word ends there


def cut_words(text: str) -> tuple[Span, ...]:
    """Cut `text` into words that tile it: the spans, in order, in code points of `text`.

    A word is a Han word (by jieba's dictionary), a run of letters with its apostrophes and hyphens,
    a run of one Japanese script, a cluster of a script without spaces, an address, or a whole
    quantity: number or range with sign, currency, unit and qualifier (`不低于7.5%以上`, `US$ 3 million`,
    `三千五百亿元`). White space and each mark are words of their own.
    """
    return tuple(Span(start, end) for start, end in pairwise((0, *word_ends(text))))


class OwnWords:
    """Words of the user's that are never cut apart, ready to be looked for."""

    def __init__(self, words: tuple[str, ...]) -> None:
        told = longest_first(word.strip() for word in words if any(map(str.isalnum, word)))
        self._pattern = re.compile("|".join(map(whole_word, told)) or NEVER)

    def spans(self, simplified: str) -> Iterator[tuple[int, int]]:
        """Where they stand in a folded text, in order, the longest at each place."""
        return (match.span() for match in self._pattern.finditer(simplified))


@lru_cache(maxsize=4)
def own_words(words: tuple[str, ...]) -> OwnWords:
    """Words made ready: the same ones are looked for in many texts."""
    return OwnWords(words)


def word_ends(text: str, own: OwnWords | None = None) -> list[int]:
    """Where the words of `cut_words(text)` end, in order; the user's own words are never cut, but inside a quantity."""
    cuts = [0]
    at, size = 0, len(text)
    simplified = folded(text)
    whole = own.spans(simplified) if own else iter(())
    first, last = next(whole, _NOWHERE)
    match_at = _pattern("://" in text or "www." in text or "@" in text, _LETTERS_APART.search(text) is not None).match
    while at < size:
        while first < at:
            first, last = next(whole, _NOWHERE)
        if first == at:
            at = last
            cuts.append(at)
            continue
        match = match_at(text, at)
        if match is None:  # cannot be: the last alternative takes any character
            break
        kind, end = match.lastgroup, match.end()
        if kind in ("han", "kana"):
            end = min(end, first)
        if kind == "han":
            cuts += [at + word_end for word_end in _han_ends(text[at:end])]
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
    following = _HAN.match(text, end)
    if following is None or unit_to_confirm().search(text[start:end]) is None:
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
def _pattern(addresses: bool, letters: bool) -> re.Pattern[str]:
    """The kinds of words; addresses, and what begins with words in letters (`at least 5`, `May 5`), where a text can have them.

    Those parts of the pattern take milliseconds to compile.
    """
    address = (
        rf"|(?P<address>(?:https?://|www\.)[^\s{HAN_LETTERS}，。；、！？）》”’<>\"]*[\w/=#-]"
        r"|[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[A-Za-z0-9-]+)+)"
    )
    return re.compile(
        rf"(?P<han>[{HAN_LETTERS}]+)|(?P<mark>[，。；：、！？“”《》（）]){address if addresses else ''}"
        rf"{f'|(?P<date>{date()})' if letters else ''}|(?P<quantity>{digits(letters)})|(?P<initials>(?:[A-Za-z]\.){{2,}})"
        rf"|(?P<word>(?!\d){_LETTERS}(?:{_JOINT}{_LETTERS})*(?:[.．]\d+)?)"
        rf"|(?P<kana>{HIRAGANA_RUN}|{KATAKANA_RUN}|{CLUSTER})|(?P<space>\s+)|(?P<other>.)",
        re.DOTALL,
    )
