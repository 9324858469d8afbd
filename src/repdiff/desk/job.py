"""What the desk does with files: its jobs, the files that each takes, and how each obeys what a person decided."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Source

_PAIR: Final = 2
_MOST: Final = 40
"""Versions of one track: a report a year for as long as anyone remembers."""

_LONGEST: Final = 2_000_000
"""Characters of the longest text that the desk takes: some minutes of work, behind which everything else waits."""


class Job(NamedTuple):
    """A job: the name of its reports, how many files it takes, and its function of the sources and the file of decisions, if any."""

    name: str
    fewest: int
    most: int
    run: Callable[[Sequence[Source], Path | None], Any]


def _compare(sources: Sequence[Source], review: Path | None) -> Any:
    from repdiff.comparison import compare
    from repdiff.model.options import Options
    from repdiff.sources.decisions import read_decisions

    return compare(sources[0], sources[1], Options(decisions=read_decisions(review) if review else None))


def _check(sources: Sequence[Source], review: Path | None) -> Any:
    from repdiff.model.options import CheckOptions
    from repdiff.promises import check
    from repdiff.sources.judgements import read_promise_decisions

    decided = read_promise_decisions(review) if review else None
    return check(sources[0], sources[1], CheckOptions(decisions=decided))


def _track(sources: Sequence[Source], review: Path | None) -> Any:
    from repdiff.model.options import TrackOptions
    from repdiff.sources.judgements import read_series_decisions
    from repdiff.timeline import track

    return track(sources, TrackOptions(decisions=read_series_decisions(review) if review else None))


JOBS: Final = {
    job.name: job
    for job in (
        Job("comparison", _PAIR, _PAIR, _compare),
        Job("promises", _PAIR, _PAIR, _check),
        Job("timeline", _PAIR, _MOST, _track),
    )
}
"""Name of a job's reports -> the job."""


def job_of(name: str, files: int) -> Job:
    """The job of that name. Raises RepdiffError where there is none, or none for so many files."""
    job = JOBS.get(name)
    if job is None:
        raise RepdiffError(f"{name[:40]!r} is no job of the desk.", f"Known are {', '.join(JOBS)}.")
    if not job.fewest <= files <= job.most:
        many = job.fewest if job.fewest == job.most else f"{job.fewest} to {job.most}"
        raise RepdiffError(f"This job takes {many} files, not {files}.", "Drop others, or choose another job.")
    return job


def read_plain(path: Path) -> Source:
    """The source of a file, called by its name alone: a page that is sent around tells nobody's folders. Raises RepdiffError."""
    from repdiff.sources import read
    from repdiff.sources.folder import folder_of, without_folder

    folder = folder_of(str(path))
    try:
        source = read(path)
    except RepdiffError as error:
        raise RepdiffError(error.message.replace(folder, ""), error.hint.replace(folder, "")) from None
    if len(source.text) > _LONGEST:
        told = f"{path.name}: {len(source.text):,} characters are more than the desk takes ({_LONGEST:,})."
        raise RepdiffError(told, "Give the text of one document, or compare by the command: repdiff OLD NEW")
    return replace(without_folder(source, folder), name=path.name)


def check_review(job: Job, path: Path) -> int:
    """How many decisions a file holds, what repdiff itself found apart. Raises RepdiffError where it is none that this job obeys."""
    from repdiff.sources import decisions, judgements

    match job.name:
        case "comparison":
            pairs = decisions.read_decisions(path)
            return len(pairs.pairs) + len(pairs.marks)
        case "promises":
            return sum(each.is_said for each in judgements.read_promise_decisions(path).verdicts)
        case _:
            return sum(each.is_said for each in judgements.read_series_decisions(path).series)
