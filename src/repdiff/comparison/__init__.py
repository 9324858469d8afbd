"""The straight line: two sources in, a comparison out."""

from dataclasses import replace
from typing import TYPE_CHECKING

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Ruling
from repdiff.model.options import Options
from repdiff.model.texts import Source

if TYPE_CHECKING:
    from repdiff.model.decisions import Review
    from repdiff.model.links import Paired


def compare(old: Source, new: Source, options: Options | None = None) -> Comparison:
    """Compare two sources: which sentences and sections of the old one stand in the new one, where, and in what words.

    The result is the same on every machine, and compare(new, old) is its mirror. Raises RepdiffError when `options.section` is found
    in neither document, options name what cannot be ignored or be one name for another, or decisions contradict each other.

    >>> repdiff.compare(repdiff.read("2020.txt"), repdiff.read("2021.txt"))
    """
    from repdiff.comparison.groups import make_groups
    from repdiff.comparison.ignored import ignoring, notes, notes_on_sections, without_sections
    from repdiff.comparison.looks import restyle
    from repdiff.comparison.narrow import narrow
    from repdiff.comparison.pairing import pair_documents
    from repdiff.cut.document import cut_document

    options = options or Options()
    documents: tuple[Document, ...] = (
        cut_document(old, numbers=options.numbers),
        cut_document(new, numbers=options.numbers),
    )
    if options.terms is not None or options.glossary or options.config:
        from repdiff.quantities.terms import termed

        documents = termed(documents, options)
    on_sections = notes_on_sections((documents[0], documents[1]), options)
    if options.ignore_sections:
        documents = tuple(without_sections(document, options.ignore_sections) for document in documents)
    whole = documents[0], documents[1]
    documents = tuple(ignoring(document, options) for document in documents)
    rulings, stale, review = _settled(documents[0], documents[1], options)
    paired = pair_documents(documents[0], documents[1], options, rulings)
    if options.section:
        paired = narrow(paired, options.section)
    groups = make_groups(paired.old, paired.new, paired.links, options)
    groups, looks = restyle(paired.old, paired.new, groups)
    said = notes((paired.old, paired.new), whole, groups, options)
    linked_old, linked_new = {link.old for link in paired.links}, {link.new for link in paired.links}
    comparison = Comparison(
        old=paired.old,
        new=paired.new,
        section_links=paired.section_links,
        links=paired.links,
        groups=groups,
        dropped=tuple(s.id for s in paired.old.sentences if s.id not in linked_old),
        added=tuple(s.id for s in paired.new.sentences if s.id not in linked_new),
        notes=(*documents[0].notes, *documents[1].notes, *on_sections, *stale, *paired.notes, *said, *looks),
        rulings=_within(paired, rulings),
        options=options,
        review=review,
    )
    if not options.numbers:
        return comparison
    from repdiff.comparison.numbers import pair_numbers

    return replace(comparison, numbers=pair_numbers(comparison))


def _settled(
    old: Document, new: Document, options: Options
) -> "tuple[tuple[Ruling, ...], tuple[str, ...], Review | None]":
    """What persons decided about these sentences, notes on what was decided about others, and all that they said."""
    if options.decisions is None:
        return (), (), None
    from repdiff.comparison.rulings import settle

    return settle(options.decisions, old, new, later_wins=options.later_wins)


def _within(paired: "Paired", rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    """The rulings on sentences that are still there when only some sections are shown."""
    above, below = ({s.span for s in document.sentences} for document in (paired.old, paired.new))
    return tuple(each for each in rulings if each.old in above and each.new in below)


def self_check(comparison: Comparison, report: str = "") -> tuple[str, ...]:
    """What of a comparison breaks a law of repdiff, as readable sentences; none means that every law holds.

    Both sources are cut and compared again; `report` is a JSON report whose quotations are looked up in them, empty where there is none.

    >>> repdiff.self_check(repdiff.compare(repdiff.read("2020.txt"), repdiff.read("2021.txt")))
    """
    from repdiff.comparison.laws import violations

    return violations(comparison, report)
