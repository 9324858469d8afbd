"""The summary for programs: one JSON object, the same bytes for the same input and settings.

- `format`: 1; another number where a key changes its meaning or goes away, not where one is added.
- `repdiff`: version of the program. `documents`, `sources`: how many were searched.
- `parts`: documents cut out of scraped files: `file`, `document` (its name here), `title`, `start`, `end`, `report`
  (whether the title calls it one).
- `settings`: `raw`, `min_chars`: what was compared.
- `levels`: for each level: `units`, `distinct`, `groups` (different texts that occur more than once), `occurrences`
  (units that are in such a group), `removable` (all but one of each group).
- `runs`: `repeats` (`document`, `level`, `start`, `end`, `period`, `times`: a block of `period` units `times` times in
  a row), and for `copies`, `contains`, `within`, `passages`: `document`, `level`, `start`, `end`, `units`, `other`,
  `other_start`, `other_end`: the text at `start` stands in `other` too, wholly (a copy), as all of the other
  (contains), as a part of it (within) or as a part of both.
- `boilerplate`: `site`, `pages` (of it that hold the text), `documents`, `copies`, `group`, `level`, `document`,
  `start`, `end` (of the first copy).
- `near`: with --near: `document`, `other`, `shared` (characters), `clauses`, `share`, `other_share`.
- `problems`: records that could not be used (with --keep-going). `notes`: what else was passed over, such as files of kinds that are
  not read.

Spans are [start, end) in code points of the record's text, or of the decoded text of a file.
"""

from typing import Any

from repdiff.model.findings import Boilerplate, Count, Findings, Near, Part, Run
from repdiff.model.version import version

FORMAT = 1
_LISTS = {"repeat": "repeats", "copy": "copies", "contains": "contains", "within": "within", "passage": "passages"}
_DIGITS = 4


def record(findings: Findings) -> dict[str, Any]:
    """The summary as plain data; the keys are those above."""
    return {
        "format": FORMAT,
        "repdiff": version(),
        "documents": findings.documents,
        "sources": findings.sources,
        "settings": {"raw": findings.raw, "min_chars": findings.min_chars},
        "levels": {level: _count(count) for level, count in findings.levels.items()},
        "parts": [_part(part) for part in findings.parts],
        "runs": {name: [_run(run) for run in findings.runs if run.kind == kind] for kind, name in _LISTS.items()},
        "boilerplate": [_boilerplate(each) for each in findings.boilerplate],
        "near": [_near(each) for each in findings.near],
        "problems": list(findings.problems),
        "notes": list(findings.notes),
    }


def _count(count: Count) -> dict[str, int]:
    return {
        "units": count.units,
        "distinct": count.distinct,
        "groups": count.groups,
        "occurrences": count.occurrences,
        "removable": count.removable,
    }


def _run(run: Run) -> dict[str, Any]:
    place, other = run.place, run.other
    entry = {"document": place.document, "level": run.level, "start": place.start, "end": place.end, "units": run.units}
    if run.kind == "repeat":
        return {**entry, "period": run.period, "times": run.times}
    return {**entry, "other": other.document, "other_start": other.start, "other_end": other.end}


def _part(part: Part) -> dict[str, Any]:
    place = part.place
    span = {"start": place.start, "end": place.end}
    return {"file": part.file, "document": place.document, "title": part.title, **span, "report": part.report}


def _boilerplate(found: Boilerplate) -> dict[str, Any]:
    return {
        "site": found.site,
        "pages": found.pages,
        "documents": found.documents,
        "copies": found.copies,
        "group": found.group,
        "level": found.level,
        "document": found.place.document,
        "start": found.place.start,
        "end": found.place.end,
    }


def _near(pair: Near) -> dict[str, Any]:
    return {
        "document": pair.document,
        "other": pair.other,
        "shared": pair.shared,
        "clauses": pair.clauses,
        "share": round(pair.share, _DIGITS),
        "other_share": round(pair.other_share, _DIGITS),
    }
