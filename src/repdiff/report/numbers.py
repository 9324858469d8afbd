"""The numbers of a comparison as rows of a table: for readers and for programs."""

import re
from collections.abc import Mapping
from decimal import Decimal

from repdiff.model.links import Comparison, Kind
from repdiff.model.quantities import Bound, Direction, Measure, NumberChange, Quantity, Spread
from repdiff.model.texts import Source
from repdiff.quantities.directions import crosses_zero, without_change
from repdiff.report.differences import in_words, plain, unit_of
from repdiff.report.nouns import NumberRow
from repdiff.report.passages import place
from repdiff.report.runs import visible
from repdiff.report.scales import scale
from repdiff.report.sheets import PROGRAMS, Audience, Cell, Linked, Sheet, Type, share
from repdiff.report.words import ENGLISH, Words

_UP, _DOWN, _SAME, _QUALIFIER, _SPREAD, _DOUBTFUL = "▲", "▼", "=", "≈", "↔", "?"
_MINUS = "\u2212"
_DIGITS = re.compile(r"(?:[A-Z]{0,3}[$€£¥￥₩₹]\s?)?\d")  # a currency stands behind the sign
_SPREADS = {Spread.WIDER: "numbers.wider", Spread.NARROWER: "numbers.narrower"}
_STYLES = {_UP: "added", _DOWN: "dropped"}
_COLUMNS = (
    "indicator",
    "old",
    "new",
    ("difference", Type.NUMBERS),
    "unit",
    ("percent", Type.PERCENT),
    "qualifier",
    "old_place",
    "new_place",
    ("score", Type.SHARE),
    "doubt",
    ("old_signed", Type.NUMBERS),
    ("new_signed", Type.NUMBERS),
)
_FOR_READERS = (
    "indicator",
    "way",
    "old_written",
    "new_written",
    "change",
    ("old_signed", Type.NUMBERS),
    ("new_signed", Type.NUMBERS),
    ("difference", Type.NUMBERS),
    "unit",
    ("percent", Type.PERCENT),
    "qualifier",
    "doubt",
    ("score", Type.SHARE),
    "old_place",
    "new_place",
)


def rows(comparison: Comparison, words: Words = ENGLISH) -> tuple[NumberRow, ...]:
    """The rows in the order of the old text, in the words of a language."""
    return tuple(_row(comparison, change, words) for change in comparison.numbers)


def beside(comparison: Comparison, words: Words = ENGLISH) -> dict[int, tuple[NumberRow, ...]]:
    """What changed in the numbers of each reworded group, by its index: those whose both sides stand in the group."""
    group_of = {s: i for i, g in enumerate(comparison.groups) if g.kind is Kind.REWORDED for s in g.old}
    found: dict[int, tuple[NumberRow, ...]] = {}
    for change in comparison.numbers:
        group = group_of.get(change.old.sentence)
        if group is not None and change.new.sentence in comparison.groups[group].new and _sign(change) != _SAME:
            found[group] = (*found.get(group, ()), _row(comparison, change, words))
    return found


def sentence(comparison: Comparison, words: Words = ENGLISH) -> str:
    """The table in one sentence; empty where no number stands on both sides."""
    signs = [_sign(change) for change in comparison.numbers]
    if not signs:
        return ""
    return words["numbers.summary"].format(
        count=len(signs),
        up=signs.count(_UP),
        down=signs.count(_DOWN),
        same=signs.count(_SAME) + signs.count(_QUALIFIER),
        requalified=sum(change.requalified for change in comparison.numbers),
        spread=words["numbers.and_spread"].format(count=signs.count(_SPREAD)) if _SPREAD in signs else "",
        doubtful=words["numbers.and_doubtful"].format(count=signs.count(_DOUBTFUL)) if _DOUBTFUL in signs else "",
    )


def sheet(comparison: Comparison) -> Sheet:
    """The numbers for programs; places are line:column.

    `difference` is in `unit`, of ranges that of both ends where they differ, and so are `old_signed` and `new_signed`.
    """
    found = zip(comparison.numbers, rows(comparison), strict=True)
    return Sheet("numbers", "Numbers", PROGRAMS.columns(*_COLUMNS), tuple(_sheet_row(*each) for each in found))


def book(comparison: Comparison, words: Words, shown: tuple[Mapping[int, int], Mapping[int, int]]) -> Sheet:
    """The same for readers; a place leads to the row of the changes that shows its sentence: `shown` are these rows by old and new one."""
    found = zip(comparison.numbers, rows(comparison, words), strict=True)
    told = tuple(_book_row(change, row, words, shown) for change, row in found)
    audience = Audience(words, programs=False)
    return Sheet("numbers", audience.titled("numbers"), audience.columns(*_FOR_READERS), told)


