"""Show less than the whole comparison: what stands under matching headings, and where that came from or went to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from repdiff.errors import RepdiffError
from repdiff.model import Document, Link, Section, SectionLink


@dataclass(frozen=True, slots=True)
class Paired:
    """Two documents and the links between their sections and sentences."""

    old: Document
    new: Document
    section_links: tuple[SectionLink, ...]
    links: tuple[Link, ...]
    copies: tuple[int, int] = (0, 0)
    """How many sentences of either side were taken for copies, and compared with the same copy of the other side alone."""


def narrow(paired: Paired, title: str) -> Paired:
    """What stands under headings that contain `title`, or below such a heading, on either side; case is ignored.

    The partners of such sentences stay wherever they stand, so that a sentence that moved out of the section is not called dropped. Ids are
    numbered anew. Raises RepdiffError when neither document has such a heading.
    """
    old, new = _under(paired.old, title), _under(paired.new, title)
    if not old and not new:
        names = f"{paired.old.source.name} or {paired.new.source.name}"
        raise RepdiffError(f"no heading contains {title!r} in {names}.", "See the headings with: repdiff outline FILE")
    links = [k for k in paired.links if k.old in old or k.new in new]
    kept_old, old_sections, above = only(paired.old, old | {k.old for k in links})
    kept_new, new_sections, below = only(paired.new, new | {k.new for k in links})
    return Paired(
        above,
        below,
        tuple(
            replace(k, old=old_sections[k.old], new=new_sections[k.new])
            for k in paired.section_links
            if k.old in old_sections and k.new in new_sections
        ),
        tuple(replace(k, old=kept_old[k.old], new=kept_new[k.new]) for k in links),
        paired.copies,
    )


def keep(document: Document, sentences: Iterable[int]) -> Document:
    """The document with these sentences alone; ids are numbered anew."""
    return only(document, sentences)[2]


def under(document: Document, title: str) -> Document:
    """What stands under headings that contain `title`. Raises RepdiffError when there is no such heading."""
    found = _under(document, title)
    if not found:
        raise RepdiffError(
            f"no heading contains {title!r} in {document.source.name}.", "See the headings with: repdiff outline FILE"
        )
    return keep(document, found)


def _under(document: Document, title: str) -> set[int]:
    """The sentences under matching headings."""
    sections = {s.id for s in document.sections if _matches(document.sections, s, title.casefold())}
    return {s.id for s in document.sentences if s.section in sections}


def _matches(sections: tuple[Section, ...], section: Section, title: str) -> bool:
    if title in section.title.casefold():
        return True
    return section.parent is not None and _matches(sections, sections[section.parent], title)


def only(document: Document, kept: Iterable[int]) -> tuple[dict[int, int], dict[int, int], Document]:
    """The document with these sentences alone, and the new numbers of its sentences and of its sections."""
    numbers = {old: new for new, old in enumerate(sorted(kept))}
    homes = {document.sentences[k].section for k in numbers}
    used = sorted(homes | {document.chapter(k).id for k in homes})  # an untitled section is named by its chapter
    sections = {old: new for new, old in enumerate(used)}
    narrowed = Document(
        document.source,
        tuple(replace(document.sections[k], id=n, parent=_parent(document, k, sections)) for k, n in sections.items()),
        tuple(
            replace(document.sentences[k], id=n, section=sections[document.sentences[k].section])
            for k, n in numbers.items()
        ),
    )
    return numbers, sections, narrowed


def _parent(document: Document, section: int, kept: dict[int, int]) -> int | None:
    """The nearest enclosing section that is kept."""
    parent = document.sections[section].parent
    while parent is not None and parent not in kept:
        parent = document.sections[parent].parent
    return None if parent is None else kept[parent]
