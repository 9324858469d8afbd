"""What a Markdown file holds and nobody sees who reads it set: its front matter and its comments."""

import re
from collections.abc import Iterator

from repdiff.model.texts import Aside, LeftOut, Span
from repdiff.text.fences import fenced

_COMMENT = re.compile(r"<!--(?:(?!-->).){0,100000}-->", re.S)
_RULE = "---"
_ENDS = frozenset({_RULE, "..."})
_KEY = re.compile(r"[\w.-]+[ \t]*:(?:[ \t]|$)")
_MORE = re.compile(r"[\w.-]+[ \t]*:(?:[ \t].*)?|[ \t]+\S.*|[ \t]*-(?:[ \t].*)?|#.*|\s*|[\]}],?")
_MOST_LINES = 200
"""Lines of a front matter at most."""


def hidden(text: str) -> Iterator[LeftOut]:
    """The front matter and the comments of a Markdown text, in order; what is in code is neither."""
    front = front_matter(text)
    if front.end:
        yield LeftOut(Aside.HIDDEN, text[: front.end], front)
    if "<!--" not in text:
        return
    code = list(fenced(text, front.end))
    for found in _COMMENT.finditer(text, front.end):
        if not any(start <= found.start() < end for start, end in code):
            yield LeftOut(Aside.COMMENT, found[0], Span(*found.span()))


def front_matter(text: str) -> Span:
    """The lines between two rules that a text begins with, where they are keys and values; an empty span where it does not."""
    if not text.startswith(f"{_RULE}\n"):
        return Span(0, 0)
    at = len(_RULE) + 1
    keys = 0
    for line in text[at:].split("\n", _MOST_LINES)[:_MOST_LINES]:
        if line.rstrip() in _ENDS:
            return Span(0, at + len(line)) if keys else Span(0, 0)
        if not _MORE.fullmatch(line):
            break
        keys += _KEY.match(line) is not None
        at += len(line) + 1
    return Span(0, 0)
