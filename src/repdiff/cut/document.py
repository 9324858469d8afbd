"""A source as a document: cut into sections and sentences; and a document with fewer of its sentences."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from repdiff.cut.repeats import count_copies, is_repeating
from repdiff.model.document import Document
from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.model.texts import Section, Sentence, Source, Span


def cut_document(source: Source, *, numbers: bool = True) -> Document:
    """Cut a source into sections and sentences with their roles, and find its quantities unless `numbers` is false.

    What stands in its text and is no part of it is marked first (see `repdiff.cut.asides`).
    """
    from repdiff.cut.asides import told, without_furniture
    from repdiff.cut.footnotes import without_marks
    from repdiff.cut.hyphens import unbroken_words
    from repdiff.cut.marked import flat_of
    from repdiff.cut.numbering import with_numbering
    from repdiff.cut.sections import cut_sections
    from repdiff.cut.sentences import cut_sentences

    source = without_marks(without_furniture(source))
    flat = flat_of(source)
    sections = cut_sections(source, flat)
    sentences = with_numbering(source, cut_sentences(source, sections, flat))
    whole = unbroken_words(source.text)
    keys = tuple(_key(source, sentence, whole) for sentence in sentences)
    document = Document(
        source,
        sections,
        sentences,
        keys,
        (),
        (*source.notes, *told(source), *_nothing(source.name, keys), *_repeats(source.name, keys)),
    )
    if not numbers:
        return document
    from repdiff.quantities.find import find_quantities

    return replace(document, quantities=find_quantities(document))


def _nothing(name: str, keys: tuple[str, ...]) -> list[Said]:
    """A note where a document says nothing."""
    return [] if keys else [Said("{name} holds no sentences.", name=name)]


def _key(source: Source, sentence: Sentence, whole: Callable[[str], str]) -> str:
    """What is compared of a sentence: not its number, unless it is nothing else."""
    from repdiff.text.keys import identity

    start, end = sentence.span
    if sentence.numbering and start + sentence.numbering == end:
        from repdiff.cut.numbering import named_by

        return named_by(source, sentence)
    return identity(whole(source.plain(Span(start + sentence.numbering, end))))


def _repeats(name: str, keys: tuple[str, ...]) -> list[Said]:
    """A note where a document repeats itself."""
    if not is_repeating(keys):
        return []
    return [
        Said(
            "{name} repeats itself: {copies} of its {count} sentences stand in copies of earlier passages.",
            name=name,
            copies=count_copies(keys),
            count=len(keys),
        )
    ]


def keep(document: Document, sentences: Iterable[int]) -> Document:
    """The document with these sentences alone; ids are numbered anew."""
    return only(document, sentences)[2]


def under(document: Document, title: str) -> Document:
    """What stands under headings that contain `title`. Raises RepdiffError when there is no such heading."""
    found = standing_under(document, title)
    if not found:
        raise RepdiffError(
            f"no heading contains {title!r} in {document.source.name}.", "See the headings with: repdiff outline FILE"
        )
    return keep(document, found)


def standing_under(document: Document, title: str) -> set[int]:
    """The ids of the sentences under headings that contain `title`, or below such a heading; case is ignored."""
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
        tuple(document.keys[k] for k in numbers),
        tuple(replace(q, sentence=numbers[q.sentence]) for q in document.quantities if q.sentence in numbers),
        document.notes,
    )
    return numbers, sections, narrowed


def _parent(document: Document, section: int, kept: dict[int, int]) -> int | None:
    """The nearest enclosing section that is kept."""
    parent = document.sections[section].parent
    while parent is not None and parent not in kept:
        parent = document.sections[parent].parent
    return None if parent is None else kept[parent]
