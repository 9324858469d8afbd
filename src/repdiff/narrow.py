"""Compare less than the whole document: only what stands under matching headings."""

from dataclasses import replace

from repdiff.errors import RepdiffError
from repdiff.model import Document, Section


def narrow(old: Document, new: Document, title: str) -> tuple[Document, Document]:
    """Both documents, cut down to the sections whose heading, or whose parent's heading, contains `title` (case is ignored).

    An empty title keeps everything. A side without such a heading becomes empty; raises RepdiffError when both do.
    """
    if not title:
        return old, new
    narrowed = _under(old, title), _under(new, title)
    if not any(document.sections for document in narrowed):
        raise RepdiffError(
            f"no heading contains {title!r} in {old.source.name} or {new.source.name}.",
            "See the headings with: repdiff outline FILE",
        )
    return narrowed


def _under(document: Document, title: str) -> Document:
    kept = [s for s in document.sections if _matches(document.sections, s, title.casefold())]
    number = {section.id: k for k, section in enumerate(kept)}
    sections = tuple(
        replace(s, id=number[s.id], parent=number.get(s.parent) if s.parent is not None else None) for s in kept
    )
    inside = [s for s in document.sentences if s.section in number]
    sentences = tuple(replace(s, id=k, section=number[s.section]) for k, s in enumerate(inside))
    return Document(document.source, sections, sentences)


def _matches(sections: tuple[Section, ...], section: Section, title: str) -> bool:
    if title in section.title.casefold():
        return True
    return section.parent is not None and _matches(sections, sections[section.parent], title)
