"""The folder that a run makes: a page for each pair, and an index of them all as page, workbook, table and record."""

import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from repdiff.batch.names import file_names
from repdiff.batch.outcome import ENDINGS, Task
from repdiff.batch.workers import run
from repdiff.files.paths import shown
from repdiff.model.batch import Batch, BatchOptions, Pairs
from repdiff.model.errors import RepdiffError
from repdiff.model.view import View

INDEX = "index.html"
_INDEXES = {"html": INDEX, "csv": "index.csv", "json": "index.json", "xlsx": "index.xlsx"}
_OURS = b'<meta name="generator" content="repdiff">'
_HEAD = 4096
"""Bytes of a page in which its generator is named."""


class Made(NamedTuple):
    """What a run made; `missing` says in one line why the workbook could not be written, empty where it was."""

    batch: Batch
    missing: str = ""


def make(
    pairs: Pairs, folder: Path, options: BatchOptions, jobs: int, tell: Callable[[int], None] = lambda done: None
) -> Made:
    """Compare all pairs and write their pages and the index into a folder, which is made where it is not there.

    All is written beside and renamed at the end: until then the folder is as it was. Files of an earlier run are replaced, no other
    file is. Raises RepdiffError where a file that repdiff did not write, or that is read, stands where one would be written.
    """
    names = file_names(pair.name for pair in pairs.rows)
    wanted = {*_INDEXES.values(), *(name + ending for name in names for ending in ENDINGS)}
    _refuse_inputs(pairs, folder, wanted)
    _refuse_others(folder, wanted)
    fresh = _opened(folder)
    try:
        with tempfile.TemporaryDirectory(prefix=".repdiff-", suffix=".part", dir=folder) as part:
            tasks = [Task(pair, name, part) for pair, name in zip(pairs.rows, names, strict=True)]
            found = run(tasks, options, jobs, tell)
            made = _indexed(Batch(pairs.name, found, pairs.notes, options), Path(part))
            for path in sorted(Path(part).iterdir(), key=lambda path: (path.name in _INDEXES.values(), path.name)):
                path.replace(folder / path.name)
            return made
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        if fresh:
            with suppress(OSError):  # it holds the pages
                folder.rmdir()


def _indexed(batch: Batch, folder: Path) -> Made:
    from repdiff.files.write import to_file
    from repdiff.renderers import render

    view = View(lang=batch.options.lang)
    missing = ""
    for form, name in _INDEXES.items():
        try:
            told = render(batch, form, view)
        except RepdiffError as error:  # a workbook needs a package that is not installed everywhere
            missing = f"{name}: not written. {error}"
            continue
        to_file(told, folder / name)
    return Made(batch, missing)


def _opened(folder: Path) -> bool:
    """Make the folder where it is not there; whether it was made."""
    if folder.is_dir():
        return False
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return True


def _refuse_inputs(pairs: Pairs, folder: Path, wanted: Iterable[str]) -> None:
    outputs = {(folder / name).resolve() for name in wanted}
    for path in (path for pair in pairs.rows for path in (pair.old, pair.new) if path):
        if Path(path).resolve() in outputs:
            raise RepdiffError(
                f"{shown(path)}: is read as an input, and would be written.", "Name another folder with -o."
            )


def _refuse_others(folder: Path, wanted: Iterable[str]) -> None:
    """Raise RepdiffError where a file that is not of an earlier run bears one of the names."""
    ours = _is_ours(folder / INDEX)
    for path in sorted(folder / name for name in wanted):
        if path.is_dir() or (path.exists() and not (_is_ours(path) if path.suffix == ".html" else ours)):
            hint = "Name another folder with -o, or move it away."
            raise RepdiffError(f"{shown(str(path))}: was not written by repdiff batch, and would be replaced.", hint)


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return _OURS in stream.read(_HEAD)
    except OSError:
        return False


def _unwritable(folder: Path, error: OSError) -> RepdiffError:
    reason = (error.strerror or type(error).__name__).lower()
    return RepdiffError(f"{shown(str(folder))}: cannot be written ({reason}).", "Name another folder with -o.")
