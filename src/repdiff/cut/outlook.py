"""Which way a section looks: back at what was done, or ahead at what is to be done."""

import re
import unicodedata
from enum import StrEnum
from functools import cache

from repdiff.languages.han import folded
from repdiff.languages.numerals import COUNTING, YEAR, han_value
from repdiff.languages.patterns import Uncased, joined, words
from repdiff.languages.record import Language
from repdiff.model.texts import Section
from repdiff.text.keys import unbroken

Languages = tuple[Language, ...]
_YEAR = re.compile(YEAR)


class Outlook(StrEnum):
    """Which way a section looks; what stands apart only explains the words of the others."""

    REVIEW = "review"
    PLAN = "plan"
    OPEN = "open"
    APART = "apart"


_CLAUSE = re.compile(r"[,，;；]")
_ENOUGH = 4
"""How many marks of past or future a section must have before its wording says which way it looks: fewer are chance."""
_PLAN_YEARS = 5
"""Years of a five-year plan."""


def outlooks(text: str, sections: tuple[Section, ...], languages: Languages, own_year: int = 0) -> tuple[Outlook, ...]:
    """Which way each section looks: by the outermost heading that says so, else by the wording below it, else by the years it names.

    `text` is the folded text of the document, `languages` are those it may be in, `own_year` is its year, 0 where that is unknown. A
    title over the whole document ("2021 in figures, priorities for 2022") is asked last.
    """
    ends = _ends(sections)
    said = [_heading_says(section.title, languages) for section in sections]
    title = _document_title(sections, said, languages)
    first = next((section.id for section in sections if section.title), None)
    times: list[Outlook] = []
    for section in sections:
        time = Outlook.OPEN if section.parent is None else times[section.parent]
        if section.title and _explains(languages).search(_plain(section.title)):
            time = Outlook.APART
        if time is Outlook.OPEN and section.id != title:
            time = said[section.id]
            if time is Outlook.OPEN:
                below = text[section.span.start : ends[section.id]]
                time = _wording(below, languages)
                if time is Outlook.OPEN and section.id != first:
                    time = _by_years(section.title, below, languages, own_year)
        times.append(time)
    if title is not None and said[title] is not Outlook.OPEN:
        last = _rest(text, {said[title]}, languages)
    else:
        differ = {Outlook.REVIEW, Outlook.PLAN} <= set(times) or (
            Outlook.PLAN in times and _wording(text, languages) is Outlook.REVIEW
        )
        last = Outlook.OPEN if differ else _rest(text, set(said), languages)
    return tuple(time if time is not Outlook.OPEN else last for time in times)


def _by_years(title: str, below: str, languages: Languages, own_year: int) -> Outlook:
    """Which way a section looks by the years of its title: back at those before the document's own, else ahead.

    What is named by the very year of the document may be its subject: then the wording below must not speak of the past more.
    """
    plain = _plain(title)
    years = [int(year) for year in _YEAR.findall(plain)]
    names, since = _five_years(languages)
    for name in names.finditer(plain):
        begins = since + _PLAN_YEARS * han_value(next(filter(None, name.groups())))
        years += [begins, begins + _PLAN_YEARS - 1]
    if not own_year or not years or _report(languages).search(plain):
        return Outlook.OPEN
    if max(years) < own_year:
        return Outlook.REVIEW
    if min(years) < own_year:
        return Outlook.OPEN
    before, after = _went(languages).count(below), will(languages).count(below)
    contradicted = before >= _ENOUGH and before > 2 * after
    return Outlook.OPEN if contradicted and min(years) == own_year else Outlook.PLAN


def says_time(title: str, languages: Languages) -> bool:
    """Whether a title says which way its section looks, that it looks both ways, or that it only explains words."""
    plain = _plain(title)
    return any(pattern(languages).search(plain) for pattern in (_back, _ahead, _explains))


def ends_with_time(title: str, languages: Languages) -> bool:
    """Whether the last words of a title are those that say which way its section looks."""
    plain = _plain(title)
    return any(end == len(plain) for pattern in (_back, _ahead) for end in pattern(languages).ends(plain))


def _plain(title: str) -> str:
    return folded(unicodedata.normalize("NFKC", title))


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
    if spoken == {Outlook.REVIEW} and will(languages).count(text) < _ENOUGH:
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
    plain = _plain(title)
    back, ahead = _back(languages).is_in(plain), _ahead(languages).is_in(plain)
    if back == ahead:
        return Outlook.OPEN
    return Outlook.REVIEW if back else Outlook.PLAN


def _wording(text: str, languages: Languages) -> Outlook:
    """Which way a text looks by its marks of past and future; open where they are few or balanced."""
    text = unbroken(text)
    before, after = _went(languages).count(text), will(languages).count(text)
    if before >= _ENOUGH and before > 2 * after:
        return Outlook.REVIEW
    if after >= _ENOUGH and after > 2 * before:
        return Outlook.PLAN
    return Outlook.OPEN


@cache
def will(languages: Languages) -> Uncased:
    """Pattern of a mark of the future."""
    return Uncased(words(languages, lambda each: each.roles.will))


@cache
def _went(languages: Languages) -> Uncased:
    return Uncased(words(languages, lambda each: each.roles.went))


@cache
def _back(languages: Languages) -> Uncased:
    alone = joined(languages, lambda each: each.headings.back_alone)
    return Uncased(rf"{words(languages, lambda each: each.headings.back)}|^\W*(?:{alone})\W*$")


@cache
def _ahead(languages: Languages) -> Uncased:
    return Uncased(words(languages, lambda each: each.headings.ahead))


@cache
def _explains(languages: Languages) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[^\w\s]|\d|\s)\s*(?:{joined(languages, lambda each: each.headings.explains)})\W*$", re.IGNORECASE
    )


@cache
def _five_years(languages: Languages) -> tuple[re.Pattern[str], int]:
    """The names of five-year plans, and the year they are counted from."""
    since = max((each.headings.five_years_from for each in languages), default=0)
    return re.compile(joined(languages, lambda each: each.headings.five_years)), since


@cache
def _report(languages: Languages) -> re.Pattern[str]:
    return re.compile(rf"(?:{joined(languages, lambda each: each.words.report)})\W*$", re.IGNORECASE)


@cache
def _numbered(languages: Languages) -> re.Pattern[str]:
    ordinal = joined(languages, lambda each: each.headings.ordinal)
    return re.compile(rf"[#*\s(（]*(?:[{COUNTING}]{{1,3}}[、)）]|\d{{1,2}}(?:[、.)）]|\s)|[IVX]+\b|{ordinal})")
