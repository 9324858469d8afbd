"""Keys: what is compared. The text is what is shown."""

import re
import unicodedata

from repdiff.languages.scripts import unbroken_letter

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


def unbroken(text: str) -> str:
    """The text without its line breaks, where its script has no blanks: there a break stands inside words and figures."""
    return _LINE_BREAK.sub("", text) if "\n" in text and unbroken_letter().search(text) else text


def _kept_marks(marks: re.Match[str]) -> str:
    """What stays of a run of marks: between two digits the mark of a number, else a space for the border; elsewhere nothing."""
    start, end = marks.span()
    if not (marks.string[start - 1 : start].isdecimal() and marks.string[end : end + 1].isdecimal()):
        return ""
    return marks[0] if marks[0] in _MARKS_IN_NUMBERS else " "
