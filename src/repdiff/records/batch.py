"""Many comparisons for programs: one JSON object, UTF-8, the same bytes for the same inputs and options.

- `format`: 1; another number where a key changes its meaning or goes away, not where one is added.
- `repdiff`: version of the program. `options`: those that made the comparisons, by name. `name`: the table or folder that they were read
  from. `notes`: plain sentences on files that are in no pair.
- `pairs`: one per pair, in order: `name`, `old`, `new` (names of files), `page` and `promises` (pages beside this file, empty where there
  is none), `error` (empty where there is none), `differs`, `counts` (null where it failed), `dropped`: the commitments that are gone, each
  `section`, `text`, `place` (line:column), `perhaps` (the sentence that it perhaps became, empty without one), `perhaps_place`; `notes`.
- `counts`: `kept`, `reworded`, `dropped`, `added` (commitments), `old_sentences`, `new_sentences`, `old_sections`, `new_sections`, `up`,
  `down` (numbers), `doubts`, `verdicts` (met, missed, undetermined, silent; null where nothing was asked or promised).
"""

from typing import Any

from repdiff.model.batch import Batch, Compared
from repdiff.model.version import version
from repdiff.records.entries import options_entry

FORMAT = 1


def record(result: Batch) -> dict[str, Any]:
    """The pairs as plain data; the keys are those above."""
    options = result.options
    shown = {"min_score": options.min_score, "encoding": options.encoding, "check": options.check}
    return {
        "format": FORMAT,
        "repdiff": version(),
        "options": options_entry(options.options) | shown,
        "name": result.name,
        "notes": list(result.notes),
        "pairs": [_pair(pair) for pair in result.pairs],
    }


def _pair(pair: Compared) -> dict[str, Any]:
    counts = None
    if pair.counts is not None:
        counts = pair.counts._asdict() | {"verdicts": list(pair.counts.verdicts) or None}
    return {
        "name": pair.name,
        "old": pair.old,
        "new": pair.new,
        "page": pair.page,
        "promises": pair.promises,
        "error": pair.error,
        "differs": pair.differs,
        "counts": counts,
        "dropped": [each._asdict() for each in pair.dropped],
        "notes": list(pair.notes),
    }
