"""How what a pattern matches may begin: by its first letters most places of a text are passed over at once."""

import re
from collections.abc import Iterator

_PIECE = re.compile(r"\\.|\[(?:\\.|[^]\\])+\]|\(\?<?[=!]|\(\?:|[?*+][?+]?|\{[^}]*\}|.", re.DOTALL)
_NO_WIDTH = frozenset(("\\b", "\\B", "\\A", "\\Z", "^", "$"))
_ANY = "\0"  # behind a beginning: whatever follows
_CLASSES = frozenset("wWdDsS")


def openings(pattern: str, size: int) -> frozenset[str]:
    """The beginnings, of `size` letters at most, of all that a pattern matches; a shorter one stands for all that begin so.

    What looks ahead or back is passed over, so there may be more than needed, never less. The pattern is one of letters, classes,
    groups, alternatives and repetitions, without flags or names.
    """
    return frozenset(each.rstrip(_ANY) for each in _read(iter(_PIECE.findall(pattern)), size))


def _read(pieces: Iterator[str], size: int) -> set[str]:
    """The beginnings of the alternatives up to the end of a group."""
    found: set[str] = set()
    before, heads = {""}, {""}
    for piece in pieces:
        if piece == ")":
            break
        if piece == "|":
            found |= heads
            before, heads = {""}, {""}
        elif piece[0] in "?*+{":
            again = set() if piece[0] == "?" else _joined(heads, {_ANY}, size)
            heads = again if piece[0] == "+" else heads | before if piece[0] == "?" else again | before
        elif piece[:2] == "(?" and piece != "(?:":
            _read(pieces, size)
        elif piece not in _NO_WIDTH:
            item = _read(pieces, size) if piece[0] == "(" else _letters(piece)
            before, heads = heads, _joined(heads, item, size)
    return found | heads


def _letters(piece: str) -> set[str]:
    """What a single piece stands for."""
    if piece[0] == "[":
        inside = piece[1:-1]
        return {_ANY} if inside[0] == "^" or "\\" in inside or "-" in inside else set(inside)
    if piece[0] == "\\":
        return {_ANY} if piece[1] in _CLASSES else {piece[1]}
    return {_ANY} if piece == "." else {piece}


def _joined(heads: set[str], item: set[str], size: int) -> set[str]:
    """Beginnings with what follows them."""
    if all(len(head) >= size or head[-1:] == _ANY for head in heads):
        return heads
    return {
        head if head[-1:] == _ANY else (head + each)[:size] for head in heads for each in item if len(head) < size
    } | {head for head in heads if len(head) >= size}
