"""Where the sentences stand: section, form, order. Evidence that similarity alone does not give."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from repdiff.model import Document, Role
from repdiff.pair.grams import Floats, Ints, sums


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """One value per sentence of a document: its section, whether it is a heading, a formula or a statement,
    and the length of its key in code points.
    """

    section: Ints
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
        heading=np.array([r is Role.HEADING for r in roles], dtype=np.bool_),
        formula=np.array([r is Role.FORMULA for r in roles], dtype=np.bool_),
        statement=np.array([r is Role.STATEMENT for r in roles], dtype=np.bool_),
        length=np.array([len(k) for k in keys], dtype=np.int64),
        sections=len(document.sections),
    )


def affinity(values: Floats, old: Ints, new: Ints, shape: tuple[int, int]) -> Floats:
    """Sum of pair values by (old place, new place), dense, of the given shape; `old` and `new` are each pair's places."""
    return sums(old * shape[1] + new, values, shape[0] * shape[1]).reshape(shape)
