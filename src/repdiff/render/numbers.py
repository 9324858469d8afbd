"""The numbers of a comparison as rows of a table: for the terminal, for the page, and as CSV."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from repdiff.model import Bound, Comparison, Kind, NumberChange, Quantity, Source
from repdiff.options import View
from repdiff.render.layout import Line, Run, clip, pad, visible, width, wrap
from repdiff.render.phrases import phrases_for
from repdiff.render.summary import side_names
from repdiff.render.year_phrases import NUMBERS, NumberPhrases

_UP, _DOWN, _SAME, _QUALIFIER = "▲", "▼", "=", "≈"
_IN_POINTS = frozenset({"percent", "points"})
_WIDEST = 40
_COLUMNS = ("indicator", "old", "new", "difference", "unit", "percent", "qualifier", "old_place", "new_place", "score")


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One line: what is measured, the quantities as written, which way it went (▲ ▼ =, or ≈ where only the qualifier changed),
    and the change in words.
    """

    name: str
    old: str
    new: str
    sign: str
    change: str

    @property
    def style(self) -> str:
        """The style of the sign: colour repeats which way it went."""
        return {_UP: "added", _DOWN: "dropped"}.get(self.sign, "")


def rows(comparison: Comparison, lang: str = "en") -> tuple[NumberRow, ...]:
    """The rows in the order of the old text, in a language that reports speak."""
    return tuple(_row(comparison, change, NUMBERS[lang]) for change in comparison.numbers)


def beside(comparison: Comparison, lang: str = "en") -> dict[int, tuple[NumberRow, ...]]:
    """What changed in the numbers of each reworded group, by its index: those whose both sides stand in the group."""
    group_of = {s: i for i, g in enumerate(comparison.groups) if g.kind is Kind.REWORDED for s in g.old}
    found: dict[int, tuple[NumberRow, ...]] = {}
    for change in comparison.numbers:
        group = group_of.get(change.old.sentence)
        if group is not None and change.new.sentence in comparison.groups[group].new and _sign(change) != _SAME:
            found[group] = (*found.get(group, ()), _row(comparison, change, NUMBERS[lang]))
    return found


def sentence(comparison: Comparison, lang: str = "en") -> str:
    """The table in one sentence; empty where no number stands on both sides."""
    signs = [_sign(change) for change in comparison.numbers]
    if not signs:
        return ""
    return NUMBERS[lang].summary.format(
        count=len(signs),
        up=signs.count(_UP),
        down=signs.count(_DOWN),
        same=signs.count(_SAME) + signs.count(_QUALIFIER),
        requalified=sum(change.requalified for change in comparison.numbers),
    )


def table(comparison: Comparison, view: View) -> Iterable[Line]:
    """The table for a terminal: four columns where they fit, else two lines per indicator."""
    words = phrases_for(view, comparison.old, comparison.new)
    found = rows(comparison, words.lang)
    if not found:
        yield [Run(NUMBERS[words.lang].none)]
        return
    old, new = side_names(comparison, words)
    head = NumberRow(NUMBERS[words.lang].indicator, old, new, " ", NUMBERS[words.lang].change)
    yield from wrap([Run(sentence(comparison, words.lang), "heading")], view.width)
    yield []
    texts = [(f"{r.sign} {r.name}", r.old, r.new, r.change) for r in (head, *found)]
    sizes = [min(max(width(row[n]) for row in texts), _WIDEST) for n in range(4)]
    spare = view.width - sum(sizes[1:]) - 6 if view.width else sizes[0]
    for number, (row, cells) in enumerate(zip((head, *found), texts, strict=True)):
        style = row.style if number else "quiet"
        if spare >= 16:
            yield _line(cells, [min(sizes[0], spare), *sizes[1:]], style)
        else:
            yield from wrap([Run(cells[0], style)], view.width)
            yield from wrap([Run(f"  {row.old} → {row.new}  {row.change}")], view.width)


def csv(comparison: Comparison) -> str:
    """The table as CSV with a header line; `difference` is in `unit`, places are line:column."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for change, row in zip(comparison.numbers, rows(comparison), strict=True):
        qualifier = f"{change.old.bound} -> {change.new.bound}" if change.requalified else change.new.bound
        places = (
            _place(comparison.old.source, change.old.span.start),
            _place(comparison.new.source, change.new.span.start),
        )
        percent = "" if change.percent is None else plain(change.percent)
        unit = change.new.unit or change.old.unit
        cells = (row.name, row.old, row.new, plain(change.difference), unit, percent, qualifier, *places)
        writer.writerow([*map(inert, cells), f"{change.score:.2f}"])
    return out.getvalue()


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a number keeps its sign."""
    if not cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return cell
    return cell if cell[1:].replace(".", "", 1).isdecimal() else f"'{cell}"


def plain(value: Decimal) -> str:
    """A number without exponent and without noughts at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quoted(source: Source, quantity: Quantity) -> str:
    """The quantity as it stands in the text, on one line and without marks of layout."""
    return visible(source.quote(quantity.span).replace("*", ""))


def _place(source: Source, offset: int) -> str:
    line, column = source.place(offset)
    return f"{line}:{column}"


def _line(cells: tuple[str, ...], sizes: list[int], style: str) -> Line:
    runs: Line = []
    for n, (cell, size) in enumerate(zip(cells, sizes, strict=True)):
        padded = pad([Run(clip(cell, size), style if n == 0 or style == "quiet" else "")], size)
        runs += [*padded, Run("  ")]
    return runs[:-1]


def _row(comparison: Comparison, change: NumberChange, words: NumberPhrases) -> NumberRow:
    # The longer of two names says more; of equal ones the new one is what a reader looks up.
    names = sorted((change.new.name, change.old.name), key=len)
    return NumberRow(
        name=visible(names[-1]) or words.unnamed,
        old=quoted(comparison.old.source, change.old),
        new=quoted(comparison.new.source, change.new),
        sign=_sign(change),
        change=_change(change, words),
    )


def _sign(change: NumberChange) -> str:
    if change.difference:
        return _UP if change.difference > 0 else _DOWN
    upper = change.new.numbers[-1] * change.new.scale - change.old.numbers[-1] * change.old.scale
    if upper:
        return _UP if upper > 0 else _DOWN
    return _QUALIFIER if change.requalified else _SAME


def _change(change: NumberChange, words: NumberPhrases) -> str:
    parts = []
    if change.difference:
        parts.append(_difference(change, words))
    if change.requalified:
        parts.append(f"{_words(change.old, words)} → {_words(change.new, words)}")
    return ", ".join(parts)


def _difference(change: NumberChange, words: NumberPhrases) -> str:
    if change.new.family in _IN_POINTS:
        return words.points.format(difference=f"{'+' if change.difference > 0 else ''}{plain(change.difference)}")
    amount = change.difference / change.new.scale
    signed = f"{'+' if amount > 0 else ''}{plain(amount.quantize(Decimal('0.001')))}"
    share = f" ({'+' if change.percent > 0 else ''}{plain(round(change.percent, 1))} %)" if change.percent else ""
    return f"{signed} {change.new.written}".rstrip() + share


def _words(quantity: Quantity, words: NumberPhrases) -> str:
    """The qualifier as it stands in the text, or what its absence means."""
    written = quantity.qualifier if quantity.bound is not Bound.BETWEEN else ""
    return written or words.bounds[quantity.bound]
