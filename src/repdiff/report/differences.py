"""By how much a number changed, in the reader's language and in a unit that suits its size."""

from decimal import Decimal

from repdiff.languages.scripts import has_han
from repdiff.languages.units import BASES
from repdiff.model.quantities import NumberChange, Quantity
from repdiff.report.words import Words

_IN_POINTS = frozenset({"percent", "points"})
_LARGE = 1000  # base units that make one of the larger unit of a family: a ton, a kilometre
_SIZES = ("numbers.large", "numbers.larger", "numbers.largest")
_DIGITS = Decimal("0.001")
_LATIN = "\u024f"  # the last letter of Latin texts
_HECTARE = 15  # mu: what texts that do not count in mu count in


def in_words(change: NumberChange, words: Words) -> str:
    """The difference with its sign and unit, of ranges that of both ends, and how many percent of the old number it is."""
    shown = [amount(each, change.old, change.new, words) for each in change.differences]
    ends = shown[0] if len(shown) == 1 else words["numbers.ends"].format(low=shown[0], high=shown[1])
    return f"{ends} ({_signed(round(change.percent, 1), words)}%)" if change.percent else ends


def plain(value: Decimal) -> str:
    """A number without exponent and without noughts at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(difference: Decimal, old: Quantity, new: Quantity, words: Words) -> str:
    """A difference of two numbers with its unit: as both texts write it where a reader of them reads the report, else in the report's."""
    if new.family in _IN_POINTS:
        return words.count("numbers.points", _plural(difference, words), _signed(difference, words))
    own = difference / new.scale
    if _as_written(own, old, new, words):
        return f"{_signed(own, words)} {new.written}".rstrip()
    if _named(new.family, words) and 0 < abs(difference) < _DIGITS:
        return _signed(own, words)
    return _in_units(difference, new.family or old.family, (old, new), words)


def unit_of(quantity: Quantity, words: Words) -> str:
    """The base unit of a quantity as a reader of the report calls it; as the text calls it, where reports have no word for it."""
    return words.count(f"units.{quantity.family}", 2, " ").strip() if _named(quantity.family, words) else quantity.unit


def _as_written(own: Decimal, old: Quantity, new: Quantity, words: Words) -> bool:
    """Whether a difference is told in the unit that both texts write: no fraction of one that is larger for being thousands or millions."""
    if old.written != new.written or old.scale != new.scale or not _reads(words, new.written):
        return False
    if words.tag.startswith("zh") and has_han(new.written):
        return abs(own) >= 1 or own == 0 or not new.unit or not new.written.endswith(new.unit)
    return bool(new.unit) and not _named(new.family, words)


def _in_units(difference: Decimal, family: str, sides: tuple[Quantity, Quantity], words: Words) -> str:
    if family == "area" and not any(side.written.endswith(BASES[family]) for side in sides):
        family, difference = "area-hectares", difference / _HECTARE
    if f"units.{family}-large" in words.texts and abs(difference) >= _LARGE:
        family, difference = f"{family}-large", difference / _LARGE
    count = _scaled(difference, words)
    if _named(family, words):
        return words.count(f"units.{family}", _plural(difference, words), count)
    # A unit that reports have no word for is shown as the text calls it, where a reader of the report can read that.
    base = BASES.get(family) or (sides[1].unit if sides[0].unit == sides[1].unit else "")
    return f"{count} {base}".rstrip() if _reads(words, base) else count


def _named(family: str, words: Words) -> bool:
    return f"units.{family}" in words.texts


def _plural(difference: Decimal, words: Words) -> int:
    """A whole number that takes the form of the difference: of a fraction several (0.5 points), or its whole part (1,5 point)."""
    whole = int(abs(difference))
    return whole if abs(difference) == whole or 0 in words.singular else whole + 2


def _scaled(number: Decimal, words: Words) -> str:
    """A number with its sign in the largest of the language's powers that it reaches."""
    powers = [int(power) for power in words["numbers.large_from"].split()]
    reached = [(10**power, name) for power, name in zip(powers, _SIZES, strict=True) if abs(number) >= 10**power]
    if not reached:
        return _signed(number, words)
    size, name = reached[-1]
    return words[name].format(count=_signed(number / size, words))


def _signed(number: Decimal, words: Words) -> str:
    """A number with its sign, rounded to three digits behind the point."""
    text = plain(abs(number.quantize(_DIGITS)))
    whole, point, rest = text.partition(".")
    whole = words.number(int(whole)) if abs(number) >= int(words["numbers.apart_from"]) else whole
    sign = "+" if number > 0 else "-" if number < 0 else ""
    return f"{sign}{whole}{words['text.point'] if point else ''}{rest}"


def _reads(words: Words, unit: str) -> bool:
    """Whether a reader of this language can read a unit as it is written: letters of other scripts are for those who write them."""
    return words.tag.startswith("zh") or all(char <= _LATIN or not char.isalpha() for char in unit)
