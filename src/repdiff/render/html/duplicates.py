"""The findings of the page of duplicates."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from repdiff.model.version import version
from repdiff.render.html.passage import shown_text
from repdiff.report.nouns import Part, Report, Row
from repdiff.report.words import Words

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


def values(report: Report) -> dict[str, object]:
    """The findings as they are shown, and what was searched."""
    files: Any = report.page["files"]
    return {
        "table": [row for table in report.tables for row in (table.columns, *table.rows)],
        "parts": tuple(_section(part, report.words) for part in report.parts),
        "searched": _searched(files, report.words),
        "version": version(),
    }


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
