"""What became of how many sentences of each section: a line per section, as `git diff --stat` has one per file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from repdiff.model.links import Comparison, Kind
from repdiff.model.texts import Role
from repdiff.report.nouns import Table
from repdiff.report.order import Block, Item, What
from repdiff.report.rows import SIGNS
from repdiff.report.summary import tally
from repdiff.report.words import Words

COUNTED: Final = ("identical", "reworded", "moved", "added", "dropped")
"""The columns: those moved are among the identical and the reworded ones."""
_DRAWN: Final = {"added": "+", "dropped": "-", "reworded": "~", "only moved": ">"}
_BAR = 40
"""Signs of the longest bar."""
_INDENT = "\u3000"  # a blank that Markdown keeps


def stat(comparison: Comparison, blocks: Sequence[Block], words: Words) -> Table:
    """Sections in the order of the new text, those of the old one alone at the place of their counterparts, each indented by its level; the
    last row holds the sums. A sentence stands in the section of the new text that it is in now, a dropped one in that it was in. The last
    column is a bar of signs, each sentence that was changed or moved once, as long as they are many in proportion.
    """
    counted = [Counter(_counted(comparison, (*block.heads, *block.items))) for block in blocks]
    longest = max((sum(counts[name] for name in _DRAWN) for counts in counted), default=0)
    rows = (
        (_title(comparison, block, words), *(str(counts[name]) for name in COUNTED), _bar(counts, longest))
        for block, counts in zip(blocks, counted, strict=True)
    )
    sums = tally(comparison, frozenset(Role))
    total = (words["comparison.stat_total"], *(str(getattr(sums, name)) for name in COUNTED), "")
    columns = (words["comparison.stat_section"], *(words[f"kinds.{name}"] for name in COUNTED), "")
    return Table("stat", "", columns, (*rows, total))


def _title(comparison: Comparison, block: Block, words: Words) -> str:
    document = comparison.old if block.dropped else comparison.new
    chapter = document.chapter(block.section)
    title = chapter.title or words["comparison.opening"]
    if chapter.id != block.section:
        title = words["page.goes_on"].format(title=title)
    sign = f"{SIGNS[Kind.DROPPED]} " if block.dropped else ""
    return f"{_INDENT * document.depth(chapter.id)}{sign}{title}"


def _counted(comparison: Comparison, items: Iterable[Item]) -> Iterator[str]:
    """What the rows of a section count as, once for each sentence: of a pair, those of the old side."""
    for item in items:
        match item.what:
            case What.GROUP:
                group = comparison.groups[item.group]
                yield from [str(group.kind)] * len(group.old)
                yield from ["moved"] * len(group.old) if group.moved else ()
                yield from ["only moved"] * len(group.old) if group.moved and group.kind is Kind.IDENTICAL else ()
            case What.DROPPED:
                yield "dropped"
            case What.ADDED:
                yield "added"
            case What.RENAMED:
                yield from ("dropped", "added")


def _bar(counts: Counter[str], longest: int) -> str:
    return "".join(sign * scaled(counts[name], longest, _BAR) for name, sign in _DRAWN.items())


def scaled(count: int, longest: int, room: int) -> int:
    """How long a count is drawn where the longest fills the room: as long as it is where all have room, and what there is is seen."""
    return count if longest <= room else max(count * room // longest, min(count, 1))
