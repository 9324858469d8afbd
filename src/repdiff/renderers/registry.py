"""The forms of reports: a row each. A new form for all jobs is one file beside this one and one row here."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from importlib import import_module
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from repdiff.model.errors import RepdiffError
from repdiff.model.view import Facet

ALL_JOBS: Final = frozenset({"comparison", "promises", "timeline", "duplicates", "outline", "places", "batch"})
_DUPLICATES: Final = frozenset({"duplicates"})
_COURSE: Final = frozenset({"course"})
_PLAIN: Final = frozenset({"", ".txt", ".text", ".log", ".ansi", ".out"})


class Format(StrEnum):
    """The forms of reports."""

    TERMINAL = "terminal"
    HTML = "html"
    MARKDOWN = "markdown"
    DOCX = "docx"
    DOCX_TABLE = "docx-table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    PARQUET = "parquet"
    DECISIONS = "decisions"


class Takes(StrEnum):
    """What a renderer is given: what a reader sees, what a program gets, or what was decided by whom."""

    REPORT = "report"
    RECORD = "record"
    DECISIONS = "decisions"


class Renderer(NamedTuple):
    """One form: the endings of its files, module and function (`sheets:csv`) that turn what it `takes` into text or bytes, the jobs that
    have it, what it `needs` of a report, and whether it is `binary`: never for a screen. `streamed` are the jobs that have it, but not
    of a report: their own engine writes it.
    """

    form: Format
    endings: tuple[str, ...]
    function: str
    jobs: frozenset[str] = ALL_JOBS
    takes: Takes = Takes.REPORT
    needs: frozenset[Facet] = frozenset({Facet.LIST})
    binary: bool = False
    streamed: frozenset[str] = frozenset()

    def __call__(self, told: Any) -> str | bytes:
        """The report in this form; its module is loaded now."""
        module, name = self.function.split(":")
        render: Callable[[Any], str | bytes] = getattr(import_module(f"repdiff.renderers.{module}"), name)
        return render(told)


_PAGE: Final = frozenset({Facet.PAGE})
_SHEET: Final = frozenset({Facet.SHEET})
_REVISED: Final = frozenset({Facet.LIST, Facet.REVISION})
_BOOK: Final = frozenset({Facet.BOOK})
_ROWS: Final = (
    Renderer(Format.TERMINAL, (), "terminal:render"),
    Renderer(Format.HTML, (".html", ".htm"), "html:render", ALL_JOBS - {"outline"} | _COURSE, needs=_PAGE),
    Renderer(Format.MARKDOWN, (".md", ".markdown"), "markdown:render"),
    Renderer(Format.DOCX, (".docx",), "docx:render", needs=_REVISED, binary=True),
    Renderer(Format.DOCX_TABLE, (), "docx:table", frozenset({"comparison"}), binary=True),
    Renderer(Format.JSON, (".json",), "json:dump", takes=Takes.RECORD),
    Renderer(Format.JSONL, (".jsonl",), "", frozenset(), streamed=_DUPLICATES),
    Renderer(Format.CSV, (".csv",), "sheets:csv", ALL_JOBS - _DUPLICATES, needs=_SHEET, streamed=_DUPLICATES),
    Renderer(
        Format.PARQUET,
        (".parquet",),
        "parquet:render",
        ALL_JOBS - _DUPLICATES,
        needs=_SHEET,
        binary=True,
        streamed=_DUPLICATES,
    ),
    Renderer(Format.DECISIONS, (), "json:spread", frozenset({"promises", "timeline"}), takes=Takes.DECISIONS),
    Renderer(Format.XLSX, (".xlsx",), "workbook:render", needs=_BOOK, binary=True),
)
RENDERERS: Final[Mapping[Format, Renderer]] = {row.form: row for row in _ROWS}


def forms_of(job: str) -> tuple[Format, ...]:
    """The forms that a job's report exists in."""
    return tuple(form for form, row in RENDERERS.items() if job in row.jobs | row.streamed)


def endings_of(job: str) -> tuple[str, ...]:
    """The endings of files that imply one of these forms, the chief one of each form."""
    return tuple(RENDERERS[form].endings[0] for form in forms_of(job) if RENDERERS[form].endings)


def format_of(path: str, job: str) -> Format | None:
    """The form that the ending of a file's name implies; None where the name has no ending or one of plain text.

    Raises RepdiffError for another ending: the file would not be what its name says.
    """
    endings = {
        ending: row.form for row in RENDERERS.values() if job in row.jobs | row.streamed for ending in row.endings
    }
    suffix = PurePath(path).suffix.lower()
    found = endings.get(suffix)
    if found is None and suffix not in _PLAIN and not suffix[1:].isdecimal():
        raise RepdiffError(
            f"{path}: no report is written as {suffix}.", f"Use {', '.join((*endings, '.txt'))}, or say --format."
        )
    return found
