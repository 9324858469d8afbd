"""The headings of one document for programs: `format`, `repdiff`, `document` and `sections` as in the record of a comparison, each section
with its `place` (line and column from 1) and its number of `sentences`; `documents`, those of a file that holds several, in order, else
none: `number` (by which `FILE#2` names one), `title`, `span`, `place`; `left_out`, what is no part of the text, in order: `why` (contents,
page number, running head, footnote, navigation, hidden, comment), `text`, `span` (empty, and where it stood, of what is not in the text),
`place`, and `page`, `row` or `paragraph` where places are told so; `notes`, plain sentences: what was assumed of the document.
"""

from collections import Counter
from typing import Any

from repdiff.model.document import Document
from repdiff.model.texts import Role
from repdiff.model.version import version
from repdiff.records.entries import document_head, left_out_entries, place_entry, section_entry

FORMAT = 1


def record(document: Document) -> dict[str, Any]:
    """The headings as plain data; the keys are those above."""
    sizes = Counter(sentence.section for sentence in document.sentences if sentence.role is not Role.HEADING)
    entries = [
        section_entry(section) | place_entry(document.source, section.heading.start) | {"sentences": sizes[section.id]}
        for section in document.sections
    ]
    return {
        "format": FORMAT,
        "repdiff": version(),
        "document": document_head(document),
        "sections": entries,
        "documents": [
            {"number": number, "title": part.title, "span": list(part.span)}
            | place_entry(document.source, part.span.start)
            for number, part in enumerate(document.source.parts, 1)
        ],
        "left_out": left_out_entries(document.source),
        "notes": list(document.notes),
    }
