"""Other ways to pair the sentences of two documents: what the benchmark lays beside ours.

A method gets the sentences of the old and of the new document and returns pairs of their indices. Packages that repdiff does not
need itself (redlines, xmldiff) are imported when their method runs; ImportError says that one is missing.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

Pairs = list[tuple[int, int]]
Method = Callable[[Sequence[str], Sequence[str]], Pairs]

DMP_SECONDS = 10.0  # without a limit diff-match-patch takes minutes on a rewritten report


def difflib_close(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """The closest new sentence of each old one by `difflib`, ratio 0.6 or more (its own default)."""
    from difflib import SequenceMatcher

    found = []
    for i, text in enumerate(old):
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(text)
        best, partner = 0.6, -1
        for j, other in enumerate(new):
            matcher.set_seq1(other)
            if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
                continue
            ratio = matcher.ratio()
            if ratio > best or (ratio == best and partner < 0):
                best, partner = ratio, j
        found += [(i, partner)] if partner >= 0 else []
    return found


def rapidfuzz_mutual(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Sentences that are each other's best by `rapidfuzz.fuzz.ratio`, 0.4 or more."""
    from rapidfuzz.fuzz import ratio

    return mutual(np.array([[ratio(a, b) / 100 for b in new] for a in old]), 0.4)


def tfidf_mutual(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Sentences that are each other's best by cosine of TF-IDF over characters' 1- to 3-grams, 0.15 or more.

    The weighting is scikit-learn's default: raw counts, smoothed inverse document frequency, Euclidean norm.
    """
    bags = [[Counter(_grams(text)) for text in side] for side in (old, new)]
    holders = Counter(gram for side in bags for bag in side for gram in bag)
    total = len(old) + len(new)
    weigh = {gram: log((1 + total) / (1 + count)) + 1 for gram, count in holders.items()}
    postings: tuple[dict[str, list[tuple[int, float]]], ...] = ({}, {})
    for side, place in zip(bags, postings, strict=True):
        for number, bag in enumerate(side):
            norm = sqrt(sum((count * weigh[gram]) ** 2 for gram, count in bag.items())) or 1.0
            for gram, count in bag.items():
                place.setdefault(gram, []).append((number, count * weigh[gram] / norm))
    cosine = np.zeros((len(old), len(new)))
    for gram in postings[0].keys() & postings[1].keys():
        rows, ours = zip(*postings[0][gram], strict=True)
        cols, theirs = zip(*postings[1][gram], strict=True)
        cosine[np.ix_(rows, cols)] += np.outer(ours, theirs)
    return mutual(cosine, 0.15)


def _grams(text: str) -> Iterator[str]:
    text = " ".join(text.lower().split())
    return (text[at : at + n] for n in (1, 2, 3) for at in range(len(text) - n + 1))


def mutual(scores: NDArray[np.float64], least: float) -> Pairs:
    """Rows and columns that are each other's best, where the score is at least `least`."""
    if not scores.size:
        return []
    rows, cols = scores.argmax(axis=1), scores.argmax(axis=0)
    return [(i, int(j)) for i, j in enumerate(rows) if cols[j] == i and scores[i, j] >= least]


def dmp_majority(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """diff-match-patch over the sentences as lines, semantic clean-up; a pair is what shares most of its characters."""
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = DMP_SECONDS
    diffs = engine.diff_main(_lines(old), _lines(new))
    engine.diff_cleanupSemantic(diffs)
    return by_majority(_equal_runs(diffs), old, new)


def _equal_runs(diffs: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
    """Old line, new line and text of each equal run between line ends."""
    old_line = new_line = 0
    for op, text in diffs:
        for piece in re.findall(r"\n|[^\n]+", text):
            if op == 0 and piece != "\n":
                yield old_line, new_line, piece
            old_line += piece == "\n" and op <= 0
            new_line += piece == "\n" and op >= 0


def redlines_majority(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Redlines over the sentences as paragraphs; a pair is what shares most of its characters."""
    from redlines.processor import WholeDocumentProcessor  # type: ignore[import-not-found, unused-ignore]

    operations = WholeDocumentProcessor().process(_lines(old), _lines(new))
    return by_majority(_equal_tokens(operations), old, new)


def _equal_tokens(operations: Iterable[object]) -> Iterator[tuple[int, int, str]]:
    for operation in operations:
        tag, i1, i2, j1, j2 = operation.opcodes  # type: ignore[attr-defined]
        if tag != "equal":
            continue
        before, after = operation.source_chunk.text, operation.test_chunk.text  # type: ignore[attr-defined]
        old_line, new_line = _paragraphs(before[:i1]), _paragraphs(after[:j1])
        for token, other in zip(before[i1:i2], after[j1:j2], strict=True):
            if "¶" not in token:
                yield old_line, new_line, token.strip()
            old_line, new_line = old_line + ("¶" in token), new_line + ("¶" in other)


def _paragraphs(tokens: Iterable[str]) -> int:
    return sum("¶" in token for token in tokens)


def xmldiff_match(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """The nodes that `xmldiff` matches (similarity 0.5, its default) when each sentence is an element below one root."""
    from lxml import etree  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from xmldiff.diff import Differ  # type: ignore[import-not-found, import-untyped, unused-ignore]

    trees = []
    for side in (old, new):
        root = etree.Element("document")
        for text in side:
            etree.SubElement(root, "sentence").text = "".join(c for c in text if c.isprintable())
        trees.append(root)
    matches = Differ().match(*trees)
    return [(a.getparent().index(a), b.getparent().index(b)) for a, b, *_ in matches if b.getparent() is not None]


def _lines(sentences: Sequence[str]) -> str:
    return "\n".join(" ".join(text.replace("¶", " ").split()) for text in sentences)


def by_majority(runs: Iterable[tuple[int, int, str]], old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Pairs of sentences whose equal runs (old index, new index, text) make up more than half of the shorter one."""
    shared: Counter[tuple[int, int]] = Counter()
    for i, j, text in runs:
        shared[i, j] += len("".join(text.split()))
    sizes = [[len("".join(text.split())) for text in side] for side in (old, new)]
    return sorted((i, j) for (i, j), count in shared.items() if 2 * count > min(sizes[0][i], sizes[1][j]))


METHODS: tuple[tuple[str, Method], ...] = (
    ("difflib, closest ≥ 0.6", difflib_close),
    ("rapidfuzz ratio, mutual best ≥ 0.4", rapidfuzz_mutual),
    ("character TF-IDF, mutual best ≥ 0.15", tfidf_mutual),
    (f"diff-match-patch, semantic, {DMP_SECONDS:.0f} s at most", dmp_majority),
    ("redlines", redlines_majority),
    ("xmldiff", xmldiff_match),
)
