"""Formulas: salutations, thanks, ceremony, transitions and what pages carry promise nothing and report nothing."""

import re
from functools import cache

from repdiff.languages.patterns import Uncased, joined
from repdiff.languages.record import Language
from repdiff.model.said import Said

Languages = tuple[Language, ...]

ADDRESS = Said("salutation")
"""The evidence that a sentence does nothing but address the audience."""
_LINK_ONLY = re.compile(r"(?:!?\[[^\]]*\]\([^)]*\)|https?://\S+|www\.\S+)[\W_]*$")
_LONGEST_TRANSITION = 48


def formula(text: str, languages: Languages) -> str:
    """Why a plain sentence is a formula (see `roles.plain`); empty where it is none."""
    if not any(map(str.isalnum, text)):
        return Said("no words")
    if is_salutation(text, languages):
        return ADDRESS
    if _furniture(languages).match(text) or _LINK_ONLY.match(text):
        return Said("page furniture")
    if _ceremony(languages).is_in(text):
        return Said("ceremony")
    if len(text) <= _LONGEST_TRANSITION and "%" not in text and _transition(languages).search(text):
        return Said("transition")
    return ""


def is_salutation(text: str, languages: Languages) -> bool:
    """Whether a plain sentence does nothing but address the audience."""
    return _salutation(languages).match(text) is not None


@cache
def _salutation(languages: Languages) -> re.Pattern[str]:
    spaced = [each for each in languages if each.spaced]
    others = [each for each in languages if not each.spaced]
    return re.compile(
        rf"(?:{joined(others, lambda each: each.roles.formulas.salutations)}).{{0,24}}[!:,。]?$"
        rf"|(?:{joined(languages, lambda each: each.roles.formulas.thanks)})\b.{{0,20}}$"
        rf"|(?:{joined(spaced, lambda each: each.roles.formulas.salutations)})\b.{{0,70}}$",
        re.IGNORECASE,
    )


@cache
def _ceremony(languages: Languages) -> Uncased:
    return Uncased(joined(languages, lambda each: each.roles.formulas.ceremony))


@cache
def _transition(languages: Languages) -> re.Pattern[str]:
    return re.compile(rf"(?:{joined(languages, lambda each: each.roles.formulas.transitions)})[。:,!]?$")


@cache
def _furniture(languages: Languages) -> re.Pattern[str]:
    return re.compile(
        r"[-–—·.|\s]*\d{1,4}\s*(?:/\s*\d{1,4})?[-–—·.|\s]*$"
        rf"|{joined(languages, lambda each: each.roles.formulas.page_lines)}"
        rf"|(?:{joined(languages, lambda each: each.roles.formulas.page)})\s*\d+"
        rf"|(?:{joined(languages, lambda each: each.roles.formulas.furniture)}|©).{{0,60}}$",
        re.IGNORECASE,
    )
