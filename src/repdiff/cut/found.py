"""What may be a heading."""

from typing import NamedTuple

from repdiff.model.texts import Span


class Found(NamedTuple):
    """A possible heading: its range in the flat text, the name of its style, its number (0 without), its depth.

    The depth is that of a heading in Markdown, and 1 for a numbered article. `open_ended` says that the heading is a mere number, whose
    title may stand in the next paragraph; `listed` that lists are numbered in this style as well; `whole` that nothing else stands in its
    paragraph.
    """

    span: Span
    style: str
    number: int = 0
    depth: int = 0
    open_ended: bool = False
    listed: bool = False
    whole: bool = True
