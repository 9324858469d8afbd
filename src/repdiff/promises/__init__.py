"""Was what one document promised kept, by what another one reports?"""

from typing import TYPE_CHECKING

from repdiff.model.options import CheckOptions
from repdiff.model.texts import Source

if TYPE_CHECKING:
    from repdiff.model.places import Places, PlacesCheck
    from repdiff.model.years import Check


def check(promises: Source, results: Source, options: CheckOptions | None = None) -> "Check":
    """Hold the promises of one source against the results of another: each is met, missed, undetermined or silent.

    Raises RepdiffError when a heading that the options name is not there, and when nothing was found that promises.

    >>> found = repdiff.check(repdiff.read("2021.txt"), repdiff.read("2022.txt"))
    >>> [found.promised.source.quote(p.quantity.span) for p in found.promises if p.verdict is repdiff.Outcome.MISSED]
    """
    from repdiff.promises.hold import hold

    return hold(promises, results, options or CheckOptions())


def check_places(places: "Places", options: CheckOptions | None = None, *, indicator: str = "") -> "PlacesCheck":
    """Hold the promises of every place against its results; lay what several promise side by side, or what `indicator` names.

    A place that cannot be checked stands in the result with its error. Raises nothing of its own.

    >>> found = repdiff.check_places(repdiff.read_pairs("provinces.csv"))
    >>> [(place.name, place.check and len(place.check.promises)) for place in found.places]
    """
    from repdiff.promises.places import hold_all

    return hold_all(places, options or CheckOptions(), indicator)
