"""The tree of headings that was understood in one document."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from repdiff.cut.asides import counted
from repdiff.model.document import Document
from repdiff.model.texts import Aside, Role, Section, Sentence
from repdiff.model.view import Facet, View
from repdiff.report.nouns import Part, Report
from repdiff.report.passages import place, place_left_out
from repdiff.report.runs import Run
from repdiff.report.sheets import PROGRAMS, Audience, Cell, Sheet, Type
from repdiff.report.words import Words, words_for

_BETWEEN: Final = " / "
"""What stands between the lines of something that was left out."""
TOP: Final = 2
"""The level of the outermost parts, as in every report: the title of the report is of level 1."""
_DOCUMENTS = (("number", Type.WHOLE), "title", "place")
_LEFT_OUT = ("why", "place", "text")
_COLUMNS = (("level", Type.WHOLE), "title", "place", "style", ("sentences", Type.WHOLE), ("commitments", Type.WHOLE))


def tell(document: Document, view: View) -> Report:
    """A part for each section: its depth (TOP for the chapters) as its `level`, where it stands, and a note on its style and number of
    sentences, those included that stand below its last sub-heading without a heading of their own; such text is no part of the list
    itself. The sheet has the levels of the headings.

    The documents of a file that holds several stand before the sections.

    Where the view asks for what was left out, a part for each kind and one for each piece of it instead.
    """
    words = words_for(view, document)
    if view.left_out:
        return _left_out(document, view, words)
    sizes = Counter(document.chapter(sentence.section).id for sentence in _bodies(document))
    return Report(
        job="outline",
        words=words,
        view=view,
        title=document.source.name,
        sentence=_sentence(document, words),
        notes=tuple(words.say(note) for note in document.notes),
        parts=(
            *_documents(document, words),
            *(_part(document, section, sizes[section.id], words) for section in document.sections),
        ),
        sheets=tuple(_sheets(document, PROGRAMS)) if Facet.SHEET in view.facets else (),
        book=tuple(_book(document, words)) if Facet.BOOK in view.facets else (),
    )


def _documents(document: Document, words: Words) -> Iterator[Part]:
    """The documents that a file holds, each by what it is named with."""
    if document.source.parts:
        yield Part(
            id="documents", title=words.count("nouns.document", len(document.source.parts)), kind="heading", level=TOP
        )
    for number, part in enumerate(document.source.parts, 1):
        at = place(document, part.span.start)
        yield Part(id=f"document-{number}", title=f"#{number} {part.title}", level=TOP + 1, place=at)


def _bodies(document: Document) -> list[Sentence]:
    return [sentence for sentence in document.sentences if sentence.role is not Role.HEADING]


def _sheets(document: Document, audience: Audience) -> Iterator[Sheet]:
    """The headings, the documents of a file that holds several, what was left out: those that there are."""
    bodies = _bodies(document)
    sizes = Counter(document.chapter(sentence.section).id for sentence in bodies)
    promises = Counter(document.chapter(s.section).id for s in bodies if s.role is Role.COMMITMENT)
    shown = [section for section in document.sections if section.title or sizes[section.id]]
    rows = tuple(_row(document, section, sizes[section.id], promises[section.id]) for section in shown)
    yield Sheet("outline", audience.titled("outline"), audience.columns(*_COLUMNS), rows)
    if document.source.parts:
        parts = enumerate(document.source.parts, 1)
        listed = tuple((number, part.title, place(document, part.span.start)) for number, part in parts)
        yield Sheet("documents", audience.titled("documents"), audience.columns(*_DOCUMENTS), listed)
    if document.source.left_out:
        yield _left_out_sheet(document, audience)


def _book(document: Document, words: Words) -> Iterator[Sheet]:
    """The sheets of a workbook for readers, the first of which says what was read."""
    from repdiff.report.about import Facts, about

    sheets = tuple(_sheets(document, Audience(words, programs=False)))
    notes = tuple(words.say(note) for note in document.notes)
    name = PurePath(document.source.name).name
    yield about(Facts(name, _sentence(document, words), (("", document.source),), notes), sheets, words)
    yield from sheets


def _left_out(document: Document, view: View, words: Words) -> Report:
    """What was left out of the text, by kind."""
    counts = Counter(each.why for each in document.source.left_out)
    told = "outline.left_out" if counts else "outline.nothing_left_out"
    total = words.count("nouns.left_out", sum(counts.values()))
    return Report(
        job="outline",
        words=words,
        view=view,
        title=document.source.name,
        sentence=words[told].format(name=document.source.name, count=total),
        notes=tuple(words.say(note) for note in document.source.notes),
        parts=tuple(part for why in counts for part in _of_kind(document, why, counts[why], words)),
        sheets=(_left_out_sheet(document, PROGRAMS),),
        book=(_left_out_sheet(document, Audience(words, programs=False)),),
    )


def _of_kind(document: Document, why: Aside, count: int, words: Words) -> Iterator[Part]:
    yield Part(id=why, title=words.say(counted(why, count)), kind="heading", level=TOP)
    for number, each in enumerate(document.source.left_out):
        if each.why is why:
            text = _BETWEEN.join(" ".join(line.split()) for line in each.text.splitlines() if line.strip())
            yield Part(id=f"{why}-{number}", title=text, level=TOP + 1, place=place_left_out(document, each))


def _left_out_sheet(document: Document, audience: Audience) -> Sheet:
    rows = ((_why(each.why, audience), place_left_out(document, each), each.text) for each in document.source.left_out)
    return Sheet("left_out", audience.titled("left_out"), audience.columns(*_LEFT_OUT), tuple(rows))


def _why(why: Aside, audience: Audience) -> str:
    return str(why) if audience.programs else audience.words.say(counted(why, 1)).removeprefix("1").strip()


def _sentence(document: Document, words: Words) -> str:
    roles = Counter(sentence.role for sentence in document.sentences)
    return words["outline.head"].format(
        name=document.source.name,
        headings=words.count("nouns.heading", sum(bool(section.title) for section in document.sections)),
        sentences=words.count("nouns.sentence", len(document.sentences) - roles[Role.HEADING]),
        commitments=words.count("nouns.commitment", roles[Role.COMMITMENT]),
    )


def _part(document: Document, section: Section, size: int, words: Words) -> Part:
    notes = [section.style] if section.title and section.style else []
    notes += [words.count("nouns.sentence", size)] if size else []
    return Part(
        id=str(section.id),
        title=section.title or words["opening"],
        kind="heading" if section.title else "opening",
        level=TOP + document.depth(section.id),
        place=place(document, section.heading.start),
        in_list=bool(section.title or size),
        notes=((Run(words["text.comma"].join(notes), "quiet"),),),
    )


def _row(document: Document, section: Section, size: int, promises: int) -> tuple[Cell, ...]:
    at = place(document, section.heading.start)
    return section.level, section.title, at, section.style, size, promises
