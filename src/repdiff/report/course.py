"""Several versions on one page: their timeline, and each compared with the next."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from repdiff.model.view import View
from repdiff.model.years import Course
from repdiff.report import comparison, timeline
from repdiff.report.nouns import Report
from repdiff.report.words import Words, words_for

SCOPES: Final = ("page.course", "page.track", "page.tables")
"""Where the words of this report are looked up first."""


class Leaf(NamedTuple):
    """A page of the page: its anchor, what it is called, and the report that it shows."""

    id: str
    name: str
    report: Report


def tell(result: Course, view: View) -> Report:
    """A page has the pages of the timeline and of each comparison; there is no list."""
    words = words_for(view, *result.track.documents).within(*SCOPES)
    told = timeline.tell(result.track, view)
    return Report(
        job="course",
        words=words,
        view=view,
        title=told.title,
        sentence=told.sentence,
        page={"leaves": tuple(_leaves(result, view, told, words))},
    )


def _leaves(result: Course, view: View, told: Report, words: Words) -> Iterator[Leaf]:
    yield Leaf("timeline", words["title"], told)
    for number, (steps, each) in enumerate(zip(pairwise(result.track.labels), result.comparisons, strict=True), 1):
        name = words["from_to"].format(old=steps[0], new=steps[1])
        plain = all(label.isdecimal() for label in steps)
        yield Leaf("-".join(steps) if plain else f"pair-{number}", name, comparison.tell(each, view))
