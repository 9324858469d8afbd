"""Results told as plain data: `tell` gives what a reader sees, `record` what a program gets. Each job has a module here, and one in
`records/`; the names of jobs are those of the modules.
"""

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
    "Findings": "duplicates",
    "Document": "outline",
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


def record(result: Any) -> dict[str, Any]:
    """The result as a program gets it: all of it, in dicts, lists, texts and numbers."""
    found: dict[str, Any] = import_module(f"repdiff.report.records.{job_of(result)}").record(result)
    return found
