"""Results as a program gets them: all of it, in dicts, lists, texts and numbers. Each job has a module here."""

from importlib import import_module
from typing import Any

from repdiff.model.view import View
from repdiff.report import job_of


def record(result: Any, view: View | None = None) -> dict[str, Any]:
    """The result as JSON can hold it: all of it, whatever the view shows. Of a comparison the view says which pairs are doubtful.

    Raises RepdiffError for what is no result.
    """
    job = job_of(result)
    module = import_module(f"repdiff.records.{job}")
    found: dict[str, Any] = (
        module.record(result, (view or View()).min_score) if job == "comparison" else module.record(result)
    )
    return found
