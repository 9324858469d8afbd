"""Excerpts of lessons: a few sentences beside a few, as short texts stand beside each other, which have few neighbours and rivals."""

from collections.abc import Iterator
from random import Random

import numpy as np

from repdiff.cut.document import only
from repdiff.model.document import Document
from repdiff.pair.decided import Decided
from repdiff.pair.evidence import survey
from repdiff.train.lessons import Lesson, labels

_SIZES = (1, 1, 1, 2, 2, 3, 5, 8, 13)  # sentences of either side, small ones more often
_STRANGE = 0.25  # share of excerpts whose two sides were taken from anywhere
_LONG = 40  # sentences of a side from which excerpts are taken


def take_excerpts(lesson: Lesson, count: int) -> Iterator[Lesson]:
    """`count` excerpts of a long lesson, the same at every call; none of a short one."""
    old, new = lesson.documents
    links = _links(lesson)
    if min(len(old.sentences), len(new.sentences)) < _LONG or not links:
        return
    chance = Random(lesson.name)
    for _ in range(count):
        pair = chance.choice(links)
        other = chance.choice(links) if chance.random() < _STRANGE else pair
        sides = _window(old, pair[0], chance), _window(new, other[1], chance)
        scene = survey(*sides, Decided())
        if len(scene.pairs):
            yield Lesson(
                lesson.name, scene, *labels(scene, *sides, lesson.gold), sides, lesson.gold | {"section_links": []}
            )


def _links(lesson: Lesson) -> list[tuple[int, int]]:
    """The candidate pairs that are links."""
    right = np.flatnonzero((lesson.label > 0) & (lesson.weight > 0))
    pairs = lesson.scene.pairs
    return [(int(pairs.rows[k]), int(pairs.cols[k])) for k in right]


def _window(document: Document, around: int, chance: Random) -> Document:
    """A few sentences of a document, one of them `around`."""
    size = chance.choice(_SIZES)
    first = max(0, min(around - chance.randrange(size), len(document.sentences) - size))
    return only(document, range(first, first + size))[2]
