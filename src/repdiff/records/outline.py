"""The headings of one document for programs: `format`, `repdiff`, `document` and `sections` as in the record of a comparison, each section
with its `place` (line and column from 1) and its number of `sentences`; `notes`, plain sentences: what was assumed of the document.
"""

from collections import Counter
from typing import Any

from repdiff.model.document import Document
from repdiff.model.texts import Role
from repdiff.model.version import version
from repdiff.records.entries import document_head, place_entry, section_entry

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
        "notes": list(document.notes),
    }
