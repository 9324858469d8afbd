"""Promise or report, by the form of a sentence: what `roles` asks where neither a formula nor the section decides alone."""

import re
from functools import cache
from typing import Final, NamedTuple

from repdiff.cut.outlook import Outlook, will
from repdiff.languages.patterns import Field, Uncased, joined, words
from repdiff.languages.record import ClauseWords, Language
from repdiff.languages.scripts import has_han, has_kana
from repdiff.model.said import Said
from repdiff.model.texts import Role

Languages = tuple[Language, ...]
Verdict = tuple[Role, str]

UNDECIDED: Final = Said("no promise in its words")
"""Why a sentence is a statement that neither looks back nor ahead."""
_CLAUSE = re.compile(r"[,;:。!?]\s*")
_ALL_CLAUSES = 99
_LONGEST_SAYING = 12
_LONGEST_SLOGAN = 30


def by_form(text: str, time: Outlook, languages: Languages) -> Verdict:
    """The role of a plain sentence that is no formula, and the evidence for it."""
    if time is Outlook.APART:
        return Role.STATEMENT, Said("stands among explanations")
    if not has_han(text):
        return _alphabetic(text, time, languages)
    if has_kana(text):
        return _japanese(text, time, languages)
    return _chinese(text, time, languages)


def _chinese(text: str, time: Outlook, languages: Languages) -> Verdict:
    action = first_action(text, languages, 2 if time is Outlook.OPEN else _ALL_CLAUSES)
    slogan = _slogan(text, action, time, languages)
    if slogan:
        return Role.FORMULA, slogan
    if time is Outlook.REVIEW:
        return Role.STATEMENT, Said("stands in a review")
    context = _context(text, action, languages)
    if context:
        return Role.STATEMENT, context
    cues = _clause_cues(languages)
    past, modal, target = cues.past.search(text), cues.modal.search(text), cues.target.search(text)
    if modal and not (past and time is Outlook.OPEN):
        return Role.COMMITMENT, Said("modal: {words}", words=modal[0])
    if past and (time is Outlook.OPEN or not action):
        return Role.STATEMENT, Said("past result: {words}", words=past[0])
    if action:
        return Role.COMMITMENT, Said("imperative: {words}", words=action)
    if target:
        return Role.COMMITMENT, Said("target: {words}", words=target[0])
    if time is Outlook.PLAN and cues.leads.match(text):
        return Role.COMMITMENT, Said("stands in a plan without a subject")
    return Role.STATEMENT, UNDECIDED


def first_action(text: str, languages: Languages, clauses: int = _ALL_CLAUSES) -> str:
    """The first verb of action that opens one of the first `clauses` clauses."""
    verbs = _verbs(languages)
    if not verbs.actions:
        return ""
    for clause in _CLAUSE.split(text, clauses)[:clauses]:
        opening = clause.lstrip(verbs.fillers)[:2]
        if opening in verbs.actions or (opening[:1] in verbs.handling and opening[1:] in verbs.done_well):
            return opening
    return ""


def is_saying(text: str, languages: Languages) -> bool:
    """Whether a plain sentence is so short, and so bare of figures and action, that behind a salutation it is a saying."""
    short = len(text) <= _LONGEST_SAYING and has_han(text)
    return short and not any(map(str.isdigit, text)) and not first_action(text, languages)


def _slogan(text: str, action: str, time: Outlook, languages: Languages) -> str:
    """Why a cry is a formula; empty where it is none."""
    if not text.endswith("!") or any(map(str.isdigit, text)):
        return ""
    if text.startswith(tuple(cry for each in languages for cry in each.roles.formulas.slogans)):
        return Said("slogan")
    if action:
        return Said("slogan") if time is Outlook.REVIEW and len(text) <= _LONGEST_SLOGAN else ""
    return "" if _clause_cues(languages).must.search(text) else Said("slogan")


def _context(text: str, action: str, languages: Languages) -> str:
    """Why a sentence describes rather than promises; empty where nothing says so."""
    cues = _clause_cues(languages)
    inner = cues.describes.match(text)
    if inner:
        return "" if cues.duty.search(text) else Said("context: {words}", words=inner[0])
    guide = cues.guide.search(text)
    if guide:
        return Said("guiding idea: {words}", words=guide[0])
    being = cues.being.match(text)
    if being and text[:2] != action and not cues.aim.search(being[0]):
        if cues.modal.search(text) and not cues.period.search(being[0]):
            return ""
        return Said("says what something is")
    return ""


