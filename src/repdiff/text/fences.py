"""Code between fences, as Markdown has it: what stands in it is neither prose nor a title."""

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^[ \t>]*(`{3,}(?!.*`)|~{3,})[^\n]*$", re.M)


def fenced(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The stretches of fenced code from a code point on, fences included, in order; one that is never closed ends with the text."""
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text, start):
        if opened is None:
            opened = fence
        elif fence[1].startswith(opened[1]):
            yield opened.start(), fence.end()
            opened = None
    if opened is not None:
        yield opened.start(), len(text)
