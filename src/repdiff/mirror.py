"""Links seen from the other document."""

from dataclasses import replace

from repdiff.model import Link, SectionLink


def mirror_links(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links with old and new swapped, again by old and then new sentence."""
    return tuple(sorted((replace(k, old=k.new, new=k.old) for k in links), key=lambda k: (k.old, k.new)))


def mirror_section_links(links: tuple[SectionLink, ...]) -> tuple[SectionLink, ...]:
    """The section links with old and new swapped, again by old and then new section."""
    return tuple(sorted((replace(k, old=k.new, new=k.old) for k in links), key=lambda k: (k.old, k.new)))