def _sheet_row(change: NumberChange, row: NumberRow) -> tuple[Cell, ...]:
    qualifier = f"{change.old.bound} -> {change.new.bound}" if change.requalified else change.new.bound
    cells = (row.name, row.old, row.new, change.differences, _unit(change), _percent(change), qualifier)
    doubt = ENGLISH.say(change.doubt)
    return (*cells, row.old_place, row.new_place, share(change.score), doubt, *change.signed)


def _book_row(
    change: NumberChange, row: NumberRow, words: Words, shown: tuple[Mapping[int, int], Mapping[int, int]]
) -> tuple[Cell, ...]:
    sides = (change.old, change.new)
    bounds = dict.fromkeys(words[f"bounds.{each.bound.name.lower()}"] for each in sides)
    places = zip((row.old_place, row.new_place), shown, sides, strict=True)
    return (
        *(row.name, row.sign, row.old, row.new, row.change),
        *change.signed,
        change.differences,
        unit_of(change.new if change.new.unit else change.old, words),
        _percent(change),
        " → ".join(bounds),
        words.say(change.doubt),
        share(change.score),
        *(Linked(text, "changes", at[side.sentence]) if side.sentence in at else text for text, at, side in places),
    )


def _unit(change: NumberChange) -> str:
    return change.new.unit or change.old.unit


def _percent(change: NumberChange) -> Decimal | None:
    return None if change.percent is None else Decimal(plain(change.percent))


def quoted(source: Source, quantity: Quantity) -> str:
    """The quantity as it stands in the text, on one line and without marks of layout."""
    return visible(source.shown(quantity.span).replace("*", ""))


def signed(source: Source, quantity: Quantity, compared: tuple[Decimal, ...] = ()) -> str:
    """The same with a minus before the number where the words around it, or what it is `compared` with, say that it is below zero."""
    text = quoted(source, quantity)
    return _DIGITS.sub(rf"{_MINUS}\g<0>", text, count=1) if falls(quantity, compared) else text


def falls(quantity: Quantity, compared: tuple[Decimal, ...] = ()) -> bool:
    """Whether a quantity is less than the number that stands there: by the sign that the words around it give it."""
    return (compared or quantity.signed)[0] < min(quantity.numbers) * quantity.scale


def _row(comparison: Comparison, change: NumberChange, words: Words) -> NumberRow:
    # The longer of two names says more; of equal ones the new one is what a reader looks up.
    names = sorted((_name(each, change) for each in (change.new, change.old)), key=len)
    if crosses_zero(change.old, change.new):
        names = [f"{change.old.name} / {change.new.name}"]  # a loss is not called a profit, nor the other way round
    name = visible(names[-1]) or words["numbers.unnamed"]
    old = signed(comparison.old.source, change.old, change.signed[0])
    new = signed(comparison.new.source, change.new, change.signed[1])
    return NumberRow(
        name=name,
        old=old,
        new=new,
        sign=_sign(change),
        change=_change(change, words, words.say(change.doubt)),
        old_place=place(comparison.old, change.old.span.start),
        new_place=place(comparison.new, change.new.span.start),
        style=_STYLES.get(_sign(change), ""),
        scale=scale(change, f"{old} → {new}"),
    )


def _name(quantity: Quantity, change: NumberChange) -> str:
    """What is measured; where it went another way than before, or a sign says which way, without the verb that says so.

    Where words have blanks between them an auxiliary would be left: `should be`.
    """
    turned = change.old.direction is not change.new.direction
    signed_alone = falls(quantity) and " " not in quantity.name
    return without_change(quantity.name) if turned or signed_alone else quantity.name


def _sign(change: NumberChange) -> str:
    if change.doubt:
        return _DOUBTFUL
    if change.spread:
        return _SPREAD
    if change.difference:
        return _UP if change.difference > 0 else _DOWN
    return _QUALIFIER if change.requalified else _SAME


def _one_sided(change: NumberChange) -> bool:
    """Whether a growth is doubted of which one side alone says which way it goes: by how much it changed cannot be said."""
    sides = change.old, change.new
    said = {each.direction is Direction.UNSAID for each in sides}
    return bool(change.doubt) and len(said) > 1 and all(each.measure is Measure.GROWTH for each in sides)


def _change(change: NumberChange, words: Words, doubt: str) -> str:
    parts = []
    if any(change.differences) and not _one_sided(change):
        parts.append(in_words(change, words))
    if change.spread:
        parts.append(words[_SPREADS[change.spread]])
    if change.requalified and not change.spread:
        parts.append(f"{_words(change.old, words)} → {_words(change.new, words)}")
    if doubt:
        parts.append(words["numbers.doubtful"].format(reason=doubt))
    return ", ".join(parts)


def _words(quantity: Quantity, words: Words) -> str:
    """The qualifier as it stands in the text, or what its absence means."""
    written = quantity.qualifier if quantity.bound is not Bound.BETWEEN else ""
    return written or words[f"bounds.{quantity.bound.name.lower()}"]
