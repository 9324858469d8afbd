"""Many places for programs: one JSON object, UTF-8.

- `format`: 1; another number where a key changes its meaning or goes away, not where one is added.
- `repdiff`: version of the program. `options`: those that made the result, by name. `table`: the name of the table; `indicator`: the text
  that chose the indicators, empty where all common ones were taken. `notes`: plain sentences.
- `places`: `name`, `error` (empty where there is none), and `check` or `track`: the result as the command writes it for one place, null
  where there is none.
- `indicators`: `name`, `places`: for each that has it `place` (its number, from 0) and `promise` or `series` (its number there).
"""

from typing import Any

from repdiff.model.places import PlacesCheck, PlacesTrack
from repdiff.model.version import version
from repdiff.records import promises, timeline
from repdiff.records.entries import options_entry

FORMAT = 1


def record(result: PlacesCheck | PlacesTrack) -> dict[str, Any]:
    """The places as plain data; the keys are those above."""
    places: list[dict[str, Any]]
    if isinstance(result, PlacesCheck):
        what = "promise"
        places = [
            {"name": p.name, "error": p.error, "check": p.check and promises.record(p.check)} for p in result.places
        ]
    else:
        what = "series"
        places = [
            {
                "name": p.name,
                "error": p.error,
                "versions": list(p.versions),
                "track": p.track and timeline.record(p.track),
            }
            for p in result.places
        ]
    return {
        "format": FORMAT,
        "repdiff": version(),
        "options": options_entry(result.options),
        "table": result.table,
        "indicator": result.indicator,
        "notes": list(result.notes),
        "indicators": [
            {"name": each.name, "places": [{"place": place, what: number} for place, number in each.held]}
            for each in result.indicators
        ],
        "places": places,
    }
