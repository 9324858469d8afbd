"""The numbers that a browser puts before the items of ordered lists."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from repdiff.languages.numerals import COUNTING
from repdiff.sources.html_tree import Page

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)")
_TYPES: Final = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 4000
_LETTERS, _TEN = 26, 10
_MOST = 10**6
"""The highest number that is believed: a list that starts beyond is not numbered."""
_TYPED = re.compile(
    rf"\s*[(（\[]?(?:\d{{1,3}}|[a-zA-Z]|[ivxIVX]{{1,5}}|[{COUNTING}]{{1,3}})(?:\.\d{{1,3}})*[.)）\]、．]|\s*[§①-⑳]|\s*\d{{1,3}}\s"
)
_TERM = re.compile(
    rf"[(（\[]?(?:\d{{1,3}}|[a-zA-Z]{{1,2}}|[ivxIVX]{{1,5}}|[{COUNTING}]{{1,3}})(?:\.\d{{1,3}})*[.)）\]、．]|[①-⑳•–-]"
)
"""A term that only numbers the text behind it."""
_NEXT = 4
"""Nodes behind a term among which its text is looked for."""
_FEW = 0.5
"""Share of items that begin with a number of their own, from which the page shows no other."""
_LOOKED_AT = 40
"""Nodes of an item in which its first words are looked for."""


def numbers(page: Page) -> dict[int, str]:
    """What stands before each item of the ordered lists that show numbers, by its node."""
    lists: dict[int, list[int]] = {}
    around = [0] * len(page.tags)
    for node, tag in enumerate(page.tags):
        parent = page.parents[node]
        around[node] = parent if page.tags[parent] in ("ol", "ul", "menu", "dir") else around[parent]
        if tag == "li" and page.tags[around[node]] == "ol":
            lists.setdefault(around[node], []).append(node)
    found = _told_apart(page)
    for node, items in lists.items():
        found.update(_numbered(page, node, items))
    return found


def _told_apart(page: Page) -> dict[int, str]:
    """The numbers that laws set as terms before the text that they number (`<dt>1.<dd>`), by the node of that text; the term itself has
    an empty one.
    """
    found: dict[int, str] = {}
    for node, tag in enumerate(page.tags):
        if tag != "dt" or page.ends[node] - node > _LOOKED_AT:
            continue
        text = page.text(node).strip()
        below = next((each for each in _behind(page, node) if page.tags[each]), 0)
        if below and page.tags[below] == "dd" and _TERM.fullmatch(text):
            found[node], found[below] = "", f"{text} "
    return found


def _behind(page: Page, node: int) -> Iterator[int]:
    """The nodes right behind a node with the same parent, the first few."""
    at, end = page.ends[node], page.ends[page.parents[node]]
    for _ in range(_NEXT):
        if at >= end:
            break
        yield at
        at = page.ends[at]


def _numbered(page: Page, node: int, items: list[int]) -> dict[int, str]:
    own = page.attributes(node)
    style = _kind(page, node)
    if style == "none" or sum(_is_typed(page, item) for item in items) >= _FEW * len(items):
        return {}
    back = "reversed" in own
    at = _whole(own.get("start", ""), len(items) if back else 1)
    found = {}
    for item in items:
        at = _whole(page.attributes(item).get("value", ""), at)
        kind = _kind(page, item) or style
        if kind != "none" and abs(at) <= _MOST and not _is_heading(page, item):
            found[item] = f"{_WRITTEN.get(kind, str)(at)}{'、' if kind in _CHINESE else '. '}"
        at += -1 if back else 1
    return found


def _kind(page: Page, node: int) -> str:
    """The kind of numbers that a list or an item asks for; empty where it asks for none."""
    own = page.attributes(node)
    styled = _STYLE.search(own.get("style", "").lower())
    if styled:
        return next((word for word in styled[1].split() if word in _WRITTEN or word == "none"), "")
    if "list-none" in own.get("class", "").split():
        return "none"
    return _TYPES.get(own.get("type", "").strip(), "")


def _whole(written: str, otherwise: int) -> int:
    return int(written) if re.fullmatch(r"\s*-?[0-9]{1,9}\s*", written) else otherwise


def _is_typed(page: Page, item: int) -> bool:
    """Whether the text of an item begins with a number."""
    last = min(page.ends[item], item + _LOOKED_AT)
    return bool(
        _TYPED.match("".join(page.texts[each] for each in range(item, last) if each in page.texts)[:_LOOKED_AT])
    )


def _is_heading(page: Page, item: int) -> bool:
    """Whether an item is a heading that a word processor put into a list of its own."""
    first = next((each for each in page.children(item) if page.texts.get(each, "").strip() or page.tags[each]), 0)
    return page.tags[first] in ("h1", "h2", "h3", "h4", "h5", "h6")


def _alpha(number: int) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("a") + rest) + letters
    return letters or str(number)


def _roman(number: int) -> str:
    if not 0 < number < _MOST_ROMAN:
        return str(number)
    signs = ""
    for value, sign in _ROMAN:
        signs += sign * (number // value)
        number %= value
    return signs


def _han(number: int) -> str:
    if not 0 < number < _TEN * _TEN:
        return str(number)
    tens, ones = divmod(number, _TEN)
    ten = COUNTING[_TEN - 1]
    return (COUNTING[tens - 1] if tens > 1 else "") + (ten if tens else "") + (COUNTING[ones - 1] if ones else "")


_CHINESE = frozenset({"cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "japanese-informal"})
_WRITTEN: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimal-leading-zero": "{:02d}".format,
    "lower-alpha": _alpha,
    "lower-latin": _alpha,
    "upper-alpha": lambda number: _alpha(number).upper(),
    "upper-latin": lambda number: _alpha(number).upper(),
    "lower-roman": _roman,
    "upper-roman": lambda number: _roman(number).upper(),
    **dict.fromkeys(sorted(_CHINESE), _han),
}
