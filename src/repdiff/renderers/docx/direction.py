"""Text that is read from right to left, and what a run of it needs to be told."""

import unicodedata

from repdiff.renderers.docx.markup import Element, properties, w


def run_properties(text: str, rtl: bool, *inside: Element) -> Element | None:
    """The properties of a run in a paragraph that is `rtl`: all but Latin words and the like are set from right to left there."""
    return properties("rPr", *inside, w("rtl") if rtl and _is_leftward(text) else None)


def is_leftward(text: str) -> bool:
    """Whether a paragraph is read from right to left: whether its first letter is."""
    first = "L" if text.isascii() else next((way for char in text if (way := _way(char)) in ("L", "R", "AL")), "L")
    return first != "L"


def _is_leftward(text: str) -> bool:
    ways = {_way(char) for char in text}
    return bool(ways & {"R", "AL"}) or "L" not in ways


def _way(char: str) -> str:
    return unicodedata.bidirectional(char)
