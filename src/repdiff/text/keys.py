"""Keys: what is compared. The text is what is shown.

`key` is what two texts are likened by: the letters and digits. `identity` is what makes two texts the same: it also holds every mark that
can change what is said.
"""

import re
import unicodedata
from functools import lru_cache

from repdiff.languages.numerals import COUNTING
from repdiff.languages.scripts import is_spaced, unbroken_letter

# Punctuation, spaces, format characters and Markdown marks, after NFKC. Kept are the symbols that change a quantity or a
# name (% ‰ $ + < = > & @): "增长5%" is not "增长5".
_SILENT = (
    r"\s!\"#'()*,\-./:;?\[\\\]^_`{|}~\x00-\x1f\x7f-\xa1\xa7\xab\xad\xb6\xb7\xbb\xbf"
    r"\u055a-\u055f\u0589\u060c\u061b\u061f\u066b-\u066d\u06d4\u0964\u0965"
    r"\u2000-\u202f\u2031-\u206f\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d\u30fb\ufe00-\ufe0f\ufeff"
)
_MARKS_IN_NUMBERS = frozenset(".,:/-")
_THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3})((?:,\d{3})+)(?![\d,])")
_DIGIT = re.compile(r"\d")
_MARKS = re.compile(f"[{_SILENT}]+")
_RAISED = re.compile(r"(?<![mM])[\u00b2\u00b3\u00b9\u2070-\u208e]|[\u00bc-\u00be\u2150-\u215e]")  # m² is written m2
# One blank between two letters stays; it is the commonest run of all, and nothing need be asked about it. A pattern that begins with a
# class is looked for in half the time.
_TELLING = _SILENT.replace(r"\u2031-\u206f", r"\u2031\u2035-\u206f")  # a prime is a unit
_MARKED = re.compile(rf"[{_TELLING}](?:[{_TELLING}]+|(?![A-Za-z])|(?<![A-Za-z] ))")
_MINUS = "\u2212"
_OPENS, _CLOSES = "\u2985", "\u2986"  # around a number in brackets, which may be one below zero
_ACCOUNT = re.compile(r"(?<=\S)(?<!^)\((\s*\d[\d.,]*%?)\)")
_NUMBERING = re.compile(rf"^\W*([{COUNTING}]{{1,3}}|\d{{1,3}}|[A-Za-z])[.、)](?!\d)")
_STYLES = {
    **dict.fromkeys("\"'`\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a", "'"),
    **dict.fromkeys("\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f", "'"),
    **dict.fromkeys("[{\u3010\u3014\u3016", "("),
    **dict.fromkeys("]}\u3011\u3015\u3017", ")"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015", "-"),
    **dict.fromkeys("\t\n\r\f\v\xa0\u2002\u2003\u2009\u202f\u3000\u2028\u2029\x85", " "),
    **dict.fromkeys("\u060c\u061b", ","),
    "\u2044": "/",
    "\u061f": "?",
}
"""Marks that do the same work, by the one that stands for them."""
_NOTHING = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad\ufe0e\ufe0f")
_SPACED = frozenset({"digit", "letter"})
_BROKEN = _SPACED | {"sign"}
_IN_NAMES = frozenset("/\\@&#")
_PAUSING = frozenset(",;:()-")
_ENDING = frozenset(".!\u3002\u2026*|^~=_")
_LISTING = "\u3001"
_BINDING = re.compile(r"[/_@&#*|\\^~-]")
_HYPHENATION = re.compile(r"-[ \t]*\n\s*")
_SIGN = re.compile(r"(?<!-)[-~]\Z")
_REPEATED = re.compile(r"(.)\1+")
_LINE_BREAK = re.compile(r"(?<![A-Za-z])[ \t\u3000]*\n\s*|[ \t\u3000]*\n\s*(?![A-Za-z\s])")


def key(text: str) -> str:
    """The text without what never makes a difference by itself: widths, spaces, punctuation, thousands separators.

    Case, digits, decimal marks, the border between two numbers and the symbols of quantities stay. The key of a text of
    marks alone is empty.
    """
    folded = unicodedata.normalize("NFKC", unbroken(text))
    if _DIGIT.search(folded) is None:  # the common case, at a third of the cost
        return _MARKS.sub("", folded)
    folded = _THOUSANDS.sub(lambda m: m[1] + m[2].replace(",", ""), folded)
    return _MARKS.sub(_kept_marks, folded)


def identity(text: str) -> str:
    """What two texts must share to be the same: the key, and in it signs, brackets of numbers, marks inside words, blanks between them,
    quotes, commas and question marks.

    Nothing but width, blanks where a script has none, the style of quotes, dashes and numbering, thousands separators and the marks that
    end a sentence are left out. Empty where the key is.
    """
    folded = unbroken(text)
    if not folded.isascii():
        folded = unicodedata.normalize("NFKC", _RAISED.sub(r"^\g<0>", folded)).replace(_MINUS, "-")
    if _DIGIT.search(folded) is not None:
        folded = _THOUSANDS.sub(lambda m: m[1] + m[2].replace(",", ""), folded)
        folded = _ACCOUNT.sub(rf"{_OPENS}\1{_CLOSES}", folded)
    number = _NUMBERING.match(folded)
    kept = _MARKED.sub(_telling, number[1] + folded[number.end() :] if number else folded)
    return kept if any(map(str.isalnum, kept)) else _MARKS.sub("", folded)


def same_number(one: str, other: str) -> bool:
    """Whether two items have the same number, however it is written: `（3）` and `3.` have, and two bullets."""
    first, second = ("".join(filter(str.isalnum, unicodedata.normalize("NFKC", each))) for each in (one, other))
    return first == second


def sign_of(text: str, at: int) -> str:
    """What a single character of a text counts as where two texts are told apart character by character; empty where it does not count."""
    char = unicodedata.normalize("NFKC", text[at]).replace(_MINUS, "-")
    if len(char) != 1 or _MARKS.fullmatch(char) is None:
        return char
    left, right = (_side(text[n : n + 1]) if n >= 0 else "" for n in (at - 1, at + 1))
    style = _STYLES.get(char, char)
    if style == " ":
        return " " if left in _BROKEN and right in _BROKEN else ""
    if style in _IN_NAMES:
        return style
    if style in _ENDING or char in _NOTHING:
        return style if left in _SPACED and right in _SPACED else ""
    return "," if style in _PAUSING else style


def _telling(marks: re.Match[str]) -> str:
    """What stays of a run of marks."""
    start, end = marks.span()
    return _kept(_side(marks.string[start - 1 : start]), marks[0], _side(marks.string[end : end + 1]))


def _side(char: str) -> str:
    """What stands beside a run of marks: a digit, a letter of a script with blanks or of one without, another sign, or nothing."""
    if char.isdecimal():
        return "digit"
    if not char.isalnum():
        return "sign" if char else ""
    return "letter" if is_spaced(char) else "joined"


@lru_cache(maxsize=1 << 14)
def _kept(left: str, marks: str, right: str) -> str:
    """What stays of a run of marks between two characters of these kinds."""
    signs = "".join(_STYLES.get(char, "" if char in _NOTHING else char) for char in marks)
    inner = signs.replace(" ", "")
    if left == right == "digit":
        if _NOTHING.issuperset(marks):
            return ""
        return inner.replace("~", "-") or " "
    if _HYPHENATION.fullmatch(marks) and left == right == "letter":
        return ""
    bound = left in _SPACED and right in _SPACED
    if inner and " " not in signs and (bound or (left and right and _BINDING.fullmatch(signs))):
        return signs
    blank = " " if left == "letter" and right in _SPACED and " " in signs else ""
    sign = _SIGN.search(signs) if right == "digit" else None
    if sign:
        return _pauses(signs[: sign.start()], left, "sign") + blank + sign[0]
    return _pauses(signs, left, right) + blank


def _pauses(signs: str, left: str, right: str) -> str:
    """The quotes, question marks and pauses of a run of marks; pauses that open or end a text are left out."""
    found = []
    for at, char in enumerate(signs):
        if char in "'?" or (char in _IN_NAMES and left and (right or (left == "letter" and not at))):
            found.append(char)
        elif char in _PAUSING and left and right:
            found.append(",")
        elif char == _LISTING and left and right:
            found.append(char)
    return _REPEATED.sub(r"\1", "".join(found))


def unbroken(text: str) -> str:
    """The text without its line breaks, where its script has no blanks: there a break stands inside words and figures."""
    return _LINE_BREAK.sub("", text) if "\n" in text and unbroken_letter().search(text) else text


def _kept_marks(marks: re.Match[str]) -> str:
    """What stays of a run of marks: between two digits the mark of a number, else a space for the border; elsewhere nothing."""
    start, end = marks.span()
    if not (marks.string[start - 1 : start].isdecimal() and marks.string[end : end + 1].isdecimal()):
        return ""
    return marks[0] if marks[0] in _MARKS_IN_NUMBERS else " "
