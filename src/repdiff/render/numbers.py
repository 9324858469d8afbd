"""The numbers of a comparison as rows of a table: for the terminal, for the page, and as CSV."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from repdiff.model.links import Comparison, Kind
from repdiff.model.quantities import Bound, NumberChange, Quantity
from repdiff.model.texts import Source
from repdiff.model.view import View
from repdiff.render.grid import Table, laid_out
from repdiff.render.layout import Line, Run, visible, wrap
from repdiff.render.number_phrases import NUMBERS, NumberPhrases
from repdiff.render.phrases import LANGUAGES, phrases_for, say
from repdiff.render.summary import side_names
from repdiff.render.tables import inert, place

_UP, _DOWN, _SAME, _QUALIFIER, _DOUBTFUL = "▲", "▼", "=", "≈", "?"
_IN_POINTS = frozenset({"percent", "points"})
_FOUR_COLUMNS = 90  # columns of a terminal from which all of a row stands side by side
_INDENT = 2
_COLUMNS = (
    "indicator",
    "old",
    "new",
    "difference",
    "unit",
    "percent",
    "qualifier",
    "old_place",
    "new_place",
    "score",
    "doubt",
)


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One line: what is measured, the quantities as written, which way it went (▲ ▼ =, ≈ where only the qualifier changed, or ?
    where the two may not be comparable), the change in words with the doubt, and where both quantities stand.
    """

    name: str
    old: str
    new: str
    sign: str
    change: str
    old_place: str = ""
    new_place: str = ""

    @property
    def style(self) -> str:
        """The style of the sign: colour repeats which way it went."""
        return {_UP: "added", _DOWN: "dropped"}.get(self.sign, "")


def rows(comparison: Comparison, lang: str = "en") -> tuple[NumberRow, ...]:
    """The rows in the order of the old text, in a language that reports speak."""
    return tuple(_row(comparison, change, lang) for change in comparison.numbers)


def beside(comparison: Comparison, lang: str = "en") -> dict[int, tuple[NumberRow, ...]]:
    """What changed in the numbers of each reworded group, by its index: those whose both sides stand in the group."""
    group_of = {s: i for i, g in enumerate(comparison.groups) if g.kind is Kind.REWORDED for s in g.old}
    found: dict[int, tuple[NumberRow, ...]] = {}
    for change in comparison.numbers:
        group = group_of.get(change.old.sentence)
        if group is not None and change.new.sentence in comparison.groups[group].new and _sign(change) != _SAME:
            found[group] = (*found.get(group, ()), _row(comparison, change, lang))
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
        doubtful=NUMBERS[lang].and_doubtful.format(count=signs.count(_DOUBTFUL)) if _DOUBTFUL in signs else "",
    )


def table(comparison: Comparison, view: View) -> Iterable[Line]:
    """The table for a terminal, each number with its place: four columns where they fit, else two lines per indicator."""
    words = phrases_for(view, comparison.old, comparison.new)
    found = rows(comparison, words.lang)
    if not found:
        yield [Run(NUMBERS[words.lang].none)]
        return
    old, new = side_names(comparison, words)
    yield from wrap([Run(sentence(comparison, words.lang), "heading")], view.width)
    yield []
    columns = (f"  {NUMBERS[words.lang].indicator}", old, new, NUMBERS[words.lang].change)
    cells = tuple((f"{r.sign} {r.name}", f"{r.old}  {r.old_place}", f"{r.new}  {r.new_place}", r.change) for r in found)
    if not view.width or view.width >= _FOUR_COLUMNS:
        yield from laid_out(Table("", columns, cells), view.width)
        return
    for row, (name, before, after, change) in zip(found, cells, strict=True):
        yield from wrap([Run(name, row.style)], view.width)
        for line in wrap([Run(f"{before} → {after}  {change}")], view.width - _INDENT):
            yield [Run(" " * _INDENT), *line]


def csv(comparison: Comparison) -> str:
    """The table as CSV with a header line; `difference` is in `unit`, places are line:column."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for change, row in zip(comparison.numbers, rows(comparison), strict=True):
        qualifier = f"{change.old.bound} -> {change.new.bound}" if change.requalified else change.new.bound
        percent = "" if change.percent is None else plain(change.percent)
        unit = change.new.unit or change.old.unit
        cells = (row.name, row.old, row.new, plain(change.difference), unit, percent, qualifier)
        found = (row.old_place, row.new_place, f"{change.score:.2f}", change.doubt)
        writer.writerow([*map(inert, cells), *found])
    return out.getvalue()


def plain(value: Decimal) -> str:
    """A number without exponent and without noughts at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quoted(source: Source, quantity: Quantity) -> str:
    """The quantity as it stands in the text, on one line and without marks of layout."""
    return visible(source.quote(quantity.span).replace("*", ""))


def _row(comparison: Comparison, change: NumberChange, lang: str) -> NumberRow:
    words = NUMBERS[lang]
    # The longer of two names says more; of equal ones the new one is what a reader looks up.
    names = sorted((change.new.name, change.old.name), key=len)
    return NumberRow(
        name=visible(names[-1]) or words.unnamed,
        old=quoted(comparison.old.source, change.old),
        new=quoted(comparison.new.source, change.new),
        sign=_sign(change),
        change=_change(change, words, say(change.doubt, LANGUAGES[lang])),
        old_place=place(comparison.old, change.old.span.start),
        new_place=place(comparison.new, change.new.span.start),
    )


def _sign(change: NumberChange) -> str:
    if change.doubt:
        return _DOUBTFUL
    if change.difference:
        return _UP if change.difference > 0 else _DOWN
    upper = change.new.numbers[-1] * change.new.scale - change.old.numbers[-1] * change.old.scale
    if upper:
        return _UP if upper > 0 else _DOWN
    return _QUALIFIER if change.requalified else _SAME


def _change(change: NumberChange, words: NumberPhrases, doubt: str) -> str:
    parts = []
    if change.difference:
        parts.append(_difference(change, words))
    if change.requalified:
        parts.append(f"{_words(change.old, words)} → {_words(change.new, words)}")
    if doubt:
        parts.append(words.doubtful.format(reason=doubt))
    return ", ".join(parts)


def _difference(change: NumberChange, words: NumberPhrases) -> str:
    if change.new.family in _IN_POINTS:
        return words.points.format(difference=f"{'+' if change.difference > 0 else ''}{plain(change.difference)}")
    amount = change.difference / change.new.scale
    signed = f"{'+' if amount > 0 else ''}{plain(amount.quantize(Decimal('0.001')))}"
    share = f" ({'+' if change.percent > 0 else ''}{plain(round(change.percent, 1))}%)" if change.percent else ""
    return f"{signed} {change.new.written}".rstrip() + share


def _words(quantity: Quantity, words: NumberPhrases) -> str:
    """The qualifier as it stands in the text, or what its absence means."""
    written = quantity.qualifier if quantity.bound is not Bound.BETWEEN else ""
    return written or words.bounds[quantity.bound]
