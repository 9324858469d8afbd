"""What the user's own patterns match in a text makes no difference.

The patterns are searched by RE2 (Cox: Regular Expression Matching in the Wild, 2010), which the engine for duplicates brings along: its
time grows with the length of the text, whatever the pattern, so that none can hang. It knows no references back and no looking around.
"""

import re
from typing import Any, Final, NamedTuple

from repdiff.languages.scripts import SAMPLES

IGNORED: Final = "\ue002"
"""What stands for a match: a character for private use, which no key leaves out."""
_HALVES = re.compile("[\ud800-\udfff]")
_PROBLEM: Final = "Error:"


class Fault(NamedTuple):
    """What is wrong with a pattern, and what to do about it."""

    pattern: str
    what: str
    hint: str


def fault(pattern: str) -> Fault | None:
    """What is wrong with a pattern: it is none, it matches nothing at all, or any word of a script; None where it can be used."""
    if not pattern.strip():
        return Fault(pattern, "an empty pattern matches everywhere.", "Leave it out.")
    try:
        found = _asked(["", *SAMPLES], (pattern,))
    except ValueError as error:
        return Fault(
            pattern, f"“{pattern}” is no pattern: {error}.", "Write it as RE2 reads it, such as [0-9]+th edition."
        )
    if found[0]:
        return Fault(pattern, f"“{pattern}” matches nothing at all, so everywhere.", "Let it match something.")
    if any(
        IGNORED in each and each.replace(IGNORED, "") == word for each, word in zip(found[1:], SAMPLES, strict=True)
    ):
        return Fault(pattern, f"“{pattern}” matches a place, and no letter.", "Let it match what is to be ignored.")
    if any(not any(map(str.isalpha, each)) for each in found[1:]):
        return Fault(pattern, f"“{pattern}” matches any word.", "Let it match what is to be ignored only.")
    return None


def without(texts: list[str], patterns: tuple[str, ...]) -> list[str]:
    """The texts with one and the same character for all that the patterns match, each pattern in turn. Raises ValueError for what is no
    pattern.
    """
    return _asked(texts, patterns)


def _asked(texts: list[str], patterns: tuple[str, ...]) -> list[str]:
    """One question for all texts: a column of them comes back with the matches replaced."""
    import duckdb

    asked = "x"
    for _ in patterns:
        asked = f"regexp_replace({asked}, ?, '{IGNORED}', 'g')"
    engine: Any = duckdb.connect(config={"threads": 1})
    try:
        # Halves of a pair of surrogates are no text to the engine.
        rows = [_HALVES.sub("\ufffd", text) for text in texts]
        found = engine.execute(f"select list_transform(?, lambda x: {asked})", [rows, *patterns]).fetchone()
    except duckdb.Error as error:
        raise ValueError(str(error).splitlines()[0].rpartition(_PROBLEM)[2].strip().rstrip(".")) from None
    finally:
        engine.close()
    return list(found[0])
