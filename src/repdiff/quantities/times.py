"""Which time a quantity speaks of: over how long it counts, in which period that lies, and whether two quantities count over the same.

A quantity counts over a quarter, the year, five years, or all the time so far. The nearest words before it in its sentence say it
(`一季度`, `over the past five years`); else the sentence before it that opened with such words (`这五年，…`), as far as its section goes;
else the heading (`一、2019年工作回顾`). What five years brought is no change of what one year brought.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from repdiff.languages.fragments import Scripts, alternatives, fragments, written_in
from repdiff.languages.han import folded
from repdiff.languages.number_words import NumberWords, TimeWords
from repdiff.languages.numerals import COUNTED_DIGITS, HAN_DIGITS, HAN_POWERS, YEAR
from repdiff.languages.scripts import words_of
from repdiff.model.document import Document
from repdiff.model.quantities import NOT_SAID, Measure, Period, Quantity, Stretch
from repdiff.model.texts import Role, Span
from repdiff.quantities.changes import adds, rises_to

_YEAR = 12
_PLAN = 60
_ONE_YEAR = Stretch(_YEAR)
_LASTING = (_ONE_YEAR, Stretch(_PLAN))  # what a chapter of a report is told by
_OPENING = 40  # characters in which a sentence says of what time it and the next ones speak
_LONGEST_COMPARED = 8  # characters of a word before the time that a number is compared with, with its blanks
_GOES_ON = 12  # characters behind a number in which it is said that it rises to another
_STANDING = frozenset({"percent", "length", "power"})  # of other things what stands and what flows are told alike
_ZEROS = "".join(char for char, value in HAN_DIGITS.items() if not value)
# The kinds of stretches, the more telling reading of the same words first; a range of years stands behind the first of them.
_KINDS: tuple[tuple[str, Callable[[TimeWords], str]], ...] = (
    ("since", lambda times: times.since),
    ("these", lambda times: times.these),
    ("years", lambda times: times.years),
    ("done", lambda times: times.done),
    ("plan", lambda times: times.plan),
    ("term", lambda times: times.term),
    ("two_quarters", lambda times: times.two_quarters),
    ("three_quarters", lambda times: times.three_quarters),
    ("quarter", lambda times: times.quarter),
    ("half", lambda times: times.half),
    ("last", lambda times: times.month_span),
    ("months", lambda times: times.months),
    ("in_month", lambda times: times.in_month),
    ("one_year", lambda times: times.one_year),
)
# Months of the stretches that are named by words alone.
_MONTHS = {"plan": _PLAN, "term": _PLAN, "two_quarters": 6, "three_quarters": 9, "quarter": 3, "half": 6, "in_month": 1}


def stretches(document: Document) -> tuple[Stretch, ...]:
    """For every sentence, what the sentences before it in its section, and its headings, say of the time that it speaks of.

    What a chapter turns to (`过去五年，…`, `刚刚过去的2025年，…`) lasts over the headings inside it, until it turns to another time.
    """
    titles = _titles(document)
    found = []
    running, section, before = NOT_SAID, -1, 0
    line: Stretch | None = None
    turned: dict[int, Stretch] = {}
    for sentence in document.sentences:
        chapter = _chapter(document, sentence.section)
        if sentence.section != section:
            deeper = section >= 0 and document.sections[sentence.section].level > document.sections[section].level
            said = _first(folded(document.sections[sentence.section].title))
            if said in _LASTING and chapter != sentence.section:
                turned[chapter] = said
            running = said or (running if deeper else turned.get(chapter, titles[sentence.section]))
            section, line = sentence.section, None
        if "\n" in document.source.bare[before : sentence.span.start]:
            line = None
        before = sentence.span.end
        found.append(line or running)
        opened = None if sentence.role is Role.HEADING else _opening(folded(document.text(sentence.id)))
        if opened is not None:
            # What the coming years bring is told in one paragraph; what the past ones brought may fill a chapter.
            line = opened[0] if opened[1] else None
            running = running if opened[1] else opened[0]
            if opened[0] in _LASTING and not opened[1]:
                turned[chapter] = opened[0]
    return tuple(found)


def _chapter(document: Document, section: int) -> int:
    """The outermost section around a section, below the title of the whole."""
    while (parent := document.sections[section].parent) is not None and document.sections[parent].style != "title":
        section = parent
    return section


def stretch_of(ahead: str, clause: tuple[str, str], running: Stretch) -> Stretch:
    """The time over which a quantity counts, by folded text.

    `ahead` is its sentence up to the quantity, `clause` its clause before and after it, `running` what the text before the sentence says.
    """
    before, after = clause
    if not _hint().search(ahead) and not _hint().search(after):
        return running
    said = _last(before) or _last(after) or _last(ahead)
    if said is not None:
        return said
    # A sum within five years is that of the five years; where no more than a year is spoken of, it is that of all years.
    return Stretch(0, True) if _so_far().search(before) and running.months <= _YEAR else running


def _titles(document: Document) -> list[Stretch]:
    """What the heading of each section says, else the one above it; the title of the whole says when it was written."""
    found: list[Stretch] = []
    for section in document.sections:
        said = None if section.style == "title" else _first(folded(section.title))
        above = found[section.parent] if section.parent is not None else NOT_SAID
        found.append(said or above)
    return found


def _opening(text: str) -> tuple[Stretch, bool] | None:
    """The time that a sentence begins with, for itself and for those that follow (`五年来，…`, `2020年…`), and whether it is to come.

    A year may also begin its second clause (`根据规划，今年…`): it is what a report speaks of anyway.
    """
    if not _hint().search(text, 0, _OPENING):
        return None
    for match in _said(text).finditer(text, 0, _OPENING):
        said, before = _read(match), text[: match.start()]
        if said == _ONE_YEAR and (_before_opening().fullmatch(before) or before[-1:] in "，,"):
            return said, False
        if said.months > _YEAR and _before_opening().fullmatch(before) and _topic().match(text, match.end()):
            return said, bool(_coming().search(match[0]))
    return None


def _first(text: str) -> Stretch | None:
    """The time that a heading names first; one that names several says it only of a year, and leaves the longer ones to the text."""
    found = list(_all(text)) if _hint().search(text) else []
    if not found:
        return None
    return found[0] if len(set(found)) == 1 or found[0] == _ONE_YEAR else NOT_SAID


def _last(text: str) -> Stretch | None:
    found = list(_all(text))
    return found[-1] if found else None


def _all(text: str) -> Iterator[Stretch]:
    for match in _said(text).finditer(text):
        if not _compared().search(text[: match.start()][-_LONGEST_COMPARED:]):
            yield _read(match)


def _read(match: re.Match[str]) -> Stretch:
    """The stretch that a match of `_said()` names."""
    kind, _, language = (match.lastgroup or "").rpartition("_")
    if kind == "since":
        return Stretch(0, True)
    if kind == "until":
        return Stretch(_YEAR * max(1, int(match["until_0"]) - int(match["from_0"]) + 1))
    if kind == "last":
        return Stretch(max(1, int(match[f"last_{language}"]) - int(match[f"first_{language}"]) + 1))
    if kind in ("these", "years", "done"):
        return Stretch(_YEAR * _number(match[match.lastgroup or ""]))
    if kind == "months":
        return Stretch(_number(match[match.lastgroup or ""]))
    return Stretch(_MONTHS.get(kind, _YEAR))


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _numbers().get(word.lower(), 1)


@cache
def _numbers() -> dict[str, int]:
    """Words that count years and months."""
    spelled = fragments(lambda words: words.times.numbers)
    found = {word: number for fragment in spelled for number, word in enumerate(fragment.split("|"))}
    return {**found, **HAN_DIGITS, **HAN_POWERS}


def _said(text: str) -> re.Pattern[str]:
    """All names of stretches that a text can hold, each kind with a group that ends in the number of its language."""
    return _names(words_of(text))


@cache
def _names(scripts: Scripts) -> re.Pattern[str]:
    languages = written_in(scripts)
    counted = "|".join(word for word in _numbers() if word.isascii())
    number = rf"(?:\d{{1,2}}|[{COUNTED_DIGITS.strip(_ZEROS)}]|(?i:{counted}))"
    through, spaced = (alternatives(lambda words: words.times.through, blanks=blanks) for blanks in (False, True))
    year = alternatives(lambda words: words.times.year)
    years = (
        rf"(?P<from_0>(?:19|20)\d\d)(?:{year})?(?:[-–—~～]|{through}| (?i:{spaced}) )(?P<until_0>(?:19|20)\d\d)(?!\d)"
    )

    first, *others = ([*_kind(kind, number, languages)] for kind in _KINDS)
    parts = [*first, years, *(part for kind in others for part in kind)]
    return re.compile("|".join(parts))


def _kind(
    kind: tuple[str, Callable[[TimeWords], str]], number: str, languages: tuple[NumberWords, ...]
) -> Iterator[str]:
    """The names of one kind of stretch in each language, as patterns with a group."""
    name, pick = kind
    months = alternatives(lambda words: words.amounts.months)
    for index, words in enumerate(languages):
        fragment = folded(pick(words.times)).replace("{month}", f"(?:{months})")
        counting = fragment.replace("{n}", f"(?P<{name}_{index}>{number})")
        for end in ("first", "last"):
            counting = counting.replace(f"{{{end}}}", rf"(?P<{end}_{index}>\d{{1,2}})")
        if fragment:
            yield counting if counting != fragment else f"(?P<{name}_{index}>{fragment})"


@cache
def _hint() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(lambda words: words.times.hint)}|20\d\d")


@cache
def _so_far() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.times.so_far))


@cache
def _compared() -> re.Pattern[str]:
    """What a number is compared with is another time than its own."""
    return re.compile(rf"(?:{alternatives(lambda words: words.times.compared)})\s?[“”\"]?\Z")


@cache
def _before_opening() -> re.Pattern[str]:
    """What may stand before the words that open a sentence: marks, a salutation, a preposition."""
    opens = alternatives(lambda words: words.times.opens)
    return re.compile(rf"(?:[^，。；,;]{{0,12}}[！!：:])?[\W_]*(?:(?:{opens})[\W_]*)*")


@cache
def _topic() -> re.Pattern[str]:
    """The words before it stand for all that follows."""
    return re.compile(rf"[”\"]?(?:[，,、：:]|\Z|{alternatives(lambda words: words.times.topic)})")


@cache
def _coming() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.times.coming))


def period_of(text: str, before: Span, after: Span, role: Role) -> Period:
    """The period by the words of the clause before and after a quantity, in folded text, then by what its sentence does."""
    ahead = text[before.start : before.end]
    if _past().search(ahead) or rises_to().match(text[after.start : after.end][:_GOES_ON]):
        return Period.PAST
    if _later().search(ahead):
        return Period.LATER
    return Period.PAST if role is Role.STATEMENT else Period.CURRENT


def years_said(cited: tuple[Document, Quantity]) -> tuple[str, ...]:
    """The years that the clause of a quantity names before it, but for those that it compares with."""
    document, quantity = cited
    text = folded(document.source.bare[quantity.clause.start : quantity.span.start])
    named = (m for m in _named_year().finditer(text) if not _compared().search(text[: m.start()][-_LONGEST_COMPARED:]))
    return tuple(m[0] for m in named)


def period_in(document: Document, quantity: Quantity, year: str) -> Period:
    """The period of a quantity of a document of one year: years that its clause names decide, where the document's own is known."""
    years = years_said((document, quantity))
    if not year or not years or quantity.period is Period.PAST:
        return quantity.period
    if year in years:
        return Period.CURRENT if set(years) == {year} else quantity.period
    return Period.LATER if max(years) > year else Period.PAST


