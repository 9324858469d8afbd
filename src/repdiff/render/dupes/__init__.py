"""Reports of duplicates: a summary for people, one for programs, and the flags as a table."""

from enum import StrEnum

from repdiff.render import implied


class Form(StrEnum):
    """The formats of a report of duplicates."""

    TERMINAL = "terminal"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


TABLES = (Form.JSONL, Form.CSV, Form.PARQUET)
"""The formats that hold the flags, a row each, instead of a summary."""

_ENDINGS = {".html": Form.HTML, ".htm": Form.HTML, **{f".{form}": form for form in (Form.JSON, *TABLES)}}


def form_of(path: str) -> Form | None:
    """The format that a file's name implies, or None. Raises RepdiffError for endings of other kinds of file."""
    return implied(path, _ENDINGS)
