"""The straight line: two sources in, a comparison out."""

from repdiff.model import Comparison, Document, Link, SectionLink, Source
from repdiff.options import Options


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
    documents = narrow(cut_document(old), cut_document(new), options.section)
    section_links, links = _pair(*documents, options)
    groups = make_groups(*documents, links, options)
    linked_old, linked_new = {link.old for link in links}, {link.new for link in links}
    return Comparison(
        old=documents[0],
        new=documents[1],
        section_links=section_links,
        links=links,
        groups=groups,
        dropped=tuple(s.id for s in documents[0].sentences if s.id not in linked_old),
        added=tuple(s.id for s in documents[1].sentences if s.id not in linked_new),
        notes=tuple(note for document in documents for note in _notes(document.source)),
    )


def _pair(old: Document, new: Document, options: Options) -> tuple[tuple[SectionLink, ...], tuple[Link, ...]]:
    """Section links and sentence links, found in one fixed direction so that swapping the documents mirrors them exactly."""
    from repdiff.mirror import mirror_links, mirror_section_links

    if _weight(new) < _weight(old):
        section_links, links = _pair(new, old, options)
        return mirror_section_links(section_links), mirror_links(links)
    from repdiff.pair.evidence import Scene
    from repdiff.pair.judge import judge, load_models
    from repdiff.pair.places import locate
    from repdiff.pair.sections import pair_sections
    from repdiff.pair.sentences import pair_sentences
    from repdiff.pair.similarity import measure

    similarity = measure(old, new)
    scene = Scene(similarity, locate(old, similarity.old_keys), locate(new, similarity.new_keys))
    models = load_models()
    belief = judge(scene, models.looks)
    section_links = pair_sections(old, new, scene, belief, models.sections)
    return section_links, pair_sentences(old, new, scene, belief, section_links, options)


def _weight(document: Document) -> tuple[int, str]:
    return len(document.source.text), document.source.text


def _notes(source: Source) -> list[str]:
    if source.encoding == "utf-8":
        return []
    how = "assumed from its bytes" if source.assumed else "as given or marked"
    return [f"{source.name} was read as {source.encoding} ({how})."]
