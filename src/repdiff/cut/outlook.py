"""Which way a section looks: back at what was done, or ahead at what is to be done."""

import re
import unicodedata
from enum import StrEnum
from functools import cache

from repdiff.languages.han import folded
from repdiff.languages.numerals import COUNTING
from repdiff.languages.patterns import joined, words
from repdiff.languages.record import Language
from repdiff.model.texts import Section
from repdiff.text.keys import unbroken

Languages = tuple[Language, ...]


class Outlook(StrEnum):
    """Which way a section looks."""

    REVIEW = "review"
    PLAN = "plan"
    OPEN = "open"


_CLAUSE = re.compile(r"[,，;；]")
_ENOUGH = 4
"""How many marks of past or future a section must have before its wording says which way it looks: fewer are chance."""


def outlooks(text: str, sections: tuple[Section, ...], languages: Languages) -> tuple[Outlook, ...]:
    """Which way each section looks: by the outermost heading that says so, else by the wording below it.

    `text` is the folded text of the document, `languages` are those it may be in. A title over the whole document ("2021 in figures,
    priorities for 2022") is asked last.
    """
    ends = _ends(sections)
    said = [_heading_says(section.title, languages) for section in sections]
    title = _document_title(sections, said, languages)
    times: list[Outlook] = []
    for section in sections:
        time = Outlook.OPEN if section.parent is None else times[section.parent]
        if time is Outlook.OPEN and section.id != title:
            time = said[section.id]
            if time is Outlook.OPEN:
                time = _wording(text[section.span.start : ends[section.id]], languages)
        times.append(time)
    asked = {said[title]} if title is not None and said[title] is not Outlook.OPEN else set(said)
    last = _rest(text, asked, languages)
    return tuple(time if time is not Outlook.OPEN else last for time in times)


def _rest(text: str, said: set[Outlook], languages: Languages) -> Outlook:
    """Which way the sections look whose own headings and wording do not say.

    As the title of the document does (`said` is then its word alone), or back where some headings look back, none looks
    ahead, and the text itself hardly does. Where no heading says anything, as the wording of the text does.
    """
    spoken = said - {Outlook.OPEN}
    if not spoken:
        return _wording(text, languages)
    if len(said) == 1:
        return next(iter(said))
    if spoken == {Outlook.REVIEW} and len(will(languages).findall(text)) < _ENOUGH:
        return Outlook.REVIEW
    return Outlook.OPEN


def announces_targets(text: str, languages: Languages) -> bool:
    """Whether a plain sentence leads over to a list of what is to be reached: its last clause speaks of targets, and of no past."""
    clause = _CLAUSE.split(text.rstrip())[-1]
    return clause.endswith((":", "：")) and _heading_says(clause, languages) is Outlook.PLAN


def _document_title(sections: tuple[Section, ...], said: list[Outlook], languages: Languages) -> int | None:
    """The heading over the whole document: the first outermost one that has no number and no rival with a say."""
    outermost = [section for section in sections if section.parent is None and section.title]
    if not outermost or _numbered(languages).match(outermost[0].title):
        return None
    rivals = any(said[section.id] is not Outlook.OPEN for section in outermost[1:])
    below = any(section.parent == outermost[0].id for section in sections)
    return outermost[0].id if below and not rivals else None


def _ends(sections: tuple[Section, ...]) -> list[int]:
    """Where each section ends together with all that stands below it."""
    ends = [section.span.end for section in sections]
    for section in reversed(sections):
        if section.parent is not None:
            ends[section.parent] = max(ends[section.parent], ends[section.id])
    return ends


def _heading_says(title: str, languages: Languages) -> Outlook:
    plain = folded(unicodedata.normalize("NFKC", title))
    back, ahead = bool(_back(languages).search(plain)), bool(_ahead(languages).search(plain))
    if back == ahead:
        return Outlook.OPEN
    return Outlook.REVIEW if back else Outlook.PLAN


def _wording(text: str, languages: Languages) -> Outlook:
    """Which way a text looks by its marks of past and future; open where they are few or balanced."""
    text = unbroken(text)
    before, after = len(_went(languages).findall(text)), len(will(languages).findall(text))
    if before >= _ENOUGH and before > 2 * after:
        return Outlook.REVIEW
    if after >= _ENOUGH and after > 2 * before:
        return Outlook.PLAN
    return Outlook.OPEN


@cache
def will(languages: Languages) -> re.Pattern[str]:
    """Pattern of a mark of the future."""
    return re.compile(words(languages, lambda each: each.roles.will), re.IGNORECASE)


@cache
def _went(languages: Languages) -> re.Pattern[str]:
    return re.compile(words(languages, lambda each: each.roles.went), re.IGNORECASE)


@cache
def _back(languages: Languages) -> re.Pattern[str]:
    alone = joined(languages, lambda each: each.headings.back_alone)
    return re.compile(rf"{words(languages, lambda each: each.headings.back)}|^\W*(?:{alone})\W*$", re.IGNORECASE)


@cache
def _ahead(languages: Languages) -> re.Pattern[str]:
    return re.compile(words(languages, lambda each: each.headings.ahead), re.IGNORECASE)


@cache
def _numbered(languages: Languages) -> re.Pattern[str]:
    ordinal = joined(languages, lambda each: each.headings.ordinal)
    return re.compile(rf"[#*\s(（]*(?:[{COUNTING}]{{1,3}}[、)）]|\d{{1,2}}(?:[、.)）]|\s)|[IVX]+\b|{ordinal})")
