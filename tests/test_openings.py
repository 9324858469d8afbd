"""How what a pattern matches may begin."""

import re

import pytest

from repdiff.languages import all_languages
from repdiff.pair.openings import openings
from repdiff.pair.turn_words import TurnWords


@pytest.mark.parametrize(
    ("pattern", "beginnings"),
    [
        ("grow|fall", {"gro", "fal"}),
        ("gr(?:ow(?:s|n)?|ew)", {"gro", "gre"}),
        (r"\b(?:a|in)?crease", {"acr", "inc", "cre"}),
        ("[ab]?c+d*", {"ac", "bc", "c"}),
        (r"(?<!no )up(?! (?:to|by))", {"up"}),
        (r"\w*ing", {"", "ing"}),
        ("x{2}y|(?:x|)z", {"x", "y", "xz", "z"}),
    ],
)
def test_what_a_pattern_matches_begins_so(pattern: str, beginnings: set[str]) -> None:
    assert openings(pattern, 3) == beginnings


@pytest.mark.parametrize("tag", [each.tag for each in all_languages()])
def test_no_word_of_a_language_is_passed_over(tag: str) -> None:
    words = TurnWords(tuple(each for each in all_languages() if each.tag == tag))
    for pattern in words._patterns:
        text = " ".join(re.findall(r"[^\W_]+", pattern.pattern)) + " " + re.sub(r"[^\w]+", "", pattern.pattern)
        for match in pattern.finditer(text):
            assert any(match[0].startswith(opening) for opening in openings(pattern.pattern, 3))
