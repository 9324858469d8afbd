"""What a list of the comparison shows, in reading order: each sentence once, what is unchanged folded."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from repdiff.model.links import Comparison, Kind, Shape
from repdiff.model.texts import Role
from repdiff.model.view import View
from repdiff.report import order
from repdiff.report.order import What, heading_ids, lay_out

_ENDS = (What.OLD_END, What.NEW_END)  # a page shows a moved sentence at both its places; a list has it once


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
    heads = (heading_ids(comparison.old), heading_ids(comparison.new))
    back = origins(comparison)
    return tuple(_block(comparison, block, heads, back) for block in lay_out(comparison))


def origins(comparison: Comparison) -> dict[int, int]:
    """New section id -> the old section that it is best linked to."""
    best: dict[int, tuple[float, int]] = {}
    for link in comparison.section_links:
        best[link.new] = max(best.get(link.new, (-1.0, 0)), (link.score, -link.old))
    return {new: -best[new][1] for new in sorted(best)}


def _block(
    comparison: Comparison, block: order.Block, heads: tuple[dict[int, int], dict[int, int]], back: dict[int, int]
) -> Block:
    """A section with each of its sentences once; the item that is its own heading stands apart from the others."""
    old, new = (block.section, None) if block.dropped else (back.get(block.section), block.section)
    items = [_item(comparison, row) for row in (*block.heads, *block.items) if row.what not in _ENDS]
    heading = next(
        (item for item in items if _is_own(item.old, heads[0], old) and _is_own(item.new, heads[1], new)), None
    )
    return Block(new, old, heading, tuple(item for item in items if item is not heading))


def _is_own(sentences: tuple[int, ...], heads: dict[int, int], section: int | None) -> bool:
    return all(heads.get(sentence, -1) == section for sentence in sentences)


def _item(comparison: Comparison, row: order.Item) -> Item:
    if row.what is not What.GROUP:
        kinds = {What.DROPPED: Kind.DROPPED, What.ADDED: Kind.ADDED, What.RENAMED: Kind.REWORDED}
        old, new = ((sentence,) if sentence >= 0 else () for sentence in (row.old, row.new))
        return Item(kinds[row.what], old, new)
    group = comparison.groups[row.group]
    noted = any(comparison.links[i].note for i in group.links)
    return Item(group.kind, group.old, group.new, row.group, group.moved, group.shape, noted)


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
