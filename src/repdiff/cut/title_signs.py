"""What shows that words are no title, whatever sets them apart: a date, a link, a remark, a promise, a finished sentence."""

import re
from functools import cache

from repdiff.cut.chapter_numbers import asks, is_remark
from repdiff.cut.lines import columns
from repdiff.languages import all_languages, spoken
from repdiff.languages.marks import WIDE_ENDS
from repdiff.languages.patterns import Uncased, joined, letters, words
from repdiff.languages.record import Language
from repdiff.languages.scripts import EAST_ASIAN_BLOCKS, EAST_LETTER

_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\](?:\([^()\s]*(?:\s[^()]*)?\)|\[[^\[\]]*\])|<[a-z]+:[^<>\s]*>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
_OTHER_STOPS = "،؛፡፣፤።၊။៖។៕།"
_ENDED = re.compile(rf"(?:[.,;!…{_OTHER_STOPS}{WIDE_ENDS}])[”’\")\]』」》*_]*$")
_ADDRESS = re.compile(r"://|@|\bwww\.")
_YEAR_LETTER = letters(lambda each: each.words.year)
_MONTH_LETTER = letters(lambda each: each.words.month)
_NUMERIC_DATE = re.compile(
    rf"(?<!\d)\d{{1,4}}([./-])\d{{1,2}}\1\d{{1,4}}(?!\d)|\d{{4}}[{_YEAR_LETTER}]\s?\d{{1,2}}[{_MONTH_LETTER}]"
)
_LETTER = re.compile(r"[^\W\d_]")
_EAST = re.compile(EAST_LETTER)
_LONGEST_TITLE, _MOST_WORDS = 110, 14
"""Columns and words of a title that bold signs set apart at most."""
_QUESTION_MARKS = ("?", "？", "؟")
_SENTENCE_WORDS = 4
"""Words from which a line with a verb that promises is a sentence."""
_CASELESS_WORDS, _CASELESS_COLUMNS = 9, 56
"""Words and columns of a title in a script without capitals, where no sign sets it apart."""
_CASELESS_LETTERS = 4
"""Letters of such a title at least."""


def delinked(text: str) -> str:
    """The text with the words of its links alone, and without tags."""
    return _TAG.sub("", _LINK.sub(lambda found: found["text"] or "", text))


def without_tags(text: str) -> str:
    """The text without tags of HTML."""
    return _TAG.sub("", text)


def is_link(text: str) -> bool:
    """Whether the text is nothing but one link."""
    return _LINK.fullmatch(text.strip(" *_")) is not None


def is_date(text: str) -> bool:
    """Whether a day or a month with figures is named, and hardly anything beside it."""
    if not any(map(str.isdigit, text)):
        return False
    return _NUMERIC_DATE.search(text) is not None or _named_date().search(text) is not None


def promises(text: str) -> bool:
    """Whether a line has the verb of a promise or of a rule, and does not ask for it as titles do."""
    if asks(text) or text.rstrip(" *_").endswith(_QUESTION_MARKS):
        return False
    languages = spoken(text)
    if len(text.split()) < _SENTENCE_WORDS and not _EAST.search(text):
        return False
    return _promise(languages).is_in(text)


def is_sentence(text: str) -> bool:
    """Whether words begin as sentences do, and end as they do."""
    plain = delinked(text).strip(" *_")
    return _ENDED.search(plain) is not None and plain.split()[0].strip(",").casefold() in _openers() if plain else False


def is_no_title(text: str) -> bool:
    """Whether words that their signs set apart are no title all the same; a stop behind them is not looked at."""
    if is_link(text):
        return True
    plain = delinked(text).strip(" *_")
    first = next((char for char in plain if char.isalnum()), "")
    return (
        not _LETTER.search(plain)
        or first.islower()
        or _ADDRESS.search(plain) is not None
        or columns(plain) > _LONGEST_TITLE
        or len(plain.split()) > _MOST_WORDS
        or is_remark(plain.strip(" :"))
        or is_date(plain)
        or promises(plain)
    )


def is_ended(text: str) -> bool:
    """Whether a mark that ends a sentence or a clause stands behind the words."""
    return _ENDED.search(delinked(text).strip(" *_")) is not None


def is_caseless_title(line: str) -> bool:
    """Whether a line in a script with blanks or without, but without capitals (Arabic, Hindi, Thai), could be a title."""
    found = _LETTER.search(line)
    if not found or found[0].lower() != found[0].upper() or found[0] < "\u0590" or _is_east_asian(found[0]):
        return False
    if re.search(rf"[.,:;!?\d{_OTHER_STOPS}{WIDE_ENDS}]", line) or columns(line) > _CASELESS_COLUMNS:
        return False
    return len(line.split()) <= _CASELESS_WORDS and sum(map(str.isalpha, line)) >= _CASELESS_LETTERS


def _is_east_asian(char: str) -> bool:
    return any(first <= char <= last for first, last in EAST_ASIAN_BLOCKS)


@cache
def _named_date() -> re.Pattern[str]:
    months = joined(all_languages(), lambda each: each.numbers.amounts.months)
    return re.compile(
        rf"(?<![^\W\d_])(?:{months})(?![^\W\d_])\.?,?\s?(?:de\s|of\s)?\d|\d(?:st|nd|rd|th|[.ºª])?,?\s(?:de\s|of\s)?(?:{months})(?![^\W\d_])",
        re.I,
    )


@cache
def _openers() -> frozenset[str]:
    return frozenset().union(*(each.sentences.openers for each in all_languages()))


@cache
def _promise(languages: tuple[Language, ...]) -> Uncased:
    modals = words(languages, lambda each: each.roles.modals)
    rules = words(languages, lambda each: each.roles.own_rules)
    targets = joined(languages, lambda each: each.roles.targets)
    return Uncased(f"{modals}|{rules}|{targets}")
