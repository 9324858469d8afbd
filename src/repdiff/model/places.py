"""The nouns of many places at once: a table of documents by place, what was promised and kept in each, how targets moved in each."""

from dataclasses import dataclass, field
from typing import NamedTuple

from repdiff.model.frames import Shown
from repdiff.model.options import CheckOptions, TrackOptions
from repdiff.model.texts import Source
from repdiff.model.years import Check, Track


class Place(NamedTuple):
    """A line of a table: the name of a place, and its documents, one for each column, None where the table names none.

    `error` says in one line why they cannot be used; empty where they can.
    """

    name: str
    sources: tuple[Source | None, ...]
    error: str = ""


class Places(NamedTuple):
    """A table of documents by place; `name` is the file's own, `columns` are what the documents are called."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Place, ...]


class CommonIndicator(NamedTuple):
    """An indicator of several places: its name, and for each place that has it the index of its promise, or of its series."""

    name: str
    held: tuple[tuple[int, int], ...]


class CheckedPlace(NamedTuple):
    """A place with its check; None where there is none, and `error` says why."""

    name: str
    check: Check | None
    error: str = ""


@dataclass(frozen=True, slots=True)
class PlacesCheck(Shown):
    """The promises of many places held against their results, in the order of the table.

    `indicators` are those that several places promise, or those whose name holds the text `indicator`, where that is given.
    """

    table: str
    places: tuple[CheckedPlace, ...]
    indicators: tuple[CommonIndicator, ...]
    notes: tuple[str, ...] = ()
    indicator: str = ""
    options: CheckOptions = field(default_factory=CheckOptions)


class TrackedPlace(NamedTuple):
    """A place with its targets over the versions; None where there are none, and `error` says why. `versions` are the columns of the
    table that its documents stand in.
    """

    name: str
    track: Track | None
    error: str = ""
    versions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacesTrack(Shown):
    """The targets of many places over the years, in the order of the table; `labels` are its columns. `indicators` as in a PlacesCheck."""

    table: str
    labels: tuple[str, ...]
    places: tuple[TrackedPlace, ...]
    indicators: tuple[CommonIndicator, ...]
    notes: tuple[str, ...] = ()
    indicator: str = ""
    options: TrackOptions = field(default_factory=TrackOptions)
