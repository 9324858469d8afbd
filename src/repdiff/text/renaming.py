"""Names that mean the same: where they stand in a text, and the text with one name for all of them.

A name in letters of a script with blanks is found as a whole word only, the longest first. One that is written with a capital is found as
it is written and all in capitals (`IT` is not `it`), one in small letters however it is written; what takes its place follows it. Blanks
count once, simplified and traditional characters as one.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from repdiff.languages import all_languages
from repdiff.languages.han import folded
from repdiff.languages.numerals import HAN_COUNTS
from repdiff.languages.scripts import UNSPACED_LETTERS
from repdiff.model.texts import Span
from repdiff.text.rewriting import Rewritten, Stretch, rewrite

Glossary = tuple[tuple[str, str], ...]
"""Names and, for each, the one that is meant."""

_LETTER = rf"[^\W\d_{UNSPACED_LETTERS}]"
_LETTER_OR_DIGIT = rf"[^\W_{UNSPACED_LETTERS}]"
_JOINED = re.compile(f"[{UNSPACED_LETTERS}]")
_BREAK = r"(?:[ \t\u3000]*\n\s*)?"
_FIRST_SIGN: Final = 0xF0000  # characters for private use beyond those that files hold


def whole_word(word: str, *, beside_digits: bool = True, pattern: str = "") -> str:
    """A pattern that finds a folded word, where its script parts words as a whole one: no letter of such a script stands beside it, and,
    unless it may stand `beside_digits`, no digit. `pattern` is that of the word where it is more than its characters.
    """
    beside = _LETTER if beside_digits else _LETTER_OR_DIGIT
    left = rf"(?<!{beside})" if _parted(word[0]) else ""
    right = rf"(?!{beside})" if _parted(word[-1]) else ""
    return left + (pattern or re.escape(word)) + right


def _parted(char: str) -> bool:
    """Whether blanks part the words of the script of a letter: those below the East Asian ones."""
    return char.isalpha() and char < "\u0e00"


def name_key(name: str) -> str:
    """What two spellings of one name have in common: simplified characters, small letters, no blanks."""
    return "".join(folded(name).split()).casefold().replace("’", "'")


def numerals_differ(one: str, other: str) -> bool:
    """Whether two names hold other numbers in words, or one of them is nothing else than one: `三` is not `四`, `two` not `three`."""
    (first, alone), (second, single) = _numerals(one), _numerals(other)
    return first != second and (alone or single or bool(first and second))


def _numerals(name: str) -> tuple[list[str], bool]:
    """The Han numerals and the words for numbers in a name, and whether it is nothing else."""
    spelled = _spelled()
    words = name.split()
    found = [word for word in words if spelled.fullmatch(word)]
    han = [char for char in folded(name) if char in HAN_COUNTS]
    return [*han, *(word.casefold() for word in found)], len(found) == len(words) or len(han) == len(name)


@cache
def _spelled() -> re.Pattern[str]:
    fragments = {fragment for each in all_languages() for fragment, _ in each.numbers.amounts.spelled}
    return re.compile("|".join(sorted(fragments)), re.IGNORECASE)


class Renaming:
    """A glossary, ready to be laid on texts."""

    def __init__(self, glossary: Glossary) -> None:
        names = {name_key(meant): (" ".join(meant.split()), " ".join(meant.split())) for _, meant in glossary}
        names |= {name_key(name): (" ".join(name.split()), " ".join(meant.split())) for name, meant in glossary}
        self._names = names
        written = sorted((folded(name) for name, _ in names.values()), key=lambda name: (-len(name), name))
        self._pattern = re.compile("|".join(map(_pattern, written)))
        forms = sorted({form for name, meant in names.values() for form in (meant, meant.upper(), _capital(meant))})
        self._signs = {form: chr(_FIRST_SIGN + number) for number, form in enumerate(forms)}

    def found(self, text: str) -> Iterator[Stretch]:
        """Where names stand, in order, each with the one that is meant."""
        for match in self._pattern.finditer(folded(text)):
            name, meant = self._names[name_key(match[0])]
            yield Stretch(Span(*match.span()), _cased(" ".join(text[slice(*match.span())].split()), name, meant))

    def meant(self, text: str) -> str:
        """The text with one name for all that mean the same."""
        return rewrite(text, self.found(text)).text

    def signed(self, text: str) -> Rewritten:
        """The text with one character for each name, the same for all that mean the same: so none is ever cut apart."""
        return rewrite(text, (Stretch(span, self._signs[meant]) for span, meant in self.found(text)))


@lru_cache(maxsize=4)
def renaming(glossary: Glossary) -> Renaming:
    """A glossary made ready: the same one is laid on many texts."""
    return Renaming(glossary)


def _pattern(name: str) -> str:
    blank = r"\s+".join(_letters(part) for part in name.split())
    forms = [blank] if name == name.lower() else [blank, r"\s+".join(map(_letters, name.upper().split()))]
    either = f"(?i:{blank})" if name == name.lower() else f"(?:{'|'.join(dict.fromkeys(forms))})"
    return whole_word(name, beside_digits=False, pattern=either)


def _letters(part: str) -> str:
    """The pattern of a part without blanks: where its script has none, a line may break inside."""
    made = []
    for before, char in zip(" " + part, part, strict=False):
        made.append(_BREAK if _JOINED.match(before) and _JOINED.match(char) else "")
        made.append("['’]" if char in "'’" else re.escape(char))
    return "".join(made)


def _cased(found: str, name: str, meant: str) -> str:
    """What is meant, in capitals where the name that was found is."""
    if found.isupper() and not name.isupper():
        return meant.upper()
    if found[:1].isupper() and name[:1].islower():
        return _capital(meant)
    return meant


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def longest_first(words: Iterable[str]) -> list[str]:
    """The words, folded, each once, in the order in which a pattern must try them."""
    return sorted({folded(word) for word in words}, key=lambda word: (-len(word), word))