def _japanese(text: str, time: Outlook, languages: Languages) -> Verdict:
    past = _past_ending(languages).search(text)
    if past or time is Outlook.REVIEW:
        return Role.STATEMENT, Said("past result: {words}", words=past[0]) if past else Said("stands in a review")
    promise = _promise_ending(languages).search(text)
    if promise and (time is Outlook.PLAN or will(languages).search(text)):
        return Role.COMMITMENT, Said("promise: {words}", words=promise[0])
    return Role.STATEMENT, UNDECIDED


def _alphabetic(text: str, time: Outlook, languages: Languages) -> Verdict:
    if time is Outlook.REVIEW:
        return Role.STATEMENT, Said("stands in a review")
    cues = _spaced_cues(tuple(each for each in languages if each.spaced))
    modal, leave = cues.modal.search(text), cues.leave.search(text)
    if modal and not (leave and leave.start() < modal.start()):
        return Role.COMMITMENT, Said("modal: {words}", words=modal[0])
    past, policy = cues.past.search(text), cues.policy.search(text)
    if policy and not any(mark and mark.start() < policy.start() for mark in (past, leave)):
        return Role.COMMITMENT, Said("own rule: {words}", words=policy[0])
    if past:
        return Role.STATEMENT, Said("past result: {words}", words=past[0])
    order = cues.order.match(text)
    if order:
        return Role.COMMITMENT, Said("imperative: {words}", words=order[0].split()[0])
    figure = cues.figure.search(text)
    if figure and time is Outlook.PLAN:
        return Role.COMMITMENT, Said("target: {words}", words=figure[0])
    return Role.STATEMENT, Said("leaves it open: {words}", words=leave[0].strip()) if leave else UNDECIDED


class _ClauseCues(NamedTuple):
    """Patterns for languages whose verbs have no forms."""

    past: re.Pattern[str]
    modal: re.Pattern[str]
    target: re.Pattern[str]
    must: re.Pattern[str]
    leads: re.Pattern[str]
    describes: re.Pattern[str]
    duty: re.Pattern[str]
    guide: re.Pattern[str]
    being: re.Pattern[str]
    aim: re.Pattern[str]
    period: re.Pattern[str]


class _SpacedCues(NamedTuple):
    """Patterns for languages with blanks between words."""

    modal: re.Pattern[str]
    leave: Uncased
    past: Uncased
    policy: re.Pattern[str]
    order: re.Pattern[str]
    figure: re.Pattern[str]


@cache
def _verbs(languages: Languages) -> ClauseWords:
    """The verbs of action of several languages; `fillers` with the marks that may stand before them."""
    clauses = [each.roles.clauses for each in languages]
    return ClauseWords(
        actions=frozenset().union(*(each.actions for each in clauses)),
        handling=frozenset().union(*(each.handling for each in clauses)),
        done_well=frozenset().union(*(each.done_well for each in clauses)),
        fillers="".join(each.fillers for each in clauses) + "“‘《\"' ",
    )


@cache
def _clause_cues(languages: Languages) -> _ClauseCues:
    unspaced = tuple(each for each in languages if not each.spaced)

    def pattern(field: Field) -> re.Pattern[str]:
        return re.compile(joined(unspaced, field))

    return _ClauseCues(
        past=pattern(lambda each: each.roles.past),
        modal=pattern(lambda each: each.roles.modals),
        target=pattern(lambda each: each.roles.targets),
        must=pattern(lambda each: each.roles.clauses.must),
        leads=pattern(lambda each: each.roles.clauses.leads_to_action),
        describes=pattern(lambda each: each.roles.clauses.describes),
        duty=pattern(lambda each: each.roles.clauses.duty),
        guide=pattern(lambda each: each.roles.clauses.guides),
        being=pattern(lambda each: each.roles.clauses.being),
        aim=pattern(lambda each: each.roles.clauses.aims),
        period=pattern(lambda each: each.roles.clauses.periods),
    )


@cache
def _past_ending(languages: Languages) -> re.Pattern[str]:
    return re.compile(rf"(?:{joined(languages, lambda each: each.roles.past_endings)})[。!]?$")


@cache
def _promise_ending(languages: Languages) -> re.Pattern[str]:
    return re.compile(rf"(?:{joined(languages, lambda each: each.roles.promise_endings)})[。!]?$")


@cache
def _spaced_cues(languages: Languages) -> _SpacedCues:
    return _SpacedCues(
        modal=re.compile(words(languages, lambda each: each.roles.modals)),
        leave=Uncased(rf"\b(?:{joined(languages, lambda each: each.roles.leaves_open)})"),
        past=Uncased(words(languages, lambda each: each.roles.past)),
        policy=re.compile(words(languages, lambda each: each.roles.own_rules)),
        order=re.compile(rf"(?i:{joined(languages, lambda each: each.roles.orders)})"),
        figure=re.compile(rf"\d\s?%|{joined(languages, lambda each: each.roles.targets)}"),
    )
