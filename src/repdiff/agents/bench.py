"""The work of the tools: files are read and compared once, the last few results stay at hand for the next part of an answer."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from repdiff.agents.folders import Folders, Found
from repdiff.model.document import Document
from repdiff.model.errors import RepdiffError
from repdiff.model.links import Comparison
from repdiff.model.options import CheckOptions, Options, TrackOptions
from repdiff.model.texts import Source
from repdiff.model.years import Check, Track

_KEPT: Final = 4
_FEWEST, _MOST = 2, 40


class _Known(NamedTuple):
    """A file as it was when it was read: what it is called, its size, and when it was written, in nanoseconds."""

    name: str
    size: int
    written: int


class Bench:
    """Does one job at a time, each once for the same files and options."""

    def __init__(self, folders: Folders) -> None:
        """Only files in these folders are read."""
        self._folders = folders
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def outline(self, file: str) -> Document:
        """A document cut. Raises RepdiffError."""
        from repdiff.cut.document import cut_document

        result: Document = self._done("outline", [file], lambda sources: cut_document(sources[0]))
        return result

    def compare(self, old: str, new: str, options: Options, min_score: float) -> Comparison:
        """A comparison as a reader sees it: pairs below `min_score` are set apart. Raises RepdiffError."""
        from repdiff.comparison import compare
        from repdiff.comparison.doubt import set_apart

        if not 0 <= min_score <= 1:
            raise RepdiffError(f"min_score {min_score} is no probability.", "Give 0 to 1.")
        found: Comparison = self._done(options, [old, new], lambda sources: compare(sources[0], sources[1], options))
        return set_apart(found, min_score, marked=False)

    def check(self, promises: str, results: str, options: CheckOptions) -> Check:
        """Promises held against results. Raises RepdiffError."""
        from repdiff.promises import check

        result: Check = self._done(options, [promises, results], lambda sources: check(sources[0], sources[1], options))
        return result

    def track(self, files: Sequence[str]) -> Track:
        """Versions followed, ordered by their years. Raises RepdiffError."""
        from repdiff.timeline import track

        if not _FEWEST <= len(files) <= _MOST:
            raise RepdiffError(f"{len(files)} files cannot be followed.", f"Name {_FEWEST} to {_MOST} versions.")
        options = TrackOptions(by_year=True)
        result: Track = self._done(options, files, lambda sources: track(sources, options))
        return result

    def _done(self, asked: Hashable, files: Sequence[str], work: Callable[[list[Source]], Any]) -> Any:
        """The result of some work on files, kept as long as none of them is written anew."""
        found = [self._folders.find(file) for file in files]
        with self._lock:
            key = (asked, *map(_known, found))
            if key not in self._kept:
                self._kept[key] = work([_read(each) for each in found])
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return self._kept[key]


def _known(found: Found) -> _Known:
    try:
        told = found.path.stat()
    except OSError:
        return _Known(found.name, -1, -1)
    return _Known(f"{found.path}#{found.part}", told.st_size, told.st_mtime_ns)


def _read(found: Found) -> Source:
    """The source of a file, called as the agent may call it: nobody's folders are told. Raises RepdiffError."""
    from repdiff.files.paths import shown
    from repdiff.sources import read
    from repdiff.sources.folder import without_folder

    folder = shown(found.folder)
    try:
        source = read(found.given)
    except RepdiffError as error:
        raise RepdiffError(error.message.replace(folder, ""), error.hint.replace(folder, "")) from None
    return replace(without_folder(source, folder), name=found.name)
