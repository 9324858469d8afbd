"""Results told as plain data, as a reader sees them. Each job has a module here; the names of jobs are those of the modules."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from repdiff.model.errors import RepdiffError
from repdiff.model.view import View

if TYPE_CHECKING:
    from repdiff.report.nouns import Report

JOBS: Final[Mapping[str, str]] = {
    "Comparison": "comparison",
    "Check": "promises",
    "Track": "timeline",
    "Course": "course",
    "Findings": "duplicates",
    "Document": "outline",
    "Batch": "batch",
    "PlacesCheck": "places",
    "PlacesTrack": "places",
}
"""The type of a result -> its job."""


def job_of(result: object) -> str:
    """The job that made a result. Raises RepdiffError for what is none."""
    name = type(result).__name__
    if name not in JOBS:
        raise RepdiffError(f"{name} is no result that a report can be made of.", f"Known are {', '.join(JOBS)}.")
    return JOBS[name]


def tell(result: Any, view: View) -> "Report":
    """The result as a reader sees it: once, for whichever renderer."""
    told: Report = import_module(f"repdiff.report.{job_of(result)}").tell(result, view)
    return told
