"""Results as a program gets them: all of it, in dicts, lists, texts and numbers. Each job has a module here."""

from importlib import import_module
from typing import Any

from repdiff.report import job_of


def record(result: Any) -> dict[str, Any]:
    """The result as JSON can hold it. Raises RepdiffError for what is no result."""
    found: dict[str, Any] = import_module(f"repdiff.records.{job_of(result)}").record(result)
    return found
