"""Hand alignments as lessons: for each candidate pair of two annotated documents, whether it is a link.

A gold file names its two texts (`old`, `new`, relative to a folder above it), the scope that was annotated, and `links` between spans, of
kind identical, reworded or weak; `sections` and `section_links` likewise. Files whose names begin alike, up to a hyphen, are of one
family.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from repdiff.cut.document import cut_document
from repdiff.model.document import Document
from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Span
from repdiff.pair.decided import Decided
from repdiff.pair.evidence import Scene, survey
from repdiff.pair.grams import Floats
from repdiff.sources import read

_WEAK = 0.7  # weight of a pair that the annotators call related but not the same


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """One annotated pair of documents: the scene, and for each candidate pair its label (0 or 1) and weight."""

    name: str
    scene: Scene
    label: Floats
    weight: Floats
    documents: tuple[Document, Document]
    gold: dict[str, Any]


def read_lesson(path: Path, texts: Path | None = None) -> Lesson:
    """Cut the texts of a gold file and label their candidate pairs. The texts lie below `texts`, or below a folder around the file."""
    gold = json.loads(path.read_text("utf-8"))
    folders = [texts] if texts is not None else list(path.resolve().parents)
    old, new = (cut_document(read(_below(folders, path, gold[side]))) for side in ("old", "new"))
    scene = survey(old, new, Decided())
    label, weight = labels(scene, old, new, gold)
    return Lesson(path.stem, scene, label, weight, (old, new), gold)


def without_vectors(lesson: Lesson) -> Lesson:
    """The same lesson as if there were no vectors for its language: what reports teach holds for those that have none."""
    scene = survey(*lesson.documents, Decided(), vectors=False)
    return Lesson(lesson.name, scene, *labels(scene, *lesson.documents, lesson.gold), lesson.documents, lesson.gold)


def family(name: str) -> str:
    """The family of a gold file by its name: the files of one kind and source are learnt from, or left out, together."""
    return name.partition("-")[0]


def _below(folders: Sequence[Path], path: Path, name: str) -> Path:
    """The text of a gold file in the first folder that has it."""
    for folder in folders:
        if (folder / name).exists():
            return folder / name
    raise RepdiffError(
        f"{path}: there is no {name} in a folder above it.", "Say where the texts lie with --texts FOLDER."
    )


def labels(scene: Scene, old: Document, new: Document, gold: dict[str, Any]) -> tuple[Floats, Floats]:
    """Label and weight of each candidate pair: pairs with both ends outside the annotated scope weigh nothing."""
    links = [(Span(*k["old"]), Span(*k["new"]), k["kind"] == "weak") for k in gold["links"]]
    fitting = _fitting(old, [k[0] for k in links]), _fitting(new, [k[1] for k in links])
    inside = _inside(old, gold["scope"]["old"]), _inside(new, gold["scope"]["new"])
    rows, cols = scene.pairs.rows, scene.pairs.cols
    label, weak = np.zeros(len(rows)), np.zeros(len(rows))
    for k, (row, col) in enumerate(zip(rows.tolist(), cols.tolist(), strict=True)):
        hits = fitting[0].get(row, frozenset()) & fitting[1].get(col, frozenset())
        label[k] = bool(hits)
        weak[k] = bool(hits) and all(links[hit][2] for hit in hits)
    return label, np.where(weak > 0, _WEAK, 1.0) * (inside[0][rows] | inside[1][cols])


def _fitting(document: Document, spans: Sequence[Span]) -> dict[int, frozenset[int]]:
    """For each sentence the gold spans that it fits: half of the shorter shared, the shorter a fifth of the longer or more."""
    found: dict[int, set[int]] = {}
    for k, span in enumerate(spans):
        for sentence in document.sentences:
            shared = min(sentence.span.end, span.end) - max(sentence.span.start, span.start)
            short, long = sorted((sentence.span.end - sentence.span.start, span.end - span.start))
            if shared >= 0.5 * short and short >= 0.2 * long:
                found.setdefault(sentence.id, set()).add(k)
    return {sentence: frozenset(hits) for sentence, hits in found.items()}


def _inside(document: Document, scope: Sequence[int]) -> NDArray[np.bool_]:
    return np.array(
        [min(s.span.end, scope[1]) - max(s.span.start, scope[0]) > 0 for s in document.sentences], dtype=np.bool_
    )
