"""Documents and comparisons as answers: counts first, then rows with their places."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from repdiff.agents import answers
from repdiff.agents.quotes import Window, at, figure, paged, sentence
from repdiff.cut.titles import title
from repdiff.model.document import Document
from repdiff.model.links import Comparison, Group, Shape
from repdiff.model.quantities import NumberChange
from repdiff.model.texts import Role
from repdiff.model.view import View
from repdiff.report import numbers, summary
from repdiff.report.doubts import Doubts
from repdiff.report.nouns import NumberRow
from repdiff.report.order import Item, What, lay_out
from repdiff.report.turns import told
from repdiff.report.words import ENGLISH

_SURE: Final = View().doubtful
_DIGITS: Final = 2
_ENDS: Final = (What.OLD_END, What.NEW_END)
_LONE: Final = {What.DROPPED: "dropped", What.ADDED: "added", What.RENAMED: "renamed"}


class Filter(NamedTuple):
    """Which rows of a comparison are asked for; empty asks for all but unchanged ones, and for all roles."""

    kinds: Collection[str] = ()
    roles: Collection[str] = ()


def outline(document: Document, window: Window) -> answers.Outline:
    """The headings of a document."""
    sizes = Counter(each.section for each in document.sentences if each.role is not Role.HEADING)
    sections = [section for section in document.sections if section.title]
    head, rows = paged(
        sections,
        window,
        lambda section: answers.Heading(
            level=section.level,
            title=section.title,
            at=at(document, section.heading.start),
            sentences=sizes[section.id],
        ),
        document.notes,
    )
    return answers.Outline(
        **head,
        file=document.source.name,
        title=title(document),
        sentences=sizes.total(),
        commitments=sum(each.role is Role.COMMITMENT for each in document.sentences),
        left_out=len(document.source.left_out),
        rows=rows,
    )


def compared(comparison: Comparison, wanted: Filter, window: Window) -> answers.Compared:
    """What became of the sentences; the comparison is one for a reader (see `set_apart`)."""
    found = [pair for pair in _Pairs(comparison).all() if _is_wanted(pair, wanted)]
    head, rows = paged(found, window, lambda pair: pair, comparison.notes)
    return answers.Compared(
        **head,
        old=comparison.old.source.name,
        new=comparison.new.source.name,
        summary=summary.sentence(comparison),
        commitments=_counts(comparison, frozenset({Role.COMMITMENT})),
        sentences=_counts(comparison, frozenset(Role)),
        rows=rows,
    )


def _counts(comparison: Comparison, roles: frozenset[Role]) -> answers.Counts:
    tally = summary.tally(comparison, roles)
    return answers.Counts(
        identical=tally.identical,
        reworded=tally.reworded,
        dropped=tally.dropped,
        added=tally.added,
        moved=tally.moved,
        turned=tally.turned,
        doubtful=tally.unsure,
        perhaps=tally.dropped_perhaps + tally.added_perhaps,
    )


def _is_wanted(pair: answers.Pair, wanted: Filter) -> bool:
    if wanted.roles and not set(pair["role"].split()) & set(wanted.roles):
        return False
    marks = {pair["kind"], pair.get("shape", "")} | {name for name in ("moved", "turned", "perhaps") if pair.get(name)}
    return bool(marks & set(wanted.kinds)) if wanted.kinds else pair["kind"] != "identical" or "moved" in marks


class _Pairs:
    """The rows of a comparison in reading order, every sentence once."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._doubts = Doubts(comparison)

    def all(self) -> Iterator[answers.Pair]:
        for block in lay_out(self._comparison):
            for item in (*block.heads, *block.items):
                if item.what not in _ENDS:
                    yield self._pair(item)

    def _pair(self, item: Item) -> answers.Pair:
        comparison = self._comparison
        group = comparison.groups[item.group] if item.what is What.GROUP else None
        old, new = (group.old, group.new) if group else (_one(item.old), _one(item.new))
        document, chief = (comparison.new, new) if new else (comparison.old, old)
        roles = [document.sentences[each].role for each in chief]
        pair = answers.Pair(
            kind=str(group.kind) if group else _LONE[item.what],
            role=" ".join(dict.fromkeys(roles)),
            section=document.chapter(document.sentences[chief[0]].section).title,
            old=[sentence(comparison.old, each) for each in old],
            new=[sentence(comparison.new, each) for each in new],
        )
        if group and pair["kind"] != "identical":
            self._judge(pair, group)
        if group and group.moved:
            pair["moved"] = True
        if item.what is not What.RENAMED:
            self._doubt(pair, old, new)
        return pair

    def _judge(self, pair: answers.Pair, group: Group) -> None:
        """Say how sure a pair is and why, and what turns its meaning."""
        pair["score"] = round(group.score, _DIGITS)
        pair["reason"] = "; ".join(dict.fromkeys(str(self._comparison.links[k].reason) for k in group.links))
        if group.score < _SURE:
            pair["doubtful"] = True
        if group.shape is not Shape.ONE:
            pair["shape"] = str(group.shape)
        if group.turned:
            pair["turned"] = told(self._comparison, group, ENGLISH)

    def _doubt(self, pair: answers.Pair, old: Sequence[int], new: Sequence[int]) -> None:
        found = self._doubts.of(old, new)
        sides = (self._comparison.old, self._comparison.new)
        if found:
            pair["perhaps"] = [
                answers.Perhaps(**sentence(sides[each.side], each.other), score=round(each.link.score, _DIGITS))
                for each in found
            ]


def _one(number_of: int) -> tuple[int, ...]:
    return (number_of,) if number_of >= 0 else ()


def changed_numbers(comparison: Comparison, window: Window) -> answers.Numbers:
    """What became of the quantities that stand on both sides."""
    rows = list(zip(comparison.numbers, numbers.rows(comparison), strict=True))
    head, told_rows = paged(rows, window, lambda pair: _number(comparison, *pair), comparison.notes)
    return answers.Numbers(
        **head,
        old=comparison.old.source.name,
        new=comparison.new.source.name,
        summary=numbers.sentence(comparison),
        rows=told_rows,
    )


def _number(comparison: Comparison, change: NumberChange, row: NumberRow) -> answers.Number:
    found = answers.Number(
        indicator=row.name,
        sign=row.sign,
        old=figure(comparison.old, change.old),
        new=figure(comparison.new, change.new),
        change=row.change,
    )
    if change.doubt:
        found["doubt"] = str(change.doubt)
    return found
