"""Links seen from the other document."""

from dataclasses import replace

from repdiff.model import Link, Ruling, SectionLink


def mirror_links(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links with old and new swapped, again by old and then new sentence."""
    return tuple(sorted((replace(k, old=k.new, new=k.old) for k in links), key=lambda k: (k.old, k.new)))


def mirror_section_links(links: tuple[SectionLink, ...]) -> tuple[SectionLink, ...]:
    """The section links with old and new swapped, again by old and then new section."""
    return tuple(sorted((replace(k, old=k.new, new=k.old) for k in links), key=lambda k: (k.old, k.new)))


def mirror_rulings(rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    """The rulings with old and new swapped, again by old and then new span."""
    return tuple(sorted((replace(k, old=k.new, new=k.old) for k in rulings), key=lambda k: (k.old, k.new)))
