"""The straight line of a track: sources in, series of targets and lives of commitments out.

Each version is paired with the next. Last year's results, bases and goals of several years are no targets and enter no series.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePath

from repdiff.comparison.pairing import pair_documents
from repdiff.cut.document import cut_document
from repdiff.cut.titles import year
from repdiff.model.decisions import Review
from repdiff.model.document import Document
from repdiff.model.options import TrackOptions
from repdiff.model.quantities import Quantity
from repdiff.model.texts import Source
from repdiff.model.years import Series, Track
from repdiff.quantities.pair import Side, match, section_pairs, sentence_pairs
from repdiff.quantities.terms import termed
from repdiff.timeline.chains import find_chains
from repdiff.timeline.lives import find_lives
from repdiff.timeline.names import told_apart
from repdiff.timeline.series import find_series
from repdiff.timeline.targets import targets_of


def follow(sources: Sequence[Source], options: TrackOptions) -> Track:
    """Follow commitments and targets through the sources; see `repdiff.timeline.track`."""
    documents = termed([cut_document(source) for source in sources], options)
    years = [year(document) for document in documents]
    order = list(range(len(documents)))
    if options.by_year:
        order.sort(key=lambda n: (years[n], n))
    if options.labels:
        names = [options.labels[n] for n in order]
    else:
        names = [years[n] or str(k + 1) for k, n in enumerate(order)]
        if len(set(names)) < len(names):
            names = [PurePath(sources[n].name).stem or str(k + 1) for k, n in enumerate(order)]
    return _followed(tuple(documents[n] for n in order), tuple(names), options)


def _followed(documents: tuple[Document, ...], labels: tuple[str, ...], options: TrackOptions) -> Track:
    targets = tuple(Side(d, targets_of(d)) for d in documents)
    steps = tuple(pair_documents(old, new, options) for old, new in pairwise(documents))
    pairs = tuple(
        match(*sides, sentence_pairs(step.links), section_pairs(step.section_links))
        for step, sides in zip(steps, pairwise(targets), strict=True)
    )
    links = [step.links for step in steps]
    notes: tuple[str, ...] = (
        *(note for d in documents for note in d.notes),
        *(note for step in steps for note in step.notes),
    )
    chains = find_chains(targets, [[(i, j) for i, j, _ in found] for found in pairs])
    told = [(side.document, side.quantities) for side in targets]
    series = told_apart(find_series(targets, chains, links), told)
    review = None
    if options.decisions is not None:
        series, ruled, review = _decided(series, told, labels, options)
        notes = (*notes, *ruled)
    return Track(
        documents=documents,
        labels=labels,
        series=series,
        lives=find_lives(documents, links),
        notes=tuple(dict.fromkeys(notes)),
        options=options,
        review=review,
    )


def _decided(
    series: tuple[Series, ...],
    targets: Sequence[tuple[Document, Sequence[Quantity]]],
    labels: tuple[str, ...],
    options: TrackOptions,
) -> tuple[tuple[Series, ...], tuple[str, ...], Review]:
    """The series as persons decided them, notes on what was decided, and all that they said."""
    from repdiff.timeline.rulings import Versions, obey

    versions = Versions(tuple(document for document, _ in targets), labels)
    ruled = obey(series, versions, options.decisions or (), later_wins=options.later_wins)
    # What is left of a series that was split is called otherwise than the part that a person named.
    told = told_apart(ruled.series, targets)
    named = (replace(each, name=ruled.names.get(index, each.name)) for index, each in enumerate(told))
    return tuple(named), ruled.notes, ruled.review
