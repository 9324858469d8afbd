"""Renderers: each turns one report into one form. None reads files, prints, or knows what the report is made from."""

from dataclasses import replace
from typing import Any

from repdiff.model.errors import RepdiffError
from repdiff.model.view import View
from repdiff.records import record
from repdiff.renderers.registry import RENDERERS, Format, Takes, format_of, forms_of
from repdiff.report import job_of, tell

__all__ = ["Format", "format_of", "forms_of", "render"]


def render(result: Any, form: str = Format.TERMINAL, view: View | None = None) -> str | bytes:
    """The report of a result as it is in one form: text that ends with a newline, or bytes of a form that is no text.

    `result` is a Comparison, a Check, a Track, the Findings of a search for duplicates, or a Document, whose outline is told. Raises
    RepdiffError where there is no such form of it.
    """
    job = job_of(result)
    row = RENDERERS.get(Format(form)) if form in tuple(Format) else None
    if row is None or job not in row.jobs:
        raise RepdiffError(f"There is no report of this kind as {form}.", f"Known are {', '.join(_forms(job))}.")
    match row.takes:
        case Takes.RECORD:
            return row(record(result, view))
        case Takes.DECISIONS:
            from repdiff.records.judgements import decisions

            return row(decisions(result))
        case _:
            return row(tell(result, replace(view or View(), facets=row.needs)))


def _forms(job: str) -> list[str]:
    return [row.form for row in RENDERERS.values() if job in row.jobs]
