"""The duplicates of a corpus as one HTML page, in the style of the comparison's: self-contained, readable without script."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from repdiff.model.version import version
from repdiff.render.html import rendered
from repdiff.render.html.page import shown_text
from repdiff.render.html.top import stacked
from repdiff.report.nouns import Part, Report, Row
from repdiff.report.words import Words

_STYLES = ("base.css", "tools.css", "dupes.css")
_QUOTE = 160
"""Characters of a text that are shown: enough to know it again."""
_FILES = 20


class Finding(NamedTuple):
    """One finding in words, and the beginning of the text that it is about."""

    level: str
    text: str
    quote: str
    lang: str
    cut: bool


class Section(NamedTuple):
    """The findings of one kind that are shown, and how many there are."""

    kind: str
    title: str
    findings: tuple[Finding, ...]
    total: str
    more: bool


def render(report: Report) -> str:
    """The whole page as text, to be written as UTF-8."""
    page: dict[str, Any] = dict(report.page)
    words = report.words
    return rendered(
        "duplicates.html.jinja",
        _STYLES,
        words,
        heading=report.title,
        sentence=report.sentence,
        table=[row for table in report.tables for row in (table.columns, *table.rows)],
        bars=[(name, stacked(pieces)) for name, pieces in page["bars"]],
        parts=tuple(_section(part, words) for part in report.parts),
        levels=page["levels"],
        problems=page["problems"],
        searched=_searched(page["files"], words),
        version=version(),
    )


def _searched(files: Sequence[str], words: Words) -> Markup:
    named = Markup(words["list"]).join(map(shown_text, files[:_FILES]))
    more = words["and_more"].format(count=len(files) - _FILES) if len(files) > _FILES else ""
    return Markup("{}{}").format(named, more)


def _section(part: Part, words: Words) -> Section:
    findings = tuple(_findings(part))
    return Section(part.kind, part.title, findings, words.number(part.total), part.total > len(findings))


def _findings(part: Part) -> Iterator[Finding]:
    for row in part.listed:
        if isinstance(row, Row):
            text = " ".join(" ".join(passage.text for passage in row.old).split())
            lang = row.old[0].lang if row.old else "und"
            yield Finding(row.classes, row.name, text[:_QUOTE], lang, len(text) > _QUOTE)
