"""Which paragraphs of an office file are items of lists, and which may be headings that are numbered like items."""

from repdiff.model.texts import Mark, What


def items_or_headings(marks: tuple[Mark, ...], text: str) -> tuple[Mark, ...]:
    """The marks. Where the file marks no chapters, its numbered paragraphs may be their headings: only bullets make items."""
    if any(mark.what is What.HEADING for mark in marks):
        return marks
    return tuple(
        mark for mark in marks if mark.what is not What.ITEM or not _counts(text[mark.span.start : mark.span.end])
    )


def _counts(text: str) -> bool:
    """Whether a paragraph begins with a number or a letter in front of a text, not with a bullet."""
    return text[:1].isalnum() or text[:1] in "(["
