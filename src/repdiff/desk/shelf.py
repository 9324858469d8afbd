"""The desk's folder: one subfolder per case with its files, `review.json`, and `desk.json`, which says what was done with them.

Nothing outside the folder is read or written. A case is found by looking its name up among the subfolders that are there, a file by
looking its name up in its subfolder; links are none of either.
"""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from repdiff.desk.case import Case
from repdiff.desk.job import JOBS, Job
from repdiff.desk.names import safe, unlike
from repdiff.files import write
from repdiff.model.errors import RepdiffError

FORMAT: Final = 1
REVIEW: Final = "review.json"
_ABOUT: Final = "desk.json"
_DROPPED: Final = ".dropped-"
_STALE: Final = 24 * 3600
"""Seconds after which dropped files that no desk holds any more are taken away."""
_CHUNK: Final = 2**20
_LONGEST: Final = 60
"""Characters of a subfolder's name, before its number."""


class Shelf:
    """The cases in one folder; `close` takes away what was dropped and compared with nothing."""

    def __init__(self, folder: Path) -> None:
        """Nothing is written before the first file is dropped."""
        self.folder = folder.absolute()
        self._dropped: Path | None = None

    def drop(self, key: str, name: str, stream: BinaryIO, size: int) -> Path:
        """Keep `size` bytes of a stream until a case is made of them, under a harmless form of `name`.

        `key` is a name of the desk's own, for one file. Raises RepdiffError where they cannot be written, EOFError where they end early.
        """
        with _explained(self.folder):
            if self._dropped is None:
                self.folder.mkdir(parents=True, exist_ok=True)
                self._sweep()
                self._dropped = Path(tempfile.mkdtemp(prefix=_DROPPED, dir=self.folder))
            place = self._dropped / key
            place.mkdir()
            path = place / safe(name)
            try:
                with path.open("xb") as file:
                    _copied(stream, file, size)
            except BaseException:
                shutil.rmtree(place, ignore_errors=True)
                raise
        return path

    def forget(self, path: Path) -> None:
        """Take a dropped file away."""
        if self._dropped is not None and path.parent.parent == self._dropped:
            shutil.rmtree(path.parent, ignore_errors=True)

    def make(self, job: Job, files: Sequence[Path]) -> Case:
        """A new case of dropped files, which are copied. Raises RepdiffError where it cannot be written."""
        with _explained(self.folder):
            place = self._place(_title([path.name for path in files]))
            names: list[str] = []
            try:
                for path in files:
                    names.append(unlike(path.name, (*names, REVIEW, _ABOUT)))
                    shutil.copyfile(path, place / names[-1])
                case = Case(
                    id=place.name,
                    job=job,
                    files=tuple(place / name for name in names),
                    review=place / REVIEW,
                    made=datetime.now().astimezone().isoformat(timespec="seconds"),
                )
                self.note(case)
            except BaseException:
                shutil.rmtree(place, ignore_errors=True)
                raise
        return case

    def note(self, case: Case) -> None:
        """Write down what a case is. Raises RepdiffError."""
        about = {
            "format": FORMAT,
            "job": case.job.name,
            "files": list(case.names),
            "made": case.made,
            "sentence": case.sentence,
            "lang": case.lang,
        }
        write.to_file(f"{json.dumps(about, ensure_ascii=False, indent=1)}\n", case.review.parent / _ABOUT)

    def cases(self) -> list[Case]:
        """All cases, the newest first; what is none is passed over."""
        found = [case for case in map(_case, self._places()) if case is not None]
        return sorted(found, key=lambda case: (case.made, case.id), reverse=True)

    def case(self, name: str) -> Case | None:
        """The case of that name, None where there is none."""
        return next((_case(place) for place in self._places() if place.name == name), None)

    def close(self) -> None:
        """Take dropped files away."""
        if self._dropped is not None:
            shutil.rmtree(self._dropped, ignore_errors=True)
        self._dropped = None

    def _places(self) -> Iterator[Path]:
        with suppress(OSError), os.scandir(self.folder) as entries:
            yield from (Path(each.path) for each in entries if each.is_dir(follow_symlinks=False))

    def _place(self, title: str) -> Path:
        taken = [place.name for place in self._places()]
        while True:
            name = unlike(title, taken)
            try:
                (self.folder / name).mkdir()
            except FileExistsError:  # another desk was faster, or it is a file
                taken.append(name)
                continue
            return self.folder / name

    def _sweep(self) -> None:
        for place in list(self._places()):
            with suppress(OSError):
                if place.name.startswith(_DROPPED) and time.time() - place.stat().st_mtime > _STALE:
                    shutil.rmtree(place, ignore_errors=True)


def _title(names: Sequence[str]) -> str:
    """What the subfolder of these files is called: the first and the last of them."""
    stems = [Path(name).stem for name in names]
    half = _LONGEST // 2
    return safe(f"{stems[0][:half].strip()} - {stems[-1][:half].strip()}").replace(".", "_")


def _case(place: Path) -> Case | None:
    about = _about(place / _ABOUT)
    job, names = JOBS.get(str(about.get("job"))), about.get("files")
    if job is None or not isinstance(names, list) or not job.fewest <= len(names) <= job.most:
        return None
    with os.scandir(place) as entries:
        here = {each.name: Path(each.path) for each in entries if each.is_file(follow_symlinks=False)}
        if not all(isinstance(name, str) and name in here for name in names) or (place / REVIEW).is_symlink():
            return None
    texts = {key: value if isinstance(value := about.get(key), str) else "" for key in ("made", "sentence", "lang")}
    return Case(place.name, job, tuple(here[name] for name in names), place / REVIEW, **texts)


def _about(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes()) if not path.is_symlink() and path.is_file() else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and found.get("format") == FORMAT else {}


def _copied(stream: BinaryIO, file: BinaryIO, size: int) -> None:
    left = size
    while left:
        chunk = stream.read(min(left, _CHUNK))
        if not chunk:
            raise EOFError
        file.write(chunk)
        left -= len(chunk)


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    """Turn errors of the file system into a line that says which folder and what to do."""
    try:
        yield
    except (ConnectionError, TimeoutError):
        raise
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        hint = "Make room, or start the desk with another --folder."
        raise RepdiffError(f"{folder}: cannot be written: {reason}.", hint) from None


def beside(newest: Path) -> Path:
    """Where decisions are saved on files that lie where the user has them: beside the newest."""
    return newest.with_name(f"{newest.name}.{REVIEW}")
