"""The straight line of a check over many places: each is checked by itself, and what several of them promise is laid side by side."""

from repdiff.model.errors import RepdiffError
from repdiff.model.options import CheckOptions
from repdiff.model.places import CheckedPlace, Place, Places, PlacesCheck
from repdiff.model.said import Said
from repdiff.model.years import Check
from repdiff.promises.common import common_indicators, common_notes
from repdiff.promises.hold import hold
from repdiff.quantities.doubts import Cited


def hold_all(places: Places, options: CheckOptions, indicator: str) -> PlacesCheck:
    """The check of every place; see `repdiff.promises.check_places`."""
    checked = tuple(_checked(place, options) for place in places.rows)
    numbers = [_cited(each.check) if each.check else [] for each in checked]
    return PlacesCheck(
        table=places.name,
        places=checked,
        indicators=common_indicators(numbers, indicator),
        notes=common_notes([(each.name, each.check.notes) for each in checked if each.check]),
        indicator=indicator,
        options=options,
    )


def _cited(check: Check) -> list[Cited]:
    return [Cited(check.promised, promise.quantity) for promise in check.promises]


def _checked(place: Place, options: CheckOptions) -> CheckedPlace:
    old, new = place.sources
    if place.error or old is None or new is None:
        return CheckedPlace(place.name, None, place.error)
    try:
        found = hold(old, new, options)
    except RepdiffError as error:
        return CheckedPlace(place.name, None, str(error))
    return CheckedPlace(place.name, found, "" if found.promises else Said("No measurable promise was found."))
