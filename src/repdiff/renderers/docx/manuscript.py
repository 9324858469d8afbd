"""A manuscript as a Word file: its text with changes tracked, remarks as comments."""

from typing import TYPE_CHECKING

from repdiff.renderers.docx.markup import root, w
from repdiff.renderers.docx.package import pack
from repdiff.renderers.docx.styles import settings, styles
from repdiff.renderers.docx.tracked import Tracked, comments

if TYPE_CHECKING:
    from repdiff.report.manuscript import Manuscript


def write(told: "Manuscript", title: str) -> bytes:
    """The file."""
    writer = Tracked(told)
    paragraphs = list(writer.body())
    page = w("sectPr", w("pgSz", w="11906", h="16838"), _margins())
    return pack(
        {
            "document": root("document", [w("body", *paragraphs, page)]),
            "styles": styles(told.lang),
            "settings": settings(told.lang),
            "comments": root("comments", comments(told, writer.placed)),
        },
        title,
    )


def _margins() -> object:
    sides = dict.fromkeys(("top", "right", "bottom", "left"), "1440")
    return w("pgMar", **sides, header="720", footer="720", gutter="0")
