"""The tree of headings that was understood in one document."""

from collections import Counter
from collections.abc import Iterable

from repdiff.model.document import Document
from repdiff.model.texts import Role, Section
from repdiff.model.version import version
from repdiff.model.view import View
from repdiff.render.json import dump
from repdiff.render.terminal.layout import Line, pad, wrap
from repdiff.render.terminal.paint import painted
from repdiff.report.records.comparison import FORMAT
from repdiff.report.records.entries import document_head, section_entry
from repdiff.report.runs import Run, visible, width
from repdiff.report.words.phrases import Phrases, counted, phrases_for

_STEP = 2


def render(document: Document, view: View) -> str:
    """Each heading behind its place (line:column, both from 1), indented by its depth; behind it its style and number
    of sentences, those included that stand below its last sub-heading without a heading of their own."""
    words = phrases_for(view, document)
    lines: list[Line] = [*_head(document, view, words)]
    places = {section.id: _place(document, section) for section in document.sections}
    column = max((width(place) for place in places.values()), default=0) + 2
    bodies = (sentence for sentence in document.sentences if sentence.role is not Role.HEADING)
    sizes = Counter(document.chapter(sentence.section).id for sentence in bodies)
    for section in document.sections:
        if section.title or sizes[section.id]:
            about = _about(section, sizes[section.id], words)
            lines += _entry(document, section, about, (places[section.id], column, view.width))
    return painted(lines, view.color)


def render_json(document: Document) -> str:
    """The same for programs: `format`, `repdiff`, `document` and `sections` as in the report's JSON, each with
    `place` and `sentences`."""
    sizes = Counter(sentence.section for sentence in document.sentences if sentence.role is not Role.HEADING)
    entries = [
        section_entry(section)
        | {"place": list(document.source.place(section.heading.start)), "sentences": sizes[section.id]}
        for section in document.sections
    ]
    return dump({"format": FORMAT, "repdiff": version(), "document": document_head(document), "sections": entries})


def _head(document: Document, view: View, words: Phrases) -> Iterable[Line]:
    roles = Counter(sentence.role for sentence in document.sentences)
    text = words.outline_head.format(
        name=visible(document.source.name),
        headings=counted(words, sum(bool(section.title) for section in document.sections), "heading"),
        sentences=counted(words, len(document.sentences) - roles[Role.HEADING], "sentence"),
        commitments=counted(words, roles[Role.COMMITMENT], "commitment"),
    )
    yield from wrap([Run(text, "heading")], view.width)


def _about(section: Section, size: int, words: Phrases) -> tuple[Run, Run]:
    """A section's title, and its style and number of sentences."""
    notes = [section.style] if section.title and section.style else []
    notes += [counted(words, size, "sentence")] if size else []
    return Run(visible(section.title) or words.opening), Run("  " + words.comma.join(notes), "quiet")


def _entry(
    document: Document, section: Section, about: tuple[Run, Run], layout: tuple[str, int, int]
) -> Iterable[Line]:
    place, column, columns = layout
    indent = _STEP * document.depth(section.id)
    lines = wrap(about, max(columns - column - indent, 2 * column) if columns else 0)
    for index, line in enumerate(lines):
        yield [*pad([Run(place if not index else "", "quiet")], column), Run(" " * indent), *line]


def _place(document: Document, section: Section) -> str:
    line, column = document.source.place(section.heading.start)
    return f"{line}:{column}"
