"""Passages that a document repeats: a page pasted a hundred times.

What repeats is found as text compression finds it (Ziv and Lempel, IEEE Trans. Inf. Theory 23, 1977): a run of sentences that stood
before is a copy of where it stood first.
"""

from collections.abc import Hashable, Sequence

_BLOCK = 8  # sentences in a row that no two passages share by chance
_SHARE = 0.3  # share of copies among its sentences from which a document is one that repeats itself: pasted twice it has nearly half


def count_copies(keys: Sequence[Hashable]) -> int:
    """How many sentences of a document are copies, given what is compared of each."""
    return sum(first != at for at, first in enumerate(_originals(keys)))


def is_repeating(keys: Sequence[Hashable]) -> bool:
    """Whether many sentences of a document are copies, given what is compared of each."""
    copies = count_copies(keys)
    return copies > 0 and copies >= _SHARE * len(keys)


def copies_of(keys: Sequence[Hashable]) -> dict[int, Sequence[int]]:
    """For each sentence that is no copy, in order: its own place and those of its copies."""
    found: dict[int, list[int]] = {}
    for at, original in enumerate(_originals(keys)):
        found.setdefault(original, []).append(at)
    return dict(found)


def _originals(keys: Sequence[Hashable]) -> list[int]:
    """For each sentence the place of the one that it is a copy of, its own where it is none; eight in a row are copied at least."""
    numbers: dict[Hashable, int] = {}
    ids = [numbers.setdefault(one, len(numbers)) for one in keys]
    first: dict[tuple[int, ...], int] = {}
    found = list(range(len(ids)))
    at = 0
    while at + _BLOCK <= len(ids):
        start = first.setdefault(tuple(ids[at : at + _BLOCK]), at)
        if start == at:
            at += 1
            continue
        end = at
        while end < len(ids) and ids[start + end - at] == ids[end]:
            found[end] = found[start + end - at]
            end += 1
        for last in range(end - _BLOCK + 1, min(end, len(ids) - _BLOCK + 1)):
            first.setdefault(tuple(ids[last : last + _BLOCK]), last)
        at = end
    return found
