"""Renderers: each turns one report into one form. None reads files, prints, or knows what the report is made from."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any, TypeVar

from repdiff.model.errors import RepdiffError
from repdiff.model.view import View
from repdiff.render.registry import _PLAIN, RENDERERS, Format, Takes, format_of
from repdiff.report import job_of, record, tell

Named = TypeVar("Named", bound=str)
__all__ = ["Format", "format_of", "implied", "render"]


def implied(path: str, endings: Mapping[str, Named]) -> Named | None:
    """As `format_of`, for the commands that have endings of their own still."""
    suffix = PurePath(path).suffix.lower()
    found = endings.get(suffix)
    if found is None and suffix not in _PLAIN and not suffix[1:].isdecimal():
        known = ", ".join((*endings, ".txt"))
        raise RepdiffError(f"{path}: no report is written as {suffix}.", f"Use {known}, or say --format.")
    return found


def render(result: Any, form: str = Format.TERMINAL, view: View | None = None) -> str | bytes:
    """The report of a result in one form: text that ends with a newline, or bytes of a form that is no text.

    `result` is a Comparison, a Check, a Track, the Findings of a search for duplicates, or a Document, whose outline is told. Raises
    RepdiffError where there is no such form of it.
    """
    job = job_of(result)
    row = RENDERERS.get(Format(form)) if form in tuple(Format) else None
    if row is None or job not in row.jobs or row.takes is Takes.NOTHING:
        raise RepdiffError(f"There is no report of this kind as {form}.", f"Known are {', '.join(_forms(job))}.")
    return row(record(result) if row.takes is Takes.RECORD else tell(result, replace(view or View(), facets=row.needs)))


def _forms(job: str) -> list[str]:
    return [row.form for row in RENDERERS.values() if job in row.jobs and row.takes is not Takes.NOTHING]
