"""Reporters: each turns a `Comparison` and a `View` into one text. None reads files, prints or changes what was
found."""

from enum import StrEnum
from pathlib import PurePath

from repdiff.model import Comparison
from repdiff.options import View


class Format(StrEnum):
    """The formats of a report."""

    TERMINAL = "terminal"
    HTML = "html"
    JSON = "json"
    CSV = "csv"


_ENDINGS = {".html": Format.HTML, ".htm": Format.HTML, ".json": Format.JSON, ".csv": Format.CSV}


def format_of(path: str) -> Format | None:
    """The format that a file's name implies, or None."""
    return _ENDINGS.get(PurePath(path).suffix.lower())


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
