"""A check or a track as a file of decisions: what repdiff found and what a person decided, in the layout that `--decisions` reads.

It is complete, in the order of the report, and readable: every number with its place and the sentence around it. `by` says whether a
person or repdiff decided an entry, `reason` why repdiff did. Who changes an entry writes a `note`: an entry without one decides nothing.
"""

from typing import Any

from repdiff.model.errors import RepdiffError
from repdiff.model.version import version
from repdiff.model.years import Check, Track
from repdiff.report.judgements import promise_entry, series_entry, side_entry

FORMAT = 1


def decisions(result: Any) -> dict[str, Any]:
    """The file of decisions of a check or a track as plain data. Raises RepdiffError for another result."""
    head = {"format": FORMAT, "repdiff": version()}
    if isinstance(result, Check):
        sides = {"promised": side_entry(result.promised), "reported": side_entry(result.reported)}
        promises = sorted((*result.promises, *result.refused), key=lambda promise: promise.quantity.span)
        return head | sides | {"verdicts": [promise_entry(result, promise) for promise in promises]}
    if isinstance(result, Track):
        sides_of = zip(result.labels, result.documents, strict=True)
        versions = [{"label": label, **side_entry(document)} for label, document in sides_of]
        return head | {"versions": versions, "series": [series_entry(result, each) for each in result.series]}
    raise RepdiffError("There are no decisions of this kind of result.", "A check and a track have them.")
