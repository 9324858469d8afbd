"""Reporters: each turns a `Comparison` and a `View` into one text. None reads files, prints or changes what was
found."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath
from typing import TypeVar

from repdiff.model.errors import RepdiffError
from repdiff.model.links import Comparison
from repdiff.model.view import View


class Format(StrEnum):
    """The formats of a report."""

    TERMINAL = "terminal"
    HTML = "html"
    JSON = "json"
    CSV = "csv"


Named = TypeVar("Named", bound=str)
_TEXT = frozenset({"", ".txt", ".text", ".log", ".ansi", ".out"})
_ENDINGS = {".html": Format.HTML, ".htm": Format.HTML, ".json": Format.JSON, ".csv": Format.CSV}


def format_of(path: str) -> Format | None:
    """The format of a comparison that a file's name implies, or None. Raises RepdiffError as `implied` does."""
    return implied(path, _ENDINGS)


def implied(path: str, endings: Mapping[str, Named]) -> Named | None:
    """The format that the ending of a file's name implies; None where the name has no ending or one of plain text.

    Raises RepdiffError for another ending: the file would not be what its name says.
    """
    suffix = PurePath(path).suffix.lower()
    found = endings.get(suffix)
    if found is None and suffix not in _TEXT and not suffix[1:].isdecimal():
        known = ", ".join((*endings, ".txt"))
        raise RepdiffError(f"{path}: no report is written as {suffix}.", f"Use {known}, or say --format.")
    return found


def render(comparison: Comparison, form: Format, view: View | None = None) -> str:
    """The report as text that ends with a newline."""
    view = view or View()
    if form is Format.HTML:
        from repdiff.render import html

        return html.render(comparison, view)
    if form is Format.JSON:
        from repdiff.render import json

        return json.render(comparison, view)
    if form is Format.CSV:
        from repdiff.render import numbers

        return numbers.csv(comparison)
    from repdiff.render import terminal

    return terminal.render(comparison, view)
