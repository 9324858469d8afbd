"""Say what each sentence does: promise, report, or neither. The one place where roles are explained.

Three kinds of evidence are weighed, in this order:

1. *Formula.* Salutations, thanks, slogans, transitions ("以下八个方面的工作"), page numbers and navigation promise
   nothing and report nothing.
2. *Time.* Headings say whether a section looks back (工作回顾, "Results", "Rückblick") or ahead (重点工作, "Our plan");
   the outermost heading that says so decides. Where none does, the wording of the whole section decides, then that of
   the document. A sentence of a review is a statement. In a plan the benefit of the doubt goes to the promise.
3. *Form.* A promise is a modal (要, 将, 确保; "will"; "werden"; "nous allons"), a target (9%以上), a policy's own
   rule in the present tense ("we collect"), or an imperative: a clause that opens with a verb of action and names no
   subject. A report is a mark of the past (了, 已, 同比; "has been"; "wurden"), a definition (2021年是…), a guiding
   idea (以…为指导), a look around (我们看到). "We may" leaves the matter open and promises nothing. The items of a
   list are promises where the sentence above announces targets.

Scripts are told apart sentence by sentence. A language without cues of its own still has its headings, formulas and
figures.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from repdiff.cut.forms import Verdict, by_form, is_saying
from repdiff.cut.formulas import ADDRESS, formula, is_salutation
from repdiff.cut.outlook import Outlook, announces_targets, outlooks
from repdiff.cut.titles import own_year
from repdiff.languages import spoken
from repdiff.languages.han import folded
from repdiff.languages.marks import BULLETS
from repdiff.languages.numerals import COUNTING, YEAR
from repdiff.languages.patterns import joined, letters
from repdiff.languages.record import Language
from repdiff.languages.scripts import has_han, is_han_or_kana
from repdiff.model.said import Said
from repdiff.model.texts import Role, Section, Source, Span
from repdiff.text.keys import unbroken

_SILENT = Said("no promise in its words")
_LONG = 2000
"""Code points of a sentence that are looked at: what it does shows early, and a megabyte must cost no more."""
_A_YEAR = re.compile(rf"(?P<year>{YEAR})[{letters(lambda each: each.words.year)}](?=,)")
_AHEAD = ">"
"""What stands for the opening of a passage about what comes."""
_GAP = re.compile(r"\s+")
_BULLETED = 6
"""Code points in which a sentence shows that it is an item of a list."""
_BULLET = re.compile(rf"[{BULLETS}–—]\s*\w|\(?\d{{1,2}}[.)]\s")


def assign_roles(
    source: Source, sections: tuple[Section, ...], sentences: tuple[tuple[Span, int], ...]
) -> tuple[Verdict, ...]:
    """The role of each sentence, and the evidence for it in a few plain words.

    `sentences` are spans of `source.text` with the id of the section that each stands in; headings are not among them.
    The result has one entry for each, in the same order.
    """
    languages = spoken(source.text)
    whole = folded(source.bare)
    year = own_year(source, sections)
    times = outlooks(whole, sections, languages, year)
    texts = [_plain(whole[span.start : min(span.end, span.start + _LONG)], languages) for span, _ in sentences]
    said = [
        _Spoken(text, times[section], whole[end : span.start], whole[span.start : span.start + _BULLETED])
        for text, (span, section), end in zip(texts, sentences, [0, *(span.end for span, _ in sentences)], strict=False)
    ]
    return tuple(_in_passages(said, _in_lists(said, _alone(said, languages), languages), languages, year))


class _Spoken(NamedTuple):
    """A sentence in plain text, which way its section looks, what stands between it and the one before, and how it begins as written."""

    text: str
    time: Outlook
    gap: str
    begins: str


def _alone(said: list[_Spoken], languages: tuple[Language, ...]) -> list[Verdict]:
    """The role of each sentence by itself; a saying stands behind an address."""
    verdicts: list[Verdict] = []
    for text, time, *_ in said:
        evidence = formula(text, languages)
        verdict = (Role.FORMULA, evidence) if evidence else by_form(text, time, languages)
        if verdicts and verdicts[-1][1] == ADDRESS and verdict[0] is not Role.FORMULA and is_saying(text, languages):
            verdict = Role.FORMULA, Said("saying after a salutation")
        verdicts.append(verdict)
    return verdicts


def _in_lists(said: list[_Spoken], verdicts: list[Verdict], languages: tuple[Language, ...]) -> list[Verdict]:
    """The roles, those of a list that is announced as targets and of what only shares out a promise among them."""
    found: list[Verdict] = []
    announced = False
    for one, own in zip(said, verdicts, strict=True):
        verdict = own
        announced = announced and _BULLET.match(one.begins) is not None
        if announced and verdict[0] is Role.STATEMENT:
            verdict = Role.COMMITMENT, Said("announced as a target")
        promised = bool(found) and found[-1][0] is Role.COMMITMENT
        if promised and verdict[1] == _SILENT and _shares_out(languages).match(one.text):
            verdict = Role.COMMITMENT, Said("goes on with a promise")
        announced = announced or (one.time is not Outlook.REVIEW and announces_targets(one.text, languages))
        found.append(verdict)
    return found


def _in_passages(
    said: list[_Spoken], verdicts: list[Verdict], languages: tuple[Language, ...], year: int
) -> list[Verdict]:
    """The roles, a passage that opens with a time before the document's own year told of what was."""
    found: list[Verdict] = []
    told = ""
    for one, own in zip(said, verdicts, strict=True):
        opened = "" if one.time is Outlook.REVIEW else _told(one.text, year, languages)
        told = opened if not found or "\n" in one.gap or opened == _AHEAD else told
        past = opened or told
        back = past not in ("", _AHEAD) and own[0] is Role.COMMITMENT and not _promises(own)
        found.append((Role.STATEMENT, Said("context: {words}", words=past)) if back else own)
    return found


