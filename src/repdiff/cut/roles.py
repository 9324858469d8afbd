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

from repdiff.cut.forms import Verdict, by_form, is_saying
from repdiff.cut.formulas import ADDRESS, formula, is_salutation
from repdiff.cut.outlook import Outlook, announces_targets, outlooks
from repdiff.cut.titles import own_year
from repdiff.languages import spoken
from repdiff.languages.han import folded
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
_BULLET = re.compile(r"[-–—•●■◆▪·*]\s*\w|\(?\d{1,2}[.)]\s")


def assign_roles(
    source: Source, sections: tuple[Section, ...], sentences: tuple[tuple[Span, int], ...]
) -> tuple[Verdict, ...]:
    """The role of each sentence, and the evidence for it in a few plain words.

    `sentences` are spans of `source.text` with the id of the section that each stands in; headings are not among them.
    The result has one entry for each, in the same order.
    """
    languages = spoken(source.text)
    whole = folded(source.text)
    year = own_year(source, sections)
    times = outlooks(whole, sections, languages, year)
    verdicts: list[Verdict] = []
    told, end, announced = "", 0, False
    for span, section in sentences:
        text = _plain(whole[span.start : min(span.end, span.start + _LONG)], languages)
        evidence = formula(text, languages)
        verdict = (Role.FORMULA, evidence) if evidence else by_form(text, times[section], languages)
        if verdicts and verdicts[-1][1] == ADDRESS and verdict[0] is not Role.FORMULA and is_saying(text, languages):
            verdict = Role.FORMULA, Said("saying after a salutation")
        announced = announced and _BULLET.match(whole, span.start) is not None
        verdict = _carried(
            verdict, verdicts, announced=announced, shares=_shares_out(languages).match(text) is not None
        )
        announced = announced or (times[section] is not Outlook.REVIEW and announces_targets(text, languages))
        begins = not end or "\n" in whole[end : span.start]
        own = "" if times[section] is Outlook.REVIEW else _told(text, year, languages)
        told = own if begins or own == _AHEAD else told
        past = own or told
        if past not in ("", _AHEAD) and verdict[0] is Role.COMMITMENT:
            verdict = verdict if _promises(verdict) else (Role.STATEMENT, Said("context: {words}", words=past))
        end = span.end
        verdicts.append(verdict)
    return tuple(verdicts)


def _carried(verdict: Verdict, before: list[Verdict], *, announced: bool, shares: bool) -> Verdict:
    """The verdict of a sentence that says nothing by itself: an item below an announcement of targets, or what shares out a promise."""
    if announced and verdict[0] is Role.STATEMENT:
        return Role.COMMITMENT, Said("announced as a target")
    if shares and verdict[1] == _SILENT and before and before[-1][0] is Role.COMMITMENT:
        return Role.COMMITMENT, Said("goes on with a promise")
    return verdict


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
def _shares_out(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """A sentence that only shares out what the one before it says."""
    return re.compile(rf"(?:{joined(languages, lambda each: each.roles.shares_out)})", re.IGNORECASE)


@cache
def _looks_back(languages: tuple[Language, ...]) -> re.Pattern[str]:
    return re.compile(joined(languages, lambda each: each.roles.clauses.looks_back))


@cache
def _looks_ahead(languages: tuple[Language, ...]) -> re.Pattern[str]:
    return re.compile(joined(languages, lambda each: each.roles.clauses.looks_ahead))


@cache
def _item(languages: tuple[Language, ...]) -> re.Pattern[str]:
    ordinal = joined(languages, lambda each: each.headings.ordinal)
    counts = joined(languages, lambda each: each.roles.clauses.counts_off)
    return re.compile(
        rf"(?:[^\w©]|_)*(?:(?:(?:{ordinal})?[{COUNTING}]{{1,3}}|\d{{1,2}}|[a-z])(?:{counts}|[、.),]\s*)(?!\d))?[\s*_#>●■•\-]*"
    )
