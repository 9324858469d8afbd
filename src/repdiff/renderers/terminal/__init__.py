"""Reports on a terminal, or in a pipe: marks and words carry the meaning, colour repeats it.

With a width of 0 no line is wrapped: every text stays on one line, where a search finds it.
"""

from collections.abc import Callable, Iterable
from importlib import import_module

from repdiff.renderers.terminal.layout import Line
from repdiff.renderers.terminal.paint import painted
from repdiff.report.nouns import Report


def render(report: Report) -> str:
    """The whole report as text that ends with a newline; ANSI styles only where `view.color`."""
    layout = import_module(f"repdiff.renderers.terminal.{report.job}")
    lines: Callable[[Report], Iterable[Line]] = layout.lines
    return painted(lines(report), report.view.color)
