"""Section and sentence links of two documents, the same whichever comes first."""

from dataclasses import replace

from repdiff.model.document import Document
from repdiff.model.links import Link, Paired, Ruling, SectionLink
from repdiff.model.options import PairingOptions
from repdiff.model.said import Said


def pair_documents(old: Document, new: Document, options: PairingOptions, rulings: tuple[Ruling, ...] = ()) -> "Paired":
    """Section and sentence links of two documents, found in one fixed direction so that swapping the documents mirrors them exactly."""
    from repdiff.model.links import Paired

    if options.glossary:
        return _under_one_name(old, new, options, rulings)
    if _weight(new) < _weight(old):
        turned = pair_documents(new, old, options, mirror_rulings(rulings))
        links = mirror_section_links(turned.section_links), mirror_links(turned.links)
        return Paired(old, new, *links, turned.notes)
    from repdiff.comparison.fold import fold

    folded = fold(old, new, rulings)
    if folded is None:
        return _paired(old, new, options, rulings)
    short = _paired(folded.old.document, folded.new.document, options, folded.rulings(rulings))
    links = folded.section_links(short.section_links), folded.links(short.links)
    note = Said("Each copy was compared with the same copy on the other side only.")
    return Paired(old, new, *links, (note,))


def _under_one_name(old: Document, new: Document, options: PairingOptions, rulings: tuple[Ruling, ...]) -> "Paired":
    """The links of two documents in which names that mean the same are one word. Raises RepdiffError for a glossary with a fault."""
    from repdiff.comparison.glossary import checked, renamed
    from repdiff.comparison.ignored import ignoring

    names = checked(options.glossary)
    above, below = (renamed(ignoring(document, options), names) for document in (old, new))
    moved = tuple(replace(each, old=above.span(each.old), new=below.span(each.new)) for each in rulings)
    found = pair_documents(above.document, below.document, replace(options, glossary=()), moved)
    return replace(found, old=old, new=new)


def _paired(old: Document, new: Document, options: PairingOptions, rulings: tuple[Ruling, ...]) -> "Paired":
    """Section and sentence links of two documents as they stand."""
    from repdiff.model.links import Paired

    if not old.sentences or not new.sentences:
        return Paired(old, new, (), ())
    from repdiff.pair.decided import decided
    from repdiff.pair.evidence import survey
    from repdiff.pair.judge import judge, load_models
    from repdiff.pair.sections import pair_sections
    from repdiff.pair.sentences import pair_sentences

    models = load_models()
    scene, belief = judge(old, new, survey(old, new, decided(old, new, rulings)), models)
    section_links = pair_sections(old, new, scene, belief, models.sections)
    return Paired(old, new, *pair_sentences(old, new, scene, belief, section_links, options))


def _weight(document: Document) -> tuple[int, str]:
    return len(document.source.text), document.source.text


def mirror_links(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links with old and new swapped, again by old and then new sentence."""
    return tuple(sorted((replace(k, old=k.new, new=k.old) for k in links), key=lambda k: (k.old, k.new)))


def mirror_section_links(links: tuple[SectionLink, ...]) -> tuple[SectionLink, ...]:
    """The section links with old and new swapped, again by old and then new section."""
    return tuple(sorted((replace(k, old=k.new, new=k.old) for k in links), key=lambda k: (k.old, k.new)))


def mirror_rulings(rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    """The rulings with old and new swapped, again by old and then new span."""
    return tuple(sorted((replace(k, old=k.new, new=k.old) for k in rulings), key=lambda k: (k.old, k.new)))
