"""Vectors of n-grams from the sentences that they stand in (`repdiff.pair.vectors` says how they are used).

Positive pointwise mutual information with smoothed contexts, reduced by a singular value decomposition whose values are taken to the power
of one half (Levy, Goldberg, Dagan: Improving Distributional Similarity with Lessons Learned from Word Embeddings, 2015).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from repdiff.cut.document import cut_document
from repdiff.languages.han import folded
from repdiff.languages.scripts import HAN
from repdiff.pair.grams import Floats, Ints
from repdiff.sources import read
from repdiff.text.keys import key

_DIMENSIONS = 64
_LEAST = (20, 4)  # how often an n-gram of one, of two ideographs must stand in the texts
_REACH = 12  # code points between two n-grams that stand together
_SMOOTHED = 0.75  # power of the frequency of a context: a rare one says less than it seems to
_SEED = 1
_SHORT = 6  # code points of a sentence that says something


def write_vectors(paths: Sequence[Path], output: Path) -> str:
    """Train on the texts, write the vectors and say what was written. The same sentence in two texts counts once."""
    sentences = sorted({folded(key(text)) for path in paths for text in _sentences(path)})
    vocabulary, table = train_vectors([text for text in sentences if len(text) >= _SHORT])
    stored = np.zeros(len(vocabulary), dtype=[("gram", "<U2"), ("vector", "i1", (_DIMENSIONS,))])
    order = sorted(range(len(vocabulary)), key=vocabulary.__getitem__)
    stored["gram"] = [vocabulary[k] for k in order]
    stored["vector"] = np.round(table[order] / np.abs(table[order]).max(axis=1, keepdims=True) * 127)
    np.save(output, stored)
    return f"{output}: vectors of {len(vocabulary)} n-grams from {len(sentences)} sentences of {len(paths)} texts"


def _sentences(path: Path) -> Iterator[str]:
    document = cut_document(read(path), numbers=False)
    return (document.text(sentence.id) for sentence in document.sentences)


def train_vectors(sentences: Sequence[str]) -> tuple[list[str], Floats]:
    """The n-grams that are frequent enough, and a vector of length one for each, shape (n-grams, dimensions)."""
    from scipy.sparse import coo_matrix  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from scipy.sparse.linalg import svds  # type: ignore[import-not-found, import-untyped, unused-ignore]

    found = [list(_grams(text)) for text in sentences]
    counts = Counter(gram for grams in found for _, gram in grams)
    vocabulary = sorted(gram for gram, count in counts.items() if count >= _LEAST[len(gram) - 1])
    number = {gram: k for k, gram in enumerate(vocabulary)}
    size = len(vocabulary)
    rows, cols, weight = _together(found, number)
    joint = coo_matrix((weight, (rows, cols)), shape=(size, size)).tocsr()
    joint = joint + joint.T
    left, values, _ = svds(_information(joint), k=_DIMENSIONS, v0=np.random.default_rng(_SEED).standard_normal(size))
    table = left * np.sqrt(values)
    return vocabulary, np.asarray(table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-9))


def _grams(text: str) -> Iterator[tuple[int, str]]:
    """Each n-gram of one or two ideographs, with where it begins."""
    for run in re.finditer(f"[{HAN}]+", text):
        for at in range(run.start(), run.end()):
            yield at, text[at]
            if at + 1 < run.end():
                yield at, text[at : at + 2]


def _together(found: Iterable[list[tuple[int, str]]], number: dict[str, int]) -> tuple[Ints, Ints, Floats]:
    """The pairs of n-grams that stand near each other without overlap, the nearer the more they weigh."""
    parts: tuple[list[Ints], list[Ints], list[Floats]] = ([], [], [])
    for grams in found:
        known = np.array([(at, at + len(gram), number[gram]) for at, gram in grams if gram in number], dtype=np.int64)
        for step in range(1, min(2 * _REACH + 1, len(known))):
            one, other = known[:-step], known[step:]
            between = other[:, 0] - one[:, 1]
            near = (between >= 0) & (between <= _REACH)
            parts[0].append(one[near, 2])
            parts[1].append(other[near, 2])
            parts[2].append(1 / np.sqrt(1 + between[near]))
    return np.concatenate(parts[0]), np.concatenate(parts[1]), np.concatenate(parts[2])


def _information(joint: Any) -> Any:
    """The positive pointwise mutual information of a sparse matrix of how often two stand together."""
    total = np.asarray(joint.sum(axis=1)).ravel()
    context = total**_SMOOTHED
    context /= context.sum()
    entries = joint.tocoo()
    entries.data = np.maximum(np.log(entries.data / (total[entries.row] * context[entries.col] + 1e-12)), 0.0)
    result = entries.tocsr()
    result.eliminate_zeros()
    return result
