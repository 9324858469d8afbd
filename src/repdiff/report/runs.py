"""Text with its styles, what may be shown of a text, and how wide it is."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rich.cells import cell_len

from repdiff.languages.scripts import WIDE_LETTERS

# What a terminal would obey instead of showing: C0 and C1 controls, line separators, bidi embeddings, overrides and
# isolates; and lone surrogates, which no encoding can carry. Joiners and direction marks stay: Persian, Indic scripts
# and emoji need them.
_OBEYED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
WIDE: Final = WIDE_LETTERS
OPENING: Final = r"“‘（《〈【「『〔〖［｛(\[{<"
CLOSING: Final = r"，。！？；：、”’）》〉】」』〕〗］｝…—～·％‰,.!?;:)\]}%>"
_JOINED = re.compile(r"[\u200d\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")
_LINE_BREAK = re.compile(r"[ \t]*[\n\v\f\r\x85][ \t\n\v\f\r\x85]*")


@cache
def _wide_char() -> re.Pattern[str]:
    return re.compile(rf"[{WIDE_LETTERS}{OPENING}{CLOSING}]")


class Run(NamedTuple):
    """Characters of one style, empty for plain. A style is a name for what the characters are (`delete`, `insert`, `move_from`, `move_to`,
    `dropped`, `added`, `reworded`, `moved`, `heading`, `quiet`, `note`, `perhaps`, `looks`): each renderer has its own marks for it.
    """

    text: str
    style: str = ""


def visible(text: str) -> str:
    r"""The text with controls as escapes (`\x1b`), and line breaks as a blank, or as nothing between East Asian
    characters.
    """
    if text.isprintable():
        return text
    joined = _LINE_BREAK.sub(_join, text).replace("\t", " ")
    return _OBEYED.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), joined)


def _join(found: re.Match[str]) -> str:
    text = found.string
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    return "" if _wide_char().match(before) and _wide_char().match(after) else " "


def width(text: str) -> int:
    """Columns that the text takes."""
    if text.isascii():
        return len(text)
    # Only joiners and variation selectors make a cluster take other columns than its characters: the slow count is for them.
    return cell_len(text) if _JOINED.search(text) else sum(map(_columns, text))


@lru_cache(maxsize=8192)
def _columns(char: str) -> int:
    return cell_len(char)


def clip(text: str, columns: int) -> str:
    """The text cut to at most `columns`, with an ellipsis where something was cut; 0 columns cut nothing."""
    if not columns or width(text) <= columns:
        return text
    kept = 0
    for index, char in enumerate(text):
        kept += width(char)
        if kept > columns - 1:
            return text[:index] + "…"
    return text
