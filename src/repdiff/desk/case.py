"""A case: the files that are compared together, where their decisions are kept, and what is known of it at a look."""

from dataclasses import dataclass
from pathlib import Path

from repdiff.desk.job import Job


@dataclass(frozen=True, slots=True)
class Case:
    """`id` names it in addresses; `files` are in the order of the job, the oldest first. `review` is where decisions are saved, whether
    or not there are any yet. `made` is an ISO time, `sentence` what a run said of it, `lang` the BCP 47 tag of that, empty where unknown.
    """

    id: str
    job: Job
    files: tuple[Path, ...]
    review: Path
    made: str = ""
    sentence: str = ""
    lang: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files, without folders."""
        return tuple(path.name for path in self.files)
