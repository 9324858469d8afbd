"""What the readers of one Word file share while they walk through it: its styles, lists, notes and open fields, and what was met."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from repdiff.model.texts import Aside
from repdiff.sources.docx_fields import Fields
from repdiff.sources.docx_looks import PLAIN
from repdiff.sources.docx_numbers import Numbers
from repdiff.sources.docx_styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Trace:
    """The elements of a file that its text comes from, by the numbers that stretches have as their nodes."""

    def __init__(self) -> None:
        self.nodes: list[Element] = []

    def add(self, element: "Element") -> int:
        """The number of a further element."""
        self.nodes.append(element)
        return len(self.nodes) - 1


Notes = Callable[[str, str], str]
"""The text of a note by the name of what points to it (`footnoteReference`) and its id; empty where there is none."""


class Story:
    """A walk through one part of a file; changes while it is read."""

    def __init__(
        self, styles: Styles, numbers: Numbers, note: Notes, *, running_head: bool = False, trace: Trace | None = None
    ) -> None:
        self.styles = styles
        self.numbers = numbers
        self.note = note
        self.trace = trace
        """Collects the elements that the text comes from, where that is asked for."""
        self.fields = Fields(running_head=running_head)
        self.table = PLAIN
        """How the table that is read sets some of its words."""
        self.why: Aside | None = None
        """Why the blocks that come are no part of the document."""
        self.deleted = 0
        """Deletions under tracked changes."""
        self.hidden = 0
        """Hidden runs."""
        self.elsewhere: set[str] = set()
        """Elements that say that more stands in other files."""
