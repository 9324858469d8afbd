"""What the desk does, whoever asks it: files dropped, cases made and looked up, decisions saved, reports made."""

import secrets
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from repdiff.desk.case import Case
from repdiff.desk.job import check_review, job_of, read_plain
from repdiff.desk.shelf import Shelf
from repdiff.desk.worker import State, Worker, digest
from repdiff.files import write
from repdiff.files.paths import LIMIT
from repdiff.model.errors import RepdiffError
from repdiff.model.view import View
from repdiff.renderers.registry import RENDERERS, Format, forms_of

LARGEST: Final = LIMIT
"""Bytes of the largest file that is taken."""
LARGEST_REVIEW: Final = 20 * 2**20
"""Bytes of the largest file of decisions: a hundred thousand entries."""
_FIRST: Final = (Format.HTML, Format.DOCX, Format.XLSX, Format.MARKDOWN, Format.CSV, Format.JSON)
"""The forms that people ask for first."""


class Dropped(NamedTuple):
    """A file that waits to be compared: the desk's own name for it, its name, and the one year in its name or title, 0 without one."""

    key: str
    name: str
    year: int


class Saved(NamedTuple):
    """What became of decisions that were sent: the digest and number of those that are saved now, and whether these were `taken`: not
    where others were saved meanwhile.
    """

    taken: bool
    digest: str
    decisions: int


class Desk:
    """The desk over one folder, with the cases that were named on the command line."""

    def __init__(self, folder: Path, given: Sequence[Case] = (), view: View | None = None) -> None:
        """Nothing is read or written yet."""
        self.folder = folder
        self._shelf = Shelf(folder)
        self._given = {case.id: case for case in given}
        self._dropped: dict[str, Path] = {}
        self._made: dict[tuple[str, ...], str] = {}
        self._lock = threading.Lock()
        self.worker = Worker(view or View(), self._note)

    def drop(self, name: str, stream: BinaryIO, size: int) -> Dropped:
        """Take `size` bytes of a stream as a file of that name, and read it once, so that what is wrong with it is said at once.

        Raises RepdiffError where it cannot be read or kept, EOFError where the stream ends early.
        """
        from repdiff.cut.titles import own_year

        if size > LARGEST:
            raise RepdiffError(f"{name[:80]}: larger than {LARGEST // 2**20} MiB.", "Give the text of one document.")
        key = secrets.token_hex(8)
        path = self._shelf.drop(key, name, stream, size)
        try:
            source = read_plain(path)
        except BaseException:
            self._shelf.forget(path)
            raise
        with self._lock:
            self._dropped[key] = path
        return Dropped(key, path.name, own_year(source, ()))

    def forget(self, key: str) -> None:
        """Take a dropped file away; one that is not there is gone already."""
        with self._lock:
            path = self._dropped.pop(key, None)
        if path is not None:
            self._shelf.forget(path)

    def make(self, job: str, keys: Sequence[str]) -> Case:
        """A case of dropped files, in this order; asked for twice, it is the same. Raises RepdiffError."""
        with self._lock:
            asked = (job, *keys)
            known = self.case(self._made[asked]) if asked in self._made else None
            if known is not None:
                return known
            if not all(key in self._dropped for key in keys) or len(set(keys)) < len(keys):
                raise RepdiffError("A file is no longer here.", "Load the page again and drop the files once more.")
            case = self._shelf.make(job_of(job, len(keys)), [self._dropped[key] for key in keys])
            self._made[asked] = case.id
        self.worker.ask(case)
        return case

    def case(self, name: str) -> Case | None:
        """The case of that name, None where there is none."""
        return self._given.get(name) or self._shelf.case(name)

    def cases(self) -> list[Case]:
        """All cases: those of the command line, then those of the folder, the newest first."""
        return [*self._given.values(), *self._shelf.cases()]

    def again(self, case: Case) -> State:
        """Run a case anew, with the decisions that are saved now."""
        return self.worker.ask(case, again=True)

    def review(self, case: Case) -> str:
        """The decisions that are saved, as they stand in their file; empty where there are none. Raises RepdiffError."""
        try:
            return case.review.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""
        except (OSError, ValueError) as error:
            hint = "Mend the file, or take it away."
            raise RepdiffError(f"{case.review.name}: cannot be read: {error}.", hint) from None

    def save(self, case: Case, text: bytes, before: str) -> Saved:
        """Write decisions beside the files, if those that are saved have the digest `before`. Raises RepdiffError where they are no
        decisions of this job, or cannot be written.
        """
        with self._lock:
            now = digest(case)
            if now != before:
                return Saved(False, now, 0)
            count = _checked(case, text)
            try:
                write.to_file(text, case.review)
            except RepdiffError as error:
                hint = "Make room, or make the folder writable, and decide once more."
                raise RepdiffError(error.message.replace(str(case.review), case.review.name), hint) from None
            return Saved(True, digest(case), count)

    def decided(self, case: Case) -> int:
        """How many decisions are saved; 0 where the file cannot be read."""
        try:
            return check_review(case.job, case.review) if case.review.is_file() else 0
        except RepdiffError:
            return 0

    def report(self, case: Case, form: str) -> str | bytes:
        """The report of a case in one of the forms that its job has; a result that is no longer kept is made anew. Raises RepdiffError."""
        done = self.worker.awaited(case)
        return done.page if form == Format.HTML else self.worker.rendered(done, form)

    def close(self) -> None:
        """Take away what was dropped and is kept nowhere else."""
        self._shelf.close()

    def _note(self, case: Case) -> None:
        if case.id not in self._given:
            with suppress(RepdiffError):  # a result is worth more than a line on the start page
                self._shelf.note(case)


def downloads(job: str) -> Mapping[str, str]:
    """The forms that a report of a job is handed out in -> the ending of the file."""
    found = [form for form in forms_of(job) if job in RENDERERS[form].jobs and form is not Format.TERMINAL]
    found.sort(key=lambda form: _FIRST.index(form) if form in _FIRST else len(_FIRST))
    return {form: (RENDERERS[form].endings or (f".{form}.json",))[0] for form in found}


def _checked(case: Case, text: bytes) -> int:
    """How many decisions a text holds. Raises RepdiffError where it is no file of decisions of this job."""
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / case.review.name
        part.write_bytes(text)
        try:
            return check_review(case.job, part)
        except RepdiffError as error:
            raise RepdiffError(error.message.replace(str(part), case.review.name), error.hint) from None
