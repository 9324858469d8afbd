"""Follow targets and commitments over two or more versions of a document."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from repdiff.model import Source
from repdiff.options import Options

if TYPE_CHECKING:
    from repdiff.years import Track


def track(
    sources: Sequence[Source], labels: Sequence[str] = (), options: Options | None = None, *, by_year: bool = False
) -> "Track":
    """Follow every target and every commitment through the sources, oldest first; `by_year` sorts them by their years first.

    `labels` name the versions; without them, the years in their file names or titles do, else the names, else their numbers.

    >>> found = repdiff.track([repdiff.read(f"{year}.txt") for year in (2019, 2020, 2021)])
    >>> [(series.name, [p.quantity and p.quantity.value for p in series.points]) for series in found.series]
    """
    from repdiff.timeline import follow

    return follow(sources, labels, options or Options(), by_year=by_year)
