"""Where the sentences stand: section, form, order. Evidence that similarity alone does not give."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from repdiff.model.document import Document
from repdiff.model.texts import Role
from repdiff.pair.grams import Floats, Ints, sums

_WHOLE = 0.85  # share of a document's sentences from which a section is the document itself, under its title
_SHORT = 30  # sentences by which a chapter counts as longer than it is: in a short one a few links make no dense one
_FEW = 20  # links, seen and expected, that are counted besides: where few are expected, to see none says little


class Places(NamedTuple):
    """One value per sentence of a document: its section, its chapter (the outermost section around it that is not the whole
    document), whether it is a heading, a formula or a statement, and the length of its key in code points.
    """

    section: Ints
    chapter: Ints
    heading: NDArray[np.bool_]
    formula: NDArray[np.bool_]
    statement: NDArray[np.bool_]
    length: Ints
    sections: int


def locate(document: Document, keys: tuple[str, ...]) -> Places:
    """The places of a document's sentences; `keys` are their keys."""
    section = np.array([s.section for s in document.sentences], dtype=np.int64)
    roles = [s.role for s in document.sentences]
    return Places(
        section=section,
        chapter=_chapters(document, section)[section],
        heading=np.array([r is Role.HEADING for r in roles], dtype=np.bool_),
        formula=np.array([r is Role.FORMULA for r in roles], dtype=np.bool_),
        statement=np.array([r is Role.STATEMENT for r in roles], dtype=np.bool_),
        length=np.array([len(k) for k in keys], dtype=np.int64),
        sections=len(document.sections),
    )


def _chapters(document: Document, home: Ints) -> Ints:
    """The chapter of each section; `home` is the section of each sentence. A section comes after the one around it."""
    held = np.bincount(home, minlength=len(document.sections))
    for section in reversed(document.sections):
        if section.parent is not None:
            held[section.parent] += held[section.id]
    chapter = np.arange(len(held))
    for section in document.sections:
        if section.parent is not None and held[section.parent] <= _WHOLE * len(home):
            chapter[section.id] = chapter[section.parent]
    return chapter


def affinity(values: Floats, old: Ints, new: Ints, shape: tuple[int, int]) -> Floats:
    """Sum of pair values by (old place, new place), dense, of the given shape; `old` and `new` are each pair's places."""
    return sums(old * shape[1] + new, values, shape[0] * shape[1]).reshape(shape)


def out_of_place(values: Floats, old: Ints, new: Ints, sizes: tuple[Ints, Ints]) -> Floats:
    """How much thinner the links between the two chapters of each pair are than those of either with its best other partner, as the
    sum of two logarithms: 0 where each is the best partner of the other, below 0 elsewhere.

    `values` are the beliefs in the pairs, `old` and `new` their chapters, `sizes` how many sentences each chapter has. A pair says
    nothing about itself.
    """
    mass = affinity(values, old, new, (len(sizes[0]), len(sizes[1])))
    own = np.maximum(mass[old, new] - values, 0.0)
    return _behind(mass, own, old, new, sizes[1]) + _behind(mass.T, own, new, old, sizes[0])


def _behind(mass: Floats, own: Floats, mine: Ints, partner: Ints, sizes: Ints) -> Floats:
    """Logarithm of the links with the partner over those that it would have if it were as dense as the best other one, at most 0."""
    density = mass / (sizes + _SHORT)
    first = density.argmax(axis=1)
    every = np.arange(len(density))
    best = density[every, first]
    density[every, first] = 0.0
    rival = np.where(first[mine] == partner, density.max(axis=1)[mine], best[mine])
    expected = rival * sizes[partner]
    return np.asarray(np.minimum(np.log((own + _FEW) / (expected + _FEW)), 0.0))
