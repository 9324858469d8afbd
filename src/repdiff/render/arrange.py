"""Put a comparison in reading order: the new document's sections, the dropped sentences where their old neighbours
now stand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from repdiff.model import Comparison, Document, Kind, Role, Shape
from repdiff.options import View


@dataclass(frozen=True, slots=True)
class Item:
    """Sentences shown together: ids of either side (one side is empty for added and dropped), and the group they come
    from."""

    kind: Kind
    old: tuple[int, ...]
    new: tuple[int, ...]
    group: int | None = None
    moved: bool = False
    shape: Shape = Shape.ONE
    noted: bool = False

    @property
    def unchanged(self) -> bool:
        """Same text in the same place."""
        return self.kind is Kind.IDENTICAL and not self.moved

    @property
    def quiet(self) -> bool:
        """Nothing that a reader must see: unchanged, and nobody wrote a note on it."""
        return self.unchanged and not self.noted


@dataclass(frozen=True, slots=True)
class Fold:
    """`count` unchanged items that are not shown."""

    count: int


@dataclass(frozen=True, slots=True)
class Block:
    """One section: ids of its new and old side (one may be missing), what became of its heading, and what stands in
    it."""

    new: int | None
    old: int | None
    heading: Item | None
    items: tuple[Item | Fold, ...]

    @property
    def changes(self) -> int:
        """How many of the items are changes."""
        return sum(isinstance(item, Item) and not item.unchanged for item in self.items)


def arrange(blocks: Iterable[Block], comparison: Comparison, view: View) -> tuple[Block, ...]:
    """Of the blocks of a whole comparison those that `view` shows; unchanged runs are folded, sections without a change left out."""
    shown = (_filtered(block, comparison, view) for block in blocks)
    return tuple(block for block in shown if _worth_showing(block, view))


def whole(comparison: Comparison) -> tuple[Block, ...]:
    """Every item of the comparison, in reading order, nothing folded."""
    home = counterparts(comparison)
    places: dict[tuple[int, int, int], list[tuple[tuple[int, int, int], Item]]] = defaultdict(list)
    new_section = comparison.new.sentences
    for item in _linked_and_added(comparison):
        first = item.new[0]
        places[(new_section[first].section, 0, 0)].append(((first, 0, 0), item))
    for place, order, item in _dropped(comparison, home):
        places[place].append((order, item))
    for section in comparison.new.sections:
        places[(section.id, 0, 0)] += []
    back = origins(comparison)
    headings = (_headings(comparison.old), _headings(comparison.new))
    blocks = []
    for place in sorted(places):
        items = tuple(item for _, item in sorted(places[place], key=lambda pair: pair[0]))
        new, old = (place[0], back.get(place[0])) if not place[1] else (None, place[2])
        blocks.append(_with_heading(Block(new, old, None, items), headings))
    return tuple(blocks)


def counterparts(comparison: Comparison) -> dict[int, int]:
    """Old section id -> the new section that it is best linked to."""
    best: dict[int, tuple[float, int]] = {}
    for link in comparison.section_links:
        best[link.old] = max(best.get(link.old, (-1.0, 0)), (link.score, -link.new))
    return {old: -best[old][1] for old in sorted(best)}


def origins(comparison: Comparison) -> dict[int, int]:
    """New section id -> the old section that it is best linked to."""
    best: dict[int, tuple[float, int]] = {}
    for link in comparison.section_links:
        best[link.new] = max(best.get(link.new, (-1.0, 0)), (link.score, -link.old))
    return {new: -best[new][1] for new in sorted(best)}


def _linked_and_added(comparison: Comparison) -> Iterable[Item]:
    for index, group in enumerate(comparison.groups):
        noted = any(comparison.links[i].note for i in group.links)
        yield Item(group.kind, group.old, group.new, index, group.moved, group.shape, noted)
    for sentence in comparison.added:
        yield Item(Kind.ADDED, (), (sentence,))


def _dropped(
    comparison: Comparison, home: dict[int, int]
) -> Iterable[tuple[tuple[int, int, int], tuple[int, int, int], Item]]:
    """Each dropped sentence with the block it belongs to and its place there: behind the new place of its old
    predecessor."""
    new_of = {i: group.new for group in comparison.groups for i in group.old}
    dropped = frozenset(comparison.dropped)
    block, section, after = (-1, 1, 0), -1, -1
    for sentence in comparison.old.sentences:
        if sentence.section != section:
            section, after = sentence.section, -1
            block = (home[section], 0, 0) if section in home else (block[0], 1, section)
        if sentence.id in dropped:
            yield block, (after, 1, sentence.id), Item(Kind.DROPPED, (sentence.id,), ())
            continue
        for new in new_of.get(sentence.id, ()):
            if comparison.new.sentences[new].section == block[0]:
                after = new


def _with_heading(block: Block, headings: tuple[dict[int, int], dict[int, int]]) -> Block:
    """Take the items that are the block's own heading out of the items.

    Where the sections are linked but their headings are not, the two headings together are one that was reworded.
    """
    old, new = (
        (ids[section],) if section is not None and section in ids else ()
        for ids, section in zip(headings, (block.old, block.new), strict=True)
    )
    own = {item for item in block.items if isinstance(item, Item) and _is_heading(item, old, new)}
    if not own:
        return block
    linked = next((item for item in own if item.old and item.new), None)
    one_sided = own.pop() if not (old and new) else Item(Kind.REWORDED, old, new)
    heading = linked or one_sided
    rest = tuple(item for item in block.items if not (isinstance(item, Item) and _is_heading(item, old, new)))
    return replace(block, heading=heading, items=rest)


def _is_heading(item: Item, old: tuple[int, ...], new: tuple[int, ...]) -> bool:
    return bool(item.old or item.new) and item.old in (old, ()) and item.new in (new, ())


def _headings(document: Document) -> dict[int, int]:
    """Section id -> the sentence that is its heading."""
    found: dict[int, int] = {}
    for sentence in document.sentences:
        heading = document.sections[sentence.section].heading
        overlaps = sentence.span.start < heading.end and heading.start < sentence.span.end
        if sentence.role is Role.HEADING and overlaps:
            found.setdefault(sentence.section, sentence.id)
    return found


def _filtered(block: Block, comparison: Comparison, view: View) -> Block:
    wanted = [item for item in block.items if isinstance(item, Item) and _has_role(item, comparison, view.roles)]
    heading = block.heading
    if heading is not None and not (_has_role(heading, comparison, view.roles) and _of_kind(heading, view)):
        heading = None
    if view.only:
        unchanged_around = view.context > 0
        wanted = [item for item in wanted if _of_kind(item, view) or (unchanged_around and item.unchanged)]
    return replace(block, heading=heading, items=tuple(_folded(wanted, view)))


def _has_role(item: Item, comparison: Comparison, roles: frozenset[Role]) -> bool:
    if not roles:
        return True
    old, new = comparison.old.sentences, comparison.new.sentences
    return any(old[i].role in roles for i in item.old) or any(new[i].role in roles for i in item.new)


def _of_kind(item: Item, view: View) -> bool:
    if not view.only:
        return not item.quiet
    return item.kind in view.only or ("moved" in view.only and item.moved) or item.shape in view.only


def _folded(items: list[Item], view: View) -> Iterable[Item | Fold]:
    """Replace what is unchanged, not asked for and not within `view.context` of a change by folds."""
    marks = [index for index, item in enumerate(items) if _of_kind(item, view)]
    near = {i for mark in marks for i in range(mark - view.context, mark + view.context + 1)}
    for shown, run in groupby(enumerate(items), key=lambda pair: pair[0] in near):
        found = [item for _, item in run]
        if shown:
            yield from found
        else:
            yield Fold(len(found))


def _worth_showing(block: Block, view: View) -> bool:
    heading = block.heading is not None and (bool(view.only) or not block.heading.quiet)
    return heading or any(isinstance(item, Item) for item in block.items)
