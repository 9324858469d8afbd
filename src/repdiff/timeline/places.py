"""The straight line of a track over many places: each is followed by itself, and the targets of several are laid side by side."""

from dataclasses import replace

from repdiff.model.errors import RepdiffError
from repdiff.model.options import TrackOptions
from repdiff.model.places import Place, Places, PlacesTrack, TrackedPlace
from repdiff.model.said import Said
from repdiff.model.years import Track
from repdiff.promises.common import common_indicators, common_notes
from repdiff.quantities.doubts import Cited
from repdiff.timeline.follow import follow


def follow_all(places: Places, options: TrackOptions, indicator: str) -> PlacesTrack:
    """The targets of every place; see `repdiff.timeline.track_places`."""
    tracked = tuple(_tracked(place, places.columns, options) for place in places.rows)
    numbers = [_cited(each.track) if each.track else [] for each in tracked]
    return PlacesTrack(
        table=places.name,
        labels=places.columns,
        places=tracked,
        indicators=common_indicators(numbers, indicator),
        notes=common_notes([(each.name, each.track.notes) for each in tracked if each.track]),
        indicator=indicator,
        options=options,
    )


def _tracked(place: Place, columns: tuple[str, ...], options: TrackOptions) -> TrackedPlace:
    if place.error:
        return TrackedPlace(place.name, None, place.error)
    versions = tuple(n for n, source in enumerate(place.sources) if source is not None)
    labels = tuple(columns[n] for n in versions)
    try:
        found = follow([source for source in place.sources if source is not None], replace(options, labels=labels))
    except RepdiffError as error:
        return TrackedPlace(place.name, None, str(error))
    return TrackedPlace(place.name, found, "" if found.series else Said("No target was found."), versions)


def _cited(track: Track) -> list[Cited]:
    """The latest number of each series, which says what is measured."""
    latest = (next(p for p in reversed(series.points) if p.quantity is not None) for series in track.series)
    return [Cited(track.documents[p.version], p.quantity) for p in latest if p.quantity is not None]
