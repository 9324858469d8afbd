"""Which indicators several places have in common: those called by the same words, in whatever order, and measured in one way."""

from collections import Counter
from collections.abc import Sequence

from repdiff.languages.han import folded
from repdiff.model.places import CommonIndicator
from repdiff.model.quantities import Measure, Quantity
from repdiff.model.said import Said
from repdiff.promises.names import name_of
from repdiff.quantities.doubts import Cited
from repdiff.quantities.terms import is_stale

_SEVERAL = 2  # places that make an indicator a common one
_TELLING = 3  # characters of a name that tell an indicator to a reader who did not ask: 项目 alone is any project
_COUNTS = frozenset({"count", "person", "household", ""})  # families that may measure the same

Found = tuple[int, int, Quantity]
"""Which place, which of its numbers, and the number."""


_Key = tuple[frozenset[str], str, bool]
"""The words of a name, the family of its unit, and whether it grows."""


def common_indicators(numbers: Sequence[Sequence[Cited]], wanted: str = "") -> tuple[CommonIndicator, ...]:
    """The indicators of several places, those of most places first; `numbers` are those of each place, in the order of its text.

    Where `wanted` is given, those whose name contains it, also of one place. Of several numbers of one indicator in a place the first
    counts.
    """
    groups: dict[_Key, list[Found]] = {}
    for place, cited in enumerate(numbers):
        seen = set()
        for index, each in enumerate(cited):
            found, quantity = _key(each), each.quantity
            if found[0] and (wanted or len(quantity.name) >= _TELLING) and found not in seen:
                seen.add(found)
                groups.setdefault(found, []).append((place, index, quantity))
    least = 1 if wanted else _SEVERAL
    text = folded(wanted).casefold()
    made = [_indicator(held) for held in groups.values() if len(held) >= least]
    chosen = [each for each in made if text in folded(each.name).casefold()]
    return tuple(sorted(chosen, key=lambda each: (-len(each.held), each.held, each.name)))


def _key(cited: Cited) -> _Key:
    family = cited.quantity.family
    words = frozenset(name_of(*cited).words)
    return words, "count" if family in _COUNTS else family, cited.quantity.measure is Measure.GROWTH


def _indicator(held: Sequence[Found]) -> CommonIndicator:
    """The indicator under the name that most places give it, of equally frequent ones the shortest."""
    names = Counter(quantity.name for _, _, quantity in held)
    name = min(names, key=lambda each: (-names[each], len(each), each))
    return CommonIndicator(name, tuple((place, index) for place, index, _ in held))


def common_notes(places: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, ...]:
    """The notes of all places, each with its place; that a word of the user's is stale only where it is so in every place, once."""
    stale = [{note for note in notes if is_stale(note)} for _, notes in places]
    everywhere = set.intersection(*stale) if stale else set()
    first = places[0][1] if places else ()
    return (
        *(note for note in first if note in everywhere),
        *(
            Said("{place}: {note}", place=name, note=note)
            for name, notes in places
            for note in notes
            if not is_stale(note)
        ),
    )