@cache
def _named_year() -> re.Pattern[str]:
    return re.compile(YEAR)


@cache
def _past() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.times.past), re.IGNORECASE)


@cache
def _later() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.times.later))


def other_time(one: tuple[Document, Quantity], other: tuple[Document, Quantity]) -> bool:
    """Whether both texts say over how long their quantities count, and it is not the same."""
    if not _differ(one[1].stretch, other[1].stretch):
        return False
    # Sums of one year and of five are never equal: what stays equal is a level.
    standing = one[1].value == other[1].value and one[1].measure is other[1].measure is Measure.LEVEL
    return not standing and not (_level(*one) and _level(*other))


def stands(document: Document, quantity: Quantity) -> bool:
    """Whether it is a level that stands at the end of whatever time is spoken of: a share, or what there is (no sum, no average)."""
    if not _level(document, quantity) or quantity.family not in _STANDING:
        return False
    approach = folded(document.source.bare[quantity.clause.start : quantity.span.start])
    return not any(words().search(approach) for words in (_averaged, adds, _so_far))


def longer_than_a_year(stretch: Stretch) -> bool:
    """Whether it is a sum over several years."""
    return stretch.months > _YEAR


def beside_a_year(stretch: Stretch) -> bool:
    """Whether it is another time than the year that a yearly report is about anyway."""
    return stretch.so_far or stretch.months not in (0, _YEAR)


def _differ(mine: Stretch, theirs: Stretch) -> bool:
    if NOT_SAID in (mine, theirs):
        return False
    if mine.so_far or theirs.so_far:
        # 累计 may mean the sum of the year as well as that of all years.
        return mine != theirs and _YEAR not in (mine.months, theirs.months)
    return mine.months != theirs.months


def _level(document: Document, quantity: Quantity) -> bool:
    """Whether it is a level that was reached: one at the end of any stretch of time, and no sum over it."""
    if quantity.measure is not Measure.LEVEL:
        return False
    approach = document.source.bare[quantity.clause.start : quantity.span.end]
    return quantity.family == "percent" or bool(_reached().search(folded(approach)))


@cache
def _averaged() -> re.Pattern[str]:
    picks = (lambda words: words.changes.averaged, lambda words: words.times.mean)
    return re.compile("|".join(map(alternatives, picks)), re.IGNORECASE)


@cache
def _reached() -> re.Pattern[str]:
    return re.compile(alternatives(lambda words: words.times.reached))
