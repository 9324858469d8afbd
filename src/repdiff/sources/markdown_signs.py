"""Signs in the running text of Markdown: what is no word in a paragraph, a heading, an item or a cell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from repdiff.model.texts import Mark, Span, What

_ANY = re.compile(r"[*_`<\[\\]|~~")
_SPECIAL = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~]))|(?P<code>`+)|(?P<auto><(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>)"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:@][\w:.-]*(?:\s*=\s*(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'=<>`]+))?)*\s*/?>)"
    r"|(?P<note>\[\^[^\[\]\s]{1,40}\](?!:))|(?P<open>!?\[)|(?P<close>\])|(?P<run>\*+|_+)|(?P<wave>~+)"
)
_TAGS: Final = {
    "b": What.BOLD,
    "strong": What.BOLD,
    "i": What.ITALIC,
    "em": What.ITALIC,
    "u": What.UNDERLINE,
    "s": What.STRIKE,
    "del": What.STRIKE,
    "strike": What.STRIKE,
}
_TAG = re.compile(r"<(/?)([a-z]+)(?=[\s/>])", re.IGNORECASE)
_WHOLE = frozenset({"escape", "tag", "note"})
"""What is a sign as it stands; behind the first the next character is none."""
_TARGET = re.compile(
    r"""\(\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]*\))*\))*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)"""
)
_LABEL = re.compile(r"\[([^\[\]]*)\]")


class References(frozenset[str]):
    """The labels that a text defines for its links, as they are compared."""

    def __new__(cls, labels: Iterable[str]) -> "References":
        """The labels in any case and spacing."""
        return super().__new__(cls, map(_folded, labels))

    def __contains__(self, label: object) -> bool:
        """Whether a label is defined."""
        return super().__contains__(_folded(str(label)))


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


@dataclass(slots=True)
class _Run:
    """A run of `*` or `_` that may open or close emphasis: what is left of it."""

    sign: str
    start: int
    end: int
    opens: bool
    closes: bool


def find_signs(text: str, block: Span, references: References) -> Iterator[Mark]:
    """The signs in a block of running text: of emphasis, links, images, autolinks, code, tags, and backslashes before a sign; and what
    stands between signs of emphasis.
    """
    if not _ANY.search(text, *block):
        return
    runs: list[_Run] = []
    brackets: list[tuple[Span, int]] = []
    signs: list[re.Match[str]] = []
    at = block.start
    while (found := _SPECIAL.search(text, at, block.end)) is not None:
        at = found.end()
        kind = found.lastgroup
        signs.append(found)
        if kind in _WHOLE:
            yield _sign(*found.span())
            at += kind == "escape"
        elif kind == "code":
            ticks = _ticks(text, found, block.end)
            yield from (_sign(*each) for each in ticks)
            at = ticks[-1].end if ticks else at
        elif kind == "auto":
            yield from (_sign(found.start(), found.start() + 1), _sign(found.end() - 1, found.end()))
        elif kind == "open":
            brackets.append((Span(*found.span()), len(runs)))
        elif kind == "run":
            runs.append(_run(text, found, block))
        elif brackets and kind == "close":
            opening, first = brackets.pop()
            target = _target(text, opening, found, block, references)
            if target is not None:
                yield from (_sign(*opening), _sign(*target))
                yield from _paired(runs[first:])  # emphasis does not reach over the border of a link
                del runs[first:]
                at = target.end
    yield from _paired(runs)
    yield from (*_tagged(signs), *_struck(text, signs))


def _sign(start: int, end: int) -> Mark:
    return Mark(Span(start, end), What.SIGN)


def _tagged(signs: Iterable[re.Match[str]]) -> Iterator[Mark]:
    """What stands between tags that say how it is set."""
    open_: dict[What, list[int]] = {}
    for found in signs:
        tag = _TAG.match(found[0])
        what = _TAGS.get(tag[2].lower()) if tag else None
        if tag is None or what is None:
            continue
        starts = open_.setdefault(what, [])
        if not tag[1]:
            starts.append(found.end())
        elif starts and (start := starts.pop()) < found.start():
            yield Mark(Span(start, found.start()), what)


def _struck(text: str, found: Iterable[re.Match[str]]) -> Iterator[Mark]:
    """What stands between two waves and two others, as GitHub strikes it. The waves stay text: not all programs take them for signs."""
    opening: Span | None = None
    for wave in (Span(*each.span()) for each in found if each[0] == "~~"):
        if opening is not None and opening.end < wave.start and not text[wave.start - 1].isspace():
            yield Mark(Span(opening.end, wave.start), What.STRIKE)
            opening = None
        elif not text[wave.end : wave.end + 1].isspace():
            opening = wave


def _ticks(text: str, opening: re.Match[str], end: int) -> tuple[Span, ...]:
    """The ticks that open code and those that close it, as many, no more and no fewer; none where nothing closes it."""
    found = re.compile(rf"(?<!`)`{{{len(opening[0])}}}(?!`)").search(text, opening.end(), end)
    return (Span(*opening.span()), Span(*found.span())) if found else ()


def _target(text: str, opening: Span, closing: re.Match[str], block: Span, references: References) -> Span | None:
    """The closing bracket of a link with what says where it leads; None where the brackets are no link."""
    target = _TARGET.match(text, closing.end(), block.end)
    if target:
        return Span(closing.start(), target.end())
    inside = text[opening.end : closing.start()]
    label = _LABEL.match(text, closing.end(), block.end)
    if label and (label[1] or inside) in references:
        return Span(closing.start(), label.end())
    return Span(*closing.span()) if not label and inside in references else None


def _run(text: str, found: re.Match[str], block: Span) -> _Run:
    """A run that may open where a word follows, and close where one stands before; `_` not inside a word, `*` not between digits."""
    before = text[found.start() - 1] if found.start() > block.start else " "
    after = text[found.end()] if found.end() < block.end else " "
    opens, closes = not after.isspace(), not before.isspace()
    if found[0][0] == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    elif len(found[0]) == 1 and before.isdigit() and after.isdigit():
        opens = closes = False
    return _Run(found[0][0], found.start(), found.end(), opens, closes)


def _paired(runs: Iterable[_Run]) -> Iterator[Mark]:
    """The signs of the runs that find a partner, each closing one the nearest that is open, and what they stress."""
    waiting: list[_Run] = []
    places: dict[str, list[int]] = {"*": [], "_": []}  # of each sign in `waiting`
    for run in runs:
        while run.closes and run.start < run.end and places[run.sign]:
            at = places[run.sign][-1]
            opening = waiting[at]
            size = min(2, run.end - run.start, opening.end - opening.start)
            yield from (_sign(opening.end - size, opening.end), _sign(run.start, run.start + size))
            yield Mark(Span(opening.end, run.start), What.BOLD if size == len("**") else What.ITALIC)
            opening.end -= size
            run.start += size
            del waiting[at + (opening.start < opening.end) :]
            for open_places in places.values():
                while open_places and open_places[-1] >= len(waiting):
                    open_places.pop()
        if run.opens and run.start < run.end:
            places[run.sign].append(len(waiting))
            waiting.append(run)
