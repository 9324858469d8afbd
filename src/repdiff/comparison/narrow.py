"""Show less than the whole comparison: what stands under matching headings, and where that came from or went to."""

from dataclasses import replace

from repdiff.cut.document import only, standing_under
from repdiff.model.errors import RepdiffError
from repdiff.model.links import Paired


def narrow(paired: Paired, title: str) -> Paired:
    """What stands under headings that contain `title`, or below such a heading, on either side; case is ignored.

    The partners of such sentences stay wherever they stand, so that a sentence that moved out of the section is not called dropped. Ids are
    numbered anew. Raises RepdiffError when neither document has such a heading.
    """
    old, new = standing_under(paired.old, title), standing_under(paired.new, title)
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
        paired.notes,
    )
