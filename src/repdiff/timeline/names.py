"""Names that tell the series of a track apart: where two are called the same, more of the text is taken."""

import re
from collections.abc import Sequence
from dataclasses import replace

from repdiff.model.document import Document
from repdiff.model.quantities import Quantity
from repdiff.model.years import Series

_CLAUSE = re.compile(r"[，。；！？：,;!?:\n]")


def told_apart(series: Sequence[Series], targets: Sequence[tuple[Document, Sequence[Quantity]]]) -> tuple[Series, ...]:
    """The series, those of one name called by what stands before it too; `targets` are the versions with their quantities.

    What is taken is the first of these that differs: of a short name the indicator before it in the sentence (重点项目 / 完成年度投资),
    or the clause before it; the heading; the place. A series of several numbers keeps a name that it shares with single numbers only.
    """
    groups: dict[str, list[int]] = {}
    for index, each in enumerate(series):
        groups.setdefault(each.name, []).append(index)
    found = list(series)
    for name, members in groups.items():
        runs = [n for n in members if sum(p.quantity is not None for p in series[n].points) > 1]
        shared = [n for n in members if n not in runs] if len(runs) == 1 else members
        if len(members) > 1:
            for index, prefix in zip(shared, _prefixes([series[n] for n in shared], targets), strict=True):
                found[index] = replace(series[index], name=f"{prefix} / {name}" if prefix else name)
    return tuple(found)


def _prefixes(group: Sequence[Series], targets: Sequence[tuple[Document, Sequence[Quantity]]]) -> list[str]:
    """What to put before the name of each series of a group: all different."""
    told = [_tellings(each, targets) for each in group]
    kinds = ([each[kind] for each in told] for kind in range(len(told[0])))
    # Places always differ.
    return next(words for words in kinds if all(words) and len(set(words)) == len(words))


def _tellings(series: Series, targets: Sequence[tuple[Document, Sequence[Quantity]]]) -> tuple[str, ...]:
    """The indicator before the latest quantity of a series in its sentence, the clause before it, the heading above it, its place."""
    point = next(p for p in reversed(series.points) if p.quantity is not None)
    quantity = point.quantity
    assert quantity is not None
    document, others = targets[point.version]
    short = bool(quantity.context)
    before = [q for q in others if q.sentence == quantity.sentence and q.span.start < quantity.span.start]
    opening = document.source.bare[document.sentences[quantity.sentence].span.start : quantity.clause.start]
    clauses = [" ".join(part.split()) for part in _CLAUSE.split(opening) if part.strip()]
    line, column = document.source.place(quantity.span.start)
    version = f"{point.version + 1}:" if len(targets) > 1 else ""
    return (
        before[-1].name if short and before and before[-1].name != quantity.name else "",
        clauses[-1] if short and clauses else "",
        document.sections[document.sentences[quantity.sentence].section].title,
        f"{version}{line}:{column}",
    )
