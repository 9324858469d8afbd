"""What the records of several jobs have in common: where a document came from, a section, a quantity, the options."""

from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from repdiff.cut.titles import title
from repdiff.model.decisions import Decisions
from repdiff.model.document import Document
from repdiff.model.judgements import PromiseDecisions, SeriesDecisions
from repdiff.model.quantities import Quantity
from repdiff.model.terms import Terms
from repdiff.model.texts import Placing, Section, Source

_FROM_A_FILE = frozenset({"glossary", "config", "ignore_patterns", "ignore_sections", "words"})


def document_head(document: Document) -> dict[str, Any]:
    """Where a document came from."""
    source = document.source
    return {
        "name": source.name,
        "title": title(document),
        "encoding": source.encoding,
        "assumed": source.assumed,
        "sha256": source.sha256,
    }


def section_entry(section: Section) -> dict[str, Any]:
    """One section; its span is the heading's own."""
    return {
        "id": section.id,
        "title": section.title,
        "level": section.level,
        "parent": section.parent,
        "style": section.style,
        "span": list(section.heading),
        "body": list(section.span),
    }


def place_entry(source: Source, offset: int) -> dict[str, Any]:
    """Where a code point stands in the text (`place`: line and column from 1), and its page, row or paragraph where the file has such."""
    entry: dict[str, Any] = {"place": list(source.place(offset))}
    return entry if source.places is Placing.LINES else entry | {source.places.value: source.number(offset)}


def left_out_entries(source: Source) -> list[dict[str, Any]]:
    """What was left out of a text as no part of it: why, its characters, their span, and where it stands."""
    return [
        {"why": each.why, "text": each.text, "span": list(each.span)}
        | place_entry(source, each.span.start)
        | ({source.places.value: each.number} if each.number and source.places is not Placing.LINES else {})
        for each in source.left_out
    ]


def quantity_entry(source: Source, quantity: Quantity) -> dict[str, Any]:
    """One quantity, but for its place."""
    return {
        "value": numbers(quantity.numbers),
        "scale": number(quantity.scale),
        "unit": quantity.unit,
        "written": quantity.written,
        "bound": quantity.bound,
        "qualifier": quantity.qualifier,
        "measure": quantity.measure,
        "direction": quantity.direction,
        "signed": numbers(quantity.signed),
        "period": quantity.period,
        "indicator": quantity.name,
        "indicator_span": list(quantity.indicator),
    }


def numbers(values: Sequence[Decimal]) -> Any:
    """One number, or both ends of a range in a list."""
    found = [number(value) for value in values]
    return found[0] if len(found) == 1 else found


def number(value: Decimal) -> int | float:
    """A number as JSON writes it: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def options_entry(options: Any) -> dict[str, Any]:
    """The options that made a result, by name; a file of decisions or terms by its name, null where there was none. What only a file of
    options gives is absent where it gives nothing.
    """
    found = {}
    for each in fields(options):
        value = getattr(options, each.name)
        if each.name in _FROM_A_FILE and not value:
            continue
        if isinstance(value, Decisions | PromiseDecisions | SeriesDecisions | Terms):
            value = value.name
        if each.name == "glossary":
            value = dict(value)
        elif each.name == "decisions" and value is not None:
            names = [file.name for file in value]
            value = names[0] if len(names) == 1 else names
        found[each.name] = list(value) if isinstance(value, tuple) else value
    return found
