"""The straight line: two sources in, a comparison out."""

from dataclasses import replace
from typing import TYPE_CHECKING

from repdiff.model import Comparison, Document, Ruling, Said, Source
from repdiff.options import Options

if TYPE_CHECKING:
    from repdiff.narrow import Paired


def cut_document(source: Source) -> Document:
    """Cut a source into sections and sentences with their roles."""
    from repdiff.cut.sections import cut_sections
    from repdiff.cut.sentences import cut_sentences

    sections = cut_sections(source)
    return Document(source, sections, cut_sentences(source, sections))


def compare(old: Source, new: Source, options: Options | None = None) -> Comparison:
    """Compare two sources: which sentences and sections of the old one stand in the new one, where, and in what words.

    The result is the same on every machine, and compare(new, old) is its mirror. Raises RepdiffError when `options.section` is found
    in neither document.

    >>> repdiff.compare(repdiff.read("2020.txt"), repdiff.read("2021.txt"))
    """
    from repdiff.groups import make_groups
    from repdiff.narrow import narrow

    options = options or Options()
    documents = cut_document(old), cut_document(new)
    rulings, stale = _settled(*documents, options)
    paired = pair_documents(*documents, options, rulings)
    if options.section:
        paired = narrow(paired, options.section)
    linked_old, linked_new = {link.old for link in paired.links}, {link.new for link in paired.links}
    comparison = Comparison(
        old=paired.old,
        new=paired.new,
        section_links=paired.section_links,
        links=paired.links,
        groups=make_groups(paired.old, paired.new, paired.links, options),
        dropped=tuple(s.id for s in paired.old.sentences if s.id not in linked_old),
        added=tuple(s.id for s in paired.new.sentences if s.id not in linked_new),
        notes=(
            *(note for source in (old, new) for note in _notes(source)),
            *stale,
            *_repeats(documents, paired.copies),
        ),
        rulings=_within(paired, rulings),
    )
    if not options.numbers:
        return comparison
    from repdiff.fold_numbers import pair_numbers

    return replace(comparison, numbers=pair_numbers(comparison))


def _settled(old: Document, new: Document, options: Options) -> tuple[tuple[Ruling, ...], tuple[str, ...]]:
    """What a person decided about these sentences, and notes on what was decided about others."""
    if options.decisions is None:
        return (), ()
    from repdiff.settle import settle

    return settle(options.decisions, old, new)


def _within(paired: "Paired", rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    """The rulings on sentences that are still there when only some sections are shown."""
    above, below = ({s.span for s in document.sentences} for document in (paired.old, paired.new))
    return tuple(each for each in rulings if each.old in above and each.new in below)


def pair_documents(old: Document, new: Document, options: Options, rulings: tuple[Ruling, ...] = ()) -> "Paired":
    """Section and sentence links of two documents, found in one fixed direction so that swapping the documents mirrors them exactly."""
    from repdiff.mirror import mirror_links, mirror_rulings, mirror_section_links
    from repdiff.narrow import Paired

    if _weight(new) < _weight(old):
        turned = pair_documents(new, old, options, mirror_rulings(rulings))
        links = mirror_section_links(turned.section_links), mirror_links(turned.links)
        return Paired(old, new, *links, (turned.copies[1], turned.copies[0]))
    from repdiff.fold import fold

    folded = fold(old, new, rulings)
    if folded is None:
        return _paired(old, new, options, rulings)
    short = _paired(folded.old.document, folded.new.document, options, folded.rulings(rulings))
    links = folded.section_links(short.section_links), folded.links(short.links)
    return Paired(old, new, *links, (folded.old.copies, folded.new.copies))


def _paired(old: Document, new: Document, options: Options, rulings: tuple[Ruling, ...]) -> "Paired":
    """Section and sentence links of two documents as they stand."""
    from repdiff.narrow import Paired

    if not old.sentences or not new.sentences:
        return Paired(old, new, (), ())
    from repdiff.pair.decided import decided
    from repdiff.pair.evidence import Scene
    from repdiff.pair.judge import judge, load_models
    from repdiff.pair.places import locate
    from repdiff.pair.sections import pair_sections
    from repdiff.pair.sentences import pair_sentences
    from repdiff.pair.similarity import measure

    similarity = measure(old, new)
    scene = Scene(
        similarity, locate(old, similarity.old_keys), locate(new, similarity.new_keys), decided(old, new, rulings)
    )
    models = load_models()
    belief = judge(scene, models.looks)
    section_links = pair_sections(old, new, scene, belief, models.sections)
    return Paired(old, new, section_links, pair_sentences(old, new, scene, belief, section_links, options))


def _weight(document: Document) -> tuple[int, str]:
    return len(document.source.text), document.source.text


def _repeats(documents: tuple[Document, Document], copies: tuple[int, int]) -> list[str]:
    """A note on each document that repeats itself, and on what follows for its links."""
    return [
        Said(
            "{name} repeats itself: {copies} of its {count} sentences stand in copies of earlier passages. Each copy was compared with "
            "the same copy on the other side only.",
            name=document.source.name,
            copies=some,
            count=len(document.sentences),
        )
        for document, some in zip(documents, copies, strict=True)
        if some
    ]


def _notes(source: Source) -> list[str]:
    if source.encoding == "utf-8":
        return []
    if source.assumed:
        told = Said(
            "{name} was read as {encoding} (assumed from its bytes).", name=source.name, encoding=source.encoding
        )
    else:
        told = Said("{name} was read as {encoding} (as given or marked).", name=source.name, encoding=source.encoding)
    return [told]
