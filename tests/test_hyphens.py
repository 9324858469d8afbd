"""Hyphens at the ends of lines: what breaks a word is no wording, what belongs to it is."""

import pytest

from repdiff.cut.document import cut_document
from repdiff.model.texts import Source


def keys(text: str) -> tuple[str, ...]:
    return cut_document(Source("a.txt", text), numbers=False).keys


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("The devel-\nopment of the port goes on.", "The development of the port goes on."),
        ("The cost of low-\ncost flats stays low.", "The cost of low-cost flats stays low."),
        ("A low-cost flat is small. We build low-\ncost flats.", "A low-cost flat is small. We build low-cost flats."),
        (
            "Trade rose throughout the year. It rose through-\nout May, and work went through and out.",
            "Trade rose throughout the year. It rose throughout May, and work went through and out.",
        ),
        ("The devel\u00adopment goes on.", "The development goes on."),
        ("Die Ent-\nwicklung geht weiter.", "Die Entwicklung geht weiter."),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_the_word(broken: str, whole: str) -> None:
    assert keys(broken) == keys(whole)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We re-sign the lease.", "We resign the lease."),
        ("The cost of low-\ncost flats stays low.", "The cost of lowcost flats stays low."),
        ("It fell by -\n5 points.", "It fell by 5 points."),
    ],
)
def test_a_hyphen_that_says_something_is_never_lost(old: str, new: str) -> None:
    # Only one reading of a broken word can be its key: `low-\ncost` is `low-cost` where the text says so, and never both.
    assert keys(old) != keys(new)