def _told(text: str, year: int, languages: tuple[Language, ...]) -> str:
    """What a sentence opens a passage about the past with, `_AHEAD` where it speaks of what comes; empty where it opens none."""
    if not has_han(text):
        return ""
    if _looks_ahead(languages).match(text):
        return _AHEAD
    back = _looks_back(languages).match(text)
    named = _A_YEAR.match(text)
    if named and year:
        return named[0] if int(named["year"]) < year else _AHEAD
    return back[0] if back else ""


def _promises(verdict: Verdict) -> bool:
    """Whether a sentence promises in so many words, whatever the passage tells."""
    return verdict[1].startswith("modal")


def is_address(text: str, languages: tuple[Language, ...]) -> bool:
    """Whether a sentence of folded text does nothing but address the audience."""
    return is_salutation(_plain(text, languages), languages)


def _plain(text: str, languages: tuple[Language, ...]) -> str:
    """The sentence in one width, on one line, without bullet and number."""
    text = unbroken(text if text.isascii() else _closed_up(unicodedata.normalize("NFKC", text)))
    item = _item(languages).match(text)
    return " ".join(text[item.end() if item else 0 :].split())


def _closed_up(text: str) -> str:
    """The text without the blanks between East Asian letters."""
    return text if max(text) < "\u3000" else _GAP.sub(_kept, text)


def _kept(gap: re.Match[str]) -> str:
    around = gap.string[gap.start() - 1 : gap.start()], gap.string[gap.end() : gap.end() + 1]
    return "" if all(map(is_han_or_kana, around)) else gap[0]


@cache
def _looks_back(languages: tuple[Language, ...]) -> re.Pattern[str]:
    return re.compile(joined(languages, lambda each: each.roles.clauses.looks_back))


@cache
def _looks_ahead(languages: tuple[Language, ...]) -> re.Pattern[str]:
    return re.compile(joined(languages, lambda each: each.roles.clauses.looks_ahead))


@cache
def _shares_out(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """A sentence that only shares out what the one before it says."""
    return re.compile(rf"(?:{joined(languages, lambda each: each.roles.shares_out)})", re.IGNORECASE)


@cache
def _item(languages: tuple[Language, ...]) -> re.Pattern[str]:
    ordinal = joined(languages, lambda each: each.headings.ordinal)
    counts = joined(languages, lambda each: each.roles.clauses.counts_off)
    return re.compile(
        rf"(?:[^\w©]|_)*(?:(?:(?:{ordinal})?[{COUNTING}]{{1,3}}|\d{{1,2}}|[a-z])(?:{counts}|[、.),]\s*)(?!\d))?[\s*_#>●■•\-]*"
    )
