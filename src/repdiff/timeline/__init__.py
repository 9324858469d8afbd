"""Targets and commitments over two or more versions of a document."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from repdiff.model.options import TrackOptions
from repdiff.model.texts import Source
from repdiff.model.view import View

if TYPE_CHECKING:
    from repdiff.model.places import Places, PlacesTrack
    from repdiff.model.years import Course, Track


def track(sources: Sequence[Source], options: TrackOptions | None = None) -> "Track":
    """Follow every target and every commitment through the sources, oldest first unless `options.by_year` orders them; with
    `options.results` each target stands beside the result that the source of the year after reports.

    >>> found = repdiff.track([repdiff.read(f"{year}.txt") for year in (2019, 2020, 2021)])
    >>> [(series.name, [p.quantity and p.quantity.value for p in series.points]) for series in found.series]
    """
    from repdiff.timeline.follow import follow

    found = follow(sources, options or TrackOptions())
    if not found.options.results:
        return found
    from repdiff.timeline.results import with_results

    return with_results(found)


def course(found: "Track", least: float = View().min_score) -> "Course":
    """A track with the comparison of each of its versions with the next, under the same terms and glossary, for one page: pairs of a score
    below `least`, 0..1, are doubts.
    """
    from itertools import pairwise

    from repdiff.comparison import compare
    from repdiff.comparison.doubt import set_apart
    from repdiff.model.options import Options
    from repdiff.model.years import Course

    sources = (document.source for document in found.documents)
    options = Options(terms=found.options.terms, glossary=found.options.glossary)
    compared = (compare(old, new, options) for old, new in pairwise(sources))
    return Course(found, tuple(set_apart(each, least) for each in compared))


def track_places(places: "Places", options: TrackOptions | None = None, *, indicator: str = "") -> "PlacesTrack":
    """Follow the targets of every place through its versions; lay those of several side by side, or those that `indicator` names.

    A place that cannot be followed stands in the result with its error. Raises nothing of its own.

    >>> found = repdiff.track_places(repdiff.read_versions("provinces.csv"), indicator="GDP")
    >>> [indicator.name for indicator in found.indicators]
    """
    from repdiff.timeline.places import follow_all

    return follow_all(places, options or TrackOptions(), indicator)
