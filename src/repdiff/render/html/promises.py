"""The page of a check: every promise beside what became of it, by verdict, readable without script."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from markupsafe import Markup

from repdiff.render.html import rendered
from repdiff.render.html.passage import safe
from repdiff.render.html.top import stacked
from repdiff.report.nouns import Passage, Report
from repdiff.report.runs import Run

_STYLES = ("base.css", "tools.css", "compare.css", "years.css")
_BAR = {"missed": "dropped", "met": "added", "undetermined": "reworded", "silent": "identical"}


def render(report: Report) -> str:
    """The whole page as text, to be written as UTF-8."""
    pieces: Any = report.page["bar"]
    sources: Any = report.page["sides"]
    sides = [
        {"name": source.name, "title": PurePath(source.name).name, "digest": source.sha256[:12]} for source in sources
    ]
    return rendered(
        "promises.html.jinja",
        _STYLES,
        report.words,
        heading=report.title,
        sides=sides,
        sentence=report.sentence,
        bar=stacked((_BAR[kind], label, count) for kind, label, count in pieces),
        notes=report.notes,
        parts=tuple(part for part in report.parts if part.stretches),
        text=_text,
    )


def _text(passage: Passage) -> Markup:
    return Markup("").join(_markup(passage.runs))


def _markup(runs: Iterable[Run]) -> Iterable[Markup]:
    for run in runs:
        yield Markup("<b>{}</b>").format(safe(run.text)) if run.style else safe(run.text)
