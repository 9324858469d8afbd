"""By how much a number changed, in the reader's language and in a unit that suits its size."""

from decimal import Decimal

from repdiff.languages.units import BASES
from repdiff.model.quantities import NumberChange
from repdiff.report.words import Words

_IN_POINTS = frozenset({"percent", "points"})
_LARGE = 1000  # base units that make one of the larger unit of a family: a ton, a kilometre
_SIZES = ("numbers.large", "numbers.larger", "numbers.largest")
_DIGITS = Decimal("0.001")
_LATIN = "\u024f"  # the last letter of Latin texts
_THOUSANDS = 10_000  # from here on thousands are kept apart


def in_words(change: NumberChange, words: Words) -> str:
    """The difference with its sign and unit, of ranges that of both ends, and how many percent of the old number it is."""
    shown = [_amount(change, each, words) for each in change.differences]
    ends = shown[0] if len(shown) == 1 else words["numbers.ends"].format(low=shown[0], high=shown[1])
    return f"{ends} ({_signed(round(change.percent, 1), words)}%)" if change.percent else ends


def plain(value: Decimal) -> str:
    """A number without exponent and without noughts at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _amount(change: NumberChange, difference: Decimal, words: Words) -> str:
    """One difference with its unit: as both texts write it where a reader of them reads the report, else in the report's own units."""
    old, new = change.old, change.new
    if new.family in _IN_POINTS:
        return words["numbers.points"].format(difference=_signed(difference, words))
    alike = old.written == new.written and old.scale == new.scale
    if alike and _reads(words, new.written) and (words.tag.startswith("zh") or not _named(new.family, words)):
        return f"{_signed(difference / new.scale, words)} {new.written}".rstrip()
    return _in_units(difference, new.family or old.family, (old.unit, new.unit), words)


def _in_units(difference: Decimal, family: str, units: tuple[str, str], words: Words) -> str:
    if f"units.{family}-large" in words.texts and abs(difference) >= _LARGE:
        family, difference = f"{family}-large", difference / _LARGE
    count = _scaled(difference, words)
    if _named(family, words):
        return words.count(f"units.{family}", _plural(difference), count)
    # A unit that reports have no word for is shown as the text calls it, where a reader of the report can read that.
    base = BASES.get(family) or (units[1] if units[0] == units[1] else "")
    return f"{count} {base}".rstrip() if _reads(words, base) else count


def _named(family: str, words: Words) -> bool:
    return f"units.{family}" in words.texts


def _plural(difference: Decimal) -> int:
    """A whole number that takes the form of the difference: of more than one, several."""
    size = abs(difference)
    return int(size) if size == int(size) else int(size) + 1


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
    whole = words.number(int(whole)) if abs(number) >= _THOUSANDS else whole
    sign = "+" if number > 0 else "-" if number < 0 else ""
    return f"{sign}{whole}{words['text.point'] if point else ''}{rest}"


def _reads(words: Words, unit: str) -> bool:
    """Whether a reader of this language can read a unit as it is written: letters of other scripts are for those who write them."""
    return words.tag.startswith("zh") or all(char <= _LATIN or not char.isalpha() for char in unit)
