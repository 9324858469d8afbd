"""One pair, from its paths to its pages and what is counted of it: all that a worker does."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from repdiff.model.batch import BatchOptions, Compared, Counts, Dropped, Pair, Rows
from repdiff.model.errors import RepdiffError
from repdiff.model.said import Said
from repdiff.sources.folder import folder_of, without_folder

if TYPE_CHECKING:
    from repdiff.model.links import Comparison
    from repdiff.model.texts import Source
    from repdiff.model.years import Check
    from repdiff.report.words import Words

ENDINGS = (".html", "-promises.html")
"""What the names of the pages of a pair end in: its comparison, and its promises."""


class Task(NamedTuple):
    """A pair, the name of its files without ending, and the folder that they are written to."""

    pair: Pair
    file: str
    folder: str


def compared(task: Task, options: BatchOptions) -> Compared:
    """Compare a pair and write its pages. Raises nothing: what goes wrong is told in the result."""
    pair = task.pair
    failed = Compared(pair.name, _name(pair.old), _name(pair.new))
    if pair.error:
        return replace(failed, error=pair.error)
    try:
        return _compared(task, options)
    except RepdiffError as error:
        return replace(failed, error=_without_folders(str(error), pair))
    except MemoryError:
        return replace(failed, error=Said("There is not enough memory for it. Give fewer --jobs."))
    except Exception as error:
        kind = type(error).__name__
        return replace(failed, error=Said("A fault of repdiff, not of the files ({kind}).", kind=f"{kind}: {error}"))


def _compared(task: Task, options: BatchOptions) -> Compared:
    from repdiff import render
    from repdiff.comparison import compare
    from repdiff.comparison.doubt import set_apart
    from repdiff.model.view import View
    from repdiff.report.summary import has_changes
    from repdiff.report.words import language_of, words_in
    from repdiff.sources import read

    pair = task.pair
    paths = (pair.old, pair.new)
    old, new = (without_folder(read(path, encoding=options.encoding or None), folder_of(path)) for path in paths)
    comparison = compare(old, new, options.options)
    view = View(min_score=options.min_score, lang=options.lang)
    _write(task.folder, task.file + ENDINGS[0], render(comparison, "html", view))
    check = _checked(old, new, options) if options.check else None
    if check is not None:
        _write(task.folder, task.file + ENDINGS[1], render(check, "html", view))
    lang = language_of(old.text, new.text)
    words = words_in(options.lang or lang)
    shown = set_apart(comparison, options.min_score, marked=False)
    return Compared(
        name=pair.name,
        old=_name(pair.old),
        new=_name(pair.new),
        page=task.file + ENDINGS[0],
        promises=task.file + ENDINGS[1] if check else "",
        differs=has_changes(comparison),
        counts=_counts(shown, check),
        dropped=tuple(_dropped(shown)),
        numbers=_numbers(comparison, words),
        verdicts=_verdicts(check, words),
        lang=lang,
        notes=comparison.notes,
    )


def _name(path: str) -> str:
    return Path(path).name


def _without_folders(error: str, pair: Pair) -> str:
    for path in (pair.old, pair.new):
        error = error.replace(folder, "") if (folder := folder_of(path)) else error
    return error


def _write(folder: str, name: str, page: str | bytes) -> None:
    from repdiff.files.write import to_file

    to_file(page, Path(folder) / name)


def _checked(old: "Source", new: "Source", options: BatchOptions) -> "Check | None":
    """The promises of the old text held against the new one; None where it promises nothing that can be measured."""
    from repdiff.model.options import CheckOptions
    from repdiff.promises import check

    mine = options.options
    wanted = CheckOptions(terms=mine.terms, glossary=mine.glossary, config=mine.config, promises_under=mine.section)
    try:
        found = check(old, new, wanted)
    except RepdiffError:
        return None
    return found if found.promises else None


def _counts(comparison: "Comparison", check: "Check | None") -> Counts:
    from repdiff.model.texts import Role
    from repdiff.model.years import Outcome
    from repdiff.report.numbers import rows
    from repdiff.report.summary import tally

    commitments, all_ = tally(comparison, frozenset({Role.COMMITMENT})), tally(comparison, frozenset(Role))
    signs = [row.sign for row in rows(comparison)]
    said = [promise.verdict for promise in check.promises] if check else []
    old, new = comparison.old, comparison.new
    return Counts(
        kept=commitments.identical,
        reworded=commitments.reworded,
        dropped=commitments.dropped,
        added=commitments.added,
        old_sentences=len(old.sentences),
        new_sentences=len(new.sentences),
        old_sections=sum(bool(section.title) for section in old.sections),
        new_sections=sum(bool(section.title) for section in new.sections),
        up=signs.count("▲"),
        down=signs.count("▼"),
        doubts=all_.unsure + len(comparison.perhaps) + signs.count("?"),
        verdicts=tuple(said.count(outcome) for outcome in Outcome) if check else (),
    )


def _dropped(comparison: "Comparison") -> Iterator[Dropped]:
    """The commitments that are gone, in the order of the old text, each with the likeliest sentence that it perhaps became."""
    from repdiff.model.texts import Role
    from repdiff.report.doubts import Doubts
    from repdiff.report.passages import place
    from repdiff.report.runs import visible

    old, new, doubts = comparison.old, comparison.new, Doubts(comparison)
    for sentence in (old.sentences[i] for i in comparison.dropped):
        if sentence.role is not Role.COMMITMENT:
            continue
        other = next((new.sentences[doubt.other] for doubt in doubts.of((sentence.id,))), None)
        yield Dropped(
            section=visible(old.chapter(sentence.section).title),
            text=visible(old.shown(sentence.id)),
            place=place(old, sentence.span.start),
            perhaps=visible(new.shown(other.id)) if other else "",
            perhaps_place=place(new, other.span.start) if other else "",
        )


def _numbers(comparison: "Comparison", words: "Words") -> Rows:
    from repdiff.report.numbers import book

    found = book(comparison, words, ({}, {}))
    return Rows(found.columns, found.rows)


def _verdicts(check: "Check | None", words: "Words") -> Rows:
    if check is None:
        return Rows()
    from repdiff.report.promise_sheets import promise_sheets
    from repdiff.report.sheets import Audience

    found, *_ = promise_sheets(check, Audience(words, programs=False))
    return Rows(found.columns, found.rows)
