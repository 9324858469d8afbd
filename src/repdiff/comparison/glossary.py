"""A glossary laid on documents: pairing sees one word for names that mean the same. And what may not stand in one."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from repdiff.model.document import Document
from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Section, Span
from repdiff.text.renaming import Glossary, Renaming, name_key, numerals_differ, renaming
from repdiff.text.rewriting import Rewritten, Stretch, rewrite

_SIGNS = frozenset("%‰°$€£¥+\u2212<>=≤≥±×÷~§")
_DIFFERENT = "texts that differ in that are never the same."


class Fault(NamedTuple):
    """What is wrong with the entry of a name, and what to do about it."""

    name: str
    what: str
    hint: str


def faults(glossary: Glossary) -> Iterator[Fault]:
    """What is wrong with a glossary, entry by entry: names that lead on, and what tells texts apart (a digit, a sign, a number, a unit, a
    qualifier, a word that turns the meaning).
    """
    meant = {name_key(name): each for name, each in glossary}
    seen: dict[str, str] = {}
    for name, each in glossary:
        own, other = name_key(name), name_key(each)
        if not any(map(str.isalpha, name)) or not any(map(str.isalpha, each)):
            yield Fault(name, f"{name!r} or what is meant by it has no letters.", "Write two names, or leave it out.")
        elif own == other:
            yield Fault(name, f"{name!r} is explained by itself.", "Name the other word, or leave it out.")
        elif own in seen:
            yield Fault(name, f"{name!r} and {seen[own]!r} are the same word.", "Keep one of the two.")
        elif other in meant:
            yield _led_on(name, each, meant)
        elif telling := _telling(name, each):
            yield Fault(name, f"{name!r} and {each!r} differ in {telling}.", f"Leave it out: {_DIFFERENT}")
        seen[own] = name


def _led_on(name: str, each: str, meant: dict[str, str]) -> Fault:
    passed = {name_key(name)}
    end = each
    while (own := name_key(end)) in meant and own not in passed:
        passed.add(own)
        end = meant[own]
    if name_key(end) in meant:
        return Fault(name, f"{name!r} leads back to itself.", "Let every name lead to the one that counts.")
    return Fault(name, f"{name!r} leads to {each!r}, which leads on.", f'Write "{name}" = "{end}".')


def _telling(one: str, other: str) -> str:
    """In what two names differ by which texts are told apart; empty where there is nothing."""
    from repdiff.pair.tokens import tokens
    from repdiff.pair.turn_words import are_opposed
    from repdiff.text.quantity_grammar import about, at_least, at_most

    if _digits(one) != _digits(other):
        return "a digit"
    if [char for char in one if char in _SIGNS] != [char for char in other if char in _SIGNS]:
        return "a sign"
    numbers = ([word.key for word in tokens(each) if word.number] for each in (one, other))
    if next(numbers) != next(numbers) or numerals_differ(one, other):
        return "a number"
    if _counts(one) and _counts(other):
        return "a unit, which [units] of your terms can explain"
    if any(each.casefold() in words for each in (one, other) for words in (about(), at_least(), at_most())):
        return "a qualifier"
    return "a word that turns the meaning" if are_opposed(one, other) else ""


def _digits(name: str) -> list[int]:
    return [unicodedata.decimal(char) for char in name if char.isdecimal()]


def _counts(name: str) -> bool:
    """Whether a name behind a number is read as its unit."""
    from repdiff.pair.tokens import tokens
    from repdiff.quantities.units import unit_called

    written = f"1 {name}" if name[:1].isascii() else f"1{name}"
    return unit_called(name).family != "count" or [word.end for word in tokens(written)] == [len(written)]


def checked(glossary: Glossary) -> Renaming:
    """A glossary made ready. Raises RepdiffError for the first of its `faults`."""
    for fault in faults(glossary):
        raise RepdiffError(f"glossary: {fault.what}", fault.hint)
    return renaming(glossary)


class Renamed(NamedTuple):
    """A document in whose text names that mean the same are one word, with the same sentences and sections as before; and its text."""

    document: Document
    rewritten: Rewritten

    def span(self, span: Span) -> Span:
        """Where a span of the document as it was stands now."""
        return _moved(self.rewritten, span)


def renamed(document: Document, names: Renaming) -> Renamed:
    """The document with one word for names that mean the same; its keys stay as they are."""
    source = document.source
    stretches = [
        Stretch(Span(start + span.start, start + span.end), meant)
        for start, end in map(document.wording, range(len(document.sentences)))
        for span, meant in names.found(source.plain(Span(start, end)))
    ]
    text = rewrite(source.text, stretches)
    marks = ((mark.span, mark._replace(span=_moved(text, mark.span))) for mark in source.marks)
    return Renamed(
        replace(
            document,
            source=replace(source, text=text.text, marks=tuple(now for was, now in marks if _is_there(was, now.span))),
            sections=tuple(_section(section, text, names) for section in document.sections),
            sentences=tuple(replace(each, span=_moved(text, each.span)) for each in document.sentences),
            quantities=(),
        ),
        text,
    )


def _is_there(was: Span, now: Span) -> bool:
    """Whether a mark is left: a name may have swallowed it."""
    return now.start < now.end or was.start == was.end


def _section(section: Section, text: Rewritten, names: Renaming) -> Section:
    return replace(
        section,
        title=names.meant(section.title),
        heading=_moved(text, section.heading),
        span=_moved(text, section.span),
    )


def _moved(text: Rewritten, span: Span) -> Span:
    return Span(text.forth(span.start), text.forth(span.end))
