"""Groups: the sentences that a reader sees beside each other, because links join them directly or through each other."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from typing import NamedTuple

from repdiff.model.document import Document
from repdiff.model.links import Edit, Group, Kind, Link, Op, Shape, Turned
from repdiff.model.options import Options
from repdiff.model.texts import Span
from repdiff.pair.turn_words import TurnWords, turn_words_of
from repdiff.pair.turns import Sides, find_turns, may_turn
from repdiff.pair.words import diff_words
from repdiff.text.keys import key, same_number
from repdiff.text.renaming import Renaming, renaming
from repdiff.text.words import own_words

_TURNING = (
    8_000  # code points of a group whose meaning is looked at: in longer ones no clause can be told to answer another
)
_REMEMBERED = (
    4096  # word diffs kept for the next pair of the same two texts: of a page pasted again and again each is made once
)
Words = Callable[[str, str], tuple[Edit, ...]]


def diff_anyhow(old: str, new: str) -> tuple[Edit, ...]:
    """The word diff of two texts, however little they have in common: those that differ in case alone."""
    return diff_words(old, new, readable=0.0)


def make_groups(
    old: Document, new: Document, links: tuple[Link, ...], options: Options, *, marked: bool = True
) -> tuple[Group, ...]:
    """The connected groups of links, in the order of their first old sentence, each with the words that changed, if they are to be
    `marked`, and with those of them that turn its meaning.
    """
    words = _diff(options) if marked else _unmarked
    ways = _Ways(words, turn_words_of(old, new), renaming(options.glossary) if options.glossary else None)
    groups = (_group(old, new, links, members, ways) for members in _components(links))
    if "numbering" in options.ignore:
        return tuple(groups)
    return tuple(replace(group, renumbered=is_renumbered(old, new, group)) for group in groups)


class _Ways(NamedTuple):
    """How the words of two texts are told apart, which of them turn the meaning, and which names mean the same, if any do."""

    words: Words
    turning: TurnWords | None
    names: Renaming | None


def _diff(options: Options) -> Words:
    own = own_words(options.words) if options.words else None
    return lru_cache(maxsize=_REMEMBERED)(partial(diff_words, readable=options.readable, own=own))


def _unmarked(_old: str, _new: str) -> tuple[Edit, ...]:
    return ()


def is_renumbered(old: Document, new: Document, group: Group) -> bool:
    """Whether the sentences of a group are the same but for the numbers that they begin with."""
    if group.kind is not Kind.IDENTICAL or group.shape is not Shape.ONE:
        return False
    above, below = old.number(group.old[0]), new.number(group.new[0])
    return above != below and not same_number(above, below)


def _components(links: tuple[Link, ...]) -> list[list[int]]:
    """Indices of links that share sentences, group by group."""
    group_of: dict[tuple[str, int], list[int]] = {}
    for k, link in enumerate(links):
        ends = ("old", link.old), ("new", link.new)
        members = [k]
        for other in {id(g): g for end in ends if (g := group_of.get(end)) is not None}.values():
            members.extend(other)
        for member in members:
            group_of["old", links[member].old] = members
            group_of["new", links[member].new] = members
    distinct = {id(members): sorted(members) for members in group_of.values()}
    return sorted(distinct.values())


def _group(old: Document, new: Document, links: tuple[Link, ...], members: list[int], ways: _Ways) -> Group:
    above = tuple(sorted({links[k].old for k in members}))
    below = tuple(sorted({links[k].new for k in members}))
    recased = _is_recased(old, new, above, below)
    kind = Kind.IDENTICAL if all(links[k].kind is Kind.IDENTICAL for k in members) else Kind.REWORDED
    turns = kind is Kind.REWORDED and not recased
    ways = ways._replace(words=diff_anyhow if recased else ways.words, turning=ways.turning if turns else None)
    edits, turned = _changes(old, new, (above, below), ways)
    return Group(
        old=above,
        new=below,
        links=tuple(members),
        kind=kind,
        shape=_shape(len(above), len(below)),
        moved=any(links[k].moved for k in members),
        score=min(links[k].score for k in members),
        edits=edits,
        recased=recased,
        turned=turned,
    )


def _is_recased(old: Document, new: Document, above: tuple[int, ...], below: tuple[int, ...]) -> bool:
    """Whether one sentence became another one that differs in small and capital letters alone."""
    if len(above) != 1 or len(below) != 1:
        return False
    one, other = old.keys[above[0]], new.keys[below[0]]
    return one != other and one.casefold() == other.casefold()


def _shape(old: int, new: int) -> Shape:
    if old == 1:
        return Shape.ONE if new == 1 else Shape.SPLIT
    return Shape.MERGED if new == 1 else Shape.REGROUPED


def _changes(
    old: Document, new: Document, ids: tuple[tuple[int, ...], tuple[int, ...]], ways: _Ways
) -> tuple[tuple[Edit, ...], tuple[Turned, ...]]:
    """The word diff of all old sentences of a group, set end to end, against all new ones, cut where a sentence ends; and where their
    meaning turns, if that is asked.
    """
    above, below = ids
    if _only_numbers(old, above) and _only_numbers(new, below) and old.keys[above[0]] == new.keys[below[0]]:
        return (Edit(Op.EQUAL, old.sentences[above[0]].span, new.sentences[below[0]].span),), ()
    sides = _Joined(old, above, ways.names), _Joined(new, below, ways.names)
    edits = ways.words(sides[0].text, sides[1].text)
    pieces = [piece for edit in edits for piece in _cut_at_borders(edit, *sides)]
    told = [Edit(piece.op, sides[0].place(piece.old), sides[1].place(piece.new)) for piece in pieces]
    numbers = sides[0].number, sides[1].number
    if told and any(span.start < span.end for span in numbers):
        told.insert(0, Edit(Op.EQUAL, *numbers))
    return tuple(told), () if ways.turning is None else _turned(*sides, pieces, ways.turning)


def _turned(old: "_Joined", new: "_Joined", edits: list[Edit], turning: TurnWords) -> tuple[Turned, ...]:
    """Where the meaning of a group with this word diff turns."""
    if len(old.text) + len(new.text) > _TURNING or not may_turn(old.text, new.text, edits, turning):
        return ()
    ends = [side.borders(Span(0, len(side.text))) for side in (old, new)]
    found = find_turns(Sides(old.text, new.text, *ends), edits, turning)
    return tuple(Turned(each.turn, old.place(each.old), new.place(each.new)) for each in found)


def _only_numbers(document: Document, sentences: tuple[int, ...]) -> bool:
    """Whether a sentence, alone in its group, is nothing but a number."""
    only = document.sentences[sentences[0]]
    return len(sentences) == 1 and only.span.start + only.numbering == only.span.end


class _Joined:
    """The sentences of one side of a group set end to end, and the way back to their places in the source.

    `number` is the span of the number that the first of them begins with, which is left out: the words are those behind it. Names that mean
    the same are one character in `text`.
    """

    def __init__(self, document: Document, sentences: tuple[int, ...], names: Renaming | None) -> None:
        first, *others = sentences
        self._spans = [document.wording(first), *(document.sentences[k].span for k in others)]
        self.number = Span(document.sentences[first].span.start, self._spans[0].start)
        plain = list(map(document.source.plain, self._spans))
        self._rewritten = [names.signed(each) for each in plain] if names else []
        texts = [each.text for each in self._rewritten] or plain
        self._starts = list(accumulate(map(len, texts), initial=0))
        self.text = "".join(texts)

    def borders(self, span: Span) -> list[int]:
        """Where sentences end inside a span of the joined text."""
        return [at for at in self._starts if span.start < at < span.end]

    def place(self, span: Span) -> Span:
        """A span of the joined text, inside one sentence, as a span of the source."""
        index = min(bisect_right(self._starts, span.start), len(self._spans)) - 1
        at, start = self._starts[index], self._spans[index].start
        if not self._rewritten:
            return Span(span.start + start - at, span.end + start - at)
        back = self._rewritten[index].back
        return Span(start + back(span.start - at), start + back(span.end - at))


def _cut_at_borders(edit: Edit, old: _Joined, new: _Joined) -> list[Edit]:
    """An edit in pieces of which none crosses the end of a sentence on either side."""
    above = set(old.borders(edit.old))
    below = set(new.borders(edit.new))
    if edit.op is Op.EQUAL:
        old_run, new_run = old.text[slice(*edit.old)], new.text[slice(*edit.new)]
        partners = {(at, edit.new.start + _partner(old_run[: at - edit.old.start], new_run)) for at in above}
        partners |= {(edit.old.start + _partner(new_run[: at - edit.new.start], old_run), at) for at in below}
        stops = [(edit.old.start, edit.new.start), *sorted(partners), (edit.old.end, edit.new.end)]
    else:
        stops = (
            [(at, edit.new.start) for at in sorted({*edit.old, *above})] if not edit.new.end > edit.new.start else []
        )
        stops = stops or [(edit.old.start, at) for at in sorted({*edit.new, *below})]
    return [Edit(edit.op, Span(a, c), Span(b, d)) for (a, b), (c, d) in pairwise(stops)]


def _partner(prefix: str, run: str) -> int:
    """Where the part of `run` ends that has the key of `prefix`, marks after it included if the prefix ends with one."""
    wanted = key(prefix)
    fits = [n for n in range(len(run) + 1) if key(run[:n]) == wanted]
    return fits[-1] if fits else min(len(prefix), len(run))
